/* The page follows the first timeline that it finds in a window, once a second while it shows. */
#include "config.h"

#include "entente-inspector-page.h"

#include "entente-timeline.h"
#include <gio/gio.h>
#include <glib/gi18n.h>

#define POINT "gtk-inspector-page"
#define PRIORITY 20
#define MARGIN 18

struct _EntenteInspectorPage {
  GtkWidget parent_instance;

  GtkWidget *figures, *boxes;
  GtkWidget *timeline; /* weak */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (EntenteInspectorPage, entente_inspector_page, GTK_TYPE_WIDGET)

enum { PROP_TITLE = 1, PROP_OBJECT };

/* ---- the timeline ---- */

static GtkWidget *
find_timeline (GtkWidget *widget)
{
  GtkWidget *found = ENTENTE_IS_TIMELINE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_timeline (child);
  return found;
}

static void
look_for_timeline (EntenteInspectorPage *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !self->timeline; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    g_set_weak_pointer (&self->timeline, find_timeline (window));
  }
}

static char *
format_figures (EntenteTimeline *timeline)
{
  EntenteTimelineFigures figures;

  entente_timeline_get_figures (timeline, &figures);
  return g_strdup_printf (
    _ ("%u frames, %u of them with a new picture of the lanes\n"
       "Last 120 frames: median %.1f ms, longest %.1f ms, without the renderer\n"
       "Drawn: %u marks, %u bundles, %u bars, %u titles\n"
       "Texts laid out for the last picture: %u; kept: %u"),
    figures.n_frames,
    figures.n_pictures,
    figures.median_ms,
    figures.worst_ms,
    figures.n_marks,
    figures.n_bundles,
    figures.n_bars,
    figures.n_titles,
    figures.n_layouts,
    figures.n_layouts_kept);
}

static gboolean
update_cb (gpointer data)
{
  EntenteInspectorPage *self = data;
  g_autofree char *text = NULL;

  look_for_timeline (self);
  gtk_widget_set_sensitive (self->boxes, self->timeline != NULL);
  text = self->timeline ? format_figures (ENTENTE_TIMELINE (self->timeline))
                        : g_strdup (_ ("No window shows a timeline."));
  gtk_label_set_label (GTK_LABEL (self->figures), text);
  return G_SOURCE_CONTINUE;
}

static void
toggled_cb (GtkCheckButton *button, EntenteInspectorPage *self)
{
  if (self->timeline)
    entente_timeline_set_boxes_shown (ENTENTE_TIMELINE (self->timeline),
                                      gtk_check_button_get_active (button));
}

/* ---- GObject ---- */

static void
entente_inspector_page_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_TITLE)
    g_value_set_string (value, _ ("Timeline"));
  else
    g_value_set_object (value, NULL);
}

/* Which object is looked at makes no difference. */
static void
entente_inspector_page_set_property (GObject *object,
                                     guint prop,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
}

static void
entente_inspector_page_map (GtkWidget *widget)
{
  EntenteInspectorPage *self = ENTENTE_INSPECTOR_PAGE (widget);

  GTK_WIDGET_CLASS (entente_inspector_page_parent_class)->map (widget);
  update_cb (self);
  self->timeout = g_timeout_add_seconds (1, update_cb, self);
}

static void
entente_inspector_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&ENTENTE_INSPECTOR_PAGE (widget)->timeout, g_source_remove);
  GTK_WIDGET_CLASS (entente_inspector_page_parent_class)->unmap (widget);
}

static void
entente_inspector_page_dispose (GObject *object)
{
  EntenteInspectorPage *self = ENTENTE_INSPECTOR_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_weak_pointer (&self->timeline);
  g_clear_pointer (&self->figures, gtk_widget_unparent);
  g_clear_pointer (&self->boxes, gtk_widget_unparent);
  G_OBJECT_CLASS (entente_inspector_page_parent_class)->dispose (object);
}

static void
entente_inspector_page_class_init (EntenteInspectorPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = entente_inspector_page_get_property;
  object_class->set_property = entente_inspector_page_set_property;
  object_class->dispose = entente_inspector_page_dispose;
  widget_class->map = entente_inspector_page_map;
  widget_class->unmap = entente_inspector_page_unmap;
  g_object_class_install_property (
    object_class,
    PROP_TITLE,
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    object_class,
    PROP_OBJECT,
    g_param_spec_object ("object",
                         NULL,
                         NULL,
                         G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
entente_inspector_page_init (EntenteInspectorPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, MARGIN);
  gtk_widget_set_margin_top (widget, MARGIN);
  gtk_widget_set_margin_start (widget, MARGIN);
  self->figures = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->figures), 0);
  gtk_label_set_selectable (GTK_LABEL (self->figures), TRUE);
  gtk_widget_set_parent (self->figures, widget);
  self->boxes = gtk_check_button_new_with_mnemonic (_ ("Draw _Outlines of Marks and Titles"));
  g_signal_connect (self->boxes, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_widget_set_parent (self->boxes, widget);
}

void
entente_inspector_page_offer (void)
{
  if (g_io_extension_point_lookup (POINT) != NULL)
    g_io_extension_point_implement (POINT,
                                    ENTENTE_TYPE_INSPECTOR_PAGE,
                                    "entente-timeline",
                                    PRIORITY);
}
