/* The text of an ODT document (ODF 1.2, 1.3). */
#include "config.h"

#include "entente-article-office-private.h"

#include <string.h>

static void read_children (EntenteOffice *office, xmlNode *node);

static void
read_note (EntenteOffice *office, xmlNode *node)
{
  g_autofree char *id = entente_office_dup (node, "id");
  g_autofree char *key = id != NULL ? g_steal_pointer (&id) : g_strdup_printf ("%p", (void *) node);
  xmlNode *body = entente_office_find (node, "note-body");
  if (office->parts->note != NULL || body == NULL)
    return;
  entente_article_parts_add_mark (office->parts, key);
  entente_article_parts_begin_note (office->parts, key);
  read_children (office, body);
  entente_article_parts_end_note (office->parts);
}

static void
count_deleted (EntenteOffice *office, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    office->n_deleted += entente_office_find (child, "deletion") != NULL;
}

static gboolean
is_passed_over (EntenteOffice *office, xmlNode *node)
{
  if (entente_office_is (node, "tracked-changes")) {
    count_deleted (office, node);
    return TRUE;
  }
  if (entente_office_is (node, "annotation")) {
    office->n_comments++;
    return TRUE;
  }
  if (entente_office_is (node, "hidden-text") || entente_office_is (node, "hidden-paragraph")) {
    office->n_hidden++;
    return TRUE;
  }
  return entente_office_is (node, "sequence-decls") || entente_office_is (node, "forms") ||
         entente_office_is (node, "table-of-content") || entente_office_is (node, "binary-data") ||
         entente_office_is (node, "object") || entente_office_is (node, "script");
}

static gboolean
has_style (xmlNode *node, const char *wanted)
{
  g_autofree char *style = entente_office_dup (node, "style-name");
  return style != NULL && strcmp (style, wanted) == 0;
}

static void
read_paragraph (EntenteOffice *office, xmlNode *node)
{
  EntenteArticleParts *parts = office->parts;
  entente_article_parts_end_paragraph (parts);
  gboolean is_title = parts->text->len == 0 && has_style (node, "Title");
  read_children (office, node);
  if (is_title)
    entente_office_take_title (office);
  entente_article_parts_end_paragraph (parts);
}

static void
read_element (EntenteOffice *office, xmlNode *node)
{
  EntenteArticleParts *parts = office->parts;
  if (is_passed_over (office, node))
    return;
  if (entente_office_is (node, "note")) {
    read_note (office, node);
    return;
  }
  if (entente_office_is (node, "s") || entente_office_is (node, "tab"))
    entente_article_parts_add (parts, " ", 1);
  if (entente_office_is (node, "line-break"))
    entente_article_parts_end_paragraph (parts);
  if (entente_office_is (node, "p") || entente_office_is (node, "h"))
    read_paragraph (office, node);
  else
    read_children (office, node);
}

static void
read_children (EntenteOffice *office, xmlNode *node)
{
  gboolean is_text = entente_office_is (node, "p") || entente_office_is (node, "h") ||
                     entente_office_is (node, "span") || entente_office_is (node, "a") ||
                     entente_office_is (node, "meta") || entente_office_is (node, "ruby-base") ||
                     (node->ns != NULL && node->ns->href != NULL &&
                      g_str_has_suffix ((const char *) node->ns->href, "xmlns:text:1.0"));
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      read_element (office, child);
    else if (child->type == XML_TEXT_NODE && child->content != NULL && is_text)
      entente_article_parts_add (office->parts, (const char *) child->content, -1);
  }
}

void
entente_office_read_odt (EntenteOffice *office, xmlNode *root)
{
  xmlNode *body = entente_office_find (root, "body");
  xmlNode *text = body != NULL ? entente_office_find (body, "text") : NULL;
  if (text != NULL)
    read_children (office, text);
}
