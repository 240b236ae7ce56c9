/* Small questions about nodes of a page. */
#include "config.h"

#include "entente-article-html-private.h"

#include <string.h>

static const char blocks[] =
  "p|div|h1|h2|h3|h4|h5|h6|ul|ol|li|blockquote|section|article|main|header|footer|dl|dt|dd|table|"
  "tr|caption|address|figure|form|fieldset|details|summary|center|body|hr|tbody|thead|tfoot|"
  "legend|hgroup|menu|dir|pre|nav|aside|figcaption|html";

/* @word of @length bytes is one of "a|b|c"; letters in any case. */
static gboolean
list_has (const char *list, const char *word, gsize length)
{
  for (const char *p = list;; p++) {
    gsize n = strcspn (p, "|");
    if (n == length && g_ascii_strncasecmp (p, word, n) == 0)
      return TRUE;
    p += n;
    if (*p == '\0')
      return FALSE;
  }
}

gboolean
entente_html_is (const xmlNode *node, const char *tags)
{
  return node != NULL && node->type == XML_ELEMENT_NODE &&
         list_has (tags, (const char *) node->name, strlen ((const char *) node->name));
}

const char *
entente_html_get (const xmlNode *node, const char *attribute)
{
  if (node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
    if (g_ascii_strcasecmp ((const char *) a->name, attribute) == 0)
      return a->children != NULL && a->children->content != NULL
               ? (const char *) a->children->content
               : "";
  }
  return NULL;
}

gboolean
entente_html_has_word (const xmlNode *node, const char *attribute, const char *list)
{
  const char *p = entente_html_get (node, attribute);
  while (p != NULL && *p != '\0') {
    p += strspn (p, " \t\r\n");
    gsize n = strcspn (p, " \t\r\n");
    if (n > 0 && list_has (list, p, n))
      return TRUE;
    p += n;
  }
  return FALSE;
}

gboolean
entente_html_is_block (const xmlNode *node)
{
  return entente_html_is (node, blocks);
}

xmlNode *
entente_html_next (const xmlNode *node, const xmlNode *root)
{
  const xmlNode *next = node->children;
  while (next != NULL || node != root) {
    for (; next != NULL; next = next->next) {
      if (next->type == XML_ELEMENT_NODE)
        return (xmlNode *) next;
    }
    if (node == root || node == NULL)
      return NULL;
    next = node->next;
    node = node->parent;
  }
  return NULL;
}

gboolean
entente_html_contains (const xmlNode *outer, const xmlNode *inner)
{
  while (inner != NULL && inner != outer)
    inner = inner->parent;
  return inner != NULL;
}

static void
collect_text (const xmlNode *node, GString *text, guint max_chars)
{
  for (const xmlNode *child = node->children; child != NULL && text->len < max_chars;
       child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      if (child->content != NULL)
        g_string_append (text, (const char *) child->content);
    } else if (child->type == XML_ELEMENT_NODE &&
               !entente_html_is (child, "script|style|template|button|noscript|svg|select")) {
      g_string_append (text,
                       entente_html_is_block (child) || entente_html_is (child, "br") ? " " : "");
      collect_text (child, text, max_chars);
    }
  }
}

char *
entente_html_dup_text (const xmlNode *node, guint max_chars)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) collapsed = g_string_new (NULL);
  guint n_chars = 0;
  collect_text (node, text, max_chars * 4);
  for (const char *p = text->str; *p != '\0' && n_chars < max_chars; p = g_utf8_next_char (p)) {
    if (g_ascii_isspace (*p)) {
      if (collapsed->len > 0 && collapsed->str[collapsed->len - 1] != ' ')
        g_string_append_c (collapsed, ' ');
      continue;
    }
    g_string_append_len (collapsed, p, g_utf8_next_char (p) - p);
    n_chars++;
  }
  return g_strchomp (g_string_free (g_steal_pointer (&collapsed), FALSE));
}

EntenteHtmlNode *
entente_html_get_node (EntenteHtml *html, const xmlNode *node)
{
  return g_hash_table_lookup (html->nodes, node);
}
