/* Positions: what was on the table on a day. First at a glance, a row for each issue and a column
 * for each actor; then issue by issue who wanted, offered or refused what, since when, in which
 * words, how surely it stood, and what replaced it; and what was open. */

#include "config.h"

#include "entente-summary-private.h"

#include "entente-positions-table.h"
#include "entente-summary-stands.h"
#include <glib/gi18n-lib.h>

#define MAX_COLUMNS 6 /* of actors, at a glance */

typedef struct {
  EntenteSummaryBuilder *builder;
  EntenteSummaryStands *stands;
  EntentePositionsTable *table;
} Positions;

static gboolean
is_wanted (EntenteId actor, gpointer data)
{
  const EntenteSummaryBuilder *builder = data;

  return entente_positions_are_of_query (builder->query, builder->chronicle, actor);
}

/* ---- the day ---- */

static gint64
find_last_event (const EntenteSummaryBuilder *builder)
{
  const EntenteBitset *rows = builder->document->rows;
  gint64 last = ENTENTE_TIME_MIN;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    gint64 place = entente_chronicle_get_place (builder->chronicle, row);

    if (place != ENTENTE_TIME_MAX)
      last = MAX (last, place);
  }
  return last;
}

/* The day that was asked about; else the last one of which the record tells. */
static EntenteSpan
choose_day (const EntenteSummaryBuilder *builder, const EntentePositions *positions)
{
  gint64 last = find_last_event (builder);
  EntenteSpan extent;
  EntenteSpan day = builder->options->on;

  if (day.end > day.start)
    return day;
  if (entente_positions_get_extent (positions, &extent))
    last = MAX (last, extent.end - 1);
  if (last == ENTENTE_TIME_MIN)
    last = builder->options->printed_time;
  day.start = entente_time_to_day (last) * ENTENTE_SECONDS_PER_DAY;
  day.end = day.start + ENTENTE_SECONDS_PER_DAY;
  return day;
}

/* ---- the head ---- */

/* "Positions of Russia, Taliban and their members". Free. */
static char *
format_actors (const EntenteSummaryBuilder *builder)
{
  const EntenteQuery *query = builder->query;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *all = NULL;

  if (query->actors == NULL || query->actors->len == 0)
    return g_strdup (_ ("Positions of all actors"));
  for (guint i = 0; i < query->actors->len; i++)
    g_string_append_printf (
      names,
      "%s%s",
      i > 0 ? ", " : "",
      entente_summary_stands_get_actor (builder->chronicle,
                                        g_array_index (query->actors, EntenteId, i)));
  all = query->members ? g_strdup_printf (_ ("%s and their members"), names->str)
                       : g_strdup (names->str);
  if (query->match == ENTENTE_MATCH_NONE)
    return g_strdup_printf (_ ("Positions of all actors but %s"), all);
  return g_strdup_printf (_ ("Positions of %s"), all);
}

/* What else the filter asks of moves says nothing of positions. */
static void
tell_rest_of_filter (const Positions *self, const char *filter)
{
  const EntenteQuery *query = self->builder->query;
  g_autoptr (EntenteQuery) actors = entente_query_new_cleared (query);
  g_autofree char *text = NULL;

  for (guint i = 0; query->actors != NULL && i < query->actors->len; i++)
    entente_query_toggle_id (&actors->actors, g_array_index (query->actors, EntenteId, i), TRUE);
  actors->match = query->match;
  actors->members = query->members;
  actors->members_surely = query->members_surely;
  if (entente_query_equal (actors, query))
    return;
  text =
    g_strdup_printf (_ ("Of the filter of moves, “%s”, only the actors narrow positions."), filter);
  entente_summary_builder_add_text (self->builder, text);
}

static void
add_head (const Positions *self)
{
  EntenteDocument *document = self->builder->document;
  g_autofree char *day = entente_positions_table_format_day (self->table->day);
  g_autofree char *filter = g_steal_pointer (&document->filter);

  g_free (document->title);
  document->title = g_strdup_printf (_ ("What was on the table on %s"), day);
  document->filter = format_actors (self->builder);
  g_free (document->counts);
  document->counts = entente_positions_table_format_counts (self->table);
  tell_rest_of_filter (self, filter);
  if (self->table->n == 0)
    entente_summary_builder_add_text (self->builder, _ ("They took no position in this record."));
  else if (self->table->n_shown == 0)
    entente_summary_builder_add_text (self->builder, _ ("Nothing was on the table on this day."));
  if (self->table->n_perhaps > 0)
    entente_summary_builder_add_text (
      self->builder,
      _ (
        "“Perhaps still”: another one may have replaced it by then. “Perhaps already”: it may have "
        "been taken only later. The dates do not tell."));
}

