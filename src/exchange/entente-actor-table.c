/* Rows to drafts. A row is checked whole before any of it is taken. */
#include "config.h"

#include "entente-actor-table.h"

#include "entente-actor-guess.h"
#include "entente-csv.h"
#include "entente-sentence.h"
#include "entente-table-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef enum {
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_ALIASES,
  COLUMN_LABEL,
  COLUMN_WIKIDATA,
  COLUMN_ISO,
  COLUMN_CAMEO,
  COLUMN_COLOUR,
  COLUMN_GRADE,
  COLUMN_PSEUDONYM,
  COLUMN_NOTE,
  COLUMN_PARENT,
  COLUMN_ROLE,
  COLUMN_FROM,
  COLUMN_TO,
  COLUMN_EVIDENCE,
  COLUMN_CERTAINTY,
  N_COLUMNS
} Column;

/* The word of a map, and what headers call it, between bars. */
static const struct {
  const char *word;
  const char *headers;
} columns[N_COLUMNS] = {
  [COLUMN_NAME] = { "name", "name|actor|label|title" },
  [COLUMN_KIND] = { "kind", "kind|type" },
  [COLUMN_ALIASES] = { "aliases", "aliases|alias|also|other names|names" },
  [COLUMN_LABEL] = { "label", "short label|short_label|short|abbreviation|acronym" },
  [COLUMN_WIKIDATA] = { "wikidata", "wikidata|qid" },
  [COLUMN_ISO] = { "iso3166", "iso3166|iso 3166|iso|iso2" },
  [COLUMN_CAMEO] = { "cameo", "cameo|cameo code|code" },
  [COLUMN_COLOUR] = { "colour", "colour|color" },
  [COLUMN_GRADE] = { "grade", "grade|reliability" },
  [COLUMN_PSEUDONYM] = { "pseudonym", "pseudonym" },
  [COLUMN_NOTE] = { "note", "note|notes|description" },
  [COLUMN_PARENT] = { "parent", "parent|belongs to|member of|affiliation|body" },
  [COLUMN_ROLE] = { "role", "role|office|position|function" },
  [COLUMN_FROM] = { "from", "from|start|since|begin" },
  [COLUMN_TO] = { "to", "to|end|until" },
  [COLUMN_EVIDENCE] = { "evidence", "evidence|source" },
  [COLUMN_CERTAINTY] = { "certainty", "certainty" },
};

typedef struct {
  EntenteCsv *csv;
  EntenteActorDrafts *drafts;
  int index[N_COLUMNS]; /* from 0; -1: none */
  gboolean has_header;
} Table;

/* ---- columns ---- */

