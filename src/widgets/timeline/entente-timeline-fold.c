/* The count of a timeline that is folded to the thread of the selection: a pill above the lanes, and the same for screen
 * readers. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define MARGIN 8.0
#define PADDING 12.0

static char *
format_count (EntenteTimeline *self)
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

void
entente_timeline_fold_tell (EntenteTimeline *self)
{
  g_autofree char *text = self->scene->folded ? format_count (self) : NULL;

  if (self->was_folded == self->scene->folded && !self->was_folded)
    return;
  self->was_folded = self->scene->folded;
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
  g_autofree char *text = NULL;

  if (!self->scene->folded)
    return;
  text = format_count (self);
  entente_timeline_draw_pill (self,
                              snapshot,
                              text,
                              lanes->x + MARGIN,
                              lanes->y + lanes->height - height - MARGIN,
                              height,
                              PADDING);
}
