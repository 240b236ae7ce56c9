/* Dictionaries in the PETRARCH form: names, codes, dates, remarks, and lines that make no sense. */
#include "config.h"

#include "entente-actor-dictionary.h"

#include <string.h>

static EntenteActorDrafts *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  EntenteActorDrafts *drafts = entente_actor_dictionary_read (text, "list.txt", NULL, &error);

  g_assert_no_error (error);
  return drafts;
}

static const EntenteActorDraft *
find (const EntenteActorDrafts *drafts, const char *name)
{
  for (guint i = 0; i < drafts->drafts->len; i++) {
    const EntenteActorDraft *draft = drafts->drafts->pdata[i];

    if (g_str_equal (draft->actor->name, name))
      return draft;
  }
  g_test_message ("There is no %s", name);
  return NULL;
}

static const char *
get_alias (const EntenteActorDraft *draft, guint i)
{
  return ((EntenteAlias *) draft->aliases->pdata[i])->text;
}

static void
assert_tie (const EntenteActorDraft *draft,
            guint i,
            const char *code,
            const char *role,
            const char *from,
            const char *to)
{
  const EntenteActorTie *tie = draft->ties->pdata[i];
  const EntenteAffiliation *affiliation = tie->affiliation;

  g_assert_cmpstr (tie->code, ==, code);
  g_assert_cmpstr (affiliation->role, ==, role);
  g_assert_cmpstr (affiliation->from != NULL ? affiliation->from->edtf : NULL, ==, from);
  g_assert_cmpstr (affiliation->to != NULL ? affiliation->to->edtf : NULL, ==, to);
}

static void
test_names (void)
{
  g_autoptr (EntenteActorDrafts) drafts = read_text ("ICELAND_ [ISL] # an island\n"
                                                     "+ICELANDIC_\r\n+THE_ISLAND_OF_ICE\n"
                                                     "HARBOUR_GUILD_(HBG)_ [IGOHBG]\n"
                                                     "UN_ [IGOUNO]\nal-Quay_Brigades [IMGQUA]\n"
                                                     "JEAN-LUC_MOEN_ \t[NORGOV 930101-970630]\n");
  const EntenteActorDraft *island = find (drafts, "Iceland");
  const EntenteActorDraft *guild = find (drafts, "Harbour Guild");

  g_assert_cmpuint (drafts->drafts->len, ==, 5);
  g_assert_cmpuint (drafts->n_skipped, ==, 0);
  g_assert_cmpint (island->actor->kind, ==, ENTENTE_ACTOR_STATE);
  g_assert_cmpstr (island->actor->cameo, ==, "ISL");
  g_assert_cmpstr (island->actor->iso3166, ==, "IS");
  g_assert_cmpuint (island->aliases->len, ==, 2);
  g_assert_cmpstr (get_alias (island, 1), ==, "The Island of Ice");
  g_assert_cmpstr (get_alias (guild, 0), ==, "HBG");
  g_assert_cmpint (guild->actor->kind, ==, ENTENTE_ACTOR_INTERNATIONAL_ORGANISATION);
  g_assert_nonnull (find (drafts, "UN"));
  g_assert_cmpint (find (drafts, "al-Quay Brigades")->actor->kind,
                   ==,
                   ENTENTE_ACTOR_ARMED_MOVEMENT);
  g_assert_cmpint (find (drafts, "Jean-Luc Moen")->actor->kind, ==, ENTENTE_ACTOR_PERSON);
  g_assert_null (find (drafts, "Jean-Luc Moen")->actor->cameo);
}

static void
test_dates (void)
{
  g_autoptr (EntenteActorDrafts) drafts = read_text ("SIGRID_MOEN_\n"
                                                     "\t[NORGOVMIL 930101-970630]\n"
                                                     "\t[NORGOV >19970701] [NORELI <921231]\n"
                                                     "\t[NOR 300000-310100]\n"
                                                     "\t[ISLREB 050600-061231]\n"
                                                     "\t[NORELI]\n"
                                                     "\t[DNKFROGOV >070101]\n");
  const EntenteActorDraft *moen = find (drafts, "Sigrid Moen");

  g_assert_cmpuint (moen->ties->len, ==, 5);
  assert_tie (moen, 0, "NORGOV", "government, military", "1993-01-01", "1997-06-30");
  assert_tie (moen, 1, "NORGOV", "government", "1997-07-01", NULL);
  assert_tie (moen, 2, "NORELI", "elite", NULL, "1992-12-31");
  assert_tie (moen, 3, "ISLREB", "rebel", "2005-06", "2006-12-31");
  assert_tie (moen, 4, "FROGOV", "government", "2007-01-01", NULL);
  /* From 2030 to 1931 is no time. */
  g_assert_cmpuint (drafts->n_skipped, ==, 1);
  g_assert_cmpstr (((EntenteActorTie *) moen->ties->pdata[0])->affiliation->from->wording,
                   ==,
                   "930101");
  g_assert_nonnull (
    strstr (((EntenteActorTie *) moen->ties->pdata[0])->affiliation->evidence, "list.txt, 1"));
}

