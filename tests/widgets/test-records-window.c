/* The window of records: each page lists, makes, changes, merges and deletes; each is one step that
 * can be undone. */
#include "config.h"

#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-records-page.h"
#include "entente-records-window.h"
#include "entente-rounds.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static GtkWidget *
open_window (EntenteSample *sample, GtkWidget *parent, EntenteRecords records)
{
  entente_records_window_present (parent, sample->session, records);
  return entente_probe_wait_window (ENTENTE_TYPE_RECORDS_WINDOW);
}

static void
act (GtkWidget *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (window, action, NULL));
}

/* Entry @nth of the form that is open. */
static void
fill (guint nth, const char *text)
{
  GtkWidget *form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);

  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (form, GTK_TYPE_ENTRY, nth)), text);
}

static void
accept (void)
{
  g_signal_emit_by_name (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW), "accept");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
}

static EntenteRecordsPage *
get_page (GtkWidget *window)
{
  GtkWidget *stack = entente_probe_find (window, GTK_TYPE_STACK, 0);

  return ENTENTE_RECORDS_PAGE (gtk_stack_get_visible_child (GTK_STACK (stack)));
}

/* The page selects the record with this name. */
static void
choose (GtkWidget *window, const char *name)
{
  GtkWidget *search = entente_probe_find (window, GTK_TYPE_SEARCH_ENTRY, 0);
  EntenteRecordItem *item;

  gtk_editable_set_text (GTK_EDITABLE (search), name);
  entente_probe_wait ((item = entente_records_page_get_chosen (get_page (window))) != NULL &&
                      g_str_equal (entente_record_item_get_name (item), name));
}

static void
make_issue (GtkWidget *window, const char *name, const char *parent)
{
  act (window, "records.add");
  fill (0, name);
  fill (1, parent);
  accept ();
  entente_probe_wait (entente_probe_says (window, name));
}

static const EntenteIssue *
find_issue (EntenteSample *sample, const char *name)
{
  for (guint i = 0; i < entente_chronicle_get_n_issues (entente_sample_get_chronicle (sample)); i++)
    if (g_str_equal (entente_chronicle_get_issue (entente_sample_get_chronicle (sample), i)->name,
                     name))
      return entente_chronicle_get_issue (entente_sample_get_chronicle (sample), i);
  return NULL;
}

