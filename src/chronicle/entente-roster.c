/* EntenteRoster: who and what the rows of a chronicle name.
 *
 * Lists of records sorted by id, and what is looked up in them: names of actors after folding,
 * aliases and affiliations by actor. What time does to affiliations is in entente-ancestry.c.
 * Immutable but for the table of names, which is made when it is first asked for, under a lock. Any
 * thread; chronicles own shares. */
#include "entente-roster.h"

#include "entente-ancestry.h"

#include <stdlib.h>
#include <string.h>

/* Records of one entity by rising id; in a reference-counted box. */
typedef struct {
  guint n;
  EntenteId *ids;
  gpointer *records; /* each with a reference of our own */
} RecordList;

/* Records that belong to actors, those of one actor together. */
typedef struct {
  guint32 *starts; /* one more than there are actors */
  gpointer *records;
} ActorGroups;

/* One name that an actor goes by. */
typedef struct {
  char *folded;
  guint32 actor;
} ActorName;

struct _EntenteRoster {
  RecordList *lists[ENTENTE_N_LISTS];
  ActorGroups aliases;
  ActorGroups affiliations; /* by member */
  ActorGroups members; /* by parent */
  EntenteAncestry possible_ancestry;
  EntenteAncestry sure_ancestry;
  EntenteOwnFields *own_fields;
  GMutex names_lock;
  GArray *names; /* of ActorName, sorted; NULL until asked for */
};

typedef EntenteId (*GetActorFunc) (gconstpointer record);

/* ---- lists ---- */

static EntenteId
get_record_id (gconstpointer record)
{
  return ((const EntenteRecord *) record)->id;
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  EntenteId first = get_record_id (*(const gpointer *) a);
  EntenteId second = get_record_id (*(const gpointer *) b);

  return (first > second) - (first < second);
}

static void
clear_record_list (gpointer data)
{
  RecordList *list = data;

  for (guint i = 0; i < list->n; i++)
    entente_record_unref (list->records[i]);
  g_free (list->records);
  g_free (list->ids);
}

static RecordList *
new_record_list (const GPtrArray *records)
{
  RecordList *list = g_atomic_rc_box_new0 (RecordList);

  list->n = records->len;
  list->records = g_new (gpointer, records->len);
  list->ids = g_new (EntenteId, records->len);
  for (guint i = 0; i < list->n; i++)
    list->records[i] = entente_record_ref (g_ptr_array_index (records, i));
  if (list->n > 1)
    qsort (list->records, list->n, sizeof (gpointer), compare_records);
  for (guint i = 0; i < list->n; i++)
    list->ids[i] = get_record_id (list->records[i]);
  return list;
}

gboolean
entente_list_from_entity (EntenteEntity entity, EntenteList *list)
{
  static const EntenteEntity entities[ENTENTE_N_LISTS] = {
    [ENTENTE_LIST_ACTOR] = ENTENTE_ENTITY_ACTOR,
    [ENTENTE_LIST_ARTICLE] = ENTENTE_ENTITY_ARTICLE,
    [ENTENTE_LIST_TRACK] = ENTENTE_ENTITY_TRACK,
    [ENTENTE_LIST_PLACE] = ENTENTE_ENTITY_PLACE,
    [ENTENTE_LIST_ISSUE] = ENTENTE_ENTITY_ISSUE,
    [ENTENTE_LIST_ERA] = ENTENTE_ENTITY_ERA,
    [ENTENTE_LIST_TURNING_POINT] = ENTENTE_ENTITY_TURNING_POINT,
    [ENTENTE_LIST_ALIAS] = ENTENTE_ENTITY_ALIAS,
    [ENTENTE_LIST_AFFILIATION] = ENTENTE_ENTITY_AFFILIATION,
    [ENTENTE_LIST_FIELD] = ENTENTE_ENTITY_FIELD,
    [ENTENTE_LIST_FIELD_VALUE] = ENTENTE_ENTITY_FIELD_VALUE,
  };

  for (guint i = 0; i < ENTENTE_N_LISTS; i++) {
    if (entities[i] == entity) {
      *list = (EntenteList) i;
      return TRUE;
    }
  }
  return FALSE;
}

guint
entente_roster_get_n (const EntenteRoster *roster, EntenteList list)
{
  return roster->lists[list]->n;
}

gconstpointer
entente_roster_get (const EntenteRoster *roster, EntenteList list, guint index)
{
  g_return_val_if_fail (index < roster->lists[list]->n, NULL);

  return roster->lists[list]->records[index];
}

EntenteId
entente_roster_get_id (const EntenteRoster *roster, EntenteList list, guint index)
{
  return index < roster->lists[list]->n ? roster->lists[list]->ids[index] : ENTENTE_ID_NONE;
}

