/* EntenteAgreement: how far those who coded the same things agree, as Krippendorff's alpha.
 *
 * Computed as published in Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011),
 * whose worked example with missing values is the test: alpha = 1 - observed / expected
 * disagreement, where only units with two values or more count. 1 is perfect agreement, 0 what
 * chance would give, less than 0 is worse than chance. It is not defined when there are fewer than
 * two values, or when all of them are the same: chance would then agree as well, and there is
 * nothing to be said.
 *
 * What a difference weighs depends on what is coded:
 *  - kinds: nominal, two kinds are the same or not;
 *  - sets of actors: MASI (Rebecca Passonneau, "Measuring Agreement on Set-valued Items", 2006),
 *    which is 1 less J × M, where J is what both have of what either has, and M is 1 for the same,
 *    2/3 where one holds the other, 1/3 where they overlap, 0 else;
 *  - dates: what windows share, 1 less days in both / days in either. Not the interval between
 *    them: a vague date has no middle that anyone told, and across years of a negotiation every
 *    difference of days would weigh nothing, so that alpha would be near 1 whatever the coders did.
 *
 * Pure; any thread.
 */
#pragma once

#include "entente-span.h"
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  gboolean is_defined;
  double alpha; /* when defined */
  double observed, expected; /* disagreement */
  guint n_units; /* that two coders or more gave a value */
  guint n_values; /* in them */
} EntenteAgreement;

typedef enum {
  ENTENTE_AGREEMENT_NOMINAL,
  ENTENTE_AGREEMENT_ORDINAL,
  ENTENTE_AGREEMENT_INTERVAL,
  ENTENTE_AGREEMENT_RATIO,
} EntenteAgreementMetric;

/* @values has a row of @n_units values for each coder; NAN where one gave none. */
EntenteAgreement entente_agreement_measure (const double *values,
                                            guint n_coders,
                                            guint n_units,
                                            EntenteAgreementMetric metric);

/* No value of that unit by that coder. */
#define ENTENTE_AGREEMENT_MISSING G_MAXUINT

/* How much two values differ, 0 for the same; takes the place of the squared difference. Values are
 * numbers from 0. */
typedef double (*EntenteAgreementFunc) (guint a, guint b, gpointer data);
/* The same for values of any kind, which @values names by numbers below @n_kinds. */
EntenteAgreement entente_agreement_measure_kinds (const guint *values,
                                                  guint n_coders,
                                                  guint n_units,
                                                  guint n_kinds,
                                                  EntenteAgreementFunc differ,
                                                  gpointer data);

/* 0 to 1; of two sets of numbers (gint64), each rising and without repetition. */
double entente_agreement_differ_sets (const GArray *a, const GArray *b);
/* 0 to 1; of two windows. One without any bound is undated: as such it is the same as another. One
 * open at an end, or a moment, is taken to be no longer than the day next to its bound. */
double entente_agreement_differ_windows (EntenteSpan a, EntenteSpan b);

G_END_DECLS
