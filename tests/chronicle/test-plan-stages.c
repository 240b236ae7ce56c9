/* What became of a plan: its stages in order, who said so alone, and the days until the record
 * ends. */
#include "config.h"

#include "entente-plan-stages.h"

#include "entente-random-study.h"
#include "entente-small-chronicle.h"

enum { NORTH = 1, SOUTH, TALKS = 101 };

/* Talks of North and South, announced for 4 September. */
static void
begin (EntenteSmallChronicle *self)
{
  small_begin (self, TALKS);
  small_add_actor (self, NORTH, "North");
  small_add_actor (self, SOUTH, "South");
  small_add_in_mode (self, "talks", "2018-09-04", ENTENTE_MODE_ANNOUNCED, NORTH, ENTENTE_ID_NONE);
  small_add_part (self, SOUTH, ENTENTE_ROLE_ADDRESSEE);
}

static EntenteChronicle *
finish (EntenteSmallChronicle *self)
{
  return entente_chronicle_builder_build (self->builder, entente_day_number (2018, 12, 1) * 86400);
}

/* The stages of the talks in words, separated by "; ". Free. */
static char *
format_stages (const EntenteChronicle *chronicle)
{
  g_autoptr (GArray) stages =
    entente_plan_stages_list (chronicle, entente_chronicle_find_row (chronicle, TALKS));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *stage =
      entente_plan_stage_format (chronicle, &g_array_index (stages, EntentePlanStage, i));

    g_string_append_printf (text, "%s%s", i > 0 ? " > " : "", stage);
  }
  return g_string_free (text, FALSE);
}

static void
test_whole_history (void)
{
  EntenteSmallChronicle self;
  EntenteId off, again, held;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *stages = NULL;

  begin (&self);
  off = small_add_event (&self, "postponement", "2018-08-27", NORTH, ENTENTE_ID_NONE);
  again = small_add_event (&self, "scheduling", "2018-10-20", NORTH, ENTENTE_ID_NONE);
  held = small_add_event (&self, "talks", "2018-11-09", NORTH, ENTENTE_ID_NONE);
  small_add_link (&self, off, TALKS, ENTENTE_LINK_POSTPONES);
  small_add_link (&self, again, TALKS, ENTENTE_LINK_RESCHEDULES);
  small_add_link (&self, held, TALKS, ENTENTE_LINK_IMPLEMENTS);
  chronicle = finish (&self);
  stages = format_stages (chronicle);
  g_assert_cmpstr (stages, ==, "scheduled > postponed; announced by North only > scheduled > held");
}

/* Once the other side says so too, it is no longer one side that does. */
static void
test_both_sides (void)
{
  EntenteSmallChronicle self;
  EntenteId off, confirmed;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *stages = NULL;

  begin (&self);
  off = small_add_event (&self, "postponement", "2018-08-27", NORTH, ENTENTE_ID_NONE);
  confirmed = small_add_event (&self, "confirmation", "2018-08-28", SOUTH, ENTENTE_ID_NONE);
  small_add_link (&self, off, TALKS, ENTENTE_LINK_POSTPONES);
  small_add_link (&self, confirmed, off, ENTENTE_LINK_CONFIRMS);
  chronicle = finish (&self);
  stages = format_stages (chronicle);
  g_assert_cmpstr (stages, ==, "scheduled > postponed");
}

static void
test_no_word (void)
{
  EntenteSmallChronicle self;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *stages = NULL;
  EntenteId offer;
  gint64 days;
  gboolean to_today;

  begin (&self);
  offer = small_add_event (&self, "offer", "2018-08-05", NORTH, ENTENTE_ID_NONE);
  chronicle = finish (&self);
  stages = format_stages (chronicle);
  g_assert_cmpstr (stages, ==, "scheduled > no word after the date");
  g_assert_true (
    entente_chronicle_is_awaited (chronicle, entente_chronicle_find_row (chronicle, TALKS)));
  g_assert_true (entente_chronicle_get_days_to_end (chronicle,
                                                    entente_chronicle_find_row (chronicle, offer),
                                                    &days,
                                                    &to_today));
  g_assert_cmpint (days, ==, 30);
  g_assert_false (to_today);
}

/* The last stage is the status that the columns hold, in any study. */
static void
test_last_is_status (void)
{
  guint n_checked = 0;

  for (guint round = 0; round < 20; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (300, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);

    for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
      EntenteStatus status = entente_chronicle_get_status (chronicle, row);
      g_autoptr (GArray) stages = entente_plan_stages_list (chronicle, row);

      g_assert_cmpint (stages != NULL, ==, status != ENTENTE_STATUS_NONE);
      if (!stages)
        continue;
      g_assert_cmpint (g_array_index (stages, EntentePlanStage, stages->len - 1).status,
                       ==,
                       status);
      n_checked++;
    }
  }
  g_assert_cmpuint (n_checked, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-stages/whole-history", test_whole_history);
  g_test_add_func ("/plan-stages/both-sides", test_both_sides);
  g_test_add_func ("/plan-stages/no-word", test_no_word);
  g_test_add_func ("/plan-stages/last-is-status", test_last_is_status);
  return g_test_run ();
}
