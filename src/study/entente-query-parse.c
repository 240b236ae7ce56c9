/* Queries in words: one table says what each word means and where its values are kept.
 *
 * A further criterion of EntenteQuery is a line in that table; reading and writing follow.
 */

#include "config.h"

#include "entente-query-parse.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-look-alikes.h"
#include "entente-query-names.h"
#include "entente-query-own.h"

typedef enum {
  WORD_RECORDS, /* GArray of EntenteId of an entity */
  WORD_MASK, /* guint32 of 1 << value of a vocabulary */
  WORD_KINDS,
  WORD_CHOICE, /* one of a list of nicks */
  WORD_DATED,
  WORD_FLAG, /* gboolean */
  WORD_SINCE,
  WORD_UNTIL,
  WORD_OWN, /* the user's own fields; what: EntenteOwnWord */
  WORD_TEXT,
} WordType;

typedef struct {
  const char *name;
  WordType type;
  gsize offset;
  int what; /* EntenteEntity, EntenteEnum */
  const char *const *choices;
} Word;

static const char *const matches[] = { "any", "all", "none", "between", NULL };
static const char *const listed[] = { "any", "all", "none", NULL };
static const char *const directions[] = { "either", "first-to-second", "second-to-first", NULL };
static const char *const dated[] = { "dated", "undated", NULL };

#define AT(member) G_STRUCT_OFFSET (EntenteQuery, member)

static const Word words[] = {
  { "actor", WORD_RECORDS, AT (actors), ENTENTE_ENTITY_ACTOR, NULL },
  { "match", WORD_CHOICE, AT (match), 0, matches },
  { "direction", WORD_CHOICE, AT (direction), 0, directions },
  { "exclusive", WORD_FLAG, AT (exclusive), 0, NULL },
  { "members", WORD_FLAG, AT (members), 0, NULL },
  { "members-surely", WORD_FLAG, AT (members_surely), 0, NULL },
  { "role", WORD_MASK, AT (roles), ENTENTE_ENUM_ROLE, NULL },
  { "by", WORD_RECORDS, AT (by), ENTENTE_ENTITY_ACTOR, NULL },
  { "to", WORD_RECORDS, AT (to), ENTENTE_ENTITY_ACTOR, NULL },
  { "kind", WORD_KINDS, AT (kinds), 0, NULL },
  { "group", WORD_MASK, AT (groups), ENTENTE_ENUM_KIND_GROUP, NULL },
  { "evidence", WORD_MASK, AT (evidence), ENTENTE_ENUM_EVIDENCE, NULL },
  { "judgement", WORD_MASK, AT (judgement), ENTENTE_ENUM_JUDGEMENT, NULL },
  { "mode", WORD_MASK, AT (mode), ENTENTE_ENUM_MODE, NULL },
  { "status", WORD_MASK, AT (status), ENTENTE_ENUM_STATUS, NULL },
  { "medium", WORD_MASK, AT (medium), ENTENTE_ENUM_MEDIUM, NULL },
  { "answered", WORD_MASK, AT (answered), ENTENTE_ENUM_ANSWERED, NULL },
  { "dated", WORD_DATED, AT (dated), 0, dated },
  { "track", WORD_RECORDS, AT (tracks), ENTENTE_ENTITY_TRACK, NULL },
  { "place", WORD_RECORDS, AT (places), ENTENTE_ENTITY_PLACE, NULL },
  { "issue", WORD_RECORDS, AT (issues), ENTENTE_ENTITY_ISSUE, NULL },
  { "round", WORD_RECORDS, AT (rounds), ENTENTE_ENTITY_EVENT, NULL },
  { "round-empty", WORD_FLAG, AT (round_empty), 0, NULL },
  { "source", WORD_RECORDS, AT (articles), ENTENTE_ENTITY_ARTICLE, NULL },
  { "outlet", WORD_RECORDS, AT (outlets), ENTENTE_ENTITY_ACTOR, NULL },
  { "speaker", WORD_RECORDS, AT (speakers), ENTENTE_ENTITY_ACTOR, NULL },
  { "track-match", WORD_CHOICE, AT (listed[ENTENTE_LISTED_TRACK]), 0, listed },
  { "track-empty", WORD_FLAG, AT (empty[ENTENTE_LISTED_TRACK]), 0, NULL },
  { "place-match", WORD_CHOICE, AT (listed[ENTENTE_LISTED_PLACE]), 0, listed },
  { "place-empty", WORD_FLAG, AT (empty[ENTENTE_LISTED_PLACE]), 0, NULL },
  { "issue-match", WORD_CHOICE, AT (listed[ENTENTE_LISTED_ISSUE]), 0, listed },
  { "issue-empty", WORD_FLAG, AT (empty[ENTENTE_LISTED_ISSUE]), 0, NULL },
  { "source-match", WORD_CHOICE, AT (listed[ENTENTE_LISTED_ARTICLE]), 0, listed },
  { "source-empty", WORD_FLAG, AT (empty[ENTENTE_LISTED_ARTICLE]), 0, NULL },
  { "outlet-match", WORD_CHOICE, AT (listed[ENTENTE_LISTED_OUTLET]), 0, listed },
  { "outlet-empty", WORD_FLAG, AT (empty[ENTENTE_LISTED_OUTLET]), 0, NULL },
  { "speaker-match", WORD_CHOICE, AT (listed[ENTENTE_LISTED_SPEAKER]), 0, listed },
  { "speaker-empty", WORD_FLAG, AT (empty[ENTENTE_LISTED_SPEAKER]), 0, NULL },
  { "field", WORD_OWN, AT (fields), ENTENTE_OWN_VALUE, NULL },
  { "field-match", WORD_OWN, AT (fields), ENTENTE_OWN_MATCH, NULL },
  { "field-empty", WORD_OWN, AT (fields), ENTENTE_OWN_EMPTY, NULL },
  { "since", WORD_SINCE, AT (since), 0, NULL },
  { "until", WORD_UNTIL, AT (until), 0, NULL },
  { "surely", WORD_FLAG, AT (surely), 0, NULL },
  { "words", WORD_TEXT, AT (words), 0, NULL },
};

