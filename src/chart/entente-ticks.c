/* The two-level axis of a scale: picks the pair of units, places ticks, and names as many as fit
 * without touching. Keeps its arrays and strings from update to update; one thread at a time.
 */
#include "config.h"

#include "entente-ticks.h"

#include "entente-calendar-unit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SMALL_UNIT_PX 24.0
#define LABEL_GAP_PX 5.0
#define LARGE_INDENT_PX 6.0

typedef struct {
  EntenteCalendarUnit large, small;
  guint steps[6]; /* every how many small units may bear a label; 0 ends */
} Pair;

static const Pair pairs[ENTENTE_N_TICKS] = {
  [ENTENTE_TICKS_HOUR_MINUTE] = { ENTENTE_UNIT_HOUR, ENTENTE_UNIT_MINUTE, { 1, 2, 5, 10, 15, 30 } },
  [ENTENTE_TICKS_DAY_HOUR] = { ENTENTE_UNIT_DAY, ENTENTE_UNIT_HOUR, { 1, 2, 3, 6, 12, 24 } },
  [ENTENTE_TICKS_MONTH_DAY] = { ENTENTE_UNIT_MONTH, ENTENTE_UNIT_DAY, { 1, 2, 5, 10 } },
  [ENTENTE_TICKS_MONTH_WEEK] = { ENTENTE_UNIT_MONTH, ENTENTE_UNIT_WEEK, { 1, 2, 4 } },
  [ENTENTE_TICKS_YEAR_MONTH] = { ENTENTE_UNIT_YEAR, ENTENTE_UNIT_MONTH, { 1, 2, 3, 6, 12 } },
  [ENTENTE_TICKS_YEAR_QUARTER] = { ENTENTE_UNIT_YEAR, ENTENTE_UNIT_QUARTER, { 1, 2, 4 } },
  [ENTENTE_TICKS_DECADE_YEAR] = { ENTENTE_UNIT_DECADE, ENTENTE_UNIT_YEAR, { 1, 2, 5, 10 } },
  [ENTENTE_TICKS_CENTURY_DECADE] = { ENTENTE_UNIT_CENTURY, ENTENTE_UNIT_DECADE, { 1, 2, 5, 10 } },
  [ENTENTE_TICKS_MILLENNIUM_CENTURY] = { ENTENTE_UNIT_MILLENNIUM,
                                         ENTENTE_UNIT_CENTURY,
                                         { 1, 2, 5, 10 } },
};

typedef struct {
  EntenteTicks ticks; /* first: what callers see */
  GArray *large, *small;
  GStringChunk *strings;
} Ticks;

typedef struct {
  Ticks *ticks;
  const EntenteTimescale *scale;
  EntenteMeasure measure;
  gpointer data;
} Update;

static const char *
keep_string (Update *update, char *text)
{
  const char *kept = g_string_chunk_insert (update->ticks->strings, text);

  g_free (text);
  return kept;
}

/* Units from the one that holds the left edge to the one that holds the right edge. */
static void
add_units (Update *update, EntenteCalendarUnit unit, GArray *into)
{
  EntenteSpan view = entente_timescale_get_span (update->scale);
  gint64 first = entente_calendar_unit_number (unit, view.start);
  gint64 last = entente_calendar_unit_number (unit, view.end);

  g_array_set_size (into, 0);
  for (gint64 number = first; number <= last; number++) {
    EntenteTick tick = { 0 };

    tick.span.start = entente_calendar_unit_start (unit, number);
    tick.span.end = entente_calendar_unit_start (unit, number + 1);
    tick.x = entente_timescale_to_x (update->scale, tick.span.start);
    g_array_append_val (into, tick);
  }
}

/* Names the units whose number is a multiple of @step (months by their short names). */
static void
name_small (Update *update, const Pair *pair, guint step)
{
  GArray *small = update->ticks->small;

  for (guint i = 0; i < small->len; i++) {
    EntenteTick *tick = &g_array_index (small, EntenteTick, i);
    gint64 number = entente_calendar_unit_number (pair->small, tick->span.start);
    g_autofree char *name = NULL;

    tick->label = NULL;
    if (((number % step) + step) % step != 0)
      continue;
    name = pair->small == ENTENTE_UNIT_MONTH
             ? entente_calendar_unit_format_month (tick->span.start)
             : entente_calendar_unit_format (pair->small, number, FALSE);
    tick->label = keep_string (update, g_steal_pointer (&name));
  }
}

static double
measure_small (Update *update)
{
  GArray *small = update->ticks->small;
  double widest = 0;

  for (guint i = 0; i < small->len; i++) {
    EntenteTick *tick = &g_array_index (small, EntenteTick, i);

    if (tick->label == NULL)
      continue;
    tick->label_width = update->measure (ENTENTE_LABEL_AXIS_SMALL, tick->label, update->data);
    tick->label_x = tick->x - tick->label_width / 2;
    widest = MAX (widest, tick->label_width);
  }
  return widest;
}

/* Takes away what would still touch: months and years are not all of one length. */
static void
clear_touching (Update *update)
{
  GArray *small = update->ticks->small;
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < small->len; i++) {
    EntenteTick *tick = &g_array_index (small, EntenteTick, i);

    if (tick->label == NULL)
      continue;
    if (tick->label_x < MAX (end + LABEL_GAP_PX - 1, 0) ||
        tick->label_x + tick->label_width > update->scale->width_px)
      tick->label = NULL;
    else
      end = tick->label_x + tick->label_width;
  }
}

/* When no small unit begins in view, as with half a minute, the one that is looked at has its name
 * at the left edge. */