/* ---- at a glance ---- */

/* "demand; perhaps already: offer". Free. */
static char *
format_cell (const Positions *self, const GArray *cell)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; cell != NULL && i < cell->len; i++) {
    guint number = g_array_index (cell, guint, i);
    const EntentePosition *position = entente_positions_get (self->table->positions, number);
    EntentePositionStand stand = self->table->stands[number];

    g_string_append (out, i > 0 ? "; " : "");
    if (stand != ENTENTE_STAND_STANDS)
      g_string_append_printf (out, "%s: ", entente_position_stand_label (stand));
    g_string_append (out, entente_enum_label (ENTENTE_ENUM_POSITION_KIND, position->kind));
  }
  return g_string_free (out, FALSE);
}

/* Short where it has a short name, since columns are narrow. */
static const char *
get_head (const EntenteChronicle *chronicle, EntenteId id)
{
  guint32 index = entente_chronicle_find_actor (chronicle, id);
  const EntenteActor *actor =
    index == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (chronicle, index);

  if (actor != NULL && actor->short_label != NULL && *actor->short_label != '\0')
    return actor->short_label;
  return entente_summary_stands_get_actor (chronicle, id);
}

static EntenteTable *
make_glance (const Positions *self, guint n)
{
  EntenteColumn columns[MAX_COLUMNS + 1] = { { _ ("Issue"), 0.24 } };

  for (guint i = 0; i < n; i++) {
    columns[i + 1].head =
      get_head (self->builder->chronicle, g_array_index (self->table->actors, EntenteId, i));
    columns[i + 1].share = 0.76 / n;
  }
  return entente_table_new (columns, n + 1);
}

static void
add_glance (const Positions *self)
{
  guint n_actors = self->table->actors->len;
  guint n = MIN (n_actors, MAX_COLUMNS);
  EntenteTable *table;
  g_autofree char *left_out =
    g_strdup_printf (_ ("%u of %u actors have a column; all are told of below."), n, n_actors);

  if (self->table->n_shown == 0)
    return;
  table = make_glance (self, n);
  for (guint row = 0; row < self->table->rows->len; row++) {
    EntenteId issue = g_array_index (self->table->rows, EntentePositionsRow, row).issue;

    entente_table_take (table,
                        entente_summary_stands_format_issue (self->builder->chronicle, issue),
                        0);
    for (guint i = 0; i < n; i++)
      entente_table_take (
        table,
        format_cell (self, entente_positions_table_get_cell (self->table, row, i)),
        0);
  }
  entente_summary_builder_take_table (self->builder, table);
  if (n < n_actors)
    entente_summary_builder_add_text (self->builder, left_out);
}

/* ---- issue by issue ---- */

static EntenteTable *
make_table (void)
{
  const EntenteColumn columns[] = { { _ ("Actor"), 0.16 },
                                    { _ ("Position"), 0.38 },
                                    { _ ("Since"), 0.20 },
                                    { _ ("How it stood"), 0.26 } };

  return entente_table_new (columns, G_N_ELEMENTS (columns));
}

static void
add_position (const Positions *self, EntenteTable *table, guint number)
{
  const EntentePosition *position = entente_positions_get (self->table->positions, number);
  EntentePositionStand stand = self->table->stands[number];
  g_autofree char *next = entente_summary_stands_format_next (self->stands, number);

  entente_table_take (
    table,
    g_strdup (entente_summary_stands_get_actor (self->builder->chronicle, position->actor)),
    0);
  entente_summary_stands_add (self->stands, table, number);
  entente_summary_stands_add_date (self->stands, table, number);
  /* An undated one stands before or after any other. */
  if (stand == ENTENTE_STAND_UNDATED)
    entente_table_take (table, g_strdup (entente_position_stand_label (stand)), 0);
  else
    entente_table_take (table,
                        g_strdup_printf ("%s; %s", entente_position_stand_label (stand), next),
                        0);
}

/* Actors who took a position on the issue at another time only. NULL for none. */
static char *
list_absent (const Positions *self, guint row, EntenteId issue)
{
  const EntentePositions *positions = self->table->positions;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->table->actors->len; i++) {
    EntenteId actor = g_array_index (self->table->actors, EntenteId, i);
    gboolean ever = FALSE;

    for (guint k = 0; !ever && k < entente_positions_get_n (positions); k++) {
      const EntentePosition *position = entente_positions_get (positions, k);

      ever = position->actor == actor && position->issue == issue;
    }
    if (ever && entente_positions_table_get_cell (self->table, row, i) == NULL)
      g_ptr_array_add (
        names,
        (gpointer) entente_summary_stands_get_actor (self->builder->chronicle, actor));
  }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
