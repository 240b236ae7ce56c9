/* One pass over the entries; what is not asked for is not unpacked. */
#include "config.h"

#include "entente-archive-file.h"

#include "entente-sentence.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#define BLOCK_BYTES (64 * 1024)
#define FREE_BYTES (1024 * 1024) /* from which the ratio counts */

static gboolean
fail_damaged (GError **error, const char *name)
{
  return entente_sentence_fail (
    error,
    ENTENTE_ERROR_INVALID,
    _ ("“{file}” is damaged or encrypted and cannot be unpacked. Open it in its own program and "
       "save it again."),
    "file",
    name,
    NULL);
}

static gboolean
fail_large (GError **error, const char *name)
{
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                _ ("“{file}” unpacks to far more than an article; it was not read. "
                                   "Save it anew, or as plain text."),
                                "file",
                                name,
                                NULL);
}

/* @left: bytes that may be unpacked yet. */
static GBytes *
read_entry (struct archive *archive, gsize *left, const char *name, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 block[BLOCK_BYTES];
  la_ssize_t n;
  while ((n = archive_read_data (archive, block, sizeof block)) > 0) {
    if ((gsize) n > *left) {
      fail_large (error, name);
      return NULL;
    }
    *left -= (gsize) n;
    g_byte_array_append (data, block, (guint) n);
  }
  if (n < 0) {
    fail_damaged (error, name);
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static gboolean
read_entries (struct archive *archive,
              gsize length,
              const char *name,
              const char *const *names,
              GHashTable *found,
              GError **error)
{
  gsize left =
    MIN (ENTENTE_ARCHIVE_MAX_BYTES, MAX (FREE_BYTES, length * ENTENTE_ARCHIVE_MAX_RATIO));
  struct archive_entry *entry;
  guint n_entries = 0;
  int result;
  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK ||
         result == ARCHIVE_WARN) {
    const char *path = archive_entry_pathname (entry);
    GBytes *bytes;
    if (++n_entries > ENTENTE_ARCHIVE_MAX_ENTRIES)
      return fail_large (error, name);
    if (path == NULL || !g_strv_contains (names, path) || g_hash_table_contains (found, path))
      continue;
    bytes = read_entry (archive, &left, name, error);
    if (bytes == NULL)
      return FALSE;
    g_hash_table_insert (found, g_strdup (path), bytes);
  }
  return result == ARCHIVE_EOF || fail_damaged (error, name);
}

GHashTable *
entente_archive_file_read (const char *bytes,
                           gsize length,
                           const char *name,
                           const char *const *names,
                           GError **error)
{
  g_autoptr (GHashTable) found =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  gboolean done;
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, bytes, length) == ARCHIVE_OK)
    done = read_entries (archive, length, name, names, found, error);
  else
    done = fail_damaged (error, name);
  archive_read_free (archive);
  return done ? g_steal_pointer (&found) : NULL;
}
