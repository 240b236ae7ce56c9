/* EntenteChronology: every event that the filter shows, in order, with date, parties, evidence, answers and note.
 *
 * One pass over the rows; details are read one event at a time, so memory grows with the document only.
 */

#include "config.h"

#include "entente-chronology.h"

#include "entente-citation.h"
#include "entente-entry-facts.h"
#include "entente-lane-index.h"
#include "entente-order-words.h"
#include <glib/gi18n-lib.h>

typedef struct {
  const EntenteSummaryOptions *options;
  EntenteChronicle *chronicle;
  const EntenteSummarySource *source;
  EntenteDocument *document;
  EntenteLaneIndex *lanes; /* which says what is undated: what is on the shelf of the timeline */
  guint *numbers; /* of the entry of each row, 0 for none */
  GHashTable *texts; /* id of article -> EntenteArticleDetail */
  EntenteId only_article; /* when all claims rest on one article */
} Builder;

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
format_title (const EntenteChronicle *chronicle, const EntenteBitset *rows)
{
  g_autofree char *years = format_years (chronicle, rows);

  if (years == NULL)
    return g_strdup (_ ("Who moved, and who answered"));
  return g_strdup_printf (_ ("Who moved, and who answered, in %s"), years);
}

static char *
format_printed (gint64 seconds)
{
  EntenteDay day = entente_time_get_day (seconds);
  g_autoptr (EntenteDate) date = entente_date_new_day (day.year, day.month, day.day);

  return entente_date_format (date);
}

static char *
format_imprint (const Builder *builder)
{
  const EntenteSummaryOptions *options = builder->options;
  guint n_articles = entente_chronicle_get_n_articles (builder->chronicle);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, options->version);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, ngettext ("%u article.", "%u articles.", n_articles), n_articles);
  g_string_append_c (out, ' ');
  if (options->coder != NULL && *options->coder != '\0')
    g_string_append_printf (out,
                            _ ("Version %s of the study, coded by %s, printed %s."),
                            version,
                            options->coder,
                            builder->document->printed);
  else
    g_string_append_printf (out,
                            _ ("Version %s of the study, printed %s."),
                            version,
                            builder->document->printed);
  return g_string_free (out, FALSE);
}

static void
describe_document (Builder *builder, const EntenteQuery *query, guint n)
{
  EntenteDocument *document = builder->document;
  guint total = entente_chronicle_get_n_rows (builder->chronicle);

  document->study = g_strdup (builder->options->study);
  document->kind = g_strdup (entente_summary_kind_get_label (builder->options->kind));
  document->title = format_title (builder->chronicle, document->rows);
  document->filter = entente_query_format (query, builder->chronicle);
  document->counts =
    g_strdup_printf (ngettext ("%u of %u event", "%u of %u events", total), n, total);
  document->coder = g_strdup (builder->options->coder);
  document->printed_time = builder->options->printed_time;
  document->printed = format_printed (document->printed_time);
  document->imprint = format_imprint (builder);
}

/* ---- what the notes need ---- */

static const char *
get_actor_name (gpointer data, EntenteId actor)
{
  Builder *builder = data;
  guint32 index = actor != ENTENTE_ID_NONE
                    ? entente_chronicle_find_actor (builder->chronicle, actor)
                    : ENTENTE_NO_INDEX;

  return index == ENTENTE_NO_INDEX ? NULL
                                   : entente_chronicle_get_actor (builder->chronicle, index)->name;
}

