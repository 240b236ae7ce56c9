/* Records: the table of fields fits the structs, and all that follows it keeps every field. */
#include "config.h"

#include "entente-record.h"

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-context.h"
#include "entente-error.h"
#include "entente-event.h"
#include "entente-study-records.h"

#include <glib.h>

/* A text that fits the field and is not what an empty one holds. */
static const char *
get_sample (const EntenteFieldInfo *field)
{
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return "d\u00e9j\u00e0 vu, \"quoted\"\n";
  case ENTENTE_FIELD_BOOLEAN:
    return "true";
  case ENTENTE_FIELD_INT:
    return "-9223372036854775808";
  case ENTENTE_FIELD_REAL:
    return "34.516666666666666";
  case ENTENTE_FIELD_ENUM:
    return entente_enum_nick (field->vocabulary, 1);
  case ENTENTE_FIELD_ID:
    return "9223372036854775807";
  case ENTENTE_FIELD_IDS:
    return "3,1,2";
  case ENTENTE_FIELD_DATE:
    return "2018-02-14?";
  }
  g_assert_not_reached ();
}

static void
set_text (gpointer record, const EntenteFieldInfo *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean set = entente_record_set_text (record, field, text, &error);

  g_assert_no_error (error);
  g_assert_true (set);
}

static void
assert_text (gconstpointer record, const EntenteFieldInfo *field, const char *expected)
{
  g_autofree char *text = entente_record_dup_text (record, field);

  g_assert_cmpstr (text, ==, expected);
}

static gpointer
make_full (EntenteEntity entity)
{
  EntenteRecord *record = entente_record_new (entity);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

  record->id = 5;
  for (guint i = 0; i < n; i++)
    set_text (record, &fields[i], get_sample (&fields[i]));
  return record;
}

static void
test_names (void)
{
  for (int entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    EntenteEntity read = ENTENTE_N_ENTITIES;
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

    g_assert_true (entente_entity_parse (entente_entity_nick (entity), &read));
    g_assert_cmpint (read, ==, entity);
    g_assert_cmpuint (n, >, 0);
    for (guint i = 0; i < n; i++)
      g_assert_true (entente_entity_find_field (entity, fields[i].name) == &fields[i]);
    g_assert_null (entente_entity_find_field (entity, "no-such-field"));
  }
}

static void
test_nicks (void)
{
  EntenteEntity entity = ENTENTE_ENTITY_ACTOR;

  g_assert_cmpstr (entente_entity_nick (ENTENTE_ENTITY_FIELD_VALUE), ==, "field-value");
  g_assert_false (entente_entity_parse ("Actor", &entity));
  g_assert_false (entente_entity_parse (NULL, &entity));
  g_assert_cmpint (entity, ==, ENTENTE_ENTITY_ACTOR);
  g_assert_nonnull (entente_entity_find_field (ENTENTE_ENTITY_EVENT, "private"));
  g_assert_nonnull (entente_entity_find_field (ENTENTE_ENTITY_ACTOR, "short_label"));
}

static void
test_round_trip (void)
{
  for (int entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (EntenteRecord) record = make_full (entity);
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

    for (guint i = 0; i < n; i++)
      assert_text (record, &fields[i], get_sample (&fields[i]));
  }
}

static void
test_empty_is_new (void)
{
  for (int entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (EntenteRecord) record = make_full (entity);
    g_autoptr (EntenteRecord) empty = entente_record_new (entity);
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

    empty->id = record->id;
    for (guint i = 0; i < n; i++)
      set_text (record, &fields[i], i % 2 == 0 ? "" : NULL);
    g_assert_true (entente_record_equal (record, empty));
  }
}

/* Changing any one field of a copy changes the copy only, and is seen. */
static void
test_copy_and_equal (void)
{
  for (int entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (EntenteRecord) record = make_full (entity);
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

    for (guint i = 0; i < n; i++) {
      g_autoptr (EntenteRecord) copy = entente_record_copy (record);

      g_assert_true (copy != record);
      g_assert_true (entente_record_equal (record, copy));
      set_text (copy, &fields[i], "");
      g_assert_false (entente_record_equal (record, copy));
      assert_text (record, &fields[i], get_sample (&fields[i]));
    }
  }
}

static void
test_identity (void)
{
  g_autoptr (EntenteIssue) a = entente_issue_new ();
  g_autoptr (EntenteIssue) b = entente_issue_copy (a);
  g_autoptr (EntentePlace) other = entente_place_new ();

  b->record.id = 2;
  g_assert_false (entente_record_equal (a, b));
  g_assert_false (entente_record_equal (a, other));
  g_assert_true (entente_record_equal (a, a));
}

