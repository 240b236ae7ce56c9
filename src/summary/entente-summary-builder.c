/* The shared part of builders: what a document is of, and moves as blocks mention them. */

#include "config.h"

#include "entente-summary-builder.h"

#include "entente-order-words.h"
#include <glib/gi18n-lib.h>

/* ---- what the document is about ---- */

static char *
format_years (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    gint64 place = entente_chronicle_get_place (chronicle, row);

    if (place == ENTENTE_TIME_MAX)
      break;
    first = MIN (first, entente_time_get_day (place).year);
    last = MAX (last, entente_time_get_day (place).year);
  }
  if (first > last)
    return NULL;
  if (first == last)
    return g_strdup_printf ("%" G_GINT64_FORMAT, first);
  return g_strdup_printf ("%" G_GINT64_FORMAT "–%" G_GINT64_FORMAT, first, last);
}

static char *
format_printed (gint64 seconds)
{
  EntenteDay day = entente_time_get_day (seconds);
  g_autoptr (EntenteDate) date = entente_date_new_day (day.year, day.month, day.day);

  return entente_date_format (date);
}

/* "Version 41 of the study, coded by R. K., printed 14 March 2019" */
static char *
format_edition (const EntenteSummaryBuilder *builder)
{
  const EntenteSummaryOptions *options = builder->options;
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, options->version);

  if (options->coder != NULL && *options->coder != '\0')
    return g_strdup_printf (_ ("Version %s of the study, coded by %s, printed %s"),
                            version,
                            options->coder,
                            builder->document->printed);
  return g_strdup_printf (_ ("Version %s of the study, printed %s"),
                          version,
                          builder->document->printed);
}

static char *
format_imprint (const EntenteSummaryBuilder *builder)
{
  guint n_articles = entente_chronicle_get_n_articles (builder->chronicle);
  g_autofree char *articles =
    g_strdup_printf (ngettext ("%u article.", "%u articles.", n_articles), n_articles);

  return g_strdup_printf ("%s %s.", articles, builder->document->edition);
}

static void
describe_document (EntenteSummaryBuilder *builder, guint n)
{
  EntenteDocument *document = builder->document;
  guint total = entente_chronicle_get_n_rows (builder->chronicle);

  document->study = g_strdup (builder->options->study);
  document->kind = g_strdup (entente_summary_kind_get_label (builder->options->kind));
  document->filter = entente_query_format (builder->query, builder->chronicle);
  document->counts =
    g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", total), n, total);
  document->rtl = builder->options->rtl;
  document->coder = g_strdup (builder->options->coder);
  document->printed_time = builder->options->printed_time;
  document->printed = format_printed (document->printed_time);
  document->edition = format_edition (builder);
  document->imprint = format_imprint (builder);
}

/* ---- what the notes need ---- */

static const char *
get_actor_name (gpointer data, EntenteId actor)
{
  EntenteSummaryBuilder *builder = data;
  guint32 index = actor != ENTENTE_ID_NONE
                    ? entente_chronicle_find_actor (builder->chronicle, actor)
                    : ENTENTE_NO_INDEX;

  return index == ENTENTE_NO_INDEX ? NULL
                                   : entente_chronicle_get_actor (builder->chronicle, index)->name;
}

const EntenteArticleDetail *
entente_summary_builder_get_article (EntenteSummaryBuilder *builder, EntenteId article)
{
  EntenteArticleDetail *detail = g_hash_table_lookup (builder->texts, &article);

  if (detail == NULL) {
    detail = builder->source->read_article (builder->source->data, article, NULL);
    if (detail != NULL)
      g_hash_table_insert (builder->texts, g_memdup2 (&article, sizeof article), detail);
  }
  return detail;
}

static const char *
get_text (gpointer data, EntenteId revision, EntenteId article)
{
  const EntenteArticleDetail *detail = entente_summary_builder_get_article (data, article);

  if (detail == NULL || detail->revision == NULL || detail->revision->record.id != revision)
    return NULL;
  return detail->revision->text;
}

static const char *
get_short_source (gpointer data, const EntenteArticle *article)
{
  EntenteSummaryBuilder *builder = data;

  return entente_sources_get_label (builder->sources, article->record.id);
}

static EntenteId
find_only_article (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  guint32 only = ENTENTE_NO_INDEX;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    guint n;
    const EntenteVoice *voices = entente_chronicle_get_voices (chronicle, row, &n);

    for (guint i = 0; i < n; i++) {
      if (voices[i].article == ENTENTE_NO_INDEX ||
          (only != ENTENTE_NO_INDEX && only != voices[i].article))
        return ENTENTE_ID_NONE;
      only = voices[i].article;
    }
  }
  return only == ENTENTE_NO_INDEX ? ENTENTE_ID_NONE
                                  : entente_chronicle_get_article (chronicle, only)->record.id;
}

