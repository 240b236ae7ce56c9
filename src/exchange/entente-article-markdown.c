/* Front matter and footnotes by hand, as Markdown itself has neither; all else by cmark. */
#include "config.h"

#include "entente-article-markdown.h"

#include "entente-article-date.h"
#include "entente-article-parts.h"
#include "entente-plain-text.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  EntenteArticleParts *parts;
  GHashTable *notes; /* key -> GString, Markdown */
  gboolean in_title; /* the heading goes to the title, not into the text */
  GString *title;
  guint n_html; /* pieces of HTML that were passed over */
  guint n_images;
} Reader;

/* ---- front matter ---- */

typedef struct {
  EntenteArticleFacts *facts;
  GString *authors; /* of all lines */
  char *key; /* of the last line that had one */
} Front;

static char **
get_field (EntenteArticleFacts *facts, const char *key)
{
  static const char *const names[][2] = {
    { "title", "0" },     { "headline", "0" },   { "author", "1" },      { "authors", "1" },
    { "byline", "1" },    { "source", "2" },     { "publication", "2" }, { "outlet", "2" },
    { "publisher", "2" }, { "site", "2" },       { "url", "3" },         { "link", "3" },
    { "canonical", "3" }, { "source_url", "3" }, { "lang", "4" },        { "language", "4" },
  };
  char **fields[] = { &facts->title,
                      &facts->authors,
                      &facts->publication,
                      &facts->url,
                      &facts->language };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (g_ascii_strcasecmp (key, names[i][0]) == 0)
      return fields[names[i][1][0] - '0'];
  }
  return NULL;
}

static char *
strip_quotes (const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  gsize n = strlen (value);
  if (n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n - 1] == value[0])
    return g_strndup (value + 1, n - 2);
  return g_steal_pointer (&value);
}

/* Without quotes around it, and without the brackets of a list, whose items come between
 * semicolons. A list within a list is taken as it is: who writes the file would say how deep we go.
 */
static char *
read_value (const char *text)
{
  g_autofree char *value = g_strstrip (g_strdup (text));
  gsize n = strlen (value);
  if (n < 2 || value[0] != '[' || value[n - 1] != ']')
    return strip_quotes (value);
  value[n - 1] = '\0';
  g_auto (GStrv) items = g_strsplit (value + 1, ",", -1);
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = 0; items[i] != NULL; i++) {
    g_autofree char *item = strip_quotes (items[i]);
    g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", item);
  }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
take_pair (Front *front, const char *text)
{
  EntenteArticleFacts *facts = front->facts;
  g_autofree char *value = read_value (text);
  char **field = get_field (facts, front->key);
  if (*value == '\0')
    return;
  if (g_ascii_strcasecmp (front->key, "date") == 0 ||
      g_ascii_strcasecmp (front->key, "published") == 0) {
    if (facts->published == NULL)
      facts->published = entente_article_date_read (value);
  } else if (field == &facts->authors) {
    g_string_append_printf (front->authors, "%s%s", front->authors->len > 0 ? "; " : "", value);
  } else if (field != NULL && *field == NULL) {
    *field = g_steal_pointer (&value);
  }
}

/* "key: value", "key = value", and "- item" below a key without value. */
static void
read_front_line (Front *front, const char *line)
{
  g_autofree char *text = g_strstrip (g_strdup (line));
  gsize n = strcspn (text, ":=");
  if (text[0] == '-' && text[1] == ' ' && front->key != NULL) {
    take_pair (front, text + 2);
  } else if (text[n] != '\0' && text[0] != '#') {
    g_free (front->key);
    front->key = g_strchomp (g_strndup (text, n));
    take_pair (front, text + n + 1);
  }
}

static void
read_front_lines (EntenteArticleFacts *facts, const char *p, const char *end)
{
  Front front = { facts, g_string_new (NULL), NULL };
  while (p < end) {
    const char *stop = strchr (p, '\n');
    g_autofree char *line = g_strndup (p, (gsize) (stop - p));
    read_front_line (&front, line);
    p = stop + 1;
  }
  if (front.authors->len > 0)
    facts->authors = g_strdup (front.authors->str);
  g_string_free (front.authors, TRUE);
  g_free (front.key);
}

