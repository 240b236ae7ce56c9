/* From text to times: paragraphs are cut into tokens and expressions, one after the other; sections
 * are told to be news or history by all years that they bear; then every expression is given its
 * meaning in reading order. Notes are read apart: they date nothing but the statement that bears
 * their mark. */
#include "config.h"

#include "entente-text-times.h"

#include "entente-text-language.h"
#include "entente-text-lines.h"
#include "entente-text-times-private.h"

#include <string.h>

/* ---- paragraphs ---- */

typedef enum { ROLE_BODY, ROLE_HEADING, ROLE_ASIDE } Role;

/* A line is broken by hand when it is long and no sentence ends with it. */
static gboolean
is_wrapped (const char *text, gsize start, gsize end, gsize length)
{
  if (end >= length || end - start < 45 || end - start > 200)
    return FALSE;
  for (gsize p = end + 1; p < length; p++) {
    if (text[p] == '\n')
      return FALSE;
    if (!g_ascii_isspace (text[p]))
      return strchr (".!?:;\"", text[end - 1]) == NULL;
  }
  return FALSE;
}

static gsize
find_line_end (const char *text, gsize start, gsize length)
{
  const char *end = memchr (text + start, '\n', length - start);

  return end != NULL ? (gsize) (end - text) : length;
}

static gsize
find_paragraph_end (const char *text, gsize start, gsize length)
{
  gsize end = find_line_end (text, start, length);

  while (end - start < ENTENTE_TIMES_CHUNK && is_wrapped (text, start, end, length)) {
    start = end + 1;
    end = find_line_end (text, start, length);
  }
  return end;
}

/* A paragraph longer than anybody writes is cut between words. */
static gsize
find_chunk_end (const char *text, gsize start, gsize end)
{
  gsize cut = start + ENTENTE_TIMES_CHUNK;

  if (end - start <= ENTENTE_TIMES_CHUNK)
    return end;
  for (gsize p = cut; p > cut - 256; p--) {
    if (text[p] == ' ')
      return p;
  }
  while (((guchar) text[cut] & 0xC0) == 0x80)
    cut--;
  return cut;
}

/* ---- reading ---- */

typedef struct {
  const char *text;
  gsize length;
  const EntenteTimeLexicon *lexicon;
  const EntenteStructure *structure;
  GArray *found; /* EntenteTimesFound */
  guint part; /* of the structure: the next that may hold the place */
  const EntenteSourcePart *body; /* or NULL when it has not begun */
  guint n_ranges;
  guint n_paragraphs, n_sections;
} Reader;

/* The part of the structure that holds @byte, notes and titles before the body that surrounds them.
 * Asked in reading order. */
static const EntenteSourcePart *
find_part (Reader *reader, gsize byte)
{
  GPtrArray *parts = reader->structure->parts;

  for (; reader->part < parts->len; reader->part++) {
    const EntenteSourcePart *part = g_ptr_array_index (parts, reader->part);

    if (part->start > byte)
      break;
    if (part->field == ENTENTE_STRUCTURE_BODY)
      reader->body = part;
    else if (byte < part->end)
      return part;
  }
  return reader->body != NULL && byte < reader->body->end ? reader->body : NULL;
}

static Role
get_role (Reader *reader, gsize start, gsize end)
{
  const EntenteSourcePart *part;

  if (reader->structure != NULL) {
    part = find_part (reader, start);
    if (part == NULL || part->field == ENTENTE_STRUCTURE_NOTE)
      return ROLE_ASIDE;
    if (part->field == ENTENTE_STRUCTURE_TITLE)
      return ROLE_HEADING;
    if (part->field != ENTENTE_STRUCTURE_BODY)
      return ROLE_ASIDE;
  }
  return entente_text_is_heading (reader->text + start, end - start) &&
             !entente_text_ends_sentence (reader->text, start, end)
           ? ROLE_HEADING
           : ROLE_BODY;
}

