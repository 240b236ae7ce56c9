/* A file that is made whole under a hidden name and then gets its own, so that a name never stands
 * for half a study and nothing that exists is ever overwritten. Any thread.
 */
#include "config.h"

#include "entente-new-file.h"

#include "entente-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

char *
entente_new_file_get_temporary (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  return g_strdup_printf ("%s/.%s.%08x.new", folder, name, g_random_int ());
}

static gboolean
set_error (const char *path, int number, GError **error)
{
  switch (number) {
  case EEXIST:
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%s” exists already and was left as it is; choose another name."),
                 path);
    break;
  case ENOSPC:
  case EDQUOT:
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_NO_SPACE,
                 _ ("There is no room on the disk for “%s”; free some space and try again."),
                 path);
    break;
  default:
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 _ ("“%s” cannot be written: %s. Check that you may write to its folder."),
                 path,
                 g_strerror (number));
    break;
  }
  return FALSE;
}

static int
sync_path (const char *path, int flags)
{
  int descriptor = open (path, flags | O_CLOEXEC);
  int number = 0;

  if (descriptor < 0)
    return errno;
  if (fsync (descriptor) != 0 && errno != EINVAL)
    number = errno;
  close (descriptor);
  return number;
}

/* Renames without replacing, also where the file system knows no such renaming. */
static int
rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (link (from, to) == 0)
    return unlink (from) == 0 ? 0 : errno;
  return errno;
}

gboolean
entente_new_file_publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int number = sync_path (temporary, O_RDONLY);
  gboolean renamed = FALSE;

  if (number == 0)
    number = rename_new (temporary, path);
  renamed = number == 0;
  if (renamed)
    number = sync_path (folder, O_RDONLY | O_DIRECTORY);
  if (number == 0)
    return TRUE;
  /* A name that a power cut may take away again is none. */
  g_unlink (renamed ? path : temporary);
  return set_error (path, number, error);
}
