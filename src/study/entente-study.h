/* EntenteStudy: one open study: its store, its chronicle and its history.
 *
 * What window and command line share. Lives on the thread that made it (the main thread of a
 * window), where all its signals are emitted and its properties notify; the store's worker does the
 * slow part. Functions whose name ends in _async never block; the others block and are for the
 * command line and tests.
 */
#pragma once

#include "entente-article-draft.h"
#include "entente-chronicle.h"
#include "entente-detail.h"
#include "entente-query.h"
#include "entente-store.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_STUDY (entente_study_get_type ())
G_DECLARE_FINAL_TYPE (EntenteStudy, entente_study, ENTENTE, STUDY, GObject)

/* Properties: "title" (string, never empty: the setting "title", else the name of the file),
 * "path", "read-only", "chronicle" (boxed pointer, notifies with each change), "can-undo",
 * "can-redo", "undo-label", "redo-label", "busy-label" (what a long job does, or NULL),
 * "busy-fraction" (0 to 1, or -1 when unknown), "n-waiting" (edits that wait for the end of an
 * import). Signals: "changed" (EntenteChangeSet *): after each step, undo and redo; the chronicle
 * is already the new one. "read-failed" (char *sentence): rows could not be read, what is shown is
 * that of before; they are read as soon as it goes. "titles-read" (): titles that were asked for
 * are there, see entente_study_get_event_title(). */

EntenteStudy *entente_study_open (const char *path,
                                  EntenteOpenMode mode,
                                  GCancellable *cancellable,
                                  GError **error);
