/* Preferences, and what the program itself makes of them: style and name of the coder.
 *
 * Every row is bound to its key, so nothing is kept here. Main thread.
 */
#include "config.h"

#include "entente-preferences.h"

#include "entente-study.h"
#include <glib/gi18n.h>

struct _EntentePreferences {
  AdwPreferencesWindow parent_instance;

  GSettings *settings;
  AdwEntryRow *coder;
  GtkSpinButton *text_scale, *text_measure, *days, *backup_limit;
  AdwComboRow *style;
};

G_DEFINE_FINAL_TYPE (EntentePreferences, entente_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the rows of "style". */
static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
scheme_to_row (GValue *value, GVariant *variant, gpointer data)
{
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (nick, schemes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
row_to_scheme (const GValue *value, const GVariantType *type, gpointer data)
{
  guint row = g_value_get_uint (value);

  return row < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[row]) : NULL;
}

/* The name of the account, when it has one. */
static const char *
get_account_name (void)
{
  const char *given = g_getenv ("ENTENTE_CODER");
  const char *name = given && *given ? given : g_get_real_name ();

  return name && *name && !g_str_equal (name, "Unknown") ? name : NULL;
}

static int
show_percent_cb (GtkSpinButton *button, gpointer data)
{
  /* TRANSLATORS: a size in percent */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), gtk_spin_button_get_value_as_int (button));

  gtk_editable_set_text (GTK_EDITABLE (button), text);
  return TRUE;
}

static void
bind_rows (EntentePreferences *self)
{
  GSettings *settings = self->settings;

  g_settings_bind (settings, "coder-name", self->coder, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-scale", self->text_scale, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "text-measure", self->text_measure, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "order-by-days-limit", self->days, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "backup-limit", self->backup_limit, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings,
                                "color-scheme",
                                self->style,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                scheme_to_row,
                                row_to_scheme,
                                NULL,
                                NULL);
}

static void
entente_preferences_dispose (GObject *object)
{
  g_clear_object (&ENTENTE_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (entente_preferences_parent_class)->dispose (object);
}

static void
entente_preferences_class_init (EntentePreferencesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, EntentePreferences, coder);
  gtk_widget_class_bind_template_child (widget_class, EntentePreferences, text_scale);
  gtk_widget_class_bind_template_child (widget_class, EntentePreferences, text_measure);
  gtk_widget_class_bind_template_child (widget_class, EntentePreferences, days);
  gtk_widget_class_bind_template_child (widget_class, EntentePreferences, backup_limit);
  gtk_widget_class_bind_template_child (widget_class, EntentePreferences, style);
  gtk_widget_class_bind_template_callback (widget_class, show_percent_cb);
}

static void
entente_preferences_init (EntentePreferences *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  bind_rows (self);
}

/* ---- public functions ---- */

void
entente_preferences_present (GtkWindow *parent)
{
  static EntentePreferences *open; /* NULL when none is */

  if (!open) {
    open = g_object_new (ENTENTE_TYPE_PREFERENCES, NULL);
    g_object_add_weak_pointer (G_OBJECT (open), (gpointer *) &open);
  }
  gtk_window_set_transient_for (GTK_WINDOW (open), parent);
  gtk_window_present (GTK_WINDOW (open));
}

static void
color_scheme_cb (GSettings *settings, const char *key, gpointer data)
{
  static const AdwColorScheme values[] = {
    ADW_COLOR_SCHEME_DEFAULT,
    ADW_COLOR_SCHEME_FORCE_LIGHT,
    ADW_COLOR_SCHEME_FORCE_DARK,
  };
  int scheme = g_settings_get_enum (settings, key);

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), values[scheme]);
}

void
entente_preferences_follow_style (void)
{
  static GSettings *settings; /* for the life of the program */

  if (settings)
    return;
  settings = g_settings_new (APPLICATION_ID);
  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (color_scheme_cb), NULL);
  color_scheme_cb (settings, "color-scheme", NULL);
}

static void
backup_limit_cb (GSettings *settings, const char *key, gpointer data)
{
  entente_backup_set_limit ((guint) g_settings_get_int (settings, key));
}

void
entente_preferences_follow_backups (void)
{
  static GSettings *settings; /* for the life of the program */

  if (settings)
    return;
  settings = g_settings_new (APPLICATION_ID);
  g_signal_connect (settings, "changed::backup-limit", G_CALLBACK (backup_limit_cb), NULL);
  backup_limit_cb (settings, "backup-limit", NULL);
}

char *
entente_preferences_dup_coder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *name = g_settings_get_string (settings, "coder-name");

  g_strstrip (name);
  return *name ? g_steal_pointer (&name) : g_strdup (get_account_name ());
}

gboolean
entente_preferences_asks_coder (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *name = g_settings_get_string (settings, "coder-name");

  return !*g_strstrip (name) && !g_getenv ("ENTENTE_CODER") &&
         !g_settings_get_boolean (settings, "coder-asked");
}
