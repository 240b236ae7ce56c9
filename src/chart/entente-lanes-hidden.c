/* Lanes that a person hid: named and counted, so that nothing vanishes unseen. Any thread. */
#include "config.h"

#include "entente-lanes-private.h"

#include <glib/gi18n-lib.h>

void
entente_lanes_note_hidden (EntenteLanesBuild *build)
{
  EntenteLanes *self = build->lanes;
  guint n = 0;
  const EntenteId *ids =
    build->choice != NULL
      ? entente_lane_choice_get_list (build->choice, ENTENTE_LANE_LIST_HIDDEN, &n)
      : NULL;

  for (guint i = 0; i < n; i++) {
    guint32 key = lanes_find_key (self, ids[i]);
    EntenteHiddenLane hidden = { ids[i], NULL, 0 };

    /* Who became a member since then lies in the lane of the body. */
    if (key == ENTENTE_NO_INDEX || entente_lane_index_get_n_total (self->index, key) == 0)
      continue;
    hidden.n_made = build->made[key];
    hidden.name = key < self->n_keys
                    ? entente_lane_field_get_name (self->field, self->chronicle, key)
                    : g_strdup (entente_lane_field_get_without (self->field));
    self->lane_of_key[key] = ENTENTE_LANES_HIDDEN;
    g_array_append_val (self->hidden, hidden);
  }
}

/* Is @key the first hidden one of the row's, so that the row counts once? */
static gboolean
counts_under (const EntenteLanes *self, guint row, guint32 key)
{
  guint n;
  const guint32 *homes = entente_lane_index_get_homes (self->index, row, &n);

  for (guint i = 0; i < n; i++)
    if (self->lane_of_key[homes[i]] == ENTENTE_LANES_HIDDEN)
      return homes[i] == key;
  return TRUE;
}

void
entente_lanes_count_hidden (EntenteLanes *self)
{
  for (guint i = 0; i < self->hidden->len; i++) {
    EntenteId id = g_array_index (self->hidden, EntenteHiddenLane, i).id;
    guint32 key = lanes_find_key (self, id);
    guint n;
    const guint32 *rows = entente_lane_index_get_rows (self->index, key, &n);

    for (guint j = 0; j < n; j++) {
      if (!lanes_passes (self, rows[j]) || !counts_under (self, rows[j], key))
        continue;
      self->n_hidden_made++;
      self->n_hidden_events += entente_lanes_find_row (self, rows[j]) == ENTENTE_NO_INDEX;
    }
  }
}

const EntenteHiddenLane *
entente_lanes_get_hidden (const EntenteLanes *self, guint *n)
{
  *n = self->hidden->len;
  return (const EntenteHiddenLane *) (gpointer) self->hidden->data;
}

guint
entente_lanes_get_n_hidden_events (const EntenteLanes *self, guint *n_made)
{
  if (n_made != NULL)
    *n_made = self->n_hidden_made;
  return self->n_hidden_events;
}

char *
entente_lanes_describe (const EntenteLanes *self)
{
  EntenteLaneField field = entente_lane_index_get_field (self->index);
  g_autofree char *by = NULL, *hidden = NULL;

  if (field != ENTENTE_LANES_BY_ACTOR)
    /* TRANSLATORS: what the lanes of a picture stand for: "Lanes: Tracks." */
    by = g_strdup_printf (_ ("Lanes: %s."), entente_lane_field_get_label (field));
  if (self->n_hidden_events > 0)
    /* TRANSLATORS: number of events whose lanes a person took out of a picture */
    hidden = g_strdup_printf (_ ("In hidden lanes: %u."), self->n_hidden_events);
  if (by != NULL && hidden != NULL)
    return g_strdup_printf ("%s %s", by, hidden);
  return by != NULL ? g_steal_pointer (&by) : g_steal_pointer (&hidden);
}
