/* The form of a position: from words it is filled in; without an issue Enter is held; what is there
 * is changed. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-position-form.h"
#include "entente-position-list.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *parent;
  EntentePositionList *list;
  guint n; /* positions at first */
} Case;

static guint
count (Case *test)
{
  return entente_positions_get_n (entente_position_list_get (test->list));
}

static void
init (Case *test)
{
  test->sample = entente_sample_new ();
  test->parent = gtk_window_new ();
  test->list = entente_session_get_positions (test->sample->session);
  entente_probe_wait (entente_position_list_is_read (test->list));
  test->n = count (test);
  g_assert_cmpuint (test->n, >, 10);
}

static void
clear (Case *test)
{
  gtk_window_destroy (GTK_WINDOW (test->parent));
  entente_sample_free (test->sample);
}

static const EntentePosition *
get_selected (Case *test)
{
  return entente_position_list_get_selected_record (test->list);
}

static EntenteChronicle *
get_chronicle (Case *test)
{
  return entente_study_get_chronicle (test->sample->study);
}

static GtkWidget *
get_entry (GtkWidget *window, guint nth)
{
  return entente_probe_find (window, GTK_TYPE_ENTRY, nth);
}

/* Nothing is typed: all is there, and Enter adds. */
static void
test_words (void)
{
  Case test;
  g_autoptr (EntentePassage) passage = NULL;
  const EntentePosition *position;

  init (&test);
  passage = entente_sample_create_passage (
    test.sample,
    "the Taliban said that they, too, would stop fighting for three days");
  entente_position_form_present_words (test.parent,
                                       test.sample->session,
                                       entente_sample_get_article (test.sample),
                                       passage);
  entente_form_window_set_error (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW), NULL);
  gtk_editable_set_text (
    GTK_EDITABLE (get_entry (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW), 1)),
    "Ceasefire");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count (&test) == test.n + 1);
  position = get_selected (&test);
  g_assert_cmpstr (entente_position_get_actor_name (position, get_chronicle (&test)),
                   ==,
                   "Taliban");
  g_assert_cmpstr (entente_position_get_issue_name (position, get_chronicle (&test)),
                   ==,
                   "Ceasefire");
  g_assert_cmpstr (position->when->edtf, ==, "2018-06-09");
  g_assert_cmpstr (position->text, ==, passage->quote);
  g_assert_cmpint (position->passage, !=, ENTENTE_ID_NONE);
  clear (&test);
}

/* An issue that nobody has named yet is made with the step, which is undone whole. */
static void
test_new_issue (void)
{
  Case test;
  g_autoptr (EntentePosition) like = entente_position_new ();
  g_autoptr (EntenteChangeSet) undone = NULL;
  GtkWidget *window, *accept;
  guint n_issues;

  init (&test);
  n_issues = entente_chronicle_get_n_issues (get_chronicle (&test));
  like->actor = entente_id_from_key ("russia");
  entente_position_form_present_new (test.parent, test.sample->session, like);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  accept = gtk_window_get_default_widget (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_sensitive (accept));
  gtk_editable_set_text (
    GTK_EDITABLE (entente_probe_find_entry (window, "Choose one, or type a new one")),
    "Transit");
  g_assert_true (gtk_widget_get_sensitive (accept));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (count (&test) == test.n + 1);
  g_assert_cmpuint (entente_chronicle_get_n_issues (get_chronicle (&test)), ==, n_issues + 1);
  undone = entente_study_undo (test.sample->study, NULL);
  entente_probe_wait (count (&test) == test.n);
  g_assert_cmpuint (entente_chronicle_get_n_issues (get_chronicle (&test)), ==, n_issues);
  clear (&test);
}

/* A position is one actor's on one issue: two names are refused with a sentence, and the form
 * stays. */
static void
test_two_issues (void)
{
  Case test;
  g_autoptr (EntentePosition) like = entente_position_new ();
  GtkWidget *window;

  init (&test);
  like->actor = entente_id_from_key ("russia");
  entente_position_form_present_new (test.parent, test.sample->session, like);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_editable_set_text (
    GTK_EDITABLE (entente_probe_find_entry (window, "Choose one, or type a new one")),
    "Ceasefire; Prisoners");
  g_signal_emit_by_name (window, "accept");
  g_assert_true (
    entente_probe_says (window, "Name one issue: what is wanted on two issues is two positions."));
  g_assert_cmpuint (count (&test), ==, test.n);
  entente_form_window_finish (ENTENTE_FORM_WINDOW (window));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  clear (&test);
}

/* Only what is changed is written. */
static void
test_edit (void)
{
  Case test;
  const EntentePosition *position;
  EntenteId id;
  GtkWidget *window, *text;

  init (&test);
  position = entente_positions_get (entente_position_list_get (test.list), 0);
  id = position->record.id;
  entente_position_list_select (test.list, id);
  entente_position_form_present (test.parent, test.sample->session, position);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  text = entente_probe_find_entry (window, "In short");
  if (!text)
    text = get_entry (window, 3);
  gtk_editable_set_text (GTK_EDITABLE (text), "In other words");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (g_strcmp0 (get_selected (&test)->text, "In other words") == 0);
  g_assert_cmpuint (count (&test), ==, test.n);
  g_assert_cmpint (get_selected (&test)->record.id, ==, id);
  clear (&test);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/position-form/words", test_words);
  g_test_add_func ("/position-form/new-issue", test_new_issue);
  g_test_add_func ("/position-form/two-issues", test_two_issues);
  g_test_add_func ("/position-form/edit", test_edit);
  return g_test_run ();
}
