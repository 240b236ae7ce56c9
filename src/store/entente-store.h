/* EntenteStore: the face of the one SQLite file that holds a study.
 *
 * One store per file per process. The connection lives on a worker thread of the store's own; every
 * function here may be called from any thread: it hands a job to the worker and blocks until it is
 * done, unless its name ends in _async (then it returns at once and calls back in the caller's
 * thread-default main context). A window calls only _async functions. Nothing outside store/ sees
 * SQLite.
 *
 * Every edit is one EntenteStep: one IMMEDIATE transaction, recorded by the session extension,
 * committed with its journal row or not at all. When a function returns TRUE the change is on disk.
 */
#pragma once

#include "entente-error.h"
#include "entente-row.h"
#include "entente-study-records.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_STORE (entente_store_get_type ())
G_DECLARE_FINAL_TYPE (EntenteStore, entente_store, ENTENTE, STORE, GObject)

/* "ENT1" in the header of the file. */
#define ENTENTE_STORE_APPLICATION_ID 0x454E5431

/* ---- steps ---- */

typedef enum { ENTENTE_INSERT, ENTENTE_UPDATE, ENTENTE_DELETE } EntenteOperation;

typedef struct {
  EntenteOperation operation;
  EntenteRecord *record; /* DELETE uses entity and id only */
  EntenteFieldMask
    fields; /* of UPDATE: those that are written; the others stay as they are in the file by then */
} EntenteChange;

/* One edit of a person: a label ("Add event") and its changes, carried out in order. */
typedef struct {
  char *label;
  GPtrArray *changes; /* of EntenteChange */
} EntenteStep;

EntenteStep *entente_step_new (const char *label);
void entente_step_free (EntenteStep *step);
/* Takes a reference of its own. INSERT gives a record without id a new one. */
void entente_step_insert (EntenteStep *step, gpointer record);
void entente_step_update (EntenteStep *step, gpointer record);
/* Updates these fields only: what others changed before it is the turn of this step, stays. */
void entente_step_update_fields (EntenteStep *step, gpointer record, EntenteFieldMask fields);
/* Deletes the record with all that hangs on it, children first (an event with its participations,
 * claims, links; an article with revisions, footnotes, passages and their claims). */
void entente_step_delete (EntenteStep *step, EntenteEntity entity, EntenteId id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStep, entente_step_free)

/* What a step, undo or redo changed, read off its changeset. */
typedef struct {
  GArray *ids[ENTENTE_N_ENTITIES]; /* EntenteId inserted or updated, or NULL */
  GArray *deleted[ENTENTE_N_ENTITIES]; /* EntenteId deleted, rising, or NULL */
  GArray *events; /* EntenteId, rising, of every event whose row, participations, claims or links
                     changed, or an article below */
  gboolean everything; /* too much to list (an import): read all anew */
  gint64 step; /* number of the step by which it can be taken back; 0 after an undo, and when
                  nothing changed */
  char *label;
} EntenteChangeSet;

GType entente_change_set_get_type (void);
/* For a change too large to list. */
EntenteChangeSet *entente_change_set_new_everything (const char *label);
EntenteChangeSet *entente_change_set_ref (EntenteChangeSet *changes);
void entente_change_set_unref (EntenteChangeSet *changes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteChangeSet, entente_change_set_unref)

/* ---- open and close ---- */

typedef enum {
  ENTENTE_OPEN_EXISTING,
  ENTENTE_OPEN_CREATE, /* makes a new study; refuses to overwrite anything */
  ENTENTE_OPEN_READ_ONLY,
} EntenteOpenMode;

/* Opens, hardens (entente-harden.h), checks and migrates. The error names the file and the mend. */
EntenteStore *entente_store_open (const char *path,
                                  EntenteOpenMode mode,
                                  GCancellable *cancellable,
                                  GError **error);
