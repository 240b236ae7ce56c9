/* What looks like a date and is none: "2000 troops", "$1999", "page 1916", "they may", "the fall of
 * Paris", "Prague Spring". Private to text; pure, any thread.
 */
#pragma once

#include "entente-time-expression.h"

G_BEGIN_DECLS

gboolean entente_guard_accepts (const EntenteTimeReader *reader,
                                const EntenteTimeExpression *found);
/* TRUE when what stands at @i does not make a number before it one of things. */
gboolean entente_guard_ends_well (const EntenteTimeReader *reader, guint i);

G_END_DECLS
