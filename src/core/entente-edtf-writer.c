/* The normal form of EDTF values: one text for one value, which reads back as the same.
 *
 * Qualities that all parts share stand at the end; those that the first parts share behind the last
 * of them; any other before its part. No spaces; zones with a colon and a plain minus, UTC as Z.
 */
#include "config.h"

#include "entente-edtf.h"

static const char *
get_quality_sign (guint quality)
{
  static const char *const signs[] = { "", "?", "~", "%" };

  return signs[quality & 3];
}

static void
write_year (const EntenteEdtfDate *date, GString *text)
{
  const char *sign = date->negative ? "-" : "";
  int width = date->year_kind == ENTENTE_EDTF_DECADE ? 3 : 2;

  if (date->year_kind == ENTENTE_EDTF_YEAR)
    g_string_append_printf (text, "%s%s", sign, date->digits);
  else if (date->year_kind != ENTENTE_EDTF_LONG_YEAR)
    g_string_append_printf (text, "%s%0*" G_GINT64_FORMAT, sign, width, ABS (date->year));
  else if (date->exponent < 0)
    g_string_append_printf (text, "Y%" G_GINT64_FORMAT, date->year);
  else
    g_string_append_printf (text, "Y%" G_GINT64_FORMAT "E%d", date->mantissa, date->exponent);
  if (date->significant > 0)
    g_string_append_printf (text, "S%d", date->significant);
}

/* How many of the first parts share a quality that is written behind the last of them. */
static int
count_leading (const EntenteEdtfDate *date, int n_parts)
{
  int n = 1;

  if (date->quality[0] == ENTENTE_EDTF_CERTAIN)
    return 0;
  while (n < n_parts && date->quality[n] == date->quality[0])
    n++;
  return n;
}

static void
write_parts (const EntenteEdtfDate *date, GString *text)
{
  const char *digits[] = { NULL, date->month, date->day };
  int n_parts = entente_edtf_date_count_parts (date);
  int n_leading = count_leading (date, n_parts);

  write_year (date, text);
  for (int i = 0; i < n_parts; i++) {
    if (i > 0)
      g_string_append_c (text, '-');
    if (i >= n_leading)
      g_string_append (text, get_quality_sign (date->quality[i]));
    if (i > 0)
      g_string_append (text, digits[i]);
    if (i == n_leading - 1)
      g_string_append (text, get_quality_sign (date->quality[i]));
  }
}

static void
write_zone (int zone_minutes, GString *text)
{
  if (zone_minutes == 0)
    g_string_append_c (text, 'Z');
  else if (zone_minutes != ENTENTE_ZONE_NONE)
    g_string_append_printf (text,
                            "%c%02d:%02d",
                            zone_minutes < 0 ? '-' : '+',
                            ABS (zone_minutes) / 60,
                            ABS (zone_minutes) % 60);
}

static void
write_time (const EntenteEdtfDate *date, GString *text)
{
  if (date->hour < 0)
    return;
  g_string_append_printf (text, "T%02d", date->hour);
  if (date->minute >= 0)
    g_string_append_printf (text, ":%02d", date->minute);
  if (date->second >= 0)
    g_string_append_printf (text, ":%02d", date->second);
  if (date->fraction[0] != '\0')
    g_string_append_printf (text, ".%s", date->fraction);
  write_zone (date->zone_minutes, text);
}

static void
write_end (const EntenteEdtfEnd *end, GString *text)
{
  if (end->kind == ENTENTE_EDTF_END_OPEN)
    g_string_append (text, "..");
  if (end->kind != ENTENTE_EDTF_END_DATE)
    return;
  write_parts (&end->date, text);
  write_time (&end->date, text);
}

/* A range within a set; its open end is what follows the two full stops. */
static void
write_range (const EntenteEdtfElement *element, GString *text)
{
  if (element->start.kind == ENTENTE_EDTF_END_DATE)
    write_end (&element->start, text);
  g_string_append (text, "..");
  if (element->end.kind == ENTENTE_EDTF_END_DATE)
    write_end (&element->end, text);
}

static void
write_element (const EntenteEdtfElement *element, EntenteEdtfForm form, GString *text)
{
  if (!element->is_range) {
    write_end (&element->start, text);
  } else if (form == ENTENTE_EDTF_INTERVAL) {
    write_end (&element->start, text);
    g_string_append_c (text, '/');
    write_end (&element->end, text);
  } else {
    write_range (element, text);
  }
}

char *
entente_edtf_write (const EntenteEdtf *value)
{
  GString *text = g_string_new (NULL);

  if (value->form == ENTENTE_EDTF_ONE_OF || value->form == ENTENTE_EDTF_ALL_OF)
    g_string_append_c (text, value->form == ENTENTE_EDTF_ONE_OF ? '[' : '{');
  for (guint i = 0; i < entente_edtf_get_n_elements (value); i++) {
    if (i > 0)
      g_string_append_c (text, ',');
    write_element (entente_edtf_get_element (value, i), value->form, text);
  }
  if (value->form == ENTENTE_EDTF_ONE_OF || value->form == ENTENTE_EDTF_ALL_OF)
    g_string_append_c (text, value->form == ENTENTE_EDTF_ONE_OF ? ']' : '}');
  return g_string_free (text, FALSE);
}

char *
entente_edtf_element_write (const EntenteEdtfElement *element, EntenteEdtfForm form)
{
  EntenteEdtf alone = { .form = element->is_range ? form : ENTENTE_EDTF_SINGLE, .first = *element };

  return entente_edtf_write (&alone);
}
