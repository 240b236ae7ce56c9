/* entente-cli undo, redo, history, check: the journal and the health of a study.
 *
 * They need no chronicle, so they open the store alone.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-cli-past.h"
#include "entente-cli.h"

static EntenteStore *
open_store (EntenteCli *cli, EntenteOpenMode mode, GError **error)
{
  return entente_store_open (entente_cli_get_argument (cli, 0), mode, NULL, error);
}

/* ---- undo and redo ---- */

/* A label is what a study says; one of a stranger may hold what a terminal obeys. */
static char *
clean_label (const EntenteChangeSet *changes)
{
  return entente_cli_clean (changes && changes->label ? changes->label : "");
}

static gboolean
run_undo (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStore) store = open_store (cli, ENTENTE_OPEN_EXISTING, error);
  g_autoptr (EntenteChangeSet) changes = store ? entente_store_undo (store, error) : NULL;
  g_autofree char *label = clean_label (changes);

  if (changes)
    entente_cli_print (_ ("Undone: %s\n"), label);
  return changes != NULL;
}

const EntenteCliCommand entente_cli_undo = {
  .name = "undo",
  .usage = "STUDY",
  .summary = N_ ("Takes the last step back."),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_undo,
};

static gboolean
run_redo (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStore) store = open_store (cli, ENTENTE_OPEN_EXISTING, error);
  g_autoptr (EntenteChangeSet) changes = store ? entente_store_redo (store, error) : NULL;
  g_autofree char *label = clean_label (changes);

  if (changes)
    entente_cli_print (_ ("Done again: %s\n"), label);
  return changes != NULL;
}

const EntenteCliCommand entente_cli_redo = {
  .name = "redo",
  .usage = "STUDY",
  .summary = N_ ("Does the step again that was taken back last."),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_redo,
};

/* ---- history ---- */

static char *
write_time (gint64 time)
{
  g_autoptr (GDateTime) moment = time < 0 ? NULL : g_date_time_new_from_unix_utc (time);

  return moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static char *
write_state (const EntenteJournalEntry *entry)
{
  if (entry->undoes)
    return g_strdup_printf (_ ("undoes %ld"), (glong) entry->undoes);
  if (entry->redoes)
    return g_strdup_printf (_ ("redoes %ld"), (glong) entry->redoes);
  return g_strdup (entry->undone ? _ ("undone") : "");
}

static gboolean
run_history (EntenteCli *cli, GError **error)
{
  const char *record = entente_cli_get_option (cli, "record");
  g_autoptr (EntenteStore) store = open_store (cli, ENTENTE_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (store && record)
    return entente_cli_print_past (store,
                                   record,
                                   entente_cli_get_option (cli, "json") != NULL,
                                   error);
  entries = store ? entente_store_get_history (store, error) : NULL;
  for (guint i = 0; entries && i < entries->len; i++) {
    const EntenteJournalEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *time = write_time (entry->time);
    g_autofree char *label = entente_cli_clean (entry->label ? entry->label : "");
    g_autofree char *coder = entente_cli_clean (entry->coder ? entry->coder : "");
    g_autofree char *state = write_state (entry);

    entente_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\n",
                       entry->number,
                       time,
                       coder,
                       label,
                       state);
  }
  return entries != NULL;
}

static const char *const history_options[] = { "record=", "json", NULL };

const EntenteCliCommand entente_cli_history = {
  .name = "history",
  .usage = "STUDY [--record TYPE:ID [--json]]",
  .summary =
    N_ ("Lists all steps, oldest first: number, time, coder, step, and whether it is undone."),
  .options = history_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_history,
};

/* ---- check ---- */

/* FALSE when something is wrong. */
static gboolean
print_findings (EntenteStore *store, const char *path, GError **error)
{
  g_autoptr (GPtrArray) findings = entente_store_check (store, error);
  g_autoptr (GPtrArray) orders = NULL;
  g_autofree char *name = entente_cli_show_name (path);

  if (!findings)
    return FALSE;
  /* Orders are read with everything else, which only a whole file allows. */
  if (findings->len == 0) {
    if (!(orders = entente_study_check_orders (store, error)))
      return FALSE;
    g_ptr_array_extend_and_steal (findings, g_steal_pointer (&orders));
  }
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *finding = entente_cli_clean (g_ptr_array_index (findings, i));

    entente_cli_print ("%s: %s\n", name, finding);
  }
  if (findings->len == 0)
    entente_cli_print (_ ("%s: all is well\n"), name);
  return findings->len == 0;
}

/* "talks.entente" becomes "talks-repaired.entente". */
static char *
make_repaired_path (const char *path)
{
  const char *end = g_str_has_suffix (path, ".entente") ? ".entente" : "";
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (end));

  return g_strconcat (stem, "-repaired", end, NULL);
}

/* What is there stays as it is: all is done in a copy, at the place that -o names. */
static gboolean
repair (EntenteCli *cli, EntenteStore *store, const char *path, GError **error)
{
  const char *output = entente_cli_get_output (cli);
  g_autofree char *target =
    g_str_equal (output, "-") ? make_repaired_path (path) : g_strdup (output);
  g_autofree char *name = entente_cli_show_name (target);
  g_autoptr (GPtrArray) mended = entente_store_repair (store, target, NULL, error);
  g_autoptr (EntenteStore) copy = NULL;

  if (!mended)
    return FALSE;
  for (guint i = 0; i < mended->len; i++) {
    g_autofree char *finding = entente_cli_clean (g_ptr_array_index (mended, i));

    entente_cli_print ("%s: %s\n", name, finding);
  }
  copy = entente_store_open (target, ENTENTE_OPEN_EXISTING, NULL, error);
  return copy && print_findings (copy, target, error);
}

/* What cannot even be opened is no matter of mending. */
static gboolean
name_recover (GError *reason, GError **error)
{
  g_propagate_error (error, reason);
  if (error && g_error_matches (*error, ENTENTE_ERROR, ENTENTE_ERROR_CORRUPT)) {
    g_autofree char *message = (*error)->message;

    (*error)->message =
      g_strdup_printf (_ ("%s What can be read of it “entente-cli recover” writes as a new study."),
                       message);
  }
  return FALSE;
}

static gboolean
run_check (EntenteCli *cli, GError **error)
{
  const char *path = entente_cli_get_argument (cli, 0);
  gboolean repairs = entente_cli_get_option (cli, "repair") != NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (EntenteStore) store = open_store (cli, ENTENTE_OPEN_READ_ONLY, &failed);
  gboolean is_well = store && print_findings (store, path, &failed);

  if (!failed && repairs)
    return repair (cli, store, path, error);
  if (!failed)
    return is_well;
  return name_recover (g_steal_pointer (&failed), error);
}

static const char *const check_options[] = { "repair", "o=", "output=", NULL };

const EntenteCliCommand entente_cli_check = {
  .name = "check",
  .usage = "STUDY [--repair [-o NEW]]",
  .summary = N_ ("Checks file, schema, references and search index; --repair makes a mended copy."),
  .options = check_options,
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_check,
};
