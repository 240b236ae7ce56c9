/* EntentePicture: from events and options to a scene that is laid out, and the parts of the figure
 * in their places. */

#include "config.h"

#include "entente-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAMES_PX 172.0
#define NAMES_NARROW_PX 118.0 /* where the picture is narrow */
#define NARROW_PX 760.0
#define TITLE_MAX 240 /* characters of a title that may ever show */
#define SHELF_LINES 4

#define GREY(level)                                                                                \
  {                                                                                                \
    level, level, level, 1                                                                         \
  }

static const EntentePictureColours colourful = {
  .ground = GREY (1),
  .ground_odd = GREY (0.968),
  .text = GREY (0.13),
  .dim = GREY (0.36),
  .line = GREY (0.84),
  .grid = GREY (0.87),
  .grid_fine = GREY (0.945),
  .chip = GREY (0.92),
  .chip_line = GREY (0.92),
  .era = GREY (0.88),
  .era_short = GREY (0.66),
  .pill = GREY (0.12),
  .pill_text = GREY (1),
};

static const EntentePictureColours black_ink = {
  .ground = GREY (1),
  .ground_odd = GREY (1),
  .text = GREY (0),
  .dim = GREY (0.2),
  .line = GREY (0.5),
  .grid = GREY (0.62),
  .grid_fine = GREY (0.88),
  .chip = GREY (1),
  .chip_line = GREY (0.4),
  .era = GREY (0.86),
  .era_short = GREY (0.6),
  .pill = GREY (0),
  .pill_text = GREY (1),
};

void
entente_picture_options_init (EntentePictureOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  *options = (EntentePictureOptions){
    .links = ENTENTE_SCENE_LINKS_NONE,
    .shelf_days = ENTENTE_LANES_SHELF_DAYS,
    .made_time = g_get_real_time () / G_USEC_PER_SEC,
  };
  if (epoch != NULL && *epoch != '\0')
    options->made_time = g_ascii_strtoll (epoch, NULL, 10);
}

EntenteBitset *
entente_picture_leave_out_private (const EntenteChronicle *chronicle,
                                   const EntenteBitset *rows,
                                   char **remark)
{
  guint n_rows = entente_chronicle_get_n_rows (chronicle);
  EntenteBitset *shown = entente_bitset_new (n_rows);
  guint n = 0;

  for (guint row = entente_bitset_next (rows, 0); row < n_rows;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEventRow event;

    entente_chronicle_get_row (chronicle, row, &event);
    if (event.flags & ENTENTE_ROW_PRIVATE)
      n++;
    else
      entente_bitset_add (shown, row);
  }
  if (remark != NULL && n > 0)
    *remark = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u private event left out.", "%u private events left out.", n),
      n);
  return shown;
}

/* ---- what the scene asks ---- */

/* NULL in the first round, when it is noted what to read. */
static const char *
get_title (guint32 row, gpointer data)
{
  EntentePicture *self = data;
  const char *title = g_hash_table_lookup (self->titles, GUINT_TO_POINTER (row));

  if (title == NULL)
    g_array_append_val (self->wanted_titles, row);
  return title;
}

static gboolean
get_detail (guint32 row, EntenteSceneDetail *detail, gpointer data)
{
  EntentePicture *self = data;
  const EntenteSceneDetail *known = g_hash_table_lookup (self->details, GUINT_TO_POINTER (row));

  if (known == NULL) {
    g_array_append_val (self->wanted_details, row);
    return FALSE;
  }
  *detail = *known;
  return TRUE;
}

/* ---- reading ---- */

static void
take_title (EntentePicture *self, guint32 row, const char *title)
{
  g_autofree char *own = NULL;

  if (title == NULL || *title == '\0')
    title = own = entente_chronicle_describe (self->options.chronicle, row);
  g_hash_table_insert (self->titles,
                       GUINT_TO_POINTER (row),
                       g_utf8_strlen (title, -1) > TITLE_MAX
                         ? g_utf8_substring (title, 0, TITLE_MAX)
                         : g_strdup (title));
}

static gboolean
read_titles (EntentePicture *self, GError **error)
{
  guint n = self->wanted_titles->len;
  g_autofree EntenteId *ids = g_new (EntenteId, n);
  char **titles;

  for (guint i = 0; i < n; i++)
    ids[i] = entente_chronicle_get_id (self->options.chronicle,
                                       g_array_index (self->wanted_titles, guint32, i));
  titles = self->options.source.read_titles (self->options.source.data, ids, n, error);
  if (titles == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    take_title (self, g_array_index (self->wanted_titles, guint32, i), titles[i]);
    g_free (titles[i]);
  }
  g_free (titles);
  return TRUE;
}

static gboolean
read_details (EntentePicture *self, GCancellable *cancellable, GError **error)
{
  const EntentePictureSource *source = &self->options.source;

  for (guint i = 0; source->read_event != NULL && i < self->wanted_details->len; i++) {
    guint32 row = g_array_index (self->wanted_details, guint32, i);
    EntenteId id = entente_chronicle_get_id (self->options.chronicle, row);
    EntenteSceneDetail *detail = NULL;
    g_autoptr (EntenteEvent) event = NULL;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    event = source->read_event (source->data, id, error);
    if (event == NULL)
      return FALSE;
    detail = g_new (EntenteSceneDetail, 1);
    entente_scene_detail_read (detail, event);
    g_hash_table_insert (self->details, GUINT_TO_POINTER (row), detail);
  }
  return TRUE;
}

