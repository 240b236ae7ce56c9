/* EntenteSummary: from a filter to the document of a summary. Kinds of summary have a builder each.
 */

#include "config.h"

#include "entente-summary.h"

#include "entente-summary-private.h"
#include "entente-summary-redaction.h"
#include <glib/gi18n-lib.h>

static const struct {
  const char *nick;
  const char *label;
  gboolean (*fill) (EntenteSummaryBuilder *builder, GError **error);
  guint parts; /* EntenteSummaryParts */
} kinds[ENTENTE_N_SUMMARY_KINDS] = {
  { "chronology",
    N_ ("Chronology"),
    entente_summary_fill_chronology,
    ENTENTE_SUMMARY_FIGURE | ENTENTE_SUMMARY_TOLD | ENTENTE_SUMMARY_ANSWERS_SHOWN |
      ENTENTE_SUMMARY_UNDATED | ENTENTE_SUMMARY_FORM },
  { "dossier", N_ ("Actor Dossier"), entente_summary_fill_dossier, 0 },
  { "answers", N_ ("Answers and Silences"), entente_summary_fill_answers, 0 },
  { "positions", N_ ("Positions"), entente_summary_fill_positions, ENTENTE_SUMMARY_ON },
  { "evidence", N_ ("Evidence"), entente_summary_fill_evidence, 0 },
  { "article", N_ ("Article Brief"), entente_summary_fill_article, 0 },
};

const char *
entente_summary_kind_get_nick (EntenteSummaryKind kind)
{
  return kinds[kind].nick;
}

const char *
entente_summary_kind_get_label (EntenteSummaryKind kind)
{
  return _ (kinds[kind].label);
}

gboolean
entente_summary_kind_has (EntenteSummaryKind kind, EntenteSummaryParts part)
{
  return (kinds[kind].parts & part) != 0;
}

gboolean
entente_summary_kind_parse (const char *nick, EntenteSummaryKind *kind)
{
  for (guint i = 0; i < ENTENTE_N_SUMMARY_KINDS; i++) {
    if (g_strcmp0 (nick, kinds[i].nick) == 0) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

void
entente_summary_options_init (EntenteSummaryOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  *options = (EntenteSummaryOptions){
    .figure = TRUE,
    .told = TRUE,
    .quotes = TRUE,
    .answers = TRUE,
    .undated = TRUE,
    .shelf_days = ENTENTE_LANES_SHELF_DAYS,
    .rtl = entente_document_language_is_rtl (),
    .leave_out_private = TRUE,
    .printed_time = g_get_real_time () / G_USEC_PER_SEC,
  };
  if (epoch != NULL && *epoch != '\0')
    options->printed_time = g_ascii_strtoll (epoch, NULL, 10);
}

static void
tell_pseudonyms (EntenteSummaryBuilder *builder, guint n)
{
  g_autofree char *text = g_strdup_printf (
    ngettext ("%u actor goes by a pseudonym. Titles, summaries and quotes are as they "
              "stand in the study.",
              "%u actors go by a pseudonym. Titles, summaries and quotes are as they "
              "stand in the study.",
              n),
    n);

  if (n > 0)
    entente_summary_builder_add_text (builder, text);
}

EntenteDocument *
entente_summary_build (const EntenteSummaryOptions *options,
                       EntenteChronicle *chronicle,
                       const EntenteQuery *query,
                       EntenteBitset *rows,
                       const EntenteSummarySource *source,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (EntenteChronicle) shown = options->pseudonyms
                                         ? entente_summary_redaction_apply (chronicle)
                                         : entente_chronicle_ref (chronicle);
  EntenteSummaryBuilder builder;
  EntenteDocument *document = NULL;

  entente_summary_builder_init (&builder, options, shown, query, rows, source, cancellable);
  if (kinds[options->kind].fill (&builder, error)) {
    entente_summary_builder_add_sources (&builder);
    if (options->pseudonyms)
      tell_pseudonyms (&builder, entente_summary_redaction_count (chronicle));
    document = entente_document_ref (builder.document);
  }
  entente_summary_builder_clear (&builder);
  return document;
}
