/* Moves that may answer one that waits: what is proposed, in which order, why; and what never is.
 */
#include "config.h"

#include "entente-answer-proposals.h"
#include "entente-kind-answers.h"
#include "entente-random-study.h"

enum { NORTH = 1, SOUTH, ENVOY, EAST };

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

/* The envoy belongs to the South until the end of June 2018. */
static void
begin (Builder *self)
{
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

  *self = (Builder){ entente_chronicle_builder_new (), 100 };
  add_actor (self, NORTH, "North");
  add_actor (self, SOUTH, "South");
  add_actor (self, ENVOY, "Envoy");
  add_actor (self, EAST, "East");
  affiliation->record.id = 50;
  affiliation->actor = ENVOY;
  affiliation->parent = SOUTH;
  affiliation->to = entente_date_parse ("2018-06-30", NULL);
  entente_chronicle_builder_get_sink ()->affiliation (self->builder, affiliation);
}

static void
add_part (Builder *self, EntenteId actor, EntenteRole role)
{
  EntenteParticipationRow row = { .event = self->last, .actor = actor, .role = (guint8) role };

  if (actor != ENTENTE_ID_NONE)
    entente_chronicle_builder_get_sink ()->participation (self->builder, &row);
}

/* An event of @from to @to (or none). Its id. */
static EntenteId
add_event (Builder *self, const char *kind, const char *when, EntenteId from, EntenteId to)
{
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = ++self->last;
  event->kind = g_strdup (kind);
  event->when = entente_date_parse (when, NULL);
  entente_event_get_row (event, &row);
  entente_chronicle_builder_get_sink ()->event (self->builder, &row);
  add_part (self, from, ENTENTE_ROLE_INITIATOR);
  add_part (self, to, ENTENTE_ROLE_ADDRESSEE);
  return self->last;
}

static void
add_link (Builder *self, EntenteId from, EntenteId to, EntenteLinkType type)
{
  EntenteLinkRow link = { .id = 900 + from, .from = from, .to = to, .type = (guint8) type };

  entente_chronicle_builder_get_sink ()->link (self->builder, &link);
}

/* The ids proposed for @move are these, up to a 0. */
static void
assert_proposed (const EntenteAnswerProposals *proposals, EntenteId move, const EntenteId *expected)
{
  EntenteChronicle *chronicle = entente_answer_proposals_get_chronicle (proposals);
  guint n, i;
  const EntenteAnswerProposal *list = entente_answer_proposals_get (proposals, move, &n);

  for (i = 0; i < n; i++)
    g_assert_cmpint (entente_chronicle_get_id (chronicle, list[i].answer), ==, expected[i]);
  g_assert_cmpint (expected[i], ==, 0);
}

static void
test_nearest_first (void)
{
  Builder self;
  EntenteId earlier, offer, statement, refusal, acceptance, late, wrong_side;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;
  EntenteChronicleBuilder *builder;

  begin (&self);
  earlier = add_event (&self, "refuse-offer", "2018-02-20", SOUTH, NORTH);
  offer = add_event (&self, "offer", "2018-03-01", NORTH, SOUTH);
  acceptance = add_event (&self, "accept-offer", "2018-05-01", SOUTH, NORTH);
  refusal = add_event (&self, "refuse-offer", "2018-04-01", SOUTH, ENTENTE_ID_NONE);
  statement = add_event (&self, "statement", "2018-03-02", SOUTH, NORTH);
  wrong_side = add_event (&self, "accept-offer", "2018-03-03", EAST, NORTH);
  late = add_event (&self, "accept-offer", "2019-06-01", SOUTH, NORTH);
  builder = self.builder;
  chronicle = entente_chronicle_builder_build (builder, ENTENTE_TIME_MAX);
  proposals = entente_answer_proposals_new (chronicle, NULL, NULL);
  assert_proposed (proposals, offer, (EntenteId[]){ refusal, acceptance, 0 });
  assert_proposed (proposals, earlier, (EntenteId[]){ 0 });
  assert_proposed (proposals, statement, (EntenteId[]){ 0 });
  assert_proposed (proposals, wrong_side, (EntenteId[]){ 0 });
  assert_proposed (proposals, late, (EntenteId[]){ 0 });
  g_assert_cmpuint (entente_answer_proposals_count (proposals, NULL), ==, 1);
}

/* Members answer for their body while they belong to it. */
static void
test_members_at_the_date (void)
{
  Builder self;
  EntenteId offer, early, late;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;
  guint n;
  const EntenteAnswerProposal *list;
  g_autofree char *reason = NULL;

  begin (&self);
  offer = add_event (&self, "offer", "2018-05-01", NORTH, SOUTH);
  early = add_event (&self, "accept-offer", "2018-06-01", ENVOY, NORTH);
  late = add_event (&self, "accept-offer", "2018-08-01", ENVOY, NORTH);
  chronicle = entente_chronicle_builder_build (self.builder, ENTENTE_TIME_MAX);
  proposals = entente_answer_proposals_new (chronicle, NULL, NULL);
  g_assert_cmpint (late, !=, early);
  assert_proposed (proposals, offer, (EntenteId[]){ early, 0 });
  list = entente_answer_proposals_get (proposals, offer, &n);
  g_assert_cmpint (list[0].type, ==, ENTENTE_LINK_ACCEPTS);
  g_assert_true (list[0].surely_later);
  reason = entente_answer_proposal_format_reason (chronicle, &list[0]);
  g_assert_cmpstr (reason,
                   ==,
                   "its kind fits: acceptance of an offer · by Envoy, who stands for South, to "
                   "whom the move went · back to North · later");
}

