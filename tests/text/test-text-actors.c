/* Who is named in a text. */
#include "config.h"

#include "entente-text-actors.h"

static const EntenteKnownName known[] = {
  { 7, ENTENTE_ACTOR_ARMED_MOVEMENT, "Vesmar Front", "Vesmar Front" },
  { 7, ENTENTE_ACTOR_ARMED_MOVEMENT, "Vesmar Front", "the Vesmarians" },
};

/* The mentions as "words=name", in order. */
static char *
write_mentions (const char *text, guint n_known)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text, -1, NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 0, known, n_known, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < actors->mentions->len; i++) {
    const EntenteMention *mention = &g_array_index (actors->mentions, EntenteMention, i);
    g_autofree char *words = entente_text_tokens_dup (tokens, mention->first, mention->last);

    g_string_append_printf (line,
                            "%s%s=%s",
                            i > 0 ? "; " : "",
                            words,
                            entente_text_actors_get (actors, mention->actor)->name);
  }
  return g_string_free (line, FALSE);
}

static void
assert_mentions (const char *text, const char *wanted)
{
  g_autofree char *line = write_mentions (text, G_N_ELEMENTS (known));

  g_assert_cmpstr (line, ==, wanted);
}

static void
test_states (void)
{
  assert_mentions ("Norway and the Kenyans met.", "Norway=Norway; Kenyans=Kenya");
  assert_mentions ("The Kenyan government replied.", "Kenyan government=Kenya");
  assert_mentions ("The government of Kenya replied.", "government of Kenya=Kenya");
  assert_mentions ("Kenyan officials replied.", "Kenyan officials=Kenya");
  assert_mentions ("Kenyan-Ugandan ties", "Kenyan=Kenya; Ugandan=Uganda");
  assert_mentions ("Kenya’s army left.", "Kenya=Kenya");
}

/* An office beside a name is no second person; the next of a row is. */
static void
test_appositions (void)
{
  assert_mentions ("The Kenyan envoy, Anna Brennik, left.",
                   "Kenyan envoy=Anna Brennik; Anna Brennik=Anna Brennik");
  assert_mentions ("Kenya's president, Anna Brennik said so.",
                   "Kenya's president=Anna Brennik; Anna Brennik=Anna Brennik");
  assert_mentions ("Anna Brennik, the Kenyan envoy, left.",
                   "Anna Brennik=Anna Brennik; Kenyan envoy=Anna Brennik");
  assert_mentions ("Kenya's minister of state, Anna Brennik, left.",
                   "Kenya's minister=Anna Brennik; Anna Brennik=Anna Brennik");
  assert_mentions ("The Kenyan envoy, Anna Brennik, and Omar Haldan met.",
                   "Kenyan envoy=Kenyan envoy; Anna Brennik=Anna Brennik; Omar Haldan=Omar Haldan");
}

static const char *
find_body (const char *text, const char *name)
{
  static const char *body;
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new (text, -1, NULL);
  g_autoptr (EntenteTextActors) actors = entente_text_actors_read (tokens, 0, NULL, 0, NULL);

  body = NULL;
  for (guint i = 0; i < actors->actors->len; i++) {
    const EntenteTextActor *actor = entente_text_actors_get (actors, i);

    if (g_str_equal (actor->name, name) && actor->of >= 0)
      body = g_intern_string (entente_text_actors_get (actors, (guint) actor->of)->name);
  }
  return body;
}

/* Whose envoy somebody is, and not to whom. */
static void
test_owners (void)
{
  g_assert_cmpstr (
    find_body ("Kenya's Special Representative for Uganda Anna Brennik left.", "Anna Brennik"),
    ==,
    "Kenya");
  g_assert_cmpstr (find_body ("Kenya’s Ambassador to Norway Anna Brennik left.", "Anna Brennik"),
                   ==,
                   "Kenya");
  g_assert_cmpstr (find_body ("The Kenyan Ambassador to Norway Anna Brennik left.", "Anna Brennik"),
                   ==,
                   "Kenya");
  g_assert_cmpstr (find_body ("Haldan's Special Representative for Uganda Anna Brennik left. "
                              "Haldan said so.",
                              "Anna Brennik"),
                   ==,
                   "Haldan");
  g_assert_null (find_body ("Ambassador to Norway Anna Brennik left.", "Anna Brennik"));
}

/* A capital is its state where it acts, and else a place. */
static void
test_capitals (void)
{
  assert_mentions ("Nairobi rejected the plan.", "Nairobi=Kenya");
  assert_mentions ("They met in Nairobi.", "");
  assert_mentions ("The Nairobi Agreement failed.", "");
}

