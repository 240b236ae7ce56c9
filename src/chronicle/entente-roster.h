/* EntenteRoster: who and what the rows of a chronicle name: actors with their names and
 * affiliations, places, tracks, issues, eras, articles.
 *
 * Private to this layer. Each list is sorted by id; the place in it is the index that rows hold.
 * Immutable, reference counted, safe in any thread; patched registries share unchanged lists. */
#pragma once

#include "entente-chronicle.h"
#include "entente-own-fields.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LIST_ACTOR,
  ENTENTE_LIST_ARTICLE,
  ENTENTE_LIST_TRACK,
  ENTENTE_LIST_PLACE,
  ENTENTE_LIST_ISSUE,
  ENTENTE_N_INDEXED_LISTS, /* rows hold indexes of the lists above */
  ENTENTE_LIST_ERA = ENTENTE_N_INDEXED_LISTS,
  ENTENTE_LIST_TURNING_POINT,
  ENTENTE_LIST_ALIAS,
  ENTENTE_LIST_AFFILIATION,
  ENTENTE_LIST_FIELD, /* of these two rows know nothing, and nothing is derived of them */
  ENTENTE_LIST_FIELD_VALUE,
  ENTENTE_N_LISTS
} EntenteList;

/* List of an entity; FALSE when rows know nothing of it. */
gboolean entente_list_from_entity (EntenteEntity entity, EntenteList *list);

typedef struct _EntenteRoster EntenteRoster;

/* One body above an actor, and the stretch of time in which the actor belonged to it. */
typedef struct {
  guint32 body;
  EntenteSpan span;
} EntenteAncestor;

/* @lists are ENTENTE_N_LISTS arrays of records in any order, or NULL for "as in @old". */
EntenteRoster *entente_roster_new (const EntenteRoster *old, GPtrArray *const *lists);
EntenteRoster *entente_roster_ref (const EntenteRoster *roster);
void entente_roster_unref (EntenteRoster *roster);

guint entente_roster_get_n (const EntenteRoster *roster, EntenteList list);
gconstpointer entente_roster_get (const EntenteRoster *roster, EntenteList list, guint index);
EntenteId entente_roster_get_id (const EntenteRoster *roster, EntenteList list, guint index);
/* Index of @id, or ENTENTE_NO_INDEX. */
guint32 entente_roster_find (const EntenteRoster *roster, EntenteList list, EntenteId id);

const EntenteOwnFields *entente_roster_get_own_fields (const EntenteRoster *roster);
GArray *entente_roster_find_actors_by_name (const EntenteRoster *roster, const char *name);
const EntenteAlias *const *entente_roster_get_aliases (const EntenteRoster *roster,
                                                       guint32 actor,
                                                       guint *n);
const EntenteAffiliation *const *entente_roster_get_affiliations (const EntenteRoster *roster,
                                                                  guint32 actor,
                                                                  guint *n);
const EntenteAffiliation *const *entente_roster_get_members (const EntenteRoster *roster,
                                                             guint32 actor,
                                                             guint *n);

/* All bodies above @actor through any number of steps, with the time of each way there. */
const EntenteAncestor *entente_roster_get_ancestors (const EntenteRoster *roster,
                                                     guint32 actor,
                                                     gboolean surely,
                                                     guint *n);
/* Does the affiliation hold at some time in, or surely throughout, @window? */
gboolean entente_ancestor_holds (const EntenteAncestor *ancestor,
                                 EntenteSpan window,
                                 gboolean surely);
gboolean entente_roster_stands_for (const EntenteRoster *roster,
                                    guint32 actor,
                                    guint32 parent,
                                    EntenteSpan window,
                                    gboolean surely);
guint32 entente_roster_get_body (const EntenteRoster *roster, guint32 actor, EntenteSpan window);

/* Id of the article that @article reprints in the end; the article's own id when it reprints none.
 */
EntenteId entente_roster_get_origin (const EntenteRoster *roster, guint32 article);

/* Do rows that hold indexes of @old below @n_used hold the right ones for @fresh too? */
gboolean entente_roster_keeps_indexes (const EntenteRoster *old,
                                       const EntenteRoster *fresh,
                                       EntenteList list,
                                       guint n_used);
/* Are all lists the same but those of the user's own fields? */
gboolean entente_roster_shares_lists (const EntenteRoster *a, const EntenteRoster *b);
/* Would the same claims derive the same evidence under both: same affiliations, same origins? */
gboolean entente_roster_derives_alike (const EntenteRoster *a, const EntenteRoster *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRoster, entente_roster_unref)

G_END_DECLS
