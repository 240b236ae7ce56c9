/* The timeline as a picture, for entente-cli export. */
#pragma once

#include "entente-cli.h"
#include "entente-export.h"
#include "entente-picture.h"
#include "entente-print-choice.h"

G_BEGIN_DECLS

/* The option @name as a number from @least to @most; @otherwise when it is not given. Usage error
 * else. */
gboolean entente_cli_get_number (EntenteCli *cli,
                                 const char *name,
                                 double least,
                                 double most,
                                 double otherwise,
                                 double *number,
                                 GError **error);
/* Do the options of a picture make sense? Usage error else. */
gboolean entente_cli_check_picture (EntenteCli *cli, GError **error);
/* The choice of --lanes as text, for pictures and figures. Free. Usage error when there is no such
 * field. */
gboolean entente_cli_get_lanes (EntenteCli *cli, char **lanes, GError **error);
/* A cairo_write_func_t into an EntenteExport, which entente_export_end() ends. */
cairo_status_t entente_cli_write_bytes (void *output,
                                        const unsigned char *bytes,
                                        unsigned int length);
/* The events of @rows, as the options say, for entente_export_end(). */
gboolean entente_cli_write_svg (EntenteCli *cli,
                                EntenteStudy *study,
                                const EntenteBitset *rows,
                                EntenteExport *output,
                                GError **error);
gboolean entente_cli_write_png (EntenteCli *cli,
                                EntenteStudy *study,
                                const EntenteBitset *rows,
                                EntenteExport *output,
                                GError **error);
gboolean entente_cli_write_pdf (EntenteCli *cli,
                                EntenteStudy *study,
                                const EntenteBitset *rows,
                                EntenteExport *output,
                                GError **error);
/* The same as a poster of a summary: paper, sheets, answers and ink as @choice has them, where
 * options do not say otherwise. */
gboolean entente_cli_write_poster (EntenteCli *cli,
                                   EntenteStudy *study,
                                   const EntenteBitset *rows,
                                   const EntentePrintChoice *choice,
                                   EntenteExport *output,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
