/* The rows of a study, straight into a sink.
 *
 * Half a million events are read here when a study is opened, so nothing is sorted (ids rise with
 * the rows of a table), nothing is parsed but dates that a derived bound narrows and dates of
 * claims, and names of vocabularies are looked up by a memory of the last one. A cell that cannot
 * be what it should be ends the reading. Worker thread.
 */
#include "config.h"

#include "entente-rows.h"

#include "entente-claimed-parties.h"
#include "entente-date-columns.h"
#include "entente-nicks.h"
#include "entente-statement.h"
#include "entente-table.h"

#include <glib/gi18n-lib.h>

/* What every reader of rows needs. */
typedef struct {
  EntenteDb *db;
  const EntenteHidden *hidden;
  const EntenteRowSink *sink;
  gpointer data;
  GHashTable *claimed; /* EntenteClaimedParties of the claims that are read */
} Reader;

static void
clear_reader (Reader *reader)
{
  g_clear_pointer (&reader->claimed, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* Gives the present row to the sink; FALSE when a cell is not what it should be. */
typedef gboolean (*RowFunc) (Reader *reader, EntenteStatement *statement);

static gboolean
refuse_id (EntenteDb *db, EntenteId id, GError **error)
{
  g_autofree char *number = entente_id_format (id);

  g_set_error (
    error,
    ENTENTE_ERROR,
    ENTENTE_ERROR_CORRUPT,
    _ ("The study “%s” is damaged: the record with number %s cannot be read. Open a backup "
       "of it."),
    db->path,
    number);
  return FALSE;
}

static gboolean
refuse_row (EntenteDb *db, EntenteStatement *statement, GError **error)
{
  return refuse_id (db, entente_statement_get_int (statement, 0), error);
}

/* Every row of @statement. */
static gboolean
read_statement (Reader *reader, EntenteStatement *statement, RowFunc func, GError **error)
{
  EntenteStepResult result;

  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    if (!func (reader, statement))
      return refuse_row (reader->db, statement, error);
  }
  return result == ENTENTE_STEP_DONE;
}

static gboolean
read_query (Reader *reader, const char *sql, RowFunc func, GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (reader->db, sql, error);

  return statement != NULL && read_statement (reader, statement, func, error);
}

typedef struct {
  Reader *reader;
  RowFunc func;
} Scan;

static gboolean
scan_row (EntenteStatement *row, gpointer data)
{
  Scan *scan = data;

  return scan->func (scan->reader, row);
}

/* A whole table. */
static gboolean
scan_table (Reader *reader, const char *columns, const char *from, RowFunc func, GError **error)
{
  Scan scan = { reader, func };
  gboolean is_refused;
  EntenteId refused;

  if (entente_statement_scan (reader->db,
                              columns,
                              from,
                              scan_row,
                              &scan,
                              &is_refused,
                              &refused,
                              error))
    return TRUE;
  return is_refused ? refuse_id (reader->db, refused, error) : FALSE;
}

/* ---- events ---- */

#define EVENT_FIELDS                                                                               \
  "id, kind, when_earliest_start, when_latest_start, when_earliest_end, when_latest_end,"          \
  " when_form, when_precision, when_basis, when_flags, when_day_order, telling, track, place,"     \
  " medium, mode, judgement, pinned, private, planned_edtf > '', when_edtf"
#define EVENT_TABLE "FROM event"
#define EVENT_COLUMNS "SELECT " EVENT_FIELDS " " EVENT_TABLE

static gint64
get_point (EntenteStatement *statement, int column, gint64 open)
{
  return entente_statement_is_null (statement, column)
           ? open
           : entente_statement_get_int (statement, column);
}

static gboolean
read_points (EntenteStatement *statement, int column, EntenteDatePoints *points)
{
  points->earliest_start = get_point (statement, column, ENTENTE_TIME_MIN);
  points->latest_start = get_point (statement, column + 1, ENTENTE_TIME_MAX);
  points->earliest_end = get_point (statement, column + 2, ENTENTE_TIME_MIN);
  points->latest_end = get_point (statement, column + 3, ENTENTE_TIME_MAX);
  return points->earliest_start <= points->latest_start &&
         points->earliest_end <= points->latest_end && points->earliest_start < points->latest_end;
}

static guint16
read_event_flags (EntenteStatement *statement)
{
  guint flags = (guint) entente_statement_get_int (statement, 9);

  flags &= ENTENTE_ROW_UNCERTAIN | ENTENTE_ROW_APPROXIMATE | ENTENTE_ROW_STILL_SO |
           ENTENTE_ROW_BOUNDED_START | ENTENTE_ROW_BOUNDED_END | ENTENTE_ROW_READINGS;
  flags |= entente_statement_get_int (statement, 17) != 0 ? ENTENTE_ROW_PINNED : 0;
  flags |= entente_statement_get_int (statement, 18) != 0 ? ENTENTE_ROW_PRIVATE : 0;
  flags |= entente_statement_get_int (statement, 19) != 0 ? ENTENTE_ROW_PLANNED : 0;
  return (guint16) flags;
}

/* What was told cannot be worked out of the narrowed points: it is in the value alone. */
static gboolean
read_told (EntenteStatement *statement, EntenteEventRow *row)
{
  g_autoptr (EntenteDate) date = NULL;

  if ((row->flags & ENTENTE_ROW_BOUNDED) == 0)
    return TRUE;
  date = entente_date_parse (entente_statement_get_text (statement, 20), NULL);
  if (date != NULL)
    row->told = entente_date_points_get_window (&date->told);
  return date != NULL;
}

static gint32
get_int32 (EntenteStatement *statement, int column)
{
  return (gint32) CLAMP (entente_statement_get_int (statement, column), G_MININT32, G_MAXINT32);
}

static gboolean
read_event (Reader *reader, EntenteStatement *statement)
{
  EntenteEventRow row = { .id = entente_statement_get_int (statement, 0) };

  if (entente_hidden_contains (reader->hidden, ENTENTE_ENTITY_EVENT, row.id))
    return TRUE;
  row.kind = entente_nicks_read_kind (statement, 1);
  row.flags = read_event_flags (statement);
  row.day_order = get_int32 (statement, 10);
  row.telling = MAX (get_int32 (statement, 11), 0);
  row.track = entente_statement_get_int (statement, 12);
  row.place = entente_statement_get_int (statement, 13);
  if (!read_points (statement, 2, &row.points) || !read_told (statement, &row) ||
      !entente_nicks_read (statement, 6, ENTENTE_NICKS_FORM, &row.form) ||
      !entente_nicks_read (statement, 7, ENTENTE_NICKS_PRECISION, &row.precision) ||
      !entente_nicks_read (statement, 8, ENTENTE_NICKS_BASIS, &row.basis) ||
      !entente_nicks_read (statement, 14, ENTENTE_NICKS_MEDIUM, &row.medium) ||
      !entente_nicks_read (statement, 15, ENTENTE_NICKS_MODE, &row.mode) ||
      !entente_nicks_read (statement, 16, ENTENTE_NICKS_JUDGEMENT, &row.judgement))
    return FALSE;
  reader->sink->event (reader->data, &row);
  return TRUE;
}

/* ---- what hangs on events ---- */

#define PARTICIPATION_FIELDS "id, event, actor, role, speaks_for"
#define PARTICIPATION_TABLE "FROM participation"
#define PARTICIPATION_COLUMNS "SELECT " PARTICIPATION_FIELDS " " PARTICIPATION_TABLE

static gboolean
read_participation (Reader *reader, EntenteStatement *statement)
{
  EntenteParticipationRow row;
  EntenteId id = entente_statement_get_int (statement, 0);

  if (entente_hidden_contains (reader->hidden, ENTENTE_ENTITY_PARTICIPATION, id))
    return TRUE;
  row.event = entente_statement_get_int (statement, 1);
  row.actor = entente_statement_get_int (statement, 2);
  row.speaks_for = entente_statement_get_int (statement, 4);
  if (!entente_nicks_read (statement, 3, ENTENTE_NICKS_ROLE, &row.role))
    return FALSE;
  reader->sink->participation (reader->data, &row);
  return TRUE;
}

#define EVENT_ISSUE_FIELDS "event, issue"
#define EVENT_ISSUE_TABLE "FROM event_issue"
#define EVENT_ISSUE_COLUMNS "SELECT " EVENT_ISSUE_FIELDS " " EVENT_ISSUE_TABLE

static gboolean
read_event_issue (Reader *reader, EntenteStatement *statement)
{
  EntenteId event = entente_statement_get_int (statement, 0);

  if (!entente_hidden_contains (reader->hidden, ENTENTE_ENTITY_EVENT, event))
    reader->sink->event_issue (reader->data, event, entente_statement_get_int (statement, 1));
  return TRUE;
}

/* A claim that names an outlet in words is not one of the article's publication. */
#define CLAIM_FIELDS                                                                               \
  "claim.id, claim.event, revision.article, coalesce (claim.outlet,"                               \
  " CASE WHEN claim.outlet_name IS NULL THEN article.publication END),"                            \
  " claim.speaker, claim.outlet_name, claim.claimed_when_edtf, claim.claimed_when_extra,"          \
  " claim.claimed_kind, claim.claimed_text, claim.stance, claim.hedge, claim.claimed_place"
#define CLAIM_TABLE                                                                                \
  "FROM claim LEFT JOIN passage ON passage.id = claim.passage"                                     \
  " LEFT JOIN revision ON revision.id = passage.revision"                                          \
  " LEFT JOIN article ON article.id = revision.article"
#define CLAIM_COLUMNS "SELECT " CLAIM_FIELDS " " CLAIM_TABLE

static gboolean
read_claimed (EntenteStatement *statement, EntenteClaimRow *row)
{
  const char *edtf = entente_statement_get_text (statement, 6);
  g_autoptr (EntenteDate) date = NULL;

  row->claimed =
    (EntenteDatePoints){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX, ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  row->has_claimed = edtf != NULL && *edtf != '\0';
  if (!row->has_claimed)
    return TRUE;
  date = entente_date_read (edtf, NULL, entente_statement_get_text (statement, 7), NULL);
  if (date != NULL)
    row->claimed = date->points;
  return date != NULL;
}

static void
read_claimed_parties (Reader *reader, EntenteClaimRow *row)
{
  const EntenteClaimedParties *parties = g_hash_table_lookup (reader->claimed, &row->id);

  row->claimed_who = parties != NULL ? parties->who : NULL;
  row->claimed_to = parties != NULL ? parties->to : NULL;
}

/* Before the claims of @event, or all claims when it is none, are read. */
static gboolean
prepare_claims (Reader *reader, EntenteId event, GError **error)
{
  g_clear_pointer (&reader->claimed, g_hash_table_unref);
  reader->claimed = entente_claimed_parties_read (reader->db, event, error);
  return reader->claimed != NULL;
}

static gboolean
read_claim (Reader *reader, EntenteStatement *statement)
{
  EntenteClaimRow row = { .id = entente_statement_get_int (statement, 0) };

  if (entente_hidden_contains (reader->hidden, ENTENTE_ENTITY_CLAIM, row.id))
    return TRUE;
  row.event = entente_statement_get_int (statement, 1);
  row.article = entente_statement_get_int (statement, 2);
  row.outlet = entente_statement_get_int (statement, 3);
  row.speaker = entente_statement_get_int (statement, 4);
  row.outlet_name = entente_statement_get_text (statement, 5);
  row.claimed_kind = entente_statement_get_text (statement, 8);
  row.claimed_text = entente_statement_get_text (statement, 9);
  row.claimed_place = entente_statement_get_int (statement, 12);
  read_claimed_parties (reader, &row);
  if (!entente_statement_is_valid (statement, 5) || !entente_statement_is_valid (statement, 8) ||
      !entente_statement_is_valid (statement, 9) || !read_claimed (statement, &row) ||
      !entente_nicks_read (statement, 10, ENTENTE_NICKS_STANCE, &row.stance) ||
      !entente_nicks_read (statement, 11, ENTENTE_NICKS_HEDGE, &row.hedge))
    return FALSE;
  reader->sink->claim (reader->data, &row);
  return TRUE;
}

#define LINK_FIELDS "id, \"from\", \"to\", type, basis"
#define LINK_TABLE "FROM link"
#define LINK_COLUMNS "SELECT " LINK_FIELDS " " LINK_TABLE

static gboolean
read_link (Reader *reader, EntenteStatement *statement)
{
  EntenteLinkRow row = { .id = entente_statement_get_int (statement, 0) };

  if (entente_hidden_contains (reader->hidden, ENTENTE_ENTITY_LINK, row.id))
    return TRUE;
  row.from = entente_statement_get_int (statement, 1);
  row.to = entente_statement_get_int (statement, 2);
  if (!entente_nicks_read (statement, 3, ENTENTE_NICKS_LINK_TYPE, &row.type) ||
      !entente_nicks_read (statement, 4, ENTENTE_NICKS_LINK_BASIS, &row.basis))
    return FALSE;
  reader->sink->link (reader->data, &row);
  return TRUE;
}

#define ORDER_FIELDS "id, event, other, relation, days, passage"
#define ORDER_TABLE "FROM event_order"
#define ORDER_COLUMNS "SELECT " ORDER_FIELDS " " ORDER_TABLE

static gboolean
read_order (Reader *reader, EntenteStatement *statement)
{
  EntenteOrderRow row = { .id = entente_statement_get_int (statement, 0) };

  if (entente_hidden_contains (reader->hidden, ENTENTE_ENTITY_ORDER, row.id))
    return TRUE;
  row.event = entente_statement_get_int (statement, 1);
  row.other = entente_statement_get_int (statement, 2);
  row.days = entente_statement_get_int (statement, 4);
  row.passage = entente_statement_get_int (statement, 5);
  if (!entente_nicks_read (statement, 3, ENTENTE_NICKS_ORDER_RELATION, &row.relation))
    return FALSE;
  reader->sink->order (reader->data, &row);
  return TRUE;
}

/* ---- registry ---- */

typedef void (*RecordFunc) (gpointer data, gconstpointer record);

/* Every record of @entity to @func, which is a function of the sink. */
static gboolean
read_records (Reader *reader, EntenteEntity entity, RecordFunc func, GError **error)
{
  const EntenteTable *table = entente_table_get (entity);
  const char *order = entity == ENTENTE_ENTITY_ARTICLE ? "ORDER BY sequence" : "";
  g_autoptr (EntenteStatement) statement = entente_table_select (reader->db, table, order, error);
  EntenteStepResult result;

  if (statement == NULL)
    return FALSE;
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW) {
    g_autoptr (EntenteRecord) record = NULL;

    if (entente_hidden_contains (reader->hidden, entity, entente_statement_get_int (statement, 0)))
      continue;
    record = entente_table_read (reader->db, table, statement, error);
    if (record == NULL)
      return FALSE;
    func (reader->data, record);
  }
  return result == ENTENTE_STEP_DONE;
}

gboolean
entente_rows_read_registry (EntenteDb *db,
                            const EntenteHidden *hidden,
                            const EntenteRowSink *sink,
                            gpointer data,
                            GError **error)
{
  Reader reader = { .db = db, .hidden = hidden, .sink = sink, .data = data };
  const struct {
    EntenteEntity entity;
    RecordFunc func;
  } entities[] = {
    { ENTENTE_ENTITY_ACTOR, (RecordFunc) sink->actor },
    { ENTENTE_ENTITY_ALIAS, (RecordFunc) sink->alias },
    { ENTENTE_ENTITY_AFFILIATION, (RecordFunc) sink->affiliation },
    { ENTENTE_ENTITY_PLACE, (RecordFunc) sink->place },
    { ENTENTE_ENTITY_TRACK, (RecordFunc) sink->track },
    { ENTENTE_ENTITY_ISSUE, (RecordFunc) sink->issue },
    { ENTENTE_ENTITY_ERA, (RecordFunc) sink->era },
    { ENTENTE_ENTITY_TURNING_POINT, (RecordFunc) sink->turning_point },
    { ENTENTE_ENTITY_ARTICLE, (RecordFunc) sink->article },
    { ENTENTE_ENTITY_FIELD, (RecordFunc) sink->field },
    { ENTENTE_ENTITY_FIELD_VALUE, (RecordFunc) sink->field_value },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    if (entities[i].func != NULL &&
        !read_records (&reader, entities[i].entity, entities[i].func, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_rows_read_all (EntenteDb *db,
                       const EntenteHidden *hidden,
                       const EntenteRowSink *sink,
                       gpointer data,
                       GError **error)
{
  g_auto (Reader) reader = { .db = db, .hidden = hidden, .sink = sink, .data = data };
  const struct {
    gboolean wanted;
    const char *columns, *table;
    RowFunc func;
  } tables[] = {
    { sink->event != NULL, EVENT_FIELDS, EVENT_TABLE, read_event },
    { sink->participation != NULL, PARTICIPATION_FIELDS, PARTICIPATION_TABLE, read_participation },
    { sink->event_issue != NULL, EVENT_ISSUE_FIELDS, EVENT_ISSUE_TABLE, read_event_issue },
    { sink->claim != NULL, CLAIM_FIELDS, CLAIM_TABLE, read_claim },
    { sink->link != NULL, LINK_FIELDS, LINK_TABLE, read_link },
    { sink->order != NULL, ORDER_FIELDS, ORDER_TABLE, read_order },
  };

  if (!entente_rows_read_registry (db, hidden, sink, data, error) ||
      !prepare_claims (&reader, ENTENTE_ID_NONE, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (tables[i].wanted &&
        !scan_table (&reader, tables[i].columns, tables[i].table, tables[i].func, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_rows_read_words (EntenteDb *db, const EntenteRowSink *sink, gpointer data, GError **error)
{
  g_auto (Reader) reader = { .db = db, .sink = sink, .data = data };

  return entente_rows_read_registry (db, NULL, sink, data, error) &&
         prepare_claims (&reader, ENTENTE_ID_NONE, error) &&
         read_query (&reader,
                     EVENT_COLUMNS " WHERE id IN (SELECT event FROM event_order UNION"
                                   " SELECT other FROM event_order) ORDER BY id",
                     read_event,
                     error) &&
         read_query (&reader,
                     CLAIM_COLUMNS " WHERE claim.outlet_name > '' OR claim.claimed_when_edtf > ''"
                                   " OR claim.claimed_kind > '' OR claim.claimed_text > ''"
                                   " OR claim.claimed_place IS NOT NULL"
                                   " OR claim.id IN (SELECT claim FROM claim_actor)",
                     read_claim,
                     error) &&
         read_query (&reader, ORDER_COLUMNS, read_order, error);
}

/* The same tables by event. A link or order whose two ends are both asked for is given once, with
 * its first. */
static gboolean
read_some (Reader *reader,
           const char *sql,
           RowFunc func,
           const EntenteId *events,
           guint n,
           GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (reader->db, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    entente_statement_bind_int (statement, 1, events[i]);
    if ((func == read_claim && !prepare_claims (reader, events[i], error)) ||
        !read_statement (reader, statement, func, error))
      return FALSE;
    entente_statement_reset (statement);
  }
  return TRUE;
}

/* Rows by their second end, which @sql asks for; but for those whose first end is asked for too. */
static gboolean
read_by_second_end (Reader *reader,
                    const char *sql,
                    RowFunc func,
                    const EntenteId *events,
                    guint n,
                    GError **error)
{
  g_autoptr (EntenteStatement) statement = entente_statement_prepare (reader->db, sql, error);
  g_autofree EntenteIdSet *asked = g_new0 (EntenteIdSet, 1);
  gboolean whole = statement != NULL;

  for (guint i = 0; i < n; i++)
    entente_id_set_add (asked, events[i]);
  for (guint i = 0; i < n && whole; i++) {
    EntenteStepResult result;

    entente_statement_bind_int (statement, 1, events[i]);
    while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW && whole) {
      if (!entente_id_set_contains (asked, entente_statement_get_int (statement, 1)) &&
          !func (reader, statement))
        whole = refuse_row (reader->db, statement, error);
    }
    whole = whole && result == ENTENTE_STEP_DONE;
    entente_statement_reset (statement);
  }
  entente_id_set_clear (asked);
  return whole;
}

gboolean
entente_rows_read_some (EntenteDb *db,
                        const EntenteHidden *hidden,
                        const EntenteId *events,
                        guint n_events,
                        const EntenteRowSink *sink,
                        gpointer data,
                        GError **error)
{
  g_auto (Reader) reader = { .db = db, .hidden = hidden, .sink = sink, .data = data };
  const struct {
    gboolean wanted;
    const char *sql;
    RowFunc func;
  } tables[] = {
    { sink->event != NULL, EVENT_COLUMNS " WHERE id = ?1", read_event },
    { sink->participation != NULL,
      PARTICIPATION_COLUMNS " WHERE event = ?1 ORDER BY id",
      read_participation },
    { sink->event_issue != NULL, EVENT_ISSUE_COLUMNS " WHERE event = ?1", read_event_issue },
    { sink->claim != NULL, CLAIM_COLUMNS " WHERE claim.event = ?1 ORDER BY claim.id", read_claim },
    { sink->link != NULL, LINK_COLUMNS " WHERE \"from\" = ?1 ORDER BY id", read_link },
    { sink->order != NULL, ORDER_COLUMNS " WHERE event = ?1 ORDER BY id", read_order },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    if (tables[i].wanted &&
        !read_some (&reader, tables[i].sql, tables[i].func, events, n_events, error))
      return FALSE;
  }
  if (sink->link != NULL && !read_by_second_end (&reader,
                                                 LINK_COLUMNS " WHERE \"to\" = ?1",
                                                 read_link,
                                                 events,
                                                 n_events,
                                                 error))
    return FALSE;
  return sink->order == NULL || read_by_second_end (&reader,
                                                    ORDER_COLUMNS " WHERE other = ?1",
                                                    read_order,
                                                    events,
                                                    n_events,
                                                    error);
}
