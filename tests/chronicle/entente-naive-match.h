/* A matcher that knows only the records of a study and what entente-query.h says in words:
 * slow, plain, and written without a look at the real one. */
#pragma once

#include "entente-query.h"
#include "entente-random-study.h"

G_BEGIN_DECLS

/* Does the event at @row match? @chronicle serves for derived facts alone. */
gboolean entente_naive_matches (const EntenteRandomStudy *study,
                                const EntenteChronicle *chronicle,
                                const EntenteQuery *query,
                                const EntenteBitset *words,
                                guint row);
/* Was @actor @parent, or did it belong to it, in @window? */
gboolean entente_naive_belongs (const EntenteRandomStudy *study,
                                EntenteId actor,
                                EntenteId parent,
                                EntenteSpan window,
                                gboolean surely);
/* Does @actor take part in the event, as the query understands that? */
gboolean entente_naive_takes_part (const EntenteRandomStudy *study,
                                   const EntenteStudyEvent *event,
                                   const EntenteQuery *query,
                                   EntenteId actor);

/* A query of a few random criteria. */
EntenteQuery *entente_random_query (const EntenteRandomStudy *study);
/* Some random rows. */
EntenteBitset *entente_random_rows (guint n_rows);

G_END_DECLS