add_issue (const Positions *self, guint row)
{
  EntenteId issue = g_array_index (self->table->rows, EntentePositionsRow, row).issue;
  g_autofree char *name = entente_summary_stands_format_issue (self->builder->chronicle, issue);
  g_autofree char *absent = list_absent (self, row, issue);
  g_autofree char *text =
    absent != NULL ? g_strdup_printf (_ ("On the table at another time only: %s."), absent) : NULL;
  EntenteTable *table = make_table ();

  for (guint i = 0; i < self->table->actors->len; i++) {
    const GArray *cell = entente_positions_table_get_cell (self->table, row, i);

    for (guint k = 0; cell != NULL && k < cell->len; k++)
      add_position (self, table, g_array_index (cell, guint, k));
  }
  if (entente_table_get_n_rows (table) > 0 || text != NULL)
    entente_summary_builder_add_heading (self->builder, name);
  entente_summary_builder_take_table (self->builder, table);
  if (text != NULL)
    entente_summary_builder_add_text (self->builder, text);
}

/* ---- what is open ---- */

static void
add_undated (const Positions *self)
{
  EntenteTable *table = make_table ();
  guint n = self->table->undated->len;
  g_autofree char *heading = g_strdup_printf ("%s (%u)", _ ("Undated positions"), n);

  for (guint i = 0; i < n; i++)
    add_position (self, table, g_array_index (self->table->undated, guint, i));
  if (n > 0)
    entente_summary_builder_add_heading (self->builder, heading);
  entente_summary_builder_take_table (self->builder, table);
}

/* Questions that a person asked about moves of the filter, or about none. */
static gboolean
is_asked (const EntenteSummaryBuilder *builder, const EntenteOpenQuestion *question)
{
  return question->cause == ENTENTE_CAUSE_OWN && question->status == ENTENTE_QUESTION_OPEN &&
         (question->row == ENTENTE_NO_INDEX ||
          entente_bitset_contains (builder->document->rows, question->row));
}

static gboolean
add_questions (const Positions *self, GError **error)
{
  g_autoptr (EntenteQuestions) questions = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *heading = NULL;

  if (!entente_summary_read_questions (self->builder, &questions, error))
    return FALSE;
  for (guint i = 0; questions != NULL && i < entente_questions_get_n (questions); i++)
    if (is_asked (self->builder, entente_questions_get (questions, i)))
      g_ptr_array_add (texts, entente_questions_format (questions, i, NULL));
  heading = g_strdup_printf ("%s (%u)", _ ("Open questions"), texts->len);
  if (texts->len > 0)
    entente_summary_builder_add_heading (self->builder, heading);
  for (guint i = 0; i < texts->len; i++)
    entente_summary_builder_add_text (self->builder, g_ptr_array_index (texts, i));
  return TRUE;
}

/* ---- the whole ---- */

/* Reads the words of all that is told of. */
static gboolean
read_words (const Positions *self, GError **error)
{
  const EntentePositionsTable *table = self->table;
  guint n = entente_positions_get_n (table->positions);
  g_autofree gboolean *wanted = g_new0 (gboolean, MAX (n, 1));
  g_autoptr (EntenteBitset) cited =
    entente_bitset_new (entente_chronicle_get_n_articles (self->builder->chronicle));

  for (guint i = 0; i < n; i++)
    wanted[i] = (table->stands[i] == ENTENTE_STAND_UNDATED ||
                 entente_position_stand_shows (table->stands[i])) &&
                is_wanted (entente_positions_get (table->positions, i)->actor, self->builder);
  if (!entente_summary_stands_read (self->stands, wanted, cited, error))
    return FALSE;
  entente_summary_builder_set_cited (self->builder, cited);
  return TRUE;
}

gboolean
entente_summary_fill_positions (EntenteSummaryBuilder *builder, GError **error)
{
  g_autoptr (EntenteSummaryStands) stands = entente_summary_stands_new (builder, error);
  g_autoptr (EntentePositionsTable) table = NULL;
  Positions self = { builder, stands, NULL };

  if (stands == NULL)
    return FALSE;
  self.table = table = entente_positions_table_new (stands->positions,
                                                    builder->chronicle,
                                                    choose_day (builder, stands->positions),
                                                    is_wanted,
                                                    builder);
  if (!read_words (&self, error))
    return FALSE;
  add_head (&self);
  add_glance (&self);
  for (guint row = 0; row < table->rows->len; row++)
    add_issue (&self, row);
  add_undated (&self);
  return add_questions (&self, error);
}
