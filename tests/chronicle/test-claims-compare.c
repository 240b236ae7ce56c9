/* Claims side by side: values grouped, agreement and conflict told in words. */
#include "config.h"

#include "entente-claims-compare.h"

#include <string.h>

static EntenteEventDetail *
new_detail (void)
{
  EntenteEventDetail *detail = entente_event_detail_new ();

  detail->event = entente_event_new ();
  detail->event->kind = g_strdup ("talks");
  detail->event->when = entente_date_parse ("2018-08-22", NULL);
  return detail;
}

static EntenteClaim *
add_claim (EntenteEventDetail *detail, const char *outlet, EntenteStance stance)
{
  EntenteClaim *claim = entente_claim_new ();

  claim->outlet_name = g_strdup (outlet);
  claim->stance = stance;
  g_ptr_array_add (detail->claims, claim);
  g_ptr_array_add (detail->articles, NULL);
  g_ptr_array_add (detail->passages, NULL);
  g_ptr_array_add (detail->footnotes, NULL);
  return claim;
}

static GPtrArray *
compare (const EntenteEventDetail *detail)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();

  return entente_claims_compare (chronicle, detail);
}

static const EntenteClaimsField *
find (const GPtrArray *fields, EntenteClaimsFieldId id)
{
  for (guint i = 0; i < fields->len; i++)
    if (((EntenteClaimsField *) fields->pdata[i])->id == id)
      return fields->pdata[i];
  return NULL;
}

static void
check_words (const EntenteClaimsField *field, const char *sign, const char *expected)
{
  g_autofree char *words = entente_claims_field_describe (field);

  g_assert_cmpstr (words, ==, expected);
  g_assert_cmpstr (entente_claims_relation_get_sign (field->relation), ==, sign);
}

static void
test_agree (void)
{
  g_autoptr (EntenteEventDetail) detail = new_detail ();
  g_autoptr (GPtrArray) fields = NULL;

  add_claim (detail, "Reuters", ENTENTE_STANCE_ASSERTS);
  add_claim (detail, "TASS", ENTENTE_STANCE_ASSERTS);
  fields = compare (detail);
  check_words (find (fields, ENTENTE_CLAIMS_DATE), "=", "all agree");
  check_words (find (fields, ENTENTE_CLAIMS_STANCE), "=", "all agree");
  check_words (find (fields, ENTENTE_CLAIMS_OUTLET), "≈", "2 outlets");
  g_assert_null (find (fields, ENTENTE_CLAIMS_HEDGE));
  g_assert_null (find (fields, ENTENTE_CLAIMS_SPEAKER));
  g_assert_null (find (fields, ENTENTE_CLAIMS_NAMING));
}

static void
test_dates (void)
{
  g_autoptr (EntenteEventDetail) detail = new_detail ();
  g_autoptr (GPtrArray) overlapping = NULL;
  g_autoptr (GPtrArray) hedged = NULL;
  g_autoptr (GPtrArray) excluding = NULL;
  EntenteClaim *claim;
  const EntenteClaimsField *field;

  add_claim (detail, "Reuters", ENTENTE_STANCE_ASSERTS);
  add_claim (detail, "TASS", ENTENTE_STANCE_ASSERTS)->claimed_when =
    entente_date_parse ("2018-08", NULL);
  overlapping = compare (detail);
  check_words (find (overlapping, ENTENTE_CLAIMS_DATE), "≈", "dates differ and overlap");
  claim = add_claim (detail, "Interfax", ENTENTE_STANCE_ASSERTS);
  claim->claimed_when = entente_date_parse ("2018-09-03", NULL);
  claim->hedge = ENTENTE_HEDGE_REPORTEDLY;
  hedged = compare (detail);
  check_words (find (hedged, ENTENTE_CLAIMS_DATE), "≈", "dates differ and overlap");
  claim->hedge = ENTENTE_HEDGE_NONE;
  excluding = compare (detail);
  field = find (excluding, ENTENTE_CLAIMS_DATE);
  check_words (field, "≠", "dates exclude each other");
  g_assert_cmpuint (field->values->len, ==, 3);
  g_assert_true (((EntenteClaimsValue *) field->values->pdata[0])->is_of_event);
  g_assert_cmpuint (((EntenteClaimsValue *) field->values->pdata[2])->claims->len, ==, 1);
}

