/* The date of a row in words: what can be said of an event before its record is read, or without
 * one. The points of a row do not tell all of a date (summer is three months, and so is what was
 * told as three months), so less may be said than the record would, and never more: no day, month
 * or end that no one told. Any thread. */
#pragma once

#include "entente-row.h"

G_BEGIN_DECLS

/* As entente_date_format() says it where the row tells that; else the years in which it lies:
 * "2017–2018", "from 2013"; "…" when not even those are known. Free. */
char *entente_row_format_date (const EntenteEventRow *row);

G_END_DECLS
