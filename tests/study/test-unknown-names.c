/* Names of articles that the registry lacks are counted, with their first sentence; known ones are
 * not, by whatever name. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-unknown-names.h"

static EntenteFixture *
new_fixture (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture, "{'do':'add-actor','key':'kenya','name':'Kenya','kind':'state'}");
  entente_fixture_apply (
    fixture,
    "{'do':'add-article','key':'one','title':'One','text':'Kenya invited Ruritania to talks. "
    "Omar Haldan rejected the offer. Omar Haldan told Kenya to wait.\\n'}");
  entente_fixture_apply (
    fixture,
    "{'do':'add-article','key':'two','title':'Two','text':'The envoy Omar Haldan waited.[1] "
    "Ilse Dahl rejected the plan.[2] Haldan said nothing.\\n'}");
  return fixture;
}

static const EntenteUnknownName *
find (const GPtrArray *names, const char *wanted)
{
  for (guint i = 0; i < names->len; i++) {
    const EntenteUnknownName *name = names->pdata[i];

    if (g_str_equal (name->name, wanted))
      return name;
  }
  return NULL;
}

static void
test_read (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names =
    entente_study_read_unknown_names (fixture->study, NULL, NULL, NULL, &error);
  const EntenteUnknownName *haldan;

  g_assert_no_error (error);
  haldan = find (names, "Omar Haldan");
  g_assert_nonnull (haldan);
  g_assert_cmpuint (haldan->n_articles, ==, 2);
  g_assert_cmpuint (haldan->n_mentions, >=, 3);
  g_assert_cmpint (haldan->kind, ==, ENTENTE_ACTOR_PERSON);
  g_assert_cmpstr (haldan->sentence, ==, "Omar Haldan rejected the offer.");
  g_assert_true (haldan->article == entente_id_from_key ("one"));
  g_assert_true (names->pdata[0] == (gpointer) haldan); /* named most often */
  g_assert_cmpstr (find (names, "Ilse Dahl")->sentence, ==, "Ilse Dahl rejected the plan.[2]");
  g_assert_null (find (names, "Kenya"));
}

/* Accepted as an actor or as somebody's alias, a name is unknown no more. */
static void
test_accept (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (GPtrArray) names =
    entente_study_read_unknown_names (fixture->study, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (EntenteStep) add = entente_commands_add_unknown_name (find (names, "Omar Haldan"));
  g_autoptr (EntenteStep) alias =
    entente_commands_add_name_as_alias (find (names, "Ilse Dahl"), entente_id_from_key ("kenya"));
  gint64 version = entente_study_get_version (fixture->study);

  entente_change_set_unref (entente_study_apply (fixture->study, add, NULL));
  entente_change_set_unref (entente_study_apply (fixture->study, alias, NULL));
  g_assert_cmpint (entente_study_get_version (fixture->study), ==, version + 2);
  left = entente_study_read_unknown_names (fixture->study, NULL, NULL, NULL, NULL);
  g_assert_null (find (left, "Omar Haldan"));
  g_assert_null (find (left, "Ilse Dahl"));
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteFixture) fixture = new_fixture ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GAsyncResult *result = NULL;

  g_cancellable_cancel (cancellable);
  entente_study_read_unknown_names_async (fixture->study,
                                          cancellable,
                                          entente_fixture_keep_result,
                                          &result);
  entente_fixture_wait (&result);
  g_assert_null (entente_study_read_unknown_names_finish (fixture->study, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/unknown-names/read", test_read);
  g_test_add_func ("/unknown-names/accept", test_accept);
  g_test_add_func ("/unknown-names/cancelled", test_cancelled);
  return g_test_run ();
}
