/* event: What the scholar holds to have happened.
 *
 * Its date is spread over columns, those that every event is drawn by among the narrow ones in
 * front (read without parsing by entente-rows.c), those that say what was told behind them. Other
 * readings of the date and the issues are rows of tables of their own and part of the record.
 */
#include "config.h"

#include "entente-date-columns.h"
#include "entente-row.h"
#include "entente-table.h"

/* The bits are stored: they may be added to and never changed. */
G_STATIC_ASSERT (ENTENTE_ROW_UNCERTAIN == 1 && ENTENTE_ROW_APPROXIMATE == 2 &&
                 ENTENTE_ROW_STILL_SO == 4 && ENTENTE_ROW_BOUNDED_START == 8 &&
                 ENTENTE_ROW_BOUNDED_END == 16 && ENTENTE_ROW_READINGS == 128);
#define DATE_FLAGS                                                                                 \
  (ENTENTE_ROW_UNCERTAIN | ENTENTE_ROW_APPROXIMATE | ENTENTE_ROW_STILL_SO |                        \
   ENTENTE_ROW_BOUNDED_START | ENTENTE_ROW_BOUNDED_END | ENTENTE_ROW_READINGS)

static const EntenteColumn columns[] = {
  { "kind" },
  { "when", ENTENTE_COLUMN_POINTS },
  { "telling" },
  { "track" },
  { "place" },
  { "medium" },
  { "mode" },
  { "judgement" },
  { "pinned" },
  { "private" },
  { "planned" },
  { "when", ENTENTE_COLUMN_WORDS },
  { "title" },
  { "summary" },
  { "judgement_reason" },
};

#define HAS_ISSUE "id IN (SELECT event FROM event_issue WHERE issue = ?1)"

static const EntenteRelation relations[] = {
  { ENTENTE_ENTITY_ISSUE, HAS_ISSUE },
  { ENTENTE_ENTITY_ACTOR, "id IN (SELECT event FROM participation WHERE actor = ?1)" },
};

static const EntenteRelation part_names[] = {
  { ENTENTE_ENTITY_ISSUE, HAS_ISSUE },
};

/* NULL for the value that means open or unknown. */
static void
add_point (EntenteCells *cells, gint64 point, gint64 open)
{
  if (point == open)
    entente_cells_add_null (cells);
  else
    entente_cells_add_int (cells, point);
}

static void
add_points (EntenteCells *cells, gconstpointer record)
{
  EntenteEventRow row;

  entente_event_get_row (record, &row);
  add_point (cells, row.points.earliest_start, ENTENTE_TIME_MIN);
  add_point (cells, row.points.latest_start, ENTENTE_TIME_MAX);
  add_point (cells, row.points.earliest_end, ENTENTE_TIME_MIN);
  add_point (cells, row.points.latest_end, ENTENTE_TIME_MAX);
  entente_cells_add_text (cells, entente_date_form_nick (row.form));
  entente_cells_add_text (cells, entente_date_precision_nick (row.precision));
  entente_cells_add_text (cells, entente_enum_nick (ENTENTE_ENUM_BASIS, row.basis));
  entente_cells_add_int (cells, row.flags & DATE_FLAGS);
  entente_cells_add_int (cells, row.day_order);
}

static void
add_words (EntenteCells *cells, gconstpointer record)
{
  const EntenteDate *when = ((const EntenteEvent *) record)->when;

  if (when == NULL) {
    for (guint i = 0; i < G_N_ELEMENTS (((const char *[]){ ENTENTE_WORDS_SUFFIXES })); i++)
      entente_cells_add_null (cells);
    return;
  }
  entente_cells_add_string (cells, when->edtf);
  entente_cells_add_text (cells, when->wording);
  entente_cells_add_text (cells, entente_enum_nick (ENTENTE_ENUM_CALENDAR, when->calendar));
  entente_cells_add_text (cells, when->as_entered);
  add_point (cells, when->not_before, ENTENTE_TIME_MIN);
  add_point (cells, when->not_after, ENTENTE_TIME_MAX);
  entente_cells_add_text (cells, when->bound_reason);
}

static gboolean
read_enum (EntenteStatement *statement, int column, EntenteEnum vocabulary, int *value)
{
  return entente_enum_parse (vocabulary, entente_statement_get_text (statement, column), value);
}

static gboolean
read_when (EntenteStatement *statement, int points, int words, gpointer record, GError **error)
{
  EntenteDateParts parts = ENTENTE_DATE_PARTS_INIT;
  int basis, calendar;

  parts.edtf = entente_statement_get_text (statement, words);
  if (parts.edtf == NULL)
    return TRUE;
  if (!read_enum (statement, points + 6, ENTENTE_ENUM_BASIS, &basis) ||
      !read_enum (statement, words + 2, ENTENTE_ENUM_CALENDAR, &calendar))
    return FALSE;
  parts.basis = (EntenteBasis) basis;
  parts.calendar = (EntenteCalendar) calendar;
  parts.still_so = (entente_statement_get_int (statement, points + 7) & ENTENTE_ROW_STILL_SO) != 0;
  parts.day_order = (int) entente_statement_get_int (statement, points + 8);
  parts.wording = entente_statement_get_text (statement, words + 1);
  parts.entered = entente_statement_get_text (statement, words + 3);
  if (!entente_statement_is_null (statement, words + 4))
    parts.not_before = entente_statement_get_int (statement, words + 4);
  if (!entente_statement_is_null (statement, words + 5))
    parts.not_after = entente_statement_get_int (statement, words + 5);
  parts.bound_reason = entente_statement_get_text (statement, words + 6);
  if (!entente_statement_is_valid (statement, words + 1) ||
      !entente_statement_is_valid (statement, words + 3) ||
      !entente_statement_is_valid (statement, words + 6))
    return FALSE;
  ((EntenteEvent *) record)->when = entente_date_build (&parts, error);
  return ((EntenteEvent *) record)->when != NULL;
}

