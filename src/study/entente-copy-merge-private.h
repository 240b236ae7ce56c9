/* What the files of EntenteCopyMerge share among themselves; nobody else includes this. */
#pragma once

#include "entente-copy-merge.h"

G_BEGIN_DECLS

/* One record as it was before, is here and is there. */
typedef struct {
  EntenteRecord key;
  EntenteRecord *base, *mine, *theirs; /* each NULL where there is none */
  gboolean has_base; /* is it known what was before? */
  gint64 number; /* row of their journal that touched it last; 0 unknown */
  EntenteFieldMask taken; /* theirs without a question */
  gboolean is_touched; /* of one that was deleted: the other side changed it or added to it */
  gboolean is_root; /* of one deleted there: nothing that it hangs on was */
  GPtrArray *members; /* of one deleted here, at the root of what went: what hangs on it there;
                         borrowed triples */
} EntenteCopyTriple;

struct _EntenteCopyMerge {
  gatomicrefcount count;
  char *name;
  gboolean has_history;
  gint64 parting; /* last row of my journal that both files have */
  char *mark; /* name of the setting that says that this state was merged, or NULL */
  gint64 version; /* of the study when the copy was read */
  EntenteStore *store; /* the study */
  GHashTable *triples; /* EntenteRecord * of the triple -> EntenteCopyTriple, owned */
  GPtrArray *order; /* the same, as they were met; borrowed */
  GPtrArray *conflicts;
  GPtrArray *taken; /* EntenteCopyTaken */
  EntenteCopyProgress *progress; /* while it is read; borrowed, or NULL */
  guint n_added, n_changed, n_deleted;
};

/* Sorts of records in the result. */
#define entente_copy_is_added(t) ((t)->mine == NULL && (t)->theirs != NULL && (t)->base == NULL)
#define entente_copy_is_deleted_here(t)                                                            \
  ((t)->mine == NULL && (t)->theirs != NULL && (t)->base != NULL)
#define entente_copy_is_deleted_there(t)                                                           \
  ((t)->mine != NULL && (t)->theirs == NULL && (t)->base != NULL)

guint entente_copy_hash_key (gconstpointer key);
gboolean entente_copy_equal_keys (gconstpointer a, gconstpointer b);
EntenteCopyTriple *entente_copy_merge_find (const EntenteCopyMerge *merge,
                                            EntenteEntity entity,
                                            EntenteId id);
/* The record, or NULL without an error when there is none. */
gboolean entente_copy_read (EntenteStore *store,
                            EntenteEntity entity,
                            EntenteId id,
                            EntenteRecord **record,
                            GError **error);

/* ---- references: entente-copy-merge-references.c ---- */

typedef struct {
  guint field; /* number in its entity */
  EntenteEntity entity;
  EntenteId id;
  gboolean
    owns; /* what is named takes the record with it when it goes; else the reference is cleared */
} EntenteCopyReference;

/* All records that @record names: of EntenteCopyReference. @fields in the stores tell whose the
 * values of own fields are. */
GArray *entente_copy_list_references (EntenteStore *store,
                                      EntenteStore *other,
                                      gconstpointer record);
/* Takes the id out of that field. */
void entente_copy_clear_reference (gpointer record, const EntenteCopyReference *reference);
/* All records of @store that name the record: array of records, owned. */
GPtrArray *entente_copy_list_naming (EntenteStore *store,
                                     EntenteEntity entity,
                                     EntenteId id,
                                     GError **error);
/* The fields of @entity that are decided together with @field, itself included. */
EntenteFieldMask entente_copy_get_group (EntenteEntity entity, guint field);

/* ---- the difference: entente-copy-merge-difference.c, entente-copy-merge-deletions.c ---- */

/* Fills triples and conflicts (without words). */
gboolean entente_copy_find_difference (EntenteCopyMerge *merge,
                                       EntenteStore *theirs,
                                       GCancellable *cancellable,
                                       GError **error);
/* Beyond the fields: what was deleted on one side and used on the other. */
gboolean entente_copy_find_deletions (EntenteCopyMerge *merge,
                                      EntenteStore *theirs,
                                      GCancellable *cancellable,
                                      GError **error);
EntenteCopyConflict *entente_copy_add_conflict (EntenteCopyMerge *merge,
                                                EntenteCopyConflictKind kind,
                                                const EntenteRecord *key,
                                                EntenteFieldMask fields);
/* Is it a setting that names a state that was merged? */
gboolean entente_copy_is_mark (const EntenteRecord *record);
/* Fills what conflicts say to a person. */
gboolean entente_copy_word_conflicts (EntenteCopyMerge *merge,
                                      EntenteStore *theirs,
                                      GCancellable *cancellable,
                                      GError **error);
/* "Title, Date". Free. */
char *entente_copy_word_fields (EntenteEntity entity, EntenteFieldMask mask);
/* Fills what is taken over, by kind of record. */
gboolean entente_copy_list_taken (EntenteCopyMerge *merge,
                                  EntenteStore *theirs,
                                  GCancellable *cancellable,
                                  GError **error);
/* The reading is at @done of @n between the two parts of ENTENTE_COPY_DONE. */
void entente_copy_merge_tell (EntenteCopyMerge *merge, gint from, gint to, guint done, guint n);
/* A triple for a record that is looked at besides. Takes the records. */
EntenteCopyTriple *entente_copy_merge_add (EntenteCopyMerge *merge,
                                           const EntenteRecord *key,
                                           EntenteRecord *base,
                                           EntenteRecord *mine,
                                           EntenteRecord *theirs);

G_END_DECLS
