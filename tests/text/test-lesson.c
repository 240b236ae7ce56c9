/* The word that tells a move, out of marked words. */
#include "config.h"

#include "entente-lesson.h"

#include <string.h>

/* @text with the marked words between brackets. */
static void
assert_lesson (const char *text, const char *wanted)
{
  const char *open = strchr (text, '['), *close = strchr (text, ']');
  g_autofree char *before = g_strndup (text, (gsize) (open - text));
  g_autofree char *marked = g_strndup (open + 1, (gsize) (close - open - 1));
  g_autofree char *whole = g_strconcat (before, marked, close + 1, NULL);
  g_autofree char *lesson =
    entente_lesson_find (whole, strlen (before), strlen (before) + strlen (marked), "veto");

  g_assert_cmpstr (lesson, ==, wanted);
}

/* Whatever else is marked with it. */
static void
test_verbs (void)
{
  assert_lesson ("[Kenya snubbed Uganda] on Monday.", "snub/v");
  assert_lesson ("Last week Kenya [snubbed] Uganda.", "snub/v");
  assert_lesson ("[Kenya has belittled the plan of Uganda].", "belittle/v");
  assert_lesson ("[Kenya satirised Uganda].", "satirise/v");
  assert_lesson ("[The envoys were ostracised by Kenya] again.", "ostracise/v");
  assert_lesson ("[Kenya fended off Uganda].", "fend/v off");
  assert_lesson ("[Kenya rankles Uganda].", "rankle/v");
}

/* A verb that tells another kind, or little, only with what it is done to. */
static void
test_with_noun (void)
{
  assert_lesson ("[Kenya made another overture to Uganda].", "make/v ~overture");
  assert_lesson ("[Kenya has derided the plan of Uganda].", "deride/v ~plan");
  assert_lesson ("[Kenya rejected the mandate of Uganda].", "reject/v ~mandate");
  assert_lesson ("[Kenya invited Uganda].", "invite/v");
}

static void
test_nouns (void)
{
  assert_lesson ("[The Kenyan overtures to Uganda] ended.", "overture/n");
  assert_lesson ("Kenya's [olive branch] was seen.", "branch/n");
}

static void
test_nothing (void)
{
  assert_lesson ("[Kenya] said so.", NULL);
  assert_lesson ("Kenya [said so].", NULL);
  assert_lesson ("Kenya [] said so.", NULL);
  assert_lesson ("[]", NULL);
}

/* What the table says already need not be learnt. */
static void
test_known (void)
{
  static const char text[] = "Kenya invited Uganda.";

  g_assert_null (entente_lesson_find (text, 0, strlen (text), "invitation"));
}

static void
test_format (void)
{
  const char *const lessons[][2] = { { "rebuff/v", "rebuff" },
                                     { "fend/v off", "fend off" },
                                     { "make/v ~overture", "make … overture" },
                                     { "overture/n", "overture" },
                                     { "plain", "plain" } };

  for (guint i = 0; i < G_N_ELEMENTS (lessons); i++) {
    g_autofree char *words = entente_lesson_format (lessons[i][0]);

    g_assert_cmpstr (words, ==, lessons[i][1]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/lesson/verbs", test_verbs);
  g_test_add_func ("/text/lesson/with-noun", test_with_noun);
  g_test_add_func ("/text/lesson/nouns", test_nouns);
  g_test_add_func ("/text/lesson/nothing", test_nothing);
  g_test_add_func ("/text/lesson/known", test_known);
  g_test_add_func ("/text/lesson/format", test_format);
  return g_test_run ();
}
