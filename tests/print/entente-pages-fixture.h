/* Documents to be set on pages, as large as a shape says, and what holds of any page. */
#pragma once

#include "entente-pages-private.h"

typedef struct {
  guint n_entries;
  guint note_words;
  gboolean headings;
  guint summary_words; /* of each seventh entry, and of a text below each heading */
} PagesShape;

static inline char *
pages_make_words (const char *word, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", word);
  return g_string_free (out, FALSE);
}

static inline void
pages_add_entry (EntenteDocument *document, guint number, const PagesShape *shape)
{
  guint note_words = shape->note_words;
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);

  entry->number = number;
  entry->when = g_strdup_printf ("%u May 2031", number % 28 + 1);
  entry->edtf = g_strdup ("2031-05");
  entry->told = number % 3 == 0 ? g_strdup ("in the spring of that year, some say") : NULL;
  entry->title = g_strdup_printf ("Move%u", number);
  entry->facts = g_strdup ("Port to Union · offer · one report");
  if (number % 7 == 0 && shape->summary_words > 0)
    entry->summary = pages_make_words ("meanwhile", shape->summary_words);
  if (note_words > 0) {
    g_autofree char *words = pages_make_words ("because", g_random_int_range (1, note_words + 1));
    entry->note =
      entente_document_take_note (document,
                                  g_strdup_printf ("Note%u %s End%u", number, words, number));
  }
  entente_document_take_entry (document, entry);
}

static inline EntenteDocument *
pages_make_document (const PagesShape *shape)
{
  g_autoptr (EntenteChronicle) chronicle = entente_chronicle_new_empty ();
  g_autoptr (EntenteBitset) rows = entente_bitset_new (0);
  EntenteDocument *document = entente_document_new (chronicle, rows);

  document->study = g_strdup ("Harbour talks");
  document->kind = g_strdup ("Chronology");
  document->title = g_strdup ("Who moved");
  document->filter = g_strdup ("All moves");
  document->counts = g_strdup_printf ("%u of %u events", shape->n_entries, shape->n_entries);
  document->imprint = g_strdup ("1 article.");
  document->source = g_strdup ("All notes: A. Reader.");
  document->printed_time = 1930000000;
  for (guint i = 1; i <= shape->n_entries; i++) {
    if (shape->headings && i % 9 == 0)
      entente_document_take_block (document, ENTENTE_BLOCK_HEADING, g_strdup_printf ("Part %u", i));
    if (shape->headings && i % 9 == 0 && shape->summary_words > 0)
      entente_document_take_block (document,
                                   ENTENTE_BLOCK_TEXT,
                                   pages_make_words ("meanwhile", shape->summary_words));
    pages_add_entry (document, i, shape);
  }
  return document;
}

static inline EntentePages *
pages_set (EntenteDocument *document)
{
  EntentePageStyle style;
  g_autoptr (GError) error = NULL;
  EntentePages *pages;

  entente_page_style_init (&style, ENTENTE_PAPER_A4, FALSE);
  pages = entente_pages_new (document, &style, NULL, &error);
  g_assert_no_error (error);
  return pages;
}

/* By column, then from top to bottom. */
static inline int
pages_compare_items (gconstpointer a, gconstpointer b)
{
  const EntenteItem *one = a, *other = b;

  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  return one->y < other->y ? -1 : one->y > other->y;
}

/* Everything between the margins, nothing over anything else. */
static inline void
pages_check_page (const EntentePages *pages, guint number)
{
  const EntentePage *page = g_ptr_array_index (pages->pages, number);
  g_autoptr (GArray) items = g_array_copy (page->items);

  g_assert_cmpuint (items->len, >, 0);
  g_array_sort (items, pages_compare_items);
  for (guint i = 0; i < items->len; i++) {
    const EntenteItem *item = &g_array_index (items, EntenteItem, i);
    const EntenteItem *next = item + 1;

    g_assert_cmpuint (item->column, <, pages->n_columns);
    g_assert_cmpfloat (item->y, >=, pages->style.margin_pt);
    g_assert_cmpfloat (item->y + item->height, <=, entente_pages_get_bottom (pages) + 0.01);
    if (i + 1 < items->len && next->column == item->column)
      g_assert_cmpfloat (item->y + item->height, <=, next->y + 0.01);
  }
}
