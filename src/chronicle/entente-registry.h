/* EntenteRegistry: who and what the rows of a chronicle name: actors with their names and
 * affiliations, places, tracks, issues, eras, articles.
 *
 * Private to this layer. Each list is sorted by id; the place in it is the index that rows hold.
 * Immutable, reference counted, safe in any thread; patched registries share unchanged lists. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LIST_ACTOR,
  ENTENTE_LIST_ARTICLE,
  ENTENTE_LIST_TRACK,
  ENTENTE_LIST_PLACE,
  ENTENTE_LIST_ISSUE,
  ENTENTE_N_INDEXED_LISTS, /* rows hold indexes of the lists above */
  ENTENTE_LIST_ERA = ENTENTE_N_INDEXED_LISTS,
  ENTENTE_LIST_ALIAS,
  ENTENTE_LIST_AFFILIATION,
  ENTENTE_N_LISTS
} EntenteList;

/* List of an entity; FALSE when rows know nothing of it. */
gboolean entente_list_from_entity (EntenteEntity entity, EntenteList *list);

typedef struct _EntenteRegistry EntenteRegistry;

/* One body above an actor, and the stretch of time in which the actor belonged to it. */
typedef struct {
  guint32 body;
  EntenteSpan span;
} EntenteAncestor;

/* @lists are ENTENTE_N_LISTS arrays of records in any order, or NULL for "as in @old". */
EntenteRegistry *entente_registry_new (const EntenteRegistry *old, GPtrArray *const *lists);
EntenteRegistry *entente_registry_ref (const EntenteRegistry *registry);
void entente_registry_unref (EntenteRegistry *registry);

guint entente_registry_get_n (const EntenteRegistry *registry, EntenteList list);
gconstpointer entente_registry_get (const EntenteRegistry *registry, EntenteList list, guint index);
EntenteId entente_registry_get_id (const EntenteRegistry *registry, EntenteList list, guint index);
/* Index of @id, or ENTENTE_NO_INDEX. */
guint32 entente_registry_find (const EntenteRegistry *registry, EntenteList list, EntenteId id);

GArray *entente_registry_find_actors_by_name (const EntenteRegistry *registry, const char *name);
const EntenteAlias *const *entente_registry_get_aliases (const EntenteRegistry *registry,
                                                         guint32 actor,
                                                         guint *n);
const EntenteAffiliation *const *entente_registry_get_affiliations (const EntenteRegistry *registry,
                                                                    guint32 actor,
                                                                    guint *n);
const EntenteAffiliation *const *entente_registry_get_members (const EntenteRegistry *registry,
                                                               guint32 actor,
                                                               guint *n);

/* All bodies above @actor through any number of steps, with the time of each way there. */
const EntenteAncestor *entente_registry_get_ancestors (const EntenteRegistry *registry,
                                                       guint32 actor,
                                                       gboolean surely,
                                                       guint *n);
/* Does the affiliation hold at some time in, or surely throughout, @window? */
gboolean entente_ancestor_holds (const EntenteAncestor *ancestor,
                                 EntenteSpan window,
                                 gboolean surely);
gboolean entente_registry_stands_for (const EntenteRegistry *registry,
                                      guint32 actor,
                                      guint32 parent,
                                      EntenteSpan window,
                                      gboolean surely);
guint32 entente_registry_get_body (const EntenteRegistry *registry,
                                   guint32 actor,
                                   EntenteSpan window);

/* Id of the article that @article reprints in the end; the article's own id when it reprints none. */
EntenteId entente_registry_get_origin (const EntenteRegistry *registry, guint32 article);

/* Do rows that hold indexes of @old below @n_used hold the right ones for @fresh too? */
gboolean entente_registry_keeps_indexes (const EntenteRegistry *old,
                                         const EntenteRegistry *fresh,
                                         EntenteList list,
                                         guint n_used);
/* Would the same claims derive the same evidence under both: same affiliations, same origins? */
gboolean entente_registry_derives_alike (const EntenteRegistry *a, const EntenteRegistry *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteRegistry, entente_registry_unref)

G_END_DECLS
