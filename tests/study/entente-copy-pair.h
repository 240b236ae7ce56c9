/* A study and a copy of it, both open, to be edited apart and merged; for tests. */
#pragma once

#include "entente-copy-merge.h"
#include "entente-store-fixture.h"

G_BEGIN_DECLS

typedef struct {
  EntenteStore *mine; /* of the fixture */
  EntenteStore *theirs;
  char *path; /* of theirs */
  GHashTable *base; /* all records when the copy was made */
} EntenteCopyPair;

/* "Ada" works in the study of the fixture, "Ben" in the copy. */
void entente_copy_pair_init (EntenteCopyPair *pair, EntenteStoreFixture *fixture);
void entente_copy_pair_clear (EntenteCopyPair *pair);
/* All records of a study: by their entity and id, which is what each begins with. Free with
 * g_hash_table_unref. */
GHashTable *entente_copy_pair_read_all (EntenteStore *store);

/* What a merge of theirs would do; it must be readable. */
EntenteCopyMerge *entente_copy_pair_read (EntenteCopyPair *pair);
/* Carries it out; FALSE when there was nothing to do. */
gboolean entente_copy_pair_apply (EntenteCopyPair *pair,
                                  const EntenteCopyMerge *merge,
                                  const EntenteCopyChoice *choices);
/* Both, with all conflicts, of which there must be so many, decided alike. */
gboolean entente_copy_pair_merge (EntenteCopyPair *pair,
                                  EntenteCopyChoice choice,
                                  guint n_conflicts);
/* Merging the same again does nothing and asks nothing. */
void entente_copy_pair_assert_nothing_more (EntenteCopyPair *pair);

G_END_DECLS
