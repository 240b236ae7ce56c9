/* Meaning by context. Each form has its own reader; all look at the context and none changes it:
 * that is done in entente_time_context_pass(), when the next time is to be read. */
#include "config.h"

#include "entente-time-context-private.h"

#define SPEECH_PARAGRAPHS 2 /* that a speech goes on without another day */
#define NEWS_DAYS 14 /* a day that long before the publication is news */
#define FAR_YEARS 2 /* a year farther away in mid-sentence is mentioned, not gone to */
#define FAR_DATE_YEARS 10 /* the same of a whole date */

static const EntenteTimeValue no_value = { .kind = ENTENTE_VALUE_NONE };

/* ---- anchors ---- */

/* What "today" is counted from. */
static EntenteTimeValue
get_now (const EntenteTimeContext *self,
         const EntenteTimeExpression *found,
         EntenteTimeMeaning *meaning)
{
  if (self->history) {
    meaning->reason = ENTENTE_REASON_STORY;
    meaning->from = self->story;
    return self->story;
  }
  meaning->reason = ENTENTE_REASON_PUBLICATION;
  meaning->from = self->published;
  if (!found->quoted)
    return meaning->from;
  if (entente_time_value_is_known (&self->told_day)) {
    meaning->reason = ENTENTE_REASON_SPEECH;
    meaning->from = self->told_day;
  } else if (entente_time_value_is_known (&self->recent) && self->recent_age <= SPEECH_PARAGRAPHS) {
    meaning->reason = ENTENTE_REASON_SPEECH;
    meaning->from = self->recent;
  }
  return meaning->from;
}

/* What "two days later" is counted from: a day that the paragraph mentions; years from any year. */
static EntenteTimeValue
get_story (const EntenteTimeContext *self, EntenteTimeUnit unit, EntenteTimeMeaning *meaning)
{
  if (self->mentioned.kind == ENTENTE_VALUE_DAY ||
      (unit >= ENTENTE_UNIT_YEAR && entente_time_value_is_known (&self->mentioned))) {
    meaning->reason = ENTENTE_REASON_STORY;
    meaning->from = self->mentioned;
    return self->mentioned;
  }

  if (!entente_time_value_is_known (&self->story) && !self->history) {
    meaning->reason = ENTENTE_REASON_PUBLICATION;
    meaning->from = self->published;
    return self->published;
  }
  meaning->reason = ENTENTE_REASON_STORY;
  meaning->from = self->story;
  return self->story;
}

/* ---- weekdays ---- */

static EntenteTimeMeaning
find_weekday (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  EntenteTimeValue now = get_now (self, found, &meaning);
  gboolean of_story = self->history && entente_time_value_get_day (&now, &(gint64){ 0 });
  gboolean coming = of_story || found->tense > 0;
  gint64 number;
  int ahead;

  if (!of_story && self->history)
    meaning.from = now = self->published;

  if (!entente_time_value_get_day (&now, &number)) {
    meaning.reason = ENTENTE_REASON_UNKNOWN;
    meaning.value = (EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY, .no_year = TRUE };
    return meaning;
  }
  ahead = (found->weekday - entente_day_weekday (number) + 7) % 7;
  meaning.value = entente_time_value_day (coming ? number + ahead : number - (7 - ahead) % 7);
  if (!of_story && meaning.reason != ENTENTE_REASON_SPEECH)
    meaning.reason = coming ? ENTENTE_REASON_COMING : ENTENTE_REASON_PAST;
  return meaning;
}

/* ---- calendar ---- */

/* "the 14th" of the month of the story. */
static EntenteTimeMeaning
find_bare_day (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  EntenteTimeValue story = get_story (self, ENTENTE_UNIT_DAY, &meaning);

  if (!entente_time_value_is_known (&story)) {
    meaning.reason = ENTENTE_REASON_UNKNOWN;
    return meaning;
  }
  meaning.value = (EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY,
                                      .year = story.year,
                                      .month = story.month,
                                      .day = found->day };
  return meaning;
}

