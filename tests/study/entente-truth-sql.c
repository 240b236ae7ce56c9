/* Filters as plain SQL over the stored rows of a study. */
#include "config.h"

#include "entente-truth-sql.h"

#include "entente-query-fields.h"

/* Roles that a filter of actors matches unless others are asked for. */
#define MATCHING                                                                                   \
  "'initiator','addressee','participant','host','mediator','signatory','guarantor','invited',"     \
  "'spokesman'"
#define EARLIEST "(-9223372036854775807 - 1)"
#define LATEST "9223372036854775807"

/* `moment`: from when to when each date lies as it was told.
 * `belongs`: who belonged to whom, when: possibly (mode 1) and surely (mode 2). A way through
 * several affiliations holds only while all of them do. An affiliation is sure from the latest
 * start to the earliest end. `stands`: for whom each participation stands, alone (mode 0) and with
 * members at the date of the event. */
static const char prepare[] =
  "CREATE TEMP TABLE moment (edtf TEXT PRIMARY KEY, lo INTEGER, hi INTEGER);"
  "INSERT INTO moment WITH value AS ("
  "  SELECT '' AS edtf UNION SELECT when_edtf FROM event UNION SELECT from_edtf FROM affiliation"
  "  UNION SELECT to_edtf FROM affiliation),"
  "bare AS (SELECT edtf, replace(replace(replace(replace(edtf,'[',''),']',''),'~',''),'?','') AS "
  "text FROM value),"
  "sign AS (SELECT edtf, text, CASE WHEN instr(text,'/') THEN '/' WHEN instr(text,'..') THEN '..'"
  "  WHEN instr(text,',') THEN ',' END AS sign FROM bare WHERE edtf IS NOT NULL),"
  "ends AS (SELECT edtf,"
  "  CASE WHEN sign IS NULL THEN text ELSE substr(text,1,instr(text,sign)-1) END AS first,"
  "  CASE WHEN sign IS NULL THEN text ELSE substr(text,instr(text,sign)+length(sign)) END AS last"
  "  FROM sign)"
  "SELECT edtf,"
  "  CASE WHEN first IN ('','..') THEN " EARLIEST
  "    ELSE CAST(strftime('%s',first||substr('-01-01',length(first)-3)) AS INTEGER) END,"
  "  CASE WHEN last IN ('','..') THEN " LATEST
  "    ELSE CAST(strftime('%s',last||substr('-01-01',length(last)-3),"
  "      CASE length(last) WHEN 4 THEN '+1 year' WHEN 7 THEN '+1 month' ELSE '+1 day' END)"
  "      AS INTEGER) END FROM ends;"

  "CREATE TEMP TABLE belongs AS WITH RECURSIVE step AS ("
  "  SELECT 1 AS mode, a.actor, a.parent, ifnull(f.lo," EARLIEST ") AS lo, ifnull(t.hi," LATEST
  ") AS hi"
  "  FROM affiliation a LEFT JOIN moment f ON f.edtf=a.from_edtf LEFT JOIN moment t ON "
  "t.edtf=a.to_edtf"
  "  UNION SELECT 2, a.actor, a.parent, f.hi, CASE WHEN a.to_edtf IS NULL THEN " LATEST
  " ELSE t.lo END"
  "  FROM affiliation a JOIN moment f ON f.edtf=a.from_edtf LEFT JOIN moment t ON t.edtf=a.to_edtf"
  "  WHERE a.certainty='certain'),"
  "climb AS (SELECT * FROM step WHERE lo<hi"
  "  UNION SELECT c.mode, c.actor, s.parent, max(c.lo,s.lo), min(c.hi,s.hi)"
  "  FROM climb c JOIN step s ON s.mode=c.mode AND s.actor=c.parent"
  "  WHERE max(c.lo,s.lo)<min(c.hi,s.hi))"
  "SELECT * FROM climb;"

  "CREATE TEMP TABLE stands AS WITH taking AS ("
  "  SELECT id AS part, event, actor AS self, role, actor AS whom FROM participation"
  "  UNION SELECT id, event, actor, role, speaks_for FROM participation"
  "  WHERE role='spokesman' AND speaks_for IS NOT NULL),"
  "timed AS (SELECT t.*, ifnull(e.when_earliest_start," EARLIEST ") AS lo,"
  "  ifnull(e.when_latest_end," LATEST ") AS hi FROM taking t JOIN event e ON e.id=t.event),"
  "mode AS (SELECT 0 AS mode UNION SELECT 1 UNION SELECT 2)"
  "SELECT mode, event, part, self, role, whom AS actor FROM timed, mode"
  " UNION SELECT 1, t.event, t.part, t.self, t.role, b.parent FROM timed t"
  "  JOIN belongs b ON b.actor=t.whom AND b.mode=1 AND b.lo<t.hi AND b.hi>t.lo"
  " UNION SELECT 2, t.event, t.part, t.self, t.role, b.parent FROM timed t"
  "  JOIN belongs b ON b.actor=t.whom AND b.mode=2 AND b.lo<=t.lo AND b.hi>=t.hi;"
  "CREATE INDEX temp.stands_event ON stands (event, mode, actor);"

  "CREATE TEMP TABLE told AS SELECT c.event, r.article, c.speaker,"
  "  CASE WHEN c.outlet IS NOT NULL THEN c.outlet WHEN c.outlet_name IS NULL THEN a.publication END"
  "  AS outlet FROM claim c LEFT JOIN passage p ON p.id=c.passage"
  "  LEFT JOIN revision r ON r.id=p.revision LEFT JOIN article a ON a.id=r.article;"
  "CREATE INDEX temp.told_event ON told (event);"
  "CREATE TEMP TABLE kind (name TEXT PRIMARY KEY, family INTEGER, expects INTEGER);"
  "CREATE TEMP TABLE derived (event INTEGER PRIMARY KEY, evidence INTEGER, status INTEGER);";

