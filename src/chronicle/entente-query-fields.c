/* What a query asks of the user's own fields: the value, its words, and which rows have it. Any
 * thread. */
#include "config.h"

#include "entente-query-fields.h"

#include <glib/gi18n-lib.h>

#include "entente-own-fields.h"
#include "entente-words.h"

static void
free_ask (gpointer data)
{
  EntenteFieldAsk *ask = data;

  g_ptr_array_unref (ask->values);
  g_free (ask);
}

static EntenteFieldAsk *
add_ask (GPtrArray *asks, EntenteId field)
{
  EntenteFieldAsk *ask = g_new0 (EntenteFieldAsk, 1);

  ask->field = field;
  ask->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (asks, ask);
  return ask;
}

static guint
find_ask (const GPtrArray *asks, EntenteId field)
{
  for (guint i = 0; asks != NULL && i < asks->len; i++) {
    if (((const EntenteFieldAsk *) asks->pdata[i])->field == field)
      return i;
  }
  return G_MAXUINT;
}

static const EntenteFieldAsk *
get_ask (const GPtrArray *asks, EntenteId field)
{
  guint at = find_ask (asks, field);

  return at != G_MAXUINT ? asks->pdata[at] : NULL;
}

const EntenteFieldAsk *
entente_query_get_field (const EntenteQuery *query, EntenteId field)
{
  return get_ask (query->fields, field);
}

EntenteFieldAsk *
entente_query_ensure_field (EntenteQuery *query, EntenteId field)
{
  guint at = find_ask (query->fields, field);

  if (query->fields == NULL)
    query->fields = g_ptr_array_new_with_free_func (free_ask);
  return at != G_MAXUINT ? query->fields->pdata[at] : add_ask (query->fields, field);
}

void
entente_query_clear_field (EntenteQuery *query, EntenteId field)
{
  guint at = find_ask (query->fields, field);

  if (at != G_MAXUINT)
    g_ptr_array_remove_index (query->fields, at);
}

/* ---- one field ---- */

static guint
find_value (const EntenteFieldAsk *ask, const char *value)
{
  guint at;

  return g_ptr_array_find_with_equal_func (ask->values, value, g_str_equal, &at) ? at : G_MAXUINT;
}

gboolean
entente_field_ask_restricts (const EntenteFieldAsk *ask)
{
  return ask != NULL && (ask->empty || ask->values->len > 0);
}

gboolean
entente_field_ask_names (const EntenteFieldAsk *ask, const char *value)
{
  return ask != NULL && find_value (ask, value) != G_MAXUINT;
}

void
entente_field_ask_toggle (EntenteFieldAsk *ask, const char *value, gboolean on)
{
  guint at = find_value (ask, value);

  if (on && at == G_MAXUINT)
    g_ptr_array_add (ask->values, g_strdup (value));
  else if (!on && at != G_MAXUINT)
    g_ptr_array_remove_index (ask->values, at);
}

/* ---- all of them ---- */

GPtrArray *
entente_field_asks_copy (const GPtrArray *asks)
{
  GPtrArray *copy = asks != NULL ? g_ptr_array_new_with_free_func (free_ask) : NULL;

  for (guint i = 0; asks != NULL && i < asks->len; i++) {
    const EntenteFieldAsk *ask = asks->pdata[i];
    EntenteFieldAsk *other = add_ask (copy, ask->field);

    other->match = ask->match;
    other->empty = ask->empty;
    for (guint k = 0; k < ask->values->len; k++)
      g_ptr_array_add (other->values, g_strdup (ask->values->pdata[k]));
  }
  return copy;
}

static gboolean
covers (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; a != NULL && i < a->len; i++) {
    const EntenteFieldAsk *ask = a->pdata[i];
    const EntenteFieldAsk *other = get_ask (b, ask->field);
    guint n = other != NULL ? other->values->len : 0;

    if (ask->match != (other != NULL ? other->match : ENTENTE_MATCH_ANY) ||
        !ask->empty != !(other != NULL && other->empty) || ask->values->len != n)
      return FALSE;
    for (guint k = 0; k < n; k++) {
      if (!entente_field_ask_names (other, ask->values->pdata[k]))
        return FALSE;
    }
  }
  return TRUE;
}

gboolean
entente_field_asks_equal (const GPtrArray *a, const GPtrArray *b)
{
  return covers (a, b) && covers (b, a);
}

gboolean
entente_field_asks_restrict (const GPtrArray *asks)
{
  for (guint i = 0; asks != NULL && i < asks->len; i++) {
    if (entente_field_ask_restricts (asks->pdata[i]))
      return TRUE;
  }
  return FALSE;
}

