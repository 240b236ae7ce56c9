/* Rows are made anew after each change; what is spliced in is the difference, so that place and
 * keyboard stay. Main thread.
 */
#include "config.h"

#include "entente-record-list.h"

#include "entente-filter.h"
#include "entente-list-splice.h"
#include "entente-record-rows.h"

#include <glib/gi18n.h>
#include <string.h>

struct _EntenteRecordItem {
  GObject parent_instance;

  EntenteId id;
  char *name, *detail, *count;
  guint depth, total;
};

G_DEFINE_FINAL_TYPE (EntenteRecordItem, entente_record_item, G_TYPE_OBJECT)

typedef struct {
  EntenteRecords records;
  EntenteChronicle *chronicle;
  EntenteBitset *filtered;
  gboolean cancelled; /* atomic */
} Job;

struct _EntenteRecordList {
  GObject parent_instance;

  EntenteSession *session;
  EntenteRecords records;
  GArray *rows; /* EntenteRecordRow, all; NULL until counted */
  GListStore *store; /* those that are listed */
  char *search; /* folded, or NULL */
  Job *counting; /* in a thread, or NULL */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntenteRecordList,
                               entente_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum { UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- items ---- */

static void
entente_record_item_finalize (GObject *object)
{
  EntenteRecordItem *self = ENTENTE_RECORD_ITEM (object);

  g_free (self->name);
  g_free (self->detail);
  g_free (self->count);

  G_OBJECT_CLASS (entente_record_item_parent_class)->finalize (object);
}

static void
entente_record_item_class_init (EntenteRecordItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = entente_record_item_finalize;
}

static void
entente_record_item_init (EntenteRecordItem *self)
{
}

/* Takes @name. */
static EntenteRecordItem *
create_item (const EntenteRecordRow *row, char *name, guint depth)
{
  EntenteRecordItem *item = g_object_new (ENTENTE_TYPE_RECORD_ITEM, NULL);

  item->id = row->id;
  item->name = name;
  item->detail = g_strdup (row->detail != NULL ? row->detail : "");
  item->depth = depth;
  item->total = row->total;
  /* TRANSLATORS: moves that the filter lets through, of all that there are */
  item->count =
    row->is_counted ? g_strdup_printf (_ ("%u of %u"), row->n, row->total) : g_strdup ("");
  return item;
}

static gboolean
is_same (EntenteRecordItem *a, EntenteRecordItem *b)
{
  return a->id == b->id && a->depth == b->depth && a->total == b->total &&
         g_str_equal (a->name, b->name) && g_str_equal (a->detail, b->detail) &&
         g_str_equal (a->count, b->count);
}

/* ---- listing ---- */

/* Titles of events are read when they are first asked for, and until then described. */
static char *
dup_name (EntenteRecordList *self, const EntenteRecordRow *row)
{
  EntenteStudy *study = entente_session_get_study (self->session);
  EntenteChronicle *chronicle = entente_study_get_chronicle (study);
  const char *title;
  guint at;

  if (row->name != NULL)
    return g_strdup (row->name);
  title = entente_study_get_event_title (study, row->id);
  if (title != NULL)
    return g_strdup (title);
  at = entente_chronicle_find_row (chronicle, row->id);
  return at != ENTENTE_NO_INDEX ? entente_chronicle_describe (chronicle, at) : g_strdup ("");
}

static gboolean
matches (EntenteRecordList *self, const char *detail, const char *name)
{
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (self->search == NULL)
    return TRUE;
  all = g_strconcat (name, "\n", detail, NULL);
  folded = entente_name_fold (all);
  return strstr (folded, self->search) != NULL;
}

/* Marks what the search finds, and what that stands under. */
static void
mark_found (EntenteRecordList *self, char *const *names, gboolean *found)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint)); /* row at each depth */

  for (guint i = 0; i < self->rows->len; i++) {
    const EntenteRecordRow *row = &g_array_index (self->rows, EntenteRecordRow, i);

    g_array_set_size (above, row->depth + 1);
    g_array_index (above, guint, row->depth) = i;
    found[i] = matches (self, row->detail, names[i]);
    for (guint depth = 0; found[i] && depth < row->depth; depth++)
      found[g_array_index (above, guint, depth)] = TRUE;
  }
}

