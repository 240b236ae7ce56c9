/* What the files of EntenteStudy share among themselves; nobody else includes this.
 *
 * The chronicle is made anew only in jobs on the store's worker, one after the other, so edits that
 * are under way together never lose one another's rows. EntenteStudyState is that side of it: only
 * the worker touches it. Each job hands its news to the study's own thread, which adopts it.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct _EntenteStudyState EntenteStudyState;
typedef struct _EntenteStudyTitles EntenteStudyTitles;
typedef struct _EntenteStudyRetry EntenteStudyRetry;

/* ---- the worker's side: entente-study-state.c ---- */

EntenteStudyState *entente_study_state_new (void);
EntenteStudyState *entente_study_state_ref (EntenteStudyState *state);
void entente_study_state_unref (EntenteStudyState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStudyState, entente_study_state_unref)

/* The chronicle, when it is that of the file after the last step and not kept yet; else NULL.
 * Borrowed. Worker. */
EntenteChronicle *entente_study_state_get_unkept (EntenteStudyState *state, EntenteStore *store);
void entente_study_state_set_kept (EntenteStudyState *state);
/* Something beside the records was written: what was kept is of another state of the file. Worker.
 */
void entente_study_state_forget_kept (EntenteStudyState *state);

/* What a job leaves for the study. */
typedef struct {
  guint serial; /* of the chronicle; rises with each job */
  EntenteChronicle *chronicle;
  EntenteChangeSet *changes; /* NULL after opening */
  char *title; /* setting of the study, or NULL */
  char *undo_label;
  char *redo_label;
  gint64 undo_step; /* number of the step that is undone next; 0 for none */
  gint64 version;
  gboolean is_stale; /* the change is written, but its rows could not be read */
  char *failure; /* then: why */
  GError
    *refusal; /* of an edit, when the rows were read anew because another program wrote; or NULL */
} EntenteStudyNews;

void entente_study_news_free (EntenteStudyNews *news);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStudyNews, entente_study_news_free)

typedef enum {
  ENTENTE_STUDY_LOAD, /* reads all rows; reports @changes when given */
  ENTENTE_STUDY_APPLY,
  ENTENTE_STUDY_UNDO,
  ENTENTE_STUDY_REDO,
} EntenteStudyAction;

/* One job; the data of entente_study_job_run(). */
typedef struct {
  EntenteStudyAction action;
  EntenteStudyState *state;
  EntenteStep *step; /* of APPLY; owned when @owns_step */
  gboolean owns_step;
  gint64 number; /* of UNDO: of the only step that may be undone; 0: whichever is next */
  EntenteChangeSet *changes; /* of LOAD, or NULL */
  gboolean is_noted; /* that it failed: a person made it, and has the sentence for a moment */
  gboolean backs_up; /* before it changes anything: a step that changes much */
  gboolean is_reload; /* LOAD of what nobody changed: @changes is told only of what could be read */
} EntenteStudyJob;

