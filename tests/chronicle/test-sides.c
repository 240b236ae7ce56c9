/* Somebody who changed sides stands on the right one at each date; unknown, open and vague ends say
 * "perhaps" where they must. */
#include "config.h"

#include "entente-sides.h"

typedef struct {
  const char *from, *to; /* or NULL */
  EntenteId parent;
  EntenteCertainty certainty;
} Told;

static const char *const names[] = { "Moen", "Norway", "Iceland" };

/* Actor 1 with these affiliations; 2 and 3 are bodies. */
static EntenteChronicle *
build (const Told *told, guint n)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i + 1;
    actor->name = g_strdup (names[i]);
    sink->actor (builder, actor);
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteAffiliation) tie = entente_affiliation_new ();

    tie->record.id = 100 + i;
    tie->actor = 1;
    tie->parent = told[i].parent;
    tie->certainty = (int) told[i].certainty;
    tie->from = told[i].from != NULL ? entente_date_parse (told[i].from, NULL) : NULL;
    tie->to = told[i].to != NULL ? entente_date_parse (told[i].to, NULL) : NULL;
    sink->affiliation (builder, tie);
  }
  return entente_chronicle_builder_build (builder, 0);
}

static void
assert_side (const EntenteChronicle *chronicle, const char *when, const char *wanted)
{
  g_autoptr (EntenteDate) date = entente_date_parse (when, NULL);
  gboolean doubtful;
  g_autofree char *words =
    entente_sides_format (chronicle, 0, entente_date_get_window (date), &doubtful);

  g_test_message ("at %s", when);
  g_assert_cmpstr (words, ==, wanted);
  g_assert_cmpint (doubtful, ==, wanted != NULL && g_str_has_prefix (wanted, "perhaps"));
}

static void
test_changed (void)
{
  static const Told told[] = {
    { "2010-01-01", "2015-06-01", 2, ENTENTE_CERTAINTY_CERTAIN },
    { "2015-06-02", NULL, 3, ENTENTE_CERTAINTY_CERTAIN },
  };
  g_autoptr (EntenteChronicle) chronicle = build (told, G_N_ELEMENTS (told));

  assert_side (chronicle, "2009", NULL);
  assert_side (chronicle, "2012-05", "of Norway");
  assert_side (chronicle, "2018", "of Iceland");
  assert_side (chronicle, "2015", "perhaps of Norway or Iceland");
}

static void
test_unknown_start (void)
{
  static const Told told[] = { { NULL, "2015", 2, ENTENTE_CERTAINTY_CERTAIN } };
  g_autoptr (EntenteChronicle) chronicle = build (told, 1);

  assert_side (chronicle, "1950", "perhaps of Norway");
  assert_side (chronicle, "2015-12-31", "perhaps of Norway");
  assert_side (chronicle, "2016", NULL);
  g_assert_true (entente_sides_are_vague (chronicle, 0, 1));
}

static void
test_open_end (void)
{
  static const Told told[] = { { "2015-03-01", NULL, 2, ENTENTE_CERTAINTY_CERTAIN } };
  g_autoptr (EntenteChronicle) chronicle = build (told, 1);

  assert_side (chronicle, "2014", NULL);
  assert_side (chronicle, "2016", "of Norway");
  assert_side (chronicle, "2015-03", "perhaps of Norway"); /* begins within it */
  g_assert_false (entente_sides_are_vague (chronicle, 0, 1));
  g_assert_true (entente_sides_are_vague (chronicle, 0, 2)); /* it never belonged there */
}

static void
test_vague_ends (void)
{
  static const Told told[] = { { "2015", "2017", 2, ENTENTE_CERTAINTY_CERTAIN } };
  static const Told ended[] = { { "2015-01-01", "", 2, ENTENTE_CERTAINTY_CERTAIN } };
  g_autoptr (EntenteChronicle) chronicle = build (told, 1);
  g_autoptr (EntenteChronicle) over = build (ended, 1);

  assert_side (chronicle, "2015-07", "perhaps of Norway");
  assert_side (chronicle, "2016", "of Norway");
  assert_side (chronicle, "2017-03", "perhaps of Norway");
  assert_side (chronicle, "2018", NULL);
  assert_side (over, "2016", "perhaps of Norway"); /* it ended; nobody says when */
  g_assert_true (entente_sides_are_vague (over, 0, 1));
}

static void
test_disputed (void)
{
  static const Told told[] = { { "2015-01-01", NULL, 2, ENTENTE_CERTAINTY_DISPUTED } };
  g_autoptr (EntenteChronicle) chronicle = build (told, 1);

  assert_side (chronicle, "2016", "perhaps of Norway");
  g_assert_true (entente_sides_are_vague (chronicle, 0, 1));
}

static void
test_two_at_once (void)
{
  static const Told told[] = {
    { "2010-01-01", NULL, 2, ENTENTE_CERTAINTY_CERTAIN },
    { "2010-01-01", NULL, 3, ENTENTE_CERTAINTY_CERTAIN },
  };
  g_autoptr (EntenteChronicle) chronicle = build (told, G_N_ELEMENTS (told));

  assert_side (chronicle, "2018", "of Norway and Iceland");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sides/changed", test_changed);
  g_test_add_func ("/sides/unknown-start", test_unknown_start);
  g_test_add_func ("/sides/open-end", test_open_end);
  g_test_add_func ("/sides/vague-ends", test_vague_ends);
  g_test_add_func ("/sides/disputed", test_disputed);
  g_test_add_func ("/sides/two-at-once", test_two_at_once);
  return g_test_run ();
}
