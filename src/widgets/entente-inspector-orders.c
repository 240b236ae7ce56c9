/* Rows of orders: before or after which other move, who says so, and whether that can be. Main thread; part of the inspector.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-inspector-orders.h"
#include "entente-order-words.h"
#include "entente-tooltip.h"
#include <glib/gi18n.h>

#define ROW_DATA "entente-row"

typedef struct {
  EntenteSession *session;
  EntenteId other;
  EntenteId order;
} Row;

static void
free_row (gpointer data)
{
  g_object_unref (((Row *) data)->session);
  g_free (data);
}

/* ---- callbacks ---- */

static void
activated_cb (GtkListBox *list, GtkListBoxRow *widget)
{
  Row *row = g_object_get_data (G_OBJECT (widget), ROW_DATA);

  entente_session_select_event (row->session, row->other);
}

static void
delete_cb (GtkWidget *button, Row *row)
{
  entente_session_apply (row->session,
                         entente_commands_delete (ENTENTE_ENTITY_ORDER, row->order),
                         _ ("Order deleted"));
}

/* ---- rows ---- */

static GtkWidget *
create_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
create_delete_button (Row *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  entente_tooltip_set_text (button, _ ("Delete this order"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-buttons");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete this order"),
                                  -1);
  /* The button goes with its row. */
  g_signal_connect (button, "clicked", G_CALLBACK (delete_cb), row);
  return button;
}

static GtkWidget *
create_content (const char *words, gboolean is_contradicted)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), create_label (words, "row-title"));
  if (is_contradicted)
    gtk_box_append (
      GTK_BOX (box),
      create_label (_ ("Contradicts dates or other orders; changes nothing"), "row-note"));
  return box;
}

static void
add_row (GtkListBox *list,
         EntenteSession *session,
         EntenteId event,
         const EntenteOrder *order,
         const EntenteEvent *other)
{
  EntenteStudy *study = entente_session_get_study (session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  Row *row = g_new (Row, 1);
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  g_autofree char *title = entente_order_format_title (chronicle, other);
  g_autofree char *words = entente_order_format (order, event, title);
  gboolean is_contradicted = entente_order_is_contradicted (chronicle, order->record.id);

  *row = (Row){ g_object_ref (session), other->record.id, order->record.id };
  gtk_overlay_set_child (GTK_OVERLAY (overlay), create_content (words, is_contradicted));
  if (!entente_study_is_read_only (study))
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_delete_button (row));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), overlay);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words,
                                  -1);
  g_object_set_data_full (G_OBJECT (widget), ROW_DATA, row, free_row);
  gtk_list_box_append (list, widget);
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
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
  g_signal_handlers_disconnect_by_func (list, activated_cb, NULL);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
  add_rows (list, session, detail, TRUE);
  add_rows (list, session, detail, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (list), detail->orders->len > 0);
}
