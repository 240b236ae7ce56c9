/* Evidence, status and answers: a table of cases each. */
#include "config.h"

#include "entente-derive.h"

#include <glib.h>

#define DAY(n)                                                                                     \
  {                                                                                                \
    (n), (n) + 1, (n), (n) + 1                                                                     \
  }

/* ---- evidence ---- */

typedef struct {
  const char *what;
  EntenteEvidence expected;
  EntenteDeriveClaim claims[5];
  guint n;
} EvidenceCase;

#define SAYS(stance_, origin_, speaker_)                                                           \
  {                                                                                                \
    .stance = ENTENTE_STANCE_##stance_, .origin = origin_, .speaker = speaker_                     \
  }
#define HEDGED(stance_, origin_)                                                                   \
  {                                                                                                \
    .stance = ENTENTE_STANCE_##stance_, .origin = origin_, .hedge = ENTENTE_HEDGE_REPORTEDLY       \
  }
#define PARTY(stance_, origin_)                                                                    \
  {                                                                                                \
    .stance = ENTENTE_STANCE_##stance_, .origin = origin_, .speaker = 7, .is_party = TRUE          \
  }

static const EvidenceCase evidence_cases[] = {
  { "nothing", ENTENTE_EVIDENCE_NONE, { { 0 } }, 0 },
  { "one report", ENTENTE_EVIDENCE_SINGLE, { SAYS (ASSERTS, 0, 0) }, 1 },
  { "a hedged report", ENTENTE_EVIDENCE_NONE, { HEDGED (ASSERTS, 0) }, 1 },
  { "a prediction and a promise",
    ENTENTE_EVIDENCE_NONE,
    { SAYS (PREDICTS, 0, 0), SAYS (PROMISES, 1, 0) },
    2 },
  { "no comment", ENTENTE_EVIDENCE_NONE, { SAYS (DECLINES_COMMENT, 0, 1) }, 1 },
  { "one report, neither confirmed nor denied",
    ENTENTE_EVIDENCE_SINGLE,
    { SAYS (ASSERTS, 0, 0), SAYS (NEITHER, 1, 1) },
    2 },
  { "a reprint", ENTENTE_EVIDENCE_SAME_ORIGIN, { SAYS (ASSERTS, 0, 0), SAYS (ASSERTS, 0, 0) }, 2 },
  { "two origins",
    ENTENTE_EVIDENCE_CORROBORATED,
    { SAYS (ASSERTS, 0, 0), SAYS (ASSERTS, 1, 0) },
    2 },
  { "two origins that name others",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .who = 1 }, { .origin = 1, .who = 2 } },
    2 },
  { "two origins of which one names more",
    ENTENTE_EVIDENCE_CORROBORATED,
    { { .origin = 0, .who = 1 }, { .origin = 1, .who = 3 } },
    2 },
  { "two origins of which one names nobody",
    ENTENTE_EVIDENCE_CORROBORATED,
    { { .origin = 0, .to = 1 }, { .origin = 1 } },
    2 },
  { "two origins that name other addressees",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .who = 1, .to = 4 }, { .origin = 1, .who = 1, .to = 8 } },
    2 },
  { "two origins that name other places",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .place = 1 }, { .origin = 1, .place = 2 } },
    2 },
  { "two origins, one hedged",
    ENTENTE_EVIDENCE_SINGLE,
    { SAYS (ASSERTS, 0, 0), HEDGED (ASSERTS, 1) },
    2 },
  { "a stranger confirms",
    ENTENTE_EVIDENCE_CORROBORATED,
    { SAYS (ASSERTS, 0, 0), SAYS (CONFIRMS, 1, 5) },
    2 },
  { "a party confirms",
    ENTENTE_EVIDENCE_CONFIRMED,
    { SAYS (ASSERTS, 0, 0), PARTY (CONFIRMS, 0) },
    2 },
  { "a party says so itself", ENTENTE_EVIDENCE_SINGLE, { PARTY (ASSERTS, 0) }, 1 },
  { "a denial alone", ENTENTE_EVIDENCE_DENIED, { SAYS (DENIES, 0, 3) }, 1 },
  { "one report and a denial",
    ENTENTE_EVIDENCE_DENIED,
    { SAYS (ASSERTS, 0, 0), SAYS (DENIES, 0, 3) },
    2 },
  { "one report and its reprint and a denial",
    ENTENTE_EVIDENCE_DENIED,
    { SAYS (ASSERTS, 0, 0), SAYS (ASSERTS, 0, 0), SAYS (DENIES, 1, 3) },
    3 },
  { "a hedged denial", ENTENTE_EVIDENCE_SINGLE, { SAYS (ASSERTS, 0, 0), HEDGED (DENIES, 1) }, 2 },
  { "two reports and a denial",
    ENTENTE_EVIDENCE_CONTESTED,
    { SAYS (ASSERTS, 0, 0), SAYS (ASSERTS, 1, 0), SAYS (DENIES, 2, 3) },
    3 },
  { "confirmed by a party and denied",
    ENTENTE_EVIDENCE_CONTESTED,
    { SAYS (ASSERTS, 0, 0), PARTY (CONFIRMS, 1), SAYS (DENIES, 2, 3) },
    3 },
  { "retracted", ENTENTE_EVIDENCE_WITHDRAWN, { SAYS (ASSERTS, 0, 4), SAYS (RETRACTS, 1, 4) }, 2 },
  { "retracted by another, who never said it",
    ENTENTE_EVIDENCE_SINGLE,
    { SAYS (ASSERTS, 0, 4), SAYS (RETRACTS, 1, 5) },
    2 },
  { "retracted, but another says it",
    ENTENTE_EVIDENCE_SINGLE,
    { SAYS (ASSERTS, 0, 4), SAYS (RETRACTS, 1, 4), SAYS (ASSERTS, 2, 5) },
    3 },
  { "retracted and denied",
    ENTENTE_EVIDENCE_WITHDRAWN,
    { SAYS (ASSERTS, 0, 4), SAYS (RETRACTS, 1, 4), SAYS (DENIES, 2, 5) },
    3 },
  { "retracted by the paper that had it",
    ENTENTE_EVIDENCE_WITHDRAWN,
    { SAYS (ASSERTS, 0, 0), SAYS (RETRACTS, 0, 0) },
    2 },
  { "two dates that exclude each other",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .has_claimed = TRUE, .claimed = DAY (5) },
      { .origin = 1, .has_claimed = TRUE, .claimed = DAY (6) } },
    2 },
  { "two dates that do not",
    ENTENTE_EVIDENCE_CORROBORATED,
    { { .origin = 0, .has_claimed = TRUE, .claimed = { 5, 9, 5, 9 } },
      { .origin = 1, .has_claimed = TRUE, .claimed = DAY (6) } },
    2 },
  { "two kinds",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .claimed_kind = "offer" }, { .origin = 1, .claimed_kind = "demand" } },
    2 },
  { "two numbers",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .claimed_text = "300" }, { .origin = 1, .claimed_text = "200" } },
    2 },
  { "one voice that is of two minds",
    ENTENTE_EVIDENCE_CORROBORATED,
    { { .origin = 0, .speaker = 3, .claimed_text = "300" },
      { .origin = 1, .speaker = 3, .claimed_text = "200" } },
    2 },
  { "two voices in one article",
    ENTENTE_EVIDENCE_CONTESTED,
    { { .origin = 0, .speaker = 3, .claimed_text = "300" },
      { .origin = 0, .speaker = 4, .claimed_text = "200" } },
    2 },
  { "one corrected itself to what the other says",
    ENTENTE_EVIDENCE_CORROBORATED,
    { { .origin = 0, .speaker = 3, .claimed_text = "300" },
      { .origin = 0, .speaker = 3, .claimed_text = "200", .stance = ENTENTE_STANCE_CORRECTS },
      { .origin = 1, .speaker = 4, .claimed_text = "200" } },
    3 },
  { "a hedged value excludes nothing",
    ENTENTE_EVIDENCE_SINGLE,
    { { .origin = 0, .claimed_text = "300", .hedge = ENTENTE_HEDGE_MAY },
      { .origin = 1, .claimed_text = "200" } },
    2 },
};