EntenteStudyJob *entente_study_job_new (EntenteStudyState *state, EntenteStudyAction action);
void entente_study_job_free (EntenteStudyJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteStudyJob, entente_study_job_free)
/* An EntenteStoreFunc whose result is an EntenteStudyNews. */
gpointer entente_study_job_run (EntenteStore *store,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

/* The road of a job: entente_store_run_edit_async() for what changes the study. */
void entente_study_job_start (EntenteStore *store,
                              EntenteStudyJob *job,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
/* Runs @func on the worker of @store and waits; @edits as for entente_store_run_edit_async(). */
gpointer entente_store_run_blocking (EntenteStore *store,
                                     EntenteStoreFunc func,
                                     gpointer data,
                                     GDestroyNotify result_free,
                                     gboolean edits,
                                     GCancellable *cancellable,
                                     GError **error);

/* Runs @func on the worker and gives what it found, or its error, to @task, which is taken. */
void entente_study_run_read_async (EntenteStudy *study,
                                   EntenteStoreFunc func,
                                   gpointer data,
                                   GDestroyNotify data_free,
                                   GDestroyNotify result_free,
                                   GTask *task);

/* The same for two records, whose ids are the data of @func. */
void entente_study_run_read_two_async (EntenteStudy *study,
                                       EntenteStoreFunc func,
                                       EntenteId one,
                                       EntenteId other,
                                       GDestroyNotify result_free,
                                       GTask *task);

/* ---- the study's own side ---- */

EntenteStudyState *entente_study_get_state (EntenteStudy *study);
EntenteStudyTitles *entente_study_get_titles (EntenteStudy *study);
/* Takes over the chronicle and labels of @news, notifies and emits "changed". */
void entente_study_adopt (EntenteStudy *study, const EntenteStudyNews *news);
/* While a table is imported, edits have to wait; those that begin then are counted in "n-waiting".
 */
void entente_study_set_importing (EntenteStudy *study, gboolean importing);
gboolean entente_study_is_importing (EntenteStudy *study);
void entente_study_add_waiting (EntenteStudy *study, int n);
/* Sets "busy-label" and "busy-fraction"; NULL when nothing is under way. */
void entente_study_set_busy (EntenteStudy *study, const char *label, double fraction);
/* Of a job of the store that wrote a copy: the study is no longer busy, and @task (GTask, taken)
 * returns whether the copy is there. */
void entente_study_copied_cb (GObject *store, GAsyncResult *result, gpointer task);

/* ---- columns that are kept: entente-study-kept.c ---- */

/* The chronicle of all rows, when it was kept of the file as it is; else NULL. Worker. */
EntenteChronicle *entente_study_kept_load (EntenteStore *store,
                                           gint64 today,
                                           GCancellable *cancellable);
/* Keeps the worker's chronicle, unless that was done; in the background, or in the worker, for
 * which it is waited a while: then it is given up. */
void entente_study_kept_write_async (EntenteStore *store, EntenteStudyState *state);
void entente_study_kept_write (EntenteStore *store, EntenteStudyState *state);
/* Is it large enough? */
gboolean entente_study_kept_is_worth (const EntenteChronicle *chronicle);
/* For tests: how many events are. */
void entente_study_kept_set_minimum (guint n);
/* For tests: how long a while is. */
void entente_study_kept_set_patience (guint ms);

/* Runs @func on the worker of @store and waits, but not for long: then it is cancelled. @edits as
 * above; @data_free may be NULL. */
void entente_study_run_patiently (EntenteStore *store,
                                  EntenteStoreFunc func,
                                  gpointer data,
                                  GDestroyNotify data_free,
                                  gboolean edits,
                                  guint patience_ms);

/* ---- backups: entente-study-backup.c ---- */

/* Does @step change many records, or remove or rewrite more than half of the events, articles,
 * actors or claims? A few are not much in a small study. */
gboolean entente_study_backup_is_worth (EntenteStudy *study, const EntenteStep *step);
/* Does a person work with the study? */
gboolean entente_study_has_backups (EntenteStudy *study);
/* If one is due; waited for a while, or in the background. */
void entente_study_backup_write (EntenteStore *store);
void entente_study_backup_write_async (EntenteStore *store, GCancellable *cancellable);

/* ---- rows that could not be read: entente-study-retry.c ---- */

EntenteStudyRetry *entente_study_retry_new (EntenteStudy *study);
void entente_study_retry_free (EntenteStudyRetry *retry);
/* Reloads the study in a while, which grows with each call; TRUE when rows could be read up to now.
 */
gboolean entente_study_retry_later (EntenteStudyRetry *retry);
/* They could be read, or it is of no more interest. */
void entente_study_retry_stop (EntenteStudyRetry *retry);

/* ---- titles ---- */

EntenteStudyTitles *entente_study_titles_new (EntenteStudy *study);
void entente_study_titles_free (EntenteStudyTitles *titles);
/* Forgets what @changes may have changed. */
void entente_study_titles_forget (EntenteStudyTitles *titles, const EntenteChangeSet *changes);

G_END_DECLS
