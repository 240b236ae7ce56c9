/* A facet as a list: which values there are, how often, and which the filter lets through.
 *
 * Items (entente-facet-item.c) are kept by value, or by record in a registry, so a row on the
 * screen lives as long as its value. Which values are listed comes from the counts; switching one
 * makes a new query. Main thread.
 */
#include "config.h"

#include "entente-facet-criterion.h"
#include "entente-facet-private.h"
#include "entente-facet-tree.h"
#include "entente-list-splice.h"
#include "entente-own-fields.h"
#include <glib/gi18n.h>

struct _EntenteFacetList {
  GObject parent_instance;

  EntenteSession *session;
  EntenteFacet facet; /* of an own field where it was last found */
  EntenteId field; /* one of the user's own, or none */
  GListStore *store; /* what is listed */
  guint32 *parents; /* of values, or NULL: entente-facet-tree.h */
  GHashTable *items; /* key of a value -> EntenteFacetItem, listed or not */
  char *summary;
  EntenteMatch match;
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteFacetList,
                               entente_facet_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { LIST_PROP_0, PROP_SUMMARY, PROP_MATCH, N_LIST_PROPS };
static GParamSpec *list_props[N_LIST_PROPS];

#define READABLE (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY)

static EntenteChronicle *
get_chronicle (EntenteFacetList *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

/* Own fields are numbered anew when one is deleted. */
static void
find_facet (EntenteFacetList *self)
{
  const EntenteOwnFields *fields = entente_chronicle_get_own_fields (get_chronicle (self));

  if (self->field != ENTENTE_ID_NONE)
    self->facet =
      ENTENTE_N_FACETS + MIN (entente_own_fields_find (fields, self->field), G_MAXUINT16);
}

static EntenteFacetItem *
get_item (EntenteFacetList *self, guint value)
{
  EntenteId id = entente_facet_criterion_get_id (self->facet, get_chronicle (self), value);
  gboolean is_none = entente_facet_criterion_is_none (self->facet, get_chronicle (self), value);
  /* "None" of a registry keeps its item when records come or go. */
  gint64 key = id != ENTENTE_ID_NONE ? id : is_none ? -1 : (gint64) value;
  EntenteFacetItem *item = g_hash_table_lookup (self->items, &key);

  if (!item) {
    item = g_object_new (ENTENTE_TYPE_FACET_ITEM, NULL);
    item->list = self;
    item->id = id;
    item->is_named = id == ENTENTE_ID_NONE && (self->field == ENTENTE_ID_NONE || is_none);
    g_hash_table_insert (self->items, g_memdup2 (&key, sizeof key), item);
  }
  item->value = value;
  return item;
}

/* Then what is not asked for is asked for all the same while nothing is named. */
static gboolean
is_any (EntenteFacetList *self, const EntenteQuery *query)
{
  return entente_facet_criterion_get_match (self->facet, query, get_chronicle (self)) ==
         ENTENTE_MATCH_ANY;
}

/* A round is called by its title, as everywhere. */
static char *
dup_label (EntenteFacetList *self, guint value)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  EntenteId id = entente_facet_criterion_get_id (self->facet, chronicle, value);

  if (self->facet == ENTENTE_FACET_ROUND && id != ENTENTE_ID_NONE)
    return entente_study_dup_round_title (entente_session_get_study (self->session), id);
  return g_strdup (entente_facet_criterion_get_label (self->facet, chronicle, value));
}

static void
refresh_item (EntenteFacetList *self, EntenteFacetItem *item)
{
  const EntenteFacets *facets = entente_session_get_facets (self->session);
  const EntenteQuery *query = entente_session_get_query (self->session);
  EntenteChronicle *chronicle = get_chronicle (self);
  guint value = item->value;
  g_autofree char *label = dup_label (self, value);

  entente_facet_item_update_label (item, label);
  entente_facet_item_update_checked (
    item,
    (is_any (self, query) &&
     !entente_facet_criterion_is_restricted (self->facet, query, get_chronicle (self))) ||
      entente_facet_tree_names (self->facet, query, chronicle, self->parents, value));
  entente_facet_item_update_counts (item,
                                    entente_facets_get_count (facets, self->facet, value),
                                    entente_facets_get_total_count (facets, self->facet, value));
}

/* Vocabularies stand in their own order, the best evidence first; registries with the busiest
 * first, rounds in time. */
static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntenteFacetItem *item_a = *(EntenteFacetItem *const *) a;
  const EntenteFacetItem *item_b = *(EntenteFacetItem *const *) b;
  static const guint8 evidence_order[] = {
    [ENTENTE_EVIDENCE_CONFIRMED] = 0, [ENTENTE_EVIDENCE_CORROBORATED] = 1,
    [ENTENTE_EVIDENCE_SINGLE] = 2,    [ENTENTE_EVIDENCE_SAME_ORIGIN] = 3,
    [ENTENTE_EVIDENCE_CONTESTED] = 4, [ENTENTE_EVIDENCE_DENIED] = 5,
    [ENTENTE_EVIDENCE_WITHDRAWN] = 6, [ENTENTE_EVIDENCE_NONE] = 7,
  };

