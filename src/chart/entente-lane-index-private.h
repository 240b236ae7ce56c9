/* What an index of lanes asks of each row: entente-lane-index-links.c. Seen by nobody else. */
#pragma once

#include "entente-lane-index.h"

G_BEGIN_DECLS

#define ENTENTE_LANE_LINKS_MAX ENTENTE_LANE_FIELD_MAX

typedef struct {
  guint32 keys[ENTENTE_LANE_LINKS_MAX];
  guint n;
} EntenteLaneLinks;

typedef struct {
  const EntenteChronicle *chronicle;
  EntenteLaneField field;
  guint n_keys;
  gint64 shelf_seconds; /* further apart, bounds are no place */
  guint8 *is_alone; /* by actor: belongs to nobody at any time, so needs no question */
} EntenteLaneRule;

/* @rule has all but is_alone. */
void entente_lane_rule_init (EntenteLaneRule *rule);
void entente_lane_rule_clear (EntenteLaneRule *rule);
void entente_lane_rule_find_links (const EntenteLaneRule *rule,
                                   guint row,
                                   EntenteLaneLinks *homes,
                                   EntenteLaneLinks *targets);
/* Nothing told, and bounds open or too far apart. */
gboolean entente_lane_rule_is_on_shelf (const EntenteLaneRule *rule,
                                        guint row,
                                        const EntenteEventRow *values);

G_END_DECLS
