/* How often tests by random repeat themselves. */
#include "config.h"

#include "entente-test-scale.h"

#include <stdlib.h>

guint
entente_test_scale (const char *name, guint every_run, guint release)
{
  const char *number = g_getenv (name);

  if (number != NULL)
    return (guint) atoi (number);
  return g_getenv ("ENTENTE_RELEASE") != NULL ? release : every_run;
}
