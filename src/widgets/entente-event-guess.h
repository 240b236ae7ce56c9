/* EntenteEventGuess: what selected words suggest for a new event: kinds by their verbs, actors by their names, the words of a
 * date. Only fills in a form; nothing is entered without a person. Pure; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* Ids of kinds whose words stand in @text, in order; NULL-terminated, static strings. Free the array with g_free. */
const char **entente_event_guess_kinds (const char *text);
/* Ids (EntenteId) of actors named in @text, in order, each once; media are left out. */
GArray *entente_event_guess_actors (const EntenteChronicle *chronicle, const char *text);
/* A title from the words: begins with a capital, at most some sixty letters, cut between words. Free. */
char *entente_event_guess_title (const char *text);

G_END_DECLS
