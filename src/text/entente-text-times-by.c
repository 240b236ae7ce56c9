/* "By 22 May" is no later than that day, not on it; an expression of time alone does not say so. */
#include "config.h"

#include "entente-text-times.h"

#include <string.h>

#define BY_BYTES 3 /* "by " */

static gboolean
is_after_by (const char *text, gsize start)
{
  return start >= BY_BYTES && g_ascii_strncasecmp (text + start - BY_BYTES, "by ", BY_BYTES) == 0 &&
         (start == BY_BYTES || !g_ascii_isalnum (text[start - BY_BYTES - 1]));
}

/* One day, month or year: of several readings a person chooses first. */
static gboolean
is_plain (const EntenteDate *date)
{
  return strspn (date->edtf, "0123456789-") == strlen (date->edtf) &&
         (!date->readings || date->readings->len < 2);
}

static EntenteDate *
make_latest (const EntenteDate *date, const char *text, const EntenteTextTime *time)
{
  g_autofree char *edtf = g_strdup_printf ("[..%s]", date->edtf);
  g_autofree char *wording =
    g_strndup (text + time->start - BY_BYTES, time->end - time->start + BY_BYTES);
  g_autoptr (EntenteDate) bare = entente_date_parse (edtf, NULL);
  g_autoptr (EntenteDate) worded = bare ? entente_date_with_wording (bare, wording) : NULL;
  g_autoptr (EntenteDate) based = worded ? entente_date_with_basis (worded, date->basis) : NULL;

  if (!based)
    return NULL;
  return entente_date_with_bounds (based, date->not_before, date->not_after, date->bound_reason);
}

EntenteDate *
entente_text_times_make_date (GArray *times, guint index, const char *text)
{
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, index);
  EntenteDate *date = entente_text_times_make_range (times, index, text);

  if (!date && time->date && is_plain (time->date) && is_after_by (text, time->start))
    date = make_latest (time->date, text, time);
  if (!date && time->date)
    date = entente_date_ref (time->date);
  return date;
}
