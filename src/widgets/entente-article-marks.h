/* EntenteArticleMarks: the marked passages of the article in the pane, each with what is needed to
 * draw and select it.
 *
 * Follows the session: filter, selection, edits of events. Main thread. A mark is one passage that
 * carries one event; two events in the same words are two marks.
 */
#pragma once

#include "entente-glyph.h"
#include "entente-session.h"
#include <gdk/gdk.h>

G_BEGIN_DECLS

typedef struct {
  EntenteId passage;
  EntenteId event;
  gint64 start, end; /* positions in the text, [start, end) */
  gint64 words_start, words_end; /* the words of the date; both -1: not in the text */
  guint row; /* in the chronicle of now */
  EntenteGlyph glyph;
  EntenteEvidence evidence;
  GdkRGBA ink;
  guint level; /* 0, or how many marks lie beneath it in the same words */
  gboolean is_inside; /* passes the filter */
  gboolean is_selected;
} EntenteArticleMark;

#define ENTENTE_TYPE_ARTICLE_MARKS (entente_article_marks_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleMarks, entente_article_marks, ENTENTE, ARTICLE_MARKS, GObject)

/* Signals: "changed" (): look again at all marks; "words-changed" (): the words of dates are
 * others. */
EntenteArticleMarks *entente_article_marks_new (EntenteSession *session);
EntenteSession *entente_article_marks_get_session (EntenteArticleMarks *marks);
/* What is read of the article; NULL empties. */
void entente_article_marks_set_detail (EntenteArticleMarks *marks, EntenteArticleDetail *detail);
EntenteArticleDetail *entente_article_marks_get_detail (EntenteArticleMarks *marks);
guint entente_article_marks_get_n (EntenteArticleMarks *marks);
/* In order of start. Borrowed until "changed". */
const EntenteArticleMark *entente_article_marks_get (EntenteArticleMarks *marks, guint index);
/* First mark that may reach beyond @position: where to begin looking; the number of marks when
 * there is none. */
guint entente_article_marks_get_first_at (EntenteArticleMarks *marks, gint64 position);
/* The mark that a click at @position means: the shortest, or with @after the next one in the same
 * words; NULL for none. */
const EntenteArticleMark *entente_article_marks_find (EntenteArticleMarks *marks,
                                                      gint64 position,
                                                      EntenteId after);
/* The first selected mark: with the session's passage, else of its event; NULL for none in this
 * article. */
const EntenteArticleMark *entente_article_marks_get_selected (EntenteArticleMarks *marks);
/* The date of the event of a mark as far as it is read, or NULL. */
const EntenteDate *entente_article_marks_get_date (EntenteArticleMarks *marks,
                                                   const EntenteArticleMark *mark);
/* "Offer · Ghani offers talks ... · 28 February 2018 · one report · 3 of 18": tip and name for the
 * screen reader. Free. */
char *entente_article_marks_describe (EntenteArticleMarks *marks, const EntenteArticleMark *mark);

G_END_DECLS
