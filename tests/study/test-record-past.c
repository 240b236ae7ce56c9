/* The history of one record: what is told, and what setting back does. */
#include "config.h"

#include "entente-record-past.h"

#include "entente-event.h"
#include "entente-fixture.h"

#include <string.h>

static EntenteId
get_first_event (EntenteStudy *study)
{
  g_autoptr (GPtrArray) events =
    entente_store_list (entente_study_get_store (study), ENTENTE_ENTITY_EVENT, NULL);

  return ((EntenteRecord *) events->pdata[0])->id;
}

static void
set_title (EntenteStudy *study, EntenteId id, const char *title)
{
  g_autoptr (EntenteStep) step = entente_step_new ("Edit event");
  g_autoptr (EntenteEvent) event =
    entente_store_get (entente_study_get_store (study), ENTENTE_ENTITY_EVENT, id, NULL);
  g_autoptr (EntenteEvent) edited = entente_event_copy (event);

  g_free (edited->title);
  edited->title = g_strdup (title);
  entente_step_update (step, edited);
  entente_change_set_unref (entente_study_apply (study, step, NULL));
}

static GPtrArray *
read_past (EntenteStudy *study, EntenteId id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = entente_record_past_read (entente_study_get_store (study),
                                              ENTENTE_ENTITY_EVENT,
                                              id,
                                              NULL,
                                              &error);

  g_assert_no_error (error);
  return list;
}

static void
revert (EntenteStudy *study, const EntenteRecordPast *past)
{
  g_autoptr (EntenteStep) step = entente_record_past_revert (past);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (step);
  entente_change_set_unref (entente_study_apply (study, step, &error));
  g_assert_no_error (error);
}

static char *
read_title (EntenteStudy *study, EntenteId id)
{
  g_autoptr (EntenteEvent) event =
    entente_store_get (entente_study_get_store (study), ENTENTE_ENTITY_EVENT, id, NULL);

  return g_strdup (event->title);
}

/* A field: who, from, to; set back by one step, which is itself told and can be undone. */
static void
test_field (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteStudy *study = fixture->study;
  EntenteId id = get_first_event (study);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autofree char *title = NULL;
  const EntenteRecordPast *newest;

  entente_study_set_coder (study, "Ada");
  set_title (study, id, "First");
  set_title (study, id, "Second");
  list = read_past (study, id);
  newest = list->pdata[0];
  g_assert_cmpstr (newest->field, ==, "Title");
  g_assert_cmpstr (newest->field_name, ==, "title");
  g_assert_cmpstr (newest->before, ==, "First");
  g_assert_cmpstr (newest->after, ==, "Second");
  g_assert_cmpstr (newest->coder, ==, "Ada");
  g_assert_null (newest->title);
  g_assert_true (newest->can_revert);
  revert (study, newest);
  title = read_title (study, id);
  g_assert_cmpstr (title, ==, "First");
  later = read_past (study, id);
  g_assert_cmpstr (((EntenteRecordPast *) later->pdata[0])->after, ==, "First");
  g_assert_cmpstr (((EntenteRecordPast *) later->pdata[0])->label, ==, "Set back: Title");
  /* What is as it was before cannot be set back to it. */
  g_assert_false (((EntenteRecordPast *) later->pdata[1])->can_revert);
}

static const EntenteRecordPast *
find_part (GPtrArray *list, EntenteOperation operation)
{
  for (guint i = 0; i < list->len; i++) {
    const EntenteRecordPast *past = list->pdata[i];

    if (past->operation == operation && past->title &&
        g_str_has_prefix (past->title, "Participation: "))
      return past;
  }
  return NULL;
}

/* A part that was deleted is told although it is gone, and comes back. */
static void
test_part (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteStudy *study = fixture->study;
  EntenteStore *store = entente_study_get_store (study);
  EntenteId id = get_first_event (study);
  g_autoptr (GPtrArray) parts =
    entente_store_list_of (store, ENTENTE_ENTITY_PARTICIPATION, ENTENTE_ENTITY_EVENT, id, NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (EntenteStep) step = entente_step_new ("Leave out");
  const EntenteRecord *part = parts->pdata[0];

  entente_step_delete (step, part->entity, part->id);
  entente_change_set_unref (entente_study_apply (study, step, NULL));
  list = read_past (study, id);
  g_assert_nonnull (find_part (list, ENTENTE_DELETE));
  revert (study, find_part (list, ENTENTE_DELETE));
  again =
    entente_store_list_of (store, ENTENTE_ENTITY_PARTICIPATION, ENTENTE_ENTITY_EVENT, id, NULL);
  g_assert_cmpuint (again->len, ==, parts->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-past/field", test_field);
  g_test_add_func ("/record-past/part", test_part);
  return g_test_run ();
}
