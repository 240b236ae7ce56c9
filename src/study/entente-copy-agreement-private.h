/* What the files of EntenteCopyAgreement share: both files, and which moves of them are one. */
#pragma once

#include "entente-copy-agreement.h"
#include "entente-event.h"

G_BEGIN_DECLS

/* One of the two files. */
typedef struct {
  GPtrArray *events; /* EntenteEvent, by id */
  GHashTable *actors; /* event -> GArray of ids of actors, as mine has them */
  GPtrArray *links; /* EntenteLink */
  GHashTable *passages; /* passage -> EntentePassage */
  GPtrArray *claims; /* EntenteClaim */
  GHashTable *texts; /* revision -> SHA-256 */
} EntenteCopySide;

/* A move of both. */
typedef struct {
  const EntenteEvent *mine, *theirs;
} EntenteCopyTwo;

void entente_copy_side_clear (EntenteCopySide *side);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteCopySide, entente_copy_side_clear)
/* What is there already is let go of. @map gives actors other ids, or NULL. */
gboolean entente_copy_side_read (EntenteCopySide *side,
                                 EntenteStore *store,
                                 GHashTable *map,
                                 GCancellable *cancellable,
                                 GError **error);
/* Actors of theirs that are called as one of mine: id -> id. */
GHashTable *entente_copy_map_actors (EntenteStore *mine,
                                     EntenteStore *theirs,
                                     GCancellable *cancellable,
                                     GError **error);
/* Array of EntenteCopyTwo; fills the counts of @agreement. */
GArray *entente_copy_pair_events (const EntenteCopySide *mine,
                                  const EntenteCopySide *theirs,
                                  EntenteCopyAgreement *agreement);

G_END_DECLS
