/* Points of dates as days, for files: the same in JSON and in tables; private to exchange. */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

/* The first (@latest FALSE) or last day of the window of @date, as ISO 8601: ".." when that end is
 * open, "" when nothing is known of it. @date may be NULL. Free with g_free. */
char *entente_day_text (const EntenteDate *date, gboolean latest);

G_END_DECLS
