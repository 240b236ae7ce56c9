/* Sets of ids: sorted arrays for what a step changed, a table with open addresses for the rows of an
 * unfinished import. Pure; a set belongs to one thread.
 */
#include "config.h"

#include "entente-ids.h"

#define FIRST_SLOTS 1024

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId left = *(const EntenteId *) a, right = *(const EntenteId *) b;

  return (left > right) - (left < right);
}

void
entente_ids_sort (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++) {
    EntenteId id = g_array_index (ids, EntenteId, i);

    if (kept == 0 || g_array_index (ids, EntenteId, kept - 1) != id)
      g_array_index (ids, EntenteId, kept++) = id;
  }
  g_array_set_size (ids, kept);
}

gboolean
entente_ids_contain (GArray *sorted, EntenteId id)
{
  return sorted != NULL && g_array_binary_search (sorted, &id, compare_ids, NULL);
}

/* The slot of @id, or the free one where it would be. */
static gsize
find_slot (const EntenteIdSet *set, EntenteId id)
{
  gsize slot = (gsize) (((guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 20);

  for (slot &= set->n_slots - 1; set->slots[slot] != ENTENTE_ID_NONE && set->slots[slot] != id;)
    slot = (slot + 1) & (set->n_slots - 1);
  return slot;
}

static void
grow (EntenteIdSet *set)
{
  EntenteIdSet larger = { .n_slots = MAX (set->n_slots * 2, FIRST_SLOTS), .n = set->n };

  larger.slots = g_new0 (EntenteId, larger.n_slots);
  for (gsize i = 0; i < set->n_slots; i++) {
    if (set->slots[i] != ENTENTE_ID_NONE)
      larger.slots[find_slot (&larger, set->slots[i])] = set->slots[i];
  }
  g_free (set->slots);
  *set = larger;
}

void
entente_id_set_add (EntenteIdSet *set, EntenteId id)
{
  gsize slot;

  if (set->n * 3 >= set->n_slots * 2)
    grow (set);
  slot = find_slot (set, id);
  if (set->slots[slot] == ENTENTE_ID_NONE)
    set->n++;
  set->slots[slot] = id;
}

gboolean
entente_id_set_contains (const EntenteIdSet *set, EntenteId id)
{
  return set->n > 0 && set->slots[find_slot (set, id)] == id;
}

void
entente_id_set_clear (EntenteIdSet *set)
{
  g_free (set->slots);
  *set = (EntenteIdSet){ .n = 0 };
}
