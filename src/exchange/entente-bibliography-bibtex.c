/* BibTeX and BibLaTeX: entries "@article{key, field = {value}}". Values are braces, quotes, numbers
 * and names of strings, joined by "#". */
#include "config.h"

#include "entente-bibliography-private.h"

#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_VALUE_BYTES (1024 * 1024)

typedef struct {
  const char *text;
  const char *p;
  const char *name; /* of the file */
  GHashTable *strings; /* name -> text */
} Reader;

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };

static gboolean
fail (Reader *reader, const char *sentence, GError **error)
{
  guint line = 1;
  for (const char *p = reader->text; p < reader->p; p++)
    line += *p == '\n';
  g_autofree char *number = g_strdup_printf ("%u", line);
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                sentence,
                                "file",
                                reader->name,
                                "line",
                                number,
                                NULL);
}

static void
skip_space (Reader *reader)
{
  while (g_ascii_isspace (*reader->p))
    reader->p++;
}

/* A word of an entry: its type, a field, a string. Small letters. */
static char *
read_word (Reader *reader)
{
  gsize n;
  skip_space (reader);
  n = strcspn (reader->p, " \t\r\n{}(),=#\"@%");
  reader->p += n;
  return g_ascii_strdown (reader->p - n, (gssize) n);
}

/* From an opening brace or quote to its end: what is between. */
static gboolean
read_delimited (Reader *reader, GString *value, GError **error)
{
  gboolean quoted = *reader->p == '"';
  const char *start = ++reader->p;
  guint depth = 0;
  for (;; reader->p++) {
    char c = *reader->p;
    if (c == '\0' || depth > ENTENTE_BIBLIOGRAPHY_MAX_DEPTH ||
        reader->p - start > MAX_VALUE_BYTES) {
      reader->p = start;
      return fail (reader,
                   _ ("“{file}”, line {line}: a value here has no end, or is too long; close its "
                      "braces or quotation marks."),
                   error);
    }
    if (c == '\\' && reader->p[1] != '\0')
      reader->p++;
    else if (c == '{')
      depth++;
    else if (depth == 0 && c == (quoted ? '"' : '}'))
      break;
    else if (c == '}' && depth > 0)
      depth--;
  }
  g_string_append_len (value, start, reader->p - start);
  reader->p++;
  return TRUE;
}

/* A number, the name of a month, or that of a string. */
static void
add_word (Reader *reader, GString *value)
{
  g_autofree char *word = read_word (reader);
  const char *text = g_hash_table_lookup (reader->strings, word);
  g_string_append (value, text != NULL ? text : word);
}

static char *
read_value (Reader *reader, GError **error)
{
  g_autoptr (GString) value = g_string_new (NULL);
  for (;;) {
    const char *before = reader->p;
    skip_space (reader);
    if (*reader->p == '{' || *reader->p == '"') {
      if (!read_delimited (reader, value, error))
        return NULL;
    } else {
      add_word (reader, value);
    }
    skip_space (reader);
    if (*reader->p != '#' || reader->p == before)
      break;
    reader->p++;
  }
  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* Behind "{": fields up to "}". @fields: name -> value as it is written. */
static gboolean
read_fields (Reader *reader, GHashTable *fields, GError **error)
{
  for (;;) {
    skip_space (reader);
    while (*reader->p == ',') {
      reader->p++;
      skip_space (reader);
    }
    if (*reader->p == '}' || *reader->p == ')') {
      reader->p++;
      return TRUE;
    }
    g_autofree char *field = read_word (reader);
    skip_space (reader);
    if (*field == '\0' || *reader->p != '=')
      return fail (reader, _ ("“{file}”, line {line}: “field = {value}” is expected here."), error);
    reader->p++;
    char *value = read_value (reader, error);
    if (value == NULL)
      return FALSE;
    g_hash_table_replace (fields, g_steal_pointer (&field), value);
  }
}

/* ---- fields ---- */

static char *
dup_field (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);
  return value != NULL ? entente_bibliography_read_latex (value, strlen (value)) : NULL;
}

/* An address is no LaTeX: "_" and "%" are themselves. */
static char *
dup_url (GHashTable *fields, const char *name)
{
  const char *value = g_hash_table_lookup (fields, name);
  if (value == NULL)
    return NULL;
  if (g_str_has_prefix (value, "\\url{"))
    return g_strndup (value + 5, strcspn (value + 5, "}"));
  GString *url = g_string_new (NULL);
  for (const char *p = value; *p != '\0'; p++) {
    if (*p == '\\' && p[1] != '\0' && strchr ("%_#&~", p[1]) != NULL)
      continue;
    if (*p != '{' && *p != '}')
      g_string_append_c (url, *p);
  }
  return g_string_free (url, FALSE);
}

