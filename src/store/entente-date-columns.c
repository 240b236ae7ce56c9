/* Dates in columns: the names in the file, and what EDTF and wording cannot say.
 *
 * Most dates are three columns: EDTF, wording and, rarely, the rest as the text of a GVariant. The
 * date of an event has a column for each part (entente-table-event.c). Both ways meet in
 * entente_date_build(). Pure; any thread.
 */
#include "config.h"

#include "entente-date-columns.h"

#include "entente-enums.h"
#include "entente-error.h"

#include <glib/gi18n-lib.h>

static const char *const form_nicks[] = {
  [ENTENTE_DATE_UNDATED] = "undated", [ENTENTE_DATE_POINT] = "point",
  [ENTENTE_DATE_SPAN] = "span",       [ENTENTE_DATE_ONE_OF] = "one-of",
  [ENTENTE_DATE_ALL_OF] = "all-of",
};

static const char *const precision_nicks[] = {
  [ENTENTE_PRECISION_NONE] = "none",       [ENTENTE_PRECISION_MILLENNIUM] = "millennium",
  [ENTENTE_PRECISION_CENTURY] = "century", [ENTENTE_PRECISION_DECADE] = "decade",
  [ENTENTE_PRECISION_YEAR] = "year",       [ENTENTE_PRECISION_SEASON] = "season",
  [ENTENTE_PRECISION_MONTH] = "month",     [ENTENTE_PRECISION_DAY] = "day",
  [ENTENTE_PRECISION_HOUR] = "hour",       [ENTENTE_PRECISION_MINUTE] = "minute",
  [ENTENTE_PRECISION_SECOND] = "second",
};

