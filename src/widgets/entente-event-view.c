/* A column view in a scroller; a subclass says which columns and which rows.
 *
 * Texts and glyphs come from EntenteEventItem; the selection is kept by EntenteEventSelection. Main
 * thread.
 */
#include "config.h"

#include "entente-event-menu.h"
#include "entente-event-view.h"
#include "entente-passage-drag.h"

typedef struct {
  EntenteSession *session; /* or NULL */
  EntenteEventSelection *selection;

  GtkWidget *scroller;
  GtkColumnView *view;
} EntenteEventViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (EntenteEventView, entente_event_view, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *props[N_PROPS];

static EntenteEventViewPrivate *
get_private (gpointer self)
{
  return entente_event_view_get_instance_private (self);
}

/* Space selects the row alone, as on the timeline; the list's own Space adds it, as Ctrl+Space. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkWidget *view)
{
  GtkRoot *root = gtk_widget_get_root (view);
  GtkWidget *row = root ? gtk_root_get_focus (root) : NULL;

  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)) ||
      !row)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
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
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_event_view_constructed (GObject *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  EntenteEventViewClass *class = ENTENTE_EVENT_VIEW_GET_CLASS (object);

  G_OBJECT_CLASS (entente_event_view_parent_class)->constructed (object);

  class->add_columns (self->view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  class->get_name (),
                                  -1);
}

static void
entente_event_view_dispose (GObject *object)
{
  EntenteEventViewPrivate *self = get_private (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (entente_event_view_parent_class)->dispose (object);
}

static void
entente_event_view_class_init (EntenteEventViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->constructed = entente_event_view_constructed;
  object_class->dispose = entente_event_view_dispose;
  object_class->get_property = entente_event_view_get_property;
  object_class->set_property = entente_event_view_set_property;
  props[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventview");
}

static void
entente_event_view_init (EntenteEventView *object)
{
  EntenteEventViewPrivate *self = get_private (object);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self->view);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (object));
  entente_event_menu_attach (self->view);
  entente_passage_drop_attach (GTK_WIDGET (object), find_event);
}

void
entente_event_view_set_session (EntenteEventView *object, EntenteSession *session)
{
  EntenteEventViewPrivate *self = get_private (object);
  g_autoptr (EntenteEventList) list = NULL;

  if (!g_set_object (&self->session, session))
    return;
  g_clear_object (&self->selection);
  if (session) {
    list = ENTENTE_EVENT_VIEW_GET_CLASS (object)->create_list (session);
    self->selection = entente_event_selection_new (session, list, self->view);
  }
  g_object_notify_by_pspec (G_OBJECT (object), props[PROP_SESSION]);
}
