/* Article brief: for each article what it is, which moves it alone tells of, which others tell of
 * too, and where others contradict it.
 */

#include "config.h"

#include "entente-summary-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  EntenteSummaryBuilder *builder;
  guint32 article; /* index */
  EntenteTable *alone, *shared;
} Brief;

/* ---- which articles tell of a move ---- */

static gboolean
is_told_by (const EntenteChronicle *chronicle, guint row, guint32 article)
{
  guint n;
  const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (voices[i].article == article)
      return TRUE;
  return FALSE;
}

static const char *
get_article_name (const EntenteChronicle *chronicle, guint32 article)
{
  const EntenteArticle *record = entente_chronicle_get_article (chronicle, article);

  if (record->title != NULL && *record->title != '\0')
    return record->title;
  return _ ("Unnamed article");
}

/* Titles of the other articles that tell of it; NULL when there is none. Free. */
static char *
format_others (const EntenteChronicle *chronicle, guint row, guint32 article)
{
  guint n;
  const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *out = NULL;

  for (guint i = 0; i < n; i++) {
    guint32 other = voices[i].article;

    if (other == article || other == ENTENTE_NO_INDEX ||
        !g_hash_table_add (seen, GUINT_TO_POINTER (other)))
      continue;
    if (out == NULL)
      out = g_string_new (NULL);
    if (out->len > 0)
      g_string_append (out, ", ");
    g_string_append_printf (out, _ ("“%s”"), get_article_name (chronicle, other));
  }
  return out != NULL ? g_string_free (out, FALSE) : NULL;
}

static EntenteBitset *
find_rows (const EntenteSummaryBuilder *builder, guint32 article)
{
  const EntenteBitset *rows = builder->document->rows;
  EntenteBitset *found = entente_bitset_new (rows->n_rows);

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    if (is_told_by (builder->chronicle, row, article))
      entente_bitset_add (found, row);
  return found;
}

/* ---- what it is ---- */

static void
add_definition (EntenteTable *table, const char *term, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  entente_table_take (table, g_strdup (term), 0);
  entente_table_take (table, g_strdup (text), 0);
}

static void
add_date (EntenteTable *table, const char *term, const EntenteDate *date)
{
  g_autofree char *text = NULL;

  if (date == NULL || !entente_date_is_dated (date))
    return;
  text = entente_date_format (date);
  add_definition (table, term, text);
}

static void
add_record (EntenteSummaryBuilder *builder, const EntenteArticle *article)
{
  EntenteTable *table = entente_table_new_definitions ();
  guint32 outlet = entente_chronicle_find_actor (builder->chronicle, article->publication);
  guint32 origin = entente_chronicle_find_article (builder->chronicle, article->origin);

  add_definition (table, _ ("Authors"), article->authors);
  add_definition (table,
                  _ ("Published in"),
                  article->publication_name != NULL || outlet == ENTENTE_NO_INDEX
                    ? article->publication_name
                    : entente_chronicle_get_actor (builder->chronicle, outlet)->name);
  add_date (table, _ ("Published on"), article->published);
  add_date (table, _ ("Retrieved on"), article->retrieved);
  add_definition (table, _ ("Address"), article->url);
  if (origin != ENTENTE_NO_INDEX)
    add_definition (table, _ ("Reprint of"), get_article_name (builder->chronicle, origin));
  add_definition (table, _ ("Remark"), article->note);
  entente_summary_builder_take_table (builder, table);
}

/* ---- what it tells ---- */

/* How the article tells of the move: "reportedly", "denies"; "" for a plain assertion. Free. */
static char *
format_telling (const Brief *brief, const EntenteEventDetail *detail)
{
  EntenteId article =
    entente_chronicle_get_article (brief->builder->chronicle, brief->article)->record.id;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < detail->claims->len; i++) {
    const EntenteClaim *claim = g_ptr_array_index (detail->claims, i);
    const EntenteArticle *in = g_ptr_array_index (detail->articles, i);

    if (in == NULL || in->record.id != article)
      continue;
    g_string_append_printf (out,
                            "%s%s",
                            out->len > 0 ? "; " : "",
                            entente_enum_label (ENTENTE_ENUM_STANCE, claim->stance));
    if (claim->hedge != ENTENTE_HEDGE_NONE)
      g_string_append_printf (out, " (%s)", entente_enum_label (ENTENTE_ENUM_HEDGE, claim->hedge));
  }
  return g_string_free (out, FALSE);
}

static void
visit (EntenteSummaryBuilder *builder, guint row, const EntenteEventDetail *detail, gpointer data)
{
  Brief *brief = data;
  char *others = format_others (builder->chronicle, row, brief->article);
  EntenteTable *table = others != NULL ? brief->shared : brief->alone;

  entente_summary_builder_add_number (builder, table, row);
  entente_summary_builder_add_date (builder, table, row);
  /* Notes are numbered when the tables are in the order in which they are read. */
  entente_table_take (table, g_strdup (builder->moves[row].title), row + 1);
  entente_table_take (table, format_telling (brief, detail), 0);
  if (others != NULL)
    entente_table_take (table, others, 0);
}