/* Behind it; @text when there is none. */
static const char *
read_front (EntenteArticleFacts *facts, const char *text)
{
  const char *fence = g_str_has_prefix (text, "---\n")   ? "---"
                      : g_str_has_prefix (text, "+++\n") ? "+++"
                                                         : NULL;
  const char *p = text + 4, *end = NULL;
  if (fence == NULL)
    return text;
  for (const char *line = p; line != NULL && *line != '\0' && end == NULL;) {
    const char *stop = strchr (line, '\n');
    gsize n = stop != NULL ? (gsize) (stop - line) : strlen (line);
    if (n == 3 && (strncmp (line, fence, 3) == 0 || strncmp (line, "...", 3) == 0))
      end = line;
    line = stop != NULL ? stop + 1 : NULL;
  }
  if (end == NULL)
    return text;
  read_front_lines (facts, p, end);
  p = strchr (end, '\n');
  return p != NULL ? p + 1 : end + strlen (end);
}

/* ---- footnotes ---- */

/* The key of "[^key]" at @p, or NULL; @end is put behind the bracket. Free. */
static char *
read_key (const char *p, const char **end)
{
  gsize n;
  if (p[0] != '[' || p[1] != '^')
    return NULL;
  n = strcspn (p + 2, "] \t\r\n[");
  if (n == 0 || n > 100 || p[2 + n] != ']')
    return NULL;
  *end = p + 3 + n;
  return g_strndup (p + 2, n);
}

static GString *
get_note (Reader *reader, const char *key)
{
  GString *note = g_hash_table_lookup (reader->notes, key);
  if (note == NULL) {
    note = g_string_new (NULL);
    g_hash_table_insert (reader->notes, g_strdup (key), note);
  }
  return note;
}

static gboolean
is_fence (const char *line)
{
  line += strspn (line, " ");
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

/* Takes "[^1]: text" and the indented lines below out of @text; the rest comes back. */
static GString *
take_notes (Reader *reader, const char *text)
{
  GString *rest = g_string_new (NULL);
  GString *note = NULL;
  gboolean in_code = FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    const char *end = NULL;
    g_autofree char *key = in_code ? NULL : read_key (lines[i], &end);
    if (key != NULL && *end == ':') {
      note = get_note (reader, key);
      g_string_append_printf (note, "%s\n", end + 1 + strspn (end + 1, " \t"));
      continue;
    }
    if (note != NULL &&
        (lines[i][0] == '\0' || lines[i][0] == '\t' || g_str_has_prefix (lines[i], "  "))) {
      g_string_append_printf (note, "%s\n", lines[i] + strspn (lines[i], " \t"));
      if (lines[i][0] == '\0')
        g_string_append_c (rest, '\n');
      continue;
    }
    note = NULL;
    in_code = in_code != is_fence (lines[i]);
    g_string_append_printf (rest, "%s\n", lines[i]);
  }
  return rest;
}

/* ---- text ---- */

static void
add_text (Reader *reader, const char *text)
{
  const char *from = text;
  for (const char *p = strchr (text, '['); p != NULL; p = strchr (p, '[')) {
    const char *end = NULL;
    g_autofree char *key = read_key (p, &end);
    if (key == NULL || !g_hash_table_contains (reader->notes, key)) {
      p++;
      continue;
    }
    if (!reader->in_title) {
      entente_article_parts_add (reader->parts, from, p - from);
      entente_article_parts_add_mark (reader->parts, key);
    } else {
      g_string_append_len (reader->title, from, p - from);
    }
    p = from = end;
  }
  if (reader->in_title)
    g_string_append (reader->title, from);
  else
    entente_article_parts_add (reader->parts, from, -1);
}

/* The first heading of the first level, where the front matter has no title. */
static gboolean
is_title (Reader *reader, cmark_node *node)
{
  return cmark_node_get_heading_level (node) == 1 && reader->parts->known.title == NULL &&
         reader->parts->note == NULL && reader->parts->text->len == 0;
}

