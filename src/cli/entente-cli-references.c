/* entente-cli import-references, and export as a list of references. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-bibliography.h"
#include "entente-cli-references.h"
#include "entente-references.h"

static const char *const formats[] = { "auto", "ris", "bibtex", "csl-json", NULL };

static gboolean
read_file (EntenteCli *cli, const char *path, GPtrArray *references, GError **error)
{
  gsize length;
  g_autofree char *bytes = entente_cli_read (path, &length, error);
  g_autofree char *name = entente_cli_show_name (path);
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) read = NULL;
  EntenteBibliographyFormat format;
  guint choice;

  if (!bytes || !entente_cli_choose (cli, "format", formats, &choice, error))
    return FALSE;
  format = choice > 0 ? choice - 1 : 0;
  if (choice == 0 && !entente_bibliography_find_format (bytes, length, name, &format, error))
    return FALSE;
  read = entente_bibliography_read (bytes, length, name, format, notices, error);
  if (!read)
    return FALSE;
  for (guint i = 0; i < notices->len; i++)
    entente_cli_say ("%s", (char *) notices->pdata[i]);
  for (guint i = 0; i < read->len; i++)
    g_ptr_array_add (references, entente_article_ref (read->pdata[i]));
  return TRUE;
}

/* All files are read before the study is touched. */
static gboolean
run_import_references (EntenteCli *cli, GError **error)
{
  g_autoptr (GPtrArray) references = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  EntenteReferenceCounts counts;

  for (guint i = 1; i < entente_cli_get_n_arguments (cli); i++)
    if (!read_file (cli, entente_cli_get_argument (cli, i), references, error))
      return FALSE;
  study = entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error);
  if (!study)
    return FALSE;
  step = entente_references_merge (entente_study_get_chronicle (study), references, &counts);
  if (step->changes->len > 0)
    changes = entente_study_apply (study, step, error);
  if (step->changes->len > 0 && !changes)
    return FALSE;
  entente_cli_print (_ ("%u added, %u filled in, %u known\n"),
                     counts.n_added,
                     counts.n_filled,
                     counts.n_known);
  return TRUE;
}

static const char *const options[] = { "format=", NULL };

const EntenteCliCommand entente_cli_import_references = {
  .name = "import-references",
  .usage = "STUDY FILE... [--format auto|ris|bibtex|csl-json]",
  .summary = N_ ("Brings what is known of articles into a study: RIS, BibTeX, CSL-JSON."),
  .options = options,
  .min_arguments = 2,
  .max_arguments = G_MAXUINT,
  .run = run_import_references,
};

/* ---- out ---- */

static gboolean
write_references (EntenteCli *cli,
                  EntenteStudy *study,
                  const EntenteBitset *rows,
                  EntenteExport *output,
                  EntenteBibliographyFormat format,
                  GError **error)
{
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (GPtrArray) articles = NULL;
  g_autofree char *text = NULL;

  if (!query)
    return FALSE;
  articles = entente_references_collect (entente_study_get_chronicle (study),
                                         entente_query_is_empty (query) ? NULL : rows);
  text = entente_bibliography_write (articles, format);
  entente_export_write (output, text, strlen (text));
  return TRUE;
}

gboolean
entente_cli_write_ris (EntenteCli *cli,
                       EntenteStudy *study,
                       const EntenteBitset *rows,
                       EntenteExport *output,
                       GError **error)
{
  return write_references (cli, study, rows, output, ENTENTE_BIBLIOGRAPHY_RIS, error);
}

gboolean
entente_cli_write_bibtex (EntenteCli *cli,
                          EntenteStudy *study,
                          const EntenteBitset *rows,
                          EntenteExport *output,
                          GError **error)
{
  return write_references (cli, study, rows, output, ENTENTE_BIBLIOGRAPHY_BIBTEX, error);
}

gboolean
entente_cli_write_csl_json (EntenteCli *cli,
                            EntenteStudy *study,
                            const EntenteBitset *rows,
                            EntenteExport *output,
                            GError **error)
{
  return write_references (cli, study, rows, output, ENTENTE_BIBLIOGRAPHY_CSL_JSON, error);
}
