/* EntenteEntryFacts: the line under the title of an entry: who towards whom, what kind, how sure,
 * which answers. Pure. */
#pragma once

#include "entente-chronicle.h"
#include "entente-detail.h"

G_BEGIN_DECLS

typedef struct {
  const EntenteChronicle *chronicle;
  guint row;
  const guint *numbers; /* number of the entry of each row in the document, 0 for none */
  gboolean answers; /* with answers and elapsed days */
} EntenteEntryFacts;

/* "Russia to Taliban · invitation · one report · answered by 10". Free. */
char *entente_entry_facts_format (const EntenteEntryFacts *facts, const EntenteEventDetail *detail);
/* "Russia to Taliban"; "" when nobody takes part. Free. */
char *entente_entry_facts_format_parties (const EntenteEntryFacts *facts);

G_END_DECLS
