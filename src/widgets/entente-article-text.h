/* EntenteArticleText: the text of an article with its marks, margin glyphs and notes. Part of the
 * article pane. Main thread. */
#pragma once

#include "entente-article-flow.h"
#include "entente-article-marks.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ARTICLE_TEXT (entente_article_text_get_type ())
G_DECLARE_FINAL_TYPE (EntenteArticleText, entente_article_text, ENTENTE, ARTICLE_TEXT, GtkTextView)

/* Properties, read-only: "column-x" int: where the text begins, from the left edge of the widget,
 * px; "is-mirrored" boolean: its lines are read from right to left. */
GtkWidget *entente_article_text_new (void);
/* NULL empties. The text is set anew only when another article or another revision comes. */
void entente_article_text_set_marks (EntenteArticleText *text, EntenteArticleMarks *marks);
/* Looks again at the detail of the marks: the article is another, or was changed. */
void entente_article_text_load (EntenteArticleText *text);
void entente_article_text_set_scale (EntenteArticleText *text, int percent);
/* The longest line, in letters of the usual size; 78 at first. */
void entente_article_text_set_measure (EntenteArticleText *text, int letters);
/* What popovers at places of the text have as their parent. */
GtkWidget *entente_article_text_get_anchor (EntenteArticleText *text);
EntenteArticleMarks *entente_article_text_get_marks (EntenteArticleText *text);
/* The glyphs in the margin (EntenteArticleMarginGlyph) as they were drawn last. */
const GArray *entente_article_text_get_glyphs (EntenteArticleText *text);
EntenteArticleFlow *entente_article_text_get_flow (EntenteArticleText *text);
int entente_article_text_get_column_x (EntenteArticleText *text);
gboolean entente_article_text_get_is_mirrored (EntenteArticleText *text);
/* Room beside the column at the side where its lines begin, px. */
int entente_article_text_get_indent (EntenteArticleText *text);
/* Scrolls to a position of the text if it is out of sight, or with @always in any case. */
void entente_article_text_reveal_position (EntenteArticleText *text,
                                           gint64 position,
                                           gboolean always);
/* As in entente-article-view.h. */
char *entente_article_text_dup_places (EntenteArticleText *text);
void entente_article_text_set_places (EntenteArticleText *text, const char *places);
/* The words selected by hand, as a passage that no study has yet, and where they are in the widget;
 * NULL for none.
 * @whole_words: half words and spaces at the ends are mended. */
EntentePassage *entente_article_text_dup_selection (EntenteArticleText *text,
                                                    gboolean whole_words,
                                                    GdkRectangle *rect);
/* Where the words of a passage are in the widget now. FALSE when another text shows. */
gboolean entente_article_text_find_place (EntenteArticleText *text,
                                          const EntentePassage *passage,
                                          GdkRectangle *place);
/* Where reading stands: the position at the cursor when it is in sight, else that of the first line
 * in sight. */
gint64 entente_article_text_get_reading_position (EntenteArticleText *text);

G_END_DECLS
