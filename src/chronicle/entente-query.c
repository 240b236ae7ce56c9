/* EntenteQuery: a filter, as an immutable value.
 *
 * The value only: copying, comparing, changing before it is shared. What it matches is decided in
 * entente-matcher.c, how it reads in entente-query-format.c. Any thread; whoever holds a reference
 * owns a share. */
#include "entente-query.h"

#include "entente-query-fields.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (EntenteQuery, entente_query, entente_query_ref, entente_query_unref)

/* The criteria that are lists of ids, so that no function forgets one. */
static const gsize id_lists[] = {
  G_STRUCT_OFFSET (EntenteQuery, actors),   G_STRUCT_OFFSET (EntenteQuery, by),
  G_STRUCT_OFFSET (EntenteQuery, to),       G_STRUCT_OFFSET (EntenteQuery, tracks),
  G_STRUCT_OFFSET (EntenteQuery, places),   G_STRUCT_OFFSET (EntenteQuery, issues),
  G_STRUCT_OFFSET (EntenteQuery, articles), G_STRUCT_OFFSET (EntenteQuery, outlets),
  G_STRUCT_OFFSET (EntenteQuery, speakers), G_STRUCT_OFFSET (EntenteQuery, rounds),
};

static GArray **
get_id_list (const EntenteQuery *query, guint i)
{
  return (GArray **) G_STRUCT_MEMBER_P (query, id_lists[i]);
}

static guint
count_ids (const GArray *ids)
{
  return ids != NULL ? ids->len : 0;
}

static void
clear_query (gpointer data)
{
  EntenteQuery *query = data;

  for (guint i = 0; i < G_N_ELEMENTS (id_lists); i++)
    g_clear_pointer (get_id_list (query, i), g_array_unref);
  g_clear_pointer (&query->fields, g_ptr_array_unref);
  g_free (query->words);
}

EntenteQuery *
entente_query_new (void)
{
  return g_atomic_rc_box_new0 (EntenteQuery);
}

EntenteQuery *
entente_query_new_cleared (const EntenteQuery *query)
{
  EntenteQuery *cleared = entente_query_new ();

  cleared->members = query->members;
  return cleared;
}

EntenteQuery *
entente_query_copy (const EntenteQuery *query)
{
  EntenteQuery *copy = entente_query_new ();

  *copy = *query;
  for (guint i = 0; i < G_N_ELEMENTS (id_lists); i++) {
    GArray **ids = get_id_list (copy, i);

    if (*ids != NULL)
      *ids = g_array_copy (*ids);
  }
  copy->fields = entente_field_asks_copy (query->fields);
  copy->words = g_strdup (query->words);
  return copy;
}

EntenteQuery *
entente_query_ref (const EntenteQuery *query)
{
  return g_atomic_rc_box_acquire ((gpointer) query);
}

void
entente_query_unref (EntenteQuery *query)
{
  if (query != NULL)
    g_atomic_rc_box_release_full (query, clear_query);
}

gboolean
entente_query_has_id (const GArray *ids, EntenteId id)
{
  for (guint i = 0; i < count_ids (ids); i++) {
    if (g_array_index (ids, EntenteId, i) == id)
      return TRUE;
  }
  return FALSE;
}

void
entente_query_toggle_id (GArray **ids, EntenteId id, gboolean on)
{
  if (on && *ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  if (on && !entente_query_has_id (*ids, id))
    g_array_append_val (*ids, id);
  for (guint i = 0; !on && i < count_ids (*ids);) {
    if (g_array_index (*ids, EntenteId, i) == id)
      g_array_remove_index (*ids, i);
    else
      i++;
  }
}

void
entente_query_only_actor (EntenteQuery *query, EntenteId actor)
{
  g_clear_pointer (&query->actors, g_array_unref);
  entente_query_toggle_id (&query->actors, actor, TRUE);
  if (query->match != ENTENTE_MATCH_ALL)
    query->match = ENTENTE_MATCH_ANY;
  query->direction = ENTENTE_EITHER_WAY;
  query->exclusive = FALSE;
}

void
entente_query_set_round (EntenteQuery *query, EntenteId round)
{
  g_clear_pointer (&query->rounds, g_array_unref);
  query->round_empty = FALSE;
  entente_query_toggle_id (&query->rounds, round, TRUE);
}

const GArray *
entente_query_get_listed (const EntenteQuery *query, EntenteListed listed)
{
  const GArray *const lists[ENTENTE_N_LISTED] = {
    [ENTENTE_LISTED_TRACK] = query->tracks,   [ENTENTE_LISTED_PLACE] = query->places,
    [ENTENTE_LISTED_ISSUE] = query->issues,   [ENTENTE_LISTED_ARTICLE] = query->articles,
    [ENTENTE_LISTED_OUTLET] = query->outlets, [ENTENTE_LISTED_SPEAKER] = query->speakers,
  };

  return lists[listed];
}

gboolean
entente_query_restricts (const EntenteQuery *query, EntenteListed listed)
{
  return query->empty[listed] || count_ids (entente_query_get_listed (query, listed)) > 0;
}

/* Equal as sets: the order in which values were chosen means nothing. */
static gboolean
are_sets_equal (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < count_ids (a); i++) {
    if (!entente_query_has_id (b, g_array_index (a, EntenteId, i)))
      return FALSE;
  }
  for (guint i = 0; i < count_ids (b); i++) {
    if (!entente_query_has_id (a, g_array_index (b, EntenteId, i)))
      return FALSE;
  }
  return TRUE;
}

