/* Table and ledger: rows follow the filter, selection goes both ways, nothing is left behind. */
#include "config.h"

#include "entente-column-layout.h"
#include "entente-column-popover.h"
#include "entente-form-window.h"
#include "entente-kind-popover.h"
#include "entente-ledger.h"
#include "entente-move-table.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *(*create) (void) = data;

  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->view = create ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_object_set (fixture->view, "session", fixture->sample->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_sample_close (fixture->sample, fixture->window, fixture->view);
}

static GtkColumnView *
get_view (Fixture *fixture)
{
  return entente_probe_find (fixture->view, GTK_TYPE_COLUMN_VIEW, 0);
}

static GtkSelectionModel *
get_model (Fixture *fixture)
{
  return gtk_column_view_get_model (get_view (fixture));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), 2);

  gtk_selection_model_select_item (get_model (fixture), 2, TRUE);
  g_assert_cmpint (entente_session_get_selected_event (session),
                   ==,
                   entente_event_item_get_id (item));
  gtk_selection_model_select_item (get_model (fixture), 3, FALSE);
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 2);
  entente_session_select_event (session, ENTENTE_ID_NONE);
  g_assert_false (gtk_selection_model_is_selected (get_model (fixture), 2));
  entente_session_select_event (session, entente_event_item_get_id (item));
  g_assert_true (gtk_selection_model_is_selected (get_model (fixture), 2));
}

/* The selection survives the filter, even where it is out of sight. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (session));
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), 0);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture)));
  guint n_filtered;

  entente_session_select_event (session, entente_event_item_get_id (item));
  query->groups = 1u << ENTENTE_GROUP_INVITE;
  entente_session_set_query (session, query);
  g_object_get (session, "n-filtered", &n_filtered, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), <, n);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_model (fixture))), <=, n_filtered);
  g_assert_cmpint (entente_session_get_selected_event (session),
                   ==,
                   entente_event_item_get_id (item));
}

static void
set_up_unseen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *(*create) (void) = data;

  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->view = create ();
  gtk_widget_set_visible (fixture->view, FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  g_object_set (fixture->view, "session", fixture->sample->session, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  entente_sample_settle (fixture->sample);
}

/* A page of the window that is not seen costs nothing when a study is opened. */
static void
test_unseen (Fixture *fixture, gconstpointer data)
{
  g_assert_null (get_model (fixture));
  gtk_widget_set_visible (fixture->view, TRUE);
  entente_sample_settle (fixture->sample);
  g_assert_nonnull (get_model (fixture));
}

/* ---- context menu ---- */

static GtkWidget *
find_popover (GtkWidget *scroller)
{
  for (GtkWidget *child = gtk_widget_get_first_child (scroller); child;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  if (g_strcmp0 (gtk_widget_get_css_name (widget), "row") == 0 && gtk_widget_get_mapped (widget) &&
      GTK_IS_LABEL (gtk_widget_get_last_child (
        gtk_widget_get_first_child (gtk_widget_get_first_child (widget)))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *row = find_row (child);

    if (row)
      return row;
  }
  return NULL;
}

/* Presses the second button over a widget of the view. */
static void
press_second (GtkWidget *view, GtkWidget *over)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  double x, y;

  gtk_widget_translate_coordinates (over, view, 8, 8, &x, &y);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
  }
}

/* A row that is not selected becomes the selection; one that is, keeps it whole. The menu may go
 * with its window. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session = fixture->sample->session;
  GtkWidget *view = GTK_WIDGET (get_view (fixture)), *row;
  GtkWidget *scroller = gtk_widget_get_parent (view);

  row = find_row (view);
  g_assert_nonnull (row);
  press_second (view, row);
  g_assert_nonnull (find_popover (scroller));
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 1);
  gtk_popover_popdown (GTK_POPOVER (find_popover (scroller)));
  entente_sample_settle (fixture->sample);
  g_assert_null (find_popover (scroller));
  gtk_selection_model_select_item (get_model (fixture), 3, FALSE);
  entente_sample_settle (fixture->sample);
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 2);
  press_second (view, find_row (view));
  g_assert_cmpuint (entente_session_get_selection (session)->len, ==, 2);
}

/* ---- order ---- */

static char *
dup_text (Fixture *fixture, guint position, const char *property)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), position);
  char *text;

  g_object_get (item, property, &text, NULL);
  return text;
}

/* By the head of a column, there and back; the selection stays with its event, and the order is
 * kept as text. */
