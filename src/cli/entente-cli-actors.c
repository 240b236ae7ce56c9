/* The registry: import-actors, merge-actors, split-actor, unknown-names. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "entente-actor-merge.h"
#include "entente-actor-split.h"
#include "entente-cli.h"
#include "entente-commands.h"
#include "entente-query-names.h"
#include "entente-study-actors.h"
#include "entente-unknown-names.h"

/* ---- what they share ---- */

/* The actor that the argument names. */
static EntenteId
find_actor (EntenteCli *cli, EntenteStudy *study, guint argument, GError **error)
{
  return entente_query_find_named (entente_study_get_chronicle (study),
                                   ENTENTE_ENTITY_ACTOR,
                                   entente_cli_get_argument (cli, argument),
                                   error);
}

static void
print_clean (const char *text)
{
  g_autofree char *clean = entente_cli_clean (text);

  entente_cli_print ("%s\n", clean);
}

/* Takes @step. */
static gboolean
apply (EntenteStudy *study, EntenteStep *step, GError **error)
{
  g_autoptr (EntenteStep) owned = step;
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (study, owned, error);

  return changes != NULL;
}

static void
show_progress (gint64 done, gpointer data)
{
  if (done % 1000 != 0)
    return;
  fprintf (stderr, "\r%" G_GINT64_FORMAT, done);
  fflush (stderr);
}

static void
clear_progress (void)
{
  if (isatty (STDERR_FILENO))
    fputs ("\r\033[K", stderr);
}

/* ---- import-actors ---- */

static const char *const forms[] = { "auto", "table", "petrarch", NULL };

/* In the order of EntenteActorFile. */
static gboolean
run_import_actors (EntenteCli *cli, GError **error)
{
  const char *path = entente_cli_get_argument (cli, 1);
  g_autoptr (GFile) file =
    g_file_new_for_commandline_arg (g_str_equal (path, "-") ? "/dev/stdin" : path);
  g_autoptr (EntenteStudy) study = NULL;
  g_autoptr (EntenteActorImport) import = NULL;
  g_autofree char *words = NULL;
  guint form;

  if (!entente_cli_choose (cli, "format", forms, &form, error) ||
      !(study = entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error)))
    return FALSE;
  import = entente_study_import_actors (study,
                                        file,
                                        (EntenteActorFile) form,
                                        entente_cli_get_option (cli, "map"),
                                        isatty (STDERR_FILENO) ? show_progress : NULL,
                                        NULL,
                                        NULL,
                                        error);
  clear_progress ();
  if (!import)
    return FALSE;
  for (guint i = 0; i < import->remarks->len; i++) {
    g_autofree char *remark = entente_cli_clean (import->remarks->pdata[i]);

    entente_cli_say ("%s", remark);
  }
  words = entente_actor_import_describe (&import->counts);
  print_clean (words);
  return TRUE;
}

static const char *const import_actors_options[] = { "format=", "map=", NULL };

const EntenteCliCommand entente_cli_import_actors = {
  .name = "import-actors",
  .usage = "STUDY FILE [--format auto|table|petrarch] [--map "
           "name=1,kind=2,aliases=3,parent=4,role=5,from=6,to=7,..]",
  .summary =
    N_ ("Brings actors into a study: a table (CSV or TSV), or a dictionary in the PETRARCH "
        "form, whose dated codes become affiliations."),
  .options = import_actors_options,
  .min_arguments = 2,
  .max_arguments = 2,
  .run = run_import_actors,
};

/* ---- merge-actors ---- */

static gboolean
run_merge_actors (EntenteCli *cli, GError **error)
{
  gboolean only_preview = entente_cli_get_option (cli, "preview") != NULL;
  g_autoptr (EntenteStudy) study =
    entente_cli_open (cli, only_preview ? ENTENTE_OPEN_READ_ONLY : ENTENTE_OPEN_EXISTING, error);
  g_autoptr (EntenteActorMerge) merge = NULL;
  g_autoptr (GPtrArray) sentences = NULL;
  EntenteId kept, gone;

  if (!study || (kept = find_actor (cli, study, 1, error)) == ENTENTE_ID_NONE ||
      (gone = find_actor (cli, study, 2, error)) == ENTENTE_ID_NONE)
    return FALSE;
  merge = entente_actor_merge_read (entente_study_get_store (study), kept, gone, error);
  if (!merge)
    return FALSE;
  sentences = entente_actor_merge_describe (merge);
  if (!only_preview && !apply (study, entente_commands_merge_actors (merge), error))
    return FALSE;
  for (guint i = 0; i < sentences->len; i++)
    print_clean (sentences->pdata[i]);
  return TRUE;
}

static const char *const merge_actors_options[] = { "preview", NULL };

const EntenteCliCommand entente_cli_merge_actors = {
  .name = "merge-actors",
  .usage = "STUDY NAME OTHER [--preview]",
  .summary =
    N_ ("Makes two actors one: all that names the other names the first from then on. With "
        "--preview it only says what would move."),
  .options = merge_actors_options,
  .min_arguments = 3,
  .max_arguments = 3,
  .run = run_merge_actors,
};