static void
test_evidence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (evidence_cases); i++) {
    const EvidenceCase *c = &evidence_cases[i];

    g_test_message ("%s", c->what);
    g_assert_cmpstr (
      entente_enum_nick (ENTENTE_ENUM_EVIDENCE, (int) entente_derive_evidence (c->claims, c->n)),
      ==,
      entente_enum_nick (ENTENTE_ENUM_EVIDENCE, (int) c->expected));
  }
}

/* The order in which claims stand means nothing. */
static void
test_evidence_in_any_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (evidence_cases); i++) {
    EvidenceCase c = evidence_cases[i];

    for (guint k = 0; k < 20 && c.n > 1; k++) {
      guint a = (guint) g_test_rand_int_range (0, (gint32) c.n);
      EntenteDeriveClaim moved = c.claims[a];

      c.claims[a] = c.claims[0];
      c.claims[0] = moved;
      g_assert_cmpint (entente_derive_evidence (c.claims, c.n), ==, c.expected);
    }
  }
}

/* ---- status ---- */

typedef struct {
  const char *kind;
  EntenteMode mode;
  guint8 links[4];
  guint n;
  gint64 latest_end;
  EntenteStatus expected;
} StatusCase;

#define TODAY 100

static const StatusCase status_cases[] = {
  { "talks", ENTENTE_MODE_FACTUAL, { 0 }, 0, 50, ENTENTE_STATUS_NONE },
  { "talks", ENTENTE_MODE_ANNOUNCED, { 0 }, 0, 150, ENTENTE_STATUS_SCHEDULED },
  { "talks", ENTENTE_MODE_ANNOUNCED, { 0 }, 0, ENTENTE_TIME_MAX, ENTENTE_STATUS_PROPOSED },
  { "talks", ENTENTE_MODE_CONDITIONAL, { 0 }, 0, 150, ENTENTE_STATUS_PROPOSED },
  { "talks", ENTENTE_MODE_ANNOUNCED, { 0 }, 0, 100, ENTENTE_STATUS_NO_WORD },
  { "talks", ENTENTE_MODE_CONDITIONAL, { 0 }, 0, 50, ENTENTE_STATUS_NO_WORD },
  { "talks", ENTENTE_MODE_CONDITIONAL, { ENTENTE_LINK_ACCEPTS }, 1, 150, ENTENTE_STATUS_SCHEDULED },
  { "talks", ENTENTE_MODE_ANNOUNCED, { ENTENTE_LINK_POSTPONES }, 1, 50, ENTENTE_STATUS_POSTPONED },
  { "talks",
    ENTENTE_MODE_ANNOUNCED,
    { ENTENTE_LINK_POSTPONES, ENTENTE_LINK_RESCHEDULES },
    2,
    150,
    ENTENTE_STATUS_SCHEDULED },
  { "talks",
    ENTENTE_MODE_ANNOUNCED,
    { ENTENTE_LINK_RESCHEDULES, ENTENTE_LINK_POSTPONES },
    2,
    150,
    ENTENTE_STATUS_POSTPONED },
  { "talks", ENTENTE_MODE_ANNOUNCED, { ENTENTE_LINK_CANCELS }, 1, 150, ENTENTE_STATUS_CANCELLED },
  { "talks",
    ENTENTE_MODE_ANNOUNCED,
    { ENTENTE_LINK_POSTPONES, ENTENTE_LINK_IMPLEMENTS },
    2,
    50,
    ENTENTE_STATUS_HELD },
  { "invitation",
    ENTENTE_MODE_FACTUAL,
    { ENTENTE_LINK_ACCEPTS, ENTENTE_LINK_POSTPONES },
    2,
    50,
    ENTENTE_STATUS_POSTPONED },
  { "invitation", ENTENTE_MODE_FACTUAL, { ENTENTE_LINK_ACCEPTS }, 1, 50, ENTENTE_STATUS_NONE },
  { "invitation",
    ENTENTE_MODE_FACTUAL,
    { ENTENTE_LINK_RESCHEDULES },
    1,
    50,
    ENTENTE_STATUS_SCHEDULED },
  { "agreement", ENTENTE_MODE_FACTUAL, { ENTENTE_LINK_IMPLEMENTS }, 1, 50, ENTENTE_STATUS_NONE },
  { "statement", ENTENTE_MODE_ANNOUNCED, { 0 }, 0, 150, ENTENTE_STATUS_NONE },
  { "postponement", ENTENTE_MODE_ANNOUNCED, { 0 }, 0, 150, ENTENTE_STATUS_NONE },
};

