/* EntenteChronicle: all events of a study as sorted columns.
 *
 * What is read from one: rows, roster, threads. Putting one together from blocks is here too;
 * where the blocks come from is in entente-chronicle-builder.c and -patch.c. Immutable; any thread;
 * studies, views and jobs own shares. */
#include "entente-chronicle-private.h"

/* ---- rows ---- */

guint
entente_chronicle_get_n_rows (const EntenteChronicle *chronicle)
{
  return chronicle->n_rows;
}

guint
entente_chronicle_get_n_placed (const EntenteChronicle *chronicle)
{
  return chronicle->n_placed;
}

EntenteId
entente_chronicle_get_id (const EntenteChronicle *chronicle, guint row)
{
  EntenteCell cell;

  g_return_val_if_fail (row < chronicle->n_rows, ENTENTE_ID_NONE);

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_id (cell.block, cell.i);
}

guint
entente_chronicle_find_row (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 where = entente_id_index_find (chronicle->index, id);
  guint32 position;
  const EntenteBlock *block;
  guint i;

  if (where == ENTENTE_WHERE_GONE)
    return ENTENTE_NO_INDEX;
  position = chronicle->blocks_of_slots[ENTENTE_WHERE_SLOT (where)];
  block = chronicle->blocks[position];
  i = entente_block_find (block, id, ENTENTE_WHERE_PLACE (where));
  return i < block->n_rows ? chronicle->first_rows[position] + i : ENTENTE_NO_INDEX;
}

static EntenteId
get_id_of (const EntenteChronicle *chronicle, EntenteList list, guint32 index)
{
  return index == ENTENTE_NO_INDEX ? ENTENTE_ID_NONE
                                   : entente_roster_get_id (chronicle->roster, list, index);
}

void
entente_chronicle_get_row (const EntenteChronicle *chronicle, guint row, EntenteEventRow *out)
{
  EntenteCell cell;
  EntenteFacts facts;

  g_return_if_fail (row < chronicle->n_rows);

  cell = entente_chronicle_locate (chronicle, row);
  facts = entente_block_get_facts (cell.block, cell.i);
  *out = (EntenteEventRow){
    .id = entente_block_get_id (cell.block, cell.i),
    .points = entente_block_get_points (cell.block, cell.i),
    .told = facts.flags & ENTENTE_ROW_BOUNDED ? entente_block_get_told (cell.block, cell.i)
                                              : (EntenteSpan){ 0 },
    .day_order = cell.block->day_orders != NULL ? cell.block->day_orders[cell.i] : 0,
    .telling = cell.block->tellings != NULL ? cell.block->tellings[cell.i] : 0,
    .kind = facts.kind,
    .flags = facts.flags,
    .form = facts.form,
    .precision = facts.precision,
    .basis = facts.basis,
    .mode = facts.mode,
    .judgement = facts.judgement,
    .medium = facts.medium,
    .track =
      get_id_of (chronicle, ENTENTE_LIST_TRACK, entente_block_get_track (cell.block, cell.i)),
    .place =
      get_id_of (chronicle, ENTENTE_LIST_PLACE, entente_block_get_place_index (cell.block, cell.i)),
  };
}

void
entente_chronicle_get_ordered_base (const EntenteChronicle *chronicle,
                                    guint row,
                                    EntenteOrderedBase *out)
{
  EntenteEventRow values;

  entente_chronicle_get_row (chronicle, row, &values);
  *out = (EntenteOrderedBase){
    .id = values.id,
    .points = values.points,
    .told = values.told,
    .day_order = values.day_order,
    .telling = values.telling,
    .flags = values.flags,
    .form = values.form,
  };
}

gint64
entente_chronicle_get_place (const EntenteChronicle *chronicle, guint row)
{
  EntenteCell cell;

  g_return_val_if_fail (row < chronicle->n_rows, ENTENTE_TIME_MAX);

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_place (cell.block, cell.i);
}

EntenteSpan
entente_chronicle_get_window (const EntenteChronicle *chronicle, guint row)
{
  EntenteCell cell;

  g_return_val_if_fail (row < chronicle->n_rows,
                        ((EntenteSpan){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX }));

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_window (cell.block, cell.i);
}

static EntenteFacts
get_facts (const EntenteChronicle *chronicle, guint row)
{
  EntenteCell cell;

  g_return_val_if_fail (row < chronicle->n_rows, (EntenteFacts){ 0 });

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_facts (cell.block, cell.i);
}

