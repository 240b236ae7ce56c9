/* Orders in words of the user's language, and what they say of the date of an event. Pure; any
 * thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-detail.h"

G_BEGIN_DECLS

/* "after “Kabul declines” (inferred)", as seen from @event, which is one of the two; @other_title
 * is the title of the other. Free. */
char *entente_order_format (const EntenteOrder *order, EntenteId event, const char *other_title);
/* The title of a move as a list has it: what a person gave it, else what it is. Free. */
char *entente_order_format_title (const EntenteChronicle *chronicle, const EntenteEvent *event);
/* Can the order not be so, with others or with dates? Then it changes nothing. */
gboolean entente_order_is_contradicted (const EntenteChronicle *chronicle, EntenteId order);

/* The date of the event with the bounds that orders give it, and these orders in words as the
 * reason. What was told stays as it is. With @leave_out_private, orders by a private move bound the
 * date without a word. */
EntenteDate *entente_order_bound_date (const EntenteChronicle *chronicle,
                                       const EntenteEventDetail *detail,
                                       gboolean leave_out_private);
/* The same without words; @when may be NULL. */
EntenteDate *entente_order_bound_date_of (const EntenteChronicle *chronicle,
                                          EntenteId event,
                                          const EntenteDate *when);

G_END_DECLS