static void
test_persons (void)
{
  assert_mentions ("President Anna Brennik left. Brennik returned.",
                   "Anna Brennik=Anna Brennik; Brennik=Anna Brennik");
  assert_mentions ("Kenyan foreign minister Ole Varga spoke.", "Kenyan=Kenya; Ole Varga=Ole Varga");
  assert_mentions ("The Kenyan foreign minister spoke.",
                   "Kenyan foreign minister=Kenyan foreign minister");
  assert_mentions ("Sheikh Omar bin Haldan spoke.", "Omar bin Haldan=Omar bin Haldan");
  assert_mentions ("On 2 April Vesmar Front left.", "Vesmar Front=Vesmar Front");
  assert_mentions ("On Monday Vesmar Front left.", "Vesmar Front=Vesmar Front");
  assert_mentions ("In April Vesmar Front left.", "Vesmar Front=Vesmar Front");
}

/* Months and days are those of the language of the text. */
static void
test_other_languages (void)
{
  assert_mentions ("das ist nicht gut, und es wurde von der einen so gesagt, dass im Mai Vesmar "
                   "Front und das",
                   "Vesmar Front=Vesmar Front");
  assert_mentions ("Bu daha sonra oldu, ancak bir gün kadar. 2 Nisan Vesmar Front ve bu.",
                   "Vesmar Front=Vesmar Front");
  assert_mentions ("The mayor and the envoy met. On 2 Nisan Front of the river left.",
                   "Nisan Front=Nisan Front");
}

static void
test_organisations (void)
{
  assert_mentions (
    "The Harvest Liberation Front (HLF) agreed. The HLF left.",
    "Harvest Liberation Front=Harvest Liberation Front; HLF=Harvest Liberation Front; "
    "HLF=Harvest Liberation Front");
  assert_mentions ("The Kenyan Ministry of Foreign Affairs replied.",
                   "Kenyan Ministry of Foreign Affairs=Kenyan Ministry of Foreign Affairs");
  assert_mentions ("The Fishers' Party left.", "Fishers' Party=Fishers' Party");
  assert_mentions ("The United Nations (UN) waited. The UN left.",
                   "United Nations=United Nations; UN=United Nations; UN=United Nations");
}

static void
test_no_actors (void)
{
  assert_mentions ("They met at Lake Varga on Monday.", "");
  assert_mentions ("The Treaty of Brenn holds.", "");
  assert_mentions ("It rained in Old Harbour in May.", "");
  assert_mentions ("", "");
}

/* Names of the study come first, whatever else the words might be. */
static void
test_known (void)
{
  g_autoptr (EntenteTextTokens) tokens =
    entente_text_tokens_new ("The Vesmarians refused.", -1, NULL);
  g_autoptr (EntenteTextActors) actors =
    entente_text_actors_read (tokens, 0, known, G_N_ELEMENTS (known), NULL);

  g_assert_cmpuint (actors->mentions->len, ==, 1);
  g_assert_cmpint (entente_text_actors_get (actors, 0)->known, ==, 7);
  g_assert_cmpstr (entente_text_actors_get (actors, 0)->name, ==, "Vesmar Front");
  assert_mentions ("The Vesmar Front refused.", "Vesmar Front=Vesmar Front");
}

static void
test_descriptions (void)
{
  assert_mentions ("The Vesmar Front refused. The rebels left.",
                   "Vesmar Front=Vesmar Front; rebels=Vesmar Front");
  assert_mentions ("The rebels left.", "rebels=rebels");
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteTextTokens) tokens = entente_text_tokens_new ("Norway left.", -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (entente_text_actors_read (tokens, 0, NULL, 0, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-actors/states", test_states);
  g_test_add_func ("/text-actors/capitals", test_capitals);
  g_test_add_func ("/text-actors/persons", test_persons);
  g_test_add_func ("/text-actors/other-languages", test_other_languages);
  g_test_add_func ("/text-actors/appositions", test_appositions);
  g_test_add_func ("/text-actors/organisations", test_organisations);
  g_test_add_func ("/text-actors/no-actors", test_no_actors);
  g_test_add_func ("/text-actors/known", test_known);
  g_test_add_func ("/text-actors/descriptions", test_descriptions);
  g_test_add_func ("/text-actors/cancelled", test_cancelled);
  g_test_add_func ("/text-actors/owners", test_owners);
  return g_test_run ();
}
