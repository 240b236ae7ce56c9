/* Arithmetic of a table with slanted heads. */
#include "config.h"

#include "entente-matrix.h"

#include <math.h>

#define CELL_MIN 42.0
#define CELL_MAX 92.0
#define ROW_WIDE 46.0
#define ROW_NARROW 38.0
#define WIDE_CELL 56.0
#define NAME_ROOM 34.0 /* swatch before and gap behind a name */
#define NAME_MIN 96.0
#define LEVEL_HEAD 26.0
#define SLANT 0.70710678 /* of 45 degrees */
#define HEAD_GAP 14.0

static double
find_widest (guint n, const double *widths, double least)
{
  double widest = least;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, MIN (widths[i], ENTENTE_MATRIX_NAME_MAX));
  return widest;
}

void
entente_matrix_lay_out (EntenteMatrix *matrix,
                        guint n,
                        const double *name_widths,
                        const double *head_widths,
                        double least_px,
                        double width_px)
{
  double least = MAX (CELL_MIN, ceil (least_px)), room;
  double name = find_widest (n, name_widths, NAME_MIN), head = find_widest (n, head_widths, 0);

  *matrix = (EntenteMatrix){ .n = n, .names_px = ceil (name) + NAME_ROOM };
  room = (width_px - matrix->names_px) / MAX (n, 1);
  matrix->slanted = head + 10 > CLAMP (floor (room), least, MAX (CELL_MAX, least));
  if (matrix->slanted)
    room = (width_px - matrix->names_px - ceil (head * SLANT) - 10) / (MAX (n, 1) - 0.5);
  matrix->cell_px = CLAMP (floor (room), least, MAX (CELL_MAX, least));
  matrix->row_px = matrix->cell_px >= WIDE_CELL ? ROW_WIDE : ROW_NARROW;
  matrix->heads_px = matrix->slanted ? ceil (head * SLANT) + HEAD_GAP : LEVEL_HEAD;
  matrix->tail_px = matrix->slanted ? MAX (ceil (head * SLANT - matrix->cell_px / 2) + 8, 0) : 0;
  matrix->width = matrix->names_px + n * matrix->cell_px + matrix->tail_px;
  matrix->height = matrix->heads_px + n * matrix->row_px;
}

double
entente_matrix_get_x (const EntenteMatrix *matrix, guint column)
{
  return matrix->names_px + column * matrix->cell_px;
}

double
entente_matrix_get_y (const EntenteMatrix *matrix, guint row)
{
  return matrix->heads_px + row * matrix->row_px;
}

gboolean
entente_matrix_find_cell (const EntenteMatrix *matrix,
                          double x,
                          double y,
                          guint *row,
                          guint *column)
{
  double right = floor ((x - matrix->names_px) / matrix->cell_px);
  double down = floor ((y - matrix->heads_px) / matrix->row_px);

  if (right < 0 || down < 0 || right >= matrix->n || down >= matrix->n)
    return FALSE;
  *column = (guint) right;
  *row = (guint) down;
  return TRUE;
}