static gboolean
list_has (const char *list, const char *word)
{
  g_auto (GStrv) forms = g_strsplit (list, "|", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    if (g_ascii_strcasecmp (forms[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* The column that the first row calls so, or -1. */
static int
find_header (const Table *self, const char *list)
{
  for (guint i = 0; i < entente_csv_get_n_cells (self->csv); i++) {
    g_autofree char *cell = g_strstrip (g_strdup (entente_csv_get_cell (self->csv, i)));

    if (list_has (list, cell))
      return (int) i;
  }
  return -1;
}

static int
find_word (const char *word)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_str_equal (columns[i].word, word))
      return (int) i;
  return -1;
}

/* "name=1" or "name=Official name". */
static gboolean
read_map_entry (Table *self, const char *text)
{
  g_autofree char *entry = g_strdup (text);
  char *equals = strchr (entry, '=');
  guint64 number;
  const char *value;
  int column;

  if (equals == NULL)
    return FALSE;
  *equals = '\0';
  column = find_word (g_strstrip (entry));
  value = g_strstrip (equals + 1);
  if (column < 0)
    return FALSE;
  if (g_ascii_string_to_unsigned (value,
                                  10,
                                  1,
                                  entente_csv_get_n_cells (self->csv),
                                  &number,
                                  NULL)) {
    self->index[column] = (int) number - 1;
    return TRUE;
  }
  self->index[column] = find_header (self, value);
  self->has_header |= self->index[column] >= 0;
  return self->index[column] >= 0;
}

static gboolean
read_map (Table *self, const char *map, GError **error)
{
  g_auto (GStrv) entries = g_strsplit (map, ",", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    if (!read_map_entry (self, entries[i]))
      return entente_sentence_fail (
        error,
        ENTENTE_ERROR_INVALID,
        _ ("“{entry}” names no column of “{file}”; write a map such as "
           "name=1,kind=2,aliases=3,parent=4,from=5,to=6 with numbers or names of columns."),
        "entry",
        entries[i],
        "file",
        entente_csv_get_name (self->csv),
        NULL);
  return TRUE;
}

/* With a map of numbers the first row may be names of columns or an actor already. */
static gboolean
begins_with_header (const Table *self)
{
  g_autofree char *cell =
    g_strstrip (g_strdup (entente_csv_get_cell (self->csv, (guint) self->index[COLUMN_NAME])));

  return self->has_header || list_has (columns[COLUMN_NAME].headers, cell);
}

static gboolean
find_columns (Table *self, const char *map, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    self->index[i] = map != NULL ? -1 : find_header (self, columns[i].headers);
  if (map != NULL && !read_map (self, map, error))
    return FALSE;
  if (self->index[COLUMN_NAME] < 0)
    return entente_sentence_fail (
      error,
      ENTENTE_ERROR_INVALID,
      _ ("“{file}”, line 1: no column with names of actors was found; name the columns with a map "
         "such as name=1,kind=2,aliases=3,parent=4,from=5,to=6."),
      "file",
      entente_csv_get_name (self->csv),
      NULL);
  self->has_header = map == NULL || begins_with_header (self);
  return TRUE;
}

/* ---- rows ---- */

/* Free; NULL when there is no such column, or the cell is empty. */
static char *
dup_cell (const Table *self, Column column)
{
  g_autofree char *cell = NULL;

  if (self->index[column] < 0)
    return NULL;
  cell = g_strstrip (g_strdup (entente_csv_get_cell (self->csv, (guint) self->index[column])));
  return cell[0] != '\0' ? g_steal_pointer (&cell) : NULL;
}

static gboolean
skip_row (Table *self, const char *sentence, const char *cell)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, entente_csv_get_line (self->csv));
  g_autofree char *shown = g_utf8_substring (cell, 0, MIN (g_utf8_strlen (cell, -1), 80));

  entente_actor_drafts_skip (self->drafts,
                             entente_sentence (sentence,
                                               "file",
                                               entente_csv_get_name (self->csv),
                                               "line",
                                               line,
                                               "cell",
                                               shown,
                                               NULL));
  return FALSE;
}

/* A word of a vocabulary, by nick or label; the value stays as it is without a cell. */
static gboolean
read_word (Table *self, Column column, EntenteEnum vocabulary, int *value)
{
  g_autofree char *cell = dup_cell (self, column);

  if (cell == NULL || entente_enum_parse (vocabulary, cell, value))
    return TRUE;
  for (int i = 0; i < entente_enum_count (vocabulary); i++)
    if (g_ascii_strcasecmp (entente_enum_label (vocabulary, i), cell) == 0 ||
        g_ascii_strcasecmp (entente_enum_nick (vocabulary, i), cell) == 0) {
      *value = i;
      return TRUE;
    }
  return column == COLUMN_KIND
           ? skip_row (self, _ ("“{file}”, line {line}: “{cell}” is no kind of actor."), cell)
           : skip_row (self, _ ("“{file}”, line {line}: “{cell}” is no certainty."), cell);
}

static gboolean
read_date (Table *self, Column column, EntenteDate **date)
{
  g_autofree char *cell = dup_cell (self, column);

  if (cell == NULL)
    return TRUE;
  *date = entente_table_date_read (cell, TRUE);
  return *date != NULL ||
         skip_row (
           self,
           _ (
             "“{file}”, line {line}: “{cell}” is no date; write 2018-10-31 or another EDTF value."),
           cell);
}

/* "#aabbcc" */
static gboolean
read_colour (Table *self, char **colour)
{
  g_autofree char *cell = dup_cell (self, COLUMN_COLOUR);

  if (cell == NULL)
    return TRUE;
  if (cell[0] != '#' || strlen (cell) != 7 || strspn (cell + 1, "0123456789abcdefABCDEF") != 6)
    return skip_row (self,
                     _ ("“{file}”, line {line}: “{cell}” is no colour; write #rrggbb."),
                     cell);
  *colour = g_ascii_strdown (cell, -1);
  return TRUE;
}

/* What the row says of who belongs where; FALSE when it cannot be read. */
static gboolean
read_affiliation (Table *self, EntenteAffiliation *affiliation)
{
  affiliation->role = dup_cell (self, COLUMN_ROLE);
  affiliation->evidence = dup_cell (self, COLUMN_EVIDENCE);
  if (!read_date (self, COLUMN_FROM, &affiliation->from) ||
      !read_date (self, COLUMN_TO, &affiliation->to) ||
      !read_word (self, COLUMN_CERTAINTY, ENTENTE_ENUM_CERTAINTY, &affiliation->certainty))
    return FALSE;
  if (affiliation->from == NULL || affiliation->to == NULL ||
      entente_date_is_before (affiliation->to, affiliation->from) != ENTENTE_YES)
    return TRUE;
  return skip_row (self,
                   _ ("“{file}”, line {line}: it ends before it begins (“{cell}”)."),
                   affiliation->to->edtf);
}

static void
fill_text (const Table *self, Column column, char **field)
{
  if (*field == NULL)
    *field = dup_cell (self, column);
}

static void
fill_draft (Table *self, EntenteActorDraft *draft, const char *colour)
{
  EntenteActor *actor = draft->actor;
  g_autofree char *aliases = dup_cell (self, COLUMN_ALIASES);
  g_auto (GStrv) names = g_strsplit_set (aliases != NULL ? aliases : "", "|;", -1);

  fill_text (self, COLUMN_LABEL, &actor->short_label);
  fill_text (self, COLUMN_WIKIDATA, &actor->wikidata);
  fill_text (self, COLUMN_ISO, &actor->iso3166);
  fill_text (self, COLUMN_CAMEO, &actor->cameo);
  fill_text (self, COLUMN_GRADE, &actor->grade);
  fill_text (self, COLUMN_PSEUDONYM, &actor->pseudonym);
  fill_text (self, COLUMN_NOTE, &actor->note);
  if (actor->colour == NULL)
    actor->colour = g_strdup (colour);
  for (guint i = 0; names[i] != NULL; i++)
    entente_actor_draft_add_alias (draft, g_strstrip (names[i]), ENTENTE_ALIAS_SPELLING);
}

/* Takes @affiliation in when the row names a body. */
static void
add_tie (Table *self, EntenteActorDraft *draft, EntenteAffiliation *affiliation)
{
  g_autofree char *parent = dup_cell (self, COLUMN_PARENT);
  EntenteActorTie *tie = parent != NULL ? entente_actor_draft_add_tie (draft) : NULL;

  if (tie == NULL)
    return;
  tie->parent = g_steal_pointer (&parent);
  entente_affiliation_unref (tie->affiliation);
  tie->affiliation = entente_affiliation_copy (affiliation);
}

/* FALSE when there are too many actors. */
static gboolean
take_row (Table *self)
{
  g_autofree char *name = dup_cell (self, COLUMN_NAME);
  g_autofree char *folded = name != NULL ? entente_name_fold (name) : NULL;
  g_autofree char *colour = NULL;
  g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();
  EntenteActorDraft *draft;
  gboolean is_new;
  const char *iso;
  int kind;

  if (name == NULL)
    return skip_row (self, _ ("“{file}”, line {line}: this row has no name."), "") || TRUE;
  kind = (int) entente_actor_guess_kind (name, &iso);
  if (!read_word (self, COLUMN_KIND, ENTENTE_ENUM_ACTOR_KIND, &kind) ||
      !read_colour (self, &colour) || !read_affiliation (self, affiliation))
    return TRUE;
  draft = entente_actor_drafts_ensure (self->drafts, folded, name, &is_new);
  if (draft == NULL)
    return FALSE;
  if (is_new)
    draft->actor->kind = kind;
  fill_draft (self, draft, colour);
  if (draft->actor->iso3166 == NULL && kind == ENTENTE_ACTOR_STATE)
    draft->actor->iso3166 = g_strdup (iso);
  add_tie (self, draft, affiliation);
  return TRUE;
}

static gboolean
read_rows (Table *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!self->has_header && !take_row (self))
    return FALSE;
  while (entente_csv_next (self->csv, &local)) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!take_row (self))
      return entente_sentence_fail (error,
                                    ENTENTE_ERROR_INVALID,
                                    _ ("“{file}” names more than 200,000 actors; divide it."),
                                    "file",
                                    entente_csv_get_name (self->csv),
                                    NULL);
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_first_row (Table *self, const char *map, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (entente_csv_next (self->csv, &local))
    return find_columns (self, map, error);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                _ ("“{file}” is empty; choose a table of actors."),
                                "file",
                                entente_csv_get_name (self->csv),
                                NULL);
}

EntenteActorDrafts *
entente_actor_table_read (GFile *file, const char *map, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntenteCsv) csv = entente_csv_open (file, error);
  Table self = { .csv = csv };

  if (csv == NULL)
    return NULL;
  self.drafts = entente_actor_drafts_new ();
  if (read_first_row (&self, map, error) && read_rows (&self, cancellable, error))
    return self.drafts;
  entente_actor_drafts_free (self.drafts);
  return NULL;
}
