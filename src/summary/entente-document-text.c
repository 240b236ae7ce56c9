/* EntenteDocument as plain text: lines of at most 78 columns, for mail and notes. */

#include "config.h"

#include "entente-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COLUMNS 78
#define INDENT 5

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

char *
entente_document_to_text (const EntenteDocument *document)
{
  GString *out = g_string_new (NULL);

  append_head (out, document);
  for (guint i = 0; i < document->blocks->len; i++) {
    const EntenteBlock *block = g_ptr_array_index (document->blocks, i);

    if (block->type == ENTENTE_BLOCK_ENTRY) {
      append_entry (out, block->entry);
    } else if (block->type == ENTENTE_BLOCK_HEADING) {
      g_string_append_c (out, '\n');
      append_underlined (out, block->text, '-');
    } else if (block->type == ENTENTE_BLOCK_TEXT) {
      g_string_append_c (out, '\n');
      append_wrapped (out, block->text, 0, 0);
    }
  }
  append_notes (out, document);
  return g_string_free (out, FALSE);
}