static gboolean
read_wanted (EntentePicture *self, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->wanted_titles->len > 0 && !read_titles (self, error))
    return FALSE;
  return read_details (self, cancellable, error);
}

/* ---- laying out ---- */

/* From the first to the last place of a glyph, with what is known of the windows around, and the
 * day of publication. */
static EntenteSpan
find_extent (const EntentePicture *self)
{
  const EntenteChronicle *chronicle = self->options.chronicle;
  EntenteSpan extent = { G_MAXINT64, G_MININT64 };
  guint n_placed = entente_chronicle_get_n_placed (chronicle);

  for (guint row = entente_bitset_next (self->options.rows, 0); row < n_placed;
       row = entente_bitset_next (self->options.rows, row + 1)) {
    EntenteSpan window = entente_chronicle_get_window (chronicle, row);
    gint64 place = entente_chronicle_get_place (chronicle, row);

    if (entente_lane_index_is_on_shelf (self->index, row))
      continue;
    extent.start = MIN (extent.start, window.start != ENTENTE_TIME_MIN ? window.start : place);
    extent.end = MAX (extent.end, window.end != ENTENTE_TIME_MAX ? window.end : place);
  }
  if (extent.end < extent.start)
    return (EntenteSpan){ ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  if (self->published != ENTENTE_TIME_MIN) {
    extent.start = MIN (extent.start, self->published);
    extent.end = MAX (extent.end, self->published + ENTENTE_SECONDS_PER_DAY);
  }
  return extent;
}

/* An open end of the span asked for is that of what there is. */
static EntenteTimescale
make_scale (const EntentePicture *self, double lanes_px)
{
  EntenteSpan span = self->options.span;

  if (span.start == ENTENTE_TIME_MIN)
    span.start = self->extent.start;
  if (span.end == ENTENTE_TIME_MAX)
    span.end = self->extent.end;
  if (self->options.has_span && span.start != ENTENTE_TIME_MIN && span.end != ENTENTE_TIME_MAX &&
      span.end > span.start)
    return entente_timescale_fit (span, lanes_px, 0);
  return entente_timescale_fit (self->extent, lanes_px, ENTENTE_PICTURE_FIT_MARGIN);
}

static GArray *
find_selected_rows (const EntentePicture *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->options.n_selection; i++) {
    guint32 row = entente_chronicle_find_row (self->options.chronicle, self->options.selection[i]);

    if (row != ENTENTE_NO_INDEX)
      g_array_append_val (rows, row);
  }
  return rows;
}

static void
make_lanes (EntentePicture *self, guint max_lanes)
{
  const EntenteLanesOptions options = { .max_lanes = max_lanes, .choice = self->choice };

  g_clear_pointer (&self->lanes, entente_lanes_unref);
  self->lanes =
    entente_lanes_new (self->index, self->options.chronicle, self->options.rows, &options);
}

static void
update_scene (EntentePicture *self, double lanes_px)
{
  g_autoptr (GArray) selected = find_selected_rows (self);
  const EntenteSceneInput input = {
    .chronicle = self->options.chronicle,
    .filtered = self->options.rows,
    .lanes = self->lanes,
    .scale = make_scale (self, lanes_px),
    .height_px = self->fill_px,
    .shelf_width_px = SHELF_LINES * MAX (self->notes_px - self->names_px, 1),
    .selection = (const guint32 *) (gpointer) selected->data,
    .n_selection = selected->len,
    .links = self->options.links,
    .titles = TRUE,
    .published = self->published,
    .today = self->today,
    .positions = self->options.positions,
    .title = get_title,
    .detail = get_detail,
    .measure = entente_picture_measure_label,
    .data = self,
  };

  g_array_set_size (self->wanted_titles, 0);
  g_array_set_size (self->wanted_details, 0);
  entente_scene_update (self->scene, &input);
}

