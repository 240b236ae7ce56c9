/* What became of a plan: its stages in order, who said so alone, and the days until the record
 * ends. */
#include "config.h"

#include "entente-plan-stages.h"

#include "entente-random-study.h"

enum { NORTH = 1, SOUTH, TALKS = 101 };

typedef struct {
  EntenteChronicleBuilder *builder;
  EntenteId last;
} Builder;

static void
add_actor (Builder *self, EntenteId id, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->actor (self->builder, actor);
}

static void
add_part (Builder *self, EntenteId actor, EntenteRole role)
{
  EntenteParticipationRow row = { .event = self->last, .actor = actor, .role = (guint8) role };

  entente_chronicle_builder_get_sink ()->participation (self->builder, &row);
}

static EntenteId
add_event (Builder *self, const char *kind, const char *when, EntenteMode mode, EntenteId from)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = ++self->last;
  event->kind = g_strdup (kind);
  event->mode = (int) mode;
  event->when = entente_date_parse (when, NULL);
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (self->builder, &row);
  add_part (self, from, ENTENTE_ROLE_INITIATOR);
  return self->last;
}

static void
add_link (Builder *self, EntenteId from, EntenteId to, EntenteLinkType type)
{
  EntenteLinkRow link = { .id = 900 + from, .from = from, .to = to, .type = (guint8) type };

  entente_chronicle_builder_get_sink ()->link (self->builder, &link);
}

/* Talks of North and South, announced for 4 September. */
static void
begin (Builder *self)
{
  *self = (Builder){ entente_chronicle_builder_new (), TALKS - 1 };
  add_actor (self, NORTH, "North");
  add_actor (self, SOUTH, "South");
  add_event (self, "talks", "2018-09-04", ENTENTE_MODE_ANNOUNCED, NORTH);
  add_part (self, SOUTH, ENTENTE_ROLE_ADDRESSEE);
}

static EntenteChronicle *
finish (Builder *self)
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
  Builder self;
  EntenteId off, again, held;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *stages = NULL;

  begin (&self);
  off = add_event (&self, "postponement", "2018-08-27", ENTENTE_MODE_FACTUAL, NORTH);
  again = add_event (&self, "scheduling", "2018-10-20", ENTENTE_MODE_FACTUAL, NORTH);
  held = add_event (&self, "talks", "2018-11-09", ENTENTE_MODE_FACTUAL, NORTH);
  add_link (&self, off, TALKS, ENTENTE_LINK_POSTPONES);
  add_link (&self, again, TALKS, ENTENTE_LINK_RESCHEDULES);
  add_link (&self, held, TALKS, ENTENTE_LINK_IMPLEMENTS);
  chronicle = finish (&self);
  stages = format_stages (chronicle);
  g_assert_cmpstr (stages, ==, "scheduled > postponed; announced by North only > scheduled > held");
}

/* Once the other side says so too, it is no longer one side that does. */
static void
test_both_sides (void)
{
  Builder self;
  EntenteId off, confirmed;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *stages = NULL;

  begin (&self);
  off = add_event (&self, "postponement", "2018-08-27", ENTENTE_MODE_FACTUAL, NORTH);
  confirmed = add_event (&self, "confirmation", "2018-08-28", ENTENTE_MODE_FACTUAL, SOUTH);
  add_link (&self, off, TALKS, ENTENTE_LINK_POSTPONES);
  add_link (&self, confirmed, off, ENTENTE_LINK_CONFIRMS);
  chronicle = finish (&self);
  stages = format_stages (chronicle);
  g_assert_cmpstr (stages, ==, "scheduled > postponed");
}

static void
test_no_word (void)
{
  Builder self;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autofree char *stages = NULL;
  EntenteId offer;
  gint64 days;
  gboolean to_today;

  begin (&self);
  offer = add_event (&self, "offer", "2018-08-05", ENTENTE_MODE_FACTUAL, NORTH);
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
