/* EntentePrintSave: asks where a summary goes and writes it there: PDF, Markdown or plain text, as
 * the name says. Private to app. Main thread. */
#pragma once

#include "entente-print-job.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once with what a person chose: @path NULL for nothing, with an @error where it cannot be
 * written to. */
typedef void (*EntentePrintNamed) (const char *path,
                                   EntentePrintFormat format,
                                   const GError *error,
                                   gpointer data);

/* Asks above @parent, with @format first; a poster may only be a PDF. Never @study_path, the file
 * of the study. */
void entente_print_save_ask (GtkWindow *parent,
                             EntentePrintout *printout,
                             EntentePrintFormat format,
                             const char *study_path,
                             EntentePrintNamed named,
                             gpointer data);

/* Called once: @path is where it was written, NULL when it was not; @error is NULL when a person
 * chose not to. */
typedef void (*EntentePrintSaved) (const char *path, const GError *error, gpointer data);

/* Asks in the same way, then writes the document of @pages. */
void entente_print_save_run (GtkWindow *parent,
                             EntentePages *pages,
                             EntentePrintFormat format,
                             const char *study_path,
                             EntentePrintSaved saved,
                             gpointer data);

G_END_DECLS
