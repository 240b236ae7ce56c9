/* EntenteArticleTags: the text tags of an article: size of the letters, bold words of dates, soft
 * breaks. Main thread. */
#pragma once

#include "entente-article-flow.h"
#include "entente-article-marks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tags are owned by the buffer. */
typedef struct {
  GtkTextTag *base; /* over the whole text: its size */
  GtkTextTag *date_words; /* bold */
  GtkTextTag *soft; /* lines that end in a soft break */
} EntenteArticleTags;

void entente_article_tags_init (EntenteArticleTags *tags, GtkTextBuffer *buffer);
/* To a text that was set anew. */
void entente_article_tags_apply (EntenteArticleTags *tags,
                                 GtkTextBuffer *buffer,
                                 EntenteArticleFlow *flow);
/* The words of dates of all marks, and no others, become bold. */
void entente_article_tags_apply_words (EntenteArticleTags *tags,
                                       GtkTextBuffer *buffer,
                                       EntenteArticleFlow *flow,
                                       EntenteArticleMarks *marks);

G_END_DECLS
