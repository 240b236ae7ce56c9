/* Rows of an article, for the form of one that is kept and for those that are proposed. Main
 * thread.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-article-fields.h"
#include "entente-date-field.h"
#include "entente-form-grid.h"
#include "entente-form-text.h"
#include <glib/gi18n.h>

struct _EntenteArticleFields {
  GtkWidget *title;
  GtkWidget *authors;
  GtkWidget *published;
  GtkWidget *outlet;
  GtkWidget *url;
  GtkWidget *language;
  GtkWidget *note;
};

EntenteArticleFields *
entente_article_fields_new (GtkWidget *grid)
{
  EntenteArticleFields *fields = g_new0 (EntenteArticleFields, 1);

  fields->title = entente_form_grid_add_entry (grid, _ ("Title"));
  fields->authors = entente_form_grid_add_entry (grid, _ ("Authors"));
  gtk_widget_set_tooltip_text (fields->authors, _ ("Several between semicolons"));
  fields->published = entente_date_field_new_plain ();
  entente_date_field_set_label (ENTENTE_DATE_FIELD (fields->published), _ ("Published"));
  entente_form_grid_add (grid, _ ("Published"), fields->published);
  fields->outlet = entente_actor_entry_new ();
  entente_actor_entry_set_keeps (ENTENTE_ACTOR_ENTRY (fields->outlet), TRUE);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (fields->outlet), _ ("Outlet"));
  entente_form_grid_add (grid, _ ("Outlet"), fields->outlet);
  fields->url = entente_form_grid_add_entry (grid, _ ("Address"));
  fields->language = entente_form_grid_add_entry (grid, _ ("Language"));
  fields->note = entente_form_grid_add_entry (grid, _ ("Note"));
  g_object_set_data_full (G_OBJECT (grid), "entente-article-fields", fields, g_free);
  return fields;
}

void
entente_article_fields_show (EntenteArticleFields *fields,
                             const EntenteArticle *article,
                             EntenteChronicle *chronicle)
{
  entente_form_text_set (fields->title, article->title);
  entente_form_text_set (fields->authors, article->authors);
  entente_date_field_set_date (ENTENTE_DATE_FIELD (fields->published), article->published);
  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (fields->outlet), chronicle);
  entente_actor_entry_set_actor (ENTENTE_ACTOR_ENTRY (fields->outlet),
                                 article->publication,
                                 article->publication_name);
  entente_form_text_set (fields->url, article->url);
  entente_form_text_set (fields->language, article->language);
  entente_form_text_set (fields->note, article->note);
}

EntenteArticle *
entente_article_fields_create (EntenteArticleFields *fields, const EntenteArticle *old)
{
  EntenteArticle *article = entente_article_copy (old);

  entente_form_text_store (fields->title, &article->title);
  entente_form_text_store (fields->authors, &article->authors);
  g_clear_pointer (&article->published, entente_date_unref);
  article->published = entente_date_field_dup_date (ENTENTE_DATE_FIELD (fields->published));
  entente_actor_entry_store (ENTENTE_ACTOR_ENTRY (fields->outlet),
                             &article->publication,
                             &article->publication_name);
  entente_form_text_store (fields->url, &article->url);
  entente_form_text_store (fields->language, &article->language);
  entente_form_text_store (fields->note, &article->note);
  return article;
}

static void
keep_text (char **text, const char *proposed, const char *typed)
{
  if (g_strcmp0 (proposed, typed) == 0)
    return;
  g_free (*text);
  *text = g_strdup (typed);
}

static gboolean
is_same_date (const EntenteDate *one, const EntenteDate *other)
{
  return one && other ? entente_date_equal (one, other) : one == other;
}

void
entente_article_fields_keep_typed (EntenteArticle *article,
                                   const EntenteArticle *proposed,
                                   const EntenteArticle *typed)
{
  keep_text (&article->title, proposed->title, typed->title);
  keep_text (&article->authors, proposed->authors, typed->authors);
  keep_text (&article->publication_name, proposed->publication_name, typed->publication_name);
  keep_text (&article->url, proposed->url, typed->url);
  keep_text (&article->language, proposed->language, typed->language);
  keep_text (&article->note, proposed->note, typed->note);
  if (proposed->publication != typed->publication)
    article->publication = typed->publication;
  if (is_same_date (proposed->published, typed->published))
    return;
  g_clear_pointer (&article->published, entente_date_unref);
  article->published = typed->published ? entente_date_ref (typed->published) : NULL;
}

const char *
entente_article_fields_get_error (EntenteArticleFields *fields)
{
  const char *error = entente_date_field_get_error (ENTENTE_DATE_FIELD (fields->published));

  return error ? error : entente_actor_entry_get_error (ENTENTE_ACTOR_ENTRY (fields->outlet));
}

GtkWidget *
entente_article_fields_get_published (EntenteArticleFields *fields)
{
  return fields->published;
}

GtkWidget *
entente_article_fields_get_title (EntenteArticleFields *fields)
{
  return fields->title;
}
