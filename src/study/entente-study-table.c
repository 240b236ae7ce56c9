/* Records as rows of a table: one list of columns for each kind of record.
 *
 * A column is a path into the JSON of the record. "a.b" goes into an object; an array of objects is
 * written with one of their members each, "participants:actor", those of one role with
 * "participants:actor=initiator"; "claims#" is the number of entries.
 */

#include "config.h"

#include "entente-study-table.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *path;
} Column;

static const Column event_columns[] = {
  { "id", "id" },
  { "when", "when.edtf" },
  { "title", "title" },
  { "kind", "kind" },
  { "group", "group" },
  { "wording", "when.wording" },
  { "earliest", "when.earliest" },
  { "latest", "when.latest" },
  { "initiators", "participants:actor=initiator" },
  { "addressees", "participants:actor=addressee" },
  { "participants", "participants:actor" },
  { "roles", "participants:role" },
  { "evidence", "evidence" },
  { "status", "status" },
  { "answered", "answered" },
  { "mode", "mode" },
  { "judgement", "judgement" },
  { "track", "track_name" },
  { "place", "place_name" },
  { "claims", "claims#" },
  { "links", "links#" },
  { "articles", "articles:title" },
  { "summary", "summary" },
  { NULL, NULL },
};

static const Column actor_columns[] = {
  { "id", "id" },
  { "name", "name" },
  { "kind", "kind" },
  { "short_label", "short_label" },
  { "events", "events" },
  { "aliases", "aliases:text" },
  { "affiliations", "affiliations:parent_name" },
  { "wikidata", "wikidata" },
  { "iso3166", "iso3166" },
  { "cameo", "cameo" },
  { "note", "note" },
  { NULL, NULL },
};

static const Column article_columns[] = {
  { "id", "id" },
  { "published", "published.edtf" },
  { "title", "title" },
  { "authors", "authors" },
  { "publication", "publication_name" },
  { "language", "language" },
  { "url", "url" },
  { "note", "note" },
  { NULL, NULL },
};

static const Column claim_columns[] = {
  { "id", "id" },
  { "event", "event" },
  { "event_title", "event_title" },
  { "stance", "stance" },
  { "hedge", "hedge" },
  { "naming", "naming" },
  { "speaker", "speaker_name" },
  { "speaker_class", "speaker_class" },
  { "outlet", "outlet_name" },
  { "article", "article_title" },
  { "quote", "quote" },
  { "footnote", "footnote" },
  { "claimed_when", "claimed_when.edtf" },
  { "claimed_kind", "claimed_kind" },
  { "claimed_text", "claimed_text" },
  { "note", "note" },
  { NULL, NULL },
};

static const Column link_columns[] = {
  { "id", "id" },
  { "type", "type" },
  { "basis", "basis" },
  { "from", "from" },
  { "from_title", "from_title" },
  { "to", "to" },
  { "to_title", "to_title" },
  { NULL, NULL },
};

static const Column question_columns[] = {
  { "id", "id" },       { "status", "status" }, { "kind", "kind" }, { "text", "text" },
  { "event", "event" }, { "reason", "reason" }, { NULL, NULL },
};

static const Column kind_columns[] = {
  { "id", "id" },         { "group", "group" },
  { "label", "label" },   { "expects_answer", "expects_answer" },
  { "cameo", "cameo" },   { "plover", "plover" },
  { "events", "events" }, { "definition", "definition" },
  { NULL, NULL },
};

static const struct {
  const char *name;
  const Column *columns;
} tables[ENTENTE_N_TABLES] = {
  [ENTENTE_TABLE_EVENTS] = { "events", event_columns },
  [ENTENTE_TABLE_ACTORS] = { "actors", actor_columns },
  [ENTENTE_TABLE_ARTICLES] = { "articles", article_columns },
  [ENTENTE_TABLE_CLAIMS] = { "claims", claim_columns },
  [ENTENTE_TABLE_LINKS] = { "links", link_columns },
  [ENTENTE_TABLE_QUESTIONS] = { "questions", question_columns },
  [ENTENTE_TABLE_KINDS] = { "kinds", kind_columns },
};

