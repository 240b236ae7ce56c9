/* What words suggest for an event. */
#include "config.h"

#include "entente-event-guess.h"

static void
test_kinds (void)
{
  g_autofree const char **kinds =
    entente_event_guess_kinds ("Kabul declined by 22 August, and Washington refused");
  g_autofree const char **once = entente_event_guess_kinds ("offered what was proposed");
  g_autofree const char **none = entente_event_guess_kinds ("the river rose");

  g_assert_cmpstr (kinds[0], ==, "refuse-invitation");
  g_assert_cmpstr (kinds[1], ==, "refuse-offer");
  g_assert_null (kinds[2]);
  g_assert_cmpstr (once[0], ==, "offer");
  g_assert_null (once[1]);
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

/* Names that stand beside each other are both found; one within another is not. */
static void
test_neighbours (void)
{
  static const EntenteActorName names[] = { { 1, "Vesmar" },
                                            { 2, "Orland" },
                                            { 3, "Council of Vesmar" } };
  g_autoptr (GArray) both = entente_event_guess_actors (names, 3, "Orland Vesmar talks");
  g_autoptr (GArray) inner = entente_event_guess_actors (names, 3, "the Council of Vesmar met");

  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (g_array_index (both, EntenteActorGuess, 0).actor, ==, 2);
  g_assert_cmpint (g_array_index (both, EntenteActorGuess, 1).actor, ==, 1);
  g_assert_cmpuint (inner->len, ==, 1);
  g_assert_cmpint (g_array_index (inner, EntenteActorGuess, 0).actor, ==, 3);
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
  g_autofree char *words = g_strjoin (" ", "word word word word word word", "word word", NULL);
  g_autofree char *many = g_strjoin (" ", words, words, words, NULL);
  g_autofree char *long_title = entente_event_guess_title (many);

  g_assert_cmpstr (title, ==, "The talks were put off");
  g_assert_cmpuint (g_utf8_strlen (long_title, -1), <=, 64);
  g_assert_true (g_str_has_suffix (long_title, "word"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-guess/kinds", test_kinds);
  g_test_add_func ("/event-guess/actors", test_actors);
  g_test_add_func ("/event-guess/neighbours", test_neighbours);
  g_test_add_func ("/event-guess/addressed", test_addressed);
  g_test_add_func ("/event-guess/title", test_title);
  return g_test_run ();
}
