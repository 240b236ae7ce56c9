/* Unpacks a document, parses its files and reads what it says of itself; the text is read by the
 * two files beside this one. */
#include "config.h"

#include "entente-article-office.h"

#include "entente-archive-file.h"
#include "entente-article-date.h"
#include "entente-article-office-private.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

static const char *const entries[] = {
  "content.xml",       "meta.xml", "word/document.xml", "word/footnotes.xml", "word/endnotes.xml",
  "docProps/core.xml", NULL
};

/* ---- questions about nodes ---- */

gboolean
entente_office_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

char *
entente_office_dup (const xmlNode *node, const char *attribute)
{
  for (const xmlAttr *a = node->properties; a != NULL; a = a->next) {
    if (strcmp ((const char *) a->name, attribute) != 0)
      continue;
    return g_strdup (a->children != NULL && a->children->content != NULL
                       ? (const char *) a->children->content
                       : "");
  }
  return NULL;
}

xmlNode *
entente_office_find (xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next) {
    xmlNode *found = entente_office_is (child, name) ? child : entente_office_find (child, name);
    if (found != NULL)
      return found;
  }
  return NULL;
}

void
entente_office_take_title (EntenteOffice *office)
{
  EntenteArticleParts *parts = office->parts;
  if (parts->note != NULL || parts->notes->len > 0 || parts->text->len == 0)
    return;
  g_free (parts->known.title);
  parts->known.title = g_strdup (parts->text->str);
  g_string_truncate (parts->text, 0);
  parts->is_open = FALSE;
  parts->space = FALSE;
}

/* ---- files ---- */

/* No network, no entities, and a document type is grounds for refusal: office programs write none.
 */
static xmlDoc *
parse (GHashTable *files, const char *entry)
{
  GBytes *bytes = g_hash_table_lookup (files, entry);
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  if (data == NULL || length == 0 || length > G_MAXINT)
    return NULL;
  xmlDoc *doc =
    xmlReadMemory (data,
                   (int) length,
                   NULL,
                   NULL,
                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
  if (doc != NULL && (doc->intSubset != NULL || xmlDocGetRootElement (doc) == NULL))
    g_clear_pointer (&doc, xmlFreeDoc);
  return doc;
}

/* ---- what the document says of itself ---- */

/* Names that programs give by themselves say nothing. */
static gboolean
says_nothing (const char *value)
{
  static const char *const starts[] = { "microsoft word", "untitled", "unbenannt", "document",
                                        "unknown",        "user",     "admin" };
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    if (g_ascii_strncasecmp (value, starts[i], strlen (starts[i])) == 0)
      return TRUE;
  }
  return *value == '\0';
}

static void
take_meta (xmlNode *root, const char *element, char **field)
{
  xmlNode *node = entente_office_find (root, element);
  xmlChar *content = node != NULL && *field == NULL ? xmlNodeGetContent (node) : NULL;
  if (content != NULL && !says_nothing ((const char *) content))
    *field = g_strdup ((const char *) content);
  xmlFree (content);
}

static void
read_meta (EntenteOffice *office, GHashTable *files, const char *entry)
{
  EntenteArticleFacts *facts = &office->parts->otherwise;
  g_autofree char *created = NULL;
  xmlDoc *doc = parse (files, entry);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root == NULL)
    return;
  take_meta (root, "title", &facts->title);
  take_meta (root, "initial-creator", &facts->authors);
  take_meta (root, "creator", &facts->authors);
  take_meta (root, "language", &facts->language);
  take_meta (root, "creation-date", &created);
  take_meta (root, "created", &created);
  facts->published = entente_article_date_read (created);
  xmlFreeDoc (doc);
}

/* ---- the whole ---- */

static void
tell (EntenteOffice *office, const char *name)
{
  EntenteArticleParts *parts = office->parts;
  entente_article_parts_tell (
    parts,
    name,
    office->n_deleted,
    N_ ("A passage of “{file}” that is marked as deleted was left out."),
    N_ ("{n} passages of “{file}” that are marked as deleted were left out."));
  entente_article_parts_tell (parts,
                              name,
                              office->n_comments,
                              N_ ("A comment in “{file}” was left out."),
                              N_ ("{n} comments in “{file}” were left out."));
  entente_article_parts_tell (parts,
                              name,
                              office->n_hidden,
                              N_ ("A hidden passage of “{file}” was left out."),
                              N_ ("{n} hidden passages of “{file}” were left out."));
}

/* Where the date came from must be said: it is the day on which the file was made. */
static void
tell_date (const EntenteArticleDraft *draft, const EntenteOffice *office, const char *name)
{
  const EntenteDate *made = office->parts->otherwise.published;
  if (made != NULL && draft->article->published == made)
    g_ptr_array_add (
      draft->notices,
      entente_sentence (_ ("The text of “{file}” gives no date of publication; the day on which "
                           "the document was made stands for it. Please check it."),
                        "file",
                        name,
                        NULL));
}

/* The notes of a DOCX by their numbers. */
static GHashTable *
index_notes (xmlDoc *doc, const char *element)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next) {
    char *id = entente_office_is (node, element) ? entente_office_dup (node, "id") : NULL;
    if (id != NULL)
      g_hash_table_insert (notes, id, node);
  }
  return notes;
}

static void
read_docx (EntenteOffice *office, GHashTable *files, xmlNode *root)
{
  xmlDoc *footnotes = parse (files, "word/footnotes.xml");
  xmlDoc *endnotes = parse (files, "word/endnotes.xml");
  office->footnotes = index_notes (footnotes, "footnote");
  office->endnotes = index_notes (endnotes, "endnote");
  entente_office_read_docx (office, root);
  g_hash_table_unref (office->footnotes);
  g_hash_table_unref (office->endnotes);
  g_clear_pointer (&footnotes, xmlFreeDoc);
  g_clear_pointer (&endnotes, xmlFreeDoc);
}

static void
read_text (EntenteOffice *office, GHashTable *files, xmlDoc *doc, gboolean is_odt)
{
  read_meta (office, files, is_odt ? "meta.xml" : "docProps/core.xml");
  if (is_odt)
    entente_office_read_odt (office, xmlDocGetRootElement (doc));
  else
    read_docx (office, files, xmlDocGetRootElement (doc));
}

EntenteArticleDraft *
entente_article_office_read (const char *bytes, gsize length, const char *name, GError **error)
{
  g_autoptr (EntenteArticleParts) parts = entente_article_parts_new ();
  g_autoptr (GHashTable) files = entente_archive_file_read (bytes, length, name, entries, error);
  EntenteOffice office = { .parts = parts };
  if (files == NULL)
    return NULL;
  gboolean is_odt = g_hash_table_contains (files, "content.xml");
  xmlDoc *doc = parse (files, is_odt ? "content.xml" : "word/document.xml");
  if (doc == NULL) {
    entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("The text of “{file}” cannot be read: the document is damaged or encrypted. Open it in "
         "its own program and save it again."),
      "file",
      name,
      NULL);
    return NULL;
  }
  read_text (&office, files, doc, is_odt);
  xmlFreeDoc (doc);
  tell (&office, name);
  EntenteArticleDraft *draft = entente_article_parts_finish (parts, name, error);
  if (draft != NULL)
    tell_date (draft, &office, name);
  return draft;
}
