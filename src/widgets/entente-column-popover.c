/* Filled each time it comes up. Alt+Up and Alt+Down move the column with the keyboard, as they do
 * lanes; the buttons do the same. Main thread. */
#include "config.h"

#include "entente-column-layout.h"
#include "entente-column-popover.h"
#include "entente-column-sort.h"
#include "entente-enum-choice.h"
#include <glib/gi18n.h>

#define MAX_HEIGHT_PX 330
#define COLUMN "entente-column"

struct _EntenteColumnPopover {
  GtkPopover parent_instance;

  GtkColumnView *view;
  GtkWidget *order; /* drop down */
  GtkWidget *descending;
  GtkWidget *list;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (EntenteColumnPopover, entente_column_popover, GTK_TYPE_POPOVER)

static GtkColumnViewColumn *
get_column (EntenteColumnPopover *self, guint i)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (self->view), i);

  return column; /* that the view holds */
}

static guint
count_columns (EntenteColumnPopover *self)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (self->view));
}

static const char *
get_title (GtkColumnViewColumn *column)
{
  return gettext (entente_event_columns_get (column)->title);
}

/* ---- order ---- */

/* The first entry is time, which no column needs to be there for. */
static void
order_cb (EntenteColumnPopover *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order));
  gboolean descending = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->descending));

  gtk_widget_set_sensitive (self->descending, chosen != 0);
  if (self->updating)
    return;
  gtk_column_view_sort_by_column (self->view,
                                  chosen > 0 ? get_column (self, chosen - 1) : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static GListModel *
list_orders (EntenteColumnPopover *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Time"));
  for (guint i = 0; i < count_columns (self); i++)
    gtk_string_list_append (titles, get_title (get_column (self, i)));
  return G_LIST_MODEL (titles);
}

static void
show_order (EntenteColumnPopover *self)
{
  g_autoptr (GListModel) titles = list_orders (self);
  gboolean descending;
  GtkColumnViewColumn *sorted = entente_column_sort_get (self->view, &descending);
  guint chosen = 0;

  for (guint i = 0; i < count_columns (self); i++)
    if (get_column (self, i) == sorted)
      chosen = i + 1;
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->order), titles);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order), chosen);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->descending), descending);
  gtk_widget_set_sensitive (self->descending, chosen != 0);
  self->updating = FALSE;
}

/* ---- columns ---- */

static void
shown_cb (GtkCheckButton *check, EntenteColumnPopover *self)
{
  GtkColumnViewColumn *column = g_object_get_data (G_OBJECT (check), COLUMN);

  entente_column_layout_set_shown (self->view, column, gtk_check_button_get_active (check));
  gtk_check_button_set_active (check, gtk_column_view_column_get_visible (column));
}

static void fill (EntenteColumnPopover *self);

static void
move (EntenteColumnPopover *self, GtkColumnViewColumn *column, int steps)
{
  entente_column_layout_move (self->view, column, steps);
  show_order (self);
  fill (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row;
       row = gtk_widget_get_next_sibling (row)) {
    GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
    GtkWidget *check = gtk_widget_get_first_child (box);

    if (g_object_get_data (G_OBJECT (check), COLUMN) == column)
      gtk_widget_grab_focus (check);
  }
}

static void
earlier_cb (GtkWidget *button, EntenteColumnPopover *self)
{
  move (self, g_object_get_data (G_OBJECT (button), COLUMN), -1);
}

static void
later_cb (GtkWidget *button, EntenteColumnPopover *self)
{
  move (self, g_object_get_data (G_OBJECT (button), COLUMN), 1);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EntenteColumnPopover *self)
{
  GtkWidget *check = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers =
    state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (modifiers != GDK_ALT_MASK || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  move (self, g_object_get_data (G_OBJECT (check), COLUMN), keyval == GDK_KEY_Up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_button (EntenteColumnPopover *self,
               GtkColumnViewColumn *column,
               const char *icon,
               const char *name,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focusable (button, FALSE); /* Alt+Up and Alt+Down */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), COLUMN, column);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_row (EntenteColumnPopover *self, GtkColumnViewColumn *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new_with_label (get_title (column));
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_object_set_data (G_OBJECT (check), COLUMN, column);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               gtk_column_view_column_get_visible (column));
  g_signal_connect (check, "toggled", G_CALLBACK (shown_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (check, keys);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (check, "labelled");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (
    GTK_BOX (box),
    create_button (self, column, "go-up-symbolic", _ ("Earlier"), G_CALLBACK (earlier_cb)));
  gtk_box_append (
    GTK_BOX (box),
    create_button (self, column, "go-down-symbolic", _ ("Later"), G_CALLBACK (later_cb)));
  return box;
}

static void
fill (EntenteColumnPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)))
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < count_columns (self); i++) {
    row = gtk_list_box_row_new ();
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_row (self, get_column (self, i)));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
    gtk_widget_set_focusable (row, FALSE);
    gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  }
}

static void
entente_column_popover_show (GtkWidget *widget)
{
  EntenteColumnPopover *self = ENTENTE_COLUMN_POPOVER (widget);

  show_order (self);
  fill (self);
  GTK_WIDGET_CLASS (entente_column_popover_parent_class)->show (widget);
}

static void
entente_column_popover_class_init (EntenteColumnPopoverClass *class)
{
  GTK_WIDGET_CLASS (class)->show = entente_column_popover_show;
}

static GtkWidget *
create_order (EntenteColumnPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ ("Sorted by"));

  self->order = gtk_drop_down_new (NULL, NULL);
  self->descending = gtk_check_button_new_with_mnemonic (_ ("_Backwards"));
  gtk_widget_add_css_class (self->descending, "labelled");
  gtk_widget_set_hexpand (self->order, TRUE);
  entente_enum_choice_set_name (GTK_DROP_DOWN (self->order), _ ("Sorted by"));
  g_signal_connect_swapped (self->order, "notify::selected", G_CALLBACK (order_cb), self);
  g_signal_connect_swapped (self->descending, "toggled", G_CALLBACK (order_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->order);
  gtk_box_append (GTK_BOX (box), self->descending);
  return box;
}

static void
entente_column_popover_init (EntenteColumnPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "column-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_box_append (GTK_BOX (box), create_order (self));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "column-popover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns and their order"),
                                  -1);
}

GtkWidget *
entente_column_popover_new (GtkColumnView *view)
{
  EntenteColumnPopover *self = g_object_new (ENTENTE_TYPE_COLUMN_POPOVER, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}
