/* CAMEO codes of actors in words: "AFGGOVMIL" is Afghanistan, its government, the military. The
 * words are data
 * (`data/lexicon/actor-codes.tsv`). Pure; any thread. */
#pragma once

#include "entente-enums.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_CODE_UNKNOWN,
  ENTENTE_CODE_COUNTRY, /* "AFG" */
  ENTENTE_CODE_ROLE, /* "GOV" */
  ENTENTE_CODE_FAMILY, /* "IGO": what follows is one organisation of many */
} EntenteCodeGroup;

typedef struct {
  char code[4];
  EntenteCodeGroup group;
  EntenteActorKind kind; /* of who bears it */
  const char *name; /* "Afghanistan", "Government"; static */
  const char *iso3166; /* of a country, or NULL */
  gboolean of_state; /* a role in which one belongs to the state itself */
} EntenteActorCode;

/* The first three letters of @code; NULL when nobody knows them. Static. */
const EntenteActorCode *entente_actor_code_find (const char *code);
/* Letters, three to twenty-four, in threes. */
gboolean entente_actor_code_is_valid (const char *code);
/* Kind of who bears the whole code: of its first role, else of its country or family. */
EntenteActorKind entente_actor_code_get_kind (const char *code);

G_END_DECLS
