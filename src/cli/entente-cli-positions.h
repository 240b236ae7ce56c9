/* Positions for the command line: listed, on a day if one is asked about, and one of them shown. */
#pragma once

#include "entente-cli-records.h"
#include "entente-cli.h"

G_BEGIN_DECLS

/* The span of "--on", always in the future without it. FALSE with an error when it names no date
 * with an end. */
gboolean entente_cli_get_day (EntenteCli *cli, EntenteSpan *day, GError **error);
/* Adds the positions of the actors of @query, all of them when it names none. With the option
 * "--on" only those that are on the table at the end of that date, surely or perhaps. */
gboolean entente_cli_list_positions (EntenteCli *cli,
                                     EntenteStudy *study,
                                     const EntenteQuery *query,
                                     EntenteCliRecords *records,
                                     GError **error);
/* Prints the position with the number or key @word. */
gboolean entente_cli_show_position (EntenteStudy *study,
                                    const char *word,
                                    gboolean as_json,
                                    GError **error);

G_END_DECLS
