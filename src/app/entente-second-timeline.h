/* EntenteSecondTimeline: a timeline below another one, on the same axis and with a filter of its
 * own: a saved view, or whatever the filter of the other leaves out. A head says which, in a
 * sentence, and counts; what is selected is selected in both.
 *
 * It has a session of its own over the same study. Private to app; main thread.
 */
#pragma once

#include "entente-timeline.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SECOND_TIMELINE (entente_second_timeline_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSecondTimeline,
                      entente_second_timeline,
                      ENTENTE,
                      SECOND_TIMELINE,
                      GtkBox)

/* Its close button activates the action win.second-timeline. It keeps no reference of @first. */
GtkWidget *entente_second_timeline_new (EntenteTimeline *first);
/* The session of the first; NULL: empty. */
void entente_second_timeline_set_session (EntenteSecondTimeline *second, EntenteSession *session);
/* Its own, NULL without that of the first. Borrowed. */
EntenteSession *entente_second_timeline_get_own (EntenteSecondTimeline *second);
EntenteTimeline *entente_second_timeline_get_timeline (EntenteSecondTimeline *second);
/* The view that it shows; none: the rest of the study. A view that is not there is the rest. */
EntenteId entente_second_timeline_get_view (EntenteSecondTimeline *second);
void entente_second_timeline_set_view (EntenteSecondTimeline *second, EntenteId view);

G_END_DECLS
