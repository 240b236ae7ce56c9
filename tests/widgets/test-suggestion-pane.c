/* The pane of suggestions: what it says with nothing to show, what a row says, and what its buttons
 * and menu decide. */
#include "config.h"

#include "entente-sample-fixture.h"
#include "entente-suggestion-list.h"
#include "entente-suggestion-pane.h"
#include "entente-suggestion-row.h"
#include "entente-widget-probe.h"

static const char words[] =
  "Ruritania invited Elbonia to talks in Strelsau on 3 May 2031. Elbonia accepted the "
  "invitation on 2 June 2031. Freedonia accused Elbonia of delay. Elbonia accused "
  "Freedonia of haste.\n";

typedef struct {
  EntenteSample *sample;
  EntenteSuggestionList *list;
  GtkWidget *window;
  GtkWidget *pane;
} Pane;

static void
open_pane (Pane *pane)
{
  pane->sample = entente_sample_new ();
  entente_session_set_article (pane->sample->session,
                               entente_sample_add_text (pane->sample, "2031-07-01", words));
  pane->list = entente_session_get_suggestions (pane->sample->session);
  pane->window = gtk_window_new ();
  pane->pane = entente_suggestion_pane_new (pane->sample->session);
  gtk_window_set_default_size (GTK_WINDOW (pane->window), 372, 800);
  gtk_window_set_child (GTK_WINDOW (pane->window), pane->pane);
  gtk_window_present (GTK_WINDOW (pane->window));
  entente_probe_wait (entente_probe_says (pane->pane, "4 Suggestions"));
}

static void
close_pane (Pane *pane)
{
  gpointer widget = pane->pane;

  g_object_add_weak_pointer (G_OBJECT (widget), &widget);
  gtk_window_destroy (GTK_WINDOW (pane->window));
  entente_probe_wait (widget == NULL);
  entente_probe_wait (!entente_suggestion_list_is_reading (pane->list));
  entente_sample_free (pane->sample);
}

static guint
count_rows (Pane *pane)
{
  return entente_chronicle_get_n_rows (entente_study_get_chronicle (pane->sample->study));
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static GtkWidget *
find_menu_item (Pane *pane, const char *text)
{
  GtkWidget *button = entente_probe_find (pane->pane, GTK_TYPE_MENU_BUTTON, 0);
  GtkWidget *label =
    find_label (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), text);

  g_assert_nonnull (label);
  return label;
}

static void
test_empty (void)
{
  GtkWidget *widget = g_object_ref_sink (entente_suggestion_pane_new (NULL));
  Pane pane;

  g_assert_true (entente_probe_says (widget, "No Article"));
  g_assert_finalize_object (widget);
  open_pane (&pane);
  gtk_widget_activate_action (pane.pane, "suggestion.show-rejected", NULL);
  entente_probe_wait (entente_probe_says (pane.pane, "Nothing Rejected"));
  gtk_widget_activate_action (pane.pane, "suggestion.show-rejected", NULL);
  entente_probe_wait (entente_probe_says (pane.pane, "4 Suggestions"));
  g_assert_true (gtk_widget_is_sensitive (find_menu_item (&pane, "Accept All")));
  gtk_widget_activate_action (pane.pane, "suggestion.reject-all", NULL);
  entente_probe_wait (entente_probe_says (pane.pane, "No Suggestions"));
  /* Among the rejected ones nothing is accepted all at once. */
  gtk_widget_activate_action (pane.pane, "suggestion.show-rejected", NULL);
  entente_probe_wait (entente_probe_says (pane.pane, "4 Rejected"));
  g_assert_false (gtk_widget_is_sensitive (find_menu_item (&pane, "Accept All")));
  entente_session_set_article (pane.sample->session, ENTENTE_ID_NONE);
  entente_probe_wait (entente_probe_says (pane.pane, "No Article"));
  close_pane (&pane);
}

/* Its words begin where the move is told, and each key has its cap. */
static void
test_says (void)
{
  Pane pane;

  open_pane (&pane);
  entente_probe_wait (entente_probe_says (pane.pane, "accepted the invitation"));
  g_assert_true (entente_probe_says (pane.pane, "Ruritania to Elbonia"));
  g_assert_true (entente_probe_says (pane.pane, "accept and edit"));
  g_assert_nonnull (entente_probe_find_class (pane.pane, "keycap"));
  close_pane (&pane);
}

