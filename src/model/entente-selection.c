/* The selected events and what follows from them: the detail is read on the store's thread, then
 * the passage to light is chosen, then the article that holds it.
 *
 * Owned by the session, which repeats its properties. The array of events is replaced, never
 * changed, so it may be kept. Main thread.
 */
#include "config.h"

#include "entente-selection.h"
#include <string.h>

struct _EntenteSelection {
  GObject parent_instance;

  EntenteStudy *study;
  GArray *events; /* EntenteId in order of selecting */
  EntenteId passage;
  EntenteId article;
  gboolean passage_follows; /* the passage is to be chosen once the detail is read */
  gboolean revealing; /* "reveal-words" waits for the detail */
  EntenteEventDetail *detail;
  gboolean detail_failed; /* it could not be read */
  GCancellable *reading; /* of the detail, or NULL */
};

G_DEFINE_FINAL_TYPE (EntenteSelection, entente_selection, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_EVENT,
  PROP_EVENTS,
  PROP_PASSAGE,
  PROP_ARTICLE,
  PROP_DETAIL,
  PROP_DETAIL_FAILED,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { REVEAL_WORDS, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
notify (EntenteSelection *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
update_id (EntenteSelection *self, EntenteId *field, EntenteId value, guint prop)
{
  if (*field == value)
    return;
  *field = value;
  notify (self, prop);
}

/* ---- detail of the selected event ---- */

static void
set_detail (EntenteSelection *self, EntenteEventDetail *detail)
{
  if (!detail && !self->detail)
    return;
  g_clear_pointer (&self->detail, entente_event_detail_unref);
  self->detail = detail ? entente_event_detail_ref (detail) : NULL;
  notify (self, PROP_DETAIL);
}

static void
set_detail_failed (EntenteSelection *self, gboolean failed)
{
  if (self->detail_failed == failed)
    return;
  self->detail_failed = failed;
  notify (self, PROP_DETAIL_FAILED);
}

/* Number of the claim whose passage is to be shown: the first in @article, else the first that has
 * a passage; -1 when none has. */
static int
choose_claim (const EntenteEventDetail *detail, EntenteId article)
{
  int first = -1;

  for (guint i = 0; i < detail->passages->len; i++) {
    const EntenteArticle *source = detail->articles->pdata[i];

    if (!detail->passages->pdata[i])
      continue;
    if (source && source->record.id == article)
      return (int) i;
    if (first < 0)
      first = (int) i;
  }
  return first;
}

static void
follow_passage (EntenteSelection *self)
{
  int claim = choose_claim (self->detail, self->article);
  EntenteArticle *article;
  EntentePassage *passage;

  self->passage_follows = FALSE;
  if (claim < 0) {
    update_id (self, &self->passage, ENTENTE_ID_NONE, PROP_PASSAGE);
    return;
  }
  article = self->detail->articles->pdata[claim];
  passage = self->detail->passages->pdata[claim];
  if (article)
    entente_selection_set_article (self, article->record.id);
  update_id (self, &self->passage, passage->record.id, PROP_PASSAGE);
}

static void
reveal_if_asked (EntenteSelection *self)
{
  if (!self->revealing)
    return;
  self->revealing = FALSE;
  g_signal_emit (self, signals[REVEAL_WORDS], 0);
}

static void
detail_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteSelection) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->study)
    return;
  g_clear_object (&self->reading);
  if (!detail && !g_error_matches (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  set_detail (self, detail);
  set_detail_failed (self, detail == NULL);
  if (detail && self->passage_follows)
    follow_passage (self);
  reveal_if_asked (self);
}

static void
stop_reading (EntenteSelection *self)
{
  if (self->reading)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_detail (EntenteSelection *self)
{
  EntenteId event = entente_selection_get_event (self);

  stop_reading (self);
  if (event == ENTENTE_ID_NONE)
    return;
  self->reading = g_cancellable_new ();
  entente_study_read_event_async (self->study,
                                  event,
                                  self->reading,
                                  detail_cb,
                                  g_object_ref (self));
}

/* ---- selection ---- */

static gboolean
ids_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (EntenteId)) == 0);
}

static void
follow_selected_event (EntenteSelection *self, gboolean passage_follows)
{
  stop_reading (self);
  self->revealing = FALSE;
  self->passage_follows = passage_follows;
  set_detail (self, NULL);
  set_detail_failed (self, FALSE);
  notify (self, PROP_EVENT);
  if (passage_follows)
    update_id (self, &self->passage, ENTENTE_ID_NONE, PROP_PASSAGE);
  read_detail (self);
}

/* Takes @events. */
static void
set_events (EntenteSelection *self, GArray *events, gboolean passage_follows)
{
  EntenteId old = entente_selection_get_event (self);

  if (ids_equal (self->events, events)) {
    g_array_unref (events);
    return;
  }
  g_object_freeze_notify (G_OBJECT (self));
  g_array_unref (self->events);
  self->events = events;
  notify (self, PROP_EVENTS);
  if (entente_selection_get_event (self) != old)
    follow_selected_event (self, passage_follows);
  g_object_thaw_notify (G_OBJECT (self));
}

static GArray *
create_ids (const EntenteId *ids, guint n)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof (EntenteId), n);

  return n > 0 ? g_array_append_vals (array, ids, n) : array;
}

