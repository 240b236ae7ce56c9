/* The text of a page in its order: blocks become paragraphs, marks of notes "[1]". */
#include "config.h"

#include "entente-article-date.h"
#include "entente-article-html-private.h"

#include <string.h>

#define MAX_BYLINE_CHARS 150

static const char note_headings[] =
  "notes|note|footnotes|endnotes|references|sources|anmerkungen|fußnoten|endnoten|quellen|"
  "einzelnachweise|références|notes et références|dipnotlar|dipnot|notlar|kaynakça|kaynaklar|"
  "notes and references";

typedef struct {
  EntenteHtml *html;
  GHashTable *keys; /* of notes whose marks came */
  const xmlNode *byline; /* that stands above the text already, or NULL */
} Walk;

static void walk_children (Walk *walk, const xmlNode *node);

static guint
count_words (const xmlNode *node)
{
  g_autofree char *text = entente_html_dup_text (node, 100000);
  guint n = *text != '\0';
  for (const char *p = text; *p != '\0'; p++)
    n += *p == ' ';
  return n;
}

/* ---- what is passed over ---- */

static gboolean
has_note (EntenteHtml *html, const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = entente_html_next (node, root)) {
    if (g_hash_table_contains (html->notes, node))
      return TRUE;
  }
  return FALSE;
}

/* "Notes", above a list that is read as notes. */
static gboolean
is_note_heading (EntenteHtml *html, const xmlNode *node)
{
  const xmlNode *next = node->next;
  if (!entente_html_is (node, "h1|h2|h3|h4|h5|h6|p|strong|div") ||
      g_hash_table_size (html->notes) == 0 || entente_html_get_node (html, node)->n_text > 30)
    return FALSE;
  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = next->next;
  g_autofree char *text = entente_html_dup_text (node, 40);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *bare = g_strdup (folded);
  if (g_str_has_suffix (bare, ":"))
    bare[strlen (bare) - 1] = '\0';
  g_autofree char *quoted = g_strdup_printf ("|%s|", bare);
  g_autofree char *list = g_strdup_printf ("|%s|", note_headings);
  return *bare != '\0' && strstr (list, quoted) != NULL && next != NULL && has_note (html, next);
}

/* "Read also", above a list of links that is left out. */
static gboolean
is_menu_heading (EntenteHtml *html, const xmlNode *node)
{
  const xmlNode *next = node->next;
  while (next != NULL && next->type != XML_ELEMENT_NODE)
    next = next->next;
  return next != NULL && entente_html_is (node, "h2|h3|h4|h5|h6") &&
         entente_html_get_node (html, next)->is_left_out &&
         entente_html_is (next, "ul|ol|nav|aside");
}

static gboolean
is_passed_over (Walk *walk, const xmlNode *node)
{
  EntenteHtml *html = walk->html;
  const EntenteHtmlNode *found = entente_html_get_node (html, node);
  if (found->is_hidden && !entente_html_is (node, "script|style|head|template"))
    html->n_hidden += count_words (node);
  else if ((found->is_left_out && !has_note (html, node)) || is_menu_heading (html, node))
    html->n_left_out += count_words (node);
  return found->is_hidden || found->is_left_out || node == walk->byline ||
         is_menu_heading (html, node) || g_hash_table_contains (html->notes, node) ||
         is_note_heading (html, node);
}

/* ---- special elements ---- */

/* "talks<sup>3</sup>" is the mark of a note that no link leads to; "10<sup>3</sup>" is a power. */
static gboolean
add_superscript (Walk *walk, const xmlNode *node)
{
  static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  EntenteArticleParts *parts = walk->html->parts;
  g_autofree char *text = entente_html_dup_text (node, 5);
  gsize n = strlen (text);
  if (n == 0 || n > 3 || strspn (text, "0123456789") != n)
    return FALSE;
  if (parts->text->len > 0 && !parts->space &&
      g_ascii_isdigit (parts->text->str[parts->text->len - 1])) {
    for (const char *p = text; *p != '\0'; p++)
      entente_article_parts_add (parts, raised[*p - '0'], -1);
    return TRUE;
  }
  g_autofree char *mark = g_strdup_printf ("[%s]", text);
  entente_article_parts_add (parts, mark, -1);
  return TRUE;
}

static gboolean
add_mark (Walk *walk, const xmlNode *node)
{
  const char *key = g_hash_table_lookup (walk->html->marks, node);
  if (key == NULL)
    return FALSE;
  g_hash_table_add (walk->keys, (gpointer) key);
  entente_article_parts_add_mark (walk->html->parts, key);
  return TRUE;
}

static void
append_plain (const xmlNode *node, GString *text)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && child->content != NULL)
      g_string_append (text, (const char *) child->content);
    else if (entente_html_is (child, "br"))
      g_string_append_c (text, '\n');
    else if (child->type == XML_ELEMENT_NODE)
      append_plain (child, text);
  }
}

