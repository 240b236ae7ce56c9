/* EntenteEventChoice: the events of a study to choose one from that shall be linked to a given one,
 * whatever the filter of the session: a GListModel of EntenteEventItem, backwards from the given
 * one, then what comes after it. Main thread. */
#pragma once

#include "entente-event-list.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_EVENT_CHOICE (entente_event_choice_get_type ())
G_DECLARE_FINAL_TYPE (EntenteEventChoice, entente_event_choice, ENTENTE, EVENT_CHOICE, GObject)

/* All events but @from; follows the study with minimal items-changed. */
EntenteEventChoice *entente_event_choice_new (EntenteSession *session, EntenteId from);
/* Only those with these words in title, summary, quotes or notes, or in their kind and the names of
 * who took part. They come a moment later. NULL or "": all. */
void entente_event_choice_set_words (EntenteEventChoice *choice, const char *words);
/* How many there are without words. */
guint entente_event_choice_count_all (EntenteEventChoice *choice);

G_END_DECLS