/* Names are parted by " and " outside of braces; a name within braces is that of a body. */
static void
read_authors (EntenteArticle *article, const char *value)
{
  const char *start = value;
  guint depth = 0;
  for (const char *p = value;; p++) {
    depth += *p == '{';
    depth -= *p == '}' && depth > 0;
    gboolean ends =
      *p == '\0' || (depth == 0 && g_ascii_isspace (*p) &&
                     g_ascii_strncasecmp (p + 1, "and", 3) == 0 && g_ascii_isspace (p[4]));
    if (!ends)
      continue;
    g_autofree char *one = g_strstrip (g_strndup (start, (gsize) (p - start)));
    g_autofree char *plain = entente_bibliography_read_latex (one, strlen (one));
    g_auto (GStrv) parts = g_strsplit (plain, ",", -1);
    /* "King, Jr., Martin" */
    g_autofree char *turned = g_strv_length (parts) == 3
                                ? g_strdup_printf ("%s, %s, %s", parts[0], parts[2], parts[1])
                                : g_strdup (plain);
    entente_bibliography_add_author (article,
                                     *one == '{' ? g_steal_pointer (&plain)
                                                 : entente_bibliography_join_name (turned));
    if (*p == '\0')
      return;
    start = p + 4;
    p += 3;
  }
}

static gint64
get_month (const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (months); i++) {
    if (g_ascii_strncasecmp (text, months[i], 3) == 0)
      return i + 1;
  }
  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static EntenteDate *
read_published (GHashTable *fields)
{
  g_autofree char *date = dup_url (fields, "date");
  g_autofree char *year = dup_field (fields, "year");
  g_autofree char *month = dup_field (fields, "month");
  g_autofree char *day = dup_field (fields, "day");
  EntenteDate *published = entente_bibliography_read_date (date);
  if (published != NULL || year == NULL)
    return published;
  published = entente_bibliography_make_date (g_ascii_strtoll (year, NULL, 10),
                                              get_month (month),
                                              day != NULL ? g_ascii_strtoll (day, NULL, 10) : 0);
  return published != NULL ? published : entente_bibliography_read_date (year);
}

static EntenteArticle *
make_article (GHashTable *fields)
{
  static const char *const outlets[] = { "journaltitle", "journal",     "publisher",
                                         "organization", "institution", "booktitle" };
  EntenteArticle *article = entente_article_new ();
  const char *authors = g_hash_table_lookup (fields, "author");
  g_autofree char *accessed = dup_url (fields, "urldate");
  entente_bibliography_take (&article->title, dup_field (fields, "title"));
  if (authors != NULL)
    read_authors (article, authors);
  for (guint i = 0; i < G_N_ELEMENTS (outlets); i++)
    entente_bibliography_take (&article->publication_name, dup_field (fields, outlets[i]));
  entente_bibliography_take (&article->url, dup_url (fields, "url"));
  entente_bibliography_take (&article->language, dup_field (fields, "langid"));
  entente_bibliography_take (&article->language, dup_field (fields, "language"));
  entente_bibliography_take (&article->note, dup_field (fields, "note"));
  article->published = read_published (fields);
  article->retrieved = entente_bibliography_read_date (accessed);
  return article;
}

/* ---- entries ---- */

