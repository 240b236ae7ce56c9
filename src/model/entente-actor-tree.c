/* The tree of the actor filter: who belongs to whom, what each counts, which ones a search finds.
 *
 * Three things change it, each with its own function: the chronicle (build: nodes and their order),
 * the query and the counts (refresh: values), the rows that pass (fill_bins). Main thread; the bins
 * of a big study are counted in a thread.
 */
#include "config.h"

#include "entente-actor-parents.h"
#include "entente-actor-tree.h"
#include "entente-actor-values.h"
#include "entente-filter.h"
#include "entente-list-splice.h"
#include "entente-palette.h"
#include <string.h>

/* What the tree knows of an actor, by its index in the chronicle. */
typedef struct {
  EntenteActorNode *node; /* borrowed from `nodes` */
  GPtrArray *children; /* EntenteActorNode that the search leaves, sorted */
  guint total; /* events in a matching role */
  guint visit; /* mark of the last walk that came by */
  gboolean is_counted; /* checked, or below one that is; as of the last refresh */
  gboolean found; /* by the search, or above such a one */
  const char *hit; /* borrowed: the alias that the search found, or NULL */
} Entry;

struct _EntenteActorTree {
  GObject parent_instance;

  EntenteSession *session;
  EntenteChronicle *chronicle; /* that the entries belong to */
  EntenteActorParents *parents; /* of each actor */
  GArray *entries; /* Entry, an actor each */
  GHashTable *nodes; /* EntenteId -> EntenteActorNode */
  GListStore *roots;
  EntenteActorOrder order;
  GArray *sorted; /* guint32: all actors in that order; NULL until it is asked for */
  char *search; /* folded; NULL for none */
  EntenteActorBins *all_bins; /* of the chronicle, or NULL */
  GCancellable *counting; /* of bins, or NULL */
  guint visit; /* number of the newest walk */
};

G_DEFINE_FINAL_TYPE (EntenteActorTree, entente_actor_tree, G_TYPE_OBJECT)

static Entry *
get_entry (EntenteActorTree *self, guint32 index)
{
  return &g_array_index (self->entries, Entry, index);
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->children, g_ptr_array_unref);
}

/* ---- nodes ---- */

static EntenteActorNode *
get_node (EntenteActorTree *self, GHashTable *old_nodes, EntenteId id)
{
  EntenteActorNode *node = g_hash_table_lookup (old_nodes, &id);

  node = node ? g_object_ref (node) : entente_actor_node_new (self->session, id);
  g_hash_table_insert (self->nodes, g_memdup2 (&id, sizeof id), node);
  return node;
}