static void
test_status (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_cases); i++) {
    const StatusCase *c = &status_cases[i];
    EntenteStatus status = entente_derive_status (entente_kind_find (c->kind),
                                                  c->mode,
                                                  c->links,
                                                  c->n,
                                                  c->latest_end,
                                                  TODAY);

    g_test_message ("case %u", i);
    g_assert_cmpint (status, ==, c->expected);
  }
}

/* ---- answers ---- */

static void
test_answered (void)
{
  const EntenteKind *invitation = entente_kind_find ("invitation");
  const EntenteKind *talks = entente_kind_find ("talks");

  g_assert_cmpint (entente_derive_answered (invitation, NULL, 0), ==, ENTENTE_ANSWERED_NO);
  g_assert_cmpint (entente_derive_answered (talks, NULL, 0), ==, ENTENTE_ANSWERED_NOT_EXPECTED);
  for (guint8 type = 0; type <= ENTENTE_LINK_PART_OF; type++) {
    gboolean answers = type <= ENTENTE_LINK_DECLINES_TO_ANSWER;

    g_assert_cmpint (entente_derive_answered (invitation, &type, 1),
                     ==,
                     answers ? ENTENTE_ANSWERED_YES : ENTENTE_ANSWERED_NO);
    g_assert_cmpint (entente_derive_answered (talks, &type, 1), ==, ENTENTE_ANSWERED_NOT_EXPECTED);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derive/evidence", test_evidence);
  g_test_add_func ("/derive/evidence/order", test_evidence_in_any_order);
  g_test_add_func ("/derive/status", test_status);
  g_test_add_func ("/derive/answered", test_answered);
  return g_test_run ();
}
