/* EntenteRelationsFiles: a picture of relations to a file that a person names, drawn in a thread,
 * or to a printer. Private to the window of relations. Main thread. */
#pragma once

#include "entente-export-job.h"
#include "entente-relations-picture.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once: @path is where it was written, NULL when it was not or went to a printer; @error is
 * NULL when a person chose not to. */
typedef void (*EntenteRelationsDone) (const char *path, const GError *error, gpointer data);

/* Asks above @parent for a file, never that of the study at @study_path, and writes the picture
 * there as its suffix says. @options are copied. */
void entente_relations_files_save (GtkWindow *parent,
                                   const EntenteRelationsPictureOptions *options,
                                   const char *study_path,
                                   EntenteRelationsDone done,
                                   gpointer data);
/* Through the dialog of the system. */
void entente_relations_files_print (GtkWindow *parent,
                                    const EntenteRelationsPictureOptions *options,
                                    EntenteRelationsDone done,
                                    gpointer data);

G_END_DECLS
