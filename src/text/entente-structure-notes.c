/* The notes at the end of a pasted article, and the page furniture below it.
 *
 * A note begins with a mark: "[3]", "3." or "3)", a superscript, "^". Marks in brackets,
 * superscripts and carets are notes by themselves when they stand behind the last paragraph; plain
 * numbers only under a heading such as "Notes", or when the body bears as many marks. Dates at
 * which a page was retrieved date nothing. */
#include "config.h"

#include "entente-structure-private.h"

#include "entente-written-dates.h"

#include <string.h>

#define FURNITURE_CHARS 150

static const char note_headings[] =
  "notes|note|footnotes|endnotes|references|sources|works cited|bibliography|anmerkungen|"
  "fußnoten|fussnoten|endnoten|quellen|einzelnachweise|literatur|références|notes et références|"
  "dipnotlar|dipnot|notlar|kaynakça|kaynaklar|sonnotlar|notes and references";
static const char *const furniture_starts[] = {
  "share this",
  "related articles",
  "related stories",
  "related content",
  "related topics",
  "more on this",
  "sign up for",
  "subscribe to",
  "follow us",
  "all rights reserved",
  "©",
  "copyright ©",
  "read more",
  "also read",
  "see also:",
  "most read",
  "most popular",
  "advertisement",
  "leave a comment",
  "comments",
  "print this",
  "email this",
  "tags:",
  "filed under",
  "teilen",
  "lesen sie",
  "mehr zum thema",
  "partager",
  "à lire aussi",
  "lire aussi",
  "paylaş",
  "ilgili haberler",
  "bunları da",
};
static const char retrieved_words[] =
  "retrieved|accessed|archived|abgerufen|consulté|consultée|erişim|erişildi|visited|viewed";

typedef enum { MARK_NONE, MARK_BRACKET, MARK_NUMBER, MARK_SUPERSCRIPT, MARK_CARET } MarkForm;

typedef struct {
  MarkForm form;
  guint number; /* 0 for a caret */
  gsize end; /* byte behind the mark, in the source */
} Mark;

/* ---- marks ---- */

static int
superscript_value (gunichar c)
{
  if (c == 0xB9)
    return 1;
  if (c == 0xB2 || c == 0xB3)
    return (int) (c - 0xB0);
  return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int) (c - 0x2070) : -1;
}

/* Reads digits or superscripts at *@p. 0 when there are none, or more than four. */
static guint
read_number (const char **p, const char *end, gboolean superscript)
{
  guint number = 0, n = 0;
  for (; *p < end; *p = g_utf8_next_char (*p), n++) {
    gunichar c = g_utf8_get_char (*p);
    int value = superscript ? superscript_value (c) : g_ascii_isdigit (**p) ? **p - '0' : -1;
    if (value < 0)
      break;
    number = number * 10 + (guint) value;
    if (n == 4)
      return 0;
  }
  return number;
}

static MarkForm
read_mark_form (const char **p, const char *end, guint *number)
{
  if (**p == '^') {
    (*p)++;
    return MARK_CARET;
  }
  if (**p == '[' || **p == '(') {
    char close = **p == '[' ? ']' : ')';
    (*p)++;
    *number = read_number (p, end, FALSE);
    if (*number == 0 || *p == end || **p != close)
      return MARK_NONE;
    (*p)++;
    return close == ']' ? MARK_BRACKET : MARK_NUMBER;
  }
  *number = read_number (p, end, TRUE);
  if (*number > 0)
    return MARK_SUPERSCRIPT;
  *number = read_number (p, end, FALSE);
  if (*number == 0 || *p == end || (**p != '.' && **p != ')') || *p + 1 == end ||
      !g_unichar_isspace (g_utf8_get_char (*p + 1)))
    return MARK_NONE;
  (*p)++;
  return MARK_NUMBER;
}

static Mark
read_mark (EntenteSource *source, const EntenteTextLine *line)
{
  const char *p = source->text + line->first;
  Mark mark = { 0 };
  mark.form = line->first < line->last
                ? read_mark_form (&p, source->text + line->last, &mark.number)
                : MARK_NONE;
  mark.end = (gsize) (p - source->text);
  return mark;
}

/* ---- page furniture ---- */

