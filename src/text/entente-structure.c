/* EntenteStructure: the order of the steps, and the body. Lines are cut once; the readers of notes,
 * page furniture and head (their own files) take lines away by giving them a role; what remains is
 * the body, copied whole. */
#include "config.h"

#include "entente-structure-private.h"

#include "entente-text-language.h"

#include <string.h>

typedef struct {
  gsize body, source; /* bytes */
} Run;

/* ---- is the text hard-wrapped? ---- */

static gboolean
is_blank (EntenteSource *source, guint i)
{
  return i >= source->lines->len || entente_source_line (source, i)->role == ENTENTE_LINE_BLANK;
}

/* Lines that another line of the same paragraph follows: in a wrapped text most are, all are long
 * and none is very long. */
static gboolean
is_wrapped (EntenteSource *source)
{
  guint n_lines = 0, n_followed = 0, n_even = 0;
  for (guint i = 0; i < source->lines->len; i++) {
    if (is_blank (source, i))
      continue;
    guint n_chars = entente_source_line (source, i)->n_chars;
    if (n_chars > 160)
      return FALSE;
    n_lines++;
    if (is_blank (source, i + 1))
      continue;
    n_followed++;
    n_even += n_chars >= 45;
  }
  return n_lines >= 6 && n_followed * 2 > n_lines && n_even * 4 >= n_followed * 3;
}

/* ---- body ---- */

static void
add_run (EntenteSource *source, GString *body, gsize start, gsize end)
{
  Run run = { body->len, start };
  g_array_append_val (source->structure->runs, run);
  g_string_append_len (body, source->text + start, (gssize) (end - start));
}

/* A wrapped paragraph goes on while body lines follow without a blank one. */
static guint
add_paragraph (EntenteSource *source, GString *body, guint i)
{
  EntenteTextLine *line = entente_source_line (source, i);
  if (!source->wrapped) {
    add_run (source, body, line->start, line->end);
    return i + 1;
  }
  for (guint first = i; i < source->lines->len; i++) {
    line = entente_source_line (source, i);
    if (line->role != ENTENTE_LINE_BODY)
      break;
    if (i > first)
      g_string_append_c (body, ' ');
    add_run (source, body, line->first, line->last);
  }
  return i;
}

static void
make_body (EntenteSource *source)
{
  g_autoptr (GString) body = g_string_new (NULL);
  gsize start = G_MAXSIZE, end = 0;
  for (guint i = 0; i < source->lines->len;) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role != ENTENTE_LINE_BODY) {
      i++;
      continue;
    }
    start = MIN (start, line->first);
    i = add_paragraph (source, body, i);
    end = entente_source_line (source, i - 1)->last;
    g_string_append_c (body, '\n');
  }
  if (end > start)
    entente_structure_add_part (source->structure, ENTENTE_STRUCTURE_BODY, start, end, NULL);
  source->structure->body = g_string_free (g_steal_pointer (&body), FALSE);
}

static void
collect_left_out (EntenteSource *source)
{
  g_autoptr (GString) left_out = g_string_new (NULL);
  for (guint i = 0; i < source->lines->len; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role != ENTENTE_LINE_LEFT_OUT)
      continue;
    if (left_out->len > 0)
      g_string_append_c (left_out, '\n');
    g_string_append_len (left_out, source->text + line->first, (gssize) (line->last - line->first));
  }
  if (left_out->len > 0)
    source->structure->left_out = g_string_free (g_steal_pointer (&left_out), FALSE);
}

/* ---- values ---- */

static void
free_note (gpointer data)
{
  EntenteStructureNote *note = data;
  g_free (note->marker);
  g_free (note->text);
  g_free (note->cited_source);
  g_clear_pointer (&note->cited_date, entente_date_unref);
  g_free (note);
}

static void
free_part (gpointer data)
{
  EntenteSourcePart *part = data;
  g_free (part->value);
  g_free (part);
}

static EntenteStructure *
structure_new (void)
{
  EntenteStructure *structure = g_new0 (EntenteStructure, 1);
  structure->authors = g_ptr_array_new_with_free_func (g_free);
  structure->notes = g_ptr_array_new_with_free_func (free_note);
  structure->parts = g_ptr_array_new_with_free_func (free_part);
  structure->lines = g_array_new (FALSE, FALSE, sizeof (EntenteStructureLine));
  structure->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  return structure;
}

static gint
compare_parts (gconstpointer a, gconstpointer b)
{
  const EntenteSourcePart *one = *(EntenteSourcePart *const *) a;
  const EntenteSourcePart *two = *(EntenteSourcePart *const *) b;
  return one->start < two->start ? -1 : one->start > two->start;
}