/* Items that say the same as those of the store stay these, so that rows stay. */
static EntenteRecordItem *
reuse_item (GHashTable *old, EntenteRecordItem *fresh)
{
  EntenteRecordItem *item = g_hash_table_lookup (old, &fresh->id);

  if (item == NULL || !is_same (item, fresh))
    return fresh;
  g_object_unref (fresh);
  return g_object_ref (item);
}

static GHashTable *
collect_old (EntenteRecordList *self)
{
  GHashTable *old = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++) {
    EntenteRecordItem *item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

    g_hash_table_insert (old, &item->id, item);
  }
  return old;
}

static void
show_rows (EntenteRecordList *self)
{
  g_autoptr (GHashTable) old = collect_old (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree gboolean *found = g_new0 (gboolean, self->rows->len + 1);
  g_autofree char **names = g_new0 (char *, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    names[i] = dup_name (self, &g_array_index (self->rows, EntenteRecordRow, i));
  mark_found (self, names, found);
  for (guint i = 0; i < self->rows->len; i++) {
    const EntenteRecordRow *row = &g_array_index (self->rows, EntenteRecordRow, i);

    if (found[i])
      g_ptr_array_add (items, reuse_item (old, create_item (row, names[i], row->depth)));
    else
      g_free (names[i]);
  }
  entente_list_splice (self->store, items, NULL);
  g_signal_emit (self, signals[UPDATED], 0);
}

/* ---- counting ---- */

static void
clear_job (gpointer data)
{
  Job *job = data;

  entente_chronicle_unref (job->chronicle);
  entente_bitset_unref (job->filtered);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, clear_job);
}

static GArray *
do_job (Job *job)
{
  return entente_record_rows_new (job->records, job->chronicle, job->filtered, &job->cancelled);
}

static void
run_counting (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, do_job (data), (GDestroyNotify) g_array_unref);
}

static void
take_rows (EntenteRecordList *self, GArray *rows)
{
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = rows;
  show_rows (self);
}

static void
call_off (EntenteRecordList *self)
{
  if (self->counting == NULL)
    return;
  g_atomic_int_set (&self->counting->cancelled, TRUE);
  g_clear_pointer (&self->counting, job_unref);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteRecordList) self = data;
  g_autoptr (GArray) rows = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_task_data (G_TASK (result)) != self->counting)
    return;
  g_clear_pointer (&self->counting, job_unref);
  if (rows != NULL)
    take_rows (self, g_steal_pointer (&rows));
}

/* Rows of the filter and of the study are those of one moment, or it is waited for the other. */
static void
update (EntenteRecordList *self)
{
  EntenteChronicle *chronicle =
    entente_study_get_chronicle (entente_session_get_study (self->session));
  const EntenteBitset *filtered = entente_session_get_filtered (self->session);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (filtered == NULL || filtered->n_rows != entente_chronicle_get_n_rows (chronicle))
    return;
  call_off (self);
  job = g_atomic_rc_box_new0 (Job);
  job->records = self->records;
  job->chronicle = entente_chronicle_ref (chronicle);
  job->filtered = entente_bitset_ref ((EntenteBitset *) filtered);
  if (filtered->n_rows <= ENTENTE_FILTER_IMMEDIATE_ROWS) {
    take_rows (self, do_job (job));
    job_unref (job);
    return;
  }
  self->counting = job;
  /* The thread may be the last to let go of the task; the list ends in the main thread. */
  task = g_task_new (NULL, NULL, counted_cb, g_object_ref (self));
  g_task_set_task_data (task, g_atomic_rc_box_acquire (job), job_unref);
  g_task_run_in_thread (task, run_counting);
}

static void
titles_cb (EntenteRecordList *self)
{
  if (self->rows != NULL && self->records == ENTENTE_RECORDS_ROUNDS)
    show_rows (self);
}

/* ---- GListModel ---- */

static GType
get_item_type (GListModel *model)
{
  return ENTENTE_TYPE_RECORD_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (ENTENTE_RECORD_LIST (model)->store));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (ENTENTE_RECORD_LIST (model)->store), position);
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* ---- GObject ---- */

