/* Meaning in reading order, and its words. */
#include "config.h"

#include "entente-text-times-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TIMES_BETWEEN_LOOKS 1024 /* at the cancellable */
#define LAST_REACH 4 /* bytes between a day and its hour */
#define DAY_REACH 40 /* bytes between an hour and its day */
#define MIN_YEARS 5 /* years that a section must bear to be told by them */

/* ---- news or history ---- */

typedef struct {
  guint n_years, n_far;
  guint n_cues; /* words that only news uses: "yesterday", "last week", a bare weekday */
} Census;

static gboolean
is_news_cue (const EntenteTimeExpression *found)
{
  if (found->quoted)
    return FALSE;
  switch (found->form) {
  case ENTENTE_EXPRESSION_CALENDAR:
    return found->weekday != 0 && found->day == 0 && found->month == 0;
  case ENTENTE_EXPRESSION_DAY:
    return found->offset != 0;
  case ENTENTE_EXPRESSION_RELATION:
    return (found->relation == ENTENTE_RELATION_THIS || found->relation == ENTENTE_RELATION_LAST ||
            found->relation == ENTENTE_RELATION_NEXT) &&
           !found->day_article;
  case ENTENTE_EXPRESSION_OFFSET:
    return found->anchor == ENTENTE_ANCHOR_PUBLICATION;
  case ENTENTE_EXPRESSION_DURATION:
  case ENTENTE_EXPRESSION_SET:
  case ENTENTE_EXPRESSION_NOW:
  case ENTENTE_EXPRESSION_ONCE:
  case ENTENTE_EXPRESSION_SOME_DAY:
  case ENTENTE_EXPRESSION_CLOCK:
  default:
    return FALSE;
  }
}

/* Bears a year of its own, one of a story. */
static gboolean
bears_year (const EntenteTimesFound *found)
{
  return found->expression.has_year && !found->expression.short_year && !found->is_aside;
}

static void
count_year (Census *census, const EntenteTimesFound *found, const EntenteTimeValue *published)
{
  census->n_cues += !found->is_aside && is_news_cue (&found->expression);
  if (!bears_year (found))
    return;
  census->n_years++;
  census->n_far += ABS (found->expression.year - published->year) > 1;
}

static gboolean
is_history (const Census *census)
{
  return census->n_years >= MIN_YEARS && census->n_far * 5 > census->n_years * 3 &&
         census->n_cues * 8 < census->n_years;
}

/* Array of Census: the whole text, then each section. */
static GArray *
take_census (GArray *found, const EntenteTimeValue *published)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (Census));
  guint n =
    found->len > 0 ? g_array_index (found, EntenteTimesFound, found->len - 1).section + 2 : 1;

  g_array_set_size (all, n);
  for (guint i = 0; i < found->len; i++) {
    const EntenteTimesFound *one = &g_array_index (found, EntenteTimesFound, i);

    count_year (&g_array_index (all, Census, 0), one, published);
    count_year (&g_array_index (all, Census, one->section + 1), one, published);
  }
  return all;
}

static gboolean
tells_history (GArray *census, guint section, const EntenteTimeValue *published)
{
  const Census *own = &g_array_index (census, Census, section + 1);

  if (published->kind == ENTENTE_VALUE_NONE)
    return TRUE;
  return is_history (own->n_years >= MIN_YEARS ? own : &g_array_index (census, Census, 0));
}

/* ---- reasons ---- */

/* The date in words of the user. Free. */
static char *
word_value (const EntenteTimeValue *value)
{
  g_autoptr (EntenteDate) date = entente_time_value_make_date (value, FALSE);

  return date != NULL ? entente_date_format_short (date) : g_strdup ("?");
}

