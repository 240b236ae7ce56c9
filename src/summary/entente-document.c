/* EntenteDocument: a summary as plain values. Knows neither pages nor where its words come from. */

#include "config.h"

#include "entente-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (EntenteDocument,
                     entente_document,
                     entente_document_ref,
                     entente_document_unref)

static void
free_entry (EntenteEntry *entry)
{
  g_free (entry->when);
  g_free (entry->edtf);
  g_free (entry->told);
  g_free (entry->bound);
  g_free (entry->title);
  g_free (entry->facts);
  g_free (entry->summary);
  g_free (entry);
}

static void
free_block (gpointer data)
{
  EntenteBlock *block = data;

  g_clear_pointer (&block->entry, free_entry);
  g_clear_pointer (&block->table, entente_table_free);
  g_free (block->text);
  g_free (block);
}

static void
free_note (gpointer data)
{
  EntenteNote *note = data;

  g_free (note->text);
  g_free (note);
}

static void
clear_document (gpointer data)
{
  EntenteDocument *document = data;

  g_free (document->study);
  g_free (document->kind);
  g_free (document->title);
  g_free (document->filter);
  g_free (document->counts);
  g_free (document->imprint);
  g_free (document->source);
  g_free (document->edition);
  g_free (document->coder);
  g_free (document->printed);
  g_free (document->lanes);
  g_ptr_array_unref (document->blocks);
  g_ptr_array_unref (document->notes);
  entente_chronicle_unref (document->chronicle);
  entente_bitset_unref (document->rows);
}

static EntenteBlock *
append_block (EntenteDocument *document, EntenteBlockType type)
{
  EntenteBlock *block = g_new0 (EntenteBlock, 1);

  block->type = type;
  g_ptr_array_add (document->blocks, block);
  return block;
}

/* Is this the first mention of the note? */
static gboolean
mention (EntenteDocument *document, guint note)
{
  if (note <= document->n_mentioned)
    return FALSE;
  document->n_mentioned = note;
  return TRUE;
}

gboolean
entente_document_language_is_rtl (void)
{
  /* Languages that are written so in their usual script. */
  static const char *const names[] = { "ar", "arc", "ckb", "dv", "fa", "he",
                                       "iw", "ps",  "sd",  "ug", "ur", "yi" };
  /* Translators: the direction of writing in this language: ltr or rtl. */
  const char *direction = C_ ("direction of writing", "ltr");
  g_auto (GStrv) parts = g_strsplit_set (g_get_language_names ()[0], "_.@-", 2);

  if (g_str_equal (direction, "rtl"))
    return TRUE;
  for (guint i = 0; parts[0] != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (parts[0], names[i]))
      return TRUE;
  return FALSE;
}

gboolean
entente_document_is_against (const EntenteDocument *document, const char *text)
{
  static const GUnicodeScript scripts[] = {
    G_UNICODE_SCRIPT_ARABIC, G_UNICODE_SCRIPT_HEBREW, G_UNICODE_SCRIPT_SYRIAC,
    G_UNICODE_SCRIPT_THAANA, G_UNICODE_SCRIPT_NKO,    G_UNICODE_SCRIPT_ADLAM,
  };
  gboolean rtl = FALSE;

  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  if (*text == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    rtl |= g_unichar_get_script (g_utf8_get_char (text)) == scripts[i];
  return rtl != document->rtl;
}

EntenteDocument *
entente_document_new (EntenteChronicle *chronicle, EntenteBitset *rows)
{
  EntenteDocument *document = g_atomic_rc_box_new0 (EntenteDocument);

  document->chronicle = entente_chronicle_ref (chronicle);
  document->rows = entente_bitset_ref (rows);
  document->rtl = entente_document_language_is_rtl ();
  document->blocks = g_ptr_array_new_with_free_func (free_block);
  document->notes = g_ptr_array_new_with_free_func (free_note);
  return document;
}

EntenteDocument *
entente_document_ref (EntenteDocument *document)
{
  return g_atomic_rc_box_acquire (document);
}

void
entente_document_unref (EntenteDocument *document)
{
  g_atomic_rc_box_release_full (document, clear_document);
}

void
entente_document_take_block (EntenteDocument *document, EntenteBlockType type, char *text)
{
  append_block (document, type)->text = text;
}

void
entente_document_take_entry (EntenteDocument *document, EntenteEntry *entry)
{
  entry->is_first = mention (document, entry->note);
  append_block (document, ENTENTE_BLOCK_ENTRY)->entry = entry;
}

void
entente_document_take_table (EntenteDocument *document, EntenteBlockType type, EntenteTable *table)
{
  for (guint i = 0; i < table->cells->len; i++) {
    EntenteCell *cell = g_ptr_array_index (table->cells, i);

    cell->is_first = mention (document, cell->note);
  }
  append_block (document, type)->table = table;
}

guint
entente_document_take_note (EntenteDocument *document, char *text)
{
  EntenteNote *note = g_new0 (EntenteNote, 1);

  note->number = document->notes->len + 1;
  note->text = text;
  g_ptr_array_add (document->notes, note);
  return note->number;
}

char *
entente_document_end_text (GString *out)
{
  /* As many spaces as a character has bytes. */
  for (char *at = out->str; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar character = g_utf8_get_char (at);

    if (character != '\n' && g_unichar_iscntrl (character))
      memset (at, ' ', (gsize) (g_utf8_next_char (at) - at));
  }
  return g_string_free (out, FALSE);
}
