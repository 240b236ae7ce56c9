/* The kinds of summary, one function and one file each. Private to summary. */
#pragma once

#include "entente-summary-builder.h"

G_BEGIN_DECLS

/* Fill the document of the builder; FALSE with an error when a record cannot be read or when cancelled. */
gboolean entente_summary_fill_chronology (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_dossier (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_answers (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_evidence (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_article (EntenteSummaryBuilder *builder, GError **error);

/* A move that was read, with all that voices say of it. */
void entente_summary_add_sides (EntenteSummaryBuilder *builder,
                                guint row,
                                const EntenteEventDetail *detail);

G_END_DECLS
