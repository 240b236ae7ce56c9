/* EntenteDocument as an OpenDocument text (1.2): headings, paragraphs, tables with heads that are
 * repeated, and notes that the word processor sets at the foot of their page.
 */

#include "config.h"

#include "entente-document.h"

#include "entente-document-zip.h"
#include <glib/gi18n-lib.h>

#define MIME "application/vnd.oasis.opendocument.text"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"
#define SPACES                                                                                     \
  " xmlns:office=\"" OASIS "office:1.0\" xmlns:text=\"" OASIS "text:1.0\""                         \
  " xmlns:table=\"" OASIS "table:1.0\" xmlns:style=\"" OASIS "style:1.0\""                         \
  " xmlns:meta=\"" OASIS "meta:1.0\" xmlns:fo=\"" OASIS "xsl-fo-compatible:1.0\""                  \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\""

/* For letters of any script. */
#define BOLD "fo:font-weight=\"bold\" style:font-weight-complex=\"bold\""
#define SIZE(size) "fo:font-size=\"" size "\" style:font-size-complex=\"" size "\""

#define PARAGRAPH_STYLE(name, inside)                                                              \
  "<style:style style:name=\"" name "\" style:family=\"paragraph\" style:display-name=\"" name     \
  "\">" inside "</style:style>"

/* Before and behind the direction of the document. */
static const char *const styles[] = {
  XML "<office:document-styles" SPACES "><office:styles>"
      "<style:default-style style:family=\"paragraph\"><style:paragraph-properties"
      " fo:orphans=\"2\" fo:widows=\"2\" fo:text-align=\"start\""
      " style:writing-mode=\"",
  "\"/><style:text-properties " SIZE (
    "10pt") "/>"
            "</style:default-style>"
            "<style:style style:name=\"Standard\" style:family=\"paragraph\" "
            "style:class=\"text\"/>" PARAGRAPH_STYLE (
              "Head",
              "<style:paragraph-properties fo:keep-with-next=\"always\""
              " fo:margin-top=\"0.3cm\" fo:margin-bottom=\"0.1cm\"/>"
              "<style:text-properties " BOLD " " SIZE ("13pt") "/>")
              PARAGRAPH_STYLE ("Title",
                               "<style:paragraph-properties fo:keep-with-next=\"always\"/>"
                               "<style:text-properties " BOLD " " SIZE ("18pt") "/>")
                PARAGRAPH_STYLE ("Date",
                                 "<style:paragraph-properties fo:keep-with-next=\"always\""
                                 " fo:margin-top=\"0.2cm\"/>"
                                 "<style:text-properties " BOLD "/>")
                  PARAGRAPH_STYLE ("Move",
                                   "<style:paragraph-properties fo:keep-with-next=\"always\"/>"
                                   "<style:text-properties " BOLD "/>")
                    PARAGRAPH_STYLE ("Term",
                                     "<style:text-properties " BOLD "/>") "</office:styles></"
                                                                          "office:document-styles>",
};

static const char *const manifest =
  XML "<manifest:manifest xmlns:manifest=\"" OASIS "manifest:1.0\" manifest:version=\"1.2\">"
      "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" MIME "\"/>"
      "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>"
      "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
      "</manifest:manifest>";

/* ---- words ---- */

/* Characters that XML cannot hold become spaces. */
static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *line = g_strdup (text);
  g_autofree char *escaped = NULL;

  for (char *c = line; *c != '\0'; c++)
    if ((guchar) *c < 0x20)
      *c = ' ';
  escaped = g_markup_escape_text (line, -1);
  g_string_append (out, escaped);
}

/* What is written against the direction of the document has a style of its own. */
static const char *
get_way (const EntenteDocument *document, const char *text)
{
  return entente_document_is_against (document, text) ? "-back" : "";
}

/* A note stands at its first mention; later ones name its number. */
static void
append_note (GString *out, const EntenteDocument *document, guint number, gboolean is_first)
{
  const EntenteNote *note;

  if (number == 0)
    return;
  if (!is_first) {
    g_string_append_printf (out,
                            "<text:note-ref text:note-class=\"footnote\""
                            " text:reference-format=\"text\" text:ref-name=\"note-%u\">%u"
                            "</text:note-ref>",
                            number,
                            number);
    return;
  }
  note = g_ptr_array_index (document->notes, number - 1);
  g_string_append_printf (out,
                          "<text:note text:id=\"note-%u\" text:note-class=\"footnote\">"
                          "<text:note-citation>%u</text:note-citation><text:note-body>"
                          "<text:p text:style-name=\"Standard%s\">",
                          number,
                          number,
                          get_way (document, note->text));
  append_escaped (out, note->text);
  g_string_append (out, "</text:p></text:note-body></text:note>");
}

