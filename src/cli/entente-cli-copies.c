/* entente-cli merge, agreement: two copies of one study. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>

#include "entente-cli.h"
#include "entente-copy-agreement.h"
#include "entente-copy-merge.h"

/* ---- merge ---- */

static const char *const decisions[] = { "list", "mine", "theirs", NULL };

enum { LIST, MINE, THEIRS };

static char *
write_side (const char *value, const char *coder, gint64 time)
{
  g_autoptr (GDateTime) moment = time < 0 ? NULL : g_date_time_new_from_unix_utc (time);
  g_autofree char *when = moment ? g_date_time_format (moment, "%F") : g_strdup ("");
  g_autofree char *text = g_strdup_printf ("%s%s%s%s%s%s",
                                           value,
                                           coder || *when ? " (" : "",
                                           coder ? coder : "",
                                           coder && *when ? ", " : "",
                                           when,
                                           coder || *when ? ")" : "");

  return entente_cli_clean (text);
}

/* One line each, told apart by tabs: record, title, field, mine, theirs. */
static void
print_conflicts (const GPtrArray *conflicts)
{
  for (guint i = 0; i < conflicts->len; i++) {
    const EntenteCopyConflict *conflict = conflicts->pdata[i];
    g_autofree char *title = entente_cli_clean (conflict->title);
    g_autofree char *mine = write_side (conflict->mine, conflict->my_coder, conflict->my_time);
    g_autofree char *theirs =
      write_side (conflict->theirs, conflict->their_coder, conflict->their_time);

    entente_cli_print ("%s:%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n",
                       entente_entity_nick (conflict->key.entity),
                       conflict->key.id,
                       title,
                       conflict->field ? conflict->field : "",
                       mine,
                       theirs);
  }
}

/* FALSE without an error: all was said. */
static gboolean
carry_out (EntenteStudy *study, const EntenteCopyMerge *merge, guint decision, GError **error)
{
  guint n = entente_copy_merge_get_conflicts (merge)->len;
  g_autofree EntenteCopyChoice *choices = g_new0 (EntenteCopyChoice, n + 1);
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) local = NULL;

  if (n > 0 && decision == LIST) {
    entente_cli_say (
      ngettext ("%u conflict; nothing was merged. Decide it in the window, or all alike "
                "with --conflicts mine or theirs.",
                "%u conflicts; nothing was merged. Decide them in the window, or all "
                "alike with --conflicts mine or theirs.",
                n),
      n);
    return FALSE;
  }
  for (guint i = 0; i < n; i++)
    choices[i] = decision == THEIRS ? ENTENTE_COPY_THEIRS : ENTENTE_COPY_MINE;
  step = entente_copy_merge_create_step (merge, choices, &local);
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  changes = step ? entente_study_apply (study, step, error) : NULL;
  return !step || changes;
}

static gboolean
run_merge (EntenteCli *cli, GError **error)
{
  gboolean dry = entente_cli_get_option (cli, "dry-run") != NULL;
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteCopyMerge) merge = NULL;
  g_autofree char *described = NULL;
  guint decision;

  if (!entente_cli_choose (cli, "conflicts", decisions, &decision, error) ||
      !(study =
          entente_cli_open (cli, dry ? ENTENTE_OPEN_READ_ONLY : ENTENTE_OPEN_EXISTING, error)))
    return FALSE;
  merge = entente_copy_merge_read (entente_study_get_store (study),
                                   entente_cli_get_argument (cli, 1),
                                   NULL,
                                   NULL,
                                   error);
  if (!merge)
    return FALSE;
  described = entente_copy_merge_describe (merge);
  entente_cli_print ("%s\n", described);
  if (!entente_copy_merge_has_history (merge))
    entente_cli_say (_ ("The files share no history: every difference is a conflict."));
  if (decision == LIST || dry)
    print_conflicts (entente_copy_merge_get_conflicts (merge));
  return dry || carry_out (study, merge, decision, error);
}

static const char *const merge_options[] = { "conflicts=", "dry-run", NULL };

const EntenteCliCommand entente_cli_merge = {
  .name = "merge",
  .usage = "STUDY OTHER [--conflicts list|mine|theirs] [--dry-run]",
  .summary = N_ ("Takes over what somebody did in another copy of the study, as one step."),
  .options = merge_options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run_merge,
};

/* ---- agreement ---- */

static json_t *
write_json (const EntenteAgreement *agreement)
{
  return json_pack ("{s:o, s:i, s:i}",
                    "alpha",
                    agreement->is_defined ? json_real (agreement->alpha) : json_null (),
                    "units",
                    (int) agreement->n_units,
                    "values",
                    (int) agreement->n_values);
}

static void
print_json (const EntenteCopyAgreement *agreement)
{
  json_t *object = json_pack ("{s:i, s:i, s:i, s:i, s:i, s:o, s:o, s:o, s:o}",
                              "pairs",
                              (int) agreement->n_pairs,
                              "by-passage",
                              (int) agreement->n_by_passage,
                              "alike",
                              (int) agreement->n_alike,
                              "only-mine",
                              (int) agreement->n_only_mine,
                              "only-theirs",
                              (int) agreement->n_only_theirs,
                              "kinds",
                              write_json (&agreement->kinds),
                              "dates",
                              write_json (&agreement->dates),
                              "actors",
                              write_json (&agreement->actors),
                              "links",
                              write_json (&agreement->links));
  char *text = json_dumps (object, JSON_INDENT (2) | JSON_REAL_PRECISION (6));

  entente_cli_print ("%s\n", text);
  free (text);
  json_decref (object);
}

static void
print_line (const char *name, const EntenteAgreement *agreement)
{
  g_autofree char *text = entente_copy_agreement_format (agreement);

  entente_cli_print ("%s\t%s\n", name, text);
}

static gboolean
run_agreement (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error);
  EntenteCopyAgreement agreement;
  g_autofree char *described = NULL;

  if (!study || !entente_copy_agreement_read (entente_study_get_store (study),
                                              entente_cli_get_argument (cli, 1),
                                              NULL,
                                              &agreement,
                                              error))
    return FALSE;
  if (entente_cli_get_option (cli, "json")) {
    print_json (&agreement);
    return TRUE;
  }
  described = entente_copy_agreement_describe (&agreement);
  entente_cli_print ("%s\n", described);
  print_line (_ ("Kinds"), &agreement.kinds);
  print_line (_ ("Dates"), &agreement.dates);
  print_line (_ ("Actors"), &agreement.actors);
  print_line (_ ("Links"), &agreement.links);
  return TRUE;
}

static const char *const agreement_options[] = { "json", NULL };

const EntenteCliCommand entente_cli_agreement = {
  .name = "agreement",
  .usage = "STUDY OTHER [--json]",
  .summary = N_ ("How far the coders of two copies agree, as Krippendorff's alpha."),
  .options = agreement_options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run_agreement,
};
