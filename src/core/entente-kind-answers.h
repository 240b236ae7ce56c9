/* Which kinds of move answer which, and how: what a later move may be to one that expects an
 * answer. Static; any thread.
 *
 * Read for whole studies, where moves are long entered; what words of one text answer is in
 * text/entente-reading-answers.c. */
#pragma once

#include "entente-enums.h"
#include "entente-kind.h"

G_BEGIN_DECLS

/* TRUE when a move of the kind @answer may answer one of the kind @move; @type receives how. */
gboolean entente_kind_may_answer (const EntenteKind *answer,
                                  const EntenteKind *move,
                                  EntenteLinkType *type);
/* Can the kind answer any move at all? */
gboolean entente_kind_is_reply (const EntenteKind *kind);

G_END_DECLS
