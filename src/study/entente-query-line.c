/* Lines are cut into pieces, each with its place, so that what is wrong can be pointed at. */
#include "config.h"

#include "entente-query-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-query-names.h"
#include "entente-query-own.h"

#define WORDS "words"
#define OWN_FIELDS "field"

/* ---- writing ---- */

static void
append_value (GString *line, const char *value)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (!strpbrk (value, ",;:\"") && !g_ascii_isspace (*value) && *value) {
    g_string_append (line, value);
    return;
  }
  parts = g_strsplit (value, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (line, "\"%s\"", doubled);
}

static void
append_json (GString *line,
             const char *word,
             json_t *value,
             const EntenteChronicle *chronicle,
             EntenteQueryNamer *namer)
{
  const char *text = json_string_value (value);
  EntenteId id;
  g_autofree char *name = NULL;

  if (g_str_equal (word, WORDS)) {
    g_string_append (line, text);
    return;
  }
  if (namer && entente_id_parse (text, &id))
    name = entente_query_namer_write (namer, id);
  else if (g_str_has_prefix (word, OWN_FIELDS))
    name = entente_query_name_own (chronicle, text);
  append_value (line, name ? name : text);
}

static void
append_clause (GString *line, const char *word, json_t *value, const EntenteChronicle *chronicle)
{
  EntenteEntity entity = entente_query_get_word_entity (word);
  g_autoptr (EntenteQueryNamer) namer = NULL;
  gsize i;
  json_t *one;

  g_string_append_printf (line, "%s%s", line->len > 0 ? "; " : "", word);
  if (json_is_true (value))
    return;
  g_string_append (line, ": ");
  if (entity != ENTENTE_N_ENTITIES)
    namer = entente_query_namer_new (chronicle, entity);
  if (!json_is_array (value)) {
    append_json (line, word, value, chronicle, namer);
    return;
  }
  json_array_foreach (value, i, one)
  {
    if (i > 0)
      g_string_append (line, ", ");
    append_json (line, word, one, chronicle, namer);
  }
}

char *
entente_query_line_write (const EntenteQuery *query, const EntenteChronicle *chronicle)
{
  GString *line = g_string_new (NULL);
  json_t *object = entente_query_to_json (query);
  const char *word;

  for (guint i = 0; (word = entente_query_get_word (i)); i++) {
    json_t *value = json_object_get (object, word);

    if (value)
      append_clause (line, word, value, chronicle);
  }
  json_decref (object);
  return g_string_free (line, FALSE);
}

/* ---- cutting ---- */

/* One word or value and the sign behind it. */
typedef struct {
  EntenteLinePlace place; /* with quotation marks, without spaces */
  char sign; /* ',' ';' ':' or 0 at the end */
  gboolean quoted;
} Piece;

/* The end of the piece that begins at @at: a sign outside quotation marks. */
static guint
find_end (const char *line, guint at)
{
  gboolean quoted = FALSE;

  for (; line[at]; at++) {
    if (line[at] == '"')
      quoted = !quoted;
    else if (!quoted && strchr (",;:", line[at]))
      break;
  }
  return at;
}

/* The piece from @at on; @at goes behind its sign. */
static Piece
take_piece (const char *line, guint *at)
{
  guint end = find_end (line, *at);
  Piece piece = { { *at, end }, line[end], FALSE };

  while (piece.place.start < end && g_ascii_isspace (line[piece.place.start]))
    piece.place.start++;
  while (piece.place.end > piece.place.start && g_ascii_isspace (line[piece.place.end - 1]))
    piece.place.end--;
  piece.quoted = line[piece.place.start] == '"';
  *at = line[end] ? end + 1 : end;
  return piece;
}

/* Of a time a colon is a part: "10:30". */
static gboolean
is_colon_of_word (const char *line, const Piece *piece)
{
  for (guint i = piece->place.start; i < piece->place.end; i++)
    if (!g_ascii_isalpha (line[i]) && line[i] != '-')
      return FALSE;
  return !piece->quoted && piece->place.end > piece->place.start;
}

static char *
dup_piece (const char *line, const Piece *piece)
{
  guint n = piece->place.end - piece->place.start;
  const char *from = line + piece->place.start;
  GString *text = g_string_new (NULL);

  if (!piece->quoted) {
    g_string_append_len (text, from, n);
    return g_string_free (text, FALSE);
  }
  for (guint i = 1; i < n; i++) {
    if (from[i] == '"' && i + 1 < n && from[i + 1] == '"')
      i++;
    else if (from[i] == '"')
      break;
    g_string_append_c (text, from[i]);
  }
  return g_string_free (text, FALSE);
}

/* ---- reading ---- */

typedef struct {
  const char *line;
  const EntenteChronicle *chronicle;
  EntenteQuery *query;
  EntenteLinePlace place; /* of what was read last */
} Reader;

static void
set_no_value (GError **error, const char *word)
{
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("The word “%s” needs a value: “%s: …”."),
               word,
               word);
}

static gboolean
add (Reader *self, const char *word, const Piece *piece, GError **error)
{
  g_autofree char *value = dup_piece (self->line, piece);

  self->place = piece->place;
  if (!*value) {
    set_no_value (error, word);
    return FALSE;
  }
  return entente_query_add_word (self->query, self->chronicle, word, value, error);
}

/* A value may go on behind a colon, as times do. */
static Piece
take_value (const char *line, guint *at)
{
  Piece piece = take_piece (line, at);

  while (piece.sign == ':') {
    Piece rest = take_piece (line, at);

    piece.place.end = rest.place.end;
    piece.sign = rest.sign;
  }
  return piece;
}

