/* A cache of events in front of the store, filled in batches.
 *
 * Kept as data of the study, so that every list of a window shares one. Main thread.
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
  gboolean is_reading; /* a batch is under way */
};

G_DEFINE_FINAL_TYPE (EntenteEventReader, entente_event_reader, G_TYPE_OBJECT)

static guint events_read_signal;
static G_DEFINE_QUARK (entente_event_reader, reader_of_study)

  static void unref_event (gpointer event)
{
  if (event)
    entente_record_unref (event);
}

static void schedule (EntenteEventReader *self);

static EntenteId *
copy_id (EntenteId id)
{
  return g_memdup2 (&id, sizeof id);
}

/* @read is emptied. */
static void
keep_all (EntenteEventReader *self, GHashTable *read)
{
  GHashTableIter iter;
  gpointer id, event;

  if (g_hash_table_size (self->events) > MAX_KEPT)
    g_hash_table_remove_all (self->events);
  g_hash_table_iter_init (&iter, read);
  while (g_hash_table_iter_next (&iter, &id, &event)) {
    g_hash_table_iter_steal (&iter);
    g_hash_table_insert (self->events, id, event);
  }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventReader) self = data;
  g_autoptr (GHashTable) read =
    entente_study_read_events_finish (ENTENTE_STUDY (source), result, NULL);
  guint n = read ? g_hash_table_size (read) : 0;

  self->is_reading = FALSE;
  if (!read || !self->study)
    return;
  keep_all (self, read);
  /* Nothing read is no news: who would ask again at once would never stop. */
  if (n > 0)
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
  g_autoptr (GArray) ids = NULL;

  self->source = 0;
  if (!self->study)
    return G_SOURCE_REMOVE;
  self->is_reading = TRUE;
  ids = take_wanted (self);
  entente_study_read_events_async (self->study,
                                   (const EntenteId *) (gpointer) ids->data,
                                   ids->len,
                                   NULL,
                                   read_cb,
                                   g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (EntenteEventReader *self)
{
  if (self->source == 0 && !self->is_reading)
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
