/* What is said of an event: the tip under the pointer, and the sentence that a screen reader speaks. Dates come from the
 * chronicle, so nothing waits for the file; the date as told joins once it is read. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

/* ---- dates in words ---- */

/* Four digits behind the sign. */
static char *
format_year (gint64 year)
{
  return g_strdup_printf ("%s%04" G_GINT64_FORMAT, year < 0 ? "-" : "", ABS (year));
}

static char *
format_day (gint64 time)
{
  EntenteDay day = entente_time_get_day (time);
  g_autofree char *year = format_year (day.year);

  return g_strdup_printf ("%s-%02d-%02d", year, day.month, day.day);
}

/* As fine as it was told. */
static char *
format_clock (gint64 time, guint precision)
{
  g_autofree char *day = format_day (time);
  int second = (int) (time - entente_time_to_day (time) * ENTENTE_SECONDS_PER_DAY);

  if (precision == ENTENTE_PRECISION_HOUR)
    return g_strdup_printf ("%sT%02d", day, second / 3600);
  if (precision == ENTENTE_PRECISION_MINUTE)
    return g_strdup_printf ("%sT%02d:%02d", day, second / 3600, second / 60 % 60);
  return g_strdup_printf ("%sT%02d:%02d:%02d", day, second / 3600, second / 60 % 60, second % 60);
}

/* A window that is just a year, a month or a day, as EDTF; NULL otherwise. */
static char *
format_unit (EntenteSpan window, guint precision)
{
  EntenteDay first = entente_time_get_day (window.start), last = entente_time_get_day (window.end);
  g_autofree char *year = format_year (first.year);

  if (precision == ENTENTE_PRECISION_YEAR && first.month == 1 && first.day == 1 &&
      last.year == first.year + 1 && last.month == 1 && last.day == 1)
    return g_steal_pointer (&year);
  if (precision == ENTENTE_PRECISION_MONTH && first.day == 1 && last.day == 1 &&
      last.year * 12 + last.month == first.year * 12 + first.month + 1)
    return g_strdup_printf ("%s-%02d", year, first.month);
  if (precision >= ENTENTE_PRECISION_HOUR)
    return format_clock (window.start, precision);
  if (window.end - window.start <= ENTENTE_SECONDS_PER_DAY)
    return format_day (window.start);
  return NULL;
}

static const char *
get_doubt (guint flags)
{
  if ((flags & ENTENTE_ROW_APPROXIMATE) && (flags & ENTENTE_ROW_UNCERTAIN))
    return "%";
  return flags & ENTENTE_ROW_APPROXIMATE ? "~" : flags & ENTENTE_ROW_UNCERTAIN ? "?" : "";
}

static char *
make_point (const EntenteEventRow *values)
{
  EntenteSpan window = entente_date_points_get_window (&values->points);
  gboolean open_start = window.start == ENTENTE_TIME_MIN, open_end = window.end == ENTENTE_TIME_MAX;
  g_autofree char *unit = open_start || open_end ? NULL : format_unit (window, values->precision);
  g_autofree char *first = open_start ? g_strdup ("") : format_day (window.start);
  g_autofree char *last = open_end ? g_strdup ("") : format_day (window.end - 1);

  if (unit != NULL)
    return g_strdup_printf ("%s%s", unit, get_doubt (values->flags));
  return open_start && open_end ? g_strdup ("") : g_strdup_printf ("[%s..%s]", first, last);
}

static char *
make_span (const EntenteEventRow *values)
{
  const EntenteDatePoints *points = &values->points;
  const char *doubt = get_doubt (values->flags);
  g_autofree char *first = points->earliest_start == ENTENTE_TIME_MIN
                             ? g_strdup ("..")
                             : format_day (points->earliest_start);
  g_autofree char *last =
    points->latest_end == ENTENTE_TIME_MAX ? g_strdup ("..") : format_day (points->latest_end - 1);

  return g_strdup_printf ("%s%s/%s%s",
                          first,
                          g_str_equal (first, "..") ? "" : doubt,
                          last,
                          g_str_equal (last, "..") ? "" : doubt);
}

