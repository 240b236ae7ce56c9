/* Notes of a page: a short link ("1", "[1]", "*") to a place further down is the mark of a note,
 * and the block that it leads to is the note. Links of a note are kept as addresses; links back to
 * the text are not. */
#include "config.h"

#include "entente-article-html-private.h"

#include <string.h>

#define MAX_MARK_CHARS 8
#define MAX_NOTE_CHARS 6000

/* The "1" of "[1]", "(1)" or "1."; NULL when it is no mark. Free. */
static char *
read_mark (const char *text, gboolean *bracketed)
{
  static const char signs[] = "[]().{} \t";
  g_autofree char *bare = g_strdup (text);
  char *start = bare + strspn (bare, signs);
  gsize n;
  *bracketed = strchr (text, '[') != NULL;
  for (n = strlen (start); n > 0 && strchr (signs, start[n - 1]) != NULL; n--)
    start[n - 1] = '\0';
  if (n == 0)
    return NULL;
  if (strspn (start, "0123456789") == n || strspn (start, "*") == n || g_str_equal (start, "†") ||
      g_str_equal (start, "‡") || g_str_equal (start, "§") ||
      (n <= 2 && g_ascii_isalpha (start[0])))
    return n <= 4 ? g_strdup (start) : NULL;
  return NULL;
}

/* "fn1", "_ftn1", "note-3", "cite_note-4". */
static gboolean
names_note (const char *id)
{
  static const char *const starts[] = { "fn",      "_ftn",      "ftn",  "footnote",
                                        "note",    "cite_note", "_edn", "edn",
                                        "endnote", "ref",       "en",   "user-content-fn" };
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    if (g_ascii_strncasecmp (id, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
looks_like_mark (const xmlNode *link, const char *id, gboolean bracketed)
{
  const xmlNode *inner = link->children;
  while (inner != NULL && inner->type != XML_ELEMENT_NODE)
    inner = inner->next;
  return bracketed || names_note (id) || entente_html_is (link->parent, "sup") ||
         entente_html_is (inner, "sup") || entente_html_has_word (link, "role", "doc-noteref") ||
         entente_html_has_word (link, "class", "footnote|footnote-ref|noteref|reference|fn");
}

/* Where the link leads within the page, or NULL. */
static xmlNode *
get_target (EntenteHtml *html, const xmlNode *link, const char **id)
{
  const char *href = entente_html_is (link, "a") ? entente_html_get (link, "href") : NULL;
  const char *hash = href != NULL ? strrchr (href, '#') : NULL;
  *id = hash != NULL ? hash + 1 : "";
  /* Saved pages write their whole address before it. */
  return **id != '\0' ? g_hash_table_lookup (html->ids, *id) : NULL;
}

/* The block of the note: not so large that it is more than one. */
static xmlNode *
get_block (xmlNode *target, const xmlNode *link)
{
  while (target != NULL &&
         !entente_html_is (target, "li|p|dd|dt|div|td|tr|aside|section|blockquote|cite"))
    target = target->parent;
  if (target != NULL && entente_html_is (target, "td") && entente_html_is (target->parent, "tr"))
    target = target->parent;
  return target != NULL && !entente_html_contains (target, link) ? target : NULL;
}

static void
add_pair (EntenteHtml *html, xmlNode *link, xmlNode *block, const char *id)
{
  const char *key = g_hash_table_lookup (html->notes, block);
  const EntenteHtmlNode *found = entente_html_get_node (html, block);
  if (found->n_text > MAX_NOTE_CHARS)
    return;
  if (key == NULL)
    g_hash_table_insert (html->notes, block, g_strdup (id));
  else if (strcmp (key, id) != 0)
    return; /* several notes in one block: read as text later */
  g_hash_table_insert (html->marks, link, g_strdup (id));
}

void
entente_html_find_notes (EntenteHtml *html)
{
  for (xmlNode *node = html->main; node != NULL; node = entente_html_next (node, html->main)) {
    const char *id;
    gboolean bracketed;
    xmlNode *target = get_target (html, node, &id);
    if (target == NULL ||
        entente_html_get_node (html, target)->order <= entente_html_get_node (html, node)->order)
      continue;
    g_autofree char *text = entente_html_dup_text (node, MAX_MARK_CHARS + 1);
    g_autofree char *mark = read_mark (text, &bracketed);
    xmlNode *block =
      mark != NULL && looks_like_mark (node, id, bracketed) ? get_block (target, node) : NULL;
    if (block != NULL && !entente_html_contains (block, html->main))
      add_pair (html, node, block, id);
  }
}

/* ---- the text of a note ---- */

/* A link that leads back up: an arrow, or the number of the note. */
static gboolean
leads_back (EntenteHtml *html, const xmlNode *link)
{
  const char *id;
  xmlNode *target = get_target (html, link, &id);
  if (!entente_html_is (link, "a") || (target == NULL && *id == '\0'))
    return FALSE;
  g_autofree char *text = entente_html_dup_text (link, MAX_MARK_CHARS + 1);
  return g_utf8_strlen (text, -1) <= 4;
}

static void
collect (EntenteHtml *html, const xmlNode *node, GString *text)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && child->content != NULL)
      g_string_append (text, (const char *) child->content);
    if (child->type != XML_ELEMENT_NODE || entente_html_get_node (html, child)->is_hidden ||
        leads_back (html, child))
      continue;
    if (entente_html_is_block (child) || entente_html_is (child, "br"))
      g_string_append_c (text, ' ');
    gsize start = text->len;
    collect (html, child, text);
    const char *href = entente_html_is (child, "a") ? entente_html_get (child, "href") : NULL;
    if (href != NULL && g_ascii_strncasecmp (href, "http", 4) == 0 &&
        strstr (text->str + start, href) == NULL && strlen (href) < 1000)
      g_string_append_printf (text, " %s", href);
  }
}

/* Behind "[1]", "1.", "^" and the like at the start. */
static const char *
skip_mark (const char *text)
{
  const char *p = text + strspn (text, " \t\r\n^↑[(*");
  const char *figures = p + strspn (p, "0123456789");
  if (figures > p && figures - p <= 3 && strchr ("]).: \t\r\n", *figures) != NULL &&
      (*figures != ' ' || p > text))
    p = figures + strspn (figures, "]).: \t\r\n");
  return p;
}

void
entente_html_add_notes (EntenteHtml *html, GHashTable *keys)
{
  for (xmlNode *node = html->body; node != NULL; node = entente_html_next (node, html->body)) {
    const char *key = g_hash_table_lookup (html->notes, node);
    g_autoptr (GString) text = NULL;
    if (key == NULL || !g_hash_table_contains (keys, key))
      continue;
    text = g_string_new (NULL);
    collect (html, node, text);
    entente_article_parts_begin_note (html->parts, key);
    entente_article_parts_add (html->parts, skip_mark (text->str), -1);
    entente_article_parts_end_note (html->parts);
  }
}
