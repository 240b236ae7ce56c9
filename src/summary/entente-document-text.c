/* EntenteDocument as plain text: lines of at most 78 columns, for mail and notes. */

#include "config.h"

#include "entente-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS 78
#define INDENT 5
#define GAP 2 /* between the columns of a table */

static guint
count_columns (const char *text, gsize length)
{
  guint columns = 0;

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);

    if (!g_unichar_iszerowidth (character))
      columns += g_unichar_iswide (character) ? 2 : 1;
  }
  return columns;
}

static void
append_spaces (GString *out, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

/* Appends @text broken at spaces; the first line starts at column @start, the others at @indent. */
static void
append_wrapped (GString *out, const char *text, guint start, guint indent)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  guint column = start;
  gboolean fresh = TRUE;

  for (guint i = 0; words[i] != NULL; i++) {
    guint width = count_columns (words[i], strlen (words[i]));

    if (*words[i] == '\0')
      continue;
    if (!fresh && column + 1 + width > COLUMNS) {
      g_string_append_c (out, '\n');
      append_spaces (out, indent);
      column = indent;
      fresh = TRUE;
    }
    if (!fresh) {
      g_string_append_c (out, ' ');
      column++;
    }
    g_string_append (out, words[i]);
    column += width;
    fresh = FALSE;
  }
  g_string_append_c (out, '\n');
}

static void
append_indented (GString *out, const char *text)
{
  append_spaces (out, INDENT);
  append_wrapped (out, text, INDENT, INDENT);
}

static void
append_underlined (GString *out, const char *text, char line)
{
  guint n = MIN (count_columns (text, strlen (text)), COLUMNS);

  append_wrapped (out, text, 0, 0);
  for (guint i = 0; i < n; i++)
    g_string_append_c (out, line);
  g_string_append_c (out, '\n');
}

/* Each line of it begins anew. */
static void
append_lines (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    append_indented (out, lines[i]);
}

static char *
format_date (const EntenteEntry *entry)
{
  GString *out = g_string_new (entry->when);

  if (*entry->edtf != '\0')
    g_string_append_printf (out, "  [%s]", entry->edtf);
  if (entry->told != NULL)
    g_string_append_printf (out, _ ("  told as “%s”"), entry->told);
  if (entry->bound != NULL)
    g_string_append_printf (out, "  (%s)", entry->bound);
  return g_string_free (out, FALSE);
}

static void
append_entry (GString *out, const EntenteEntry *entry)
{
  g_autofree char *date = format_date (entry);
  g_autofree char *title = entry->note > 0 ? g_strdup_printf ("%s [%u]", entry->title, entry->note)
                                           : g_strdup (entry->title);

  g_string_append_printf (out, "\n%*u ", INDENT - 1, entry->number);
  append_wrapped (out, date, INDENT, INDENT);
  append_indented (out, title);
  append_indented (out, entry->facts);
  if (entry->summary != NULL)
    append_lines (out, entry->summary);
}

/* ---- tables ---- */

static int
get_column_width (const EntenteTable *table, guint column)
{
  return MAX (3, (int) (table->columns[column].share * COLUMNS) - GAP);
}

/* Lines of at most @width columns; a word that is wider is cut. Free with g_strfreev. */
static GStrv
break_lines (const char *text, guint width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  guint column = 0;
  const char *c = text;

  while (*c != '\0') {
    gsize length = strcspn (c, " \n\t");
    gsize fits = 0;
    guint wide = count_columns (c, length);

    if (length > 0 && column > 0 && column + 1 + wide > width) {
      g_strv_builder_add (lines, line->str);
      g_string_truncate (line, 0);
      column = 0;
    }
    while (wide > width) {
      fits = 0;
      while (count_columns (c, (gsize) (g_utf8_next_char (c + fits) - c)) <= width)
        fits = (gsize) (g_utf8_next_char (c + fits) - c);
      g_string_append_len (line, c, (gssize) fits);
      g_strv_builder_add (lines, line->str);
      g_string_truncate (line, 0);
      c += fits;
      length -= fits;
      wide = count_columns (c, length);
    }
    if (column > 0 && length > 0) {
      g_string_append_c (line, ' ');
      column++;
    }
    g_string_append_len (line, c, (gssize) length);
    column += wide;
    c += length + (c[length] != '\0');
  }
  g_strv_builder_add (lines, line->str);
  return g_strv_builder_end (lines);
}

