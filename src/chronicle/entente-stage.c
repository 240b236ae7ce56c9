/* EntenteStage: rows on their way into a chronicle.
 *
 * Arrays that grow, and three steps that make them ready: numbers of ids become indexes of a
 * roster, what belongs to events is grouped by event, and events get their order by a radix sort on
 * the place of their glyph, ties settled by the one comparison (entente_date_key_compare). One
 * thread; owned by a builder. */
#include "entente-stage.h"

#include <string.h>

#define FIRST_NUMBERING_BITS 6
/* EntentePart holds actors in 24 bits. */
#define MAX_ACTORS (1 << 24)

/* ---- details of claims ---- */

static void
clear_detail (gpointer data)
{
  EntenteClaimDetail *detail = data;

  g_free (detail->outlet_name);
  g_free (detail->claimed_kind);
  g_free (detail->claimed_text);
  g_clear_pointer (&detail->claimed_who, g_array_unref);
  g_clear_pointer (&detail->claimed_to, g_array_unref);
}

EntenteClaimDetail *
entente_claim_detail_ref (EntenteClaimDetail *detail)
{
  return detail != NULL ? g_atomic_rc_box_acquire (detail) : NULL;
}

void
entente_claim_detail_unref (EntenteClaimDetail *detail)
{
  if (detail != NULL)
    g_atomic_rc_box_release_full (detail, clear_detail);
}

/* ---- numbers for ids ---- */

static void
init_numbering (EntenteNumbering *numbering)
{
  numbering->ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  numbering->n_bits = FIRST_NUMBERING_BITS;
  numbering->slots = g_new0 (guint32, 1 << FIRST_NUMBERING_BITS);
}

static void
clear_numbering (EntenteNumbering *numbering)
{
  g_array_unref (numbering->ids);
  g_free (numbering->slots);
}

/* Slot of @id, or the empty slot where it belongs. */
static guint32 *
find_slot (const EntenteNumbering *numbering, EntenteId id)
{
  guint64 hash = (guint64) id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint mask = (1u << numbering->n_bits) - 1;
  guint at = (guint) (hash >> (64 - numbering->n_bits));

  while (numbering->slots[at] != 0 &&
         g_array_index (numbering->ids, EntenteId, numbering->slots[at] - 1) != id)
    at = (at + 1) & mask;
  return &numbering->slots[at];
}

static void
grow_numbering (EntenteNumbering *numbering)
{
  g_free (numbering->slots);
  numbering->n_bits++;
  numbering->slots = g_new0 (guint32, (gsize) 1 << numbering->n_bits);
  for (guint i = 0; i < numbering->ids->len; i++)
    *find_slot (numbering, g_array_index (numbering->ids, EntenteId, i)) = i + 1;
}

static guint32
number_id (EntenteNumbering *numbering, EntenteId id)
{
  guint32 *slot = find_slot (numbering, id);

  if (*slot == 0) {
    g_array_append_val (numbering->ids, id);
    *slot = numbering->ids->len;
    if (numbering->ids->len > (1u << numbering->n_bits) / 2) {
      grow_numbering (numbering);
      slot = find_slot (numbering, id);
    }
  }
  return *slot - 1;
}

guint32
entente_stage_number (EntenteStage *stage, EntenteList list, EntenteId id)
{
  EntenteNumbering *numbering = &stage->numberings[list];

  if (id == ENTENTE_ID_NONE)
    return ENTENTE_NO_INDEX;
  if (id != numbering->last_id) {
    numbering->last_number = number_id (numbering, id);
    numbering->last_id = id;
  }
  return numbering->last_number;
}

/* ---- life ---- */

static void
init_scratch (EntenteStage *stage)
{
  stage->row_events = (EntenteVector) ENTENTE_VECTOR_INIT (EntenteStagedEvent);
  stage->block_facts = (EntenteVector) ENTENTE_VECTOR_INIT (EntenteFacts);
  stage->row_lists = (EntenteVector) ENTENTE_VECTOR_INIT (guint16);
  stage->list_starts = (EntenteVector) ENTENTE_VECTOR_INIT (guint32);
  stage->list_parts = (EntenteVector) ENTENTE_VECTOR_INIT (EntentePart);
  stage->list_slots = NULL;
  stage->slab = NULL;
}

