/* What a chronicle feeds to the judgement of evidence: origins, parties, links that are claims. */
#include "config.h"

#include "entente-chronicle.h"

#include <glib.h>

/* Actors 1 United States, 2 Taleban, 3 Russia; 4 belongs to 1; 20, 21, 22 are articles, 21
 * reprints 20. */
static EntenteChronicleBuilder *
begin (void)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

  for (guint i = 1; i <= 4; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i;
    actor->name = g_strdup_printf ("%u", i);
    sink->actor (builder, actor);
  }
  affiliation->record.id = 9;
  affiliation->actor = 4;
  affiliation->parent = 1;
  sink->affiliation (builder, affiliation);
  for (guint i = 20; i <= 22; i++) {
    g_autoptr (EntenteArticle) article = entente_article_new ();

    article->record.id = i;
    article->origin = i == 21 ? 20 : ENTENTE_ID_NONE;
    sink->article (builder, article);
  }
  return builder;
}

static void
add_event (EntenteChronicleBuilder *builder, EntenteId id, EntenteId from, EntenteId to)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteEventRow row = { .id = id, .points = { id, id, id, id }, .form = ENTENTE_DATE_POINT };
  EntenteParticipationRow parts[] = {
    { .event = id, .actor = from, .role = ENTENTE_ROLE_INITIATOR },
    { .event = id, .actor = to, .role = ENTENTE_ROLE_ADDRESSEE },
  };

  sink->event (builder, &row);
  sink->participation (builder, &parts[0]);
  sink->participation (builder, &parts[1]);
}

static void
add_claim (EntenteChronicleBuilder *builder,
           EntenteId id,
           EntenteStance stance,
           EntenteId article,
           EntenteId speaker,
           const char *outlet_name)
{
  EntenteClaimRow row = { .id = id,
                          .event = 100,
                          .article = article,
                          .speaker = speaker,
                          .stance = (guint8) stance,
                          .outlet_name = outlet_name };

  entente_chronicle_builder_get_sink ()->claim (builder, &row);
}

static void
add_link (EntenteChronicleBuilder *builder, EntenteId id, EntenteId from, EntenteLinkType type)
{
  EntenteLinkRow row = { .id = id, .from = from, .to = 100, .type = (guint8) type };

  entente_chronicle_builder_get_sink ()->link (builder, &row);
}

static void
assert_evidence (EntenteChronicleBuilder *builder, EntenteEvidence expected)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_builder_build (builder, 0);
  guint row = entente_chronicle_find_row (chronicle, 100);

  g_assert_cmpint (entente_chronicle_get_evidence (chronicle, row), ==, expected);
}

static void
test_reprints (void)
{
  EntenteChronicleBuilder *reprint = begin ();
  EntenteChronicleBuilder *two = begin ();

  add_event (reprint, 100, 1, 2);
  add_claim (reprint, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, NULL);
  add_claim (reprint, 1001, ENTENTE_STANCE_ASSERTS, 21, 0, NULL);
  assert_evidence (reprint, ENTENTE_EVIDENCE_SAME_ORIGIN);
  add_event (two, 100, 1, 2);
  add_claim (two, 1000, ENTENTE_STANCE_ASSERTS, 21, 0, NULL);
  add_claim (two, 1001, ENTENTE_STANCE_ASSERTS, 22, 0, NULL);
  assert_evidence (two, ENTENTE_EVIDENCE_CORROBORATED);
}

static void
test_outlets_without_article (void)
{
  EntenteChronicleBuilder *same = begin ();
  EntenteChronicleBuilder *two = begin ();
  EntenteChronicleBuilder *unknown = begin ();

  add_event (same, 100, 1, 2);
  add_claim (same, 1000, ENTENTE_STANCE_ASSERTS, 0, 0, "Gazette");
  add_claim (same, 1001, ENTENTE_STANCE_ASSERTS, 0, 0, "Gazette");
  assert_evidence (same, ENTENTE_EVIDENCE_SAME_ORIGIN);
  add_event (two, 100, 1, 2);
  add_claim (two, 1000, ENTENTE_STANCE_ASSERTS, 0, 0, "Gazette");
  add_claim (two, 1001, ENTENTE_STANCE_ASSERTS, 0, 0, "Courier");
  assert_evidence (two, ENTENTE_EVIDENCE_CORROBORATED);
  add_event (unknown, 100, 1, 2);
  add_claim (unknown, 1000, ENTENTE_STANCE_ASSERTS, 0, 0, NULL);
  add_claim (unknown, 1001, ENTENTE_STANCE_ASSERTS, 0, 0, NULL);
  assert_evidence (unknown, ENTENTE_EVIDENCE_SAME_ORIGIN);
}

/* One article that relays two outlets has two origins. */
static void
test_outlets_in_one_article (void)
{
  EntenteChronicleBuilder *same = begin ();
  EntenteChronicleBuilder *two = begin ();

  add_event (same, 100, 1, 2);
  add_claim (same, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, "Gazette");
  add_claim (same, 1001, ENTENTE_STANCE_ASSERTS, 22, 0, "Gazette");
  assert_evidence (same, ENTENTE_EVIDENCE_SAME_ORIGIN);
  add_event (two, 100, 1, 2);
  add_claim (two, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, "Gazette");
  add_claim (two, 1001, ENTENTE_STANCE_ASSERTS, 20, 0, "Courier");
  assert_evidence (two, ENTENTE_EVIDENCE_CORROBORATED);
}

