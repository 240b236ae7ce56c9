/* Keeps the choice of lanes and writes it as text. One thread at a time. */
#include "config.h"

#include "entente-lane-choice.h"

#include <string.h>

#define LIST_MAX 1000 /* ids of a list read from text: the text may be anything */

static const char *const order_nicks[ENTENTE_N_LANE_ORDERS] = { "hand", "name", "first", "count" };
static const char *const list_nicks[ENTENTE_N_LANE_LISTS] = { "hidden",
                                                              "pinned",
                                                              "folded",
                                                              "unfolded",
                                                              "hand" };

const char *
entente_lane_order_get_nick (EntenteLaneOrder order)
{
  return order < ENTENTE_N_LANE_ORDERS ? order_nicks[order] : NULL;
}

gboolean
entente_lane_order_parse (const char *nick, EntenteLaneOrder *order)
{
  for (guint i = 0; i < ENTENTE_N_LANE_ORDERS; i++)
    if (g_strcmp0 (order_nicks[i], nick) == 0) {
      *order = (EntenteLaneOrder) i;
      return TRUE;
    }
  return FALSE;
}

EntenteLaneChoice *
entente_lane_choice_new (void)
{
  return g_new0 (EntenteLaneChoice, 1);
}

void
entente_lane_choice_free (EntenteLaneChoice *choice)
{
  for (guint i = 0; i < ENTENTE_N_LANE_FIELDS; i++)
    for (guint j = 0; j < ENTENTE_N_LANE_LISTS; j++)
      g_clear_pointer (&choice->lists[i][j], g_array_unref);
  g_free (choice);
}

/* ---- lists ---- */

static GArray *
ensure_list (EntenteLaneChoice *choice, guint field, guint list)
{
  if (choice->lists[field][list] == NULL)
    choice->lists[field][list] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  return choice->lists[field][list];
}

static gboolean
find (const GArray *ids, EntenteId lane, guint *at)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, EntenteId, i) == lane) {
      *at = i;
      return TRUE;
    }
  return FALSE;
}

gboolean
entente_lane_choice_contains (const EntenteLaneChoice *choice, EntenteLaneList list, EntenteId lane)
{
  guint at;

  return find (choice->lists[choice->field][list], lane, &at);
}

gboolean
entente_lane_choice_set (EntenteLaneChoice *choice,
                         EntenteLaneList list,
                         EntenteId lane,
                         gboolean wanted)
{
  GArray *ids = ensure_list (choice, choice->field, list);
  guint at;

  if (find (ids, lane, &at) == wanted)
    return FALSE;
  if (wanted)
    g_array_append_val (ids, lane);
  else
    g_array_remove_index (ids, at);
  return TRUE;
}

const EntenteId *
entente_lane_choice_get_list (const EntenteLaneChoice *choice, EntenteLaneList list, guint *n)
{
  const GArray *ids = choice->lists[choice->field][list];

  *n = ids != NULL ? ids->len : 0;
  return *n > 0 ? (const EntenteId *) (gpointer) ids->data : NULL;
}

void
entente_lane_choice_set_list (EntenteLaneChoice *choice,
                              EntenteLaneList list,
                              const EntenteId *lanes,
                              guint n)
{
  GArray *ids = ensure_list (choice, choice->field, list);

  g_array_set_size (ids, 0);
  if (n > 0)
    g_array_append_vals (ids, lanes, n);
}

/* ---- text ---- */

static void
format_list (GString *text, const EntenteLaneChoice *choice, guint field, guint list)
{
  const GArray *ids = choice->lists[field][list];

  if (ids == NULL || ids->len == 0)
    return;
  g_string_append_printf (text,
                          " %s.%s=",
                          list_nicks[list],
                          entente_lane_field_get_nick ((EntenteLaneField) field));
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text,
                            "%s%" G_GINT64_FORMAT,
                            i > 0 ? "," : "",
                            g_array_index (ids, EntenteId, i));
}

char *
entente_lane_choice_format (const EntenteLaneChoice *choice)
{
  GString *text = g_string_new (NULL);

  g_string_printf (text,
                   "by=%s order=%s",
                   entente_lane_field_get_nick (choice->field),
                   order_nicks[choice->order]);
  for (guint i = 0; i < ENTENTE_N_LANE_FIELDS; i++)
    for (guint j = 0; j < ENTENTE_N_LANE_LISTS; j++)
      format_list (text, choice, i, j);
  return g_string_free (text, FALSE);
}

static void
parse_list (EntenteLaneChoice *choice, const char *list, const char *field_nick, const char *value)
{
  g_auto (GStrv) ids = g_strsplit (value, ",", LIST_MAX);
  EntenteLaneField present = choice->field;
  guint at = 0;

  while (at < ENTENTE_N_LANE_LISTS && !g_str_equal (list_nicks[at], list))
    at++;
  if (at == ENTENTE_N_LANE_LISTS || !entente_lane_field_parse (field_nick, &choice->field))
    return;
  for (guint i = 0; ids[i] != NULL; i++) {
    gint64 id;

    if (g_ascii_string_to_signed (ids[i], 10, G_MININT64, G_MAXINT64, &id, NULL))
      entente_lane_choice_set (choice, (EntenteLaneList) at, id, TRUE);
  }
  choice->field = present;
}

static void
parse_word (EntenteLaneChoice *choice, const char *key, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (key, ".", 2);

  if (g_str_equal (key, "by"))
    entente_lane_field_parse (value, &choice->field);
  else if (g_str_equal (key, "order"))
    entente_lane_order_parse (value, &choice->order);
  else if (parts[0] != NULL && parts[1] != NULL)
    parse_list (choice, parts[0], parts[1], value);
}

EntenteLaneChoice *
entente_lane_choice_parse (const char *text)
{
  EntenteLaneChoice *choice = entente_lane_choice_new ();
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", 0);

  for (guint i = 0; words[i] != NULL; i++) {
    char *value = strchr (words[i], '=');

    if (value == NULL)
      continue;
    *value = '\0';
    parse_word (choice, words[i], value + 1);
  }
  return choice;
}
