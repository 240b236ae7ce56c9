/* Positions as summaries tell of them: what was wanted, in which words, where these stand, and what
 * replaced it. Private to summary. */
#pragma once

#include "entente-summary-builder.h"

G_BEGIN_DECLS

typedef struct {
  EntenteSummaryBuilder *builder; /* borrowed */
  EntentePositions *positions;
  EntentePassage **passages; /* of each position that was read, or NULL */
  guint32 *articles; /* in whose text they stand: index, or ENTENTE_NO_INDEX */
  guint *notes; /* number of the note of each, 0 while nothing mentions it */
} EntenteSummaryStands;

/* All positions of the study, without their words; NULL with an error when they cannot be read. */
EntenteSummaryStands *entente_summary_stands_new (EntenteSummaryBuilder *builder, GError **error);
void entente_summary_stands_free (EntenteSummaryStands *stands);
/* Reads the words of those that are @wanted (of each position), and adds the articles in which they
 * stand to @cited. FALSE with an error when cancelled. */
gboolean entente_summary_stands_read (EntenteSummaryStands *stands,
                                      const gboolean *wanted,
                                      EntenteBitset *cited,
                                      GError **error);

/* A cell with what was wanted, "demand: Foreign troops leave", and its note. */
void entente_summary_stands_add (EntenteSummaryStands *stands, EntenteTable *table, guint position);
/* A cell with its date in words, as told where that was asked for. */
void entente_summary_stands_add_date (const EntenteSummaryStands *stands,
                                      EntenteTable *table,
                                      guint position);
/* "replaced by refusal, 28 December 2018"; "not replaced in this record". Free. */
char *entente_summary_stands_format_next (const EntenteSummaryStands *stands, guint position);
/* "Sanctions › Oil": an issue below those above it. Free. */
char *entente_summary_stands_format_issue (const EntenteChronicle *chronicle, EntenteId issue);
/* Name of an actor, "?" when it is gone. Borrowed. */
const char *entente_summary_stands_get_actor (const EntenteChronicle *chronicle, EntenteId actor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteSummaryStands, entente_summary_stands_free)

G_END_DECLS