static void
test_voice_without_source (void)
{
  EntenteChronicleBuilder *builder = begin ();

  add_event (builder, 100, 1, 2);
  add_claim (builder, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, NULL);
  add_claim (builder, 1001, ENTENTE_STANCE_ASSERTS, 0, 3, NULL);
  assert_evidence (builder, ENTENTE_EVIDENCE_SAME_ORIGIN);
}

static void
test_parties (void)
{
  static const struct {
    EntenteId speaker;
    EntenteEvidence expected;
  } cases[] = {
    { 1, ENTENTE_EVIDENCE_CONFIRMED },
    { 2, ENTENTE_EVIDENCE_CONFIRMED },
    { 3, ENTENTE_EVIDENCE_CORROBORATED },
    { 4, ENTENTE_EVIDENCE_CONFIRMED }, /* belongs to the initiator */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntenteChronicleBuilder *builder = begin ();

    add_event (builder, 100, 1, 2);
    add_claim (builder, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, NULL);
    add_claim (builder, 1001, ENTENTE_STANCE_CONFIRMS, 22, cases[i].speaker, NULL);
    assert_evidence (builder, cases[i].expected);
  }
}

static void
test_spokesman_of_a_party (void)
{
  EntenteChronicleBuilder *builder = begin ();
  EntenteParticipationRow spokesman = { .event = 100,
                                        .actor = 3,
                                        .role = ENTENTE_ROLE_SPOKESMAN,
                                        .speaks_for = 2 };

  add_event (builder, 100, 1, 2);
  entente_chronicle_builder_get_sink ()->participation (builder, &spokesman);
  add_claim (builder, 1000, ENTENTE_STANCE_CONFIRMS, 20, 3, NULL);
  assert_evidence (builder, ENTENTE_EVIDENCE_CONFIRMED);
}

/* A public denial or confirmation is the claim of whoever made it. */
static void
test_links_are_claims (void)
{
  EntenteChronicleBuilder *denied = begin ();
  EntenteChronicleBuilder *confirmed = begin ();
  EntenteChronicleBuilder *stranger = begin ();

  add_event (denied, 100, 1, 2);
  add_event (denied, 101, 3, 1);
  add_claim (denied, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, NULL);
  add_link (denied, 2000, 101, ENTENTE_LINK_DENIES);
  assert_evidence (denied, ENTENTE_EVIDENCE_DENIED);
  add_event (confirmed, 100, 1, 2);
  add_event (confirmed, 101, 2, 1);
  add_link (confirmed, 2000, 101, ENTENTE_LINK_CONFIRMS);
  assert_evidence (confirmed, ENTENTE_EVIDENCE_CONFIRMED);
  add_event (stranger, 100, 1, 2);
  add_event (stranger, 101, 3, 1);
  add_claim (stranger, 1000, ENTENTE_STANCE_ASSERTS, 20, 0, NULL);
  add_link (stranger, 2000, 101, ENTENTE_LINK_CONFIRMS);
  assert_evidence (stranger, ENTENTE_EVIDENCE_CORROBORATED);
}

static void
test_answered_by_link (void)
{
  EntenteChronicleBuilder *builder = begin ();
  g_autoptr (EntenteChronicle) chronicle = NULL;

  add_event (builder, 100, 1, 2); /* kind 0, an invitation, expects an answer */
  add_event (builder, 101, 2, 1);
  add_link (builder, 2000, 101, ENTENTE_LINK_REFUSES);
  chronicle = entente_chronicle_builder_build (builder, 0);
  g_assert_cmpint (entente_chronicle_get_answered (chronicle, 0), ==, ENTENTE_ANSWERED_YES);
  g_assert_cmpint (entente_chronicle_get_answered (chronicle, 1), ==, ENTENTE_ANSWERED_NO);
}

/* The newest word on a planned thing counts, whichever was entered first. */
static void
test_newest_link_wins (void)
{
  for (guint i = 0; i < 2; i++) {
    EntenteChronicleBuilder *builder = begin ();
    g_autoptr (EntenteChronicle) chronicle = NULL;

    add_event (builder, 100, 1, 2);
    add_event (builder, 101, 2, 1);
    add_event (builder, 102, 2, 1);
    add_link (builder, 2000, i == 0 ? 101 : 102, ENTENTE_LINK_POSTPONES);
    add_link (builder, 2001, i == 0 ? 102 : 101, ENTENTE_LINK_CANCELS);
    chronicle = entente_chronicle_builder_build (builder, 0);
    g_assert_cmpint (entente_chronicle_get_status (chronicle, 0),
                     ==,
                     i == 0 ? ENTENTE_STATUS_CANCELLED : ENTENTE_STATUS_POSTPONED);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chronicle-derive/reprints", test_reprints);
  g_test_add_func ("/chronicle-derive/outlets", test_outlets_without_article);
  g_test_add_func ("/chronicle-derive/outlets-in-one-article", test_outlets_in_one_article);
  g_test_add_func ("/chronicle-derive/voice-without-source", test_voice_without_source);
  g_test_add_func ("/chronicle-derive/parties", test_parties);
  g_test_add_func ("/chronicle-derive/spokesman", test_spokesman_of_a_party);
  g_test_add_func ("/chronicle-derive/links", test_links_are_claims);
  g_test_add_func ("/chronicle-derive/answered", test_answered_by_link);
  g_test_add_func ("/chronicle-derive/status", test_newest_link_wins);
  return g_test_run ();
}
