/* RIS: a line a field, "AU  - Ortiz, Maya". A date is year/month/day/other; a value that has no
 * day, month and year of its own is written as EDTF in the last part. */
#include "config.h"

#include "entente-bibliography-private.h"

#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "TY  - ": two signs, two spaces, a hyphen; some programs write one space only. */
static gboolean
has_tag (const char *line)
{
  return g_ascii_isupper (line[0]) && g_ascii_isalnum (line[1]) && line[2] == ' ' &&
         (strncmp (line + 3, " -", 2) == 0 || line[3] == '-');
}

static const char *
get_value (const char *line)
{
  const char *value = strchr (line, '-') + 1;
  return value + strspn (value, " \t");
}

/* "2018/10/31/" and "2018-10-31"; what stands behind the third bar goes before the rest when it is
 * a value. */
static EntenteDate *
read_date (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", 4);
  guint n = g_strv_length (parts);
  EntenteDate *date = NULL;
  if (n == 4 && *g_strstrip (parts[3]) != '\0')
    date = entente_date_parse (parts[3], NULL);
  if (date == NULL && n >= 1 && strspn (parts[0], "0123456789") == 4 && parts[0][4] == '\0')
    date = entente_bibliography_make_date (g_ascii_strtoll (parts[0], NULL, 10),
                                           n > 1 ? g_ascii_strtoll (parts[1], NULL, 10) : 0,
                                           n > 2 ? g_ascii_strtoll (parts[2], NULL, 10) : 0);
  return date != NULL ? date : entente_bibliography_read_date (value);
}

/* The finer of two dates is believed: PY has the year, DA the day. */
static void
take_date (EntenteDate **field, const char *value)
{
  EntenteDate *date = read_date (value);
  if (date == NULL)
    return;
  if (*field != NULL && (*field)->precision >= date->precision &&
      strlen ((*field)->edtf) >= strlen (date->edtf)) {
    entente_date_unref (date);
    return;
  }
  g_clear_pointer (field, entente_date_unref);
  *field = date;
}

static void
add_note (EntenteArticle *article, const char *value)
{
  g_autofree char *before = article->note;
  article->note = before != NULL ? g_strconcat (before, "\n", value, NULL) : g_strdup (value);
}

static void
take_field (EntenteArticle *article, const char *tag, const char *value)
{
  static const char *const titles[] = { "TI", "T1", "CT", "BT", NULL };
  static const char *const outlets[] = { "T2", "JO", "JF", "JA", "J2", "PB", NULL };
  static const char *const urls[] = { "UR", "L2", "LK", NULL };
  g_autofree char *key = g_strndup (tag, 2);
  if (*value == '\0')
    return;
  if (g_strv_contains (titles, key))
    entente_bibliography_take (&article->title, g_strdup (value));
  else if (strcmp (key, "AU") == 0 || strcmp (key, "A1") == 0)
    entente_bibliography_add_author (article, entente_bibliography_join_name (value));
  else if (strcmp (key, "PY") == 0 || strcmp (key, "Y1") == 0 || strcmp (key, "DA") == 0)
    take_date (&article->published, value);
  else if (strcmp (key, "Y2") == 0)
    take_date (&article->retrieved, value);
  else if (g_strv_contains (outlets, key))
    entente_bibliography_take (&article->publication_name, g_strdup (value));
  else if (g_strv_contains (urls, key))
    entente_bibliography_take (&article->url, g_strdup (value));
  else if (strcmp (key, "LA") == 0)
    entente_bibliography_take (&article->language, g_strdup (value));
  else if (strcmp (key, "N1") == 0)
    add_note (article, value);
}

static gboolean
fail (GError **error, const char *name, guint line, const char *sentence)
{
  g_autofree char *number = g_strdup_printf ("%u", line);
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                sentence,
                                "file",
                                name,
                                "line",
                                number,
                                NULL);
}

static gboolean
start_entry (GPtrArray *articles, const char *name, guint line, GError **error)
{
  if (articles->len >= ENTENTE_BIBLIOGRAPHY_MAX_ENTRIES)
    return fail (error,
                 name,
                 line,
                 _ ("“{file}” has more than 100,000 entries, to line {line}; divide it."));
  g_ptr_array_add (articles, entente_article_new ());
  return TRUE;
}

