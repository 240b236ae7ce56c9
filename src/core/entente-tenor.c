/* The division of kinds by their CAMEO root, and its names. */
#include "config.h"

#include "entente-tenor.h"

#include <glib/gi18n-lib.h>

#define FIRST_COOPERATIVE 3
#define FIRST_CONFLICTUAL 9

static const struct {
  const char *nick;
  const char *label;
} names[ENTENTE_N_TENORS] = {
  [ENTENTE_TENOR_COOPERATIVE] = { "cooperative", N_ ("cooperative") },
  [ENTENTE_TENOR_OTHER] = { "other", N_ ("other") },
  [ENTENTE_TENOR_CONFLICTUAL] = { "conflictual", N_ ("conflictual") },
};

/* The first two digits; 0 without a code. */
static int
get_root (const char *cameo)
{
  if (cameo == NULL || !g_ascii_isdigit (cameo[0]) || !g_ascii_isdigit (cameo[1]))
    return 0;
  return 10 * g_ascii_digit_value (cameo[0]) + g_ascii_digit_value (cameo[1]);
}

EntenteTenor
entente_tenor_of_kind (const EntenteKind *kind)
{
  int root = get_root (kind->cameo);

  if (root >= FIRST_CONFLICTUAL)
    return ENTENTE_TENOR_CONFLICTUAL;
  return root >= FIRST_COOPERATIVE ? ENTENTE_TENOR_COOPERATIVE : ENTENTE_TENOR_OTHER;
}

const char *
entente_tenor_get_nick (EntenteTenor tenor)
{
  return names[tenor].nick;
}

const char *
entente_tenor_get_label (EntenteTenor tenor)
{
  return _ (names[tenor].label);
}
