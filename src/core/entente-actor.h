/* Actors of a negotiation, their names and what they belonged to when. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

typedef struct {
  EntenteRecord record;
  int kind; /* EntenteActorKind */
  char *name; /* never empty */
  char *short_label; /* for lanes and chips, or NULL */
  char *colour; /* "#rrggbb" given by a person, or NULL: by rank of first event */
  char *wikidata; /* "Q30", or NULL */
  char *iso3166; /* "US", or NULL */
  char *cameo; /* "USA", or NULL */
  char *grade; /* reliability on the user's own scale, or NULL */
  char *pseudonym; /* printed instead of the name when speakers are hidden, or NULL */
  gint64 lane_order; /* 0: not ordered by hand */
  char *note;
} EntenteActor;

typedef struct {
  EntenteRecord record;
  EntenteId actor;
  char *text;
  char *language; /* BCP 47, or NULL */
  char *script; /* ISO 15924, or NULL */
  int kind; /* EntenteAliasKind */
  EntenteDate *valid_from; /* NULL: always */
  EntenteDate *valid_to;
} EntenteAlias;

typedef struct {
  EntenteRecord record;
  EntenteId actor; /* the member */
  EntenteId parent; /* what it belongs to, speaks for or is part of */
  char *role; /* "special envoy", or NULL */
  EntenteDate *from; /* NULL: unknown start */
  EntenteDate *to; /* NULL: open end */
  char *evidence; /* source in words, or NULL */
  int certainty; /* EntenteCertainty */
} EntenteAffiliation;

ENTENTE_DECLARE_RECORD (EntenteActor, entente_actor, ACTOR)
ENTENTE_DECLARE_RECORD (EntenteAlias, entente_alias, ALIAS)
ENTENTE_DECLARE_RECORD (EntenteAffiliation, entente_affiliation, AFFILIATION)

/* Text folded for comparing names: case, diacritics, Turkish dotless i, Arabic letter forms,
 * hyphens and spaces. Free with g_free. Two names are the same exactly when their folded forms are
 * equal. */
char *entente_name_fold (const char *text);

G_END_DECLS
