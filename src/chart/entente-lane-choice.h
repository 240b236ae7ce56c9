/* EntenteLaneChoice: how a person wants the lanes: by which field, in which order, which are
 * hidden, pinned to the top, folded into a strip, unfolded into members, and how they stand where
 * they were put by hand.
 *
 * A view of the study and no part of it, so it is kept beside the study, as one line of text. Lists
 * are kept for each field by itself: who goes back to an earlier field finds it as it was. Owned by
 * whoever made it. One thread at a time.
 */
#pragma once

#include "entente-lane-field.h"

G_BEGIN_DECLS

/* Ids of lanes that stand for no value: ids of records are positive. */
#define ENTENTE_LANE_ID_WITHOUT ((EntenteId) 0) /* events without a value */
#define ENTENTE_LANE_ID_OTHERS ((EntenteId) -1)

typedef enum {
  ENTENTE_LANE_ORDER_HAND, /* by hand, the rest by first event */
  ENTENTE_LANE_ORDER_NAME,
  ENTENTE_LANE_ORDER_FIRST,
  ENTENTE_LANE_ORDER_COUNT, /* of filtered events, most first */
  ENTENTE_N_LANE_ORDERS
} EntenteLaneOrder;

typedef enum {
  ENTENTE_LANE_LIST_HIDDEN,
  ENTENTE_LANE_LIST_PINNED,
  ENTENTE_LANE_LIST_FOLDED,
  ENTENTE_LANE_LIST_UNFOLDED, /* bodies whose members have lanes of their own */
  ENTENTE_LANE_LIST_HAND, /* from the top */
  ENTENTE_N_LANE_LISTS
} EntenteLaneList;

typedef struct {
  EntenteLaneField field;
  EntenteLaneOrder order;
  GArray *lists[ENTENTE_N_LANE_FIELDS][ENTENTE_N_LANE_LISTS]; /* EntenteId; NULL: empty */
} EntenteLaneChoice;

EntenteLaneChoice *entente_lane_choice_new (void);
void entente_lane_choice_free (EntenteLaneChoice *choice);
/* What entente_lane_choice_format() wrote; what is not understood is passed over. NULL: the
 * default. */
EntenteLaneChoice *entente_lane_choice_parse (const char *text);
/* One line of ASCII: "by=article order=count hidden.article=12,13". Free. */
char *entente_lane_choice_format (const EntenteLaneChoice *choice);

/* "hand", "name", "first", "count"; NULL when out of range. */
const char *entente_lane_order_get_nick (EntenteLaneOrder order);
/* FALSE when there is no such order; @order is then untouched. */
gboolean entente_lane_order_parse (const char *nick, EntenteLaneOrder *order);

/* Lists of the present field. */
gboolean entente_lane_choice_contains (const EntenteLaneChoice *choice,
                                       EntenteLaneList list,
                                       EntenteId lane);
/* Puts @lane at the end of the list unless it is there, or takes it out. TRUE when that changed
 * anything. */
gboolean entente_lane_choice_set (EntenteLaneChoice *choice,
                                  EntenteLaneList list,
                                  EntenteId lane,
                                  gboolean wanted);
/* Borrowed until the next change. */
const EntenteId *entente_lane_choice_get_list (const EntenteLaneChoice *choice,
                                               EntenteLaneList list,
                                               guint *n);
void entente_lane_choice_set_list (EntenteLaneChoice *choice,
                                   EntenteLaneList list,
                                   const EntenteId *lanes,
                                   guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteLaneChoice, entente_lane_choice_free)

G_END_DECLS
