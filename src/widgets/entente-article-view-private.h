/* The inside of the article pane, for its helper modules only. */
#pragma once

#include "entente-article-find.h"
#include "entente-article-header.h"
#include "entente-article-marks.h"
#include "entente-article-overview.h"
#include "entente-article-text.h"
#include "entente-article-view.h"

G_BEGIN_DECLS

struct _EntenteArticleView {
  AdwBin parent_instance;

  EntenteSession *session;
  EntenteArticleMarks *marks;
  GCancellable *reading; /* of the article, or NULL */
  EntenteId shown; /* article in the text */
  gboolean reveal; /* the selection is to be brought into sight once the article is read */
  gboolean go; /* ... and the cursor to it, in sight or not */
  int text_scale;
  guint align_source; /* idle that puts the header over the column */

  GtkWidget *stack;
  EntenteArticleHeader *header;
  EntenteArticleFind *find;
  GtkWidget *scroller;
  EntenteArticleText *text;
  EntenteArticleOverview *overview;
  GtkWidget *creator;
};

/* entente-article-view-actions.c: all but those of entente-article-edit.h. */
void entente_article_view_install_actions (GtkWidgetClass *class);

G_END_DECLS