gboolean
entente_bibliography_read_ris (const char *text,
                               const char *name,
                               GPtrArray *articles,
                               GError **error)
{
  EntenteArticle *article = NULL;
  g_autoptr (GString) field = g_string_new (NULL); /* tag and value, over several lines */
  guint number = 0;
  for (const char *p = text; *p != '\0';) {
    gsize n = strcspn (p, "\r\n");
    g_autofree char *line = g_strchomp (g_strndup (p, n));
    p += n + (p[n] == '\r' && p[n + 1] == '\n' ? 2 : p[n] != '\0' ? 1 : 0);
    number++;
    if (!has_tag (line)) {
      if (article != NULL && field->len > 0 && *line != '\0')
        g_string_append_printf (field, " %s", line + strspn (line, " \t"));
      continue;
    }
    if (article != NULL && field->len > 0)
      take_field (article, field->str, field->str + 2);
    g_string_printf (field, "%.2s%s", line, get_value (line));
    if (g_str_has_prefix (line, "TY")) {
      if (!start_entry (articles, name, number, error))
        return FALSE;
      article = articles->pdata[articles->len - 1];
    } else if (g_str_has_prefix (line, "ER")) {
      article = NULL;
    } else if (article == NULL && number > 1 && articles->len == 0) {
      return fail (error,
                   name,
                   number,
                   _ ("“{file}”, line {line}: a field stands before the first entry (“TY  - ”); "
                      "add the line that begins it."));
    }
  }
  if (article != NULL && field->len > 0)
    take_field (article, field->str, field->str + 2);
  return articles->len > 0 ||
         fail (error,
               name,
               number,
               _ ("“{file}” has no entry that begins with “TY  - ”; choose a RIS file."));
}

/* ---- out ---- */

static void
append (GString *text, const char *tag, const char *value)
{
  g_autofree char *flat = value != NULL ? g_strdelimit (g_strdup (value), "\r\n", ' ') : NULL;
  if (flat != NULL && *flat != '\0')
    g_string_append_printf (text, "%s  - %s\r\n", tag, flat);
}

static void
append_authors (GString *text, const char *authors)
{
  g_auto (GStrv) names = g_strsplit (authors != NULL ? authors : "", ";", -1);
  for (guint i = 0; names[i] != NULL; i++) {
    EntenteBibliographyName name = entente_bibliography_split_name (g_strstrip (names[i]));
    g_autofree char *value = name.given == NULL
                               ? g_strdup (name.family)
                               : g_strdup_printf ("%s, %s%s%s",
                                                  name.family,
                                                  name.given,
                                                  name.suffix != NULL ? ", " : "",
                                                  name.suffix != NULL ? name.suffix : "");
    append (text, "AU", value);
    entente_bibliography_name_clear (&name);
  }
}

static void
append_date (GString *text, const char *tag, const EntenteDate *date, gboolean with_year)
{
  int year, month, day;
  if (date == NULL || !entente_date_is_dated (date))
    return;
  if (!entente_bibliography_get_parts (date, &year, &month, &day)) {
    g_string_append_printf (text, "%s  - ///%s\r\n", tag, date->edtf);
    return;
  }
  if (with_year)
    g_string_append_printf (text, "PY  - %04d\r\n", year);
  g_string_append_printf (text, "%s  - %04d/", tag, year);
  if (month > 0)
    g_string_append_printf (text, "%02d", month);
  g_string_append_c (text, '/');
  if (day > 0)
    g_string_append_printf (text, "%02d", day);
  g_string_append (text, "/\r\n");
}

void
entente_bibliography_write_ris (const EntenteArticle *article, GString *text)
{
  g_auto (GStrv) notes = g_strsplit (article->note != NULL ? article->note : "", "\n", -1);
  append (text, "TY", article->publication_name != NULL ? "NEWS" : "ELEC");
  append (text, "TI", article->title);
  append_authors (text, article->authors);
  append (text, "T2", article->publication_name);
  append_date (text, "DA", article->published, TRUE);
  append_date (text, "Y2", article->retrieved, FALSE);
  append (text, "UR", article->url);
  append (text, "LA", article->language);
  for (guint i = 0; notes[i] != NULL; i++)
    append (text, "N1", notes[i]);
  g_string_append (text, "ER  - \r\n\r\n");
}