/* ---- the file ---- */

static void
run (sqlite3 *handle, const char *sql)
{
  int code = sqlite3_exec (handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (handle), sql);
}

sqlite3 *
entente_truth_open (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  run (handle, prepare);
  for (guint i = 0; i < entente_kind_count (); i++) {
    const EntenteKind *kind = entente_kind_get (i);
    g_autofree char *sql = g_strdup_printf ("INSERT INTO kind VALUES ('%s',%d,%d)",
                                            kind->id,
                                            (int) kind->group,
                                            kind->expects_answer);

    run (handle, sql);
  }
  return handle;
}

void
entente_truth_add_derived (sqlite3 *handle, const EntenteChronicle *chronicle)
{
  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    g_autofree char *sql =
      g_strdup_printf ("INSERT INTO derived VALUES (%" G_GINT64_FORMAT ",%d,%d)",
                       entente_chronicle_get_id (chronicle, row),
                       (int) entente_chronicle_get_evidence (chronicle, row),
                       (int) entente_chronicle_get_status (chronicle, row));

    run (handle, sql);
  }
}

static sqlite3_stmt *
ask (sqlite3 *handle, const char *what, const char *condition)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM event e JOIN derived d ON d.event=e.id JOIN"
                     " kind k ON k.name=e.kind WHERE %s",
                     what,
                     condition);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (handle), sql);
  return statement;
}

GHashTable *
entente_truth_select (sqlite3 *handle, const char *condition)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sqlite3_stmt *statement = ask (handle, "e.id", condition);

  while (sqlite3_step (statement) == SQLITE_ROW) {
    gint64 id = sqlite3_column_int64 (statement, 0);

    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  }
  sqlite3_finalize (statement);
  return ids;
}