static EntenteDate *
make_date (const EntenteEventRow *values)
{
  EntenteSpan window = entente_date_points_get_window (&values->points);
  g_autoptr (EntenteDate) undated = entente_date_new_undated ();
  g_autofree char *edtf = NULL;
  EntenteDate *date;

  if (values->form == ENTENTE_DATE_UNDATED)
    return entente_date_with_bounds (undated, window.start, window.end, NULL);
  edtf = values->form == ENTENTE_DATE_SPAN ? make_span (values) : make_point (values);
  date = entente_date_parse (edtf, NULL);
  return date != NULL ? date : g_steal_pointer (&undated);
}

char *
entente_timeline_tip_format_date (EntenteTimeline *self, guint32 row)
{
  EntenteEventRow values;
  g_autoptr (EntenteDate) date = NULL;

  entente_chronicle_get_row (self->chronicle, row, &values);
  date = make_date (&values);
  return entente_date_format (date);
}

/* ---- sentences ---- */

static char *
format_place (EntenteTimeline *self, guint32 row)
{
  guint n = self->filtered != NULL ? entente_bitset_count (self->filtered)
                                   : entente_chronicle_get_n_rows (self->chronicle);
  guint at = self->filtered != NULL ? entente_bitset_rank (self->filtered, row) : row;

  if (self->filtered != NULL && !entente_bitset_contains (self->filtered, row))
    return g_strdup (_ ("outside the filter"));
  /* TRANSLATORS: place of an event among those that pass the filter: "3 of 15" */
  return g_strdup_printf (C_ ("event", "%'u of %'u"), at + 1, n);
}

/* "…, no answer recorded" after what else is said of it, for moves that wait for one. */
static char *
format_evidence (EntenteTimeline *self, guint32 row, const char *between)
{
  const char *evidence =
    entente_enum_label (ENTENTE_ENUM_EVIDENCE,
                        (int) entente_chronicle_get_evidence (self->chronicle, row));

  if (entente_chronicle_get_answered (self->chronicle, row) != ENTENTE_ANSWERED_NO)
    return g_strdup (evidence);
  return g_strconcat (evidence, between, _ ("no answer recorded"), NULL);
}

static char *
get_title (EntenteTimeline *self, guint32 row)
{
  const char *title = entente_timeline_feed_get_title (self, row);

  return title != NULL ? g_strdup (title) : entente_chronicle_describe (self->chronicle, row);
}

char *
entente_timeline_tip_describe (EntenteTimeline *self, guint32 row)
{
  g_autofree char *title = get_title (self, row),
                  *date = entente_timeline_tip_format_date (self, row);
  g_autofree char *place = format_place (self, row), *evidence = format_evidence (self, row, ", ");
  const char *kind = entente_kind_get_label (entente_chronicle_get_kind (self->chronicle, row));

  return g_strdup_printf ("%s, %s, %s, %s, %s", title, kind, date, evidence, place);
}

/* ---- the tip ---- */

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_event_tip (EntenteTimeline *self, guint32 row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = get_title (self, row),
                  *date = entente_timeline_tip_format_date (self, row);
  g_autofree char *place = format_place (self, row), *evidence = format_evidence (self, row, " · ");
  g_autofree char *told = NULL, *last = NULL;
  const char *wording = entente_timeline_feed_get_wording (self, row);
  const char *kind = entente_kind_get_label (entente_chronicle_get_kind (self->chronicle, row));

  if (wording != NULL)
    told = g_strdup_printf (_ ("%s, told as “%s”"), date, wording);
  last = g_strdup_printf ("%s · %s · %s", kind, evidence, place);
  add_line (box, title, "heading");
  add_line (box, told != NULL ? told : date, NULL);
  add_line (box, last, "dim-label");
  return box;
}

