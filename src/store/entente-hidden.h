/* EntenteHidden: rows that are in the file and not yet in the study. */
#pragma once

#include "entente-ids.h"
#include "entente-record.h"

G_BEGIN_DECLS

/* Ids of the rows of an unfinished import. Readers that are served meanwhile leave them out. */
typedef struct {
  EntenteIdSet ids[ENTENTE_N_ENTITIES];
} EntenteHidden;

/* @hidden may be NULL: nothing is hidden. */
static inline gboolean
entente_hidden_contains (const EntenteHidden *hidden, EntenteEntity entity, EntenteId id)
{
  return hidden != NULL && entente_id_set_contains (&hidden->ids[entity], id);
}

static inline void
entente_hidden_clear (EntenteHidden *hidden)
{
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    entente_id_set_clear (&hidden->ids[i]);
}

G_END_DECLS
