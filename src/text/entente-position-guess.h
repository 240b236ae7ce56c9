/* EntentePositionGuess: what selected words suggest for a new position: its kind, by words such as
 * “insist” or “only if” (data in data/lexicon/positions.tsv), and the issues that it may be about.
 * Only fills in a form; nothing is entered without a person. Pure; any thread.
 *
 * A line of the table is a kind, a row of words and a flag. Each word may be several joined by "|";
 * "demand/v" is a verb in any form;
 * "~if" may stand further on in the sentence. Flags: "first" goes before all others; "neg" holds
 * only behind a negation; "weak" counts only where nothing else does. A precondition goes before a
 * red line, and that before the rest: of these the word that stands first.
 */
#pragma once

#include "entente-enums.h"
#include "entente-id.h"

G_BEGIN_DECLS

/* The kind (EntentePositionKind) that @text tells of, be it a sentence or a few words of one.
 * @words (or NULL) receives the words that tell it, free. FALSE when no word is known. */
gboolean entente_position_guess_kind (const char *text, int *kind, char **words);

typedef struct {
  EntenteId issue;
  const char *name; /* borrowed */
} EntenteIssueName;

/* Ids of those of @names of which @text speaks, the likeliest first: the name itself, or at least
 * half of its words, in whatever ending. The array is the caller's. */
GArray *entente_position_guess_issues (const EntenteIssueName *names, guint n, const char *text);

G_END_DECLS
