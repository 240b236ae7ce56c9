/* Queries in words: every word, there and back through JSON; bounds of time; what is refused. */

#include "config.h"

#include <string.h>

#include "entente-fixture.h"
#include "entente-query-parse.h"

static const char *const whole =
  "{'actor':['North','south'],'match':'between','direction':'first-to-second','exclusive':true,"
  "'members':true,'members-surely':true,'role':['initiator','host'],'by':'North','to':['South'],"
  "'kind':['talks','outside-event'],'group':['invite'],'evidence':['single','contested'],"
  "'judgement':['certain'],'mode':['factual'],'status':['held'],'medium':['letter'],"
  "'answered':['no'],'dated':['undated'],'source':['A report'],'outlet':['North'],"
  "'speaker':['Ilse Dahl'],'since':'2018-03','until':'2018-04-02','surely':true,"
  "'words':'talks'}";

static EntenteQuery *
read_query (EntenteFixture *fixture, const char *text, GError **error)
{
  g_autofree char *json = g_strdup (text);

  g_strdelimit (json, "'", '"');
  return entente_query_from_text (json, entente_study_get_chronicle (fixture->study), error);
}

static void
test_whole (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuery) query = read_query (fixture, whole, &error);
  g_autofree char *written = NULL;
  g_autoptr (EntenteQuery) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (query->actors->len, ==, 2);
  g_assert_cmpint (query->direction, ==, ENTENTE_FIRST_TO_SECOND);
  g_assert_cmpuint (query->roles, ==, 1 << ENTENTE_ROLE_INITIATOR | 1 << ENTENTE_ROLE_HOST);
  g_assert_cmpuint (query->dated, ==, 2);
  g_assert_cmpint (query->since, ==, entente_day_number (2018, 3, 1) * ENTENTE_SECONDS_PER_DAY);
  g_assert_cmpint (query->until, ==, entente_day_number (2018, 4, 3) * ENTENTE_SECONDS_PER_DAY);
  written = entente_query_to_text (query);
  again = read_query (fixture, written, &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_equal (query, again));
}

static void
test_empty (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteQuery) query = read_query (fixture, "{}", NULL);
  g_autofree char *text = entente_query_to_text (query);

  g_assert_true (entente_query_is_empty (query));
  g_assert_cmpstr (text, ==, "{}");
}

static void
test_times (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  static const char *const values[] = { "2018",
                                        "2018-07",
                                        "2018-07-01",
                                        "2018-21",
                                        "2018-07-01T10:30:00",
                                        "2018-07/2018-09",
                                        "[2018-07-01..2018-07-15]",
                                        "-0044" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autofree char *text = g_strdup_printf ("{'since':'%s','until':'%s'}", values[i], values[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteQuery) query = read_query (fixture, text, &error);
    g_autofree char *written = NULL;
    g_autoptr (EntenteQuery) again = NULL;

    g_assert_no_error (error);
    g_assert_cmpint (query->since, <, query->until);
    written = entente_query_to_text (query);
    again = read_query (fixture, written, &error);
    g_assert_no_error (error);
    g_assert_true (entente_query_equal (query, again));
  }
}

static void
test_refusals (void)
{
  static const struct {
    EntenteError code;
    const char *text, *part;
  } cases[] = {
    { ENTENTE_ERROR_INVALID, "[]", "object" },
    { ENTENTE_ERROR_INVALID, "{", "read" },
    { ENTENTE_ERROR_INVALID, "{'actr':'North'}", "actor" },
    { ENTENTE_ERROR_NOT_FOUND, "{'actor':'Nort'}", "North" },
    { ENTENTE_ERROR_INVALID, "{'match':'some'}", "between" },
    { ENTENTE_ERROR_INVALID, "{'match':'between','actor':'North'}", "two" },
    { ENTENTE_ERROR_INVALID, "{'role':'initator'}", "initiator" },
    { ENTENTE_ERROR_INVALID, "{'kind':'talk'}", "talks" },
    { ENTENTE_ERROR_INVALID, "{'evidence':'weak'}", "weak" },
    { ENTENTE_ERROR_INVALID, "{'since':'2018-13'}", "2018-13" },
    { ENTENTE_ERROR_INVALID, "{'since':'[..2018]'}", "start" },
    { ENTENTE_ERROR_INVALID, "{'until':'2018/..'}", "end" },
    { ENTENTE_ERROR_INVALID, "{'until':''}", "end" },
    { ENTENTE_ERROR_INVALID, "{'exclusive':{}}", "exclusive" },
    { ENTENTE_ERROR_INVALID, "{'exclusive':'no'}", "exclusive" },
    { ENTENTE_ERROR_INVALID, "{'surely':0}", "surely" },
    /* jansson quotes it up to a byte within a letter. */
    { ENTENTE_ERROR_INVALID,
      "{'words':'talks'} äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü"
      "xäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü",
      "read" },
  };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_query (fixture, cases[i].text, &error));
    g_assert_error (error, ENTENTE_ERROR, (int) cases[i].code);
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    g_test_message ("%s", error->message);
    g_assert_nonnull (strstr (error->message, cases[i].part));
  }
}

static void
test_forms (void)
{
  g_assert_cmpint (entente_query_get_word_form ("actor"), ==, ENTENTE_WORD_VALUE);
  g_assert_cmpint (entente_query_get_word_form ("surely"), ==, ENTENTE_WORD_FLAG);
  g_assert_cmpint (entente_query_get_word_form ("format"), ==, ENTENTE_WORD_UNKNOWN);
}

static void
test_view (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteQuery) query = NULL;

  entente_fixture_apply (fixture, "{'do':'add-view','name':'The South','query':{'by':'South'}}");
  query = entente_query_from_view (fixture->study, "the south", &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_has_id (query->by, entente_id_from_key ("south")));
  g_assert_null (entente_query_from_view (fixture->study, "The Sout", &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "The South"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-parse/whole", test_whole);
  g_test_add_func ("/query-parse/empty", test_empty);
  g_test_add_func ("/query-parse/times", test_times);
  g_test_add_func ("/query-parse/refusals", test_refusals);
  g_test_add_func ("/query-parse/forms", test_forms);
  g_test_add_func ("/query-parse/view", test_view);
  return g_test_run ();
}
