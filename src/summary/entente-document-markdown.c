/* EntenteDocument as Markdown (CommonMark 0.30, with the footnotes that Pandoc and GitHub read). */

#include "config.h"

#include "entente-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Appends @text on one line with every character escaped that Markdown would read. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '\n' || *c == '\r') {
      g_string_append_c (out, ' ');
      continue;
    }
    if (strchr ("\\`*_{}[]<>#+-!|~&^", *c) != NULL)
      g_string_append_c (out, '\\');
    g_string_append_c (out, *c);
  }
}

static void
append_marked (GString *out, const char *before, const char *text, const char *after)
{
  g_string_append (out, before);
  append_escaped (out, text);
  g_string_append (out, after);
}

/* A paragraph in which each line begins anew. */
static void
append_lines (GString *out, const char *indent, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_string_append_printf (out, "%s\n%s", i > 0 ? "  " : "", indent);
    append_marked (out, "", lines[i], "");
  }
  g_string_append_c (out, '\n');
}

/* What belongs to an item of a list stands as far in as the words after its number. */
static void
append_entry (GString *out, const EntenteEntry *entry)
{
  gsize start = out->len;
  g_autofree char *indent = NULL;

  g_string_append_printf (out, "%u. ", entry->number);
  indent = g_strnfill (out->len - start, ' ');
  append_marked (out, "**", entry->when, "**");
  if (*entry->edtf != '\0')
    g_string_append_printf (out, " `%s`", entry->edtf);
  if (entry->told != NULL)
    append_marked (out, " *“", entry->told, "”*");
  if (entry->bound != NULL)
    append_marked (out, " (", entry->bound, ")");
  g_string_append_printf (out, "  \n%s", indent);
  append_marked (out, "**", entry->title, "**");
  if (entry->note > 0)
    g_string_append_printf (out, "[^%u]", entry->note);
  g_string_append_printf (out, "  \n%s", indent);
  append_marked (out, "", entry->facts, "\n");
  if (entry->summary != NULL) {
    append_lines (out, indent, entry->summary);
  }
  g_string_append_c (out, '\n');
}

static void
append_cell (GString *out, const EntenteCell *cell)
{
  append_escaped (out, cell->text);
  if (cell->note > 0)
    g_string_append_printf (out, "[^%u]", cell->note);
}

/* A table of pipes, as Pandoc and GitHub read it. */
static void
append_table (GString *out, const EntenteTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    append_marked (out, "| ", table->columns[i].head, " ");
  g_string_append (out, "|\n");
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append (out, "| --- ");
  g_string_append (out, "|\n");
  for (guint row = 0; row < entente_table_get_n_rows (table); row++) {
    for (guint i = 0; i < table->n_columns; i++) {
      g_string_append (out, "| ");
      append_cell (out, entente_table_get_cell (table, row, i));
      g_string_append_c (out, ' ');
    }
    g_string_append (out, "|\n");
  }
  g_string_append_c (out, '\n');
}

static void
append_definitions (GString *out, const EntenteTable *table)
{
  for (guint row = 0; row < entente_table_get_n_rows (table); row++) {
    append_marked (out, "- **", entente_table_get_cell (table, row, 0)->text, ":** ");
    append_cell (out, entente_table_get_cell (table, row, 1));
    g_string_append_c (out, '\n');
  }
  g_string_append_c (out, '\n');
}

static void
append_head (GString *out, const EntenteDocument *document)
{
  append_marked (out, "# ", document->title, "\n\n");
  append_marked (out, "", document->study, " · ");
  append_marked (out, "", document->kind, "\n\n");
  append_marked (out, "", document->filter, ".  \n");
  append_marked (out, "**", document->counts, "**, ");
  append_marked (out, "", document->imprint, "\n\n");
}

static void
append_notes (GString *out, const EntenteDocument *document)
{
  if (document->notes->len == 0)
    return;
  append_marked (out, "## ", _ ("Notes"), "\n\n");
  if (document->source != NULL)
    append_marked (out, "", document->source, "\n\n");
  for (guint i = 0; i < document->notes->len; i++) {
    const EntenteNote *note = g_ptr_array_index (document->notes, i);

    g_string_append_printf (out, "[^%u]: ", note->number);
    append_marked (out, "", note->text, "\n");
  }
}

static void
append_block (GString *out, const EntenteBlock *block)
{
  switch (block->type) {
  case ENTENTE_BLOCK_ENTRY:
    append_entry (out, block->entry);
    break;
  case ENTENTE_BLOCK_HEADING:
    append_marked (out, "## ", block->text, "\n\n");
    break;
  case ENTENTE_BLOCK_SUBHEADING:
    append_marked (out, "### ", block->text, "\n\n");
    break;
  case ENTENTE_BLOCK_TEXT:
    append_marked (out, "", block->text, "\n\n");
    break;
  case ENTENTE_BLOCK_TABLE:
    append_table (out, block->table);
    break;
  case ENTENTE_BLOCK_DEFINITIONS:
    append_definitions (out, block->table);
    break;
  case ENTENTE_BLOCK_FIGURE:
  default:
    break;
  }
}

char *
entente_document_to_markdown (const EntenteDocument *document)
{
  GString *out = g_string_new (NULL);

  append_head (out, document);
  for (guint i = 0; i < document->blocks->len; i++)
    append_block (out, g_ptr_array_index (document->blocks, i));
  append_notes (out, document);
  return entente_document_end_text (out);
}
