/* Events of a list as a table of text, for other programs: a line of names, and one for each event
 * with what its columns show, told apart by tabs. Read a thousand at a time, so that no frame
 * waits. Main thread.
 */
#pragma once

#include "entente-event-list.h"

G_BEGIN_DECLS

typedef struct {
  const char *title; /* of the column */
  const char *property; /* of EntenteEventItem */
} EntenteTextColumn;

/* Events at @positions as they are now, in the order of the list. Titles and names are copied. */
void entente_event_text_new_async (EntenteEventList *list,
                                   EntenteStudy *study,
                                   const GtkBitset *positions,
                                   const EntenteTextColumn *columns,
                                   guint n_columns,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
/* Free; NULL on error. */
char *entente_event_text_new_finish (GAsyncResult *result, GError **error);

G_END_DECLS
