/* The window of a merge: it waits for every decision, merges as one step, and says why a file is
 * none. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-application.h"
#include "entente-commands.h"
#include "entente-conflict-row.h"
#include "entente-copy-window.h"

#include <glib/gstdio.h>

typedef struct {
  EntenteAppFixture *study;
  EntenteWindow *window;
  EntenteCopyWindow *copy_window;
  char *path; /* of the copy */
  EntenteId event;
} Fixture;

static void
keep_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_set (gpointer pointer)
{
  return *(gpointer *) pointer != NULL;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
set_title (EntenteStudy *study, EntenteId id, const char *title)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (detail->event);
  g_autoptr (EntenteStep) step = NULL;

  g_free (edited->title);
  edited->title = g_strdup (title);
  step = entente_commands_put (edited);
  entente_change_set_unref (entente_study_apply (study, step, NULL));
}

static char *
dup_title (EntenteStudy *study, EntenteId id)
{
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (study, id, NULL);

  return g_strdup (detail->event->title);
}

/* One move has another title in both. */
static void
make_copy (Fixture *fixture)
{
  EntenteStudy *study = fixture->study->study;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (EntenteStudy) copy = NULL;

  entente_study_save_copy_async (study, fixture->path, NULL, keep_cb, &result);
  entente_app_wait (is_set, &result);
  g_assert_true (entente_study_save_copy_finish (study, result, NULL));
  copy = entente_study_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  set_title (copy, fixture->event, "Theirs");
  set_title (study, fixture->event, "Mine");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->study = entente_app_fixture_new ();
  fixture->path = g_build_filename (fixture->study->folder, "ben.entente", NULL);
  fixture->event =
    entente_chronicle_get_id (entente_study_get_chronicle (fixture->study->study), 0);
  make_copy (fixture);
  fixture->window = entente_app_open_window (fixture->study);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  entente_app_close_window (fixture->window);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  entente_app_fixture_free (fixture->study);
  g_free (fixture->path);
}

static GtkWidget *
find_row (Fixture *fixture)
{
  return entente_app_find_widget (GTK_WIDGET (fixture->copy_window), ENTENTE_TYPE_CONFLICT_ROW);
}

static gboolean
has_row (gpointer data)
{
  return find_row (data) != NULL;
}

static gboolean
is_merged (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *title = dup_title (fixture->study->study, fixture->event);

  return g_strcmp0 (title, "Theirs") == 0;
}

/* Nothing happens as long as something is open; then it is one step, and the window goes. */
static void
test_decide (Fixture *fixture, gconstpointer data)
{
  gpointer copy_window;
  gint64 version = entente_study_get_version (fixture->study->study);
  g_autofree char *title = NULL;

  fixture->copy_window = entente_copy_window_present (fixture->window, fixture->path);
  copy_window = fixture->copy_window;
  g_object_add_weak_pointer (copy_window, &copy_window);
  entente_app_wait (has_row, fixture);
  gtk_widget_activate_action (copy_window, "copy.merge", NULL);
  entente_app_rest (100);
  g_assert_cmpint (entente_study_get_version (fixture->study->study), ==, version);
  gtk_widget_activate_action (find_row (fixture), "conflict.choose", "i", ENTENTE_COPY_THEIRS);
  gtk_widget_activate_action (copy_window, "copy.merge", NULL);
  entente_app_wait (is_null, &copy_window);
  g_assert_true (is_merged (fixture));
  g_assert_cmpint (entente_study_get_version (fixture->study->study), ==, version + 1);
  entente_change_set_unref (entente_study_undo (fixture->study->study, NULL));
  title = dup_title (fixture->study->study, fixture->event);
  g_assert_cmpstr (title, ==, "Mine");
}

/* The figures come when somebody looks for them. */
static gboolean
has_figures (gpointer data)
{
  GtkWidget *window = GTK_WIDGET (((Fixture *) data)->copy_window);
  GtkLabel *kinds =
    GTK_LABEL (gtk_widget_get_template_child (window, ENTENTE_TYPE_COPY_WINDOW, "kinds"));

  return g_str_has_prefix (gtk_label_get_text (kinds), "1.00 (");
}

static void
test_agreement (Fixture *fixture, gconstpointer data)
{
  GtkWidget *expander;

  fixture->copy_window = entente_copy_window_present (fixture->window, fixture->path);
  entente_app_wait (has_row, fixture);
  g_assert_false (has_figures (fixture));
  expander = entente_app_find_widget (GTK_WIDGET (fixture->copy_window), GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  entente_app_wait (has_figures, fixture);
}

static gboolean
has_taken (gpointer data)
{
  GtkWidget *window = GTK_WIDGET (((Fixture *) data)->copy_window);
  GtkWidget *list =
    GTK_WIDGET (gtk_widget_get_template_child (window, ENTENTE_TYPE_COPY_WINDOW, "taken"));
  GtkWidget *label = entente_app_find_widget (list, GTK_TYPE_LABEL);

  return label && g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), "Added: Actor (1)") == 0;
}

/* Where nothing is asked, what comes is listed at once. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (EntenteStudy) copy =
    entente_study_open (fixture->path, ENTENTE_OPEN_EXISTING, NULL, NULL);
  g_autoptr (EntenteActor) actor = entente_actor_new ();
  g_autoptr (EntenteStep) step = NULL;

  set_title (copy, fixture->event, "Mine");
  actor->name = g_strdup ("Kabul");
  step = entente_commands_put (actor);
  entente_change_set_unref (entente_study_apply (copy, step, NULL));
  g_clear_object (&copy);
  fixture->copy_window = entente_copy_window_present (fixture->window, fixture->path);
  entente_app_wait (has_taken, fixture);
}

static GtkWidget *
find_failed (Fixture *fixture)
{
  GtkWidget *stack = entente_app_find_widget (GTK_WIDGET (fixture->copy_window), GTK_TYPE_STACK);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "failed") == 0 ? stack
                                                                                         : NULL;
}

static gboolean
has_failed (gpointer data)
{
  return find_failed (data) != NULL;
}

/* Another kind of file; and a window that is closed while it reads. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *notes = g_build_filename (fixture->study->folder, "notes.entente", NULL);
  gpointer closed;

  g_assert_true (g_file_set_contents (notes, "Nothing but notes.", -1, NULL));
  fixture->copy_window = entente_copy_window_present (fixture->window, notes);
  entente_app_wait (has_failed, fixture);
  gtk_window_close (GTK_WINDOW (fixture->copy_window));
  closed = entente_copy_window_present (fixture->window, fixture->path);
  g_object_add_weak_pointer (closed, &closed);
  gtk_window_close (closed);
  entente_app_wait (is_null, &closed);
  g_assert_cmpint (g_remove (notes), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/copy-window/decide", Fixture, NULL, set_up, test_decide, tear_down);
  g_test_add ("/copy-window/taken", Fixture, NULL, set_up, test_taken, tear_down);
  g_test_add ("/copy-window/agreement", Fixture, NULL, set_up, test_agreement, tear_down);
  g_test_add ("/copy-window/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
