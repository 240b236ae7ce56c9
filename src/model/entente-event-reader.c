/* A cache of events in front of the store, filled in batches.
 *
 * Kept as data of the study, so that every list of a window shares one. Main thread; the function
 * named read_batch runs on the store's worker.
 */
#include "config.h"

#include "entente-event-reader.h"

/* When more events are kept than this, all are let go: far more than a screen shows. */
#define MAX_KEPT 4096

struct _EntenteEventReader {
  GObject parent_instance;

  EntenteStudy *study; /* weak: the study's data points here */
  GHashTable *events; /* EntenteId -> EntenteEvent, or NULL for one that is not there */
  GHashTable *wanted; /* set of EntenteId */
  guint source; /* idle that starts the batch, or 0 */
  GArray *reading; /* EntenteId of the batch under way, or NULL */
};

G_DEFINE_FINAL_TYPE (EntenteEventReader, entente_event_reader, G_TYPE_OBJECT)

static guint events_read_signal;
static G_DEFINE_QUARK (entente_event_reader, reader_of_study)

  static void unref_event (gpointer event)
{
  if (event)
    entente_record_unref (event);
}

/* On the store's worker, which has @data to itself meanwhile. An array of what was read, with NULL for what is not
 * there; the ids of what could not be read are taken out of @data, so that they may be asked for again. */
static gpointer
read_batch (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GArray *ids = data;
  GPtrArray *events = g_ptr_array_new_with_free_func (unref_event);

  for (guint i = 0; i < ids->len;) {
    g_autoptr (GError) failure = NULL;
    EntenteId id = g_array_index (ids, EntenteId, i);
    gpointer event = entente_store_get (store, ENTENTE_ENTITY_EVENT, id, &failure);

    if (event || g_error_matches (failure, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND)) {
      g_ptr_array_add (events, event);
      i++;
    } else {
      g_array_remove_index (ids, i);
    }
  }
  return events;
}

static void schedule (EntenteEventReader *self);

static EntenteId *
copy_id (EntenteId id)
{
  return g_memdup2 (&id, sizeof id);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventReader) self = data;
  g_autoptr (GPtrArray) events = entente_store_run_finish (ENTENTE_STORE (source), result, NULL);

  if (!events || !self->study) {
    g_clear_pointer (&self->reading, g_array_unref);
    return;
  }
  if (g_hash_table_size (self->events) > MAX_KEPT)
    g_hash_table_remove_all (self->events);
  for (guint i = 0; i < events->len; i++)
    g_hash_table_insert (self->events,
                         copy_id (g_array_index (self->reading, EntenteId, i)),
                         g_steal_pointer (&events->pdata[i]));
  g_clear_pointer (&self->reading, g_array_unref);
  /* Nothing read is no news: who would ask again at once would never stop. */
  if (events->len > 0)
    g_signal_emit (self, events_read_signal, 0);
  if (g_hash_table_size (self->wanted) > 0)
    schedule (self);
}

static GArray *
take_wanted (EntenteEventReader *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (ids, key, 1);
  g_hash_table_remove_all (self->wanted);
  return ids;
}

static gboolean
start_cb (gpointer data)
{
  EntenteEventReader *self = data;

  self->source = 0;
  if (!self->study)
    return G_SOURCE_REMOVE;
  self->reading = take_wanted (self);
  entente_store_run_async (entente_study_get_store (self->study),
                           read_batch,
                           g_array_ref (self->reading),
                           (GDestroyNotify) g_array_unref,
                           (GDestroyNotify) g_ptr_array_unref,
                           NULL,
                           read_cb,
                           g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (EntenteEventReader *self)
{
  if (self->source == 0 && !self->reading)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, start_cb, self, NULL);
}

/* What was read stays until it is read anew. */
static void
want_again (EntenteEventReader *self, EntenteId event)
{
  if (g_hash_table_contains (self->events, &event))
    g_hash_table_add (self->wanted, copy_id (event));
}

static void
want_all_again (EntenteEventReader *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (self->wanted, copy_id (*(EntenteId *) key));
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteEventReader *self)
{
  if (changes->everything)
    want_all_again (self);
  else
    for (guint i = 0; changes->events && i < changes->events->len; i++)
      want_again (self, g_array_index (changes->events, EntenteId, i));
  if (g_hash_table_size (self->wanted) > 0)
    schedule (self);
}

static void
entente_event_reader_dispose (GObject *object)
{
  EntenteEventReader *self = ENTENTE_EVENT_READER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_weak_pointer (&self->study);

  G_OBJECT_CLASS (entente_event_reader_parent_class)->dispose (object);
}

static void
entente_event_reader_finalize (GObject *object)
{
  EntenteEventReader *self = ENTENTE_EVENT_READER (object);

  g_clear_pointer (&self->reading, g_array_unref);
  g_hash_table_unref (self->events);
  g_hash_table_unref (self->wanted);

  G_OBJECT_CLASS (entente_event_reader_parent_class)->finalize (object);
}

static void
entente_event_reader_class_init (EntenteEventReaderClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = entente_event_reader_dispose;
  object_class->finalize = entente_event_reader_finalize;

  events_read_signal = g_signal_new ("events-read",
                                     ENTENTE_TYPE_EVENT_READER,
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     0);
}

static void
entente_event_reader_init (EntenteEventReader *self)
{
  self->events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_event);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

EntenteEventReader *
entente_event_reader_get (EntenteStudy *study)
{
  EntenteEventReader *self = g_object_get_qdata (G_OBJECT (study), reader_of_study_quark ());

  if (!self) {
    self = g_object_new (ENTENTE_TYPE_EVENT_READER, NULL);
    g_set_weak_pointer (&self->study, study);
    g_signal_connect_object (study, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
    g_object_set_qdata_full (G_OBJECT (study), reader_of_study_quark (), self, g_object_unref);
  }
  return g_object_ref (self);
}

const EntenteEvent *
entente_event_reader_look_up (EntenteEventReader *self, EntenteId event)
{
  gpointer known;

  if (g_hash_table_lookup_extended (self->events, &event, NULL, &known))
    return known;
  g_hash_table_add (self->wanted, copy_id (event));
  schedule (self);
  return NULL;
}