/* ---- split-actor ---- */

static gboolean
choose_alias (const EntenteActorDetail *detail, const char *text, GArray *chosen, GError **error)
{
  const GPtrArray *aliases = detail->records[ENTENTE_ENTITY_ALIAS];

  for (guint i = 0; i < aliases->len; i++) {
    const EntenteAlias *alias = aliases->pdata[i];

    if (!g_str_equal (alias->text, text))
      continue;
    g_array_append_val (chosen, alias->record.id);
    return TRUE;
  }
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_NOT_FOUND,
               _ ("“%s” has no alias “%s”; “entente-cli show STUDY actor ID” lists them."),
               detail->actor->name,
               text);
  return FALSE;
}

/* Parts in the events that pass the query; none without a query. */
static gboolean
choose_parts (EntenteCli *cli,
              EntenteStudy *study,
              const EntenteActorDetail *detail,
              GArray *chosen,
              GError **error)
{
  const GPtrArray *parts = detail->records[ENTENTE_ENTITY_PARTICIPATION];
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  g_autoptr (EntenteQuery) query = entente_cli_get_query (cli, study, error);
  g_autoptr (EntenteBitset) rows = NULL;

  if (!query || entente_query_is_empty (query))
    return query != NULL;
  rows = entente_study_match (study, query, error);
  for (guint i = 0; rows && i < parts->len; i++) {
    const EntenteParticipation *part = parts->pdata[i];
    guint row = entente_chronicle_find_row (chronicle, part->event);

    if (row != ENTENTE_NO_INDEX && entente_bitset_contains (rows, row))
      g_array_append_val (chosen, part->record.id);
  }
  return rows != NULL;
}

static gboolean
choose_all (EntenteCli *cli,
            EntenteStudy *study,
            const EntenteActorDetail *detail,
            GArray *chosen,
            GError **error)
{
  const char *const *aliases = entente_cli_get_options (cli, "alias");

  for (guint i = 0; aliases && aliases[i]; i++)
    if (!choose_alias (detail, aliases[i], chosen, error))
      return FALSE;
  return choose_parts (cli, study, detail, chosen, error);
}

static gboolean
run_split_actor (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = entente_cli_open (cli, ENTENTE_OPEN_EXISTING, error);
  EntenteId actor = study ? find_actor (cli, study, 1, error) : ENTENTE_ID_NONE;
  g_autoptr (EntenteActorDetail) detail =
    actor != ENTENTE_ID_NONE
      ? entente_actor_detail_read (entente_study_get_store (study), actor, error)
      : NULL;
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_autoptr (EntenteActor) fresh = entente_actor_new ();
  EntenteStep *step;

  if (!detail || !choose_all (cli, study, detail, chosen, error))
    return FALSE;
  fresh->name = g_strdup (entente_cli_get_argument (cli, 2));
  fresh->kind = detail->actor->kind;
  step = entente_commands_split_actor (detail, fresh, chosen, error);
  if (!step || !apply (study, step, error))
    return FALSE;
  entente_cli_print (ngettext ("%u record moved\n", "%u records moved\n", chosen->len),
                     chosen->len);
  return TRUE;
}

static const char *const split_actor_options[] = { "alias=", NULL };

const EntenteCliCommand entente_cli_split_actor = {
  .name = "split-actor",
  .usage = "STUDY NAME NEW-NAME [--alias TEXT].. [QUERY]",
  .summary =
    N_ ("Makes a new actor of a part of one: the aliases named, and its parts in the events "
        "that pass the query."),
  .options = split_actor_options,
  .min_arguments = 3,
  .max_arguments = 3,
  .takes_query = TRUE,
  .run = run_split_actor,
};

/* ---- unknown-names ---- */

static gboolean
run_unknown_names (EntenteCli *cli, GError **error)
{
  g_autoptr (EntenteStudy) study = entente_cli_open (cli, ENTENTE_OPEN_READ_ONLY, error);
  g_autoptr (GPtrArray) names =
    study ? entente_study_read_unknown_names (study, NULL, NULL, NULL, error) : NULL;

  for (guint i = 0; names && i < names->len; i++) {
    const EntenteUnknownName *name = names->pdata[i];
    g_autofree char *shown = entente_cli_clean (name->name);
    g_autofree char *sentence = entente_cli_clean (name->sentence);

    entente_cli_print ("%u\t%s\t%s\t%s\n",
                       name->n_mentions,
                       shown,
                       entente_enum_nick (ENTENTE_ENUM_ACTOR_KIND, name->kind),
                       sentence);
  }
  return names != NULL;
}

const EntenteCliCommand entente_cli_unknown_names = {
  .name = "unknown-names",
  .usage = "STUDY",
  .summary =
    N_ ("Lists who is named in the articles without being an actor of the study: how often, "
        "what kind, and the first sentence."),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run_unknown_names,
};
