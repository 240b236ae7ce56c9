/* Hues by rank, the colour of a person, letters. */
#include "config.h"

#include "entente-commands.h"
#include "entente-model-fixture.h"
#include "entente-palette.h"

static void
test_hues (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (12, 60);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  for (guint32 actor = 0; actor < 12; actor++) {
    guint32 body = entente_chronicle_get_body (chronicle, actor, always);
    guint hue = entente_palette_get_hue (chronicle, actor, always);
    g_autofree char *code = entente_palette_get_code (chronicle, actor);

    if (body == ENTENTE_NO_INDEX)
      g_assert_cmpuint (hue, ==, ENTENTE_HUE_GREY);
    else
      g_assert_cmpuint (hue,
                        ==,
                        entente_chronicle_get_actor_rank (chronicle, body) % ENTENTE_N_HUES);
    g_assert_cmpint (code == NULL,
                     ==,
                     entente_chronicle_get_actor_rank (chronicle, actor) < ENTENTE_N_HUES);
  }
  g_assert_cmpuint (entente_palette_get_hue (chronicle, ENTENTE_NO_INDEX, always),
                    ==,
                    ENTENTE_HUE_GREY);
}

static void
assert_colour (EntenteColour colour, int red, int green, int blue)
{
  g_assert_cmpint ((int) (colour.red * 255 + 0.5), ==, red);
  g_assert_cmpint ((int) (colour.green * 255 + 0.5), ==, green);
  g_assert_cmpint ((int) (colour.blue * 255 + 0.5), ==, blue);
}

static void
test_colours (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 1);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteActor) actor = entente_actor_copy (entente_chronicle_get_actor (chronicle, 0));
  g_autoptr (EntenteStep) step = entente_step_new ("Paint");
  g_autoptr (EntenteChangeSet) changes = NULL;

  assert_colour (entente_palette_get_hue_colour (0, FALSE), 0x30, 0x43, 0xd3);
  assert_colour (entente_palette_get_hue_colour (0, TRUE), 0x76, 0x87, 0xff);
  assert_colour (entente_palette_get_colour (chronicle, 0, 7, FALSE), 0x07, 0x50, 0x71);
  actor->colour = g_strdup ("#ff8000");
  entente_step_update (step, actor);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  chronicle = entente_study_get_chronicle (fixture->study);
  assert_colour (entente_palette_get_colour (chronicle, 0, 7, TRUE), 0xff, 0x80, 0x00);
}

static void
test_initials (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (1, 0);
  static const char *const names[][2] = { { "United States", "US" },
                                          { "Taliban", "Ta" },
                                          { "X", "X" },
                                          { "öst", "Ös" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    EntenteId id = entente_model_fixture_add_actor (fixture, names[i][0], ENTENTE_ID_NONE);
    EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
    g_autofree char *letters =
      entente_palette_format_initials (chronicle, entente_chronicle_find_actor (chronicle, id));

    g_assert_cmpstr (letters, ==, names[i][1]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/hues", test_hues);
  g_test_add_func ("/palette/colours", test_colours);
  g_test_add_func ("/palette/initials", test_initials);
  return g_test_run ();
}