const EntenteKind *
entente_chronicle_get_kind (const EntenteChronicle *chronicle, guint row)
{
  return entente_kind_get (get_facts (chronicle, row).kind);
}

EntenteEvidence
entente_chronicle_get_evidence (const EntenteChronicle *chronicle, guint row)
{
  return (EntenteEvidence) get_facts (chronicle, row).evidence;
}

EntenteStatus
entente_chronicle_get_status (const EntenteChronicle *chronicle, guint row)
{
  return (EntenteStatus) get_facts (chronicle, row).status;
}

EntenteAnswered
entente_chronicle_get_answered (const EntenteChronicle *chronicle, guint row)
{
  return (EntenteAnswered) get_facts (chronicle, row).answered;
}

guint32
entente_chronicle_get_lead (const EntenteChronicle *chronicle, guint row)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);
  guint32 lead = ENTENTE_NO_INDEX;

  for (guint i = 0; i < n; i++) {
    if (parts[i].role == ENTENTE_ROLE_INITIATOR)
      return parts[i].actor;
    if (lead == ENTENTE_NO_INDEX && entente_role_is_matching ((EntenteRole) parts[i].role))
      lead = parts[i].speaks_for != ENTENTE_NO_INDEX ? parts[i].speaks_for : parts[i].actor;
  }
  return lead;
}

const EntentePart *
entente_chronicle_get_parts (const EntenteChronicle *chronicle, guint row, guint *n)
{
  EntenteCell cell;

  *n = 0;
  g_return_val_if_fail (row < chronicle->n_rows, NULL);

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_parts (cell.block, cell.i, n);
}

const EntenteVoice *
entente_chronicle_get_voices (const EntenteChronicle *chronicle, guint row, guint *n)
{
  EntenteCell cell;

  *n = 0;
  g_return_val_if_fail (row < chronicle->n_rows, NULL);

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_voices (cell.block, cell.i, n);
}

const guint32 *
entente_chronicle_get_event_issues (const EntenteChronicle *chronicle, guint row, guint *n)
{
  EntenteCell cell;

  *n = 0;
  g_return_val_if_fail (row < chronicle->n_rows, NULL);

  cell = entente_chronicle_locate (chronicle, row);
  return entente_block_get_issues (cell.block, cell.i, n);
}

const EntenteOrdered *
entente_chronicle_get_ordered (const EntenteChronicle *chronicle, guint row)
{
  if (chronicle->orders == NULL)
    return NULL;
  return entente_orders_find (chronicle->orders, entente_chronicle_get_id (chronicle, row));
}

const EntenteOrders *
entente_chronicle_get_orders (const EntenteChronicle *chronicle)
{
  return chronicle->orders;
}

gboolean
entente_chronicle_get_extent (const EntenteChronicle *chronicle, EntenteSpan *extent)
{
  if (chronicle->has_extent)
    *extent = chronicle->extent;
  return chronicle->has_extent;
}

/* ---- threads ---- */

const EntenteThread *
entente_chronicle_get_answers_to (const EntenteChronicle *chronicle, guint row, guint *n)
{
  return entente_links_get (chronicle->links, &chronicle->links->out, row, n);
}

const EntenteThread *
entente_chronicle_get_answered_by (const EntenteChronicle *chronicle, guint row, guint *n)
{
  return entente_links_get (chronicle->links, &chronicle->links->in, row, n);
}

static void
reach_rows (GArray *rows, GHashTable *reached, const EntenteThread *threads, guint n, guint limit)
{
  for (guint i = 0; i < n && rows->len < limit; i++) {
    if (g_hash_table_add (reached, GUINT_TO_POINTER (threads[i].row)))
      g_array_append_val (rows, threads[i].row);
  }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

GArray *
entente_chronicle_get_thread (const EntenteChronicle *chronicle, guint row, guint limit)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) reached = g_hash_table_new (NULL, NULL);
  EntenteThread self = { .row = row };

  g_return_val_if_fail (row < chronicle->n_rows, rows);

  reach_rows (rows, reached, &self, 1, limit);
  for (guint i = 0; i < rows->len; i++) {
    guint32 at = g_array_index (rows, guint32, i);
    guint n;
    const EntenteThread *threads = entente_chronicle_get_answers_to (chronicle, at, &n);

    reach_rows (rows, reached, threads, n, limit);
    threads = entente_chronicle_get_answered_by (chronicle, at, &n);
    reach_rows (rows, reached, threads, n, limit);
  }
  g_array_sort (rows, compare_rows);
  return rows;
}