static char *
word_reason (EntenteTimeReason reason, const EntenteTimeValue *from)
{
  g_autofree char *when = word_value (from);

  switch (reason) {
  case ENTENTE_REASON_SAID:
    return g_strdup (_ ("as written"));
  case ENTENTE_REASON_PAST:
    return g_strdup_printf (_ ("told as past, article of %s"), when);
  case ENTENTE_REASON_COMING:
    return g_strdup_printf (_ ("told as to come, article of %s"), when);
  case ENTENTE_REASON_NEAREST:
    return g_strdup_printf (_ ("the nearest to the article of %s"), when);
  case ENTENTE_REASON_PUBLICATION:
    return g_strdup_printf (_ ("counted from the article of %s"), when);
  case ENTENTE_REASON_STORY:
    return g_strdup_printf (_ ("counted from %s, told before"), when);
  case ENTENTE_REASON_STORY_YEAR:
    return g_strdup_printf (_ ("the year goes on from %s, told before"), when);
  case ENTENTE_REASON_SPEECH:
    return g_strdup_printf (_ ("counted from %s, when it was said"), when);
  case ENTENTE_REASON_EVENT:
    return g_strdup (_ ("counted from something that has no date here"));
  case ENTENTE_REASON_UNKNOWN:
    return g_strdup (_ ("no date was told to count from"));
  case ENTENTE_REASON_EXCHANGED:
    return g_strdup (_ ("day and month the other way round"));
  case ENTENTE_REASON_YEAR_BEFORE:
    return g_strdup (_ ("the year before"));
  case ENTENTE_REASON_YEAR_AFTER:
    return g_strdup (_ ("the year after"));
  default:
    g_return_val_if_reached (NULL);
  }
}

static EntenteBasis
get_basis (EntenteTimeReason reason, const EntenteTimeExpression *found)
{
  switch (reason) {
  case ENTENTE_REASON_PAST:
  case ENTENTE_REASON_COMING:
  case ENTENTE_REASON_NEAREST:
    return found->form == ENTENTE_EXPRESSION_CALENDAR && found->weekday == 0
             ? ENTENTE_BASIS_YEAR_COMPLETED
             : ENTENTE_BASIS_RELATIVE_TO_ARTICLE;
  case ENTENTE_REASON_PUBLICATION:
    return ENTENTE_BASIS_RELATIVE_TO_ARTICLE;
  case ENTENTE_REASON_STORY:
  case ENTENTE_REASON_SPEECH:
  case ENTENTE_REASON_EVENT:
    return ENTENTE_BASIS_RELATIVE_TO_EVENT;
  case ENTENTE_REASON_STORY_YEAR:
    return ENTENTE_BASIS_YEAR_COMPLETED;
  case ENTENTE_REASON_SAID:
  case ENTENTE_REASON_UNKNOWN:
  case ENTENTE_REASON_EXCHANGED:
  case ENTENTE_REASON_YEAR_BEFORE:
  case ENTENTE_REASON_YEAR_AFTER:
    return ENTENTE_BASIS_EXPLICIT;
  default:
    g_return_val_if_reached (ENTENTE_BASIS_EXPLICIT);
  }
}

/* ---- dates ---- */

/* Two readings are one value: the first is rank 1. */
static EntenteDate *
add_readings (EntenteDate *date, const EntenteTimeMeaning *meaning, const char *reason)
{
  g_autoptr (EntenteDate) first = NULL;
  g_autofree char *other = NULL;
  g_autofree char *other_reason = NULL;

  if (meaning->other.kind == ENTENTE_VALUE_NONE || !entente_time_value_is_valid (&meaning->other))
    return entente_date_ref (date);
  other = entente_time_value_format (&meaning->other);
  other_reason = word_reason (meaning->other_reason, &meaning->from);
  first = entente_date_with_reading (date, date->edtf, reason, 1);
  return entente_date_with_reading (first, other, other_reason, 2);
}

/* What is told as past is bounded by the day that it was told. */
static EntenteDate *
add_bound (EntenteDate *date, const EntenteDate *published)
{
  g_autofree char *reason = NULL;
  g_autofree char *when = NULL;
  gint64 end;

  if (published == NULL || published->told.latest_end == ENTENTE_TIME_MAX)
    return entente_date_ref (date);
  end = published->told.latest_end;
  if (date->told.earliest_start >= end || date->told.latest_end <= end)
    return entente_date_ref (date);
  when = entente_date_format_short (published);
  reason = g_strdup_printf (_ ("published %s"), when);
  return entente_date_with_bounds (date, ENTENTE_TIME_MIN, end, reason);
}

