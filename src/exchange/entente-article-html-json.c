/* What a page says of itself in JSON, as schema.org has it. */
#include "config.h"

#include "entente-article-date.h"
#include "entente-article-html-private.h"

#include <jansson.h>
#include <string.h>

#define MAX_JSON_BYTES (1024 * 1024)
#define MAX_LEVELS 6 /* at which an article may lie */

/* "NewsArticle", "ReportageNewsArticle", "BlogPosting" … */
static gboolean
is_article (json_t *object)
{
  json_t *type = json_object_get (object, "@type");
  if (json_is_array (type))
    type = json_array_get (type, 0);
  const char *name = json_string_value (type);
  return name != NULL && (g_str_has_suffix (name, "Article") ||
                          g_str_has_suffix (name, "Posting") || g_str_has_suffix (name, "Report"));
}

static json_t *
find_article (json_t *json, guint level)
{
  size_t i;
  const char *key;
  json_t *value, *found = NULL;
  if (level > MAX_LEVELS)
    return NULL;
  if (json_is_object (json) && is_article (json))
    return json;
  if (json_is_array (json)) {
    json_array_foreach (json, i, value)
    {
      if (found == NULL)
        found = find_article (value, level + 1);
    }
  } else if (json_is_object (json)) {
    json_object_foreach (json, key, value)
    {
      if (found == NULL && (json_is_object (value) || json_is_array (value)))
        found = find_article (value, level + 1);
    }
  }
  return found;
}

/* A string, or the name of an object. */
static const char *
get_name (json_t *json, const char *member)
{
  if (json_is_array (json))
    json = json_array_get (json, 0);
  return json_is_object (json) ? json_string_value (json_object_get (json, member))
                               : json_string_value (json);
}

static void
take (char **field, const char *value)
{
  if (*field == NULL && value != NULL && *value != '\0')
    *field = g_strdup (value);
}

static char *
join_authors (json_t *authors)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  if (!json_is_array (authors))
    return g_strdup (get_name (authors, "name"));
  for (size_t i = 0; i < json_array_size (authors) && i < 50; i++) {
    const char *name = get_name (json_array_get (authors, i), "name");
    if (name != NULL && *name != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? "; " : "", name);
  }
  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

void
entente_html_read_json (EntenteArticleFacts *facts, const char *text)
{
  gsize length = strlen (text);
  json_t *json = length <= MAX_JSON_BYTES ? json_loadb (text, length, 0, NULL) : NULL;
  json_t *article = json != NULL ? find_article (json, 0) : NULL;
  if (article != NULL) {
    g_autofree char *authors = join_authors (json_object_get (article, "author"));
    const char *url = json_string_value (json_object_get (article, "url"));
    if (url == NULL)
      url = get_name (json_object_get (article, "mainEntityOfPage"), "@id");
    take (&facts->title, json_string_value (json_object_get (article, "headline")));
    take (&facts->authors, authors);
    take (&facts->publication, get_name (json_object_get (article, "publisher"), "name"));
    take (&facts->url, url);
    take (&facts->language, get_name (json_object_get (article, "inLanguage"), "name"));
    if (facts->published == NULL)
      facts->published =
        entente_article_date_read (json_string_value (json_object_get (article, "datePublished")));
  }
  json_decref (json);
}