/* "the second week of May", "the last weekend of July", "the third Tuesday of June" */
static EntenteTimeValue
find_in_month (const EntenteTimeValue *month, const EntenteTimeExpression *found)
{
  int last = entente_days_in_month (month->year, month->month), n = found->week;
  gint64 first = entente_day_number (month->year, month->month, 1);
  gint64 end = first + last - 1;
  int weekday = found->weekday > 0 ? found->weekday : 6; /* a weekend begins on Saturday */
  gint64 day = n > 0 ? first + (weekday - entente_day_weekday (first) + 7) % 7 + (n - 1) * 7
                     : end - (entente_day_weekday (end) - weekday + 7) % 7;

  if (found->weekday > 0)
    return entente_time_value_day (day);
  if (found->unit == ENTENTE_UNIT_WEEKEND)
    return entente_time_value_stretch (day, day + 1);
  if (found->unit == ENTENTE_UNIT_DAY)
    return entente_time_value_day (n > 0 ? first + n - 1 : end);
  first = n > 0 ? first + (n - 1) * 7 : end - 6;
  return entente_time_value_stretch (first, first + 6);
}

/* "the first week of 1958": weeks are those of ISO 8601, the first being that of 4 January. */
static EntenteTimeValue
find_week_of_year (int year, int n)
{
  gint64 day = n > 0 ? entente_day_number (year, 1, 4) : entente_day_number (year, 12, 28);
  gint64 monday = day - entente_day_weekday (day) + 1 + (n > 0 ? (n - 1) * 7 : 0);

  return entente_time_value_stretch (monday, monday + 6);
}

static EntenteTimeMeaning
find_calendar (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_SAID };

  if (found->bare_day)
    return find_bare_day (self, found);
  if (!found->has_year && found->month == 0 && found->season == 0)
    return find_weekday (self, found);
  if (!found->has_year) {
    meaning = entente_time_complete_year (self, found);
  } else if (found->short_year) {
    int here = entente_time_value_is_known (&self->story) ? self->story.year : self->published.year;
    int year = here - here % 100 + found->year;

    meaning.value = entente_time_value_year (year > here ? year - 100 : year);
    meaning.reason = ENTENTE_REASON_STORY_YEAR;
    meaning.from = self->story;
  } else
    meaning.value = entente_time_put_in_year (found, found->year);
  if (found->decade != 0)
    meaning.value.kind = ENTENTE_VALUE_DECADE;
  if (found->century != 0)
    meaning.value.kind = ENTENTE_VALUE_CENTURY;
  if (found->week != 0 && meaning.value.kind == ENTENTE_VALUE_YEAR)
    meaning.value = find_week_of_year (found->year, found->week);
  else if (found->week != 0 && !meaning.value.no_year)
    meaning.value = find_in_month (&meaning.value, found);
  if (found->week != 0 && meaning.other.month > 0)
    meaning.other = find_in_month (&meaning.other, found);
  if (found->exchangeable) {
    meaning.other = meaning.value;
    meaning.other.month = meaning.value.day;
    meaning.other.day = meaning.value.month;
    meaning.other_reason = ENTENTE_REASON_EXCHANGED;
  }
  return meaning;
}

/* ---- relations ---- */

static gboolean
is_of_story (const EntenteTimeExpression *found)
{
  switch (found->relation) {
  case ENTENTE_RELATION_THAT:
  case ENTENTE_RELATION_SAME:
  case ENTENTE_RELATION_FOLLOWING:
  case ENTENTE_RELATION_PREVIOUS:
    return TRUE;
  case ENTENTE_RELATION_NEXT:
    return found->day_article;
  case ENTENTE_RELATION_NONE:
  case ENTENTE_RELATION_THIS:
  case ENTENTE_RELATION_LAST:
  case ENTENTE_RELATION_PAST:
    return FALSE;
  default:
    g_return_val_if_reached (FALSE);
  }
}

static int
get_step (EntenteTimeRelation relation)
{
  if (relation == ENTENTE_RELATION_LAST || relation == ENTENTE_RELATION_PREVIOUS)
    return -1;
  return relation == ENTENTE_RELATION_NEXT || relation == ENTENTE_RELATION_FOLLOWING;
}

/* "the following day" in a new paragraph of news is that of the news, not of what was recalled
 * before. */
static gboolean
follows_news (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  return !self->history && found->unit == ENTENTE_UNIT_DAY && found->month == 0 &&
         found->season == 0 && self->mentioned.kind != ENTENTE_VALUE_DAY &&
         !entente_time_value_is_known (&self->told_day) &&
         entente_time_value_is_known (&self->recent);
}

static EntenteTimeValue
get_anchor (const EntenteTimeContext *self,
            const EntenteTimeExpression *found,
            EntenteTimeMeaning *meaning)
{
  if (is_of_story (found) && follows_news (self, found)) {
    meaning->reason = ENTENTE_REASON_STORY;
    meaning->from = self->recent;
    return self->recent;
  }
  return is_of_story (found) ? get_story (self, found->unit, meaning)
                             : get_now (self, found, meaning);
}