void
entente_structure_add_part (EntenteStructure *structure,
                            EntenteStructureField field,
                            gsize start,
                            gsize end,
                            char *value)
{
  EntenteSourcePart *part = g_new0 (EntenteSourcePart, 1);
  *part = (EntenteSourcePart){ field, start, end, value };
  g_ptr_array_add (structure->parts, part);
}

/* ---- what each line is ---- */

static const EntenteTextLineRole roles[ENTENTE_N_LINE_USES] = {
  [ENTENTE_LINE_IS_TITLE] = ENTENTE_LINE_TITLE,
  [ENTENTE_LINE_IS_AUTHOR] = ENTENTE_LINE_AUTHOR,
  [ENTENTE_LINE_IS_PUBLISHED] = ENTENTE_LINE_DATE,
  [ENTENTE_LINE_IS_PUBLICATION] = ENTENTE_LINE_PUBLICATION,
  [ENTENTE_LINE_IS_URL] = ENTENTE_LINE_URL,
  [ENTENTE_LINE_IS_BODY] = ENTENTE_LINE_BODY,
  [ENTENTE_LINE_IS_NOTE] = ENTENTE_LINE_NOTE,
  [ENTENTE_LINE_IS_LEFT_OUT] = ENTENTE_LINE_LEFT_OUT,
};

static void
keep_lines (EntenteSource *source)
{
  for (guint i = 0; i < source->lines->len; i++) {
    const EntenteTextLine *line = entente_source_line (source, i);
    EntenteStructureLine kept = { line->first, line->last, ENTENTE_LINE_IS_BODY };
    if (line->role == ENTENTE_LINE_BLANK)
      continue;
    while (roles[kept.use] != line->role)
      kept.use = (kept.use + 1) % ENTENTE_N_LINE_USES;
    g_array_append_val (source->structure->lines, kept);
  }
}

static void
set_roles (EntenteSource *source, const EntenteLineUse *uses, guint n_uses)
{
  for (guint i = 0, k = 0; i < source->lines->len && k < n_uses; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role != ENTENTE_LINE_BLANK)
      line->role = roles[uses[k++]];
  }
}

/* ---- all of it ---- */

static EntenteStructure *
finish (EntenteSource *source)
{
  EntenteStructure *structure = source->structure;
  make_body (source);
  collect_left_out (source);
  entente_structure_place_notes (source);
  structure->language = g_strdup (entente_text_guess_language (structure->body));
  g_ptr_array_sort (structure->parts, compare_parts);
  keep_lines (source);
  return structure;
}

EntenteStructure *
entente_structure_read (const char *text, gsize length)
{
  g_autoptr (GArray) lines = entente_lines_cut (text, length);
  EntenteSource source = { .text = text, .lines = lines, .structure = structure_new () };
  source.wrapped = is_wrapped (&source);
  entente_structure_read_notes (&source);
  entente_structure_cut_furniture (&source);
  entente_structure_read_head (&source);
  return finish (&source);
}

EntenteStructure *
entente_structure_read_as (const char *text, gsize length, const EntenteLineUse *uses, guint n_uses)
{
  g_autoptr (GArray) lines = entente_lines_cut (text, length);
  EntenteSource source = { .text = text, .lines = lines, .structure = structure_new () };
  source.wrapped = is_wrapped (&source);
  set_roles (&source, uses, n_uses);
  entente_structure_take_notes (&source);
  entente_structure_take_head (&source);
  return finish (&source);
}

void
entente_structure_free (EntenteStructure *structure)
{
  g_free (structure->title);
  g_ptr_array_unref (structure->authors);
  g_clear_pointer (&structure->published, entente_date_unref);
  g_free (structure->publication);
  g_free (structure->url);
  g_free (structure->language);
  g_free (structure->body);
  g_ptr_array_unref (structure->notes);
  g_ptr_array_unref (structure->parts);
  g_free (structure->left_out);
  g_array_unref (structure->lines);
  g_array_unref (structure->runs);
  g_free (structure);
}

gsize
entente_structure_to_source (const EntenteStructure *structure, gsize byte)
{
  guint low = 0, high = structure->runs->len;
  if (high == 0)
    return 0;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (structure->runs, Run, middle).body <= byte)
      low = middle;
    else
      high = middle;
  }
  Run run = g_array_index (structure->runs, Run, low);
  return run.source + (byte - MIN (byte, run.body));
}
