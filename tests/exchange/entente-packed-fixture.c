#include "config.h"

#include "entente-packed-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

static void
add (struct archive *archive, const EntentePackedFile *file)
{
  struct archive_entry *entry = archive_entry_new ();
  archive_entry_set_pathname (entry, file->path);
  archive_entry_set_size (entry, (la_int64_t) strlen (file->text));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, file->text, strlen (file->text)), >=, 0);
  archive_entry_free (entry);
}

GBytes *
entente_packed_fixture_new (const EntentePackedFile *files, gboolean stores_first)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, write_cb, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; files[i].path != NULL; i++) {
    if (i == 0 && stores_first)
      archive_write_zip_set_compression_store (archive);
    else
      archive_write_zip_set_compression_deflate (archive);
    add (archive, &files[i]);
  }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_byte_array_free_to_bytes (bytes);
}
