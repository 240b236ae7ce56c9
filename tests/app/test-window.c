/* A window opens the sample, folds down to a telephone, closes the study and goes, leaving nothing.
 */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-article-view.h"
#include "entente-commands.h"
#include "entente-form-window.h"
#include "entente-opener.h"
#include "entente-test-folder.h"
#include "entente-window-private.h"
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
  EntenteWindow *window;
  char *folder, *path;
} Fixture;

static char *
copy_sample (const char *folder)
{
  g_autofree char *from =
    g_build_filename (g_getenv ("ENTENTE_SAMPLES_DIR"), "afghan-talks-2018.entente", NULL);
  g_autofree char *to = g_build_filename (folder, "sample.entente", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&to);
}

static void
run_until (gboolean (*done) (Fixture *fixture), Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!done (fixture)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, FALSE);
    g_usleep (200);
  }
}

static void
run_until_gone (gpointer *object)
{
  for (guint i = 0; *object && i < 150000; i++) {
    g_main_context_iteration (NULL, FALSE);
    g_usleep (200);
  }
  g_assert_null (*object);
}

static gboolean
has_study (Fixture *fixture)
{
  return entente_window_get_study (fixture->window) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("entente-window-XXXXXX", NULL);
  fixture->path = copy_sample (fixture->folder);
  fixture->window = entente_window_new (entente_app_get_application ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  run_until_gone (&window);
  entente_test_remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
open_sample (Fixture *fixture)
{
  entente_window_open_path (fixture->window, fixture->path, ENTENTE_OPEN_EXISTING);
  run_until (has_study, fixture);
  entente_app_rest (200);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  entente_app_rest (100);
  g_assert_true (entente_window_is_free (fixture->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==, "start");
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session;

  open_sample (fixture);
  session = entente_window_get_session (fixture->window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==, "study");
  g_assert_cmpint (entente_session_get_article (session), !=, ENTENTE_ID_NONE);
  g_assert_nonnull (strstr (adw_window_title_get_subtitle (fixture->window->title), "events"));
  g_assert_true (entente_window_has_path (fixture->window, fixture->path));

  /* Through a link it is the same file. */
  {
    g_autofree char *link = g_build_filename (fixture->folder, "link.entente", NULL);

    g_assert_cmpint (symlink (fixture->path, link), ==, 0);
    g_assert_true (entente_window_has_path (fixture->window, link));
    g_unlink (link);
  }
}

static void
test_back (Fixture *fixture, gconstpointer data)
{
  gpointer study, session;

  open_sample (fixture);
  study = entente_window_get_study (fixture->window);
  session = entente_window_get_session (fixture->window);
  g_object_add_weak_pointer (study, &study);
  g_object_add_weak_pointer (session, &session);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  run_until_gone (&session);
  run_until_gone (&study);
  g_assert_true (entente_window_is_free (fixture->window));
}

static int
get_least_width (gpointer widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* At every width the parts that the window itself has fit into it. */
static void
test_widths (Fixture *fixture, gconstpointer data)
{
  EntenteWindow *window = fixture->window;
  static const char *const parts[] = { "read", "timeline", "actors", "ledger" };

  open_sample (fixture);
  for (int width_px = 1500; width_px >= 360; width_px -= 38) {
    g_signal_emit_by_name (window->shell, "resized", width_px, 700);
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
      g_object_set (window->layout, "part", parts[i], NULL);
      g_assert_cmpint (get_least_width (window->header), <=, width_px);
      g_assert_cmpint (get_least_width (window->lower), <=, width_px);
      g_assert_cmpint (get_least_width (window->actor_filter), <=, width_px);
      if (width_px < 720)
        g_assert_cmpint (get_least_width (window->part_switch), <=, width_px);
    }
  }
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "table", "ledger", "timeline" };

  open_sample (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", pages[i]);
    entente_app_rest (150);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->views), ==, pages[i]);
  }
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  EntenteSession *session;
  g_autoptr (EntenteQuery) query = entente_query_new ();

  open_sample (fixture);
  session = entente_window_get_session (fixture->window);
  query->groups = 1;
  entente_session_set_query (session, query);
  entente_app_rest (50);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.clear-filter", NULL);
  g_assert_true (entente_query_is_empty (entente_session_get_query (session)));
}

