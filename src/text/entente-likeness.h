/* EntenteLikeness: how alike two runs of words are, and where in a longer run the likest part is.
 * Pure; any thread. */
#pragma once

#include "entente-text-align.h"

G_BEGIN_DECLS

/* Runs longer than this are not compared. */
#define ENTENTE_LIKENESS_MAX_PIECES 600

/* Pieces of one text. */
typedef struct {
  const char *text;
  const EntenteTextPiece *pieces;
  guint n;
} EntenteWordRun;

/* The part of @place that is most like @words, as numbers of its pieces, [*start, *end). Percent of
 * the words that are alike, half words counted by their letters; 0 when nothing is. Of equal parts:
 * with @wide that which covers replaced words at its ends, else the shorter one. Costs words times
 * place. */
guint entente_likeness_find (const EntenteWordRun *words,
                             const EntenteWordRun *place,
                             gboolean wide,
                             guint *start,
                             guint *end);

G_END_DECLS
