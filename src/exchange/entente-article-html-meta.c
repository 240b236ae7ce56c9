/* What a page says of itself: in JSON for search engines, in meta elements, in its title, and in
 * marked-up parts of the text. The first that says something is believed. */
#include "config.h"

#include "entente-article-date.h"
#include "entente-article-html-private.h"

#include <string.h>

#define MAX_SCRIPTS 20
#define MAX_CHARS 1000 /* of a title or a name */

typedef enum { TITLE, AUTHOR, PUBLISHED, PUBLICATION, URL, LANGUAGE } Field;

/* Names of meta elements, the most to be trusted first. */
static const struct {
  const char *name;
  Field field;
} metas[] = {
  { "citation_title", TITLE },
  { "og:title", TITLE },
  { "dc.title", TITLE },
  { "twitter:title", TITLE },
  { "citation_author", AUTHOR },
  { "parsely-author", AUTHOR },
  { "dc.creator", AUTHOR },
  { "author", AUTHOR },
  { "article:author", AUTHOR },
  { "byl", AUTHOR },
  { "article:published_time", PUBLISHED },
  { "og:published_time", PUBLISHED },
  { "citation_publication_date", PUBLISHED },
  { "citation_date", PUBLISHED },
  { "parsely-pub-date", PUBLISHED },
  { "sailthru.date", PUBLISHED },
  { "dc.date.issued", PUBLISHED },
  { "dc.date", PUBLISHED },
  { "dcterms.created", PUBLISHED },
  { "pubdate", PUBLISHED },
  { "publish-date", PUBLISHED },
  { "date", PUBLISHED },
  { "datepublished", PUBLISHED },
  { "og:site_name", PUBLICATION },
  { "citation_journal_title", PUBLICATION },
  { "dc.publisher", PUBLICATION },
  { "application-name", PUBLICATION },
  { "og:url", URL },
  { "content-language", LANGUAGE },
  { "og:locale", LANGUAGE },
};

static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http://", 7) == 0 ||
         g_ascii_strncasecmp (text, "https://", 8) == 0;
}

static char **
get_field (EntenteArticleFacts *facts, Field field)
{
  return field == TITLE         ? &facts->title
         : field == AUTHOR      ? &facts->authors
         : field == PUBLICATION ? &facts->publication
         : field == URL         ? &facts->url
                                : &facts->language;
}

/* Several authors stand in several elements of one name. */
static void
take_author (EntenteArticleFacts *facts, const char *value, gboolean more)
{
  g_autofree char *before = NULL;
  if (is_address (value))
    return;
  if (g_ascii_strncasecmp (value, "by ", 3) == 0)
    value += 3;
  if (facts->authors == NULL) {
    facts->authors = g_strdup (value);
  } else if (more) {
    before = facts->authors;
    facts->authors = g_strconcat (before, "; ", value, NULL);
  }
}

static void
take_value (EntenteArticleFacts *facts, Field field, const char *value, gboolean more)
{
  if (*value == '\0' || strlen (value) > MAX_CHARS)
    return;
  if (field == AUTHOR)
    take_author (facts, value, more);
  else if (field == PUBLISHED && facts->published == NULL)
    facts->published = entente_article_date_read (value);
  else if (field != PUBLISHED && *get_field (facts, field) == NULL &&
           (field != URL || is_address (value)))
    *get_field (facts, field) = g_strdup (value);
}

/* All meta elements by their small name: GPtrArray of values. */
static GHashTable *
collect_metas (const xmlNode *root)
{
  static const char *const names[] = { "name", "property", "itemprop", "http-equiv" };
  GHashTable *values =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (const xmlNode *node = root; node != NULL; node = entente_html_next (node, root)) {
    const char *content =
      entente_html_is (node, "meta") ? entente_html_get (node, "content") : NULL;
    for (guint i = 0; content != NULL && i < G_N_ELEMENTS (names); i++) {
      const char *name = entente_html_get (node, names[i]);
      if (name == NULL)
        continue;
      g_autofree char *small = g_ascii_strdown (name, -1);
      GPtrArray *of_name = g_hash_table_lookup (values, small);
      if (of_name == NULL) {
        of_name = g_ptr_array_new_with_free_func (g_free);
        g_hash_table_insert (values, g_steal_pointer (&small), of_name);
      }
      g_ptr_array_add (of_name, g_strdup (content));
    }
  }
  return values;
}

static void
read_metas (EntenteArticleFacts *facts, const xmlNode *root)
{
  g_autoptr (GHashTable) values = collect_metas (root);
  for (guint i = 0; i < G_N_ELEMENTS (metas); i++) {
    GPtrArray *of_name = g_hash_table_lookup (values, metas[i].name);
    gboolean more = facts->authors == NULL;
    for (guint k = 0; of_name != NULL && k < MIN (of_name->len, 50); k++)
      take_value (facts, metas[i].field, of_name->pdata[k], more);
  }
}