static guint
count_articles (Fixture *fixture)
{
  EntenteStudy *study = entente_window_get_study (fixture->window);

  return entente_chronicle_get_n_articles (entente_study_get_chronicle (study));
}

static void
add_note (Fixture *fixture, const char *title, const char *done_message)
{
  g_autoptr (EntenteArticle) article = entente_article_new ();
  EntenteStudy *study = entente_window_get_study (fixture->window);
  gint64 before = entente_study_get_undo_step (study);

  article->title = g_strdup (title);
  entente_session_apply (entente_window_get_session (fixture->window),
                         entente_commands_put (article),
                         done_message);
  while (entente_study_get_undo_step (study) == before)
    g_main_context_iteration (NULL, TRUE);
  entente_app_rest (20);
}

/* The name and the limit count from the moment that they are changed. */
static void
test_preferences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  EntenteStudy *study;
  g_autoptr (GPtrArray) history = NULL;
  int days, scale;

  open_sample (fixture);
  study = entente_window_get_study (fixture->window);
  g_settings_set_string (settings, "coder-name", "R. K.");
  g_settings_set_int (settings, "order-by-days-limit", 30);
  g_settings_set_int (settings, "text-scale", 130);
  add_note (fixture, "A note", NULL);
  history = entente_store_get_history (entente_study_get_store (study), NULL);
  g_assert_cmpstr (((EntenteJournalEntry *) history->pdata[history->len - 1])->coder, ==, "R. K.");
  g_object_get (adw_bin_get_child (fixture->window->timeline_slot), "shelf-days", &days, NULL);
  g_object_get (adw_bin_get_child (fixture->window->article_slot), "text-scale", &scale, NULL);
  g_assert_cmpint (days, ==, 30);
  g_assert_cmpint (scale, ==, 130);
  g_settings_reset (settings, "text-scale");
  g_settings_reset (settings, "coder-name");
  g_settings_reset (settings, "order-by-days-limit");
}

static GtkWidget *
get_article_view (Fixture *fixture)
{
  return adw_bin_get_child (fixture->window->article_slot);
}

static guint
count_events (Fixture *fixture)
{
  EntenteStudy *study = entente_window_get_study (fixture->window);

  return entente_chronicle_get_n_rows (entente_study_get_chronicle (study));
}

static void
run_until_events (Fixture *fixture, guint n)
{
  while (count_events (fixture) != n)
    g_main_context_iteration (NULL, TRUE);
}

