/* What the ledger says of a move that has no answer, or of something planned: what may be the
 * answer, how long there has been no word, what became of a plan. Main thread.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* "perhaps: Kabul declines, 12 days"; of a plan the move that says what became of it; "" when there
 * is nothing to say. Free. */
char *entente_event_waiting_format_answer (EntenteStudy *study,
                                           const EntenteChronicle *chronicle,
                                           guint row);
/* Is what it says a mere proposal? */
gboolean entente_event_waiting_is_proposed (EntenteStudy *study,
                                            const EntenteChronicle *chronicle,
                                            guint row);
/* "no word since February 2018 (306 days to the end of the record)", of a plan "no word after 4
 * September 2018"; "" when an answer is not expected. @told: the date of the move in words, or "".
 * Free. */
char *entente_event_waiting_format_silence (const EntenteChronicle *chronicle,
                                            guint row,
                                            const char *told);

G_END_DECLS
