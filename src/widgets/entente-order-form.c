/* The form of an order: what a move came before or after, where no text gives a date. Words that
 * are marked in the article are kept as what it rests on; without any it is inferred. Adds it as
 * one step. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-enum-choice.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include "entente-label.h"
#include "entente-move-chooser.h"
#include "entente-order-form.h"
#include <glib/gi18n.h>

#define MAX_DAYS 36500

typedef struct {
  EntenteSession *session;
  EntenteId event;
  EntentePassage *passage; /* or NULL */
  EntenteFormWindow *window;
  GtkWidget *relation;
  GtkWidget *days;
  EntenteEventList *events; /* knows titles */
  EntenteMoveChooser *chooser;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  entente_move_chooser_free (form->chooser);
  g_object_unref (form->events);
  g_object_unref (form->session);
  g_clear_pointer (&form->passage, entente_record_unref);
  g_free (form);
}

static void
chosen_cb (EntenteId event, gpointer data)
{
  Form *form = data;

  entente_form_window_set_can_accept (form->window, event != ENTENTE_ID_NONE);
}

static void
relation_changed_cb (Form *form)
{
  gtk_widget_set_sensitive (form->days,
                            entente_enum_choice_get (form->relation) == ENTENTE_ORDER_WITHIN_DAYS);
}

/* The passage comes first, since the order names it. */
static EntenteStep *
create_step (Form *form, EntenteId other, EntenteOrderRelation relation, int days)
{
  g_autoptr (EntenteOrder) order = NULL;
  g_autoptr (EntentePassage) passage = NULL;
  g_autoptr (GPtrArray) first = NULL;
  EntenteStep *step;

  if (!form->passage)
    return entente_commands_add_order (form->event, other, relation, days);
  order = entente_order_new ();
  passage = entente_passage_copy (form->passage);
  first = g_ptr_array_new ();
  passage->record.id = entente_id_new ();
  g_ptr_array_add (first, passage);
  order->event = form->event;
  order->other = other;
  order->relation = (int) relation;
  order->days = days;
  order->passage = passage->record.id;
  step = entente_commands_put (order);
  entente_commands_insert_first (step, first);
  return step;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  EntenteId other = entente_move_chooser_get (form->chooser);
  EntenteOrderRelation relation = (EntenteOrderRelation) entente_enum_choice_get (form->relation);
  int days = relation == ENTENTE_ORDER_WITHIN_DAYS
               ? gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (form->days))
               : 0;

  if (other == ENTENTE_ID_NONE)
    return;
  entente_form_window_apply (window,
                             form->session,
                             create_step (form, other, relation, days),
                             _ ("Order added"));
}

static GtkWidget *
create_days (void)
{
  GtkWidget *days = gtk_spin_button_new_with_range (0, MAX_DAYS, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (days), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (days),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Days"),
                                  -1);
  return days;
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->relation = entente_enum_choice_new (ENTENTE_ENUM_ORDER_RELATION, _ ("Before or after"));
  form->days = create_days ();
  entente_enum_choice_set (form->relation, ENTENTE_ORDER_AFTER);
  entente_form_grid_add (grid, _ ("This move"), entente_move_title_new (form->events, form->event));
  entente_form_grid_add (grid, _ ("came"), form->relation);
  entente_form_grid_add (grid, _ ("Days"), form->days);
  form->chooser =
    entente_move_chooser_new (grid, _ ("that move"), form->session, form->event, chosen_cb, form);
  if (form->passage)
    entente_form_grid_add (grid, _ ("As told"), entente_label_new_quote (form->passage->quote, 3));
  g_signal_connect_swapped (form->relation,
                            "notify::selected",
                            G_CALLBACK (relation_changed_cb),
                            form);
  relation_changed_cb (form);
  return grid;
}

void
entente_order_form_present (GtkWidget *parent, EntenteSession *session, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  Form *form;
  GtkWidget *rows;

  if (entente_chronicle_find_row (chronicle, event) == ENTENTE_NO_INDEX)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->events = entente_event_list_new (session);
  form->event = event;
  form->passage = entente_session_ask_for_words (session).passage;
  rows = create_rows (form);
  form->window = entente_form_window_new (parent, _ ("Order Moves"), _ ("Add"), rows);
  entente_form_window_set_can_accept (form->window, FALSE);
  g_object_set_data_full (G_OBJECT (form->window), "entente-form", form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