static void
entente_record_list_dispose (GObject *object)
{
  EntenteRecordList *self = ENTENTE_RECORD_LIST (object);

  call_off (self);
  if (self->session != NULL) {
    g_signal_handlers_disconnect_by_data (entente_session_get_study (self->session), self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_record_list_parent_class)->dispose (object);
}

static void
entente_record_list_finalize (GObject *object)
{
  EntenteRecordList *self = ENTENTE_RECORD_LIST (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->store);
  g_free (self->search);

  G_OBJECT_CLASS (entente_record_list_parent_class)->finalize (object);
}

static void
entente_record_list_class_init (EntenteRecordListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = entente_record_list_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_record_list_finalize;

  signals[UPDATED] = g_signal_new ("updated",
                                   ENTENTE_TYPE_RECORD_LIST,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
forward_changes_cb (EntenteRecordList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
entente_record_list_init (EntenteRecordList *self)
{
  self->store = g_list_store_new (ENTENTE_TYPE_RECORD_ITEM);
  g_signal_connect_swapped (self->store, "items-changed", G_CALLBACK (forward_changes_cb), self);
}

EntenteRecordList *
entente_record_list_new (EntenteSession *session, EntenteRecords records)
{
  EntenteRecordList *self = g_object_new (ENTENTE_TYPE_RECORD_LIST, NULL);
  EntenteStudy *study = entente_session_get_study (session);

  self->session = g_object_ref (session);
  self->records = records;
  g_signal_connect_swapped (session, "notify::filtered", G_CALLBACK (update), self);
  g_signal_connect_swapped (study, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (study, "titles-read", G_CALLBACK (titles_cb), self);
  update (self);
  return self;
}

/* ---- public functions ---- */

void
entente_record_list_set_search (EntenteRecordList *self, const char *words)
{
  g_autofree char *folded = words != NULL && *words ? entente_name_fold (words) : NULL;

  if (g_strcmp0 (folded, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_steal_pointer (&folded);
  if (self->rows != NULL)
    show_rows (self);
}

gboolean
entente_record_list_is_searched (EntenteRecordList *self)
{
  return self->search != NULL;
}

guint
entente_record_list_get_n_all (EntenteRecordList *self)
{
  return self->rows != NULL ? self->rows->len : 0;
}

guint
entente_record_list_find_match (EntenteRecordList *self)
{
  for (guint i = 0; self->search != NULL && i < get_n_items (G_LIST_MODEL (self)); i++) {
    g_autoptr (EntenteRecordItem) item = get_item (G_LIST_MODEL (self), i);

    if (matches (self, item->detail, item->name))
      return i;
  }
  return G_MAXUINT;
}

guint
entente_record_list_find (EntenteRecordList *self, EntenteId id)
{
  for (guint i = 0; i < get_n_items (G_LIST_MODEL (self)); i++) {
    g_autoptr (EntenteRecordItem) item = get_item (G_LIST_MODEL (self), i);

    if (item->id == id)
      return i;
  }
  return G_MAXUINT;
}

EntenteEntity
entente_records_get_entity (EntenteRecords records)
{
  static const EntenteEntity entities[ENTENTE_N_RECORDS] = {
    [ENTENTE_RECORDS_TRACKS] = ENTENTE_ENTITY_TRACK,
    [ENTENTE_RECORDS_ROUNDS] = ENTENTE_ENTITY_EVENT,
    [ENTENTE_RECORDS_PLACES] = ENTENTE_ENTITY_PLACE,
    [ENTENTE_RECORDS_ISSUES] = ENTENTE_ENTITY_ISSUE,
    [ENTENTE_RECORDS_ERAS] = ENTENTE_ENTITY_ERA,
  };

  return entities[records];
}

EntenteId
entente_record_item_get_id (EntenteRecordItem *self)
{
  return self->id;
}

const char *
entente_record_item_get_name (EntenteRecordItem *self)
{
  return self->name;
}

const char *
entente_record_item_get_detail (EntenteRecordItem *self)
{
  return self->detail;
}

const char *
entente_record_item_get_count (EntenteRecordItem *self)
{
  return self->count;
}

guint
entente_record_item_get_total (EntenteRecordItem *self)
{
  return self->total;
}

guint
entente_record_item_get_depth (EntenteRecordItem *self)
{
  return self->depth;
}
