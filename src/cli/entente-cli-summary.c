/* entente-cli summary and suggest: not built yet. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entente-cli.h"

static gboolean
run_later (EntenteCli *cli, GError **error)
{
  g_set_error (error, ENTENTE_ERROR, ENTENTE_ERROR_FAILED, _ ("This command is not built yet."));
  return FALSE;
}

static const char *const summary_options[] = { "kind=", "format=", "o=", "output=", NULL };

const EntenteCliCommand entente_cli_summary = {
  .name = "summary",
  .usage = "STUDY [--kind chronology|dossier|answers|positions|evidence|poster] [QUERY] "
           "[--format pdf|text|markdown|html] [-o FILE]",
  .summary = N_ ("Writes a summary."),
  .options = summary_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes_query = TRUE,
  .run = run_later,
};

static const char *const suggest_options[] = { "jsonl", "published=", "accept", NULL };

const EntenteCliCommand entente_cli_suggest = {
  .name = "suggest",
  .usage = "[--jsonl] [--published EDTF] FILE | --accept STUDY ARTICLE",
  .summary = N_ ("Tells what can be read out of a text, or enters it."),
  .options = suggest_options,
  .min_arguments = 1,
  .max_arguments = 2,
  .run = run_later,
};
