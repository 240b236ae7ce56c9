/* Sets of ids: sorted arrays for what a step changed, a table with open addresses for the rows of
 * an unfinished import. Pure; a set belongs to one thread.
 */
#include "config.h"

#include "entente-ids.h"

#include <string.h>

#define FIRST_SLOTS 16

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  EntenteId left = *(const EntenteId *) a, right = *(const EntenteId *) b;

  return (left > right) - (left < right);
}

static gboolean
is_rising (GArray *ids)
{
  for (guint i = 1; i < ids->len; i++) {
    if (g_array_index (ids, EntenteId, i - 1) >= g_array_index (ids, EntenteId, i))
      return FALSE;
  }
  return TRUE;
}

void
entente_ids_sort (GArray *ids)
{
  guint kept = 0;

  if (is_rising (ids))
    return;
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

static guint64
hash_id (EntenteId id)
{
  return (guint64) id * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
}

static guint
get_part (EntenteId id)
{
  return (guint) (hash_id (id) >> 56) % ENTENTE_ID_SET_PARTS;
}

/* The slot of @id, or the free one where it would be. */
static guint32
find_slot (const EntenteIdSetPart *part, EntenteId id)
{
  guint32 slot = (guint32) (hash_id (id) >> 24) & (part->n_slots - 1);

  while (part->slots[slot] != ENTENTE_ID_NONE && part->slots[slot] != id)
    slot = (slot + 1) & (part->n_slots - 1);
  return slot;
}

static void
grow (EntenteIdSetPart *part)
{
  EntenteIdSetPart larger = { .n_slots = MAX (part->n_slots * 2, FIRST_SLOTS), .n = part->n };

  larger.slots = g_new0 (EntenteId, larger.n_slots);
  for (guint32 i = 0; i < part->n_slots; i++) {
    if (part->slots[i] != ENTENTE_ID_NONE)
      larger.slots[find_slot (&larger, part->slots[i])] = part->slots[i];
  }
  g_free (part->slots);
  *part = larger;
}

void
entente_id_set_add (EntenteIdSet *set, EntenteId id)
{
  EntenteIdSetPart *part = &set->parts[get_part (id)];
  guint32 slot;

  if (part->n * 3 >= part->n_slots * 2)
    grow (part);
  slot = find_slot (part, id);
  if (part->slots[slot] == ENTENTE_ID_NONE) {
    part->n++;
    set->n++;
  }
  part->slots[slot] = id;
}

gboolean
entente_id_set_contains (const EntenteIdSet *set, EntenteId id)
{
  const EntenteIdSetPart *part = &set->parts[get_part (id)];

  return part->n > 0 && part->slots[find_slot (part, id)] == id;
}

void
entente_id_set_clear (EntenteIdSet *set)
{
  for (guint i = 0; i < ENTENTE_ID_SET_PARTS; i++)
    g_free (set->parts[i].slots);
  memset (set, 0, sizeof *set);
}
