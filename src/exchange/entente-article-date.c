/* Figures first, then what the finder of dates sees in words. */
#include "config.h"

#include "entente-article-date.h"

#include "entente-written-dates.h"

#include <string.h>

/* The shape of @text as far as @pattern goes: "9" stands for a figure, "-" for one of "-/.:". */
static gboolean
has_shape (const char *text, const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++) {
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : *text == '\0' || !strchr ("-/.:", *text))
      return FALSE;
  }
  return !g_ascii_isdigit (*text);
}

static EntenteDate *
parse (const char *year, const char *month, const char *day)
{
  g_autofree char *edtf = g_strdup_printf ("%.4s%s%.2s%s%.2s",
                                           year,
                                           month != NULL ? "-" : "",
                                           month != NULL ? month : "",
                                           day != NULL ? "-" : "",
                                           day != NULL ? day : "");
  return entente_date_parse (edtf, NULL);
}

static EntenteDate *
find_in_words (const char *text)
{
  g_autoptr (GArray) dates = NULL;
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 500)
    return NULL;
  dates = entente_written_dates_find (text, -1);
  return dates->len > 0 ? entente_date_ref (g_array_index (dates, EntenteWrittenDate, 0).date)
                        : NULL;
}

EntenteDate *
entente_article_date_read (const char *text)
{
  EntenteDate *date = NULL;
  if (text == NULL)
    return NULL;
  text += strspn (text, " \t\r\n");
  if (has_shape (text, "9999-99-99"))
    date = parse (text, text + 5, text + 8);
  else if (has_shape (text, "99999999") ||
           (strlen (text) >= 14 && has_shape (text, "99999999999999")))
    date = parse (text, text + 4, text + 6);
  else if (has_shape (text, "9999-99"))
    date = parse (text, text + 5, NULL);
  else if (has_shape (text, "9999") && strspn (text + 4, " \t\r\n") == strlen (text + 4))
    date = parse (text, NULL, NULL);
  return date != NULL ? date : find_in_words (text);
}

static EntenteDate *
read_day (const char *text)
{
  if (has_shape (text, "9999-99-99"))
    return parse (text, text + 5, text + 8);
  return has_shape (text, "99999999") ? parse (text, text + 4, text + 6) : NULL;
}

/* Numbers of other kinds have eight figures, too. */
static gboolean
is_of_press (const char *year)
{
  return strncmp (year, "1800", 4) >= 0 && strncmp (year, "2100", 4) < 0;
}

EntenteDate *
entente_article_date_find_in_name (const char *name)
{
  EntenteDate *date = NULL;
  for (const char *at = name; *at != '\0' && date == NULL; at++) {
    if ((at == name || !g_ascii_isdigit (at[-1])) && is_of_press (at))
      date = read_day (at);
  }
  return date;
}
