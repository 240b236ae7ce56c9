/* Coordinates of a place as text: degrees north and east, "25.2854, 51.5310". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NULL and "" are 0, 0: unknown. FALSE, and both stay, for what is no pair of degrees, or lies
 * outside of the globe. Southern and western degrees are negative, or end with S and W. */
gboolean entente_coordinates_parse (const char *text, double *latitude, double *longitude);
/* "" when unknown. Free. */
char *entente_coordinates_format (double latitude, double longitude);

G_END_DECLS