guint
entente_truth_count (sqlite3 *handle, const char *condition)
{
  sqlite3_stmt *statement = ask (handle, "count(*)", condition);
  guint count;

  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = (guint) sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

/* ---- conditions ---- */

static void G_GNUC_PRINTF (2, 3) add_condition (GString *sql, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (sql->len > 0)
    g_string_append (sql, " AND ");
  g_string_append_printf (sql, "(%s)", text);
}

static gboolean
has_ids (const GArray *ids)
{
  return ids != NULL && ids->len > 0;
}

/* "1,2,3". Free. */
static char *
list_ids (const GArray *ids, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < n; i++)
    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT,
                            i > 0 ? "," : "",
                            g_array_index (ids, EntenteId, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Nicks of the values of a mask, as strings of SQL. Free. */
static char *
list_nicks (EntenteEnum vocabulary, guint32 mask)
{
  g_autoptr (GString) text = g_string_new ("''");

  for (int i = 0; i < entente_enum_count (vocabulary); i++) {
    if (mask >> i & 1)
      g_string_append_printf (text, ",'%s'", entente_enum_nick (vocabulary, i));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
list_numbers (guint64 mask, guint64 more)
{
  g_autoptr (GString) text = g_string_new ("-1");

  for (guint i = 0; i < 128; i++) {
    if ((i < 64 ? mask >> i : more >> (i - 64)) & 1)
      g_string_append_printf (text, ",%u", i);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- actors ---- */

static int
get_mode (const EntenteQuery *query)
{
  if (!query->members)
    return 0;
  return query->members_surely ? 2 : 1;
}

/* The roles that count. Free. */
static char *
list_roles (const EntenteQuery *query)
{
  return query->roles == 0 ? g_strdup (MATCHING) : list_nicks (ENTENTE_ENUM_ROLE, query->roles);
}

char *
entente_truth_write_takes_part (const EntenteQuery *query, const char *ids)
{
  g_autofree char *roles = list_roles (query);

  return g_strdup_printf ("EXISTS (SELECT 1 FROM stands s WHERE s.event=e.id AND s.mode=%d AND"
                          " s.actor IN (%s) AND s.role IN (%s))",
                          get_mode (query),
                          ids,
                          roles);
}

/* Each takes part, met by different participants. */
static char *
write_all (const EntenteQuery *query)
{
  g_autofree char *roles = list_roles (query);
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new ("1");

  for (guint i = 0; i < query->actors->len; i++) {
    g_string_append_printf (from, "%sstands s%u", i > 0 ? "," : "", i);
    g_string_append_printf (where,
                            " AND s%u.event=e.id AND s%u.mode=%d AND s%u.role IN (%s) AND"
                            " s%u.actor=%" G_GINT64_FORMAT,
                            i,
                            i,
                            get_mode (query),
                            i,
                            roles,
                            i,
                            g_array_index (query->actors, EntenteId, i));
    for (guint other = 0; other < i; other++)
      g_string_append_printf (where, " AND s%u.self<>s%u.self", i, other);
  }
  return g_strdup_printf ("EXISTS (SELECT 1 FROM %s WHERE %s)", from->str, where->str);
}

/* Two participants, one for each, of which @what holds. */
static char *
write_pair (const EntenteQuery *query, EntenteId a, EntenteId b, const char *what)
{
  g_autofree char *roles = list_roles (query);

  return g_strdup_printf (
    "EXISTS (SELECT 1 FROM stands a, stands b WHERE a.event=e.id AND b.event=e.id AND a.mode=%d AND"
    " b.mode=%d AND a.actor=%" G_GINT64_FORMAT " AND b.actor=%" G_GINT64_FORMAT
    " AND a.self<>b.self AND a.role IN (%s) AND b.role IN (%s) AND %s)",
    get_mode (query),
    get_mode (query),
    a,
    b,
    roles,
    roles,
    what);
}

static char *
write_between (const EntenteQuery *query)
{
  EntenteId a = g_array_index (query->actors, EntenteId, 0);
  EntenteId b = g_array_index (query->actors, EntenteId, 1);
  const char *towards = "a.role='initiator' AND b.role IN ('addressee','invited')";
  g_autofree char *there = write_pair (query, a, b, towards);
  g_autofree char *back = write_pair (query, b, a, towards);
  g_autofree char *alike =
    write_pair (query, a, b, "a.role=b.role AND a.role NOT IN ('addressee','invited')");

  if (query->direction == ENTENTE_FIRST_TO_SECOND)
    return g_steal_pointer (&there);
  if (query->direction == ENTENTE_SECOND_TO_FIRST)
    return g_steal_pointer (&back);
  return g_strdup_printf ("%s OR %s OR %s", there, back, alike);
}

static char *
write_match (const EntenteQuery *query)
{
  g_autofree char *ids = list_ids (query->actors, G_MAXUINT);
  g_autofree char *takes_part = entente_truth_write_takes_part (query, ids);

  if (query->match == ENTENTE_MATCH_ALL)
    return write_all (query);
  if (query->match == ENTENTE_MATCH_BETWEEN && query->actors->len >= 2)
    return write_between (query);
  if (query->match == ENTENTE_MATCH_NONE)
    return g_strdup_printf ("NOT %s", takes_part);
  return g_steal_pointer (&takes_part);
}

static void
add_actors (GString *sql, const EntenteQuery *query)
{
  g_autofree char *match = NULL;

  if (!has_ids (query->actors))
    return;
  match = write_match (query);
  add_condition (sql, "%s", match);
  /* "Only these" means nothing of those that take no part. */
  if (query->exclusive && query->match != ENTENTE_MATCH_NONE) {
    gboolean is_dyad = query->match == ENTENTE_MATCH_BETWEEN;
    g_autofree char *ids = list_ids (query->actors, is_dyad ? 2 : G_MAXUINT);
    g_autofree char *roles = list_roles (query);

    add_condition (sql,
                   "NOT EXISTS (SELECT 1 FROM participation p WHERE p.event=e.id AND p.role IN (%s)"
                   " AND NOT EXISTS (SELECT 1 FROM stands s WHERE s.event=e.id AND s.part=p.id AND"
                   " s.mode=%d AND s.actor IN (%s)))",
                   roles,
                   get_mode (query),
                   ids);
  }
}

static void
add_side (GString *sql, const EntenteQuery *query, const GArray *actors, const char *roles)
{
  g_autofree char *ids = NULL;

  if (!has_ids (actors))
    return;
  ids = list_ids (actors, G_MAXUINT);
  add_condition (
    sql,
    "EXISTS (SELECT 1 FROM stands s WHERE s.event=e.id AND s.mode=%d AND s.actor IN (%s)"
    " AND s.role IN (%s))",
    get_mode (query),
    ids,
    roles);
}

/* ---- facts ---- */

static void
add_nicks (GString *sql, const char *column, EntenteEnum vocabulary, guint32 mask)
{
  g_autofree char *nicks = NULL;

  if (mask == 0)
    return;
  nicks = list_nicks (vocabulary, mask);
  add_condition (sql, "%s IN (%s)", column, nicks);
}

static void
add_numbers (GString *sql, const char *column, guint64 mask)
{
  g_autofree char *numbers = NULL;

  if (mask == 0)
    return;
  numbers = list_numbers (mask, 0);
  add_condition (sql, "%s IN (%s)", column, numbers);
}

static void
add_kinds (GString *sql, const EntenteQuery *query)
{
  g_autofree char *numbers = list_numbers (query->kinds[0], query->kinds[1]);

  if (query->kinds[0] != 0 || query->kinds[1] != 0)
    add_condition (sql, "(SELECT n.rowid-1 FROM kind n WHERE n.name=e.kind) IN (%s)", numbers);
}

#define ANSWERED                                                                                   \
  "CASE WHEN NOT k.expects THEN 0 WHEN EXISTS (SELECT 1 FROM link l WHERE l.\"to\"=e.id AND"       \
  " l.type IN ('accepts','accepts-conditionally','refuses','counters','answers',"                  \
  "'declines-to-answer')) THEN 1 ELSE 2 END"
/* Nothing was told, though a note may bound it. */
#define UNDATED "(ifnull(e.when_edtf,'')='')"

static void
add_facts (GString *sql, const EntenteQuery *query)
{
  add_kinds (sql, query);
  add_numbers (sql, "k.family", query->groups);
  add_numbers (sql, "d.evidence", query->evidence);
  add_numbers (sql, "d.status", query->status);
  add_numbers (sql, ANSWERED, query->answered);
  add_numbers (sql, UNDATED, query->dated);
  add_nicks (sql, "e.judgement", ENTENTE_ENUM_JUDGEMENT, query->judgement);
  add_nicks (sql, "e.mode", ENTENTE_ENUM_MODE, query->mode);
  add_nicks (sql, "e.medium", ENTENTE_ENUM_MEDIUM, query->medium);
}

/* ---- what belongs to an event ---- */

/* The records of a kind that an event has, one column. */
static const char *const having[ENTENTE_N_LISTED] = {
  [ENTENTE_LISTED_TRACK] = "SELECT e.track WHERE e.track IS NOT NULL",
  [ENTENTE_LISTED_PLACE] = "SELECT e.place WHERE e.place IS NOT NULL",
  [ENTENTE_LISTED_ISSUE] = "SELECT i.issue FROM event_issue i WHERE i.event=e.id",
  [ENTENTE_LISTED_ARTICLE] =
    "SELECT t.article FROM told t WHERE t.event=e.id AND t.article IS NOT NULL",
  [ENTENTE_LISTED_OUTLET] =
    "SELECT t.outlet FROM told t WHERE t.event=e.id AND t.outlet IS NOT NULL",
  [ENTENTE_LISTED_SPEAKER] =
    "SELECT t.speaker FROM told t WHERE t.event=e.id AND t.speaker IS NOT NULL",
};

/* One condition for each value that is asked for; having nothing is one more of them. */
static GPtrArray *
write_values (const EntenteQuery *query, EntenteListed listed)
{
  const GArray *ids = entente_query_get_listed (query, listed);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; has_ids (ids) && i < ids->len; i++)
    g_ptr_array_add (values,
                     g_strdup_printf ("%" G_GINT64_FORMAT " IN (%s)",
                                      g_array_index (ids, EntenteId, i),
                                      having[listed]));
  if (query->empty[listed])
    g_ptr_array_add (values, g_strdup_printf ("NOT EXISTS (%s)", having[listed]));
  return values;
}

static void
add_listed (GString *sql, const EntenteQuery *query, EntenteListed listed)
{
  g_autoptr (GPtrArray) values = write_values (query, listed);
  g_autofree char *joined = NULL;

  if (values->len == 0)
    return;
  g_ptr_array_add (values, NULL);
  joined = g_strjoinv (query->listed[listed] == ENTENTE_MATCH_ALL ? " AND " : " OR ",
                       (char **) values->pdata);
  add_condition (sql, query->listed[listed] == ENTENTE_MATCH_NONE ? "NOT (%s)" : "%s", joined);
}

/* Of the user's own fields: the same, where the values are texts. */
static void
add_field (GString *sql, const EntenteFieldAsk *ask)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *filled =
    g_strdup_printf ("SELECT v.value FROM field_value v WHERE v.subject=e.id AND v.value<>'' AND"
                     " v.field=%" G_GINT64_FORMAT,
                     ask->field);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < ask->values->len; i++)
    g_ptr_array_add (
      values,
      g_strdup_printf ("'%s' IN (%s)", (const char *) ask->values->pdata[i], filled));
  if (ask->empty)
    g_ptr_array_add (values, g_strdup_printf ("NOT EXISTS (%s)", filled));
  if (values->len == 0)
    return;
  g_ptr_array_add (values, NULL);
  joined = g_strjoinv (ask->match == ENTENTE_MATCH_ALL ? " AND " : " OR ", (char **) values->pdata);
  add_condition (sql, ask->match == ENTENTE_MATCH_NONE ? "NOT (%s)" : "%s", joined);
}

#define PART_OF "SELECT 1 FROM link l WHERE l.type='part-of' AND "

/* A meeting of which others are part, or talks from when to when. */
#define IS_ROUND                                                                                   \
  "(k.family=%u AND (EXISTS (" PART_OF "l.\"to\"=e.id) OR"                                         \
  " (e.kind='talks' AND e.when_edtf LIKE '%%/%%')))"
#define HAS_ROUND                                                                                  \
  "EXISTS (SELECT 1 FROM link l JOIN event m ON m.id=l.\"to\" JOIN kind n ON n.name=m.kind"        \
  " WHERE l.type='part-of' AND l.\"from\"=e.id AND n.family=%u)"

static void
add_rounds (GString *sql, const EntenteQuery *query)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; has_ids (query->rounds) && i < query->rounds->len; i++) {
    EntenteId id = g_array_index (query->rounds, EntenteId, i);

    g_ptr_array_add (values,
                     g_strdup_printf ("e.id=%" G_GINT64_FORMAT " OR EXISTS (" PART_OF
                                      "l.\"from\"=e.id AND l.\"to\"=%" G_GINT64_FORMAT ")",
                                      id,
                                      id));
  }
  if (query->round_empty)
    g_ptr_array_add (values,
                     g_strdup_printf ("NOT (" IS_ROUND " OR " HAS_ROUND ")",
                                      ENTENTE_GROUP_MEET,
                                      ENTENTE_GROUP_MEET));
  if (values->len == 0)
    return;
  g_ptr_array_add (values, NULL);
  joined = g_strjoinv (" OR ", (char **) values->pdata);
  add_condition (sql, "(%s)", joined);
}

static void
add_lists (GString *sql, const EntenteQuery *query)
{
  add_rounds (sql, query);
  for (guint listed = 0; listed < ENTENTE_N_LISTED; listed++)
    add_listed (sql, query, (EntenteListed) listed);
  for (guint i = 0; query->fields != NULL && i < query->fields->len; i++)
    add_field (sql, query->fields->pdata[i]);
}

/* ---- time and words ---- */

#define MOMENT(end) "(SELECT m." end " FROM moment m WHERE m.edtf=ifnull(e.when_edtf,''))"

/* Possibly: the windows overlap. Surely: the whole window as it was told lies inside, since a
 * derived bound counts as possibly. */
static void
add_time (GString *sql, const EntenteQuery *query)
{
  if (!query->has_since && !query->has_until)
    return;
  add_condition (sql, "NOT " ENTENTE_TRUTH_UNBOUND);
  if (query->has_since && query->surely)
    add_condition (sql, MOMENT ("lo") ">=%" G_GINT64_FORMAT, query->since);
  else if (query->has_since)
    add_condition (sql, "ifnull(e.when_latest_end," LATEST ")>%" G_GINT64_FORMAT, query->since);
  if (query->has_until && query->surely)
    add_condition (sql, MOMENT ("hi") "<=%" G_GINT64_FORMAT, query->until);
  else if (query->has_until)
    add_condition (sql,
                   "ifnull(e.when_earliest_start," EARLIEST ")<%" G_GINT64_FORMAT,
                   query->until);
}

/* One whole word, in the event or in what is claimed of it. */
static void
add_words (GString *sql, const EntenteQuery *query)
{
  if (query->words == NULL)
    return;
  add_condition (sql,
                 "' '||ifnull(e.title,'')||' '||ifnull(e.summary,'')||' ' LIKE '%% %s %%' OR EXISTS"
                 " (SELECT 1 FROM claim c LEFT JOIN passage p ON p.id=c.passage WHERE c.event=e.id"
                 " AND ' '||ifnull(c.note,'')||' '||ifnull(p.quote,'')||' ' LIKE '%% %s %%')",
                 query->words,
                 query->words);
}

char *
entente_truth_write (const EntenteQuery *query)
{
  GString *sql = g_string_new ("1");

  add_actors (sql, query);
  add_side (sql, query, query->by, "'initiator'");
  add_side (sql, query, query->to, "'addressee','invited'");
  add_facts (sql, query);
  add_lists (sql, query);
  add_time (sql, query);
  add_words (sql, query);
  return g_string_free (sql, FALSE);
}