static void
test_denied (void)
{
  g_autoptr (EntenteEventDetail) detail = new_detail ();
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) hedged = NULL;
  EntenteClaim *denial;

  add_claim (detail, "Reuters", ENTENTE_STANCE_ASSERTS);
  denial = add_claim (detail, "TASS", ENTENTE_STANCE_DENIES);
  denial->speaker_class = g_strdup ("a spokesman");
  fields = compare (detail);
  check_words (find (fields, ENTENTE_CLAIMS_STANCE), "≠", "some say so, some deny it");
  check_words (find (fields, ENTENTE_CLAIMS_SPEAKER), "=", "all agree");
  g_assert_nonnull (find (fields, ENTENTE_CLAIMS_NAMING));
  denial->hedge = ENTENTE_HEDGE_ALLEGEDLY;
  hedged = compare (detail);
  check_words (find (hedged, ENTENTE_CLAIMS_STANCE), "≈", "they vary");
  check_words (find (hedged, ENTENTE_CLAIMS_HEDGE), "≈", "they vary");
}

static void
test_kind (void)
{
  g_autoptr (EntenteEventDetail) detail = new_detail ();
  g_autoptr (GPtrArray) fields = NULL;
  EntenteClaim *claim = add_claim (detail, "Reuters", ENTENTE_STANCE_ASSERTS);

  claim->claimed_kind = g_strdup ("visit");
  claim->claimed_text = g_strdup ("twelve took part");
  fields = compare (detail);
  check_words (find (fields, ENTENTE_CLAIMS_KIND), "≠", "values exclude each other");
  g_assert_nonnull (find (fields, ENTENTE_CLAIMS_OTHER));
}

static void
test_voices (void)
{
  g_autoptr (EntenteEventDetail) detail = new_detail ();
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;

  add_claim (detail, "Reuters", ENTENTE_STANCE_ASSERTS)->speaker_class = g_strdup ("an official");
  add_claim (detail, NULL, ENTENTE_STANCE_ASSERTS);
  both = entente_claims_describe_voice (chronicle, detail, 0);
  none = entente_claims_describe_voice (chronicle, detail, 1);
  g_assert_cmpstr (both, ==, "an official · Reuters");
  g_assert_cmpstr (none, ==, "Unknown voice");
}

/* ---- who and where ---- */

static GArray *
make_ids (EntenteId id)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  g_array_append_val (ids, id);
  return ids;
}

static void
pour_actor (EntenteChronicleBuilder *builder, EntenteId id, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = id;
  actor->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
pour_place (EntenteChronicleBuilder *builder, EntenteId id, EntenteId parent, const char *name)
{
  g_autoptr (EntentePlace) place = entente_place_new ();

  place->record.id = id;
  place->parent = parent;
  place->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->place (builder, place);
}

/* Norway (1), its envoy (2), Kenya (3); Oslo (5) in Scandinavia (4), Lima (6). */
static void
pour_registry (EntenteChronicleBuilder *builder)
{
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

  pour_actor (builder, 1, "Norway");
  pour_actor (builder, 2, "The envoy");
  pour_actor (builder, 3, "Kenya");
  affiliation->record.id = 7;
  affiliation->actor = 2;
  affiliation->parent = 1;
  entente_chronicle_builder_get_sink ()->affiliation (builder, affiliation);
  pour_place (builder, 4, 0, "Scandinavia");
  pour_place (builder, 5, 4, "Oslo");
  pour_place (builder, 6, 0, "Lima");
}

static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  pour_registry (builder);
  return entente_chronicle_builder_build (builder, 0);
}

static EntenteEventDetail *
new_detail_by (EntenteId actor, EntenteId place)
{
  EntenteEventDetail *detail = new_detail ();
  EntenteParticipation *part = entente_participation_new ();

  part->actor = actor;
  part->role = ENTENTE_ROLE_INITIATOR;
  g_ptr_array_add (detail->participations, part);
  detail->event->place = place;
  return detail;
}

static void
assert_relation (const EntenteChronicle *chronicle,
                 const EntenteEventDetail *detail,
                 EntenteClaimsFieldId id,
                 EntenteClaimsRelation relation,
                 guint n_values)
{
  g_autoptr (GPtrArray) fields = entente_claims_compare (chronicle, detail);
  const EntenteClaimsField *field = find (fields, id);

  g_assert_nonnull (field);
  g_assert_cmpint (field->relation, ==, relation);
  g_assert_cmpuint (field->values->len, ==, n_values);
}

