/* Large files that were found whole and have not been touched since.
 *
 * Checking every page of a study of a million events takes as long as reading it. A file in the
 * state in which this program left it need not be checked again: the kernel stamps every change of
 * a file with a time (st_ctime) that no program can set. The states are lines in a file of the
 * user's cache, newest last; losing it costs one check. Any thread.
 */
#include "config.h"

#include "entente-whole.h"

#include <glib/gstdio.h>
#include <string.h>

#define MIN_BYTES (8 * 1000 * 1000)
#define MAX_LINES 64

static GMutex mutex; /* of the file, within this process */

static char *
get_path (void)
{
  return g_build_filename (g_get_user_cache_dir (), "entente", "whole", NULL);
}

static char *
describe (const struct stat *file)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%" G_GINT64_FORMAT
                          ":%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT ".%09ld",
                          (guint64) file->st_dev,
                          (guint64) file->st_ino,
                          (gint64) file->st_size,
                          (gint64) file->st_mtim.tv_sec,
                          file->st_mtim.tv_nsec,
                          (gint64) file->st_ctim.tv_sec,
                          file->st_ctim.tv_nsec);
}

static char **
read_lines (void)
{
  g_autofree char *path = get_path ();
  g_autofree char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_new0 (char *, 1);
  return g_strsplit (text, "\n", -1);
}

gboolean
entente_whole_is_known (const struct stat *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *state = describe (file);
  g_auto (GStrv) lines = NULL;

  if (file->st_size < MIN_BYTES)
    return FALSE;
  lines = read_lines ();
  return g_strv_contains ((const char *const *) lines, state);
}

/* Another state of the same file? */
static gboolean
is_same_file (const char *line, const char *state)
{
  const char *size = strchr (strchr (state, ':') + 1, ':');

  return strncmp (line, state, (gsize) (size - state) + 1) == 0;
}

void
entente_whole_remember (const struct stat *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *state = describe (file);
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint n;

  if (file->st_size < MIN_BYTES)
    return;
  lines = read_lines ();
  n = g_strv_length (lines);
  for (guint i = n > MAX_LINES ? n - MAX_LINES : 0; i < n; i++) {
    if (*lines[i] != '\0' && !is_same_file (lines[i], state))
      g_string_append_printf (text, "%s\n", lines[i]);
  }
  g_string_append_printf (text, "%s\n", state);
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
}
