/* The form of a link: what kind of answer one move is to another. Asks for the other move when it
 * is not known yet, nearest in time first, out of all of the study. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include "entente-link-form.h"
#include "entente-move-chooser.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteId from, to;
  EntenteFormWindow *window;
  GtkWidget *type;
  GtkWidget *basis;
  EntenteEventList *events; /* knows titles */
  EntenteMoveChooser *chooser; /* or NULL: the other move is known */
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  entente_move_chooser_free (form->chooser);
  g_object_unref (form->events);
  g_object_unref (form->session);
  g_free (form);
}

static void
chosen_cb (EntenteId event, gpointer data)
{
  Form *form = data;

  form->to = event;
  entente_form_window_set_can_accept (form->window, event != ENTENTE_ID_NONE);
}

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

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->type = entente_enum_choice_new (ENTENTE_ENUM_LINK_TYPE, _ ("Kind of answer"));
  form->basis = entente_enum_choice_new (ENTENTE_ENUM_LINK_BASIS, _ ("Who says so"));
  entente_enum_choice_set (form->type, ENTENTE_LINK_ANSWERS);
  entente_enum_choice_set (form->basis, ENTENTE_LINK_INFERRED);
  entente_form_grid_add (grid, _ ("This move"), entente_move_title_new (form->events, form->from));
  entente_form_grid_add (grid, _ ("does"), form->type);
  if (form->to != ENTENTE_ID_NONE)
    entente_form_grid_add (grid, _ ("that move"), entente_move_title_new (form->events, form->to));
  else
    form->chooser =
      entente_move_chooser_new (grid, _ ("that move"), form->session, form->from, chosen_cb, form);
  entente_form_grid_add (grid, _ ("Basis"), form->basis);
  return grid;
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
  entente_form_window_set_can_accept (form->window, form->to != ENTENTE_ID_NONE);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
