/* Causes are read off the derived columns; records say which are set aside. */
#include "config.h"

#include "entente-questions.h"

#include "entente-answer-proposals.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _EntenteQuestions {
  gatomicrefcount refs;
  EntenteChronicle *chronicle;
  EntenteQuestionNotes *notes;
  GArray *list; /* EntenteOpenQuestion */
  GHashTable *aside; /* Subject -> EntenteQuestion, borrowed */
};

/* What a derived question is about: known by its cause and its event or note. */
typedef struct {
  gint64 id;
  int cause;
} Subject;

static const struct {
  const char *nick, *label;
} causes[] = {
  { "own", N_ ("Own questions") },
  { "unanswered", N_ ("Unanswered moves") },
  { "no-word", N_ ("No word after the date") },
  { "conflict", N_ ("Conflicting claims") },
  { "single-origin", N_ ("One origin only") },
  { "undated", N_ ("Undated events") },
  { "footnote-source", N_ ("Notes without source") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (causes) == ENTENTE_N_CAUSES);

const char *
entente_cause_get_nick (EntenteCause cause)
{
  return causes[cause].nick;
}

gboolean
entente_cause_parse (const char *nick, EntenteCause *cause)
{
  for (guint i = 0; nick && i < ENTENTE_N_CAUSES; i++) {
    if (strcmp (causes[i].nick, nick) != 0)
      continue;
    *cause = (EntenteCause) i;
    return TRUE;
  }
  return FALSE;
}

const char *
entente_cause_get_label (EntenteCause cause)
{
  return _ (causes[cause].label);
}

/* ---- notes ---- */

static void
clear_gap (gpointer gap)
{
  g_free (((EntenteFootnoteGap *) gap)->marker);
}

EntenteQuestionNotes *
entente_question_notes_new (void)
{
  EntenteQuestionNotes *notes = g_new0 (EntenteQuestionNotes, 1);

  g_atomic_ref_count_init (&notes->refs);
  notes->records = g_ptr_array_new_with_free_func (entente_record_unref);
  notes->gaps = g_array_new (FALSE, FALSE, sizeof (EntenteFootnoteGap));
  g_array_set_clear_func (notes->gaps, clear_gap);
  return notes;
}

EntenteQuestionNotes *
entente_question_notes_ref (EntenteQuestionNotes *notes)
{
  g_atomic_ref_count_inc (&notes->refs);
  return notes;
}

void
entente_question_notes_unref (EntenteQuestionNotes *notes)
{
  if (!notes || !g_atomic_ref_count_dec (&notes->refs))
    return;
  g_ptr_array_unref (notes->records);
  g_array_unref (notes->gaps);
  g_free (notes);
}

static gboolean
is_refusal (const EntenteQuestion *record)
{
  return g_strcmp0 (record->kind, ENTENTE_QUESTION_NOT_ANSWER) == 0;
}

GArray *
entente_question_notes_list_refusals (const EntenteQuestionNotes *notes)
{
  GArray *refusals = g_array_new (FALSE, FALSE, sizeof (EntenteAnswerRefusal));

  for (guint i = 0; i < notes->records->len; i++) {
    const EntenteQuestion *record = notes->records->pdata[i];
    EntenteAnswerRefusal refusal = { record->event, record->answer };

    if (is_refusal (record))
      g_array_append_val (refusals, refusal);
  }
  return refusals;
}

/* ---- causes ---- */

static guint
hash_subject (gconstpointer key)
{
  const Subject *subject = key;

  return g_int64_hash (&subject->id) * 31 + (guint) subject->cause;
}

static gboolean
equal_subjects (gconstpointer a, gconstpointer b)
{
  const Subject *first = a, *second = b;

  return first->id == second->id && first->cause == second->cause;
}

/* Does the record set a derived question aside? Its subject. */
static gboolean
sets_aside (const EntenteQuestion *record, Subject *subject)
{
  EntenteCause cause;

  if (record->status != ENTENTE_QUESTION_SET_ASIDE || !entente_cause_parse (record->kind, &cause) ||
      cause == ENTENTE_CAUSE_OWN)
    return FALSE;
  subject->cause = (int) cause;
  subject->id = cause == ENTENTE_CAUSE_FOOTNOTE ? record->footnote : record->event;
  return subject->id != ENTENTE_ID_NONE;
}

static void
add_own (EntenteQuestions *self)
{
  for (guint i = 0; i < self->notes->records->len; i++) {
    const EntenteQuestion *record = self->notes->records->pdata[i];
    EntenteOpenQuestion question = { .cause = ENTENTE_CAUSE_OWN,
                                     .status = (EntenteQuestionStatus) record->status,
                                     .row = record->event == ENTENTE_ID_NONE
                                              ? ENTENTE_NO_INDEX
                                              : entente_chronicle_find_row (self->chronicle,
                                                                            record->event),
                                     .gap = ENTENTE_NO_INDEX,
                                     .record = record };
    Subject subject;

    if (is_refusal (record))
      continue;
    if (sets_aside (record, &subject))
      g_hash_table_insert (self->aside, g_memdup2 (&subject, sizeof subject), (gpointer) record);
    else
      g_array_append_val (self->list, question);
  }
}

static void
add_derived (EntenteQuestions *self, EntenteCause cause, guint32 row, guint32 gap, EntenteId id)
{
  Subject subject = { id, (int) cause };
  EntenteOpenQuestion question = {
    .cause = cause,
    .row = row,
    .gap = gap,
    .record = g_hash_table_lookup (self->aside, &subject),
  };

  question.status = question.record ? ENTENTE_QUESTION_SET_ASIDE : ENTENTE_QUESTION_OPEN;
  g_array_append_val (self->list, question);
}

static gboolean
has_cause (const EntenteChronicle *chronicle, EntenteCause cause, guint row)
{
  EntenteEvidence evidence = entente_chronicle_get_evidence (chronicle, row);

  switch (cause) {
  case ENTENTE_CAUSE_UNANSWERED:
    return entente_chronicle_get_answered (chronicle, row) == ENTENTE_ANSWERED_NO;
  case ENTENTE_CAUSE_NO_WORD:
    return entente_chronicle_get_status (chronicle, row) == ENTENTE_STATUS_NO_WORD;
  case ENTENTE_CAUSE_CONFLICT:
    return evidence == ENTENTE_EVIDENCE_CONTESTED || evidence == ENTENTE_EVIDENCE_DENIED;
  case ENTENTE_CAUSE_SINGLE:
    return evidence == ENTENTE_EVIDENCE_SINGLE || evidence == ENTENTE_EVIDENCE_SAME_ORIGIN;
  case ENTENTE_CAUSE_UNDATED:
    return row >= entente_chronicle_get_n_placed (chronicle);
  default:
    return FALSE;
  }
}

/* Rows [first, end). */
static void
add_rows (EntenteQuestions *self, guint first, guint end)
{
  for (EntenteCause cause = ENTENTE_CAUSE_UNANSWERED; cause < ENTENTE_CAUSE_FOOTNOTE; cause++)
    for (guint row = first; row < end; row++)
      if (has_cause (self->chronicle, cause, row))
        add_derived (self,
                     cause,
                     row,
                     ENTENTE_NO_INDEX,
                     entente_chronicle_get_id (self->chronicle, row));
}

static void
add_gaps (EntenteQuestions *self)
{
  for (guint i = 0; i < self->notes->gaps->len; i++)
    add_derived (self,
                 ENTENTE_CAUSE_FOOTNOTE,
                 ENTENTE_NO_INDEX,
                 i,
                 g_array_index (self->notes->gaps, EntenteFootnoteGap, i).footnote);
}

/* ---- all ---- */

static EntenteQuestions *
begin (const EntenteChronicle *chronicle, EntenteQuestionNotes *notes)
{
  EntenteQuestions *self = g_new0 (EntenteQuestions, 1);

  g_atomic_ref_count_init (&self->refs);
  self->chronicle = entente_chronicle_ref (chronicle);
  self->notes = entente_question_notes_ref (notes);
  self->list = g_array_new (FALSE, FALSE, sizeof (EntenteOpenQuestion));
  self->aside = g_hash_table_new_full (hash_subject, equal_subjects, g_free, NULL);
  add_own (self);
  return self;
}

EntenteQuestions *
entente_questions_new (const EntenteChronicle *chronicle, EntenteQuestionNotes *notes)
{
  EntenteQuestions *self = begin (chronicle, notes);

  add_rows (self, 0, entente_chronicle_get_n_rows (chronicle));
  add_gaps (self);
  return self;
}

EntenteQuestions *
entente_questions_new_of_event (const EntenteChronicle *chronicle,
                                EntenteQuestionNotes *notes,
                                EntenteId event)
{
  EntenteQuestions *self = begin (chronicle, notes);
  guint row = entente_chronicle_find_row (chronicle, event);

  for (guint i = self->list->len; i > 0; i--)
    if (entente_questions_get (self, i - 1)->row != row)
      g_array_remove_index (self->list, i - 1);
  if (row != ENTENTE_NO_INDEX)
    add_rows (self, row, row + 1);
  return self;
}

EntenteQuestions *
entente_questions_ref (EntenteQuestions *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
entente_questions_unref (EntenteQuestions *self)
{
  if (!self || !g_atomic_ref_count_dec (&self->refs))
    return;
  entente_chronicle_unref (self->chronicle);
  entente_question_notes_unref (self->notes);
  g_array_unref (self->list);
  g_hash_table_unref (self->aside);
  g_free (self);
}

EntenteChronicle *
entente_questions_get_chronicle (const EntenteQuestions *self)
{
  return self->chronicle;
}

guint
entente_questions_get_n (const EntenteQuestions *self)
{
  return self->list->len;
}

const EntenteOpenQuestion *
entente_questions_get (const EntenteQuestions *self, guint index)
{
  return &g_array_index (self->list, EntenteOpenQuestion, index);
}

const EntenteFootnoteGap *
entente_questions_get_gap (const EntenteQuestions *self, guint gap)
{
  return &g_array_index (self->notes->gaps, EntenteFootnoteGap, gap);
}

EntenteId
entente_questions_get_event (const EntenteQuestions *self, guint index)
{
  guint32 row = entente_questions_get (self, index)->row;

  return row == ENTENTE_NO_INDEX ? ENTENTE_ID_NONE
                                 : entente_chronicle_get_id (self->chronicle, row);
}

GArray *
entente_questions_find (const EntenteQuestions *self, EntenteId event)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint row = entente_chronicle_find_row (self->chronicle, event);

  for (guint i = 0; row != ENTENTE_NO_INDEX && i < self->list->len; i++)
    if (entente_questions_get (self, i)->row == row)
      g_array_append_val (found, i);
  return found;
}

/* ---- in words ---- */

static char *
format_conflict (const EntenteQuestions *self, guint row, const char *title)
{
  return entente_chronicle_get_evidence (self->chronicle, row) == ENTENTE_EVIDENCE_DENIED
           ? g_strdup_printf (_ ("Did it happen? “%s” is told by one and denied by another."),
                              title)
           : g_strdup_printf (_ ("Which is right? Accounts of “%s” contradict each other."), title);
}

static char *
format_gap (const EntenteFootnoteGap *gap, const char *title)
{
  return gap->marker
           ? g_strdup_printf (_ ("Where does note %s of “%s” have it from?"), gap->marker, title)
           : g_strdup_printf (_ ("Where does a note of “%s” have it from?"), title);
}

char *
entente_questions_format (const EntenteQuestions *self, guint index, const char *title)
{
  const EntenteOpenQuestion *question = entente_questions_get (self, index);
  const char *name = title ? title : "";

  switch (question->cause) {
  case ENTENTE_CAUSE_OWN:
    return g_strdup (question->record->text ? question->record->text : "");
  case ENTENTE_CAUSE_UNANSWERED:
    return g_strdup_printf (_ ("Was “%s” ever answered?"), name);
  case ENTENTE_CAUSE_NO_WORD:
    return g_strdup_printf (_ ("What became of “%s”? Its date went by without word."), name);
  case ENTENTE_CAUSE_CONFLICT:
    return format_conflict (self, question->row, name);
  case ENTENTE_CAUSE_SINGLE:
    return g_strdup_printf (_ ("Who else tells of “%s”? All that is known comes from one origin."),
                            name);
  case ENTENTE_CAUSE_UNDATED:
    return g_strdup_printf (_ ("When was “%s”?"), name);
  default:
    return format_gap (entente_questions_get_gap (self, question->gap), name);
  }
}