/* What was typed out keeps its lines. */
static void
add_typed (Walk *walk, const xmlNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  append_plain (node, text);
  entente_article_parts_add_lines (walk->html->parts, text->str, (gssize) text->len);
}

static gboolean
has_mark (Walk *walk, const xmlNode *root)
{
  for (const xmlNode *node = root; node != NULL; node = entente_html_next (node, root)) {
    if (g_hash_table_contains (walk->html->marks, node))
      return TRUE;
  }
  return FALSE;
}

static void
walk_element (Walk *walk, const xmlNode *node)
{
  EntenteArticleParts *parts = walk->html->parts;
  gboolean is_block = entente_html_is_block (node);
  if (is_passed_over (walk, node))
    return;
  if (is_block || entente_html_is (node, "br"))
    entente_article_parts_end_paragraph (parts);
  if (entente_html_is (node, "td|th") && parts->is_open)
    entente_article_parts_add (parts, " | ", -1);
  if (entente_html_is (node, "q"))
    entente_article_parts_add (parts, "“", -1);
  if (entente_html_is (node, "pre|listing|plaintext|xmp") && !has_mark (walk, node))
    add_typed (walk, node);
  else if (!add_mark (walk, node) && (!entente_html_is (node, "sup") || has_mark (walk, node) ||
                                      !add_superscript (walk, node)))
    walk_children (walk, node);
  if (entente_html_is (node, "q"))
    entente_article_parts_add (parts, "”", -1);
  if (is_block)
    entente_article_parts_end_paragraph (parts);
}

static void
walk_children (Walk *walk, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      walk_element (walk, child);
    else if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
             child->content != NULL)
      entente_article_parts_add (walk->html->parts, (const char *) child->content, -1);
  }
}

/* ---- what stands above the text ---- */

static gboolean
is_byline (const xmlNode *node)
{
  return entente_html_has_word (node,
                                "class",
                                "byline|author|authors|article-author|c-byline|dateline") ||
         entente_html_has_word (node, "itemprop", "author") ||
         entente_html_has_word (node, "rel", "author");
}

/* The first short element that is marked as a byline. */
static xmlNode *
find_byline (EntenteHtml *html)
{
  for (xmlNode *node = html->body; node != NULL; node = entente_html_next (node, html->body)) {
    const EntenteHtmlNode *found = entente_html_get_node (html, node);
    if (!found->is_hidden && !found->is_left_out && found->n_text > 0 &&
        found->n_text <= MAX_BYLINE_CHARS && is_byline (node))
      return node;
  }
  return NULL;
}

/* "By Maya Ortiz" beside the heading: read where the page says nothing else of its author, passed
 * over where it repeats him. */
static void
add_byline (Walk *walk)
{
  EntenteHtml *html = walk->html;
  EntenteArticleFacts *facts = &html->parts->known;
  xmlNode *node = find_byline (html);
  g_autofree char *text = node != NULL ? entente_html_dup_text (node, MAX_BYLINE_CHARS * 2) : NULL;
  if (node == NULL)
    return;
  if (facts->authors != NULL) {
    g_autofree char *first = g_strndup (facts->authors, strcspn (facts->authors, ";"));
    if (strstr (text, first) != NULL)
      walk->byline = node;
    return;
  }
  gboolean says_by = g_ascii_strncasecmp (text, "by ", 3) == 0 || strstr (text, " by ") != NULL;
  if (!says_by && (entente_html_has_word (node, "itemprop", "author") ||
                   entente_html_has_word (node, "rel", "author"))) {
    facts->authors = g_steal_pointer (&text);
  } else {
    entente_article_parts_add (html->parts, text, -1);
    entente_article_parts_end_paragraph (html->parts);
  }
  walk->byline = node;
}

static void
add_time (EntenteHtml *html)
{
  for (xmlNode *node = html->body; node != NULL && html->parts->known.published == NULL;
       node = entente_html_next (node, html->body)) {
    const EntenteHtmlNode *found = entente_html_get_node (html, node);
    const char *when = entente_html_is (node, "time") ? entente_html_get (node, "datetime") : NULL;
    if (when == NULL && entente_html_has_word (node, "itemprop", "datePublished"))
      when = entente_html_get (node, "content");
    if (when != NULL && !found->is_left_out)
      html->parts->known.published = entente_article_date_read (when);
  }
}

void
entente_html_walk (EntenteHtml *html)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  Walk walk = { html, keys, NULL };
  add_byline (&walk);
  add_time (html);
  walk_children (&walk, html->main);
  entente_article_parts_end_paragraph (html->parts);
  entente_html_add_notes (html, keys);
}
