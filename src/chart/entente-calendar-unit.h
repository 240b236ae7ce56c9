/* Units of the calendar by number: the nth minute, month or century since the epoch of the
 * calendar. What the axis divides time into. Plain values; any thread. */
#pragma once

#include "entente-span.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_UNIT_MINUTE,
  ENTENTE_UNIT_HOUR,
  ENTENTE_UNIT_DAY,
  ENTENTE_UNIT_WEEK,
  ENTENTE_UNIT_MONTH,
  ENTENTE_UNIT_QUARTER,
  ENTENTE_UNIT_YEAR,
  ENTENTE_UNIT_DECADE,
  ENTENTE_UNIT_CENTURY,
  ENTENTE_UNIT_MILLENNIUM,
} EntenteCalendarUnit;

/* Decades, centuries and millennia before Christ are those that people speak of: 100 BC to 1 BC;
 * the first after Christ begins with AD 1. */
/* Number of the unit that holds @time, and the moment at which unit @number begins. */
gint64 entente_calendar_unit_number (EntenteCalendarUnit unit, gint64 time);
gint64 entente_calendar_unit_start (EntenteCalendarUnit unit, gint64 number);
/* Mean length in seconds. */
double entente_calendar_unit_length (EntenteCalendarUnit unit);
/* Where no date is shorter than @least seconds: @span as far as whole days, months or years, the
 * longest that fit into
 * @least; unchanged where not even days do. Open ends stay open. */
EntenteSpan entente_calendar_unit_widen (EntenteSpan span, gint64 least);
/* Mean length of those days, months or years in seconds; @least where not even days fit. */
double entente_calendar_unit_widen_length (gint64 least);
/* Its name for an axis, in the user's language: "14:00", "3", "Jul", "1990s"; the longer form
 * carries all that is needed to know the moment: "July 2018", "3 September 2018, 14:00". Free. */
char *entente_calendar_unit_format (EntenteCalendarUnit unit, gint64 number, gboolean full);
/* The month of @time in short: "Jul". Free. */
char *entente_calendar_unit_format_month (gint64 time);

G_END_DECLS
