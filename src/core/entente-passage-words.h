/* The words of a passage as a reader would repeat them: without the marks of notes.
 *
 * The quote of a passage is exactly what stands in the text, "an office and a place.[3] A month
 * later"; in the text of a position, or between quotation marks, the mark is in the way. Pure; any
 * thread.
 */
#pragma once

#include "entente-article.h"

G_BEGIN_DECLS

/* Leaves out "[3]", raised figures, and what stands at the places of @footnotes (EntenteFootnote of
 * the revision, or NULL), such as a figure that is glued to a word. Words without a mark come back
 * as they are. Free. */
char *entente_passage_dup_words (const EntentePassage *passage, const GPtrArray *footnotes);

G_END_DECLS