/* … but to "between", where it is the direction. */
static gboolean
are_actors_equal (const EntenteQuery *a, const EntenteQuery *b)
{
  guint n = count_ids (a->actors);

  if (a->match != ENTENTE_MATCH_BETWEEN)
    return are_sets_equal (a->actors, b->actors);
  return n == count_ids (b->actors) &&
         (n == 0 || memcmp (a->actors->data, b->actors->data, n * sizeof (EntenteId)) == 0);
}

static gboolean
are_lists_equal (const EntenteQuery *a, const EntenteQuery *b)
{
  if (!are_actors_equal (a, b))
    return FALSE;
  for (guint i = 1; i < G_N_ELEMENTS (id_lists); i++) {
    if (!are_sets_equal (*get_id_list (a, i), *get_id_list (b, i)))
      return FALSE;
  }
  for (guint i = 0; i < ENTENTE_N_LISTED; i++) {
    if (a->listed[i] != b->listed[i] || !a->empty[i] != !b->empty[i])
      return FALSE;
  }
  return TRUE;
}

static gboolean
are_choices_equal (const EntenteQuery *a, const EntenteQuery *b)
{
  return a->match == b->match && a->direction == b->direction && !a->exclusive == !b->exclusive &&
         !a->members == !b->members && !a->members_surely == !b->members_surely &&
         a->roles == b->roles && a->kinds[0] == b->kinds[0] && a->kinds[1] == b->kinds[1] &&
         a->groups == b->groups && a->evidence == b->evidence && a->judgement == b->judgement &&
         a->mode == b->mode && a->status == b->status && a->medium == b->medium &&
         a->answered == b->answered && a->dated == b->dated && !a->round_empty == !b->round_empty;
}

static gboolean
are_times_equal (const EntenteQuery *a, const EntenteQuery *b)
{
  return !a->has_since == !b->has_since && !a->has_until == !b->has_until &&
         (!a->has_since || a->since == b->since) && (!a->has_until || a->until == b->until) &&
         !a->surely == !b->surely;
}

gboolean
entente_query_equal (const EntenteQuery *a, const EntenteQuery *b)
{
  return a == b ||
         (are_choices_equal (a, b) && are_times_equal (a, b) && are_lists_equal (a, b) &&
          entente_field_asks_equal (a->fields, b->fields) && g_strcmp0 (a->words, b->words) == 0);
}

gboolean
entente_query_has_time (const EntenteQuery *query)
{
  return query->has_since || query->has_until;
}

gboolean
entente_query_is_empty (const EntenteQuery *query)
{
  for (guint i = 0; i < G_N_ELEMENTS (id_lists); i++) {
    if (count_ids (*get_id_list (query, i)) > 0)
      return FALSE;
  }
  for (guint i = 0; i < ENTENTE_N_LISTED; i++) {
    if (query->empty[i])
      return FALSE;
  }
  return !query->round_empty && !entente_field_asks_restrict (query->fields) &&
         (query->kinds[0] | query->kinds[1]) == 0 &&
         (query->groups | query->evidence | query->judgement | query->mode | query->status |
          query->medium | query->answered | query->dated) == 0 &&
         !entente_query_has_time (query) && (query->words == NULL || *query->words == '\0');
}
