/* The matrix: who initiates in rows, who is addressed in columns. */
#include "config.h"

#include "entente-relations-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define BAR_INSET 7.0
#define BAR_HEIGHT 7.0
#define BAR_BOTTOM 7.0
#define TINT_MIN 0.03
#define TINT_MAX 0.24
#define HEAD_MARK 3.0

static guint32
get_actor (const EntenteRelationsPicture *self, guint i)
{
  return g_array_index (self->actors, guint32, i);
}

static const EntenteDyad *
find_dyad (const EntenteRelationsPicture *self, guint row, guint column)
{
  return entente_relations_find (self->options.figures->relations,
                                 get_actor (self, row),
                                 get_actor (self, column));
}

static guint
find_most (const EntenteRelationsPicture *self)
{
  guint most = 1;

  for (guint row = 0; row < self->actors->len; row++)
    for (guint column = 0; column < self->actors->len; column++) {
      const EntenteDyad *dyad = find_dyad (self, row, column);

      if (dyad != NULL)
        most = MAX (most, dyad->total);
    }
  return most;
}

/* Short where the actor has a short name: the long one stands before its row. */
static const char *
get_head (const EntenteRelationsPicture *self, guint column)
{
  const EntenteActor *actor =
    entente_chronicle_get_actor (self->options.figures->chronicle, get_actor (self, column));

  return actor->short_label != NULL ? actor->short_label : actor->name;
}

static GArray *
measure_heads (const EntenteRelationsPicture *self)
{
  GArray *widths = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->actors->len; i++) {
    double width =
      ceil (entente_canvas_text_measure (self->context, ENTENTE_TYPE_LEAD, get_head (self, i)));

    g_array_append_val (widths, width);
  }
  return widths;
}

void
entente_relations_picture_lay_out_matrix (EntenteRelationsPicture *self, double width)
{
  g_autoptr (GArray) names =
    entente_relations_picture_measure_names (self,
                                             (const guint32 *) (gpointer) self->actors->data,
                                             self->actors->len);
  g_autoptr (GArray) heads = measure_heads (self);
  g_autofree char *most = g_strdup_printf ("%'u", find_most (self));
  double least = entente_canvas_text_measure (self->context, ENTENTE_TYPE_STRONG, most) + 10;

  entente_matrix_lay_out (&self->matrix,
                          self->actors->len,
                          (const double *) (gpointer) names->data,
                          (const double *) (gpointer) heads->data,
                          least,
                          width);
  self->width = self->matrix.width;
  self->height = self->matrix.height + 8;
}

/* ---- heads ---- */

static void
paint_head (EntenteRelationsPicture *self, EntenteCanvas *canvas, guint column)
{
  const EntenteMatrix *matrix = &self->matrix;
  EntenteShade shade = entente_relations_picture_get_shade (self, get_actor (self, column));
  double x = entente_matrix_get_x (matrix, column), y = matrix->heads_px - HEAD_MARK - 2;
  const EntenteCanvasGroup slanted = { .x = x + matrix->cell_px / 2,
                                       .y = y - 6,
                                       .turn = matrix->slanted ? -45 : 0,
                                       .role = "head" };
  const char *name = get_head (self, column);
  double room = matrix->slanted ? ENTENTE_MATRIX_NAME_MAX : matrix->cell_px - 6;
  g_autofree char *shown = entente_canvas_text_fit (self->context, ENTENTE_TYPE_LEAD, name, room);
  double half = entente_canvas_text_measure (self->context, ENTENTE_TYPE_LEAD, shown) / 2;

  entente_canvas_pill (canvas, x + BAR_INSET, y, matrix->cell_px - 2 * BAR_INSET, HEAD_MARK, 0);
  entente_canvas_fill (canvas, &shade);
  entente_canvas_push (canvas, &slanted);
  entente_canvas_text_paint (canvas,
                             self->context,
                             ENTENTE_TYPE_LEAD,
                             shown,
                             matrix->slanted ? 2 : -half,
                             matrix->slanted ? 0 : -5,
                             0,
                             &self->colours->text);
  entente_canvas_pop (canvas);
}

/* ---- cells ---- */

static void
paint_ground (EntenteRelationsPicture *self, EntenteCanvas *canvas, guint row)
{
  const EntenteMatrix *matrix = &self->matrix;
  double y = entente_matrix_get_y (matrix, row), width = matrix->n * matrix->cell_px;

  if (row % 2 == 1) {
    entente_canvas_rectangle (canvas, matrix->names_px, y, width, matrix->row_px);
    entente_canvas_fill (canvas, &self->colours->ground_odd);
  }
  entente_canvas_rectangle (canvas,
                            entente_matrix_get_x (matrix, row),
                            y,
                            matrix->cell_px,
                            matrix->row_px);
  entente_canvas_fill (canvas, &self->colours->own);
}

