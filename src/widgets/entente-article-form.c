/* The form of an article: title, authors, date, outlet and address. The text itself never changes.
 * Main thread.
 */
#include "config.h"

#include "entente-article-fields.h"
#include "entente-article-form.h"
#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-form-grid.h"
#include "entente-form-window.h"
#include "entente-reprint-row.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteArticle *article; /* as it was */
  EntenteArticleFields *fields; /* of the window */
  GtkWidget *reprint;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  g_object_unref (form->session);
  entente_article_unref (form->article);
  g_free (form);
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteArticle) article = entente_article_fields_create (form->fields, form->article);
  const char *error = entente_article_fields_get_error (form->fields);

  article->origin = entente_reprint_row_get_origin (ENTENTE_REPRINT_ROW (form->reprint));
  if (error)
    entente_form_window_set_error (window, error);
  else
    entente_form_window_apply (window,
                               form->session,
                               entente_commands_change (form->article, article),
                               NULL);
}

static void
changed_cb (EntenteFormWindow *window, EntenteDateField *published)
{
  entente_form_window_set_can_accept (window, !entente_date_field_get_error (published));
}

void
entente_article_form_present (GtkWidget *parent, EntenteSession *session, EntenteId article)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  guint32 index = entente_chronicle_find_article (chronicle, article);
  EntenteFormWindow *window;
  GtkWidget *rows;
  Form *form;

  if (index == ENTENTE_NO_INDEX)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->article = entente_article_ref (entente_chronicle_get_article (chronicle, index));
  rows = entente_form_grid_new ();
  form->fields = entente_article_fields_new (rows);
  form->reprint = entente_reprint_row_new (session, article, NULL, form->article->origin);
  entente_form_grid_add_wide (rows, form->reprint);
  window = entente_form_window_new (parent, _ ("About This Article"), _ ("Save"), rows);
  entente_article_fields_show (form->fields, form->article, chronicle);
  g_object_set_data_full (G_OBJECT (window), "entente-form", form, free_form);
  g_signal_connect (window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_object (entente_article_fields_get_published (form->fields),
                           "changed",
                           G_CALLBACK (changed_cb),
                           window,
                           G_CONNECT_SWAPPED);
  entente_form_window_keep (window, session, "article", article);
  gtk_window_present (GTK_WINDOW (window));
}
