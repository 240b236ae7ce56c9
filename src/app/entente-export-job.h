/* EntenteExportJob: draws the timeline of a session as a picture and writes it to a file, in a
 * thread.
 *
 * Begins and ends on the main thread; what it needs is taken when it begins. Private to app.
 */
#pragma once

#include "entente-poster.h"
#include "entente-save-formats.h"
#include "entente-session.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_EXPORT_SVG,
  ENTENTE_EXPORT_PNG,
  ENTENTE_EXPORT_PDF,
  ENTENTE_N_EXPORT_FORMATS
} EntenteExportFormat;

/* What a person chooses. */
typedef struct {
  EntenteExportFormat format;
  gboolean has_span; /* else the whole study */
  EntenteSpan span;
  double width_px; /* of the picture; of no account for paper */
  const char *lanes; /* as entente_timeline_get_lane_choice() gives them; borrowed, may be NULL */
  double scale; /* pixels of a PNG for each */
  EntentePosterOptions poster;
  gboolean black, transparent, leave_out_private;
  gboolean pseudonyms; /* actors that have one go by it */
  EntenteSceneLinks links;
} EntenteExportChoice;

extern const EntenteSaveFormat entente_export_formats[ENTENTE_N_EXPORT_FORMATS];
/* By the suffix of @name; @otherwise when it has none that is known. */
EntenteExportFormat entente_export_format_guess (const char *name, EntenteExportFormat otherwise);

/* Writes what @session shows now at @path. @permille, which must stay until @callback, is set from
 * the thread: how much of the pages is painted, 0 while nothing is known. */
void entente_export_job_start (EntenteSession *session,
                               const EntenteExportChoice *choice,
                               const char *path,
                               int *permille,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean entente_export_job_finish (GAsyncResult *result, GError **error);

G_END_DECLS
