/* Tests of EntenteDocument: plain text keeps its width, Markdown keeps its words, HTML and ODT say
 * the same. */

#include "config.h"

#include "entente-document.h"
#include <string.h>

static EntenteDocument *
make_document (const char *title, const char *note)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (0);
  EntenteDocument *document = entente_document_new (chronicle, rows);
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);

  document->study = g_strdup ("Harbour talks");
  document->kind = g_strdup ("Chronology");
  document->title = g_strdup ("Who moved, and who answered, in 2031");
  document->filter = g_strdup ("All moves");
  document->counts = g_strdup ("1 of 1 event");
  document->imprint = g_strdup ("1 article.");
  entry->number = 1;
  entry->when = g_strdup ("by 4 May 2031");
  entry->edtf = g_strdup ("[..2031-05-04]");
  entry->told = g_strdup ("by the fourth");
  entry->title = g_strdup (title);
  entry->facts = g_strdup ("Port to Union · offer · one report");
  entry->note = entente_document_take_note (document, g_strdup (note));
  entente_document_take_block (document, ENTENTE_BLOCK_FIGURE, NULL);
  entente_document_take_entry (document, entry);
  entente_document_take_block (document, ENTENTE_BLOCK_HEADING, g_strdup ("Undated"));
  return document;
}

static void
test_text_says_all (void)
{
  g_autoptr (EntenteDocument) document =
    make_document ("Port offers a truce", "The Quay, 5 May 2031.");
  g_autofree char *text = entente_document_to_text (document);
  const char *order[] = {
    "Harbour talks", "Who moved",      "All moves",     "1 of 1 event",
    "by 4 May 2031", "[..2031-05-04]", "by the fourth", "Port offers a truce [1]",
    "Port to Union", "Undated",        "[1]",           "The Quay"
  };
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    at = strstr (at, order[i]);
    g_assert_nonnull (at);
  }
}

static void
test_text_keeps_its_width (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (EntenteDocument) document = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (title, "wörd%u ", i);
  document = make_document (title->str, title->str);
  g_free (document->filter);
  document->filter = g_strdup (title->str);
  text = entente_document_to_text (document);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 78);
}

static void
test_markdown_escapes (void)
{
  g_autoptr (EntenteDocument) document = make_document ("*Not* [a](link) #1 <b>", "a_b`c`");
  g_autofree char *text = entente_document_to_markdown (document);

  g_assert_nonnull (strstr (text, "\\*Not\\* \\[a\\](link) \\#1 \\<b\\>"));
  g_assert_nonnull (strstr (text, "[^1]: a\\_b\\`c\\`"));
  g_assert_nonnull (strstr (text, "1. **by 4 May 2031** `[..2031-05-04]` *“by the fourth”*"));
}

/* Four columns after "10. ": with three the paragraph would end the list. */
static void
test_markdown_indents (void)
{
  g_autoptr (EntenteDocument) document = make_document ("Port offers a truce", "The Quay.");
  EntenteBlock *block = g_ptr_array_index (document->blocks, 1);
  EntenteEntry *entry = block->entry;
  g_autofree char *text = NULL;

  entry->number = 10;
  entry->summary = g_strdup ("For a week.");
  text = entente_document_to_markdown (document);
  g_assert_nonnull (strstr (text, "10. **by 4 May 2031**"));
  g_assert_nonnull (strstr (text, "  \n    **Port offers a truce**"));
  g_assert_nonnull (strstr (text, "\n\n    For a week.\n"));
}

/* ---- tables ---- */

static EntenteDocument *
make_tables (void)
{
  const EntenteColumn columns[] = { { "No.", 0.1 }, { "Move", 0.5 }, { "Answer", 0.4 } };
  EntenteDocument *document = make_document ("Port offers a truce", "The Quay.");
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  EntenteTable *terms = entente_table_new_definitions ();
  guint note = entente_document_take_note (document, g_strdup ("The Bay & others."));

  entente_table_take (table, g_strdup ("2"), 0);
  entente_table_take (table, g_strdup ("Union | turns <it> down"), note);
  entente_table_take (table, g_strdup ("not known"), 1);
  entente_document_take_block (document, ENTENTE_BLOCK_SUBHEADING, g_strdup ("Answers"));
  entente_document_take_table (document, ENTENTE_BLOCK_TABLE, table);
  entente_table_take (terms, g_strdup ("Kind"), 0);
  entente_table_take (terms, g_strdup ("port"), note);
  entente_document_take_table (document, ENTENTE_BLOCK_DEFINITIONS, terms);
  return document;
}

static void
test_first_mentions (void)
{
  g_autoptr (EntenteDocument) document = make_tables ();
  const EntenteBlock *table = g_ptr_array_index (document->blocks, 4);
  const EntenteBlock *terms = g_ptr_array_index (document->blocks, 5);
  const EntenteBlock *entry = g_ptr_array_index (document->blocks, 1);

  g_assert_cmpuint (entente_table_get_n_rows (table->table), ==, 1);
  g_assert_true (entry->entry->is_first);
  g_assert_true (entente_table_get_cell (table->table, 0, 1)->is_first);
  g_assert_false (entente_table_get_cell (table->table, 0, 2)->is_first);
  g_assert_false (entente_table_get_cell (terms->table, 0, 1)->is_first);
}

