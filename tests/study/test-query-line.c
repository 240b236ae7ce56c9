/* A query as a line: there and back for every criterion, what is wrong and where, what may stand at
 * the cursor. */
#include "config.h"

#include <string.h>

#include "entente-fixture.h"
#include "entente-query-line.h"

static const EntenteChronicle *
get_chronicle (EntenteFixture *fixture)
{
  return entente_study_get_chronicle (fixture->study);
}

static void
test_there_and_back (void)
{
  static const char *const lines[] = {
    "",
    "actor: North",
    "actor: North, South; match: between; direction: first-to-second; exclusive",
    "actor: North; members; members-surely; role: initiator, host; by: North; to: South",
    "kind: talks, outside-event; group: invite; evidence: single, contested; dated: undated",
    "judgement: certain; mode: factual; status: held; medium: letter; answered: no",
    "source: A report; outlet: North; speaker: Ilse Dahl; source-match: all; issue-empty",
    "since: 2018-03-01; until: 2018-04-02; surely",
    "since: 2018-03-01T10:30:00",
    "actor: North; words: \"peace talks\" OR envoy, or; anything",
  };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteQuery) query =
      entente_query_line_read (lines[i], get_chronicle (fixture), NULL, &error);
    g_autofree char *written = NULL;
    g_autoptr (EntenteQuery) again = NULL;

    g_assert_no_error (error);
    written = entente_query_line_write (query, get_chronicle (fixture));
    again = entente_query_line_read (written, get_chronicle (fixture), NULL, &error);
    g_assert_no_error (error);
    g_assert_true (entente_query_equal (query, again));
    if (i < 2)
      g_assert_cmpstr (written, ==, lines[i]);
  }
}

/* However it is typed: spaces, signs, quotation marks, any case of a name, names alone. */
static void
test_typing (void)
{
  static const char *const lines[] = {
    "north,south",
    " North ; actor:South;",
    "actor:\"North\" ,south",
    "actor: North; ;; actor: SOUTH",
  };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteQuery) query =
      entente_query_line_read (lines[i], get_chronicle (fixture), NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (query->actors->len, ==, 2);
  }
}

/* A name that holds signs of the line comes back whole. */
static void
test_signs (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteQuery) query = entente_query_new (), again = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'odd','name':'Smith, Jones; \\'Co\\': Ltd',"
                         "'kind':'company'}");
  entente_query_toggle_id (&query->actors, entente_id_from_key ("odd"), TRUE);
  line = entente_query_line_write (query, get_chronicle (fixture));
  again = entente_query_line_read (line, get_chronicle (fixture), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_equal (query, again));
}

static void
test_faults (void)
{
  static const struct {
    const char *line, *fault, *part;
  } cases[] = {
    { "actr: North", "actr", "actor" },
    { "actor: Nort; surely", "Nort", "North" },
    { "actor: North; since: 2018-13", "2018-13", "2018-13" },
    { "actor: North; evidence: single, weak", "weak", "weak" },
    { "evidence", "evidence", "evidence" },
    { "actor: ", "", "actor" },
    { "actor: North; match: between", "actor: North; match: between", "two" },
    { "North, Nowhere", "Nowhere", "Nowhere" },
  };
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    EntenteLinePlace place = { 0, 0 };
    g_autofree char *fault = NULL;

    g_assert_null (
      entente_query_line_read (cases[i].line, get_chronicle (fixture), &place, &error));
    g_assert_nonnull (error);
    g_test_message ("%s: %s", cases[i].line, error->message);
    fault = g_strndup (cases[i].line + place.start, place.end - place.start);
    g_assert_cmpstr (fault, ==, cases[i].fault);
    g_assert_nonnull (strstr (error->message, cases[i].part));
  }
}

/* The first of what may stand at the end of @line, and the line with it. */
static void
assert_completes (EntenteFixture *fixture, const char *line, const char *wanted)
{
  EntenteLinePlace place;
  g_auto (GStrv) found =
    entente_query_line_complete (line, (guint) strlen (line), get_chronicle (fixture), 8, &place);
  g_autofree char *whole = NULL;

  if (found[0])
    whole = g_strdup_printf ("%.*s%s", (int) place.start, line, found[0]);
  g_assert_cmpstr (whole, ==, wanted);
}

static void
test_completion (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  assert_completes (fixture, "", "actor: ");
  assert_completes (fixture, "ev", "evidence: ");
  assert_completes (fixture, "mem", "members");
  assert_completes (fixture, "actor: no", "actor: North");
  assert_completes (fixture, "actor: North, so", "actor: North, South");
  assert_completes (fixture, "North, so", "North, South");
  assert_completes (fixture, "speaker: dahl", "speaker: Ilse Dahl");
  assert_completes (fixture,
                    "actor: North; evidence: single, conte",
                    "actor: North; evidence: single, contested");
  assert_completes (fixture, "match: b", "match: between");
  assert_completes (fixture, "actor: zzz", NULL);
}

/* Whatever is typed or cut off is read or refused, with a place within the line. */
static void
test_anything (void)
{
  static const char pieces[] = "actor:;, \"Northéword s-since2018";
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();

  for (guint i = 0; i < 3000; i++) {
    g_autoptr (GString) line = g_string_new (NULL);
    guint n = (guint) g_test_rand_int_range (0, 30);
    EntenteLinePlace place = { 0, 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteQuery) query = NULL;
    g_auto (GStrv) found = NULL;

    while (line->len < n)
      g_string_append_c (line, pieces[g_test_rand_int_range (0, sizeof pieces - 1)]);
    query = entente_query_line_read (line->str, get_chronicle (fixture), &place, &error);
    g_assert_true ((query != NULL) != (error != NULL));
    g_assert_cmpuint (place.start, <=, place.end);
    g_assert_cmpuint (place.end, <=, line->len);
    found = entente_query_line_complete (line->str,
                                         (guint) g_test_rand_int_range (0, (int) line->len + 1),
                                         get_chronicle (fixture),
                                         4,
                                         &place);
    g_assert_cmpuint (g_strv_length (found), <=, 4);
    g_assert_cmpuint (place.end, <=, line->len);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-line/there-and-back", test_there_and_back);
  g_test_add_func ("/query-line/typing", test_typing);
  g_test_add_func ("/query-line/signs", test_signs);
  g_test_add_func ("/query-line/faults", test_faults);
  g_test_add_func ("/query-line/completion", test_completion);
  g_test_add_func ("/query-line/anything", test_anything);
  return g_test_run ();
}
