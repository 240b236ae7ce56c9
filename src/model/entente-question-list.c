/* Numbers of the questions that show; a change becomes one splice between the longest common
 * beginning and end. Main thread. */
#include "config.h"

#include "entente-question-list.h"

#include "entente-actor.h"
#include <string.h>

/* ---- item ---- */

struct _EntenteQuestionItem {
  GObject parent_instance;

  EntenteStudy *study;
  EntenteQuestions *questions;
  guint index;
  char *sentence; /* as it was told of last */
};

G_DEFINE_FINAL_TYPE (EntenteQuestionItem, entente_question_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_SENTENCE, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
entente_question_item_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SENTENCE)
    g_value_take_string (value,
                         entente_question_item_dup_sentence (ENTENTE_QUESTION_ITEM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_question_item_finalize (GObject *object)
{
  EntenteQuestionItem *self = ENTENTE_QUESTION_ITEM (object);

  g_object_unref (self->study);
  entente_questions_unref (self->questions);
  g_free (self->sentence);

  G_OBJECT_CLASS (entente_question_item_parent_class)->finalize (object);
}

static void
entente_question_item_class_init (EntenteQuestionItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = entente_question_item_finalize;
  object_class->get_property = entente_question_item_get_property;
  props[PROP_SENTENCE] =
    g_param_spec_string ("sentence",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
entente_question_item_init (EntenteQuestionItem *self)
{
}

static void
update_sentence (EntenteQuestionItem *self)
{
  g_autofree char *old = g_steal_pointer (&self->sentence);

  self->sentence = entente_question_item_dup_sentence (self);
  if (g_strcmp0 (old, self->sentence) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SENTENCE]);
}

static EntenteQuestionItem *
create_item (EntenteStudy *study, EntenteQuestions *questions, guint index)
{
  EntenteQuestionItem *self = g_object_new (ENTENTE_TYPE_QUESTION_ITEM, NULL);

  self->study = g_object_ref (study);
  self->questions = entente_questions_ref (questions);
  self->index = index;
  self->sentence = entente_question_item_dup_sentence (self);
  g_signal_connect_object (study,
                           "titles-read",
                           G_CALLBACK (update_sentence),
                           self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* The same question among newer ones. */
static void
move_item (EntenteQuestionItem *self, EntenteQuestions *questions, guint index)
{
  entente_questions_ref (questions);
  entente_questions_unref (self->questions);
  self->questions = questions;
  self->index = index;
}

const EntenteOpenQuestion *
entente_question_item_get (EntenteQuestionItem *self)
{
  return entente_questions_get (self->questions, self->index);
}

EntenteQuestions *
entente_question_item_get_questions (EntenteQuestionItem *self, guint *index)
{
  *index = self->index;
  return self->questions;
}

EntenteId
entente_question_item_get_event (EntenteQuestionItem *self)
{
  return entente_questions_get_event (self->questions, self->index);
}

EntenteId
entente_question_item_get_article (EntenteQuestionItem *self)
{
  guint32 gap = entente_question_item_get (self)->gap;

  return gap == ENTENTE_NO_INDEX ? ENTENTE_ID_NONE
                                 : entente_questions_get_gap (self->questions, gap)->article;
}

static char *
dup_title (EntenteQuestionItem *self)
{
  EntenteChronicle *chronicle = entente_questions_get_chronicle (self->questions);
  const EntenteOpenQuestion *question = entente_question_item_get (self);
  EntenteId article = entente_question_item_get_article (self);
  const char *title;
  guint32 index;

  if (question->row != ENTENTE_NO_INDEX) {
    title = entente_study_get_event_title (self->study, entente_question_item_get_event (self));
    return title ? g_strdup (title) : entente_chronicle_describe (chronicle, question->row);
  }
  index = article == ENTENTE_ID_NONE ? ENTENTE_NO_INDEX
                                     : entente_chronicle_find_article (chronicle, article);
  return index == ENTENTE_NO_INDEX
           ? NULL
           : g_strdup (entente_chronicle_get_article (chronicle, index)->title);
}

char *
entente_question_item_dup_sentence (EntenteQuestionItem *self)
{
  g_autofree char *title = dup_title (self);

  return entente_questions_format (self->questions, self->index, title);
}

/* ---- list ---- */

struct _EntenteQuestionList {
  GObject parent_instance;

  EntenteSession *session;
  EntenteLooseEnds *ends;
  EntenteQuestions *questions; /* that the numbers are of, or NULL */
  GArray *shown; /* guint */
  GPtrArray *items; /* by position: EntenteQuestionItem, or NULL where none was asked for */
  guint causes, statuses; /* bits; 0: all */
  char *words; /* as they were typed, or NULL */
  char *folded; /* the same as names are compared */
  GCancellable *searching; /* or NULL */
  EntenteBitset
    *found; /* rows in which the words stand, of the chronicle of `questions`; or NULL */
  guint counts[ENTENTE_N_CAUSES];
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteQuestionList,
                               entente_question_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
has_words (EntenteQuestionList *self, const EntenteOpenQuestion *question)
{
  g_autofree char *text = NULL;

  if (!self->words)
    return TRUE;
  if (question->row != ENTENTE_NO_INDEX && self->found &&
      entente_bitset_contains (self->found, question->row))
    return TRUE;
  text =
    question->record && question->record->text ? entente_name_fold (question->record->text) : NULL;
  return text && strstr (text, self->folded);
}

/* All that is asked but the cause. The filter may be of another chronicle for a moment. */
static gboolean
passes (EntenteQuestionList *self, const EntenteOpenQuestion *question)
{
  const EntenteBitset *rows = entente_session_get_filtered (self->session);

  return (self->statuses == 0 || (self->statuses >> question->status) & 1) &&
         (question->row == ENTENTE_NO_INDEX || entente_bitset_contains (rows, question->row)) &&
         has_words (self, question);
}

static GArray *
choose (EntenteQuestionList *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->questions ? entente_questions_get_n (self->questions) : 0;

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < n; i++) {
    const EntenteOpenQuestion *question = entente_questions_get (self->questions, i);

    if (!passes (self, question))
      continue;
    self->counts[question->cause]++;
    if (self->causes == 0 || (self->causes >> question->cause) & 1)
      g_array_append_val (shown, i);
  }
  return shown;
}

static void
unref_item (gpointer item)
{
  if (item)
    g_object_unref (item);
}

/* The same question, with nothing new to tell. */
static gboolean
is_same (const EntenteQuestions *a, guint i, const EntenteQuestions *b, guint k)
{
  const EntenteOpenQuestion *one = entente_questions_get (a, i);
  const EntenteOpenQuestion *other = entente_questions_get (b, k);

  if (one->cause != other->cause || one->status != other->status ||
      !one->record != !other->record ||
      (one->record && !entente_record_equal (one->record, other->record)))
    return FALSE;
  if (one->gap != ENTENTE_NO_INDEX && other->gap != ENTENTE_NO_INDEX)
    return entente_questions_get_gap (a, one->gap)->footnote ==
           entente_questions_get_gap (b, other->gap)->footnote;
  return entente_questions_get_event (a, i) == entente_questions_get_event (b, k);
}

/* Those at both ends stay, and whoever holds them. */
static void
keep_items (EntenteQuestionList *self, guint start, guint end)
{
  g_autoptr (GPtrArray) old = self->items;

  self->items = g_ptr_array_new_with_free_func (unref_item);
  g_ptr_array_set_size (self->items, (int) self->shown->len);
  for (guint i = 0; i < start; i++)
    self->items->pdata[i] = g_steal_pointer (&old->pdata[i]);
  for (guint i = 0; i < end; i++)
    self->items->pdata[self->shown->len - 1 - i] = g_steal_pointer (&old->pdata[old->len - 1 - i]);
  for (guint i = 0; i < self->items->len; i++)
    if (self->items->pdata[i])
      move_item (self->items->pdata[i], self->questions, g_array_index (self->shown, guint, i));
}

/* Names in the words of those that stayed may be others. */
static void
update_sentences (EntenteQuestionList *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (self->items->pdata[i])
      update_sentence (self->items->pdata[i]);
}

static void
change (EntenteQuestionList *self, EntenteQuestions *questions)
{
  g_autoptr (EntenteQuestions) old = self->questions;
  g_autoptr (GArray) before = self->shown;
  guint start = 0, end = 0, limit;

  self->questions = questions ? entente_questions_ref (questions) : NULL;
  self->shown = choose (self);
  limit = MIN (before->len, self->shown->len);
  while (start < limit && is_same (old,
                                   g_array_index (before, guint, start),
                                   questions,
                                   g_array_index (self->shown, guint, start)))
    start++;
  while (end < limit - start &&
         is_same (old,
                  g_array_index (before, guint, before->len - 1 - end),
                  questions,
                  g_array_index (self->shown, guint, self->shown->len - 1 - end)))
    end++;
  keep_items (self, start, end);
  if (before->len > start + end || self->shown->len > start + end)
    g_list_model_items_changed (G_LIST_MODEL (self),
                                start,
                                before->len - start - end,
                                self->shown->len - start - end);
  if (old != questions)
    update_sentences (self);
  g_signal_emit (self, signals[COUNTED], 0);
}

/* ---- following ---- */

static void
stop_searching (EntenteQuestionList *self)
{
  if (self->searching)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteQuestionList) self = data;
  g_autoptr (GError) error = NULL;
  EntenteBitset *found = entente_study_search_finish (ENTENTE_STUDY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&found, entente_bitset_unref);
    return;
  }
  g_clear_object (&self->searching);
  g_clear_pointer (&self->found, entente_bitset_unref);
  self->found = found;
  change (self, self->questions);
}

/* Words are searched anew where rows are others. */
static void
search (EntenteQuestionList *self)
{
  stop_searching (self);
  g_clear_pointer (&self->found, entente_bitset_unref);
  if (!self->words)
    return;
  self->searching = g_cancellable_new ();
  entente_study_search_async (entente_session_get_study (self->session),
                              self->words,
                              self->searching,
                              searched_cb,
                              g_object_ref (self));
}

static void
ends_cb (EntenteQuestionList *self)
{
  search (self);
  change (self, entente_loose_ends_get_questions (self->ends));
}

static void
filtered_cb (EntenteQuestionList *self)
{
  change (self, self->questions);
}

/* ---- GListModel ---- */

static GType
list_model_get_item_type (GListModel *model)
{
  return ENTENTE_TYPE_QUESTION_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return ENTENTE_QUESTION_LIST (model)->shown->len;
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  EntenteQuestionList *self = ENTENTE_QUESTION_LIST (model);

  if (position >= self->shown->len)
    return NULL;
  if (!self->items->pdata[position])
    self->items->pdata[position] = create_item (entente_session_get_study (self->session),
                                                self->questions,
                                                g_array_index (self->shown, guint, position));
  return g_object_ref (self->items->pdata[position]);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = list_model_get_item_type;
  interface->get_n_items = list_model_get_n_items;
  interface->get_item = list_model_get_item;
}

/* ---- GObject ---- */

static void
entente_question_list_dispose (GObject *object)
{
  EntenteQuestionList *self = ENTENTE_QUESTION_LIST (object);

  stop_searching (self);

  G_OBJECT_CLASS (entente_question_list_parent_class)->dispose (object);
}

static void
entente_question_list_finalize (GObject *object)
{
  EntenteQuestionList *self = ENTENTE_QUESTION_LIST (object);

  g_object_unref (self->session);
  g_object_unref (self->ends);
  entente_questions_unref (self->questions);
  g_clear_pointer (&self->found, entente_bitset_unref);
  g_array_unref (self->shown);
  g_ptr_array_unref (self->items);
  g_free (self->words);
  g_free (self->folded);

  G_OBJECT_CLASS (entente_question_list_parent_class)->finalize (object);
}

static void
entente_question_list_class_init (EntenteQuestionListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_question_list_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_question_list_finalize;
  signals[COUNTED] = g_signal_new ("counted",
                                   G_TYPE_FROM_CLASS (class),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
entente_question_list_init (EntenteQuestionList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_ptr_array_new_with_free_func (unref_item);
}

EntenteQuestionList *
entente_question_list_new (EntenteSession *session)
{
  EntenteQuestionList *self = g_object_new (ENTENTE_TYPE_QUESTION_LIST, NULL);

  self->session = g_object_ref (session);
  self->ends = entente_loose_ends_get (entente_session_get_study (session));
  self->statuses = 1 << ENTENTE_QUESTION_OPEN;
  g_signal_connect_object (self->ends, "changed", G_CALLBACK (ends_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::filtered",
                           G_CALLBACK (filtered_cb),
                           self,
                           G_CONNECT_SWAPPED);
  change (self, entente_loose_ends_get_questions (self->ends));
  return self;
}

void
entente_question_list_set_causes (EntenteQuestionList *self, guint causes)
{
  self->causes = causes;
  change (self, self->questions);
}

void
entente_question_list_set_statuses (EntenteQuestionList *self, guint statuses)
{
  self->statuses = statuses;
  change (self, self->questions);
}

void
entente_question_list_set_words (EntenteQuestionList *self, const char *words)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->folded, g_free);
  if (words && *words) {
    self->words = g_strdup (words);
    self->folded = entente_name_fold (words);
  }
  search (self);
  change (self, self->questions);
}

guint
entente_question_list_count (EntenteQuestionList *self, EntenteCause cause)
{
  return self->counts[cause];
}

guint
entente_question_list_get_n_all (EntenteQuestionList *self)
{
  return self->questions ? entente_questions_get_n (self->questions) : 0;
}

gboolean
entente_question_list_is_ready (EntenteQuestionList *self)
{
  return self->questions != NULL;
}
