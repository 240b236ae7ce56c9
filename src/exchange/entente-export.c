/* EntenteExport: the one writer of files for the user. Bytes go to a new file in the folder of the
 * target (never to the target itself), which takes the place of the old one only when all of it is
 * on the disk. A target that is a symbolic link is followed, so the link stays. */
#include "config.h"

#include "entente-export.h"

#include "entente-sentence.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (64 * 1024)
#define MAX_TRIES 100
#define MAX_NAME_BYTES 200 /* of the old name within the temporary one */

struct _EntenteExport {
  char *target; /* NULL: standard output */
  char *name; /* of the target, for messages */
  char *temporary; /* NULL: standard output */
  int fd;
  int failure; /* errno of the first failed write, or 0 */
  GByteArray *buffer;
};

/* ---- errors ---- */

static gboolean
fail (GError **error, const char *name, int number)
{
  EntenteError code = ENTENTE_ERROR_FAILED;
  const char *sentence = _ ("“{file}” cannot be written: {reason}. Choose another place.");
  if (number == ENOSPC || number == EDQUOT || number == EFBIG) {
    code = ENTENTE_ERROR_NO_SPACE;
    sentence = _ ("There is no room for “{file}”; make room on the disk or choose another place. "
                  "What stood there before is untouched.");
  } else if (number == ENOENT || number == ENOTDIR) {
    code = ENTENTE_ERROR_NOT_FOUND;
    sentence = _ ("The folder of “{file}” does not exist; choose another place.");
  } else if (number == EACCES || number == EPERM || number == EROFS)
    sentence = _ ("“{file}” cannot be written: its folder may only be read. Choose another place.");
  else if (number == EISDIR)
    sentence = _ ("“{file}” is a folder; give the name of a file.");
  return entente_sentence_fail (error,
                                code,
                                sentence,
                                "file",
                                name,
                                "reason",
                                g_strerror (number),
                                NULL);
}

/* ---- writing ---- */

static int
write_all (int fd, const guint8 *bytes, gsize length)
{
  while (length > 0) {
    gssize n = write (fd, bytes, length);
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return errno;
    bytes += n;
    length -= (gsize) n;
  }
  return 0;
}

static void
flush_buffer (EntenteExport *output)
{
  if (output->failure == 0)
    output->failure = write_all (output->fd, output->buffer->data, output->buffer->len);
  g_byte_array_set_size (output->buffer, 0);
}

static int
sync_file (int fd)
{
  int result;
  do
    result = fsync (fd);
  while (result < 0 && errno == EINTR);
  return result < 0 ? errno : 0;
}

static int
try_to_sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return errno;
  int failure = sync_file (fd);
  close (fd);
  return failure;
}

/* Folders of some file systems cannot be synced and say so. By now the new file has its name, so
 * what fails is tried once more before it is told. */
static int
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int failure = try_to_sync_folder (folder);
  if (failure != 0 && failure != EINVAL && failure != ENOTSUP)
    failure = try_to_sync_folder (folder);
  return failure == EINVAL || failure == ENOTSUP ? 0 : failure;
}

/* ---- temporary file ---- */

static char *
dup_temporary_name (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  if (strlen (name) > MAX_NAME_BYTES)
    name[MAX_NAME_BYTES] = '\0';
  g_autofree char *hidden = g_strdup_printf (".%s.%08x.part", name, g_random_int ());
  return g_build_filename (folder, hidden, NULL);
}

/* As the old file had it, else as the user's mask wants it. */
static mode_t
get_mode (const char *target)
{
  struct stat old;
  return stat (target, &old) == 0 && S_ISREG (old.st_mode) ? old.st_mode & 0777 : 0;
}

static int
open_temporary (EntenteExport *output)
{
  mode_t mode = get_mode (output->target);
  for (guint i = 0; i < MAX_TRIES; i++) {
    g_free (output->temporary);
    output->temporary = dup_temporary_name (output->target);
    output->fd = open (output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (output->fd >= 0 && mode != 0 && fchmod (output->fd, mode) < 0)
      return errno;
    if (output->fd >= 0)
      return 0;
    if (errno != EEXIST)
      break;
  }
  return errno;
}

static void
export_free (EntenteExport *output)
{
  if (output->fd >= 0 && output->temporary != NULL)
    close (output->fd);
  g_free (output->target);
  g_free (output->name);
  g_free (output->temporary);
  g_byte_array_unref (output->buffer);
  g_free (output);
}

static EntenteExport *
export_new (const char *path)
{
  EntenteExport *output = g_new0 (EntenteExport, 1);
  g_autofree char *basename = g_path_get_basename (path);
  output->name = g_filename_display_name (basename);
  output->buffer = g_byte_array_sized_new (BUFFER_BYTES);
  output->fd = -1;
  return output;
}

EntenteExport *
entente_export_begin (const char *path, GError **error)
{
  EntenteExport *output = export_new (path);
  if (strcmp (path, "-") == 0) {
    output->fd = STDOUT_FILENO;
    return output;
  }
  g_autofree char *real = realpath (path, NULL);
  output->target = g_strdup (real != NULL ? real : path);
  int failure = g_file_test (output->target, G_FILE_TEST_IS_DIR) ? EISDIR : open_temporary (output);
  if (failure == 0)
    return output;
  fail (error, output->name, failure);
  export_free (output);
  return NULL;
}

gboolean
entente_export_write (EntenteExport *output, const void *bytes, gsize length)
{
  if (length >= BUFFER_BYTES) {
    flush_buffer (output);
    if (output->failure == 0)
      output->failure = write_all (output->fd, bytes, length);
  } else {
    if (output->buffer->len + length > BUFFER_BYTES)
      flush_buffer (output);
    g_byte_array_append (output->buffer, bytes, (guint) length);
  }
  return output->failure == 0;
}

const char *
entente_export_get_temporary_path (EntenteExport *output)
{
  return output->temporary;
}

/* A library may have put a new file under the temporary name: what is synced is what has the name.
 */
static int
make_durable (EntenteExport *output)
{
  int fd = open (output->temporary, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return errno;
  int failure = sync_file (fd);
  if (close (fd) < 0 && failure == 0)
    failure = errno;
  if (failure == 0 && rename (output->temporary, output->target) < 0)
    failure = errno;
  return failure != 0 ? failure : sync_folder (output->target);
}

gboolean
entente_export_commit (EntenteExport *output, GError **error)
{
  flush_buffer (output);
  if (output->failure == 0 && output->temporary != NULL)
    output->failure = make_durable (output);
  if (output->failure == 0) {
    export_free (output);
    return TRUE;
  }
  fail (error, output->name, output->failure);
  entente_export_abort (output);
  return FALSE;
}

void
entente_export_abort (EntenteExport *output)
{
  if (output->temporary != NULL)
    g_unlink (output->temporary);
  export_free (output);
}

gboolean
entente_export_end (EntenteExport *output, GError *failed, GError **error)
{
  if (failed == NULL || output->failure != 0) {
    g_clear_error (&failed);
    return entente_export_commit (output, error);
  }
  entente_export_abort (output);
  g_propagate_error (error, failed);
  return FALSE;
}

gboolean
entente_export_bytes (const char *path, const void *bytes, gsize length, GError **error)
{
  EntenteExport *output = entente_export_begin (path, error);
  if (output == NULL)
    return FALSE;
  entente_export_write (output, bytes, length);
  return entente_export_commit (output, error);
}
