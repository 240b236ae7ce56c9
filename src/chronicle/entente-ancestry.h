/* EntenteAncestry: which bodies each actor belonged to, directly or through others, and when.
 *
 * Private to this layer: the part of EntenteRoster that knows what time does to affiliations. A
 * way through several affiliations holds only while all of them hold. Immutable. */
#pragma once

#include "entente-roster.h"

G_BEGIN_DECLS

typedef struct {
  guint32 *starts; /* of the entries of each actor; one more than there are actors */
  EntenteAncestor *entries; /* those of one actor stand together */
} EntenteAncestry;

/* Reads the affiliations of @roster: all that are possible, or only those that are sure. */
void entente_ancestry_init (EntenteAncestry *ancestry,
                            const EntenteRoster *roster,
                            gboolean surely);
void entente_ancestry_clear (EntenteAncestry *ancestry);

G_END_DECLS