/* Cells beside each other; the last line ends with its words. */
static void
append_cells (GString *out, const EntenteTable *table, char **texts)
{
  g_autofree GStrv *cells = g_new0 (GStrv, table->n_columns);
  guint n_lines = 0;

  for (guint i = 0; i < table->n_columns; i++) {
    cells[i] = break_lines (texts[i], (guint) get_column_width (table, i));
    n_lines = MAX (n_lines, g_strv_length (cells[i]));
  }
  for (guint line = 0; line < n_lines; line++) {
    for (guint i = 0; i < table->n_columns; i++) {
      const char *text = line < g_strv_length (cells[i]) ? cells[i][line] : "";
      guint width = count_columns (text, strlen (text));

      g_string_append (out, text);
      append_spaces (out, (guint) MAX (0, get_column_width (table, i) + GAP - (int) width));
    }
    while (out->len > 0 && out->str[out->len - 1] == ' ')
      g_string_truncate (out, out->len - 1);
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < table->n_columns; i++)
    g_strfreev (cells[i]);
}

static void
append_rule (GString *out, const EntenteTable *table)
{
  for (guint i = 0; i < table->n_columns; i++) {
    for (int k = 0; k < get_column_width (table, i); k++)
      g_string_append_c (out, '-');
    if (i + 1 < table->n_columns)
      append_spaces (out, GAP);
  }
  g_string_append_c (out, '\n');
}

static void
append_table (GString *out, const EntenteTable *table)
{
  g_auto (GStrv) texts = g_new0 (char *, table->n_columns + 1);

  g_string_append_c (out, '\n');
  if (table->columns[0].head != NULL) {
    g_autofree char **heads = g_new0 (char *, table->n_columns);

    for (guint i = 0; i < table->n_columns; i++)
      heads[i] = (char *) table->columns[i].head;
    append_cells (out, table, heads);
    append_rule (out, table);
  }
  for (guint row = 0; row < entente_table_get_n_rows (table); row++) {
    for (guint i = 0; i < table->n_columns; i++) {
      const EntenteCell *cell = entente_table_get_cell (table, row, i);

      g_free (texts[i]);
      texts[i] = cell->note > 0 ? g_strdup_printf ("%s [%u]", cell->text, cell->note)
                                : g_strdup (cell->text);
    }
    append_cells (out, table, texts);
  }
}

/* ---- the whole ---- */

static void
append_head (GString *out, const EntenteDocument *document)
{
  g_autofree char *line = g_strdup_printf ("%s · %s", document->study, document->kind);
  g_autofree char *filter = g_strdup_printf ("%s.", document->filter);
  g_autofree char *imprint = g_strdup_printf ("%s, %s", document->counts, document->imprint);

  append_wrapped (out, line, 0, 0);
  g_string_append_c (out, '\n');
  append_underlined (out, document->title, '=');
  g_string_append_c (out, '\n');
  append_wrapped (out, filter, 0, 0);
  append_wrapped (out, imprint, 0, 0);
}

static void
append_notes (GString *out, const EntenteDocument *document)
{
  if (document->notes->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_underlined (out, _ ("Notes"), '-');
  if (document->source != NULL)
    append_wrapped (out, document->source, 0, 0);
  for (guint i = 0; i < document->notes->len; i++) {
    const EntenteNote *note = g_ptr_array_index (document->notes, i);
    g_autofree char *number = g_strdup_printf ("[%u]", note->number);

    g_string_append_printf (out, "%-*s", INDENT + 1, number);
    append_wrapped (out, note->text, INDENT + 1, INDENT + 1);
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
    g_string_append_c (out, '\n');
    append_underlined (out, block->text, '-');
    break;
  case ENTENTE_BLOCK_SUBHEADING:
  case ENTENTE_BLOCK_TEXT:
    g_string_append_c (out, '\n');
    append_wrapped (out, block->text, 0, 0);
    break;
  case ENTENTE_BLOCK_TABLE:
  case ENTENTE_BLOCK_DEFINITIONS:
    append_table (out, block->table);
    break;
  case ENTENTE_BLOCK_FIGURE:
  default:
    break;
  }
}

char *
entente_document_to_text (const EntenteDocument *document)
{
  GString *out = g_string_new (NULL);

  append_head (out, document);
  for (guint i = 0; i < document->blocks->len; i++)
    append_block (out, g_ptr_array_index (document->blocks, i));
  append_notes (out, document);
  return entente_document_end_text (out);
}
