/* How the words of a sentence hang together, as far as a table of verbs and small words tells:
 * which words are verbs and in what form, who stands as subject before one, which names stand
 * behind it and after which preposition. Private to text; pure; values belong to the caller.
 */
#pragma once

#include "entente-learnt-words.h"
#include "entente-text-actors.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TAG_NONE,
  ENTENTE_TAG_FINITE, /* with a subject of its own: "said", "has agreed", "will meet" */
  ENTENTE_TAG_PASSIVE, /* "was invited", "talks sponsored by" */
  ENTENTE_TAG_INFINITIVE, /* "to negotiate" */
  ENTENTE_TAG_PARTICIPLE, /* "accusing", "by refusing" */
  ENTENTE_TAG_ADJECTIVE, /* "the proposed plan" */
  ENTENTE_TAG_NOUN, /* "their demands" */
} EntenteTag;

typedef struct {
  guint8 tag; /* EntenteTag */
  gboolean is_negated : 1;
  gboolean is_future : 1; /* will, would, is to */
  gboolean is_possible : 1; /* may, could */
  gboolean is_must : 1;
  gboolean is_should : 1;
  gboolean is_would : 1;
  gboolean is_reduced : 1; /* a passive without "be": "talks sponsored by" */
  guint first; /* first token of the group: "has not yet" */
  const EntenteVerb *verb; /* NULL when the token is none */
} EntenteTagged;

typedef struct {
  const EntenteTextTokens *tokens;
  const EntenteTextActors *actors;
  const EntenteLearntWords *learnt; /* or NULL */
  GArray *tags; /* of EntenteTagged, one a token */
} EntenteClauses;

#define ENTENTE_PARTY_UNNAMED G_MAXUINT

/* A party as it stands in the text. */
typedef struct {
  guint actor; /* ENTENTE_PARTY_UNNAMED: only words ("a newspaper") */
  int mention; /* index, or -1: a pronoun, "both sides" or only words */
  guint first, last; /* tokens where it stands */
  const char *preposition; /* folded, static or of the tokens; NULL: none, "" : object */
  gboolean is_possessive;
} EntenteParty;

EntenteClauses *entente_clauses_new (const EntenteTextTokens *tokens,
                                     const EntenteTextActors *actors);
/* The same, where a study has learnt words of its own (may be NULL; kept as long as the clauses).
 * NULL only when cancelled. */
EntenteClauses *entente_clauses_new_learnt (const EntenteTextTokens *tokens,
                                            const EntenteTextActors *actors,
                                            const EntenteLearntWords *learnt,
                                            GCancellable *cancellable);
void entente_clauses_free (EntenteClauses *clauses);
const EntenteTagged *entente_clauses_tag (const EntenteClauses *self, gint64 token);
gboolean entente_clauses_is (const EntenteClauses *self, gint64 token, EntenteWordClass of);
/* TRUE when the token is a verb with a subject, or a passive that is not reduced. */
gboolean entente_clauses_is_finite (const EntenteClauses *self, gint64 token);
/* Adds the parties (EntenteParty) that are the subject of the verb at @token to @parties. FALSE
 * when none is found. */
gboolean entente_clauses_find_subject (const EntenteClauses *self, guint token, GArray *parties);
/* All parties behind @token to the end of its clause, in order, with their prepositions; of @far
 * also those in clauses that hang on it ("that ...", "to ..."). */
void entente_clauses_find_after (const EntenteClauses *self,
                                 guint token,
                                 gboolean far,
                                 GArray *parties);
/* Where the clause of @token ends: the token behind it. */
guint entente_clauses_get_end (const EntenteClauses *self, guint token, gboolean far);
/* The party that the pronoun, or "sides" of "both sides", at @token stands for. */
gboolean entente_clauses_resolve (const EntenteClauses *self, guint token, GArray *parties);
/* Parties joined with the mention @index by "and" or commas, itself first. */
void entente_clauses_add_joined (const EntenteClauses *self,
                                 guint index,
                                 const char *preposition,
                                 GArray *parties);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteClauses, entente_clauses_free)

G_END_DECLS
