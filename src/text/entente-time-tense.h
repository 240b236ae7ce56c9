/* Whether a time is told as past or as to come, by the verbs of its clause. Private to text; pure,
 * any thread.
 */
#pragma once

#include "entente-time-expression.h"

G_BEGIN_DECLS

/* Of the tokens [first, next): -1 as past, 1 as to come, 0 when nothing tells. */
int entente_time_tense_find (const EntenteTimeReader *reader, guint first, guint next);

G_END_DECLS