static void
enter_heading (Reader *reader, cmark_node *node, gboolean enters)
{
  if (enters) {
    reader->in_title = is_title (reader, node);
  } else if (reader->in_title) {
    reader->in_title = FALSE;
    reader->parts->known.title = g_strdup (reader->title->str);
  }
}

static void
read_node (Reader *reader, cmark_node *node, gboolean enters)
{
  EntenteArticleParts *parts = reader->parts;
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    add_text (reader, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_CODE_BLOCK:
    entente_article_parts_add_lines (parts, cmark_node_get_literal (node), -1);
    entente_article_parts_end_paragraph (parts);
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
    add_text (reader, " ");
    break;
  case CMARK_NODE_HTML_BLOCK:
  case CMARK_NODE_HTML_INLINE:
    reader->n_html++;
    break;
  case CMARK_NODE_IMAGE:
    reader->n_images += enters;
    break;
  case CMARK_NODE_HEADING:
    enter_heading (reader, node, enters);
    entente_article_parts_end_paragraph (parts);
    break;
  case CMARK_NODE_PARAGRAPH:
  case CMARK_NODE_ITEM:
  case CMARK_NODE_BLOCK_QUOTE:
  case CMARK_NODE_THEMATIC_BREAK:
    entente_article_parts_end_paragraph (parts);
    break;
  default:
    break;
  }
}

static void
read_text (Reader *reader, const char *text, gsize length)
{
  cmark_node *document = cmark_parse_document (text, length, CMARK_OPT_VALIDATE_UTF8);
  cmark_consolidate_text_nodes (document);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    read_node (reader, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);
  cmark_iter_free (iter);
  cmark_node_free (document);
}

/* Those whose marks came have their numbers already; others follow them. */
static void
read_notes (Reader *reader)
{
  g_autoptr (GList) all =
    g_list_sort (g_hash_table_get_keys (reader->notes), (GCompareFunc) strcmp);
  for (const GList *key = all; key != NULL; key = key->next) {
    const GString *note = g_hash_table_lookup (reader->notes, key->data);
    entente_article_parts_begin_note (reader->parts, key->data);
    read_text (reader, note->str, note->len);
    entente_article_parts_end_note (reader->parts);
  }
}

static void
free_note (gpointer note)
{
  g_string_free (note, TRUE);
}

static char *
with_plain_line_ends (const char *text)
{
  GString *plain = g_string_new (text);
  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  return g_string_free (plain, FALSE);
}

static EntenteArticleDraft *
read_all (Reader *reader, const char *text, const char *name, GError **error)
{
  g_autofree char *plain = with_plain_line_ends (text);
  g_autoptr (GString) rest = take_notes (reader, read_front (&reader->parts->known, plain));
  read_text (reader, rest->str, rest->len);
  read_notes (reader);
  entente_article_parts_tell (reader->parts,
                              name,
                              reader->n_html,
                              N_ ("A piece of HTML within “{file}” was left out."),
                              N_ ("{n} pieces of HTML within “{file}” were left out."));
  entente_article_parts_tell (reader->parts,
                              name,
                              reader->n_images,
                              N_ ("Of a picture in “{file}” only its words were taken."),
                              N_ ("Of {n} pictures in “{file}” only their words were taken."));
  return entente_article_parts_finish (reader->parts, name, error);
}

EntenteArticleDraft *
entente_article_markdown_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  gsize text_length = 0, offset = 0;
  g_autofree char *text = entente_plain_text_decode (bytes,
                                                     length,
                                                     NULL,
                                                     name,
                                                     &text_length,
                                                     &offset,
                                                     parts->notices,
                                                     error);
  if (text == NULL)
    return NULL;
  Reader reader = { .parts = parts };
  reader.notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_note);
  reader.title = g_string_new (NULL);
  EntenteArticleDraft *draft = read_all (&reader, text, name, error);
  g_hash_table_unref (reader.notes);
  g_string_free (reader.title, TRUE);
  return draft;
}
