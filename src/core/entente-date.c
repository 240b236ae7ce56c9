/* Values of time: making them, and making new ones from old ones.
 *
 * The points of a value are worked out when it is made, so that nobody who reads one parses
 * anything. A value owns its strings and its readings; the count of references is atomic.
 */
#include "config.h"

#include "entente-date.h"

#include "entente-edtf.h"

static void
free_reading (gpointer data)
{
  EntenteReading *reading = data;

  g_free (reading->edtf);
  g_free (reading->reason);
  g_free (reading);
}

static EntenteReading *
new_reading (const char *edtf, const char *reason, int rank)
{
  EntenteReading *reading = g_new (EntenteReading, 1);

  reading->edtf = g_strdup (edtf);
  reading->reason = g_strdup (reason);
  reading->rank = rank;
  return reading;
}

static gpointer
copy_reading (gconstpointer data, gpointer unused)
{
  const EntenteReading *reading = data;

  return new_reading (reading->edtf, reading->reason, reading->rank);
}

static GPtrArray *
new_readings (void)
{
  return g_ptr_array_new_with_free_func (free_reading);
}

static GPtrArray *
copy_readings (GPtrArray *readings)
{
  GPtrArray *copy;

  if (readings == NULL)
    return NULL;
  copy = g_ptr_array_copy (readings, copy_reading, NULL);
  g_ptr_array_set_free_func (copy, free_reading);
  return copy;
}

G_DEFINE_BOXED_TYPE (EntenteDate, entente_date, entente_date_ref, entente_date_unref)

/* ENTENTE_TIME_MIN and MAX everywhere: nothing is known. */
static const EntenteDatePoints no_points = { ENTENTE_TIME_MIN,
                                             ENTENTE_TIME_MAX,
                                             ENTENTE_TIME_MIN,
                                             ENTENTE_TIME_MAX };

/* Takes @edtf. */
static EntenteDate *
new_date (char *edtf)
{
  EntenteDate *date = g_atomic_rc_box_new0 (EntenteDate);

  date->edtf = edtf;
  date->told = date->points = no_points;
  date->zone_minutes = ENTENTE_ZONE_NONE;
  date->not_before = ENTENTE_TIME_MIN;
  date->not_after = ENTENTE_TIME_MAX;
  return date;
}

static EntenteDate *
copy_date (const EntenteDate *date)
{
  EntenteDate *copy = g_atomic_rc_box_dup (sizeof *date, (EntenteDate *) date);

  copy->edtf = g_strdup (date->edtf);
  copy->wording = g_strdup (date->wording);
  copy->as_entered = g_strdup (date->as_entered);
  copy->bound_reason = g_strdup (date->bound_reason);
  copy->readings = copy_readings (date->readings);
  return copy;
}

static void
clear_date (gpointer data)
{
  EntenteDate *date = data;

  g_free (date->edtf);
  g_free (date->wording);
  g_free (date->as_entered);
  g_free (date->bound_reason);
  g_clear_pointer (&date->readings, g_ptr_array_unref);
}

EntenteDate *
entente_date_ref (const EntenteDate *date)
{
  return g_atomic_rc_box_acquire ((EntenteDate *) date);
}

void
entente_date_unref (EntenteDate *date)
{
  g_atomic_rc_box_release_full (date, clear_date);
}

static gboolean
has_reading (GPtrArray *readings, const char *edtf)
{
  for (guint i = 0; i < readings->len; i++)
    if (g_strcmp0 (((EntenteReading *) readings->pdata[i])->edtf, edtf) == 0)
      return TRUE;
  return FALSE;
}

/* The elements of a one-of set, each once, the likeliest first as they stand. */
static GPtrArray *
list_readings (const EntenteEdtf *value)
{
  GPtrArray *readings = new_readings ();

  for (guint i = 0; i < entente_edtf_get_n_elements (value); i++) {
    g_autofree char *edtf =
      entente_edtf_element_write (entente_edtf_get_element (value, i), value->form);

    if (!has_reading (readings, edtf))
      g_ptr_array_add (readings, new_reading (edtf, NULL, (int) readings->len + 1));
  }
  return readings;
}

