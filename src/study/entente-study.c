/* EntenteStudy: one open study: its store, its chronicle and its history.
 *
 * This file holds the object, its opening and its closing. Rows are read, and read again after each
 * change, by jobs on the store's worker (entente-study-state.c); their news is adopted here, on the
 * thread that owns the study. It is no place for what a command means (entente-commands.c).
 */

#include "config.h"

#include "entente-study-private.h"

/* How long a study is open before its columns are kept: the first looks at it come first. */
#define KEEP_SECONDS 5
/* And before a backup that could not be made at the last closing is made. */
#define BACKUP_SECONDS 30

struct _EntenteStudy {
  GObject parent_instance;

  EntenteStore *store;
  EntenteStudyState *state; /* the worker's side; only handed to jobs */
  EntenteChronicle *chronicle;
  guint serial; /* of the chronicle */
  gint64 version;
  gint64 undo_step;
  char *title;
  char *path;
  char *undo_label;
  char *redo_label;
  char *busy_label;
  double busy_fraction;
  gboolean is_importing;
  guint n_waiting; /* edits that began since */
  EntenteStudyTitles *titles;
  EntenteStudyRetry *retry;
  GSource *keep_source; /* when columns are kept after opening; or NULL */
  gboolean keeps_backups;
  GSource *backup_source; /* when a backup is made after opening; or NULL */
  GCancellable *backup; /* of that one, or NULL */
};

enum {
  PROP_TITLE = 1,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_CHRONICLE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_BUSY_LABEL,
  PROP_BUSY_FRACTION,
  PROP_N_WAITING,
  N_PROPS
};

enum { CHANGED, TITLES_READ, READ_FAILED, N_SIGNALS };

G_DEFINE_FINAL_TYPE (EntenteStudy, entente_study, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
notify (EntenteStudy *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text (EntenteStudy *self, char **field, const char *text, guint property)
{
  if (g_strcmp0 (*field, text) == 0)
    return;
  g_free (*field);
  *field = g_strdup (text);
  notify (self, property);
}

/* A label and whether there is one are two properties. */
static void
set_history_label (EntenteStudy *self, char **field, const char *text, guint label, guint can)
{
  gboolean had = *field != NULL;

  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, field, text, label);
  if (had != (text != NULL))
    notify (self, can);
  g_object_thaw_notify (G_OBJECT (self));
}

static char *
make_title (EntenteStudy *self, const char *title)
{
  g_autofree char *name = NULL;

  if (title && *title)
    return g_strdup (title);
  name = g_filename_display_basename (self->path);
  if (g_str_has_suffix (name, ".entente") && strlen (name) > strlen (".entente"))
    name[strlen (name) - strlen (".entente")] = '\0';
  return g_steal_pointer (&name);
}

static void
adopt_chronicle (EntenteStudy *self, const EntenteStudyNews *news)
{
  if (news->serial <= self->serial)
    return;
  self->serial = news->serial;
  if (news->chronicle == self->chronicle)
    return;
  entente_chronicle_unref (self->chronicle);
  self->chronicle = entente_chronicle_ref (news->chronicle);
  notify (self, PROP_CHRONICLE);
}

void
entente_study_adopt (EntenteStudy *self, const EntenteStudyNews *news)
{
  g_autofree char *title = make_title (self, news->title);

  g_object_ref (self);
  g_object_freeze_notify (G_OBJECT (self));
  if (news->changes)
    entente_study_titles_forget (self->titles, news->changes);
  adopt_chronicle (self, news);
  self->version = MAX (self->version, news->version);
  self->undo_step = news->undo_step;
  set_text (self, &self->title, title, PROP_TITLE);
  set_history_label (self, &self->undo_label, news->undo_label, PROP_UNDO_LABEL, PROP_CAN_UNDO);
  set_history_label (self, &self->redo_label, news->redo_label, PROP_REDO_LABEL, PROP_CAN_REDO);
  g_object_thaw_notify (G_OBJECT (self));
  if (news->changes)
    g_signal_emit (self, signals[CHANGED], 0, news->changes);
  if (!news->is_stale)
    entente_study_retry_stop (self->retry);
  else if (entente_study_retry_later (self->retry))
    g_signal_emit (self, signals[READ_FAILED], 0, news->failure);
  g_object_unref (self);
}

void
entente_study_set_busy (EntenteStudy *self, const char *label, double fraction)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, &self->busy_label, label, PROP_BUSY_LABEL);
  if (self->busy_fraction != fraction) {
    self->busy_fraction = fraction;
    notify (self, PROP_BUSY_FRACTION);
  }
  g_object_thaw_notify (G_OBJECT (self));
}

void
entente_study_set_importing (EntenteStudy *self, gboolean importing)
{
  self->is_importing = importing;
}

gboolean
entente_study_is_importing (EntenteStudy *self)
{
  return self->is_importing;
}

void
entente_study_add_waiting (EntenteStudy *self, int n)
{
  self->n_waiting += (guint) n;
  if (n != 0)
    notify (self, PROP_N_WAITING);
}

/* ---- GObject ---- */

