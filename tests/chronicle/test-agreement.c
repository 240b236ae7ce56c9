/* Agreement of coders: the worked example of the source, what is not defined, and how sets and
 * windows differ. */
#include "config.h"

#include "entente-agreement.h"

#include <math.h>

#define N NAN

/* Krippendorff 2011, section C: four coders, twelve units, missing values. */
static const double example[4][12] = {
  { 1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N },
  { 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3 },
  { N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N },
  { 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N },
};

static void
assert_example (EntenteAgreementMetric metric, double expected)
{
  EntenteAgreement agreement = entente_agreement_measure (&example[0][0], 4, 12, metric);

  g_assert_true (agreement.is_defined);
  g_assert_cmpuint (agreement.n_units, ==, 11);
  g_assert_cmpuint (agreement.n_values, ==, 40);
  g_assert_cmpfloat_with_epsilon (agreement.alpha, expected, 0.0005);
}

static void
test_example (void)
{
  assert_example (ENTENTE_AGREEMENT_NOMINAL, 0.743);
  assert_example (ENTENTE_AGREEMENT_ORDINAL, 0.815);
  assert_example (ENTENTE_AGREEMENT_INTERVAL, 0.849);
  assert_example (ENTENTE_AGREEMENT_RATIO, 0.797);
}

/* Krippendorff 2011, section A: two coders, ten units, two values. */
static void
test_binary (void)
{
  static const double values[2][10] = { { 0, 1, 0, 0, 0, 0, 0, 0, 1, 0 },
                                        { 1, 1, 1, 0, 0, 1, 0, 0, 0, 0 } };
  EntenteAgreement agreement =
    entente_agreement_measure (&values[0][0], 2, 10, ENTENTE_AGREEMENT_NOMINAL);

  g_assert_cmpfloat_with_epsilon (agreement.alpha, 0.095, 0.0005);
}

static void
test_undefined (void)
{
  static const double alone[2][2] = { { 1, N }, { N, 2 } };
  static const double same[2][3] = { { 7, 7, 7 }, { 7, 7, 7 } };
  EntenteAgreement agreement =
    entente_agreement_measure (&alone[0][0], 2, 2, ENTENTE_AGREEMENT_NOMINAL);

  g_assert_false (agreement.is_defined);
  g_assert_cmpuint (agreement.n_units, ==, 0);
  agreement = entente_agreement_measure (&same[0][0], 2, 3, ENTENTE_AGREEMENT_INTERVAL);
  g_assert_false (agreement.is_defined);
  g_assert_cmpuint (agreement.n_units, ==, 3);
  agreement = entente_agreement_measure (NULL, 2, 0, ENTENTE_AGREEMENT_NOMINAL);
  g_assert_false (agreement.is_defined);
}

static GArray *
make_set (guint n, const gint64 *values)
{
  GArray *set = g_array_new (FALSE, FALSE, sizeof (gint64));

  return g_array_append_vals (set, values, n);
}

static void
test_sets (void)
{
  g_autoptr (GArray) none = make_set (0, NULL);
  g_autoptr (GArray) one = make_set (1, (gint64[]){ 1 });
  g_autoptr (GArray) two = make_set (2, (gint64[]){ 1, 2 });
  g_autoptr (GArray) other = make_set (2, (gint64[]){ 2, 3 });
  g_autoptr (GArray) apart = make_set (1, (gint64[]){ 9 });

  g_assert_cmpfloat (entente_agreement_differ_sets (two, two), ==, 0);
  g_assert_cmpfloat (entente_agreement_differ_sets (none, none), ==, 0);
  g_assert_cmpfloat (entente_agreement_differ_sets (none, one), ==, 1);
  g_assert_cmpfloat (entente_agreement_differ_sets (one, apart), ==, 1);
  g_assert_cmpfloat_with_epsilon (entente_agreement_differ_sets (one, two), 1 - 1.0 / 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (entente_agreement_differ_sets (two, other), 1 - 1.0 / 9, 1e-9);
}

static void
test_windows (void)
{
  const gint64 day = 86400;
  EntenteSpan first = { 0, day }, second = { day, 2 * day }, both = { 0, 2 * day };
  EntenteSpan undated = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX }, by = { ENTENTE_TIME_MIN, day };

  g_assert_cmpfloat (entente_agreement_differ_windows (first, first), ==, 0);
  g_assert_cmpfloat (entente_agreement_differ_windows (first, second), ==, 1);
  g_assert_cmpfloat_with_epsilon (entente_agreement_differ_windows (first, both), 0.5, 1e-9);
  g_assert_cmpfloat (entente_agreement_differ_windows (undated, undated), ==, 0);
  g_assert_cmpfloat (entente_agreement_differ_windows (undated, first), ==, 1);
  g_assert_cmpfloat (entente_agreement_differ_windows (by, first), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement/example", test_example);
  g_test_add_func ("/agreement/binary", test_binary);
  g_test_add_func ("/agreement/undefined", test_undefined);
  g_test_add_func ("/agreement/sets", test_sets);
  g_test_add_func ("/agreement/windows", test_windows);
  return g_test_run ();
}
