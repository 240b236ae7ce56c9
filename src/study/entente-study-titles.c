/* Titles of events for lists and labels, read many at a time and kept.
 *
 * A list asks for the title of every row that it shows; all that are asked for in one turn of the
 * main loop are read by one job of the store's worker. What was read is kept until the event
 * changes; the cache starts again when it has grown past what a person scrolls through.
 */

#include "config.h"

#include "entente-study-private.h"
#include <glib/gi18n-lib.h>

#define MAX_KEPT 65536

struct _EntenteStudyTitles {
  EntenteStudy *study; /* owns this */
  GHashTable *kept; /* EntenteId -> title */
  GHashTable *wanted; /* EntenteId, asked for and not yet being read */
  GHashTable *under_way; /* EntenteId, being read */
  guint source;
  guint generation; /* rises when anything is forgotten */
};

typedef struct {
  GWeakRef study;
  GArray *ids;
  guint generation;
} Request;

EntenteStudyTitles *
entente_study_titles_new (EntenteStudy *study)
{
  EntenteStudyTitles *self = g_new0 (EntenteStudyTitles, 1);

  self->study = study;
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->wanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->under_way = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
entente_study_titles_free (EntenteStudyTitles *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_unref (self->kept);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->under_way);
  g_free (self);
}

static void
add_id (GHashTable *set, EntenteId id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* A description names actors, so a change of an actor may change any of them. */
static gboolean
is_any_title_stale (const EntenteChangeSet *changes)
{
  return changes->everything || changes->ids[ENTENTE_ENTITY_ACTOR] ||
         changes->deleted[ENTENTE_ENTITY_ACTOR];
}

static void
forget_ids (EntenteStudyTitles *self, const GArray *ids)
{
  for (guint i = 0; ids && i < ids->len; i++)
    g_hash_table_remove (self->kept, &g_array_index (ids, EntenteId, i));
}

void
entente_study_titles_forget (EntenteStudyTitles *self, const EntenteChangeSet *changes)
{
  self->generation++;
  g_hash_table_remove_all (self->under_way);
  if (is_any_title_stale (changes)) {
    g_hash_table_remove_all (self->kept);
    return;
  }
  forget_ids (self, changes->events);
  forget_ids (self, changes->deleted[ENTENTE_ENTITY_EVENT]);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_weak_ref_clear (&request->study);
  g_array_unref (request->ids);
  g_free (request);
}

static char *
describe (EntenteStudy *study, EntenteId id)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint row = entente_chronicle_find_row (chronicle, id);

  return row == ENTENTE_NO_INDEX ? NULL : entente_chronicle_describe (chronicle, row);
}

static gboolean
is_text (const char *text)
{
  return text && *text;
}

static void
keep_titles (EntenteStudyTitles *self, const GArray *ids, char **titles)
{
  if (g_hash_table_size (self->kept) > MAX_KEPT)
    g_hash_table_remove_all (self->kept);
  for (guint i = 0; i < ids->len; i++) {
    EntenteId id = g_array_index (ids, EntenteId, i);
    char *title = is_text (titles[i]) ? g_strdup (titles[i]) : describe (self->study, id);

    g_hash_table_remove (self->under_way, &id);
    if (title)
      g_hash_table_replace (self->kept, g_memdup2 (&id, sizeof id), title);
  }
}

/* They were not read: whoever still shows them may ask again. */
static void
end_reading (EntenteStudyTitles *self, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (self->under_way, &g_array_index (ids, EntenteId, i));
}

static void
free_titles (char **titles, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (titles[i]);
  g_free (titles);
}

static gpointer
read_titles (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return entente_store_get_titles (store,
                                   (const EntenteId *) (gpointer) request->ids->data,
                                   request->ids->len,
                                   error);
}

static void
titles_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Request *request = data;
  g_autoptr (GError) error = NULL;
  char **titles = entente_store_run_finish (ENTENTE_STORE (source), result, &error);
  g_autoptr (EntenteStudy) study = g_weak_ref_get (&request->study);
  EntenteStudyTitles *self = study ? entente_study_get_titles (study) : NULL;

  if (!titles && self && request->generation == self->generation)
    end_reading (self, request->ids);
  if (titles && self) {
    /* Read before a change: whoever still shows these rows asks again. */
    if (request->generation == self->generation)
      keep_titles (self, request->ids, titles);
    g_signal_emit_by_name (study, "titles-read");
  }
  if (titles)
    free_titles (titles, request->ids->len);
  request_free (request);
}

static gboolean
start_reading_cb (gpointer data)
{
  EntenteStudyTitles *self = data;
  Request *request = g_new0 (Request, 1);
  GHashTableIter iter;
  gpointer id;

  self->source = 0;
  g_weak_ref_init (&request->study, self->study);
  request->generation = self->generation;
  request->ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_hash_table_iter_init (&iter, self->wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    g_array_append_vals (request->ids, id, 1);
    add_id (self->under_way, *(EntenteId *) id);
  }
  g_hash_table_remove_all (self->wanted);
  entente_store_run_async (entente_study_get_store (self->study),
                           read_titles,
                           request,
                           NULL,
                           NULL, /* nobody cancels */
                           NULL,
                           titles_read_cb,
                           request);
  return G_SOURCE_REMOVE;
}

static void
want_title (EntenteStudyTitles *self, EntenteId id)
{
  if (g_hash_table_contains (self->under_way, &id))
    return;
  add_id (self->wanted, id);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT, start_reading_cb, self, NULL);
}

const char *
entente_study_get_event_title (EntenteStudy *study, EntenteId event)
{
  EntenteStudyTitles *self = entente_study_get_titles (study);
  const char *title = g_hash_table_lookup (self->kept, &event);

  if (!title &&
      entente_chronicle_find_row (entente_study_get_chronicle (study), event) != ENTENTE_NO_INDEX)
    want_title (self, event);
  return title;
}

char *
entente_study_dup_event_title (EntenteStudy *study, const EntenteEvent *event)
{
  return is_text (event->title) ? g_strdup (event->title) : describe (study, event->record.id);
}

char *
entente_study_dup_event_line (EntenteStudy *study, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint row = entente_chronicle_find_row (chronicle, event), n;
  const char *title;
  g_autofree char *described = NULL;
  g_autofree char *when = NULL;
  g_autofree char *reports = NULL;
  EntenteSpan window;

  if (row == ENTENTE_NO_INDEX)
    return NULL;
  title = entente_study_get_event_title (study, event);
  described = title ? g_strdup (title) : describe (study, event);
  window = entente_chronicle_get_window (chronicle, row);
  when = window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX
           ? g_strdup (_ ("undated"))
           : entente_span_format (window);
  entente_chronicle_get_voices (chronicle, row, &n);
  reports = g_strdup_printf (ngettext ("%u report", "%u reports", n), n);
  return g_strdup_printf ("%s · %s (%s)", described, when, reports);
}

/* ---- reading and waiting ---- */

typedef struct {
  const EntenteId *events;
  guint n;
} Batch;

static gpointer
read_batch (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Batch *batch = data;

  return entente_store_get_titles (store, batch->events, batch->n, error);
}

char **
entente_study_read_titles (EntenteStudy *study, const EntenteId *events, guint n, GError **error)
{
  Batch batch = { events, n };

  return entente_study_run (study, read_batch, &batch, error);
}
