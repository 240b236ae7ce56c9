/* EntenteDocument as one HTML page: semantic, self-contained, without script, well-formed for
 * readers of XML too; each entry and its note point at each other. */

#include "config.h"

#include "entente-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const style =
  "body{max-width:46em;margin:2em auto;padding:0 1em;font:16px/1.5 "
  "sans-serif;color:#000;background:#fff}"
  "h1{line-height:1.2}header p{margin:.3em 0}"
  "ol.entries{list-style:none;padding:0}ol.entries>li{border-top:1px solid #bbb;padding:.5em 0}"
  "table{border-collapse:collapse;width:100%}"
  "th,td{border-top:1px solid #bbb;padding:.3em .8em .3em 0;text-align:start;vertical-align:top}"
  "dl{display:grid;grid-template-columns:1fr 3fr;gap:.3em 1em}dt{font-weight:bold}dd{margin:0}"
  "h1,h2,h3,p,li,th,td,dt,dd{unicode-bidi:plaintext}p{margin:.2em "
  "0}.facts{color:#333}section.notes{font-size:.9em}"
  "@media print{tr,li{break-inside:avoid}h2,h3{break-after:avoid}}";

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
append_element (GString *out, const char *name, const char *text)
{
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_mark (GString *out, guint note, gboolean is_first)
{
  if (note == 0)
    return;
  g_string_append (out, "<sup><a");
  if (is_first)
    g_string_append_printf (out, " id=\"mark-%u\"", note);
  g_string_append_printf (out, " href=\"#note-%u\">%u</a></sup>", note, note);
}

/* ---- blocks ---- */

/* The date in words with the value that machines read; an undated one has none. */
static void
append_date (GString *out, const EntenteEntry *entry)
{
  g_string_append (out, "<p>");
  g_string_append_printf (out, "<span class=\"number\">%u</span> <b>", entry->number);
  if (*entry->edtf != '\0') {
    g_string_append (out, "<data class=\"date\" value=\"");
    append_escaped (out, entry->edtf);
    g_string_append (out, "\">");
  }
  append_escaped (out, entry->when);
  g_string_append (out, *entry->edtf != '\0' ? "</data></b>" : "</b>");
  if (entry->told != NULL) {
    g_string_append (out, " <i>“");
    append_escaped (out, entry->told);
    g_string_append (out, "”</i>");
  }
  if (entry->bound != NULL) {
    g_string_append (out, " (");
    append_escaped (out, entry->bound);
    g_string_append_c (out, ')');
  }
  g_string_append (out, "</p>\n");
}

static void
append_entry (GString *out, const EntenteEntry *entry)
{
  g_string_append_printf (out, "<li id=\"entry-%u\" value=\"%u\">\n", entry->number, entry->number);
  append_date (out, entry);
  g_string_append (out, "<p><b class=\"title\">");
  append_escaped (out, entry->title);
  g_string_append (out, "</b>");
  append_mark (out, entry->note, entry->is_first);
  g_string_append (out, "</p>\n<p class=\"facts\">");
  append_escaped (out, entry->facts);
  g_string_append (out, "</p>\n");
  if (entry->summary != NULL)
    append_element (out, "p", entry->summary);
  g_string_append (out, "</li>\n");
}

static void
append_cell (GString *out, const char *name, const EntenteCell *cell)
{
  g_string_append_printf (out, "<%s>", name);
  append_escaped (out, cell->text);
  append_mark (out, cell->note, cell->is_first);
  g_string_append_printf (out, "</%s>", name);
}

static void
append_table (GString *out, const EntenteTable *table)
{
  g_string_append (out, "<table>\n<thead><tr>");
  for (guint i = 0; i < table->n_columns; i++) {
    g_string_append (out, "<th scope=\"col\">");
    append_escaped (out, table->columns[i].head);
    g_string_append (out, "</th>");
  }
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < entente_table_get_n_rows (table); row++) {
    g_string_append (out, "<tr>");
    for (guint i = 0; i < table->n_columns; i++)
      append_cell (out, "td", entente_table_get_cell (table, row, i));
    g_string_append (out, "</tr>\n");
  }
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_definitions (GString *out, const EntenteTable *table)
{
  g_string_append (out, "<dl>\n");
  for (guint row = 0; row < entente_table_get_n_rows (table); row++) {
    append_cell (out, "dt", entente_table_get_cell (table, row, 0));
    append_cell (out, "dd", entente_table_get_cell (table, row, 1));
    g_string_append_c (out, '\n');
  }
  g_string_append (out, "</dl>\n");
}

static void
append_block (GString *out, const EntenteBlock *block)
{
  switch (block->type) {
  case ENTENTE_BLOCK_ENTRY:
    append_entry (out, block->entry);
    break;
  case ENTENTE_BLOCK_HEADING:
    append_element (out, "h2", block->text);
    break;
  case ENTENTE_BLOCK_SUBHEADING:
    append_element (out, "h3", block->text);
    break;
  case ENTENTE_BLOCK_TEXT:
    append_element (out, "p", block->text);
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

/* Entries one after the other are one list. */
static void
append_blocks (GString *out, const EntenteDocument *document)
{
  gboolean in_list = FALSE;

  for (guint i = 0; i < document->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (document->blocks, i);
    gboolean is_entry = block->type == ENTENTE_BLOCK_ENTRY;

    if (is_entry != in_list)
      g_string_append (out, is_entry ? "<ol class=\"entries\">\n" : "</ol>\n");
    in_list = is_entry;
    append_block (out, block);
  }
  if (in_list)
    g_string_append (out, "</ol>\n");
}

/* ---- head and notes ---- */

/* The words around the data are in the language of the user; it is named in the catalogue, since
 * what is not translated is English.
 */
static void
append_language (GString *out, const EntenteDocument *document)
{
  /* Translators: the language of this catalogue as an IETF tag. */
  const char *language = C_ ("language tag", "en");

  g_string_append_printf (out, " lang=\"%s\" dir=\"%s\"", language, document->rtl ? "rtl" : "ltr");
}

static void
append_head (GString *out, const EntenteDocument *document)
{
  g_autofree char *line = g_strdup_printf ("%s · %s", document->study, document->kind);
  g_autofree char *filter = g_strdup_printf ("%s.", document->filter);

  g_string_append (out, "<!DOCTYPE html>\n<html");
  append_language (out, document);
  g_string_append (out, ">\n<head>\n<meta charset=\"utf-8\"/>\n");
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width\"/>\n");
  g_string_append (out, "<meta name=\"generator\" content=\"Entente\"/>\n<title>");
  append_escaped (out, document->study);
  g_string_append (out, ": ");
  append_escaped (out, document->title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n<body>\n<header>\n", style);
  append_element (out, "p", line);
  append_element (out, "h1", document->title);
  append_element (out, "p", filter);
  g_string_append (out, "<p><strong>");
  append_escaped (out, document->counts);
  g_string_append (out, "</strong>, ");
  append_escaped (out, document->imprint);
  g_string_append (out, "</p>\n</header>\n<main>\n");
}

static void
append_notes (GString *out, const EntenteDocument *document)
{
  if (document->notes->len == 0)
    return;
  g_string_append (out, "<section class=\"notes\">\n");
  append_element (out, "h2", _ ("Notes"));
  if (document->source != NULL)
    append_element (out, "p", document->source);
  g_string_append (out, "<ol>\n");
  for (guint i = 0; i < document->notes->len; i++) {
    const EntenteNote *note = g_ptr_array_index (document->notes, i);

    g_string_append_printf (out, "<li id=\"note-%u\">", note->number);
    append_escaped (out, note->text);
    g_string_append_printf (out, " <a href=\"#mark-%u\" aria-label=\"", note->number);
    append_escaped (out, _ ("Back to the text"));
    g_string_append (out, "\">↩</a></li>\n");
  }
  g_string_append (out, "</ol>\n</section>\n");
}

char *
entente_document_to_html (const EntenteDocument *document)
{
  GString *out = g_string_new (NULL);

  append_head (out, document);
  append_blocks (out, document);
  g_string_append (out, "</main>\n");
  append_notes (out, document);
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}
