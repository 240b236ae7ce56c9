/* EntenteRecordTree: places or issues by parent, or tracks, which have none: what a list of them
 * shows and what a count with all below it climbs. Pure; any thread. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef struct {
  guint32 index; /* of the record in the chronicle */
  guint32 parent; /* its index, or ENTENTE_NO_INDEX; never below itself */
  guint depth; /* 0 at the top */
} EntenteTreeNode;

/* All records of @entity (TRACK, PLACE, ISSUE), each after its parent and before what is not below
 * it; those of one parent by name. One whose parents go round in a circle, or whose parent is not
 * there, is at the top. Free. */
GArray *entente_record_tree_new (const EntenteChronicle *chronicle, EntenteEntity entity);
/* Does nothing stand under anything? Cheaper than the tree. */
gboolean entente_record_tree_is_flat (const EntenteChronicle *chronicle, EntenteEntity entity);
/* Parent of each record by index, as in the tree. Free. */
guint32 *entente_record_tree_get_parents (const GArray *tree);
/* Is @index @above or below it? */
gboolean entente_record_tree_is_within (const guint32 *parents, guint32 index, guint32 above);

guint entente_record_tree_count (const EntenteChronicle *chronicle, EntenteEntity entity);
/* The record with this index and its name; borrowed. */
const EntenteRecord *entente_record_tree_get (const EntenteChronicle *chronicle,
                                              EntenteEntity entity,
                                              guint32 index,
                                              const char **name);
/* ENTENTE_NO_INDEX when there is none. */
guint32 entente_record_tree_find (const EntenteChronicle *chronicle,
                                  EntenteEntity entity,
                                  EntenteId id);

G_END_DECLS
