/* What was on the table on a day, as the view shows it: day by day, typed, filtered, and after an
 * edit. */
#include "config.h"

#include "entente-commands.h"
#include "entente-form-window.h"
#include "entente-position-card.h"
#include "entente-position-list.h"
#include "entente-positions-grid.h"
#include "entente-positions-view.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#include <string.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntentePositionsView *view;
  EntentePositionList *list;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->list = entente_session_get_positions (fixture->sample->session);
  fixture->view = ENTENTE_POSITIONS_VIEW (entente_positions_view_new ());
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  entente_positions_view_set_session (fixture->view, fixture->sample->session);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_probe_wait (entente_position_list_is_read (fixture->list));
  entente_sample_settle (fixture->sample);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_sample_close (fixture->sample, fixture->window, fixture->view);
}

static EntenteSpan
span_of (const char *edtf)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);

  return entente_date_get_window (date);
}

static gboolean
says (Fixture *fixture, const char *words)
{
  return entente_probe_says (GTK_WIDGET (fixture->view), words);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "10 of 21 positions on the table on 30 December 2018"));
  g_assert_true (says (fixture, "1 without a date"));
  entente_positions_view_set_day (fixture->view, span_of ("2018-06-20"));
  g_assert_true (
    says (fixture, "6 of 21 positions on the table on 20 June 2018, 2 of them perhaps"));
  g_assert_true (says (fixture, "Not on the table: 1 replaced, 1 over, 12 not yet, 1 undated"));
  g_assert_true (says (fixture, "perhaps still"));
  g_assert_true (says (fixture, "perhaps already"));
}

/* From change to change, to both ends. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_assert_false (entente_positions_view_step (fixture->view, 1));
  while (entente_positions_view_step (fixture->view, -1))
    n++;
  g_assert_cmpuint (n, >, 15);
  g_assert_true (says (fixture, "1 of 21 positions on the table on 29 January 2018"));
  g_assert_true (entente_positions_view_step (fixture->view, 1));
  g_assert_true (says (fixture, "2 of 21 positions on the table on 14 February 2018"));
}

/* Words for a date are read; what is none is told, and the table stays. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = entente_probe_find_entry (GTK_WIDGET (fixture->view), "22 August 2018");
  EntenteSpan day;

  gtk_editable_set_text (GTK_EDITABLE (entry), "1 March 2018");
  g_signal_emit_by_name (entry, "activate");
  day = entente_positions_view_get_day (fixture->view);
  g_assert_cmpint (day.start, ==, span_of ("2018-03-01").start);
  gtk_editable_set_text (GTK_EDITABLE (entry), "when it rained");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (entente_positions_view_get_day (fixture->view).start, ==, day.start);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  GtkWidget *toggle = entente_probe_find (GTK_WIDGET (fixture->view), GTK_TYPE_TOGGLE_BUTTON, 0);
  g_autofree char *text = NULL;

  entente_query_toggle_id (&query->actors, entente_id_from_key ("russia"), TRUE);
  entente_session_set_query (fixture->sample->session, query);
  g_assert_true (says (fixture, "10 of 21 positions on the table on 30 December 2018"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  g_assert_true (says (fixture, "1 of 1 position on the table on 30 December 2018"));
  text = entente_positions_view_format_tsv (fixture->view);
  g_assert_nonnull (strstr (text, "Issue\tRussia\n"));
}

/* After an edit only what changed is made anew: the other cards are the same, and the keyboard
 * stays. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  EntentePositionsGrid *grid =
    entente_probe_find (GTK_WIDGET (fixture->view), ENTENTE_TYPE_POSITIONS_GRID, 0);
  const EntentePosition *focused, *last = NULL;
  GtkWidget *card;
  guint n = entente_positions_get_n (entente_position_list_get (fixture->list));

  g_assert_true (entente_positions_grid_focus_first (grid));
  focused = entente_positions_grid_get_focused (grid);
  card = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focused);
  for (guint i = n; i > 0; i--) {
    last = entente_positions_get (entente_position_list_get (fixture->list), i - 1);
    if (last != focused && last->when)
      break;
  }
  entente_sample_apply (fixture->sample,
                        entente_commands_delete (ENTENTE_ENTITY_POSITION, last->record.id));
  entente_probe_wait (entente_positions_get_n (entente_position_list_get (fixture->list)) == n - 1);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == card);
  g_assert_true (says (fixture, "of 20 positions on"));
}

/* Delete takes the one with the keyboard away, undo brings it back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  EntentePositionsGrid *grid =
    entente_probe_find (GTK_WIDGET (fixture->view), ENTENTE_TYPE_POSITIONS_GRID, 0);
  guint n = entente_positions_get_n (entente_position_list_get (fixture->list));
  g_autoptr (EntenteChangeSet) undone = NULL;

  entente_positions_grid_focus_first (grid);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "positions.delete", NULL);
  entente_probe_wait (entente_positions_get_n (entente_position_list_get (fixture->list)) == n - 1);
  undone = entente_study_undo (fixture->sample->study, NULL);
  entente_probe_wait (entente_positions_get_n (entente_position_list_get (fixture->list)) == n);
}

/* A card opens its words in the article. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  EntentePositionsGrid *grid =
    entente_probe_find (GTK_WIDGET (fixture->view), ENTENTE_TYPE_POSITIONS_GRID, 0);
  const EntentePosition *position;

  entente_positions_grid_focus_first (grid);
  position = entente_positions_grid_get_focused (grid);
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  entente_probe_wait (entente_position_list_get_selected (fixture->list) == position->record.id);
  g_assert_cmpint (entente_session_get_selected_passage (fixture->sample->session),
                   ==,
                   position->passage);
  entente_probe_wait (entente_session_get_article (fixture->sample->session) ==
                      entente_sample_get_article (fixture->sample));
}

/* Without any, the page says how to mark one. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  EntenteStep *step = entente_step_new ("Delete all");
  const EntentePositions *positions = entente_position_list_get (fixture->list);

  for (guint i = 0; i < entente_positions_get_n (positions); i++)
    entente_step_delete (step,
                         ENTENTE_ENTITY_POSITION,
                         entente_positions_get (positions, i)->record.id);
  entente_sample_apply (fixture->sample, step);
  entente_probe_wait (says (fixture, "No Position Yet"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test) g_test_add ("/positions-view/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("days", test_days);
  ADD ("steps", test_steps);
  ADD ("typed", test_typed);
  ADD ("filter", test_filter);
  ADD ("edit", test_edit);
  ADD ("delete", test_delete);
  ADD ("open", test_open);
  ADD ("empty", test_empty);
  return g_test_run ();
}
