/* Tests of preferences, of the key of marks and of the list of keys: they open, once, and follow
 * the settings. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-key-window.h"
#include "entente-preferences.h"
#include "entente-shortcuts.h"
#include <adwaita.h>

static GtkWindow *
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

    if (!G_TYPE_CHECK_INSTANCE_TYPE (window, type))
      continue;
    g_assert_null (found);
    found = window;
  }
  return found;
}

static gboolean
is_null (gpointer pointer)
{
  return *(gpointer *) pointer == NULL;
}

/* Shows the window in both styles, then asserts that it goes. */
static void
look_and_close (GType type)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gpointer window = find_window (type);

  g_assert_nonnull (window);
  entente_app_rest (200);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  entente_app_rest (200);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (window);
  entente_app_wait (is_null, &window);
}

static void
test_bound (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *dialog = g_object_new (ENTENTE_TYPE_PREFERENCES, NULL);
  AdwComboRow *style =
    ADW_COMBO_ROW (gtk_widget_get_template_child (dialog, ENTENTE_TYPE_PREFERENCES, "style"));
  GtkSpinButton *days =
    GTK_SPIN_BUTTON (gtk_widget_get_template_child (dialog, ENTENTE_TYPE_PREFERENCES, "days"));
  GtkEditable *coder =
    GTK_EDITABLE (gtk_widget_get_template_child (dialog, ENTENTE_TYPE_PREFERENCES, "coder"));
  g_autofree char *name = NULL;
  g_autofree char *scheme = NULL;

  adw_combo_row_set_selected (style, 2);
  gtk_spin_button_set_value (days, 30);
  gtk_editable_set_text (coder, "  R. K. ");
  scheme = g_settings_get_string (settings, "color-scheme");
  name = entente_preferences_dup_coder ();
  g_assert_cmpstr (scheme, ==, "dark");
  g_assert_cmpint (g_settings_get_int (settings, "order-by-days-limit"), ==, 30);
  g_assert_cmpstr (name, ==, "R. K.");
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_cmpuint (adw_combo_row_get_selected (style), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_style (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_settings_set_string (settings, "color-scheme", "dark");
  entente_preferences_follow_style ();
  g_assert_true (adw_style_manager_get_dark (manager));
  g_settings_set_string (settings, "color-scheme", "light");
  g_assert_false (adw_style_manager_get_dark (manager));
  g_settings_reset (settings, "color-scheme");
}

static void
test_preferences (void)
{
  entente_preferences_present (NULL);
  entente_preferences_present (NULL);
  look_and_close (ENTENTE_TYPE_PREFERENCES);
}

static void
test_key (void)
{
  entente_key_window_present (NULL);
  entente_key_window_present (NULL);
  look_and_close (ENTENTE_TYPE_KEY_WINDOW);
}

static void
test_shortcuts (void)
{
  entente_shortcuts_present (NULL);
  look_and_close (GTK_TYPE_SHORTCUTS_WINDOW);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/preferences/bound", test_bound);
  g_test_add_func ("/preferences/style", test_style);
  g_test_add_func ("/preferences/preferences", test_preferences);
  g_test_add_func ("/preferences/key", test_key);
  g_test_add_func ("/preferences/shortcuts", test_shortcuts);
  return g_test_run ();
}