static const char *
get_text (gpointer data, EntenteId revision, EntenteId article)
{
  Builder *builder = data;
  EntenteArticleDetail *detail = g_hash_table_lookup (builder->texts, &article);

  if (detail == NULL) {
    EntenteId *key = g_memdup2 (&article, sizeof article);

    detail = builder->source->read_article (builder->source->data, article, NULL);
    if (detail == NULL) {
      g_free (key);
      return NULL;
    }
    g_hash_table_insert (builder->texts, key, detail);
  }
  if (detail->revision == NULL || detail->revision->record.id != revision)
    return NULL;
  return detail->revision->text;
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
head_notes (Builder *builder)
{
  guint32 index;
  g_autofree char *citation = NULL;

  if (builder->only_article == ENTENTE_ID_NONE)
    return;
  index = entente_chronicle_find_article (builder->chronicle, builder->only_article);
  citation =
    entente_citation_format_article (entente_chronicle_get_article (builder->chronicle, index));
  builder->document->source = g_strdup_printf (_ ("All notes: %s."), citation);
}

/* ---- entries ---- */

static char *
dup_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
set_date (EntenteEntry *entry, const EntenteDate *when, gboolean told)
{
  entry->when = entente_date_format (when);
  entry->edtf = g_strdup (when->edtf);
  entry->told = told ? dup_or_null (when->wording) : NULL;
  entry->bound = dup_or_null (when->bound_reason);
}

static EntenteEntry *
make_entry (Builder *builder, guint row, const EntenteEventDetail *detail)
{
  EntenteEntry *entry = g_new0 (EntenteEntry, 1);
  g_autoptr (EntenteDate) when =
    entente_order_bound_date (builder->chronicle, detail, builder->options->leave_out_private);
  EntenteEntryFacts facts = { builder->chronicle,
                              row,
                              builder->numbers,
                              builder->options->answers };
  EntenteCitationStyle style = {
    .quotes = builder->options->quotes,
    .name_source = builder->only_article == ENTENTE_ID_NONE,
    .actor_name = get_actor_name,
    .text = get_text,
    .data = builder,
  };
  char *note = entente_citation_format (detail, &style);

  entry->number = builder->numbers[row];
  entry->row = row;
  entry->event = detail->event->record.id;
  set_date (entry, when, builder->options->told);
  entry->glyph = entente_glyph_for (entente_chronicle_get_kind (builder->chronicle, row),
                                    entente_chronicle_get_evidence (builder->chronicle, row),
                                    detail->event->mode);
  entry->title = dup_or_null (detail->event->title);
  if (entry->title == NULL)
    entry->title = entente_chronicle_describe (builder->chronicle, row);
  entry->facts = entente_entry_facts_format (&facts, detail);
  entry->summary = dup_or_null (detail->event->summary);
  if (note != NULL)
    entry->note = entente_document_take_note (builder->document, note);
  return entry;
}

static gboolean
add_rows (Builder *builder, gboolean dated, GCancellable *cancellable, GError **error)
{
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1)) {
    g_autoptr (EntenteEventDetail) detail = NULL;

    if (entente_lane_index_is_on_shelf (builder->lanes, row) == dated)
      continue;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    detail = builder->source->read_event (builder->source->data,
                                          entente_chronicle_get_id (builder->chronicle, row),
                                          error);
    if (detail == NULL)
      return FALSE;
    entente_document_take_entry (builder->document, make_entry (builder, row, detail));
  }
  return TRUE;
}

static gboolean
add_undated (Builder *builder, GCancellable *cancellable, GError **error)
{
  guint n = builder->document->n_undated;

  if (n == 0)
    return TRUE;
  if (!builder->options->undated) {
    entente_document_take_block (
      builder->document,
      ENTENTE_BLOCK_TEXT,
      g_strdup_printf (
        ngettext ("%u undated move is not shown.", "%u undated moves are not shown.", n),
        n));
    return TRUE;
  }
  entente_document_take_block (builder->document, ENTENTE_BLOCK_HEADING, g_strdup (_ ("Undated")));
  return add_rows (builder, FALSE, cancellable, error);
}

/* ---- the whole ---- */

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
number_rows (Builder *builder, gboolean dated, guint number)
{
  const EntenteBitset *rows = builder->document->rows;

  for (guint row = entente_bitset_next (rows, 0); row != G_MAXUINT;
       row = entente_bitset_next (rows, row + 1))
    if (entente_lane_index_is_on_shelf (builder->lanes, row) != dated)
      builder->numbers[row] = number++;
  return number;
}

static void
number_all (Builder *builder)
{
  guint n_rows = builder->document->rows->n_rows;
  guint next;

  builder->numbers = g_new0 (guint, MAX (n_rows, 1));
  next = number_rows (builder, TRUE, 1);
  builder->document->n_undated = number_rows (builder, FALSE, next) - next;
}

EntenteDocument *
entente_chronology_build (const EntenteSummaryOptions *options,
                          EntenteChronicle *chronicle,
                          const EntenteQuery *query,
                          EntenteBitset *rows,
                          const EntenteSummarySource *source,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (EntenteBitset) kept = select_rows (chronicle, rows, options->leave_out_private);
  g_autoptr (EntenteDocument) document = entente_document_new (chronicle, kept);
  g_autoptr (GHashTable) texts =
    g_hash_table_new_full (g_int64_hash,
                           g_int64_equal,
                           g_free,
                           (GDestroyNotify) entente_article_detail_unref);
  g_autoptr (EntenteLaneIndex) lanes = entente_lane_index_new (chronicle, options->shelf_days);
  Builder builder = { options, chronicle, source, document,
                      lanes,   NULL,      texts,  find_only_article (chronicle, kept) };
  guint n_kept = entente_bitset_count (kept);
  gboolean complete;

  document->lanes = g_strdup (options->lanes);
  number_all (&builder);
  describe_document (&builder, query, n_kept);
  head_notes (&builder);
  if (options->figure && document->n_undated < n_kept)
    entente_document_take_block (document, ENTENTE_BLOCK_FIGURE, NULL);
  complete =
    add_rows (&builder, TRUE, cancellable, error) && add_undated (&builder, cancellable, error);
  g_free (builder.numbers);
  return complete ? g_steal_pointer (&document) : NULL;
}
