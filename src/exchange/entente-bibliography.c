/* Which format, names and dates. */
#include "config.h"

#include "entente-bibliography-private.h"

#include "entente-article-date.h"
#include "entente-plain-text.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *name, *suffix;
} formats[] = { { "ris", ".ris" }, { "bibtex", ".bib" }, { "csl-json", ".json" } };

const char *
entente_bibliography_get_name (EntenteBibliographyFormat format)
{
  return formats[format].name;
}

gboolean
entente_bibliography_find_format (const char *bytes,
                                  gsize length,
                                  const char *name,
                                  EntenteBibliographyFormat *format,
                                  GError **error)
{
  g_autofree char *small = g_ascii_strdown (name, -1);
  const char *p = bytes, *end = bytes + length;
  if (length >= 3 && strncmp (p, "\xEF\xBB\xBF", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  for (guint i = 0; i < ENTENTE_N_BIBLIOGRAPHIES; i++) {
    if (g_str_has_suffix (small, formats[i].suffix)) {
      *format = i;
      return TRUE;
    }
  }
  *format = end - p >= 5 && strncmp (p, "TY  -", 5) == 0 ? ENTENTE_BIBLIOGRAPHY_RIS
            : p < end && (*p == '[' || *p == '{')        ? ENTENTE_BIBLIOGRAPHY_CSL_JSON
                                                         : ENTENTE_BIBLIOGRAPHY_BIBTEX;
  return (p < end && (*format == ENTENTE_BIBLIOGRAPHY_RIS || strchr ("[{@%", *p) != NULL)) ||
         entente_sentence_fail (
           error,
           ENTENTE_ERROR_INVALID,
           _ ("“{file}” is no list of references; choose one in RIS, BibTeX or CSL-JSON."),
           "file",
           name,
           NULL);
}

/* Control characters would make what is written no text. */
static char *
drop_controls (char *text, gboolean keeps_lines)
{
  for (char *p = text; *p != '\0'; p++) {
    if ((guchar) *p == 0x7F || ((guchar) *p < ' ' && !(keeps_lines && strchr ("\t\n\r", *p))))
      *p = ' ';
  }
  return text;
}

/* ---- names ---- */

void
entente_bibliography_name_clear (EntenteBibliographyName *name)
{
  g_clear_pointer (&name->given, g_free);
  g_clear_pointer (&name->family, g_free);
  g_clear_pointer (&name->suffix, g_free);
}

static gboolean
is_in (const char *const *list, const char *word)
{
  return g_strv_contains (list, word);
}

static char *
join_words (char **words, guint first, guint last)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = first; i < last; i++)
    g_string_append_printf (joined, "%s%s", i > first ? " " : "", words[i]);
  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

/* Words that a name of a body has and that of a person has not. */
static gboolean
is_body (char **words)
{
  static const char *const signs[] = { "of",      "for",   "the",  "and",   "&",      "The",
                                       "für",     "des",   "News", "Press", "Agency", "Staff",
                                       "Editors", "Times", "Post", NULL };
  for (guint i = 0; words[i] != NULL; i++) {
    if (is_in (signs, words[i]) || strchr (words[i], ',') != NULL)
      return TRUE;
  }
  return FALSE;
}

EntenteBibliographyName
entente_bibliography_split_name (const char *name)
{
  static const char *const suffixes[] = { "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", NULL };
  static const char *const particles[] = { "de",  "van", "von", "der", "den", "di",   "da",  "du",
                                           "la",  "le",  "al",  "el",  "bin", "ibn",  "ben", "dos",
                                           "del", "zu",  "ten", "ter", "y",   "bint", NULL };
  EntenteBibliographyName split = { NULL };
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  guint first;
  if (n < 2 || is_body (words)) {
    split.family = g_strdup (name);
    return split;
  }
  if (n > 2 && is_in (suffixes, words[n - 1]))
    split.suffix = g_strdup (words[--n]);
  for (first = n - 1; first > 1 && is_in (particles, words[first - 1]);)
    first--;
  split.given = join_words (words, 0, first);
  split.family = join_words (words, first, n);
  if (split.family == NULL)
    split.family = g_strdup (name);
  return split;
}

char *
entente_bibliography_join_name (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 3);
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  if (parts[0] == NULL || parts[1] == NULL || *parts[0] == '\0' || *parts[1] == '\0')
    return g_strstrip (g_strdelimit (g_strdup (text), ",", ' '));
  if (parts[2] == NULL || *parts[2] == '\0')
    return g_strdup_printf ("%s %s", parts[1], parts[0]);
  return g_strdup_printf ("%s %s %s", parts[1], parts[0], parts[2]);
}

void
entente_bibliography_add_author (EntenteArticle *article, char *name)
{
  g_autofree char *stripped =
    name != NULL ? g_strstrip (drop_controls (g_strdelimit (name, ";", ' '), FALSE)) : NULL;
  g_autofree char *before = article->authors;
  if (stripped == NULL || *stripped == '\0')
    article->authors = g_steal_pointer (&before);
  else
    article->authors =
      before != NULL ? g_strconcat (before, "; ", stripped, NULL) : g_strdup (stripped);
}