guint32
entente_roster_find (const EntenteRoster *roster, EntenteList list, EntenteId id)
{
  const RecordList *records = roster->lists[list];
  guint low = 0;
  guint high = records->n;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (records->ids[middle] < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < records->n && records->ids[low] == id ? low : ENTENTE_NO_INDEX;
}

/* ---- what belongs to an actor ---- */

static EntenteId
get_alias_actor (gconstpointer record)
{
  return ((const EntenteAlias *) record)->actor;
}

static EntenteId
get_affiliation_member (gconstpointer record)
{
  return ((const EntenteAffiliation *) record)->actor;
}

static EntenteId
get_affiliation_parent (gconstpointer record)
{
  return ((const EntenteAffiliation *) record)->parent;
}

/* An affiliation to an actor that is not there is none. */
static gboolean
is_whole (const EntenteRoster *roster, EntenteList list, gconstpointer record)
{
  return list != ENTENTE_LIST_AFFILIATION ||
         (entente_roster_find (roster, ENTENTE_LIST_ACTOR, get_affiliation_member (record)) !=
            ENTENTE_NO_INDEX &&
          entente_roster_find (roster, ENTENTE_LIST_ACTOR, get_affiliation_parent (record)) !=
            ENTENTE_NO_INDEX);
}

/* Index of the actor of each record of @list; ENTENTE_NO_INDEX for records that belong nowhere. */
static guint32 *
find_owners (const EntenteRoster *roster, EntenteList list, GetActorFunc get_actor)
{
  const RecordList *records = roster->lists[list];
  guint32 *owners = g_new (guint32, records->n);

  for (guint i = 0; i < records->n; i++) {
    gconstpointer record = records->records[i];

    owners[i] = is_whole (roster, list, record)
                  ? entente_roster_find (roster, ENTENTE_LIST_ACTOR, get_actor (record))
                  : ENTENTE_NO_INDEX;
  }
  return owners;
}

/* Counting sort of a list by actor; within an actor the order of ids stays. */
static void
group_by_actor (const EntenteRoster *roster,
                EntenteList list,
                GetActorFunc get_actor,
                ActorGroups *groups)
{
  guint n_actors = roster->lists[ENTENTE_LIST_ACTOR]->n;
  const RecordList *records = roster->lists[list];
  g_autofree guint32 *owners = find_owners (roster, list, get_actor);
  g_autofree guint32 *next = g_new (guint32, (gsize) n_actors + 1);

  groups->starts = g_new0 (guint32, (gsize) n_actors + 2);
  groups->records = g_new (gpointer, (gsize) records->n + 1);
  for (guint i = 0; i < records->n; i++) {
    if (owners[i] != ENTENTE_NO_INDEX)
      groups->starts[owners[i] + 1]++;
  }
  for (guint actor = 0; actor < n_actors; actor++)
    groups->starts[actor + 1] += groups->starts[actor];
  memcpy (next, groups->starts, ((gsize) n_actors + 1) * sizeof (guint32));
  for (guint i = 0; i < records->n; i++) {
    if (owners[i] != ENTENTE_NO_INDEX)
      groups->records[next[owners[i]]++] = records->records[i];
  }
}

static void
clear_actor_groups (ActorGroups *groups)
{
  g_free (groups->starts);
  g_free (groups->records);
}

static const gpointer *
get_group (const EntenteRoster *roster, const ActorGroups *groups, guint32 actor, guint *n)
{
  *n = 0;
  g_return_val_if_fail (actor < roster->lists[ENTENTE_LIST_ACTOR]->n, NULL);

  *n = groups->starts[actor + 1] - groups->starts[actor];
  return groups->records + groups->starts[actor];
}

const EntenteAlias *const *
entente_roster_get_aliases (const EntenteRoster *roster, guint32 actor, guint *n)
{
  return (gconstpointer) get_group (roster, &roster->aliases, actor, n);
}

const EntenteAffiliation *const *
entente_roster_get_affiliations (const EntenteRoster *roster, guint32 actor, guint *n)
{
  return (gconstpointer) get_group (roster, &roster->affiliations, actor, n);
}

const EntenteAffiliation *const *
entente_roster_get_members (const EntenteRoster *roster, guint32 actor, guint *n)
{
  return (gconstpointer) get_group (roster, &roster->members, actor, n);
}

const EntenteAncestor *
entente_roster_get_ancestors (const EntenteRoster *roster, guint32 actor, gboolean surely, guint *n)
{
  const EntenteAncestry *ancestry = surely ? &roster->sure_ancestry : &roster->possible_ancestry;

  *n = 0;
  g_return_val_if_fail (actor < roster->lists[ENTENTE_LIST_ACTOR]->n, NULL);

  *n = ancestry->starts[actor + 1] - ancestry->starts[actor];
  return ancestry->entries + ancestry->starts[actor];
}

/* ---- names ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const ActorName *first = a;
  const ActorName *second = b;
  int order = strcmp (first->folded, second->folded);

  return order != 0 ? order : (first->actor > second->actor) - (first->actor < second->actor);
}

static void
clear_name (gpointer data)
{
  g_free (((ActorName *) data)->folded);
}

static void
add_name (GArray *names, const char *text, guint32 actor)
{
  ActorName name = { NULL, actor };

  if (text == NULL || *text == '\0')
    return;
  name.folded = entente_name_fold (text);
  g_array_append_val (names, name);
}

static GArray *
collect_names (const EntenteRoster *roster)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (ActorName));

  g_array_set_clear_func (names, clear_name);
  for (guint32 actor = 0; actor < roster->lists[ENTENTE_LIST_ACTOR]->n; actor++) {
    const EntenteActor *record = entente_roster_get (roster, ENTENTE_LIST_ACTOR, actor);
    guint n_aliases;
    const EntenteAlias *const *aliases = entente_roster_get_aliases (roster, actor, &n_aliases);

    add_name (names, record->name, actor);
    add_name (names, record->short_label, actor);
    for (guint i = 0; i < n_aliases; i++)
      add_name (names, aliases[i]->text, actor);
  }
  g_array_sort (names, compare_names);
  return names;
}

static const GArray *
ensure_names (const EntenteRoster *roster)
{
  EntenteRoster *own = (EntenteRoster *) roster;

  g_mutex_lock (&own->names_lock);
  if (own->names == NULL)
    own->names = collect_names (roster);
  g_mutex_unlock (&own->names_lock);
  return roster->names;
}

static guint
find_first_name (const GArray *names, const char *folded)
{
  guint low = 0;
  guint high = names->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (strcmp (g_array_index (names, ActorName, middle).folded, folded) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

GArray *
entente_roster_find_actors_by_name (const EntenteRoster *roster, const char *name)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (guint32));
  const GArray *names = ensure_names (roster);
  g_autofree char *folded = entente_name_fold (name);

  for (guint i = find_first_name (names, folded); i < names->len; i++) {
    const ActorName *entry = &g_array_index (names, ActorName, i);

    if (strcmp (entry->folded, folded) != 0)
      break;
    if (actors->len == 0 || g_array_index (actors, guint32, actors->len - 1) != entry->actor)
      g_array_append_val (actors, entry->actor);
  }
  return actors;
}

/* ---- articles ---- */

EntenteId
entente_roster_get_origin (const EntenteRoster *roster, guint32 article)
{
  const RecordList *articles = roster->lists[ENTENTE_LIST_ARTICLE];
  guint32 origin = article;

  /* A chain longer than there are articles is a circle: its smallest id stands for it. */
  for (guint steps = 0; steps <= articles->n; steps++) {
    const EntenteArticle *record = articles->records[origin];
    guint32 next = entente_roster_find (roster, ENTENTE_LIST_ARTICLE, record->origin);

    if (record->origin == ENTENTE_ID_NONE || next == origin)
      return articles->ids[origin];
    if (next == ENTENTE_NO_INDEX)
      return record->origin;
    origin = next;
  }
  for (guint32 at = origin, first = origin; TRUE;) {
    const EntenteArticle *record = articles->records[at];

    at = entente_roster_find (roster, ENTENTE_LIST_ARTICLE, record->origin);
    origin = MIN (origin, at);
    if (at == first)
      return articles->ids[origin];
  }
}

/* ---- comparing ---- */

gboolean
entente_roster_keeps_indexes (const EntenteRoster *old,
                              const EntenteRoster *fresh,
                              EntenteList list,
                              guint n_used)
{
  const RecordList *before = old->lists[list];
  const RecordList *after = fresh->lists[list];

  if (before == after)
    return TRUE;
  return n_used <= after->n && n_used <= before->n &&
         (n_used == 0 || memcmp (before->ids, after->ids, n_used * sizeof (EntenteId)) == 0);
}

static gboolean
are_lists_equal (const RecordList *a, const RecordList *b)
{
  if (a == b)
    return TRUE;
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; i < a->n; i++) {
    if (!entente_record_equal (a->records[i], b->records[i]))
      return FALSE;
  }
  return TRUE;
}

