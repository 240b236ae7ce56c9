/* The words of a line come in order; what parts paragraphs is where the lines lie. */
#include "config.h"

#include "entente-page-layout.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#define INDENT 0.6 /* of the height of a line, from which it begins a paragraph */
#define GAP 0.7 /* the same between two lines */
#define LARGE 1.2 /* height of a title at least, of that of most lines */
#define MAX_TITLE_BYTES 400
#define RAISED 0.85 /* height of a raised figure at most, of that of its line */

typedef struct {
  double x, y, bottom;
} Place;

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static double
get_number (xmlNode *node, const char *attribute)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) attribute);
  double number = value != NULL ? g_ascii_strtod ((const char *) value, NULL) : 0;
  xmlFree (value);
  return number;
}

static Place
get_place (xmlNode *node)
{
  return (Place){ get_number (node, "xMin"), get_number (node, "yMin"), get_number (node, "yMax") };
}

/* A small number that hangs at the top of its line, behind a word. */
static gboolean
is_raised (const char *text, const Place *word, const Place *line)
{
  gsize n = strlen (text);
  double height = line->bottom - line->y;
  return n > 0 && n <= 3 && strspn (text, "0123456789") == n &&
         word->bottom - word->y < RAISED * height && word->bottom < line->bottom - 0.1 * height;
}

static void
add_line (GString *text, xmlNode *line, const Place *place)
{
  gsize start = text->len;
  for (xmlNode *word = line->children; word != NULL; word = word->next) {
    xmlChar *content = is_element (word, "word") ? xmlNodeGetContent (word) : NULL;
    Place at = content != NULL ? get_place (word) : *place;
    if (content == NULL)
      continue;
    g_strdelimit ((char *) content, "\f\n\r\v\t", ' ');
    if (text->len > start && is_raised ((const char *) content, &at, place))
      g_string_append_printf (text, "[%s]", (const char *) content);
    else
      g_string_append_printf (text, "%s%s", text->len > start ? " " : "", (const char *) content);
    xmlFree (content);
  }
  g_string_append_c (text, '\n');
}

static gboolean
ends_sentence (const GString *text)
{
  return text->len >= 2 && strchr (".!?\"])", text->str[text->len - 2]) != NULL;
}

static void
add_block (GString *text, xmlNode *block)
{
  double left = get_place (block).x;
  Place last = { 0 };
  gboolean is_first = TRUE;
  for (xmlNode *line = block->children; line != NULL; line = line->next) {
    if (!is_element (line, "line"))
      continue;
    Place place = get_place (line);
    double height = place.bottom - place.y;
    if (!is_first && (place.y - last.bottom > GAP * height ||
                      (place.x - left > INDENT * height && ends_sentence (text))))
      g_string_append_c (text, '\n');
    add_line (text, line, &place);
    last = place;
    is_first = FALSE;
  }
  g_string_append_c (text, '\n');
}

static void
add_page (GString *text, xmlNode *page)
{
  for (xmlNode *flow = page->children; flow != NULL; flow = flow->next) {
    for (xmlNode *block = flow->children; block != NULL; block = block->next) {
      if (is_element (block, "block"))
        add_block (text, block);
    }
  }
  g_string_append_c (text, '\f');
}

static xmlNode *
find (xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    if (is_element (child, name))
      return child;
  }
  return NULL;
}

/* ---- the title ---- */

static xmlNode *
next_line (xmlNode *line, xmlNode *page)
{
  xmlNode *node = line;
  do {
    if (node->children != NULL && !is_element (node, "line"))
      node = node->children;
    else {
      while (node != page && node->next == NULL)
        node = node->parent;
      if (node == page)
        return NULL;
      node = node->next;
    }
  } while (!is_element (node, "line"));
  return node;
}

static double
get_height (xmlNode *line)
{
  Place place = get_place (line);
  return place.bottom - place.y;
}

static int
compare_heights (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;
  return one < two ? -1 : one > two;
}

/* What is written largest on the first page, when it is larger than most. */
static char *
find_title (xmlNode *page)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GString) title = g_string_new (NULL);
  for (xmlNode *line = next_line (page, page); line != NULL; line = next_line (line, page)) {
    double height = get_height (line);
    g_array_append_val (heights, height);
  }
  if (heights->len < 4)
    return NULL;
  g_array_sort (heights, compare_heights);
  double most = g_array_index (heights, double, heights->len / 2);
  double largest = g_array_index (heights, double, heights->len - 1);
  if (largest < LARGE * most)
    return NULL;
  for (xmlNode *line = next_line (page, page); line != NULL; line = next_line (line, page)) {
    Place place = get_place (line);
    if (get_height (line) >= 0.95 * largest)
      add_line (title, line, &place);
  }
  g_strdelimit (g_strchomp (title->str), "\n", ' ');
  gsize length = strlen (title->str);
  return length >= 4 && length <= MAX_TITLE_BYTES ? g_strdup (title->str) : NULL;
}

/* What a document says of itself stands at the head of the page too, not always well-formed; what
 * the pages hold is. */
char *
entente_page_layout_read (const char *xml, gsize length, char **title)
{
  const char *start = g_strstr_len (xml, (gssize) length, "<doc>");
  xmlDoc *doc = start == NULL
                  ? NULL
                  : xmlReadMemory (start,
                                   (int) (length - (gsize) (start - xml)),
                                   NULL,
                                   "UTF-8",
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_RECOVER | XML_PARSE_COMPACT);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  GString *text = root != NULL ? g_string_new (NULL) : NULL;
  xmlNode *first = root != NULL ? find (root, "page") : NULL;
  *title = first != NULL ? find_title (first) : NULL;
  for (xmlNode *page = first; page != NULL; page = page->next) {
    if (is_element (page, "page"))
      add_page (text, page);
  }
  g_clear_pointer (&doc, xmlFreeDoc);
  return text != NULL ? g_string_free (text, FALSE) : NULL;
}
