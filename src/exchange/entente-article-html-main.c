/* Looks a page over: how much text lies in each element and how much of that in links; which
 * elements are hidden, which are menus, advertisements and the like; and which one holds the
 * article.
 *
 * Names of elements, roles and classes are tables. An element that holds half of all running text
 * is never left out, whatever it is called. */
#include "config.h"

#include "entente-article-html-private.h"

#include <string.h>

#define LINKS_DENSITY 0.75 /* of text within links, from which a list is a menu */
#define MAX_MENU_CHARS 1500
#define MAX_TITLE_CHARS 400
#define NEXT_PARAGRAPH_CHARS                                                                       \
  60 /* of text beside an element, with which it is not all of the article */

static const char silent_tags[] =
  "script|style|template|noscript|iframe|object|embed|applet|canvas|svg|math|video|audio|head|"
  "button|input|select|textarea|dialog|map|datalist";
static const char left_out_tags[] = "nav|aside|form|footer|menu|figure|figcaption";
static const char left_out_roles[] =
  "navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|toolbar|form";
static const char hidden_classes[] =
  "sr-only|visually-hidden|visuallyhidden|screen-reader-text|screen-reader-only|hidden|hide|"
  "invisible|noprint-hidden|u-hidden|is-hidden|a11y-hidden";
/* Words of which names of classes and ids are made. */
static const char left_out_words[] =
  "nav|navbar|navigation|menu|submenu|breadcrumb|breadcrumbs|sidebar|share|sharing|sharebar|social|"
  "related|relatedposts|recommended|recommendation|recommendations|promo|promotion|advert|adverts|"
  "advertisement|"
  "advertising|ad|ads|sponsor|sponsored|cookie|cookies|consent|gdpr|newsletter|subscribe|"
  "subscription|signup|comments|comment|disqus|masthead|popup|modal|overlay|toolbar|tags|taglist|"
  "pagination|pager|outbrain|taboola|skip|trending|popular|widget|widgets|footer|"
  "login|paywall|rating|feedback|editsection|catlinks|jump|navbox|toc|infobox|metadata|siteheader";
static const char article_classes[] =
  "article-body|articlebody|article__body|article-content|article__content|article-text|"
  "entry-content|post-content|post-body|post__content|story-body|story-content|story__body|"
  "content-body|body-content|mw-parser-output|field-name-body|main-content|wysiwyg|richtext";

/* ---- first look ---- */

static guint
count_chars (const char *text)
{
  guint n = 0;
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    n += !g_ascii_isspace (*p);
  return n;
}

static gboolean
has_hiding_style (const xmlNode *node)
{
  const char *style = entente_html_get (node, "style");
  g_autoptr (GString) small = NULL;
  if (style == NULL)
    return FALSE;
  small = g_string_new (NULL);
  for (const char *p = style; *p != '\0'; p++) {
    if (!g_ascii_isspace (*p))
      g_string_append_c (small, g_ascii_tolower (*p));
  }
  return strstr (small->str, "display:none") != NULL ||
         strstr (small->str, "visibility:hidden") != NULL ||
         strstr (small->str, "font-size:0;") != NULL ||
         g_str_has_suffix (small->str, "font-size:0") ||
         strstr (small->str, "font-size:0px") != NULL;
}

/* A page may hide its text until a script shows it: the containers of an article are never hidden.
 */
static gboolean
is_hidden (const xmlNode *node)
{
  if (entente_html_is (node, "html|body|main|article"))
    return FALSE;
  return entente_html_is (node, silent_tags) || entente_html_get (node, "hidden") != NULL ||
         entente_html_has_word (node, "aria-hidden", "true") ||
         entente_html_has_word (node, "class", hidden_classes) || has_hiding_style (node);
}

