/* How far coders agree. Values are numbered, and counted by unit; the expected disagreement goes
 * over all pairs of numbers. */
#include "config.h"

#include "entente-agreement.h"

#include <math.h>

#define DAY 86400

/* ---- alpha ---- */

/* Values of one unit, G_MAXUINT left out. */
static guint
gather (const guint *values, guint n_coders, guint n_units, guint unit, guint *found)
{
  guint n = 0;

  for (guint i = 0; i < n_coders; i++) {
    guint value = values[i * n_units + unit];

    if (value != ENTENTE_AGREEMENT_MISSING)
      found[n++] = value;
  }
  return n;
}

static double
sum_pairs (const guint *found, guint n, EntenteAgreementFunc differ, gpointer data)
{
  double sum = 0;

  for (guint i = 0; i < n; i++) {
    for (guint j = 0; j < n; j++)
      sum += i != j ? differ (found[i], found[j], data) : 0;
  }
  return sum;
}

/* How often each value stands in a unit that counts. */
static double *
count_values (const guint *values, guint n_coders, guint n_units, guint n_kinds)
{
  double *counts = g_new0 (double, n_kinds + 1);
  g_autofree guint *found = g_new (guint, n_coders + 1);

  for (guint unit = 0; unit < n_units; unit++) {
    guint n = gather (values, n_coders, n_units, unit, found);

    for (guint i = 0; n >= 2 && i < n; i++)
      counts[found[i]]++;
  }
  return counts;
}

static double
expect (const double *counts, guint n_kinds, double n, EntenteAgreementFunc differ, gpointer data)
{
  double sum = 0;

  for (guint i = 0; i < n_kinds; i++) {
    for (guint j = i + 1; counts[i] > 0 && j < n_kinds; j++) {
      if (counts[j] > 0)
        sum += 2 * counts[i] * counts[j] * differ (i, j, data);
    }
  }
  return sum / (n * (n - 1));
}

static EntenteAgreement
measure (const guint *values,
         guint n_coders,
         guint n_units,
         guint n_kinds,
         const double *counts,
         EntenteAgreementFunc differ,
         gpointer data)
{
  EntenteAgreement agreement = { 0 };
  g_autofree guint *found = g_new (guint, n_coders + 1);

  for (guint unit = 0; unit < n_units; unit++) {
    guint n = gather (values, n_coders, n_units, unit, found);

    if (n < 2)
      continue;
    agreement.n_units++;
    agreement.n_values += n;
    agreement.observed += sum_pairs (found, n, differ, data) / (n - 1);
  }
  if (agreement.n_values < 2)
    return agreement;
  agreement.observed /= agreement.n_values;
  agreement.expected = expect (counts, n_kinds, agreement.n_values, differ, data);
  agreement.is_defined = agreement.expected > 0;
  if (agreement.is_defined)
    agreement.alpha = 1 - agreement.observed / agreement.expected;
  return agreement;
}

EntenteAgreement
entente_agreement_measure_kinds (const guint *values,
                                 guint n_coders,
                                 guint n_units,
                                 guint n_kinds,
                                 EntenteAgreementFunc differ,
                                 gpointer data)
{
  g_autofree double *counts = count_values (values, n_coders, n_units, n_kinds);

  return measure (values, n_coders, n_units, n_kinds, counts, differ, data);
}

/* ---- numbers ---- */

typedef struct {
  EntenteAgreementMetric metric;
  const double *numbers; /* of each value, rising */
  const double *counts;
} Numbers;

/* Between two ranks lie those between them, and half of each. */
static double
differ_ranks (const Numbers *numbers, guint a, guint b)
{
  double sum = -(numbers->counts[a] + numbers->counts[b]) / 2;

  for (guint i = MIN (a, b); i <= MAX (a, b); i++)
    sum += numbers->counts[i];
  return a == b ? 0 : sum * sum;
}

static double
differ_numbers (guint a, guint b, gpointer data)
{
  const Numbers *numbers = data;
  double x = numbers->numbers[a], y = numbers->numbers[b];

  switch (numbers->metric) {
  case ENTENTE_AGREEMENT_NOMINAL:
    return a != b;
  case ENTENTE_AGREEMENT_ORDINAL:
    return differ_ranks (numbers, a, b);
  case ENTENTE_AGREEMENT_RATIO:
    return x + y == 0 ? 0 : (x - y) / (x + y) * ((x - y) / (x + y));
  case ENTENTE_AGREEMENT_INTERVAL:
  default:
    return (x - y) * (x - y);
  }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The different numbers, rising. */
static GArray *
list_numbers (const double *values, guint n)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++) {
    if (!isnan (values[i]))
      g_array_append_val (all, values[i]);
  }
  g_array_sort (all, compare_numbers);
  for (guint i = 0; i < all->len; i++) {
    if (i == 0 || g_array_index (all, double, i) > g_array_index (all, double, i - 1))
      g_array_append_val (numbers, g_array_index (all, double, i));
  }
  return numbers;
}

EntenteAgreement
entente_agreement_measure (const double *values,
                           guint n_coders,
                           guint n_units,
                           EntenteAgreementMetric metric)
{
  guint n = n_coders * n_units;
  g_autoptr (GArray) numbers = list_numbers (values, n);
  g_autofree guint *named = g_new (guint, n + 1);
  g_autofree double *counts = NULL;
  Numbers data = { metric, (const double *) numbers->data, NULL };

  for (guint i = 0; i < n; i++) {
    guint place = ENTENTE_AGREEMENT_MISSING;

    if (!isnan (values[i]))
      g_array_binary_search (numbers, &values[i], compare_numbers, &place);
    named[i] = place;
  }
  data.counts = counts = count_values (named, n_coders, n_units, numbers->len);
  return measure (named, n_coders, n_units, numbers->len, counts, differ_numbers, &data);
}

/* ---- sets and windows ---- */

static guint
count_shared (const GArray *a, const GArray *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;) {
    gint64 x = g_array_index (a, gint64, i), y = g_array_index (b, gint64, j);

    n += x == y;
    i += x <= y;
    j += y <= x;
  }
  return n;
}

double
entente_agreement_differ_sets (const GArray *a, const GArray *b)
{
  guint shared = count_shared (a, b), all = a->len + b->len - shared;
  double weight = 1.0 / 3;

  if (all == 0 || shared == all)
    return 0;
  if (shared == 0)
    return 1;
  if (shared == MIN (a->len, b->len))
    weight = 2.0 / 3;
  return 1 - weight * shared / all;
}

static gboolean
is_undated (EntenteSpan span)
{
  return span.start == ENTENTE_TIME_MIN && span.end == ENTENTE_TIME_MAX;
}

/* At least a day, and not without end. */
static EntenteSpan
bound (EntenteSpan span)
{
  if (span.start == ENTENTE_TIME_MIN)
    span.start = span.end - DAY;
  if (span.end == ENTENTE_TIME_MAX || span.end < span.start + DAY)
    span.end = span.start + DAY;
  return span;
}

double
entente_agreement_differ_windows (EntenteSpan a, EntenteSpan b)
{
  double shared, all;

  if (is_undated (a) || is_undated (b))
    return is_undated (a) != is_undated (b);
  if (a.start == b.start && a.end == b.end)
    return 0;
  a = bound (a);
  b = bound (b);
  shared = (double) MIN (a.end, b.end) - (double) MAX (a.start, b.start);
  all = (double) MAX (a.end, b.end) - (double) MIN (a.start, b.start);
  return shared <= 0 ? 1 : 1 - shared / all;
}