/* The buttons of a row decide about it, whichever is selected. */
static void
test_buttons (void)
{
  Pane pane;
  guint n;
  GtkWidget *row;

  open_pane (&pane);
  n = count_rows (&pane);
  entente_suggestion_list_step (pane.list, 1, 0);
  entente_suggestion_list_step (pane.list, 1, 0);
  row = entente_probe_find (pane.pane, ENTENTE_TYPE_SUGGESTION_ROW, 0);
  g_signal_emit_by_name (entente_probe_find (row, GTK_TYPE_BUTTON, 0), "clicked");
  entente_probe_wait (count_rows (&pane) == n + 1);
  entente_probe_wait (entente_probe_says (pane.pane, "3 Suggestions"));
  g_assert_cmpstr (
    entente_suggestion_item_get_words (entente_suggestion_list_get_selected (pane.list)),
    ==,
    "accepted the invitation");
  row = entente_probe_find (pane.pane, ENTENTE_TYPE_SUGGESTION_ROW, 0);
  g_signal_emit_by_name (entente_probe_find (row, GTK_TYPE_BUTTON, 1), "clicked");
  entente_probe_wait (entente_probe_says (pane.pane, "2 Suggestions"));
  g_assert_cmpuint (count_rows (&pane), ==, n + 1);
  close_pane (&pane);
}

/* The first article again, as another one tells it: its moves are those that are there, unless
 * somebody says that they are not. */
static void
test_same (void)
{
  Pane pane;
  guint n;
  EntenteSuggestionItem *first;
  EntenteId event;

  open_pane (&pane);
  n = count_rows (&pane);
  gtk_widget_activate_action (pane.pane, "suggestion.accept-all", NULL);
  entente_probe_wait (count_rows (&pane) == n + 4);
  entente_session_set_article (pane.sample->session,
                               entente_sample_add_text (pane.sample, "2031-07-01", words));
  entente_probe_wait (entente_probe_says (pane.pane, "4 Suggestions"));
  entente_probe_wait (entente_probe_says (pane.pane, "Same as: Ruritania invited Elbonia"));
  entente_suggestion_list_step (pane.list, 1, 0);
  first = entente_suggestion_list_get_selected (pane.list);
  event = entente_suggestion_item_get_same (first);
  g_assert_cmpint (event, !=, ENTENTE_ID_NONE);
  g_assert_true (entente_probe_says (pane.pane, "as a new event"));
  g_assert_cmpint (entente_session_get_outlined_event (pane.sample->session), ==, event);
  /* Whatever the pointer rests on meanwhile. */
  entente_session_set_hovered_event (pane.sample->session, 7);
  entente_suggestion_list_select (pane.list, NULL);
  g_assert_cmpint (entente_session_get_outlined_event (pane.sample->session), ==, ENTENTE_ID_NONE);
  g_assert_cmpint (entente_session_get_hovered_event (pane.sample->session), ==, 7);
  entente_session_set_hovered_event (pane.sample->session, ENTENTE_ID_NONE);
  entente_suggestion_list_select (pane.list, first);
  g_assert_cmpint (entente_session_get_outlined_event (pane.sample->session), ==, event);
  gtk_widget_activate_action (pane.pane, "suggestion.accept", NULL);
  entente_probe_wait (entente_probe_says (pane.pane, "3 Suggestions"));
  entente_sample_settle (pane.sample);
  g_assert_cmpuint (count_rows (&pane), ==, n + 4);
  g_assert_cmpint (
    entente_suggestion_item_get_same (entente_suggestion_list_get_selected (pane.list)),
    !=,
    ENTENTE_ID_NONE);
  gtk_widget_activate_action (pane.pane, "suggestion.accept-new", NULL);
  entente_probe_wait (count_rows (&pane) == n + 5);
  close_pane (&pane);
}

static void
test_kind (void)
{
  Pane pane;
  guint n;

  open_pane (&pane);
  n = count_rows (&pane);
  for (guint i = 0; i < 3; i++)
    entente_suggestion_list_step (pane.list, 1, 0);
  gtk_widget_activate_action (pane.pane, "suggestion.accept-kind", NULL);
  entente_probe_wait (count_rows (&pane) == n + 2);
  entente_probe_wait (entente_probe_says (pane.pane, "2 Suggestions"));
  entente_change_set_unref (entente_study_undo (pane.sample->study, NULL));
  g_assert_cmpuint (count_rows (&pane), ==, n);
  entente_probe_wait (entente_probe_says (pane.pane, "4 Suggestions"));
  close_pane (&pane);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/suggestion-pane/empty", test_empty);
  g_test_add_func ("/suggestion-pane/says", test_says);
  g_test_add_func ("/suggestion-pane/buttons", test_buttons);
  g_test_add_func ("/suggestion-pane/same", test_same);
  g_test_add_func ("/suggestion-pane/kind", test_kind);
  return g_test_run ();
}
