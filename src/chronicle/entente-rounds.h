/* EntenteRounds: rounds of talks. A round is no record of its own: it is a move of the group Meet
 * of which other moves are part (a link "part of"), or talks with a beginning and an end of which
 * none is part yet. Pure; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

gboolean entente_rounds_is_round (const EntenteChronicle *chronicle, guint row);
/* Rows of all rounds, rising (guint32). Those without moves are left out unless @empty_too, which
 * looks at every row. Free. */
GArray *entente_rounds_list (const EntenteChronicle *chronicle, gboolean empty_too);
/* Rows of all rounds, those without moves too, rising: the value of a round in lists is its index
 * here. Looked for once for a chronicle; borrowed. */
const guint32 *entente_rounds_get (const EntenteChronicle *chronicle, guint *n);
/* Rows of the moves that are part of the round, rising, each once (guint32); itself is not among
 * them. Free. */
GArray *entente_rounds_get_moves (const EntenteChronicle *chronicle, guint row);
/* Rows of the rounds that a move is part of, rising (guint32). Free. */
GArray *entente_rounds_find (const EntenteChronicle *chronicle, guint row);
/* The link by which @move is part of @round, or none. */
EntenteId entente_rounds_find_link (const EntenteChronicle *chronicle, guint round, guint move);
/* From the first to the last of the round and its moves: their windows without open ends. FALSE
 * when none has a date. */
gboolean entente_rounds_get_span (const EntenteChronicle *chronicle, guint row, EntenteSpan *span);
/* "Talks · 23–25 Jul 2018": kind and time; a chronicle has no titles. Any row. Free. */
char *entente_rounds_describe (const EntenteChronicle *chronicle, guint row);

G_END_DECLS
