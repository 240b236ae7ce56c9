/* The text of a DOCX document (ECMA-376). */
#include "config.h"

#include "entente-article-office-private.h"

#include <string.h>

static void read_children (EntenteOffice *office, xmlNode *node);

static void
read_note (EntenteOffice *office, xmlNode *reference, const char *kind, GHashTable *notes)
{
  g_autofree char *id = entente_office_dup (reference, "id");
  xmlNode *note = id != NULL ? g_hash_table_lookup (notes, id) : NULL;
  g_autofree char *key = g_strconcat (kind, id, NULL);
  if (note == NULL || office->parts->note != NULL)
    return;
  gboolean is_new = !g_hash_table_contains (office->parts->numbers, key);
  entente_article_parts_add_mark (office->parts, key);
  if (!is_new)
    return;
  entente_article_parts_begin_note (office->parts, key);
  read_children (office, note);
  entente_article_parts_end_note (office->parts);
}

static gboolean
is_hidden (xmlNode *run)
{
  for (xmlNode *node = run->children; node != NULL; node = node->next) {
    xmlNode *vanish = entente_office_is (node, "rPr") ? entente_office_find (node, "vanish") : NULL;
    g_autofree char *value = vanish != NULL ? entente_office_dup (vanish, "val") : NULL;
    if (vanish != NULL)
      return value == NULL || (strcmp (value, "0") != 0 && strcmp (value, "false") != 0);
  }
  return FALSE;
}

static gboolean
is_passed_over (EntenteOffice *office, xmlNode *node)
{
  if (entente_office_is (node, "del") || entente_office_is (node, "moveFrom")) {
    office->n_deleted +=
      entente_office_find (node, "delText") != NULL || entente_office_find (node, "t") != NULL;
    return TRUE;
  }
  if (entente_office_is (node, "r") && is_hidden (node)) {
    office->n_hidden++;
    return TRUE;
  }
  if (entente_office_is (node, "commentReference")) {
    office->n_comments++;
    return TRUE;
  }
  /* "Fallback" says for old programs what "Choice" beside it says. */
  return entente_office_is (node, "instrText") || entente_office_is (node, "delText") ||
         entente_office_is (node, "Fallback") || entente_office_is (node, "pPr") ||
         entente_office_is (node, "rPr") || entente_office_is (node, "sectPr") ||
         entente_office_is (node, "sdtPr");
}

static gboolean
has_title_style (xmlNode *paragraph)
{
  for (xmlNode *node = paragraph->children; node != NULL; node = node->next) {
    xmlNode *style = entente_office_is (node, "pPr") ? entente_office_find (node, "pStyle") : NULL;
    g_autofree char *value = style != NULL ? entente_office_dup (style, "val") : NULL;
    if (value != NULL)
      return strcmp (value, "Title") == 0 || strcmp (value, "Titel") == 0 ||
             strcmp (value, "Titre") == 0 || strcmp (value, "KonuBal") == 0;
  }
  return FALSE;
}

static void
read_paragraph (EntenteOffice *office, xmlNode *node)
{
  EntenteArticleParts *parts = office->parts;
  entente_article_parts_end_paragraph (parts);
  gboolean is_title = parts->text->len == 0 && has_title_style (node);
  read_children (office, node);
  if (is_title)
    entente_office_take_title (office);
  entente_article_parts_end_paragraph (parts);
}

static void
read_text (EntenteOffice *office, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && child->content != NULL)
      entente_article_parts_add (office->parts, (const char *) child->content, -1);
  }
}

static void
read_element (EntenteOffice *office, xmlNode *node)
{
  EntenteArticleParts *parts = office->parts;
  if (is_passed_over (office, node))
    return;
  if (entente_office_is (node, "p"))
    read_paragraph (office, node);
  else if (entente_office_is (node, "t"))
    read_text (office, node);
  else if (entente_office_is (node, "tab"))
    entente_article_parts_add (parts, " ", 1);
  else if (entente_office_is (node, "br") || entente_office_is (node, "cr"))
    entente_article_parts_end_paragraph (parts);
  else if (entente_office_is (node, "noBreakHyphen"))
    entente_article_parts_add (parts, "\u2011", -1);
  else if (entente_office_is (node, "footnoteReference"))
    read_note (office, node, "footnote", office->footnotes);
  else if (entente_office_is (node, "endnoteReference"))
    read_note (office, node, "endnote", office->endnotes);
  else
    read_children (office, node);
}

static void
read_children (EntenteOffice *office, xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type == XML_ELEMENT_NODE)
      read_element (office, child);
  }
}

void
entente_office_read_docx (EntenteOffice *office, xmlNode *root)
{
  xmlNode *body = entente_office_find (root, "body");
  if (body != NULL)
    read_children (office, body);
}