static void
append_paragraph (GString *out,
                  const EntenteDocument *document,
                  const char *style,
                  const char *text,
                  guint note,
                  gboolean is_first)
{
  g_string_append_printf (out,
                          "<text:p text:style-name=\"%s%s\">",
                          style,
                          get_way (document, text));
  append_escaped (out, text);
  append_note (out, document, note, is_first);
  g_string_append (out, "</text:p>\n");
}

static void
append_heading (GString *out, const EntenteDocument *document, guint level, const char *text)
{
  g_string_append_printf (out,
                          "<text:h text:style-name=\"%s%s\" text:outline-level=\"%u\">",
                          level == 1 ? "Title" : "Head",
                          get_way (document, text),
                          level);
  append_escaped (out, text);
  g_string_append (out, "</text:h>\n");
}

/* ---- blocks ---- */

static void
append_entry (GString *out, const EntenteDocument *document, const EntenteEntry *entry)
{
  g_autoptr (GString) date = g_string_new (NULL);

  g_string_append_printf (date, "%u  %s", entry->number, entry->when);
  if (*entry->edtf != '\0')
    g_string_append_printf (date, "  [%s]", entry->edtf);
  if (entry->told != NULL)
    g_string_append_printf (date, "  “%s”", entry->told);
  if (entry->bound != NULL)
    g_string_append_printf (date, "  (%s)", entry->bound);
  append_paragraph (out, document, "Date", date->str, 0, FALSE);
  append_paragraph (out, document, "Move", entry->title, entry->note, entry->is_first);
  append_paragraph (out, document, "Standard", entry->facts, 0, FALSE);
  if (entry->summary != NULL)
    append_paragraph (out, document, "Standard", entry->summary, 0, FALSE);
}

static void
append_cell (GString *out,
             const EntenteDocument *document,
             const char *style,
             const EntenteCell *cell)
{
  g_string_append (out, "<table:table-cell office:value-type=\"string\">");
  append_paragraph (out, document, style, cell->text, cell->note, cell->is_first);
  g_string_append (out, "</table:table-cell>");
}

static void
append_heads (GString *out, const EntenteDocument *document, const EntenteTable *table)
{
  g_string_append (out, "<table:table-header-rows><table:table-row>");
  for (guint i = 0; i < table->n_columns; i++) {
    EntenteCell head = { (char *) table->columns[i].head, 0, FALSE };

    append_cell (out, document, "Term", &head);
  }
  g_string_append (out, "</table:table-row></table:table-header-rows>\n");
}

static void
append_table (GString *out,
              const EntenteDocument *document,
              const EntenteTable *table,
              guint number)
{
  gboolean has_heads = table->columns[0].head != NULL;

  g_string_append_printf (out,
                          "<table:table table:name=\"table-%u\" table:style-name=\"Table\">",
                          number);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (out,
                            "<table:table-column table:style-name=\"share-%d\"/>",
                            (int) (table->columns[i].share * 100 + 0.5));
  if (has_heads)
    append_heads (out, document, table);
  for (guint row = 0; row < entente_table_get_n_rows (table); row++) {
    g_string_append (out, "<table:table-row>");
    for (guint i = 0; i < table->n_columns; i++)
      append_cell (out,
                   document,
                   !has_heads && i == 0 ? "Term" : "Standard",
                   entente_table_get_cell (table, row, i));
    g_string_append (out, "</table:table-row>\n");
  }
  g_string_append (out, "</table:table>\n");
}

static void
append_block (GString *out, const EntenteDocument *document, guint i)
{
  const EntenteBlock *block = g_ptr_array_index (document->blocks, i);

  switch (block->type) {
  case ENTENTE_BLOCK_ENTRY:
    append_entry (out, document, block->entry);
    break;
  case ENTENTE_BLOCK_HEADING:
    append_heading (out, document, 2, block->text);
    break;
  case ENTENTE_BLOCK_SUBHEADING:
    append_heading (out, document, 3, block->text);
    break;
  case ENTENTE_BLOCK_TEXT:
    append_paragraph (out, document, "Standard", block->text, 0, FALSE);
    break;
  case ENTENTE_BLOCK_TABLE:
  case ENTENTE_BLOCK_DEFINITIONS:
    append_table (out, document, block->table, i + 1);
    break;
  case ENTENTE_BLOCK_FIGURE:
  default:
    break;
  }
}