gboolean
entente_picture_lay_out (EntentePicture *self,
                         double lanes_px,
                         double notes_px,
                         guint max_lanes,
                         GCancellable *cancellable,
                         GError **error)
{
  self->notes_px = notes_px;
  entente_scene_free (self->scene); /* a scene remembers how it was drawn before */
  self->scene = entente_scene_new ();
  make_lanes (self, max_lanes);
  update_scene (self, lanes_px);
  if (self->wanted_titles->len > 0 || self->wanted_details->len > 0) {
    if (!read_wanted (self, cancellable, error))
      return FALSE;
    update_scene (self, lanes_px);
  }
  self->notes_height = entente_picture_paint_notes (self, NULL);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* ---- making ---- */

static void
copy_options (EntentePicture *self, const EntentePictureOptions *options)
{
  EntentePictureOptions *own = &self->options;

  *own = *options;
  own->chronicle = entente_chronicle_ref (options->chronicle);
  own->rows = entente_bitset_ref (options->rows);
  own->positions = options->positions ? entente_positions_ref (options->positions) : NULL;
  own->selection = g_memdup2 (options->selection, options->n_selection * sizeof (EntenteId));
  own->lanes = NULL;
  own->study = g_strdup (options->study);
  own->filter = g_strdup (options->filter);
  own->remark = g_strdup (options->remark);
  own->width_px = CLAMP (options->width_px > 0 ? options->width_px : ENTENTE_PICTURE_WIDTH,
                         ENTENTE_PICTURE_WIDTH_MIN,
                         ENTENTE_PICTURE_WIDTH_MAX);
}

static EntentePicture *
make_picture (const EntentePictureOptions *options)
{
  EntentePicture *self = g_new0 (EntentePicture, 1);

  copy_options (self, options);
  self->context = entente_page_style_make_context ();
  self->colours = options->black ? &black_ink : &colourful;
  self->choice = entente_lane_choice_parse (options->lanes);
  self->index =
    entente_lane_index_new_by (options->chronicle, self->choice->field, options->shelf_days);
  self->scene = entente_scene_new ();
  self->ticks = entente_ticks_new ();
  self->published = entente_scene_find_publication (options->chronicle, options->article);
  self->today = options->made_time - options->made_time % ENTENTE_SECONDS_PER_DAY;
  self->extent = find_extent (self);
  self->names_px = self->options.width_px < NARROW_PX ? NAMES_NARROW_PX : NAMES_PX;
  self->titles = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->details = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->wanted_titles = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->wanted_details = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

EntentePicture *
entente_picture_new (const EntentePictureOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (EntentePicture) self = make_picture (options);
  double inner = self->options.width_px - 2 * ENTENTE_PICTURE_MARGIN;

  if (!entente_picture_lay_out (self, inner - self->names_px, inner, 0, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
entente_picture_free (EntentePicture *self)
{
  entente_chronicle_unref (self->options.chronicle);
  entente_bitset_unref (self->options.rows);
  g_clear_pointer (&self->options.positions, entente_positions_unref);
  g_free ((gpointer) self->options.selection);
  g_free ((gpointer) self->options.study);
  g_free ((gpointer) self->options.filter);
  g_free ((gpointer) self->options.remark);
  entente_lane_choice_free (self->choice);
  entente_lane_index_unref (self->index);
  g_clear_pointer (&self->lanes, entente_lanes_unref);
  entente_scene_free (self->scene);
  entente_ticks_free (self->ticks);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->details);
  g_array_unref (self->wanted_titles);
  g_array_unref (self->wanted_details);
  g_object_unref (self->context);
  g_free (self);
}

double
entente_picture_get_width (const EntentePicture *self)
{
  return self->options.width_px;
}

double
entente_picture_get_head (const EntentePicture *self)
{
  return ENTENTE_PICTURE_AXIS + self->scene->n_era_lines * ENTENTE_PICTURE_ERA;
}

double
entente_picture_get_height (const EntentePicture *self)
{
  return ceil (2 * ENTENTE_PICTURE_MARGIN + entente_picture_get_head (self) + self->scene->height +
               self->notes_height);
}

const EntenteScene *
entente_picture_get_scene (const EntentePicture *self)
{
  return self->scene;
}

/* ---- the whole ---- */

void
entente_picture_paint_window (EntentePicture *self,
                              EntenteCanvas *canvas,
                              const EntentePictureWindow *window)
{
  double head = entente_picture_get_head (self);
  const EntenteCanvasGroup lanes = { .x = self->names_px, .y = head };

  entente_picture_paint_head (self, canvas, window);
  entente_picture_paint_names (self, canvas, window);
  entente_canvas_push (canvas, &lanes);
  entente_picture_paint_lanes (self, canvas, window);
  entente_canvas_pop (canvas);
  entente_canvas_line (canvas,
                       0,
                       head + window->height,
                       self->names_px + window->width,
                       head + window->height,
                       1,
                       &self->colours->line);
}

void
entente_picture_paint (EntentePicture *self, EntenteCanvas *canvas)
{
  const EntentePictureWindow window = { 0, 0, self->scene->scale.width_px, self->scene->height };
  const EntenteCanvasGroup inner = { .x = ENTENTE_PICTURE_MARGIN, .y = ENTENTE_PICTURE_MARGIN };
  const EntenteCanvasGroup notes = { .x = ENTENTE_PICTURE_MARGIN,
                                     .y = ENTENTE_PICTURE_MARGIN + entente_picture_get_head (self) +
                                          self->scene->height };

  if (!self->options.transparent) {
    entente_canvas_rectangle (canvas,
                              0,
                              0,
                              entente_picture_get_width (self),
                              entente_picture_get_height (self));
    entente_canvas_fill (canvas, &self->colours->ground);
  }
  entente_canvas_push (canvas, &inner);
  entente_picture_paint_window (self, canvas, &window);
  entente_canvas_pop (canvas);
  entente_canvas_push (canvas, &notes);
  entente_picture_paint_notes (self, canvas);
  entente_canvas_pop (canvas);
}
