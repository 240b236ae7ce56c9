/* A column is a factory of labels, each bound to one property of its event, with the glyph before
 * it where asked for. Main thread.
 */
#include "config.h"

#include "entente-column-sort.h"
#include "entente-event-columns.h"
#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-tooltip.h"

#include <glib/gi18n.h>

#define EVENT_DATA "entente-event"
#define COLUMN_DATA "entente-column"
#define LEAST_CHARS 20 /* of a column that says most */
#define MOST_CHARS 24 /* that any other one takes from it */

static GtkWidget *
create_label (EntenteColumnFlags flags)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  entente_tooltip_show_rest (GTK_LABEL (label));
  gtk_label_set_xalign (GTK_LABEL (label), flags & ENTENTE_COLUMN_NUMERIC ? 1 : 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (flags & ENTENTE_COLUMN_EXPAND)
    gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  else
    gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  if (flags & ENTENTE_COLUMN_NUMERIC)
    gtk_widget_add_css_class (label, "numeric");
  if (flags & ENTENTE_COLUMN_DIM)
    gtk_widget_add_css_class (label, "dim-label");
  if (flags & ENTENTE_COLUMN_BOLD)
    gtk_widget_add_css_class (label, "strong");
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const EntenteEventColumn *column)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (column->flags & ENTENTE_COLUMN_GLYPH)
    gtk_box_append (GTK_BOX (cell), entente_glyph_icon_new ());
  gtk_box_append (GTK_BOX (cell), create_label (column->flags));
  g_object_set_data (G_OBJECT (cell), COLUMN_DATA, (gpointer) column);
  gtk_list_item_set_child (item, cell);
}

/* The row of a column view has no name of its own in this version of GTK. */
static void
name_row (GtkWidget *cell, EntenteEventItem *event)
{
  GtkWidget *column_cell = gtk_widget_get_parent (cell);
  GtkWidget *row = column_cell ? gtk_widget_get_parent (column_cell) : NULL;
  g_autofree char *name = NULL;

  if (!row)
    return;
  g_object_get (event, "accessible-label", &name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Titles come late, and so does what the row is called. */
static void
show_glyph (EntenteEventItem *event, GParamSpec *pspec, GtkWidget *icon)
{
  EntenteChronicle *chronicle = entente_event_item_get_chronicle (event);
  guint row = entente_event_item_get_row (event);

  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (icon), entente_ink_glyph_of (chronicle, row));
  entente_ink_apply_event (icon, chronicle, row);
  name_row (gtk_widget_get_parent (icon), event);
}

static void
show_proposed (EntenteEventItem *event, GParamSpec *pspec, GtkWidget *label)
{
  if (entente_event_item_is_proposed (event))
    gtk_widget_add_css_class (label, "proposed");
  else
    gtk_widget_remove_css_class (label, "proposed");
}

static void
bind_answer (EntenteEventItem *event, GtkWidget *label)
{
  gtk_widget_set_hexpand (label, FALSE); /* the dots go as far as the words */
  show_proposed (event, NULL, label);
  g_signal_connect (event, "notify::answer-label", G_CALLBACK (show_proposed), label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const EntenteEventColumn *column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (cell);
  EntenteEventItem *event = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (cell), EVENT_DATA, event); /* that the item holds */
  g_object_set_data_full (
    G_OBJECT (label),
    "binding",
    g_object_bind_property (event, column->property, label, "label", G_BINDING_SYNC_CREATE),
    (GDestroyNotify) g_binding_unbind);
  if (column->flags & ENTENTE_COLUMN_ANSWER)
    bind_answer (event, label);
  if (!(column->flags & ENTENTE_COLUMN_GLYPH))
    return;
  show_glyph (event, NULL, gtk_widget_get_first_child (cell));
  g_signal_connect (event, "notify", G_CALLBACK (show_glyph), gtk_widget_get_first_child (cell));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const EntenteEventColumn *column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_object_set_data (G_OBJECT (cell), EVENT_DATA, NULL);
  g_object_set_data (G_OBJECT (gtk_widget_get_last_child (cell)), "binding", NULL);
  if (column->flags & ENTENTE_COLUMN_ANSWER)
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                          show_proposed,
                                          gtk_widget_get_last_child (cell));
  if (column->flags & ENTENTE_COLUMN_GLYPH)
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                          show_glyph,
                                          gtk_widget_get_first_child (cell));
}

