/* What a person does with a study, each as one deed that can be tried again and again: on the
 * same file, with the same ids and times, so that it ends in the same rows or in none.
 */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

/* A folder with a study, and beside it what a deed writes: the target of copies and exports, the
 * user's data. */
typedef struct {
  char *folder;
  char *path; /* of the study */
  char *target; /* what a copy or an export writes */
  guint n_events; /* of the study before the deed */
  void (*begin) (gpointer data); /* called round the part that may fail; or NULL */
  void (*end) (gpointer data);
  gpointer data;
} EntenteVictim;

typedef struct {
  const char *name;
  /* Makes the study at victim->path as the deed needs it. */
  void (*prepare) (EntenteVictim *victim);
  /* TRUE when done. Opens and closes the study itself. */
  gboolean (*run) (EntenteVictim *victim, GError **error);
  int form; /* of the study before, when it is an older one; else 0 */
  gboolean opens; /* it ends with an opening, which may fail after the rest was done */
} EntenteDeed;

extern const EntenteDeed entente_deeds[];
extern const guint entente_n_deeds;

/* In main(), before anything else: folders of the user's data and cache, the same time of all
 * steps. Ends by entente_deeds_finish(). */
void entente_deeds_init (void);
void entente_deeds_finish (void);

/* A victim of the @deed, in a new folder. */
EntenteVictim *entente_victim_new (const EntenteDeed *deed, guint n_events);
void entente_victim_free (EntenteVictim *victim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteVictim, entente_victim_free)
/* As it was when it was new. */
void entente_victim_restore (EntenteVictim *victim);
/* What the study holds, row by row, and what the deed wrote beside it, as a checksum: after
 * both were opened and found whole. Ends the test when they are not. */
char *entente_victim_read (EntenteVictim *victim);

G_END_DECLS
