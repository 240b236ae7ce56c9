/* Words of an article dropped on a mark, its title or its band, or on a chip of the shelf. Main
 * thread. */
#include "config.h"

#include "entente-passage-drag.h"
#include "entente-timeline-private.h"

static EntenteId
find_event (GtkWidget *widget, double x, double y)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  double time_x = entente_timeline_mirror_x (self, x);
  const GdkRectangle *shelf = &self->parts.shelf;
  guint32 row;

  if (self->lanes == NULL)
    return ENTENTE_ID_NONE;
  row = entente_timeline_hit (self, time_x, y).row;
  if (row == ENTENTE_NO_INDEX && time_x >= shelf->x && y >= shelf->y &&
      y < shelf->y + shelf->height) {
    int chip = entente_hit_find_chip (self->scene, time_x - shelf->x);

    row = chip >= 0 ? self->scene->chips[chip].row : ENTENTE_NO_INDEX;
  }
  return row == ENTENTE_NO_INDEX ? ENTENTE_ID_NONE
                                 : entente_chronicle_get_id (self->chronicle, row);
}

void
entente_timeline_words_init (EntenteTimeline *self)
{
  entente_passage_drop_attach (GTK_WIDGET (self), find_event);
}
