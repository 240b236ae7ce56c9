/* Random EDTF values for tests of properties, drawn from the random numbers of GLib's tests, so a
 * failure comes again with the same seed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A valid value of any form. Free with g_free. */
char *entente_random_edtf (void);
/* A valid single date: year, month, season, day, open digits, qualities, time. */
char *entente_random_edtf_date (void);
/* A day of years -9999 to 9999. */
char *entente_random_edtf_day (void);

G_END_DECLS
