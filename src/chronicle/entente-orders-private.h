/* What the files of EntenteOrders share. */
#pragma once

#include "entente-orders.h"

G_BEGIN_DECLS

struct _EntenteOrders {
  gatomicrefcount refs;
  EntenteOrderRow *rows; /* by rising id */
  guint n_rows;
  gboolean *is_left_out; /* of each row: it is part of a contradiction */
  EntenteOrdered *events; /* by rising id */
  guint n_events;
  guint32 *ends; /* of each row: numbers of its event and its other */
  guint32 *first_rows; /* n_events + 1: where the rows of each event begin in row_numbers */
  guint32 *row_numbers;
};

/* An order that says which of two begins first, seen so. */
typedef struct {
  guint32 first;
  guint32 second;
  gboolean is_strict; /* not at the same moment */
} EntentePrecedence;

/* FALSE for "within", for orders that are left out, and for an event and itself. */
gboolean entente_orders_get_precedence (const EntenteOrders *orders,
                                        guint row,
                                        EntentePrecedence *out);

/* Narrows every event to a fixed point; finds what contradicts itself and leaves it out. */
void entente_orders_solve (EntenteOrders *orders);
/* Gives each event its place in the one order, when it is narrowed. */
void entente_orders_place (EntenteOrders *orders);

G_END_DECLS