/* A new article has no claims yet, so only articles that both know count. */
static gboolean
are_origins_equal (const EntenteRoster *a, const EntenteRoster *b)
{
  const RecordList *articles = a->lists[ENTENTE_LIST_ARTICLE];

  if (articles == b->lists[ENTENTE_LIST_ARTICLE])
    return TRUE;
  for (guint32 i = 0; i < articles->n; i++) {
    guint32 other = entente_roster_find (b, ENTENTE_LIST_ARTICLE, articles->ids[i]);

    if (other == ENTENTE_NO_INDEX ||
        entente_roster_get_origin (a, i) != entente_roster_get_origin (b, other))
      return FALSE;
  }
  return TRUE;
}

/* Does each place of @a lie within the same one in @b? */
static gboolean
are_places_equal (const EntenteRoster *a, const EntenteRoster *b)
{
  guint n = a->lists[ENTENTE_LIST_PLACE]->n;

  for (guint32 i = 0; a->lists[ENTENTE_LIST_PLACE] != b->lists[ENTENTE_LIST_PLACE] && i < n; i++) {
    const EntentePlace *place = entente_roster_get (a, ENTENTE_LIST_PLACE, i);
    guint32 other = entente_roster_find (b, ENTENTE_LIST_PLACE, place->record.id);

    if (other == ENTENTE_NO_INDEX ||
        ((const EntentePlace *) entente_roster_get (b, ENTENTE_LIST_PLACE, other))->parent !=
          place->parent)
      return FALSE;
  }
  return TRUE;
}

