/* EntenteArticleNotes: the notes of an article: their marks in the text, beside it where there is
 * room, and in a popover where there is not. Main thread. */
#pragma once

#include "entente-article-painter.h"

G_BEGIN_DECLS

/* Room behind the lines that notes beside the text take. */
#define ENTENTE_ARTICLE_NOTES_PX 192

/* Makes the marks of notes in @buffer small raised digits; their brackets are there but unseen. */
void entente_article_notes_tag (GtkTextBuffer *buffer,
                                EntenteArticleFlow *flow,
                                const EntenteArticleDetail *detail);
/* Gives the digits the accent of the style; to be called again when it changes. */
void entente_article_notes_set_accent (GtkTextBuffer *buffer, const GdkRGBA *accent);
/* The note whose mark holds @offset, or NULL; borrowed. */
const EntenteFootnote *entente_article_notes_find (GtkTextBuffer *buffer,
                                                   EntenteArticleFlow *flow,
                                                   const EntenteArticleDetail *detail,
                                                   int offset);
/* Draws the notes whose marks stand at offsets [start, end) behind the lines. */
void entente_article_notes_draw (EntenteArticlePainter *painter,
                                 EntenteArticleMarks *marks,
                                 int start,
                                 int end);
/* Shows a note at @rect of @parent. */
void entente_article_notes_popup (GtkWidget *parent,
                                  const GdkRectangle *rect,
                                  const EntenteFootnote *note);

G_END_DECLS