GtkColumnViewColumn *
entente_event_columns_add (GtkColumnView *view, const EntenteEventColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added =
    gtk_column_view_column_new (gettext (column->title), factory);
  gpointer data = (gpointer) column;

  g_object_set_data (G_OBJECT (added), COLUMN_DATA, data);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_column_set_expand (added, (column->flags & ENTENTE_COLUMN_EXPAND) != 0);
  gtk_column_view_column_set_visible (added, (column->flags & ENTENTE_COLUMN_HIDDEN) == 0);
  entente_column_sort_add (added);
  gtk_column_view_append_column (view, added);
  return added;
}

const EntenteEventColumn *
entente_event_columns_get (GtkColumnViewColumn *column)
{
  return g_object_get_data (G_OBJECT (column), COLUMN_DATA);
}

/* A row holds a cell for each column, and that what the factory put into it. */
EntenteEventItem *
entente_event_columns_get_event (GtkWidget *row)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell;
       cell = gtk_widget_get_next_sibling (cell)) {
    GtkWidget *child = gtk_widget_get_first_child (cell);
    EntenteEventItem *event = child ? g_object_get_data (G_OBJECT (child), EVENT_DATA) : NULL;

    if (event)
      return event;
  }
  return NULL;
}

GtkWidget *
entente_event_columns_find_row (GtkColumnView *view, EntenteId event)
{
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (view));

  while (list && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_next_sibling (list);
  for (GtkWidget *row = list ? gtk_widget_get_first_child (list) : NULL; row;
       row = gtk_widget_get_next_sibling (row)) {
    EntenteEventItem *item = entente_event_columns_get_event (row);

    if (item && entente_event_item_get_id (item) == event)
      return row;
  }
  return NULL;
}

GtkWidget *
entente_event_columns_find_cell (GtkWidget *row, const EntenteEventColumn *column)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell;
       cell = gtk_widget_get_next_sibling (cell)) {
    GtkWidget *child = gtk_widget_get_first_child (cell);

    if (child && g_object_get_data (G_OBJECT (child), COLUMN_DATA) == column)
      return cell;
  }
  return NULL;
}

const EntenteEventColumn *
entente_event_columns_find_column (GtkColumnView *view, GtkWidget *widget)
{
  for (; widget && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget)) {
    GtkWidget *child = gtk_widget_get_first_child (widget);
    const EntenteEventColumn *column = g_object_get_data (G_OBJECT (widget), COLUMN_DATA);

    if (!column && child)
      column = g_object_get_data (G_OBJECT (child), COLUMN_DATA);
    if (column)
      return column;
  }
  return NULL;
}

EntenteId
entente_event_columns_find_event (GtkColumnView *view, GtkWidget *widget)
{
  for (; widget && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget)) {
    EntenteEventItem *event = entente_event_columns_get_event (widget);

    if (event)
      return entente_event_item_get_id (event);
  }
  return ENTENTE_ID_NONE;
}

GtkWidget *
entente_event_columns_get_focus_row (GtkColumnView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *widget = root ? gtk_root_get_focus (root) : NULL;

  for (; widget && gtk_widget_is_ancestor (widget, GTK_WIDGET (view));
       widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0 &&
        entente_event_columns_get_event (widget))
      return widget;
  return NULL;
}

/* ---- selection ---- */

struct _EntenteEventSelection {
  GObject parent_instance;

