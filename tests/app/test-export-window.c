/* Tests of the window of an export: what is chosen goes into the file, private events do not,
 * failures leave no file. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-export-window.h"
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

static char *exported_path;

static void
exported_cb (GtkWindow *parent, const char *path)
{
  exported_path = g_strdup (path);
}

static EntenteExportWindow *
present (EntenteAppFixture *fixture)
{
  const EntenteExportView view = { { 0, 100 * 365 * ENTENTE_SECONDS_PER_DAY }, 900, NULL };

  g_clear_pointer (&exported_path, g_free);
  return entente_export_window_present (NULL, fixture->session, &view, exported_cb);
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found)
      return found;
  }
  return NULL;
}

static AdwComboRow *
find_combo (EntenteExportWindow *window, const char *name)
{
  return ADW_COMBO_ROW (find_named (GTK_WIDGET (window), name));
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

static void
wait_until_gone (EntenteExportWindow *window)
{
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  entente_app_wait (is_null, &left);
}

/* Writes @name in the folder of the study; what is in it. Free. */
static char *
export_file (EntenteAppFixture *fixture,
             EntenteExportWindow *window,
             const char *name,
             gsize *length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *contents = NULL;

  entente_export_window_export (window, path);
  wait_until_gone (window);
  g_assert_cmpstr (exported_path, ==, path);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

static void
test_svg (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteExportWindow *window = present (fixture);
  g_autofree char *svg = export_file (fixture, window, "out.svg", NULL);

  g_assert_nonnull (strstr (svg, ">Port offers more pay</text>"));
  g_assert_nonnull (strstr (svg, "Union speaks some day"));
  g_assert_nonnull (strstr (svg, "Harbour &amp; Talks"));
  g_assert_nonnull (strstr (svg, "1 private event left out."));
  g_assert_null (strstr (svg, "Said in confidence"));
  g_assert_nonnull (strstr (svg, "<svg xmlns"));
  g_assert_nonnull (strstr (svg, "width=\"900\""));
}

static void
test_choices (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteExportWindow *window = present (fixture);
  GtkWidget *private_items = find_named (GTK_WIDGET (window), "private_items");
  EntenteExportChoice choice;
  g_autofree char *svg = NULL;

  choice = entente_export_window_get_choice (window);
  g_assert_true (choice.has_span);
  g_assert_false (gtk_widget_get_visible (find_named (GTK_WIDGET (window), "paper")));
  adw_combo_row_set_selected (find_combo (window, "format"), ENTENTE_EXPORT_PDF);
  adw_combo_row_set_selected (find_combo (window, "sheets"), 3);
  adw_combo_row_set_selected (find_combo (window, "paper"), 2 * ENTENTE_PAPER_A3);
  adw_combo_row_set_selected (find_combo (window, "range"), 1);
  g_assert_true (gtk_widget_get_visible (find_named (GTK_WIDGET (window), "paper")));
  g_assert_false (gtk_widget_get_visible (find_named (GTK_WIDGET (window), "size")));
  choice = entente_export_window_get_choice (window);
  g_assert_cmpint (choice.format, ==, ENTENTE_EXPORT_PDF);
  g_assert_cmpuint (choice.poster.across, ==, 3);
  g_assert_cmpint (choice.poster.paper, ==, ENTENTE_PAPER_A3);
  g_assert_false (choice.poster.landscape);
  g_assert_false (choice.has_span);
  gtk_switch_set_active (GTK_SWITCH (private_items), FALSE);
  svg = export_file (fixture, window, "all.svg", NULL);
  g_assert_nonnull (strstr (svg, "Said in confidence"));
}

/* The suffix decides, and a PNG has the size that was chosen. */
static void
test_png (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteExportWindow *window = present (fixture);
  g_autofree char *png = NULL;
  gsize length;

  adw_combo_row_set_selected (find_combo (window, "size"), 2);
  png = export_file (fixture, window, "out.PNG", &length);
  g_assert_cmpuint (length, >, 100);
  g_assert_cmpmem (png + 1, 3, "PNG", 3);
  g_assert_cmpuint (GUINT32_FROM_BE (*(const guint32 *) (gpointer) (png + 16)), ==, 2700);
}

static void
test_pdf (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteExportWindow *window = present (fixture);
  g_autofree char *pdf = export_file (fixture, window, "out.pdf", NULL);

  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
}

/* The choices are there again. */
static gboolean
has_stopped (gpointer data)
{
  return gtk_widget_get_sensitive (find_named (data, "choices"));
}

static void
close_dialogs (EntenteExportWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link; link = link->next)
    if (link->data != window && ADW_IS_MESSAGE_DIALOG (link->data))
      gtk_window_destroy (link->data);
}

/* Neither a folder that is not there nor the study itself is written; the window stays with what
 * was chosen. */
static void
test_faults (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteExportWindow *window = present (fixture);
  const char *study = entente_study_get_path (fixture->study);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "out.svg", NULL);
  GStatBuf before, after;

  entente_export_window_export (window, nowhere);
  entente_app_wait (has_stopped, window);
  g_assert_null (exported_path);
  close_dialogs (window);
  g_assert_true (g_file_test (study, G_FILE_TEST_EXISTS));
  g_stat (study, &before);
  entente_export_window_export (window, study);
  entente_app_rest (100);
  g_stat (study, &after);
  g_assert_cmpint (before.st_size, ==, after.st_size);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  g_assert_null (exported_path);
  close_dialogs (window);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_app_rest (50);
}

/* Closed while it draws, it leaves no file and lets go of everything. */
static void
test_close_early (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  EntenteExportWindow *window = present (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "out.svg", NULL);
  gpointer left = window;

  g_object_add_weak_pointer (G_OBJECT (window), &left);
  entente_export_window_export (window, path);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_app_wait (is_null, &left);
}

static gboolean
has_no_window (gpointer data)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ()) == 0;
}

/* Closed together with the window below it, and thereby disposed: it still draws, and nothing is
 * told. */
static void
test_parent_gone (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  GtkWidget *parent = gtk_window_new ();
  EntenteExportView view = { { -100, 100 }, 900, NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "out.svg", NULL);
  EntenteExportWindow *window;
  gpointer left;

  gtk_window_present (GTK_WINDOW (parent));
  window =
    entente_export_window_present (GTK_WINDOW (parent), fixture->session, &view, exported_cb);
  left = window;
  g_object_add_weak_pointer (G_OBJECT (window), &left);
  g_clear_pointer (&exported_path, g_free);
  entente_export_window_export (window, path);
  gtk_window_destroy (GTK_WINDOW (parent));
  g_assert_true (has_no_window (NULL));
  g_object_run_dispose (G_OBJECT (window));
  entente_app_wait (is_null, &left);
  entente_app_rest (100);
  g_assert_null (exported_path);
  g_assert_true (has_no_window (NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/export-window/svg", test_svg);
  g_test_add_func ("/export-window/choices", test_choices);
  g_test_add_func ("/export-window/png", test_png);
  g_test_add_func ("/export-window/pdf", test_pdf);
  g_test_add_func ("/export-window/faults", test_faults);
  g_test_add_func ("/export-window/close-early", test_close_early);
  g_test_add_func ("/export-window/parent-gone", test_parent_gone);
  return g_test_run ();
}
