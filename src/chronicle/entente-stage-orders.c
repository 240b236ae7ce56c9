/* What orders make of staged events: their points, flags and place.
 *
 * The events of a stage come as they are told, or out of blocks as older orders left them: those
 * that orders name get what the orders say now, those that orders named get back what was told. One
 * thread. */
#include "entente-stage.h"

/* As in a block, or as told. */
static void
restore (EntenteStagedEvent *event, const EntenteOrderedBase *base)
{
  event->points = base->points;
  event->facts.flags = base->flags;
}

static void
adopt (EntenteStage *stage, guint32 number, const EntenteOrdered *ordered)
{
  EntenteStagedEvent *event = &entente_vector_index (&stage->events, EntenteStagedEvent, number);

  event->points = ordered->points;
  event->facts.flags = ordered->flags;
  if (ordered->flags & ENTENTE_ROW_FOLLOWS) {
    EntenteStagedKey key = { number, ordered->key };

    entente_vector_append (&stage->keys, EntenteStagedKey, key);
    stage->has_order = TRUE;
  }
}

/* @old: windows as they were told or came out of blocks; NULL where no flag says so. */
static EntenteSpan
choose_told (const EntenteSpan *old, const EntenteOrdered *now, const EntenteOrdered *before)
{
  if (now != NULL)
    return now->told;
  if (before != NULL)
    return before->base.told;
  return *old;
}

void
entente_stage_apply_orders (EntenteStage *stage,
                            const EntenteOrders *orders,
                            const EntenteOrders *old)
{
  g_auto (EntenteVector) told = ENTENTE_VECTOR_INIT (EntenteStagedTold);
  EntenteVector spare;

  if (orders == NULL && old == NULL)
    return;
  stage->keys.len = 0;
  for (guint32 i = 0; i < stage->events.len; i++) {
    EntenteStagedEvent *event = &entente_vector_index (&stage->events, EntenteStagedEvent, i);
    const EntenteOrdered *now = entente_orders_find (orders, event->id);
    const EntenteOrdered *before =
      event->facts.flags & ENTENTE_ROW_ORDERED ? entente_orders_find (old, event->id) : NULL;
    const EntenteSpan *window = entente_stage_get_told (stage, i);

    if (now != NULL)
      adopt (stage, i, now);
    else if (before != NULL)
      restore (event, &before->base);
    if (event->facts.flags & ENTENTE_ROW_BOUNDED) {
      EntenteStagedTold entry = { i, choose_told (window, now, before) };

      entente_vector_append (&told, EntenteStagedTold, entry);
    }
  }
  spare = stage->told;
  stage->told = told;
  told = spare;
}

const EntenteDateKey *
entente_stage_find_key (const EntenteStage *stage, guint32 event)
{
  guint low = 0;
  guint high = stage->keys.len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (entente_vector_index (&stage->keys, EntenteStagedKey, middle).event < event)
      low = middle + 1;
    else
      high = middle;
  }
  return &entente_vector_index (&stage->keys, EntenteStagedKey, low).key;
}

/* An EntenteOrderedFunc over a stage whose events stand by rising id. */
gboolean
entente_stage_look_up (EntenteId id, EntenteOrderedBase *base, gpointer data)
{
  EntenteStage *stage = data;
  guint32 number = entente_stage_find_event (stage, id);
  const EntenteStagedEvent *event;
  const EntenteSpan *told;

  if (number == ENTENTE_NO_INDEX)
    return FALSE;
  event = entente_stage_get_event (stage, number);
  told = entente_stage_get_told (stage, number);
  *base = (EntenteOrderedBase){
    .id = id,
    .points = event->points,
    .told = told != NULL ? *told : (EntenteSpan){ 0, 0 },
    .day_order = event->day_order,
    .telling = event->telling,
    .flags = event->facts.flags,
    .form = event->facts.form,
  };
  return TRUE;
}
