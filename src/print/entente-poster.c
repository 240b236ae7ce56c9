/* EntentePoster: cuts a picture into sheets.
 *
 * Columns are cut in equal steps of time, rows between lanes where a lane ends near. Inside the
 * sheets lengths are in pixels of the picture, as they are on the screen.
 */
#include "config.h"

#include "entente-pdf.h"
#include "entente-picture-private.h"
#include "entente-poster.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PT_PER_PX 0.75 /* 96 pixels an inch, as browsers have it */
#define SCALE_LEAST 0.25
#define SCALE_FIT                                                                                  \
  0.64 /* of what is made to fit; smaller, nothing can be read: lanes are put together instead */
#define SCALE_STEP 0.92
#define SCALE_TRIES 6 /* halvings between least and most */
#define SCALE_MOST 1.4 /* of what is made to fit: larger is no clearer */
#define MARGIN_PT 28.0
#define FOOT_PT 16.0
#define OVERLAP_PT 24.0
#define LANES_MIN 3
#define MARK_ROOM 96.0

typedef struct {
  guint row, column;
  EntentePictureWindow window; /* of the lanes; height 0: notes only */
  gboolean notes;
} Sheet;

struct _EntentePoster {
  EntentePicture *picture;
  EntentePosterOptions options;
  EntentePageStyle style;
  double scale; /* points for a pixel */
  double body_width, body_height; /* pixels within the margins, the foot left out */
  double overlap;
  GArray *columns, *rows; /* double: where sheets meet, both ends included */
  GArray *sheets; /* Sheet */
};

/* ---- sizes ---- */

static void
set_scale (EntentePoster *self, double scale)
{
  self->scale = scale;
  self->body_width = (self->style.width_pt - 2 * MARGIN_PT) / scale;
  self->body_height = (self->style.height_pt - 2 * MARGIN_PT - FOOT_PT) / scale;
  self->overlap = OVERLAP_PT / scale;
}

static double
get_lanes_room (const EntentePoster *self)
{
  return self->body_height - entente_picture_get_head (self->picture);
}

static double
get_lanes_width (const EntentePoster *self)
{
  return MAX (self->body_width - self->picture->names_px, 100);
}

static gboolean
fits_one (const EntentePoster *self)
{
  return self->picture->scene->height + self->picture->notes_height <= get_lanes_room (self);
}

static gboolean
lay_out (EntentePoster *self,
         double lanes_px,
         guint max_lanes,
         GCancellable *cancellable,
         GError **error)
{
  return entente_picture_lay_out (self->picture,
                                  lanes_px,
                                  self->body_width,
                                  max_lanes,
                                  cancellable,
                                  error);
}

/* Room that is left is for lanes of density. */
static gboolean
fill_sheet (EntentePoster *self, guint max_lanes, GCancellable *cancellable, GError **error)
{
  if (self->picture->scene->n_bars == 0)
    return TRUE;
  self->picture->fill_px = floor (get_lanes_room (self) - self->picture->notes_height);
  if (!lay_out (self, get_lanes_width (self), max_lanes, cancellable, error))
    return FALSE;
  if (fits_one (self))
    return TRUE;
  self->picture->fill_px = 0;
  return lay_out (self, get_lanes_width (self), max_lanes, cancellable, error);
}

/* Smaller and smaller; then with fewer lanes, the rest in one. */
static gboolean
fit_on_one (EntentePoster *self, GCancellable *cancellable, GError **error)
{
  double least = PT_PER_PX * SCALE_FIT;
  guint max_lanes = 0;

  if (!lay_out (self, get_lanes_width (self), max_lanes, cancellable, error))
    return FALSE;
  while (!fits_one (self) && self->scale > least) {
    set_scale (self, MAX (self->scale * SCALE_STEP, least));
    if (!lay_out (self, get_lanes_width (self), max_lanes, cancellable, error))
      return FALSE;
  }
  while (!fits_one (self) && max_lanes != LANES_MIN) {
    max_lanes = MAX (max_lanes > 0 ? max_lanes - 1 : self->picture->scene->n_lanes, LANES_MIN);
    if (!lay_out (self, get_lanes_width (self), max_lanes, cancellable, error))
      return FALSE;
  }
  return fill_sheet (self, max_lanes, cancellable, error);
}