/* "last week", "that year", "this weekend" */
static EntenteTimeValue
step_unit (const EntenteTimeValue *anchor, const EntenteTimeExpression *found)
{
  int step = get_step (found->relation);
  EntenteTimeValue value;
  gint64 number;

  switch (found->unit) {
  case ENTENTE_UNIT_DECADE:
  case ENTENTE_UNIT_CENTURY: {
    int size = found->unit == ENTENTE_UNIT_DECADE ? 10 : 100;

    value = entente_time_value_year ((anchor->year / size + step) * size);
    value.kind = size == 10 ? ENTENTE_VALUE_DECADE : ENTENTE_VALUE_CENTURY;
    return anchor->year > 0 ? value : no_value;
  }
  case ENTENTE_UNIT_QUARTER:
    value = entente_time_value_shift (anchor, ENTENTE_UNIT_QUARTER, 2 * step);
    value.kind = ENTENTE_VALUE_SEASON;
    value.season = value.month > 0 ? 33 + (value.month - 1) / 3 : 0;
    return value.month > 0 ? value : no_value;
  case ENTENTE_UNIT_WEEKEND:
    if (found->relation == ENTENTE_RELATION_THIS && found->tense < 0 &&
        entente_time_value_get_day (anchor, &number) && entente_day_weekday (number) < 6)
      step = -1; /* told on Tuesday as past */
    value = entente_time_value_shift (anchor, ENTENTE_UNIT_WEEK, 2 * step);
    return value.kind == ENTENTE_VALUE_STRETCH
             ? entente_time_value_stretch (value.first + 5, value.last)
             : value;
  default:
    return entente_time_value_shift (anchor, found->unit, 2 * step);
  }
}

static EntenteTimeValue
step_weekday (const EntenteTimeValue *anchor, const EntenteTimeExpression *found)
{
  gint64 number;
  int ahead;

  if (!entente_time_value_get_day (anchor, &number))
    return (
      EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY, .year = anchor->year, .month = anchor->month };
  ahead = (found->weekday - entente_day_weekday (number) + 7) % 7;
  if (found->relation == ENTENTE_RELATION_THIS && found->tense < 0)
    return entente_time_value_day (number - (7 - ahead) % 7); /* "this Sunday he crossed" */
  if (found->relation == ENTENTE_RELATION_THIS)
    return entente_time_value_day (number - entente_day_weekday (number) + found->weekday);
  if (get_step (found->relation) > 0)
    return entente_time_value_day (number + (ahead > 0 ? ahead : 7));
  if (get_step (found->relation) < 0)
    return entente_time_value_day (number - (7 - ahead));
  return entente_time_value_day (number - (7 - ahead) % 7); /* "that Monday" */
}

/* "last July", "the next spring": the one before or after the anchor; a second reading where people
 * differ. */
static void
step_month (const EntenteTimeContext *self,
            const EntenteTimeValue *anchor,
            const EntenteTimeExpression *found,
            EntenteTimeMeaning *meaning)
{
  int month = entente_time_get_first_month (found), step = get_step (found->relation);
  int here = anchor->month > 0 ? anchor->month : 12;
  int length = found->season != 0 ? 3 : 1;
  int year = anchor->year;

  if (step < 0)
    year -= month + length > here;
  else if (step > 0)
    year += month <= here;
  else if (is_of_story (found)) {
    *meaning = entente_time_complete_from_story (self, found);
    return;
  }
  meaning->value = entente_time_put_in_year (found, year);
  if (self->history)
    return;
  meaning->reason = step < 0 ? ENTENTE_REASON_PAST
                             : (step > 0 ? ENTENTE_REASON_COMING : ENTENTE_REASON_PUBLICATION);
  if (step != 0) {
    meaning->other = entente_time_put_in_year (found, year + step);
    meaning->other_reason = step < 0 ? ENTENTE_REASON_YEAR_BEFORE : ENTENTE_REASON_YEAR_AFTER;
  }
}

/* "July of that year", "the 28th of that month" */
static EntenteTimeMeaning
find_inner (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  EntenteTimeExpression outer = { .relation = found->relation, .unit = found->unit };
  EntenteTimeValue anchor, whole;

  outer.quoted = found->quoted;
  anchor = get_anchor (self, &outer, &meaning);
  whole = entente_time_value_is_known (&anchor) ? step_unit (&anchor, &outer) : no_value;
  if (!entente_time_value_is_known (&whole)) {
    meaning.reason = ENTENTE_REASON_UNKNOWN;
    return meaning;
  }
  meaning.value = entente_time_put_in_year (found, whole.year);
  if (found->month == 0 && found->season == 0)
    meaning.value.month = whole.month;
  return meaning;
}

