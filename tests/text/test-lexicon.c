/* The words that ship with the program. */
#include "config.h"

#include "entente-lexicon.h"

static void
test_classes (void)
{
  g_assert_true (entente_lexicon_is ("the", ENTENTE_WORD_DETERMINER));
  g_assert_true (entente_lexicon_is ("minister", ENTENTE_WORD_TITLE));
  g_assert_true (entente_lexicon_is ("minister", ENTENTE_WORD_PERSON_ROLE));
  g_assert_true (entente_lexicon_is ("treaty", ENTENTE_WORD_THING_HEAD));
  g_assert_false (entente_lexicon_is ("treaty", ENTENTE_WORD_TITLE));
  g_assert_false (entente_lexicon_is ("", ENTENTE_WORD_TITLE));
}

static void
assert_verb (const char *form, const char *base, guint forms)
{
  const EntenteVerb *verb = entente_lexicon_find_verb (form);

  g_assert_nonnull (verb);
  g_assert_cmpstr (verb->base, ==, base);
  g_assert_cmpuint (verb->forms & forms, ==, forms);
}

static void
test_verbs (void)
{
  assert_verb ("met", "meet", ENTENTE_VERB_PAST | ENTENTE_VERB_PARTICIPLE);
  assert_verb ("putting", "put", ENTENTE_VERB_ING);
  assert_verb ("denies", "deny", ENTENTE_VERB_S);
  assert_verb ("denied", "deny", ENTENTE_VERB_PAST | ENTENTE_VERB_PARTICIPLE);
  assert_verb ("refusing", "refuse", ENTENTE_VERB_ING);
  assert_verb ("agreeing", "agree", ENTENTE_VERB_ING);
  assert_verb ("canceled", "cancel", ENTENTE_VERB_PAST);
  assert_verb ("withdrawn", "withdraw", ENTENTE_VERB_PARTICIPLE);
  g_assert_null (entente_lexicon_find_verb ("table-cloth"));
}

static const EntenteLexiconName *
find (const char *first, guint n, EntenteNameForm form)
{
  const GPtrArray *names = entente_lexicon_find_names (first);

  for (guint i = 0; names && i < names->len; i++) {
    const EntenteLexiconName *name = g_ptr_array_index (names, i);

    if (name->n == n && name->form == form)
      return name;
  }
  return NULL;
}

static void
test_names (void)
{
  const EntenteLexiconName *norway = find ("norway", 1, ENTENTE_NAME_FULL);
  const EntenteLexiconName *norwegians = find ("norwegians", 1, ENTENTE_NAME_PEOPLE);
  const EntenteLexiconName *oslo = find ("oslo", 1, ENTENTE_NAME_METONYM);

  g_assert_nonnull (norway);
  g_assert_cmpstr (norway->iso3166, ==, "NO");
  g_assert_cmpint ((int) norway->kind, ==, ENTENTE_ACTOR_STATE);
  g_assert_cmpstr (norwegians->name, ==, "Norway");
  g_assert_cmpstr (oslo->name, ==, "Norway");
  g_assert_null (entente_lexicon_find_names ("vesmar"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/classes", test_classes);
  g_test_add_func ("/lexicon/verbs", test_verbs);
  g_test_add_func ("/lexicon/names", test_names);
  return g_test_run ();
}