static GHashTable *
create_nodes (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

static void
build_entries (EntenteActorTree *self)
{
  guint n = entente_chronicle_get_n_actors (self->chronicle);
  g_autoptr (GHashTable) old_nodes = self->nodes;

  self->nodes = create_nodes ();
  g_array_set_size (self->entries, 0);
  for (guint32 actor = 0; actor < n; actor++) {
    const EntenteActor *record = entente_chronicle_get_actor (self->chronicle, actor);
    Entry entry = {
      .node = get_node (self, old_nodes, record->record.id),
      .children = g_ptr_array_new (),
      .total = entente_chronicle_get_actor_count (self->chronicle, actor, TRUE),
    };

    g_array_append_val (self->entries, entry);
  }
  entente_actor_parents_free (self->parents);
  self->parents = entente_actor_parents_new (self->chronicle);
}

/* ---- search ---- */

static gboolean
contains_folded (const char *text, const char *search)
{
  g_autofree char *folded = text ? entente_name_fold (text) : NULL;

  return folded && strstr (folded, search) != NULL;
}

/* TRUE when the name or an alias holds the search; @hit receives the alias if it was one. */
static gboolean
is_hit (EntenteActorTree *self, guint32 actor, const char **hit)
{
  const EntenteActor *record = entente_chronicle_get_actor (self->chronicle, actor);
  guint n;
  const EntenteAlias *const *aliases = entente_chronicle_get_aliases (self->chronicle, actor, &n);

  if (contains_folded (record->name, self->search))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (contains_folded (aliases[i]->text, self->search)) {
      *hit = aliases[i]->text;
      return TRUE;
    }
  if (!contains_folded (record->short_label, self->search))
    return FALSE;
  *hit = record->short_label;
  return TRUE;
}

/* Papers and agencies are actors so that claims can name them; those that take no part are no rows.
 */
static gboolean
is_shown (EntenteActorTree *self, guint32 actor, const char **hit)
{
  const EntenteActor *record = entente_chronicle_get_actor (self->chronicle, actor);

  if (self->search)
    return is_hit (self, actor, hit);
  return record->kind != ENTENTE_ACTOR_MEDIA ||
         entente_chronicle_get_actor_count (self->chronicle, actor, FALSE) > 0;
}

static void
mark_found (EntenteActorTree *self, guint32 actor)
{
  Entry *entry = get_entry (self, actor);
  guint n;
  const guint32 *parents = entente_actor_parents_get (self->parents, actor, &n);

  if (entry->found)
    return;
  entry->found = TRUE;
  for (guint i = 0; i < n; i++)
    mark_found (self, parents[i]);
}

static void
find_hits (EntenteActorTree *self)
{
  for (guint32 actor = 0; actor < self->entries->len; actor++) {
    get_entry (self, actor)->found = FALSE;
    get_entry (self, actor)->hit = NULL;
  }
  for (guint32 actor = 0; actor < self->entries->len; actor++)
    if (is_shown (self, actor, &get_entry (self, actor)->hit))
      mark_found (self, actor);
}

/* ---- lists ---- */

/* Hands every node that is found to its bodies, or to @roots when it has none. */
static void
distribute (EntenteActorTree *self, GPtrArray *roots)
{
  if (!self->sorted)
    self->sorted = entente_actor_order_new (self->chronicle, self->order);
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_set_size (get_entry (self, i)->children, 0);
  for (guint i = 0; i < self->sorted->len; i++) {
    guint32 actor = g_array_index (self->sorted, guint32, i), n;
    const guint32 *parents = entente_actor_parents_get (self->parents, actor, &n);
    Entry *entry = get_entry (self, actor);

    if (!entry->found)
      continue;
    if (n == 0)
      g_ptr_array_add (roots, entry->node);
    for (guint j = 0; j < n; j++)
      g_ptr_array_add (get_entry (self, parents[j])->children, entry->node);
  }
}

/* A view asks for children once, so a node that becomes a body or a leaf is listed anew. */
static void
relist (EntenteActorTree *self)
{
  g_autoptr (GPtrArray) roots = g_ptr_array_new ();
  g_autoptr (GHashTable) renewed = g_hash_table_new (NULL, NULL);

  find_hits (self);
  distribute (self, roots);
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = get_entry (self, i);

    if (entente_actor_node_set_is_parent (entry->node, entry->children->len > 0))
      g_hash_table_add (renewed, entry->node);
  }
  for (guint i = 0; i < self->entries->len; i++) {
    Entry *entry = get_entry (self, i);

    entente_actor_node_set_children (entry->node, entry->children, renewed);
  }
  entente_list_splice (self->roots, roots, renewed);
}

/* ---- values ---- */

static gboolean is_implied (EntenteActorTree *self, const EntenteQuery *query, guint32 actor);

/* Checked, or counted for a body that is. Looked up once an actor in each walk. */
static gboolean
is_counted (EntenteActorTree *self, const EntenteQuery *query, guint32 actor)
{
  Entry *entry = get_entry (self, actor);

  if (entry->visit != self->visit) {
    entry->visit = self->visit;
    entry->is_counted =
      entente_query_has_id (query->actors, entente_actor_node_get_id (entry->node)) ||
      is_implied (self, query, actor);
  }
  return entry->is_counted;
}