static GHashTable *
new_fields (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* "@comment" and "@preamble" hold whatever they like. */
static gboolean
skip_entry (Reader *reader, GError **error)
{
  g_autoptr (GString) ignored = g_string_new (NULL);
  skip_space (reader);
  return *reader->p != '{' || read_delimited (reader, ignored, error);
}

static gboolean
read_entry (Reader *reader, GPtrArray *articles, GError **error)
{
  g_autofree char *type = read_word (reader);
  g_autoptr (GHashTable) fields = new_fields ();
  gboolean is_string = strcmp (type, "string") == 0;
  if (strcmp (type, "comment") == 0 || strcmp (type, "preamble") == 0)
    return skip_entry (reader, error);
  skip_space (reader);
  if (*type == '\0' || (*reader->p != '{' && *reader->p != '('))
    return TRUE; /* an at sign in running text */
  reader->p++;
  if (!is_string) {
    gsize n = strcspn (reader->p, ",}=");
    reader->p += reader->p[n] == '=' ? 0 : n;
  }
  if (!read_fields (reader, fields, error))
    return FALSE;
  if (is_string) {
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init (&iter, fields);
    while (g_hash_table_iter_next (&iter, &key, &value))
      g_hash_table_replace (reader->strings, g_strdup (key), g_strdup (value));
  } else {
    g_ptr_array_add (articles, make_article (fields));
  }
  return TRUE;
}

gboolean
entente_bibliography_read_bibtex (const char *text,
                                  const char *name,
                                  GPtrArray *articles,
                                  GError **error)
{
  g_autoptr (GHashTable) strings = new_fields ();
  Reader reader = { text, text, name, strings };
  while ((reader.p = strchr (reader.p, '@')) != NULL &&
         articles->len < ENTENTE_BIBLIOGRAPHY_MAX_ENTRIES) {
    reader.p++;
    if (!read_entry (&reader, articles, error))
      return FALSE;
  }
  if (articles->len > 0)
    return TRUE;
  reader.p = text;
  return fail (&reader,
               _ ("“{file}” has no entry that begins with “@”; choose a BibTeX file."),
               error);
}

/* ---- out ---- */

static void
append (GString *text, const char *field, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (text, "  %s = {", field);
  entente_bibliography_append_latex (text, value);
  g_string_append (text, "},\n");
}

static void
append_plain (GString *text, const char *field, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (text, "  %s = {%s},\n", field, value);
}

/* Braces in an address would end the value. */
static void
append_url (GString *text, const char *url)
{
  g_autoptr (GString) escaped = g_string_new (url);
  g_string_replace (escaped, "{", "%7B", 0);
  g_string_replace (escaped, "}", "%7D", 0);
  g_string_replace (escaped, "\\", "%5C", 0);
  append_plain (text, "url", escaped->str);
}

static void
append_authors (GString *text, const char *authors)
{
  g_auto (GStrv) names = g_strsplit (authors != NULL ? authors : "", ";", -1);
  guint n = 0;
  for (guint i = 0; names[i] != NULL; i++) {
    EntenteBibliographyName name = entente_bibliography_split_name (g_strstrip (names[i]));
    if (*names[i] != '\0') {
      g_string_append (text, n++ == 0 ? "  author = {" : " and ");
      g_string_append (text, name.given == NULL ? "{" : "");
      entente_bibliography_append_latex (text, name.family);
      g_string_append (text, name.given == NULL ? "}" : ", ");
      if (name.suffix != NULL)
        g_string_append_printf (text, "%s, ", name.suffix);
      if (name.given != NULL)
        entente_bibliography_append_latex (text, name.given);
    }
    entente_bibliography_name_clear (&name);
  }
  if (n > 0)
    g_string_append (text, "},\n");
}

/* "ortiz2017-3": who and when for the eye, the number to be sure. */
static void
append_key (GString *text, const EntenteArticle *article, guint number)
{
  g_auto (GStrv) names = g_strsplit (article->authors != NULL ? article->authors : "", ";", 2);
  EntenteBibliographyName name =
    entente_bibliography_split_name (names[0] != NULL ? g_strstrip (names[0]) : "");
  g_autofree char *plain = g_str_to_ascii (name.family, "C");
  int year, month, day;
  for (const char *p = plain; *p != '\0'; p++) {
    if (g_ascii_isalpha (*p))
      g_string_append_c (text, g_ascii_tolower (*p));
  }
  if (entente_bibliography_get_parts (article->published, &year, &month, &day))
    g_string_append_printf (text, "%04d", year);
  g_string_append_printf (text, "-%u,\n", number);
  entente_bibliography_name_clear (&name);
}

static void
append_published (GString *text, const EntenteDate *date)
{
  int year, month, day;
  if (date == NULL || !entente_date_is_dated (date))
    return;
  append_plain (text, "date", date->edtf);
  if (!entente_bibliography_get_parts (date, &year, &month, &day))
    return;
  g_string_append_printf (text, "  year = {%04d},\n", year);
  if (month > 0)
    g_string_append_printf (text, "  month = %s,\n", months[month - 1]);
  if (day > 0)
    g_string_append_printf (text, "  day = {%d},\n", day);
}

void
entente_bibliography_write_bibtex (const EntenteArticle *article, guint number, GString *text)
{
  g_string_append (text, article->publication_name != NULL ? "@article{" : "@misc{");
  append_key (text, article, number);
  append (text, "title", article->title);
  append_authors (text, article->authors);
  append (text, "journal", article->publication_name);
  append_published (text, article->published);
  if (article->url != NULL)
    append_url (text, article->url);
  if (article->retrieved != NULL && entente_date_is_dated (article->retrieved))
    append_plain (text, "urldate", article->retrieved->edtf);
  append (text, "langid", article->language);
  append (text, "note", article->note);
  g_string_append (text, "}\n\n");
}