void entente_store_open_async (const char *path,
                               EntenteOpenMode mode,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EntenteStore *entente_store_open_finish (GAsyncResult *result, GError **error);
/* Waits for the jobs under way, closes the file and ends the worker; an import under way is
 * cancelled. Called by dispose too. */
void entente_store_close (EntenteStore *store);
const char *entente_store_get_path (EntenteStore *store);
gboolean entente_store_is_read_only (EntenteStore *store);
/* From now on every study that this process opens for editing is held until it is closed: another
 * process that holds files too opens it for reading only. For programs that keep studies open. Any
 * thread. */
void entente_store_hold_files (void);
/* Is it read-only because another program held it when it was opened? */
gboolean entente_store_is_in_use_elsewhere (EntenteStore *store);
/* What may change the file behind our back, as it was when the study was opened. */
typedef enum {
  ENTENTE_FILE_PLACE_LOCAL,
  ENTENTE_FILE_PLACE_NETWORK, /* on another computer */
  ENTENTE_FILE_PLACE_SYNCHRONISED, /* a program carries it to and from other computers */
} EntenteFilePlace;
EntenteFilePlace entente_store_get_file_place (EntenteStore *store);

/* ---- jobs ---- */

/* Runs @func on the worker, where the reading functions below may be called without a further hop,
 * and calls back with its result; one that comes after the call was cancelled goes to @result_free
 * (or NULL). How model and window read without blocking. */
typedef gpointer (*EntenteStoreFunc) (EntenteStore *store,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);
void entente_store_run_async (EntenteStore *store,
                              EntenteStoreFunc func,
                              gpointer data,
                              GDestroyNotify data_free,
                              GDestroyNotify result_free,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* The same for a job that edits (apply, undo, redo, import): it waits for the end of an import that
 * is under way, whereas an edit within entente_store_run_async() is then refused as BUSY. */
void entente_store_run_edit_async (EntenteStore *store,
                                   EntenteStoreFunc func,
                                   gpointer data,
                                   GDestroyNotify data_free,
                                   GDestroyNotify result_free,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gpointer entente_store_run_finish (EntenteStore *store, GAsyncResult *result, GError **error);

/* ---- reading ---- */

/* All rows of the study into @sink, on the worker thread. */
gboolean entente_store_read_rows (EntenteStore *store,
                                  const EntenteRowSink *sink,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
/* Rows of these events only, with their participations, claims and links; and of the registry
 * (actors … articles) when @registry. */
gboolean entente_store_read_some_rows (EntenteStore *store,
                                       const EntenteId *events,
                                       guint n_events,
                                       gboolean registry,
                                       const EntenteRowSink *sink,
                                       gpointer data,
                                       GError **error);
/* What a caller made of all rows may be kept for the next time that this user opens the file, if
 * nobody writes to it until then: beside the user's other caches, not in the study.
 *
 * The state of the file when all rows were read and every change since was followed, in words. NULL
 * where none can be told: another program wrote, an import is under way, something is damaged, the
 * file knows no locks. Free. */
char *entente_store_get_state (EntenteStore *store);
typedef gboolean (*EntenteKeptWrite) (gconstpointer bytes, gsize n, gpointer writer);
typedef gboolean (*EntenteKeptWriteFunc) (EntenteKeptWrite write, gpointer writer, gpointer data);
/* Keeps what @func writes as made of the file in @state; in place of what was kept of the file
 * before. FALSE, and nothing is kept, when it cannot be written or @func gives FALSE. Any thread;
 * the store is not asked. */
gboolean entente_kept_write (const char *state, EntenteKeptWriteFunc func, gpointer data);

typedef gboolean (*EntenteKeptRead) (gpointer bytes, gsize n, gpointer reader);
typedef gboolean (*EntenteKeptFunc) (gsize size,
                                     EntenteKeptRead read,
                                     gpointer reader,
                                     gpointer data);
/* When something was kept of the file as it is now: rows with words first (the registry, claims
 * that name an outlet or a value of their own, orders and the events that they name) into @sink,
 * then the bytes to @func, on the worker. FALSE when nothing was kept, @func gave FALSE, or a row
 * could not be read: then entente_store_read_rows() is the way. */
gboolean entente_store_read_kept (EntenteStore *store,
                                  const EntenteRowSink *sink,
                                  gpointer sink_data,
                                  EntenteKeptFunc func,
                                  gpointer func_data,
                                  GCancellable *cancellable);
/* One record; NOT_FOUND when it is gone. */
gpointer entente_store_get (EntenteStore *store,
                            EntenteEntity entity,
                            EntenteId id,
                            GError **error);
/* Article of a revision, without reading its text; none with an error when the revision is gone. */
EntenteId entente_store_get_article_of (EntenteStore *store, EntenteId revision, GError **error);
/* Has the article of this revision a newer text? No text is read. */
gboolean entente_store_is_outdated (EntenteStore *store, EntenteId revision);
/* All records of an entity in order of id (articles: as imported). Array of records, owned. */
GPtrArray *entente_store_list (EntenteStore *store, EntenteEntity entity, GError **error);
/* The same in order of id, for who wants whole tables of a large study and may wait: jobs of at
 * most 10 ms, between which others are served and edits are made. So it is one state of the study
 * only if entente_store_get_version() is the same afterwards. From a job of the worker it is one
 * job. */
GPtrArray *entente_store_list_in_slices (EntenteStore *store,
                                         EntenteEntity entity,
                                         GCancellable *cancellable,
                                         GError **error);
/* Records of @entity whose parent is @parent: aliases and affiliations of an actor; revisions of an
 * article; footnotes and passages of a revision; participations, claims, links and orders of an
 * event (links from either end); claims of a passage; claims by article. INVALID for a pair that
 * has no such relation. */
GPtrArray *entente_store_list_of (EntenteStore *store,
                                  EntenteEntity entity,
                                  EntenteEntity parent_entity,
                                  EntenteId parent,
                                  GError **error);
/* Records of @entity that name the record @id of @target in any of their fields: participations in
 * which an actor acts and those in which somebody speaks for it. Empty when records of @entity
 * never do. */
GPtrArray *entente_store_list_naming (EntenteStore *store,
                                      EntenteEntity entity,
                                      EntenteEntity target,
                                      EntenteId id,
                                      GError **error);
/* Titles of many events; NULL where an event has none. Array of n strings, each owned. */
char **entente_store_get_titles (EntenteStore *store,
                                 const EntenteId *events,
                                 guint n,
                                 GError **error);
gint64 entente_store_count (EntenteStore *store, EntenteEntity entity, GError **error);
/* Setting by name, or NULL. */
char *entente_store_get_setting (EntenteStore *store, const char *name);

/* Ids of events, rising, whose title, summary, quotes or notes match; FTS5 with prefix of the last
 * word, "phrases", AND, OR, NOT; a query that is no valid expression is searched as plain words. */
GArray *entente_store_search_events (EntenteStore *store, const char *words, GError **error);
/* Ids of articles, best first; of words that thousands of texts have, the newest first. */
GArray *entente_store_search_articles (EntenteStore *store,
                                       const char *words,
                                       guint limit,
                                       GError **error);

/* ---- the past ---- */

/* What one step did to one record. */
typedef struct {
  gint64 number; /* of its row in the journal, which may be an undo */
  gint64 time; /* seconds since 1970 UTC; -1 when none was read */
  char *coder; /* or NULL */
  char *label;
  gint64 undoes, redoes; /* as in EntenteJournalEntry */
  EntenteOperation operation;
  EntenteRecord *before; /* NULL of INSERT */
  EntenteRecord *after; /* NULL of DELETE */
  EntenteFieldMask fields; /* in which they differ; of UPDATE */
} EntenteRecordChange;
void entente_record_change_free (EntenteRecordChange *change);
/* Everything that the journal knows of the record and, of an event or actor, of its parts
 * (participations and claims; other names and affiliations), newest first: array of
 * EntenteRecordChange, owned. The record itself may be gone. */
GPtrArray *entente_store_get_record_history (EntenteStore *store,
                                             EntenteEntity entity,
                                             EntenteId id,
                                             GCancellable *cancellable,
                                             GError **error);

typedef struct {
  EntenteEntity entity;
  EntenteId id;
  gint64 number; /* of the newest row of the journal that touched it */
} EntenteTouched;
/* The records that rows of the journal after row @after touched: array of EntenteTouched, those
 * touched last first. */
GArray *entente_store_get_touched (EntenteStore *store,
                                   gint64 after,
                                   GCancellable *cancellable,
                                   GError **error);
/* Records (@keys) as they were after row @number of the journal; 0: before its first. Array of n
 * records, each owned, NULL where there was none then. */
GPtrArray *entente_store_get_past (EntenteStore *store,
                                   gint64 number,
                                   const EntenteRecord *keys,
                                   guint n,
                                   GCancellable *cancellable,
                                   GError **error);
/* For each row of the journal, oldest first, a text that is the same in two files only when their
 * histories are the same up to and with that row. Text N belongs to row N + 1. Owned. In jobs of at
 * most 10 ms, as entente_store_list_in_slices(); rows that are added meanwhile may be there. */
GPtrArray *entente_store_get_fingerprints (EntenteStore *store,
                                           GCancellable *cancellable,
                                           GError **error);

/* ---- writing ---- */

/* Carries the step out. On any error nothing is changed. @step stays the caller's. CONFLICT when
 * another program wrote since the rows were read: nothing is written, by this and every later call,
 * until entente_store_read_rows() has read them anew. A step that changes nothing leaves no row in
 * the history. The time of a step is that of SOURCE_DATE_EPOCH where that is set. */
EntenteChangeSet *entente_store_apply (EntenteStore *store,
                                       const EntenteStep *step,
                                       GError **error);
EntenteChangeSet *entente_store_undo (EntenteStore *store, GError **error);
EntenteChangeSet *entente_store_redo (EntenteStore *store, GError **error);
/* Undoes the step @number (EntenteChangeSet.step) and no other: NOT_FOUND when it is not the next
 * to be undone. */
EntenteChangeSet *entente_store_undo_step (EntenteStore *store, gint64 number, GError **error);

/* What would be undone or redone next, for menus; NULL when nothing. Free. */
char *entente_store_get_undo_label (EntenteStore *store);
char *entente_store_get_redo_label (EntenteStore *store);
/* Number of the step that would be undone next; 0 for none. */
gint64 entente_store_get_undo_step (EntenteStore *store);

typedef struct {
  gint64 number;
  gint64 time; /* seconds since 1970 UTC; -1 when none was read */
  char *coder;
  char *label;
  gint64 undoes; /* number of the step that this one undoes, 0 for none */
  gint64 redoes; /* number of the step that this one does again, 0 for none */
  gboolean undone; /* is it undone now? */
} EntenteJournalEntry;
void entente_journal_entry_free (EntenteJournalEntry *entry);
/* Oldest first. */
GPtrArray *entente_store_get_history (EntenteStore *store, GError **error);
/* Number of the newest journal row: the version of the data. */
gint64 entente_store_get_version (EntenteStore *store);
/* The coder whose name new steps bear; NULL for none. */
void entente_store_set_coder (EntenteStore *store, const char *name);

/* Bulk work in one step: @next is called on the worker until it returns NULL (end, or error set);
 * the record it returns is inserted and released. Slices of at most 10 ms with reads served
 * between, which do not see the unfinished rows. Cancelled: nothing is changed. */
typedef gpointer (*EntenteRecordSource) (gpointer data, GError **error);
typedef void (*EntenteProgress) (gint64 done, gpointer data);
EntenteChangeSet *entente_store_import (EntenteStore *store,
                                        const char *label,
                                        EntenteRecordSource next,
                                        gpointer data,
                                        EntenteProgress progress,
                                        gpointer progress_data,
                                        GCancellable *cancellable,
                                        GError **error);

/* ---- care ---- */

/* Integrity of file, schema, references and search index; sentences of what is wrong, empty when
 * all is well. */
GPtrArray *entente_store_check (EntenteStore *store, GError **error);
/* Drops the search index and builds it anew. */
gboolean entente_store_rebuild_search (EntenteStore *store, GError **error);
/* A copy at @target, which must not exist, with its history, a fresh index of words, and without
 * what entente_store_check() finds in the tables: complete or absent. What was found, with how it
 * was mended: array of sentences, owned; empty when all was well. */
GPtrArray *entente_store_repair (EntenteStore *store,
                                 const char *target,
                                 GCancellable *cancellable,
                                 GError **error);

/* ---- what is left of a damaged study ---- */

/* How many of all pages of the file were read so far; in the thread of the call. */
typedef void (*EntenteRecoverProgress) (guint32 done, guint32 n_pages, gpointer data);

/* Reads every record that is whole off the file at @path, which is only read and stays as it is,
 * and writes them as a study at @target, which must not exist: complete or absent. Records that
 * cannot be without what is lost, and the history of steps, stay behind. What was read and what was
 * not: array of sentences, owned; the same is kept in the log of the new study. NULL with an error
 * that names the file when nothing could be read, when it is no study, or when @target could not be
 * written. Blocks; any thread. */
GPtrArray *entente_recover_study (const char *path,
                                  const char *target,
                                  EntenteRecoverProgress progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
/* "talks (recovered).entente" beside "talks.entente", with a number when there is one. Free. */
char *entente_recover_get_beside (const char *path);

/* ---- backups ---- */

/* For all studies of this process: what all backups of one study may take together. Any thread. */
#define ENTENTE_BACKUP_DEFAULT_LIMIT_MB 1000
void entente_backup_set_limit (guint megabytes);
/* In bytes. */
guint64 entente_backup_get_limit (void);

/* In the user's data folder: entente/backups/<name>-<number>/<time>.entente. Each is a whole copy
 * with its history; before it got its name its pages were checked and its rows counted, and what
 * was found wanting is not kept. 12 days, 10 weeks and 9 months of them stay, as far as the limit
 * allows; the newest always does. */
typedef struct {
  char *path;
  gint64 time; /* when it was made, seconds since 1970 */
  guint64 size; /* bytes */
  gint64 n_events;
  gint64 n_articles;
  gboolean whole; /* it was found whole when it was made, and its records can be counted now */
} EntenteBackup;

void entente_backup_free (EntenteBackup *backup);

/* The folder of the backups of the study at @path, whether it is there or not. Free. */
char *entente_backup_get_folder (const char *path);
/* Backups of the study at @path (EntenteBackup), the newest first; empty when there are none.
 * Blocks. */
GPtrArray *entente_backup_list (const char *path);
/* The same without a look into them: whole and numbers stay unknown. */
GPtrArray *entente_backup_list_names (const char *folder);
/* A name for a copy of @backup beside the study at @path, with its day in it, that is not taken.
 * Free. */
char *entente_backup_get_beside (const EntenteBackup *backup, const char *path);

/* Makes one if a step was made since the last one; what goes wrong is also noted in the study.
 * Waits for the end of an import. */
gboolean entente_store_back_up (EntenteStore *store, GCancellable *cancellable, GError **error);
/* A copy without holes at @path, which must not exist; complete or absent. Without history when
 * @history is FALSE. */
gboolean entente_store_copy (EntenteStore *store,
                             const char *path,
                             gboolean history,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS

/* The rest of the face, a header for each part. */
#include "entente-draft.h"
#include "entente-file-facts.h"
#include "entente-log.h"
#include "entente-send.h"
