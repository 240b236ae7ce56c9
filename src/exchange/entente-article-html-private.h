/* What the steps of reading a page share; private to entente-article-html. */
#pragma once

#include "entente-article-parts.h"
#include <libxml/tree.h>

G_BEGIN_DECLS

/* What is known of an element once the page was looked over. */
typedef struct {
  guint order; /* its place in the page */
  guint n_text; /* characters that a reader sees in it */
  guint n_link; /* of these within links */
  guint n_net; /* outside of links and of what is left out */
  gboolean is_hidden;
  gboolean is_left_out; /* menu, advertisement … */
} EntenteHtmlNode;

typedef struct {
  xmlDoc *doc;
  EntenteArticleParts *parts;
  xmlNode *body; /* or NULL */
  xmlNode *main; /* where the article is */
  GHashTable *nodes; /* xmlNode of an element -> EntenteHtmlNode */
  GHashTable *ids; /* char * -> xmlNode */
  GHashTable *marks; /* xmlNode of a link -> key of the note (char *) */
  GHashTable *notes; /* xmlNode of the block that is a note -> key */
  guint n_left_out; /* words */
  guint n_hidden; /* words */
} EntenteHtml;

/* entente-article-html-parse.c: a tree in which nothing lies deeper than it may. NULL when there is
 * no memory. */
xmlDoc *entente_html_parse (const char *text, gsize length);
/* The character set that the page names, or NULL. Free. */
char *entente_html_find_charset (const char *bytes, gsize length);

/* entente-article-html-nodes.c: small questions about a node. */
gboolean entente_html_is (const xmlNode *node, const char *tags); /* "p|div|li" */
/* The value of an attribute, or NULL. Borrowed. */
const char *entente_html_get (const xmlNode *node, const char *attribute);
/* TRUE when one of the words of the attribute is in @list ("a|b"), letters in any case. */
gboolean entente_html_has_word (const xmlNode *node, const char *attribute, const char *list);
gboolean entente_html_is_block (const xmlNode *node);
/* The next element in the order of the page within @root. */
xmlNode *entente_html_next (const xmlNode *node, const xmlNode *root);
gboolean entente_html_contains (const xmlNode *outer, const xmlNode *inner);
/* All text with white space collapsed, up to @max_chars. Free. */
char *entente_html_dup_text (const xmlNode *node, guint max_chars);
EntenteHtmlNode *entente_html_get_node (EntenteHtml *html, const xmlNode *node);

/* entente-article-html-meta.c: what the page says of itself. */
void entente_html_read_meta (EntenteHtml *html);
/* The same out of JSON (schema.org); entente-article-html-json.c. */
void entente_html_read_json (EntenteArticleFacts *facts, const char *text);

/* entente-article-html-main.c: looks the page over, decides what is left out and where the article
 * is. */
void entente_html_find_main (EntenteHtml *html);

/* entente-article-html-notes.c: links that are marks of notes, and the notes. */
void entente_html_find_notes (EntenteHtml *html);
/* Adds the notes whose marks were come across. @keys of char *. */
void entente_html_add_notes (EntenteHtml *html, GHashTable *keys);

/* entente-article-html-walk.c: text and notes into the parts. */
void entente_html_walk (EntenteHtml *html);

G_END_DECLS