static void
head_notes (EntenteSummaryBuilder *builder)
{
  guint32 index;
  g_autofree char *citation = NULL;

  g_clear_pointer (&builder->document->source, g_free);
  if (builder->only_article == ENTENTE_ID_NONE)
    return;
  index = entente_chronicle_find_article (builder->chronicle, builder->only_article);
  citation =
    builder->sources != NULL
      ? g_strdup (entente_sources_get_label (builder->sources, builder->only_article))
      : entente_citation_format_article (entente_chronicle_get_article (builder->chronicle, index));
  builder->document->source = g_strdup_printf (_ ("All notes: %s."), citation);
}

/* @rows without private events, when these are left out. */
static EntenteBitset *
select_rows (const EntenteChronicle *chronicle, EntenteBitset *rows, gboolean leave_out_private)
{
  EntenteBitset *kept = entente_bitset_new (rows->n_rows);

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    EntenteEventRow event;

    entente_chronicle_get_row (chronicle, row, &event);
    if (!leave_out_private || !(event.flags & ENTENTE_ROW_PRIVATE))
      entente_bitset_add (kept, row);
  }
  return kept;
}

/* Numbers the rows from @number; returns the next. */
static guint
number_rows (EntenteSummaryBuilder *builder, gboolean dated, guint number)
{
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    if (entente_lane_index_is_on_shelf (builder->lanes, row) != dated)
      builder->numbers[row] = number++;
  return number;
}

static void
number_all (EntenteSummaryBuilder *builder)
{
  guint n_rows = builder->document->rows->n_rows;
  guint next;

  builder->numbers = g_new0 (guint, MAX (n_rows, 1));
  next = number_rows (builder, TRUE, 1);
  builder->document->n_undated = number_rows (builder, FALSE, next) - next;
}

void
entente_summary_builder_init (EntenteSummaryBuilder *builder,
                              const EntenteSummaryOptions *options,
                              EntenteChronicle *chronicle,
                              const EntenteQuery *query,
                              EntenteBitset *rows,
                              const EntenteSummarySource *source,
                              GCancellable *cancellable)
{
  g_autoptr (EntenteBitset) kept = select_rows (chronicle, rows, options->leave_out_private);

  *builder = (EntenteSummaryBuilder){
    .options = options,
    .chronicle = chronicle,
    .query = query,
    .source = source,
    .cancellable = cancellable,
    .document = entente_document_new (chronicle, kept),
    .lanes = entente_lane_index_new (chronicle, options->shelf_days),
    .moves = g_new0 (EntenteMove, MAX (kept->n_rows, 1)),
    .texts = g_hash_table_new_full (g_int64_hash,
                                    g_int64_equal,
                                    g_free,
                                    (GDestroyNotify) entente_article_detail_unref),
    .only_article = find_only_article (chronicle, kept),
  };
  if (options->citations == ENTENTE_CITATIONS_AUTHOR_DATE)
    builder->sources = entente_sources_new (chronicle, kept);
  builder->document->lanes = g_strdup (options->lanes);
  number_all (builder);
  describe_document (builder, entente_bitset_count (kept));
  head_notes (builder);
}

void
entente_summary_builder_clear (EntenteSummaryBuilder *builder)
{
  for (guint row = 0; row < builder->document->rows->n_rows; row++) {
    g_free (builder->moves[row].title);
    g_free (builder->moves[row].when);
    g_free (builder->moves[row].cited);
  }
  g_free (builder->moves);
  g_free (builder->numbers);
  g_hash_table_unref (builder->texts);
  g_clear_pointer (&builder->sources, entente_sources_free);
  entente_lane_index_unref (builder->lanes);
  entente_document_unref (builder->document);
}

void
entente_summary_builder_set_cited (EntenteSummaryBuilder *builder, const EntenteBitset *articles)
{
  guint32 first = entente_bitset_next (articles, 0);

  builder->only_article = entente_bitset_count (articles) == 1
                            ? entente_chronicle_get_article (builder->chronicle, first)->record.id
                            : ENTENTE_ID_NONE;
  if (builder->sources != NULL) {
    entente_sources_free (builder->sources);
    builder->sources = entente_sources_new_of (builder->chronicle, articles);
  }
  head_notes (builder);
}

void
entente_summary_builder_set_title (EntenteSummaryBuilder *builder, const char *title)
{
  EntenteDocument *document = builder->document;
  g_autofree char *years = format_years (builder->chronicle, document->rows);

  g_free (document->title);
  document->title =
    years == NULL ? g_strdup (title) : g_strdup_printf (_ ("%s, in %s"), title, years);
}

/* ---- reading ---- */

