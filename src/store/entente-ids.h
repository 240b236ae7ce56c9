/* Sets of ids, as arrays and as tables. */
#pragma once

#include "entente-id.h"

G_BEGIN_DECLS

/* Sorts, keeps each once. */
void entente_ids_sort (GArray *ids);
/* @sorted may be NULL. */
gboolean entente_ids_contain (GArray *sorted, EntenteId id);

/* A growing set of ids, about 16 bytes each, for rows by the million. It grows in parts, so that no
 * single addition takes long. All zero is an empty set. */
#define ENTENTE_ID_SET_PARTS 256

typedef struct {
  EntenteId *slots; /* ENTENTE_ID_NONE: free */
  guint32 n_slots; /* a power of two */
  guint32 n;
} EntenteIdSetPart;

typedef struct {
  EntenteIdSetPart parts[ENTENTE_ID_SET_PARTS];
  gsize n;
} EntenteIdSet;

void entente_id_set_add (EntenteIdSet *set, EntenteId id);
gboolean entente_id_set_contains (const EntenteIdSet *set, EntenteId id);
void entente_id_set_clear (EntenteIdSet *set);

G_END_DECLS
