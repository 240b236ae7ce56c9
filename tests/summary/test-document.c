/* Tests of EntenteDocument: plain text keeps its width, Markdown keeps its words. */

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/text-says-all", test_text_says_all);
  g_test_add_func ("/document/text-keeps-its-width", test_text_keeps_its_width);
  g_test_add_func ("/document/markdown-escapes", test_markdown_escapes);
  g_test_add_func ("/document/markdown-indents", test_markdown_indents);
  return g_test_run ();
}
