/* The command line: which command, which words, which exit status.
 *
 * Words may stand in any order; "--" ends the options. What the words of a query are is decided by
 * entente-query-parse.c. A command does one thing and returns; everything that is said in words
 * goes through here.
 */

#include "config.h"

#include "entente-cli-rounds.h"
#include "entente-cli.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "entente-look-alikes.h"
#include "entente-query-parse.h"

enum { STATUS_DONE, STATUS_FAILED, STATUS_USAGE };

typedef struct {
  const char *name;
  const char *value;
} QueryWord;

struct _EntenteCli {
  const EntenteCliCommand *command;
  GPtrArray *arguments; /* const char * */
  GHashTable *options; /* name -> GPtrArray of const char *, NULL-terminated when parsed */
  GArray *query; /* QueryWord */
  const char *view; /* saved view that the query starts from, or NULL */
};

G_DEFINE_QUARK (entente_cli_usage, entente_cli_usage)

static const EntenteCliCommand *const commands[] = {
  &entente_cli_new,           &entente_cli_import,
  &entente_cli_import_events, &entente_cli_import_references,
  &entente_cli_import_actors, &entente_cli_unknown_names,
  &entente_cli_merge_actors,  &entente_cli_split_actor,
  &entente_cli_list,          &entente_cli_show,
  &entente_cli_apply,         &entente_cli_count,
  &entente_cli_summary,       &entente_cli_export,
  &entente_cli_undo,          &entente_cli_redo,
  &entente_cli_history,       &entente_cli_check,
  &entente_cli_edtf,          &entente_cli_suggest,
  &entente_cli_relations,     &entente_cli_merge,
  &entente_cli_agreement,     &entente_cli_accounts,
  &entente_cli_send,          &entente_cli_log,
  &entente_cli_recover,
};

static void
free_values (gpointer values)
{
  g_ptr_array_unref (values);
}

static EntenteCli *
cli_new (const EntenteCliCommand *command)
{
  EntenteCli *self = g_new0 (EntenteCli, 1);

  self->command = command;
  self->arguments = g_ptr_array_new ();
  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_values);
  self->query = g_array_new (FALSE, FALSE, sizeof (QueryWord));
  return self;
}

static void
cli_free (EntenteCli *self)
{
  g_ptr_array_unref (self->arguments);
  g_hash_table_unref (self->options);
  g_array_unref (self->query);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteCli, cli_free)

/* ---- what is said ---- */

static void
put (FILE *file, const char *format, va_list arguments)
{
  g_autofree char *text = g_strdup_vprintf (format, arguments);

  fputs (text, file);
}

void
entente_cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  put (stdout, format, arguments);
  va_end (arguments);
}

void
entente_cli_say (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  fputs ("entente-cli: ", stderr);
  put (stderr, format, arguments);
  fputc ('\n', stderr);
  va_end (arguments);
}

char *
entente_cli_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = valid; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
  }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static void