static EntenteTimeMeaning
find_relation (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  EntenteTimeValue anchor = get_anchor (self, found, &meaning);

  if (!entente_time_value_is_known (&anchor)) {
    meaning.reason = ENTENTE_REASON_UNKNOWN;
    return meaning;
  }
  if (found->month != 0 || found->season != 0)
    step_month (self, &anchor, found, &meaning);
  else if (found->weekday != 0)
    meaning.value = step_weekday (&anchor, found);
  else
    meaning.value = step_unit (&anchor, found);
  return meaning;
}

/* ---- offsets ---- */

/* From a day that is told, weeks are seven days each. */
static EntenteTimeValue
shift_from_date (const EntenteTimeValue *date, const EntenteTimeExpression *found)
{
  gboolean weeks = found->unit == ENTENTE_UNIT_WEEK;
  gint64 number;

  if (found->nth_weekday > 0) {
    int ahead;

    if (!entente_time_value_get_day (date, &number))
      return no_value;
    ahead = (found->nth_weekday - entente_day_weekday (number) + 7) % 7;
    number += found->offset > 0 ? (ahead > 0 ? ahead : 7) : ahead - 7;
    return entente_time_value_day (number + found->offset * (found->halves / 2 - 1) * 7);
  }
  return entente_time_value_shift (date,
                                   weeks ? ENTENTE_UNIT_DAY : found->unit,
                                   found->offset * found->halves * (weeks ? 7 : 1));
}

static EntenteTimeMeaning
find_offset (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  EntenteTimeValue anchor = found->anchor == ENTENTE_ANCHOR_STORY
                              ? get_story (self, found->unit, &meaning)
                              : get_now (self, found, &meaning);

  if (found->anchor == ENTENTE_ANCHOR_STORY && follows_news (self, found)) {
    meaning.reason = ENTENTE_REASON_STORY;
    meaning.from = anchor = self->recent;
  }
  if (found->anchor == ENTENTE_ANCHOR_DATE) {
    EntenteTimeMeaning date = find_calendar (self, found);

    if (entente_time_value_is_known (&date.value) && !date.value.no_year)
      meaning.value = shift_from_date (&date.value, found);
    meaning.reason = date.reason;
    if (entente_time_value_is_known (&date.other))
      meaning.other = shift_from_date (&date.other, found);
    meaning.other_reason = date.other_reason;
    return meaning;
  }
  if (found->some && found->unit <= ENTENTE_UNIT_HOUR && found->anchor == ENTENTE_ANCHOR_STORY) {
    meaning.value = entente_time_value_shift (&anchor, found->unit, 0);
    return meaning;
  }
  if (found->anchor == ENTENTE_ANCHOR_EVENT || found->some) {
    meaning.reason = ENTENTE_REASON_EVENT;
    meaning.value = no_value;
    return meaning;
  }
  if (!entente_time_value_is_known (&anchor)) {
    meaning.reason = ENTENTE_REASON_UNKNOWN;
    return meaning;
  }
  meaning.value = entente_time_value_shift (&anchor, found->unit, found->offset * found->halves);
  return meaning;
}

static EntenteTimeMeaning
find_day (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_UNKNOWN };
  EntenteTimeValue now = no_value;
  gint64 number;

  if (!self->history)
    now = get_now (self, found, &meaning);
  if (entente_time_value_get_day (&now, &number)) {
    meaning.value = entente_time_value_day (number + found->offset);
    return meaning;
  }
  meaning.reason = ENTENTE_REASON_UNKNOWN;
  meaning.value = (EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY, .no_year = TRUE };
  return meaning;
}

/* An hour is one of the day told last in its paragraph; in a story, of the last day told. */
static EntenteTimeMeaning
find_clock (const EntenteTimeContext *self)
{
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_STORY, .from = self->told_day };
  EntenteTimeValue story =
    self->history ? get_story (self, ENTENTE_UNIT_DAY, &meaning) : self->told_day;
  gint64 number;

  if (entente_time_value_get_day (&story, &number)) {
    meaning.value = entente_time_value_day (number);
    return meaning;
  }
  meaning.reason = ENTENTE_REASON_UNKNOWN;
  meaning.value = (EntenteTimeValue){ .kind = ENTENTE_VALUE_DAY, .no_year = TRUE };
  return meaning;
}

/* ---- all ---- */

