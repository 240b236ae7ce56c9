/* The help of one command: its words, what it does, and the words of a query, which are those of
 * entente-query-parse.c. */

#include "config.h"

#include "entente-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "entente-query-parse.h"

#define HELP_COLUMNS 80

/* The words of a query in lines of a terminal, two spaces between them. */
static void
print_query_words (void)
{
  gsize column = 0;

  for (guint i = 0; entente_query_get_word (i) != NULL; i++) {
    g_autofree char *word = entente_query_describe_word (i);

    if (column + 2 + strlen (word) > HELP_COLUMNS) {
      entente_cli_print ("\n");
      column = 0;
    }
    entente_cli_print ("  %s", word);
    column += 2 + strlen (word);
  }
  entente_cli_print ("\n  --view NAME\n");
}

void
entente_cli_print_command_help (const EntenteCliCommand *command)
{
  entente_cli_print ("entente-cli %s %s\n", command->name, command->usage);
  entente_cli_print ("\n%s\n", gettext (command->summary));
  if (!command->takes_query)
    return;
  entente_cli_print ("\n%s\n",
                     _ ("QUERY chooses events; several values of one word are alternatives:"));
  print_query_words ();
}