static void
test_text_tables (void)
{
  g_autoptr (EntenteDocument) document = make_tables ();
  g_autofree char *text = entente_document_to_text (document);

  g_assert_nonnull (strstr (text, "No.    Move                                   Answer\n"));
  g_assert_nonnull (strstr (text, "2      Union | turns <it> down [2]            not known [1]\n"));
}

static void
test_markdown_tables (void)
{
  g_autoptr (EntenteDocument) document = make_tables ();
  g_autofree char *text = entente_document_to_markdown (document);

  g_assert_nonnull (strstr (text, "### Answers\n\n| No. | Move | Answer |\n"));
  g_assert_nonnull (strstr (text, "| 2 | Union \\| turns \\<it\\> down[^2] | not known[^1] |\n"));
  g_assert_nonnull (strstr (text, "- **Kind:** port[^2]\n"));
}

/* ---- what other programs read ---- */

typedef struct {
  GHashTable *ids; /* of elements */
  GPtrArray *links; /* to them */
  GString *text;
  GString *values; /* dates for machines */
} Reading;

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reading *reading = data;

  for (guint i = 0; names[i] != NULL; i++) {
    if (g_str_equal (names[i], "id") || g_str_equal (names[i], "text:id"))
      g_assert_true (g_hash_table_add (reading->ids, g_strdup (values[i])));
    if (g_str_equal (names[i], "href"))
      g_ptr_array_add (reading->links, g_strdup (values[i] + 1));
    if (g_str_equal (element, "data") && g_str_equal (names[i], "value"))
      g_string_append (reading->values, values[i]);
  }
  g_assert_cmpstr (element, !=, "script");
}

static void
take_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer data,
           GError **error)
{
  g_string_append_len (((Reading *) data)->text, text, (gssize) length);
}

static void
read_xml (Reading *reading, const char *xml)
{
  const GMarkupParser parser = { .start_element = start_element, .text = take_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, reading, NULL);
  g_autoptr (GError) error = NULL;

  reading->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading->links = g_ptr_array_new_with_free_func (g_free);
  reading->text = g_string_new (NULL);
  reading->values = g_string_new (NULL);
  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
}

static void
clear_reading (Reading *reading)
{
  g_hash_table_unref (reading->ids);
  g_ptr_array_unref (reading->links);
  g_string_free (reading->text, TRUE);
  g_string_free (reading->values, TRUE);
}

/* Every link has its place, and what is read is what was written, whatever characters it holds. */
static void
test_html (void)
{
  g_autoptr (EntenteDocument) document = make_tables ();
  g_autofree char *html = entente_document_to_html (document);
  Reading reading;

  read_xml (&reading, html);
  g_assert_cmpuint (reading.links->len, ==, 2 + 4);
  for (guint i = 0; i < reading.links->len; i++)
    g_assert_true (g_hash_table_contains (reading.ids, g_ptr_array_index (reading.links, i)));
  g_assert_true (g_hash_table_contains (reading.ids, "entry-1"));
  g_assert_cmpstr (reading.values->str, ==, "[..2031-05-04]");
  g_assert_nonnull (strstr (reading.text->str, "Union | turns <it> down"));
  g_assert_nonnull (strstr (reading.text->str, "The Bay & others."));
  clear_reading (&reading);
}

/* The bytes of a part, which is stored as it is. */
static char *
find_part (GBytes *bytes, const char *name)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize at = 0; at + 30 < length && data[at] == 'P' && data[at + 2] == 3;) {
    gsize size = data[at + 18] | data[at + 19] << 8 | data[at + 20] << 16;
    gsize name_length = data[at + 26];

    if (name_length == strlen (name) && memcmp (data + at + 30, name, name_length) == 0)
      return g_strndup ((const char *) data + at + 30 + name_length, size);
    at += 30 + name_length + size;
  }
  return NULL;
}

static void
test_odt (void)
{
  g_autoptr (EntenteDocument) document = make_tables ();
  g_autoptr (GBytes) bytes = entente_document_to_odt (document);
  g_autoptr (GBytes) again = entente_document_to_odt (document);
  g_autofree char *mime = find_part (bytes, "mimetype");
  g_autofree char *content = find_part (bytes, "content.xml");
  const char *others[] = { "styles.xml", "meta.xml", "META-INF/manifest.xml" };
  Reading reading;

  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_cmpstr (mime, ==, "application/vnd.oasis.opendocument.text");
  read_xml (&reading, content);
  g_assert_true (g_hash_table_contains (reading.ids, "note-1"));
  g_assert_true (g_hash_table_contains (reading.ids, "note-2"));
  g_assert_nonnull (strstr (reading.text->str, "by 4 May 2031"));
  g_assert_nonnull (strstr (reading.text->str, "Union | turns <it> down"));
  g_assert_nonnull (strstr (reading.text->str, "The Bay & others."));
  clear_reading (&reading);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *part = find_part (bytes, others[i]);

    read_xml (&reading, part);
    clear_reading (&reading);
  }
}

