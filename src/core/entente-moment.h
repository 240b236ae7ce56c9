/* When something was done, as a reader of the clock would say it: "18 July 2018, 10:30".
 *
 * For the history, a merge and backups: moments that the program itself noted, not dates of a
 * study. The words are those of dates, so that both read alike in every language. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @time in seconds since 1970 UTC, said in the time of this place; "" when it is negative, that is
 * not known. Free. */
char *entente_moment_format (gint64 time);

G_END_DECLS
