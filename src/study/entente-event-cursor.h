/* EntenteEventCursor: the whole of many events in order, read many at a time on the store's worker.
 *
 * Blocking; for lists and exports. Lives on the thread of its study; the caller owns it.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

typedef struct _EntenteEventCursor EntenteEventCursor;

/* The events of @rows, rows of the present chronicle of @study. */
EntenteEventCursor *entente_event_cursor_new (EntenteStudy *study, const EntenteBitset *rows);
void entente_event_cursor_free (EntenteEventCursor *cursor);
/* Borrowed until the next call; NULL at the end (no error set) or on error. */
EntenteEventDetail *entente_event_cursor_next (EntenteEventCursor *cursor, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteEventCursor, entente_event_cursor_free)

G_END_DECLS
