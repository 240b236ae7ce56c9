/* Redaction: actors under the pseudonyms that the study has for them. Pure; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Number of actors that have a pseudonym. */
guint entente_summary_redaction_count (const EntenteChronicle *chronicle);
/* A chronicle with the same rows, in which these actors have their pseudonym for a name, and no
 * alias, short label, code or remark that would tell it. What people wrote (titles, summaries,
 * quotes) stays as it is. */
EntenteChronicle *entente_summary_redaction_apply (EntenteChronicle *chronicle);

G_END_DECLS
