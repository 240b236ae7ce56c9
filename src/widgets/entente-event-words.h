/* Actors of a study in the words of an article. Main thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Ids (EntenteId) of the actors that @words name by name, label or alias, in order, each once. Media, which tell of
 * others, are left out. */
GArray *entente_event_words_find_actors (const EntenteChronicle *chronicle, const char *words);

G_END_DECLS
