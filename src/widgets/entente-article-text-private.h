/* What the files of the text of an article share among themselves; nobody else includes this. Main
 * thread. */
#pragma once

#include "entente-article-places.h"
#include "entente-article-tags.h"
#include "entente-article-text.h"

G_BEGIN_DECLS

struct _EntenteArticleText {
  GtkTextView parent_instance;

  GtkWidget *anchor; /* EntentePopoverAnchor */
  EntenteArticleMarks *marks;
  EntenteArticleFlow *flow;
  EntenteId revision; /* whose text the buffer holds */
  EntenteId article; /* of the revision */
  EntenteArticlePlaces *places;
  GArray *turns; /* int: offsets of hidden marks; NULL before there is a text */
  GArray *glyphs; /* EntenteArticleMarginGlyph as drawn last */
  EntenteArticleTags tags;
  guint reveal_source; /* timeout that looks whether scrolling came to its end */
  guint n_reveals; /* how often it looked */
  double reveal_align; /* where the place stands then, of the height */
  int column_x;
  int measure; /* letters of the longest line */
  gboolean with_notes;
  gboolean is_mirrored; /* lines begin at the right: glyphs stand there, notes at the left */
};

static inline GtkTextBuffer *
entente_article_text_get_buffer (EntenteArticleText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static inline EntenteArticleDetail *
entente_article_text_get_detail (EntenteArticleText *self)
{
  return self->marks ? entente_article_marks_get_detail (self->marks) : NULL;
}

/* entente-article-text-place.c: before another text comes, and once it is there. */
void entente_article_text_keep_place (EntenteArticleText *self);
void entente_article_text_open_place (EntenteArticleText *self);
/* After each allocation: the scroll bar and what is seen agree. */
void entente_article_text_mend_place (EntenteArticleText *self);
/* Marks, glyphs and notes of what is in sight. */
void entente_article_text_draw_layer (EntenteArticleText *self,
                                      GtkTextViewLayer layer,
                                      GtkSnapshot *snapshot);

G_END_DECLS