/* One name of two countries is two actors; of one country it is one. */
static void
test_namesakes (void)
{
  g_autoptr (EntenteActorDrafts) drafts =
    read_text ("OLA_BERG_ [NORGOV 930101-970630]\nOLA_BERG_ [ISLGOV 930101-970630]\n"
               "OLA_BERG_ [NORMIL >980101]\n");

  g_assert_cmpuint (drafts->drafts->len, ==, 2);
  g_assert_cmpuint (((EntenteActorDraft *) drafts->drafts->pdata[0])->ties->len, ==, 2);
}

static void
test_remarks (void)
{
  g_autoptr (EntenteActorDrafts) drafts =
    read_text ("<!-- A_ [NOR]\nB_ [NOR] -->\nC_ [NOR] <!-- not D --> # [ISL]\n!E! = F, G\n&H\n");

  g_assert_cmpuint (drafts->drafts->len, ==, 1);
  g_assert_cmpuint (drafts->n_skipped, ==, 0);
  g_assert_cmpstr (((EntenteActorDraft *) drafts->drafts->pdata[0])->actor->cameo, ==, "NOR");
}

/* Each is left out with its line and a reason; the rest comes in. */
static void
test_skipped (void)
{
  static const struct {
    const char *text, *reason;
  } cases[] = {
    { "NOBODY_\n", "has no code" },
    { "AGENT_ [~NON]\n", "is no code" },
    { "BAD_DAY_ [NORGOV 991301-020101]\n", "no dates that can be read" },
    { "LONG_DAY_ [NORGOV 2004017-20061201]\n", "no dates that can be read" },
    { "BACKWARDS_ [NORGOV 970101-930101]\n", "no dates that can be read" },
    { "UNKNOWN_ [QQQGOV 930101-970101]\n", "nobody knows" },
    { "UNKNOWN_ [NORQQQ 930101-970101]\n", "nobody knows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = g_strconcat ("NORWAY_ [NOR]\n", cases[i].text, NULL);
    g_autoptr (EntenteActorDrafts) drafts = read_text (text);

    g_assert_cmpuint (drafts->n_skipped, >=, 1);
    g_assert_nonnull (strstr (drafts->skipped->pdata[0], "line 2"));
    g_assert_nonnull (strstr (drafts->skipped->pdata[0], cases[i].reason));
    g_assert_nonnull (find (drafts, "Norway"));
  }
}

/* A million brackets, names and other names are bounded. */
static void
test_hostile (void)
{
  g_autoptr (GString) text = g_string_new ("A_");
  g_autoptr (EntenteActorDrafts) drafts = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, " [NORGOV 930101-970630]");
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "\n+B%u_", i);
  g_string_append (text, "\n");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, 'X');
  drafts = read_text (text->str);
  g_assert_cmpuint (drafts->drafts->len, ==, 1);
  g_assert_cmpuint (((EntenteActorDraft *) drafts->drafts->pdata[0])->ties->len, <=, 1000);
  g_assert_cmpuint (((EntenteActorDraft *) drafts->drafts->pdata[0])->aliases->len, <=, 1000);
  g_assert_cmpuint (drafts->n_skipped, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (entente_actor_dictionary_read (text->str, "x", cancellable, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/actor-dictionary/names", test_names);
  g_test_add_func ("/actor-dictionary/dates", test_dates);
  g_test_add_func ("/actor-dictionary/namesakes", test_namesakes);
  g_test_add_func ("/actor-dictionary/remarks", test_remarks);
  g_test_add_func ("/actor-dictionary/skipped", test_skipped);
  g_test_add_func ("/actor-dictionary/hostile", test_hostile);
  return g_test_run ();
}