static EntenteDate *
make_date (const char *text,
           const EntenteTimeExpression *found,
           const EntenteTimeMeaning *meaning,
           const EntenteDate *published,
           EntenteTextTime *time)
{
  g_autoptr (EntenteDate) bare = entente_time_value_make_date (&meaning->value, found->approximate);
  g_autoptr (EntenteDate) worded = NULL;
  g_autoptr (EntenteDate) based = NULL;
  g_autoptr (EntenteDate) read = NULL;
  g_autofree char *wording = g_strndup (text + found->start, found->end - found->start);

  if (bare == NULL)
    return NULL;
  worded = entente_date_with_wording (bare, wording);
  based = entente_date_with_basis (worded, get_basis (meaning->reason, found));
  read = add_readings (based, meaning, time->reason);
  return time->is_past ? add_bound (read, published) : g_steal_pointer (&read);
}

/* ---- values ---- */

/* "1775-04-18TNI", "1918-11-11T11:00" */
static char *
format_hour (const EntenteTimeExpression *found, const EntenteTimeValue *value)
{
  g_autofree char *day = entente_time_value_format (value);

  if (found->clock >= 0)
    return g_strdup_printf ("%sT%02d:%02d", day, found->clock / 60, found->clock % 60);
  return g_strdup_printf ("%sT%s", day, found->part[0] != '\0' ? found->part : "XX");
}

static gboolean
is_hour (const EntenteTimeExpression *found)
{
  return found->form == ENTENTE_EXPRESSION_CLOCK || found->clock >= 0 || found->part[0] != '\0' ||
         (found->form == ENTENTE_EXPRESSION_OFFSET && found->unit <= ENTENTE_UNIT_HOUR);
}

static void
set_unplaced (EntenteTextTime *time, const EntenteTimeExpression *found)
{
  switch (found->form) {
  case ENTENTE_EXPRESSION_DURATION:
    time->type = ENTENTE_TEXT_TIME_DURATION;
    time->value = entente_time_duration_format (found->unit, found->halves, found->some);
    break;
  case ENTENTE_EXPRESSION_SET:
    time->type = ENTENTE_TEXT_TIME_SET;
    time->value = found->halves > 0
                    ? entente_time_duration_format (found->unit, found->halves, FALSE)
                    : g_strdup (entente_time_set_format (found->unit));
    break;
  case ENTENTE_EXPRESSION_NOW:
    time->value = g_strdup ("PRESENT_REF");
    break;
  case ENTENTE_EXPRESSION_ONCE:
    time->value = g_strdup ("PAST_REF");
    break;
  case ENTENTE_EXPRESSION_SOME_DAY:
    time->value = g_strdup ("FUTURE_REF");
    break;
  case ENTENTE_EXPRESSION_OFFSET: /* "a few years ago" */
    if (found->anchor == ENTENTE_ANCHOR_EVENT)
      break;
    time->value = found->some && !found->whole && found->anchor == ENTENTE_ANCHOR_STORY
                    ? g_strdup (entente_time_set_format (found->unit))
                    : g_strdup (found->offset < 0 ? "PAST_REF" : "FUTURE_REF");
    break;
  case ENTENTE_EXPRESSION_CALENDAR:
  case ENTENTE_EXPRESSION_RELATION:
  case ENTENTE_EXPRESSION_DAY:
  case ENTENTE_EXPRESSION_CLOCK:
  default:
    break;
  }
}

