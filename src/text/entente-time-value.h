/* EntenteTimeValue: a place in the calendar, as coarse as it is known, on its way to EDTF. Plain
 * value; private to text; pure, any thread.
 */
#pragma once

#include "entente-date.h"
#include "entente-time-lexicon.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_VALUE_NONE,
  ENTENTE_VALUE_CENTURY,
  ENTENTE_VALUE_DECADE,
  ENTENTE_VALUE_YEAR,
  ENTENTE_VALUE_SEASON,
  ENTENTE_VALUE_MONTH,
  ENTENTE_VALUE_STRETCH, /* days from first to last: a week */
  ENTENTE_VALUE_DAY,
} EntenteValueKind;

typedef struct {
  EntenteValueKind kind;
  int year; /* astronomical; the first of a decade or century */
  int month, day; /* 0: not known; of MONTH and DAY that is written "XX" */
  int season;
  gboolean no_year; /* "XXXX-05-03" */
  gint64 first, last; /* day numbers of a STRETCH */
} EntenteTimeValue;

static inline gboolean
entente_time_value_is_known (const EntenteTimeValue *value)
{
  return value->kind != ENTENTE_VALUE_NONE;
}

EntenteTimeValue entente_time_value_day (gint64 number);
EntenteTimeValue entente_time_value_stretch (gint64 first, gint64 last);
EntenteTimeValue entente_time_value_year (int year);
EntenteTimeValue entente_time_value_month (int year, int month);
/* The first day, month or year that @date tells; NONE of NULL and of what has no beginning. */
EntenteTimeValue entente_time_value_of_date (const EntenteDate *date);
/* Day number of the first day; FALSE when month or day are not known. */
gboolean entente_time_value_get_day (const EntenteTimeValue *value, gint64 *number);
/* The value @halves half units away, as exact as the unit: "two years ago" is a year. NONE when it
 * is not known well enough to say anything. */
EntenteTimeValue entente_time_value_shift (const EntenteTimeValue *from,
                                           EntenteTimeUnit unit,
                                           int halves);
/* FALSE when the day does not exist. */
gboolean entente_time_value_is_valid (const EntenteTimeValue *value);
/* EDTF, "" for NONE. Free. */
char *entente_time_value_format (const EntenteTimeValue *value);
/* The date that something told for this time has: a stretch is a point within. NULL when no year is
 * known. */
EntenteDate *entente_time_value_make_date (const EntenteTimeValue *value, gboolean approximate);
/* "P3D"; @some: "PXD". Free. */
char *entente_time_duration_format (EntenteTimeUnit unit, int halves, gboolean some);
/* What every @unit is: "XXXX-XX-XX". Static. */
const char *entente_time_set_format (EntenteTimeUnit unit);

G_END_DECLS
