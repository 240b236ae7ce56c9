/* Tests of the print window: pages of what the session shows, late jobs dropped, files that say the
 * same. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-print-job.h"
#include "entente-print-window.h"
#include <adwaita.h>

typedef struct {
  EntentePrintWindow *window;
  EntentePages *before;
} Waiting;

static gboolean
has_new_pages (gpointer data)
{
  const Waiting *waiting = data;
  EntentePages *pages = entente_print_window_get_pages (waiting->window);

  return pages && pages != waiting->before;
}

static void
wait_for_pages (EntentePrintWindow *window, EntentePages *before)
{
  Waiting waiting = { window, before };

  entente_app_wait (has_new_pages, &waiting);
}

static EntentePrintWindow *
present (EntenteAppFixture *fixture)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  entente_print_window_present (NULL, fixture->session, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

    if (ENTENTE_IS_PRINT_WINDOW (window)) {
      wait_for_pages (ENTENTE_PRINT_WINDOW (window), NULL);
      return ENTENTE_PRINT_WINDOW (window);
    }
  }
  g_assert_not_reached ();
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
close_window (EntentePrintWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_app_wait (is_null, &left);
}

/* The one widget of @type below @root whose buildable name is @name. */
static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  const char *own = gtk_buildable_get_buildable_id (GTK_BUILDABLE (root));

  if (g_strcmp0 (own, name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found)
      return found;
  }
  return NULL;
}

static char *
get_text (EntentePrintWindow *window)
{
  return entente_document_to_text (
    entente_pages_get_document (entente_print_window_get_pages (window)));
}

/* ---- tests ---- */

static void
test_pages (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  g_autofree char *text = get_text (window);

  g_assert_cmpuint (entente_pages_get_n (entente_print_window_get_pages (window)), >, 0);
  g_assert_nonnull (strstr (text, "Port offers more pay"));
  g_assert_nonnull (strstr (text, "Union speaks some day"));
  g_assert_null (strstr (text, "Said in confidence"));
  entente_app_rest (300);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 find_named (GTK_WIDGET (window), "sheets"));
  close_window (window);
}

static void
test_choices (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  EntentePages *before = entente_print_window_get_pages (window);
  GtkWidget *private_items = find_named (GTK_WIDGET (window), "private_items");
  GtkWidget *undated = find_named (GTK_WIDGET (window), "undated");
  GtkWidget *paper = find_named (GTK_WIDGET (window), "paper");
  g_autofree char *text = NULL;
  const EntentePageStyle *style;

  entente_pages_ref (before);
  gtk_switch_set_active (GTK_SWITCH (undated), FALSE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (paper), 1);
  gtk_switch_set_active (GTK_SWITCH (private_items), FALSE);
  wait_for_pages (window, before);
  style = entente_pages_get_style (entente_print_window_get_pages (window));
  text = get_text (window);
  g_assert_cmpfloat (style->width_pt, >, style->height_pt);
  g_assert_nonnull (strstr (text, "Said in confidence"));
  g_assert_null (strstr (text, "Union speaks some day"));
  entente_pages_unref (before);
  close_window (window);
}

static void
test_filter (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  EntentePages *before = entente_pages_ref (entente_print_window_get_pages (window));
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autofree char *text = NULL;

  query->groups = 1 << ENTENTE_GROUP_OFFER;
  entente_session_set_query (fixture->session, query);
  wait_for_pages (window, before);
  entente_app_rest (200);
  text = get_text (window);
  g_assert_nonnull (strstr (text, "Port offers more pay"));
  g_assert_null (strstr (text, "Both sides meet"));
  entente_pages_unref (before);
  close_window (window);
}

/* A window closed while its pages are made lets go of everything. */
static void
test_close_early (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window =
    g_object_new (ENTENTE_TYPE_PRINT_WINDOW, "session", fixture->session, NULL);

  close_window (window);
}

/* ---- files ---- */

typedef struct {
  gboolean done;
  GError *error;
} Saved;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saved *saved = data;

  entente_print_save_finish (result, &saved->error);
  saved->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Saved *) data)->done;
}

static GError *
save (EntentePages *pages, EntentePrintFormat format, const char *path)
{
  Saved saved = { FALSE, NULL };

  entente_print_save_async (entente_pages_get_document (pages),
                            entente_pages_get_style (pages),
                            format,
                            path,
                            NULL,
                            NULL,
                            saved_cb,
                            &saved);
  entente_app_wait (is_done, &saved);
  return saved.error;
}

static void
check_pdf (const char *path)
{
  const char *argv[] = { "pdftotext", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                &text,
                NULL,
                NULL,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Port offers more pay"));
  g_assert_nonnull (strstr (text, "Harbour & Talks"));
}

static void
test_save (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  EntentePages *pages = entente_print_window_get_pages (window);

  for (guint format = 0; format < ENTENTE_N_PRINT_FORMATS; format++) {
    g_autofree char *name = g_strdup_printf ("out.%s", entente_print_formats[format].suffix);
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_autofree char *text = NULL;
    gsize length;
    g_autoptr (GError) error = save (pages, format, path);

    g_assert_no_error (error);
    g_assert_true (g_file_get_contents (path, &text, &length, NULL));
    if (format == ENTENTE_PRINT_PDF)
      check_pdf (path);
    else
      g_assert_nonnull (memmem (text, length, "Port offers more pay", 20));
  }
  close_window (window);
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i);

    if (g_type_is_a (G_OBJECT_TYPE (toplevel), type))
      return toplevel;
  }
  return NULL;
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Closed, and thereby disposed, while a file is written: the file is whole, and nothing is told to
 * nobody. */
