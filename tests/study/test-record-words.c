/* Records in words: titles, names of fields, values. */
#include "config.h"

#include "entente-record-words.h"

#include "entente-fixture.h"

static const EntenteFieldInfo *
find_field (EntenteEntity entity, const char *name)
{
  const EntenteFieldInfo *field = entente_entity_find_field (entity, name);

  g_assert_nonnull (field);
  return field;
}

static void
assert_value (EntenteStore *store, EntenteRecord *record, const char *field, const char *expected)
{
  g_autofree char *value =
    entente_record_words_value (store, NULL, record, find_field (record->entity, field));

  g_assert_cmpstr (value, ==, expected);
}

static EntenteRecord *
get_first (EntenteStore *store, EntenteEntity entity)
{
  g_autoptr (GPtrArray) records = entente_store_list (store, entity, NULL);

  g_assert_cmpuint (records->len, >, 0);
  return entente_record_ref (records->pdata[0]);
}

static void
test_values (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteStore *store = entente_study_get_store (fixture->study);
  g_autoptr (EntenteRecord) event = get_first (store, ENTENTE_ENTITY_EVENT);
  g_autoptr (EntenteRecord) participation = get_first (store, ENTENTE_ENTITY_PARTICIPATION);
  g_autofree char *named = NULL;

  assert_value (store, event, "kind", "acceptance of an invitation");
  assert_value (store, event, "pinned", "no");
  assert_value (store, event, "place", "—");
  named = entente_record_words_value (store,
                                      NULL,
                                      participation,
                                      find_field (ENTENTE_ENTITY_PARTICIPATION, "actor"));
  g_assert_cmpstr (named, !=, "…");
  g_assert_cmpstr (named, !=, "—");
}

/* Every record of every kind has a title and every field a name, whatever it holds. */
static void
test_titles (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteStore *store = entente_study_get_store (fixture->study);

  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (EntenteRecord) empty = entente_record_new (entity);
    g_autofree char *title = entente_record_words_title (store, NULL, empty);
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (entity, &n);

    g_assert_cmpstr (title, !=, "");
    g_assert_cmpstr (entente_record_words_entity (entity), !=, "");
    for (guint i = 0; i < n; i++)
      g_assert_cmpstr (entente_record_words_field (&fields[i]), !=, "");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-words/values", test_values);
  g_test_add_func ("/record-words/titles", test_titles);
  return g_test_run ();
}
