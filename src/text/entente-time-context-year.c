/* The year that a month, a day or a season was told without: in news it is found from the
 * publication, in a story it is the year that the story is in. */
#include "config.h"

#include "entente-time-context-private.h"

#define FAR_YEARS 2 /* a year so far from the publication goes on in its paragraph */
#define FAR_DAYS 120 /* so far from the publication the verbs decide */
#define MONTHS_BACK 8 /* a month that many before the last one told is one of the next year */

/* The first month of a season or quarter. */
int
entente_time_get_first_month (const EntenteTimeExpression *found)
{
  if (found->season >= 40)
    return (found->season - 40) * 6 + 1;
  if (found->season >= 33)
    return (found->season - 33) * 3 + 1;
  if (found->season >= 21)
    return (found->season - 21) * 3 + 3;
  return found->month;
}

/* Day number of Easter Sunday (the anonymous Gregorian algorithm). */
static gint64
find_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return entente_day_number (year, n / 31, n % 31 + 1);
}

EntenteTimeValue
entente_time_put_in_year (const EntenteTimeExpression *found, int year)
{
  EntenteTimeValue value = { .year = year, .month = found->month, .day = found->day };

  if (found->is_movable && year > 1582)
    return entente_time_value_day (find_easter (year) + found->from_easter);

  if (found->season != 0) {
    value.kind = ENTENTE_VALUE_SEASON;
    value.season = found->season;
    value.month = 0;
  } else if (found->day != 0) {
    value.kind = ENTENTE_VALUE_DAY;
  } else if (found->month != 0) {
    value.kind = ENTENTE_VALUE_MONTH;
  } else {
    value.kind = ENTENTE_VALUE_YEAR;
  }
  return value;
}

EntenteTimeMeaning
entente_time_complete_from_story (const EntenteTimeContext *self,
                                  const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_STORY_YEAR, .from = self->story };
  int month = entente_time_get_first_month (found), year = self->story.year;

  if (found->season == 24) /* a winter that began the year before */
    year -=
      self->story.month > 0 && self->story.month <= 3 && self->story.kind != ENTENTE_VALUE_SEASON;
  else if (self->story.month > 0 && month > 0 && self->story.month - month > MONTHS_BACK)
    year++;
  meaning.value = entente_time_put_in_year (found, year);
  return meaning;
}

/* Days from the publication to the value. */
static gint64
measure (const EntenteTimeContext *self, const EntenteTimeExpression *found, int year)
{
  gint64 here = entente_day_number (self->published.year,
                                    MAX (1, self->published.month),
                                    self->published.day > 0 ? self->published.day : 15);
  int month = entente_time_get_first_month (found);

  return entente_day_number (year, month, found->day > 0 ? found->day : 15) - here;
}

static int
find_nearest_year (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  int best = self->published.year;

  for (int year = best - 1; year <= self->published.year + 1; year++) {
    if (ABS (measure (self, found, year)) < ABS (measure (self, found, best)))
      best = year;
  }
  return best;
}

/* Past and coming are told by verbs; a day without them is the nearest, a month is past. */
static EntenteTimeMeaning
complete_from_publication (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .from = self->published };
  int month = entente_time_get_first_month (found);
  int year = self->published.year;
  int here = self->published.month > 0 ? self->published.month : 12;

  if ((found->day != 0 || (found->tense == 0 && found->season == 0)) && self->published.month > 0) {
    year = find_nearest_year (self, found);
    if (found->tense < 0 && measure (self, found, year) > FAR_DAYS)
      year--; /* told as past after all */
    else if (found->tense > 0 && measure (self, found, year) < -FAR_DAYS)
      year++;
    meaning.reason =
      measure (self, found, year) <= 0 ? ENTENTE_REASON_PAST : ENTENTE_REASON_NEAREST;
  } else if (found->tense > 0) {
    year += month < here && !found->passing;
    meaning.reason = ENTENTE_REASON_COMING;
  } else {
    year -= month > here;
    meaning.reason = ENTENTE_REASON_PAST;
  }
  meaning.value = entente_time_put_in_year (found, year);
  if (found->day == 0) {
    gboolean coming = year > self->published.year || (year == self->published.year && month > here);

    meaning.other =
      entente_time_put_in_year (found, coming && found->tense > 0 ? year + 1 : year - 1);
    meaning.other_reason =
      coming && found->tense > 0 ? ENTENTE_REASON_YEAR_AFTER : ENTENTE_REASON_YEAR_BEFORE;
  }
  return meaning;
}

EntenteTimeMeaning
entente_time_complete_year (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  gboolean by_story =
    entente_time_value_is_known (&self->story) &&
    (self->history || (found->tense <= 0 && self->has_paragraph_year &&
                       ABS (self->paragraph_year - self->published.year) >= FAR_YEARS));

  if (by_story)
    return entente_time_complete_from_story (self, found);
  if (entente_time_value_is_known (&self->published))
    return complete_from_publication (self, found);
  meaning.value = entente_time_put_in_year (found, 0);
  meaning.value.no_year = TRUE;
  return meaning;
}
