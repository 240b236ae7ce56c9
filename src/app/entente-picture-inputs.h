/* EntentePictureInputs: what a picture of the timeline of a session is made from, taken on the main
 * thread for a job in another one.
 *
 * Chronicle and rows are immutable; titles are read by the store's worker. Freed on the main
 * thread, so that a study is never closed from another one. Private to app.
 */
#pragma once

#include "entente-picture.h"
#include "entente-session.h"

G_BEGIN_DECLS

typedef struct {
  gboolean has_span; /* else the whole study */
  EntenteSpan span;
  double width_px;
  const char *lanes; /* as entente_timeline_get_lane_choice() gives them; borrowed, may be NULL */
  gboolean black, transparent, leave_out_private;
  gboolean pseudonyms; /* actors that have one go by it */
  EntenteSceneLinks links;
} EntentePictureChoice;

typedef struct _EntentePictureInputs EntentePictureInputs;

/* Of what @session shows now. */
EntentePictureInputs *entente_picture_inputs_new (EntenteSession *session,
                                                  const EntentePictureChoice *choice);
void entente_picture_inputs_free (EntentePictureInputs *inputs);
/* In any thread. @permille may be NULL, else it is set: how much of the sheets is painted. */
EntentePicture *entente_picture_inputs_make (EntentePictureInputs *inputs,
                                             int *permille,
                                             GCancellable *cancellable,
                                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePictureInputs, entente_picture_inputs_free)

G_END_DECLS
