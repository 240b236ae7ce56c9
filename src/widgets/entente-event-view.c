/* A column view in a scroller, with a button over the end of its heads; a subclass says which
 * columns and which rows.
 *
 * Texts and glyphs come from EntenteEventItem; the selection is kept by EntenteEventSelection. The
 * list sorts itself; the view only says by what. Main thread.
 */
#include "config.h"

#include "entente-cell-edit.h"
#include "entente-column-layout.h"
#include "entente-column-popover.h"
#include "entente-column-sort.h"
#include "entente-event-menu.h"
#include "entente-event-text.h"
#include "entente-event-view.h"
#include "entente-events-form.h"
#include "entente-passage-drag.h"
#include "entente-sort-bar.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct {
  EntenteSession *session; /* or NULL */
  EntenteEventSelection *selection;
  EntenteEventList *list; /* or NULL */
  GCancellable *copying; /* of a text for the clipboard, or NULL */
  char *columns; /* as they were told of last */
  const EntenteEventColumn *cell; /* column under the menu, or NULL */

  GtkWidget *parts; /* box of what stands above, and of the rows with what stands beside them */
  GtkWidget *overlay;
  GtkColumnView *view;
  GtkWidget *chooser; /* button */
  EntenteSortBar *sort_bar;
} EntenteEventViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntenteEventView, entente_event_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, PROP_COLUMNS, N_PROPS };
static GParamSpec *props[N_PROPS];

static EntenteEventViewPrivate *
get_private (gpointer self)
{
  return entente_event_view_get_instance_private (self);
}

/* ---- columns ---- */

static void
name_view (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  const char *name = ENTENTE_EVENT_VIEW_GET_CLASS (object)->get_name ();
  gboolean descending;
  GtkColumnViewColumn *sorted = entente_column_sort_get (self->view, &descending);
  const char *title = sorted ? gettext (entente_event_columns_get (sorted)->title) : NULL;
  g_autofree char *said = title ? g_strdup_printf (descending ? _ ("%s, sorted by %s, backwards")
                                                              : _ ("%s, sorted by %s"),
                                                   name,
                                                   title)
                                : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  -1);
}

/* Something about the columns is another. */
static void
columns_cb (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  g_autofree char *columns = entente_column_layout_format (self->view);

  if (g_strcmp0 (columns, self->columns) == 0)
    return;
  g_free (self->columns);
  self->columns = g_steal_pointer (&columns);
  g_object_notify_by_pspec (G_OBJECT (object), props[PROP_COLUMNS]);
}

static void
sort_list (EntenteEventViewPrivate *self)
{
  gboolean descending;
  GtkColumnViewColumn *sorted = entente_column_sort_get (self->view, &descending);

  if (self->list)
    entente_event_list_sort (self->list,
                             sorted ? entente_event_columns_get (sorted)->sort : ENTENTE_SORT_DATE,
                             descending);
}

static void
sorter_cb (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);

  if (self->selection)
    entente_event_selection_expect_order (self->selection);
  sort_list (self);
  name_view (object);
  columns_cb (object);
}

static void
add_columns (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  EntenteEventViewClass *class = ENTENTE_EVENT_VIEW_GET_CLASS (object);

  for (guint i = 0; i < class->n_columns; i++) {
    GtkColumnViewColumn *column = entente_event_columns_add (self->view, &class->columns[i]);

    g_signal_connect_object (column,
                             "notify::visible",
                             G_CALLBACK (columns_cb),
                             object,
                             G_CONNECT_SWAPPED);
  }
  self->columns = entente_column_layout_format (self->view);
  g_signal_connect_object (gtk_column_view_get_columns (self->view),
                           "items-changed",
                           G_CALLBACK (columns_cb),
                           object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view),
                           "changed",
                           G_CALLBACK (sorter_cb),
                           object,
                           G_CONNECT_SWAPPED);
}

/* After the heads, whose order it reads when they change. */
static void
add_sort_bar (EntenteEventViewPrivate *self)
{
  self->sort_bar = ENTENTE_SORT_BAR (entente_sort_bar_new (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->sort_bar));
}

/* ---- actions ---- */

static void
columns_action (GSimpleAction *action, GVariant *parameter, gpointer object)
{
  EntenteEventViewPrivate *self = get_private (object);

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->chooser));
}

