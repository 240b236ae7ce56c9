/* Parts are left out where nobody told them. */
#include "config.h"

#include "entente-question-note.h"

#include "entente-order-words.h"

static const char *
get_status_label (const EntenteOpenQuestion *question)
{
  return entente_enum_label (ENTENTE_ENUM_QUESTION_STATUS, (int) question->status);
}

/* Many titles are alike; who moved towards whom tells them apart. */
static void
append_parties (GString *note, EntenteQuestionItem *item, guint row)
{
  guint index;
  EntenteQuestions *questions = entente_question_item_get_questions (item, &index);
  g_autofree char *parties =
    entente_chronicle_describe (entente_questions_get_chronicle (questions), row);

  g_string_append_printf (note, " · %s", parties);
}

/* "Unanswered moves · Offer · Kabul to Taliban · 14 February 2018 · set aside: nobody expected one"
 */
char *
entente_question_note_format (EntenteStudy *study,
                              EntenteEventReader *reader,
                              EntenteQuestionItem *item)
{
  const EntenteOpenQuestion *question = entente_question_item_get (item);
  EntenteId event = entente_question_item_get_event (item);
  const EntenteEvent *read =
    event != ENTENTE_ID_NONE ? entente_event_reader_look_up (reader, event) : NULL;
  g_autoptr (EntenteDate) date =
    read ? entente_order_bound_date_of (entente_study_get_chronicle (study), event, read->when)
         : NULL;
  g_autofree char *when = entente_date_is_bounded (date) ? entente_date_format (date) : NULL;
  g_autoptr (GString) note = g_string_new (entente_cause_get_label (question->cause));

  if (question->cause == ENTENTE_CAUSE_OWN && question->record->kind)
    g_string_append_printf (note, " · %s", question->record->kind);
  if (question->row != ENTENTE_NO_INDEX)
    append_parties (note, item, question->row);
  if (when)
    g_string_append_printf (note, " · %s", when);
  if (question->status != ENTENTE_QUESTION_OPEN)
    g_string_append_printf (note, " · %s", get_status_label (question));
  if (question->record && question->record->reason)
    g_string_append_printf (note, ": %s", question->record->reason);
  return g_string_free (g_steal_pointer (&note), FALSE);
}