print_help (void)
{
  entente_cli_print (
    "%s\n\n",
    _ ("Usage: entente-cli COMMAND …; studies of negotiations from the command line"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    entente_cli_print ("  %-17s %s\n", commands[i]->name, gettext (commands[i]->summary));
  entente_cli_print (
    "\n%s\n",
    _ ("“entente-cli COMMAND --help” tells the words of a command; “-” stands for standard "
       "input or output. The manual is entente-cli(1)."));
}

/* ---- words ---- */

/* Takes @sentence. */
static void
set_usage_error (GError **error, const EntenteCliCommand *command, char *sentence)
{
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("%s Usage: entente-cli %s %s"),
               sentence,
               command->name,
               command->usage);
  g_free (sentence);
}

static void
add_option (EntenteCli *self, const char *name, const char *value)
{
  GPtrArray *values = g_hash_table_lookup (self->options, name);

  if (!values) {
    values = g_ptr_array_new ();
    g_hash_table_insert (self->options, (gpointer) name, values);
  } else {
    g_ptr_array_set_size (values, values->len - 1);
  }
  g_ptr_array_add (values, (gpointer) value);
  g_ptr_array_add (values, NULL);
}

/* The command's own option called @name of @length bytes, as the table has it: "title=" or
 * "facets". */
static const char *
find_option (const EntenteCliCommand *command, const char *name, gsize length)
{
  for (guint i = 0; command->options && command->options[i]; i++)
    if (strcspn (command->options[i], "=") == length &&
        strncmp (command->options[i], name, length) == 0)
      return command->options[i];
  return NULL;
}

static EntenteWordForm
find_query_word (const EntenteCliCommand *command, const char *name)
{
  if (!command->takes_query)
    return ENTENTE_WORD_UNKNOWN;
  return g_str_equal (name, "view") ? ENTENTE_WORD_VALUE : entente_query_get_word_form (name);
}

static void
add_query_word (EntenteCli *self, const char *name, const char *value)
{
  QueryWord word = { g_intern_string (name), value };

  if (g_str_equal (name, "view"))
    self->view = value;
  else
    g_array_append_val (self->query, word);
}

static void
set_unknown_option (GError **error, const EntenteCliCommand *command, const char *word)
{
  set_usage_error (error,
                   command,
                   g_strdup_printf (_ ("“%s” is no option of “%s”."), word, command->name));
}

/* One option at @words[0] with its value there or in the next word; the number of words used, 0 on
 * error. */
static guint
read_option (EntenteCli *self, char **words, GError **error)
{
  const char *name = words[0] + (words[0][1] == '-' ? 2 : 1);
  gsize length = strcspn (name, "=");
  const char *value = name[length] ? name + length + 1 : NULL;
  const char *own = find_option (self->command, name, length);
  g_autofree char *key = g_strndup (name, length);
  EntenteWordForm form = own ? (strchr (own, '=') ? ENTENTE_WORD_VALUE : ENTENTE_WORD_FLAG)
                             : find_query_word (self->command, key);
  guint used = 1;

  if (form == ENTENTE_WORD_UNKNOWN || (form == ENTENTE_WORD_FLAG && value)) {
    set_unknown_option (error, self->command, words[0]);
    return 0;
  }
  if (form == ENTENTE_WORD_VALUE && !value) {
    if (!words[1]) {
      set_usage_error (error,
                       self->command,
                       g_strdup_printf (_ ("The option “%s” needs a value."), words[0]));
      return 0;
    }
    value = words[1];
    used = 2;
  }
  if (own)
    add_option (self, g_intern_string (key), value ? value : "");
  else
    add_query_word (self, key, value);
  return used;
}

static gboolean
is_option (const EntenteCliCommand *command, const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !command->takes_values;
}

static gboolean
read_words (EntenteCli *self, char **words, GError **error)
{
  while (*words) {
    guint used = 1;

    if (g_str_equal (*words, "--")) {
      for (words++; *words; words++)
        g_ptr_array_add (self->arguments, *words);
      break;
    }
    if (!is_option (self->command, *words))
      g_ptr_array_add (self->arguments, *words);
    else if ((used = read_option (self, words, error)) == 0)
      return FALSE;
    words += used;
  }
  if (self->arguments->len < self->command->min_arguments) {
    set_usage_error (error, self->command, g_strdup (_ ("Something is missing.")));
    return FALSE;
  }
  if (self->arguments->len > self->command->max_arguments) {
    set_usage_error (
      error,
      self->command,
      g_strdup_printf (_ ("“%s” is too much."),
                       (char *) g_ptr_array_index (self->arguments, self->command->max_arguments)));
    return FALSE;
  }
  return TRUE;
}

/* ---- running ---- */

static const EntenteCliCommand *
find_command (const char *name, GError **error)
{
  const char *names[G_N_ELEMENTS (commands) + 1] = { NULL };
  g_autofree char *question = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    names[i] = commands[i]->name;
    if (g_str_equal (names[i], name))
      return commands[i];
  }
  question = entente_look_alikes_ask (name, names);
  g_set_error (error,
               ENTENTE_CLI_USAGE,
               0,
               _ ("There is no command “%s”.%s “entente-cli --help” lists all."),
               name,
               question);
  return NULL;
}

/* What stands in the buffer of standard output must get out for the command to be done. */
static gboolean
flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_FAILED,
               _ ("Standard output cannot be written: %s. Check where it goes."),
               g_strerror (errno));
  return FALSE;
}

static gboolean
run_command (char **words, GError **error)
{
  const EntenteCliCommand *command = find_command (words[0], error);
  g_autoptr (EntenteCli) cli = NULL;

  if (!command)
    return FALSE;
  if (words[1] && g_str_equal (words[1], "--help")) {
    entente_cli_print_command_help (command);
    return flush (error);
  }
  cli = cli_new (command);
  return read_words (cli, words + 1, error) && command->run (cli, error) && flush (error);
}

static gboolean
run (char **words, GError **error)
{
  if (!words[0]) {
    g_set_error (error,
                 ENTENTE_CLI_USAGE,
                 0,
                 _ ("Say what to do; “entente-cli --help” lists all commands."));
    return FALSE;
  }
  if (g_str_equal (words[0], "--help") || g_str_equal (words[0], "-h") ||
      g_str_equal (words[0], "help"))
    print_help ();
  else if (g_str_equal (words[0], "--version"))
    entente_cli_print ("entente-cli %s\n", VERSION);
  else
    return run_command (words, error);
  return flush (error);
}