static gboolean
is_furniture (EntenteSource *source, const EntenteTextLine *line)
{
  if (line->n_chars == 0 || line->n_chars > FURNITURE_CHARS)
    return FALSE;
  g_autofree char *folded =
    g_utf8_casefold (source->text + line->first, (gssize) (line->last - line->first));
  for (guint i = 0; i < G_N_ELEMENTS (furniture_starts); i++) {
    gsize length = strlen (furniture_starts[i]);
    if (strncmp (folded, furniture_starts[i], length) == 0 &&
        (folded[length] == '\0' || !g_unichar_isalpha (g_utf8_get_char (folded + length))))
      return line->n_chars <= 60 || furniture_starts[i][0] == '\xC2';
  }
  return FALSE;
}

/* The line where furniture begins that reaches to line @end: only short lines follow. */
static guint
find_furniture (EntenteSource *source, guint end)
{
  guint first = end;
  for (guint i = end; i > 0; i--) {
    EntenteTextLine *line = entente_source_line (source, i - 1);
    if (line->n_chars > FURNITURE_CHARS || (source->wrapped && line->n_chars > 60))
      break;
    if (is_furniture (source, line))
      first = i - 1;
  }
  return first;
}

/* ---- where the notes begin ---- */

static gboolean
is_note_heading (EntenteSource *source, const EntenteTextLine *line)
{
  EntenteTextWord whole = { line->first, line->last };
  if (line->n_chars == 0 || line->n_chars > 40)
    return FALSE;
  g_autofree char *folded = entente_word_fold (source->text, &whole);
  return entente_list_has (note_headings, folded);
}

/* A mark of this number somewhere above line @last. */
static gboolean
has_body_mark (EntenteSource *source, guint last, guint number)
{
  g_autofree char *mark = g_strdup_printf ("[%u]", number);
  gsize length = last > 0 ? entente_source_line (source, last - 1)->end : 0;
  return g_strstr_len (source->text, (gssize) length, mark) != NULL;
}

static gboolean
is_note_start (EntenteSource *source, guint i, gboolean under_heading)
{
  Mark mark = read_mark (source, entente_source_line (source, i));
  switch (mark.form) {
  case MARK_NONE:
    return FALSE;
  case MARK_NUMBER:
    return under_heading;
  case MARK_BRACKET:
  case MARK_SUPERSCRIPT:
  case MARK_CARET:
    return TRUE;
  }
  g_return_val_if_reached (FALSE);
}

/* The last heading like "Notes" below which a note begins at once. */
static guint
find_heading (EntenteSource *source)
{
  for (guint i = source->lines->len; i > 0; i--) {
    if (!is_note_heading (source, entente_source_line (source, i - 1)))
      continue;
    for (guint k = i; k < source->lines->len; k++) {
      if (entente_source_line (source, k)->role == ENTENTE_LINE_BLANK)
        continue;
      if (is_note_start (source, k, TRUE))
        return i - 1;
      break;
    }
  }
  return source->lines->len;
}

/* The line behind the last that can be a note: where page furniture without any mark begins. */
static guint
find_notes_end (EntenteSource *source)
{
  guint end = find_furniture (source, source->lines->len);
  for (guint i = end; i < source->lines->len; i++) {
    if (is_note_start (source, i, FALSE))
      return source->lines->len;
  }
  return end;
}

/* Without heading: the first of the marked lines that no unmarked paragraph parts from the end. A
 * line directly below a marked one continues it. */
static guint
find_first_note (EntenteSource *source)
{
  guint end = find_notes_end (source);
  guint first = end;
  guint block = end; /* first line of the block being read */
  for (guint i = end; i > 0; i--) {
    EntenteTextLine *line = entente_source_line (source, i - 1);
    if (line->role == ENTENTE_LINE_BLANK) {
      if (block < first)
        break;
      block = end;
      continue;
    }
    block = i - 1;
    Mark mark = read_mark (source, line);
    gboolean numbered = mark.form == MARK_NUMBER && has_body_mark (source, i - 1, mark.number);
    if (numbered || is_note_start (source, i - 1, FALSE)) {
      first = i - 1;
      block = end;
    }
  }
  return first < end ? first : source->lines->len;
}

/* ---- what is below the article ---- */

void
entente_structure_cut_furniture (EntenteSource *source)
{
  guint end = source->lines->len;
  guint n_body = 0;
  while (end > 0 && entente_source_line (source, end - 1)->role != ENTENTE_LINE_BODY)
    end--;
  guint first = find_furniture (source, end);
  for (guint i = 0; i < first; i++)
    n_body += entente_source_line (source, i)->n_chars > FURNITURE_CHARS;
  for (guint i = first; i < end && n_body > 0; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role == ENTENTE_LINE_BODY)
      line->role = ENTENTE_LINE_LEFT_OUT;
  }
}

