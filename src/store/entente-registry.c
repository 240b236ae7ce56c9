/* The study files that this process holds open, known by device and inode.
 *
 * One connection per file per process: locks of an open file (entente-lock.c) would make a second
 * connection wait for the first for ever.
 */
#include "config.h"

#include "entente-registry.h"

#include "entente-error.h"

#include <glib/gi18n-lib.h>

/* A study whose opening was given up, or that is closing, is let go of in a moment; so whoever
 * opens it again waits. */
#define PATIENCE_US (1 * G_USEC_PER_SEC)

static GMutex mutex;
static GCond left; /* a file was left */
static GHashTable *open_files; /* of "device:inode", under mutex */

static char *
make_key (const struct stat *file)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                          (guint64) file->st_dev,
                          (guint64) file->st_ino);
}

gboolean
entente_registry_enter (const struct stat *file, const char *path, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  gint64 until = g_get_monotonic_time () + PATIENCE_US;

  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  do {
    if (g_hash_table_add (open_files, make_key (file)))
      return TRUE;
  } while (g_cond_wait_until (&left, &mutex, until));
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_BUSY,
               _ ("The study “%s” is already open here; go to its window."),
               path);
  return FALSE;
}

void
entente_registry_leave (const struct stat *file)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *key = make_key (file);

  if (open_files != NULL)
    g_hash_table_remove (open_files, key);
  g_cond_broadcast (&left);
}
