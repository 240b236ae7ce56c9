/* What a position is called wherever it shows: in lists, tips and for screen readers. Main thread.
 */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* "Demand", "Red line": its kind as a heading. Free. */
char *entente_position_kind_dup_label (int kind);
/* Names, "?" for one that is not there (any more). Borrowed from the chronicle. */
const char *entente_position_get_actor_name (const EntentePosition *position,
                                             const EntenteChronicle *chronicle);
const char *entente_position_get_issue_name (const EntentePosition *position,
                                             const EntenteChronicle *chronicle);
/* "Taliban · Withdrawal of troops · Demand · 28 February 2018: “…”": name for a screen reader and
 * tip. Free. */
char *entente_position_describe (const EntentePosition *position,
                                 const EntenteChronicle *chronicle);

G_END_DECLS