static GArray *
copy_events_without (EntenteSelection *self, EntenteId event)
{
  GArray *copy = create_ids (NULL, 0);

  for (guint i = 0; i < self->events->len; i++) {
    EntenteId id = g_array_index (self->events, EntenteId, i);

    if (id != event)
      g_array_append_val (copy, id);
  }
  return copy;
}

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteSelection *self)
{
  read_detail (self);
}

static void
entente_selection_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteSelection *self = ENTENTE_SELECTION (object);

  switch (prop) {
  case PROP_EVENT:
    g_value_set_int64 (value, entente_selection_get_event (self));
    break;
  case PROP_EVENTS:
    g_value_set_boxed (value, self->events);
    break;
  case PROP_PASSAGE:
    g_value_set_int64 (value, self->passage);
    break;
  case PROP_ARTICLE:
    g_value_set_int64 (value, self->article);
    break;
  case PROP_DETAIL:
    g_value_set_boxed (value, self->detail);
    break;
  case PROP_DETAIL_FAILED:
    g_value_set_boolean (value, self->detail_failed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_selection_dispose (GObject *object)
{
  EntenteSelection *self = ENTENTE_SELECTION (object);

  stop_reading (self);
  g_clear_pointer (&self->detail, entente_event_detail_unref);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (entente_selection_parent_class)->dispose (object);
}

static void
entente_selection_finalize (GObject *object)
{
  EntenteSelection *self = ENTENTE_SELECTION (object);

  g_array_unref (self->events);

  G_OBJECT_CLASS (entente_selection_parent_class)->finalize (object);
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static GParamSpec *
id_property (const char *name)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, READABLE);
}

static void
entente_selection_class_init (EntenteSelectionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GType type = ENTENTE_TYPE_SELECTION;

  object_class->dispose = entente_selection_dispose;
  object_class->finalize = entente_selection_finalize;
  object_class->get_property = entente_selection_get_property;

  props[PROP_EVENT] = id_property ("selected-event");
  props[PROP_EVENTS] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_ARRAY, READABLE);
  props[PROP_PASSAGE] = id_property ("selected-passage");
  props[PROP_ARTICLE] = id_property ("article");
  props[PROP_DETAIL] =
    g_param_spec_boxed ("detail", NULL, NULL, entente_event_detail_get_type (), READABLE);
  props[PROP_DETAIL_FAILED] = g_param_spec_boolean ("detail-failed", NULL, NULL, FALSE, READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[REVEAL_WORDS] =
    g_signal_new ("reveal-words", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed",
                                  type,
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
entente_selection_init (EntenteSelection *self)
{
  self->events = create_ids (NULL, 0);
}

EntenteSelection *
entente_selection_new (EntenteStudy *study)
{
  EntenteSelection *self = g_object_new (ENTENTE_TYPE_SELECTION, NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  return self;
}

EntenteId
entente_selection_get_event (EntenteSelection *self)
{
  return self->events->len > 0 ? g_array_index (self->events, EntenteId, 0) : ENTENTE_ID_NONE;
}

const GArray *
entente_selection_get_events (EntenteSelection *self)
{
  return self->events;
}

gboolean
entente_selection_contains (EntenteSelection *self, EntenteId event)
{
  for (guint i = 0; i < self->events->len; i++)
    if (g_array_index (self->events, EntenteId, i) == event)
      return TRUE;
  return FALSE;
}

EntenteId
entente_selection_get_passage (EntenteSelection *self)
{
  return self->passage;
}

EntenteId
entente_selection_get_article (EntenteSelection *self)
{
  return self->article;
}

EntenteEventDetail *
entente_selection_get_detail (EntenteSelection *self)
{
  return self->detail;
}

gboolean
entente_selection_get_detail_failed (EntenteSelection *self)
{
  return self->detail_failed;
}

void
entente_selection_set_events (EntenteSelection *self, const EntenteId *events, guint n)
{
  set_events (self, create_ids (events, n), TRUE);
}

void
entente_selection_toggle_event (EntenteSelection *self, EntenteId event)
{
  GArray *events = copy_events_without (self, event);

  if (events->len == self->events->len)
    g_array_append_val (events, event);
  set_events (self, events, TRUE);
}

void
entente_selection_set_passage (EntenteSelection *self, EntenteId passage, EntenteId event)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_events (self, create_ids (&event, event == ENTENTE_ID_NONE ? 0 : 1), FALSE);
  self->passage_follows = FALSE;
  update_id (self, &self->passage, passage, PROP_PASSAGE);
  g_object_thaw_notify (G_OBJECT (self));
}

void
entente_selection_set_article (EntenteSelection *self, EntenteId article)
{
  update_id (self, &self->article, article, PROP_ARTICLE);
}

void
entente_selection_reveal_words (EntenteSelection *self)
{
  self->revealing = TRUE;
  if (!self->reading)
    reveal_if_asked (self);
}

void
entente_selection_prune (EntenteSelection *self)
{
  GArray *kept = create_ids (NULL, 0);

  for (guint i = 0; i < self->events->len; i++) {
    EntenteId id = g_array_index (self->events, EntenteId, i);

    if (entente_chronicle_find_row (entente_study_get_chronicle (self->study), id) !=
        ENTENTE_NO_INDEX)
      g_array_append_val (kept, id);
  }
  set_events (self, kept, TRUE);
  if (self->article != ENTENTE_ID_NONE &&
      entente_chronicle_find_article (entente_study_get_chronicle (self->study), self->article) ==
        ENTENTE_NO_INDEX)
    entente_selection_set_article (self, ENTENTE_ID_NONE);
}