static const Word *
find_word (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].name, name))
      return &words[i];
  return NULL;
}

EntenteWordForm
entente_query_get_word_form (const char *name)
{
  const Word *word = find_word (name);

  if (!word)
    return ENTENTE_WORD_UNKNOWN;
  return word->type == WORD_FLAG ? ENTENTE_WORD_FLAG : ENTENTE_WORD_VALUE;
}

const char *
entente_query_get_word (guint i)
{
  return i < G_N_ELEMENTS (words) ? words[i].name : NULL;
}

EntenteEntity
entente_query_get_word_entity (const char *name)
{
  const Word *word = find_word (name);

  return word && word->type == WORD_RECORDS ? (EntenteEntity) word->what : ENTENTE_N_ENTITIES;
}

/* What stands for the value of a word; NULL of a flag. Free. */
static char *
dup_argument (const Word *word)
{
  static const char *const own[] = {
    [ENTENTE_OWN_VALUE] = "NAME=VALUE",
    [ENTENTE_OWN_MATCH] = "NAME=any|all|none",
    [ENTENTE_OWN_EMPTY] = "NAME",
  };

  switch (word->type) {
  case WORD_FLAG:
    return NULL;
  case WORD_RECORDS:
    return g_strdup ("NAME");
  case WORD_CHOICE:
  case WORD_DATED:
    return g_strjoinv ("|", (char **) word->choices);
  case WORD_SINCE:
  case WORD_UNTIL:
    return g_strdup ("EDTF");
  case WORD_OWN:
    return g_strdup (own[word->what]);
  case WORD_TEXT:
    return g_strdup ("TEXT");
  default:
    return g_ascii_strup (word->name, -1);
  }
}

char *
entente_query_describe_word (guint i)
{
  g_autofree char *argument = dup_argument (&words[i]);

  return g_strconcat ("--", words[i].name, argument ? " " : NULL, argument, NULL);
}

static GPtrArray *
list_values (const Word *word)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; word->choices && word->choices[i]; i++)
    g_ptr_array_add (values, (gpointer) word->choices[i]);
  for (int i = 0; word->type == WORD_MASK && i < entente_enum_count (word->what); i++)
    g_ptr_array_add (values, (gpointer) entente_enum_nick (word->what, i));
  for (guint i = 0; word->type == WORD_KINDS && i < entente_kind_count (); i++)
    g_ptr_array_add (values, (gpointer) entente_kind_get (i)->id);
  g_ptr_array_add (values, NULL);
  return values;
}

const char **
entente_query_list_word_values (const char *name)
{
  const Word *word = find_word (name);

  return word ? (const char **) g_ptr_array_free (list_values (word), FALSE)
              : g_new0 (const char *, 1);
}

/* ---- reading ---- */

static void
set_bad_value (GError **error, const Word *word, const char *value, const char *const *choices)
{
  g_autofree char *question = entente_look_alikes_ask (value, choices);

  if (*question) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%s” is no value of “%s”.%s"),
                 value,
                 word->name,
                 question);
  } else {
    g_autofree char *list = g_strjoinv (", ", (char **) choices);

    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%s” is no value of “%s”, which is one of: %s."),
                 value,
                 word->name,
                 list);
  }
}

static gboolean
find_choice (const Word *word, const char *value, int *choice, GError **error)
{
  for (int i = 0; word->choices[i]; i++)
    if (g_str_equal (word->choices[i], value)) {
      *choice = i;
      return TRUE;
    }
  set_bad_value (error, word, value, word->choices);
  return FALSE;
}

