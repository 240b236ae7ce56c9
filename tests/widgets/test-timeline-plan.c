/* Where a move that is not there yet is shown: in the lanes in which it would stand, never in
 * another's, at each reading of its date, or on the shelf; and it follows the form that it is
 * filled in with. */
#include "config.h"

#include "entente-event-draft.h"
#include "entente-event-form.h"
#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"

#include <string.h>

typedef struct {
  EntenteTimelineFixture fixture;
  EntenteTimeline *timeline;
  EntenteEvent *event;
  GPtrArray *parts, *actors;
} Drafted;

static void
open_timeline (Drafted *drafted)
{
  entente_timeline_fixture_init (&drafted->fixture);
  drafted->timeline = drafted->fixture.timeline;
  drafted->event = entente_event_new ();
  drafted->event->kind = g_strdup ("offer");
  drafted->event->when = entente_date_parse ("2018-07", NULL);
  drafted->parts = g_ptr_array_new_with_free_func (entente_record_unref);
  drafted->actors = g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
close_timeline (Drafted *drafted)
{
  entente_event_draft_clear (entente_session_get_draft (drafted->fixture.sample->session), drafted);
  entente_event_unref (drafted->event);
  g_ptr_array_unref (drafted->parts);
  g_ptr_array_unref (drafted->actors);
  entente_timeline_fixture_clear (&drafted->fixture);
}

static void
set_when (Drafted *drafted, const char *edtf)
{
  entente_date_unref (drafted->event->when);
  drafted->event->when = entente_date_parse (edtf, NULL);
}

static void
add_part (Drafted *drafted, EntenteId actor, EntenteRole role)
{
  EntenteParticipation *part = entente_participation_new ();

  part->actor = actor;
  part->role = (int) role;
  g_ptr_array_add (drafted->parts, part);
}

static EntenteTimelinePlan *
show (Drafted *drafted)
{
  EntenteTimelinePlan *plan;

  entente_event_draft_show (entente_session_get_draft (drafted->fixture.sample->session),
                            drafted,
                            drafted->event,
                            drafted->parts,
                            drafted->actors,
                            ENTENTE_ID_NONE);
  plan = entente_timeline_plan_find (drafted->timeline);
  g_assert_nonnull (plan);
  return plan;
}

static const EntenteTimelineHome *
get_home (const EntenteTimelinePlan *plan, guint i)
{
  g_assert_cmpuint (plan->homes->len, >, i);
  return &g_array_index (plan->homes, EntenteTimelineHome, i);
}

static EntenteId
get_actor (Drafted *drafted, guint lane)
{
  const EntenteLane *found = entente_lanes_get (drafted->timeline->lanes, lane);

  return entente_chronicle_get_actor (drafted->timeline->chronicle, found->actor)->record.id;
}

/* Of the last lane, so that the first is somebody else's. */
static void
test_lane (void)
{
  Drafted drafted;
  guint last;

  open_timeline (&drafted);
  last = entente_lanes_get_n (drafted.timeline->lanes) - 1;
  g_assert_cmpuint (last, >, 0);
  add_part (&drafted, get_actor (&drafted, last), ENTENTE_ROLE_INITIATOR);
  add_part (&drafted, get_actor (&drafted, 0), ENTENTE_ROLE_ADDRESSEE);
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    g_assert_cmpuint (plan->homes->len, ==, 1);
    g_assert_cmpuint (get_home (plan, 0)->lane, ==, last);
    g_assert_cmpint (entente_timeline_suggested_get_strip (drafted.timeline, plan).height, ==, 0);
  }
  g_free (drafted.event->kind);
  drafted.event->kind = g_strdup ("talks");
  {
    g_autoptr (EntenteTimelinePlan) joint = show (&drafted);

    g_assert_cmpuint (joint->homes->len, ==, 2);
    g_assert_cmpuint (get_home (joint, 1)->lane, ==, 0);
  }
  close_timeline (&drafted);
}

/* A member stands with its body; where the body is parted, in the lane of its own, in that of a
 * member to which it belongs, or in none. */
static void
test_member (void)
{
  Drafted drafted;
  EntenteTimeline *self;
  EntenteSpan july = { 0, 0 };
  guint32 member = ENTENTE_NO_INDEX, body = ENTENTE_NO_INDEX;
  guint lane;

  open_timeline (&drafted);
  self = drafted.timeline;
  july = entente_date_get_window (drafted.event->when);
  for (guint i = 0; i < entente_chronicle_get_n_actors (self->chronicle); i++) {
    guint32 found = entente_chronicle_get_body (self->chronicle, i, july);

    if (found == ENTENTE_NO_INDEX || found == i ||
        entente_lanes_find_actor (self->lanes, found) == ENTENTE_NO_INDEX)
      continue;
    member = i;
    body = found;
  }
  g_assert_cmpuint (member, !=, ENTENTE_NO_INDEX);
  add_part (&drafted,
            entente_chronicle_get_actor (self->chronicle, member)->record.id,
            ENTENTE_ROLE_INITIATOR);
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    g_assert_cmpuint (get_home (plan, 0)->lane, ==, entente_lanes_find_actor (self->lanes, body));
  }
  entente_timeline_lanes_toggle_members (self, entente_lanes_find_actor (self->lanes, body));
  {
    g_autoptr (EntenteTimelinePlan) parted = show (&drafted);

    lane = get_home (parted, 0)->lane;
    if (lane != ENTENTE_NO_INDEX)
      g_assert_true (
        entente_chronicle_stands_for (self->chronicle,
                                      member,
                                      entente_lanes_get (self->lanes, lane)->actor,
                                      (EntenteSpan){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX },
                                      FALSE));
    g_assert_cmpstr (get_home (parted, 0)->name,
                     ==,
                     entente_chronicle_get_actor (self->chronicle, member)->name);
  }
  close_timeline (&drafted);
}