static gboolean
can_edit (EntenteEventViewPrivate *self)
{
  return self->session && !entente_study_is_read_only (entente_session_get_study (self->session));
}

static void
edit_action (GSimpleAction *action, GVariant *parameter, gpointer object)
{
  EntenteEventViewPrivate *self = get_private (object);
  GtkWidget *row = entente_event_columns_get_focus_row (self->view);

  if (row && can_edit (self))
    entente_cell_edit_start (self->session, self->view, row, self->cell);
  self->cell = NULL;
}

static void
edit_selected_action (GSimpleAction *action, GVariant *parameter, gpointer object)
{
  EntenteEventViewPrivate *self = get_private (object);

  if (can_edit (self))
    entente_events_form_present (object, self->session);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventView) object = data;
  EntenteEventViewPrivate *self = get_private (object);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = entente_event_text_new_finish (result, &error), *said = NULL;
  guint n = 0;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->session)
    return;
  g_clear_object (&self->copying);
  for (const char *at = text; at && (at = strchr (at, '\n')); at++)
    n++;
  if (text)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (object)), text);
  said = text ? g_strdup_printf (ngettext ("%'u row copied", "%'u rows copied", n - 1), n - 1)
              : g_strdup (error->message);
  entente_session_notify_user (self->session, said, 0);
}

static void
stop_copying (EntenteEventViewPrivate *self)
{
  if (self->copying)
    g_cancellable_cancel (self->copying);
  g_clear_object (&self->copying);
}

/* Titles are borrowed from the columns. */
static GArray *
list_text_columns (EntenteEventViewPrivate *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (EntenteTextColumn));

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    EntenteTextColumn text = { gtk_column_view_column_get_title (column),
                               entente_event_columns_get (column)->property };

    if (gtk_column_view_column_get_visible (column))
      g_array_append_val (shown, text);
  }
  return shown;
}

static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer object)
{
  EntenteEventViewPrivate *self = get_private (object);
  GtkSelectionModel *model = gtk_column_view_get_model (self->view);
  g_autoptr (GtkBitset) rows = model ? gtk_selection_model_get_selection (model) : NULL;
  g_autoptr (GArray) columns = NULL;

  if (!self->session || !rows || gtk_bitset_is_empty (rows))
    return;
  stop_copying (self);
  columns = list_text_columns (self);
  self->copying = g_cancellable_new ();
  entente_event_text_new_async (self->list,
                                entente_session_get_study (self->session),
                                rows,
                                (const EntenteTextColumn *) (gpointer) columns->data,
                                columns->len,
                                self->copying,
                                copied_cb,
                                g_object_ref (object));
}

static const GActionEntry actions[] = {
  { "columns", columns_action },
  { "edit", edit_action },
  { "edit-selected", edit_selected_action },
  { "copy", copy_action },
};

/* ---- keys ---- */

static const struct {
  guint key;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_F2, 0, "table.edit" },
  { GDK_KEY_F2, GDK_SHIFT_MASK, "table.edit-selected" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "table.copy" },
  { GDK_KEY_s, 0, "table.columns" },
};

/* Space selects the row alone, as on the timeline; the list's own Space adds it, as Ctrl+Space. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  GtkWidget *row = entente_event_columns_get_focus_row (self->view);

  state &= GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK;
  if (!row)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_space && state == 0)
    return gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  self->cell = NULL; /* a menu that was meant for one is gone */
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keyval == keys[i].key && state == keys[i].state)
      return gtk_widget_activate_action (row, keys[i].action, NULL);
  return GDK_EVENT_PROPAGATE;
}

/* The menu may be meant for the cell that it came up over. */
static void
pointed_cb (GtkColumnView *view, GtkWidget *widget, gpointer object)
{
  const EntenteEventColumn *column = entente_event_columns_find_column (view, widget);

  get_private (object)->cell = entente_cell_edit_can (column) ? column : NULL;
}

/* Words of an article are dropped on a row. */
static EntenteId
find_event (GtkWidget *widget, double x, double y)
{
  GtkColumnView *view = get_private (widget)->view;

  return entente_event_columns_find_event (view, gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT));
}

