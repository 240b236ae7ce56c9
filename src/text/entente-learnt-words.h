/* EntenteLearntWords: words of moves that a person taught, beside those of the table
 * (entente-move-patterns.h) and before them.
 *
 * A word is written as its lesson (entente-lesson.h) writes it: "rebuff/v", "fend/v off", "make/v
 * ~overture", "overture/n"; without a mark it is taken for a verb and for a noun. Text that is none
 * of these is left out: it may be a stranger's. Immutable once made, owned by the caller; any
 * thread.
 */
#pragma once

#include "entente-lexicon.h"
#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntenteLearntWords EntenteLearntWords;

typedef struct {
  const char *text;
  const char
    *kind; /* id of an EntenteKind; NULL: the word tells no move, whatever the table says */
} EntenteLearntWord;

/* Words of an unknown kind are left out. */
EntenteLearntWords *entente_learnt_words_new (const EntenteLearntWord *words, guint n);
void entente_learnt_words_free (EntenteLearntWords *words);

/* All take NULL for none. A form of a verb that the lexicon may not have; or NULL. */
const EntenteVerb *entente_learnt_words_find_verb (const EntenteLearntWords *words,
                                                   const char *fold);
/* Patterns (EntenteMovePattern *) with this head; or NULL. */
const GPtrArray *entente_learnt_words_of_verb (const EntenteLearntWords *words, const char *base);
const GPtrArray *entente_learnt_words_of_noun (const EntenteLearntWords *words, const char *fold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteLearntWords, entente_learnt_words_free)

G_END_DECLS
