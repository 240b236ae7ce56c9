/* Evidence: what is denied, contested or withdrawn, with all sides in their own words; what one
 * report alone carries; reprints that count once; moves that rest on nothing; and notes of articles
 * that name no source.
 */

#include "config.h"

#include "entente-summary-private.h"

#include "entente-claims-compare.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- moves of which voices disagree ---- */

/* "Reuters denies" as a term, the claim with its source as what is said. */
static void
add_claim (EntenteSummaryBuilder *builder,
           EntenteTable *table,
           const EntenteEventDetail *detail,
           guint i)
{
  const EntenteClaim *claim = g_ptr_array_index (detail->claims, i);
  EntenteCitationStyle style = entente_summary_builder_get_style (builder);
  g_autofree char *voice = entente_claims_describe_voice (builder->chronicle, detail, i);
  const char *stance = entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance);
  g_autofree char *cited = NULL;

  style.quotes = TRUE;
  cited = entente_citation_format_claim (detail, i, &style);
  entente_table_take (table, g_strdup_printf ("%s: %s", voice, stance), 0);
  entente_table_take (table, g_strdup_printf ("%s.", cited), 0);
}

/* "5 May 2031 (Reuters); 7 May 2031 (The Quay)": a thing in which claims exclude each other. Who
 * asserts and who denies stands beside each claim already. */
static char *
format_values (EntenteSummaryBuilder *builder,
               const EntenteEventDetail *detail,
               const EntenteClaimsField *field)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < field->values->len; i++) {
    const EntenteClaimsValue *value = g_ptr_array_index (field->values, i);

    g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", value->text);
    for (guint j = 0; j < value->claims->len; j++) {
      g_autofree char *voice =
        entente_claims_describe_voice (builder->chronicle,
                                       detail,
                                       g_array_index (value->claims, guint, j));
      g_string_append_printf (out, j == 0 ? " (%s" : ", %s", voice);
    }
    if (value->claims->len > 0)
      g_string_append_c (out, ')');
  }
  return g_string_free (out, FALSE);
}

static void
add_conflicts (EntenteSummaryBuilder *builder,
               EntenteTable *table,
               const EntenteEventDetail *detail,
               const GPtrArray *fields)
{
  for (guint i = 0; i < fields->len; i++) {
    const EntenteClaimsField *field = g_ptr_array_index (fields, i);

    if (field->relation != ENTENTE_CLAIMS_CONFLICT || field->id == ENTENTE_CLAIMS_STANCE)
      continue;
    entente_table_take (table, g_strdup (entente_claims_field_get_label (field)), 0);
    entente_table_take (table, format_values (builder, detail, field), 0);
  }
}

/* A move with all that is said of it. */
void
entente_summary_add_sides (EntenteSummaryBuilder *builder,
                           guint row,
                           const EntenteEventDetail *detail)
{
  EntenteTable *table = entente_table_new_definitions ();
  g_autoptr (GPtrArray) fields = entente_claims_compare (builder->chronicle, detail);
  EntenteEvidence evidence = entente_chronicle_get_evidence (builder->chronicle, row);
  g_autofree char *explained = entente_claims_explain (evidence, fields);
  g_autofree char *heading =
    g_strdup_printf (C_ ("number, date and title of a move", "%u · %s · %s"),
                     builder->numbers[row],
                     builder->moves[row].when,
                     builder->moves[row].title);

  entente_summary_builder_add_subheading (builder, heading);
  if (explained != NULL)
    entente_summary_builder_add_text (builder, explained);
  for (guint i = 0; i < detail->claims->len; i++)
    add_claim (builder, table, detail, i);
  add_conflicts (builder, table, detail, fields);
  entente_summary_builder_take_table (builder, table);
}

/* ---- lists of moves ---- */

static EntenteTable *
make_table (const char *last)
{
  const EntenteColumn columns[] = { { C_ ("head of a column", "No."), 0.06 },
                                    { _ ("Date"), 0.20 },
                                    { _ ("Move"), 0.42 },
                                    { last, 0.32 } };

  return entente_table_new (columns, G_N_ELEMENTS (columns));
}

/* Who tells of the move, each once. Free. */
static char *
format_voices (EntenteSummaryBuilder *builder, const EntenteEventDetail *detail)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < detail->claims->len; i++) {
    g_autofree char *voice = entente_claims_describe_voice (builder->chronicle, detail, i);

    if (voice != NULL && !g_ptr_array_find_with_equal_func (names, voice, g_str_equal, NULL))
      g_ptr_array_add (names, g_steal_pointer (&voice));
  }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* ---- one pass for each section, since details are not kept ---- */

typedef struct {
  EntenteTable *table; /* of moves; or NULL: sides are told */
} Section;

static void
visit (EntenteSummaryBuilder *builder, guint row, const EntenteEventDetail *detail, gpointer data)
{
  Section *section = data;

  if (section->table == NULL) {
    entente_summary_add_sides (builder, row, detail);
    return;
  }
  entente_summary_builder_add_number (builder, section->table, row);
  entente_summary_builder_add_date (builder, section->table, row);
  entente_summary_builder_add_move (builder, section->table, row);
  entente_table_take (section->table, format_voices (builder, detail), 0);
}