static void
entente_study_get_property (GObject *object, guint property, GValue *value, GParamSpec *pspec)
{
  EntenteStudy *self = ENTENTE_STUDY (object);

  switch (property) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_PATH:
    g_value_set_string (value, self->path);
    break;
  case PROP_READ_ONLY:
    g_value_set_boolean (value, entente_study_is_read_only (self));
    break;
  case PROP_CHRONICLE:
    g_value_set_pointer (value, self->chronicle);
    break;
  case PROP_CAN_UNDO:
    g_value_set_boolean (value, self->undo_label != NULL);
    break;
  case PROP_CAN_REDO:
    g_value_set_boolean (value, self->redo_label != NULL);
    break;
  case PROP_UNDO_LABEL:
    g_value_set_string (value, self->undo_label);
    break;
  case PROP_REDO_LABEL:
    g_value_set_string (value, self->redo_label);
    break;
  case PROP_BUSY_LABEL:
    g_value_set_string (value, self->busy_label);
    break;
  case PROP_BUSY_FRACTION:
    g_value_set_double (value, self->busy_fraction);
    break;
  case PROP_N_WAITING:
    g_value_set_uint (value, self->n_waiting);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
  }
}

static void
entente_study_dispose (GObject *object)
{
  EntenteStudy *self = ENTENTE_STUDY (object);

  g_clear_pointer (&self->titles, entente_study_titles_free);
  if (self->store)
    entente_study_close (self);
  g_clear_pointer (&self->retry, entente_study_retry_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->state, entente_study_state_unref);
  G_OBJECT_CLASS (entente_study_parent_class)->dispose (object);
}

static void
entente_study_finalize (GObject *object)
{
  EntenteStudy *self = ENTENTE_STUDY (object);

  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_free (self->title);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_free (self->busy_label);
  G_OBJECT_CLASS (entente_study_parent_class)->finalize (object);
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static GParamSpec *
make_text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, READABLE);
}

static GParamSpec *
make_boolean_property (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, READABLE);
}

static void
entente_study_class_init (EntenteStudyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = entente_study_get_property;
  object_class->dispose = entente_study_dispose;
  object_class->finalize = entente_study_finalize;

  properties[PROP_TITLE] = make_text_property ("title");
  properties[PROP_PATH] = make_text_property ("path");
  properties[PROP_READ_ONLY] = make_boolean_property ("read-only");
  properties[PROP_CHRONICLE] = g_param_spec_pointer ("chronicle", NULL, NULL, READABLE);
  properties[PROP_CAN_UNDO] = make_boolean_property ("can-undo");
  properties[PROP_CAN_REDO] = make_boolean_property ("can-redo");
  properties[PROP_UNDO_LABEL] = make_text_property ("undo-label");
  properties[PROP_REDO_LABEL] = make_text_property ("redo-label");
  properties[PROP_BUSY_LABEL] = make_text_property ("busy-label");
  properties[PROP_BUSY_FRACTION] =
    g_param_spec_double ("busy-fraction", NULL, NULL, -1, 1, -1, READABLE);
  properties[PROP_N_WAITING] =
    g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0, READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   entente_change_set_get_type ());
  signals[TITLES_READ] = g_signal_new ("titles-read",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       0);
  signals[READ_FAILED] = g_signal_new ("read-failed",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_STRING);
}

static void
entente_study_init (EntenteStudy *self)
{
  self->busy_fraction = -1;
  self->chronicle = entente_chronicle_new_empty ();
  self->state = entente_study_state_new ();
  self->titles = entente_study_titles_new (self);
  self->retry = entente_study_retry_new (self);
}

/* ---- open and close ---- */

static gboolean
keep_cb (gpointer data)
{
  EntenteStudy *self = data;

  g_clear_pointer (&self->keep_source, g_source_unref);
  entente_study_kept_write_async (self->store, self->state);
  return G_SOURCE_REMOVE;
}

static void
keep_later (EntenteStudy *self)
{
  if (!entente_study_kept_is_worth (self->chronicle))
    return;
  self->keep_source = g_timeout_source_new_seconds (KEEP_SECONDS);
  g_source_set_callback (self->keep_source, keep_cb, self, NULL);
  g_source_attach (self->keep_source, g_main_context_get_thread_default ());
}

static void
cancel_keeping (EntenteStudy *self)
{
  if (self->keep_source == NULL)
    return;
  g_source_destroy (self->keep_source);
  g_clear_pointer (&self->keep_source, g_source_unref);
}

static gboolean
backup_cb (gpointer data)
{
  EntenteStudy *self = data;

  g_clear_pointer (&self->backup_source, g_source_unref);
  self->backup = g_cancellable_new ();
  entente_study_backup_write_async (self->store, self->backup);
  return G_SOURCE_REMOVE;
}

void
entente_study_keep_backups (EntenteStudy *self)
{
  if (self->keeps_backups || entente_study_is_read_only (self))
    return;
  self->keeps_backups = TRUE;
  self->backup_source = g_timeout_source_new_seconds (BACKUP_SECONDS);
  g_source_set_callback (self->backup_source, backup_cb, self, NULL);
  g_source_attach (self->backup_source, g_main_context_get_thread_default ());
}

