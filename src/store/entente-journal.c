/* Who did what when, and what can be undone and redone.
 *
 * A row of the journal is a step of a person, with the changeset that the session extension
 * recorded. An undo is a row that names the step that it undoes, a redo one that names the step
 * that it does again; neither has a changeset of its own, since it is that of the step, inverted or
 * not. Rows are never deleted, so what can be undone and redone follows from the rows alone, after
 * a restart too. Belongs to the store; worker thread.
 */
#include "config.h"

#include "entente-journal.h"

#include "entente-statement.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

const char *const entente_journal_tables[] = {
  "field_value", "field",         "rejection", "lexicon",     "setting",       "template",
  "view",        "turning_point", "question",  "position",    "event_order",   "link",
  "claim_actor", "claim",         "reading",   "event_issue", "participation", "event",
  "passage",     "footnote",      "revision",  "article",     "affiliation",   "alias",
  "track",       "actor",         "issue",     "place",       "era",           "coder",
};
const guint entente_journal_n_tables = G_N_ELEMENTS (entente_journal_tables);

/* ---- what can be undone ---- */

static gint64
get_last (GArray *numbers)
{
  return numbers->len > 0 ? g_array_index (numbers, gint64, numbers->len - 1) : 0;
}

/* Only the last step is ever undone or done again; a row that says otherwise is not ours and
 * changes nothing. */
static void
move_last (GArray *from, GArray *to, gint64 number)
{
  if (get_last (from) != number)
    return;
  g_array_set_size (from, from->len - 1);
  g_array_append_val (to, number);
}

void
entente_journal_note (EntenteJournal *journal, const EntenteJournalRow *row)
{
  journal->version = row->number;
  if (row->undoes != 0) {
    move_last (journal->undo, journal->redo, row->undoes);
  } else if (row->redoes != 0) {
    move_last (journal->redo, journal->undo, row->redoes);
  } else {
    g_array_append_val (journal->undo, row->number);
    g_array_set_size (journal->redo, 0);
  }
}

gint64
entente_journal_get_undo (EntenteJournal *journal)
{
  return get_last (journal->undo);
}

gint64
entente_journal_get_redo (EntenteJournal *journal)
{
  return get_last (journal->redo);
}

EntenteJournal *
entente_journal_new (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteJournal) journal = g_new0 (EntenteJournal, 1);

  journal->db = db;
  journal->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  journal->redo = g_array_new (FALSE, FALSE, sizeof (gint64));
  return entente_journal_reload (journal, error) ? g_steal_pointer (&journal) : NULL;
}

gboolean
entente_journal_reload (EntenteJournal *journal, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;

  statement =
    entente_statement_prepare (journal->db,
                               "SELECT number, undoes, redoes FROM journal ORDER BY number",
                               error);
  if (statement == NULL)
    return FALSE;
  journal->version = 0;
  g_array_set_size (journal->undo, 0);
  g_array_set_size (journal->redo, 0);
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    EntenteJournalRow row = { .number = entente_statement_get_int (statement, 0),
                              .undoes = entente_statement_get_int (statement, 1),
                              .redoes = entente_statement_get_int (statement, 2) };

    entente_journal_note (journal, &row);
  }
  return result == ENTENTE_STEP_DONE;
}

void
entente_journal_free (EntenteJournal *journal)
{
  g_array_unref (journal->undo);
  g_array_unref (journal->redo);
  g_free (journal);
}

/* ---- rows ---- */

/* Seconds since 1970; builds that must be the same every time say which (reproducible-builds.org).
 */
static gint64
read_clock (void)
{
  const char *fixed = g_getenv ("SOURCE_DATE_EPOCH");

  return fixed != NULL ? g_ascii_strtoll (fixed, NULL, 10) : g_get_real_time () / G_USEC_PER_SEC;
}

