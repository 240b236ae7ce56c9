/* What is known of an article. Main thread. */
#include "config.h"

#include "entente-article-form.h"

void
entente_article_form_present (GtkWidget *parent, EntenteSession *session, EntenteId article)
{
}