static void
test_save_gone (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "late.md", NULL);
  gpointer left = window;
  GtkWidget *dialog;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  gtk_widget_activate_action (GTK_WIDGET (window), "summary.save", "s", "md");
  dialog = find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), path);
  entente_app_rest (300);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);
  gtk_window_destroy (GTK_WINDOW (window));
  if (left)
    g_object_run_dispose (G_OBJECT (window));
  entente_app_wait (has_file, path);
  entente_app_rest (100);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

static void
test_save_nowhere (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.pdf", NULL);
  g_autoptr (GError) error =
    save (entente_print_window_get_pages (window), ENTENTE_PRINT_PDF, path);

  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  close_window (window);
}

static void
test_suffixes (void)
{
  g_assert_cmpint (entente_print_format_guess ("a.PDF", ENTENTE_PRINT_TEXT), ==, ENTENTE_PRINT_PDF);
  g_assert_cmpint (entente_print_format_guess ("a.b.md", ENTENTE_PRINT_TEXT),
                   ==,
                   ENTENTE_PRINT_MARKDOWN);
  g_assert_cmpint (entente_print_format_guess ("a", ENTENTE_PRINT_TEXT), ==, ENTENTE_PRINT_TEXT);
}

/* ---- posters ---- */

static gboolean
is_poster (gpointer window)
{
  EntentePrintout *printout = entente_print_window_get_printout (window);

  return printout && entente_printout_get_poster (printout);
}

static gboolean
has_many_sheets (gpointer window)
{
  return is_poster (window) &&
         entente_printout_get_n (entente_print_window_get_printout (window)) > 2;
}

/* The last kind of all; its own rows show, those of summaries do not. */
static void
test_poster (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  GtkListBox *kinds = GTK_LIST_BOX (find_named (GTK_WIDGET (window), "kinds"));
  GtkWidget *across = find_named (GTK_WIDGET (window), "across");
  GtkWidget *form = find_named (GTK_WIDGET (window), "form");

  g_assert_false (gtk_widget_get_mapped (across));
  g_assert_true (gtk_widget_get_mapped (form));
  gtk_list_box_select_row (kinds,
                           gtk_list_box_get_row_at_index (kinds, (int) ENTENTE_N_SUMMARY_KINDS));
  entente_app_wait (is_poster, window);
  g_assert_null (entente_print_window_get_pages (window));
  g_assert_cmpuint (entente_printout_get_n (entente_print_window_get_printout (window)), ==, 1);
  entente_app_rest (200);
  g_assert_true (gtk_widget_get_mapped (across));
  g_assert_false (gtk_widget_get_mapped (form));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (across), 3);
  entente_app_wait (has_many_sheets, window);
  close_window (window);
}

/* Tab passes the list of kinds in one step, and chooses none of them. */
static void
test_tab (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  GtkWidget *kinds = find_named (GTK_WIDGET (window), "kinds");
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (GTK_LIST_BOX (kinds), 0);
  GtkListBoxRow *second = gtk_list_box_get_row_at_index (GTK_LIST_BOX (kinds), 1);

  gtk_widget_grab_focus (GTK_WIDGET (first));
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_null (gtk_widget_get_focus_child (kinds));
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (kinds)) == first);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_BACKWARD);
  g_assert_true (gtk_widget_get_focus_child (kinds) == GTK_WIDGET (first));
  g_signal_emit_by_name (kinds, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (gtk_list_box_get_selected_row (GTK_LIST_BOX (kinds)) == second);
  g_assert_true (gtk_widget_get_focus_child (kinds) == GTK_WIDGET (second));
  close_window (window);
}

/* ---- a long job ---- */

static gboolean
shows_trouble (gpointer stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "trouble") == 0;
}

static gboolean
shows_pages (gpointer stack)
{
  return !shows_trouble (stack);
}

/* Stopped, it says so, and sets its pages when asked again. */
static void
test_stop (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntentePrintWindow *window = present (fixture);
  GtkWidget *preview = find_named (GTK_WIDGET (window), "preview");
  GtkWidget *stack = find_named (preview, "stack");

  gtk_widget_activate_action (GTK_WIDGET (window), "summary.again", NULL);
  gtk_widget_activate_action (preview, "page.stop", NULL);
  entente_app_wait (shows_trouble, stack);
  gtk_widget_activate_action (GTK_WIDGET (window), "summary.again", NULL);
  entente_app_wait (shows_pages, stack);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/print-window/pages", test_pages);
  g_test_add_func ("/print-window/choices", test_choices);
  g_test_add_func ("/print-window/filter", test_filter);
  g_test_add_func ("/print-window/close-early", test_close_early);
  g_test_add_func ("/print-window/save", test_save);
  g_test_add_func ("/print-window/save-nowhere", test_save_nowhere);
  g_test_add_func ("/print-window/save-gone", test_save_gone);
  g_test_add_func ("/print-window/suffixes", test_suffixes);
  g_test_add_func ("/print-window/poster", test_poster);
  g_test_add_func ("/print-window/tab", test_tab);
  g_test_add_func ("/print-window/stop", test_stop);
  return g_test_run ();
}
