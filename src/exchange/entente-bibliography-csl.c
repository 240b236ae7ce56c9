/* CSL-JSON: what citeproc and its relatives read. A date that is neither a day nor a span of days
 * is written as EDTF in "raw", which such programs show as it is. */
#include "config.h"

#include "entente-bibliography-private.h"

#include "entente-record-json.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- in ---- */

/* Numbers are written as strings by some. */
static gint64
get_number (json_t *value)
{
  return json_is_integer (value)  ? json_integer_value (value)
         : json_is_string (value) ? g_ascii_strtoll (json_string_value (value), NULL, 10)
                                  : 0;
}

static EntenteDate *
read_parts (json_t *parts)
{
  return entente_bibliography_make_date (get_number (json_array_get (parts, 0)),
                                         get_number (json_array_get (parts, 1)),
                                         get_number (json_array_get (parts, 2)));
}

static EntenteDate *
read_span (json_t *parts)
{
  g_autoptr (EntenteDate) start = read_parts (json_array_get (parts, 0));
  g_autoptr (EntenteDate) end = read_parts (json_array_get (parts, 1));
  g_autofree char *edtf = NULL;
  if (start == NULL || end == NULL)
    return g_steal_pointer (&start);
  edtf = g_strdup_printf ("%s/%s", start->edtf, end->edtf);
  return entente_date_parse (edtf, NULL);
}

/* "circa" makes it approximate; "season" 1 to 4 is spring to winter. */
static EntenteDate *
read_date (json_t *json)
{
  const char *raw = json_string_value (json_object_get (json, "raw"));
  const char *literal = json_string_value (json_object_get (json, "literal"));
  json_t *circa = json_object_get (json, "circa");
  gint64 season = get_number (json_object_get (json, "season"));
  g_autoptr (EntenteDate) date = json_is_string (json)
                                   ? entente_bibliography_read_date (json_string_value (json))
                                   : entente_bibliography_read_date (raw);
  if (date == NULL)
    date = read_span (json_object_get (json, "date-parts"));
  if (date == NULL)
    date = entente_bibliography_read_date (literal);
  if (date != NULL && season >= 1 && season <= 4 && strlen (date->edtf) == 4) {
    g_autofree char *edtf = g_strdup_printf ("%s-%d", date->edtf, (int) (20 + season));
    entente_date_unref (date);
    date = entente_date_parse (edtf, NULL);
  }
  if (date != NULL && !date->approximate && (json_is_true (circa) || get_number (circa) != 0) &&
      strchr (date->edtf, '/') == NULL) {
    g_autofree char *edtf = g_strconcat (date->edtf, "~", NULL);
    EntenteDate *about = entente_date_parse (edtf, NULL);
    if (about != NULL) {
      entente_date_unref (date);
      date = about;
    }
  }
  return g_steal_pointer (&date);
}

static char *
read_name (json_t *json)
{
  static const char *const members[] = { "given",
                                         "dropping-particle",
                                         "non-dropping-particle",
                                         "family",
                                         "suffix" };
  const char *literal = json_string_value (json_object_get (json, "literal"));
  g_autoptr (GString) name = g_string_new (literal);
  for (guint i = 0; literal == NULL && i < G_N_ELEMENTS (members); i++) {
    const char *part = json_string_value (json_object_get (json, members[i]));
    if (part != NULL && *part != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
  }
  return g_strdup (name->str);
}

static char *
dup_text (json_t *entry, const char *member)
{
  return g_strdup (json_string_value (json_object_get (entry, member)));
}

static EntenteArticle *
read_entry (json_t *entry)
{
  EntenteArticle *article = entente_article_new ();
  json_t *authors = json_object_get (entry, "author");
  entente_bibliography_take (&article->title, dup_text (entry, "title"));
  for (size_t i = 0; i < json_array_size (authors); i++)
    entente_bibliography_add_author (article, read_name (json_array_get (authors, i)));
  entente_bibliography_take (&article->publication_name, dup_text (entry, "container-title"));
  entente_bibliography_take (&article->publication_name, dup_text (entry, "publisher"));
  entente_bibliography_take (&article->url, dup_text (entry, "URL"));
  entente_bibliography_take (&article->language, dup_text (entry, "language"));
  entente_bibliography_take (&article->note, dup_text (entry, "note"));
  article->published = read_date (json_object_get (entry, "issued"));
  article->retrieved = read_date (json_object_get (entry, "accessed"));
  return article;
}

gboolean
entente_bibliography_read_csl (const char *text,
                               gsize length,
                               const char *name,
                               GPtrArray *articles,
                               GError **error)
{
  json_t *json = entente_json_load (text, length, name, 1, error);
  json_t *items = json_is_object (json) ? json_object_get (json, "items") : json;
  if (json == NULL)
    return FALSE;
  if (!json_is_array (items) && json_is_object (json) && json_object_get (json, "title") != NULL)
    g_ptr_array_add (articles, read_entry (json));
  for (size_t i = 0; i < json_array_size (items) && i < ENTENTE_BIBLIOGRAPHY_MAX_ENTRIES; i++) {
    json_t *entry = json_array_get (items, i);
    if (json_is_object (entry))
      g_ptr_array_add (articles, read_entry (entry));
  }
  json_decref (json);
  return articles->len > 0 ||
         entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                _ ("“{file}” is JSON, but has no list of references."),
                                "file",
                                name,
                                NULL);
}