static EntenteHtmlNode *
look_over (EntenteHtml *html, xmlNode *element, gboolean in_link)
{
  EntenteHtmlNode *found = g_new0 (EntenteHtmlNode, 1);
  const char *id = entente_html_get (element, "id");
  if (id == NULL && entente_html_is (element, "a"))
    id = entente_html_get (element, "name");
  found->order = g_hash_table_size (html->nodes);
  g_hash_table_insert (html->nodes, element, found);
  if (id != NULL && !g_hash_table_contains (html->ids, id))
    g_hash_table_insert (html->ids, g_strdup (id), element);
  found->is_hidden = is_hidden (element);
  in_link =
    in_link || (entente_html_is (element, "a") && entente_html_get (element, "href") != NULL);
  for (xmlNode *child = element->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE && !found->is_hidden) {
      guint n = count_chars ((const char *) child->content);
      found->n_text += n;
      found->n_link += in_link ? n : 0;
    } else if (child->type == XML_ELEMENT_NODE) {
      EntenteHtmlNode *inner = look_over (html, child, in_link);
      found->n_text += found->is_hidden ? 0 : inner->n_text;
      found->n_link += found->is_hidden ? 0 : inner->n_link;
    }
  }
  return found;
}

/* ---- what is left out ---- */

/* "related-articles", "relatedArticles", "related_articles" have the word "related". */
static gboolean
has_left_out_word (const char *names)
{
  const char *p = names;
  while (p != NULL && *p != '\0') {
    while (*p != '\0' && !g_ascii_isalpha (*p))
      p++;
    const char *end = p;
    while (g_ascii_isalpha (*end) &&
           (end == p || !g_ascii_isupper (*end) || g_ascii_isupper (end[-1])))
      end++;
    g_autofree char *word = g_ascii_strdown (p, end - p);
    gsize n = strlen (word);
    for (const char *at = n > 0 ? strstr (left_out_words, word) : NULL; at != NULL;
         at = strstr (at + 1, word)) {
      if ((at == left_out_words || at[-1] == '|') && (at[n] == '|' || at[n] == '\0'))
        return TRUE;
    }
    p = end;
  }
  return FALSE;
}

static gboolean
has_left_out_role (const xmlNode *node)
{
  return entente_html_is (node, left_out_tags) ||
         entente_html_has_word (node, "role", left_out_roles) ||
         has_left_out_word (entente_html_get (node, "class")) ||
         has_left_out_word (entente_html_get (node, "id"));
}

/* A heap of links: three or more, and hardly a word between them. */
static gboolean
is_menu (const xmlNode *node, const EntenteHtmlNode *found)
{
  guint n_links = 0;
  if (!entente_html_is (node, "ul|ol|div|section|table|dl|p|header|center") || found->n_text == 0 ||
      found->n_text > MAX_MENU_CHARS || found->n_link < LINKS_DENSITY * found->n_text)
    return FALSE;
  for (xmlNode *next = entente_html_next (node, node); next != NULL && n_links < 3;
       next = entente_html_next (next, node))
    n_links += entente_html_is (next, "a");
  return n_links >= 3;
}

static guint
get_running (const EntenteHtmlNode *found)
{
  return found->n_text - found->n_link;
}

