/* What languages call months and weekdays: the table behind entente-text-dates.c. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *language; /* BCP 47 */
  const char *months[12]; /* forms separated by "|", casefolded, without final dots */
  const char *weekdays[7]; /* Monday first, likewise */
  const char *day_suffixes; /* what may follow the number of a day: "st|nd" */
  const char *fillers; /* what may stand between the parts: "of" */
} EntenteDateWords;

/* The table, ended by a row without language. */
extern const EntenteDateWords entente_date_words[];

G_END_DECLS