/* Who is new has a strip with a name, and nobody's lane. */
static void
test_new_actor (void)
{
  Drafted drafted;
  EntenteActor *actor = entente_actor_new ();

  open_timeline (&drafted);
  actor->record.id = entente_id_new ();
  actor->name = g_strdup ("Elbonia");
  g_ptr_array_add (drafted.actors, actor);
  add_part (&drafted, actor->record.id, ENTENTE_ROLE_INITIATOR);
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    g_assert_cmpuint (plan->homes->len, ==, 1);
    g_assert_cmpuint (get_home (plan, 0)->lane, ==, ENTENTE_NO_INDEX);
    g_assert_cmpstr (get_home (plan, 0)->name, ==, "Elbonia");
    g_assert_cmpint (entente_timeline_suggested_get_strip (drafted.timeline, plan).height, >, 30);
  }
  close_timeline (&drafted);
}

/* By the field of the lanes, whatever that is. */
static void
test_fields (void)
{
  Drafted drafted;
  EntenteTimeline *self;
  guint lane;

  open_timeline (&drafted);
  self = drafted.timeline;
  add_part (&drafted, get_actor (&drafted, 0), ENTENTE_ROLE_INITIATOR);
  g_object_set (self, "lanes", "group", NULL);
  entente_timeline_fixture_settle (&drafted.fixture);
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    lane = get_home (plan, 0)->lane;
    g_assert_cmpuint (lane, !=, ENTENTE_NO_INDEX);
    g_assert_cmpint (entente_lanes_get (self->lanes, lane)->id, ==, ENTENTE_GROUP_OFFER + 1);
  }
  g_object_set (self, "lanes", "track", NULL);
  entente_timeline_fixture_settle (&drafted.fixture);
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    lane = get_home (plan, 0)->lane;
    g_assert_true (lane == ENTENTE_NO_INDEX ||
                   entente_lanes_get (self->lanes, lane)->kind == ENTENTE_LANE_WITHOUT);
  }
  close_timeline (&drafted);
}

static void
test_dates (void)
{
  Drafted drafted;
  EntenteDate *when;

  open_timeline (&drafted);
  add_part (&drafted, get_actor (&drafted, 0), ENTENTE_ROLE_INITIATOR);
  when = entente_date_with_reading (drafted.event->when, "2017-07", "the July of last year", 2);
  entente_date_unref (drafted.event->when);
  drafted.event->when = when;
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    g_assert_cmpuint (plan->readings->len, ==, 2);
    g_assert_false (plan->is_open);
    g_assert_cmpstr (g_array_index (plan->readings, EntenteTimelineReading, 0).words,
                     ==,
                     "July 2018");
    g_assert_cmpstr (g_array_index (plan->readings, EntenteTimelineReading, 1).words,
                     ==,
                     "July 2017");
  }
  set_when (&drafted, "[2017-07,2018-07]");
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    g_assert_cmpuint (plan->readings->len, ==, 2);
    g_assert_true (plan->is_open);
  }
  set_when (&drafted, "");
  {
    g_autoptr (EntenteTimelinePlan) plan = show (&drafted);

    g_assert_cmpuint (plan->readings->len, ==, 0);
  }
  entente_probe_linger (100); /* it is drawn on the shelf */
  close_timeline (&drafted);
}

/* From the form to the timeline, at each change, and gone with the form. */
static void
test_form (void)
{
  EntenteTimelineFixture fixture;
  GtkWidget *window, *form;
  g_autoptr (EntentePassage) passage = NULL;
  const EntenteEvent *event;
  EntenteEventDraft *draft;

  entente_timeline_fixture_init (&fixture);
  draft = entente_session_get_draft (fixture.sample->session);
  passage =
    entente_sample_create_passage (fixture.sample, "the invitation was delivered in August");
  form = entente_event_form_new (fixture.sample->session,
                                 entente_sample_get_article (fixture.sample),
                                 passage);
  g_assert_null (entente_event_draft_get_event (draft));
  window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (window), form);
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_wait (entente_event_draft_get_event (draft) != NULL &&
                      entente_event_form_is_read (ENTENTE_EVENT_FORM (form)));
  event = entente_event_draft_get_event (draft);
  g_assert_cmpstr (event->when->edtf, ==, "2018-08");
  {
    g_autoptr (EntenteTimelinePlan) plan = entente_timeline_plan_find (fixture.timeline);
    g_autoptr (EntenteDate) september = entente_date_parse ("2018-09", NULL);

    g_assert_cmpstr (g_array_index (plan->readings, EntenteTimelineReading, 0).words,
                     ==,
                     "August 2018");
    entente_event_form_propose_date (ENTENTE_EVENT_FORM (form), september);
  }
  g_assert_cmpstr (entente_event_draft_get_event (draft)->when->edtf, ==, "2018-09");
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (entente_event_draft_get_event (draft));
  g_assert_null (entente_timeline_plan_find (fixture.timeline));
  entente_timeline_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-plan/lane", test_lane);
  g_test_add_func ("/timeline-plan/member", test_member);
  g_test_add_func ("/timeline-plan/new-actor", test_new_actor);
  g_test_add_func ("/timeline-plan/fields", test_fields);
  g_test_add_func ("/timeline-plan/dates", test_dates);
  g_test_add_func ("/timeline-plan/form", test_form);
  return g_test_run ();
}
