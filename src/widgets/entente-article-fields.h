/* EntenteArticleFields: the rows in which what is known of an article is written: title, authors,
 * date, outlet, address, language, note. Functions over a form grid, which owns them. Main thread.
 */
#pragma once

#include "entente-article.h"
#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EntenteArticleFields EntenteArticleFields;

/* Adds the rows to @grid (entente-form-grid.h); they live as long as it does. */
EntenteArticleFields *entente_article_fields_new (GtkWidget *grid);
void entente_article_fields_show (EntenteArticleFields *fields,
                                  const EntenteArticle *article,
                                  EntenteChronicle *chronicle);
/* A copy of @article with what the rows say. */
EntenteArticle *entente_article_fields_create (EntenteArticleFields *fields,
                                               const EntenteArticle *article);
/* What somebody @typed where it was @proposed otherwise stays in @article, which is proposed now.
 */
void entente_article_fields_keep_typed (EntenteArticle *article,
                                        const EntenteArticle *proposed,
                                        const EntenteArticle *typed);
/* What is wrong with what was typed, or NULL. Borrowed until the next change. */
const char *entente_article_fields_get_error (EntenteArticleFields *fields);
/* The field of the date, whose "changed" tells whether it can be read. */
GtkWidget *entente_article_fields_get_published (EntenteArticleFields *fields);
GtkWidget *entente_article_fields_get_title (EntenteArticleFields *fields);

G_END_DECLS
