/* What is where in a picture of relations, for pointer and keyboard. */
#include "config.h"

#include "entente-relations-picture-private.h"

#include <math.h>

double
entente_relations_picture_get_left (const EntenteRelationsPicture *self)
{
  double room = entente_relations_picture_get_width (self) - self->width;

  if (self->options.form != ENTENTE_RELATIONS_NETWORK)
    return ENTENTE_RELATIONS_MARGIN;
  return MAX (floor (room / 2), ENTENTE_RELATIONS_MARGIN);
}

void
entente_relations_picture_get_size (const EntenteRelationsPicture *self,
                                    guint *n_rows,
                                    guint *n_columns)
{
  *n_rows = self->network != NULL ? self->network->n_arrows : self->actors->len;
  *n_columns = self->options.form == ENTENTE_RELATIONS_MATRIX ? self->actors->len : 1;
  if (*n_rows == 0)
    *n_columns = 0;
}

static gboolean
find_row (const EntenteRelationsPicture *self, double x, double y, guint *row)
{
  double down = floor ((y - ENTENTE_RELATIONS_AXIS) / ENTENTE_RELATIONS_ROW);

  if (down < 0 || down >= self->actors->len || x < 0 || x >= self->width)
    return FALSE;
  *row = (guint) down;
  return TRUE;
}

gboolean
entente_relations_picture_find_place (const EntenteRelationsPicture *self,
                                      double x,
                                      double y,
                                      guint *row,
                                      guint *column)
{
  x -= entente_relations_picture_get_left (self);
  y -= ENTENTE_RELATIONS_MARGIN;
  if (self->options.form == ENTENTE_RELATIONS_MATRIX)
    return entente_matrix_find_cell (&self->matrix, x, y, row, column);
  *column = 0;
  if (self->network == NULL)
    return find_row (self, x, y, row);
  *row = entente_network_find_arrow (self->network, x, y);
  return *row != G_MAXUINT;
}

void
entente_relations_picture_get_pair (const EntenteRelationsPicture *self,
                                    guint row,
                                    guint column,
                                    guint32 *from,
                                    guint32 *to)
{
  guint first = row, second = column;

  if (self->network != NULL) {
    first = self->network->arrows[row].from;
    second = self->network->arrows[row].to;
  }
  *from = g_array_index (self->actors, guint32, first);
  *to = self->options.form == ENTENTE_RELATIONS_ACTIVITY
          ? ENTENTE_NO_INDEX
          : g_array_index (self->actors, guint32, second);
}

gboolean
entente_relations_picture_find_pair (const EntenteRelationsPicture *self,
                                     guint32 from,
                                     guint32 to,
                                     guint *row,
                                     guint *column)
{
  guint n_rows, n_columns;

  entente_relations_picture_get_size (self, &n_rows, &n_columns);
  for (*row = 0; *row < n_rows; (*row)++)
    for (*column = 0; *column < n_columns; (*column)++) {
      guint32 one, other;

      entente_relations_picture_get_pair (self, *row, *column, &one, &other);
      if (one == from && other == to)
        return TRUE;
    }
  return FALSE;
}

EntenteNetworkBox
entente_relations_picture_get_box (const EntenteRelationsPicture *self, guint row, guint column)
{
  EntenteNetworkBox box = { 0,
                            ENTENTE_RELATIONS_AXIS + row * ENTENTE_RELATIONS_ROW,
                            self->width,
                            ENTENTE_RELATIONS_ROW };

  if (self->options.form == ENTENTE_RELATIONS_MATRIX)
    box = (EntenteNetworkBox){ entente_matrix_get_x (&self->matrix, column),
                               entente_matrix_get_y (&self->matrix, row),
                               self->matrix.cell_px,
                               self->matrix.row_px };
  else if (self->network != NULL)
    box = self->network->arrows[row].pill;
  box.x += entente_relations_picture_get_left (self);
  box.y += ENTENTE_RELATIONS_MARGIN;
  return box;
}

char *
entente_relations_picture_describe_place (const EntenteRelationsPicture *self,
                                          guint row,
                                          guint column)
{
  const EntenteRelationsFigures *figures = self->options.figures;
  guint32 from, to;

  entente_relations_picture_get_pair (self, row, column, &from, &to);
  if (to == ENTENTE_NO_INDEX)
    return entente_relations_picture_describe_activity (self, from);
  return entente_relations_describe (figures->chronicle,
                                     from,
                                     to,
                                     entente_relations_find (figures->relations, from, to));
}
