/* EntenteLaneField: the field of an event that lanes are made of, and its values.
 *
 * Values are numbered ("keys") from 0 within one chronicle; an event may have several of them or
 * none. Beside actors, whose lanes are those of their bodies (EntenteLaneIndex), every field is
 * read here. Ids of values last as long as the study: those of records, and for closed vocabularies
 * the number of the value and one. Pure; any thread.
 */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* More values of one event are left out. */
#define ENTENTE_LANE_FIELD_MAX 64

typedef enum {
  ENTENTE_LANES_BY_ACTOR,
  ENTENTE_LANES_BY_ROLE,
  ENTENTE_LANES_BY_GROUP, /* of kinds of move */
  ENTENTE_LANES_BY_TRACK,
  ENTENTE_LANES_BY_ROUND, /* entente-rounds.h; a round is in its own lane; keys are rows */
  ENTENTE_LANES_BY_ISSUE,
  ENTENTE_LANES_BY_ARTICLE,
  ENTENTE_LANES_BY_OUTLET, /* of the claims; an actor */
  ENTENTE_LANES_BY_PLACE,
  ENTENTE_LANES_BY_NOTHING, /* one lane */
  ENTENTE_N_LANE_FIELDS
} EntenteLaneField;

/* "actor", "role", "group", … "none": as kept in files and used by actions. NULL when out of range.
 */
const char *entente_lane_field_get_nick (EntenteLaneField field);
/* FALSE when there is no such field; @field is then untouched. */
gboolean entente_lane_field_parse (const char *nick, EntenteLaneField *field);
/* "Actors", "Groups of kinds": in the user's language. */
const char *entente_lane_field_get_label (EntenteLaneField field);
/* Number of values: keys are below it. */
guint entente_lane_field_count (EntenteLaneField field, const EntenteChronicle *chronicle);
/* Values of a row, each once, in the order of its participations or claims; returns how many. Not
 * for actors. */
guint entente_lane_field_collect (EntenteLaneField field,
                                  const EntenteChronicle *chronicle,
                                  guint row,
                                  guint32 keys[ENTENTE_LANE_FIELD_MAX]);
EntenteId entente_lane_field_get_id (EntenteLaneField field,
                                     const EntenteChronicle *chronicle,
                                     guint32 key);
/* Key of an id, or ENTENTE_NO_INDEX. */
guint32 entente_lane_field_find (EntenteLaneField field,
                                 const EntenteChronicle *chronicle,
                                 EntenteId id);
/* Name of a value, in the user's language where it is no name of a person's giving. Free. */
char *entente_lane_field_get_name (EntenteLaneField field,
                                   const EntenteChronicle *chronicle,
                                   guint32 key);
/* "Without a place": name of the lane of events that have no value. */
const char *entente_lane_field_get_without (EntenteLaneField field);
/* Do values have an order of their own, other than that of their first events? */
gboolean entente_lane_field_is_ordered (EntenteLaneField field);

G_END_DECLS
