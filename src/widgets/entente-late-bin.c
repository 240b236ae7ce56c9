/* The place of a pane, empty until it is mapped. Main thread. */
#include "config.h"

#include "entente-late-bin.h"
#include "entente-late-menu.h"

struct _EntenteLateBin {
  AdwBin parent_instance;

  GType child_type;
  EntenteSession *session; /* or NULL */
};

G_DEFINE_FINAL_TYPE (EntenteLateBin, entente_late_bin, ADW_TYPE_BIN)

enum { PROP_0, PROP_CHILD_TYPE, PROP_SESSION, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
hand_over_session (EntenteLateBin *self, GtkWidget *child)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (child), "session"))
    g_object_set (child, "session", self->session, NULL);
}

static void
set_session (EntenteLateBin *self, EntenteSession *session)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (!g_set_object (&self->session, session))
    return;
  if (child)
    hand_over_session (self, child);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
entente_late_bin_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteLateBin *self = ENTENTE_LATE_BIN (object);

  switch (prop) {
  case PROP_CHILD_TYPE:
    g_value_set_gtype (value, self->child_type);
    break;
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_late_bin_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *pspec)
{
  EntenteLateBin *self = ENTENTE_LATE_BIN (object);

  switch (prop) {
  case PROP_CHILD_TYPE:
    self->child_type = g_value_get_gtype (value);
    break;
  case PROP_SESSION:
    set_session (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_late_bin_dispose (GObject *object)
{
  g_clear_object (&ENTENTE_LATE_BIN (object)->session);
  G_OBJECT_CLASS (entente_late_bin_parent_class)->dispose (object);
}

static void
entente_late_bin_map (GtkWidget *widget)
{
  entente_late_bin_ensure_child (ENTENTE_LATE_BIN (widget));
  GTK_WIDGET_CLASS (entente_late_bin_parent_class)->map (widget);
}

static void
entente_late_bin_class_init (EntenteLateBinClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_late_bin_get_property;
  object_class->set_property = entente_late_bin_set_property;
  object_class->dispose = entente_late_bin_dispose;
  GTK_WIDGET_CLASS (class)->map = entente_late_bin_map;
  props[PROP_CHILD_TYPE] =
    g_param_spec_gtype ("child-type",
                        NULL,
                        NULL,
                        GTK_TYPE_WIDGET,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_late_bin_init (EntenteLateBin *self)
{
}

GtkWidget *
entente_late_bin_new (GType child_type)
{
  return g_object_new (ENTENTE_TYPE_LATE_BIN, "child-type", child_type, NULL);
}

GtkWidget *
entente_late_bin_ensure_child (EntenteLateBin *self)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (self));

  if (!child) {
    child = g_object_new (self->child_type, NULL);
    entente_late_menu_hide_tooltips (child);
    hand_over_session (self, child);
    adw_bin_set_child (ADW_BIN (self), child);
  }
  return child;
}