  EntenteSession *session;
  EntenteEventList *list;
  GtkColumnView *view; /* weak */
  GtkSelectionModel *model;
  guint tick; /* waits for a size */
  gboolean reordered; /* another order is to come */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (EntenteEventSelection, entente_event_selection, G_TYPE_OBJECT)

static void
scroll_to (EntenteEventSelection *self, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  while (child && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  if (child)
    gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

static GtkBitset *
find_selected (EntenteEventSelection *self)
{
  const GArray *events = entente_session_get_selection (self->session);

  return entente_event_list_find_all (self->list,
                                      (const EntenteId *) (gconstpointer) events->data,
                                      events->len);
}

static void
scroll_to_first (EntenteEventSelection *self)
{
  guint first =
    entente_event_list_find (self->list, entente_session_get_selected_event (self->session));

  if (first != GTK_INVALID_LIST_POSITION)
    scroll_to (self, first);
}

static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  EntenteEventSelection *self = data;

  if (gtk_widget_get_height (view) == 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  scroll_to_first (self);
  return G_SOURCE_REMOVE;
}

/* Rows are made for a view that is seen. One without a size cannot scroll: it does once it has one.
 */
static void
show_first (EntenteEventSelection *self)
{
  GtkWidget *view = GTK_WIDGET (self->view);

  if (!view || !gtk_widget_get_mapped (view) || self->tick > 0)
    return;
  if (!gtk_column_view_get_model (self->view))
    gtk_column_view_set_model (self->view, self->model);
  if (gtk_widget_get_height (view) > 0)
    scroll_to_first (self);
  else
    self->tick = gtk_widget_add_tick_callback (view, tick_cb, self, NULL);
}

static void
show_selection (EntenteEventSelection *self)
{
  g_autoptr (GtkBitset) selected = find_selected (self);
  g_autoptr (GtkBitset) all =
    gtk_bitset_new_range (0, g_list_model_get_n_items (G_LIST_MODEL (self->list)));

  self->updating = TRUE;
  gtk_selection_model_set_selection (self->model, selected, all);
  self->updating = FALSE;
  show_first (self);
}

static void
session_cb (EntenteSession *session, GParamSpec *pspec, EntenteEventSelection *self)
{
  if (!self->updating)
    show_selection (self);
}

/* Rows that move, or come again elsewhere, are no longer selected in the model. */
static void
items_changed_cb (EntenteEventSelection *self)
{
  if (!self->updating)
    show_selection (self);
  if (self->reordered && self->view &&
      entente_session_get_selected_event (self->session) == ENTENTE_ID_NONE)
    scroll_to (self, 0);
  self->reordered = FALSE;
}

static EntenteId
get_event_at (EntenteEventSelection *self, guint position)
{
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return entente_event_item_get_id (item);
}

static void
selection_changed_cb (GtkSelectionModel *model,
                      guint position,
                      guint n,
                      EntenteEventSelection *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GArray) events = NULL;

  if (self->updating)
    return;
  selected = gtk_selection_model_get_selection (model);
  events = entente_event_list_get_ids (self->list, selected);
  self->updating = TRUE;
  entente_session_select_events (self->session, (EntenteId *) events->data, events->len);
  self->updating = FALSE;
}

static void
activate_cb (GtkColumnView *view, guint position, EntenteEventSelection *self)
{
  entente_session_select_event (self->session, get_event_at (self, position));
  entente_session_reveal_words (self->session);
}

static void
entente_event_selection_dispose (GObject *object)
{
  EntenteEventSelection *self = ENTENTE_EVENT_SELECTION (object);

  if (self->view && self->tick > 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  if (self->view)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->model);
  g_clear_object (&self->list);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_event_selection_parent_class)->dispose (object);
}

static void
entente_event_selection_class_init (EntenteEventSelectionClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_event_selection_dispose;
}

static void
entente_event_selection_init (EntenteEventSelection *self)
{
}

EntenteEventSelection *
entente_event_selection_new (EntenteSession *session, EntenteEventList *list, GtkColumnView *view)
{
  EntenteEventSelection *self = g_object_new (ENTENTE_TYPE_EVENT_SELECTION, NULL);

  self->session = g_object_ref (session);
  self->list = g_object_ref (list);
  g_set_weak_pointer (&self->view, view);
  self->model = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (list))));
  g_signal_connect_object (self->model,
                           "selection-changed",
                           G_CALLBACK (selection_changed_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (list,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (view,
                           "map",
                           G_CALLBACK (show_first),
                           self,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::selection",
                           G_CALLBACK (session_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (session,
                           "notify::filtered",
                           G_CALLBACK (session_cb),
                           self,
                           G_CONNECT_AFTER);
  show_selection (self);
  return self;
}

void
entente_event_selection_expect_order (EntenteEventSelection *self)
{
  self->reordered = TRUE;
}
