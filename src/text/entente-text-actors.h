/* EntenteTextActors: who is named in a text, each mention with the actor that it is of.
 *
 * Known are the names that the caller gives (those of a study), the names of
 * `data/lexicon/names.tsv`, and what capital letters, titles and words like "ministry" tell.
 * Mentions of one actor stand together: full name and last name, name and acronym in brackets, "the
 * British Government" and "London". Cities, treaties and wars are no actors. A plain value owned by
 * the caller; pure, any thread, linear in the length of the text.
 */
#pragma once

#include "entente-id.h"
#include "entente-lexicon.h"
#include "entente-text-tokens.h"

G_BEGIN_DECLS

/* One of the names of an actor that a study knows. */
typedef struct {
  EntenteId actor;
  EntenteActorKind kind;
  const char *name; /* as the study calls the actor; borrowed during the call */
  const char *alias; /* as it may stand in the text; borrowed during the call */
} EntenteKnownName;

typedef enum {
  ENTENTE_MENTION_NAME,
  ENTENTE_MENTION_ADJECTIVE, /* "Kenyan" of "Kenyan airstrikes" */
  ENTENTE_MENTION_METONYM, /* "Washington", where it may stand for the state */
  ENTENTE_MENTION_GROUP, /* "Kenyan officials", "the government of Kenya" */
  ENTENTE_MENTION_ROLE, /* "the Chinese foreign minister" */
  ENTENTE_MENTION_DESCRIPTION, /* "the rebels" */
} EntenteMentionForm;

typedef struct {
  guint first, last; /* tokens, [first, last) */
  gsize start, end; /* bytes */
  guint actor; /* index */
  EntenteMentionForm form;
  gboolean is_place; /* stands behind "in", "at" or the like: where, rather than who */
  const char *reason; /* static, translated */
} EntenteMention;

typedef struct {
  char *name; /* as the text or the study says it at its fullest */
  EntenteActorKind kind;
  EntenteId known; /* in the study, or ENTENTE_ID_NONE */
  const char *iso3166; /* of a state, or NULL */
  int of; /* index of the actor that it belongs to or stands for, or -1 */
} EntenteTextActor;

typedef struct {
  GArray *actors; /* of EntenteTextActor */
  GArray *mentions; /* of EntenteMention, in order; none overlaps another */
  GArray *by_token; /* int: the mention that a token is part of, or -1 */
} EntenteTextActors;

/* @n_tokens of @tokens are looked through; the first @n_title tokens are a title, whose capitals
 * tell less. NULL when cancelled. */
EntenteTextActors *entente_text_actors_read (const EntenteTextTokens *tokens,
                                             guint n_title,
                                             const EntenteKnownName *known,
                                             guint n_known,
                                             GCancellable *cancellable);
/* Takes out the mentions of actors that bear one of these @names (NULL-terminated, or NULL) and are
 * not known: they are none. */
void entente_text_actors_refuse (EntenteTextActors *actors, const char *const *names);
void entente_text_actors_free (EntenteTextActors *actors);
const EntenteTextActor *entente_text_actors_get (const EntenteTextActors *actors, guint index);
/* The mention that the token is part of, or NULL. */
const EntenteMention *entente_text_actors_at (const EntenteTextActors *actors, gint64 token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTextActors, entente_text_actors_free)

G_END_DECLS