static gboolean
insert_issue (EntenteDb *db,
              EntenteId event,
              EntenteId issue,
              guint number,
              const EntenteRecorder *recorder,
              GError **error)
{
  static const guint8 key[] = { 1, 2, 0 };
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;

  entente_cells_add_int (&cells, event);
  entente_cells_add_int (&cells, issue);
  entente_cells_add_int (&cells, number);
  return entente_cells_insert (&cells,
                               db,
                               "event_issue",
                               "INSERT INTO event_issue (event, issue, number) VALUES (?1, ?2, ?3)",
                               key,
                               recorder,
                               error);
}

static gboolean
insert_reading (EntenteDb *db,
                EntenteId event,
                const EntenteReading *reading,
                guint number,
                const EntenteRecorder *recorder,
                GError **error)
{
  static const guint8 key[] = { 1, 2, 0, 0, 0 };
  g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;

  entente_cells_add_int (&cells, event);
  entente_cells_add_int (&cells, number);
  entente_cells_add_int (&cells, reading->rank);
  entente_cells_add_string (&cells, reading->edtf);
  entente_cells_add_text (&cells, reading->reason);
  return entente_cells_insert (&cells,
                               db,
                               "reading",
                               "INSERT INTO reading (event, number, rank, edtf, reason)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)",
                               key,
                               recorder,
                               error);
}

static gboolean
insert_parts (EntenteDb *db, gconstpointer record, const EntenteRecorder *recorder, GError **error)
{
  const EntenteEvent *event = record;
  const GPtrArray *readings = event->when != NULL ? event->when->readings : NULL;
  guint n_issues = event->issues != NULL ? event->issues->len : 0;
  guint n_readings = readings != NULL ? readings->len : 0;

  for (guint i = 0; i < n_issues; i++) {
    EntenteId issue = g_array_index (event->issues, EntenteId, i);

    if (!insert_issue (db, event->record.id, issue, i + 1, recorder, error))
      return FALSE;
  }
  for (guint i = 0; i < n_readings; i++) {
    if (!insert_reading (db, event->record.id, readings->pdata[i], i + 1, recorder, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
delete_parts (EntenteDb *db, EntenteId id, GError **error)
{
  return entente_statement_run_with_id (db,
                                        "DELETE FROM event_issue WHERE event = ?1",
                                        id,
                                        error) &&
         entente_statement_run_with_id (db, "DELETE FROM reading WHERE event = ?1", id, error);
}

static gboolean
read_issues (EntenteDb *db, EntenteEvent *event, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (!entente_statement_collect_ids (db,
                                      "SELECT issue FROM event_issue WHERE event = ?1"
                                      " ORDER BY number",
                                      event->record.id,
                                      ids,
                                      error))
    return FALSE;
  if (ids->len > 0)
    event->issues = g_steal_pointer (&ids);
  return TRUE;
}

static gboolean
read_readings (EntenteDb *db, EntenteEvent *event, GError **error)
{
  g_autoptr (EntenteStatement) statement = NULL;
  EntenteStepResult result;

  if (event->when == NULL)
    return TRUE;
  statement = entente_statement_prepare (db,
                                         "SELECT edtf, reason, rank FROM reading WHERE event = ?1"
                                         " ORDER BY number",
                                         error);
  if (statement == NULL)
    return FALSE;
  entente_statement_bind_int (statement, 1, event->record.id);
  for (guint n = 0; (result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW; n++) {
    g_autoptr (EntenteDate) without = g_steal_pointer (&event->when);

    /* The field is told to be bad. */
    if (n == ENTENTE_MAX_READINGS || !entente_statement_is_valid (statement, 0) ||
        !entente_statement_is_valid (statement, 1))
      return FALSE;
    event->when = entente_date_with_reading (without,
                                             entente_statement_get_text (statement, 0),
                                             entente_statement_get_text (statement, 1),
                                             (int) entente_statement_get_int (statement, 2));
  }
  return result == ENTENTE_STEP_DONE;
}

static gboolean
read_parts (EntenteDb *db, gpointer record, GError **error)
{
  return read_issues (db, record, error) && read_readings (db, record, error);
}

const EntenteTable entente_table_event = {
  .entity = ENTENTE_ENTITY_EVENT,
  .name = "event",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .relations = relations,
  .n_relations = G_N_ELEMENTS (relations),
  .part_names = part_names,
  .n_part_names = G_N_ELEMENTS (part_names),
  .add_points = add_points,
  .add_words = add_words,
  .read_when = read_when,
  .insert_parts = insert_parts,
  .delete_parts = delete_parts,
  .read_parts = read_parts,
};
