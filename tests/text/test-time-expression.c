/* Expressions taken apart, without a context. */
#include "config.h"

#include "entente-time-expression.h"

#include <string.h>

/* The only expression of @text. */
static EntenteTimeExpression
take (const char *text)
{
  g_autoptr (GArray) tokens =
    entente_time_tokens_cut (entente_time_lexicon_get ("en"), text, 0, strlen (text));
  EntenteTimeReader reader = { text,
                               (const EntenteToken *) (const void *) tokens->data,
                               tokens->len };
  guint range = 0;
  g_autoptr (GArray) list = entente_time_expressions_read (&reader, &range);

  if (list->len != 1)
    g_error ("%s: %u expressions", text, list->len);
  return g_array_index (list, EntenteTimeExpression, 0);
}

static void
test_calendar (void)
{
  EntenteTimeExpression found = take ("on the 3rd of May, 1918");

  g_assert_cmpint (found.form, ==, ENTENTE_EXPRESSION_CALENDAR);
  g_assert_true (found.has_year && found.year == 1918 && found.month == 5 && found.day == 3);
  g_assert_cmpuint (found.start, ==, 3);
  found = take ("in 264 BC");
  g_assert_cmpint (found.year, ==, -263);
  found = take ("on 3/4/2018");
  g_assert_true (found.exchangeable);
  found = take ("the ninth century BC");
  g_assert_true (found.century && found.year == -900);
  found = take ("the talks (1954) failed");
  g_assert_true (found.bracketed && found.passing);
  found = take ("since 1813");
  g_assert_true (found.passing && !found.bracketed);
}

static void
test_relation (void)
{
  EntenteTimeExpression found = take ("that same day");

  g_assert_cmpint (found.form, ==, ENTENTE_EXPRESSION_RELATION);
  g_assert_cmpint (found.relation, ==, ENTENTE_RELATION_THAT);
  g_assert_cmpint (found.unit, ==, ENTENTE_UNIT_DAY);
  found = take ("October of that year");
  g_assert_true (found.inner && found.month == 10 && found.unit == ENTENTE_UNIT_YEAR);
  found = take ("the next six months");
  g_assert_cmpint (found.form, ==, ENTENTE_EXPRESSION_DURATION);
  g_assert_cmpint (found.halves, ==, 12);
}

static void
test_offset (void)
{
  EntenteTimeExpression found = take ("twenty-five years later");

  g_assert_cmpint (found.form, ==, ENTENTE_EXPRESSION_OFFSET);
  g_assert_cmpint (found.halves, ==, 50);
  g_assert_cmpint (found.anchor, ==, ENTENTE_ANCHOR_STORY);
  found = take ("two and a half years ago");
  g_assert_true (found.halves == 5 && found.anchor == ENTENTE_ANCHOR_PUBLICATION);
  g_assert_cmpint (found.offset, ==, -1);
  found = take ("ten days after the battle");
  g_assert_cmpint (found.anchor, ==, ENTENTE_ANCHOR_EVENT);
  found = take ("a few months earlier");
  g_assert_true (found.some);
  found = take ("it did 20 miles a day");
  g_assert_cmpint (found.form, ==, ENTENTE_EXPRESSION_SET);
}

static void
test_clock (void)
{
  g_assert_cmpint (take ("at 5:30PM").clock, ==, 17 * 60 + 30);
  g_assert_cmpint (take ("at 12 a.m. sharp").clock, ==, 0);
  g_assert_cmpstr (take ("that afternoon").part, ==, "AF");
  g_assert_cmpstr (take ("the night of 10 August 1792").part, ==, "NI");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-expression/calendar", test_calendar);
  g_test_add_func ("/text/time-expression/relation", test_relation);
  g_test_add_func ("/text/time-expression/offset", test_offset);
  g_test_add_func ("/text/time-expression/clock", test_clock);
  return g_test_run ();
}
