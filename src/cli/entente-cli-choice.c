/* Options of a summary, laid upon a template where one is named. */
#include "config.h"

#include "entente-cli-choice.h"

#include "entente-cli-pages.h"
#include "entente-cli-positions.h"
#include "entente-redaction-list.h"
#include "entente-templates.h"

#include <glib/gi18n-lib.h>

static const char *const forms[] = { "full", "short", "columns", NULL };
static const char *const citations[] = { "notes", "author-date", NULL };

/* ---- the template ---- */

/* The ones that there are are the mend. */
static void
tell_missing (const GPtrArray *templates, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < templates->len; i++) {
    const EntenteTemplate *known = g_ptr_array_index (templates, i);

    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", known->name);
  }
  if (templates->len > 0)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_NOT_FOUND,
                 _ ("There is no template “%s” in this study; there are %s."),
                 name,
                 names->str);
  else
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_NOT_FOUND,
                 _ ("There is no template “%s”, and no other in this study; save one in the window "
                    "“Print Summary”."),
                 name);
}

static gboolean
take_template (EntenteStudy *study, const char *name, EntentePrintChoice *choice, GError **error)
{
  g_autoptr (GPtrArray) templates = entente_study_list_templates (study, error);
  const EntenteTemplate *found = templates ? entente_templates_find (templates, name) : NULL;
  g_autoptr (GHashTable) words = found ? entente_template_options_parse (found->options) : NULL;

  if (found && entente_print_choice_set_kind (choice, found->kind)) {
    entente_print_choice_take_words (choice, words);
    return TRUE;
  }
  if (found)
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_INVALID,
                 _ ("The template “%s” is of a kind that this version does not know; choose "
                    "another one."),
                 found->name);
  else if (templates)
    tell_missing (templates, name, error);
  return FALSE;
}

/* ---- options ---- */

/* The day of --on, which only positions are asked about. */
static gboolean
choose_day (EntenteCli *cli, EntentePrintChoice *choice, GError **error)
{
  if (!entente_cli_get_option (cli, "on"))
    return TRUE;
  if (!choice->poster && entente_summary_kind_has (choice->summary.kind, ENTENTE_SUMMARY_ON))
    return entente_cli_get_day (cli, &choice->summary.on, error);
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("--on is the day of a summary of positions: add “--kind positions”."));
  return FALSE;
}

static gboolean
choose_summary (EntenteCli *cli, EntenteSummaryOptions *options, GError **error)
{
  guint style = options->citations;
  guint form = options->form;

  if (!entente_cli_choose_given (cli, "citations", citations, &style, error) ||
      !entente_cli_choose_given (cli, "form", forms, &form, error) ||
      !entente_cli_get_direction (cli, &options->rtl, error))
    return FALSE;
  options->form = form;
  options->citations = style;
  if (entente_cli_get_option (cli, "pseudonyms"))
    options->pseudonyms = TRUE;
  return TRUE;
}

static gboolean
choose_kind (EntenteCli *cli, EntentePrintChoice *choice, GError **error)
{
  const char *nick = entente_cli_get_option (cli, "kind");

  if (!nick || entente_print_choice_set_kind (choice, nick))
    return TRUE;
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("There is no summary of kind “%s”; there are %s."),
               nick,
               "chronology, dossier, answers, positions, evidence, article, poster");
  return FALSE;
}

/* The paper of a poster is looked at when it is drawn. */
static gboolean
choose_style (EntenteCli *cli,
              const EntentePrintChoice *choice,
              EntentePageStyle *style,
              GError **error)
{
  entente_print_choice_get_style (choice, style);
  return choice->poster || entente_cli_get_page_style (cli, style, error);
}

gboolean
entente_cli_get_choice (EntenteCli *cli,
                        EntenteStudy *study,
                        EntentePrintChoice *choice,
                        EntentePageStyle *style,
                        GError **error)
{
  const char *name = entente_cli_get_option (cli, "template");

  entente_print_choice_init (choice);
  if (study && name && !take_template (study, name, choice, error))
    return FALSE;
  if (!choose_kind (cli, choice, error) || !choose_summary (cli, &choice->summary, error))
    return FALSE;
  if (name && !study)
    return TRUE; /* what else makes sense depends on the template */
  return choose_day (cli, choice, error) && choose_style (cli, choice, style, error);
}

/* ---- what leaves ---- */

static char **
read_titles (gpointer study, const EntenteId *events, guint n, GError **error)
{
  return entente_study_read_titles (study, events, n, error);
}

/* All titles that a poster may show. */
static gboolean
search_titles (EntenteStudy *study,
               const EntenteBitset *rows,
               EntenteRedactionList *list,
               GError **error)
{
  const EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  guint n = entente_bitset_count (rows), row = entente_bitset_next (rows, 0);
  g_autofree EntenteId *ids = g_new (EntenteId, n);
  g_autofree char **titles = NULL;

  for (guint i = 0; i < n; i++, row = entente_bitset_next (rows, row + 1))
    ids[i] = entente_chronicle_get_id (chronicle, row);
  if (n > 0 && !(titles = entente_study_read_titles (study, ids, n, error)))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    entente_redaction_list_search_text (list, _ ("Title"), titles[i]);
    g_free (titles[i]);
  }
  return TRUE;
}

static void
tell (const EntenteRedactionList *list, EntenteRedactionType type, gboolean all)
{
  guint n = entente_redaction_list_count (list, type);
  g_autofree char *sentence = entente_redaction_list_describe (list, type);

  if (n == 0)
    return;
  if (!all) {
    entente_cli_say (_ ("%s; --list-redactions lists them."), sentence);
    return;
  }
  entente_cli_say ("%s:", sentence);
  for (guint i = 0; i < n; i++) {
    g_autofree char *line = entente_redaction_format (entente_redaction_list_get (list, type, i));
    g_autofree char *clean = entente_cli_clean (line);

    entente_cli_say ("  %s", clean);
  }
}

gboolean
entente_cli_tell_redactions (EntenteCli *cli,
                             EntenteStudy *study,
                             const EntenteBitset *rows,
                             const EntentePrintChoice *choice,
                             const EntenteDocument *document,
                             GError **error)
{
  const EntenteRedactionOptions options = { choice->summary.leave_out_private,
                                            choice->summary.pseudonyms,
                                            read_titles,
                                            study };
  gboolean all = entente_cli_get_option (cli, "list-redactions") != NULL;
  g_autoptr (EntenteRedactionList) list =
    entente_redaction_list_new (&options, entente_study_get_chronicle (study), rows, error);
  g_autofree char *events = NULL;

  if (!list || (!document && !search_titles (study, rows, list, error)))
    return FALSE;
  if (document)
    entente_redaction_list_search_document (list, document, NULL);
  events = entente_redaction_list_describe_events (list);
  if (all)
    entente_cli_say ("%s.", events);
  for (guint type = 0; type < ENTENTE_N_REDACTIONS; type++)
    if (all || type == ENTENTE_REDACTION_PRIVATE || type == ENTENTE_REDACTION_STANDS)
      tell (list, type, all);
  return TRUE;
}