/* A member of who acted excludes nobody; somebody else does, unless it is hedged. */
static void
test_who (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteEventDetail) detail = new_detail_by (1, 0);
  EntenteClaim *claim;

  add_claim (detail, "One", ENTENTE_STANCE_ASSERTS);
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_WHO, ENTENTE_CLAIMS_AGREE, 1);
  claim = add_claim (detail, "Two", ENTENTE_STANCE_ASSERTS);
  claim->claimed_who = make_ids (2);
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_WHO, ENTENTE_CLAIMS_VARY, 2);
  claim = add_claim (detail, "Three", ENTENTE_STANCE_ASSERTS);
  claim->claimed_who = make_ids (3);
  claim->hedge = ENTENTE_HEDGE_RUMOURED;
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_WHO, ENTENTE_CLAIMS_VARY, 3);
  claim->hedge = ENTENTE_HEDGE_NONE;
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_WHO, ENTENTE_CLAIMS_CONFLICT, 3);
}

/* Nobody is told in the event, and one claim knows. */
static void
test_to (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteEventDetail) detail = new_detail_by (1, 0);
  g_autoptr (GPtrArray) fields = NULL;

  add_claim (detail, "One", ENTENTE_STANCE_ASSERTS);
  fields = entente_claims_compare (chronicle, detail);
  g_assert_null (find (fields, ENTENTE_CLAIMS_TO));
  g_assert_null (find (fields, ENTENTE_CLAIMS_PLACE));
  add_claim (detail, "Two", ENTENTE_STANCE_ASSERTS)->claimed_to = make_ids (3);
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_TO, ENTENTE_CLAIMS_VARY, 2);
}

static void
test_place (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteEventDetail) detail = new_detail_by (1, 4);

  add_claim (detail, "One", ENTENTE_STANCE_ASSERTS)->claimed_place = 5;
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_PLACE, ENTENTE_CLAIMS_VARY, 2);
  add_claim (detail, "Two", ENTENTE_STANCE_ASSERTS)->claimed_place = 6;
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_PLACE, ENTENTE_CLAIMS_CONFLICT, 3);
}

/* ---- beside the evidence ---- */

/* What else is claimed: two texts exclude each other, unless one is hedged. */
static void
test_others (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteEventDetail) detail = new_detail_by (1, 0);
  EntenteClaim *claim = add_claim (detail, "One", ENTENTE_STANCE_ASSERTS);

  claim->claimed_text = g_strdup ("twelve took part");
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_OTHER, ENTENTE_CLAIMS_AGREE, 1);
  claim = add_claim (detail, "Two", ENTENTE_STANCE_ASSERTS);
  claim->claimed_text = g_strdup ("twenty took part");
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_OTHER, ENTENTE_CLAIMS_CONFLICT, 2);
  claim->hedge = ENTENTE_HEDGE_RUMOURED;
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_OTHER, ENTENTE_CLAIMS_VARY, 2);
}

static void
claim_something (GRand *random, EntenteClaim *claim)
{
  static const char *const dates[] = { "2018-08-22", "2018-08-23", "2018-08" };

  switch (g_rand_int_range (random, 0, 6)) {
  case 0:
    claim->claimed_when = entente_date_parse (dates[g_rand_int_range (random, 0, 3)], NULL);
    break;
  case 1:
    claim->claimed_kind = g_strdup (g_rand_boolean (random) ? "visit" : "talks");
    break;
  case 2:
    claim->claimed_who = make_ids (g_rand_int_range (random, 1, 4));
    break;
  case 3:
    claim->claimed_to = make_ids (g_rand_int_range (random, 1, 4));
    break;
  case 4:
    claim->claimed_place = g_rand_int_range (random, 4, 7);
    break;
  default:
    claim->claimed_text = g_strdup (g_rand_boolean (random) ? "twelve" : "twenty");
  }
}

/* Two to four claims, none of them a denial. */
static EntenteEventDetail *
make_random_detail (GRand *random)
{
  EntenteEventDetail *detail = new_detail_by (1, 4);
  guint n = (guint) g_rand_int_range (random, 2, 5);

  for (guint i = 0; i < n; i++) {
    EntenteClaim *claim = add_claim (detail, "Outlet", ENTENTE_STANCE_ASSERTS);

    claim->record.id = 100 + i;
    claim->stance =
      g_rand_int_range (random, 0, 6) ? ENTENTE_STANCE_ASSERTS : ENTENTE_STANCE_CORRECTS;
    claim->hedge = g_rand_int_range (random, 0, 6) ? ENTENTE_HEDGE_NONE : ENTENTE_HEDGE_RUMOURED;
    claim->speaker = g_rand_int_range (random, 0, 4);
    claim_something (random, claim);
    claim_something (random, claim);
  }
  return detail;
}

