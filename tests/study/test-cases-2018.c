/* Three cases of 2018, entered by files of commands: what is derived of them is what a scholar
 * would say of them. The facts are public; where sources differ, the cases hold both. */
#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-scene.h"

#include <string.h>

/* ---- reading ---- */

static EntenteFixture *
open_case (const char *name)
{
  EntenteFixture *fixture = entente_fixture_new ();
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "cases", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    if (*lines[i] != '{')
      continue;
    entente_study_apply_json (fixture->study, lines[i], folder, &error);
    if (error)
      g_test_message ("%s", lines[i]);
    g_assert_no_error (error);
  }
  return fixture;
}

static EntenteChronicle *
get_chronicle (EntenteFixture *fixture)
{
  return entente_study_get_chronicle (fixture->study);
}

static guint
find_row (EntenteFixture *fixture, const char *key)
{
  guint row = entente_chronicle_find_row (get_chronicle (fixture), entente_id_from_key (key));

  g_assert_cmpuint (row, !=, ENTENTE_NO_INDEX);
  return row;
}

static EntenteEvidence
get_evidence (EntenteFixture *fixture, const char *key)
{
  return entente_chronicle_get_evidence (get_chronicle (fixture), find_row (fixture, key));
}

static EntenteStatus
get_status (EntenteFixture *fixture, const char *key)
{
  return entente_chronicle_get_status (get_chronicle (fixture), find_row (fixture, key));
}

static EntenteAnswered
get_answered (EntenteFixture *fixture, const char *key)
{
  return entente_chronicle_get_answered (get_chronicle (fixture), find_row (fixture, key));
}

static guint
count_stance (EntenteFixture *fixture, const char *key, EntenteStance stance)
{
  guint n_voices, n = 0;
  const EntenteVoice *voices =
    entente_chronicle_get_voices (get_chronicle (fixture), find_row (fixture, key), &n_voices);

  for (guint i = 0; i < n_voices; i++)
    n += voices[i].stance == stance;
  return n;
}

static void
assert_window (EntenteFixture *fixture, const char *key, const char *edtf)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);
  EntenteSpan window =
    entente_chronicle_get_window (get_chronicle (fixture), find_row (fixture, key));
  EntenteSpan expected = entente_date_get_window (date);

  g_assert_cmpint (window.start, ==, expected.start);
  g_assert_cmpint (window.end, ==, expected.end);
}

/* Each claim stands on words of its article. */
static void
assert_words (EntenteFixture *fixture)
{
  EntenteChronicle *chronicle = get_chronicle (fixture);

  for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
    g_autoptr (EntenteEventDetail) detail =
      entente_study_read_event (fixture->study, entente_chronicle_get_id (chronicle, row), NULL);

    g_assert_cmpuint (detail->claims->len, >, 0);
    for (guint i = 0; i < detail->claims->len; i++)
      g_assert_nonnull (detail->passages->pdata[i]);
  }
}

/* ---- drawing ---- */

typedef struct {
  EntenteFixture *fixture;
  EntenteLaneIndex *index;
  EntenteLanes *lanes;
  EntenteScene *scene;
} Picture;

static double
measure (EntenteLabelStyle style, const char *text, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 7;
}

static const char *
get_title (guint32 row, gpointer data)
{
  return "a move";
}

static gboolean
read_detail (guint32 row, EntenteSceneDetail *detail, gpointer data)
{
  EntenteFixture *fixture = data;
  g_autoptr (EntenteEventDetail) event =
    entente_study_read_event (fixture->study,
                              entente_chronicle_get_id (get_chronicle (fixture), row),
                              NULL);

  entente_scene_detail_read (detail, event->event);
  return TRUE;
}

