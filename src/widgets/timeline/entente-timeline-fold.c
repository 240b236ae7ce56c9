/* What the switch of answers leaves out: the count of a timeline that is folded to the thread of
 * the selection, and of the answers that are drawn where there are too many. A pill above the
 * lanes, and the same for screen readers. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define MARGIN 8.0
#define PADDING 12.0

static char *
format_thread (EntenteTimeline *self)
{
  guint n = self->filtered != NULL ? entente_bitset_count (self->filtered)
                                   : entente_chronicle_get_n_rows (self->chronicle);

  /* TRANSLATORS: moves of the thread that is shown, of all that pass the filter */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Only this thread: %'u of %'u move",
                                       "Only this thread: %'u of %'u moves",
                                       n),
                          self->scene->n_thread,
                          n);
}

/* NULL: nothing is left out. */
static char *
format_count (EntenteTimeline *self)
{
  const EntenteScene *scene = self->scene;

  if (scene->folded)
    return format_thread (self);
  if (scene->n_answers_drawn >= scene->n_answers)
    return NULL;
  /* TRANSLATORS: arrows from move to answer: how many of those in view are drawn */
  return g_strdup_printf (_ ("%'u of %'u answers in view drawn"),
                          scene->n_answers_drawn,
                          scene->n_answers);
}

void
entente_timeline_fold_tell (EntenteTimeline *self)
{
  g_autofree char *text = format_count (self);

  if (text == NULL && !self->was_folded)
    return;
  self->was_folded = text != NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "",
                                  -1);
}

void
entente_timeline_draw_fold (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  const GdkRectangle *lanes = &self->parts.lanes;
  double height = timeline_scale (self, ENTENTE_SCENE_PILL);
  g_autofree char *text = format_count (self);

  if (text == NULL)
    return;
  entente_timeline_draw_pill (self,
                              snapshot,
                              text,
                              lanes->x + MARGIN,
                              lanes->y + lanes->height - height - MARGIN,
                              height,
                              PADDING);
}
