/* A date value on its way into and out of columns. */
#pragma once

#include "entente-date.h"

G_BEGIN_DECLS

/* What a date value is made of, apart from what its EDTF says. Texts are borrowed. */
typedef struct {
  const char *edtf; /* NULL: there is no date */
  const char *wording;
  EntenteBasis basis;
  EntenteCalendar calendar;
  gboolean still_so;
  int day_order;
  const char *entered;
  gint64 not_before, not_after; /* MIN and MAX when none */
  const char *bound_reason;
} EntenteDateParts;

/* Parts of a date with nothing told but its EDTF. */
#define ENTENTE_DATE_PARTS_INIT                                                                    \
  {                                                                                                \
    .not_before = ENTENTE_TIME_MIN, .not_after = ENTENTE_TIME_MAX                                  \
  }

/* Names of form and precision in the file; NULL when out of range. */
const char *entente_date_form_nick (EntenteDateForm form);
const char *entente_date_precision_nick (EntentePrecision precision);
gboolean entente_date_form_parse (const char *nick, int *form);
gboolean entente_date_precision_parse (const char *nick, int *precision);

/* The value that the parts make; INVALID when the EDTF cannot be read. */
EntenteDate *entente_date_build (const EntenteDateParts *parts, GError **error);

/* What EDTF and wording do not say, as text of a GVariant of type a{sv}; NULL when there is
 * nothing. Free with g_free. */
char *entente_date_write_extra (const EntenteDate *date);
/* The value of three columns; NULL without error when @edtf is NULL. */
EntenteDate *entente_date_read (const char *edtf,
                                const char *wording,
                                const char *extra,
                                GError **error);
/* CORRUPT: there are more than ENTENTE_MAX_READINGS. Returns FALSE. */
gboolean entente_date_refuse_readings (GError **error);

G_END_DECLS