static void
draw (Picture *picture, EntenteFixture *fixture, const char *edtf)
{
  EntenteChronicle *chronicle = get_chronicle (fixture);
  g_autoptr (EntenteDate) view = entente_date_parse (edtf, NULL);
  EntenteSceneInput input = { 0 };

  picture->fixture = fixture;
  picture->index = entente_lane_index_new (chronicle, ENTENTE_LANES_SHELF_DAYS);
  picture->lanes = entente_lanes_new (picture->index, chronicle, NULL, NULL);
  picture->scene = entente_scene_new ();
  input.chronicle = chronicle;
  input.lanes = picture->lanes;
  input.scale = entente_timescale_fit (entente_date_get_window (view), 1200, 0);
  input.height_px = 600;
  input.shelf_width_px = 1000;
  input.titles = TRUE;
  input.links = ENTENTE_SCENE_LINKS_ALL;
  input.published = input.today = ENTENTE_TIME_MIN;
  input.title = get_title;
  input.detail = read_detail;
  input.measure = measure;
  input.data = fixture;
  entente_scene_update (picture->scene, &input);
}

static void
clear_picture (Picture *picture)
{
  entente_scene_free (picture->scene);
  entente_lanes_unref (picture->lanes);
  entente_lane_index_unref (picture->index);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

static guint
count_marks (const Picture *picture, const char *key, guint flag)
{
  guint row = find_row (picture->fixture, key), n = 0;

  for (guint i = 0; i < picture->scene->n_marks; i++)
    n += picture->scene->marks[i].row == row && (flag ? (picture->scene->marks[i].flags & flag) != 0
                                                      : picture->scene->marks[i].flags == 0);
  return n;
}

/* Lines that join two readings, in bands of the event. */
static guint
count_lines (const Picture *picture, const char *key)
{
  guint row = find_row (picture->fixture, key), n = 0;

  for (guint i = 0; i < picture->scene->n_bands; i++) {
    const EntenteSceneBand *band = &picture->scene->bands[i];

    n += band->kind == ENTENTE_BAND_LINE && picture->scene->marks[band->mark].row == row;
  }
  return n;
}

/* ---- Doha, July ---- */

static void
test_doha (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("doha-2018.jsonl");
  g_auto (Picture) picture = { 0 };
  guint n;

  entente_chronicle_get_voices (get_chronicle (fixture), find_row (fixture, "doha"), &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (count_stance (fixture, "doha", ENTENTE_STANCE_ASSERTS), ==, 2);
  g_assert_cmpuint (count_stance (fixture, "doha", ENTENTE_STANCE_CONFIRMS), ==, 1);
  g_assert_cmpuint (count_stance (fixture, "doha", ENTENTE_STANCE_DECLINES_COMMENT), ==, 1);
  g_assert_cmpuint (count_stance (fixture, "doha", ENTENTE_STANCE_NEITHER), ==, 1);
  g_assert_cmpint (get_evidence (fixture, "doha"), ==, ENTENTE_EVIDENCE_CONTESTED);
  g_assert_cmpint (get_status (fixture, "doha"), ==, ENTENTE_STATUS_NONE);
  g_assert_cmpint (get_status (fixture, "next"), ==, ENTENTE_STATUS_NO_WORD);
  g_assert_cmpint (get_evidence (fixture, "demand"), ==, ENTENTE_EVIDENCE_NONE);
  assert_words (fixture);

  draw (&picture, fixture, "2018-07");
  g_assert_cmpuint (count_lines (&picture, "doha"), >=, 1);
  g_assert_cmpuint (count_marks (&picture, "doha", ENTENTE_MARK_AGAIN), >=, 1);
  g_assert_cmpuint (count_lines (&picture, "demand"), ==, 0);
}

/* Without the two days that exclude each other, the word of a party would confirm it. */
static void
test_doha_confirmed (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("doha-2018.jsonl");

  entente_fixture_apply (fixture,
                         "{'do':'set','entity':'claim','id':'doha-wires','claimed_when':null}");
  g_assert_cmpint (get_evidence (fixture, "doha"), ==, ENTENTE_EVIDENCE_CONFIRMED);
}

/* ---- Moscow, August to November ---- */

static void
assert_days (EntenteFixture *fixture, const char *answer, gint64 least, gint64 most)
{
  gint64 min_days, max_days;

  g_assert_true (entente_chronicle_get_days_to_answer (get_chronicle (fixture),
                                                       find_row (fixture, "invitation"),
                                                       find_row (fixture, answer),
                                                       &min_days,
                                                       &max_days));
  g_assert_cmpint (min_days, ==, least);
  g_assert_cmpint (max_days, ==, most);
}

static void
test_moscow_planned (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("moscow-2018.jsonl");
  g_auto (Picture) picture = { 0 };

  assert_window (fixture, "meeting", "2018-09-04");
  assert_window (fixture, "held", "2018-11-09");
  g_assert_cmpint (get_status (fixture, "meeting"), ==, ENTENTE_STATUS_HELD);
  g_assert_cmpint (get_evidence (fixture, "put-off"), ==, ENTENTE_EVIDENCE_CONTESTED);
  assert_words (fixture);

  draw (&picture, fixture, "2018-08-15/2018-11-30");
  g_assert_cmpuint (count_marks (&picture, "held", ENTENTE_MARK_OLD), >=, 1);
}

/* What the meeting was on each day of its history. */
static void
test_moscow_stages (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("moscow-2018.jsonl");

  entente_fixture_apply (fixture, "{'do':'delete','entity':'event','id':'held'}");
  g_assert_cmpint (get_status (fixture, "meeting"), ==, ENTENTE_STATUS_NO_WORD);
  entente_fixture_apply (fixture, "{'do':'delete','entity':'event','id':'again'}");
  g_assert_cmpint (get_status (fixture, "meeting"), ==, ENTENTE_STATUS_POSTPONED);
  entente_fixture_apply (fixture, "{'do':'delete','entity':'claim','id':'put-off-kabul'}");
  g_assert_cmpint (get_evidence (fixture, "put-off"), !=, ENTENTE_EVIDENCE_CONTESTED);
}

static void
test_moscow_answers (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("moscow-2018.jsonl");
  guint n;
  const EntenteThread *answers =
    entente_chronicle_get_answered_by (get_chronicle (fixture),
                                       find_row (fixture, "invitation"),
                                       &n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (answers[i].basis, ==, ENTENTE_LINK_STATED);
  g_assert_cmpint (get_answered (fixture, "invitation"), ==, ENTENTE_ANSWERED_YES);
  assert_days (fixture, "taliban-yes", 0, 1);
  assert_days (fixture, "kabul-no", 1, 1);
  assert_days (fixture, "us-no", 1, 1);
}

/* Whom the delegation spoke for is told in two ways, each with its source; it takes nobody's
 * colour. */
static void
test_moscow_delegation (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("moscow-2018.jsonl");
  EntenteChronicle *chronicle = get_chronicle (fixture);
  guint32 delegation = entente_chronicle_find_actor (chronicle, entente_id_from_key ("delegation"));
  guint32 kabul = entente_chronicle_find_actor (chronicle, entente_id_from_key ("kabul"));
  EntenteSpan window = entente_chronicle_get_window (chronicle, find_row (fixture, "held"));
  guint n;
  const EntenteAffiliation *const *affiliations =
    entente_chronicle_get_affiliations (chronicle, delegation, &n);

  g_assert_cmpuint (n, ==, 2);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (affiliations[i]->evidence);
  g_assert_cmpuint (entente_chronicle_get_body (chronicle, delegation, window),
                    ==,
                    ENTENTE_NO_INDEX);
  g_assert_true (entente_chronicle_stands_for (chronicle, delegation, kabul, window, FALSE));
  g_assert_false (entente_chronicle_stands_for (chronicle, delegation, kabul, window, TRUE));
}

/* ---- letters and offers, February to June ---- */

/* "stated", "inferred" or NULL: the link from one move to another. */
static const char *
find_basis (EntenteFixture *fixture, const char *from, const char *to)
{
  guint n;
  const EntenteThread *links =
    entente_chronicle_get_answers_to (get_chronicle (fixture), find_row (fixture, from), &n);

  for (guint i = 0; i < n; i++)
    if (links[i].row == find_row (fixture, to))
      return entente_enum_nick (ENTENTE_ENUM_LINK_BASIS, links[i].basis);
  return NULL;
}

static void
assert_thread (EntenteFixture *fixture, const char *key, const char *const *keys)
{
  g_autoptr (GArray) rows =
    entente_chronicle_get_thread (get_chronicle (fixture), find_row (fixture, key), 100);

  g_assert_cmpuint (rows->len, ==, g_strv_length ((char **) keys));
  for (guint i = 0; keys[i]; i++)
    g_assert_cmpuint (g_array_index (rows, guint32, i), ==, find_row (fixture, keys[i]));
}

static void
test_letters_threads (void)
{
  static const char *const letters[] = { "letter", "ready", "to-kabul", NULL };
  static const char *const days[] = { "truce-offer", "truce-announced", "truce",
                                      "longer",      "no-longer",       NULL };
  g_autoptr (EntenteFixture) fixture = open_case ("letters-2018.jsonl");

  assert_thread (fixture, "to-kabul", letters);
  assert_thread (fixture, "truce", days);
  g_assert_cmpstr (find_basis (fixture, "truce-announced", "truce-offer"), ==, "inferred");
  g_assert_cmpstr (find_basis (fixture, "truce", "truce-announced"), ==, "stated");
  g_assert_cmpstr (find_basis (fixture, "longer", "truce"), ==, "inferred");
  g_assert_cmpstr (find_basis (fixture, "no-longer", "longer"), ==, "stated");
  assert_words (fixture);
}

static void
test_letters_answers (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("letters-2018.jsonl");

  g_assert_cmpint (get_answered (fixture, "offer"), ==, ENTENTE_ANSWERED_NO);
  g_assert_cmpint (get_answered (fixture, "letter"), ==, ENTENTE_ANSWERED_YES);
  g_assert_cmpint (get_answered (fixture, "truce-offer"), ==, ENTENTE_ANSWERED_YES);
  g_assert_cmpint (get_answered (fixture, "longer"), ==, ENTENTE_ANSWERED_YES);
  g_assert_cmpint (get_evidence (fixture, "coded-no"), ==, ENTENTE_EVIDENCE_NONE);
  g_assert_cmpint (get_evidence (fixture, "no-longer"), ==, ENTENTE_EVIDENCE_CONTESTED);
}

static void
test_letters_ceasefire (void)
{
  g_autoptr (EntenteFixture) fixture = open_case ("letters-2018.jsonl");
  EntenteSpan window =
    entente_chronicle_get_window (get_chronicle (fixture), find_row (fixture, "truce"));
  g_auto (Picture) picture = { 0 };
  guint n_solid = 0;

  assert_window (fixture, "truce", "2018-06-15/2018-06-17");
  g_assert_cmpint ((window.end - window.start) / ENTENTE_SECONDS_PER_DAY, ==, 3);
  g_assert_cmpint (get_evidence (fixture, "truce"), ==, ENTENTE_EVIDENCE_CORROBORATED);
  draw (&picture, fixture, "2018-06");
  for (guint i = 0; i < picture.scene->n_bands; i++) {
    const EntenteSceneBand *band = &picture.scene->bands[i];

    if (picture.scene->marks[band->mark].row == find_row (fixture, "truce") &&
        band->kind == ENTENTE_BAND_SOLID)
      n_solid++;
  }
  g_assert_cmpuint (n_solid, >=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases-2018/doha", test_doha);
  g_test_add_func ("/cases-2018/doha/confirmed", test_doha_confirmed);
  g_test_add_func ("/cases-2018/moscow/planned", test_moscow_planned);
  g_test_add_func ("/cases-2018/moscow/stages", test_moscow_stages);
  g_test_add_func ("/cases-2018/moscow/answers", test_moscow_answers);
  g_test_add_func ("/cases-2018/moscow/delegation", test_moscow_delegation);
  g_test_add_func ("/cases-2018/letters/threads", test_letters_threads);
  g_test_add_func ("/cases-2018/letters/answers", test_letters_answers);
  g_test_add_func ("/cases-2018/letters/ceasefire", test_letters_ceasefire);
  return g_test_run ();
}
