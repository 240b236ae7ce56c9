/* The list of what a merge takes over without a question: a heading for each kind of record,
 * "Added: Move (3)", and what each is called below it. Main thread.
 */
#pragma once

#include "entente-copy-merge.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Prepares the view, once. */
void entente_copy_taken_set_up (GtkListView *list);
/* Fills it anew. */
void entente_copy_taken_show (GtkListView *list, const EntenteCopyMerge *merge);

G_END_DECLS
