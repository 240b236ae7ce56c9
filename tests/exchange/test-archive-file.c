/* Archives: what is asked for comes, what is made to blow up does not. */
#include "config.h"

#include "entente-archive-file.h"
#include "entente-packed-fixture.h"

#include <string.h>

static const char *const wanted[] = { "a.xml", "b.xml", NULL };

static GHashTable *
read_bytes (GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return entente_archive_file_read (data, length, "river.odt", wanted, error);
}

static void
test_entries (void)
{
  const EntentePackedFile files[] = { { "mimetype", "x" },
                                      { "a.xml", "first" },
                                      { "../b.xml", "outside" },
                                      { NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, TRUE);
  g_autoptr (GHashTable) found = read_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (found), ==, 1);
  g_assert_cmpuint (g_bytes_get_size (g_hash_table_lookup (found, "a.xml")), ==, 5);
}

static void
test_bomb (void)
{
  g_autofree char *zeros = g_strnfill (20 * 1024 * 1024, ' ');
  const EntentePackedFile files[] = { { "a.xml", zeros }, { NULL, NULL } };
  const EntentePackedFile beside[] = { { "c.xml", zeros }, { "a.xml", "first" }, { NULL, NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bomb = entente_packed_fixture_new (files, FALSE);
  g_autoptr (GBytes) other = entente_packed_fixture_new (beside, FALSE);
  g_autoptr (GHashTable) found = read_bytes (other, NULL);
  g_assert_null (read_bytes (bomb, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "river.odt"));
  g_assert_nonnull (g_hash_table_lookup (found, "a.xml"));
}

static void
test_many (void)
{
  guint n = ENTENTE_ARCHIVE_MAX_ENTRIES + 1;
  g_autofree EntentePackedFile *files = g_new0 (EntentePackedFile, n + 1);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < n; i++)
    files[i] = (EntentePackedFile){ "x", "" };
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, FALSE);
  g_assert_null (read_bytes (bytes, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

/* Cut off anywhere: an error with a sentence, or what was whole. */
static void
test_damaged (void)
{
  const EntentePackedFile files[] = { { "a.xml", "first file, first file" },
                                      { "b.xml", "second" },
                                      { NULL, NULL } };
  g_autoptr (GBytes) bytes = entente_packed_fixture_new (files, FALSE);
  gsize length = g_bytes_get_size (bytes);
  for (gsize n = 0; n < length; n++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, n);
    g_autoptr (GError) error = NULL;
    g_autoptr (GHashTable) found = read_bytes (cut, &error);
    g_assert_true ((found != NULL) != (error != NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/archive-file/entries", test_entries);
  g_test_add_func ("/archive-file/bomb", test_bomb);
  g_test_add_func ("/archive-file/many", test_many);
  g_test_add_func ("/archive-file/damaged", test_damaged);
  return g_test_run ();
}
