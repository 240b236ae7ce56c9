/* Lists of references (RIS, BibTeX, CSL-JSON) into the study of a window and out of it. Main
 * thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

/* Takes such files (of GFile) out of @files, reads them in a thread and enters what they know as
 * one step. */
void entente_reference_files_take (EntenteWindow *window, GListStore *files);
/* Asks for a file and writes the articles of the events that the filter lets pass; all articles
 * without a filter. */
void entente_reference_files_ask_export (EntenteWindow *window);
/* The same into @path (NULL is told) in a thread, in the format that its suffix says, else in
 * @format, a number of an EntenteBibliographyFormat. */
void entente_reference_files_export (EntenteWindow *window, const char *path, guint format);

G_END_DECLS