static gboolean
read_values (Reader *self, const char *word, guint *at, GError **error)
{
  Piece piece;

  if (g_str_equal (word, WORDS)) {
    guint end = (guint) strlen (self->line);

    piece = (Piece){ { *at, end }, 0, FALSE };
    while (g_ascii_isspace (self->line[piece.place.start]))
      piece.place.start++;
    *at = end;
    return add (self, word, &piece, error);
  }
  do {
    piece = take_value (self->line, at);
    if (!add (self, word, &piece, error))
      return FALSE;
  } while (piece.sign == ',');
  return TRUE;
}

/* Names without a word before them. */
static gboolean
read_actors (Reader *self, Piece piece, guint *at, GError **error)
{
  if (!add (self, "actor", &piece, error))
    return FALSE;
  while (piece.sign == ',') {
    piece = take_piece (self->line, at);
    if (!add (self, "actor", &piece, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_clause (Reader *self, guint *at, GError **error)
{
  Piece piece = take_piece (self->line, at);
  g_autofree char *word = dup_piece (self->line, &piece);
  EntenteWordForm form = piece.quoted ? ENTENTE_WORD_UNKNOWN : entente_query_get_word_form (word);

  self->place = piece.place;
  if (!*word && piece.sign != ':' && piece.sign != ',')
    return TRUE;
  if (form == ENTENTE_WORD_FLAG)
    return entente_query_add_word (self->query, self->chronicle, word, NULL, error);
  if (piece.sign == ':' && is_colon_of_word (self->line, &piece))
    return form == ENTENTE_WORD_UNKNOWN
             ? entente_query_add_word (self->query, self->chronicle, word, NULL, error)
             : read_values (self, word, at, error);
  if (form == ENTENTE_WORD_VALUE) {
    set_no_value (error, word);
    return FALSE;
  }
  return read_actors (self, piece, at, error);
}

EntenteQuery *
entente_query_line_read (const char *line,
                         const EntenteChronicle *chronicle,
                         EntenteLinePlace *place,
                         GError **error)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  Reader self = { line, chronicle, query, { 0, 0 } };
  guint at = 0;
  gboolean good = TRUE;

  while (good && line[at])
    good = read_clause (&self, &at, error);
  if (good) {
    good = entente_query_check (query, error);
    self.place = (EntenteLinePlace){ 0, (guint) strlen (line) };
  }
  if (!good && place)
    *place = self.place;
  return good ? g_steal_pointer (&query) : NULL;
}

/* ---- completion ---- */

/* What @piece may be, whose clause begins with @word (NULL: it is the word itself). */
static void
add_matching (GPtrArray *found, const char *const *values, const char *start, guint limit)
{
  for (guint i = 0; values[i] && found->len < limit; i++)
    if (g_ascii_strncasecmp (values[i], start, strlen (start)) == 0)
      g_ptr_array_add (found, g_strdup (values[i]));
}

static void
add_names (GPtrArray *found,
           const EntenteChronicle *chronicle,
           EntenteEntity entity,
           const char *start,
           guint limit)
{
  g_auto (GStrv) names = entente_query_complete_name (chronicle, entity, start, limit);

  for (guint i = 0; names[i] && found->len < limit; i++) {
    GString *value = g_string_new (NULL);

    append_value (value, names[i]);
    g_ptr_array_add (found, g_string_free (value, FALSE));
  }
}

static void
add_words (GPtrArray *found, const char *start, guint limit)
{
  const char *word;

  for (guint i = 0; (word = entente_query_get_word (i)) && found->len < limit; i++)
    if (g_ascii_strncasecmp (word, start, strlen (start)) == 0)
      g_ptr_array_add (found,
                       entente_query_get_word_form (word) == ENTENTE_WORD_FLAG
                         ? g_strdup (word)
                         : g_strconcat (word, ": ", NULL));
}

/* The word of the clause that holds @cursor, and the piece there. Free. */
static char *
find_word (const char *line, guint cursor, Piece *piece)
{
  g_autofree char *word = NULL;
  guint at = 0;

  do {
    *piece = take_piece (line, &at);
    if (at > cursor || !piece->sign)
      break;
    if (piece->sign == ';')
      g_clear_pointer (&word, g_free);
    else if (!word && piece->sign == ':')
      word = dup_piece (line, piece);
    else if (!word)
      word = g_strdup ("actor");
  } while (TRUE);
  return g_steal_pointer (&word);
}

char **
entente_query_line_complete (const char *line,
                             guint cursor,
                             const EntenteChronicle *chronicle,
                             guint limit,
                             EntenteLinePlace *place)
{
  GPtrArray *found = g_ptr_array_new ();
  Piece piece;
  g_autofree char *word = find_word (line, cursor, &piece), *start = NULL;
  g_autofree const char **values = word ? entente_query_list_word_values (word) : NULL;
  EntenteEntity entity = entente_query_get_word_entity (word ? word : "actor");

  piece.place.end = CLAMP (cursor, piece.place.start, piece.place.end);
  start = dup_piece (line, &piece);
  *place = piece.place;
  if (!word)
    add_words (found, start, limit);
  if (values)
    add_matching (found, values, start, limit);
  if (entity != ENTENTE_N_ENTITIES && (word || *start))
    add_names (found, chronicle, entity, start, limit);
  g_ptr_array_add (found, NULL);
  return (char **) g_ptr_array_free (found, FALSE);
}
