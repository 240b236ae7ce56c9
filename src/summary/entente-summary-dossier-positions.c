/* Of an actor's dossier: the positions that it took over time, and the questions that are open
 * about its moves. */

#include "config.h"

#include "entente-summary-private.h"

#include <glib/gi18n-lib.h>

/* ---- questions ---- */

gboolean
entente_summary_read_questions (EntenteSummaryBuilder *builder,
                                EntenteQuestions **questions,
                                GError **error)
{
  const EntenteSummarySource *source = builder->source;
  g_autoptr (EntenteQuestionNotes) notes = NULL;

  *questions = NULL;
  if (source->read_questions == NULL)
    return TRUE;
  notes = source->read_questions (source->data, error);
  if (notes != NULL)
    *questions = entente_questions_new (builder->chronicle, notes);
  return notes != NULL;
}

/* Moves without an answer have a part of their own, and what one origin alone tells is a matter of
 * evidence. */
static gboolean
is_listed (EntenteCause cause)
{
  return cause != ENTENTE_CAUSE_UNANSWERED && cause != ENTENTE_CAUSE_SINGLE;
}

static void
add_question (EntenteSummaryBuilder *builder,
              EntenteTable *table,
              const EntenteQuestions *questions,
              guint i)
{
  const EntenteOpenQuestion *question = entente_questions_get (questions, i);

  entente_table_take (table,
                      entente_questions_format (questions, i, builder->moves[question->row].title),
                      entente_summary_builder_cite (builder, question->row));
  entente_table_take (table, g_strdup (entente_cause_get_label (question->cause)), 0);
}

void
entente_summary_add_questions (EntenteSummaryBuilder *builder,
                               const EntenteQuestions *questions,
                               const EntenteBitset *rows)
{
  const EntenteColumn columns[] = { { _ ("Question"), 0.70 }, { _ ("Why it is open"), 0.30 } };
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *heading = NULL;

  for (guint i = 0; questions != NULL && i < entente_questions_get_n (questions); i++) {
    const EntenteOpenQuestion *question = entente_questions_get (questions, i);

    if (question->status == ENTENTE_QUESTION_OPEN && question->row != ENTENTE_NO_INDEX &&
        is_listed (question->cause) && entente_bitset_contains (rows, question->row))
      add_question (builder, table, questions, i);
  }
  heading = g_strdup_printf ("%s (%u)", _ ("Open questions"), entente_table_get_n_rows (table));
  if (entente_table_get_n_rows (table) > 0)
    entente_summary_builder_add_subheading (builder, heading);
  entente_summary_builder_take_table (builder, table);
}

/* ---- positions ---- */

static gboolean
is_of (const EntenteSummaryBuilder *builder, EntenteId id, guint32 actor)
{
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  guint32 index = entente_chronicle_find_actor (builder->chronicle, id);

  return index == actor ||
         (builder->query->members && index != ENTENTE_NO_INDEX &&
          entente_chronicle_stands_for (builder->chronicle, index, actor, always, FALSE));
}

gboolean
entente_summary_stands_read_of (EntenteSummaryStands *stands, const GArray *actors, GError **error)
{
  EntenteSummaryBuilder *builder = stands->builder;
  guint n = entente_positions_get_n (stands->positions);
  g_autofree gboolean *wanted = g_new0 (gboolean, MAX (n, 1));
  g_autoptr (EntenteBitset) cited =
    entente_sources_find (builder->chronicle, builder->document->rows);
  guint n_cited = entente_bitset_count (cited);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; !wanted[i] && k < actors->len; k++)
      wanted[i] = is_of (builder,
                         entente_positions_get (stands->positions, i)->actor,
                         g_array_index (actors, guint32, k));
  if (!entente_summary_stands_read (stands, wanted, cited, error))
    return FALSE;
  if (entente_bitset_count (cited) > n_cited)
    entente_summary_builder_set_cited (builder, cited);
  return TRUE;
}

void
entente_summary_stands_add_of (EntenteSummaryStands *stands, guint32 actor)
{
  const EntenteColumn columns[] = { { _ ("Date"), 0.20 },
                                    { _ ("Issue"), 0.20 },
                                    { _ ("Position"), 0.36 },
                                    { _ ("What became of it"), 0.24 } };
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  EntenteSummaryBuilder *builder = stands->builder;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < entente_positions_get_n (stands->positions); i++) {
    const EntentePosition *position = entente_positions_get (stands->positions, i);

    if (!is_of (builder, position->actor, actor))
      continue;
    entente_summary_stands_add_date (stands, table, i);
    entente_table_take (table,
                        entente_summary_stands_format_issue (builder->chronicle, position->issue),
                        0);
    entente_summary_stands_add (stands, table, i);
    entente_table_take (table, entente_summary_stands_format_next (stands, i), 0);
  }
  heading =
    g_strdup_printf ("%s (%u)", _ ("Positions over time"), entente_table_get_n_rows (table));
  if (entente_table_get_n_rows (table) > 0)
    entente_summary_builder_add_subheading (builder, heading);
  entente_summary_builder_take_table (builder, table);
}
