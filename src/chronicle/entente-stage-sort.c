/* The one order of staged events, by a radix sort.
 *
 * Place of the glyph and number of the event are packed into one 64-bit word each: the sort moves
 * no rows and is stable, so events that arrived by rising id stay so. Where the range of places is
 * too wide to be packed exactly (thousands of millennia) they are packed coarsely; runs of equal
 * packed places are then settled by the one comparison, as are orders within a day and of telling.
 */
#include "entente-stage.h"

#include <stdlib.h>
#include <string.h>

#define RADIX_BITS 11
#define RADIX_SIZE (1 << RADIX_BITS)

/* How places are packed: (place - first) >> shift, above n_index_bits for the number of the event.
 */
typedef struct {
  gint64 first;
  guint shift;
  guint n_index_bits;
  guint n_key_bits;
} Packing;

static gint64
get_place (const EntenteStage *stage, guint32 number)
{
  const EntenteStagedEvent *event = entente_stage_get_event (stage, number);

  if (G_UNLIKELY (event->facts.flags & ENTENTE_ROW_FOLLOWS))
    return entente_stage_find_key (stage, number)->place;
  return entente_date_points_get_place (&event->points, (EntenteDateForm) event->facts.form);
}

void
entente_stage_get_key (const EntenteStage *stage, guint32 event, EntenteDateKey *key)
{
  const EntenteStagedEvent *staged = entente_stage_get_event (stage, event);

  if (G_UNLIKELY (staged->facts.flags & ENTENTE_ROW_FOLLOWS)) {
    *key = *entente_stage_find_key (stage, event);
    return;
  }
  *key = (EntenteDateKey){ .place = get_place (stage, event),
                           .day_order = staged->day_order,
                           .telling = staged->telling,
                           .id = staged->id };
}

static guint
count_bits (guint64 value)
{
  return value == 0 ? 0 : 64 - (guint) __builtin_clzll (value);
}

/* Undated events get the number after the last place, so they need no bits of their own. */
static Packing
choose_packing (const gint64 *places, guint n)
{
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;
  Packing packing = { 0 };
  guint64 range;

  for (guint i = 0; i < n; i++) {
    if (places[i] != ENTENTE_TIME_MAX) {
      first = MIN (first, places[i]);
      last = MAX (last, places[i]);
    }
  }
  packing.first = first;
  packing.n_index_bits = MAX (count_bits (n), 1);
  range = first <= last ? (guint64) last - (guint64) first : 0;
  while (count_bits ((range >> packing.shift) + 1) > 64 - packing.n_index_bits)
    packing.shift++;
  packing.n_key_bits = count_bits ((range >> packing.shift) + 1);
  return packing;
}

static guint64
pack (const Packing *packing, gint64 place, guint32 event)
{
  guint64 undated = (G_GUINT64_CONSTANT (1) << packing->n_key_bits) - 1;
  guint64 key = place == ENTENTE_TIME_MAX
                  ? undated
                  : ((guint64) place - (guint64) packing->first) >> packing->shift;

  return key << packing->n_index_bits | event;
}

static void
radix_pass (const guint64 *from, guint64 *to, guint n, guint shift)
{
  guint starts[RADIX_SIZE + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    starts[((from[i] >> shift) & (RADIX_SIZE - 1)) + 1]++;
  for (guint i = 0; i < RADIX_SIZE; i++)
    starts[i + 1] += starts[i];
  for (guint i = 0; i < n; i++)
    to[starts[(from[i] >> shift) & (RADIX_SIZE - 1)]++] = from[i];
}

static int
compare_events (gconstpointer a, gconstpointer b, gpointer user_data)
{
  EntenteDateKey first;
  EntenteDateKey second;

  entente_stage_get_key (user_data, *(const guint32 *) a, &first);
  entente_stage_get_key (user_data, *(const guint32 *) b, &second);
  return entente_date_key_compare (&first, &second);
}

/* Settles the order inside runs of equal packed places. */
static void
settle_runs (const EntenteStage *stage,
             const guint64 *packed,
             guint32 *order,
             guint n,
             guint n_bits)
{
  for (guint start = 0, end; start < n; start = end) {
    for (end = start + 1; end < n && packed[end] >> n_bits == packed[start] >> n_bits;)
      end++;
    if (end - start > 1)
      g_qsort_with_data (order + start,
                         (int) (end - start),
                         sizeof (guint32),
                         compare_events,
                         (gpointer) stage);
  }
}

/* Places first, then packed where they stood. */
static Packing
pack_places (const EntenteStage *stage, EntenteVector *packed)
{
  guint n = stage->events.len;
  gint64 *places;
  Packing packing;

  entente_vector_reserve (packed, n);
  places = packed->data;
  for (guint i = 0; i < n; i++)
    places[i] = get_place (stage, i);
  packing = choose_packing (places, n);
  for (guint i = 0; i < n; i++)
    entente_vector_index (packed, guint64, i) = pack (&packing, places[i], i);
  return packing;
}

static void
unpack_order (const Packing *packing, const guint64 *packed, guint n, EntenteVector *order)
{
  guint64 mask = (G_GUINT64_CONSTANT (1) << packing->n_index_bits) - 1;

  entente_vector_reserve (order, MAX (n, 1));
  order->len = n;
  for (guint i = 0; i < n; i++)
    entente_vector_index (order, guint32, i) = (guint32) (packed[i] & mask);
}

void
entente_stage_sort (const EntenteStage *stage, EntenteVector *order)
{
  guint n = stage->events.len;
  g_auto (EntenteVector) one = ENTENTE_VECTOR_INIT (guint64);
  g_auto (EntenteVector) other = ENTENTE_VECTOR_INIT (guint64);
  Packing packing = pack_places (stage, &one);
  guint64 *packed = one.data;
  guint64 *spare;

  entente_vector_reserve (&other, n);
  spare = other.data;
  for (guint bit = 0; bit < packing.n_key_bits; bit += RADIX_BITS) {
    guint64 *sorted = spare;

    radix_pass (packed, sorted, n, packing.n_index_bits + bit);
    spare = packed;
    packed = sorted;
  }
  unpack_order (&packing, packed, n, order);
  if (packing.shift > 0 || stage->has_order || !stage->ids_rising)
    settle_runs (stage, packed, order->data, n, packing.n_index_bits);
}
