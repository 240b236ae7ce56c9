/* EntenteStudy: the columns of a large study, kept for the next time it is opened.
 *
 * Reading a million rows and sorting them takes seconds; reading what came of them, a twentieth of
 * one. They are kept a while after a study was opened from its rows, and when it is closed in
 * another state; never while it is edited. The chronicle must be that of the state of the file,
 * which only the worker can tell; writing needs nobody. Whoever closes a study waits for the worker
 * that writes, but not for long: what is not kept is read from its rows.
 */

#include "config.h"

#include "entente-study-private.h"

#include "entente-columns.h"

/* Fewer events than this are read as fast from their rows. */
#define MIN_EVENTS 20000

/* Longer than this nobody waits for a study that is closed; some millions of events are written by
 * then. */
#define PATIENCE_MS 1000

static guint min_events = MIN_EVENTS;
static guint patience_ms = PATIENCE_MS;

void
entente_study_kept_set_minimum (guint n)
{
  min_events = n;
}

void
entente_study_kept_set_patience (guint ms)
{
  patience_ms = ms;
}

/* ---- reading ---- */

typedef struct {
  EntenteChronicleBuilder *builder; /* NULL when it is spent */
  gint64 today;
  EntenteChronicle *chronicle;
} Taker;

static gboolean
take_columns (gsize size, EntenteKeptRead read, gpointer reader, gpointer data)
{
  Taker *taker = data;

  taker->chronicle =
    entente_chronicle_builder_build_from_columns (g_steal_pointer (&taker->builder),
                                                  taker->today,
                                                  size,
                                                  read,
                                                  reader);
  return taker->chronicle != NULL;
}

EntenteChronicle *
entente_study_kept_load (EntenteStore *store, gint64 today, GCancellable *cancellable)
{
  g_autoptr (EntenteChronicleBuilder) builder = entente_chronicle_builder_new_for_columns ();
  Taker taker = { builder, today, NULL };

  entente_store_read_kept (store,
                           entente_chronicle_builder_get_sink (),
                           builder,
                           take_columns,
                           &taker,
                           cancellable);
  if (taker.builder == NULL)
    builder = NULL;
  return taker.chronicle;
}

/* ---- writing ---- */

typedef struct {
  char *state;
  EntenteChronicle *chronicle;
} Kept;

/* One writing of it. */
typedef struct {
  const EntenteChronicle *chronicle;
  GCancellable *cancellable; /* or NULL */
  EntenteKeptWrite write;
  gpointer writer;
} Writing;

static gboolean
write_piece (gconstpointer bytes, gsize n, gpointer data)
{
  Writing *writing = data;

  return !g_cancellable_is_cancelled (writing->cancellable) &&
         writing->write (bytes, n, writing->writer);
}

static gboolean
write_columns (EntenteKeptWrite write, gpointer writer, gpointer data)
{
  Writing *writing = data;

  writing->write = write;
  writing->writer = writer;
  return entente_chronicle_write_columns (writing->chronicle, write_piece, writing);
}

static void
free_kept (Kept *kept)
{
  g_free (kept->state);
  entente_chronicle_unref (kept->chronicle);
  g_free (kept);
}

/* An EntenteStoreFunc: what has to be kept, or NULL without an error. */
static gpointer
describe_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  EntenteChronicle *chronicle = entente_study_state_get_unkept (data, store);
  g_autofree char *state = NULL;
  Kept *kept;

  if (chronicle == NULL || !entente_study_kept_is_worth (chronicle))
    return NULL;
  state = entente_store_get_state (store);
  if (state == NULL)
    return NULL;
  kept = g_new (Kept, 1);
  *kept = (Kept){ g_steal_pointer (&state), entente_chronicle_ref (chronicle) };
  entente_study_state_set_kept (data);
  return kept;
}

static void
write_kept (const Kept *kept, GCancellable *cancellable)
{
  Writing writing = { .chronicle = kept->chronicle, .cancellable = cancellable };

  entente_kept_write (kept->state, write_columns, &writing);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  write_kept (data, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
described_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Kept *kept = entente_store_run_finish (ENTENTE_STORE (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (kept == NULL)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, kept, (GDestroyNotify) free_kept);
  g_task_run_in_thread (task, write_thread);
}

void
entente_study_kept_write_async (EntenteStore *store, EntenteStudyState *state)
{
  entente_store_run_async (store,
                           describe_job,
                           entente_study_state_ref (state),
                           (GDestroyNotify) entente_study_state_unref,
                           (GDestroyNotify) free_kept,
                           NULL,
                           described_cb,
                           NULL);
}

/* An EntenteStoreFunc without a result. */
static gpointer
keep_job (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Kept *kept = describe_job (store, data, cancellable, error);

  if (kept == NULL)
    return NULL;
  write_kept (kept, cancellable);
  free_kept (kept);
  return NULL;
}

void
entente_study_kept_write (EntenteStore *store, EntenteStudyState *state)
{
  entente_study_run_patiently (store,
                               keep_job,
                               entente_study_state_ref (state),
                               (GDestroyNotify) entente_study_state_unref,
                               FALSE,
                               patience_ms);
}

gboolean
entente_study_kept_is_worth (const EntenteChronicle *chronicle)
{
  return entente_chronicle_get_n_rows (chronicle) >= min_events;
}