gboolean
entente_journal_insert (EntenteJournal *journal, const EntenteJournalRow *row, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;

  statement = entente_statement_prepare (journal->db,
                                         "INSERT INTO journal"
                                         " (number, time, coder, label, undoes, redoes)"
                                         " VALUES (?1, ?2, ?3, coalesce (?4, ''), ?5, ?6)",
                                         error);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, row->number);
  entente_statement_bind_int (statement, 2, read_clock ());
  entente_statement_bind_text (statement, 3, row->coder);
  entente_statement_bind_text (statement, 4, row->label);
  entente_statement_bind_id (statement, 5, row->undoes);
  entente_statement_bind_id (statement, 6, row->redoes);
  return entente_statement_run (statement, error);
}

gboolean
entente_journal_holds (EntenteJournal *journal, const EntenteJournalRow *row)
{
  g_autoptr (EntenteStatement) statement = NULL;

  statement = entente_statement_prepare (journal->db,
                                         "SELECT 1 FROM journal WHERE number = ?1"
                                         " AND number = (SELECT max (number) FROM journal)"
                                         " AND coder IS ?2 AND label = coalesce (?3, '')"
                                         " AND undoes IS ?4 AND redoes IS ?5",
                                         NULL);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, row->number);
  entente_statement_bind_text (statement, 2, row->coder);
  entente_statement_bind_text (statement, 3, row->label);
  entente_statement_bind_id (statement, 4, row->undoes);
  entente_statement_bind_id (statement, 5, row->redoes);
  return entente_statement_step (statement, NULL) == ENTENTE_STEP_ROW;
}

char *
entente_journal_get_label (EntenteJournal *journal, gint64 number, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;

  statement =
    entente_statement_prepare (journal->db, "SELECT label FROM journal WHERE number = ?1", error);
  if (statement == NULL)
    return NULL;
  entente_statement_bind_int (statement, 1, number);
  result = entente_statement_step (statement, error);
  if (result == ENTENTE_STEP_ROW)
    return entente_statement_dup_valid_text (statement, 0);
  if (result == ENTENTE_STEP_DONE)
    entente_db_set_error (journal->db, SQLITE_CORRUPT, error);
  return NULL;
}

void
entente_journal_entry_free (EntenteJournalEntry *entry)
{
  g_free (entry->coder);
  g_free (entry->label);
  g_free (entry);
}

gboolean
entente_journal_is_large (EntenteJournal *journal, gint64 number)
{
  g_autoptr (EntenteStatement) statement = NULL;

  statement = entente_statement_prepare (journal->db,
                                         "SELECT 1 FROM journal_chunk"
                                         " WHERE journal = ?1 AND number = 2",
                                         NULL);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, number);
  return entente_statement_step (statement, NULL) == ENTENTE_STEP_ROW;
}

static EntenteJournalEntry *
read_entry (EntenteStatement *statement)
{
  EntenteJournalEntry *entry = g_new0 (EntenteJournalEntry, 1);

  entry->number = entente_statement_get_int (statement, 0);
  entry->time =
    entente_statement_is_null (statement, 1) ? -1 : entente_statement_get_int (statement, 1);
  entry->coder = entente_statement_dup_valid_text (statement, 2);
  entry->label = entente_statement_dup_valid_text (statement, 3);
  entry->undoes = entente_statement_get_int (statement, 4);
  entry->redoes = entente_statement_get_int (statement, 5);
  return entry;
}

/* The last row that names a step says whether it is undone. */
static void
mark_undone (GPtrArray *entries)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < entries->len; i++) {
    EntenteJournalEntry *entry = entries->pdata[i], *step;
    gint64 named = entry->undoes != 0 ? entry->undoes : entry->redoes;

    g_hash_table_insert (by_number, &entry->number, entry);
    step = named != 0 ? g_hash_table_lookup (by_number, &named) : NULL;
    if (step != NULL)
      step->undone = entry->undoes != 0;
  }
}