static void
test_sort (Fixture *fixture, gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (get_model (fixture));
  guint n = g_list_model_get_n_items (model);
  g_autoptr (EntenteEventItem) chosen = g_list_model_get_item (model, 3);
  g_autofree char *columns = NULL, *kept = NULL;

  entente_session_select_event (fixture->sample->session, entente_event_item_get_id (chosen));
  g_object_set (fixture->view, "columns", "kind title when -kind", NULL);
  for (guint i = 1; i < n; i++) {
    g_autofree char *before = dup_text (fixture, i - 1, "kind-label");
    g_autofree char *after = dup_text (fixture, i, "kind-label");

    g_assert_cmpint (g_utf8_collate (before, after), >=, 0);
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteEventItem) item = g_list_model_get_item (model, i);

    g_assert_cmpint (gtk_selection_model_is_selected (get_model (fixture), i), ==, item == chosen);
  }
  g_object_get (fixture->view, "columns", &columns, NULL);
  g_assert_cmpstr (columns, ==, "kind title when -kind");
  gtk_column_view_sort_by_column (get_view (fixture), NULL, GTK_SORT_ASCENDING);
  g_assert_true (g_list_model_get_item (model, 3) == (gpointer) chosen);
  g_object_unref (chosen);
  g_object_get (fixture->view, "columns", &kept, NULL);
  g_assert_cmpstr (kept, ==, "kind title when");
}

/* Chosen, moved and hidden by the keys of the popover; the last one stays. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkColumnView *view = get_view (fixture);
  g_autofree char *before = NULL, *moved = NULL, *last = NULL;
  GtkColumnViewColumn *judgement = entente_column_layout_find (view, "judgement");
  GtkWidget *popover, *check;

  g_object_get (fixture->view, "columns", &before, NULL);
  g_assert_cmpstr (before, ==, "number when kind title from to evidence answered");
  gtk_widget_activate_action (fixture->view, "table.columns", NULL);
  popover = entente_probe_find (fixture->view, ENTENTE_TYPE_COLUMN_POPOVER, 0);
  entente_probe_wait (gtk_widget_get_mapped (popover));
  check = entente_probe_find (popover, GTK_TYPE_CHECK_BUTTON, 9);
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), ==, "Judgement");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (gtk_column_view_column_get_visible (judgement));
  entente_column_layout_move (view, judgement, -8);
  g_object_get (fixture->view, "columns", &moved, NULL);
  g_assert_cmpstr (moved, ==, "judgement number when kind title from to evidence answered");
  g_object_set (fixture->view, "columns", "title no-such-column", NULL);
  entente_column_layout_set_shown (view, entente_column_layout_find (view, "title"), FALSE);
  g_object_get (fixture->view, "columns", &last, NULL);
  g_assert_cmpstr (last, ==, "title");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* ---- changing ---- */

/* The row of the first event, with the keyboard. */
static GtkWidget *
focus_row (Fixture *fixture)
{
  GtkWidget *row = find_row (GTK_WIDGET (get_view (fixture)));

  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_selection_model_select_item (get_model (fixture), 0, TRUE);
  entente_sample_settle (fixture->sample);
  return row;
}

static GtkWidget *
wait_editor (Fixture *fixture)
{
  GtkWidget *scroller = gtk_widget_get_parent (GTK_WIDGET (get_view (fixture)));

  entente_probe_wait (entente_probe_find_class (scroller, "cell-edit"));
  return entente_probe_find_class (scroller, "cell-edit");
}

static void
press (GtkWidget *popover, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (popover);
  gboolean stopped;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stopped);
  }
}

static void
undo (Fixture *fixture)
{
  g_autoptr (EntenteChangeSet) changes = entente_study_undo (fixture->sample->study, NULL);

  g_assert_nonnull (changes);
  entente_sample_settle (fixture->sample);
}

