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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claims-compare/agree", test_agree);
  g_test_add_func ("/claims-compare/dates", test_dates);
  g_test_add_func ("/claims-compare/denied", test_denied);
  g_test_add_func ("/claims-compare/kind", test_kind);
  g_test_add_func ("/claims-compare/voices", test_voices);
  return g_test_run ();
}
