/* The form of an article: title, authors, date, outlet and address. The text itself never changes.
 * Main thread.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-article-form.h"
#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include "entente-form-window.h"
#include "entente-reprint-row.h"
#include <glib/gi18n.h>

typedef struct {
  EntenteSession *session;
  EntenteArticle *article; /* as it was */
  GtkWidget *title;
  GtkWidget *authors;
  GtkWidget *published;
  GtkWidget *outlet;
  GtkWidget *url;
  GtkWidget *language;
  GtkWidget *note;
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

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (entente_session_get_study (form->session));
}

static const char *
get_error (Form *form)
{
  const char *error = entente_date_field_get_error (ENTENTE_DATE_FIELD (form->published));

  return error ? error : entente_actor_entry_get_error (ENTENTE_ACTOR_ENTRY (form->outlet));
}

static EntenteArticle *
create_article (Form *form)
{
  EntenteArticle *article = entente_article_copy (form->article);

  entente_form_text_store (form->title, &article->title);
  entente_form_text_store (form->authors, &article->authors);
  g_clear_pointer (&article->published, entente_date_unref);
  article->published = entente_date_field_dup_date (ENTENTE_DATE_FIELD (form->published));
  entente_actor_entry_store (ENTENTE_ACTOR_ENTRY (form->outlet),
                             &article->publication,
                             &article->publication_name);
  entente_form_text_store (form->url, &article->url);
  entente_form_text_store (form->language, &article->language);
  entente_form_text_store (form->note, &article->note);
  article->origin = entente_reprint_row_get_origin (ENTENTE_REPRINT_ROW (form->reprint));
  return article;
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  g_autoptr (EntenteArticle) article = create_article (form);
  const char *error = get_error (form);

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

static void
show_article (Form *form)
{
  const EntenteArticle *article = form->article;
  EntenteChronicle *chronicle = get_chronicle (form);

  entente_form_text_set (form->title, article->title);
  entente_form_text_set (form->authors, article->authors);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (form->published), article->published);
  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (form->outlet), chronicle);
  entente_actor_entry_set_actor (ENTENTE_ACTOR_ENTRY (form->outlet),
                                 article->publication,
                                 article->publication_name);
  entente_form_text_set (form->url, article->url);
  entente_form_text_set (form->language, article->language);
  entente_form_text_set (form->note, article->note);
}

static GtkWidget *
create_rows (Form *form)
{
  GtkWidget *grid = entente_form_grid_new ();

  form->title = entente_form_grid_add_entry (grid, _ ("Title"));
  form->authors = entente_form_grid_add_entry (grid, _ ("Authors"));
  gtk_widget_set_tooltip_text (form->authors, _ ("Several between semicolons"));
  form->published = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (form->published), _ ("Published"));
  entente_form_grid_add (grid, _ ("Published"), form->published);
  form->outlet = entente_actor_entry_new ();
  entente_actor_entry_set_keeps (ENTENTE_ACTOR_ENTRY (form->outlet), TRUE);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (form->outlet), _ ("Outlet"));
  entente_form_grid_add (grid, _ ("Outlet"), form->outlet);
  form->url = entente_form_grid_add_entry (grid, _ ("Address"));
  form->language = entente_form_grid_add_entry (grid, _ ("Language"));
  form->note = entente_form_grid_add_entry (grid, _ ("Note"));
  form->reprint =
    entente_reprint_row_new (form->session, form->article->record.id, NULL, form->article->origin);
  entente_form_grid_add_wide (grid, form->reprint);
  return grid;
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
  rows = create_rows (form);
  window = entente_form_window_new (parent, _ ("About This Article"), _ ("Save"), rows);
  show_article (form);
  g_object_set_data_full (G_OBJECT (window), "entente-form", form, free_form);
  g_signal_connect (window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect_object (form->published,
                           "changed",
                           G_CALLBACK (changed_cb),
                           window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}