/* ---- cutting ---- */

static void
cut_columns (EntentePoster *self, guint n)
{
  double width = get_lanes_width (self);
  double x = 0;

  g_array_append_val (self->columns, x);
  for (guint i = 1; i <= n; i++) {
    x += width - (i > 1 ? self->overlap : 0) - (i < n ? self->overlap : 0);
    g_array_append_val (self->columns, x);
  }
}

/* The end of the last lane that ends before @most, but no less than half of the way. */
static double
find_row_end (const EntentePoster *self, double start, double most)
{
  const EntenteScene *scene = self->picture->scene;
  double end = most;

  for (guint i = 0; i < scene->n_lanes; i++) {
    double bottom = scene->lanes[i].y + scene->lanes[i].height;

    if (bottom <= most && bottom > (start + most) / 2)
      end = bottom;
  }
  return end;
}

static void
cut_rows (EntentePoster *self)
{
  double height = self->picture->scene->height, room = get_lanes_room (self);
  double y = 0;

  room = MAX (room, 4 * self->overlap);
  g_array_append_val (self->rows, y);
  while (height - y > room - (y > 0 ? self->overlap : 0)) {
    y = find_row_end (self, y, y + room - self->overlap - (y > 0 ? self->overlap : 0));
    g_array_append_val (self->rows, y);
  }
  g_array_append_val (self->rows, height);
}

static double
get_cut (const GArray *cuts, guint i)
{
  return g_array_index (cuts, double, i);
}

/* What a sheet shows between two cuts, and beyond them as far as sheets overlap. */
static void
get_piece (const EntentePoster *self, const GArray *cuts, guint i, double *start, double *length)
{
  double end = MIN (get_cut (cuts, i + 1) + self->overlap, get_cut (cuts, cuts->len - 1));

  *start = MAX (get_cut (cuts, i) - self->overlap, 0);
  *length = MAX (end - *start, 0);
}

static void
add_sheets (EntentePoster *self)
{
  guint n_rows = self->rows->len - 1, n_columns = self->columns->len - 1;
  Sheet last = { .row = n_rows, .notes = TRUE };

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++) {
      Sheet sheet = { .row = row, .column = column };

      get_piece (self, self->columns, column, &sheet.window.x, &sheet.window.width);
      get_piece (self, self->rows, row, &sheet.window.y, &sheet.window.height);
      sheet.notes =
        row + 1 == n_rows && column == 0 &&
        sheet.window.height + self->picture->notes_height <= get_lanes_room (self) + 0.5;
      last.notes &= !sheet.notes;
      g_array_append_val (self->sheets, sheet);
    }
  if (last.notes)
    g_array_append_val (self->sheets, last);
}

/* ---- making ---- */

static void
cut_sheets (EntentePoster *self)
{
  g_array_set_size (self->rows, 0);
  g_array_set_size (self->sheets, 0);
  cut_rows (self);
  add_sheets (self);
}

/* Anew, at @scale (points for a pixel). */
static gboolean
cut_at (EntentePoster *self,
        double scale,
        guint max_lanes,
        GCancellable *cancellable,
        GError **error)
{
  set_scale (self, scale);
  g_array_set_size (self->columns, 0);
  cut_columns (self, self->options.across);
  if (!lay_out (self, get_cut (self->columns, self->options.across), max_lanes, cancellable, error))
    return FALSE;
  cut_sheets (self);
  return TRUE;
}

static gboolean
fits_sheets (const EntentePoster *self)
{
  return self->sheets->len <= self->options.across * self->options.down;
}

