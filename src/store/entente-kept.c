/* Files in which it is kept what somebody made of all rows of a large study.
 *
 * One for each study, named by device and inode, with the state of the study in its first bytes. A
 * new one is written whole under another name, so that nobody sees a part of it; it is not waited
 * for until it is on disk, because a damaged one is none (whoever made it has sums in it). The
 * oldest go when there are many. */
#include "config.h"

#include "entente-kept.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The state at the beginning of a file, filled up with zeros. */
#define STATE_SIZE 256
#define MAX_FILES 12
#define MAX_BYTES ((gint64) 1 << 30)
#define NEW_PREFIX "new-"
#define LEFT_OVER_SECONDS 600

struct _EntenteKept {
  int descriptor;
  gsize size; /* without the state */
};

char *
entente_kept_describe (const struct stat *file, gint64 counter)
{
  return g_strdup_printf ("%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x:%" G_GINT64_FORMAT
                          ":%" G_GINT64_FORMAT ".%09ld:%" G_GINT64_FORMAT ".%09ld"
                          ":%" G_GINT64_FORMAT,
                          (guint64) file->st_dev,
                          (guint64) file->st_ino,
                          (gint64) file->st_size,
                          (gint64) file->st_mtim.tv_sec,
                          file->st_mtim.tv_nsec,
                          (gint64) file->st_ctim.tv_sec,
                          file->st_ctim.tv_nsec,
                          counter);
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "entente", "columns", NULL);
}

static char *
get_path (const char *state)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *name = g_strndup (state, strcspn (state, ":"));

  return g_build_filename (folder, name, NULL);
}

/* ---- reading ---- */

gboolean
entente_kept_read (gpointer bytes, gsize n, gpointer data)
{
  EntenteKept *kept = data;
  char *at = bytes;

  while (n > 0) {
    gssize done = read (kept->descriptor, at, n);

    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      return FALSE;
    at += done;
    n -= (gsize) done;
  }
  return TRUE;
}

/* A file of this user's, and nobody else may write to it. */
static gboolean
is_own (const struct stat *file)
{
  return S_ISREG (file->st_mode) && file->st_uid == geteuid () &&
         (file->st_mode & (S_IWGRP | S_IWOTH)) == 0 && file->st_size >= STATE_SIZE;
}

EntenteKept *
entente_kept_open (const char *state)
{
  g_autofree char *path = get_path (state);
  g_autoptr (EntenteKept) kept = g_new0 (EntenteKept, 1);
  char found[STATE_SIZE], wanted[STATE_SIZE] = { 0 };
  struct stat file;

  g_strlcpy (wanted, state, sizeof wanted);
  kept->descriptor = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (kept->descriptor < 0 || fstat (kept->descriptor, &file) != 0 || !is_own (&file) ||
      !entente_kept_read (found, sizeof found, kept) || memcmp (found, wanted, sizeof found) != 0)
    return NULL;
  kept->size = (gsize) file.st_size - STATE_SIZE;
  return g_steal_pointer (&kept);
}

void
entente_kept_close (EntenteKept *kept)
{
  if (kept->descriptor >= 0)
    close (kept->descriptor);
  g_free (kept);
}

gsize
entente_kept_get_size (EntenteKept *kept)
{
  return kept->size;
}

/* ---- writing ---- */

typedef struct {
  char *path;
  struct stat file;
} Old;

static void
clear_old (gpointer data)
{
  g_free (((Old *) data)->path);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const struct timespec *first = &((const Old *) a)->file.st_mtim;
  const struct timespec *second = &((const Old *) b)->file.st_mtim;

  if (first->tv_sec != second->tv_sec)
    return first->tv_sec > second->tv_sec ? -1 : 1;
  return (first->tv_nsec < second->tv_nsec) - (first->tv_nsec > second->tv_nsec);
}

/* All files of @folder, newest first. */
static GArray *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GArray *files = g_array_new (FALSE, FALSE, sizeof (Old));
  const char *name;

  g_array_set_clear_func (files, clear_old);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    Old old = { .path = g_build_filename (folder, name, NULL) };

    if (lstat (old.path, &old.file) == 0 && S_ISREG (old.file.st_mode))
      g_array_append_val (files, old);
    else
      g_free (old.path);
  }
  g_array_sort (files, compare_age);
  return files;
}

/* An unfinished one of a program that was ended. */
static gboolean
is_left_over (const Old *old)
{
  g_autofree char *name = g_path_get_basename (old->path);

  return g_str_has_prefix (name, NEW_PREFIX) &&
         old->file.st_mtim.tv_sec < g_get_real_time () / G_USEC_PER_SEC - LEFT_OVER_SECONDS;
}

static void
remove_oldest (const char *folder)
{
  g_autoptr (GArray) files = list_files (folder);
  gint64 bytes = 0;

  for (guint i = 0; i < files->len; i++) {
    const Old *old = &g_array_index (files, Old, i);

    bytes += old->file.st_size;
    if (i > 0 && (i >= MAX_FILES || bytes > MAX_BYTES || is_left_over (old)))
      g_unlink (old->path);
  }
}

static gboolean
write_bytes (gconstpointer bytes, gsize n, gpointer data)
{
  const int *descriptor = data;
  const char *at = bytes;

  while (n > 0) {
    gssize done = write (*descriptor, at, n);

    if (done < 0 && errno == EINTR)
      continue;
    if (done <= 0)
      return FALSE;
    at += done;
    n -= (gsize) done;
  }
  return TRUE;
}

static gboolean
write_file (int descriptor, const char *state, EntenteKeptWriteFunc func, gpointer data)
{
  char text[STATE_SIZE] = { 0 };
  gboolean written = g_strlcpy (text, state, sizeof text) < sizeof text &&
                     write_bytes (text, sizeof text, &descriptor) &&
                     func (write_bytes, &descriptor, data);

  return close (descriptor) == 0 && written;
}

gboolean
entente_kept_write (const char *state, EntenteKeptWriteFunc func, gpointer data)
{
  g_autofree char *path = get_path (state);
  g_autofree char *folder = get_folder ();
  g_autofree char *temporary = g_build_filename (folder, NEW_PREFIX "XXXXXX", NULL);
  int descriptor;
  gboolean written;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;
  descriptor = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return FALSE;
  written = write_file (descriptor, state, func, data) && g_rename (temporary, path) == 0;
  if (!written)
    g_unlink (temporary);
  remove_oldest (folder);
  return written;
}