  /* "None" of a registry stands last. */
  if ((item_a->id == ENTENTE_ID_NONE) != (item_b->id == ENTENTE_ID_NONE))
    return item_a->id == ENTENTE_ID_NONE ? 1 : -1;
  if (item_a->id == ENTENTE_ID_NONE) {
    if (GPOINTER_TO_UINT (data) == ENTENTE_FACET_EVIDENCE)
      return evidence_order[item_a->value] - evidence_order[item_b->value];
    return item_a->value < item_b->value ? -1 : 1;
  }
  if (GPOINTER_TO_UINT (data) == ENTENTE_FACET_ROUND)
    return item_a->value < item_b->value ? -1 : 1;
  if (item_a->total != item_b->total)
    return item_a->total > item_b->total ? -1 : 1;
  return g_utf8_collate (item_a->label, item_b->label);
}

static gboolean
is_listed (EntenteFacetList *self, guint value)
{
  const EntenteFacets *facets = entente_session_get_facets (self->session);
  const EntenteQuery *query = entente_session_get_query (self->session);

  return entente_facets_get_total_count (facets, self->facet, value) > 0 ||
         (entente_facet_criterion_is_restricted (self->facet, query, get_chronicle (self)) &&
          entente_facet_criterion_names (self->facet, query, get_chronicle (self), value));
}

/* Where no event has any record, "none" is no choice. */
static gboolean
is_lone_none (EntenteFacetList *self, const EntenteFacetItem *item)
{
  return entente_facet_criterion_is_registry (self->facet) && item->id == ENTENTE_ID_NONE &&
         !entente_facet_criterion_is_restricted (self->facet,
                                                 entente_session_get_query (self->session),
                                                 get_chronicle (self));
}

static GPtrArray *
choose_items (EntenteFacetList *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  guint n = entente_facet_criterion_count (self->facet, get_chronicle (self));

  for (guint value = 0; value < n; value++) {
    EntenteFacetItem *item;

    if (!is_listed (self, value))
      continue;
    item = get_item (self, value);
    refresh_item (self, item);
    g_ptr_array_add (chosen, item);
  }
  if (chosen->len == 1 && is_lone_none (self, chosen->pdata[0]))
    g_ptr_array_set_size (chosen, 0);
  g_ptr_array_sort_with_data (chosen, compare_items, GUINT_TO_POINTER (self->facet));
  entente_facet_tree_arrange (chosen, self->parents);
  return chosen;
}

