/* Verbs and their subjects. */
#include "config.h"

#include "entente-text-clauses.h"

typedef struct {
  EntenteTextTokens *tokens;
  EntenteTextActors *actors;
  EntenteClauses *clauses;
} Fixture;

static Fixture
read_text (const char *text)
{
  Fixture fixture = { 0 };

  fixture.tokens = entente_text_tokens_new (text, -1, NULL);
  fixture.actors = entente_text_actors_read (fixture.tokens, 0, NULL, 0, NULL);
  fixture.clauses = entente_clauses_new (fixture.tokens, fixture.actors);
  return fixture;
}

static void
clear_fixture (Fixture *fixture)
{
  entente_clauses_free (fixture->clauses);
  entente_text_actors_free (fixture->actors);
  entente_text_tokens_free (fixture->tokens);
}

static guint
find_word (const Fixture *fixture, const char *word)
{
  for (guint i = 0; i < fixture->tokens->tokens->len; i++) {
    if (entente_text_tokens_is (fixture->tokens, i, word))
      return i;
  }
  g_error ("no word %s", word);
}

static void
assert_tag (const char *text, const char *word, EntenteTag tag)
{
  Fixture fixture = read_text (text);

  g_assert_cmpint (entente_clauses_tag (fixture.clauses, find_word (&fixture, word))->tag, ==, tag);
  clear_fixture (&fixture);
}

static void
test_tags (void)
{
  assert_tag ("Kenya demands an answer.", "demands", ENTENTE_TAG_FINITE);
  assert_tag ("The demands were many.", "demands", ENTENTE_TAG_NOUN);
  assert_tag ("Kenya was invited.", "invited", ENTENTE_TAG_PASSIVE);
  assert_tag ("Kenya wants to negotiate.", "negotiate", ENTENTE_TAG_INFINITIVE);
  assert_tag ("Kenya left, accusing Uganda.", "accusing", ENTENTE_TAG_PARTICIPLE);
  assert_tag ("The proposed plan failed.", "proposed", ENTENTE_TAG_ADJECTIVE);
  assert_tag ("Kenya returned weapons seized last year.", "seized", ENTENTE_TAG_PASSIVE);
  assert_tag ("Peace talks begin.", "begin", ENTENTE_TAG_FINITE);
}

static void
test_auxiliaries (void)
{
  Fixture fixture = read_text ("Kenya will not yet have left.");
  const EntenteTagged *tag = entente_clauses_tag (fixture.clauses, find_word (&fixture, "left"));

  g_assert_true (tag->is_negated);
  g_assert_true (tag->is_future);
  g_assert_cmpuint (tag->first, ==, 1);
  clear_fixture (&fixture);
}

/* The names of the subject, "," between them. */
static void
assert_subject (const char *text, const char *verb, const char *wanted)
{
  Fixture fixture = read_text (text);
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (EntenteParty));
  g_autoptr (GString) line = g_string_new (NULL);

  entente_clauses_find_subject (fixture.clauses, find_word (&fixture, verb), parties);
  for (guint i = 0; i < parties->len; i++) {
    guint actor = g_array_index (parties, EntenteParty, i).actor;

    g_string_append_printf (
      line,
      "%s%s",
      i > 0 ? "," : "",
      actor == ENTENTE_PARTY_UNNAMED ? "?" : entente_text_actors_get (fixture.actors, actor)->name);
  }
  g_assert_cmpstr (line->str, ==, wanted);
  clear_fixture (&fixture);
}

static void
test_subjects (void)
{
  assert_subject ("Kenya rejected it.", "rejected", "Kenya");
  assert_subject ("Kenya, Uganda and Norway signed it.", "signed", "Kenya,Uganda,Norway");
  assert_subject ("In talks with Uganda, Kenya rejected it.", "rejected", "Kenya");
  assert_subject ("Kenya, which borders Uganda, rejected it.", "rejected", "Kenya");
  assert_subject ("Kenya left and rejected it.", "rejected", "Kenya");
  assert_subject ("Kenya accused Uganda of lying. It rejected the charge.", "rejected", "Kenya");
  assert_subject ("Kenya said that it rejected the plan.", "rejected", "Kenya");
  assert_subject ("Norway urged Kenya to leave.", "leave", "Kenya");
  assert_subject ("By refusing to talk, Kenya won time.", "refusing", "Kenya");
  assert_subject ("The plan failed, said President Anna Brennik.", "said", "Anna Brennik");
  assert_subject ("A newspaper reported it.", "reported", "?");
}

static void
test_behind (void)
{
  Fixture fixture = read_text ("Kenya sent Uganda a letter about Norway, officials said.");
  g_autoptr (GArray) parties = g_array_new (FALSE, FALSE, sizeof (EntenteParty));

  entente_clauses_find_after (fixture.clauses, find_word (&fixture, "sent"), FALSE, parties);
  g_assert_cmpuint (parties->len, ==, 2);
  g_assert_cmpstr (g_array_index (parties, EntenteParty, 0).preposition, ==, "");
  g_assert_cmpstr (g_array_index (parties, EntenteParty, 1).preposition, ==, "about");
  clear_fixture (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-clauses/tags", test_tags);
  g_test_add_func ("/text-clauses/auxiliaries", test_auxiliaries);
  g_test_add_func ("/text-clauses/subjects", test_subjects);
  g_test_add_func ("/text-clauses/behind", test_behind);
  return g_test_run ();
}
