/* What is known of articles, between a study and lists of references (entente-bibliography.h). An
 * article of such a list is that of the study with the same address, else with the same title and
 * no other date. Pure, over a chronicle. */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"
#include "entente-store.h"

G_BEGIN_DECLS

typedef struct {
  guint n_added; /* articles, without text */
  guint n_filled; /* that were there, and know more now */
  guint n_known; /* that were there and learnt nothing */
} EntenteReferenceCounts;

/* The step that takes @references (of EntenteArticle) in: what is new is added, what is there keeps
 * what it says and is filled in where it says nothing. */
EntenteStep *entente_references_merge (const EntenteChronicle *chronicle,
                                       const GPtrArray *references,
                                       EntenteReferenceCounts *counts);
/* Articles of the events @rows (NULL: all of the study), as copies with their outlets by name. */
GPtrArray *entente_references_collect (const EntenteChronicle *chronicle,
                                       const EntenteBitset *rows);
/* The only outlet that bears this name, or ENTENTE_ID_NONE. @name may be NULL. */
EntenteId entente_references_find_outlet (const EntenteChronicle *chronicle, const char *name);
/* Gives @article the outlet that its publication names, unless it has one. */
void entente_references_resolve_outlet (const EntenteChronicle *chronicle, EntenteArticle *article);

G_END_DECLS