/* ---- roster ---- */

guint
entente_chronicle_get_n_actors (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_ACTOR);
}

const EntenteActor *
entente_chronicle_get_actor (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_ACTOR, index);
}

guint32
entente_chronicle_find_actor (const EntenteChronicle *chronicle, EntenteId id)
{
  return entente_roster_find (chronicle->roster, ENTENTE_LIST_ACTOR, id);
}

GArray *
entente_chronicle_find_actors_by_name (const EntenteChronicle *chronicle, const char *name)
{
  return entente_roster_find_actors_by_name (chronicle->roster, name);
}

const EntenteAlias *const *
entente_chronicle_get_aliases (const EntenteChronicle *chronicle, guint32 actor, guint *n)
{
  return entente_roster_get_aliases (chronicle->roster, actor, n);
}

const EntenteAffiliation *const *
entente_chronicle_get_affiliations (const EntenteChronicle *chronicle, guint32 actor, guint *n)
{
  return entente_roster_get_affiliations (chronicle->roster, actor, n);
}

const EntenteAffiliation *const *
entente_chronicle_get_members (const EntenteChronicle *chronicle, guint32 actor, guint *n)
{
  return entente_roster_get_members (chronicle->roster, actor, n);
}

gboolean
entente_chronicle_stands_for (const EntenteChronicle *chronicle,
                              guint32 actor,
                              guint32 parent,
                              EntenteSpan window,
                              gboolean surely)
{
  return entente_roster_stands_for (chronicle->roster, actor, parent, window, surely);
}

guint
entente_chronicle_get_actor_rank (const EntenteChronicle *chronicle, guint32 actor)
{
  g_return_val_if_fail (actor < entente_chronicle_get_n_actors (chronicle), 0);

  return chronicle->actor_ranks[actor];
}

guint32
entente_chronicle_get_body (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window)
{
  return entente_roster_get_body (chronicle->roster, actor, window);
}

guint
entente_chronicle_get_actor_count (const EntenteChronicle *chronicle,
                                   guint32 actor,
                                   gboolean matching_only)
{
  g_return_val_if_fail (actor < entente_chronicle_get_n_actors (chronicle), 0);

  return matching_only ? chronicle->actor_matching_rows[actor] : chronicle->actor_rows[actor];
}

guint
entente_chronicle_get_n_articles (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_ARTICLE);
}

const EntenteArticle *
entente_chronicle_get_article (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_ARTICLE, index);
}

guint32
entente_chronicle_find_article (const EntenteChronicle *chronicle, EntenteId id)
{
  return entente_roster_find (chronicle->roster, ENTENTE_LIST_ARTICLE, id);
}

guint
entente_chronicle_get_n_tracks (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_TRACK);
}

const EntenteTrack *
entente_chronicle_get_track (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_TRACK, index);
}

guint32
entente_chronicle_find_track (const EntenteChronicle *chronicle, EntenteId id)
{
  return entente_roster_find (chronicle->roster, ENTENTE_LIST_TRACK, id);
}

guint
entente_chronicle_get_n_places (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_PLACE);
}

const EntentePlace *
entente_chronicle_get_place_record (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_PLACE, index);
}

guint32
entente_chronicle_find_place (const EntenteChronicle *chronicle, EntenteId id)
{
  return entente_roster_find (chronicle->roster, ENTENTE_LIST_PLACE, id);
}

guint
entente_chronicle_get_n_issues (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_ISSUE);
}

const EntenteIssue *
entente_chronicle_get_issue (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_ISSUE, index);
}

guint32
entente_chronicle_find_issue (const EntenteChronicle *chronicle, EntenteId id)
{
  return entente_roster_find (chronicle->roster, ENTENTE_LIST_ISSUE, id);
}

guint
entente_chronicle_get_n_eras (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_ERA);
}

const EntenteEra *
entente_chronicle_get_era (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_ERA, index);
}

guint
entente_chronicle_get_n_turning_points (const EntenteChronicle *chronicle)
{
  return entente_roster_get_n (chronicle->roster, ENTENTE_LIST_TURNING_POINT);
}

const EntenteTurningPoint *
entente_chronicle_get_turning_point (const EntenteChronicle *chronicle, guint32 index)
{
  return entente_roster_get (chronicle->roster, ENTENTE_LIST_TURNING_POINT, index);
}