static void
paint_count (EntenteRelationsPicture *self,
             EntenteCanvas *canvas,
             const EntenteDyad *dyad,
             double x,
             double y)
{
  const EntenteMatrix *matrix = &self->matrix;
  g_autofree char *count = g_strdup_printf ("%'u", dyad->total);
  double width = entente_canvas_text_measure (self->context, ENTENTE_TYPE_STRONG, count);

  entente_canvas_text_paint (canvas,
                             self->context,
                             ENTENTE_TYPE_STRONG,
                             count,
                             x + (matrix->cell_px - width) / 2,
                             y + (matrix->row_px - BAR_HEIGHT - BAR_BOTTOM) / 2 + 1,
                             0,
                             &self->colours->text);
}

static void
paint_cell (EntenteRelationsPicture *self,
            EntenteCanvas *canvas,
            const EntenteDyad *dyad,
            guint row,
            guint column,
            guint most)
{
  const EntenteMatrix *matrix = &self->matrix;
  double x = entente_matrix_get_x (matrix, column), y = entente_matrix_get_y (matrix, row);
  EntenteShade shade = entente_relations_picture_get_shade (self, dyad->from);
  double share = log1p (dyad->total) / log1p (most);
  EntenteShade tint =
    entente_relations_picture_fade (shade, TINT_MIN + (TINT_MAX - TINT_MIN) * share * share);
  g_autofree char *title =
    entente_relations_describe (self->options.figures->chronicle, dyad->from, dyad->to, dyad);
  const EntenteCanvasGroup cell = { .role = "cell", .count = dyad->total, .title = title };
  const EntenteNetworkBox bar = { x + BAR_INSET,
                                  y + matrix->row_px - BAR_BOTTOM - BAR_HEIGHT,
                                  matrix->cell_px - 2 * BAR_INSET,
                                  BAR_HEIGHT };

  entente_canvas_push (canvas, &cell);
  if (self->options.style != ENTENTE_RELATIONS_BLACK) {
    entente_canvas_rectangle (canvas, x, y, matrix->cell_px, matrix->row_px);
    entente_canvas_fill (canvas, &tint);
  }
  paint_count (self, canvas, dyad, x, y);
  entente_relations_picture_paint_split (self, canvas, dyad->counts, &bar, &shade);
  entente_canvas_pop (canvas);
}

static void
paint_grid (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  const EntenteMatrix *matrix = &self->matrix;
  double right = entente_matrix_get_x (matrix, matrix->n);
  double bottom = entente_matrix_get_y (matrix, matrix->n);

  for (guint i = 0; i <= matrix->n; i++) {
    double x = entente_matrix_get_x (matrix, i), y = entente_matrix_get_y (matrix, i);
    gboolean edge = i == 0 || i == matrix->n;

    entente_canvas_line (canvas,
                         x,
                         matrix->heads_px,
                         x,
                         bottom,
                         1,
                         edge ? &self->colours->line : &self->colours->grid);
    entente_canvas_line (canvas, 0, y, right, y, 1, &self->colours->line);
  }
}

/* In the corner that is free. */
static void
paint_direction (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  if (self->matrix.n > 0)
    entente_canvas_text_paint (canvas,
                               self->context,
                               ENTENTE_TYPE_PALE,
                               /* TRANSLATORS: which way the moves of a matrix go */
                               _ ("from row to column"),
                               ENTENTE_RELATIONS_NAME_X,
                               self->matrix.heads_px - 10,
                               self->matrix.names_px - ENTENTE_RELATIONS_NAME_X,
                               &self->colours->dim);
}

void
entente_relations_picture_paint_matrix_head (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  for (guint i = 0; i < self->matrix.n; i++)
    paint_head (self, canvas, i);
}

void
entente_relations_picture_paint_matrix_side (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  const EntenteMatrix *matrix = &self->matrix;

  paint_direction (self, canvas);
  for (guint i = 0; i < matrix->n; i++) {
    g_autofree char *below = entente_relations_picture_format_party (self, get_actor (self, i));
    double y = entente_matrix_get_y (matrix, i);

    entente_canvas_rectangle (canvas, 0, y, matrix->names_px, matrix->row_px);
    entente_canvas_fill (canvas, i % 2 == 1 ? &self->colours->ground_odd : &self->colours->ground);
    entente_relations_picture_paint_name (self,
                                          canvas,
                                          get_actor (self, i),
                                          below,
                                          y,
                                          matrix->row_px,
                                          matrix->names_px);
    entente_canvas_line (canvas, 0, y, matrix->names_px, y, 1, &self->colours->line);
  }
  entente_canvas_line (canvas,
                       matrix->names_px,
                       matrix->heads_px,
                       matrix->names_px,
                       matrix->height,
                       1,
                       &self->colours->line);
}

void
entente_relations_picture_paint_matrix (EntenteRelationsPicture *self, EntenteCanvas *canvas)
{
  const EntenteMatrix *matrix = &self->matrix;
  guint most = find_most (self);

  for (guint i = 0; i < matrix->n; i++)
    paint_ground (self, canvas, i);
  for (guint row = 0; row < matrix->n; row++)
    for (guint column = 0; column < matrix->n; column++) {
      const EntenteDyad *dyad = find_dyad (self, row, column);

      if (dyad != NULL)
        paint_cell (self, canvas, dyad, row, column, most);
    }
  entente_relations_picture_paint_matrix_side (self, canvas);
  paint_grid (self, canvas);
  entente_relations_picture_paint_matrix_head (self, canvas);
}