GPtrArray *
entente_journal_list (EntenteJournal *journal, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_journal_entry_free);
  statement = entente_statement_prepare (journal->db,
                                         "SELECT number, time, coder, label, undoes, redoes"
                                         " FROM journal ORDER BY number",
                                         error);
  if (statement == NULL)
    return NULL;
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  mark_undone (entries);
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/* ---- recording ---- */

struct _EntenteRecording {
  EntenteDb *db;
  sqlite3_session *session;
  EntenteDeflater *deflater;
  EntenteChunkWriter *writer;
  GError *error; /* of writing a chunk */
};

EntenteRecording *
entente_recording_new (EntenteDb *db, GError **error)
{
  g_autoptr (EntenteRecording) recording = g_new0 (EntenteRecording, 1);
  int code = sqlite3session_create (db->handle, "main", &recording->session);

  recording->db = db;
  for (guint i = 0; code == SQLITE_OK && i < entente_journal_n_tables; i++)
    code = sqlite3session_attach (recording->session, entente_journal_tables[i]);
  if (code == SQLITE_OK)
    return g_steal_pointer (&recording);
  entente_db_set_error (db, code, error);
  return NULL;
}

/* Takes a part of the changeset from SQLite. */
static int
output_cb (void *data, const void *bytes, int length)
{
  EntenteRecording *recording = data;
  g_autoptr (GByteArray) deflated = NULL;

  entente_deflater_add (recording->deflater, bytes, (gsize) length);
  deflated = entente_deflater_take (recording->deflater);
  return entente_chunk_writer_add (recording->writer, deflated, &recording->error) ? SQLITE_OK
                                                                                   : SQLITE_ABORT;
}

static gboolean
end_chunks (EntenteRecording *recording, GError **error)
{
  g_autoptr (GByteArray) deflated = NULL;

  entente_deflater_end (recording->deflater);
  deflated = entente_deflater_take (recording->deflater);
  return entente_chunk_writer_add (recording->writer, deflated, error) &&
         entente_chunk_writer_end (recording->writer, error);
}

gboolean
entente_recording_write (EntenteRecording *recording,
                         gint64 number,
                         gboolean *empty,
                         GError **error)
{
  int code;

  recording->deflater = entente_deflater_new ();
  recording->writer = entente_chunk_writer_new (recording->db, number);
  code = sqlite3session_changeset_strm (recording->session, output_cb, recording);
  if (recording->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&recording->error));
    return FALSE;
  }
  if (code != SQLITE_OK) {
    entente_db_set_error (recording->db, code, error);
    return FALSE;
  }
  *empty = entente_deflater_get_size (recording->deflater) == 0;
  return *empty || end_chunks (recording, error);
}

void
entente_recording_free (EntenteRecording *recording)
{
  g_clear_pointer (&recording->session, sqlite3session_delete);
  g_clear_pointer (&recording->deflater, entente_deflater_free);
  g_clear_pointer (&recording->writer, entente_chunk_writer_free);
  g_clear_error (&recording->error);
  g_free (recording);
}

/* ---- applying ---- */

static int
conflict_cb (void *data, int conflict, sqlite3_changeset_iter *iter)
{
  *(gboolean *) data = TRUE;
  return SQLITE_CHANGESET_ABORT;
}

gboolean
entente_journal_apply (EntenteJournal *journal, gint64 number, gboolean invert, GError **error)
{
  g_autoptr (EntenteChunkReader) reader = entente_chunk_reader_new (journal->db, number);
  gboolean conflict = FALSE;
  int code = sqlite3changeset_apply_v2_strm (journal->db->handle,
                                             entente_chunk_reader_input,
                                             reader,
                                             NULL,
                                             conflict_cb,
                                             &conflict,
                                             NULL,
                                             NULL,
                                             invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);

  if (code == SQLITE_OK)
    return TRUE;
  if (conflict)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_CONFLICT,
                 _ ("Nothing was changed in “%s”: the records of this step were changed since by "
                    "another program. Change them by hand."),
                 journal->db->path);
  else
    entente_db_set_error (journal->db, code, error);
  return FALSE;
}