EntenteCitationStyle
entente_summary_builder_get_style (EntenteSummaryBuilder *builder)
{
  return (EntenteCitationStyle){
    .quotes = builder->options->quotes,
    .name_source = builder->only_article == ENTENTE_ID_NONE,
    .actor_name = get_actor_name,
    .text = get_text,
    .short_source = builder->sources != NULL ? get_short_source : NULL,
    .data = builder,
  };
}

EntenteDate *
entente_summary_builder_get_date (EntenteSummaryBuilder *builder, const EntenteEventDetail *detail)
{
  return entente_order_bound_date (builder->chronicle, detail, builder->options->leave_out_private);
}

EntenteEventDetail *
entente_summary_builder_read_row (EntenteSummaryBuilder *builder, guint row, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (builder->cancellable, error))
    return NULL;
  return builder->source->read_event (builder->source->data,
                                      entente_chronicle_get_id (builder->chronicle, row),
                                      error);
}

static void
keep_move (EntenteSummaryBuilder *builder, guint row, const EntenteEventDetail *detail)
{
  EntenteMove *move = &builder->moves[row];
  EntenteCitationStyle style = entente_summary_builder_get_style (builder);
  g_autoptr (EntenteDate) when = entente_summary_builder_get_date (builder, detail);

  if (move->title != NULL)
    return;
  move->title = entente_order_format_title (builder->chronicle, detail->event);
  move->when = entente_date_format (when);
  move->cited = entente_citation_format (detail, &style);
}

gboolean
entente_summary_builder_read (EntenteSummaryBuilder *builder,
                              const EntenteBitset *rows,
                              EntenteSummaryVisit visit,
                              gpointer data,
                              GError **error)
{
  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    g_autoptr (EntenteEventDetail) detail = entente_summary_builder_read_row (builder, row, error);

    if (detail == NULL)
      return FALSE;
    keep_move (builder, row, detail);
    if (visit != NULL)
      visit (builder, row, detail, data);
  }
  return TRUE;
}

guint
entente_summary_builder_cite (EntenteSummaryBuilder *builder, guint row)
{
  EntenteMove *move = &builder->moves[row];

  if (move->note == 0 && move->cited != NULL)
    move->note = entente_document_take_note (builder->document, g_steal_pointer (&move->cited));
  return move->note;
}

/* ---- blocks ---- */

void
entente_summary_builder_add_heading (EntenteSummaryBuilder *builder, const char *text)
{
  entente_document_take_block (builder->document, ENTENTE_BLOCK_HEADING, g_strdup (text));
}

void
entente_summary_builder_add_subheading (EntenteSummaryBuilder *builder, const char *text)
{
  entente_document_take_block (builder->document, ENTENTE_BLOCK_SUBHEADING, g_strdup (text));
}

void
entente_summary_builder_add_text (EntenteSummaryBuilder *builder, const char *text)
{
  entente_document_take_block (builder->document, ENTENTE_BLOCK_TEXT, g_strdup (text));
}

void
entente_summary_builder_take_table (EntenteSummaryBuilder *builder, EntenteTable *table)
{
  EntenteBlockType type =
    table->columns[0].head != NULL ? ENTENTE_BLOCK_TABLE : ENTENTE_BLOCK_DEFINITIONS;

  if (entente_table_get_n_rows (table) == 0)
    entente_table_free (table);
  else
    entente_document_take_table (builder->document, type, table);
}

void
entente_summary_builder_add_number (EntenteSummaryBuilder *builder, EntenteTable *table, guint row)
{
  entente_table_add_number (table, builder->numbers[row], row);
}

void
entente_summary_builder_add_date (EntenteSummaryBuilder *builder, EntenteTable *table, guint row)
{
  entente_table_take (table, g_strdup (builder->moves[row].when), 0);
}

void
entente_summary_builder_add_move (EntenteSummaryBuilder *builder, EntenteTable *table, guint row)
{
  entente_table_take (table,
                      g_strdup (builder->moves[row].title),
                      entente_summary_builder_cite (builder, row));
}

void
entente_summary_builder_add_sources (EntenteSummaryBuilder *builder)
{
  EntenteTable *table;

  if (builder->sources == NULL || entente_sources_get_n (builder->sources) == 0)
    return;
  table = entente_table_new_definitions ();
  for (guint i = 0; i < entente_sources_get_n (builder->sources); i++) {
    const EntenteArticle *article = entente_sources_get_article (builder->sources, i);

    entente_table_take (table,
                        g_strdup (entente_sources_get_label (builder->sources, article->record.id)),
                        0);
    entente_table_take (table, entente_citation_format_article (article), 0);
  }
  entente_summary_builder_add_heading (builder, _ ("Sources"));
  entente_summary_builder_take_table (builder, table);
}