/* Events are deleted where they are shown, as one step. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  EntenteChronicle *chronicle;
  EntenteId event;
  guint n;

  open_sample (fixture);
  n = count_events (fixture);
  chronicle = entente_study_get_chronicle (entente_window_get_study (fixture->window));
  event = entente_chronicle_get_id (chronicle, 3);
  entente_session_select_event (entente_window_get_session (fixture->window), event);
  gtk_widget_child_focus (GTK_WIDGET (fixture->window->actor_filter), GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.delete", NULL);
  entente_app_rest (200);
  g_assert_cmpuint (count_events (fixture), ==, n);
  entente_article_view_focus_text (ENTENTE_ARTICLE_VIEW (get_article_view (fixture)));
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                         "delete-from-cursor",
                         GTK_DELETE_CHARS,
                         1);
  run_until_events (fixture, n - 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  run_until_events (fixture, n);
}

static GtkWidget *
find_menu_button (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
      gtk_widget_get_tooltip_text (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu_button (child);
  return found;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  open_sample (fixture);
  button = find_menu_button (GTK_WIDGET (fixture->window));
  g_assert_true (gtk_widget_get_has_tooltip (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_false (gtk_widget_get_has_tooltip (button));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  while (!gtk_widget_get_has_tooltip (button))
    g_main_context_iteration (NULL, TRUE);
}

/* In the article the key finds there; elsewhere it searches words. */
static void
test_find (Fixture *fixture, gconstpointer data)
{
  GtkSearchBar *bar = fixture->window->search_bar;
  GtkWidget *focus;

  open_sample (fixture);
  entente_article_view_focus_text (ENTENTE_ARTICLE_VIEW (get_article_view (fixture)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  entente_app_rest (100);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, get_article_view (fixture)));
  g_assert_true (GTK_IS_EDITABLE (focus));
  g_assert_false (gtk_search_bar_get_search_mode (bar));
  gtk_widget_child_focus (GTK_WIDGET (fixture->window->actor_filter), GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  g_assert_true (gtk_search_bar_get_search_mode (bar));
}

/* The button of a toast undoes the step of which it tells, and goes with the next one. */
static void
test_toast (Fixture *fixture, gconstpointer data)
{
  EntenteStudy *study;
  g_autoptr (AdwToast) toast = NULL;
  gint64 step, third;
  guint n_articles;

  open_sample (fixture);
  study = entente_window_get_study (fixture->window);
  n_articles = count_articles (fixture);
  add_note (fixture, "One", "Note added");
  step = entente_study_get_undo_step (study);
  g_assert_cmpuint (fixture->window->undo_toasts->len, ==, 1);
  toast = g_object_ref (fixture->window->undo_toasts->pdata[0]);
  add_note (fixture, "Two", NULL);
  g_assert_cmpuint (fixture->window->undo_toasts->len, ==, 0);
  g_assert_null (adw_toast_get_button_label (toast));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-step", "x", step);
  entente_app_rest (200);
  g_assert_cmpuint (count_articles (fixture), ==, n_articles + 2);
  add_note (fixture, "Three", "Note added");
  third = entente_study_get_undo_step (study);
  g_assert_cmpuint (fixture->window->undo_toasts->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-step", "x", third);
  while (entente_study_get_undo_step (study) == third)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_articles (fixture), ==, n_articles + 2);
  g_assert_cmpuint (fixture->window->undo_toasts->len, ==, 0);
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (toplevel, type))
      return toplevel;
  }
  return NULL;
}

static gboolean
has_no_job (Fixture *fixture)
{
  return !fixture->window->job;
}

/* A copy is a job of the window: it shows, and goes with the study. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = g_build_filename (fixture->folder, "kept.entente", NULL);
  g_autofree char *left = g_build_filename (fixture->folder, "left.entente", NULL);
  g_autofree char *label = NULL;
  g_autoptr (GCancellable) job = NULL;

  open_sample (fixture);
  entente_opener_save_copy (fixture->window, kept);
  g_object_get (entente_window_get_study (fixture->window), "busy-label", &label, NULL);
  g_assert_nonnull (label);
  run_until (has_no_job, fixture);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  entente_opener_save_copy (fixture->window, left);
  job = g_object_ref (fixture->window->job);
  entente_window_set_study (fixture->window, NULL);
  g_assert_true (g_cancellable_is_cancelled (job));
  entente_app_rest (200);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
}

/* A study that is still being opened when its window closes is let go, and does not keep the
 * window. */
static void
test_close_early (Fixture *fixture, gconstpointer data)
{
  EntenteWindow *window = g_object_ref (entente_window_new (entente_app_get_application ()));
  gpointer left = window;

  gtk_window_present (GTK_WINDOW (window));
  entente_window_open_path (window, fixture->path, ENTENTE_OPEN_EXISTING);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (g_cancellable_is_cancelled (window->job));
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  g_object_unref (window);
  g_assert_null (left);
  open_sample (fixture);
}

/* ---- articles that wait for a study ---- */

static GSList *
list_article (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "article.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "Talks open\n\nThe two sides met.\n", -1, &error);
  g_assert_no_error (error);
  return g_slist_append (NULL, g_file_new_for_path (path));
}

static void
drop_article (Fixture *fixture)
{
  GSList *files = list_article (fixture);

  entente_opener_take_files (fixture->window, files);
  g_slist_free_full (files, g_object_unref);
}

