/* The kinds of summary, one function and one file each. Private to summary. */
#pragma once

#include "entente-summary-builder.h"
#include "entente-summary-stands.h"

G_BEGIN_DECLS

/* Fill the document of the builder; FALSE with an error when a record cannot be read or when
 * cancelled. */
gboolean entente_summary_fill_chronology (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_dossier (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_answers (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_positions (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_evidence (EntenteSummaryBuilder *builder, GError **error);
gboolean entente_summary_fill_article (EntenteSummaryBuilder *builder, GError **error);

/* The actors of the filter, else those with most moves among each other, at most @max; @n_all is
 * how many these are. Array of guint32, indexes. Free. */
GArray *entente_summary_choose_actors (const EntenteSummaryBuilder *builder,
                                       guint max,
                                       guint *n_all);
/* Is a participant of the move @actor, or one who belonged to it then, where members count? */
gboolean entente_summary_stands_for (const EntenteSummaryBuilder *builder,
                                     guint row,
                                     guint32 member,
                                     guint32 actor);
/* A move that was read, with all that voices say of it. */
void entente_summary_add_sides (EntenteSummaryBuilder *builder,
                                guint row,
                                const EntenteEventDetail *detail);
/* What is open in the study, NULL when nobody says; FALSE with an error when it cannot be read. */
gboolean entente_summary_read_questions (EntenteSummaryBuilder *builder,
                                         EntenteQuestions **questions,
                                         GError **error);
/* Of @questions (or NULL) those that are open about moves among @rows, which were read. */
void entente_summary_add_questions (EntenteSummaryBuilder *builder,
                                    const EntenteQuestions *questions,
                                    const EntenteBitset *rows);
/* Reads the words of the positions of @actors (guint32, indexes) and of their members, where these
 * count; what they rest on is cited. Before moves are read. */
gboolean entente_summary_stands_read_of (EntenteSummaryStands *stands,
                                         const GArray *actors,
                                         GError **error);
/* The positions of one of them over time. */
void entente_summary_stands_add_of (EntenteSummaryStands *stands, guint32 actor);

G_END_DECLS
