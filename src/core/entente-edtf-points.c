/* What follows from an EDTF value as a whole: its form, precision, level and four points.
 */
#include "config.h"

#include "entente-edtf.h"

/* The widest window of a range or date; open ends are ENTENTE_TIME_MIN and MAX. */
static EntenteSpan
get_element_window (const EntenteEdtfElement *element)
{
  EntenteSpan window = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  EntenteSpan end;

  if (element->start.kind == ENTENTE_EDTF_END_DATE)
    entente_edtf_date_get_window (&element->start.date, &window);
  if (!element->is_range)
    return window;
  window.end = ENTENTE_TIME_MAX;
  if (element->end.kind == ENTENTE_EDTF_END_DATE) {
    entente_edtf_date_get_window (&element->end.date, &end);
    window.end = end.end;
  }
  return window;
}

static EntenteDatePoints
get_interval_points (const EntenteEdtfElement *element)
{
  EntenteDatePoints points = { ENTENTE_TIME_MIN,
                               ENTENTE_TIME_MAX,
                               ENTENTE_TIME_MIN,
                               ENTENTE_TIME_MAX };
  EntenteSpan window;

  if (element->start.kind == ENTENTE_EDTF_END_DATE) {
    entente_edtf_date_get_window (&element->start.date, &window);
    points.earliest_start = window.start;
    points.latest_start = window.end;
  } else if (element->start.kind == ENTENTE_EDTF_END_OPEN) {
    points.latest_start = ENTENTE_TIME_MIN;
  }
  if (element->end.kind == ENTENTE_EDTF_END_DATE) {
    entente_edtf_date_get_window (&element->end.date, &window);
    points.earliest_end = window.start;
    points.latest_end = window.end;
  } else if (element->end.kind == ENTENTE_EDTF_END_OPEN) {
    points.earliest_end = ENTENTE_TIME_MAX;
  }
  /* It cannot start after it is over, nor end before it began. */
  points.latest_start = MIN (points.latest_start, points.latest_end);
  points.earliest_end = MAX (points.earliest_end, points.earliest_start);
  return points;
}

EntenteDatePoints
entente_edtf_get_points (const EntenteEdtf *value)
{
  EntenteSpan all = { ENTENTE_TIME_MAX, ENTENTE_TIME_MIN };

  if (value->form == ENTENTE_EDTF_INTERVAL)
    return get_interval_points (&value->first);
  for (guint i = 0; i < entente_edtf_get_n_elements (value); i++) {
    EntenteSpan window = get_element_window (entente_edtf_get_element (value, i));

    all.start = MIN (all.start, window.start);
    all.end = MAX (all.end, window.end);
  }
  return (EntenteDatePoints){ all.start, all.end, all.start, all.end };
}

EntenteDateForm
entente_edtf_get_date_form (const EntenteEdtf *value)
{
  switch (value->form) {
  case ENTENTE_EDTF_SINGLE:
    return ENTENTE_DATE_POINT;
  case ENTENTE_EDTF_INTERVAL:
    return ENTENTE_DATE_SPAN;
  case ENTENTE_EDTF_ONE_OF:
    return value->more == NULL ? ENTENTE_DATE_POINT : ENTENTE_DATE_ONE_OF;
  case ENTENTE_EDTF_ALL_OF:
    return ENTENTE_DATE_ALL_OF;
  }
  g_return_val_if_reached (ENTENTE_DATE_UNDATED);
}

/* Calls @visit for every date that was told. */
static void
visit_dates (const EntenteEdtf *value,
             void (*visit) (const EntenteEdtfDate *date, gpointer data),
             gpointer data)
{
  for (guint i = 0; i < entente_edtf_get_n_elements (value); i++) {
    const EntenteEdtfElement *element = entente_edtf_get_element (value, i);

    if (element->start.kind == ENTENTE_EDTF_END_DATE)
      visit (&element->start.date, data);
    if (element->is_range && element->end.kind == ENTENTE_EDTF_END_DATE)
      visit (&element->end.date, data);
  }
}

static void
lower_precision (const EntenteEdtfDate *date, gpointer data)
{
  EntentePrecision *precision = data;

  *precision = MIN (*precision, entente_edtf_date_get_precision (date));
}

EntentePrecision
entente_edtf_get_precision (const EntenteEdtf *value)
{
  EntentePrecision precision = ENTENTE_PRECISION_SECOND + 1;

  visit_dates (value, lower_precision, &precision);
  return precision > ENTENTE_PRECISION_SECOND ? ENTENTE_PRECISION_NONE : precision;
}

static void
add_quality (const EntenteEdtfDate *date, gpointer data)
{
  guint *quality = data;

  *quality |= entente_edtf_date_get_quality (date);
}

guint
entente_edtf_get_quality (const EntenteEdtf *value)
{
  guint quality = ENTENTE_EDTF_CERTAIN;

  visit_dates (value, add_quality, &quality);
  return quality;
}

static void
raise_level (const EntenteEdtfDate *date, gpointer data)
{
  int *level = data;

  *level = MAX (*level, entente_edtf_date_get_level (date));
}

static void
raise_level_for_x (const EntenteEdtfDate *date, gpointer data)
{
  if (entente_edtf_date_has_unspecified (date))
    *(int *) data = 2;
}

static int
get_interval_level (const EntenteEdtf *value)
{
  const EntenteEdtfElement *element = &value->first;
  int level =
    element->start.kind != ENTENTE_EDTF_END_DATE || element->end.kind != ENTENTE_EDTF_END_DATE;

  visit_dates (value, raise_level, &level);
  visit_dates (value, raise_level_for_x, &level); /* open digits within an interval are level 2 */
  return level;
}

int
entente_edtf_get_level (const EntenteEdtf *value)
{
  switch (value->form) {
  case ENTENTE_EDTF_SINGLE:
    return entente_edtf_date_get_level (&value->first.start.date);
  case ENTENTE_EDTF_INTERVAL:
    return get_interval_level (value);
  case ENTENTE_EDTF_ONE_OF:
  case ENTENTE_EDTF_ALL_OF:
    return 2;
  }
  g_return_val_if_reached (0);
}