/* ---- parts of the file ---- */

static const char *
get_mode (gboolean rtl)
{
  return rtl ? "rl-tb" : "lr-tb";
}

/* A style for each width that a column may have, in hundredths of 17 cm; tables run with the
 * document; and each style of paragraphs once more for the other direction. */
static void
append_automatic_styles (GString *out, const EntenteDocument *document)
{
  static const char *const names[] = { "Standard", "Head", "Title", "Date", "Move", "Term" };

  g_string_append (out, "<office:automatic-styles>");
  g_string_append_printf (out,
                          "<style:style style:name=\"Table\" style:family=\"table\">"
                          "<style:table-properties style:width=\"17cm\" table:align=\"%s\""
                          " style:writing-mode=\"%s\"/></style:style>",
                          document->rtl ? "right" : "left",
                          get_mode (document->rtl));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (out,
                            "<style:style style:name=\"%s-back\" style:family=\"paragraph\""
                            " style:parent-style-name=\"%s\"><style:paragraph-properties"
                            " style:writing-mode=\"%s\"/></style:style>",
                            names[i],
                            names[i],
                            get_mode (!document->rtl));
  for (int share = 1; share <= 100; share++)
    g_string_append_printf (out,
                            "<style:style style:name=\"share-%d\" style:family=\"table-column\">"
                            "<style:table-column-properties style:column-width=\"%d.%02dcm\"/>"
                            "</style:style>",
                            share,
                            share * 17 / 100,
                            share * 17 % 100);
  g_string_append (out, "</office:automatic-styles>");
}

static void
append_head (GString *out, const EntenteDocument *document)
{
  g_autofree char *line = g_strdup_printf ("%s · %s", document->study, document->kind);
  g_autofree char *filter = g_strdup_printf ("%s.", document->filter);
  g_autofree char *imprint = g_strdup_printf ("%s, %s", document->counts, document->imprint);

  append_paragraph (out, document, "Standard", line, 0, FALSE);
  append_heading (out, document, 1, document->title);
  append_paragraph (out, document, "Standard", filter, 0, FALSE);
  append_paragraph (out, document, "Standard", imprint, 0, FALSE);
  if (document->source != NULL)
    append_paragraph (out, document, "Standard", document->source, 0, FALSE);
}

static char *
make_content (const EntenteDocument *document)
{
  GString *out = g_string_new (XML "<office:document-content" SPACES ">");

  append_automatic_styles (out, document);
  g_string_append (out, "<office:body><office:text>\n");
  append_head (out, document);
  for (guint i = 0; i < document->blocks->len; i++)
    append_block (out, document, i);
  g_string_append (out, "</office:text></office:body></office:document-content>");
  return g_string_free (out, FALSE);
}

static char *
make_meta (const EntenteDocument *document)
{
  GString *out = g_string_new (XML "<office:document-meta" SPACES "><office:meta>"
                                   "<meta:generator>Entente</meta:generator><dc:title>");
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (document->printed_time);
  g_autofree char *stamp = made != NULL ? g_date_time_format (made, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  append_escaped (out, document->study);
  g_string_append (out, ": ");
  append_escaped (out, document->title);
  g_string_append (out, "</dc:title><dc:subject>");
  append_escaped (out, document->filter);
  g_string_append (out, "</dc:subject>");
  if (document->coder != NULL) {
    g_string_append (out, "<dc:creator>");
    append_escaped (out, document->coder);
    g_string_append (out, "</dc:creator>");
  }
  if (stamp != NULL)
    g_string_append_printf (out, "<dc:date>%s</dc:date>", stamp);
  g_string_append (out, "</office:meta></office:document-meta>");
  return g_string_free (out, FALSE);
}

GBytes *
entente_document_to_odt (const EntenteDocument *document)
{
  EntenteDocumentZip *zip = entente_document_zip_new (document->printed_time);
  g_autofree char *content = make_content (document);
  g_autofree char *meta = make_meta (document);
  g_autofree char *style = g_strconcat (styles[0], get_mode (document->rtl), styles[1], NULL);

  /* The kind of file comes first, so that it is found without reading the zip. */
  entente_document_zip_add (zip, "mimetype", MIME);
  entente_document_zip_add (zip, "content.xml", content);
  entente_document_zip_add (zip, "styles.xml", style);
  entente_document_zip_add (zip, "meta.xml", meta);
  entente_document_zip_add (zip, "META-INF/manifest.xml", manifest);
  return entente_document_zip_finish (zip);
}
