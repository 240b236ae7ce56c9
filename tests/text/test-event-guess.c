/* What words suggest for an event. */
#include "config.h"

#include "entente-event-guess.h"

/* Sentences and parts of them: the grammar counts where there is any, and what only says comes
 * last. */
static void
test_kinds (void)
{
  static const struct {
    const char *words, *kinds;
  } samples[] = {
    { "Kabul declined by 22 August, and Washington refused", "refuse-offer" },
    { "Kabul declined the invitation, and Washington threatened to leave",
      "refuse-invitation threat" },
    { "offered what was proposed", "offer" },
    { "rejected the proposal", "refuse-offer" },
    { "will not accept the offer", "refuse-offer offer" },
    { "said it would release the prisoners", "promise" },
    { "denied that they had attacked", "denial attack" },
    { "an invitation", "invitation" },
    { "Rejected", "refuse-offer" },
    { "was blamed for the failure", "accusation" },
    { "the minister said so", "statement" },
    { "the river rose", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree const char **kinds = entente_event_guess_kinds (samples[i].words);
    g_autofree char *all = g_strjoinv (" ", (char **) kinds);

    g_test_message ("%s -> %s", samples[i].words, all);
    g_assert_cmpstr (all, ==, samples[i].kinds);
  }
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

/* The first sentence; of a long one what can be said by itself, and it shows that there was more.
 */
static void
test_title (void)
{
  static const struct {
    const char *words, *title;
  } samples[] = {
    { "the talks[3] were put off. Nobody knew.", "The talks were put off" },
    { "Mr. Smith of the U.S. delegation left. He said so.",
      "Mr. Smith of the U.S. delegation left" },
    { "will they come? Nobody knows.", "Will they come?" },
    { "they said “no.” Then they left.", "They said “no.”" },
    { "the ministry said on Tuesday that it would receive both delegations, although neither had "
      "answered the letters of the previous month",
      "The ministry said on Tuesday that it would receive both delegations…" },
    { "the foreign minister of the southern republic told reporters of a plan to withdraw all "
      "troops from the valley",
      "The foreign minister of the southern republic told reporters of a plan…" },
    { "the northern delegation left the harbour conference hall and returned to its ship at once "
      "without a word",
      "The northern delegation left the harbour conference hall…" },
    { "a\n  line\tbroken", "A line broken" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *title = entente_event_guess_title (samples[i].words);

    g_assert_cmpstr (title, ==, samples[i].title);
  }
}

/* Whatever the words, the title is short, is valid, and says nothing that they do not. */
static void
test_long_titles (void)
{
  static const char *const units[] = { "word ", "x", "谈", "é́", "and ", "“of ", ", ", ". ", "…" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    g_autoptr (GString) many = g_string_new ("Begins ");
    g_autofree char *title = NULL;

    for (guint j = 0; j < 200; j++)
      g_string_append (many, units[i]);
    title = entente_event_guess_title (many->str);
    g_assert_true (g_utf8_validate (title, -1, NULL));
    g_assert_cmpuint (g_utf8_strlen (title, -1), <=, 73);
    g_assert_true (g_str_has_prefix (title, "Begins"));
  }
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
  g_test_add_func ("/event-guess/long-titles", test_long_titles);
  return g_test_run ();
}
