/* EntenteCopyMerge: what somebody else did in their copy of the study, to be taken over as one
 * step.
 *
 * Where the two files share the beginning of their histories, or one of them was merged into the
 * other before, the state that both come from is rebuilt from the journal of the copy, and only
 * what was done there since is looked at, record by record and field by field against three states:
 * before, mine, theirs. The recorded changes are thus taken over by what they did and not carried
 * out again, so that what meets a change of mine is a question instead of an end. Without a common
 * history both files are compared record by record, by their ids, and every difference of a record
 * that both have is a question.
 *
 * Taken without asking: what only they did. Left alone: what only I did, and what both did alike. A
 * question (conflict): a field that both changed differently; a record that one deleted and the
 * other changed or added to. What hangs together (the place of a passage, the two ends of a link)
 * is decided together. A part of a record that is gone in the end goes with it; a reference to one
 * is cleared; so nothing that is made here breaks a reference.
 *
 * The step leaves a setting that names the state of the copy; merging the same state twice is thus
 * nothing new. The copy is opened for reading only, hardened as any study, and closed when it was
 * read. Immutable once read; any thread. Everything here blocks: a window calls
 * entente_study_read_copy_async().
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_COPY_BOTH_CHANGED, /* the fields of a record, differently */
  ENTENTE_COPY_DELETED_HERE, /* and changed or added to there */
  ENTENTE_COPY_DELETED_THERE, /* and changed or added to here */
} EntenteCopyConflictKind;

typedef struct {
  EntenteCopyConflictKind kind;
  EntenteRecord key;
  EntenteFieldMask fields; /* of BOTH_CHANGED: decided together */
  char *title; /* of the record */
  char *field; /* its name in words, "Date"; NULL of a deletion */
  char *mine, *theirs; /* in words: the value, or what was done */
  char *my_coder, *their_coder; /* who did so, or NULL */
  gint64 my_time, their_time; /* seconds since 1970 UTC; -1 when not known */
} EntenteCopyConflict;

typedef enum { ENTENTE_COPY_MINE, ENTENTE_COPY_THEIRS } EntenteCopyChoice;

/* What is taken over without a question, of one kind of record. */
typedef struct {
  EntenteOperation operation;
  EntenteEntity entity;
  guint n; /* records */
  GStrv titles; /* of the first ENTENTE_COPY_TITLES of them; of one that is changed with its fields,
                   "Ada asks: Title, Date" */
} EntenteCopyTaken;

#define ENTENTE_COPY_TITLES 200

typedef struct _EntenteCopyMerge EntenteCopyMerge;

/* How far the reading is, for another thread to look at. */
typedef struct {
  gint done; /* of ENTENTE_COPY_DONE; atomic */
} EntenteCopyProgress;

#define ENTENTE_COPY_DONE 1000

/* Freed with g_atomic_rc_box_release. */
EntenteCopyProgress *entente_copy_progress_new (void);
/* 0 to 1. */
double entente_copy_progress_get (EntenteCopyProgress *progress);

/* @progress may be NULL. INVALID when @path is the study itself; else the errors of
 * entente_store_open(), or CORRUPT when the history of the copy cannot be read. */
EntenteCopyMerge *entente_copy_merge_read (EntenteStore *store,
                                           const char *path,
                                           EntenteCopyProgress *progress,
                                           GCancellable *cancellable,
                                           GError **error);
EntenteCopyMerge *entente_copy_merge_ref (EntenteCopyMerge *merge);
void entente_copy_merge_unref (EntenteCopyMerge *merge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteCopyMerge, entente_copy_merge_unref)

/* Name of the file, for the label of the step. Borrowed. */
const char *entente_copy_merge_get_name (const EntenteCopyMerge *merge);
/* Do both files share a history, so that what is not asked is known to be theirs alone? */
gboolean entente_copy_merge_has_history (const EntenteCopyMerge *merge);
/* Records that are taken over without a question. */
guint entente_copy_merge_get_n_added (const EntenteCopyMerge *merge);
guint entente_copy_merge_get_n_changed (const EntenteCopyMerge *merge);
guint entente_copy_merge_get_n_deleted (const EntenteCopyMerge *merge);
/* The same by kind of record: array of EntenteCopyTaken, what is added first, what is deleted last.
 * A setting that names a state that was merged is none. Borrowed. */
const GPtrArray *entente_copy_merge_get_taken (const EntenteCopyMerge *merge);
/* "Added: event (3)". Free. */
char *entente_copy_taken_describe (const EntenteCopyTaken *taken);
/* A sentence of these three, or that there is nothing new. Free. */
char *entente_copy_merge_describe (const EntenteCopyMerge *merge);
/* Array of EntenteCopyConflict, by record. Borrowed. */
const GPtrArray *entente_copy_merge_get_conflicts (const EntenteCopyMerge *merge);
/* The one step; @choices has one for each conflict. NULL without an error when there is nothing to
 * do. CONFLICT when the study was changed since the copy was read: read it again. */
EntenteStep *entente_copy_merge_create_step (const EntenteCopyMerge *merge,
                                             const EntenteCopyChoice *choices,
                                             GError **error);

/* The same in a thread, which keeps a reference to @progress. */
void entente_study_read_copy_async (EntenteStudy *study,
                                    const char *path,
                                    EntenteCopyProgress *progress,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
EntenteCopyMerge *entente_study_read_copy_finish (EntenteStudy *study,
                                                  GAsyncResult *result,
                                                  GError **error);
/* Makes the step and carries it out; what it changed, an empty change when there was nothing. */
void entente_study_merge_copy_async (EntenteStudy *study,
                                     EntenteCopyMerge *merge,
                                     const EntenteCopyChoice *choices,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
EntenteChangeSet *entente_study_merge_copy_finish (EntenteStudy *study,
                                                   GAsyncResult *result,
                                                   GError **error);

G_END_DECLS