gboolean
entente_roster_derives_alike (const EntenteRoster *a, const EntenteRoster *b)
{
  return a == b || (are_lists_equal (a->lists[ENTENTE_LIST_AFFILIATION],
                                     b->lists[ENTENTE_LIST_AFFILIATION]) &&
                    a->lists[ENTENTE_LIST_ACTOR]->n <= b->lists[ENTENTE_LIST_ACTOR]->n &&
                    are_origins_equal (a, b) && are_places_equal (a, b));
}

gboolean
entente_roster_shares_lists (const EntenteRoster *a, const EntenteRoster *b)
{
  for (guint list = 0; list < ENTENTE_LIST_FIELD; list++) {
    if (a->lists[list] != b->lists[list])
      return FALSE;
  }
  return TRUE;
}

/* ---- life ---- */

static EntenteOwnFields *
make_own_fields (const EntenteRoster *roster, const EntenteRoster *old)
{
  const RecordList *fields = roster->lists[ENTENTE_LIST_FIELD];
  const RecordList *values = roster->lists[ENTENTE_LIST_FIELD_VALUE];

  if (old != NULL && fields == old->lists[ENTENTE_LIST_FIELD] &&
      values == old->lists[ENTENTE_LIST_FIELD_VALUE])
    return entente_own_fields_ref (old->own_fields);
  return entente_own_fields_new (fields->records, fields->n, values->records, values->n);
}

const EntenteOwnFields *
entente_roster_get_own_fields (const EntenteRoster *roster)
{
  return roster->own_fields;
}

static void
fill_roster (EntenteRoster *roster)
{
  g_mutex_init (&roster->names_lock);
  group_by_actor (roster, ENTENTE_LIST_ALIAS, get_alias_actor, &roster->aliases);
  group_by_actor (roster, ENTENTE_LIST_AFFILIATION, get_affiliation_member, &roster->affiliations);
  group_by_actor (roster, ENTENTE_LIST_AFFILIATION, get_affiliation_parent, &roster->members);
  entente_ancestry_init (&roster->possible_ancestry, roster, FALSE);
  entente_ancestry_init (&roster->sure_ancestry, roster, TRUE);
}

static void
clear_roster (gpointer data)
{
  EntenteRoster *roster = data;

  for (guint i = 0; i < ENTENTE_N_LISTS; i++)
    g_atomic_rc_box_release_full (roster->lists[i], clear_record_list);
  clear_actor_groups (&roster->aliases);
  clear_actor_groups (&roster->affiliations);
  clear_actor_groups (&roster->members);
  entente_ancestry_clear (&roster->possible_ancestry);
  entente_ancestry_clear (&roster->sure_ancestry);
  entente_own_fields_unref (roster->own_fields);
  g_clear_pointer (&roster->names, g_array_unref);
  g_mutex_clear (&roster->names_lock);
}

EntenteRoster *
entente_roster_new (const EntenteRoster *old, GPtrArray *const *lists)
{
  EntenteRoster *roster = g_atomic_rc_box_new0 (EntenteRoster);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < ENTENTE_N_LISTS; i++) {
    if (lists[i] == NULL && old != NULL)
      roster->lists[i] = g_atomic_rc_box_acquire (old->lists[i]);
    else
      roster->lists[i] = new_record_list (lists[i] != NULL ? lists[i] : none);
  }
  roster->own_fields = make_own_fields (roster, old);
  fill_roster (roster);
  return roster;
}

EntenteRoster *
entente_roster_ref (const EntenteRoster *roster)
{
  return g_atomic_rc_box_acquire ((gpointer) roster);
}

void
entente_roster_unref (EntenteRoster *roster)
{
  if (roster != NULL)
    g_atomic_rc_box_release_full (roster, clear_roster);
}
