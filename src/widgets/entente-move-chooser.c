/* EntenteMoveChooser: rows of a form in which one move is chosen out of all of the study, nearest
 * in time first. Main thread.
 */
#include "config.h"

#include "entente-event-choice.h"
#include "entente-form-grid.h"
#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-move-chooser.h"
#include <glib/gi18n.h>

struct _EntenteMoveChooser {
  EntenteSession *session;
  char *name; /* of the list, for the screen reader */
  EntenteId chosen;
  EntenteMoveChosenFunc func;
  gpointer data;
  EntenteEventChoice *choice;
  GtkSingleSelection *selection;
  GtkWidget *search;
  GtkWidget *count;
};

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *when = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_box_append (GTK_BOX (box), entente_glyph_icon_new ());
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), when);
  gtk_list_item_set_child (item, box);
}

/* Title and date are read late; and a row has no name of its own in this version of GTK. */
static void
show_move (EntenteEventItem *move, GParamSpec *pspec, GtkWidget *box)
{
  EntenteChronicle *chronicle = entente_event_item_get_chronicle (move);
  guint row = entente_event_item_get_row (move);
  GtkWidget *icon = gtk_widget_get_first_child (box);
  GtkWidget *when = gtk_widget_get_last_child (box);
  const char *title = entente_event_item_get_title (move);
  g_autofree char *date = NULL;

  g_object_get (move, "when", &date, NULL);
  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (icon), entente_ink_glyph_of (chronicle, row));
  entente_ink_apply_event (icon, chronicle, row);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (icon)), title);
  gtk_label_set_text (GTK_LABEL (when), date);
  if (gtk_widget_get_parent (box))
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    title,
                                    -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);

  show_move (gtk_list_item_get_item (item), NULL, box);
  g_signal_connect (gtk_list_item_get_item (item), "notify", G_CALLBACK (show_move), box);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item),
                                        show_move,
                                        gtk_list_item_get_child (item));
}

static void
search_changed_cb (EntenteMoveChooser *self)
{
  entente_event_choice_set_words (self->choice,
                                  gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
show_count (EntenteMoveChooser *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choice));
  guint all = entente_event_choice_count_all (self->choice);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", all), n, all);

  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
selected_cb (EntenteMoveChooser *self)
{
  EntenteEventItem *move = gtk_single_selection_get_selected_item (self->selection);

  self->chosen = move ? entente_event_item_get_id (move) : ENTENTE_ID_NONE;
  self->func (self->chosen, self->data);
}

static void
activate_cb (GtkListView *view, guint position, EntenteMoveChooser *self)
{
  gtk_single_selection_set_selected (self->selection, position);
}

static GtkWidget *
create_view (EntenteMoveChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name,
                                  -1);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), self);
  return view;
}

static void
create_selection (EntenteMoveChooser *self, EntenteId from)
{
  self->choice = entente_event_choice_new (self->session, from);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->choice));
}

static GtkWidget *
create_list (EntenteMoveChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_view (self));
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static GtkWidget *
create_count (EntenteMoveChooser *self)
{
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_widget_add_css_class (self->count, "row-note");
  return self->count;
}

static GtkWidget *
create_search (void)
{
  GtkWidget *search = gtk_search_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (search),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the moves"),
                                  -1);
  return search;
}

static void
follow (EntenteMoveChooser *self)
{
  g_signal_connect_swapped (self->selection,
                            "notify::selected-item",
                            G_CALLBACK (selected_cb),
                            self);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->choice, "items-changed", G_CALLBACK (show_count), self);
  g_signal_connect_data (self->session,
                         "notify::filtered",
                         G_CALLBACK (show_count),
                         self,
                         NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_count (self);
}

EntenteMoveChooser *
entente_move_chooser_new (GtkWidget *grid,
                          const char *name,
                          EntenteSession *session,
                          EntenteId from,
                          EntenteMoveChosenFunc func,
                          gpointer data)
{
  EntenteMoveChooser *self = g_new0 (EntenteMoveChooser, 1);

  self->session = g_object_ref (session);
  self->name = g_strdup (name);
  self->func = func;
  self->data = data;
  self->search = create_search ();
  create_selection (self, from);
  entente_form_grid_add (grid, name, self->search);
  entente_form_grid_add_wide (grid, create_list (self));
  entente_form_grid_add_wide (grid, create_count (self));
  follow (self);
  return self;
}

/* The choice may live on by a search that is under way. */
void
entente_move_chooser_free (EntenteMoveChooser *self)
{
  if (!self)
    return;
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->choice, self);
  g_signal_handlers_disconnect_by_data (self->selection, self);
  g_object_unref (self->choice);
  g_object_unref (self->selection);
  g_object_unref (self->session);
  g_free (self->name);
  g_free (self);
}

EntenteId
entente_move_chooser_get (EntenteMoveChooser *self)
{
  return self->chosen;
}

GtkWidget *
entente_move_title_new (EntenteEventList *events, EntenteId event)
{
  EntenteEventItem *item = entente_event_list_get_event (events, event);
  GtkWidget *label = gtk_label_new (NULL);

  /* The title may still have to be read. */
  if (item) {
    g_object_bind_property (item, "title", label, "label", G_BINDING_SYNC_CREATE);
    g_object_set_data_full (G_OBJECT (label), "move", item, g_object_unref);
  }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "row-strong");
  return label;
}
