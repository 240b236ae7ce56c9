/* The changeset that is written while rows go in says what the session extension would have said.
 */
#include "config.h"

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1

#include "entente-random-record.h"
#include "entente-store-fixture.h"

#include "entente-changeset-writer.h"
#include "entente-journal.h"

#include <string.h>

static void
append_value (GString *line, sqlite3_value *value)
{
  g_string_append_printf (line, "|%d:", sqlite3_value_type (value));
  if (sqlite3_value_type (value) == SQLITE_FLOAT)
    g_string_append_printf (line, "%.17g", sqlite3_value_double (value));
  else if (sqlite3_value_type (value) != SQLITE_NULL)
    g_string_append (line, (const char *) sqlite3_value_text (value));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe_change (sqlite3_changeset_iter *iter)
{
  GString *line = g_string_new (NULL);
  const char *table;
  int n, operation, indirect;
  unsigned char *key;

  sqlite3changeset_op (iter, &table, &n, &operation, &indirect);
  sqlite3changeset_pk (iter, &key, NULL);
  g_string_append_printf (line, "%s %d %d ", table, operation, indirect);
  for (int i = 0; i < n; i++) {
    sqlite3_value *value = NULL;

    g_string_append_printf (line, "%d", key[i]);
    g_assert_cmpint (sqlite3changeset_new (iter, i, &value), ==, SQLITE_OK);
    append_value (line, value);
  }
  return g_string_free (line, FALSE);
}

/* One line per change, in order of the alphabet. Takes @iter. */
static char *
describe (sqlite3_changeset_iter *iter)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    g_ptr_array_add (lines, describe_change (iter));
  g_assert_cmpint (sqlite3changeset_finalize (iter), ==, SQLITE_OK);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
describe_chunks (EntenteDb *db, gint64 number)
{
  g_autoptr (EntenteChunkReader) reader = entente_chunk_reader_new (db, number);
  sqlite3_changeset_iter *iter = NULL;

  g_assert_cmpint (sqlite3changeset_start_strm (&iter, entente_chunk_reader_input, reader),
                   ==,
                   SQLITE_OK);
  return describe (iter);
}

static void
insert_all (EntenteDb *db, const EntenteRecorder *recorder)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  GArray *ids[ENTENTE_N_ENTITIES] = { NULL };

  for (guint round = 0; round < 3; round++) {
    for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
      g_autoptr (EntenteRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      if (!entente_random_record_is_possible (entity, ids))
        continue;
      record = entente_random_record (random, entity, ids);
      g_assert_true (entente_table_insert (db, record, recorder, &error));
      g_assert_no_error (error);
      if (ids[entity] == NULL)
        ids[entity] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
      g_array_append_val (ids[entity], record->id);
    }
  }
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    g_clear_pointer (&ids[entity], g_array_unref);
}

static void
write_chunks (EntenteDb *db, EntenteChangesetWriter *writer, gint64 number)
{
  g_autoptr (EntenteChunkWriter) chunks = entente_chunk_writer_new (db, number);

  for (guint i = 0; i < entente_journal_n_tables; i++) {
    g_autoptr (GByteArray) deflated = entente_changeset_writer_end_table (writer, i);

    if (deflated != NULL)
      g_assert_true (entente_chunk_writer_add (chunks, deflated, NULL));
  }
  g_assert_true (entente_chunk_writer_end (chunks, NULL));
}

static void
test_same (void)
{
  g_autoptr (EntenteDb) db = entente_store_fixture_open_db ();
  g_autoptr (EntenteChangesetWriter) writer = entente_changeset_writer_new ();
  EntenteRecorder recorder = entente_changeset_writer_get_recorder (writer);
  g_autoptr (EntenteRecording) recording = NULL;
  g_autofree char *written = NULL, *recorded = NULL;
  g_autoptr (GError) error = NULL;
  gboolean empty;

  g_assert_true (entente_db_exec (db, "PRAGMA foreign_keys = OFF", &error));
  recording = entente_recording_new (db, &error);
  g_assert_no_error (error);
  insert_all (db, &recorder);
  g_assert_true (entente_recording_write (recording, 1, &empty, &error));
  g_assert_no_error (error);
  g_assert_false (empty);
  write_chunks (db, writer, 2);
  recorded = describe_chunks (db, 1);
  written = describe_chunks (db, 2);
  g_assert_cmpuint (strlen (written), >, 1000);
  g_assert_cmpstr (written, ==, recorded);
}

int
main (int argc, char *argv[])
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/store/changeset-writer/same", test_same);
  return g_test_run ();
}
