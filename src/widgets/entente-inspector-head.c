/* Head line of a section: bold dimmed name at the left, a note or a button at the right. Main
 * thread; part of the inspector.
 */
#include "config.h"

#include "entente-inspector-head.h"
#include "entente-tooltip.h"

struct _EntenteInspectorHead {
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *note;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteInspectorHead,
                               entente_inspector_head,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum { PROP_0, PROP_TITLE, N_PROPS };
static GParamSpec *props[N_PROPS];
static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  if (g_strcmp0 (type, "end") == 0)
    gtk_box_append (GTK_BOX (buildable), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
entente_inspector_head_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteInspectorHead *self = ENTENTE_INSPECTOR_HEAD (object);

  if (prop == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_inspector_head_set_property (GObject *object,
                                     guint prop,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  EntenteInspectorHead *self = ENTENTE_INSPECTOR_HEAD (object);

  if (prop == PROP_TITLE)
    gtk_label_set_text (GTK_LABEL (self->title), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_inspector_head_class_init (EntenteInspectorHeadClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = entente_inspector_head_get_property;
  object_class->set_property = entente_inspector_head_set_property;
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_inspector_head_init (EntenteInspectorHead *self)
{
  self->title = gtk_label_new (NULL);
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "inspector-head-title");
  gtk_label_set_xalign (GTK_LABEL (self->note), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->note, TRUE);
  gtk_widget_add_css_class (self->note, "inspector-head-note");
  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), self->note);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector-head");
}

void
entente_inspector_head_set_note (EntenteInspectorHead *self, const char *note)
{
  gtk_label_set_text (GTK_LABEL (self->note), note ? note : "");
  entente_tooltip_set_text (self->note, note);
}