static void
clear_scratch (EntenteStage *stage)
{
  entente_vector_clear (&stage->row_events);
  entente_vector_clear (&stage->block_facts);
  entente_vector_clear (&stage->row_lists);
  entente_vector_clear (&stage->list_starts);
  entente_vector_clear (&stage->list_parts);
  g_free (stage->list_slots);
  entente_slab_unref (stage->slab);
  g_free (stage->tally_numbers);
}

EntenteStage *
entente_stage_new (void)
{
  EntenteStage *stage = g_new0 (EntenteStage, 1);

  stage->events.item_size = sizeof (EntenteStagedEvent);
  stage->told.item_size = sizeof (EntenteStagedTold);
  stage->parts.item_size = sizeof (EntenteStagedPart);
  stage->issues.item_size = sizeof (EntenteStagedIssue);
  stage->voices.item_size = sizeof (EntenteStagedVoice);
  stage->links.item_size = sizeof (EntenteLinkRow);
  stage->orders.item_size = sizeof (EntenteOrderRow);
  stage->keys.item_size = sizeof (EntenteStagedKey);
  stage->part_starts.item_size = sizeof (guint32);
  stage->issue_starts.item_size = sizeof (guint32);
  stage->voice_starts.item_size = sizeof (guint32);
  init_scratch (stage);
  for (guint i = 0; i < ENTENTE_N_INDEXED_LISTS; i++)
    init_numbering (&stage->numberings[i]);
  stage->ids_rising = TRUE;
  return stage;
}

void
entente_stage_free (EntenteStage *stage)
{
  if (stage == NULL)
    return;
  for (guint i = 0; i < stage->voices.len; i++)
    entente_claim_detail_unref (
      entente_vector_index (&stage->voices, EntenteStagedVoice, i).detail);
  entente_vector_clear (&stage->events);
  entente_vector_clear (&stage->told);
  entente_vector_clear (&stage->parts);
  entente_vector_clear (&stage->issues);
  entente_vector_clear (&stage->voices);
  entente_vector_clear (&stage->links);
  entente_vector_clear (&stage->orders);
  entente_vector_clear (&stage->keys);
  entente_vector_clear (&stage->part_starts);
  entente_vector_clear (&stage->issue_starts);
  entente_vector_clear (&stage->voice_starts);
  clear_scratch (stage);
  if (stage->half != NULL)
    clear_scratch (stage->half);
  g_free (stage->half);
  for (guint i = 0; i < ENTENTE_N_LISTS; i++)
    g_clear_pointer (&stage->lists[i], g_ptr_array_unref);
  for (guint i = 0; i < ENTENTE_N_INDEXED_LISTS; i++)
    clear_numbering (&stage->numberings[i]);
  g_free (stage);
}

GPtrArray *
entente_stage_ensure_list (EntenteStage *stage, EntenteList list)
{
  if (stage->lists[list] == NULL)
    stage->lists[list] = g_ptr_array_new_with_free_func (entente_record_unref);
  return stage->lists[list];
}

/* ---- finding events ---- */

static EntenteId
get_event_id (const EntenteStage *stage, guint event)
{
  return entente_vector_index (&stage->events, EntenteStagedEvent, event).id;
}