static void
append_time (GArray *times,
             const char *text,
             const EntenteTimesFound *found,
             const EntenteTimeMeaning *meaning,
             const EntenteDate *published)
{
  const EntenteTimeExpression *expression = &found->expression;
  EntenteTextTime time = {
    .start = expression->start,
    .end = expression->end,
    .reason = word_reason (meaning->reason, &meaning->from),
    .is_past = expression->tense < 0 || meaning->reason == ENTENTE_REASON_PAST,
    .is_cited = found->is_aside,
    .range = expression->range,
    .is_between = expression->between,
  };

  if (meaning->value.kind == ENTENTE_VALUE_NONE) {
    if (meaning->reason == ENTENTE_REASON_SAID)
      g_clear_pointer (&time.reason, g_free);
    set_unplaced (&time, expression);
  } else if (!entente_time_value_is_valid (&meaning->value)) {
    g_free (time.reason);
    return;
  } else if (is_hour (expression)) {
    time.type = ENTENTE_TEXT_TIME_HOUR;
    time.value = format_hour (expression, &meaning->value);
  } else
    time.value = entente_time_value_format (&meaning->value);
  time.date = make_date (text, expression, meaning, published, &time);
  g_array_append_val (times, time);
}

/* ---- reading order ---- */

/* "11 a.m. on 3 May": the hour is one of the day behind it. */
static gboolean
belongs_to_next (GArray *found, guint i)
{
  const EntenteTimesFound *one = &g_array_index (found, EntenteTimesFound, i);
  const EntenteTimesFound *next = one + 1;

  return i + 1 < found->len && one->expression.form == ENTENTE_EXPRESSION_CLOCK &&
         next->paragraph == one->paragraph && next->expression.form != ENTENTE_EXPRESSION_CLOCK &&
         next->expression.start - one->expression.end <= DAY_REACH;
}

/* "3 May 1958, 7:39 p.m." */
static gboolean
belongs_to_last (GArray *found, guint i)
{
  const EntenteTimesFound *one = &g_array_index (found, EntenteTimesFound, i);
  const EntenteTimesFound *last = one - 1;

  return i > 0 && one->expression.form == ENTENTE_EXPRESSION_CLOCK &&
         last->paragraph == one->paragraph && last->expression.form != ENTENTE_EXPRESSION_CLOCK &&
         one->expression.start - last->expression.end <= LAST_REACH;
}

static EntenteTimeMeaning
resolve_one (EntenteTimeContext *context, GArray *found, guint i, const EntenteTimeMeaning *last)
{
  const EntenteTimesFound *one = &g_array_index (found, EntenteTimesFound, i);

  if (belongs_to_last (found, i) && last->value.kind == ENTENTE_VALUE_DAY)
    return *last;

  if (belongs_to_next (found, i)) {
    EntenteTimeMeaning day = entente_time_context_resolve (context, &(one + 1)->expression);

    if (day.value.kind == ENTENTE_VALUE_DAY)
      return day;
  }
  return entente_time_context_resolve (context, &one->expression);
}

static void
pass (EntenteTimeContext *context,
      const EntenteTimesFound *found,
      const EntenteTimeMeaning *meaning)
{
  EntenteTimeExpression expression = found->expression;

  if (found->is_aside || expression.form == ENTENTE_EXPRESSION_CLOCK)
    return;
  if (found->is_heading) {
    if (!expression.has_year)
      return;
    expression.passing = FALSE; /* "(June 1950)" in a heading dates what stands below */
  }
  entente_time_context_pass (context, &expression, &meaning->value);
}

gboolean
entente_times_resolve (const char *text,
                       GArray *found,
                       const EntenteDate *published,
                       GArray *times,
                       GCancellable *cancellable,
                       GError **error)
{
  EntenteTimeContext context = { .published = entente_time_value_of_date (published) };
  g_autoptr (GArray) census = take_census (found, &context.published);
  EntenteTimeMeaning meaning = { .reason = ENTENTE_REASON_SAID };
  guint paragraph = G_MAXUINT;

  if (entente_time_value_is_known (&context.published) &&
      !is_history (&g_array_index (census, Census, 0)))
    context.story = context.published; /* news begins there */

  for (guint i = 0; i < found->len; i++) {
    const EntenteTimesFound *one = &g_array_index (found, EntenteTimesFound, i);

    if (i % TIMES_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (one->paragraph != paragraph)
      entente_time_context_begin_paragraph (&context);
    paragraph = one->paragraph;
    context.history = tells_history (census, one->section, &context.published);
    meaning = resolve_one (&context, found, i, &meaning);
    append_time (times, text, one, &meaning, published);
    pass (&context, one, &meaning);
  }
  return TRUE;
}