static void
test_null_is_empty (void)
{
  g_autoptr (EntenteEvent) a = entente_event_new ();
  g_autoptr (EntenteEvent) b = entente_event_new ();

  a->title = g_strdup ("");
  a->issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  a->when = entente_date_new_undated ();
  a->pinned = 2;
  b->pinned = TRUE;
  g_assert_true (entente_record_equal (a, b));
  g_assert_true (entente_record_equal (b, a));
}

static void
assert_refused (EntenteEntity entity, const char *name, const char *text)
{
  g_autoptr (EntenteRecord) record = make_full (entity);
  g_autoptr (EntenteRecord) before = entente_record_copy (record);
  g_autoptr (GError) error = NULL;

  g_assert_false (
    entente_record_set_text (record, entente_entity_find_field (entity, name), text, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (entente_record_equal (record, before));
}

static void
test_refused_text (void)
{
  assert_refused (ENTENTE_ENTITY_EVENT, "mode", "Factual");
  assert_refused (ENTENTE_ENTITY_EVENT, "when", "2018-02-30");
  assert_refused (ENTENTE_ENTITY_EVENT, "issues", "1,,2");
  assert_refused (ENTENTE_ENTITY_EVENT, "issues", "1,x");
  assert_refused (ENTENTE_ENTITY_EVENT, "place", "-4");
  assert_refused (ENTENTE_ENTITY_EVENT, "pinned", "perhaps");
  assert_refused (ENTENTE_ENTITY_EVENT, "telling", "9223372036854775808");
  assert_refused (ENTENTE_ENTITY_PLACE, "latitude", "34,5");
  assert_refused (ENTENTE_ENTITY_PLACE, "latitude", "nan");
  assert_refused (ENTENTE_ENTITY_PLACE, "latitude", "inf");
}

static void
test_forms_of_text (void)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();

  set_text (event, entente_entity_find_field (ENTENTE_ENTITY_EVENT, "pinned"), "yes");
  g_assert_true (event->pinned);
  set_text (event, entente_entity_find_field (ENTENTE_ENTITY_EVENT, "pinned"), "0");
  g_assert_false (event->pinned);
  set_text (event, entente_entity_find_field (ENTENTE_ENTITY_EVENT, "issues"), "4, 5");
  g_assert_cmpuint (event->issues->len, ==, 2);
  g_assert_cmpint (g_array_index (event->issues, EntenteId, 1), ==, 5);
}

static gpointer
share_often (gpointer data)
{
  for (int i = 0; i < 20000; i++) {
    g_autoptr (EntenteRecord) record = entente_record_ref (data);

    g_assert_cmpint (record->id, ==, 5);
  }
  return NULL;
}

static void
test_shared_between_threads (void)
{
  g_autoptr (EntenteRecord) record = make_full (ENTENTE_ENTITY_CLAIM);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("share", share_often, record);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_boxed (void)
{
  const GType types[] = { entente_coder_get_type (),    entente_place_get_type (),
                          entente_track_get_type (),    entente_issue_get_type (),
                          entente_era_get_type (),      entente_actor_get_type (),
                          entente_alias_get_type (),    entente_affiliation_get_type (),
                          entente_article_get_type (),  entente_revision_get_type (),
                          entente_footnote_get_type (), entente_passage_get_type (),
                          entente_event_get_type (),    entente_participation_get_type (),
                          entente_claim_get_type (),    entente_link_get_type (),
                          entente_order_get_type (),    entente_position_get_type (),
                          entente_question_get_type (), entente_turning_point_get_type (),
                          entente_view_get_type (),     entente_template_get_type (),
                          entente_field_get_type (),    entente_field_value_get_type (),
                          entente_setting_get_type (),  entente_rejection_get_type (),
                          entente_lexicon_get_type () };

  G_STATIC_ASSERT (G_N_ELEMENTS (types) == ENTENTE_N_ENTITIES);
  for (int entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (EntenteRecord) record = make_full (entity);
    EntenteRecord *shared = g_boxed_copy (types[entity], record);

    g_assert_true (shared == record);
    g_boxed_free (types[entity], shared);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/names", test_names);
  g_test_add_func ("/record/nicks", test_nicks);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/empty-is-new", test_empty_is_new);
  g_test_add_func ("/record/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/record/identity", test_identity);
  g_test_add_func ("/record/null-is-empty", test_null_is_empty);
  g_test_add_func ("/record/refused-text", test_refused_text);
  g_test_add_func ("/record/forms-of-text", test_forms_of_text);
  g_test_add_func ("/record/shared-between-threads", test_shared_between_threads);
  g_test_add_func ("/record/boxed", test_boxed);
  return g_test_run ();
}