EntenteTimeMeaning
entente_time_context_resolve (const EntenteTimeContext *self, const EntenteTimeExpression *found)
{
  EntenteTimeMeaning nothing = { .reason = found->anchor == ENTENTE_ANCHOR_EVENT
                                             ? ENTENTE_REASON_EVENT
                                             : ENTENTE_REASON_SAID };

  if (found->inner)
    return find_inner (self, found);
  switch (found->form) {
  case ENTENTE_EXPRESSION_CALENDAR:
    return find_calendar (self, found);
  case ENTENTE_EXPRESSION_RELATION:
    return find_relation (self, found);
  case ENTENTE_EXPRESSION_OFFSET:
    return find_offset (self, found);
  case ENTENTE_EXPRESSION_DAY:
    return find_day (self, found);
  case ENTENTE_EXPRESSION_CLOCK:
    return find_clock (self);
  case ENTENTE_EXPRESSION_DURATION:
  case ENTENTE_EXPRESSION_SET:
  case ENTENTE_EXPRESSION_NOW:
  case ENTENTE_EXPRESSION_ONCE:
  case ENTENTE_EXPRESSION_SOME_DAY:
    return nothing;
  default:
    g_return_val_if_reached (nothing);
  }
}

/* The story goes to @value. A year that it is in already leaves month and day. */
static void
move_story (EntenteTimeContext *self, const EntenteTimeValue *value)
{
  EntenteTimeValue story = *value;

  if (value->kind == ENTENTE_VALUE_YEAR && entente_time_value_is_known (&self->story) &&
      self->story.year == value->year)
    return;
  if (value->kind == ENTENTE_VALUE_MONTH && entente_time_value_is_known (&self->story) &&
      self->story.year == value->year && self->story.month == value->month)
    return;
  if (value->kind == ENTENTE_VALUE_MONTH && value->month == 0)
    return;
  if (value->kind == ENTENTE_VALUE_DAY && value->day == 0)
    return;
  if (story.kind == ENTENTE_VALUE_SEASON)
    story.month = story.day = 0;
  self->story = story;
}

/* "since its opening in 1869": far from the story and in the middle of a sentence. */
static gboolean
is_mention (const EntenteTimeContext *self,
            const EntenteTimeExpression *found,
            const EntenteTimeValue *value)
{
  int years;

  if (!entente_time_value_is_known (&self->story) || found->leading ||
      found->form != ENTENTE_EXPRESSION_CALENDAR)
    return FALSE;
  years = ABS (value->year - self->story.year);
  if (value->kind == ENTENTE_VALUE_YEAR)
    return years > FAR_YEARS;
  return years > FAR_DATE_YEARS;
}

/* "two years before", "the previous year": the story looks back and comes back. */
static gboolean
is_flashback (const EntenteTimeExpression *found)
{
  return (found->form == ENTENTE_EXPRESSION_OFFSET && found->offset < 0) ||
         (found->form == ENTENTE_EXPRESSION_RELATION &&
          found->relation == ENTENTE_RELATION_PREVIOUS);
}

/* A day of the news itself. */
static void
note_day (EntenteTimeContext *self, const EntenteTimeValue *value, gint64 number)
{
  gint64 here;

  self->told_day = *value;
  if (!entente_time_value_get_day (&self->published, &here) || number > here ||
      here - number > NEWS_DAYS)
    return;
  self->recent = *value;
  self->recent_age = 0;
}

void
entente_time_context_pass (EntenteTimeContext *self,
                           const EntenteTimeExpression *found,
                           const EntenteTimeValue *value)
{
  gint64 number;

  if (!entente_time_value_is_known (value) || value->no_year ||
      value->kind == ENTENTE_VALUE_DECADE || value->kind == ENTENTE_VALUE_CENTURY)
    return;
  if (!found->bracketed)
    self->mentioned = *value;

  if (found->passing || (found->ends_range && value->kind == ENTENTE_VALUE_YEAR) ||
      is_mention (self, found, value))
    return;
  if (found->form == ENTENTE_EXPRESSION_CALENDAR && found->has_year) {
    self->has_paragraph_year = TRUE;
    self->paragraph_year = value->year;
  }
  if (!is_flashback (found))
    move_story (self, value);
  if (!found->quoted && found->tense <= 0 && value->kind == ENTENTE_VALUE_DAY &&
      entente_time_value_get_day (value, &number))
    note_day (self, value, number);
}

void
entente_time_context_begin_paragraph (EntenteTimeContext *self)
{
  self->recent_age++;
  self->told_day = self->mentioned = no_value;

  self->has_paragraph_year = FALSE;
}
