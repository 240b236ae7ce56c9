/* entente-cli recover: what can be read of a damaged study. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entente-cli.h"

static gboolean
run_recover (EntenteCli *cli, GError **error)
{
  const char *path = entente_cli_get_argument (cli, 0);
  const char *output = entente_cli_get_output (cli);
  gboolean is_named = !g_str_equal (output, "-");
  g_autofree char *target = is_named ? g_strdup (output) : entente_recover_get_beside (path);
  g_autoptr (GPtrArray) report = entente_recover_study (path, target, NULL, NULL, NULL, error);
  g_autofree char *name = entente_cli_show_name (target);

  if (!report)
    return FALSE;
  for (guint i = 0; i < report->len; i++) {
    g_autofree char *sentence = entente_cli_clean (g_ptr_array_index (report, i));

    entente_cli_print ("%s: %s\n", name, sentence);
  }
  return TRUE;
}

static const char *const recover_options[] = { "o=", "output=", NULL };

const EntenteCliCommand entente_cli_recover = {
  .name = "recover",
  .usage = "STUDY [-o NEW]",
  .summary = N_ ("Writes what can be read of a damaged study as a new one; STUDY stays as it is."),
  .options = recover_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_recover,
};
