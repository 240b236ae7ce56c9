/* The parser of HTML, with a depth of our own: beyond 256 levels libxml2 would lose all text
 * without a word, and trees without a bottom would end the program. */
#include "config.h"

#include "entente-article-html-private.h"
#include "entente-article-html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define CHARSET_BYTES 4096 /* within which a page must name its character set */

typedef struct {
  guint depth;
  startElementSAXFunc start;
  endElementSAXFunc end;
} Depth;

static void
start_element_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  xmlParserCtxt *context = data;
  Depth *depth = context->_private;
  if (depth->depth++ < ENTENTE_HTML_MAX_DEPTH)
    depth->start (data, name, attributes);
}

static void
end_element_cb (void *data, const xmlChar *name)
{
  xmlParserCtxt *context = data;
  Depth *depth = context->_private;
  if (depth->depth > 0 && --depth->depth < ENTENTE_HTML_MAX_DEPTH)
    depth->end (data, name);
}

xmlDoc *
entente_html_parse (const char *text, gsize length)
{
  htmlParserCtxt *context = htmlNewParserCtxt ();
  Depth depth = { 0 };
  if (context == NULL)
    return NULL;
  depth.start = context->sax->startElement;
  depth.end = context->sax->endElement;
  context->_private = &depth;
  context->sax->startElement = start_element_cb;
  context->sax->endElement = end_element_cb;
  xmlDoc *doc =
    htmlCtxtReadMemory (context,
                        text,
                        (int) length,
                        NULL,
                        "UTF-8",
                        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | (int) XML_PARSE_HUGE);
  htmlFreeParserCtxt (context);
  return doc;
}

char *
entente_html_find_charset (const char *bytes, gsize length)
{
  g_autofree char *head = g_strndup (bytes, MIN (length, CHARSET_BYTES));
  char *p = head;
  while ((p = strcasestr (p, "charset")) != NULL) {
    p += strlen ("charset");
    p += strspn (p, " \t");
    if (*p != '=')
      continue;
    p += 1 + strspn (p + 1, " \t\"'");
    gsize n = strcspn (p, " \t\r\n\"'/>;");
    if (n > 0 && n < 40)
      return g_strndup (p, n);
  }
  return NULL;
}
