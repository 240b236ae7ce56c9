/* Rows of orders: before or after which other move, who says so, and whether that can be. Main
 * thread; part of the inspector.
 */
#include "config.h"

#include "entente-inspector-orders.h"
#include "entente-inspector-rows.h"
#include "entente-label.h"
#include "entente-order-words.h"
#include <glib/gi18n.h>

static GtkWidget *
create_content (const char *words, gboolean is_contradicted)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), entente_label_new (words, "row-title"));
  if (is_contradicted)
    gtk_box_append (
      GTK_BOX (box),
      entente_label_new (_ ("Contradicts dates or other orders; changes nothing"), "row-note"));
  return box;
}

static void
add_row (GtkListBox *list,
         EntenteSession *session,
         EntenteId event,
         const EntenteOrder *order,
         const EntenteEvent *other)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  g_autofree char *title = entente_order_format_title (chronicle, other);
  g_autofree char *words = entente_order_format (order, event, title);
  gboolean is_contradicted = entente_order_is_contradicted (chronicle, order->record.id);
  const EntenteInspectorRow row = {
    .entity = ENTENTE_ENTITY_ORDER,
    .record = order->record.id,
    .other = other->record.id,
    .said = words,
    .delete_label = _ ("Delete this order"),
    .deleted = _ ("Order deleted"),
  };

  entente_inspector_rows_add (list, session, &row, create_content (words, is_contradicted));
}

/* Does the order say that @event came after the other? */
static gboolean
is_after (const EntenteOrder *order, EntenteId event)
{
  return (order->relation == ENTENTE_ORDER_BEFORE) != (order->event == event);
}

/* First what the event came after, then the rest. */
static void
add_rows (GtkListBox *list, EntenteSession *session, EntenteEventDetail *detail, gboolean after)
{
  EntenteId event = detail->event->record.id;

  for (guint i = 0; i < detail->orders->len; i++) {
    if (is_after (detail->orders->pdata[i], event) == after)
      add_row (list, session, event, detail->orders->pdata[i], detail->ordered->pdata[i]);
  }
}

void
entente_inspector_orders_fill (GtkListBox *list,
                               EntenteSession *session,
                               EntenteEventDetail *detail)
{
  entente_inspector_rows_clear (list);
  add_rows (list, session, detail, TRUE);
  add_rows (list, session, detail, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (list), detail->orders->len > 0);
}
