/* EntenteChronicleBuilder: the sink into which a store pours rows, and what comes of them.
 *
 * Fills an EntenteStage; building sorts it, cuts it into blocks and derives what follows from
 * claims and links. One thread at a time; owned by whoever reads the store. */
#include "entente-chronicle-private.h"

#include "entente-columns.h"

EntenteChronicleBuilder *
entente_chronicle_builder_new (void)
{
  EntenteChronicleBuilder *builder = g_new0 (EntenteChronicleBuilder, 1);

  builder->stage = entente_stage_new ();
  return builder;
}

static void
clear_staged_voice (gpointer voice)
{
  entente_claim_detail_unref (((EntenteStagedVoice *) voice)->detail);
}

EntenteChronicleBuilder *
entente_chronicle_builder_new_for_columns (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  builder->details = g_array_new (FALSE, FALSE, sizeof (EntenteStagedVoice));
  g_array_set_clear_func (builder->details, clear_staged_voice);
  return builder;
}

void
entente_chronicle_builder_free (EntenteChronicleBuilder *builder)
{
  if (builder == NULL)
    return;
  g_clear_pointer (&builder->stage, entente_stage_free);
  g_clear_pointer (&builder->details, g_array_unref);
  g_free (builder);
}

void
entente_chronicle_builder_set_complete (EntenteChronicleBuilder *builder, EntenteEntity entity)
{
  EntenteList list;

  g_return_if_fail (entente_list_from_entity (entity, &list));

  entente_stage_ensure_list (builder->stage, list);
}

/* ---- the sink ---- */

static void
add_record (gpointer sink, EntenteList list, gconstpointer record)
{
  EntenteChronicleBuilder *builder = sink;

  g_ptr_array_add (entente_stage_ensure_list (builder->stage, list), entente_record_ref (record));
}

static void
add_actor (gpointer sink, const EntenteActor *actor)
{
  add_record (sink, ENTENTE_LIST_ACTOR, actor);
}

static void
add_alias (gpointer sink, const EntenteAlias *alias)
{
  add_record (sink, ENTENTE_LIST_ALIAS, alias);
}

static void
add_affiliation (gpointer sink, const EntenteAffiliation *affiliation)
{
  add_record (sink, ENTENTE_LIST_AFFILIATION, affiliation);
}

static void
add_place (gpointer sink, const EntentePlace *place)
{
  add_record (sink, ENTENTE_LIST_PLACE, place);
}

static void
add_track (gpointer sink, const EntenteTrack *track)
{
  add_record (sink, ENTENTE_LIST_TRACK, track);
}

static void
add_issue (gpointer sink, const EntenteIssue *issue)
{
  add_record (sink, ENTENTE_LIST_ISSUE, issue);
}

static void
add_era (gpointer sink, const EntenteEra *era)
{
  add_record (sink, ENTENTE_LIST_ERA, era);
}

static void
add_turning_point (gpointer sink, const EntenteTurningPoint *turning_point)
{
  add_record (sink, ENTENTE_LIST_TURNING_POINT, turning_point);
}

static void
add_article (gpointer sink, const EntenteArticle *article)
{
  add_record (sink, ENTENTE_LIST_ARTICLE, article);
}

static void
add_field (gpointer sink, const EntenteField *field)
{
  add_record (sink, ENTENTE_LIST_FIELD, field);
}

static void
add_field_value (gpointer sink, const EntenteFieldValue *value)
{
  add_record (sink, ENTENTE_LIST_FIELD_VALUE, value);
}

static EntenteFacts
pack_facts (const EntenteEventRow *row)
{
  guint n_kinds = entente_kind_count ();

  return (EntenteFacts){
    /* A kind that this version does not know counts as an outside event, the last of the table. */
    .kind = row->kind < n_kinds ? row->kind : n_kinds - 1,
    .form = row->form,
    .precision = row->precision,
    .basis = row->basis,
    .mode = row->mode,
    .judgement = row->judgement,
    .medium = row->medium,
    .flags = row->flags,
  };
}