static void
pour_claim (EntenteChronicleBuilder *builder, const EntenteClaim *claim)
{
  EntenteClaimRow row = {
    .id = claim->record.id,
    .event = 50,
    .speaker = claim->speaker,
    .outlet_name = claim->outlet_name,
    .claimed = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX, ENTENTE_TIME_MIN, ENTENTE_TIME_MAX },
    .has_claimed = claim->claimed_when != NULL,
    .claimed_kind = claim->claimed_kind,
    .claimed_text = claim->claimed_text,
    .claimed_who = claim->claimed_who,
    .claimed_to = claim->claimed_to,
    .claimed_place = claim->claimed_place,
    .stance = (guint8) claim->stance,
    .hedge = (guint8) claim->hedge,
  };

  if (claim->claimed_when)
    row.claimed = claim->claimed_when->points;
  entente_chronicle_builder_get_sink ()->claim (builder, &row);
}

static EntenteChronicle *
make_chronicle_of (const EntenteEventDetail *detail)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteParticipationRow part = { .event = 50, .actor = 1, .role = ENTENTE_ROLE_INITIATOR };
  EntenteEventRow row;

  pour_registry (builder);
  detail->event->record.id = 50;
  entente_event_get_row (detail->event, &row);
  sink->event (builder, &row);
  sink->participation (builder, &part);
  for (guint i = 0; i < detail->claims->len; i++)
    pour_claim (builder, detail->claims->pdata[i]);
  return entente_chronicle_builder_build (builder, 0);
}

/* The sign of an event never says contested while its claims stand side by side without a conflict.
 */
static void
test_contested (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_contested = 0;

  for (guint round = 0; round < 2000; round++) {
    g_autoptr (EntenteEventDetail) detail = make_random_detail (random);
    g_autoptr (EntenteChronicle) chronicle = make_chronicle_of (detail);
    g_autoptr (GPtrArray) fields = entente_claims_compare (chronicle, detail);
    gboolean has_conflict = FALSE;

    for (guint i = 0; i < fields->len; i++)
      has_conflict |=
        ((EntenteClaimsField *) fields->pdata[i])->relation == ENTENTE_CLAIMS_CONFLICT;
    if (entente_chronicle_get_evidence (chronicle, 0) != ENTENTE_EVIDENCE_CONTESTED)
      continue;
    n_contested++;
    g_assert_true (has_conflict);
  }
  g_assert_cmpuint (n_contested, >, 100);
}

/* A claim against the event itself is a conflict to look at, but no voice against another. */
static void
test_uncontested (void)
{
  g_autoptr (EntenteEventDetail) detail = new_detail_by (1, 4);
  g_autoptr (EntenteChronicle) chronicle = NULL;

  add_claim (detail, "One", ENTENTE_STANCE_ASSERTS)->claimed_when =
    entente_date_parse ("2018-09-03", NULL);
  ((EntenteClaim *) detail->claims->pdata[0])->record.id = 100;
  chronicle = make_chronicle_of (detail);
  assert_relation (chronicle, detail, ENTENTE_CLAIMS_DATE, ENTENTE_CLAIMS_CONFLICT, 2);
  g_assert_cmpint (entente_chronicle_get_evidence (chronicle, 0), ==, ENTENTE_EVIDENCE_SINGLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims-compare/agree", test_agree);
  g_test_add_func ("/claims-compare/dates", test_dates);
  g_test_add_func ("/claims-compare/denied", test_denied);
  g_test_add_func ("/claims-compare/kind", test_kind);
  g_test_add_func ("/claims-compare/voices", test_voices);
  g_test_add_func ("/claims-compare/who", test_who);
  g_test_add_func ("/claims-compare/to", test_to);
  g_test_add_func ("/claims-compare/place", test_place);
  g_test_add_func ("/claims-compare/others", test_others);
  g_test_add_func ("/claims-compare/contested", test_contested);
  g_test_add_func ("/claims-compare/uncontested", test_uncontested);
  return g_test_run ();
}
