/* Random steps: all undone gives what was there before, all redone what was there after; the
 * patched chronicle tells what a fresh one tells. */

#include "config.h"

#include <string.h>

#include "entente-commands.h"
#include "entente-fixture.h"

#define N_STEPS 60 /* applied; ENTENTE_STEPS sets another number */
#define STEPS_PER_LOOK 12

typedef struct {
  EntenteFixture *fixture;
  GPtrArray *dumps; /* after each journal row, the first before all */
  GPtrArray *keys[ENTENTE_N_ENTITIES];
  guint n_made;
} Play;

/* ---- lines ---- */

static const char *
pick (Play *play, EntenteEntity entity)
{
  GPtrArray *keys = play->keys[entity];

  return keys->len ? g_ptr_array_index (keys, g_test_rand_int_range (0, keys->len)) : "nobody";
}

/* A new key, which later lines may use even if this line fails. */
static const char *
make_key (Play *play, EntenteEntity entity)
{
  char *key = g_strdup_printf ("%s-%u", entente_entity_nick (entity), play->n_made++);

  g_ptr_array_add (play->keys[entity], key);
  return key;
}

static const char *
pick_of (const char *const *words)
{
  return words[g_test_rand_int_range (0, g_strv_length ((char **) words))];
}

static const char *const kinds[] = { "invitation", "offer",  "accept-invitation", "postponement",
                                     "talks",      "denial", "scheduling",        NULL };
static const char *const dates[] = { "2018-03", "2018-04-02", "[..2018-05]", "2013/..", "", NULL };
static const char *const stances[] = { "asserts", "denies", "confirms", "retracts", NULL };
static const char *const links[] = {
  "accepts", "denies", "cancels", "confirms", "postpones", NULL
};
static const char *const quotes[] = { "North invited South",
                                      "South said yes",
                                      "It ends here",
                                      NULL };
static const char *const roles[] = { "initiator", "addressee", "host", "mentioned", NULL };

static char *
make_parts (Play *play)
{
  return g_strdup_printf ("[{'actor':'%s','role':'%s'},{'actor':'%s','role':'addressee'}]",
                          pick (play, ENTENTE_ENTITY_ACTOR),
                          pick_of (roles),
                          pick (play, ENTENTE_ENTITY_ACTOR));
}

static char *
make_line_of_event (Play *play)
{
  g_autofree char *parts = make_parts (play);

  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    return g_strdup_printf ("{'do':'set','entity':'event','id':'%s','when':'%s','kind':'%s'}",
                            pick (play, ENTENTE_ENTITY_EVENT),
                            pick_of (dates),
                            pick_of (kinds));
  case 1:
    return g_strdup_printf ("{'do':'set-participants','event':'%s','participants':%s}",
                            pick (play, ENTENTE_ENTITY_EVENT),
                            parts);
  default:
    return g_strdup_printf (
      "{'do':'add-event','key':'%s','kind':'%s','when':'%s','participants':%s,'title':'%s'}",
      make_key (play, ENTENTE_ENTITY_EVENT),
      pick_of (kinds),
      pick_of (dates),
      parts,
      g_test_rand_bit () ? "Something" : "");
  }
}

static char *
make_line_of_actor (Play *play)
{
  switch (g_test_rand_int_range (0, 4)) {
  case 0:
    return g_strdup_printf ("{'do':'set','entity':'actor','id':'%s','name':'Renamed %u'}",
                            pick (play, ENTENTE_ENTITY_ACTOR),
                            play->n_made++);
  case 1:
    return g_strdup_printf (
      "{'do':'add-affiliation','actor':'%s','parent':'%s','from':'%s','certainty':'certain'}",
      pick (play, ENTENTE_ENTITY_ACTOR),
      pick (play, ENTENTE_ENTITY_ACTOR),
      pick_of (dates));
  case 2:
    return g_strdup_printf ("{'do':'add-alias','key':'%s','actor':'%s','text':'Also %u'}",
                            make_key (play, ENTENTE_ENTITY_ALIAS),
                            pick (play, ENTENTE_ENTITY_ACTOR),
                            play->n_made);
  default:
    return g_strdup_printf ("{'do':'add-actor','key':'%s','name':'Actor %u','kind':'body'}",
                            make_key (play, ENTENTE_ENTITY_ACTOR),
                            play->n_made);
  }
}

static const char *const relations[] = { "before", "after", "not-before", "within-days", NULL };

static char *
make_line_of_order (Play *play)
{
  return g_strdup_printf (
    "{'do':'add-order','key':'%s','event':'%s','other':'%s','relation':'%s','days':%d}",
    make_key (play, ENTENTE_ENTITY_ORDER),
    pick (play, ENTENTE_ENTITY_EVENT),
    pick (play, ENTENTE_ENTITY_EVENT),
    pick_of (relations),
    g_test_rand_int_range (0, 40));
}

static char *
make_line_of_claim (Play *play)
{
  switch (g_test_rand_int_range (0, 5)) {
  case 3:
  case 4:
    return make_line_of_order (play);
  case 0:
    return g_strdup_printf ("{'do':'link','key':'%s','from':'%s','to':'%s','type':'%s'}",
                            make_key (play, ENTENTE_ENTITY_LINK),
                            pick (play, ENTENTE_ENTITY_EVENT),
                            pick (play, ENTENTE_ENTITY_EVENT),
                            pick_of (links));
  case 1:
    return g_strdup_printf ("{'do':'set','entity':'article','id':'report','publication':'%s'}",
                            pick (play, ENTENTE_ENTITY_ACTOR));
  default:
    return g_strdup_printf (
      "{'do':'add-claim','key':'%s','event':'%s','article':'report','quote':'%s','stance':'%s'}",
      make_key (play, ENTENTE_ENTITY_CLAIM),
      pick (play, ENTENTE_ENTITY_EVENT),
      pick_of (quotes),
      pick_of (stances));
  }
}

