/* What one window shows of a study: the filter (kept by EntenteFilter), the selection with what was
 * read of it, the article in the pane and the marked range.
 *
 * Holds no widget and changes nothing in the study but through entente_session_apply(). Main
 * thread; owned by the window, each pane keeps a reference.
 */
#include "config.h"

#include "entente-filter.h"
#include "entente-selection.h"
#include "entente-session.h"
#include "entente-suggestion-list.h"

struct _EntenteSession {
  GObject parent_instance;

  EntenteStudy *study;
  EntenteFilter *filter;
  EntenteSelection *place; /* what is selected and shown */
  EntenteSuggestionList *suggestions; /* NULL: nobody asked yet */
  guint n_filtered, n_events;

  EntenteId hovered_event, outlined_event;
  EntenteAnswersShown answers_shown;
  gboolean has_marked_range;
  EntenteSpan marked_range;
};

G_DEFINE_FINAL_TYPE (EntenteSession, entente_session, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (EntenteAnswersShown,
                    entente_answers_shown,
                    G_DEFINE_ENUM_VALUE (ENTENTE_ANSWERS_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ENTENTE_ANSWERS_SELECTION, "selection"),
                    G_DEFINE_ENUM_VALUE (ENTENTE_ANSWERS_ALL, "all"),
                    G_DEFINE_ENUM_VALUE (ENTENTE_ANSWERS_THREAD, "thread"))

enum {
  PROP_0,
  PROP_STUDY,
  PROP_QUERY,
  PROP_FILTERED,
  PROP_FACETS,
  PROP_N_FILTERED,
  PROP_N_EVENTS,
  PROP_SELECTED_EVENT,
  PROP_SELECTION,
  PROP_SELECTED_PASSAGE,
  PROP_ARTICLE,
  PROP_DETAIL,
  PROP_DETAIL_FAILED,
  PROP_HOVERED_EVENT,
  PROP_OUTLINED_EVENT,
  PROP_ANSWERS_SHOWN,
  PROP_HAS_MARKED_RANGE,
  PROP_MARKED_START,
  PROP_MARKED_END,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

enum { REVEAL_WORDS, WORDS_WANTED, NOTIFY_USER, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
notify (EntenteSession *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
update_uint (EntenteSession *self, guint *field, guint value, guint prop)
{
  if (*field == value)
    return;
  *field = value;
  notify (self, prop);
}

static EntenteChronicle *
get_chronicle (EntenteSession *self)
{
  return entente_study_get_chronicle (self->study);
}

/* ---- following filter and study ---- */

static void
query_changed_cb (EntenteFilter *filter, EntenteSession *self)
{
  notify (self, PROP_QUERY);
}

static void
update_counts (EntenteSession *self)
{
  const EntenteBitset *filtered = entente_filter_get_filtered (self->filter);

  update_uint (self, &self->n_filtered, entente_bitset_count (filtered), PROP_N_FILTERED);
  update_uint (self,
               &self->n_events,
               entente_chronicle_get_n_rows (get_chronicle (self)),
               PROP_N_EVENTS);
}

static void
filtered_changed_cb (EntenteFilter *filter, EntenteSession *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  entente_selection_prune (self->place);
  update_counts (self);
  notify (self, PROP_FILTERED);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
facets_changed_cb (EntenteFilter *filter, EntenteSession *self)
{
  notify (self, PROP_FACETS);
}

static void
failed_cb (GObject *part, const char *sentence, EntenteSession *self)
{
  entente_session_notify_user (self, sentence, 0);
}

/* The properties of the selection are repeated under the same names. */
static void
place_notify_cb (EntenteSelection *place, GParamSpec *pspec, EntenteSession *self)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
reveal_words_cb (EntenteSelection *place, EntenteSession *self)
{
  g_signal_emit (self, signals[REVEAL_WORDS], 0);
}

/* ---- GObject ---- */

static void
entente_session_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteSession *self = ENTENTE_SESSION (object);

  switch (prop) {
  case PROP_STUDY:
    g_value_set_object (value, self->study);
    break;
  case PROP_QUERY:
    g_value_set_boxed (value, entente_session_get_query (self));
    break;
  case PROP_FILTERED:
    g_value_set_pointer (value, (gpointer) entente_session_get_filtered (self));
    break;
  case PROP_FACETS:
    g_value_set_pointer (value, (gpointer) entente_session_get_facets (self));
    break;
  case PROP_N_FILTERED:
    g_value_set_uint (value, self->n_filtered);
    break;
  case PROP_N_EVENTS:
    g_value_set_uint (value, self->n_events);
    break;
  case PROP_SELECTED_EVENT:
  case PROP_SELECTION:
  case PROP_SELECTED_PASSAGE:
  case PROP_ARTICLE:
  case PROP_DETAIL:
  case PROP_DETAIL_FAILED:
    g_object_get_property (G_OBJECT (self->place), pspec->name, value);
    break;
  case PROP_HOVERED_EVENT:
    g_value_set_int64 (value, self->hovered_event);
    break;
  case PROP_OUTLINED_EVENT:
    g_value_set_int64 (value, self->outlined_event);
    break;
  case PROP_ANSWERS_SHOWN:
    g_value_set_enum (value, self->answers_shown);
    break;
  case PROP_HAS_MARKED_RANGE:
    g_value_set_boolean (value, self->has_marked_range);
    break;
  case PROP_MARKED_START:
    g_value_set_int64 (value, self->marked_range.start);
    break;
  case PROP_MARKED_END:
    g_value_set_int64 (value, self->marked_range.end);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_session_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *pspec)
{
  EntenteSession *self = ENTENTE_SESSION (object);

  switch (prop) {
  case PROP_STUDY:
    self->study = g_value_dup_object (value);
    break;
  case PROP_QUERY:
    entente_session_set_query (self, g_value_get_boxed (value));
    break;
  case PROP_SELECTED_EVENT:
    entente_session_select_event (self, g_value_get_int64 (value));
    break;
  case PROP_ARTICLE:
    entente_session_set_article (self, g_value_get_int64 (value));
    break;
  case PROP_HOVERED_EVENT:
    entente_session_set_hovered_event (self, g_value_get_int64 (value));
    break;
  case PROP_OUTLINED_EVENT:
    entente_session_set_outlined_event (self, g_value_get_int64 (value));
    break;
  case PROP_ANSWERS_SHOWN:
    entente_session_set_answers_shown (self, g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
entente_session_constructed (GObject *object)
{
  EntenteSession *self = ENTENTE_SESSION (object);

  G_OBJECT_CLASS (entente_session_parent_class)->constructed (object);
  self->filter = entente_filter_new (self->study);
  self->place = entente_selection_new (self->study);
  update_counts (self);
  g_signal_connect (self->filter, "query-changed", G_CALLBACK (query_changed_cb), self);
  g_signal_connect (self->filter, "filtered-changed", G_CALLBACK (filtered_changed_cb), self);
  g_signal_connect (self->filter, "facets-changed", G_CALLBACK (facets_changed_cb), self);
  g_signal_connect (self->filter, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self->place, "notify", G_CALLBACK (place_notify_cb), self);
  g_signal_connect (self->place, "reveal-words", G_CALLBACK (reveal_words_cb), self);
  g_signal_connect (self->place, "failed", G_CALLBACK (failed_cb), self);
}

EntenteSuggestionList *
entente_session_get_suggestions (EntenteSession *self)
{
  if (self->suggestions == NULL)
    self->suggestions = entente_suggestion_list_new (self);
  return self->suggestions;
}

void
entente_session_finish (EntenteSession *self)
{
  if (self->suggestions != NULL)
    entente_suggestion_list_finish (self->suggestions);
}

static void
entente_session_dispose (GObject *object)
{
  EntenteSession *self = ENTENTE_SESSION (object);

  if (self->filter)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  if (self->place)
    g_signal_handlers_disconnect_by_data (self->place, self);
  if (self->suggestions)
    g_object_run_dispose (G_OBJECT (self->suggestions));
  g_clear_object (&self->suggestions);
  g_clear_object (&self->filter);
  g_clear_object (&self->place);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (entente_session_parent_class)->dispose (object);
}

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)
#define WRITABLE (READABLE | G_PARAM_WRITABLE)

static GParamSpec *
id_property (const char *name, GParamFlags flags)
{
  return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
}

static GParamSpec *
count_property (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, 0, READABLE);
}

static void
install_properties (GObjectClass *object_class)
{
  props[PROP_STUDY] = g_param_spec_object ("study",
                                           NULL,
                                           NULL,
                                           ENTENTE_TYPE_STUDY,
                                           WRITABLE | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, entente_query_get_type (), WRITABLE);
  props[PROP_FILTERED] = g_param_spec_pointer ("filtered", NULL, NULL, READABLE);
  props[PROP_FACETS] = g_param_spec_pointer ("facets", NULL, NULL, READABLE);
  props[PROP_N_FILTERED] = count_property ("n-filtered");
  props[PROP_N_EVENTS] = count_property ("n-events");
  props[PROP_SELECTED_EVENT] = id_property ("selected-event", WRITABLE);
  props[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_ARRAY, READABLE);
  props[PROP_SELECTED_PASSAGE] = id_property ("selected-passage", READABLE);
  props[PROP_ARTICLE] = id_property ("article", WRITABLE);
  props[PROP_DETAIL] =
    g_param_spec_boxed ("detail", NULL, NULL, entente_event_detail_get_type (), READABLE);
  props[PROP_DETAIL_FAILED] = g_param_spec_boolean ("detail-failed", NULL, NULL, FALSE, READABLE);
  props[PROP_HOVERED_EVENT] = id_property ("hovered-event", WRITABLE);
  props[PROP_OUTLINED_EVENT] = id_property ("outlined-event", WRITABLE);
  props[PROP_ANSWERS_SHOWN] = g_param_spec_enum ("answers-shown",
                                                 NULL,
                                                 NULL,
                                                 ENTENTE_TYPE_ANSWERS_SHOWN,
                                                 ENTENTE_ANSWERS_SELECTION,
                                                 WRITABLE);
  props[PROP_HAS_MARKED_RANGE] =
    g_param_spec_boolean ("has-marked-range", NULL, NULL, FALSE, READABLE);
  props[PROP_MARKED_START] = id_property ("marked-start", READABLE);
  props[PROP_MARKED_END] = id_property ("marked-end", READABLE);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

/* At most two parameters. */
static guint
add_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_SESSION,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       first,
                       second);
}

static void
entente_session_class_init (EntenteSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->constructed = entente_session_constructed;
  object_class->dispose = entente_session_dispose;
  object_class->get_property = entente_session_get_property;
  object_class->set_property = entente_session_set_property;
  install_properties (object_class);

  signals[REVEAL_WORDS] = add_signal ("reveal-words", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[WORDS_WANTED] = add_signal ("words-wanted", 1, G_TYPE_POINTER, G_TYPE_NONE);
  signals[NOTIFY_USER] = add_signal ("notify-user", 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
entente_session_init (EntenteSession *self)
{
  self->answers_shown = ENTENTE_ANSWERS_SELECTION;
}

EntenteSession *
entente_session_new (EntenteStudy *study)
{
  return g_object_new (ENTENTE_TYPE_SESSION, "study", study, NULL);
}

EntenteStudy *
entente_session_get_study (EntenteSession *self)
{
  return self->study;
}

const EntenteQuery *
entente_session_get_query (EntenteSession *self)
{
  return entente_filter_get_query (self->filter);
}

void
entente_session_set_query (EntenteSession *self, const EntenteQuery *query)
{
  entente_filter_set_query (self->filter, query);
}

void
entente_session_set_rest_of (EntenteSession *self, EntenteSession *whole)
{
  entente_filter_set_rest_of (self->filter, whole != NULL ? whole->filter : NULL);
}

const EntenteBitset *
entente_session_get_filtered (EntenteSession *self)
{
  return entente_filter_get_filtered (self->filter);
}

const EntenteFacets *
entente_session_get_facets (EntenteSession *self)
{
  return entente_filter_get_facets (self->filter);
}

EntenteId
entente_session_get_selected_event (EntenteSession *self)
{
  return entente_selection_get_event (self->place);
}

void
entente_session_select_event (EntenteSession *self, EntenteId event)
{
  entente_selection_set_events (self->place, &event, event == ENTENTE_ID_NONE ? 0 : 1);
}

void
entente_session_select_events (EntenteSession *self, const EntenteId *events, guint n)
{
  entente_selection_set_events (self->place, events, n);
}

void
entente_session_toggle_event (EntenteSession *self, EntenteId event)
{
  entente_selection_toggle_event (self->place, event);
}

gboolean
entente_session_is_selected (EntenteSession *self, EntenteId event)
{
  return entente_selection_contains (self->place, event);
}

const GArray *
entente_session_get_selection (EntenteSession *self)
{
  return entente_selection_get_events (self->place);
}

EntenteId
entente_session_get_selected_passage (EntenteSession *self)
{
  return entente_selection_get_passage (self->place);
}

void
entente_session_select_passage (EntenteSession *self, EntenteId passage, EntenteId event)
{
  entente_selection_set_passage (self->place, passage, event);
}

EntenteId
entente_session_get_article (EntenteSession *self)
{
  return entente_selection_get_article (self->place);
}

void
entente_session_set_article (EntenteSession *self, EntenteId article)
{
  entente_selection_set_article (self->place, article);
}

EntenteEventDetail *
entente_session_get_detail (EntenteSession *self)
{
  return entente_selection_get_detail (self->place);
}

gboolean
entente_session_get_detail_failed (EntenteSession *self)
{
  return entente_selection_get_detail_failed (self->place);
}

EntenteId
entente_session_get_hovered_event (EntenteSession *self)
{
  return self->hovered_event;
}

void
entente_session_set_hovered_event (EntenteSession *self, EntenteId event)
{
  if (self->hovered_event == event)
    return;
  self->hovered_event = event;
  notify (self, PROP_HOVERED_EVENT);
}

EntenteId
entente_session_get_outlined_event (EntenteSession *self)
{
  return self->outlined_event;
}

void
entente_session_set_outlined_event (EntenteSession *self, EntenteId event)
{
  if (self->outlined_event == event)
    return;
  self->outlined_event = event;
  notify (self, PROP_OUTLINED_EVENT);
}

EntenteAnswersShown
entente_session_get_answers_shown (EntenteSession *self)
{
  return self->answers_shown;
}

void
entente_session_set_answers_shown (EntenteSession *self, EntenteAnswersShown shown)
{
  if (self->answers_shown == shown)
    return;
  self->answers_shown = shown;
  notify (self, PROP_ANSWERS_SHOWN);
}

gboolean
entente_session_get_marked_range (EntenteSession *self, EntenteSpan *range)
{
  if (range)
    *range = self->marked_range;
  return self->has_marked_range;
}

void
entente_session_set_marked_range (EntenteSession *self, const EntenteSpan *range)
{
  EntenteSpan marked = range ? *range : (EntenteSpan){ 0, 0 };
  EntenteSpan old = self->marked_range;
  gboolean had = self->has_marked_range;

  self->marked_range = marked;
  self->has_marked_range = range != NULL;
  g_object_freeze_notify (G_OBJECT (self));
  if (had != self->has_marked_range)
    notify (self, PROP_HAS_MARKED_RANGE);
  if (old.start != marked.start)
    notify (self, PROP_MARKED_START);
  if (old.end != marked.end)
    notify (self, PROP_MARKED_END);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
entente_session_count_undated (EntenteSession *self)
{
  return entente_filter_count_undated (self->filter);
}

void
entente_session_reveal_words (EntenteSession *self)
{
  entente_selection_reveal_words (self->place);
}

EntenteSessionWords
entente_session_ask_for_words (EntenteSession *self)
{
  EntenteSessionWords words = { ENTENTE_ID_NONE, NULL };

  g_signal_emit (self, signals[WORDS_WANTED], 0, &words);
  return words;
}

void
entente_session_notify_user (EntenteSession *self, const char *message, gint64 step)
{
  g_signal_emit (self, signals[NOTIFY_USER], 0, message, step);
}
