/* The form of a link: what kind of answer one move is to another. Asks for the other move when it is not
 * known yet, nearest in time first. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-link-form.h"
#include <glib/gi18n.h>
#include <string.h>

#define MAX_MOVES 400

typedef struct {
  EntenteSession *session;
  EntenteId from, to;
  EntenteFormWindow *window;
  GtkWidget *type;
  GtkWidget *basis;
  GtkWidget *list; /* of moves to choose from, or NULL */
  GtkWidget *search;
  char *folded; /* what is searched, or NULL */
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  g_free (form->folded);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (get_study (form));
}

static char *
dup_title (Form *form, guint row)
{
  const char *title =
    entente_study_get_event_title (get_study (form),
                                   entente_chronicle_get_id (get_chronicle (form), row));

  return title ? g_strdup (title) : entente_chronicle_describe (get_chronicle (form), row);
}

/* ---- moves to choose from ---- */

static GtkWidget *
create_row (Form *form, guint row)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = entente_glyph_icon_new ();
  g_autofree char *title = dup_title (form, row);
  GtkWidget *label = gtk_label_new (title);

  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (icon),
                                entente_ink_glyph_of (get_chronicle (form), row));
  entente_ink_apply_event (icon, get_chronicle (form), row);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title,
                                  -1);
  g_object_set_data_full (G_OBJECT (widget), "folded", entente_name_fold (title), g_free);
  g_object_set_data (G_OBJECT (widget), "row", GUINT_TO_POINTER (row));
  return widget;
}

/* Backwards from the answer, then what comes after it. */
static void
fill_list (Form *form)
{
  guint n = entente_chronicle_get_n_rows (get_chronicle (form));
  guint from = entente_chronicle_find_row (get_chronicle (form), form->from);
  guint added = 0;

  for (guint i = from; i > 0 && added < MAX_MOVES; i--, added++)
    gtk_list_box_append (GTK_LIST_BOX (form->list), create_row (form, i - 1));
  for (guint i = from + 1; i < n && added < MAX_MOVES; i++, added++)
    gtk_list_box_append (GTK_LIST_BOX (form->list), create_row (form, i));
}

static gboolean
filter_func (GtkListBoxRow *row, gpointer data)
{
  Form *form = data;

  return !form->folded || strstr (g_object_get_data (G_OBJECT (row), "folded"), form->folded);
}

static void
search_changed_cb (Form *form)
{
  g_free (form->folded);
  form->folded = entente_name_fold (gtk_editable_get_text (GTK_EDITABLE (form->search)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (form->list));
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, Form *form)
{
  form->to = ENTENTE_ID_NONE;
  if (row)
    form->to =
      entente_chronicle_get_id (get_chronicle (form),
                                GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "row")));
  entente_form_window_set_can_accept (form->window, form->to != ENTENTE_ID_NONE);
}

static GtkWidget *
create_list (Form *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  form->list = gtk_list_box_new ();
  gtk_list_box_set_filter_func (GTK_LIST_BOX (form->list), filter_func, form, NULL);
  gtk_widget_add_css_class (form->list, "navigation-sidebar");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 260);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form->list);
  gtk_widget_add_css_class (scroller, "card");
  fill_list (form);
  return scroller;
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
  guint row = entente_chronicle_find_row (get_chronicle (form), event);
  g_autofree char *title = row == ENTENTE_NO_INDEX ? NULL : dup_title (form, row);
  GtkWidget *label = gtk_label_new (title);

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
  }
  entente_form_grid_add (grid, _ ("Basis"), form->basis);
  return grid;
}

static void
follow_list (Form *form)
{
  if (!form->list)
    return;
  g_signal_connect (form->list, "row-selected", G_CALLBACK (selected_cb), form);
  g_signal_connect_swapped (form->search, "search-changed", G_CALLBACK (search_changed_cb), form);
  gtk_list_box_unselect_all (GTK_LIST_BOX (form->list));
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
  form->from = from;
  form->to = to;
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, _ ("Link Moves"), _ ("Link"), rows);
  follow_list (form);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
