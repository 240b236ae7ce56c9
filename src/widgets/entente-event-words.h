/* Actors of a study in the words of an article. Main thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-event-guess.h"

G_BEGIN_DECLS

/* The actors (EntenteActorGuess) that @words name by name, label or alias, in order, each once. Media, which tell of
 * others, are left out. */
GArray *entente_event_words_find_actors (const EntenteChronicle *chronicle, const char *words);

G_END_DECLS
