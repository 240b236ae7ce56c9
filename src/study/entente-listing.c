/* Records as rows of a table: one list of columns for each kind of record.
 *
 * A column is a path into the JSON of the record, as entente_listing_read() understands it.
 */

#include "config.h"

#include "entente-listing.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *path;
} Column;

static const Column event_columns[] = {
  { "id", "id" },
  { "when", "when.edtf" },
  { "kind", "kind" },
  { "title", "title" },
  { "participants", "participants:actor" },
  { "evidence", "evidence" },
  { "roles", "participants:role" },
  { "initiators", "participants:actor=initiator" },
  { "addressees", "participants:actor=addressee" },
  { "group", "group" },
  { "wording", "when.wording" },
  { "earliest", "when.earliest" },
  { "latest", "when.latest" },
  { "bounds", "bounds" },
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

static const Column answer_columns[] = {
  { "id", "event" },
  { "kind", "kind" },
  { "title", "title" },
  { "answered", "answered" },
  { "status", "status" },
  { "answers", "answers:title" },
  { "days_waiting", "days_waiting" },
  { "proposals", "proposals:title" },
  { "min_days", "answers:min_days" },
  { "max_days", "answers:max_days" },
  { "reasons", "proposals:reason" },
  { "stages", "stages:status" },
  { NULL, NULL },
};

static const Column question_columns[] = {
  { "id", "id" },       { "status", "status" }, { "kind", "kind" }, { "text", "text" },
  { "event", "event" }, { "reason", "reason" }, { NULL, NULL },
};

static const Column reprint_columns[] = {
  { "id", "id" },           { "title", "title" },
  { "other", "other" },     { "other_title", "other_title" },
  { "percent", "percent" }, { "told", "told" },
  { NULL, NULL },
};

static const Column learnt_columns[] = {
  { "id", "id" },
  { "type", "type" },
  { "text", "text" },
  { "kind", "kind" },
  { "actor", "actor_name" },
  { "article", "article_title" },
  { "quote", "quote" },
  { NULL, NULL },
};

static const Column view_columns[] = {
  { "id", "id" }, { "name", "name" }, { "key_number", "key_number" }, { "sentence", "sentence" },
  { NULL, NULL },
};

static const Column position_columns[] = {
  { "id", "id" },
  { "when", "when.edtf" },
  { "actor", "actor_name" },
  { "issue", "issue_name" },
  { "kind", "kind" },
  { "text", "text" },
  { "stand", "stand" },
  { "wording", "when.wording" },
  { "article", "article_title" },
  { "quote", "quote" },
  { NULL, NULL },
};

static const Column turning_point_columns[] = {
  { "id", "id" },
  { "title", "title" },
  { "departure", "departure" },
  { "cause", "cause" },
  { "consequence", "consequence" },
  { "reason", "reason" },
  { NULL, NULL },
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
  guint n_main;
} lists[ENTENTE_N_LISTINGS] = {
  [ENTENTE_LIST_EVENTS] = { "events", event_columns, 6 },
  [ENTENTE_LIST_ACTORS] = { "actors", actor_columns, 6 },
  [ENTENTE_LIST_ARTICLES] = { "articles", article_columns, 5 },
  [ENTENTE_LIST_CLAIMS] = { "claims", claim_columns, 11 },
  [ENTENTE_LIST_LINKS] = { "links", link_columns, 7 },
  [ENTENTE_LIST_ANSWERS] = { "answers", answer_columns, 8 },
  [ENTENTE_LIST_QUESTIONS] = { "questions", question_columns, 5 },
  [ENTENTE_LIST_KINDS] = { "kinds", kind_columns, 8 },
  [ENTENTE_LIST_REPRINTS] = { "reprints", reprint_columns, 6 },
  [ENTENTE_LIST_LEARNT] = { "learnt", learnt_columns, 6 },
  [ENTENTE_LIST_VIEWS] = { "views", view_columns, 4 },
  [ENTENTE_LIST_POSITIONS] = { "positions", position_columns, 7 },
  [ENTENTE_LIST_TURNING_POINTS] = { "turning-points", turning_point_columns, 6 },
};

const char *
entente_listing_get_name (EntenteListing listing)
{
  return lists[listing].name;
}

gboolean
entente_listing_parse (const char *name, EntenteListing *listing)
{
  for (guint i = 0; i < ENTENTE_N_LISTINGS; i++)
    if (g_str_equal (lists[i].name, name)) {
      *listing = i;
      return TRUE;
    }
  return FALSE;
}

guint
entente_listing_get_n_columns (EntenteListing listing)
{
  guint n = 0;

  while (lists[listing].columns[n].name)
    n++;
  return n;
}

guint
entente_listing_get_n_main (EntenteListing listing)
{
  return lists[listing].n_main;
}

const char *
entente_listing_get_column (EntenteListing listing, guint column)
{
  return lists[listing].columns[column].name;
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
entente_listing_read (json_t *record, const char *path)
{
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

char *
entente_listing_get_cell (EntenteListing listing, guint column, json_t *record)
{
  return entente_listing_read (record, lists[listing].columns[column].path);
}

/* ---- CSV ---- */

void
entente_listing_append_csv_header (EntenteListing listing, GString *line)
{
  for (guint i = 0; i < entente_listing_get_n_columns (listing); i++) {
    if (i > 0)
      g_string_append_c (line, ',');
    g_string_append (line, entente_listing_get_column (listing, i));
  }
  g_string_append (line, "\r\n");
}

void
entente_listing_append_csv_row (EntenteListing listing,
                                EntenteCsvFlavour flavour,
                                json_t *record,
                                GString *line)
{
  for (guint i = 0; i < entente_listing_get_n_columns (listing); i++) {
    g_autofree char *cell = entente_listing_get_cell (listing, i, record);

    if (i > 0)
      g_string_append_c (line, ',');
    entente_csv_append_cell (line, flavour, cell);
  }
  g_string_append (line, "\r\n");
}