/* "<!-- saved from url=(0031)https://news.example/river -->", as browsers write it. */
static void
read_saved_from (EntenteArticleFacts *facts, const xmlDoc *doc)
{
  const xmlNode *root = xmlDocGetRootElement ((xmlDoc *) doc);
  const xmlNode *starts[] = { doc->children, root != NULL ? root->children : NULL };
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    for (const xmlNode *node = starts[i]; node != NULL; node = node->next) {
      const char *content =
        node->type == XML_COMMENT_NODE && node->content != NULL ? (const char *) node->content : "";
      const char *p = strstr (content, "saved from url=(");
      p = p != NULL ? strchr (p, ')') : NULL;
      if (p != NULL) {
        g_autofree char *url = g_strndup (p + 1, strcspn (p + 1, " \t\r\n"));
        take_value (facts, URL, url, FALSE);
      }
    }
  }
}

/* What stands behind the bar, when all before it is the title; the bar ends at *@title. */
static const char *
find_outlet (const EntenteArticleFacts *facts, const char *title, gsize *length)
{
  static const char *const bars[] = { " | ", " - ", " – ", " — ", " :: ", " » ", " • " };
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++) {
    const char *bar = g_strrstr (title, bars[i]);
    const char *rest = bar != NULL ? bar + strlen (bars[i]) : NULL;
    if (rest == NULL || bar == title)
      continue;
    *length = (gsize) (bar - title);
    if (i == 0 ||
        (facts->publication != NULL && g_ascii_strcasecmp (rest, facts->publication) == 0) ||
        (facts->title != NULL && strlen (facts->title) == *length &&
         strncmp (facts->title, title, *length) == 0))
      return rest;
  }
  return NULL;
}

/* "The River Talks | Bay Post": the outlet stands behind a bar. */
static void
take_page_title (EntenteArticleFacts *facts, const char *title)
{
  gsize length = strlen (title);
  const char *outlet = find_outlet (facts, title, &length);
  g_autofree char *cut = g_strndup (title, outlet != NULL ? length : strlen (title));
  if (outlet != NULL && facts->publication == NULL && strlen (outlet) < 60)
    facts->publication = g_strdup (outlet);
  take_value (facts, TITLE, cut, FALSE);
}

static void
read_head (EntenteArticleFacts *facts, const xmlNode *root)
{
  g_autofree char *title = NULL;
  for (const xmlNode *node = root; node != NULL; node = entente_html_next (node, root)) {
    if (entente_html_is (node, "link") && entente_html_has_word (node, "rel", "canonical")) {
      const char *href = entente_html_get (node, "href");
      take_value (facts, URL, href != NULL ? href : "", FALSE);
    }
    if (title == NULL && entente_html_is (node, "title") &&
        !entente_html_is (node->parent, "svg|g"))
      title = entente_html_dup_text (node, MAX_CHARS);
  }
  if (title != NULL)
    take_page_title (facts, title);
}

static void
read_scripts (EntenteArticleFacts *facts, const xmlNode *root)
{
  guint n = 0;
  for (const xmlNode *node = root; node != NULL && n < MAX_SCRIPTS;
       node = entente_html_next (node, root)) {
    const char *type = entente_html_is (node, "script") ? entente_html_get (node, "type") : NULL;
    if (type == NULL || g_ascii_strncasecmp (type, "application/ld+json", 19) != 0)
      continue;
    if (node->children != NULL && node->children->content != NULL)
      entente_html_read_json (facts, (const char *) node->children->content);
    n++;
  }
}

/* "en_US" is "en-US"; what is no language is none. */
static void
mend_language (EntenteArticleFacts *facts)
{
  char *p = facts->language;
  if (p == NULL)
    return;
  g_strdelimit (p, "_", '-');
  gsize n = strcspn (p, "-");
  gboolean good = n >= 2 && n <= 3 && strlen (p) < 36;
  for (; *p != '\0'; p++)
    good = good && (g_ascii_isalnum (*p) || *p == '-');
  if (!good)
    g_clear_pointer (&facts->language, g_free);
}

void
entente_html_read_meta (EntenteHtml *html)
{
  EntenteArticleFacts *facts = &html->parts->known;
  const xmlNode *root = xmlDocGetRootElement (html->doc);
  const char *lang = root != NULL ? entente_html_get (root, "lang") : NULL;
  if (root == NULL)
    return;
  take_value (facts, LANGUAGE, lang != NULL ? lang : "", FALSE);
  read_scripts (facts, root);
  read_metas (facts, root);
  read_head (facts, root);
  read_saved_from (facts, html->doc);
  mend_language (facts);
}
