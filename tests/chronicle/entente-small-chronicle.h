/* A small chronicle, made by hand row by row. For tests. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  EntenteChronicleBuilder *builder;
  EntenteId last; /* event added; the next one has the id after it */
} EntenteSmallChronicle;

/* The first event has the id @first. */
void small_begin (EntenteSmallChronicle *self, EntenteId first);
void small_add_actor (EntenteSmallChronicle *self, EntenteId id, const char *name);
/* Until @to, an EDTF value; NULL: always. */
void small_add_affiliation (EntenteSmallChronicle *self,
                            EntenteId actor,
                            EntenteId parent,
                            const char *to);
/* An event of @from to @to; either may be none. Its id. */
EntenteId small_add_event (EntenteSmallChronicle *self,
                           const char *kind,
                           const char *when,
                           EntenteId from,
                           EntenteId to);
EntenteId small_add_in_mode (EntenteSmallChronicle *self,
                             const char *kind,
                             const char *when,
                             EntenteMode mode,
                             EntenteId from,
                             EntenteId to);
/* A further part in the event added last. */
void small_add_part (EntenteSmallChronicle *self, EntenteId actor, EntenteRole role);
void small_add_link (EntenteSmallChronicle *self,
                     EntenteId from,
                     EntenteId to,
                     EntenteLinkType type);

G_END_DECLS