static gboolean
add_bit (const Word *word, guint32 *mask, const char *value, GError **error)
{
  g_autoptr (GPtrArray) nicks = NULL;
  int bit;

  if (entente_enum_parse (word->what, value, &bit)) {
    *mask |= (guint32) 1 << bit;
    return TRUE;
  }
  nicks = list_values (word);
  set_bad_value (error, word, value, (const char *const *) nicks->pdata);
  return FALSE;
}

static gboolean
add_kind (const Word *word, guint64 *kinds, const char *value, GError **error)
{
  const EntenteKind *kind = entente_kind_find (value);
  g_autoptr (GPtrArray) ids = NULL;

  if (kind) {
    kinds[kind->index / 64] |= G_GUINT64_CONSTANT (1) << (kind->index % 64);
    return TRUE;
  }
  ids = list_values (word);
  set_bad_value (error, word, value, (const char *const *) ids->pdata);
  return FALSE;
}

static gboolean
add_record (const Word *word,
            GArray **ids,
            const EntenteChronicle *chronicle,
            const char *value,
            GError **error)
{
  EntenteId id = entente_query_find_named (chronicle, word->what, value, error);

  if (id == ENTENTE_ID_NONE)
    return FALSE;
  entente_query_toggle_id (ids, id, TRUE);
  return TRUE;
}

static gboolean
set_bound (EntenteQuery *query, const Word *word, const char *value, GError **error)
{
  g_autoptr (EntenteDate) date = entente_date_parse (value, error);
  EntenteSpan window;

  if (!date)
    return FALSE;
  window = entente_date_get_window (date);
  query->has_since |= word->type == WORD_SINCE;
  query->has_until |= word->type == WORD_UNTIL;
  if (word->type == WORD_SINCE && entente_date_is_dated (date) && window.start != ENTENTE_TIME_MIN)
    query->since = window.start;
  else if (word->type == WORD_UNTIL && entente_date_is_dated (date) &&
           window.end != ENTENTE_TIME_MAX)
    query->until = window.end;
  else {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 word->type == WORD_SINCE
                   ? _ ("The date “%s” of “since” has no start; write a day, a month or a year.")
                   : _ ("The date “%s” of “until” has no end; write a day, a month or a year."),
                 value);
    return FALSE;
  }
  return TRUE;
}

static void
set_text (char **text, const char *value)
{
  char *old = *text;

  *text = old && *old ? g_strconcat (old, " ", value, NULL) : g_strdup (value);
  g_free (old);
}

static gboolean
add_value (EntenteQuery *query,
           const EntenteChronicle *chronicle,
           const Word *word,
           const char *value,
           GError **error)
{
  gpointer at = G_STRUCT_MEMBER_P (query, word->offset);
  int choice = 0;

  switch (word->type) {
  case WORD_RECORDS:
    return add_record (word, at, chronicle, value, error);
  case WORD_MASK:
    return add_bit (word, at, value, error);
  case WORD_KINDS:
    return add_kind (word, at, value, error);
  case WORD_CHOICE:
    return find_choice (word, value, at, error);
  case WORD_DATED:
    if (!find_choice (word, value, &choice, error))
      return FALSE;
    query->dated |= 1 << choice;
    return TRUE;
  case WORD_FLAG:
    *(gboolean *) at = TRUE;
    return TRUE;
  case WORD_SINCE:
  case WORD_UNTIL:
    return set_bound (query, word, value, error);
  case WORD_OWN:
    return entente_query_add_own (query, chronicle, (EntenteOwnWord) word->what, value, error);
  case WORD_TEXT:
  default:
    set_text (at, value);
    return TRUE;
  }
}

static void
set_unknown_word (GError **error, const char *name)
{
  const char *names[G_N_ELEMENTS (words) + 1] = { NULL };
  g_autofree char *question = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    names[i] = words[i].name;
  question = entente_look_alikes_ask (name, names);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("A query has no word “%s”.%s"),
               name,
               question);
}

gboolean
entente_query_add_word (EntenteQuery *query,
                        const EntenteChronicle *chronicle,
                        const char *name,
                        const char *value,
                        GError **error)
{
  const Word *word = find_word (name);

  if (word)
    return add_value (query, chronicle, word, value, error);
  set_unknown_word (error, name);
  return FALSE;
}

gboolean
entente_query_check (const EntenteQuery *query, GError **error)
{
  guint n = query->actors ? query->actors->len : 0;

  if (query->match != ENTENTE_MATCH_BETWEEN || n == 2)
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("Moves between two actors need two actors, and the query names %u."),
               n);
  return FALSE;
}

/* ---- from JSON ---- */

