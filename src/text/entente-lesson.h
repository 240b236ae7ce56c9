/* A lesson: the word of marked text that tells what kind of move it is, so that it may be learnt.
 *
 * Written as EntenteLearntWords reads it: "rebuff/v", "fend/v off", "make/v ~overture",
 * "overture/n". Words that tell nothing by themselves ("make", "say", "begin") are learnt only
 * together with a noun. English; pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The lesson of the bytes [@start, @end) of @text, which is valid UTF-8 and tells what stands
 * around them, for a move of @kind (an id). NULL when no word of them can be learnt, or it is one
 * of that kind already. Free. */
char *entente_lesson_find (const char *text, gsize start, gsize end, const char *kind);
/* A lesson in words: "rebuff", "fend off", "make … overture". Free. */
char *entente_lesson_format (const char *lesson);

G_END_DECLS
