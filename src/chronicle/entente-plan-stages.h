/* Stages of what was planned: proposed, scheduled, put off, held, cancelled, or no word after its
 * date; each with who said so.
 *
 * Read off the planned thing and the links that point at it, oldest first, as its status is
 * (entente-derive.h). Pure; any thread.
 */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  EntenteStatus status; /* what it is from here on */
  guint32 row; /* of the event that says so: the thing itself or another move; ENTENTE_NO_INDEX:
                  nobody does (no word) */
  guint8 link; /* EntenteLinkType, where another move says so */
  gboolean
    one_sided; /* it was put off or called off, and a party neither said so nor confirmed it */
} EntentePlanStage;

/* Does the ledger have a row for it: a move that expects an answer, or something planned? */
gboolean entente_chronicle_is_awaited (const EntenteChronicle *chronicle, guint row);
/* Array of EntentePlanStage; NULL when the event was never planned. Free. */
GArray *entente_plan_stages_list (const EntenteChronicle *chronicle, guint row);
/* "put off by Kabul only", "scheduled", "no word after the date". Free. */
char *entente_plan_stage_format (const EntenteChronicle *chronicle, const EntentePlanStage *stage);
/* Days from a move to the end of the record: the last date in the study, but not after today
 * (@to_today: it is today). FALSE when nothing can be said. */
gboolean entente_chronicle_get_days_to_end (const EntenteChronicle *chronicle,
                                            guint row,
                                            gint64 *days,
                                            gboolean *to_today);

G_END_DECLS