static gboolean
add_json_value (EntenteQuery *query,
                const EntenteChronicle *chronicle,
                const char *name,
                json_t *value,
                GError **error)
{
  gboolean is_flag = entente_query_get_word_form (name) == ENTENTE_WORD_FLAG;

  if (json_is_false (value) || json_is_null (value))
    return TRUE;
  if (json_is_true (value) && is_flag)
    return entente_query_add_word (query, chronicle, name, NULL, error);
  if (json_is_integer (value) && !is_flag) {
    g_autofree char *number = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));

    return entente_query_add_word (query, chronicle, name, number, error);
  }
  if (json_is_string (value) && !is_flag)
    return entente_query_add_word (query, chronicle, name, json_string_value (value), error);
  /* "no" and 0 would switch a flag on. */
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               is_flag ? _ ("The word “%s” of a query is true or false.")
                       : _ ("The word “%s” of a query takes texts."),
               name);
  return FALSE;
}

static gboolean
add_json_word (EntenteQuery *query,
               const EntenteChronicle *chronicle,
               const char *name,
               json_t *value,
               GError **error)
{
  gsize i;
  json_t *one;

  if (!json_is_array (value))
    return add_json_value (query, chronicle, name, value, error);
  json_array_foreach (value,
                      i,
                      one) if (!add_json_value (query, chronicle, name, one, error)) return FALSE;
  return TRUE;
}

EntenteQuery *
entente_query_from_json (json_t *object, const EntenteChronicle *chronicle, GError **error)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  const char *name;
  json_t *value;

  if (!json_is_object (object)) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("A query is an object such as {\"actor\": [\"Russia\"]}."));
    return NULL;
  }
  json_object_foreach (
    object,
    name,
    value) if (!add_json_word (query, chronicle, name, value, error)) return NULL;
  return entente_query_check (query, error) ? g_steal_pointer (&query) : NULL;
}

/* ---- to JSON ---- */

static json_t *
write_records (const GArray *ids)
{
  json_t *array = json_array ();

  for (guint i = 0; ids && i < ids->len; i++)
    json_array_append_new (array,
                           json_sprintf ("%" G_GINT64_FORMAT, g_array_index (ids, EntenteId, i)));
  return array;
}

static json_t *
write_mask (const Word *word, guint32 mask)
{
  json_t *array = json_array ();

  for (int i = 0; i < entente_enum_count (word->what); i++)
    if (mask & (guint32) 1 << i)
      json_array_append_new (array, json_string (entente_enum_nick (word->what, i)));
  return array;
}

static json_t *
write_kinds (const guint64 *kinds)
{
  json_t *array = json_array ();

  for (guint i = 0; i < entente_kind_count (); i++)
    if (kinds[i / 64] >> (i % 64) & 1)
      json_array_append_new (array, json_string (entente_kind_get (i)->id));
  return array;
}

static json_t *
write_dated (guint32 mask)
{
  json_t *array = json_array ();

  for (guint i = 0; dated[i]; i++)
    if (mask & 1u << i)
      json_array_append_new (array, json_string (dated[i]));
  return array;
}

/* A day, or a second, that starts (or, for an end, ends) at @time. */
static json_t *
write_time (gboolean is_set, gint64 time, gboolean is_end)
{
  gboolean is_day = time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY == 0;
  g_autofree char *text = NULL;

  if (!is_set)
    return NULL;
  if (is_end)
    time -= is_day ? ENTENTE_SECONDS_PER_DAY : 1;
  text = entente_time_format_iso (time);
  return json_string (text);
}

static json_t *
write_value (const EntenteQuery *query, const Word *word)
{
  gconstpointer at = G_STRUCT_MEMBER_P ((gpointer) query, word->offset);

  switch (word->type) {
  case WORD_RECORDS:
    return write_records (*(GArray *const *) at);
  case WORD_MASK:
    return write_mask (word, *(const guint32 *) at);
  case WORD_KINDS:
    return write_kinds (at);
  case WORD_CHOICE:
    return *(const int *) at ? json_string (word->choices[*(const int *) at]) : NULL;
  case WORD_DATED:
    return write_dated (query->dated);
  case WORD_FLAG:
    return *(const gboolean *) at ? json_true () : NULL;
  case WORD_SINCE:
    return write_time (query->has_since, query->since, FALSE);
  case WORD_UNTIL:
    return write_time (query->has_until, query->until, TRUE);
  case WORD_OWN:
    return entente_query_write_own (query, (EntenteOwnWord) word->what);
  case WORD_TEXT:
  default:
    return *(char *const *) at ? json_string (*(char *const *) at) : NULL;
  }
}

json_t *
entente_query_to_json (const EntenteQuery *query)
{
  json_t *object = json_object ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    json_t *value = write_value (query, &words[i]);

    if (value && !(json_is_array (value) && json_array_size (value) == 0))
      json_object_set (object, words[i].name, value);
    json_decref (value);
  }
  return object;
}
