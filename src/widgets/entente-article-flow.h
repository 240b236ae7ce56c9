/* EntenteArticleFlow: the text of an article as a text view can bear it: very long paragraphs are
 * broken softly, and the breaks are in no offset that a study keeps.
 *
 * "Position" is a code point of the stored text, "offset" a character of the text in the view.
 * Immutable; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bytes of a paragraph after which a break is sought, at a space; without one it is made. */
#define ENTENTE_ARTICLE_FLOW_BYTES 2048
#define ENTENTE_ARTICLE_FLOW_WORD_BYTES 512

typedef struct _EntenteArticleFlow EntenteArticleFlow;

/* @text is valid UTF-8; may be NULL. */
EntenteArticleFlow *entente_article_flow_new (const char *text);
void entente_article_flow_free (EntenteArticleFlow *flow);
/* The text for the view. */
const char *entente_article_flow_get_text (EntenteArticleFlow *flow);
gint64 entente_article_flow_get_n_positions (EntenteArticleFlow *flow);
int entente_article_flow_to_offset (EntenteArticleFlow *flow, gint64 position);
gint64 entente_article_flow_to_position (EntenteArticleFlow *flow, int offset);
/* Most of the letters at the beginning are read from right to left. */
gboolean entente_article_flow_is_right_to_left (EntenteArticleFlow *flow);
guint entente_article_flow_get_n_breaks (EntenteArticleFlow *flow);
/* Offset of a soft break. */
int entente_article_flow_get_break (EntenteArticleFlow *flow, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticleFlow, entente_article_flow_free)

G_END_DECLS
