/* Tests of the start page and of the list of recent studies that it shows. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-recent.h"
#include "entente-start-page.h"
#include "entente-test-folder.h"
#include <adwaita.h>

#define DAY ((gint64) 24 * 60 * 60)

static void
clear (GSettings *settings)
{
  g_settings_reset (settings, "recent-studies");
  g_settings_reset (settings, "recent-sketches");
}

static void
test_recent (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const EntenteRecentStudy *study;
  const EntenteSketchLane *lane;

  clear (settings);
  entente_recent_add (settings, fixture->study);
  entente_recent_add (settings, fixture->study);
  list = entente_recent_list (settings);
  g_assert_cmpuint (list->len, ==, 1);
  study = g_ptr_array_index (list, 0);
  g_assert_cmpstr (study->title, ==, "Harbour & Talks");
  g_assert_cmpint (study->n_events, ==, 5);
  g_assert_cmpint (study->n_articles, ==, 0);
  g_assert_cmpuint (study->lanes->len, ==, 2);
  lane = g_ptr_array_index (study->lanes, 0);
  g_assert_cmpuint (g_array_index (lane->marks, EntenteSketchMark, 0).start, ==, 0);
  entente_recent_forget (settings, study->path);
  none = entente_recent_list (settings);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Names of files need not be UTF-8: such a study is kept as any other, with its sketch, and found
 * again. */
static void
test_recent_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("entente-recent-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Verhandlung-M\xfcnchen.entente", NULL);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudy) study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *packed = entente_recent_pack_path (path);
  g_autofree char *back = entente_recent_unpack_path (packed);

  g_assert_no_error (error);
  clear (settings);
  entente_recent_add (settings, study);
  entente_recent_add (settings, study);
  list = entente_recent_list (settings);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((EntenteRecentStudy *) list->pdata[0])->path, ==, path);
  g_assert_true (g_utf8_validate (packed, -1, NULL));
  g_assert_cmpstr (back, ==, path);
  entente_recent_forget (settings, path);
  none = entente_recent_list (settings);
  g_assert_cmpuint (none->len, ==, 0);
  entente_study_close (study);
  entente_test_remove_folder (folder);
}

static void
check_day (gint64 days, const char *words)
{
  gint64 now = 1930003200;
  g_autofree char *text = entente_recent_format_day (now - days * DAY, now);

  g_assert_cmpstr (text, ==, words);
}

static void
test_days (void)
{
  check_day (-1, "today");
  check_day (0, "today");
  check_day (1, "yesterday");
  check_day (13, "13 days ago");
  check_day (14, "2 weeks ago");
  check_day (61, "2 months ago");
  check_day (800, "2 years ago");
}

/* ---- the page ---- */

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  char **opened = data;

  g_free (*opened);
  *opened = g_variant_dup_string (parameter, NULL);
}

static GtkWidget *
make_window (char **opened)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  const GActionEntry entries[] = { { "open-recent", opened_cb, "s" },
                                   { "open-sample", opened_cb, "s" } };

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), opened);
  gtk_widget_insert_action_group (window, "app", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (window), entente_start_page_new ());
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Rows of all lists below @root whose title is @title. */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found)
      return found;
  }
  return NULL;
}

static void
test_page (void)
{
  g_autoptr (EntenteAppFixture) fixture = entente_app_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *opened = NULL;
  GtkWidget *window, *row;

  clear (settings);
  window = make_window (&opened);
  g_assert_null (find_row (window, "Harbour & Talks"));
  entente_recent_add (settings, fixture->study);
  row = find_row (window, "Harbour & Talks");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "0 articles · 5 events");
  entente_app_rest (200);
  gtk_widget_activate (row);
  g_assert_cmpstr (opened, ==, entente_study_get_path (fixture->study));
  gtk_widget_activate (find_row (window, "Open the Sample Study"));
  g_assert_cmpstr (opened, ==, "afghan-talks-2018");
  gtk_widget_activate (find_row (window, "Open a Longer Sample"));
  g_assert_cmpstr (opened, ==, "iran-nuclear-2003-2015");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/start-page/recent", test_recent);
  g_test_add_func ("/start-page/recent-bytes", test_recent_bytes);
  g_test_add_func ("/start-page/days", test_days);
  g_test_add_func ("/start-page/page", test_page);
  return g_test_run ();
}