void entente_study_open_async (const char *path,
                               EntenteOpenMode mode,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
EntenteStudy *entente_study_open_finish (GAsyncResult *result, GError **error);
/* Has all rows read anew, in a while; when that fails, again after a growing pause: what depends on
 * today ("no word since") is of this day then. */
void entente_study_reload (EntenteStudy *study);
/* Waits for the jobs under way; what is asked of the study afterwards is refused. Called by dispose
 * too. */
void entente_study_close (EntenteStudy *study);

/* From now on backups are made (entente-backup.h): when the study is closed after changes, without
 * keeping whoever closes it for longer than a moment, and else when it has been open again for a
 * while. For a study that a person works with. */
void entente_study_keep_backups (EntenteStudy *study);

/* Borrowed, as are title and path. */
EntenteStore *entente_study_get_store (EntenteStudy *study);
const char *entente_study_get_title (EntenteStudy *study);
const char *entente_study_get_path (EntenteStudy *study);
gboolean entente_study_is_read_only (EntenteStudy *study);
/* Borrowed until the next change; take a reference to keep it. */
EntenteChronicle *entente_study_get_chronicle (EntenteStudy *study);
/* Number of the last step; rises with each step, undo and redo. */
gint64 entente_study_get_version (EntenteStudy *study);

/* Runs @func on the store's worker and waits for its result; signals and sources of the main
 * context rest meanwhile. */
gpointer entente_study_run (EntenteStudy *study,
                            EntenteStoreFunc func,
                            gpointer data,
                            GError **error);

/* ---- edits: every one goes through here ---- */

EntenteChangeSet *entente_study_apply (EntenteStudy *study,
                                       const EntenteStep *step,
                                       GError **error);
/* Takes @step. */
void entente_study_apply_async (EntenteStudy *study,
                                EntenteStep *step,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
EntenteChangeSet *entente_study_apply_finish (EntenteStudy *study,
                                              GAsyncResult *result,
                                              GError **error);
EntenteChangeSet *entente_study_undo (EntenteStudy *study, GError **error);
EntenteChangeSet *entente_study_redo (EntenteStudy *study, GError **error);
/* While a table is imported only the step that is the latest now can be undone: the end of the
 * import refuses it, as below. */
void entente_study_undo_async (EntenteStudy *study,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void entente_study_redo_async (EntenteStudy *study,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
/* Undoes the step @number (EntenteChangeSet.step) and no other: NOT_FOUND when it is not the next
 * to be undone. */
void entente_study_undo_step_async (EntenteStudy *study,
                                    gint64 number,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Finishes undo and redo. */
EntenteChangeSet *entente_study_history_finish (EntenteStudy *study,
                                                GAsyncResult *result,
                                                GError **error);
gboolean entente_study_can_undo (EntenteStudy *study);
gboolean entente_study_can_redo (EntenteStudy *study);
/* Number of the step that would be undone next, 0 for none; new with each "changed". */
gint64 entente_study_get_undo_step (EntenteStudy *study);
const char *entente_study_get_undo_label (EntenteStudy *study);
const char *entente_study_get_redo_label (EntenteStudy *study);

/* ---- reading ---- */

/* Everything of one event, and of one article: what inspector and article pane show and a summary
 * prints. NOT_FOUND when it is gone. */
EntenteEventDetail *entente_study_read_event (EntenteStudy *study, EntenteId event, GError **error);
void entente_study_read_event_async (EntenteStudy *study,
                                     EntenteId event,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
EntenteEventDetail *entente_study_read_event_finish (EntenteStudy *study,
                                                     GAsyncResult *result,
                                                     GError **error);

/* Of several events, what the list of them shows: EntenteId -> EntenteEvent, NULL for one that is
 * not there. One that could not be read now is not in it. */
void entente_study_read_events_async (EntenteStudy *study,
                                      const EntenteId *events,
                                      guint n,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GHashTable *entente_study_read_events_finish (EntenteStudy *study,
                                              GAsyncResult *result,
                                              GError **error);

/* The steps of the journal (EntenteJournalEntry), oldest first. */
void entente_study_read_history_async (EntenteStudy *study,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
GPtrArray *entente_study_read_history_finish (EntenteStudy *study,
                                              GAsyncResult *result,
                                              GError **error);
/* Who makes the steps from now on. */
void entente_study_set_coder (EntenteStudy *study, const char *coder);

EntenteArticleDetail *entente_study_read_article (EntenteStudy *study,
                                                  EntenteId article,
                                                  GError **error);
void entente_study_read_article_async (EntenteStudy *study,
                                       EntenteId article,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
EntenteArticleDetail *entente_study_read_article_finish (EntenteStudy *study,
                                                         GAsyncResult *result,
                                                         GError **error);

/* Its own title, else the chronicle's description. Free. */
char *entente_study_dup_event_title (EntenteStudy *study, const EntenteEvent *event);
/* "Taliban turn Kabul down · 22 August 2018 (1 report)", described until "titles-read"; NULL: it is
 * gone. Main thread. Free. */
char *entente_study_dup_event_line (EntenteStudy *study, EntenteId event);

/* Title of an event for display: its own, else chronicle's description; NULL while not yet read,
 * and then "titles-read" is emitted once it is (all requests of one main loop turn are read
 * together). Cached, and borrowed until the main loop turns. */
const char *entente_study_get_event_title (EntenteStudy *study, EntenteId event);

/* What a round is called in lists: its own title, else kind and time, and so until "titles-read";
 * NULL: it is gone. Main thread. Free. */
char *entente_study_dup_round_title (EntenteStudy *study, EntenteId round);

/* Titles of many events as they are recorded, NULL where one has none: an array of @n strings, all
 * of them the caller's. Blocking; any thread, as for print. */
char **entente_study_read_titles (EntenteStudy *study,
                                  const EntenteId *events,
                                  guint n,
                                  GError **error);

/* The filter as entente_query_format() has it, with the titles of rounds: described until
 * "titles-read". Main thread. Free. */
char *entente_study_format_query (EntenteStudy *study, const EntenteQuery *query);
/* The same with titles that are read first. Blocking; for the command line. Free. */
char *entente_study_read_query (EntenteStudy *study, const EntenteQuery *query);

/* Rows that pass @query, full-text words included. Blocking; for the command line, print and tests.
 */
EntenteBitset *entente_study_match (EntenteStudy *study, const EntenteQuery *query, GError **error);
/* Rows of the events found by full-text search. */
EntenteBitset *entente_study_search (EntenteStudy *study, const char *words, GError **error);
void entente_study_search_async (EntenteStudy *study,
                                 const char *words,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
/* Rows of the chronicle at the time of finishing. */
EntenteBitset *entente_study_search_finish (EntenteStudy *study,
                                            GAsyncResult *result,
                                            GError **error);

/* Ids (EntenteId) of at most @limit articles by words of title, authors, note and text, best first.
 * The array is the caller's. */
void entente_study_search_articles_async (EntenteStudy *study,
                                          const char *words,
                                          guint limit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GArray *entente_study_search_articles_finish (EntenteStudy *study,
                                              GAsyncResult *result,
                                              GError **error);

/* A sentence for each order of events that contradicts the dates or the orders before it. For a
 * store that no study has, as when a file is checked. Array of strings; NULL on error. */
GPtrArray *entente_study_check_orders (EntenteStore *store, GError **error);

/* ---- copies ---- */

/* A copy with its history at @path, which must not exist; complete or absent. Waits for the end of
 * an import; "busy-label" follows. */
void entente_study_save_copy_async (EntenteStudy *study,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean entente_study_save_copy_finish (EntenteStudy *study, GAsyncResult *result, GError **error);

/* ---- bringing files in ---- */

/* Enters an article that was read already, as one step. Its id; 0 on error. */
EntenteId entente_study_add_article (EntenteStudy *study,
                                     const EntenteArticleDraft *draft,
                                     GError **error);
/* Reads an article file (exchange layer) and enters it as one step. The id of the new article. */
EntenteId entente_study_import_article (EntenteStudy *study,
                                        const char *path,
                                        GCancellable *cancellable,
                                        GError **error);

typedef struct {
  GPtrArray *drafts; /* EntenteArticleDraft, in the order of the files */
  GPtrArray *failures; /* sentences (char *): which files could not be read, and why */
} EntenteArticlesRead;
void entente_articles_read_free (EntenteArticlesRead *read);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteArticlesRead, entente_articles_read_free)

/* Reads article files (of GFile) in threads, and enters nothing; "busy-label" and "busy-fraction"
 * follow. */
void entente_study_read_articles_async (EntenteStudy *study,
                                        GListModel *files,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
EntenteArticlesRead *entente_study_read_articles_finish (EntenteStudy *study,
                                                         GAsyncResult *result,
                                                         GError **error);
/* Reads an event table as one step; "busy-label" and "busy-fraction" follow. Number of events, -1
 * on error. A row that cannot be read ends the import; when @skipped is given, it is told a
 * sentence that names file and line, and the row is left out. It is called on the worker, as
 * @progress is, with the same @data. */
gint64 entente_study_import_events (EntenteStudy *study,
                                    const char *path,
                                    const char *profile,
                                    const char *map,
                                    void (*skipped) (const char *sentence, gpointer data),
                                    EntenteProgress progress,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);
void entente_study_import_events_async (EntenteStudy *study,
                                        GFile *file,
                                        const char *profile,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
/* @step (or NULL) receives the number of the step. */
gint64 entente_study_import_events_finish (EntenteStudy *study,
                                           GAsyncResult *result,
                                           gint64 *step,
                                           GError **error);

G_END_DECLS
