/* EntenteSources: the articles that a document rests on, each with a short name in the author-date
 * style ("Yiğit 2018a"). Pure. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct _EntenteSources EntenteSources;

/* Those of the claims under @rows, in order of their names. */
EntenteSources *entente_sources_new (EntenteChronicle *chronicle, const EntenteBitset *rows);
/* Articles of the claims under @rows, by index. */
EntenteBitset *entente_sources_find (const EntenteChronicle *chronicle, const EntenteBitset *rows);
/* These articles, by index. */
EntenteSources *entente_sources_new_of (EntenteChronicle *chronicle, const EntenteBitset *articles);
void entente_sources_free (EntenteSources *sources);
guint entente_sources_get_n (const EntenteSources *sources);
const EntenteArticle *entente_sources_get_article (const EntenteSources *sources, guint i);
/* NULL for an article that is not among them. */
const char *entente_sources_get_label (const EntenteSources *sources, EntenteId article);

/* "Yiğit 2018", "Cole and Dahl 2031", "Cole et al. n.d."; the outlet or the title where no author
 * is known. Free. */
char *entente_sources_make_label (const EntenteArticle *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteSources, entente_sources_free)

G_END_DECLS
