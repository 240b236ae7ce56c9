/* Reads a page step by step: character set, tree, what the page says of itself, where the article
 * is, notes, text. */
#include "config.h"

#include "entente-article-html.h"

#include "entente-article-html-private.h"
#include "entente-plain-text.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>

#define MAX_BYTES (32 * 1024 * 1024) /* a tree takes many times more */

static void
clear_html (EntenteHtml *html)
{
  g_clear_pointer (&html->nodes, g_hash_table_unref);
  g_clear_pointer (&html->ids, g_hash_table_unref);
  g_clear_pointer (&html->marks, g_hash_table_unref);
  g_clear_pointer (&html->notes, g_hash_table_unref);
  g_clear_pointer (&html->doc, xmlFreeDoc);
}

static xmlNode *
find_body (xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  for (xmlNode *node = root; node != NULL; node = entente_html_next (node, root)) {
    if (entente_html_is (node, "body"))
      return node;
  }
  return root;
}

static void
read_article (EntenteHtml *html)
{
  html->nodes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  html->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  html->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  html->notes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  entente_html_read_meta (html);
  entente_html_find_main (html);
  entente_html_find_notes (html);
  entente_html_walk (html);
}

static void
tell (EntenteHtml *html, const char *name)
{
  if (g_hash_table_size (html->nodes) > 0 && html->main != html->body)
    g_ptr_array_add (
      html->parts->notices,
      entente_sentence (_ ("Of the page “{file}” the article alone was taken, without menus, "
                           "links to other articles and the like around it."),
                        "file",
                        name,
                        NULL));
  entente_article_parts_tell (
    html->parts,
    name,
    html->n_left_out,
    N_ ("One word within the article of “{file}” was left out: a picture, menu or notice."),
    N_ ("{n} words within the article of “{file}” were left out: pictures, menus, notices."));
  entente_article_parts_tell (html->parts,
                              name,
                              html->n_hidden,
                              N_ ("One hidden word of “{file}” was left out."),
                              N_ ("{n} hidden words of “{file}” were left out."));
}

EntenteArticleDraft *
entente_article_html_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autofree char *charset = entente_html_find_charset (bytes, length);
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  gsize text_length = 0, offset = 0;
  EntenteHtml html = { .parts = parts };
  EntenteArticleDraft *draft = NULL;
  if (length > MAX_BYTES) {
    entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}” is too large for a page; copy its text and save it as plain text (.txt)."),
      "file",
      name,
      NULL);
    return NULL;
  }
  g_autofree char *text = entente_plain_text_decode (bytes,
                                                     length,
                                                     charset,
                                                     name,
                                                     &text_length,
                                                     &offset,
                                                     parts->notices,
                                                     error);
  if (text == NULL)
    return NULL;
  html.doc = entente_html_parse (text, text_length);
  html.body = html.doc != NULL ? find_body (html.doc) : NULL;
  if (html.body != NULL) {
    read_article (&html);
    tell (&html, name);
  }
  draft = entente_article_parts_finish (parts, name, error);
  clear_html (&html);
  return draft;
}
