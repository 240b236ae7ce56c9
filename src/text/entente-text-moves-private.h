/* What the files of the move finder share; private to text. */
#pragma once

#include "entente-move-patterns.h"
#include "entente-text-moves.h"

G_BEGIN_DECLS

/* A pattern that fits at a word. */
typedef struct {
  const EntenteMovePattern *pattern;
  guint head; /* token */
  guint last; /* token behind the last word of the pattern */
  int anchor; /* token of a noun before the head that the parties hang on, or -1 */
  int score;
  guint used[6]; /* tokens of the pattern behind its head */
  guint n_used;
} EntenteMoveMatch;

/* The best pattern at @token; FALSE when none fits. */
gboolean entente_moves_match (const EntenteClauses *clauses, guint token, EntenteMoveMatch *match);
/* Fills in who and to. */
void entente_moves_fill_parties (const EntenteClauses *clauses,
                                 const EntenteMoveMatch *match,
                                 EntenteTextMove *move);
/* Mode, stance, hedge and speaker; may change the kind ("will not accept" refuses). FALSE when it
 * is no move after all: asked, denied, or only wished. */
gboolean entente_moves_weigh (const EntenteClauses *clauses,
                              const EntenteMoveMatch *match,
                              EntenteTextMove *move);
/* Fills in a speaker who is no plain subject of a verb, when none is there yet. */
void entente_moves_find_speaker (const EntenteClauses *clauses, EntenteTextMove *move);

G_END_DECLS
