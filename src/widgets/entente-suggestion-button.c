/* It follows the list of the session; without one it is hidden. */

#include "config.h"

#include "entente-suggestion-button.h"
#include "entente-suggestion-list.h"

#include <glib/gi18n.h>

struct _EntenteSuggestionButton {
  GtkButton parent_instance;

  EntenteSuggestionList *list;
};

G_DEFINE_FINAL_TYPE (EntenteSuggestionButton, entente_suggestion_button, GTK_TYPE_BUTTON)

static void
count_cb (EntenteSuggestionButton *self)
{
  guint n = self->list != NULL ? entente_suggestion_list_get_n_open (self->list) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("%u suggestion", "%u suggestions", n), n);

  gtk_button_set_label (GTK_BUTTON (self), label);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
entente_suggestion_button_dispose (GObject *object)
{
  entente_suggestion_button_set_session (ENTENTE_SUGGESTION_BUTTON (object), NULL);

  G_OBJECT_CLASS (entente_suggestion_button_parent_class)->dispose (object);
}

static void
entente_suggestion_button_class_init (EntenteSuggestionButtonClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_suggestion_button_dispose;
}

static void
entente_suggestion_button_init (EntenteSuggestionButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "suggestion-count");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Go through them, N for the next"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-suggestions");
}

void
entente_suggestion_button_set_session (EntenteSuggestionButton *self, EntenteSession *session)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  if (session == NULL)
    return;
  self->list = g_object_ref (entente_session_get_suggestions (session));
  g_signal_connect_object (self->list,
                           "notify::n-open",
                           G_CALLBACK (count_cb),
                           self,
                           G_CONNECT_SWAPPED);
  count_cb (self);
}
