/* The command line: its table of commands and what every command gets. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Wrong usage: exit status 2. Every other error is status 1. */
#define ENTENTE_CLI_USAGE (entente_cli_usage_quark ())
GQuark entente_cli_usage_quark (void);

typedef struct _EntenteCli EntenteCli;

typedef struct {
  const char *name;
  const char *usage; /* behind the name: "STUDY [--title TEXT]" */
  const char *summary; /* one sentence */
  const char *const
    *options; /* "title=" takes a value, "facets" does not; "o=" is one letter. NULL-terminated */
  guint min_arguments;
  guint max_arguments;
  gboolean takes_query; /* the words of a query too */
  gboolean takes_values; /* all words are arguments: "-0044" is a year */
  /* FALSE: exit status 1; @error unset when all was said. */
  gboolean (*run) (EntenteCli *cli, GError **error);
} EntenteCliCommand;

/* Runs the command line; the exit status. */
int entente_cli_run (int argc, char **argv);

/* ---- for commands ---- */

const char *entente_cli_get_argument (EntenteCli *cli, guint index);
guint entente_cli_get_n_arguments (EntenteCli *cli);
/* The last value of an option, or NULL; "" for an option without value. */
const char *entente_cli_get_option (EntenteCli *cli, const char *name);
/* All values, NULL-terminated, borrowed; NULL when there is none. */
const char *const *entente_cli_get_options (EntenteCli *cli, const char *name);
/* The option's value as index into @choices; the first when it is not given. Usage error else. */
gboolean entente_cli_choose (EntenteCli *cli,
                             const char *name,
                             const char *const *choices,
                             guint *choice,
                             GError **error);
/* The file that "-o" or "--output" names, else "-". */
const char *entente_cli_get_output (EntenteCli *cli);
/* The study that the first argument names. */
EntenteStudy *entente_cli_open (EntenteCli *cli, EntenteOpenMode mode, GError **error);
/* The query in the options; everything when there is none. */
EntenteQuery *entente_cli_get_query (EntenteCli *cli, EntenteStudy *study, GError **error);

/* To standard output, UTF-8 whatever the locale. */
void entente_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* A sentence to standard error. */
void entente_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* What "COMMAND --help" says. */
void entente_cli_print_command_help (const EntenteCliCommand *command);
/* @text on one line, without characters that a terminal would obey. Free. */
char *entente_cli_clean (const char *text);
/* Bytes of a file, of standard input for "-". Free. */
char *entente_cli_read (const char *path, gsize *length, GError **error);
/* Name of a file for messages. Free. */
char *entente_cli_show_name (const char *path);

/* ---- the commands: one file each group ---- */

extern const EntenteCliCommand entente_cli_new, entente_cli_import, entente_cli_import_events,
  entente_cli_import_references, entente_cli_apply, entente_cli_list, entente_cli_show,
  entente_cli_count, entente_cli_summary, entente_cli_export, entente_cli_undo, entente_cli_redo,
  entente_cli_history, entente_cli_check, entente_cli_edtf, entente_cli_suggest,
  entente_cli_import_actors, entente_cli_merge_actors, entente_cli_split_actor,
  entente_cli_unknown_names, entente_cli_relations, entente_cli_merge, entente_cli_agreement,
  entente_cli_accounts, entente_cli_send, entente_cli_log, entente_cli_recover;

G_END_DECLS