gboolean
entente_study_has_backups (EntenteStudy *self)
{
  return self->keeps_backups;
}

/* Before columns are kept: they are of the file as it is then. An import under way is not waited
 * for. */
static void
back_up_at_close (EntenteStudy *self)
{
  if (self->backup_source)
    g_source_destroy (self->backup_source);
  g_clear_pointer (&self->backup_source, g_source_unref);
  g_cancellable_cancel (self->backup);
  g_clear_object (&self->backup);
  if (self->keeps_backups && !self->is_importing)
    entente_study_backup_write (self->store);
  self->keeps_backups = FALSE;
}

static EntenteStudy *
make_study (EntenteStore *store, EntenteStudyState *state, const EntenteStudyNews *news)
{
  EntenteStudy *self = g_object_new (ENTENTE_TYPE_STUDY, NULL);

  self->store = g_object_ref (store);
  entente_study_state_unref (self->state);
  self->state = entente_study_state_ref (state);
  self->path = g_strdup (entente_store_get_path (store));
  entente_study_adopt (self, news);
  keep_later (self);
  return self;
}

EntenteStudy *
entente_study_open (const char *path,
                    EntenteOpenMode mode,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (EntenteStudyState) state = entente_study_state_new ();
  g_autoptr (EntenteStudyJob) job = entente_study_job_new (state, ENTENTE_STUDY_LOAD);
  g_autoptr (EntenteStore) store = entente_store_open (path, mode, cancellable, error);
  g_autoptr (EntenteStudyNews) news = NULL;

  if (!store)
    return NULL;
  news = entente_store_run_blocking (store,
                                     entente_study_job_run,
                                     job,
                                     (GDestroyNotify) entente_study_news_free,
                                     FALSE,
                                     cancellable,
                                     error);
  if (!news) {
    entente_store_close (store);
    return NULL;
  }
  return make_study (store, state, news);
}

static void
rows_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  EntenteStore *store = ENTENTE_STORE (source);
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStudyNews) news = entente_store_run_finish (store, result, &error);

  if (news)
    g_task_return_pointer (task,
                           make_study (store, g_task_get_task_data (task), news),
                           g_object_unref);
  else {
    entente_store_close (store);
    g_task_return_error (task, g_steal_pointer (&error));
  }
}

static void
store_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStore) store = entente_store_open_finish (result, &error);
  EntenteStudyState *state = g_task_get_task_data (task);

  if (!store) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  entente_store_run_async (store,
                           entente_study_job_run,
                           entente_study_job_new (state, ENTENTE_STUDY_LOAD),
                           (GDestroyNotify) entente_study_job_free,
                           (GDestroyNotify) entente_study_news_free,
                           g_task_get_cancellable (task),
                           rows_read_cb,
                           g_object_ref (task));
}

void
entente_study_open_async (const char *path,
                          EntenteOpenMode mode,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, entente_study_open_async);
  g_task_set_task_data (task,
                        entente_study_state_new (),
                        (GDestroyNotify) entente_study_state_unref);
  entente_store_open_async (path, mode, cancellable, store_opened_cb, g_object_ref (task));
}

EntenteStudy *
entente_study_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
entente_study_close (EntenteStudy *self)
{
  cancel_keeping (self);
  entente_study_retry_stop (self->retry);
  back_up_at_close (self);
  if (entente_study_kept_is_worth (self->chronicle))
    entente_study_kept_write (self->store, self->state);
  entente_store_close (self->store);
}

EntenteStore *
entente_study_get_store (EntenteStudy *self)
{
  return self->store;
}

const char *
entente_study_get_title (EntenteStudy *self)
{
  return self->title;
}

const char *
entente_study_get_path (EntenteStudy *self)
{
  return self->path;
}

gboolean
entente_study_is_read_only (EntenteStudy *self)
{
  return entente_store_is_read_only (self->store);
}

EntenteChronicle *
entente_study_get_chronicle (EntenteStudy *self)
{
  return self->chronicle;
}

gint64
entente_study_get_version (EntenteStudy *self)
{
  return self->version;
}

EntenteStudyState *
entente_study_get_state (EntenteStudy *self)
{
  return self->state;
}

EntenteStudyTitles *
entente_study_get_titles (EntenteStudy *self)
{
  return self->titles;
}

gpointer
entente_study_run (EntenteStudy *self, EntenteStoreFunc func, gpointer data, GError **error)
{
  return entente_store_run_blocking (self->store, func, data, NULL, FALSE, NULL, error);
}

gboolean
entente_study_can_undo (EntenteStudy *self)
{
  return self->undo_label != NULL;
}

gboolean
entente_study_can_redo (EntenteStudy *self)
{
  return self->redo_label != NULL;
}

const char *
entente_study_get_undo_label (EntenteStudy *self)
{
  return self->undo_label;
}

const char *
entente_study_get_redo_label (EntenteStudy *self)
{
  return self->redo_label;
}

gint64
entente_study_get_undo_step (EntenteStudy *self)
{
  return self->undo_step;
}