/* At the least scale with fewer and fewer lanes, the rest in one. */
static gboolean
fit_lanes (EntentePoster *self, GCancellable *cancellable, GError **error)
{
  double least = PT_PER_PX * SCALE_FIT;
  guint max_lanes = self->picture->scene->n_lanes;

  while (!fits_sheets (self) && max_lanes > LANES_MIN)
    if (!cut_at (self, least, --max_lanes, cancellable, error))
      return FALSE;
  return TRUE;
}

/* As large as fits in so many sheets: what fits is between @least and @most. */
static gboolean
fit_on_sheets (EntentePoster *self, GCancellable *cancellable, GError **error)
{
  double least = PT_PER_PX * SCALE_FIT;
  double most = PT_PER_PX * SCALE_MOST;

  if (!cut_at (self, least, 0, cancellable, error))
    return FALSE;
  if (!fits_sheets (self))
    return fit_lanes (self, cancellable, error);
  for (guint i = 0; i < SCALE_TRIES; i++) {
    double scale = sqrt (least * most);

    if (!cut_at (self, scale, 0, cancellable, error))
      return FALSE;
    if (fits_sheets (self))
      least = scale;
    else
      most = scale;
  }
  if (!cut_at (self, least, 0, cancellable, error) ||
      (self->sheets->len == 1 && !fill_sheet (self, 0, cancellable, error)))
    return FALSE;
  cut_sheets (self);
  return TRUE;
}

static gboolean
cut (EntentePoster *self, GCancellable *cancellable, GError **error)
{
  if (self->options.across > 0)
    return self->options.down > 0 ? fit_on_sheets (self, cancellable, error)
                                  : cut_at (self, self->scale, 0, cancellable, error);
  if (!fit_on_one (self, cancellable, error))
    return FALSE;
  cut_columns (self, 1);
  cut_sheets (self);
  return TRUE;
}

