/* A bar with a spinner, a sentence and a button. The list sorts itself in a thread; sorting by what
 * it is sorted by already calls that off. Main thread. */
#include "config.h"

#include "entente-sort-bar.h"

#include "entente-column-sort.h"
#include "entente-event-columns.h"
#include <glib/gi18n.h>

#define DELAY_MS 250

struct _EntenteSortBar {
  GtkBox parent_instance;

  GtkColumnView *view; /* weak */
  EntenteEventList *list; /* or NULL */
  GtkColumnViewColumn *column; /* that the rows are sorted by, or NULL; owned */
  gboolean descending;
  guint timeout;
  GtkWidget *spinner;
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (EntenteSortBar, entente_sort_bar, GTK_TYPE_BOX)

static void
hide (EntenteSortBar *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
show_cb (gpointer data)
{
  EntenteSortBar *self = data;
  gboolean descending;
  GtkColumnViewColumn *column =
    self->view ? entente_column_sort_get (self->view, &descending) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *text =
    column
      ? g_strdup_printf (ngettext ("Sorting %'u event by “%s”…", "Sorting %'u events by “%s”…", n),
                         n,
                         gettext (entente_event_columns_get (column)->title))
      : g_strdup (_ ("Sorting…"));

  self->timeout = 0;
  gtk_label_set_text (GTK_LABEL (self->sentence), text);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return G_SOURCE_REMOVE;
}

/* What the rows are sorted by is what the heads say, once nothing is being sorted. */
static void
sorting_cb (EntenteSortBar *self)
{
  if (entente_event_list_is_sorting (self->list)) {
    if (self->timeout == 0 && !gtk_widget_get_visible (GTK_WIDGET (self)))
      self->timeout = g_timeout_add (DELAY_MS, show_cb, self);
    return;
  }
  hide (self);
  if (self->view)
    g_set_object (&self->column, entente_column_sort_get (self->view, &self->descending));
}

/* The heads tell of another order. In a small list it is made already. */
static void
sorter_cb (EntenteSortBar *self)
{
  if (self->list)
    sorting_cb (self);
}

static void
cancel (EntenteSortBar *self)
{
  if (self->view)
    gtk_column_view_sort_by_column (self->view,
                                    self->column,
                                    self->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static gboolean
key_cb (GtkEventController *keys,
        guint key,
        guint code,
        GdkModifierType state,
        EntenteSortBar *self)
{
  if (key != GDK_KEY_Escape || !self->list || !entente_event_list_is_sorting (self->list))
    return GDK_EVENT_PROPAGATE;
  cancel (self);
  return GDK_EVENT_STOP;
}

/* Also where the keyboard is on a head. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  EntenteSortBar *self = ENTENTE_SORT_BAR (widget);

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  cancel (self);
  return TRUE;
}

static void
add_escape (EntenteSortBar *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (shortcuts),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
forget_list (EntenteSortBar *self)
{
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  hide (self);
}

static void
entente_sort_bar_dispose (GObject *object)
{
  EntenteSortBar *self = ENTENTE_SORT_BAR (object);

  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->column);
  g_clear_weak_pointer (&self->view);

  G_OBJECT_CLASS (entente_sort_bar_parent_class)->dispose (object);
}

static void
entente_sort_bar_class_init (EntenteSortBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_sort_bar_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
entente_sort_bar_init (EntenteSortBar *self)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("sorting", "Stop"));

  self->spinner = gtk_spinner_new ();
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->sentence), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->sentence, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 12);
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "osd");
  gtk_widget_add_css_class (GTK_WIDGET (self), "toolbar");
  gtk_box_append (GTK_BOX (self), self->spinner);
  gtk_box_append (GTK_BOX (self), self->sentence);
  gtk_box_append (GTK_BOX (self), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (cancel), self);
  add_escape (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
entente_sort_bar_new (GtkColumnView *view)
{
  EntenteSortBar *self = g_object_new (ENTENTE_TYPE_SORT_BAR, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_set_weak_pointer (&self->view, view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (gtk_column_view_get_sorter (view),
                           "changed",
                           G_CALLBACK (sorter_cb),
                           self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
entente_sort_bar_set_list (EntenteSortBar *self, EntenteEventList *list)
{
  forget_list (self);
  if (!list)
    return;
  self->list = g_object_ref (list);
  g_signal_connect_swapped (list, "sorting-changed", G_CALLBACK (sorting_cb), self);
  sorting_cb (self);
}