/* ---- out ---- */

static void
set_text (json_t *object, const char *member, const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_new (object, member, json_string (text));
}

static json_t *
write_parts (int year, int month, int day)
{
  json_t *parts = json_array ();
  json_array_append_new (parts, json_integer (year));
  if (month > 0)
    json_array_append_new (parts, json_integer (month));
  if (day > 0)
    json_array_append_new (parts, json_integer (day));
  return parts;
}

static void
set_date (json_t *object, const char *member, const EntenteDate *date)
{
  int year, month, day;
  json_t *value;
  if (date == NULL || !entente_date_is_dated (date))
    return;
  value = json_object ();
  if (entente_bibliography_get_parts (date, &year, &month, &day)) {
    json_t *parts = json_array ();
    json_array_append_new (parts, write_parts (year, month, day));
    json_object_set_new (value, "date-parts", parts);
  } else {
    set_text (value, "raw", date->edtf);
  }
  json_object_set_new (object, member, value);
}

static void
set_authors (json_t *object, const char *authors)
{
  g_auto (GStrv) names = g_strsplit (authors != NULL ? authors : "", ";", -1);
  json_t *array = json_array ();
  for (guint i = 0; names[i] != NULL; i++) {
    EntenteBibliographyName name = entente_bibliography_split_name (g_strstrip (names[i]));
    json_t *author = json_object ();
    if (name.given == NULL) {
      set_text (author, "literal", name.family);
    } else {
      set_text (author, "family", name.family);
      set_text (author, "given", name.given);
      set_text (author, "suffix", name.suffix);
    }
    if (*names[i] != '\0')
      json_array_append (array, author);
    json_decref (author);
    entente_bibliography_name_clear (&name);
  }
  if (json_array_size (array) > 0)
    json_object_set (object, "author", array);
  json_decref (array);
}

char *
entente_bibliography_write_csl (const GPtrArray *articles)
{
  json_t *array = json_array ();
  for (guint i = 0; i < articles->len; i++) {
    const EntenteArticle *article = articles->pdata[i];
    json_t *entry = json_object ();
    json_object_set_new (entry, "id", json_sprintf ("entente-%u", i + 1));
    set_text (entry, "type", article->publication_name != NULL ? "article-newspaper" : "webpage");
    set_text (entry, "title", article->title);
    set_authors (entry, article->authors);
    set_text (entry, "container-title", article->publication_name);
    set_date (entry, "issued", article->published);
    set_date (entry, "accessed", article->retrieved);
    set_text (entry, "URL", article->url);
    set_text (entry, "language", article->language);
    set_text (entry, "note", article->note);
    json_array_append_new (array, entry);
  }
  char *dumped = json_dumps (array, JSON_INDENT (2));
  char *text = g_strconcat (dumped != NULL ? dumped : "[]", "\n", NULL);
  free (dumped);
  json_decref (array);
  return text;
}
