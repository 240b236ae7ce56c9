/* EntenteTextMoves: what parties do towards each other in a text, word by word: "rejected" is a
 * refusal by the subject before it of what stands behind it. Words of moves are data
 * (`data/lexicon/moves.tsv`).
 *
 * What is only asked is no move; what hangs on "refuse to", "may" or "if" is told as such. Of what
 * somebody says, the speaker is kept. A plain value owned by the caller; pure, any thread, linear
 * in the length of the text.
 */
#pragma once

#include "entente-text-clauses.h"

G_BEGIN_DECLS

typedef struct {
  guint head; /* token of the word that tells it */
  guint first, last; /* tokens of the words, [first, last) */
  gsize start, end; /* bytes */
  guint sentence;
  const char *kind; /* id of an EntenteKind */
  GArray *who, *to; /* of EntenteParty, actors once */
  gboolean is_mutual;
  gboolean is_weak; /* a mere saying */
  gboolean is_noun, is_participle;
  gboolean is_apart; /* a noun that is not in the object of a verb before it */
  gboolean is_negated;
  EntenteMode mode;
  EntenteStance stance;
  EntenteHedge hedge;
  GArray *speakers; /* of EntenteParty: who says so, empty when the text itself does */
  int says; /* head of the saying verb, or -1 */
  guint rank; /* 0 is the surest of its sentence */
  int score;
} EntenteTextMove;

typedef struct {
  GArray *moves; /* of EntenteTextMove, as they stand */
} EntenteTextMoves;

/* Tokens before @n_title are a title: no moves. NULL when cancelled. */
EntenteTextMoves *entente_text_moves_read (const EntenteClauses *clauses,
                                           guint n_title,
                                           GCancellable *cancellable);
void entente_text_moves_free (EntenteTextMoves *moves);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTextMoves, entente_text_moves_free)

G_END_DECLS
