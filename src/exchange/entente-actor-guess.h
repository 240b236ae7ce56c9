/* What kind of actor a name in an event table stands for, told by the name alone.
 *
 * "X (Country)": X is looked up in a table of offices, bodies and crowds ("Government", "Police",
 * "Citizen"); an X that is not there is an unnamed role. The name of a country is a state, with its
 * code. A name with a word like "Party" or "Ministry" is what the word says. Anything else is a
 * person if it is two to four words that all begin with a capital, and otherwise a body, the most
 * neutral of the kinds. Guesses, to be corrected by the scholar. Pure, safe in any thread.
 */
#pragma once

#include "entente-enums.h"

G_BEGIN_DECLS

/* @iso3166 receives the code of a state (static), else NULL. */
EntenteActorKind entente_actor_guess_kind (const char *name, const char **iso3166);

G_END_DECLS
