/* In whose lanes one row sits, whom it is addressed to, and whether it has a place on the axis. Any
 * thread.
 */
#include "config.h"

#include "entente-lane-index-private.h"

static void
add_link (EntenteLaneLinks *links, guint32 key)
{
  for (guint i = 0; i < links->n; i++)
    if (links->keys[i] == key)
      return;
  if (links->n < ENTENTE_LANE_LINKS_MAX)
    links->keys[links->n++] = key;
}

static gboolean
has_link (const EntenteLaneLinks *links, guint32 key)
{
  for (guint i = 0; i < links->n; i++)
    if (links->keys[i] == key)
      return TRUE;
  return FALSE;
}

/* The body of an actor; itself where two are possible. */
static guint32
find_body (const EntenteLaneRule *rule, guint32 actor, EntenteSpan window)
{
  guint32 body;

  if (actor >= rule->n_keys || rule->is_alone[actor])
    return actor;
  body = entente_chronicle_get_body (rule->chronicle, actor, window);
  return body != ENTENTE_NO_INDEX ? body : actor;
}

static gboolean
is_party (EntenteRole role, gboolean joint)
{
  if (role == ENTENTE_ROLE_INITIATOR)
    return TRUE;
  return joint && (role == ENTENTE_ROLE_ADDRESSEE || role == ENTENTE_ROLE_PARTICIPANT ||
                   role == ENTENTE_ROLE_SIGNATORY);
}

static void
find_actor_links (const EntenteLaneRule *rule,
                  guint row,
                  EntenteLaneLinks *homes,
                  EntenteLaneLinks *targets)
{
  const EntenteKind *kind = entente_chronicle_get_kind (rule->chronicle, row);
  gboolean joint = kind->group == ENTENTE_GROUP_MEET || kind->group == ENTENTE_GROUP_AGREE;
  EntenteSpan window = entente_chronicle_get_window (rule->chronicle, row);
  guint32 lead = entente_chronicle_get_lead (rule->chronicle, row);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (rule->chronicle, row, &n);

  if (lead != ENTENTE_NO_INDEX)
    add_link (homes, find_body (rule, lead, window));
  for (guint i = 0; i < n; i++)
    if (is_party (parts[i].role, joint))
      add_link (homes, find_body (rule, parts[i].actor, window));
  for (guint i = 0; i < n; i++) {
    guint32 body;

    if (parts[i].role != ENTENTE_ROLE_ADDRESSEE && parts[i].role != ENTENTE_ROLE_INVITED)
      continue;
    body = find_body (rule, parts[i].actor, window);
    if (!has_link (homes, body))
      add_link (targets, body);
  }
}

void
entente_lane_rule_find_links (const EntenteLaneRule *rule,
                              guint row,
                              EntenteLaneLinks *homes,
                              EntenteLaneLinks *targets)
{
  homes->n = targets->n = 0;
  if (rule->field == ENTENTE_LANES_BY_ACTOR)
    find_actor_links (rule, row, homes, targets);
  else
    homes->n = entente_lane_field_collect (rule->field, rule->chronicle, row, homes->keys);
}

/* Nothing told, and bounds open or too far apart: no place on the axis. */
gboolean
entente_lane_rule_is_on_shelf (const EntenteLaneRule *rule,
                               guint row,
                               const EntenteEventRow *values)
{
  EntenteSpan window;

  if (row >= entente_chronicle_get_n_placed (rule->chronicle))
    return TRUE;
  if (values->form != ENTENTE_DATE_UNDATED)
    return FALSE;
  window = entente_date_points_get_window (&values->points);
  return window.start == ENTENTE_TIME_MIN || window.end == ENTENTE_TIME_MAX ||
         window.end - window.start > rule->shelf_seconds;
}

void
entente_lane_rule_init (EntenteLaneRule *rule)
{
  if (rule->field != ENTENTE_LANES_BY_ACTOR)
    return;
  rule->is_alone = g_new0 (guint8, MAX (rule->n_keys, 1));
  for (guint i = 0; i < rule->n_keys; i++) {
    guint n = 0;

    entente_chronicle_get_affiliations (rule->chronicle, i, &n);
    rule->is_alone[i] = n == 0;
  }
}

void
entente_lane_rule_clear (EntenteLaneRule *rule)
{
  g_free (rule->is_alone);
}
