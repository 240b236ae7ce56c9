/* Paper and type of the pages that a command writes as PDF. */
#pragma once

#include "entente-cli.h"
#include "entente-page-style.h"

G_BEGIN_DECLS

/* The words of options that entente_cli_get_page_style() reads, for the table of a command. */
#define ENTENTE_CLI_PAGE_OPTIONS                                                                   \
  "paper=", "landscape", "margins=", "size=", "font=", "columns=", "notes="
#define ENTENTE_CLI_PAGE_USAGE                                                                     \
  " [--paper a4|letter] [--landscape] [--margins MM] [--size PT] [--font sans|serif]"              \
  " [--columns 1|2] [--notes foot|end]"

/* As entente_cli_choose(), but @value stays without the option. */
gboolean entente_cli_choose_given (EntenteCli *cli,
                                   const char *name,
                                   const char *const *choices,
                                   guint *value,
                                   GError **error);
/* As the options say, else as @style is. Usage error when there is no such paper, face or
 * size. */
gboolean entente_cli_get_page_style (EntenteCli *cli, EntentePageStyle *style, GError **error);
/* The option --direction: from left to right or from right to left; @rtl stays without it. */
gboolean entente_cli_get_direction (EntenteCli *cli, gboolean *rtl, GError **error);

G_END_DECLS