EntentePoster *
entente_poster_new (EntentePicture *picture,
                    const EntentePosterOptions *options,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (EntentePoster) self = g_new0 (EntentePoster, 1);
  double scale = options->scale > 0 ? options->scale : 1;

  self->picture = picture;
  self->options = *options;
  self->options.across = MIN (options->across, ENTENTE_POSTER_ACROSS_MAX);
  self->columns = g_array_new (FALSE, FALSE, sizeof (double));
  self->rows = g_array_new (FALSE, FALSE, sizeof (double));
  self->sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  entente_page_style_init (&self->style, options->paper, options->landscape);
  set_scale (self, CLAMP (scale, SCALE_LEAST, ENTENTE_PICTURE_SCALE_MAX) * PT_PER_PX);
  if (!cut (self, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
entente_poster_free (EntentePoster *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->sheets);
  g_free (self);
}

guint
entente_poster_get_n_sheets (const EntentePoster *self)
{
  return self->sheets->len;
}

guint
entente_poster_get_n_across (const EntentePoster *self)
{
  return self->columns->len - 1;
}

EntentePaper
entente_poster_get_paper (const EntentePoster *self)
{
  return self->options.paper;
}

const EntentePageStyle *
entente_poster_get_style (const EntentePoster *self)
{
  return &self->style;
}

const char *
entente_poster_get_study (const EntentePoster *self)
{
  return self->picture->options.study != NULL ? self->picture->options.study : "";
}

/* ---- marks of sheets ---- */

/* "A1"; after Z come AA, AB. Free. */
static char *
name_sheet (guint row, guint column)
{
  if (row < 26)
    return g_strdup_printf ("%c%u", 'A' + row, column + 1);
  return g_strdup_printf ("%c%c%u", 'A' + row / 26 - 1, 'A' + row % 26, column + 1);
}

static void
paint_match_line (const EntentePoster *self,
                  EntenteCanvas *canvas,
                  double x0,
                  double y0,
                  double x1,
                  double y1)
{
  static const double dashes[] = { 9, 4, 2, 4 };
  const EntentePaint paint = { .shade = self->picture->colours->text };

  canvas->class->move_to (canvas, x0, y0);
  canvas->class->line_to (canvas, x1, y1);
  canvas->class->stroke (canvas, &paint, 1, dashes, 4, FALSE);
}

/* The name of the neighbour, on ground of its own, in the strip that both sheets show. */
static void
paint_neighbour (const EntentePoster *self,
                 EntenteCanvas *canvas,
                 guint row,
                 guint column,
                 double x,
                 double y)
{
  g_autofree char *name = name_sheet (row, column);
  double width = entente_picture_measure (self->picture, ENTENTE_TYPE_STRONG, name);

  entente_canvas_pill (canvas, x - width / 2 - 4, y - 9, width + 8, 18, 4);
  entente_canvas_fill (canvas, &self->picture->colours->ground);
  entente_canvas_pill (canvas, x - width / 2 - 4, y - 9, width + 8, 18, 4);
  entente_canvas_stroke (canvas, &self->picture->colours->text, 0.8);
  entente_picture_paint_text (self->picture,
                              canvas,
                              ENTENTE_TYPE_STRONG,
                              name,
                              x - width / 2,
                              y,
                              0,
                              &self->picture->colours->text);
}

/* Origin in the corner of the lanes. */
static void
paint_columns_met (const EntentePoster *self, EntenteCanvas *canvas, const Sheet *sheet)
{
  const EntentePictureWindow *window = &sheet->window;
  double y = window->height - 14;

  if (sheet->column > 0) {
    double x = get_cut (self->columns, sheet->column) - window->x;

    paint_match_line (self, canvas, x, 0, x, window->height);
    paint_neighbour (self, canvas, sheet->row, sheet->column - 1, x - self->overlap / 2, y);
  }
  if (sheet->column + 2 < self->columns->len) {
    double x = get_cut (self->columns, sheet->column + 1) - window->x;

    paint_match_line (self, canvas, x, 0, x, window->height);
    paint_neighbour (self, canvas, sheet->row, sheet->column + 1, x + self->overlap / 2, y);
  }
}

static void
paint_rows_met (const EntentePoster *self, EntenteCanvas *canvas, const Sheet *sheet)
{
  const EntentePictureWindow *window = &sheet->window;
  double x = window->width / 2;

  if (sheet->row > 0) {
    double y = get_cut (self->rows, sheet->row) - window->y;

    paint_match_line (self, canvas, 0, y, window->width, y);
    paint_neighbour (self, canvas, sheet->row - 1, sheet->column, x, y - self->overlap / 2);
  }
  if (sheet->row + 2 < self->rows->len) {
    double y = get_cut (self->rows, sheet->row + 1) - window->y;

    paint_match_line (self, canvas, 0, y, window->width, y);
    paint_neighbour (self, canvas, sheet->row + 1, sheet->column, x, y + self->overlap / 2);
  }
}

/* Its name, whose picture it is, which of how many. */
static void
paint_foot (const EntentePoster *self, EntenteCanvas *canvas, guint number)
{
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, number);
  const EntentePictureColours *colours = self->picture->colours;
  double y = self->body_height + FOOT_PT / self->scale * 0.6;
  g_autofree char *name = name_sheet (sheet->row, sheet->column);
  g_autofree char *count = g_strdup_printf (_ ("Sheet %u of %u"), number + 1, self->sheets->len);
  double width = entente_picture_measure (self->picture, ENTENTE_TYPE_PALE, count);

  if (self->sheets->len == 1)
    return;
  entente_picture_paint_text (self->picture,
                              canvas,
                              ENTENTE_TYPE_HEADING,
                              name,
                              0,
                              y,
                              0,
                              &colours->text);
  entente_picture_paint_text (self->picture,
                              canvas,
                              ENTENTE_TYPE_PALE,
                              self->picture->options.study != NULL ? self->picture->options.study
                                                                   : "",
                              MARK_ROOM / 2,
                              y,
                              self->body_width - width - MARK_ROOM,
                              &colours->dim);
  entente_picture_paint_text (self->picture,
                              canvas,
                              ENTENTE_TYPE_PALE,
                              count,
                              self->body_width - width,
                              y,
                              0,
                              &colours->dim);
}

/* ---- painting ---- */

static void
paint_lanes (EntentePoster *self, EntenteCanvas *canvas, const Sheet *sheet)
{
  const EntenteCanvasGroup lanes = { .x = self->picture->names_px,
                                     .y = entente_picture_get_head (self->picture) };

  if (sheet->window.height <= 0)
    return;
  entente_picture_paint_window (self->picture, canvas, &sheet->window);
  entente_canvas_push (canvas, &lanes);
  paint_columns_met (self, canvas, sheet);
  paint_rows_met (self, canvas, sheet);
  entente_canvas_pop (canvas);
}

static void
paint_notes (EntentePoster *self, EntenteCanvas *canvas, const Sheet *sheet)
{
  double head = sheet->window.height > 0 ? entente_picture_get_head (self->picture) : 0;
  const EntenteCanvasGroup notes = { .y = head + sheet->window.height };

  if (!sheet->notes)
    return;
  entente_canvas_push (canvas, &notes);
  entente_picture_paint_notes (self->picture, canvas);
  entente_canvas_pop (canvas);
}

void
entente_poster_paint (EntentePoster *self, guint number, EntenteCanvas *canvas)
{
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, number);
  const EntenteCanvasGroup body = { .x = MARGIN_PT, .y = MARGIN_PT, .scale = self->scale };

  entente_canvas_push (canvas, &body);
  paint_lanes (self, canvas, sheet);
  paint_notes (self, canvas, sheet);
  paint_foot (self, canvas, number);
  entente_canvas_pop (canvas);
}

