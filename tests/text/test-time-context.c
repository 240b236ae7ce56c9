/* What a time means: the same expression in one context and another. */
#include "config.h"

#include "entente-time-context.h"

static const EntenteTimeExpression july = { .form = ENTENTE_EXPRESSION_CALENDAR,
                                            .month = 7,
                                            .clock = -1 };

static void
check (EntenteTimeContext *context, const EntenteTimeExpression *found, const char *edtf)
{
  EntenteTimeMeaning meaning = entente_time_context_resolve (context, found);
  g_autofree char *text = entente_time_value_format (&meaning.value);

  g_assert_cmpstr (text, ==, edtf);
}

static void
test_month (void)
{
  EntenteTimeContext context = { .published =
                                   entente_time_value_day (entente_day_number (2018, 5, 2)) };
  EntenteTimeExpression coming = july, past = july;

  coming.tense = 1;
  past.tense = -1;
  check (&context, &july, "2018-07"); /* the nearest */
  check (&context, &coming, "2018-07");
  check (&context, &past, "2017-07");
  context.history = TRUE;
  context.story = entente_time_value_month (1914, 11);
  check (&context, &july, "1914-07");
  context.story = entente_time_value_month (1914, 12);
  check (&context, &july, "1914-07");
  context.published.kind = context.story.kind = ENTENTE_VALUE_NONE;
  check (&context, &july, "XXXX-07");
}

static void
test_story_moves (void)
{
  EntenteTimeContext context = { .history = TRUE };
  EntenteTimeExpression year = { .form = ENTENTE_EXPRESSION_CALENDAR, .has_year = TRUE };
  EntenteTimeExpression later = { .form = ENTENTE_EXPRESSION_OFFSET,
                                  .anchor = ENTENTE_ANCHOR_STORY,
                                  .unit = ENTENTE_UNIT_DAY,
                                  .halves = 4,
                                  .offset = 1 };
  EntenteTimeValue day = entente_time_value_day (entente_day_number (1920, 5, 9));
  EntenteTimeValue same = entente_time_value_year (1920), far = entente_time_value_year (1869);

  entente_time_context_pass (&context, &year, &day);
  check (&context, &later, "1920-05-11");
  entente_time_context_pass (&context, &year, &same); /* its own year takes nothing away */
  check (&context, &later, "1920-05-11");
  entente_time_context_pass (&context, &year, &far); /* mentioned only */
  check (&context, &later, "1920-05-11");
  year.leading = TRUE; /* gone to */
  entente_time_context_pass (&context, &year, &far);
  check (&context, &later, "1869-XX-XX");
}

static void
test_weekday (void)
{
  EntenteTimeContext context = { .published =
                                   entente_time_value_day (entente_day_number (2018, 10, 31)) };
  EntenteTimeExpression friday = { .form = ENTENTE_EXPRESSION_CALENDAR, .weekday = 5 };

  check (&context, &friday, "2018-10-26");
  friday.tense = 1;
  check (&context, &friday, "2018-11-02");
  friday.form = ENTENTE_EXPRESSION_RELATION;
  friday.relation = ENTENTE_RELATION_NEXT;
  check (&context, &friday, "2018-11-02");
  friday.relation = ENTENTE_RELATION_LAST;
  check (&context, &friday, "2018-10-26");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/time-context/month", test_month);
  g_test_add_func ("/text/time-context/story-moves", test_story_moves);
  g_test_add_func ("/text/time-context/weekday", test_weekday);
  return g_test_run ();
}