/* Sums up what is kept. Everything within an element that is left out is so too. */
static guint
sift (EntenteHtml *html, xmlNode *element, guint half)
{
  EntenteHtmlNode *found = entente_html_get_node (html, element);
  guint n_own = 0;
  gboolean can_go = element != html->body && !entente_html_is (element, "article|main|html|tr|td");
  if (found->is_hidden)
    return 0;
  found->is_left_out = can_go && ((has_left_out_role (element) && get_running (found) < half) ||
                                  is_menu (element, found));
  if (found->is_left_out)
    return 0;
  for (xmlNode *child = element->children; child != NULL; child = child->next) {
    if (child->type == XML_TEXT_NODE)
      n_own += count_chars ((const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      found->n_net += sift (html, child, half);
  }
  if (!entente_html_is (element, "a"))
    found->n_net += n_own;
  return found->n_net;
}

/* ---- where the article is ---- */

typedef gboolean (*Sign) (const xmlNode *node);

static gboolean
is_article_body (const xmlNode *node)
{
  return entente_html_has_word (node, "itemprop", "articleBody");
}

static gboolean
is_article (const xmlNode *node)
{
  return entente_html_is (node, "article");
}

static gboolean
is_article_class (const xmlNode *node)
{
  return entente_html_has_word (node, "class", article_classes);
}

static gboolean
is_main (const xmlNode *node)
{
  return entente_html_is (node, "main") || entente_html_has_word (node, "role", "main") ||
         entente_html_has_word (node, "role", "article");
}

/* The element of this sign with most text, when it has half of all. */
static xmlNode *
find_signed (EntenteHtml *html, Sign sign, guint n_all)
{
  xmlNode *best = NULL;
  guint n_best = 0;
  for (xmlNode *node = html->body; node != NULL; node = entente_html_next (node, html->body)) {
    const EntenteHtmlNode *found = entente_html_get_node (html, node);
    if (found->n_net > n_best && sign (node)) {
      best = node;
      n_best = found->n_net;
    }
  }
  return n_best * 2 >= n_all ? best : NULL;
}

/* The child that has all of the text, but for a line here and there; or NULL. */
static xmlNode *
find_heavy_child (EntenteHtml *html, xmlNode *node)
{
  xmlNode *heavy = NULL;
  guint n_heavy = 0, n_beside = 0;
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    const EntenteHtmlNode *found =
      child->type == XML_ELEMENT_NODE ? entente_html_get_node (html, child) : NULL;
    guint n = found != NULL                  ? found->n_net
              : child->type == XML_TEXT_NODE ? count_chars ((const char *) child->content)
                                             : 0;
    n_beside = MAX (n_beside, MIN (n, n_heavy));
    if (n > n_heavy) {
      n_heavy = n;
      heavy = child;
    }
  }
  return n_beside < NEXT_PARAGRAPH_CHARS && heavy != NULL &&
             entente_html_is (heavy, "div|section|center|table|tbody|tr|td|article|main")
           ? heavy
           : NULL;
}

static xmlNode *
find_article (EntenteHtml *html)
{
  static const Sign signs[] = { is_article_body, is_article_class, is_article, is_main };
  const EntenteHtmlNode *body = entente_html_get_node (html, html->body);
  xmlNode *node = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (signs) && node == NULL; i++)
    node = find_signed (html, signs[i], body->n_net);
  if (node != NULL)
    return node;
  node = html->body;
  for (xmlNode *child = node; child != NULL; child = find_heavy_child (html, node))
    node = child;
  return node;
}

/* ---- the title above it ---- */

static xmlNode *
find_heading (EntenteHtml *html, xmlNode *root)
{
  xmlNode *heading = NULL;
  guint n = 0;
  for (xmlNode *node = root; node != NULL; node = entente_html_next (node, root)) {
    const EntenteHtmlNode *found = entente_html_get_node (html, node);
    if (!entente_html_is (node, "h1") || found->n_text == 0)
      continue;
    heading = node;
    n++;
  }
  return n == 1 ? heading : NULL;
}

static void
read_heading (EntenteHtml *html)
{
  EntenteArticleFacts *facts = &html->parts->known;
  xmlNode *heading = find_heading (html, html->main);
  if (heading == NULL)
    heading = find_heading (html, html->body);
  g_autofree char *title =
    heading != NULL ? entente_html_dup_text (heading, MAX_TITLE_CHARS) : NULL;
  if (title == NULL || *title == '\0' ||
      (facts->publication != NULL && strcmp (title, facts->publication) == 0))
    return;
  g_free (facts->title);
  facts->title = g_steal_pointer (&title);
}

void
entente_html_find_main (EntenteHtml *html)
{
  look_over (html, html->body, FALSE);
  guint half = get_running (entente_html_get_node (html, html->body)) / 2;
  sift (html, html->body, MAX (half, 1));
  html->main = find_article (html);
  read_heading (html);
}
