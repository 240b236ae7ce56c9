/* Two moments that go through all lanes of a picture: publication of the article, dotted as on the
 * screen, and the day on which it was made, unbroken. Their names stand beside them where eras
 * leave room, and always in the legend.
 */
#include "config.h"

#include "entente-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 1.5
#define LABEL_GAP 8.0

static const double dots[] = { 2, 3 };

typedef struct {
  double x;
  gboolean dotted;
  const char *role, *label;
} Line;

static guint
find_lines (const EntentePicture *self, Line lines[2])
{
  guint n = 0;

  if (self->scene->published_x >= 0)
    lines[n++] = (Line){ self->scene->published_x, TRUE, "publication", _ ("article published") };
  if (self->scene->today_x >= 0)
    lines[n++] = (Line){ self->scene->today_x, FALSE, "today", _ ("today") };
  return n;
}

static void
paint_line (const EntentePicture *self,
            EntenteCanvas *canvas,
            const Line *line,
            double x,
            double y0,
            double y1)
{
  const EntentePaint paint = { .shade = self->colours->dim };

  canvas->class->move_to (canvas, floor (x) + 0.5, y0);
  canvas->class->line_to (canvas, floor (x) + 0.5, y1);
  canvas->class->stroke (canvas, &paint, WIDTH, dots, line->dotted ? 2 : 0, FALSE);
}

void
entente_picture_paint_lines (EntentePicture *self,
                             EntenteCanvas *canvas,
                             const EntentePictureWindow *window)
{
  Line lines[2];
  guint n = find_lines (self, lines);

  for (guint i = 0; i < n; i++) {
    const EntenteCanvasGroup group = { .role = lines[i].role, .title = lines[i].label };

    entente_canvas_push (canvas, &group);
    paint_line (self, canvas, &lines[i], lines[i].x, window->y, window->y + window->height);
    entente_canvas_pop (canvas);
  }
}

/* A name of an era or of the other line is in the way. */
static gboolean
is_taken (const EntentePicture *self, double x0, double x1)
{
  for (guint i = 0; i < self->scene->n_eras; i++) {
    const EntenteSceneEra *era = &self->scene->eras[i];

    if (era->text != NULL && era->text_x < x1 && era->text_x + era->text_width > x0)
      return TRUE;
  }
  return x0 < 0 || (self->scene->published_x > x0 && self->scene->published_x < x1 - LABEL_GAP) ||
         (self->scene->today_x > x0 && self->scene->today_x < x1 - LABEL_GAP);
}

void
entente_picture_paint_line_heads (EntentePicture *self, EntenteCanvas *canvas)
{
  double height = self->scene->n_era_lines * ENTENTE_PICTURE_ERA;
  Line lines[2];
  guint n = find_lines (self, lines);

  for (guint i = 0; i < n && height > 0; i++) {
    double width = entente_picture_measure (self, ENTENTE_TYPE_PALE, lines[i].label);
    double x = lines[i].x - width - LABEL_GAP;

    paint_line (self, canvas, &lines[i], lines[i].x, 0, height);
    if (!is_taken (self, x, lines[i].x))
      entente_picture_paint_text (self,
                                  canvas,
                                  ENTENTE_TYPE_PALE,
                                  lines[i].label,
                                  x,
                                  ENTENTE_PICTURE_ERA / 2,
                                  0,
                                  &self->colours->dim);
  }
}

guint
entente_picture_get_line_labels (const EntentePicture *self, const char *labels[2])
{
  Line lines[2];
  guint n = find_lines (self, lines);

  for (guint i = 0; i < n; i++)
    labels[i] = lines[i].label;
  return n;
}

void
entente_picture_paint_line_sample (EntentePicture *self,
                                   EntenteCanvas *canvas,
                                   guint at,
                                   double x,
                                   double y)
{
  Line lines[2];

  if (at < find_lines (self, lines))
    paint_line (self, canvas, &lines[at], x, y - 7, y + 8);
}
