/* EntenteMatrix: where the cells of a square of parties stand: names of rows to the left, those of
 * columns above, level where they have room, else slanted upwards. A plain value; lengths in
 * pixels. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENTENTE_MATRIX_NAME_MAX 216.0 /* names are cut to it */

typedef struct {
  guint n; /* rows, and columns */
  double names_px; /* column of names of rows */
  double heads_px; /* height of names of columns */
  double tail_px; /* reach of the last slanted name beyond its column */
  double cell_px, row_px; /* of one cell */
  gboolean slanted;
  double width, height;
} EntenteMatrix;

/* @name_widths, @head_widths: of the @n names of rows and of columns as they are painted;
 * @least_px: what a cell has to hold; @width_px: room there is, which many columns may exceed. */
void entente_matrix_lay_out (EntenteMatrix *matrix,
                             guint n,
                             const double *name_widths,
                             const double *head_widths,
                             double least_px,
                             double width_px);
/* Corner of a cell. */
double entente_matrix_get_x (const EntenteMatrix *matrix, guint column);
double entente_matrix_get_y (const EntenteMatrix *matrix, guint row);
/* FALSE outside of all cells. */
gboolean entente_matrix_find_cell (const EntenteMatrix *matrix,
                                   double x,
                                   double y,
                                   guint *row,
                                   guint *column);

G_END_DECLS