static void
entente_event_view_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    g_value_set_object (value, get_private (object)->session);
  else if (prop == PROP_COLUMNS)
    g_value_set_string (value, get_private (object)->columns);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_event_view_set_property (GObject *object,
                                 guint prop,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    entente_event_view_set_session (ENTENTE_EVENT_VIEW (object), g_value_get_object (value));
  else if (prop == PROP_COLUMNS)
    entente_column_layout_apply (get_private (object)->view,
                                 g_value_get_string (value) ? g_value_get_string (value) : "");
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_event_view_constructed (GObject *object)
{
  G_OBJECT_CLASS (entente_event_view_parent_class)->constructed (object);

  add_columns (ENTENTE_EVENT_VIEW (object));
  add_sort_bar (get_private (object));
  name_view (ENTENTE_EVENT_VIEW (object));
}

static void
entente_event_view_dispose (GObject *object)
{
  EntenteEventViewPrivate *self = get_private (object);

  stop_copying (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  g_clear_pointer (&self->parts, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_event_view_parent_class)->dispose (object);
}

static void
entente_event_view_finalize (GObject *object)
{
  g_free (get_private (object)->columns);

  G_OBJECT_CLASS (entente_event_view_parent_class)->finalize (object);
}

static void
entente_event_view_class_init (EntenteEventViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = entente_event_view_constructed;
  object_class->dispose = entente_event_view_dispose;
  object_class->finalize = entente_event_view_finalize;
  object_class->get_property = entente_event_view_get_property;
  object_class->set_property = entente_event_view_set_property;
  props[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_COLUMNS] =
    g_param_spec_string ("columns",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventview");
}

/* Over the end of the heads. */
static GtkWidget *
create_chooser (GtkColumnView *view)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), entente_column_popover_new (view));
  /* F6 and Tab go to the rows; the key S comes here. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (button), FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Columns and Their Order (S)"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "column-chooser");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Columns and their order"),
                                  -1);
  return button;
}

static void
add_view (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->overlay = gtk_overlay_new ();
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->chooser = create_chooser (self->view);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->chooser);
  gtk_widget_set_hexpand (self->overlay, TRUE);
  gtk_widget_set_vexpand (self->overlay, TRUE);
  gtk_box_append (GTK_BOX (row), self->overlay);
  self->parts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->parts), row);
  gtk_widget_set_parent (self->parts, GTK_WIDGET (object));
}

/* Actions that held the view would keep it alive for ever, so they borrow it. */
static void
entente_event_view_init (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  GtkEventController *controller = gtk_event_controller_key_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  add_view (object);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_cb), object);
  gtk_widget_add_controller (GTK_WIDGET (self->view), controller);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), object);
  gtk_widget_insert_action_group (GTK_WIDGET (object), "table", G_ACTION_GROUP (group));
  entente_event_menu_attach (self->view, pointed_cb, object);
  entente_passage_drop_attach (GTK_WIDGET (object), find_event);
}

void
entente_event_view_set_session (EntenteEventView *object, EntenteSession *session)
{
  EntenteEventViewPrivate *self = get_private (object);

  if (!g_set_object (&self->session, session))
    return;
  stop_copying (self);
  entente_sort_bar_set_list (self->sort_bar, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  if (session) {
    self->list = ENTENTE_EVENT_VIEW_GET_CLASS (object)->create_list (session);
    sort_list (self);
    entente_sort_bar_set_list (self->sort_bar, self->list);
    self->selection = entente_event_selection_new (session, self->list, self->view);
  }
  g_object_notify_by_pspec (G_OBJECT (object), props[PROP_SESSION]);
}

EntenteSession *
entente_event_view_get_session (EntenteEventView *object)
{
  return get_private (object)->session;
}

EntenteEventList *
entente_event_view_get_list (EntenteEventView *object)
{
  return get_private (object)->list;
}

void
entente_event_view_put_above (EntenteEventView *object, GtkWidget *widget)
{
  gtk_box_prepend (GTK_BOX (get_private (object)->parts), widget);
}

void
entente_event_view_put_beside (EntenteEventView *object, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_parent (get_private (object)->overlay);

  gtk_box_append (GTK_BOX (row), widget);
}

static gboolean
focus_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  EntenteEventViewPrivate *self = data;
  EntenteId event =
    self->session ? entente_session_get_selected_event (self->session) : ENTENTE_ID_NONE;
  GtkWidget *row =
    event != ENTENTE_ID_NONE ? entente_event_columns_find_row (self->view, event) : NULL;

  if (row)
    gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

void
entente_event_view_focus_selected (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);

  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), focus_cb, self, NULL);
}
