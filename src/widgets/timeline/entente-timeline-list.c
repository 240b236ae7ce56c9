/* A popover that lists moves: those that stand together, or the undated. A row chosen is selected,
 * comes into sight and has the keyboard. Main thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include "entente-event-list.h"

#include <glib/gi18n-lib.h>

#define LIST_WIDTH_PX 460
#define LIST_HEIGHT_PX 320

/* ---- rows ---- */

/* Without a session the chronicle alone tells of them. */
static GListModel *
create_plain_model (EntenteTimeline *self, const guint32 *rows, guint n, GArray *ids)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, rows[i]);

    gtk_string_list_take (words, entente_timeline_tip_describe (self, rows[i]));
    g_array_append_val (ids, id);
  }
  return G_LIST_MODEL (words);
}

static GListModel *
create_model (EntenteTimeline *self, const guint32 *rows, guint n, GArray *ids)
{
  g_autoptr (EntenteEventList) events = entente_event_list_new (self->session);
  GListStore *store = g_list_store_new (ENTENTE_TYPE_EVENT_ITEM);

  for (guint i = 0; i < n; i++) {
    EntenteId id = entente_chronicle_get_id (self->chronicle, rows[i]);
    g_autoptr (EntenteEventItem) item = entente_event_list_get_event (events, id);

    if (item == NULL)
      continue;
    g_list_store_append (store, item);
    g_array_append_val (ids, id);
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

/* Title and date are read late, and a row has no name of its own in this version of GTK. */
static void
show_event (EntenteEventItem *event, GParamSpec *pspec, GtkWidget *box)
{
  GtkWidget *row = gtk_widget_get_parent (box);
  g_autofree char *name = NULL, *when = NULL;

  g_object_get (event, "accessible-label", &name, "when", &when, NULL);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                      entente_event_item_get_title (event));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), when);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  EntenteEventItem *event = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  if (GTK_IS_STRING_OBJECT (gtk_list_item_get_item (item))) {
    gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)),
                        gtk_string_object_get_string (gtk_list_item_get_item (item)));
    return;
  }
  show_event (event, NULL, box);
  g_signal_connect (event, "notify", G_CALLBACK (show_event), box);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                        show_event,
                                        gtk_list_item_get_child (item));
}

static void
activate_cb (GtkListView *view, guint position, EntenteTimeline *self)
{
  const GArray *ids = g_object_get_data (G_OBJECT (view), "ids");
  EntenteId id = g_array_index (ids, EntenteId, position);
  guint32 row = entente_chronicle_find_row (self->chronicle, id);

  entente_timeline_popover_close (self);
  entente_timeline_feed_select (self, id);
  entente_timeline_keys_focus_row (self, row, ENTENTE_NO_INDEX, TRUE);
}

static GtkWidget *
create_view (EntenteTimeline *self, const guint32 *rows, guint n, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  GListModel *model = self->session != NULL ? create_model (self, rows, n, ids)
                                            : create_plain_model (self, rows, n, ids);
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)), factory);

  g_object_set_data_full (G_OBJECT (view), "ids", ids, (GDestroyNotify) g_array_unref);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return view;
}

/* ---- popover ---- */

static GtkWidget *
create_scroller (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT_PX);
  gtk_widget_set_size_request (scroller, LIST_WIDTH_PX, -1);
  return scroller;
}

static GtkWidget *
create_heading (const char *name, guint n, guint n_all)
{
  GtkWidget *label = gtk_label_new (name);

  if (n < n_all) {
    g_autofree char *text =
      /* TRANSLATORS: name of a list; how many of its moves it shows, of all */
      g_strdup_printf (_ ("%s: the first %'u of %'u"), name, n, n_all);

    gtk_label_set_text (GTK_LABEL (label), text);
  }
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

void
entente_timeline_list_show (EntenteTimeline *self,
                            const guint32 *rows,
                            guint n,
                            guint n_all,
                            const char *name,
                            const GdkRectangle *at)
{
  GtkWidget *popover, *box;

  if (n == 0)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), create_heading (name, n, n_all));
  gtk_box_append (GTK_BOX (box), create_scroller (create_view (self, rows, n, name)));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  entente_timeline_popover_show (self, popover, at);
  gtk_widget_child_focus (popover, GTK_DIR_TAB_FORWARD);
}
