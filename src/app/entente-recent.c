/* The list of recent studies in the settings.
 *
 * Titles, counts and a sketch are stored, so that the start page opens no file. A study stands
 * once, by its path. Main thread.
 */
#include "config.h"

#include "entente-palette.h"
#include "entente-recent.h"
#include <glib/gi18n.h>

#define STUDIES_TYPE "a(ssiix)"
#define SKETCHES_TYPE "a{sa(ya(yy))}"
#define MARKS_MAX 24 /* in a lane of a sketch */

static void
free_lane (gpointer data)
{
  EntenteSketchLane *lane = data;

  g_array_unref (lane->marks);
  g_free (lane);
}

static EntenteSketchLane *
new_lane (guint hue)
{
  EntenteSketchLane *lane = g_new (EntenteSketchLane, 1);

  lane->hue = (guint8) hue;
  lane->marks = g_array_new (FALSE, FALSE, sizeof (EntenteSketchMark));
  return lane;
}

void
entente_recent_study_free (EntenteRecentStudy *study)
{
  g_free (study->path);
  g_free (study->title);
  g_ptr_array_unref (study->lanes);
  g_free (study);
}

/* ---- sketches ---- */

typedef struct {
  const EntenteChronicle *chronicle;
  EntenteSpan extent;
  GPtrArray *lanes;
  guint32 bodies[ENTENTE_SKETCH_LANES]; /* of each lane */
} Sketch;

static guint8
scale_time (const Sketch *sketch, gint64 time)
{
  double length = MAX (1.0, (double) sketch->extent.end - (double) sketch->extent.start);
  double part = ((double) time - (double) sketch->extent.start) / length;

  return (guint8) (CLAMP (part, 0, 1) * ENTENTE_SKETCH_STEPS);
}

/* Lane of the body that leads a move, made when there is place for it; NULL for none. */
static EntenteSketchLane *
find_lane (Sketch *sketch, guint row)
{
  guint32 lead = entente_chronicle_get_lead (sketch->chronicle, row);
  EntenteSpan window = entente_chronicle_get_window (sketch->chronicle, row);
  guint32 body = lead == ENTENTE_NO_INDEX
                   ? ENTENTE_NO_INDEX
                   : entente_chronicle_get_body (sketch->chronicle, lead, window);

  if (body == ENTENTE_NO_INDEX)
    return NULL;
  for (guint i = 0; i < sketch->lanes->len; i++)
    if (sketch->bodies[i] == body)
      return g_ptr_array_index (sketch->lanes, i);
  if (sketch->lanes->len == ENTENTE_SKETCH_LANES)
    return NULL;
  sketch->bodies[sketch->lanes->len] = body;
  g_ptr_array_add (sketch->lanes,
                   new_lane (entente_palette_get_hue (sketch->chronicle, body, window)));
  return g_ptr_array_index (sketch->lanes, sketch->lanes->len - 1);
}

static void
add_mark (Sketch *sketch, guint row)
{
  EntenteSketchLane *lane = find_lane (sketch, row);
  EntenteSpan window = entente_chronicle_get_window (sketch->chronicle, row);
  EntenteSketchMark mark;

  if (!lane || lane->marks->len >= MARKS_MAX)
    return;
  if (window.start <= ENTENTE_TIME_MIN || window.end >= ENTENTE_TIME_MAX)
    window.start = window.end = entente_chronicle_get_place (sketch->chronicle, row);
  mark = (EntenteSketchMark){ scale_time (sketch, window.start), scale_time (sketch, window.end) };
  g_array_append_val (lane->marks, mark);
}

/* Who moved first, and when; of large studies so many moves as the small picture can hold. */
static GPtrArray *
make_lanes (const EntenteChronicle *chronicle)
{
  Sketch sketch = { .chronicle = chronicle, .lanes = g_ptr_array_new_with_free_func (free_lane) };
  guint n = entente_chronicle_get_n_placed (chronicle);
  guint step = MAX (1, n / (ENTENTE_SKETCH_LANES * MARKS_MAX));

  if (!entente_chronicle_get_extent (chronicle, &sketch.extent))
    return sketch.lanes;
  for (guint row = 0; row < n; row += step)
    add_mark (&sketch, row);
  return sketch.lanes;
}

static GVariant *
pack_lanes (const GPtrArray *lanes)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ya(yy))"));
  for (guint i = 0; i < lanes->len; i++) {
    const EntenteSketchLane *lane = g_ptr_array_index (lanes, i);

    g_variant_builder_open (&builder, G_VARIANT_TYPE ("(ya(yy))"));
    g_variant_builder_add (&builder, "y", lane->hue);
    g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(yy)"));
    for (guint j = 0; j < lane->marks->len; j++) {
      const EntenteSketchMark *mark = &g_array_index (lane->marks, EntenteSketchMark, j);

      g_variant_builder_add (&builder, "(yy)", mark->start, mark->end);
    }
    g_variant_builder_close (&builder);
    g_variant_builder_close (&builder);
  }
  return g_variant_builder_end (&builder);
}

static void
unpack_lanes (GVariant *packed, GPtrArray *lanes)
{
  GVariantIter iter;
  GVariantIter *marks;
  guint8 hue;

  g_variant_iter_init (&iter, packed);
  while (lanes->len < ENTENTE_SKETCH_LANES &&
         g_variant_iter_next (&iter, "(ya(yy))", &hue, &marks)) {
    EntenteSketchLane *lane = new_lane (hue);
    EntenteSketchMark mark;

    while (g_variant_iter_next (marks, "(yy)", &mark.start, &mark.end))
      g_array_append_val (lane->marks, mark);
    g_variant_iter_free (marks);
    g_ptr_array_add (lanes, lane);
  }
}

/* ---- paths ---- */

