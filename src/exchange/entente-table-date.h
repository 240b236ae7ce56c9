/* Dates as tables of other people write them; private to exchange.
 *
 * EDTF first; else "1963-11-22 12:30 -06:00", "22 Nov 1963, 12:30", "Fri Nov 22 1963 12:30:00
 * GMT-0600", "20161231", "31.12.2016", "44 BC", "AD 30", "c. 500", "5th century BC", "2nd
 * millennium". A clock at midnight to the second says that no time was known. Day and month that
 * may be exchanged give both readings. Pure; any thread.
 */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

/* @bare_years: one to three digits are a year ("6", "500"), not the beginning of one as in EDTF.
 * NULL when @text is no date. The words are kept where they are not the value itself. */
EntenteDate *entente_table_date_read (const char *text, gboolean bare_years);
/* From @start to @end, either of which may be "". Ends with a clock make a span of whole days, or,
 * on one day, that day: an EDTF interval runs between days. NULL when there is no such span. */
EntenteDate *entente_table_date_read_span (const char *start, const char *end, gboolean bare_years);

G_END_DECLS
