/* EntenteChronology: the summary that tells every move in order. See entente_summary_build(). */
#pragma once

#include "entente-summary.h"

G_BEGIN_DECLS

EntenteDocument *entente_chronology_build (const EntenteSummaryOptions *options,
                                           EntenteChronicle *chronicle,
                                           const EntenteQuery *query,
                                           EntenteBitset *rows,
                                           const EntenteSummarySource *source,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