static gboolean
is_implied (EntenteActorTree *self, const EntenteQuery *query, guint32 actor)
{
  guint n;
  const guint32 *parents = entente_actor_parents_get (self->parents, actor, &n);

  for (guint i = 0; query->members && i < n; i++)
    if (is_counted (self, query, parents[i]))
      return TRUE;
  return FALSE;
}

/* The counts of another chronicle, or none yet: what the node shows stays. */
static void
get_counts (EntenteActorTree *self, guint32 actor, EntenteActorValues *values)
{
  const EntenteFacets *facets = entente_session_get_facets (self->session);

  values->count = entente_actor_node_get_count (get_entry (self, actor)->node, &values->total);
  if (!facets)
    return;
  values->count = entente_facets_get_count (facets, ENTENTE_FACET_ACTOR, actor);
  values->total = entente_facets_get_total_count (facets, ENTENTE_FACET_ACTOR, actor);
}

static void
refresh_node (EntenteActorTree *self, guint32 actor)
{
  const EntenteQuery *query = entente_session_get_query (self->session);
  const EntenteActor *record = entente_chronicle_get_actor (self->chronicle, actor);
  const Entry *entry = get_entry (self, actor);
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  g_autofree char *code = entente_palette_get_code (self->chronicle, actor);
  EntenteActorValues values = {
    .name = record->name,
    .code = code,
    .colour = record->colour,
    .hit = entry->hit,
    .hue = entente_palette_get_hue (self->chronicle, actor, always),
    .checked = entente_query_has_id (query->actors, record->record.id),
    .implied = is_implied (self, query, actor),
    .mentioned_only =
      entry->total == 0 && entente_chronicle_get_actor_count (self->chronicle, actor, FALSE) > 0,
  };

  get_counts (self, actor, &values);
  entente_actor_node_set_values (entry->node, &values);
}

static void
refresh (EntenteActorTree *self)
{
  self->visit++;
  for (guint32 actor = 0; actor < self->entries->len; actor++)
    refresh_node (self, actor);
}

/* ---- bins ---- */

typedef struct {
  EntenteChronicle *chronicle;
  EntenteBitset *rows;
  gboolean count_all;
  EntenteActorBins *all, *filtered; /* results */
} BinsJob;

static void
bins_job_free (gpointer data)
{
  BinsJob *job = data;

  entente_chronicle_unref (job->chronicle);
  entente_bitset_unref (job->rows);
  g_free (job->all);
  g_free (job->filtered);
  g_free (job);
}

static void
count_bins (BinsJob *job)
{
  if (job->count_all)
    job->all = entente_actor_bins_new (job->chronicle, NULL);
  job->filtered = entente_actor_bins_new (job->chronicle, job->rows);
}

static void
run_bins (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  count_bins (data);
  g_task_return_boolean (task, TRUE);
}

static void
take_bins (EntenteActorTree *self, BinsJob *job)
{
  if (job->all) {
    g_free (self->all_bins);
    self->all_bins = g_steal_pointer (&job->all);
  }
  for (guint32 actor = 0; actor < self->entries->len; actor++)
    entente_actor_node_set_bins (get_entry (self, actor)->node,
                                 job->filtered->counts + actor * ENTENTE_ACTOR_BINS,
                                 self->all_bins->counts + actor * ENTENTE_ACTOR_BINS);
}

static void
bins_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteActorTree) self = data;
  BinsJob *job = g_task_get_task_data (G_TASK (result));

  if (g_task_propagate_boolean (G_TASK (result), NULL) && job->chronicle == self->chronicle)
    take_bins (self, job);
}

