/* EntenteSummary: from a filter to the document of a summary. Kinds of summary have a builder each. */

#include "config.h"

#include "entente-summary.h"

#include "entente-chronology.h"
#include "entente-lane-index.h"
#include <glib/gi18n-lib.h>

static const struct {
  const char *nick;
  const char *label;
} kinds[ENTENTE_N_SUMMARY_KINDS] = {
  { "chronology", N_ ("Chronology") },
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
    .leave_out_private = TRUE,
    .printed_time = g_get_real_time () / G_USEC_PER_SEC,
  };
  if (epoch != NULL && *epoch != '\0')
    options->printed_time = g_ascii_strtoll (epoch, NULL, 10);
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
  switch (options->kind) {
  case ENTENTE_SUMMARY_CHRONOLOGY:
    return entente_chronology_build (options, chronicle, query, rows, source, cancellable, error);
  case ENTENTE_N_SUMMARY_KINDS:
  default:
    g_assert_not_reached ();
  }
}
