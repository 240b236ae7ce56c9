/* EntenteEventCursor: the whole of many events in order, read many at a time on the store's worker.
 *
 * Blocking; for lists, exports and print. Made and freed on the thread of its study, used by one
 * thread at a time; the caller owns it.
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
/* Reads on to @event, which should be one of those that follow; else it is read alone, and the
 * cursor is at its end. The caller owns the result; NULL with an error when it is gone. */
EntenteEventDetail *entente_event_cursor_seek (EntenteEventCursor *cursor,
                                               EntenteId event,
                                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteEventCursor, entente_event_cursor_free)

G_END_DECLS
