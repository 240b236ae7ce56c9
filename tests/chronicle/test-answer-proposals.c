/* Moves that may answer one that waits: what is proposed, in which order, why; and what never is.
 */
#include "config.h"

#include "entente-answer-proposals.h"
#include "entente-kind-answers.h"
#include "entente-random-study.h"
#include "entente-small-chronicle.h"

enum { NORTH = 1, SOUTH, ENVOY, EAST };

/* The envoy belongs to the South until the end of June 2018. */
static void
begin (EntenteSmallChronicle *self)
{
  small_begin (self, 101);
  small_add_actor (self, NORTH, "North");
  small_add_actor (self, SOUTH, "South");
  small_add_actor (self, ENVOY, "Envoy");
  small_add_actor (self, EAST, "East");
  small_add_affiliation (self, ENVOY, SOUTH, "2018-06-30");
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
  EntenteSmallChronicle self;
  EntenteId earlier, offer, statement, refusal, acceptance, late, wrong_side;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;
  EntenteChronicleBuilder *builder;

  begin (&self);
  earlier = small_add_event (&self, "refuse-offer", "2018-02-20", SOUTH, NORTH);
  offer = small_add_event (&self, "offer", "2018-03-01", NORTH, SOUTH);
  acceptance = small_add_event (&self, "accept-offer", "2018-05-01", SOUTH, NORTH);
  refusal = small_add_event (&self, "refuse-offer", "2018-04-01", SOUTH, ENTENTE_ID_NONE);
  statement = small_add_event (&self, "statement", "2018-03-02", SOUTH, NORTH);
  wrong_side = small_add_event (&self, "accept-offer", "2018-03-03", EAST, NORTH);
  late = small_add_event (&self, "accept-offer", "2019-06-01", SOUTH, NORTH);
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
  EntenteSmallChronicle self;
  EntenteId offer, early, late;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;
  guint n;
  const EntenteAnswerProposal *list;
  g_autofree char *reason = NULL;

  begin (&self);
  offer = small_add_event (&self, "offer", "2018-05-01", NORTH, SOUTH);
  early = small_add_event (&self, "accept-offer", "2018-06-01", ENVOY, NORTH);
  late = small_add_event (&self, "accept-offer", "2018-08-01", ENVOY, NORTH);
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
  EntenteSmallChronicle self;
  EntenteId offer, vague;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;
  const EntenteAnswerProposal *list;
  guint n;

  begin (&self);
  offer = small_add_event (&self, "offer", "2018-05-28", NORTH, SOUTH);
  vague = small_add_event (&self, "refuse-offer", "2018-05", SOUTH, NORTH);
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
  EntenteSmallChronicle self;
  EntenteId first, second, third, a, b, c;
  EntenteAnswerRefusal refusal;
  g_autoptr (GArray) refusals = g_array_new (FALSE, FALSE, sizeof (EntenteAnswerRefusal));
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (EntenteAnswerProposals) proposals = NULL;

  begin (&self);
  first = small_add_event (&self, "offer", "2018-03-01", NORTH, SOUTH);
  second = small_add_event (&self, "offer", "2018-03-02", NORTH, SOUTH);
  third = small_add_event (&self, "demand", "2018-03-03", NORTH, SOUTH);
  a = small_add_event (&self, "refuse-offer", "2018-03-05", SOUTH, NORTH);
  b = small_add_event (&self, "refuse-offer", "2018-03-06", SOUTH, NORTH);
  c = small_add_event (&self, "refuse-demand", "2018-03-07", SOUTH, NORTH);
  small_add_link (&self, a, first, ENTENTE_LINK_REFUSES);
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