/* A path is absolute, so neither is taken for the other. */
#define URI_PREFIX "file://"

char *
entente_recent_pack_path (const char *path)
{
  char *uri = g_utf8_validate (path, -1, NULL) ? NULL : g_filename_to_uri (path, NULL, NULL);

  return uri ? uri : g_utf8_make_valid (path, -1);
}

char *
entente_recent_unpack_path (const char *packed)
{
  char *path =
    g_str_has_prefix (packed, URI_PREFIX) ? g_filename_from_uri (packed, NULL, NULL) : NULL;

  return path ? path : g_strdup (packed);
}

/* ---- the list ---- */

GPtrArray *
entente_recent_list (GSettings *settings)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_recent_study_free);
  g_autoptr (GVariant) studies = g_settings_get_value (settings, "recent-studies");
  g_autoptr (GVariant) sketches = g_settings_get_value (settings, "recent-sketches");
  EntenteRecentStudy values;
  GVariantIter iter;
  char *packed;

  g_variant_iter_init (&iter, studies);
  while (g_variant_iter_next (&iter,
                              "(ssiix)",
                              &packed,
                              &values.title,
                              &values.n_events,
                              &values.n_articles,
                              &values.time)) {
    EntenteRecentStudy *study = g_memdup2 (&values, sizeof values);
    g_autoptr (GVariant) lanes =
      g_variant_lookup_value (sketches, packed, G_VARIANT_TYPE ("a(ya(yy))"));

    study->path = entente_recent_unpack_path (packed);
    g_free (packed);
    study->lanes = g_ptr_array_new_with_free_func (free_lane);
    if (lanes)
      unpack_lanes (lanes, study->lanes);
    g_ptr_array_add (list, study);
  }
  return list;
}

/* Sketches first: who follows "recent-studies" finds them. */
static void
store_list (GSettings *settings, const GPtrArray *list)
{
  GVariantBuilder studies, sketches;

  g_variant_builder_init (&studies, G_VARIANT_TYPE (STUDIES_TYPE));
  g_variant_builder_init (&sketches, G_VARIANT_TYPE (SKETCHES_TYPE));
  for (guint i = 0; i < MIN (list->len, ENTENTE_RECENT_MAX); i++) {
    const EntenteRecentStudy *study = g_ptr_array_index (list, i);
    g_autofree char *packed = entente_recent_pack_path (study->path);

    g_variant_builder_add (&studies,
                           "(ssiix)",
                           packed,
                           study->title,
                           study->n_events,
                           study->n_articles,
                           study->time);
    g_variant_builder_add (&sketches, "{s@a(ya(yy))}", packed, pack_lanes (study->lanes));
  }
  g_settings_set_value (settings, "recent-sketches", g_variant_builder_end (&sketches));
  g_settings_set_value (settings, "recent-studies", g_variant_builder_end (&studies));
}

static void
take_out (GPtrArray *list, const char *path)
{
  for (guint i = list->len; i > 0; i--) {
    const EntenteRecentStudy *study = g_ptr_array_index (list, i - 1);

    if (g_str_equal (study->path, path))
      g_ptr_array_remove_index (list, i - 1);
  }
}

void
entente_recent_add (GSettings *settings, EntenteStudy *study)
{
  g_autoptr (GPtrArray) list = entente_recent_list (settings);
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  EntenteRecentStudy *entry = g_new (EntenteRecentStudy, 1);

  *entry = (EntenteRecentStudy){
    .path = g_canonicalize_filename (entente_study_get_path (study), NULL),
    .title = g_strdup (entente_study_get_title (study)),
    .n_events = (int) entente_chronicle_get_n_rows (chronicle),
    .n_articles = (int) entente_chronicle_get_n_articles (chronicle),
    .time = g_get_real_time () / G_USEC_PER_SEC,
    .lanes = make_lanes (chronicle),
  };
  take_out (list, entry->path);
  g_ptr_array_insert (list, 0, entry);
  store_list (settings, list);
}

void
entente_recent_forget (GSettings *settings, const char *path)
{
  g_autoptr (GPtrArray) list = entente_recent_list (settings);

  take_out (list, path);
  store_list (settings, list);
}

/* ---- words ---- */

/* Days of the calendar between two moments, in the zone of this computer. */
static gint64
count_days (gint64 from, gint64 to)
{
  g_autoptr (GDateTime) first = g_date_time_new_from_unix_local (from);
  g_autoptr (GDateTime) last = g_date_time_new_from_unix_local (to);
  GDate a, b;

  if (!first || !last)
    return 0;
  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a,
                  (GDateDay) g_date_time_get_day_of_month (first),
                  g_date_time_get_month (first),
                  (GDateYear) g_date_time_get_year (first));
  g_date_set_dmy (&b,
                  (GDateDay) g_date_time_get_day_of_month (last),
                  g_date_time_get_month (last),
                  (GDateYear) g_date_time_get_year (last));
  return g_date_days_between (&a, &b);
}

char *
entente_recent_format_day (gint64 time, gint64 now)
{
  gint64 n_days = count_days (time, now);
  gulong n;

  if (n_days <= 0)
    return g_strdup (_ ("today"));
  n = (gulong) n_days;
  if (n == 1)
    return g_strdup (_ ("yesterday"));
  if (n < 14)
    return g_strdup_printf (ngettext ("%lu day ago", "%lu days ago", n), n);
  if (n < 61)
    return g_strdup_printf (ngettext ("%lu week ago", "%lu weeks ago", n / 7), n / 7);
  if (n < 730)
    return g_strdup_printf (ngettext ("%lu month ago", "%lu months ago", n / 30), n / 30);
  return g_strdup_printf (ngettext ("%lu year ago", "%lu years ago", n / 365), n / 365);
}