/* ---- dates ---- */

EntenteDate *
entente_bibliography_read_date (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  EntenteDate *date;
  if (stripped == NULL || *stripped == '\0')
    return NULL;
  date = entente_date_parse (stripped, NULL);
  if (date == NULL) {
    g_autoptr (EntenteDate) found = entente_article_date_read (stripped);
    date = found != NULL ? entente_date_with_wording (found, stripped) : NULL;
  }
  return date;
}

gboolean
entente_bibliography_get_parts (const EntenteDate *date, int *year, int *month, int *day)
{
  const char *edtf = date != NULL ? date->edtf : "";
  gsize n = strlen (edtf);
  *year = *month = *day = 0;
  if ((n != 4 && n != 7 && n != 10) || strspn (edtf, "0123456789-") != n || edtf[0] == '-')
    return FALSE;
  *year = atoi (edtf);
  *month = n >= 7 ? atoi (edtf + 5) : 0;
  *day = n == 10 ? atoi (edtf + 8) : 0;
  return *month <= 12;
}

EntenteDate *
entente_bibliography_make_date (gint64 year, gint64 month, gint64 day)
{
  g_autofree char *edtf = NULL;
  if (year < 1 || year > 9999)
    return NULL;
  if (month < 1 || month > 12)
    edtf = g_strdup_printf ("%04d", (int) year);
  else if (day < 1 || day > 31)
    edtf = g_strdup_printf ("%04d-%02d", (int) year, (int) month);
  else
    edtf = g_strdup_printf ("%04d-%02d-%02d", (int) year, (int) month, (int) day);
  return entente_date_parse (edtf, NULL);
}

void
entente_bibliography_take (char **field, char *value)
{
  g_autofree char *stripped = value != NULL ? g_strstrip (drop_controls (value, TRUE)) : NULL;
  if (*field == NULL && stripped != NULL && *stripped != '\0')
    *field = g_steal_pointer (&stripped);
}

/* ---- the whole ---- */

/* An entry must at least say what it is. */
static guint
drop_empty (GPtrArray *articles)
{
  guint n = articles->len;
  for (guint i = articles->len; i > 0; i--) {
    const EntenteArticle *article = articles->pdata[i - 1];
    if (article->title == NULL && article->url == NULL)
      g_ptr_array_remove_index (articles, i - 1);
  }
  return n - articles->len;
}

static gboolean
read_text (const char *text,
           gsize length,
           const char *name,
           EntenteBibliographyFormat format,
           GPtrArray *articles,
           GError **error)
{
  switch (format) {
  case ENTENTE_BIBLIOGRAPHY_RIS:
    return entente_bibliography_read_ris (text, name, articles, error);
  case ENTENTE_BIBLIOGRAPHY_BIBTEX:
    return entente_bibliography_read_bibtex (text, name, articles, error);
  case ENTENTE_BIBLIOGRAPHY_CSL_JSON:
    return entente_bibliography_read_csl (text, length, name, articles, error);
  case ENTENTE_N_BIBLIOGRAPHIES:
    break;
  }
  g_return_val_if_reached (FALSE);
}

GPtrArray *
entente_bibliography_read (const char *bytes,
                           gsize length,
                           const char *name,
                           EntenteBibliographyFormat format,
                           GPtrArray *notices,
                           GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func (entente_record_unref);
  gsize text_length = 0, offset = 0;
  guint n_empty;
  g_autofree char *text =
    entente_plain_text_decode (bytes, length, NULL, name, &text_length, &offset, notices, error);
  if (text == NULL ||
      !read_text (drop_controls (text, TRUE), text_length, name, format, articles, error))
    return NULL;
  n_empty = drop_empty (articles);
  if (n_empty > 0) {
    g_autofree char *number = g_strdup_printf ("%u", n_empty);
    const char *sentence =
      g_dngettext (GETTEXT_PACKAGE,
                   "An entry of “{file}” without title and address was left out.",
                   "{n} entries of “{file}” without title and address were left out.",
                   n_empty);
    g_ptr_array_add (notices, entente_sentence (sentence, "n", number, "file", name, NULL));
  }
  return g_steal_pointer (&articles);
}

char *
entente_bibliography_write (const GPtrArray *articles, EntenteBibliographyFormat format)
{
  GString *text;
  if (format == ENTENTE_BIBLIOGRAPHY_CSL_JSON)
    return entente_bibliography_write_csl (articles);
  text = g_string_new (NULL);
  for (guint i = 0; i < articles->len; i++) {
    if (format == ENTENTE_BIBLIOGRAPHY_RIS)
      entente_bibliography_write_ris (articles->pdata[i], text);
    else
      entente_bibliography_write_bibtex (articles->pdata[i], i + 1, text);
  }
  return g_string_free (text, FALSE);
}