/* A vague date may lie before and after; it says so. */
static void
test_possibly_later (void)
{
  Builder self;
  EntenteId offer, vague;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;
  const EntenteAnswerProposal *list;
  guint n;

  begin (&self);
  offer = add_event (&self, "offer", "2018-05-28", NORTH, SOUTH);
  vague = add_event (&self, "refuse-offer", "2018-05", SOUTH, NORTH);
  chronicle = entente_chronicle_builder_build (self.builder, ENTENTE_TIME_MAX);
  proposals = entente_answer_proposals_new (chronicle, NULL, NULL);
  assert_proposed (proposals, offer, (EntenteId[]){ vague, 0 });
  list = entente_answer_proposals_get (proposals, offer, &n);
  g_assert_false (list[0].surely_later);
}

/* What is answered waits no longer, what answers already is not proposed, and a refusal holds. */
static void
test_answered_and_refused (void)
{
  Builder self;
  EntenteId first, second, third, a, b, c;
  EntenteAnswerRefusal refusal;
  g_autoptr (GArray) refusals = g_array_new (FALSE, FALSE, sizeof (EntenteAnswerRefusal));
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;

  begin (&self);
  first = add_event (&self, "offer", "2018-03-01", NORTH, SOUTH);
  second = add_event (&self, "offer", "2018-03-02", NORTH, SOUTH);
  third = add_event (&self, "demand", "2018-03-03", NORTH, SOUTH);
  a = add_event (&self, "refuse-offer", "2018-03-05", SOUTH, NORTH);
  b = add_event (&self, "refuse-offer", "2018-03-06", SOUTH, NORTH);
  c = add_event (&self, "refuse-demand", "2018-03-07", SOUTH, NORTH);
  add_link (&self, a, first, ENTENTE_LINK_REFUSES);
  refusal = (EntenteAnswerRefusal){ third, c };
  g_array_append_val (refusals, refusal);
  chronicle = entente_chronicle_builder_build (self.builder, ENTENTE_TIME_MAX);
  proposals = entente_answer_proposals_new (chronicle, refusals, NULL);
  assert_proposed (proposals, first, (EntenteId[]){ 0 });
  assert_proposed (proposals, second, (EntenteId[]){ b, 0 });
  assert_proposed (proposals, third, (EntenteId[]){ 0 });
}

static void
test_cancelled (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (200, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);
  gboolean cancelled = TRUE;

  g_assert_null (entente_answer_proposals_new (chronicle, NULL, &cancelled));
}

/* ---- property ---- */

static void
check_proposal (EntenteChronicle *chronicle, const EntenteAnswerProposal *proposal)
{
  EntenteEventRow move, answer;
  EntenteLinkType type;

  entente_chronicle_get_row (chronicle, proposal->row, &move);
  entente_chronicle_get_row (chronicle, proposal->answer, &answer);
  g_assert_cmpint (entente_chronicle_get_answered (chronicle, proposal->row),
                   ==,
                   ENTENTE_ANSWERED_NO);
  /* Surely earlier: it began by the time at which the move can have begun at the earliest, and not
   * at the same. */
  g_assert_false (answer.points.latest_start < move.points.earliest_start);
  g_assert_true (!proposal->surely_later ||
                 answer.points.earliest_start >= move.points.latest_start);
  g_assert_true (entente_kind_may_answer (entente_chronicle_get_kind (chronicle, proposal->answer),
                                          entente_chronicle_get_kind (chronicle, proposal->row),
                                          &type));
  g_assert_cmpint (type, ==, proposal->type);
  g_assert_cmpuint (proposal->answer, !=, proposal->row);
}

/* Never one that is surely earlier, whatever the study is; and none again that was refused. */
static void
test_property (void)
{
  guint n_checked = 0;

  for (guint round = 0; round < 40; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (400, round % 2);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);
    g_autoptr (EntenteAnswerProposals) proposals =
      entente_answer_proposals_new (chronicle, NULL, NULL);
    g_autoptr (EntenteAnswerProposals) without = NULL;
    g_autoptr (GArray) refusals = g_array_new (FALSE, FALSE, sizeof (EntenteAnswerRefusal));

    for (guint row = 0; row < entente_chronicle_get_n_rows (chronicle); row++) {
      EntenteId move = entente_chronicle_get_id (chronicle, row);
      guint n;
      const EntenteAnswerProposal *list = entente_answer_proposals_get (proposals, move, &n);

      g_assert_cmpuint (n, <=, ENTENTE_ANSWER_PROPOSALS_MAX);
      for (guint i = 0; i < n; i++) {
        EntenteAnswerRefusal refusal = { move,
                                         entente_chronicle_get_id (chronicle, list[i].answer) };

        check_proposal (chronicle, &list[i]);
        if (i == 0)
          g_array_append_val (refusals, refusal);
        n_checked++;
      }
    }
    without = entente_answer_proposals_new (chronicle, refusals, NULL);
    for (guint i = 0; i < refusals->len; i++) {
      const EntenteAnswerRefusal *refusal = &g_array_index (refusals, EntenteAnswerRefusal, i);
      guint n;
      const EntenteAnswerProposal *list = entente_answer_proposals_get (without, refusal->move, &n);

      for (guint k = 0; k < n; k++)
        g_assert_cmpint (entente_chronicle_get_id (chronicle, list[k].answer), !=, refusal->answer);
    }
  }
  g_assert_cmpuint (n_checked, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer-proposals/nearest-first", test_nearest_first);
  g_test_add_func ("/answer-proposals/members-at-the-date", test_members_at_the_date);
  g_test_add_func ("/answer-proposals/possibly-later", test_possibly_later);
  g_test_add_func ("/answer-proposals/answered-and-refused", test_answered_and_refused);
  g_test_add_func ("/answer-proposals/cancelled", test_cancelled);
  g_test_add_func ("/answer-proposals/property", test_property);
  return g_test_run ();
}
