/* EntentePrintSave: asks where a summary goes and writes it there: PDF, Markdown or plain text, as
 * the name says. Private to the print window. Main thread. */
#pragma once

#include "entente-pages.h"
#include "entente-print-job.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once: @path is where it was written, NULL when it was not; @error is NULL when a person
 * chose not to. */
typedef void (*EntentePrintSaved) (const char *path, const GError *error, gpointer data);

/* Asks above @parent, with @format first, then writes the document of @pages. Never over
 * @study_path, the file of the study. */
void entente_print_save_run (GtkWindow *parent,
                             EntentePages *pages,
                             EntentePrintFormat format,
                             const char *study_path,
                             EntentePrintSaved saved,
                             gpointer data);

G_END_DECLS
