/* EntenteSpan: a stretch of civil time, [start, end).
 *
 * Seconds of civil time in the proleptic Gregorian calendar, counted from 1970-01-01T00:00 without
 * zone and without leap seconds. Open ends are ENTENTE_TIME_MIN and ENTENTE_TIME_MAX. A plain
 * value.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENTENTE_TIME_MIN G_MININT64
#define ENTENTE_TIME_MAX G_MAXINT64
#define ENTENTE_SECONDS_PER_DAY ((gint64) 86400)

typedef struct {
  gint64 start; /* inclusive, civil seconds */
  gint64 end; /* exclusive, civil seconds */
} EntenteSpan;

/* A day of the proleptic Gregorian calendar; year 0 is 1 BC. */
typedef struct {
  gint64 year;
  int month; /* 1 to 12 */
  int day; /* 1 to 31 */
} EntenteDay;

/* Days since 1970-01-01; fields are taken as they are (algorithm: H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms"). */
gint64 entente_day_number (gint64 year, int month, int day);
EntenteDay entente_day_from_number (gint64 number);
int entente_days_in_month (gint64 year, int month);
/* 1 Monday to 7 Sunday, as ISO 8601. */
int entente_day_weekday (gint64 number);
/* Floor division, so that times before 1970 fall on their own day. */
gint64 entente_time_to_day (gint64 time);
EntenteDay entente_time_get_day (gint64 time);

gboolean entente_span_overlaps (EntenteSpan a, EntenteSpan b);
gboolean entente_span_contains (EntenteSpan outer, EntenteSpan inner);

G_END_DECLS
