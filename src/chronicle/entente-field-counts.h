/* EntenteFieldCounts: the live counts of the user's own fields, as EntenteFacets understands them
 * for records: under ALL with this value besides those chosen, else with it in place of them.
 * Private to this layer; immutable; any thread. */
#pragma once

#include "entente-query.h"

G_BEGIN_DECLS

typedef struct _EntenteFieldCounts EntenteFieldCounts;

/* NULL only when cancelled. */
EntenteFieldCounts *entente_field_counts_new (const EntenteChronicle *chronicle,
                                              const EntenteQuery *query,
                                              const EntenteBitset *words,
                                              const gboolean *cancelled);
void entente_field_counts_free (EntenteFieldCounts *counts);
/* Values of a field, and behind the last one "none"; 0 for a field that there is not. */
guint entente_field_counts_get_n_values (const EntenteFieldCounts *counts, guint field);
guint entente_field_counts_get (const EntenteFieldCounts *counts, guint field, guint value);
guint entente_field_counts_get_total (const EntenteFieldCounts *counts, guint field, guint value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteFieldCounts, entente_field_counts_free)

G_END_DECLS
