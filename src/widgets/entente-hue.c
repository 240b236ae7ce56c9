/* One style provider for the display, written anew when the style turns dark or light.
 *
 * Lives as long as the display. Colours that a person gave get a class of their own when they are
 * first used. Main thread.
 */
#include "config.h"

#include "entente-hue.h"
#include "entente-palette.h"
#include <adwaita.h>
#include <string.h>

typedef struct {
  GtkCssProvider *provider;
  GHashTable *given; /* set of "#rrggbb" */
} Hues;

/* The colour of the widget; and of a check box that is a swatch, whose mark needs "color" for
 * itself. */
static void
append_rules (GString *css, const char *class, const char *colour)
{
  g_string_append_printf (css,
                          ".%1$s { color: %2$s; }\n"
                          "checkbutton.swatch.%1$s check {"
                          " border-color: %2$s; background-color: alpha(%2$s, 0.14); }\n"
                          "checkbutton.swatch.%1$s check:checked { background-color: %2$s; }\n",
                          class,
                          colour);
}

static void
append_hue (GString *css, guint hue, gboolean dark)
{
  EntenteColour colour = entente_palette_get_hue_colour (hue, dark);
  g_autofree char *class = g_strdup_printf ("hue-%u", hue);
  g_autofree char *text = g_strdup_printf ("rgb(%d,%d,%d)",
                                           (int) (colour.red * 255 + 0.5),
                                           (int) (colour.green * 255 + 0.5),
                                           (int) (colour.blue * 255 + 0.5));

  append_rules (css, class, text);
}

static void
write_rules (Hues *hues)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (GString) css = g_string_new (NULL);
  GHashTableIter iter;
  gpointer colour;

  for (guint hue = 0; hue <= ENTENTE_HUE_GREY; hue++)
    append_hue (css, hue, dark);
  g_hash_table_iter_init (&iter, hues->given);
  while (g_hash_table_iter_next (&iter, &colour, NULL)) {
    g_autofree char *class = g_strdup_printf ("hue-given-%s", (char *) colour + 1);

    append_rules (css, class, colour);
  }
  gtk_css_provider_load_from_data (hues->provider, css->str, (gssize) css->len);
}

static void
dark_cb (AdwStyleManager *manager, GParamSpec *pspec, gpointer data)
{
  write_rules (data);
}

static Hues *
get_hues (void)
{
  static Hues *hues;

  if (hues)
    return hues;
  hues = g_new0 (Hues, 1);
  hues->provider = gtk_css_provider_new ();
  hues->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  write_rules (hues);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (hues->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (dark_cb), hues);
  return hues;
}

static gboolean
is_colour (const char *text)
{
  if (!text || text[0] != '#' || strlen (text) != 7)
    return FALSE;
  return strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static void
remove_hues (GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);

  for (guint i = 0; classes[i]; i++)
    if (g_str_has_prefix (classes[i], "hue-"))
      gtk_widget_remove_css_class (widget, classes[i]);
}

void
entente_hue_apply (GtkWidget *widget, guint hue, const char *colour)
{
  Hues *hues = get_hues ();
  g_autofree char *class = is_colour (colour) ? g_strdup_printf ("hue-given-%s", colour + 1)
                                              : g_strdup_printf ("hue-%u", hue);

  if (gtk_widget_has_css_class (widget, class))
    return;
  if (is_colour (colour) && g_hash_table_add (hues->given, g_strdup (colour)))
    write_rules (hues);
  remove_hues (widget);
  gtk_widget_add_css_class (widget, class);
}

GdkRGBA
entente_hue_get_rgba (GtkWidget *widget)
{
  GdkRGBA rgba;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &rgba);
  return rgba;
}
