/* EntenteEventReader: whole events for what is on the screen, read a few at a time.
 *
 * The chronicle holds numbers only; words ("last July") come from the store. All requests of one
 * turn of the main loop are read together on the store's worker; what was read is kept until it
 * changes. Main thread. One per study (entente_event_reader_get).
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_READER (entente_event_reader_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventReader, entente_event_reader, ENTENTE, EVENT_READER, GObject)

/* Signal "events-read" (): events asked for before are there. */
/* The reader of @study; a new reference. */
EntenteEventReader *entente_event_reader_get (EntenteStudy *study);
/* NULL while it is not yet read; borrowed until the next "events-read". */
const EntenteEvent *entente_event_reader_look_up (EntenteEventReader *reader, EntenteId event);

G_END_DECLS