const char *
entente_table_get_name (EntenteTable table)
{
  return tables[table].name;
}

gboolean
entente_table_parse (const char *name, EntenteTable *table)
{
  for (guint i = 0; i < ENTENTE_N_TABLES; i++)
    if (g_str_equal (tables[i].name, name)) {
      *table = i;
      return TRUE;
    }
  return FALSE;
}

guint
entente_table_get_n_columns (EntenteTable table)
{
  guint n = 0;

  while (tables[table].columns[n].name)
    n++;
  return n;
}

const char *
entente_table_get_column (EntenteTable table, guint column)
{
  return tables[table].columns[column].name;
}

/* ---- cells ---- */

static char *
write_scalar (json_t *value)
{
  if (json_is_string (value))
    return g_strdup (json_string_value (value));
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  if (json_is_boolean (value))
    return g_strdup (json_is_true (value) ? "yes" : "");
  return g_strdup ("");
}

/* @member of each object of @array, "; " between; with @role of those that have it. */
static char *
join_members (json_t *array, const char *member, const char *role)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize i;
  json_t *object;

  json_array_foreach (array, i, object)
  {
    const char *value = json_string_value (json_object_get (object, member));
    const char *its_role = json_string_value (json_object_get (object, "role"));

    if (!value || (role && g_strcmp0 (role, its_role) != 0))
      continue;
    if (text->len > 0)
      g_string_append (text, "; ");
    g_string_append (text, value);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
entente_table_get_cell (EntenteTable table, guint column, json_t *record)
{
  const char *path = tables[table].columns[column].path;
  gsize length = strcspn (path, ".:#");
  g_autofree char *first = g_strndup (path, length);
  json_t *value = json_object_get (record, first);

  switch (path[length]) {
  case '.':
    return write_scalar (json_object_get (value, path + length + 1));
  case '#':
    return g_strdup_printf ("%" G_GSIZE_FORMAT, json_array_size (value));
  case ':': {
    g_auto (GStrv) parts = g_strsplit (path + length + 1, "=", 2);

    return join_members (value, parts[0], parts[1]);
  }
  default:
    return write_scalar (value);
  }
}

/* ---- CSV ---- */

/* Would a spreadsheet compute it? The full-width forms count: some programs fold them. */
static gboolean
is_formula (const char *cell)
{
  static const char *const triggers[] = { "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠" };

  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    if (g_str_has_prefix (cell, triggers[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_number (const char *cell)
{
  char *end;

  g_ascii_strtod (cell, &end);
  return end != cell && *end == '\0';
}

static void
append_cell (GString *line, const char *cell, EntenteCsvFlavour flavour)
{
  gboolean guarded = flavour == ENTENTE_CSV_SPREADSHEET && is_formula (cell) && !is_number (cell);
  gboolean quoted = guarded || strpbrk (cell, ",\"\r\n") != NULL;

  if (!quoted) {
    g_string_append (line, cell);
    return;
  }
  g_string_append_c (line, '"');
  if (guarded)
    g_string_append_c (line, '\'');
  for (const char *at = cell; *at; at++) {
    if (*at == '"')
      g_string_append_c (line, '"');
    g_string_append_c (line, *at);
  }
  g_string_append_c (line, '"');
}

void
entente_table_append_csv_header (EntenteTable table, GString *line)
{
  for (guint i = 0; i < entente_table_get_n_columns (table); i++) {
    if (i > 0)
      g_string_append_c (line, ',');
    g_string_append (line, entente_table_get_column (table, i));
  }
  g_string_append (line, "\r\n");
}

void
entente_table_append_csv_row (EntenteTable table,
                              EntenteCsvFlavour flavour,
                              json_t *record,
                              GString *line)
{
  for (guint i = 0; i < entente_table_get_n_columns (table); i++) {
    g_autofree char *cell = entente_table_get_cell (table, i, record);

    if (i > 0)
      g_string_append_c (line, ',');
    append_cell (line, cell, flavour);
  }
  g_string_append (line, "\r\n");
}
