/* The form of a link: what kind of answer one move is to another. Asks for the other move when it is not
 * known yet, nearest in time first, out of all of the study. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-event-choice.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-link-form.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteId from, to;
  EntenteFormWindow *window;
  GtkWidget *type;
  GtkWidget *basis;
  EntenteEventList *events; /* knows titles */
  EntenteEventChoice *choice; /* moves to choose from, or NULL; so are the rest */
  GtkSingleSelection *selection;
  GtkWidget *search;
  GtkWidget *count;
} Form;

/* It may outlive the form by a search that is under way. */
static void
drop_choice (Form *form)
{
  g_signal_handlers_disconnect_by_data (form->session, form);
  g_signal_handlers_disconnect_by_data (form->choice, form);
  g_signal_handlers_disconnect_by_data (form->selection, form);
  g_object_unref (form->choice);
  g_object_unref (form->selection);
}

static void
free_form (gpointer data)
{
  Form *form = data;

  if (form->choice)
    drop_choice (form);
  g_object_unref (form->events);
  g_object_unref (form->session);
  g_free (form);
}

/* ---- moves to choose from ---- */

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
search_changed_cb (Form *form)
{
  entente_event_choice_set_words (form->choice,
                                  gtk_editable_get_text (GTK_EDITABLE (form->search)));
}

static void
show_count (Form *form)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (form->choice));
  guint all = entente_event_choice_count_all (form->choice);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", all), n, all);

  gtk_label_set_text (GTK_LABEL (form->count), text);
}

static void
selected_cb (Form *form)
{
  EntenteEventItem *move = gtk_single_selection_get_selected_item (form->selection);

  form->to = move ? entente_event_item_get_id (move) : ENTENTE_ID_NONE;
  entente_form_window_set_can_accept (form->window, form->to != ENTENTE_ID_NONE);
}

static void
activate_cb (GtkListView *view, guint position, Form *form)
{
  gtk_single_selection_set_selected (form->selection, position);
}

static GtkWidget *
create_view (Form *form)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (form->selection)), factory);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("that move"),
                                  -1);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), form);
  return view;
}

static void
create_selection (Form *form)
{
  form->choice = entente_event_choice_new (form->session, form->from);
  form->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (form->selection, FALSE);
  gtk_single_selection_set_can_unselect (form->selection, TRUE);
  gtk_single_selection_set_model (form->selection, G_LIST_MODEL (form->choice));
}

static GtkWidget *
create_list (Form *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  create_selection (form);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), create_view (form));
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

static GtkWidget *
create_count (Form *form)
{
  form->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->count), 0);
  gtk_widget_add_css_class (form->count, "row-note");
  return form->count;
}

/* ---- form ---- */

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  if (form->to == ENTENTE_ID_NONE)
    return;
  entente_form_window_apply (
    window,
    form->session,
    entente_commands_add_link (form->from,
                               form->to,
                               (EntenteLinkType) entente_enum_choice_get (form->type),
                               (EntenteLinkBasis) entente_enum_choice_get (form->basis)),
    _ ("Link added"));
}

static void
add_title (Form *form, GtkWidget *grid, const char *name, EntenteId event)
{
  EntenteEventItem *item = entente_event_list_get_event (form->events, event);
  GtkWidget *label = gtk_label_new (NULL);

  /* The title may still have to be read. */
  if (item) {
    g_object_bind_property (item, "title", label, "label", G_BINDING_SYNC_CREATE);
    g_object_set_data_full (G_OBJECT (label), "move", item, g_object_unref);
  }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "row-strong");
  entente_form_grid_add (grid, name, label);
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->type = entente_enum_choice_new (ENTENTE_ENUM_LINK_TYPE, _ ("Kind of answer"));
  form->basis = entente_enum_choice_new (ENTENTE_ENUM_LINK_BASIS, _ ("Who says so"));
  entente_enum_choice_set (form->type, ENTENTE_LINK_ANSWERS);
  entente_enum_choice_set (form->basis, ENTENTE_LINK_INFERRED);
  add_title (form, grid, _ ("This move"), form->from);
  entente_form_grid_add (grid, _ ("does"), form->type);
  if (form->to != ENTENTE_ID_NONE) {
    add_title (form, grid, _ ("that move"), form->to);
  } else {
    form->search = gtk_search_entry_new ();
    gtk_accessible_update_property (GTK_ACCESSIBLE (form->search),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Search the moves"),
                                    -1);
    entente_form_grid_add (grid, _ ("that move"), form->search);
    entente_form_grid_add_wide (grid, create_list (form));
    entente_form_grid_add_wide (grid, create_count (form));
  }
  entente_form_grid_add (grid, _ ("Basis"), form->basis);
  return grid;
}

static void
follow_list (Form *form)
{
  if (!form->choice)
    return;
  g_signal_connect_swapped (form->selection,
                            "notify::selected-item",
                            G_CALLBACK (selected_cb),
                            form);
  g_signal_connect_swapped (form->search, "search-changed", G_CALLBACK (search_changed_cb), form);
  g_signal_connect_swapped (form->choice, "items-changed", G_CALLBACK (show_count), form);
  g_signal_connect_data (form->session,
                         "notify::filtered",
                         G_CALLBACK (show_count),
                         form,
                         NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_count (form);
  entente_form_window_set_can_accept (form->window, FALSE);
}

void
entente_link_form_present (GtkWidget *parent, EntenteSession *session, EntenteId from, EntenteId to)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  Form *form;
  GtkWidget *rows;

  if (entente_chronicle_find_row (chronicle, from) == ENTENTE_NO_INDEX || from == to)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->events = entente_event_list_new (session);
  form->from = from;
  form->to = to;
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, _ ("Link Moves"), _ ("Link"), rows);
  follow_list (form);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
