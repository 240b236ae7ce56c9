/* What words suggest for an event. */
#include "config.h"

#include "entente-event-guess.h"

static void
test_kinds (void)
{
  g_autofree const char **kinds =
    entente_event_guess_kinds ("Kabul declined by 22 August, and Washington refused");
  g_autofree const char **none = entente_event_guess_kinds ("the river rose");

  g_assert_cmpstr (kinds[0], ==, "refuse-invitation");
  g_assert_cmpstr (kinds[1], ==, "refuse-offer");
  g_assert_null (none[0]);
}

/* In the order of the words; the longer name wins where two begin alike. */
static void
test_actors (void)
{
  static const EntenteActorName names[] = {
    { 1, "Vesmar" }, { 2, "Vesmar Council" }, { 3, "Orland" }, { 3, "Orlander" }, { 4, "Brenn" },
  };
  g_autoptr (GArray) actors =
    entente_event_guess_actors (names,
                                G_N_ELEMENTS (names),
                                "orland told the Vesmar Council, and Orland told nobody else");

  g_assert_cmpuint (actors->len, ==, 2);
  g_assert_cmpint (g_array_index (actors, EntenteActorGuess, 0).actor, ==, 3);
  g_assert_cmpint (g_array_index (actors, EntenteActorGuess, 1).actor, ==, 2);
}

static void
test_addressed (void)
{
  static const EntenteActorName names[] = { { 1, "Vesmar" }, { 2, "Orland" } };
  g_autoptr (GArray) sent = entente_event_guess_actors (names, 2, "an invitation to the Vesmar");
  g_autoptr (GArray) met = entente_event_guess_actors (names, 2, "Vesmar met with Orland");

  g_assert_cmpuint (sent->len, ==, 1);
  g_assert_true (g_array_index (sent, EntenteActorGuess, 0).is_addressed);
  g_assert_false (g_array_index (met, EntenteActorGuess, 0).is_addressed);
  g_assert_true (g_array_index (met, EntenteActorGuess, 1).is_addressed);
}

static void
test_title (void)
{
  g_autofree char *title = entente_event_guess_title ("the talks[3] were put off. Nobody knew.");

  g_assert_cmpstr (title, ==, "The talks were put off");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-guess/kinds", test_kinds);
  g_test_add_func ("/event-guess/actors", test_actors);
  g_test_add_func ("/event-guess/addressed", test_addressed);
  g_test_add_func ("/event-guess/title", test_title);
  return g_test_run ();
}
