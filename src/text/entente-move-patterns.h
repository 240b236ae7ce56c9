/* The words of moves: `data/lexicon/moves.tsv`, read once (resource). A new way to say a move is a
 * new line there.
 *
 * A pattern is a row of elements between spaces, each one or several words joined by "|":
 *   reject/v       a verb in any form
 *   be sign/p      the same, passive only
 *   invitation/n   a noun
 *   forward        the next word
 *   ~talks         a word further on in the clause
 *   <talks         one before it
 *
 * A last "/v", "/p", "/n" holds for all words of its element; the first element is what a text is
 * looked through for. Private to text; any thread.
 */
#pragma once

#include "entente-text-tokens.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_SLOT_NONE,
  ENTENTE_SLOT_SUBJECT, /* who acts: of a passive, behind "by" */
  ENTENTE_SLOT_GRAMMATICAL_SUBJECT, /* what stands before the verb, passive or not */
  ENTENTE_SLOT_CLAUSE, /* of a noun: the subject of the clause that it stands in */
  ENTENTE_SLOT_OBJECT,
  ENTENTE_SLOT_POSSESSOR, /* "Varga's promise" */
  ENTENTE_SLOT_ADJECTIVE, /* "a Kenyan promise" */
  ENTENTE_SLOT_ANY, /* the first actor of the clause behind the words */
  ENTENTE_SLOT_PREPOSITION, /* that which Slot.preposition says */
} EntenteSlotType;

typedef struct {
  EntenteSlotType type;
  const char *preposition;
} EntenteSlot;

typedef enum {
  ENTENTE_PATTERN_VERB,
  ENTENTE_PATTERN_PASSIVE,
  ENTENTE_PATTERN_NOUN,
  ENTENTE_PATTERN_WORDS,
} EntentePatternHead;

typedef enum {
  ENTENTE_PATTERN_WEAK = 1 << 0, /* only where nothing better is told in the clause */
  ENTENTE_PATTERN_NEEDS_TO = 1 << 1, /* no move without a party that it is done to */
  ENTENTE_PATTERN_NEGATED = 1 << 2, /* holds with "will not" or the like */
  ENTENTE_PATTERN_FUTURE = 1 << 3, /* holds of what is still to come */
} EntentePatternFlag;

typedef struct {
  char **words; /* any of them */
  gboolean is_loose; /* further on, not next */
  gboolean is_before; /* before the head, in its clause; what the parties hang on */
} EntentePatternElement;

typedef struct {
  const char *kind; /* id of an EntenteKind, or NULL: words that tell no move */
  EntentePatternHead head;
  char **words; /* of the head: verbs in base form, nouns in the singular */
  GArray *elements; /* of EntentePatternElement, behind the head */
  GArray *who, *to; /* of EntenteSlot: the first that is filled holds */
  gboolean is_mutual; /* who and to are one party */
  guint flags; /* EntentePatternFlag */
  guint rank; /* line of the table */
} EntenteMovePattern;

/* Patterns whose head is the verb @base, the noun @fold, or the word @fold; each an array of
 * EntenteMovePattern *, or NULL. */
const GPtrArray *entente_move_patterns_of_verb (const char *base);
const GPtrArray *entente_move_patterns_of_noun (const char *fold);
const GPtrArray *entente_move_patterns_of_word (const char *fold);

G_END_DECLS