static void
name_first (Update *update, const Pair *pair)
{
  EntenteTick *first = &g_array_index (update->ticks->small, EntenteTick, 0);
  gint64 number = entente_calendar_unit_number (pair->small, first->span.start);

  for (guint i = 0; i < update->ticks->small->len; i++)
    if (g_array_index (update->ticks->small, EntenteTick, i).label != NULL)
      return;
  first->label = keep_string (update, entente_calendar_unit_format (pair->small, number, FALSE));
  first->label_width = update->measure (ENTENTE_LABEL_AXIS_SMALL, first->label, update->data);
  first->label_x = LARGE_INDENT_PX;
  if (first->label_x + first->label_width > update->scale->width_px ||
      first->label_x + first->label_width > entente_timescale_to_x (update->scale, first->span.end))
    first->label = NULL;
}

static void
update_small (Update *update, const Pair *pair)
{
  double unit_px = entente_calendar_unit_length (pair->small) / update->scale->seconds_per_px;

  add_units (update, pair->small, update->ticks->small);
  for (guint i = 0; i < G_N_ELEMENTS (pair->steps) && pair->steps[i] != 0; i++) {
    name_small (update, pair, pair->steps[i]);
    if (measure_small (update) + LABEL_GAP_PX <= unit_px * pair->steps[i])
      break;
  }
  clear_touching (update);
  name_first (update, pair);
}

static void
place_large (Update *update, const Pair *pair, EntenteTick *tick, gboolean full)
{
  gint64 number = entente_calendar_unit_number (pair->large, tick->span.start);
  double end = entente_timescale_to_x (update->scale, tick->span.end);

  tick->label = keep_string (update, entente_calendar_unit_format (pair->large, number, full));
  tick->label_width = update->measure (ENTENTE_LABEL_AXIS_LARGE, tick->label, update->data);
  tick->label_x = MAX (tick->x, 0) + LARGE_INDENT_PX;
  tick->label_x = MIN (tick->label_x, end - tick->label_width - LARGE_INDENT_PX);
  if (tick->label_x < MAX (tick->x + 1, 0) ||
      tick->label_x + tick->label_width > update->scale->width_px)
    tick->label = NULL;
}

static void
update_large (Update *update, const Pair *pair)
{
  GArray *large = update->ticks->large;
  gboolean needs_context = TRUE;

  add_units (update, pair->large, large);
  for (guint i = 0; i < large->len; i++) {
    EntenteTick *tick = &g_array_index (large, EntenteTick, i);
    gboolean january = entente_time_get_day (tick->span.start).month == 1;
    gboolean full = needs_context || january || pair->large != ENTENTE_UNIT_MONTH;

    place_large (update, pair, tick, full);
    if (tick->label == NULL && full && pair->large == ENTENTE_UNIT_MONTH)
      place_large (update, pair, tick, FALSE);
    else if (tick->label != NULL && tick->label_x >= 0)
      needs_context = FALSE;
  }
}

EntenteTicks *
entente_ticks_new (void)
{
  Ticks *ticks = g_new0 (Ticks, 1);

  ticks->large = g_array_new (FALSE, FALSE, sizeof (EntenteTick));
  ticks->small = g_array_new (FALSE, FALSE, sizeof (EntenteTick));
  ticks->strings = g_string_chunk_new (1024);
  return &ticks->ticks;
}

void
entente_ticks_free (EntenteTicks *self)
{
  Ticks *ticks = (Ticks *) self;

  g_array_unref (ticks->large);
  g_array_unref (ticks->small);
  g_string_chunk_free (ticks->strings);
  g_free (ticks);
}

static EntenteTicksPair
choose_pair (const EntenteTimescale *scale)
{
  for (guint i = 0; i < ENTENTE_N_TICKS; i++)
    if (entente_calendar_unit_length (pairs[i].small) / scale->seconds_per_px >= SMALL_UNIT_PX)
      return i;
  return ENTENTE_TICKS_MILLENNIUM_CENTURY;
}

void
entente_ticks_update (EntenteTicks *self,
                      const EntenteTimescale *scale,
                      EntenteMeasure measure,
                      gpointer data)
{
  Ticks *ticks = (Ticks *) self;
  Update update = { ticks, scale, measure, data };

  g_string_chunk_clear (ticks->strings);
  self->pair = choose_pair (scale);
  update_small (&update, &pairs[self->pair]);
  update_large (&update, &pairs[self->pair]);
  self->large = (const EntenteTick *) ticks->large->data;
  self->n_large = ticks->large->len;
  self->small = (const EntenteTick *) ticks->small->data;
  self->n_small = ticks->small->len;
}

EntenteSpan
entente_ticks_get_unit (EntenteTicksPair pair, gboolean large, gint64 time)
{
  EntenteCalendarUnit unit = large ? pairs[pair].large : pairs[pair].small;
  gint64 number = entente_calendar_unit_number (unit, time);
  EntenteSpan span = { entente_calendar_unit_start (unit, number),
                       entente_calendar_unit_start (unit, number + 1) };

  return span;
}

char *
entente_ticks_format_length (double seconds)
{
  double days = seconds / 86400, years = days / 365.2425;

  if (seconds < 90)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d second", "%d seconds", (gulong) MAX (round (seconds), 1)),
      (int) MAX (round (seconds), 1));
  if (seconds < 90 * 60)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes", (gulong) round (seconds / 60)),
      (int) round (seconds / 60));
  if (days < 0.95)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d hour", "%d hours", (gulong) round (seconds / 3600)),
      (int) round (seconds / 3600));
  if (days < 60)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) round (days)),
      (int) round (days));
  if (years < 2)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d month", "%d months", (gulong) round (days / 30.44)),
      (int) round (days / 30.44));
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong) round (years)),
    (int) round (years));
}
