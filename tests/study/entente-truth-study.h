/* A random study that is stored, and random filters of it. Drawn from the random numbers of GLib's
 * tests, so a failure comes again with the same seed. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  GArray *ids[ENTENTE_N_ENTITIES]; /* EntenteId of the records of an entity, or NULL */
  EntenteStep *step; /* that enters them */
} EntenteTruthStudy;

EntenteTruthStudy *entente_truth_study_new (guint n_events);
void entente_truth_study_free (EntenteTruthStudy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteTruthStudy, entente_truth_study_free)

/* A filter of some criteria, for it. */
EntenteQuery *entente_truth_query_new (const EntenteTruthStudy *study);

G_END_DECLS