/* Of all or none of the values that are on: "all", "all but X", "X", "all of 2", "none of 2". */
static char *
format_matched (EntenteFacetList *self, EntenteFacetItem *on, guint n_on)
{
  gboolean is_none = entente_facet_criterion_get_match (self->facet,
                                                        entente_session_get_query (self->session),
                                                        get_chronicle (self)) == ENTENTE_MATCH_NONE;

  if (n_on == 0)
    return g_strdup (_ ("all"));
  if (n_on == 1)
    return is_none ? g_strdup_printf (_ ("all but %s"), on->label) : g_strdup (on->label);
  return g_strdup_printf (is_none ? _ ("none of %u") : _ ("all of %u"), n_on);
}

static char *
format_all_but (EntenteFacetList *self, guint value)
{
  g_autofree char *label = dup_label (self, value);

  return g_strdup_printf (_ ("all but %s"), label);
}

/* "all", "all but X", "X", "2 of 5". */
static char *
format_summary (EntenteFacetList *self, GPtrArray *listed)
{
  EntenteFacetItem *on = NULL, *off = NULL;
  guint n_on = 0;

  for (guint i = 0; i < listed->len; i++) {
    EntenteFacetItem *item = listed->pdata[i];

    *(item->checked ? &on : &off) = item;
    n_on += item->checked;
  }
  if (!is_any (self, entente_session_get_query (self->session)))
    return format_matched (self, on, n_on);
  if (!off)
    return g_strdup (_ ("all"));
  if (n_on == 1)
    return g_strdup (on->label);
  if (n_on + 1 == listed->len)
    return format_all_but (self, off->value);
  return g_strdup_printf (_ ("%u of %u"), n_on, listed->len);
}

static void
refresh (EntenteFacetList *self)
{
  g_autoptr (GPtrArray) listed = NULL;
  g_autofree char *summary = NULL;

  if (!entente_session_get_facets (self->session))
    return;
  find_facet (self);
  g_free (self->parents);
  self->parents = entente_facet_tree_get_parents (self->facet, get_chronicle (self));
  listed = choose_items (self);
  entente_list_splice (self->store, listed, NULL);
  summary = format_summary (self, listed);
  if (g_strcmp0 (summary, self->summary) == 0)
    return;
  g_free (self->summary);
  self->summary = g_steal_pointer (&summary);
  g_object_notify_by_pspec (G_OBJECT (self), list_props[PROP_SUMMARY]);
}

static void
update_match (EntenteFacetList *self)
{
  EntenteMatch match = entente_facet_list_get_match (self);

  if (self->match == match)
    return;
  self->match = match;
  g_object_notify_by_pspec (G_OBJECT (self), list_props[PROP_MATCH]);
}

static void
session_cb (EntenteSession *session, GParamSpec *pspec, EntenteFacetList *self)
{
  update_match (self);
  refresh (self);
}

static void
items_changed_cb (GListModel *store,
                  guint position,
                  guint removed,
                  guint added,
                  EntenteFacetList *self)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
list_model_get_item_type (GListModel *model)
{
  return ENTENTE_TYPE_FACET_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ENTENTE_FACET_LIST (model)->store));
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (ENTENTE_FACET_LIST (model)->store), position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = list_model_get_item_type;
  interface->get_n_items = list_model_get_n_items;
  interface->get_item = list_model_get_item;
}

static void
entente_facet_list_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SUMMARY)
    g_value_set_string (value, ENTENTE_FACET_LIST (object)->summary);
  else if (prop == PROP_MATCH)
    g_value_set_int (value, (int) ENTENTE_FACET_LIST (object)->match);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_facet_list_finalize (GObject *object)
{
  EntenteFacetList *self = ENTENTE_FACET_LIST (object);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    ENTENTE_FACET_ITEM (item)->list = NULL;
  g_object_unref (self->session);
  g_object_unref (self->store);
  g_hash_table_unref (self->items);
  g_free (self->parents);
  g_free (self->summary);

  G_OBJECT_CLASS (entente_facet_list_parent_class)->finalize (object);
}