static GtkWidget *
make_bundle_tip (EntenteTimeline *self, const EntenteSceneBundle *bundle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const EntenteLane *lane = entente_lanes_get (self->lanes, bundle->lane);
  EntenteSpan span = { entente_chronicle_get_place (self->chronicle, lane->filtered[bundle->first]),
                       entente_chronicle_get_place (self->chronicle, lane->filtered[bundle->last]) +
                         1 };
  g_autofree char *reach = entente_span_format (span);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "%'u move in the lane of %s",
                                                         "%'u moves in the lane of %s",
                                                         bundle->count),
                                            bundle->count,
                                            entente_lanes_get_name (self->lanes, bundle->lane));

  add_line (box, title, "heading");
  add_line (box, reach, NULL);
  add_line (box, _ ("Enter zooms in, L lists them"), "dim-label");
  return box;
}

static GtkWidget *
make_density_tip (EntenteTimeline *self, const EntenteHit *hit)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const EntenteSceneBar *bar = &self->scene->bars[hit->index];
  EntenteSpan span = { entente_timescale_to_time (&self->scale, bar->x),
                       entente_timescale_to_time (&self->scale, bar->x + ENTENTE_SCENE_BAR) };
  g_autofree char *reach = entente_span_format (span);
  /* TRANSLATORS: filtered moves in a bar of density, of all */
  g_autofree char *counts = g_strdup_printf (_ ("%'u of %'u moves"), bar->filtered, bar->total);

  add_line (box, entente_lanes_get_name (self->lanes, hit->lane), "heading");
  add_line (box, counts, NULL);
  add_line (box, reach, "dim-label");
  if (bar->filtered > 0)
    add_line (box, _ ("Its menu lists them, L where the keyboard is"), "dim-label");
  return box;
}

/* A name may be cut. */
static GtkWidget *
make_lane_tip (EntenteTimeline *self, guint lane)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  g_autofree char *counts = g_strdup_printf (_ ("%'u of %'u moves"), found->n_made, found->n_total);

  add_line (box, entente_lanes_get_name (self->lanes, lane), "heading");
  add_line (box, counts, NULL);
  return box;
}

static GtkWidget *
make_era_tip (const EntenteEra *era)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *extent = entente_date_format (era->extent);

  add_line (box, era->name, "heading");
  add_line (box, extent, NULL);
  if (era->recurring)
    add_line (box, _ ("Comes back each year"), "dim-label");
  return box;
}

static GtkWidget *
make_tip (EntenteTimeline *self, int x, int y)
{
  int era = entente_timeline_find_era (self, x, y);
  const GdkRectangle *shelf = &self->parts.shelf;
  EntenteHit hit = entente_timeline_hit (self, x, y);
  guint lane = entente_timeline_header_find_lane (self, x, y);
  int chip = y >= shelf->y && y < shelf->y + shelf->height
               ? entente_hit_find_chip (self->scene, x - shelf->x)
               : -1;

  if (era >= 0)
    return make_era_tip (entente_chronicle_get_era (self->chronicle, self->scene->eras[era].era));
  if (chip >= 0)
    return make_event_tip (self, self->scene->chips[chip].row);
  if (hit.row != ENTENTE_NO_INDEX)
    return make_event_tip (self, hit.row);
  if (hit.kind == ENTENTE_HIT_BUNDLE)
    return make_bundle_tip (self, &self->scene->bundles[hit.index]);
  if (hit.kind == ENTENTE_HIT_DENSITY)
    return make_density_tip (self, &hit);
  if (lane != ENTENTE_NO_INDEX)
    return make_lane_tip (self, lane);
  return NULL;
}

static gboolean
query_tooltip_cb (EntenteTimeline *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GdkRectangle area = { x - 8, y - 8, 16, 16 };
  GtkWidget *tip;

  if (keyboard || self->lanes == NULL || self->drag != TIMELINE_DRAG_NONE || self->popover != NULL)
    return FALSE;
  tip = make_tip (self, (int) entente_timeline_mirror_x (self, x), y);
  if (tip == NULL)
    return FALSE;
  gtk_tooltip_set_custom (tooltip, tip);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

void
entente_timeline_tip_init (EntenteTimeline *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
