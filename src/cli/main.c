/* The program entente-cli: the layers of Entente without a window. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "entente-cli.h"

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("ENTENTE_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return entente_cli_run (argc, argv);
}
