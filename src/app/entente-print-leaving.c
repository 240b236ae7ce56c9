/* Rows are made anew with each list; it says how many it does not show. */
#include "config.h"

#include "entente-print-leaving.h"
#include <glib/gi18n.h>

#define SHOWN_MOST 200

struct _EntentePrintLeaving {
  AdwBin parent_instance;

  GtkListBox *rows;
  EntenteRedactionList *list; /* or NULL */
  gboolean unfolded[ENTENTE_N_REDACTIONS];
};

G_DEFINE_FINAL_TYPE (EntentePrintLeaving, entente_print_leaving, ADW_TYPE_BIN)

static gboolean
is_warning (EntenteRedactionType type)
{
  return type == ENTENTE_REDACTION_STANDS || type == ENTENTE_REDACTION_PRIVATE ||
         type == ENTENTE_REDACTION_NAMED;
}

static GtkWidget *
create_line (const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
unfolded_cb (EntentePrintLeaving *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  guint type = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "type"));

  self->unfolded[type] = adw_expander_row_get_expanded (row);
}

static void
add_items (EntentePrintLeaving *self, AdwExpanderRow *row, EntenteRedactionType type)
{
  guint n = entente_redaction_list_count (self->list, type);

  for (guint i = 0; i < MIN (n, SHOWN_MOST); i++) {
    g_autofree char *line =
      entente_redaction_format (entente_redaction_list_get (self->list, type, i));

    adw_expander_row_add_row (row, create_line (line));
  }
  if (n > SHOWN_MOST) {
    g_autofree char *rest =
      g_strdup_printf (ngettext ("and %u more", "and %u more", n - SHOWN_MOST), n - SHOWN_MOST);

    adw_expander_row_add_row (row, create_line (rest));
  }
}

static GtkWidget *
create_row (EntentePrintLeaving *self, EntenteRedactionType type)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = entente_redaction_list_describe (self->list, type);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (is_warning (type)) {
    GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

    gtk_widget_add_css_class (icon, "warning");
    gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Warning"),
                                    -1);
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  }
  add_items (self, ADW_EXPANDER_ROW (row), type);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), self->unfolded[type]);
  g_object_set_data (G_OBJECT (row), "type", GUINT_TO_POINTER (type));
  g_signal_connect_object (row,
                           "notify::expanded",
                           G_CALLBACK (unfolded_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show (EntentePrintLeaving *self)
{
  g_autofree char *events = entente_redaction_list_describe_events (self->list);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)))
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  gtk_list_box_append (self->rows, create_line (events));
  for (guint type = 0; type < ENTENTE_N_REDACTIONS; type++)
    if (entente_redaction_list_count (self->list, type) > 0)
      gtk_list_box_append (self->rows, create_row (self, type));
}

static void
entente_print_leaving_finalize (GObject *object)
{
  g_clear_pointer (&ENTENTE_PRINT_LEAVING (object)->list, entente_redaction_list_unref);
  G_OBJECT_CLASS (entente_print_leaving_parent_class)->finalize (object);
}

static void
entente_print_leaving_class_init (EntentePrintLeavingClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_print_leaving_finalize;
}

static void
entente_print_leaving_init (EntentePrintLeaving *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What Leaves"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

void
entente_print_leaving_set_list (EntentePrintLeaving *self, EntenteRedactionList *list)
{
  entente_redaction_list_ref (list);
  g_clear_pointer (&self->list, entente_redaction_list_unref);
  self->list = list;
  show (self);
}
