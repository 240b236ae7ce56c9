/* The one export writer: temporary file beside the target, write, fsync, rename, fsync of the
 * folder. On any error the old file is as it was and the message says why. Every file that the
 * program writes for the user goes through here. */
#pragma once

#include "entente-error.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _EntenteExport EntenteExport;

/* Starts to write @path ("-" is standard output). */
EntenteExport *entente_export_begin (const char *path, GError **error);
/* cairo_write_func_t-like: FALSE after an error, which entente_export_commit() reports. */
gboolean entente_export_write (EntenteExport *output, const void *bytes, gsize length);
/* Name of the temporary file, for a library that wants a file name; NULL for standard output. */
const char *entente_export_get_temporary_path (EntenteExport *output);
/* Makes it real; frees @output in any case. */
gboolean entente_export_commit (EntenteExport *output, GError **error);
/* Drops it; frees @output. */
void entente_export_abort (EntenteExport *output);
/* For what a library writes piece by piece: @failed (taken) is what it says went wrong, or NULL.
 * Where it was a write that failed, the error is that of entente_export_commit(), which names file
 * and mend; else what was written is dropped and @failed is the error. Frees @output in any case.
 */
gboolean entente_export_end (EntenteExport *output, GError *failed, GError **error);
gboolean entente_export_bytes (const char *path, const void *bytes, gsize length, GError **error);

G_END_DECLS
