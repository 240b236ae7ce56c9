/* EntenteActorImport: actors of a file (EntenteActorDrafts) held against those of a study: who is
 * new, who is there already, and what those that are there learn.
 *
 * A name is that of an actor who bears it, whatever its letters' case and accents; a name that
 * several bear says nobody and is left out. Nothing that the study says of an actor is changed:
 * other names and affiliations are added. What is belonged to is found by name or by CAMEO code,
 * and made when nobody bears it; offices of a state ("AFGGOV") belong to the state. Pure, over a
 * chronicle; any thread.
 */
#pragma once

#include "entente-actor-draft.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  guint n_actors; /* new */
  guint n_known; /* that were there */
  guint n_bodies; /* made because somebody belongs to them */
  guint n_aliases;
  guint n_affiliations;
  guint n_taken; /* other names left out because somebody else bears them */
  guint n_alike; /* new names that only look like one that is there */
  guint n_skipped; /* by the reader, and names that several bear */
} EntenteActorImportCounts;

typedef struct {
  GPtrArray *records; /* with their ids, in an order in which each names only earlier ones */
  GPtrArray *remarks; /* sentences (char *): what was left out and why, and look-alikes; at most
                         some thousands */
  EntenteActorImportCounts counts;
} EntenteActorImport;

EntenteActorImport *entente_actor_import_new (const EntenteChronicle *chronicle,
                                              const EntenteActorDrafts *drafts);
void entente_actor_import_free (EntenteActorImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteActorImport, entente_actor_import_free)
/* "12 actors added, 3 known; 20 names and 40 affiliations; 2 lines left out". Free. */
char *entente_actor_import_describe (const EntenteActorImportCounts *counts);

G_END_DECLS
