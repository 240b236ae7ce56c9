/* EntenteArticleImport: a window that proposes what was read out of files, article by article: what
 * is known of it, its notes with the dates they cite, and its text. Nothing is kept without a
 * person. Main thread. */
#pragma once

#include "entente-commands.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @drafts of EntenteArticleDraft; a reference is taken. Each that is kept is a step of its own,
 * those kept together are one. The article kept last is shown. */
void entente_article_import_present (GtkWidget *parent, EntenteSession *session, GPtrArray *drafts);

G_END_DECLS
