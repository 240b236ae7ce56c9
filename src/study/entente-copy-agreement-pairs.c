/* Both files as far as coders may agree on them, and which moves of them are one. */
#include "config.h"

#include "entente-copy-agreement-private.h"

#include "entente-actor.h"
#include "entente-article.h"

/* ---- reading ---- */

void
entente_copy_side_clear (EntenteCopySide *side)
{
  g_clear_pointer (&side->events, g_ptr_array_unref);
  g_clear_pointer (&side->actors, g_hash_table_unref);
  g_clear_pointer (&side->links, g_ptr_array_unref);
  g_clear_pointer (&side->passages, g_hash_table_unref);
  g_clear_pointer (&side->claims, g_ptr_array_unref);
  g_clear_pointer (&side->texts, g_hash_table_unref);
}

static gboolean
read_passages (EntenteCopySide *side,
               EntenteStore *store,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) passages =
    entente_store_list_in_slices (store, ENTENTE_ENTITY_PASSAGE, cancellable, error);
  g_autoptr (GPtrArray) revisions =
    passages ? entente_store_list_in_slices (store, ENTENTE_ENTITY_REVISION, cancellable, error)
             : NULL;

  side->passages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entente_record_unref);
  side->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; passages && i < passages->len; i++) {
    EntentePassage *passage = entente_record_ref (passages->pdata[i]);

    g_hash_table_insert (side->passages, &passage->record.id, passage);
  }
  for (guint i = 0; revisions && i < revisions->len; i++) {
    const EntenteRevision *revision = revisions->pdata[i];

    g_hash_table_insert (side->texts,
                         g_memdup2 (&revision->record.id, sizeof (EntenteId)),
                         g_strdup (revision->sha256 ? revision->sha256 : ""));
  }
  return revisions != NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* Name folded, for one who was entered by both. */
static char *
fold_name (const EntenteActor *actor)
{
  return g_utf8_casefold (actor->name ? actor->name : "", -1);
}

/* Actors of theirs under my ids: the same id, else the same name, else their own. */
GHashTable *
entente_copy_map_actors (EntenteStore *mine,
                         EntenteStore *theirs,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) own =
    entente_store_list_in_slices (mine, ENTENTE_ENTITY_ACTOR, cancellable, error);
  g_autoptr (GPtrArray) other =
    own ? entente_store_list_in_slices (theirs, ENTENTE_ENTITY_ACTOR, cancellable, error) : NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTable *map;

  if (!other)
    return NULL;
  for (guint i = 0; i < own->len; i++) {
    g_hash_table_insert (names, fold_name (own->pdata[i]), own->pdata[i]);
    g_hash_table_add (ids, &((EntenteRecord *) own->pdata[i])->id);
  }
  map = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < other->len; i++) {
    const EntenteRecord *record = other->pdata[i];
    g_autofree char *name = fold_name (other->pdata[i]);
    const EntenteRecord *named = g_hash_table_lookup (names, name);

    if (named && !g_hash_table_contains (ids, &record->id))
      g_hash_table_insert (map,
                           g_memdup2 (&record->id, sizeof (EntenteId)),
                           g_memdup2 (&named->id, sizeof (EntenteId)));
  }
  return map;
}

static void
add_actor (EntenteCopySide *side, GHashTable *map, const EntenteParticipation *participation)
{
  GArray *actors = g_hash_table_lookup (side->actors, &participation->event);
  const EntenteId *mapped = map ? g_hash_table_lookup (map, &participation->actor) : NULL;
  EntenteId actor = mapped ? *mapped : participation->actor;

  if (!entente_role_is_matching (participation->role))
    return;
  if (!actors) {
    actors = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    g_hash_table_insert (side->actors,
                         g_memdup2 (&participation->event, sizeof (EntenteId)),
                         actors);
  }
  for (guint i = 0; i < actors->len; i++) {
    if (g_array_index (actors, EntenteId, i) == actor)
      return;
  }
  g_array_append_val (actors, actor);
  g_array_sort (actors, compare_ids);
}

static gboolean
read_actors (EntenteCopySide *side,
             EntenteStore *store,
             GHashTable *map,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) participations =
    entente_store_list_in_slices (store, ENTENTE_ENTITY_PARTICIPATION, cancellable, error);

  side->actors =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; participations && i < participations->len; i++)
    add_actor (side, map, participations->pdata[i]);
  return participations != NULL;
}

gboolean
entente_copy_side_read (EntenteCopySide *side,
                        EntenteStore *store,
                        GHashTable *map,
                        GCancellable *cancellable,
                        GError **error)
{
  entente_copy_side_clear (side);
  return (side->events =
            entente_store_list_in_slices (store, ENTENTE_ENTITY_EVENT, cancellable, error)) &&
         (side->links =
            entente_store_list_in_slices (store, ENTENTE_ENTITY_LINK, cancellable, error)) &&
         (side->claims =
            entente_store_list_in_slices (store, ENTENTE_ENTITY_CLAIM, cancellable, error)) &&
         read_passages (side, store, cancellable, error) &&
         read_actors (side, store, map, cancellable, error);
}

/* ---- pairs ---- */