/* Cancelled, the question for a new study takes the articles with it. */
static void
test_waiting_cancelled (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;
  guint n_articles;

  open_sample (fixture);
  n_articles = count_articles (fixture);
  entente_window_set_study (fixture->window, NULL);
  drop_article (fixture);
  dialog = find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_assert_nonnull (dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
  entente_app_rest (50);
  open_sample (fixture);
  entente_app_rest (300);
  g_assert_cmpuint (count_articles (fixture), ==, n_articles);
}

static gboolean
is_free (Fixture *fixture)
{
  return entente_window_is_free (fixture->window);
}

static gboolean
has_dialog (Fixture *fixture)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Another file that is no study leaves alone what is open; nor does a window of its own stay. */
static void
test_open_failed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *wrong = g_build_filename (fixture->folder, "report.pdf", NULL);
  EntenteStudy *study;
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (wrong, "%PDF-1.4\n", -1, NULL));
  open_sample (fixture);
  study = entente_window_get_study (fixture->window);
  entente_opener_open_path (fixture->window, wrong);
  run_until (has_dialog, fixture);
  dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (dialog)) ==
                 GTK_WINDOW (fixture->window));
  g_assert_true (entente_window_get_study (fixture->window) == study);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->pages), ==, "study");
  gtk_window_destroy (GTK_WINDOW (dialog));
  for (GList *link = gtk_application_get_windows (entente_app_get_application ()); link;
       link = link->next)
    g_assert_true (link->data == fixture->window);
}

/* So does a study that cannot be opened. */
static void
test_waiting_failed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "no", "study.entente", NULL);

  entente_window_open_path (fixture->window, missing, ENTENTE_OPEN_CREATE);
  drop_article (fixture);
  g_assert_cmpuint (fixture->window->waiting.length, ==, 1);
  run_until (is_free, fixture);
  g_assert_cmpuint (fixture->window->waiting.length, ==, 0);
  gtk_window_destroy (GTK_WINDOW (find_toplevel (ADW_TYPE_MESSAGE_DIALOG)));
}

static gboolean
has_form (Fixture *fixture)
{
  return find_toplevel (ENTENTE_TYPE_FORM_WINDOW) != NULL;
}

/* Into the study for which they wait they go, once a person has looked at them. */
static void
test_waiting_imported (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new.entente", NULL);

  entente_window_open_path (fixture->window, path, ENTENTE_OPEN_CREATE);
  drop_article (fixture);
  run_until (has_study, fixture);
  run_until (has_form, fixture);
  g_assert_cmpuint (count_articles (fixture), ==, 0);
  g_signal_emit_by_name (find_toplevel (ENTENTE_TYPE_FORM_WINDOW), "accept");
  while (count_articles (fixture) == 0)
    entente_app_rest (20);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/window/start", Fixture, NULL, set_up, test_start, tear_down);
  g_test_add ("/window/open", Fixture, NULL, set_up, test_open, tear_down);
  g_test_add ("/window/open-failed", Fixture, NULL, set_up, test_open_failed, tear_down);
  g_test_add ("/window/back", Fixture, NULL, set_up, test_back, tear_down);
  g_test_add ("/window/widths", Fixture, NULL, set_up, test_widths, tear_down);
  g_test_add ("/window/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/window/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/window/preferences", Fixture, NULL, set_up, test_preferences, tear_down);
  g_test_add ("/window/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/window/menu", Fixture, NULL, set_up, test_menu, tear_down);
  g_test_add ("/window/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/window/toast", Fixture, NULL, set_up, test_toast, tear_down);
  g_test_add ("/window/close-early", Fixture, NULL, set_up, test_close_early, tear_down);
  g_test_add ("/window/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/window/waiting-cancelled",
              Fixture,
              NULL,
              set_up,
              test_waiting_cancelled,
              tear_down);
  g_test_add ("/window/waiting-failed", Fixture, NULL, set_up, test_waiting_failed, tear_down);
  g_test_add ("/window/waiting-imported", Fixture, NULL, set_up, test_waiting_imported, tear_down);
  return g_test_run ();
}