static void
add_event (gpointer sink, const EntenteEventRow *row)
{
  EntenteStage *stage = ((EntenteChronicleBuilder *) sink)->stage;
  guint n = stage->events.len;
  EntenteStagedEvent event = {
    .id = row->id,
    .points = row->points,
    .facts = pack_facts (row),
    .day_order = row->day_order,
    .telling = row->telling,
    .track = entente_stage_number (stage, ENTENTE_LIST_TRACK, row->track),
    .place = entente_stage_number (stage, ENTENTE_LIST_PLACE, row->place),
  };

  g_return_if_fail (n == 0 || entente_stage_get_event (stage, n - 1)->id < row->id);

  stage->has_order = stage->has_order || row->day_order != 0 || row->telling != 0;
  stage->cursor = n;
  entente_vector_append (&stage->events, EntenteStagedEvent, event);
  if (row->flags & ENTENTE_ROW_BOUNDED) {
    EntenteStagedTold told = { n, row->told };

    entente_vector_append (&stage->told, EntenteStagedTold, told);
  }
}

static void
add_participation (gpointer sink, const EntenteParticipationRow *row)
{
  EntenteStage *stage = ((EntenteChronicleBuilder *) sink)->stage;
  EntenteStagedPart staged = {
    .event = entente_stage_find_event (stage, row->event),
    .part.actor = entente_stage_number (stage, ENTENTE_LIST_ACTOR, row->actor),
    .part.role = row->role,
    .part.speaks_for = entente_stage_number (stage, ENTENTE_LIST_ACTOR, row->speaks_for),
  };

  if (staged.event != ENTENTE_NO_INDEX && row->actor != ENTENTE_ID_NONE)
    entente_vector_append (&stage->parts, EntenteStagedPart, staged);
}

static void
add_event_issue (gpointer sink, EntenteId event, EntenteId issue)
{
  EntenteStage *stage = ((EntenteChronicleBuilder *) sink)->stage;
  EntenteStagedIssue staged = {
    entente_stage_find_event (stage, event),
    entente_stage_number (stage, ENTENTE_LIST_ISSUE, issue),
  };

  if (staged.event != ENTENTE_NO_INDEX && issue != ENTENTE_ID_NONE)
    entente_vector_append (&stage->issues, EntenteStagedIssue, staged);
}