static EntenteDate *
new_from_value (const EntenteEdtf *value)
{
  EntenteDate *date = new_date (entente_edtf_write (value));
  guint quality = entente_edtf_get_quality (value);

  date->form = entente_edtf_get_date_form (value);
  date->precision = entente_edtf_get_precision (value);
  date->told = date->points = entente_edtf_get_points (value);
  date->uncertain = (quality & ENTENTE_EDTF_UNCERTAIN) != 0;
  date->approximate = (quality & ENTENTE_EDTF_APPROXIMATE) != 0;
  if (date->form == ENTENTE_DATE_SPAN) {
    date->start_unknown = value->first.start.kind == ENTENTE_EDTF_END_UNKNOWN;
    date->end_unknown = value->first.end.kind == ENTENTE_EDTF_END_UNKNOWN;
  }
  if (value->form == ENTENTE_EDTF_SINGLE)
    date->zone_minutes = value->first.start.date.zone_minutes;
  if (date->form == ENTENTE_DATE_ONE_OF)
    date->readings = list_readings (value);
  return date;
}

EntenteDate *
entente_date_new_undated (void)
{
  return new_date (g_strdup (""));
}

EntenteDate *
entente_date_parse (const char *edtf, GError **error)
{
  g_autoptr (EntenteEdtf) value = NULL;

  if (edtf == NULL || edtf[0] == '\0')
    return entente_date_new_undated ();
  value = entente_edtf_parse (edtf, error);
  return value == NULL ? NULL : new_from_value (value);
}

