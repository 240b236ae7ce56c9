/* Asks once for a name. What is answered is the key "coder-name"; that it was asked, "coder-asked".
 * Main thread. */
#include "config.h"

#include "entente-coder-bar.h"

#include "entente-preferences.h"

#include <glib/gi18n.h>

struct _EntenteCoderBar {
  AdwBin parent_instance;

  GtkLabel *sentence;
  GtkEntry *name;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (EntenteCoderBar, entente_coder_bar, ADW_TYPE_BIN)

static void
finish (EntenteCoderBar *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_set_boolean (settings, "coder-asked", TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static char *
dup_name (EntenteCoderBar *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
save_cb (EntenteCoderBar *self)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *name = dup_name (self);

  if (!*name)
    return;
  g_settings_set_string (settings, "coder-name", name);
  finish (self);
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  finish (ENTENTE_CODER_BAR (widget));
}

static void
typed_cb (EntenteCoderBar *self)
{
  g_autofree char *name = dup_name (self);

  gtk_widget_set_sensitive (self->save_button, *name != '\0');
}

void
entente_coder_bar_offer (EntenteCoderBar *self)
{
  g_autofree char *coder = NULL;
  g_autofree char *sentence = NULL;

  if (!entente_preferences_asks_coder ())
    return;
  coder = entente_preferences_dup_coder ();
  sentence =
    coder
      ? g_strdup_printf (_ ("Your changes are signed “%s”. Under which name do you work?"), coder)
      : g_strdup (_ ("Your changes are not signed. Under which name do you work?"));
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* ---- GObject ---- */

static void
entente_coder_bar_class_init (EntenteCoderBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-coder-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteCoderBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, EntenteCoderBar, name);
  gtk_widget_class_bind_template_child (widget_class, EntenteCoderBar, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "coder.skip", NULL, skip_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "coder.skip", NULL);
}

static void
entente_coder_bar_init (EntenteCoderBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
