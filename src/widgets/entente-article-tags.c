/* What text tags can do for an article; the rest is painted (entente-article-painter.c). Main
 * thread.
 */
#include "config.h"

#include "entente-article-tags.h"

void
entente_article_tags_init (EntenteArticleTags *tags, GtkTextBuffer *buffer)
{
  tags->base = gtk_text_buffer_create_tag (buffer, NULL, "scale", 1.0, NULL);
  tags->date_words = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  tags->soft = gtk_text_buffer_create_tag (buffer, NULL, NULL);
}

/* No more space below a line that was broken softly than between lines. */
static void
apply_soft_breaks (EntenteArticleTags *tags, GtkTextBuffer *buffer, EntenteArticleFlow *flow)
{
  for (guint i = 0; i < entente_article_flow_get_n_breaks (flow); i++) {
    GtkTextIter start, end;

    gtk_text_buffer_get_iter_at_offset (buffer, &end, entente_article_flow_get_break (flow, i));
    start = end;
    gtk_text_iter_set_line_offset (&start, 0);
    gtk_text_buffer_apply_tag (buffer, tags->soft, &start, &end);
  }
}

void
entente_article_tags_apply (EntenteArticleTags *tags,
                            GtkTextBuffer *buffer,
                            EntenteArticleFlow *flow)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, tags->base, &start, &end);
  apply_soft_breaks (tags, buffer, flow);
}

static void
get_iter (GtkTextBuffer *buffer, EntenteArticleFlow *flow, gint64 position, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (buffer,
                                      iter,
                                      entente_article_flow_to_offset (flow, position));
}

void
entente_article_tags_apply_words (EntenteArticleTags *tags,
                                  GtkTextBuffer *buffer,
                                  EntenteArticleFlow *flow,
                                  EntenteArticleMarks *marks)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, tags->date_words, &start, &end);
  for (guint i = 0; i < entente_article_marks_get_n (marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);

    if (mark->words_start < 0)
      continue;
    get_iter (buffer, flow, mark->words_start, &start);
    get_iter (buffer, flow, mark->words_end, &end);
    gtk_text_buffer_apply_tag (buffer, tags->date_words, &start, &end);
  }
}