static const char *
get_filled (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static GArray *
copy_ids (const GArray *ids)
{
  return ids != NULL ? g_array_copy ((GArray *) ids) : NULL;
}

/* NULL when the claim has nothing but what its voice says. */
static EntenteClaimDetail *
new_detail (const EntenteClaimRow *row)
{
  gboolean named = get_filled (row->outlet_name) != NULL;
  EntenteClaimDetail *detail;

  if (!named && !row->has_claimed && get_filled (row->claimed_kind) == NULL &&
      get_filled (row->claimed_text) == NULL && row->claimed_who == NULL &&
      row->claimed_to == NULL && row->claimed_place == ENTENTE_ID_NONE)
    return NULL;
  detail = g_atomic_rc_box_new0 (EntenteClaimDetail);
  detail->outlet_name = g_strdup (get_filled (row->outlet_name));
  detail->has_claimed = row->has_claimed;
  detail->claimed = row->claimed;
  detail->claimed_kind = g_strdup (get_filled (row->claimed_kind));
  detail->claimed_text = g_strdup (get_filled (row->claimed_text));
  detail->claimed_who = copy_ids (row->claimed_who);
  detail->claimed_to = copy_ids (row->claimed_to);
  detail->claimed_place = row->claimed_place;
  return detail;
}

/* The claim itself is in the columns. */
static void
keep_detail (GArray *details, const EntenteClaimRow *row)
{
  EntenteStagedVoice staged = { .voice.id = row->id, .detail = new_detail (row) };

  if (staged.detail != NULL)
    g_array_append_val (details, staged);
}

static void
add_claim (gpointer sink, const EntenteClaimRow *row)
{
  GArray *details = ((EntenteChronicleBuilder *) sink)->details;
  EntenteStage *stage = ((EntenteChronicleBuilder *) sink)->stage;
  EntenteStagedVoice staged = {
    .event = entente_stage_find_event (stage, row->event),
    .voice.id = row->id,
    .voice.article = entente_stage_number (stage, ENTENTE_LIST_ARTICLE, row->article),
    .voice.outlet = entente_stage_number (stage, ENTENTE_LIST_ACTOR, row->outlet),
    .voice.speaker = entente_stage_number (stage, ENTENTE_LIST_ACTOR, row->speaker),
    .voice.stance = row->stance,
    .voice.hedge = row->hedge,
  };

  if (details != NULL)
    keep_detail (details, row);
  if (details != NULL || staged.event == ENTENTE_NO_INDEX)
    return;
  staged.detail = new_detail (row);
  entente_vector_append (&stage->voices, EntenteStagedVoice, staged);
}

static void
add_link (gpointer sink, const EntenteLinkRow *row)
{
  EntenteStage *stage = ((EntenteChronicleBuilder *) sink)->stage;

  entente_vector_append (&stage->links, EntenteLinkRow, *row);
}

static void
add_order (gpointer sink, const EntenteOrderRow *row)
{
  EntenteStage *stage = ((EntenteChronicleBuilder *) sink)->stage;

  entente_vector_append (&stage->orders, EntenteOrderRow, *row);
}

const EntenteRowSink *
entente_chronicle_builder_get_sink (void)
{
  static const EntenteRowSink sink = {
    .actor = add_actor,
    .alias = add_alias,
    .affiliation = add_affiliation,
    .place = add_place,
    .track = add_track,
    .issue = add_issue,
    .era = add_era,
    .turning_point = add_turning_point,
    .article = add_article,
    .field = add_field,
    .field_value = add_field_value,
    .event = add_event,
    .participation = add_participation,
    .event_issue = add_event_issue,
    .claim = add_claim,
    .link = add_link,
    .order = add_order,
  };

  return &sink;
}

/* ---- building ---- */

/* Events arrived by rising id, so their numbers are in order of id. */
static EntenteIdIndex *
index_events (const EntenteStage *stage, const GPtrArray *blocks, const guint32 *order)
{
  g_auto (EntenteVector) entries = ENTENTE_VECTOR_INIT (EntenteIdEntry);
  guint row = 0;

  entente_vector_reserve (&entries, stage->events.len);
  for (guint b = 0; b < blocks->len; b++) {
    const EntenteBlock *block = g_ptr_array_index (blocks, b);

    for (guint i = 0; i < block->n_rows; i++, row++)
      entente_vector_index (&entries, EntenteIdEntry, order[row]) =
        (EntenteIdEntry){ entente_block_get_id (block, i), ENTENTE_WHERE (block->slot, i) };
  }
  return entente_id_index_new (entries.data, stage->events.len);
}

/* Links whose two ends are events of the chronicle. */
static EntenteLinks *
find_links (const EntenteChronicle *chronicle, const EntenteVector *rows)
{
  g_auto (EntenteVector) edges = ENTENTE_VECTOR_INIT (EntenteEdge);

  for (guint i = 0; i < rows->len; i++) {
    const EntenteLinkRow *row = &entente_vector_index (rows, EntenteLinkRow, i);
    EntenteEdge edge = { row->id,
                         entente_chronicle_find_row (chronicle, row->from),
                         entente_chronicle_find_row (chronicle, row->to),
                         row->type,
                         row->basis };

    if (edge.from != ENTENTE_NO_INDEX && edge.to != ENTENTE_NO_INDEX && edge.from != edge.to)
      entente_vector_append (&edges, EntenteEdge, edge);
  }
  return entente_links_new (edges.data, edges.len);
}

EntenteChronicle *
entente_chronicle_builder_build (EntenteChronicleBuilder *builder, gint64 today)
{
  EntenteStage *stage = builder->stage;
  g_autoptr (EntenteRoster) roster = entente_roster_new (NULL, stage->lists);
  g_autoptr (GPtrArray) blocks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_block_unref);
  g_auto (EntenteVector) order = ENTENTE_VECTOR_INIT (guint32);
  g_autoptr (EntenteOrders) orders =
    entente_orders_new (stage->orders.data, stage->orders.len, entente_stage_look_up, stage);
  EntenteChronicle *chronicle;
  guint next_slot = 0;

  entente_stage_apply_orders (stage, orders, NULL);
  entente_stage_prepare (stage, roster);
  entente_stage_sort (stage, &order);
  entente_chronicle_cut_blocks (blocks, stage, order.data, order.len, &next_slot);
  chronicle =
    entente_chronicle_assemble (blocks, index_events (stage, blocks, order.data), roster, today);
  chronicle->orders = g_steal_pointer (&orders);
  chronicle->links = find_links (chronicle, &stage->links);
  for (guint i = 0; i < chronicle->n_blocks; i++)
    entente_chronicle_derive_block (chronicle, i);
  entente_chronicle_builder_free (builder);
  return chronicle;
}

EntenteChronicle *
entente_chronicle_new_empty (void)
{
  return entente_chronicle_builder_build (entente_chronicle_builder_new (), 0);
}