static gboolean
parse_nick (const char *const *nicks, gsize n, const char *nick, int *value)
{
  for (gsize i = 0; i < n; i++) {
    if (g_strcmp0 (nicks[i], nick) == 0) {
      *value = (int) i;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
entente_date_form_nick (EntenteDateForm form)
{
  return (gsize) form < G_N_ELEMENTS (form_nicks) ? form_nicks[form] : NULL;
}

const char *
entente_date_precision_nick (EntentePrecision precision)
{
  return (gsize) precision < G_N_ELEMENTS (precision_nicks) ? precision_nicks[precision] : NULL;
}

gboolean
entente_date_form_parse (const char *nick, int *form)
{
  return parse_nick (form_nicks, G_N_ELEMENTS (form_nicks), nick, form);
}

gboolean
entente_date_precision_parse (const char *nick, int *precision)
{
  return parse_nick (precision_nicks, G_N_ELEMENTS (precision_nicks), nick, precision);
}

/* Replaces @date by what a function made of it. */
static void
take_date (EntenteDate **date, EntenteDate *changed)
{
  entente_date_unref (*date);
  *date = changed;
}

EntenteDate *
entente_date_build (const EntenteDateParts *parts, GError **error)
{
  g_autoptr (EntenteDate) date = entente_date_parse (parts->edtf, error);

  if (date == NULL)
    return NULL;
  if (parts->wording != NULL)
    take_date (&date, entente_date_with_wording (date, parts->wording));
  if (parts->basis != ENTENTE_BASIS_EXPLICIT)
    take_date (&date, entente_date_with_basis (date, parts->basis));
  if (parts->still_so)
    take_date (&date, entente_date_with_still_so (date, TRUE));
  if (parts->day_order != 0)
    take_date (&date, entente_date_with_day_order (date, parts->day_order));
  if (parts->calendar != ENTENTE_CALENDAR_GREGORIAN || parts->entered != NULL)
    take_date (&date, entente_date_with_calendar (date, parts->calendar, parts->entered));
  if (parts->not_before != ENTENTE_TIME_MIN || parts->not_after != ENTENTE_TIME_MAX ||
      parts->bound_reason != NULL)
    take_date (
      &date,
      entente_date_with_bounds (date, parts->not_before, parts->not_after, parts->bound_reason));
  return g_steal_pointer (&date);
}

static void
insert_text (GVariantDict *extra, const char *key, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (extra, key, "s", text);
}

static void
insert_readings (GVariantDict *extra, GPtrArray *readings)
{
  GVariantBuilder builder;

  if (readings == NULL || readings->len == 0)
    return;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(smsi)"));
  for (guint i = 0; i < readings->len; i++) {
    const EntenteReading *reading = readings->pdata[i];

    g_variant_builder_add (&builder, "(smsi)", reading->edtf, reading->reason, reading->rank);
  }
  g_variant_dict_insert_value (extra, "readings", g_variant_builder_end (&builder));
}

char *
entente_date_write_extra (const EntenteDate *date)
{
  g_auto (GVariantDict) extra = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant) value = NULL;

  if (date->basis != ENTENTE_BASIS_EXPLICIT)
    insert_text (&extra, "basis", entente_enum_nick (ENTENTE_ENUM_BASIS, date->basis));
  if (date->calendar != ENTENTE_CALENDAR_GREGORIAN)
    insert_text (&extra, "calendar", entente_enum_nick (ENTENTE_ENUM_CALENDAR, date->calendar));
  if (date->still_so)
    g_variant_dict_insert (&extra, "still-so", "b", TRUE);
  if (date->day_order != 0)
    g_variant_dict_insert (&extra, "day-order", "i", date->day_order);
  insert_text (&extra, "entered", date->as_entered);
  if (date->not_before != ENTENTE_TIME_MIN)
    g_variant_dict_insert (&extra, "not-before", "x", date->not_before);
  if (date->not_after != ENTENTE_TIME_MAX)
    g_variant_dict_insert (&extra, "not-after", "x", date->not_after);
  insert_text (&extra, "bound-reason", date->bound_reason);
  insert_readings (&extra, date->readings);
  value = g_variant_ref_sink (g_variant_dict_end (&extra));
  return g_variant_n_children (value) > 0 ? g_variant_print (value, TRUE) : NULL;
}

static gboolean
parse_parts (GVariantDict *extra, EntenteDateParts *parts, GError **error)
{
  const char *basis = NULL, *calendar = NULL;
  int basis_value = ENTENTE_BASIS_EXPLICIT, calendar_value = ENTENTE_CALENDAR_GREGORIAN;

  g_variant_dict_lookup (extra, "basis", "&s", &basis);
  g_variant_dict_lookup (extra, "calendar", "&s", &calendar);
  g_variant_dict_lookup (extra, "still-so", "b", &parts->still_so);
  g_variant_dict_lookup (extra, "day-order", "i", &parts->day_order);
  g_variant_dict_lookup (extra, "entered", "&s", &parts->entered);
  g_variant_dict_lookup (extra, "not-before", "x", &parts->not_before);
  g_variant_dict_lookup (extra, "not-after", "x", &parts->not_after);
  g_variant_dict_lookup (extra, "bound-reason", "&s", &parts->bound_reason);
  if ((basis != NULL && !entente_enum_parse (ENTENTE_ENUM_BASIS, basis, &basis_value)) ||
      (calendar != NULL &&
       !entente_enum_parse (ENTENTE_ENUM_CALENDAR, calendar, &calendar_value))) {
    g_set_error_literal (
      error,
      ENTENTE_ERROR,
      ENTENTE_ERROR_CORRUPT,
      _ ("A date has an unknown basis or calendar. Open a backup of the study."));
    return FALSE;
  }
  parts->basis = (EntenteBasis) basis_value;
  parts->calendar = (EntenteCalendar) calendar_value;
  return TRUE;
}

gboolean
entente_date_refuse_readings (GError **error)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_CORRUPT,
               _ ("A date has more than %u readings. Open a backup of the study."),
               ENTENTE_MAX_READINGS);
  return FALSE;
}

static EntenteDate *
add_readings (EntenteDate *date, GVariantDict *extra, GError **error)
{
  g_autoptr (GVariantIter) iter = NULL;
  const char *edtf, *reason;
  int rank;

  if (!g_variant_dict_lookup (extra, "readings", "a(smsi)", &iter))
    return date;
  if (g_variant_iter_n_children (iter) > ENTENTE_MAX_READINGS) {
    entente_date_unref (date);
    entente_date_refuse_readings (error);
    return NULL;
  }
  while (g_variant_iter_next (iter, "(&sm&si)", &edtf, &reason, &rank))
    take_date (&date, entente_date_with_reading (date, edtf, reason, rank));
  return date;
}

EntenteDate *
entente_date_read (const char *edtf, const char *wording, const char *extra, GError **error)
{
  EntenteDateParts parts = ENTENTE_DATE_PARTS_INIT;
  g_autoptr (GVariant) value = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  EntenteDate *date;

  if (edtf == NULL)
    return NULL;
  parts.edtf = edtf;
  parts.wording = wording;
  if (extra == NULL)
    return entente_date_build (&parts, error);
  value = g_variant_parse (G_VARIANT_TYPE_VARDICT, extra, NULL, NULL, error);
  if (value == NULL)
    return NULL;
  g_variant_dict_clear (&dict);
  g_variant_dict_init (&dict, value);
  if (!parse_parts (&dict, &parts, error))
    return NULL;
  date = entente_date_build (&parts, error);
  return date != NULL ? add_readings (date, &dict, error) : NULL;
}