/* ---- words ---- */

static char *
format_values (const EntenteFieldAsk *ask, const char *name)
{
  g_autofree char *list = NULL;

  if (ask->values->len == 0)
    return NULL;
  list = ask->match == ENTENTE_MATCH_ALL ? entente_words_join_and (ask->values)
                                         : entente_words_join_or (ask->values);
  /* Translators: one of the user's own fields and its values: "Mood: calm or tense". */
  return g_strdup_printf (_ ("%s: %s"), name, list);
}

char *
entente_field_ask_format (const EntenteFieldAsk *ask, const EntenteChronicle *chronicle)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  guint32 index = entente_own_fields_find (fields, ask->field);
  const char *name = index != ENTENTE_NO_INDEX ? entente_own_fields_get (fields, index)->name
                                               : _ ("something deleted");
  g_autofree char *named = format_values (ask, name);
  /* Translators: of one of the user's own fields, where nothing is filled in. */
  g_autofree char *nothing = ask->empty ? g_strdup_printf (_ ("%s: empty"), name) : NULL;
  g_autofree char *clause = NULL;

  if (named != NULL && nothing != NULL)
    clause = g_strdup_printf (ask->match == ENTENTE_MATCH_ALL ? _ ("%s and %s") : _ ("%s or %s"),
                              named,
                              nothing);
  else
    clause = g_strdup (named != NULL ? named : nothing);
  if (clause != NULL && ask->match == ENTENTE_MATCH_NONE)
    return g_strdup_printf (_ ("not %s"), clause);
  return g_steal_pointer (&clause);
}

/* ---- rows ---- */

/* Which of the values of a field are asked for, by index. Free. */
static guint8 *
mark_values (const EntenteFieldAsk *ask, const EntenteOwnFields *fields, guint32 index)
{
  guint n = entente_own_fields_get_n_values (fields, index);
  guint8 *marks = g_new0 (guint8, n + 1);

  for (guint value = 0; value < n; value++)
    marks[value] =
      entente_field_ask_names (ask, entente_own_fields_get_value (fields, index, value));
  return marks;
}

static void
flip (EntenteBitset *rows)
{
  guint n = (rows->n_rows + 63) / 64;

  for (guint i = 0; i < n; i++)
    rows->words[i] = ~rows->words[i];
  if (rows->n_rows % 64 != 0)
    rows->words[n - 1] &= (G_GUINT64_CONSTANT (1) << rows->n_rows % 64) - 1;
}

/* Adds the events that have values to @filled, and to @met those that meet what is asked. */
static void
sift_events (const EntenteFieldAsk *ask,
             const EntenteChronicle *chronicle,
             guint32 index,
             EntenteBitset *filled,
             EntenteBitset *met)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (chronicle);
  g_autofree guint8 *marks = mark_values (ask, fields, index);
  guint n, wanted = ask->match == ENTENTE_MATCH_ALL ? ask->values->len : 1;
  const EntenteOwnValue *pairs = entente_own_fields_get_pairs (fields, index, &n);

  for (guint i = 0, next; i < n; i = next) {
    guint row = entente_chronicle_find_row (chronicle, pairs[i].event);
    guint n_met = 0;

    for (next = i; next < n && pairs[next].event == pairs[i].event; next++)
      n_met += marks[pairs[next].value];
    if (row == ENTENTE_NO_INDEX)
      continue;
    entente_bitset_add (filled, row);
    /* All of the values and nothing at all: no event has both. */
    if (n_met >= wanted && ask->values->len > 0 && !(ask->match == ENTENTE_MATCH_ALL && ask->empty))
      entente_bitset_add (met, row);
  }
}

EntenteBitset *
entente_field_ask_match (const EntenteFieldAsk *ask, const EntenteChronicle *chronicle)
{
  guint32 index =
    entente_own_fields_find (entente_chronicle_get_own_fields (chronicle), ask->field);
  guint n_rows = entente_chronicle_get_n_rows (chronicle);
  g_autoptr (EntenteBitset) filled = entente_bitset_new (n_rows);
  EntenteBitset *met = entente_bitset_new (n_rows);

  if (index != ENTENTE_NO_INDEX)
    sift_events (ask, chronicle, index, filled, met);
  flip (filled);
  for (guint i = 0; ask->empty && i < (n_rows + 63) / 64; i++) {
    if (ask->match != ENTENTE_MATCH_ALL || ask->values->len == 0)
      met->words[i] |= filled->words[i];
  }
  if (ask->match == ENTENTE_MATCH_NONE)
    flip (met);
  return met;
}
