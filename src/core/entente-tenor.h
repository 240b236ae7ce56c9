/* EntenteTenor: whether a kind of move is cooperative or conflictual, by the root of its CAMEO
 * code.
 *
 * Roots 03 to 08 (intent, consultation, diplomatic and material cooperation, aid, yielding) are
 * cooperative, 09 to 20 (investigation, demand, disapproval, rejection, threat, force) conflictual;
 * 01 and 02 (statements and appeals) and kinds that CAMEO does not know are neither. It judges
 * kinds, not intentions. Any thread.
 */
#pragma once

#include "entente-kind.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_TENOR_COOPERATIVE,
  ENTENTE_TENOR_OTHER,
  ENTENTE_TENOR_CONFLICTUAL,
  ENTENTE_N_TENORS
} EntenteTenor;

EntenteTenor entente_tenor_of_kind (const EntenteKind *kind);
/* "cooperative": for files and the command line. */
const char *entente_tenor_get_nick (EntenteTenor tenor);
/* In the user's language. */
const char *entente_tenor_get_label (EntenteTenor tenor);

G_END_DECLS