EntenteDate *
entente_date_new_day (gint64 year, int month, int day)
{
  gint64 start = entente_day_number (year, month, day) * ENTENTE_SECONDS_PER_DAY;
  gint64 end = start + ENTENTE_SECONDS_PER_DAY;
  EntenteDate *date;

  g_return_val_if_fail (ABS (year) <= 9999 && month >= 1 && month <= 12, NULL);
  g_return_val_if_fail (day >= 1 && day <= entente_days_in_month (year, month), NULL);
  date = new_date (
    g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", (int) ABS (year), month, day));
  date->form = ENTENTE_DATE_POINT;
  date->precision = ENTENTE_PRECISION_DAY;
  date->told = date->points = (EntenteDatePoints){ start, end, start, end };
  return date;
}

static gboolean
readings_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;
  for (guint i = 0; i < a->len; i++) {
    const EntenteReading *left = a->pdata[i];
    const EntenteReading *right = b->pdata[i];

    if (left->rank != right->rank || g_strcmp0 (left->edtf, right->edtf) != 0 ||
        g_strcmp0 (left->reason, right->reason) != 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
texts_equal (const EntenteDate *a, const EntenteDate *b)
{
  return g_str_equal (a->edtf, b->edtf) && g_strcmp0 (a->wording, b->wording) == 0 &&
         g_strcmp0 (a->as_entered, b->as_entered) == 0 &&
         g_strcmp0 (a->bound_reason, b->bound_reason) == 0;
}

static gboolean
marks_equal (const EntenteDate *a, const EntenteDate *b)
{
  return a->still_so == b->still_so && a->basis == b->basis && a->calendar == b->calendar &&
         a->day_order == b->day_order && a->not_before == b->not_before &&
         a->not_after == b->not_after;
}

/* The points, the form and the rest follow from what is compared here. */
gboolean
entente_date_equal (const EntenteDate *a, const EntenteDate *b)
{
  g_autoptr (EntenteDate) nothing = NULL;

  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL) {
    nothing = entente_date_new_undated ();
    a = a == NULL ? nothing : a;
    b = b == NULL ? nothing : b;
  }
  return texts_equal (a, b) && marks_equal (a, b) && readings_equal (a->readings, b->readings);
}

static void
set_string (char **place, const char *text)
{
  g_free (*place);
  *place = text == NULL || text[0] == '\0' ? NULL : g_strdup (text);
}

EntenteDate *
entente_date_with_wording (const EntenteDate *date, const char *wording)
{
  EntenteDate *copy = copy_date (date);

  set_string (&copy->wording, wording);
  return copy;
}

EntenteDate *
entente_date_with_basis (const EntenteDate *date, EntenteBasis basis)
{
  EntenteDate *copy = copy_date (date);

  copy->basis = basis;
  return copy;
}

EntenteDate *
entente_date_with_still_so (const EntenteDate *date, gboolean still_so)
{
  EntenteDate *copy = copy_date (date);

  copy->still_so = !!still_so;
  return copy;
}

EntenteDate *
entente_date_with_day_order (const EntenteDate *date, int day_order)
{
  EntenteDate *copy = copy_date (date);

  copy->day_order = day_order;
  return copy;
}

EntenteDate *
entente_date_with_calendar (const EntenteDate *date,
                            EntenteCalendar calendar,
                            const char *as_entered)
{
  EntenteDate *copy = copy_date (date);

  copy->calendar = calendar;
  set_string (&copy->as_entered, as_entered);
  return copy;
}

/* An open end goes on whatever is known; any other is over by @not_after. */
static EntenteDatePoints
narrow_points (EntenteDatePoints points, gint64 not_before, gint64 not_after)
{
  points.earliest_start = MAX (points.earliest_start, not_before);
  points.latest_start = MIN (points.latest_start, not_after);
  if (points.earliest_end != ENTENTE_TIME_MAX) {
    points.earliest_end = MAX (points.earliest_end, not_before);
    points.latest_end = MIN (points.latest_end, not_after);
  }
  /* The start of a span may stay after a bound that only its end obeys, and the other way round. */
  points.latest_start = MAX (points.latest_start, points.earliest_start);
  points.earliest_end = MIN (points.earliest_end, points.latest_end);
  return points;
}

static void
apply_bounds (EntenteDate *date)
{
  EntenteSpan told = entente_date_points_get_window (&date->told);
  gint64 not_before = date->not_before < told.end ? date->not_before : ENTENTE_TIME_MIN;
  gint64 not_after = date->not_after > told.start ? date->not_after : ENTENTE_TIME_MAX;

  date->points = date->told;
  if (MAX (not_before, told.start) < MIN (not_after, told.end))
    date->points = narrow_points (date->told, not_before, not_after);
}

EntenteDate *
entente_date_with_bounds (const EntenteDate *date,
                          gint64 not_before,
                          gint64 not_after,
                          const char *reason)
{
  EntenteDate *copy = copy_date (date);

  copy->not_before = not_before;
  copy->not_after = not_after;
  set_string (&copy->bound_reason, reason);
  apply_bounds (copy);
  return copy;
}

static int
compare_readings (gconstpointer a, gconstpointer b)
{
  const EntenteReading *left = *(const EntenteReading *const *) a;
  const EntenteReading *right = *(const EntenteReading *const *) b;

  if (left->rank != right->rank)
    return left->rank < right->rank ? -1 : 1;
  return g_strcmp0 (left->edtf, right->edtf);
}

static void
remove_reading (GPtrArray *readings, const char *edtf)
{
  for (guint i = readings->len; i > 0; i--) {
    if (g_strcmp0 (((EntenteReading *) readings->pdata[i - 1])->edtf, edtf) == 0)
      g_ptr_array_remove_index (readings, i - 1);
  }
}

EntenteDate *
entente_date_with_reading (const EntenteDate *date, const char *edtf, const char *reason, int rank)
{
  EntenteDate *copy = copy_date (date);

  if (copy->readings != NULL && copy->readings->len >= ENTENTE_MAX_READINGS)
    return copy;
  if (copy->readings == NULL) {
    copy->readings = new_readings ();
    if (entente_date_is_dated (date))
      g_ptr_array_add (copy->readings, new_reading (date->edtf, NULL, 1));
  }
  remove_reading (copy->readings, edtf);
  g_ptr_array_add (copy->readings, new_reading (edtf, reason, rank));
  g_ptr_array_sort (copy->readings, compare_readings);
  return copy;
}

/* What was told about the value but not by it. */
static void
copy_surroundings (EntenteDate *to, const EntenteDate *from)
{
  set_string (&to->wording, from->wording);
  set_string (&to->bound_reason, from->bound_reason);
  to->still_so = from->still_so;
  to->basis = from->basis;
  to->day_order = from->day_order;
  to->not_before = from->not_before;
  to->not_after = from->not_after;
  apply_bounds (to);
}

EntenteDate *
entente_date_shift (const EntenteDate *date, int steps)
{
  g_autoptr (EntenteEdtf) value = NULL;
  EntenteDate *shifted;

  if (!entente_date_is_dated (date))
    return NULL;
  value = entente_edtf_parse (date->edtf, NULL);
  if (value == NULL || !entente_edtf_shift (value, steps))
    return NULL;
  shifted = new_from_value (value);
  copy_surroundings (shifted, date);
  return shifted;
}

int
entente_date_get_level (const EntenteDate *date)
{
  g_autoptr (EntenteEdtf) value = NULL;

  if (!entente_date_is_dated (date))
    return -1;
  value = entente_edtf_parse (date->edtf, NULL);
  return value == NULL ? -1 : entente_edtf_get_level (value);
}

gboolean
entente_date_is_dated (const EntenteDate *date)
{
  return date != NULL && date->form != ENTENTE_DATE_UNDATED;
}
