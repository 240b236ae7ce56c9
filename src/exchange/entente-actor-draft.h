/* EntenteActorDrafts: actors as a file of other people tells them, before they meet those of a
 * study: names, other names, and what they belonged to when, by name or by code. Plain values,
 * owned by the caller.
 *
 * Files are tables (CSV, TSV; entente-actor-table.h) and dictionaries in the PETRARCH form
 * (entente-actor-dictionary.h). Nothing of a file is believed: sizes are bounded, and what cannot
 * be read is left out with a sentence that says why.
 */
#pragma once

#include "entente-actor.h"
#include "entente-error.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  EntenteAffiliation *affiliation; /* role, dates, evidence, certainty; without ids */
  char *parent; /* name of what it belongs to, or NULL */
  char *code; /* CAMEO code of that, or NULL */
} EntenteActorTie;

typedef struct {
  EntenteActor *actor; /* without id */
  GPtrArray *aliases; /* EntenteAlias, without ids */
  GPtrArray *ties; /* EntenteActorTie */
} EntenteActorDraft;

typedef struct {
  GPtrArray *drafts; /* EntenteActorDraft, each name once */
  GPtrArray
    *skipped; /* sentences (char *): line and reason of what was left out; the first thousand */
  guint n_skipped;
  GHashTable *by_key; /* how a reader finds a draft again; borrowed values */
} EntenteActorDrafts;

typedef enum {
  ENTENTE_ACTOR_FILE_AUTO,
  ENTENTE_ACTOR_FILE_TABLE,
  ENTENTE_ACTOR_FILE_DICTIONARY,
} EntenteActorFile;

/* @map: columns of a table, as entente-actor-table.h has it, or NULL. INVALID when the file is
 * neither, or too large. */
EntenteActorDrafts *entente_actor_drafts_read (GFile *file,
                                               EntenteActorFile form,
                                               const char *map,
                                               GCancellable *cancellable,
                                               GError **error);
void entente_actor_drafts_free (EntenteActorDrafts *drafts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteActorDrafts, entente_actor_drafts_free)

/* ---- for readers ---- */

EntenteActorDrafts *entente_actor_drafts_new (void);
/* The draft of @key, made with @name when there is none; NULL when there are too many. */
EntenteActorDraft *entente_actor_drafts_ensure (EntenteActorDrafts *drafts,
                                                const char *key,
                                                const char *name,
                                                gboolean *is_new);
/* Takes @sentence. */
void entente_actor_drafts_skip (EntenteActorDrafts *drafts, char *sentence);
/* Unless it is the name, or there already. */
void entente_actor_draft_add_alias (EntenteActorDraft *draft, const char *text, int kind);
/* A new, empty tie of the draft; NULL when it has too many. Borrowed. */
EntenteActorTie *entente_actor_draft_add_tie (EntenteActorDraft *draft);

G_END_DECLS
