/* Articles that are nearly the same: reprints are found, others are not, and the earlier one is the
 * origin. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-reprints.h"

#define TEXT                                                                                       \
  "The delegations met in the old customs house on the river and spoke for four hours. Neither "   \
  "side would say what had been agreed. A clerk carried tea in at noon and maps out at two. The "  \
  "toll, said the harbour master, would be raised again in the spring unless somebody paid. "
#define OTHER                                                                                      \
  "Rain fell on the capital for the third week, and the bakers of the upper town complained that " \
  "flour had become dear. The mayor promised a new bridge, as his father had done before him. "

static void
add_article (EntenteFixture *fixture, const char *key, const char *published, const char *text)
{
  entente_fixture_apply (fixture,
                         "{'do':'add-article','key':'%s','title':'%s','published':'%s',"
                         "'text':'%s'}",
                         key,
                         key,
                         published,
                         text);
}

static EntenteFixture *
new_library (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  add_article (fixture, "late", "2018-05-03", TEXT "The report is our own.");
  add_article (fixture, "early", "2018-05-02", "LOWER BRENN - " TEXT);
  add_article (fixture, "rain", "2018-05-02", OTHER);
  entente_fixture_apply (fixture, "{'do':'add-article','key':'bare','title':'No text'}");
  return fixture;
}

static gboolean
find (EntenteFixture *fixture, const char *text, EntenteReprint *found)
{
  g_autoptr (GError) error = NULL;
  gboolean has = entente_reprints_find (entente_study_get_store (fixture->study),
                                        entente_study_get_chronicle (fixture->study),
                                        text,
                                        ENTENTE_ID_NONE,
                                        found,
                                        NULL,
                                        &error);

  g_assert_no_error (error);
  return has;
}

static void
test_find (void)
{
  g_autoptr (EntenteFixture) fixture = new_library ();
  EntenteReprint found;

  g_assert_true (find (fixture, TEXT "The report is our own.", &found));
  g_assert_cmpint (found.other, ==, entente_id_from_key ("late"));
  g_assert_cmpuint (found.percent, ==, 100);
  g_assert_true (find (fixture, OTHER "It rained on.", &found));
  g_assert_cmpint (found.other, ==, entente_id_from_key ("rain"));
  g_assert_false (find (fixture, "Nothing of this kind was ever written in the study.", &found));
  g_assert_false (find (fixture, "", &found));
}

static void
test_list (void)
{
  g_autoptr (EntenteFixture) fixture = new_library ();
  g_autoptr (GArray) pairs = entente_reprints_list (entente_study_get_store (fixture->study),
                                                    entente_study_get_chronicle (fixture->study),
                                                    NULL,
                                                    NULL);
  const EntenteReprint *pair = &g_array_index (pairs, EntenteReprint, 0);

  g_assert_cmpuint (pairs->len, ==, 1);
  g_assert_cmpint (pair->article, ==, entente_id_from_key ("late"));
  g_assert_cmpint (pair->other, ==, entente_id_from_key ("early"));
  g_assert_cmpuint (pair->percent, >=, ENTENTE_REPRINT_NEAR);
  g_assert_cmpuint (pair->percent, <, 100);
}

static void
test_origin (void)
{
  g_autoptr (EntenteFixture) fixture = new_library ();
  EntenteChronicle *chronicle;

  entente_fixture_apply (fixture, "{'do':'set','entity':'article','id':'late','origin':'early'}");
  chronicle = entente_study_get_chronicle (fixture->study);
  g_assert_cmpint (entente_reprints_get_origin (chronicle, entente_id_from_key ("late")),
                   ==,
                   entente_id_from_key ("early"));
  /* A chain that bites its tail ends too. */
  entente_fixture_apply (fixture, "{'do':'set','entity':'article','id':'early','origin':'late'}");
  chronicle = entente_study_get_chronicle (fixture->study);
  g_assert_cmpint (entente_reprints_get_origin (chronicle, entente_id_from_key ("late")), !=, 0);
}

static void
test_async (void)
{
  g_autoptr (EntenteFixture) fixture = new_library ();
  GAsyncResult *result = NULL;
  EntenteReprint found;

  entente_study_find_reprint_async (fixture->study,
                                    NULL,
                                    entente_id_from_key ("early"),
                                    NULL,
                                    entente_fixture_keep_result,
                                    &result);
  g_assert_true (entente_study_find_reprint_finish (fixture->study,
                                                    entente_fixture_wait (&result),
                                                    &found,
                                                    NULL));
  g_object_unref (result);
  g_assert_cmpint (found.article, ==, entente_id_from_key ("early"));
  g_assert_cmpint (found.other, ==, entente_id_from_key ("late"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reprints/find", test_find);
  g_test_add_func ("/reprints/list", test_list);
  g_test_add_func ("/reprints/origin", test_origin);
  g_test_add_func ("/reprints/async", test_async);
  return g_test_run ();
}