/* ---- PDF ---- */

static void
describe (const EntentePoster *self, EntentePdf *pdf)
{
  const EntentePictureOptions *options = &self->picture->options;
  g_autofree char *caption = entente_picture_dup_caption (self->picture);

  entente_pdf_describe (pdf,
                        options->study != NULL ? options->study : "",
                        caption,
                        NULL,
                        options->made_time);
}

static void
name_page (const EntentePoster *self, cairo_surface_t *surface, guint number)
{
  const Sheet *sheet = &g_array_index (self->sheets, Sheet, number);
  g_autofree char *name = name_sheet (sheet->row, sheet->column);

  cairo_pdf_surface_set_page_label (surface, name);
}

static gboolean
paint_sheets (EntentePoster *self,
              cairo_surface_t *surface,
              GCancellable *cancellable,
              GError **error)
{
  const EntentePictureOptions *options = &self->picture->options;
  cairo_t *cr = cairo_create (surface);
  EntenteCanvas *canvas = entente_canvas_new_cairo (cr);
  gboolean complete = TRUE;

  for (guint i = 0; complete && i < self->sheets->len; i++) {
    complete = !g_cancellable_set_error_if_cancelled (cancellable, error);
    if (!complete)
      break;
    name_page (self, surface, i);
    entente_poster_paint (self, i, canvas);
    cairo_show_page (cr);
    if (options->progress != NULL)
      options->progress ((i + 1.0) / self->sheets->len, options->progress_data);
  }
  entente_canvas_free (canvas);
  cairo_destroy (cr);
  return complete;
}

gboolean
entente_poster_write_pdf (EntentePoster *self,
                          cairo_write_func_t write,
                          gpointer closure,
                          GCancellable *cancellable,
                          GError **error)
{
  EntentePdf *pdf = entente_pdf_new (write, closure, self->style.width_pt, self->style.height_pt);

  describe (self, pdf);
  return entente_pdf_finish (pdf,
                             paint_sheets (self, entente_pdf_get_surface (pdf), cancellable, error),
                             error);
}