/* First event in [low, high) with an id not below @id. */
static guint
search_event (const EntenteStage *stage, EntenteId id, guint low, guint high)
{
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (get_event_id (stage, middle) < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Rows mostly name the event that the row before named, or one soon after it: steps that double. */
guint32
entente_stage_find_event (EntenteStage *stage, EntenteId id)
{
  guint n = stage->events.len;
  guint at = MIN (stage->cursor, n);
  guint step = 1;

  if (at < n && get_event_id (stage, at) == id)
    return at;
  if (at < n && get_event_id (stage, at) < id) {
    guint low = at + 1;

    while (at + step < n && get_event_id (stage, at + step) < id) {
      low = at + step + 1;
      step *= 2;
    }
    at = search_event (stage, id, low, MIN (at + step, n));
  } else {
    at = search_event (stage, id, 0, at);
  }
  if (at >= n || get_event_id (stage, at) != id)
    return ENTENTE_NO_INDEX;
  stage->cursor = at;
  return at;
}

/* ---- preparing ---- */

/* Index of each number of a list. */
static guint32 *
resolve_numbers (const EntenteStage *stage, const EntenteRoster *roster, EntenteList list)
{
  const GArray *ids = stage->numberings[list].ids;
  guint32 *indexes = g_new (guint32, ids->len + 1);

  for (guint i = 0; i < ids->len; i++) {
    indexes[i] = entente_roster_find (roster, list, g_array_index (ids, EntenteId, i));
    if (list == ENTENTE_LIST_ACTOR && indexes[i] >= MAX_ACTORS)
      indexes[i] = ENTENTE_NO_INDEX;
  }
  return indexes;
}

static inline guint32
resolve (const guint32 *indexes, guint32 number)
{
  return number == ENTENTE_NO_INDEX ? ENTENTE_NO_INDEX : indexes[number];
}

/* Participations of actors that do not exist fall out. */
static void
resolve_parts (EntenteStage *stage, const guint32 *actors)
{
  EntenteStagedPart *parts = (EntenteStagedPart *) stage->parts.data;
  guint n_kept = 0;

  for (guint i = 0; i < stage->parts.len; i++) {
    guint32 actor = actors[parts[i].part.actor];

    if (actor == ENTENTE_NO_INDEX)
      continue;
    parts[n_kept] = parts[i];
    parts[n_kept].part.actor = actor;
    parts[n_kept].part.speaks_for = resolve (actors, parts[i].part.speaks_for);
    n_kept++;
  }
  stage->parts.len = n_kept;
}

static void
resolve_issues (EntenteStage *stage, const guint32 *indexes)
{
  EntenteStagedIssue *issues = (EntenteStagedIssue *) stage->issues.data;
  guint n_kept = 0;

  for (guint i = 0; i < stage->issues.len; i++) {
    guint32 issue = indexes[issues[i].issue];

    if (issue == ENTENTE_NO_INDEX)
      continue;
    issues[n_kept] = (EntenteStagedIssue){ issues[i].event, issue };
    n_kept++;
  }
  stage->issues.len = n_kept;
}

static void
resolve_voices (EntenteStage *stage, const guint32 *actors, const guint32 *articles)
{
  for (guint i = 0; i < stage->voices.len; i++) {
    EntenteVoice *voice = &entente_vector_index (&stage->voices, EntenteStagedVoice, i).voice;

    voice->article = resolve (articles, voice->article);
    voice->outlet = resolve (actors, voice->outlet);
    voice->speaker = resolve (actors, voice->speaker);
  }
}

static void
resolve_events (EntenteStage *stage, const guint32 *tracks, const guint32 *places)
{
  for (guint i = 0; i < stage->events.len; i++) {
    EntenteStagedEvent *event = &entente_vector_index (&stage->events, EntenteStagedEvent, i);

    event->track = resolve (tracks, event->track);
    event->place = resolve (places, event->place);
  }
}

static void
resolve_all (EntenteStage *stage, const EntenteRoster *roster)
{
  g_autofree guint32 *actors = resolve_numbers (stage, roster, ENTENTE_LIST_ACTOR);
  g_autofree guint32 *articles = resolve_numbers (stage, roster, ENTENTE_LIST_ARTICLE);
  g_autofree guint32 *tracks = resolve_numbers (stage, roster, ENTENTE_LIST_TRACK);
  g_autofree guint32 *places = resolve_numbers (stage, roster, ENTENTE_LIST_PLACE);
  g_autofree guint32 *issues = resolve_numbers (stage, roster, ENTENTE_LIST_ISSUE);

  resolve_parts (stage, actors);
  resolve_issues (stage, issues);
  resolve_voices (stage, actors, articles);
  if (stage->numberings[ENTENTE_LIST_TRACK].ids->len > 0 ||
      stage->numberings[ENTENTE_LIST_PLACE].ids->len > 0)
    resolve_events (stage, tracks, places);
}

static inline guint32
get_owner (const EntenteVector *items, guint i)
{
  return *(const guint32 *) (gconstpointer) ((const char *) items->data + i * items->item_size);
}

static gboolean
is_grouped (const EntenteVector *items)
{
  for (guint i = 1; i < items->len; i++) {
    if (get_owner (items, i - 1) > get_owner (items, i))
      return FALSE;
  }
  return TRUE;
}

/* Moves each item to the next place of its event. */
static void
move_items (EntenteVector *items, const EntenteVector *starts)
{
  gsize size = items->item_size;
  g_auto (EntenteVector) next = ENTENTE_VECTOR_INIT (guint32);
  g_auto (EntenteVector) moved = { .item_size = size };

  entente_vector_reserve (&next, starts->len);
  memcpy (next.data, starts->data, starts->len * sizeof (guint32));
  entente_vector_reserve (&moved, items->len);
  for (guint i = 0; i < items->len; i++)
    memcpy ((char *) moved.data +
              entente_vector_index (&next, guint32, get_owner (items, i))++ * size,
            (const char *) items->data + i * size,
            size);
  memcpy (items->data, moved.data, items->len * size);
}

/* Counting sort of @items by the event number that each begins with; in order already in most
 * cases. Gives the start of each event's items; nothing when there are none. */
static void
group_by_event (EntenteVector *items, EntenteVector *starts, guint n_events)
{
  guint32 *first;

  if (items->len == 0)
    return;
  entente_vector_fill_zero (starts, n_events + 1);
  first = starts->data;
  for (guint i = 0; i < items->len; i++)
    first[get_owner (items, i) + 1]++;
  for (guint i = 0; i < n_events; i++)
    first[i + 1] += first[i];
  if (!is_grouped (items))
    move_items (items, starts);
}

static int
compare_issues (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint32 first = ((const EntenteStagedIssue *) a)->issue;
  guint32 second = ((const EntenteStagedIssue *) b)->issue;

  return (first > second) - (first < second);
}

static int
compare_voices (gconstpointer a, gconstpointer b, gpointer user_data)
{
  EntenteId first = ((const EntenteStagedVoice *) a)->voice.id;
  EntenteId second = ((const EntenteStagedVoice *) b)->voice.id;

  return (first > second) - (first < second);
}

/* Within each event, items come in an order of their own, whatever the order of arrival was. */
static void
sort_within_events (EntenteVector *items,
                    const EntenteVector *starts,
                    guint n_events,
                    GCompareDataFunc compare)
{
  for (guint event = 0; event < n_events && items->len > 0; event++) {
    EntenteRange range = entente_stage_get_range (starts, event);

    if (range.end - range.first > 1)
      g_qsort_with_data ((char *) items->data + range.first * items->item_size,
                         (int) (range.end - range.first),
                         items->item_size,
                         compare,
                         NULL);
  }
}

const EntenteSpan *
entente_stage_get_told (const EntenteStage *stage, guint32 event)
{
  guint low = 0;
  guint high = stage->told.len;

  if ((entente_stage_get_event (stage, event)->facts.flags & ENTENTE_ROW_BOUNDED) == 0)
    return NULL;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (entente_vector_index (&stage->told, EntenteStagedTold, middle).event < event)
      low = middle + 1;
    else
      high = middle;
  }
  return &entente_vector_index (&stage->told, EntenteStagedTold, low).window;
}

void
entente_stage_prepare (EntenteStage *stage, const EntenteRoster *roster)
{
  guint n = stage->events.len;

  resolve_all (stage, roster);
  group_by_event (&stage->parts, &stage->part_starts, n);
  group_by_event (&stage->issues, &stage->issue_starts, n);
  group_by_event (&stage->voices, &stage->voice_starts, n);
  sort_within_events (&stage->issues, &stage->issue_starts, n, compare_issues);
  sort_within_events (&stage->voices, &stage->voice_starts, n, compare_voices);
  stage->n_tally_numbers = entente_roster_get_n (roster, ENTENTE_LIST_ACTOR) + 1;
  stage->tally_numbers = g_new0 (guint32, stage->n_tally_numbers);
}

EntenteStage *
entente_stage_ensure_half (EntenteStage *stage)
{
  if (stage->half == NULL) {
    stage->half = g_memdup2 (stage, sizeof *stage);
    init_scratch (stage->half);
    stage->half->tally_numbers = g_new0 (guint32, stage->n_tally_numbers);
  }
  return stage->half;
}