/* ---- one note ---- */

static gboolean
is_retrieval (const char *text, gsize date_start)
{
  g_autoptr (GArray) words = entente_words_cut (text, 0, date_start);
  for (guint i = words->len > 3 ? words->len - 3 : 0; i < words->len; i++) {
    g_autofree char *folded = entente_word_fold (text, &g_array_index (words, EntenteTextWord, i));
    if (entente_list_has (retrieved_words, folded))
      return TRUE;
  }
  return FALSE;
}

/* The finest date that is no day of retrieval; the first of equals. */
static const EntenteWrittenDate *
choose_date (const char *text, GArray *dates)
{
  const EntenteWrittenDate *best = NULL;
  for (guint i = 0; i < dates->len; i++) {
    const EntenteWrittenDate *date = &g_array_index (dates, EntenteWrittenDate, i);
    if (!is_retrieval (text, date->start) && (best == NULL || date->precision > best->precision))
      best = date;
  }
  return best;
}

static gboolean
is_trimmed (gunichar c)
{
  return g_unichar_isspace (c) || (c < 128 && strchr (",;:.(-[", (int) c) != NULL) || c == 0x2013;
}

/* [start, end) without signs and spaces around; NULL when nothing is left. */
static char *
dup_trimmed (const char *start, const char *end)
{
  while (start < end && is_trimmed (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_trimmed (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return end > start ? g_strndup (start, (gsize) (end - start)) : NULL;
}

static void
read_cited (EntenteStructureNote *note)
{
  g_autoptr (GArray) dates = entente_written_dates_find (note->text, -1);
  const EntenteWrittenDate *date = choose_date (note->text, dates);
  const char *end = note->text + strlen (note->text);
  if (date == NULL) {
    note->cited_source = dup_trimmed (note->text, end);
    return;
  }
  note->cited_date = entente_date_ref (date->date);
  if (date->precision == ENTENTE_PRECISION_YEAR)
    note->cited_source = dup_trimmed (note->text, end);
  else {
    note->cited_source = dup_trimmed (note->text, note->text + date->start);
    if (note->cited_source == NULL)
      note->cited_source = dup_trimmed (note->text + date->end, end);
  }
}

/* "^ a b Text": letters that lead back to several marks. */
static const char *
skip_back_letters (const char *p, const char *end)
{
  for (;;) {
    const char *q = p;
    while (q < end && g_ascii_isspace (*q))
      q++;
    if (end - q < 2 || !g_ascii_islower (*q) || !g_ascii_isspace (q[1]))
      return p;
    p = q + 1;
  }
}

/* The words of [start, end): line ends and runs of spaces become one space. */
static char *
dup_note_text (EntenteSource *source, gsize start, gsize end)
{
  const char *p = source->text + start;
  while (p < source->text + end &&
         (g_unichar_isspace (g_utf8_get_char (p)) || *p == ',' || *p == ':'))
    p = g_utf8_next_char (p);
  g_autoptr (GArray) words = entente_words_cut (source->text, (gsize) (p - source->text), end);
  return entente_words_join (source->text, words, 0, words->len);
}

static void
add_note (EntenteSource *source, guint first, guint last, const Mark *mark)
{
  EntenteStructure *structure = source->structure;
  EntenteStructureNote *note = g_new0 (EntenteStructureNote, 1);
  gsize begin = mark->end;
  note->start = entente_source_line (source, first)->first;
  note->end = entente_source_line (source, last)->last;
  if (mark->form == MARK_CARET)
    begin =
      (gsize) (skip_back_letters (source->text + begin, source->text + note->end) - source->text);
  if (mark->form != MARK_NONE)
    note->marker = mark->form == MARK_CARET ? g_strdup_printf ("%u", structure->notes->len + 1)
                                            : g_strdup_printf ("%u", mark->number);
  note->position = -1;
  note->text = dup_note_text (source, begin, note->end);
  read_cited (note);
  for (guint i = first; i <= last; i++) {
    if (entente_source_line (source, i)->role == ENTENTE_LINE_BODY)
      entente_source_line (source, i)->role = ENTENTE_LINE_NOTE;
  }
  g_ptr_array_add (structure->notes, note);
  entente_structure_add_part (structure,
                              ENTENTE_STRUCTURE_NOTE,
                              note->start,
                              note->end,
                              g_strdup (note->text));
}

/* A note goes on to the line before the next mark or, without a blank line, to its own last line.
 */
static guint
find_note_end (EntenteSource *source, guint first, gboolean under_heading)
{
  guint last = first;
  for (guint i = first + 1; i < source->lines->len; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    if (line->role == ENTENTE_LINE_BLANK || is_note_start (source, i, under_heading) ||
        read_mark (source, line).form != MARK_NONE || is_furniture (source, line))
      break;
    last = i;
  }
  return last;
}

void
entente_structure_read_notes (EntenteSource *source)
{
  guint end = source->lines->len;
  guint heading = find_heading (source);
  guint first = heading < end ? heading + 1 : find_first_note (source);
  if (heading < end)
    entente_source_line (source, heading)->role = ENTENTE_LINE_NOTE;
  for (guint i = first; i < end; i++) {
    Mark mark = read_mark (source, entente_source_line (source, i));
    if (mark.form == MARK_NONE || entente_source_line (source, i)->role != ENTENTE_LINE_BODY)
      continue;
    guint last = find_note_end (source, i, heading < end);
    add_note (source, i, last, &mark);
    i = last;
  }
}

void
entente_structure_take_notes (EntenteSource *source)
{
  for (guint i = 0; i < source->lines->len; i++) {
    EntenteTextLine *line = entente_source_line (source, i);
    Mark mark = read_mark (source, line);
    guint last = i;
    if (line->role != ENTENTE_LINE_NOTE ||
        (mark.form == MARK_NONE && is_note_heading (source, line)))
      continue;
    while (last + 1 < source->lines->len &&
           entente_source_line (source, last + 1)->role == ENTENTE_LINE_NOTE &&
           read_mark (source, entente_source_line (source, last + 1)).form == MARK_NONE)
      last++;
    if (mark.form == MARK_NONE)
      mark.end = line->first;
    add_note (source, i, last, &mark);
    i = last;
  }
}

/* ---- marks in the body ---- */

static char *
superscript (const char *marker)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  GString *text = g_string_new (NULL);
  for (const char *p = marker; *p != '\0'; p++)
    g_string_append (text, digits[*p - '0']);
  return g_string_free (text, FALSE);
}

/* "talks.3 The": a figure right behind a sign, with no figure on either side. */
static const char *
find_bare_mark (const char *body, const char *marker)
{
  gsize length = strlen (marker);
  const char *p = body;
  while ((p = strstr (p, marker)) != NULL) {
    const char *before = p > body ? g_utf8_prev_char (p) : p;
    gunichar sign = p > body ? g_utf8_get_char (before) : ' ';
    gboolean behind_sign = sign < 128 ? strchr (".,;:!?\")", (int) sign) != NULL
                                      : g_unichar_type (sign) == G_UNICODE_FINAL_PUNCTUATION;
    gboolean figure = before > body && g_ascii_isdigit (before[-1]);
    if (behind_sign && !figure && (p[length] == '\0' || g_ascii_isspace (p[length])))
      return p;
    p += length;
  }
  return NULL;
}

/* The first "[3]" of each number, by its number. In one pass: a text may have thousands of notes.
 */
static GHashTable *
index_brackets (const char *body)
{
  GHashTable *marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const char *p = strchr (body, '['); p != NULL; p = strchr (p + 1, '[')) {
    gsize n = strspn (p + 1, "0123456789");
    g_autofree char *marker = n > 0 && n <= 4 && p[1 + n] == ']' ? g_strndup (p + 1, n) : NULL;
    if (marker != NULL && !g_hash_table_contains (marks, marker))
      g_hash_table_insert (marks, g_steal_pointer (&marker), (gpointer) p);
  }
  return marks;
}

static const char *
find_mark (GHashTable *brackets, const char *from, const char *marker)
{
  const char *p = g_hash_table_lookup (brackets, marker);
  if (p == NULL) {
    g_autofree char *raised = superscript (marker);
    p = strstr (from, raised);
  }
  return p != NULL ? p : find_bare_mark (from, marker);
}

void
entente_structure_place_notes (EntenteSource *source)
{
  EntenteStructure *structure = source->structure;
  g_autoptr (GHashTable) brackets = index_brackets (structure->body);
  const char *from = structure->body;
  gint64 position = 0; /* of it */
  for (guint i = 0; i < structure->notes->len; i++) {
    EntenteStructureNote *note = structure->notes->pdata[i];
    const char *p = note->marker != NULL ? find_mark (brackets, from, note->marker) : NULL;
    if (p == NULL)
      continue;
    position = p >= from ? position + g_utf8_pointer_to_offset (from, p)
                         : g_utf8_pointer_to_offset (structure->body, p);
    note->position = position;
    from = p;
  }
}