/* A parent that nobody has yet is made by the same step. */
static void
test_issues (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_ISSUES);
  guint n = entente_chronicle_get_n_issues (entente_sample_get_chronicle (sample));

  make_issue (window, "Bagram prison", "Detention");
  entente_probe_wait (entente_chronicle_get_n_issues (entente_sample_get_chronicle (sample)) ==
                      n + 2);
  g_assert_cmpint (find_issue (sample, "Bagram prison")->parent,
                   ==,
                   find_issue (sample, "Detention")->record.id);
  choose (window, "Bagram prison");
  act (window, "records.edit");
  fill (1, "Bagram prison");
  g_signal_emit_by_name (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW), "accept");
  g_assert_true (entente_probe_says (entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW),
                                     "Nothing can stand under itself"));
  fill (1, "");
  accept ();
  entente_probe_wait (find_issue (sample, "Bagram prison")->parent == ENTENTE_ID_NONE);
  entente_sample_undo (sample);
  entente_sample_undo (sample);
  entente_probe_wait (entente_chronicle_get_n_issues (entente_sample_get_chronicle (sample)) == n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_delete (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_ISSUES);

  make_issue (window, "Detention", "");
  make_issue (window, "Bagram prison", "Detention");
  choose (window, "Detention");
  act (window, "records.delete");
  entente_probe_wait (find_issue (sample, "Detention") == NULL);
  g_assert_cmpstr (entente_study_get_undo_label (sample->study), ==, "Delete “Detention”");
  g_assert_cmpint (find_issue (sample, "Bagram prison")->parent, ==, ENTENTE_ID_NONE);
  act (window, "records.undo");
  entente_probe_wait (find_issue (sample, "Detention") != NULL);
  g_assert_cmpint (find_issue (sample, "Bagram prison")->parent, !=, ENTENTE_ID_NONE);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_merge (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_ISSUES);
  guint n = entente_chronicle_get_n_issues (entente_sample_get_chronicle (sample)), at = 0;
  GtkWidget *form;
  GListModel *others;

  make_issue (window, "Zz detention", "");
  make_issue (window, "Zz prisoners", "");
  choose (window, "Zz detention");
  gtk_editable_set_text (entente_probe_find (window, GTK_TYPE_SEARCH_ENTRY, 0), "zz");
  entente_probe_wait (entente_probe_says (window, "2 of "));
  act (window, "records.merge");
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  others = gtk_drop_down_get_model (entente_probe_find (form, GTK_TYPE_DROP_DOWN, 0));
  while (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (others), at), "Zz prisoners"))
    at++;
  gtk_drop_down_set_selected (entente_probe_find (form, GTK_TYPE_DROP_DOWN, 0), at);
  accept ();
  entente_probe_wait (entente_chronicle_get_n_issues (entente_sample_get_chronicle (sample)) ==
                      n + 1);
  g_assert_null (find_issue (sample, "Zz detention"));
  entente_sample_undo (sample);
  g_assert_nonnull (find_issue (sample, "Zz detention"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Coordinates are checked. */
static void
test_place (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_PLACES);
  GtkWidget *form;

  act (window, "records.add");
  fill (0, "Somewhere");
  fill (2, "95, 10");
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_signal_emit_by_name (form, "accept");
  g_assert_true (entente_probe_says (form, "degrees north and east"));
  fill (2, "25.3, 51.5");
  accept ();
  entente_probe_wait (entente_probe_says (window, "25.3, 51.5"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Only the moves of the one that is selected. */
static void
test_filter (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_TRACKS);
  EntenteRecordItem *item = entente_records_page_get_chosen (get_page (window));
  const EntenteQuery *query;

  g_assert_nonnull (item);
  act (window, "records.filter");
  query = entente_session_get_query (sample->session);
  g_assert_cmpuint (query->tracks->len, ==, 1);
  g_assert_cmpint (g_array_index (query->tracks, EntenteId, 0),
                   ==,
                   entente_record_item_get_id (item));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Of two selected moves; then one is taken out. */
static void
test_round (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_ROUNDS);
  const EntenteId moves[] = { entente_chronicle_get_id (entente_sample_get_chronicle (sample), 3),
                              entente_chronicle_get_id (entente_sample_get_chronicle (sample), 4) };
  g_autoptr (GArray) before = entente_rounds_list (entente_sample_get_chronicle (sample), FALSE);
  g_autoptr (GArray) rounds = NULL, left = NULL;
  GtkWidget *form;
  guint n = before->len;

  entente_session_select_events (sample->session, moves, 2);
  act (window, "records.add");
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_drop_down_set_selected (entente_probe_find (form, GTK_TYPE_DROP_DOWN, 0), 0);
  fill (0, "A first round");
  entente_date_field_set_text (entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0), "2018-02-20");
  accept ();
  choose (window, "A first round");
  rounds = entente_rounds_list (entente_sample_get_chronicle (sample), FALSE);
  g_assert_cmpuint (rounds->len, ==, n + 1);
  g_assert_true (entente_probe_says (window, "2 of 2"));
  act (window, "records.edit");
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_check_button_set_active (entente_probe_find (form, GTK_TYPE_CHECK_BUTTON, 0), FALSE);
  accept ();
  entente_probe_wait (entente_probe_says (window, "1 of 1"));
  entente_sample_undo (sample);
  entente_sample_undo (sample);
  left = entente_rounds_list (entente_sample_get_chronicle (sample), FALSE);
  g_assert_cmpuint (left->len, ==, n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What nothing is part of and has no length is no round. */
static void
test_refuse_round (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_window (sample, parent, ENTENTE_RECORDS_ROUNDS);
  GtkWidget *form;

  entente_session_select_event (sample->session, ENTENTE_ID_NONE);
  act (window, "records.add");
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  fill (0, "Empty");
  g_signal_emit_by_name (form, "accept");
  g_assert_true (entente_probe_says (form, "Say from when to when"));
  entente_date_field_set_text (entente_probe_find (form, ENTENTE_TYPE_DATE_FIELD, 0),
                               "2018-03-01/2018-03-03");
  accept ();
  choose (window, "Empty");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/records-window/issues", test_issues);
  g_test_add_func ("/records-window/delete", test_delete);
  g_test_add_func ("/records-window/merge", test_merge);
  g_test_add_func ("/records-window/place", test_place);
  g_test_add_func ("/records-window/filter", test_filter);
  g_test_add_func ("/records-window/round", test_round);
  g_test_add_func ("/records-window/refuse-round", test_refuse_round);
  return g_test_run ();
}