static void
entente_facet_list_class_init (EntenteFacetListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->finalize = entente_facet_list_finalize;
  object_class->get_property = entente_facet_list_get_property;

  list_props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, READABLE);
  list_props[PROP_MATCH] =
    g_param_spec_int ("match", NULL, NULL, 0, ENTENTE_MATCH_NONE, 0, READABLE);
  g_object_class_install_properties (object_class, N_LIST_PROPS, list_props);
}

static void
entente_facet_list_init (EntenteFacetList *self)
{
  self->store = g_list_store_new (ENTENTE_TYPE_FACET_ITEM);
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_signal_connect (self->store, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static EntenteFacetList *
create_list (EntenteSession *session, EntenteFacet facet, EntenteId field)
{
  EntenteFacetList *self = g_object_new (ENTENTE_TYPE_FACET_LIST, NULL);

  self->session = g_object_ref (session);
  self->facet = facet;
  self->field = field;
  find_facet (self);
  self->summary = g_strdup (_ ("all"));
  self->match = entente_facet_list_get_match (self);
  refresh (self);
  g_signal_connect_object (session,
                           "notify::facets",
                           G_CALLBACK (session_cb),
                           self,
                           G_CONNECT_DEFAULT);
  g_signal_connect_object (session,
                           "notify::query",
                           G_CALLBACK (session_cb),
                           self,
                           G_CONNECT_DEFAULT);
  if (facet == ENTENTE_FACET_ROUND)
    g_signal_connect_object (entente_session_get_study (session),
                             "titles-read",
                             G_CALLBACK (refresh),
                             self,
                             G_CONNECT_SWAPPED);
  return self;
}

EntenteFacetList *
entente_facet_list_new (EntenteSession *session, EntenteFacet facet)
{
  return create_list (session, facet, ENTENTE_ID_NONE);
}

EntenteFacetList *
entente_facet_list_new_for_field (EntenteSession *session, EntenteId field)
{
  return create_list (session, ENTENTE_N_FACETS, field);
}

EntenteMatch
entente_facet_list_get_match (EntenteFacetList *self)
{
  return entente_facet_criterion_get_match (self->facet,
                                            entente_session_get_query (self->session),
                                            get_chronicle (self));
}

void
entente_facet_list_set_match (EntenteFacetList *self, EntenteMatch match)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  entente_facet_criterion_set_match (self->facet, query, get_chronicle (self), match);
  entente_session_set_query (self->session, query);
}

/* ---- switching a value ---- */

/* From "everything" to "everything listed". */
static void
name_all (EntenteFacetList *self, EntenteQuery *query)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

    entente_facet_criterion_put (self->facet, query, get_chronicle (self), item->value, TRUE);
  }
}

/* All listed values named is no restriction. */
static void
simplify (EntenteFacetList *self, EntenteQuery *query)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

    if (!entente_facet_tree_names (self->facet,
                                   query,
                                   get_chronicle (self),
                                   self->parents,
                                   item->value))
      return;
  }
  entente_facet_criterion_clear (self->facet, query, get_chronicle (self));
}

void
entente_facet_list_switch (EntenteFacetList *self, guint value, gboolean on)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  if (is_any (self, query) &&
      !entente_facet_criterion_is_restricted (self->facet, query, get_chronicle (self)))
    name_all (self, query);
  if (on)
    entente_facet_criterion_put (self->facet, query, get_chronicle (self), value, TRUE);
  else
    entente_facet_tree_leave_out (self->facet, query, get_chronicle (self), self->parents, value);
  if (is_any (self, query))
    simplify (self, query);
  entente_session_set_query (self->session, query);
}

void
entente_facet_list_switch_to (EntenteFacetList *self, guint value)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (self->session));

  entente_facet_criterion_clear (self->facet, query, get_chronicle (self));
  entente_facet_criterion_put (self->facet, query, get_chronicle (self), value, TRUE);
  entente_session_set_query (self->session, query);
}