static void
cite_rows (EntenteSummaryBuilder *builder, EntenteTable *table)
{
  for (guint i = 0; i < table->cells->len; i++) {
    EntenteCell *cell = g_ptr_array_index (table->cells, i);

    if (cell->note > 0)
      cell->note = entente_summary_builder_cite (builder, cell->note - 1);
  }
}

static void
add_part (EntenteSummaryBuilder *builder, const char *heading, EntenteTable *table)
{
  guint n = entente_table_get_n_rows (table);
  g_autofree char *counted = g_strdup_printf ("%s (%u)", heading, n);

  cite_rows (builder, table);
  if (n > 0)
    entente_summary_builder_add_subheading (builder, counted);
  entente_summary_builder_take_table (builder, table);
}

/* ---- what contradicts it ---- */

static EntenteBitset *
find_disputed (const EntenteSummaryBuilder *builder, const EntenteBitset *rows)
{
  EntenteBitset *found = entente_bitset_new (rows->n_rows);

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEvidence evidence = entente_chronicle_get_evidence (builder->chronicle, row);

    if (evidence == ENTENTE_EVIDENCE_CONTESTED || evidence == ENTENTE_EVIDENCE_DENIED ||
        evidence == ENTENTE_EVIDENCE_WITHDRAWN)
      entente_bitset_add (found, row);
  }
  return found;
}

static void
visit_disputed (EntenteSummaryBuilder *builder,
                guint row,
                const EntenteEventDetail *detail,
                gpointer data)
{
  entente_summary_add_sides (builder, row, detail);
}

static gboolean
add_disputed (EntenteSummaryBuilder *builder, const EntenteBitset *rows, GError **error)
{
  g_autoptr (EntenteBitset) disputed = find_disputed (builder, rows);

  if (entente_bitset_count (disputed) == 0) {
    entente_summary_builder_add_text (builder, _ ("Nothing in the study contradicts it."));
    return TRUE;
  }
  entente_summary_builder_add_subheading (builder, _ ("What others contradict"));
  return entente_summary_builder_read (builder, disputed, visit_disputed, NULL, error);
}

/* ---- the whole ---- */

static EntenteTable *
make_table (gboolean shared)
{
  const EntenteColumn columns[] = { { C_ ("head of a column", "No."), 0.06 },
                                    { _ ("Date"), 0.20 },
                                    { _ ("Move"), shared ? 0.32 : 0.50 },
                                    { _ ("How it is told"), shared ? 0.17 : 0.24 },
                                    { _ ("Also told by"), 0.25 } };

  return entente_table_new (columns, shared ? 5 : 4);
}

static gboolean
add_article (EntenteSummaryBuilder *builder, const EntenteArticle *article, GError **error)
{
  guint32 index = entente_chronicle_find_article (builder->chronicle, article->record.id);
  g_autoptr (EntenteBitset) rows = find_rows (builder, index);
  Brief brief = { builder, index, make_table (FALSE), make_table (TRUE) };
  gboolean complete = entente_summary_builder_read (builder, rows, visit, &brief, error);
  guint n = entente_bitset_count (rows);
  guint total = entente_bitset_count (builder->document->rows);
  g_autofree char *text = g_strdup_printf (ngettext ("It tells of %u of %u event shown here.",
                                                     "It tells of %u of %u events shown here.",
                                                     total),
                                           n,
                                           total);

  entente_summary_builder_add_heading (builder, get_article_name (builder->chronicle, index));
  add_record (builder, article);
  entente_summary_builder_add_text (builder, text);
  add_part (builder, _ ("What no other article tells"), brief.alone);
  add_part (builder, _ ("What others tell too"), brief.shared);
  return complete && add_disputed (builder, rows, error);
}

gboolean
entente_summary_fill_article (EntenteSummaryBuilder *builder, GError **error)
{
  const GArray *chosen = builder->query->articles;
  g_autoptr (EntenteSources) cited =
    entente_sources_new (builder->chronicle, builder->document->rows);
  gboolean any = FALSE;

  entente_summary_builder_set_title (builder, _ ("What the articles tell"));
  for (guint i = 0; i < entente_sources_get_n (cited); i++) {
    const EntenteArticle *article = entente_sources_get_article (cited, i);

    if (chosen != NULL && chosen->len > 0 && !entente_query_has_id (chosen, article->record.id))
      continue;
    any = TRUE;
    if (!add_article (builder, article, error))
      return FALSE;
  }
  if (!any)
    entente_summary_builder_add_text (builder, _ ("These events rest on no article."));
  return TRUE;
}