static GHashTable *
index_events (const GPtrArray *events)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < events->len; i++)
    g_hash_table_insert (index, &((EntenteRecord *) events->pdata[i])->id, events->pdata[i]);
  return index;
}

static void
add_pair (GArray *pairs, GHashTable *paired, gpointer mine, gpointer theirs)
{
  EntenteCopyTwo two = { mine, theirs };

  g_array_append_val (pairs, two);
  g_hash_table_add (paired, mine);
  g_hash_table_add (paired, theirs);
}

/* Where a move is told. */
typedef struct {
  const char *text; /* SHA-256 */
  const EntentePassage *passage;
  gpointer event;
} Told;

static int
compare_told (gconstpointer a, gconstpointer b)
{
  const Told *one = a, *other = b;
  int order = g_strcmp0 (one->text, other->text);

  return order != 0 ? order : one->passage->start < other->passage->start ? -1 : 1;
}

/* Of the events that are not paired. */
static GArray *
list_told (const EntenteCopySide *side, GHashTable *events, GHashTable *paired)
{
  GArray *told = g_array_new (FALSE, FALSE, sizeof (Told));

  for (guint i = 0; i < side->claims->len; i++) {
    const EntenteClaim *claim = side->claims->pdata[i];
    Told one = { .event = g_hash_table_lookup (events, &claim->event),
                 .passage = g_hash_table_lookup (side->passages, &claim->passage) };

    if (!one.event || !one.passage || g_hash_table_contains (paired, one.event))
      continue;
    one.text = g_hash_table_lookup (side->texts, &one.passage->revision);
    if (one.text && *one.text)
      g_array_append_val (told, one);
  }
  g_array_sort (told, compare_told);
  return told;
}

typedef struct {
  double share; /* of the shorter passage */
  gpointer mine, theirs;
} Overlap;

static int
compare_overlaps (gconstpointer a, gconstpointer b)
{
  const Overlap *one = a, *other = b;

  return one->share > other->share ? -1 : one->share < other->share;
}

static double
get_share (const EntentePassage *a, const EntentePassage *b)
{
  gint64 shared = MIN (a->end, b->end) - MAX (a->start, b->start);
  gint64 shorter = MIN (a->end - a->start, b->end - b->start);

  return shared > 0 && shorter > 0 ? (double) shared / (double) shorter : 0;
}

/* Both lists are by text and place: for each of mine, those of theirs in the same text. */
static GArray *
list_overlaps (const GArray *mine, const GArray *theirs)
{
  GArray *overlaps = g_array_new (FALSE, FALSE, sizeof (Overlap));
  guint first = 0;

  for (guint i = 0; i < mine->len; i++) {
    const Told *one = &g_array_index (mine, Told, i);

    while (first < theirs->len &&
           g_strcmp0 (g_array_index (theirs, Told, first).text, one->text) < 0)
      first++;
    for (guint j = first; j < theirs->len; j++) {
      const Told *other = &g_array_index (theirs, Told, j);
      Overlap overlap = { 0, one->event, other->event };

      if (g_strcmp0 (other->text, one->text) != 0 || other->passage->start >= one->passage->end)
        break;
      overlap.share = get_share (one->passage, other->passage);
      if (overlap.share >= 0.5)
        g_array_append_val (overlaps, overlap);
    }
  }
  g_array_sort (overlaps, compare_overlaps);
  return overlaps;
}

static guint
pair_by_passage (const EntenteCopySide *mine,
                 const EntenteCopySide *theirs,
                 GHashTable *events[2],
                 GHashTable *paired,
                 GArray *pairs)
{
  g_autoptr (GArray) told_mine = list_told (mine, events[0], paired);
  g_autoptr (GArray) told_theirs = list_told (theirs, events[1], paired);
  g_autoptr (GArray) overlaps = list_overlaps (told_mine, told_theirs);
  guint n = 0;

  for (guint i = 0; i < overlaps->len; i++) {
    const Overlap *overlap = &g_array_index (overlaps, Overlap, i);

    if (g_hash_table_contains (paired, overlap->mine) ||
        g_hash_table_contains (paired, overlap->theirs))
      continue;
    add_pair (pairs, paired, overlap->mine, overlap->theirs);
    n++;
  }
  return n;
}

GArray *
entente_copy_pair_events (const EntenteCopySide *mine,
                          const EntenteCopySide *theirs,
                          EntenteCopyAgreement *agreement)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (EntenteCopyTwo));
  g_autoptr (GHashTable) own = index_events (mine->events);
  g_autoptr (GHashTable) other = index_events (theirs->events);
  g_autoptr (GHashTable) paired = g_hash_table_new (NULL, NULL);
  GHashTable *events[2] = { own, other };

  for (guint i = 0; i < mine->events->len; i++) {
    EntenteRecord *event = mine->events->pdata[i];
    gpointer match = g_hash_table_lookup (other, &event->id);

    if (match)
      add_pair (pairs, paired, event, match);
  }
  agreement->n_by_passage = pair_by_passage (mine, theirs, events, paired, pairs);
  agreement->n_pairs = pairs->len;
  agreement->n_only_mine = mine->events->len - pairs->len;
  agreement->n_only_theirs = theirs->events->len - pairs->len;
  return pairs;
}