static char *
make_deletion (Play *play)
{
  static const EntenteEntity entities[] = { ENTENTE_ENTITY_EVENT, ENTENTE_ENTITY_CLAIM,
                                            ENTENTE_ENTITY_LINK,  ENTENTE_ENTITY_ORDER,
                                            ENTENTE_ENTITY_ALIAS, ENTENTE_ENTITY_ACTOR };
  EntenteEntity entity = entities[g_test_rand_int_range (0, G_N_ELEMENTS (entities))];

  return g_strdup_printf ("{'do':'delete','entity':'%s','id':'%s'}",
                          entente_entity_nick (entity),
                          pick (play, entity));
}

static char *
make_line (Play *play)
{
  switch (g_test_rand_int_range (0, 8)) {
  case 0:
    return make_deletion (play);
  case 1:
  case 2:
    return make_line_of_actor (play);
  case 3:
  case 4:
    return make_line_of_claim (play);
  default:
    return make_line_of_event (play);
  }
}

/* ---- playing ---- */

static void
assert_like_fresh (Play *play)
{
  g_autoptr (EntenteStudy) fresh = entente_fixture_open_copy (play->fixture);
  g_autofree char *patched =
    entente_fixture_dump_chronicle (entente_study_get_chronicle (play->fixture->study));
  g_autofree char *built = entente_fixture_dump_chronicle (entente_study_get_chronicle (fresh));

  g_assert_cmpstr (patched, ==, built);
}

static void
keep_dump (Play *play)
{
  g_ptr_array_add (play->dumps, entente_fixture_dump (play->fixture));
}

/* Lines that make no sense are refused and change nothing. */
static void
play_line (Play *play)
{
  EntenteStudy *study = play->fixture->study;
  gint64 version = entente_study_get_version (study);
  g_autofree char *line = make_line (play);
  g_autoptr (GError) error = NULL;

  g_strdelimit (line, "'", '"');
  if (!entente_study_apply_json (study, line, NULL, &error)) {
    g_assert_cmpint (error->domain, ==, ENTENTE_ERROR);
    g_assert_cmpint (entente_study_get_version (study), ==, version);
    return;
  }
  g_test_message ("%s", line);
  if (entente_study_get_version (study) > version)
    keep_dump (play);
}

static void
undo_all (Play *play)
{
  for (guint i = play->dumps->len - 1; i > 0; i--) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteChangeSet) changes = entente_study_undo (play->fixture->study, &error);
    g_autofree char *dump = entente_fixture_dump (play->fixture);

    g_assert_no_error (error);
    g_assert_cmpstr (dump, ==, g_ptr_array_index (play->dumps, i - 1));
    if (i % STEPS_PER_LOOK == 0)
      assert_like_fresh (play);
  }
}

static void
redo_all (Play *play)
{
  for (guint i = 1; i < play->dumps->len; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteChangeSet) changes = entente_study_redo (play->fixture->study, &error);
    g_autofree char *dump = entente_fixture_dump (play->fixture);

    g_assert_no_error (error);
    g_assert_cmpstr (dump, ==, g_ptr_array_index (play->dumps, i));
    if (i % STEPS_PER_LOOK == 0)
      assert_like_fresh (play);
  }
}

static void
add_known_keys (Play *play)
{
  static const char *const actors[] = { "north", "south", "envoy" };
  static const char *const events[] = { "invite", "yes" };

  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    play->keys[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    g_ptr_array_add (play->keys[ENTENTE_ENTITY_ACTOR], g_strdup (actors[i]));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_ptr_array_add (play->keys[ENTENTE_ENTITY_EVENT], g_strdup (events[i]));
}

static void
test_random_steps (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  Play play = { .fixture = fixture, .dumps = g_ptr_array_new_with_free_func (g_free) };
  const char *wanted = g_getenv ("ENTENTE_STEPS");
  guint n_steps = wanted ? (guint) g_ascii_strtoull (wanted, NULL, 10) : N_STEPS;

  add_known_keys (&play);
  keep_dump (&play);
  for (guint i = 1; play.dumps->len <= n_steps; i++) {
    play_line (&play);
    if (i % STEPS_PER_LOOK == 0)
      assert_like_fresh (&play);
  }
  undo_all (&play);
  redo_all (&play);
  assert_like_fresh (&play);
  g_ptr_array_unref (play.dumps);
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_ptr_array_unref (play.keys[i]);
}

/* A move that nobody touched looks different when the move that it follows gets another date. */
static void
test_moved_by_order (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  EntenteId invite = entente_id_from_key ("invite");
  EntenteId later = entente_id_from_key ("later");
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  gboolean is_told = FALSE;
  guint row;

  entente_fixture_apply (fixture, "{'do':'add-event','key':'later','kind':'talks'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-order','event':'later','other':'invite','relation':'after'}");
  step = entente_commands_set_field (ENTENTE_ENTITY_EVENT, invite, "when", "2019-05-01", &error);
  g_assert_no_error (error);
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < changes->events->len; i++)
    is_told = is_told || g_array_index (changes->events, EntenteId, i) == later;
  g_assert_true (is_told);
  row = entente_chronicle_find_row (entente_study_get_chronicle (fixture->study), later);
  g_assert_cmpint (
    entente_chronicle_get_window (entente_study_get_chronicle (fixture->study), row).start,
    ==,
    entente_day_number (2019, 5, 1) * ENTENTE_SECONDS_PER_DAY);
  entente_fixture_assert_like_fresh (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study-state/random-steps", test_random_steps);
  g_test_add_func ("/study-state/moved-by-order", test_moved_by_order);
  return g_test_run ();
}
