/* Writing one list of a study under the query of the command line. */
#pragma once

#include "entente-cli-records.h"
#include "entente-cli.h"

G_BEGIN_DECLS

/* To the file of the option "-o", else to standard output. */
gboolean entente_cli_write_list (EntenteCli *cli,
                                 EntenteStudy *study,
                                 EntenteListing listing,
                                 EntenteCliFormat format,
                                 GError **error);

G_END_DECLS
