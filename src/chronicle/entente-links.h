/* EntenteLinks: which moves answer which, from both ends.
 *
 * Private to this layer. Rows of one chronicle; few moves have links, so rows without any cost
 * nothing. Immutable, reference counted, any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  EntenteId id;
  guint32 from; /* row of the answer */
  guint32 to; /* row of what it answers */
  guint8 type; /* EntenteLinkType */
  guint8 basis; /* EntenteLinkBasis */
} EntenteEdge;

/* The links seen from one end: by row, then by the row of the other end, then by id. */
typedef struct {
  guint32 *rows;
  EntenteThread *threads;
} EntenteLinkSide;

typedef struct {
  gatomicrefcount refs;
  guint n;
  EntenteLinkSide out; /* rows are the answers */
  EntenteLinkSide in; /* rows are what is answered */
} EntenteLinks;

/* New row of an old one, rising with it; ENTENTE_NO_INDEX for rows that are dealt with apart. */
typedef guint32 (*EntenteMapRowFunc) (guint32 row, gconstpointer data);

EntenteLinks *entente_links_new (EntenteEdge *edges, guint n);
/* The links of @old between rows that @map_row knows, and @edges; these are sorted in place. */
EntenteLinks *entente_links_patch (const EntenteLinks *old,
                                   EntenteMapRowFunc map_row,
                                   gconstpointer map_data,
                                   EntenteEdge *edges,
                                   guint n);
EntenteLinks *entente_links_ref (EntenteLinks *links);
void entente_links_unref (EntenteLinks *links);
/* The links of @row on one side. */
const EntenteThread *entente_links_get (const EntenteLinks *links,
                                        const EntenteLinkSide *side,
                                        guint32 row,
                                        guint *n);
/* First place of a side whose row is not below @row. */
guint entente_links_search (const EntenteLinks *links, const EntenteLinkSide *side, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteLinks, entente_links_unref)

G_END_DECLS