/* Title, then by Tab the date as it is typed: each one step. Escape, which just closes, changes
 * nothing. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteEventItem) item = g_list_model_get_item (G_LIST_MODEL (get_model (fixture)), 0);
  gint64 step = entente_study_get_undo_step (fixture->sample->study);
  GtkWidget *row, *popover;
  g_autofree char *title = NULL, *when = NULL, *after = NULL;

  g_object_set (fixture->view, "columns", "title when kind", NULL);
  entente_sample_settle (fixture->sample);
  row = focus_row (fixture);
  g_assert_true (gtk_widget_activate_action (row, "table.edit", NULL));
  popover = wait_editor (fixture);
  gtk_editable_set_text (entente_probe_find (popover, GTK_TYPE_ENTRY, 0), "Renamed here");
  press (popover, GDK_KEY_Tab);
  entente_sample_settle (fixture->sample);
  popover = wait_editor (fixture);
  gtk_editable_set_text (entente_probe_find (popover, GTK_TYPE_ENTRY, 0), "by 22 August 2018");
  press (popover, GDK_KEY_Return);
  entente_sample_settle (fixture->sample);
  g_object_get (item, "title", &title, "when", &when, NULL);
  g_assert_cmpstr (title, ==, "Renamed here");
  g_assert_nonnull (strstr (when, "22 August 2018"));
  undo (fixture);
  undo (fixture);
  g_object_get (item, "title", &after, NULL);
  g_assert_cmpstr (after, !=, "Renamed here");
  g_assert_cmpint (entente_study_get_undo_step (fixture->sample->study), ==, step);
}

/* Several rows as one step, which one undo takes back. */
static void
test_edit_selected (Fixture *fixture, gconstpointer data)
{
  EntenteStudy *study = fixture->sample->study;
  GtkWidget *window;
  GtkDropDown *judgement;

  gtk_selection_model_select_range (get_model (fixture), 0, 3, TRUE);
  gtk_widget_activate_action (fixture->view, "table.edit-selected", NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  judgement = entente_probe_find (window, GTK_TYPE_DROP_DOWN, 3);
  gtk_drop_down_set_selected (judgement, 1 + ENTENTE_JUDGEMENT_DOUBTFUL);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *label = dup_text (fixture, i, "judgement-label");

    g_assert_cmpstr (label, ==, "doubtful");
  }
  g_assert_cmpstr (entente_study_get_undo_label (study), ==, "Change 3 events");
  undo (fixture);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *label = dup_text (fixture, i, "judgement-label");

    g_assert_cmpstr (label, !=, "doubtful");
  }
}

/* ---- copying ---- */

static void
text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
notified_cb (EntenteSession *session, const char *message, gint64 step, guint *n)
{
  (*n)++;
}

/* The columns that show, in their order, with their names; the rows in the order of the table. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL, *title = NULL, *kind = NULL;
  g_auto (GStrv) lines = NULL, cells = NULL;
  guint n = 0;

  g_signal_connect (fixture->sample->session, "notify-user", G_CALLBACK (notified_cb), &n);
  g_object_set (fixture->view, "columns", "title kind -kind", NULL);
  gtk_selection_model_select_range (get_model (fixture), 1, 2, TRUE);
  gtk_widget_activate_action (fixture->view, "table.copy", NULL);
  entente_probe_wait (n > 0);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (fixture->view), NULL, text_cb, &text);
  entente_probe_wait (text);
  title = dup_text (fixture, 1, "title");
  kind = dup_text (fixture, 1, "kind-label");
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[0], ==, "Move\tKind");
  cells = g_strsplit (lines[1], "\t", -1);
  g_assert_cmpstr (cells[0], ==, title);
  g_assert_cmpstr (cells[1], ==, kind);
  g_assert_cmpstr (lines[3], ==, "");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/table/selection",
              Fixture,
              entente_move_table_new,
              set_up,
              test_selection,
              tear_down);
  g_test_add ("/table/filter", Fixture, entente_move_table_new, set_up, test_filter, tear_down);
  g_test_add ("/ledger/selection", Fixture, entente_ledger_new, set_up, test_selection, tear_down);
  g_test_add ("/ledger/filter", Fixture, entente_ledger_new, set_up, test_filter, tear_down);
  g_test_add ("/table/menu", Fixture, entente_move_table_new, set_up, test_menu, tear_down);
  g_test_add ("/table/sort", Fixture, entente_move_table_new, set_up, test_sort, tear_down);
  g_test_add ("/ledger/sort", Fixture, entente_ledger_new, set_up, test_sort, tear_down);
  g_test_add ("/table/columns", Fixture, entente_move_table_new, set_up, test_columns, tear_down);
  g_test_add ("/table/edit", Fixture, entente_move_table_new, set_up, test_edit, tear_down);
  g_test_add ("/table/edit-selected",
              Fixture,
              entente_move_table_new,
              set_up,
              test_edit_selected,
              tear_down);
  g_test_add ("/table/copy", Fixture, entente_move_table_new, set_up, test_copy, tear_down);
  g_test_add ("/table/unseen",
              Fixture,
              entente_move_table_new,
              set_up_unseen,
              test_unseen,
              tear_down);
  return g_test_run ();
}
