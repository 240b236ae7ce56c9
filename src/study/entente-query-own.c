/* Words of a query for the user's own fields. Any thread. */
#include "config.h"

#include "entente-query-own.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-error.h"
#include "entente-look-alikes.h"
#include "entente-own-fields.h"

static const char *const matches[] = { "any", "all", "none", NULL };

/* ---- finding ---- */

/* How much of @text names the field: its name or number, at the end or before an equals sign; 0 for
 * not this field. */
static gsize
measure_name (const EntenteField *field, const char *text)
{
  g_autofree char *number = entente_id_format (field->record.id);
  const char *const names[] = { field->name, number };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gsize n = names[i] != NULL ? strlen (names[i]) : 0;

    if (n > 0 && g_ascii_strncasecmp (text, names[i], n) == 0 &&
        (text[n] == '=' || text[n] == '\0'))
      return n;
  }
  return 0;
}

/* The field with the longest name that fits: names may hold an equals sign too. @rest: behind the
 * name. */
static const EntenteField *
find_field (const EntenteChronicle *chronicle, const char *text, const char **rest)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  const EntenteField *found = NULL;
  gsize longest = 0;

  for (guint i = 0; i < entente_own_fields_get_n (fields); i++) {
    const EntenteField *field = entente_own_fields_get (fields, i);
    gsize n = measure_name (field, text);

    if (n <= longest)
      continue;
    longest = n;
    found = field;
  }
  *rest = text + longest;
  return found;
}

static void
set_no_field (GError **error, const EntenteChronicle *chronicle, const char *text)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  g_autofree char *name = g_strndup (text, strcspn (text, "="));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *question = NULL;

  for (guint i = 0; i < entente_own_fields_get_n (fields); i++)
    g_ptr_array_add (names, entente_own_fields_get (fields, i)->name);
  g_ptr_array_add (names, NULL);
  question = entente_look_alikes_ask (name, (const char *const *) names->pdata);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("There is no field “%s” of events in this study.%s"),
               name,
               question);
}

/* ---- reading ---- */

/* Of a field with choices only one of them, or what some event has, makes sense. */
static gboolean
check_value (const EntenteChronicle *chronicle,
             const EntenteField *field,
             const char *value,
             GError **error)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  guint32 index = entente_own_fields_find (fields, field->record.id);
  g_auto (GStrv) choices = entente_own_field_list_choices (field);
  g_autofree char *question = NULL;

  for (guint i = 0; i < entente_own_fields_get_n_values (fields, index); i++) {
    if (g_str_equal (entente_own_fields_get_value (fields, index, i), value))
      return TRUE;
  }
  if (choices[0] == NULL)
    return TRUE;
  question = entente_look_alikes_ask (value, (const char *const *) choices);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("“%s” is no value of “%s”.%s"),
               value,
               field->name,
               question);
  return FALSE;
}

static gboolean
find_match (const char *text, EntenteMatch *match)
{
  for (guint i = 0; matches[i] != NULL; i++) {
    if (g_str_equal (matches[i], text)) {
      *match = (EntenteMatch) i;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
add_part (EntenteQuery *query,
          const EntenteChronicle *chronicle,
          EntenteOwnWord word,
          const EntenteField *field,
          const char *value,
          GError **error)
{
  EntenteFieldAsk *ask = entente_query_ensure_field (query, field->record.id);

  if (word == ENTENTE_OWN_MATCH) {
    if (find_match (value, &ask->match))
      return TRUE;
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("“%s” is not one of: any, all, none."),
                 value);
    return FALSE;
  }
  if (!check_value (chronicle, field, value, error))
    return FALSE;
  entente_field_ask_toggle (ask, value, TRUE);
  return TRUE;
}

gboolean
entente_query_add_own (EntenteQuery *query,
                       const EntenteChronicle *chronicle,
                       EntenteOwnWord word,
                       const char *text,
                       GError **error)
{
  const char *rest;
  const EntenteField *field = find_field (chronicle, text, &rest);

  if (field == NULL) {
    set_no_field (error, chronicle, text);
    return FALSE;
  }
  if (word == ENTENTE_OWN_EMPTY && *rest == '\0') {
    entente_query_ensure_field (query, field->record.id)->empty = TRUE;
    return TRUE;
  }
  if (word != ENTENTE_OWN_EMPTY && rest[0] == '=' && rest[1] != '\0')
    return add_part (query, chronicle, word, field, rest + 1, error);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               word == ENTENTE_OWN_EMPTY ? _ ("“%s” has no value: say only the name of the field.")
                                         : _ ("“%s” lacks a value: write NAME=VALUE."),
               text);
  return FALSE;
}

/* ---- writing ---- */

static void
write_ask (json_t *array, const EntenteFieldAsk *ask, EntenteOwnWord word)
{
  g_autofree char *id = entente_id_format (ask->field);

  if (word == ENTENTE_OWN_EMPTY && ask->empty)
    json_array_append_new (array, json_string (id));
  if (word == ENTENTE_OWN_MATCH && ask->match != ENTENTE_MATCH_ANY)
    json_array_append_new (array, json_sprintf ("%s=%s", id, matches[ask->match]));
  for (guint i = 0; word == ENTENTE_OWN_VALUE && i < ask->values->len; i++)
    json_array_append_new (array, json_sprintf ("%s=%s", id, (const char *) ask->values->pdata[i]));
}

json_t *
entente_query_write_own (const EntenteQuery *query, EntenteOwnWord word)
{
  json_t *array = json_array ();

  for (guint i = 0; query->fields != NULL && i < query->fields->len; i++)
    write_ask (array, query->fields->pdata[i], word);
  return array;
}

char *
entente_query_name_own (const EntenteChronicle *chronicle, const char *text)
{
  const char *rest;
  const EntenteField *field = find_field (chronicle, text, &rest);

  return field != NULL ? g_strconcat (field->name, rest, NULL) : g_strdup (text);
}
