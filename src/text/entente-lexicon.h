/* The words that the finders of actors and moves know: classes of words, verbs with their forms,
 * and names of states, organisations and the like. All of it is data: `data/lexicon/words.tsv`,
 * `verbs.tsv` and `names.tsv` (resources), read once and kept for the life of the process. Any
 * thread.
 */
#pragma once

#include "entente-enums.h"

G_BEGIN_DECLS

/* In the order of the table of names in entente-lexicon.c. */
typedef enum {
  ENTENTE_WORD_DETERMINER,
  ENTENTE_WORD_PREPOSITION,
  ENTENTE_WORD_PLACE_PREPOSITION,
  ENTENTE_WORD_CONJUNCTION,
  ENTENTE_WORD_SUBORDINATOR,
  ENTENTE_WORD_RELATIVE,
  ENTENTE_WORD_PRONOUN,
  ENTENTE_WORD_SINGULAR_PRONOUN,
  ENTENTE_WORD_PLURAL_PRONOUN,
  ENTENTE_WORD_NEUTER_PRONOUN,
  ENTENTE_WORD_FIRST_PRONOUN,
  ENTENTE_WORD_BE,
  ENTENTE_WORD_HAVE,
  ENTENTE_WORD_DO,
  ENTENTE_WORD_MODAL,
  ENTENTE_WORD_FUTURE,
  ENTENTE_WORD_MAY,
  ENTENTE_WORD_MUST,
  ENTENTE_WORD_SHOULD,
  ENTENTE_WORD_NEGATION,
  ENTENTE_WORD_ADVERB,
  ENTENTE_WORD_QUESTION,
  ENTENTE_WORD_TITLE,
  ENTENTE_WORD_TITLE_WORD,
  ENTENTE_WORD_ROLE,
  ENTENTE_WORD_GOVERNMENT,
  ENTENTE_WORD_ARMED,
  ENTENTE_WORD_FORCES,
  ENTENTE_WORD_COMMUNITY,
  ENTENTE_WORD_EMBASSY,
  ENTENTE_WORD_OFFICE,
  ENTENTE_WORD_MEDIA,
  ENTENTE_WORD_HONORIFIC,
  ENTENTE_WORD_PARTICLE,
  ENTENTE_WORD_GIVEN_NAME,
  ENTENTE_WORD_PLACE_HEAD,
  ENTENTE_WORD_THING_HEAD,
  ENTENTE_WORD_BODY_HEAD,
  ENTENTE_WORD_PARTY_HEAD,
  ENTENTE_WORD_BLOC_HEAD,
  ENTENTE_WORD_ARMED_HEAD,
  ENTENTE_WORD_COMPANY_HEAD,
  ENTENTE_WORD_MEDIA_HEAD,
  ENTENTE_WORD_NGO_HEAD,
  ENTENTE_WORD_ORGANISATION_HEAD,
  ENTENTE_WORD_ACRONYM_STOP,
  ENTENTE_WORD_NOT_NAME,
  ENTENTE_WORD_STARTER,
  ENTENTE_WORD_CARDINAL,
  ENTENTE_WORD_BOTH_SIDES,
  ENTENTE_WORD_HEDGE_REPORTEDLY,
  ENTENTE_WORD_HEDGE_ALLEGEDLY,
  ENTENTE_WORD_HEDGE_RUMOURED,
  ENTENTE_WORD_HEDGE_MAY,
  ENTENTE_WORD_HEDGE_EXPECTED,
  ENTENTE_WORD_PERSON_ROLE,
  ENTENTE_N_WORD_CLASSES
} EntenteWordClass;

/* TRUE when @fold (lower case) is of the class. */
gboolean entente_lexicon_is (const char *fold, EntenteWordClass word_class);

typedef enum {
  ENTENTE_VERB_BASE = 1 << 0,
  ENTENTE_VERB_S = 1 << 1,
  ENTENTE_VERB_PAST = 1 << 2,
  ENTENTE_VERB_PARTICIPLE = 1 << 3,
  ENTENTE_VERB_ING = 1 << 4,
} EntenteVerbForm;

typedef struct {
  const char *base;
  guint forms; /* EntenteVerbForm; several when they look alike */
} EntenteVerb;

/* NULL when @fold is no form of a verb of the table. */
const EntenteVerb *entente_lexicon_find_verb (const char *fold);

/* The past of a verb of the table, "met"; NULL when @base is none. */
const char *entente_lexicon_get_past (const char *base);

/* The regular form of a verb with "s", "ed" or "ing": "carries". @base is not empty. Free. */
char *entente_lexicon_add_ending (const char *base, const char *ending);

typedef enum {
  ENTENTE_NAME_FULL,
  ENTENTE_NAME_ADJECTIVE, /* "Kenyan" */
  ENTENTE_NAME_PEOPLE, /* "Kenyans" */
  ENTENTE_NAME_METONYM, /* "Washington" */
} EntenteNameForm;

typedef struct {
  const char *const *folds; /* tokens, NULL-terminated */
  const char *written; /* as it stands in the table */
  guint n; /* tokens */
  EntenteNameForm form;
  const char *name; /* of the actor */
  const char *iso3166; /* of a state, or NULL */
  EntenteActorKind kind;
} EntenteLexiconName;

/* Names that begin with the token @fold, the longest first, as an array of EntenteLexiconName *; or
 * NULL. */
const GPtrArray *entente_lexicon_find_names (const char *fold);

/* Lines of a table among the resources, its heading left out; for tables of this folder. */
GStrv entente_lexicon_read (const char *file);

G_END_DECLS