int
entente_cli_run (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (argc > 0 && run (argv + 1, &error))
    return STATUS_DONE;
  fflush (stdout);
  if (error) {
    message = entente_cli_clean (error->message);
    entente_cli_say ("%s", message);
  }
  return g_error_matches (error, ENTENTE_CLI_USAGE, 0) ? STATUS_USAGE : STATUS_FAILED;
}

/* ---- for commands ---- */

const char *
entente_cli_get_argument (EntenteCli *self, guint index)
{
  return index < self->arguments->len ? g_ptr_array_index (self->arguments, index) : NULL;
}

guint
entente_cli_get_n_arguments (EntenteCli *self)
{
  return self->arguments->len;
}

const char *const *
entente_cli_get_options (EntenteCli *self, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (self->options, name);

  return values ? (const char *const *) values->pdata : NULL;
}

const char *
entente_cli_get_option (EntenteCli *self, const char *name)
{
  GPtrArray *values = g_hash_table_lookup (self->options, name);

  return values ? g_ptr_array_index (values, values->len - 2) : NULL;
}

gboolean
entente_cli_choose (EntenteCli *self,
                    const char *name,
                    const char *const *choices,
                    guint *choice,
                    GError **error)
{
  const char *value = entente_cli_get_option (self, name);
  g_autofree char *list = NULL;

  *choice = 0;
  if (!value)
    return TRUE;
  for (guint i = 0; choices[i]; i++)
    if (g_str_equal (choices[i], value)) {
      *choice = i;
      return TRUE;
    }
  list = g_strjoinv (", ", (char **) choices);
  set_usage_error (
    error,
    self->command,
    g_strdup_printf (_ ("“%s” is no value of “--%s”, which is one of: %s."), value, name, list));
  return FALSE;
}

const char *
entente_cli_get_output (EntenteCli *self)
{
  const char *path = entente_cli_get_option (self, "o");

  if (!path)
    path = entente_cli_get_option (self, "output");
  return path ? path : "-";
}

EntenteStudy *
entente_cli_open (EntenteCli *self, EntenteOpenMode mode, GError **error)
{
  return entente_study_open (entente_cli_get_argument (self, 0), mode, NULL, error);
}

/* A value that no study could have is wrong usage; a name that this study lacks is not. */
static void
blame_usage (EntenteCli *self, GError *failed, GError **error)
{
  if (g_error_matches (failed, ENTENTE_ERROR, ENTENTE_ERROR_INVALID)) {
    g_set_error_literal (error, ENTENTE_CLI_USAGE, 0, failed->message);
    g_error_free (failed);
  } else {
    g_propagate_error (error, failed);
  }
}

EntenteQuery *
entente_cli_get_query (EntenteCli *self, EntenteStudy *study, GError **error)
{
  g_autoptr (EntenteQuery) query = NULL;
  GError *failed = NULL;

  if (self->view) {
    g_autoptr (EntenteQuery) saved = entente_query_from_view (study, self->view, error);

    if (!saved)
      return NULL;
    query = entente_query_copy (saved);
  } else {
    query = entente_query_new ();
  }
  for (guint i = 0; i < self->query->len && !failed; i++) {
    const QueryWord *word = &g_array_index (self->query, QueryWord, i);
    g_autofree char *round = g_str_equal (word->name, "round")
                               ? entente_cli_find_round (study, word->value, &failed)
                               : NULL;

    if (!failed)
      entente_query_add_word (query,
                              entente_study_get_chronicle (study),
                              word->name,
                              round ? round : word->value,
                              &failed);
  }
  if (!failed)
    entente_query_check (query, &failed);
  if (failed) {
    blame_usage (self, failed, error);
    return NULL;
  }
  return g_steal_pointer (&query);
}

char *
entente_cli_show_name (const char *path)
{
  return g_str_equal (path, "-") ? g_strdup (_ ("standard input")) : g_filename_display_name (path);
}

static char *
read_standard_input (gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) != 0) {
    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0) {
      g_set_error (error,
                   ENTENTE_ERROR,
                   ENTENTE_ERROR_FAILED,
                   _ ("Standard input cannot be read: %s. Check where it comes from."),
                   g_strerror (errno));
      return NULL;
    }
    g_byte_array_append (bytes, buffer, n);
  }
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

char *
entente_cli_read (const char *path, gsize *length, GError **error)
{
  char *contents = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) failed = NULL;

  if (g_str_equal (path, "-"))
    return read_standard_input (length, error);
  if (g_file_get_contents (path, &contents, length, &failed))
    return contents;
  name = entente_cli_show_name (path);
  if (g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”; check its name."),
                 name);
  else
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 _ ("“%s” cannot be read: %s"),
                 name,
                 failed->message);
  return NULL;
}
