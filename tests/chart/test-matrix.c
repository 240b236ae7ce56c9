/* Cells tile a square, are found where they stand, and slanted heads stay within the picture. */
#include "config.h"

#include "entente-matrix.h"

static void
check (guint n, double name_px, double least_px, double width_px)
{
  double names[24];
  EntenteMatrix matrix;

  for (guint i = 0; i < n; i++)
    names[i] = name_px;
  entente_matrix_lay_out (&matrix, n, names, names, least_px, width_px);
  g_assert_cmpfloat (matrix.cell_px, >=, least_px);
  g_assert_cmpfloat (matrix.names_px, >=, MIN (name_px, ENTENTE_MATRIX_NAME_MAX));
  g_assert_cmpfloat (entente_matrix_get_x (&matrix, n) + matrix.tail_px, <=, matrix.width + 0.01);
  g_assert_cmpfloat (entente_matrix_get_y (&matrix, n), ==, matrix.height);
  if (!matrix.slanted)
    g_assert_cmpfloat (MIN (name_px, ENTENTE_MATRIX_NAME_MAX), <=, matrix.cell_px);
  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++) {
      guint at_row = n, at_column = n;

      g_assert_true (
        entente_matrix_find_cell (&matrix,
                                  entente_matrix_get_x (&matrix, column) + matrix.cell_px / 2,
                                  entente_matrix_get_y (&matrix, row) + 1,
                                  &at_row,
                                  &at_column));
      g_assert_cmpuint (at_row, ==, row);
      g_assert_cmpuint (at_column, ==, column);
    }
}

static void
test_cells (void)
{
  check (2, 40, 20, 900);
  check (7, 120, 20, 900);
  check (24, 170, 58, 900);
  check (24, 400, 20, 300);
}

/* What fits the room uses no more than it. */
static void
test_room (void)
{
  const double names[] = { 150, 100, 90, 80, 70, 60 };
  EntenteMatrix matrix;

  entente_matrix_lay_out (&matrix, G_N_ELEMENTS (names), names, names, 30, 800);
  g_assert_cmpfloat (matrix.width, <=, 800);
}

static void
test_outside (void)
{
  const double names[] = { 50, 50 };
  EntenteMatrix matrix;
  guint row, column;

  entente_matrix_lay_out (&matrix, 2, names, names, 30, 800);
  g_assert_false (entente_matrix_find_cell (&matrix, 5, matrix.heads_px + 5, &row, &column));
  g_assert_false (entente_matrix_find_cell (&matrix, matrix.names_px + 5, 5, &row, &column));
  g_assert_false (entente_matrix_find_cell (&matrix, 5000, matrix.heads_px + 5, &row, &column));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matrix/cells", test_cells);
  g_test_add_func ("/matrix/room", test_room);
  g_test_add_func ("/matrix/outside", test_outside);
  return g_test_run ();
}
