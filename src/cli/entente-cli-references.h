/* Lists of references out of a study: writers of entente-cli export. The articles of the events
 * that match; all articles when there is no query. */
#pragma once

#include "entente-cli.h"
#include "entente-export.h"

G_BEGIN_DECLS

gboolean entente_cli_write_ris (EntenteCli *cli,
                                EntenteStudy *study,
                                const EntenteBitset *rows,
                                EntenteExport *output,
                                GError **error);
gboolean entente_cli_write_bibtex (EntenteCli *cli,
                                   EntenteStudy *study,
                                   const EntenteBitset *rows,
                                   EntenteExport *output,
                                   GError **error);
gboolean entente_cli_write_csl_json (EntenteCli *cli,
                                     EntenteStudy *study,
                                     const EntenteBitset *rows,
                                     EntenteExport *output,
                                     GError **error);

G_END_DECLS
