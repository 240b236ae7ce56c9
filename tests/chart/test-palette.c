/* Hues by rank, the colour of a person, letters. */
#include "config.h"

#include "entente-palette.h"

#include "sample-chronicle.h"

static const EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

static void
test_hues (void)
{
  g_autoptr (EntenteChronicle) chronicle = sample_random_chronicle_new (60, 12, 3, 1);

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

static EntenteChronicle *
make_chronicle (const char *name, const char *colour)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = 1000;
  actor->name = g_strdup (name);
  actor->colour = g_strdup (colour);
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
  return entente_chronicle_builder_build (builder, 0);
}

static void
test_colours (void)
{
  g_autoptr (EntenteChronicle) plain = make_chronicle ("Plain", NULL);
  g_autoptr (EntenteChronicle) painted = make_chronicle ("Painted", "#ff8000");
  g_autoptr (EntenteChronicle) broken = make_chronicle ("Broken", "#ff80zz");

  assert_colour (entente_palette_get_hue_colour (0, FALSE), 0x30, 0x43, 0xd3);
  assert_colour (entente_palette_get_hue_colour (0, TRUE), 0x76, 0x87, 0xff);
  assert_colour (entente_palette_get_colour (plain, 0, 7, FALSE), 0x07, 0x50, 0x71);
  assert_colour (entente_palette_get_colour (broken, 0, 7, FALSE), 0x07, 0x50, 0x71);
  assert_colour (entente_palette_get_colour (painted, 0, 7, TRUE), 0xff, 0x80, 0x00);
}

static void
test_initials (void)
{
  static const char *const names[][2] = { { "United States", "US" },
                                          { "Taliban", "Ta" },
                                          { "X", "X" },
                                          { "öst", "Ös" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (EntenteChronicle) chronicle = make_chronicle (names[i][0], NULL);
    g_autofree char *letters = entente_palette_format_initials (chronicle, 0);

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