static void
read_chunk (Reader *reader, gsize start, gsize end, Role role)
{
  g_autoptr (GArray) tokens = entente_time_tokens_cut (reader->lexicon, reader->text, start, end);
  EntenteTimeReader inner = {
    .text = reader->text,
    .tokens = (const EntenteToken *) (const void *) tokens->data,
    .n_tokens = tokens->len,
  };
  g_autoptr (GArray) list = entente_time_expressions_read (&inner, &reader->n_ranges);

  for (guint i = 0; i < list->len; i++) {
    EntenteTimesFound found = {
      .expression = g_array_index (list, EntenteTimeExpression, i),
      .paragraph = reader->n_paragraphs,
      .section = reader->n_sections,
      .is_heading = role == ROLE_HEADING,
      .is_aside = role == ROLE_ASIDE,
    };

    g_array_append_val (reader->found, found);
  }
}

static gboolean
read_paragraphs (Reader *reader, GCancellable *cancellable, GError **error)
{
  for (gsize start = 0; start < reader->length;) {
    gsize end = find_paragraph_end (reader->text, start, reader->length);
    gsize first = start;
    Role role;

    while (first < end && g_ascii_isspace (reader->text[first]))
      first++;
    role = first < end ? get_role (reader, first, end) : ROLE_ASIDE;
    if (role == ROLE_HEADING)
      reader->n_sections++;
    while (first < end) {
      gsize cut = find_chunk_end (reader->text, first, end);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      read_chunk (reader, first, cut, role);
      first = cut;
    }
    reader->n_paragraphs++;
    start = end + 1;
  }
  return TRUE;
}

/* ---- the face ---- */

static void
clear_time (gpointer data)
{
  EntenteTextTime *time = data;

  g_clear_pointer (&time->date, entente_date_unref);
  g_free (time->value);
  g_free (time->reason);
}

GArray *
entente_text_times_read (const char *text,
                         gsize length,
                         const EntenteStructure *structure,
                         const EntenteDate *published,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (EntenteTimesFound));
  g_autoptr (GArray) times = g_array_new (FALSE, TRUE, sizeof (EntenteTextTime));
  Reader reader = {
    .text = text,
    .length = length,
    .lexicon = entente_time_lexicon_get (entente_text_guess_language (text)),
    .structure = structure,
    .found = found,
  };

  g_array_set_clear_func (times, clear_time);
  if (published == NULL && structure != NULL)
    published = structure->published;
  if (!read_paragraphs (&reader, cancellable, error) ||
      !entente_times_resolve (text, found, published, times, cancellable, error))
    return NULL;
  if (structure != NULL)
    entente_times_bound_by_notes (text, structure, times);
  return g_steal_pointer (&times);
}

/* The other end of the range, or NULL. */
static const EntenteTextTime *
find_end (GArray *times, guint index)
{
  const EntenteTextTime *time = &g_array_index (times, EntenteTextTime, index);

  if (time->range == 0)
    return NULL;
  if (index + 1 < times->len && time[1].range == time->range)
    return time + 1;
  return index > 0 && time[-1].range == time->range ? time - 1 : NULL;
}

EntenteDate *
entente_text_times_make_range (GArray *times, guint index, const char *text)
{
  const EntenteTextTime *first = &g_array_index (times, EntenteTextTime, index);
  const EntenteTextTime *last = find_end (times, index);
  g_autofree char *edtf = NULL;
  g_autofree char *wording = NULL;
  g_autoptr (EntenteDate) bare = NULL;
  g_autoptr (EntenteDate) worded = NULL;

  if (last == NULL || first->date == NULL || last->date == NULL)
    return NULL;
  if (last < first) {
    const EntenteTextTime *other = first;

    first = last;
    last = other;
  }
  edtf = g_strdup_printf (first->is_between ? "[%s..%s]" : "%s/%s", first->value, last->value);
  bare = entente_date_parse (edtf, NULL); /* not when the ends are the wrong way round */
  if (bare == NULL)
    return NULL;
  wording = g_strndup (text + first->start, last->end - first->start);
  worded = entente_date_with_wording (bare, wording);
  return entente_date_with_basis (worded, MAX (first->date->basis, last->date->basis));
}

const char *
entente_text_time_type_to_string (EntenteTextTimeType type)
{
  static const char *const names[] = { "DATE", "TIME", "DURATION", "SET" };

  return names[type];
}
