/* EntenteEventGuess: what selected words suggest for a new event: kinds by the words of moves that
 * articles are read with (data/lexicon/moves.tsv), and actors by their names. Only fills in a form;
 * nothing is entered without a person. Pure; any thread. */
#pragma once

#include "entente-actor.h"

G_BEGIN_DECLS

/* Ids of kinds that @text tells of, be it a sentence or a few words of one, likeliest first;
 * NULL-terminated, static strings. Free the array with g_free. */
const char **entente_event_guess_kinds (const char *text);
/* One of the names that an actor goes by. */
typedef struct {
  EntenteId actor;
  const char *name; /* borrowed */
} EntenteActorName;

typedef struct {
  EntenteId actor;
  gboolean is_addressed; /* "to the Taleban", "with Kabul" */
} EntenteActorGuess;

/* The actors (EntenteActorGuess) whose @names stand in @text, in order, each once. */
GArray *entente_event_guess_actors (const EntenteActorName *names, guint n_names, const char *text);
/* A title from the words: their first sentence, with a capital; beyond some seventy letters cut at
 * the end of a clause, else of a word, with an ellipsis. Free. */
char *entente_event_guess_title (const char *text);

G_END_DECLS
