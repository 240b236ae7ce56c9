/* Dates as files and pages say them of themselves: "2018-10-31T14:05:00+03:00", "20181031", "Wed,
 * 31 Oct 2018". Private to exchange. */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

/* A day, month or year, as precise as @text is; a time of day is passed over. NULL when it says
 * none. @text may be NULL. */
EntenteDate *entente_article_date_read (const char *text);
/* The day that the name of a file tells: "2018-10-31_talks.txt", "talks 20181031.html". NULL when
 * it tells none. */
EntenteDate *entente_article_date_find_in_name (const char *name);

G_END_DECLS
