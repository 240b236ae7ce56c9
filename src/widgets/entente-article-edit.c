/* Opens the forms of the article that the pane shows. Main thread.
 */
#include "config.h"

#include "entente-article-edit.h"
#include "entente-article-form.h"
#include "entente-correction-form.h"

typedef void (*Present) (GtkWidget *parent, EntenteSession *session, EntenteId article);

static void
present (GtkWidget *widget, Present form)
{
  g_autoptr (EntenteSession) session = NULL;

  g_object_get (widget, "session", &session, NULL);
  if (session && entente_session_get_article (session) != ENTENTE_ID_NONE)
    form (widget, session, entente_session_get_article (session));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, entente_article_form_present);
}

static void
correct_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, entente_correction_form_present);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (EntenteSession) session = NULL;

  g_object_get (widget, "session", &session, NULL);
  if (session && entente_session_get_article (session) != ENTENTE_ID_NONE)
    gtk_widget_activate_action (widget,
                                "win.record-history",
                                "(sx)",
                                entente_entity_nick (ENTENTE_ENTITY_ARTICLE),
                                entente_session_get_article (session));
}

void
entente_article_edit_install (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "article.edit", NULL, edit_action);
  gtk_widget_class_install_action (class, "article.correct", NULL, correct_action);
  gtk_widget_class_install_action (class, "article.history", NULL, history_action);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F2, 0, "article.edit", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_t, GDK_CONTROL_MASK, "article.correct", NULL);
}