static void
stop_counting (EntenteActorTree *self)
{
  if (self->counting)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static BinsJob *
create_bins_job (EntenteActorTree *self)
{
  BinsJob *job = g_new0 (BinsJob, 1);

  job->chronicle = entente_chronicle_ref (self->chronicle);
  job->rows = entente_bitset_ref (entente_session_get_filtered (self->session));
  job->count_all = self->all_bins == NULL;
  return job;
}

static void
fill_bins (EntenteActorTree *self)
{
  BinsJob *job = create_bins_job (self);
  g_autoptr (GTask) task = NULL;

  stop_counting (self);
  if (entente_chronicle_get_n_rows (self->chronicle) <= ENTENTE_FILTER_IMMEDIATE_ROWS) {
    count_bins (job);
    take_bins (self, job);
    bins_job_free (job);
    return;
  }
  self->counting = g_cancellable_new ();
  /* The thread may be the last to let go of the task; the tree ends in the main thread. */
  task = g_task_new (NULL, self->counting, bins_cb, g_object_ref (self));
  g_task_set_task_data (task, job, bins_job_free);
  g_task_run_in_thread (task, run_bins);
}

/* ---- following ---- */

static void
follow_chronicle (EntenteActorTree *self)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));

  if (self->chronicle == chronicle)
    return;
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_clear_pointer (&self->all_bins, g_free);
  g_clear_pointer (&self->sorted, g_array_unref);
  self->chronicle = entente_chronicle_ref (chronicle);
  build_entries (self);
  relist (self);
  refresh (self);
}

static void
filtered_cb (EntenteSession *session, GParamSpec *pspec, EntenteActorTree *self)
{
  follow_chronicle (self);
  fill_bins (self);
}

static void
values_cb (EntenteSession *session, GParamSpec *pspec, EntenteActorTree *self)
{
  follow_chronicle (self);
  refresh (self);
}

static void
entente_actor_tree_dispose (GObject *object)
{
  EntenteActorTree *self = ENTENTE_ACTOR_TREE (object);

  stop_counting (self);
  g_array_set_size (self->entries, 0);
  g_clear_pointer (&self->chronicle, entente_chronicle_unref);
  g_clear_pointer (&self->all_bins, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_actor_tree_parent_class)->dispose (object);
}

static void
entente_actor_tree_finalize (GObject *object)
{
  EntenteActorTree *self = ENTENTE_ACTOR_TREE (object);

  g_array_unref (self->entries);
  g_clear_pointer (&self->sorted, g_array_unref);
  entente_actor_parents_free (self->parents);
  g_hash_table_unref (self->nodes);
  g_object_unref (self->roots);
  g_free (self->search);

  G_OBJECT_CLASS (entente_actor_tree_parent_class)->finalize (object);
}

static void
entente_actor_tree_class_init (EntenteActorTreeClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = entente_actor_tree_dispose;
  object_class->finalize = entente_actor_tree_finalize;
}

static void
entente_actor_tree_init (EntenteActorTree *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  self->nodes = create_nodes ();
  self->roots = g_list_store_new (ENTENTE_TYPE_ACTOR_NODE);
}

EntenteActorTree *
entente_actor_tree_new (EntenteSession *session)
{
  EntenteActorTree *self = g_object_new (ENTENTE_TYPE_ACTOR_TREE, NULL);

  self->session = g_object_ref (session);
  follow_chronicle (self);
  fill_bins (self);
  g_signal_connect_object (session,
                           "notify::filtered",
                           G_CALLBACK (filtered_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (session,
                           "notify::query",
                           G_CALLBACK (values_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (session,
                           "notify::facets",
                           G_CALLBACK (values_cb),
                           self,
                           G_CONNECT_DEFAULT);
  return self;
}

GListModel *
entente_actor_tree_get_roots (EntenteActorTree *self)
{
  return G_LIST_MODEL (self->roots);
}

void
entente_actor_tree_set_order (EntenteActorTree *self, EntenteActorOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  g_clear_pointer (&self->sorted, g_array_unref);
  relist (self);
  refresh (self);
}

void
entente_actor_tree_set_search (EntenteActorTree *self, const char *search)
{
  g_autofree char *folded = search ? entente_name_fold (search) : NULL;

  if (folded && !*folded)
    g_clear_pointer (&folded, g_free);
  if (g_strcmp0 (self->search, folded) == 0)
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&folded);
  relist (self);
  refresh (self);
}