static EntenteBitset *
find_rows (const EntenteSummaryBuilder *builder, EntenteEvidence evidence)
{
  const EntenteBitset *rows = builder->document->rows;
  EntenteBitset *found = entente_bitset_new (rows->n_rows);

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    if (entente_chronicle_get_evidence (builder->chronicle, row) == evidence)
      entente_bitset_add (found, row);
  return found;
}

static const struct {
  EntenteEvidence evidence;
  const char *heading;
  const char *explanation; /* or NULL */
  const char *voices; /* head of the last column; NULL: all sides are told */
} sections[] = {
  { ENTENTE_EVIDENCE_DENIED, N_ ("Denied"), NULL, NULL },
  { ENTENTE_EVIDENCE_CONTESTED, N_ ("Contested"), NULL, NULL },
  { ENTENTE_EVIDENCE_WITHDRAWN, N_ ("Withdrawn"), NULL, NULL },
  { ENTENTE_EVIDENCE_SINGLE,
    N_ ("One report"),
    N_ ("Nobody else is known to tell of these moves."),
    N_ ("Told by") },
  { ENTENTE_EVIDENCE_SAME_ORIGIN,
    N_ ("Reprints"),
    N_ ("Several tell of these moves, but all go back to one report."),
    N_ ("Told by") },
  { ENTENTE_EVIDENCE_NONE,
    N_ ("No report"),
    N_ ("Nobody tells of these moves, or only with reserve."),
    N_ ("Told by") },
};

static gboolean
add_section (EntenteSummaryBuilder *builder, guint i, GError **error)
{
  g_autoptr (EntenteBitset) rows = find_rows (builder, sections[i].evidence);
  Section section = { NULL };
  guint n = entente_bitset_count (rows);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", _ (sections[i].heading), n);
  gboolean complete;

  if (n == 0)
    return TRUE;
  entente_summary_builder_add_heading (builder, heading);
  if (sections[i].explanation != NULL)
    entente_summary_builder_add_text (builder, _ (sections[i].explanation));
  if (sections[i].voices != NULL)
    section.table = make_table (_ (sections[i].voices));
  complete = entente_summary_builder_read (builder, rows, visit, &section, error);
  if (section.table != NULL)
    entente_summary_builder_take_table (builder, section.table);
  return complete;
}

/* ---- notes of articles ---- */

static gboolean
lacks_source (const EntenteFootnote *footnote)
{
  gboolean dated = footnote->cited_date != NULL && entente_date_is_dated (footnote->cited_date);
  gboolean named = footnote->cited_source != NULL && *footnote->cited_source != '\0';

  return !dated && !named;
}

static void
add_footnotes (EntenteSummaryBuilder *builder, EntenteTable *table, EntenteId article)
{
  const EntenteArticleDetail *detail = entente_summary_builder_get_article (builder, article);

  for (guint i = 0; detail != NULL && i < detail->footnotes->len; i++) {
    const EntenteFootnote *footnote = g_ptr_array_index (detail->footnotes, i);

    if (!lacks_source (footnote))
      continue;
    entente_table_take (
      table,
      g_strdup (detail->article->title != NULL ? detail->article->title : _ ("Unnamed article")),
      0);
    entente_table_take (table, g_strdup (footnote->marker != NULL ? footnote->marker : "?"), 0);
    entente_table_take (table, g_strdup (footnote->text != NULL ? footnote->text : ""), 0);
  }
}

static void
add_all_footnotes (EntenteSummaryBuilder *builder)
{
  const EntenteColumn columns[] = { { _ ("Article"), 0.34 },
                                    { _ ("Note"), 0.08 },
                                    { _ ("What it says"), 0.58 } };
  EntenteTable *table = entente_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (EntenteSources) cited =
    entente_sources_new (builder->chronicle, builder->document->rows);

  for (guint i = 0; i < entente_sources_get_n (cited); i++)
    add_footnotes (builder, table, entente_sources_get_article (cited, i)->record.id);
  if (entente_table_get_n_rows (table) > 0)
    entente_summary_builder_add_heading (builder, _ ("Notes of articles without a source"));
  entente_summary_builder_take_table (builder, table);
}

static void
add_lead (EntenteSummaryBuilder *builder)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < (guint) entente_enum_count (ENTENTE_ENUM_EVIDENCE); i++) {
    g_autoptr (EntenteBitset) rows = find_rows (builder, i);
    guint n = entente_bitset_count (rows);

    if (n > 0)
      g_string_append_printf (out,
                              "%s%u %s",
                              out->len > 0 ? " · " : "",
                              n,
                              entente_enum_label (ENTENTE_ENUM_EVIDENCE, i));
  }
  if (out->len > 0)
    entente_summary_builder_add_text (builder, out->str);
  if (builder->document->source != NULL)
    entente_summary_builder_add_text (builder, builder->document->source);
  g_string_free (out, TRUE);
}

gboolean
entente_summary_fill_evidence (EntenteSummaryBuilder *builder, GError **error)
{
  entente_summary_builder_set_title (builder, _ ("How well the moves are attested"));
  add_lead (builder);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (!add_section (builder, i, error))
      return FALSE;
  add_all_footnotes (builder);
  return TRUE;
}
