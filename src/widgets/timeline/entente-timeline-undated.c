/* All undated moves in a popover: behind the count of the shelf, where some chips have no room or the shelf has folded into that
 * count. A row chosen is selected. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include "entente-event-list.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH_PX 460
#define LIST_HEIGHT_PX 320

static GdkRectangle
get_caption (EntenteTimeline *self)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  GdkRectangle caption = { 0, shelf->y, self->parts.header_width, shelf->height };

  return shelf->height > 0 ? caption : self->parts.undated;
}

/* Right of the last chip, where the count of those without room stands. */
static GdkRectangle
get_rest (EntenteTimeline *self)
{
  const EntenteScene *scene = self->scene;
  GdkRectangle rest = self->parts.shelf;
  int end;

  if (scene->n_chips == scene->n_shelf || scene->n_chips == 0)
    return (GdkRectangle){ 0 };
  end = (int) (scene->chips[scene->n_chips - 1].x + scene->chips[scene->n_chips - 1].width);
  rest.x += end;
  rest.width = MAX (rest.width - end, 0);
  return rest;
}

gboolean
entente_timeline_undated_contains (EntenteTimeline *self, double x, double y)
{
  GdkRectangle caption = get_caption (self), rest = get_rest (self);

  return self->scene->n_shelf > 0 && (gdk_rectangle_contains_point (&caption, (int) x, (int) y) ||
                                      gdk_rectangle_contains_point (&rest, (int) x, (int) y));
}

/* ---- the list ---- */

static GListModel *
create_model (EntenteTimeline *self)
{
  g_autoptr (EntenteEventList) events = entente_event_list_new (self->session);
  GListStore *store = g_list_store_new (ENTENTE_TYPE_EVENT_ITEM);
  guint n;
  const guint32 *rows = entente_lanes_get_shelf (self->lanes, &n);

  for (guint i = 0; i < n; i++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, rows[i]);
    g_autoptr (EntenteEventItem) item = entente_event_list_get_event (events, id);

    if (item != NULL)
      g_list_store_append (store, item);
  }
  /* The items are kept up to date by the list that made them. */
  g_object_set_data_full (G_OBJECT (store), "events", g_steal_pointer (&events), g_object_unref);
  return G_LIST_MODEL (store);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL), *when = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), when);
  gtk_list_item_set_child (item, box);
}

static void
bind_label (EntenteEventItem *event, const char *property, GtkWidget *label)
{
  g_object_set_data_full (
    G_OBJECT (label),
    "binding",
    g_object_bind_property (event, property, label, "label", G_BINDING_SYNC_CREATE),
    (GDestroyNotify) g_binding_unbind);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  EntenteEventItem *event = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *row = gtk_widget_get_parent (box);
  g_autofree char *name = NULL;

  bind_label (event, "title", gtk_widget_get_first_child (box));
  bind_label (event, "when", gtk_widget_get_last_child (box));
  g_object_get (event, "accessible-label", &name, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  g_object_set_data (G_OBJECT (gtk_widget_get_first_child (box)), "binding", NULL);
  g_object_set_data (G_OBJECT (gtk_widget_get_last_child (box)), "binding", NULL);
}

static void
activate_cb (GtkListView *view, guint position, EntenteTimeline *self)
{
  GListModel *events = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (EntenteEventItem) event = g_list_model_get_item (events, position);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (view), GTK_TYPE_POPOVER);

  entente_timeline_feed_select (self, entente_event_item_get_id (event));
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
create_list (EntenteTimeline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (create_model (self)));
  GtkWidget *view = gtk_list_view_new (model, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Undated moves"),
                                  -1);
  return view;
}

static gboolean
drop_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* After the click that closed it has been dealt with. */
static void
closed_cb (GtkWidget *popover, EntenteTimeline *self)
{
  self->undated_popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_cb, g_object_ref (popover), g_object_unref);
}

void
entente_timeline_undated_list (EntenteTimeline *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GdkRectangle caption = entente_timeline_mirror_rect (self, get_caption (self));

  if (self->scene->n_shelf == 0 || self->session == NULL || self->undated_popover != NULL) {
    g_object_unref (g_object_ref_sink (scroller));
    return;
  }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_list (self));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT_PX);
  gtk_widget_set_size_request (scroller, LIST_WIDTH_PX, -1);
  self->undated_popover = gtk_popover_new ();
  gtk_widget_set_parent (self->undated_popover, self->anchor);
  gtk_popover_set_child (GTK_POPOVER (self->undated_popover), scroller);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->undated_popover), &caption);
  g_signal_connect_object (self->undated_popover,
                           "closed",
                           G_CALLBACK (closed_cb),
                           self,
                           G_CONNECT_DEFAULT);
  gtk_popover_popup (GTK_POPOVER (self->undated_popover));
}

void
entente_timeline_undated_dispose (EntenteTimeline *self)
{
  g_clear_pointer (&self->undated_popover, gtk_widget_unparent);
}