/* The document runs as the language does; a paragraph in another script runs as it must. */
static void
test_direction (void)
{
  g_autoptr (EntenteDocument) document = make_document ("Port offers a truce", "“هدنة”.");
  g_autoptr (GBytes) odt = NULL;
  g_autofree char *html = NULL;
  g_autofree char *content = NULL;
  g_autofree char *style = NULL;

  g_assert_false (document->rtl);
  g_assert_true (entente_document_is_against (document, "12 “هدنة” offered"));
  g_assert_false (entente_document_is_against (document, "offered: هدنة"));
  g_assert_false (entente_document_is_against (document, "2031–2033"));
  document->rtl = TRUE;
  g_assert_false (entente_document_is_against (document, "הפוגה"));
  g_assert_true (entente_document_is_against (document, "truce"));
  html = entente_document_to_html (document);
  odt = entente_document_to_odt (document);
  content = find_part (odt, "content.xml");
  style = find_part (odt, "styles.xml");
  g_assert_nonnull (strstr (html, " dir=\"rtl\""));
  g_assert_nonnull (strstr (style, "style:writing-mode=\"rl-tb\""));
  g_assert_nonnull (strstr (content, "\"Move-back\">Port offers"));
  g_assert_nonnull (strstr (content, "\"Standard\">“هدنة”"));
}

static void
test_language (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  g_setenv ("LANGUAGE", "ar_EG", TRUE);
  g_assert_true (entente_document_language_is_rtl ());
  g_setenv ("LANGUAGE", "he", TRUE);
  g_assert_true (entente_document_language_is_rtl ());
  g_setenv ("LANGUAGE", "tr", TRUE);
  g_assert_false (entente_document_language_is_rtl ());
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

/* Fifty schemes: none is more than words, whatever it is put in. */
static void
test_no_links (void)
{
  static const char *const schemes[] = {
    "javascript",    "JaVaScRiPt", "java\tscript", "vbscript",    "data",   "file",
    "ftp",           "ftps",       "sftp",         "smb",         "dav",    "http",
    "https",         "mailto",     "tel",          "sms",         "ssh",    "telnet",
    "ldap",          "news",       "nntp",         "irc",         "gopher", "ws",
    "wss",           "blob",       "about",        "view-source", "chrome", "resource",
    "jar",           "mhtml",      "ms-word",      "search-ms",   "steam",  "slack",
    "zoommtg",       "magnet",     "bitcoin",      "geo",         "intent", "market",
    "x-help-script", "help",       "man",          "info",        "admin",  "trash",
    "computer",      "//host",
  };

  g_assert_cmpuint (G_N_ELEMENTS (schemes), ==, 50);
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++) {
    g_autofree char *link =
      g_strdup_printf ("<a href=\"%1$s:x\">[y](%1$s:x) <%1$s:x></a>", schemes[i]);
    g_autoptr (EntenteDocument) document = make_document (link, link);
    g_autofree char *html = entente_document_to_html (document);
    g_autofree char *markdown = entente_document_to_markdown (document);

    for (const char *at = html; (at = strstr (at, "href=\"")) != NULL; at++)
      g_assert_true (g_str_has_prefix (at, "href=\"#"));
    g_assert_null (strstr (html, "src="));
    g_assert_null (strstr (markdown, "[y]("));
    g_assert_null (strstr (markdown, " <"));
  }
}

/* What a terminal would obey is in no text. */
static void
test_no_controls (void)
{
  g_autoptr (EntenteDocument) document = make_document ("A\033[31mB\007 \302\233C\tD", "A\033note");
  g_autofree char *text = entente_document_to_text (document);
  g_autofree char *markdown = entente_document_to_markdown (document);

  for (guint i = 0; i < 2; i++) {
    const char *at = i == 0 ? text : markdown;

    g_assert_true (g_utf8_validate (at, -1, NULL));
    for (; *at != '\0'; at = g_utf8_next_char (at))
      g_assert_true (*at == '\n' || !g_unichar_iscntrl (g_utf8_get_char (at)));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text-says-all", test_text_says_all);
  g_test_add_func ("/document/text-keeps-its-width", test_text_keeps_its_width);
  g_test_add_func ("/document/no-links", test_no_links);
  g_test_add_func ("/document/no-controls", test_no_controls);
  g_test_add_func ("/document/markdown-escapes", test_markdown_escapes);
  g_test_add_func ("/document/markdown-indents", test_markdown_indents);
  g_test_add_func ("/document/first-mentions", test_first_mentions);
  g_test_add_func ("/document/text-tables", test_text_tables);
  g_test_add_func ("/document/markdown-tables", test_markdown_tables);
  g_test_add_func ("/document/html", test_html);
  g_test_add_func ("/document/odt", test_odt);
  g_test_add_func ("/document/direction", test_direction);
  g_test_add_func ("/document/language", test_language);
  return g_test_run ();
}
