/* Rows for records between two events: activated, they select the other; their button deletes the
 * record. Main thread; part of the inspector.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-icon-button.h"
#include "entente-inspector-rows.h"

#define ROW_DATA "entente-row"

typedef struct {
  EntenteSession *session;
  EntenteInspectorRow row; /* its texts, but for "deleted", are gone */
} Row;

static void
free_row (gpointer data)
{
  g_object_unref (((Row *) data)->session);
  g_free (data);
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *widget)
{
  Row *row = g_object_get_data (G_OBJECT (widget), ROW_DATA);

  entente_session_select_event (row->session, row->row.other);
}

static void
delete_cb (GtkWidget *button, Row *row)
{
  entente_session_apply (row->session,
                         entente_commands_delete (row->row.entity, row->row.record),
                         row->row.deleted);
}

static GtkWidget *
create_delete_button (Row *row, const char *label)
{
  GtkWidget *button = entente_icon_button_new ("user-trash-symbolic", label);

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "row-buttons");
  /* The button goes with its row. */
  g_signal_connect (button, "clicked", G_CALLBACK (delete_cb), row);
  return button;
}

void
entente_inspector_rows_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
  g_signal_handlers_disconnect_by_func (list, activated_cb, NULL);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), NULL);
}

GtkWidget *
entente_inspector_rows_add (GtkListBox *list,
                            EntenteSession *session,
                            const EntenteInspectorRow *described,
                            GtkWidget *content)
{
  Row *row = g_new (Row, 1);
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  *row = (Row){ g_object_ref (session), *described };
  gtk_overlay_set_child (GTK_OVERLAY (overlay), content);
  if (!entente_study_is_read_only (entente_session_get_study (session)))
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay),
                             create_delete_button (row, described->delete_label));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), overlay);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  described->said,
                                  -1);
  g_object_set_data_full (G_OBJECT (widget), ROW_DATA, row, free_row);
  gtk_list_box_append (list, widget);
  return widget;
}
