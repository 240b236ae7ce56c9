/* EntenteOrders: the orders of a study ("after the talks"), and what they make of the events that
 * they name.
 *
 * Told and derived stay apart: orders narrow the points between which an event lies, never what was
 * told. Orders that cannot all be so, among themselves or against dates, are left out as a whole
 * and change nothing; which ones is told. Moves are compared by their beginnings, days of "within"
 * as whole days. Immutable, reference counted; any thread. A study without orders has no
 * EntenteOrders at all. */
#pragma once

#include "entente-row.h"

G_BEGIN_DECLS

typedef struct _EntenteOrders EntenteOrders;

#define ENTENTE_NO_ORDER G_MAXUINT32

/* An event as the chronicle knows it without orders. */
typedef struct {
  EntenteId id;
  EntenteDatePoints points;
  EntenteSpan
    told; /* the window as told; only where a flag says that a derived bound narrowed it */
  gint32 day_order;
  gint32 telling;
  guint16 flags; /* EntenteRowFlags */
  guint8 form; /* EntenteDateForm */
} EntenteOrderedBase;

/* Its place in the one order, without orders. */
EntenteDateKey entente_ordered_base_get_key (const EntenteOrderedBase *base);

/* An event that orders name, and what they make of it. */
typedef struct {
  EntenteOrderedBase base;
  EntenteDatePoints points; /* narrowed */
  EntenteSpan told; /* as in the base */
  guint16 flags; /* with those of derived bounds, ORDERED and FOLLOWS */
  EntenteDateKey key; /* its place in the one order */
  gint64 not_before, not_after; /* what orders say of its beginning; MIN and MAX when nothing */
  guint32 after, before; /* numbers of the orders that say so, or ENTENTE_NO_ORDER */
} EntenteOrdered;

/* Looks an event up; FALSE when there is none. */
typedef gboolean (*EntenteOrderedFunc) (EntenteId id, EntenteOrderedBase *base, gpointer data);

/* From @rows (EntenteOrderRow, any order, each id once); those that name a missing event are
 * dropped. NULL when none is left. */
EntenteOrders *entente_orders_new (const EntenteOrderRow *rows,
                                   guint n,
                                   EntenteOrderedFunc look_up,
                                   gpointer data);

typedef gboolean (*EntenteOrderedGoneFunc) (EntenteId event, gpointer data);

/* @old (or NULL) without the rows of events that are gone or told anew, with @fresh instead. */
EntenteOrders *entente_orders_patch (const EntenteOrders *old,
                                     const EntenteOrderRow *fresh,
                                     guint n_fresh,
                                     EntenteOrderedGoneFunc is_gone,
                                     EntenteOrderedFunc look_up,
                                     gpointer data);

/* An event that looks different by other orders, and where it stands now; some are given twice. */
typedef struct {
  EntenteId id;
  EntenteDateKey key;
} EntenteOrderMove;

/* Array of EntenteOrderMove; free. Either may be NULL. */
GArray *entente_orders_list_moves (const EntenteOrders *old, const EntenteOrders *orders);

EntenteOrders *entente_orders_ref (EntenteOrders *orders);
void entente_orders_unref (EntenteOrders *orders);

/* By rising id; number is the place in here. */
const EntenteOrderRow *entente_orders_get_rows (const EntenteOrders *orders, guint *n);
/* Is the order one of those that cannot all be so? */
gboolean entente_orders_is_contradicted (const EntenteOrders *orders, guint number);
/* By rising id. */
const EntenteOrdered *entente_orders_get_events (const EntenteOrders *orders, guint *n);
/* NULL when no order names @event; @orders may be NULL. */
const EntenteOrdered *entente_orders_find (const EntenteOrders *orders, EntenteId event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteOrders, entente_orders_unref)

G_END_DECLS
