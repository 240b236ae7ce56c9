/* The one step of a merge: what comes, what changes and what goes, so that every reference holds in
 * the end.
 *
 * First it is found out which records will be there, then what still refers to others is given up.
 * What goes takes with it what hangs on it (the store does that); what they moved elsewhere before
 * is moved first.
 */
#include "config.h"

#include "entente-copy-merge-private.h"

#include "entente-study-records.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const EntenteCopyMerge *merge;
  GHashTable *coming; /* key -> EntenteRecord, ours to change */
  GHashTable *updates; /* key -> EntenteRecord, ours to change */
  GHashTable *masks; /* key -> EntenteFieldMask *: what of an update is written */
  GHashTable *gone; /* set of keys */
  GPtrArray *roots; /* keys of what is deleted; the rest of `gone` goes with it */
  GHashTable *known; /* key -> is it in the study now? */
} Plan;

static EntenteRecord *
dup_key (const EntenteRecord *key)
{
  EntenteRecord *copy = g_new (EntenteRecord, 1);

  *copy = (EntenteRecord){ key->entity, key->id };
  return copy;
}

static GHashTable *
make_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (entente_copy_hash_key, entente_copy_equal_keys, g_free, free_value);
}

static void
plan_init (Plan *plan, const EntenteCopyMerge *merge)
{
  plan->merge = merge;
  plan->coming = make_table (entente_record_unref);
  plan->updates = make_table (entente_record_unref);
  plan->masks = make_table (g_free);
  plan->gone = make_table (NULL);
  plan->known = make_table (NULL);
  plan->roots = g_ptr_array_new ();
}

static void
plan_clear (Plan *plan)
{
  g_hash_table_unref (plan->coming);
  g_hash_table_unref (plan->updates);
  g_hash_table_unref (plan->masks);
  g_hash_table_unref (plan->gone);
  g_hash_table_unref (plan->known);
  g_ptr_array_unref (plan->roots);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const EntenteRecord *one = *(EntenteRecord **) a, *other = *(EntenteRecord **) b;

  if (one->entity != other->entity)
    return one->entity < other->entity ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* Values of a table, keys of a set; in an order that is the same every time. */
static GPtrArray *
list_sorted (GHashTable *records)
{
  GPtrArray *sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (sorted, record);
  g_ptr_array_sort (sorted, compare_keys);
  return sorted;
}

/* ---- who will be there ---- */

static gboolean
is_known (Plan *plan, const EntenteRecord *key)
{
  g_autoptr (EntenteRecord) record = NULL;
  gpointer known;

  if (g_hash_table_lookup_extended (plan->known, key, NULL, &known))
    return GPOINTER_TO_INT (known);
  entente_copy_read (plan->merge->store, key->entity, key->id, &record, NULL);
  g_hash_table_insert (plan->known, dup_key (key), GINT_TO_POINTER (record != NULL));
  return record != NULL;
}

static gboolean
will_be (Plan *plan, EntenteEntity entity, EntenteId id)
{
  EntenteRecord key = { entity, id };

  if (entity >= ENTENTE_N_ENTITIES)
    return FALSE;
  if (g_hash_table_contains (plan->coming, &key))
    return TRUE;
  return !g_hash_table_contains (plan->gone, &key) && is_known (plan, &key);
}

static GArray *
list_references (Plan *plan, const EntenteRecord *record)
{
  const EntenteRecord key = { ENTENTE_ENTITY_FIELD,
                              record->entity == ENTENTE_ENTITY_FIELD_VALUE
                                ? ((const EntenteFieldValue *) record)->field
                                : ENTENTE_ID_NONE };
  const EntenteField *field = g_hash_table_lookup (plan->coming, &key);
  GArray *references = entente_copy_list_references (plan->merge->store, NULL, record);

  /* The field of a value may be coming, too. */
  for (guint i = 0; field && i < references->len; i++) {
    EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

    if (reference->entity == ENTENTE_N_ENTITIES && field->entity)
      entente_entity_parse (field->entity, &reference->entity);
  }
  return references;
}

/* ---- what comes and changes ---- */

static void
add_coming (Plan *plan, const EntenteCopyTriple *triple)
{
  g_hash_table_insert (plan->coming, dup_key (&triple->key), entente_record_copy (triple->theirs));
}

static void
add_update (Plan *plan, const EntenteCopyTriple *triple, EntenteFieldMask fields)
{
  EntenteRecord *update = g_hash_table_lookup (plan->updates, &triple->key);
  EntenteFieldMask *mask = g_hash_table_lookup (plan->masks, &triple->key);

  if (!update) {
    update = entente_record_copy (triple->mine);
    mask = g_new0 (EntenteFieldMask, 1);
    g_hash_table_insert (plan->updates, dup_key (&triple->key), update);
    g_hash_table_insert (plan->masks, dup_key (&triple->key), mask);
  }
  entente_record_take_fields (update, triple->theirs, fields);
  *mask |= fields;
}

static void
add_gone (Plan *plan, EntenteCopyTriple *triple)
{
  g_hash_table_add (plan->gone, dup_key (&triple->key));
  g_ptr_array_add (plan->roots, &triple->key);
}

static void
add_choice (Plan *plan, const EntenteCopyConflict *conflict)
{
  EntenteCopyTriple *triple =
    entente_copy_merge_find (plan->merge, conflict->key.entity, conflict->key.id);

  switch (conflict->kind) {
  case ENTENTE_COPY_BOTH_CHANGED:
    add_update (plan, triple, conflict->fields);
    break;
  case ENTENTE_COPY_DELETED_HERE:
    add_coming (plan, triple);
    for (guint i = 0; i < triple->members->len; i++)
      add_coming (plan, triple->members->pdata[i]);
    break;
  case ENTENTE_COPY_DELETED_THERE:
  default:
    add_gone (plan, triple);
    break;
  }
}

static void
add_all (Plan *plan, const EntenteCopyChoice *choices)
{
  const EntenteCopyMerge *merge = plan->merge;

  for (guint i = 0; i < merge->order->len; i++) {
    EntenteCopyTriple *triple = merge->order->pdata[i];

    if (entente_copy_is_added (triple))
      add_coming (plan, triple);
    else if (entente_copy_is_deleted_there (triple) && triple->is_root && !triple->is_touched)
      add_gone (plan, triple);
    else if (triple->mine && triple->theirs && triple->taken)
      add_update (plan, triple, triple->taken);
  }
  for (guint i = 0; i < merge->conflicts->len; i++) {
    if (choices[i] == ENTENTE_COPY_THEIRS)
      add_choice (plan, merge->conflicts->pdata[i]);
  }
}

/* ---- what goes with it ---- */

/* The field by which @record hangs on @key; -1 when it does not. */
static int
find_owning (Plan *plan, const EntenteRecord *record, const EntenteRecord *key)
{
  g_autoptr (GArray) references = list_references (plan, record);

  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

    if (reference->owns && reference->id == key->id && reference->entity == key->entity)
      return (int) reference->field;
  }
  return -1;
}

/* Will everything be there that @record hangs on? */
static gboolean
holds (Plan *plan, const EntenteRecord *record)
{
  g_autoptr (GArray) references = list_references (plan, record);

  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

    if (reference->owns && !will_be (plan, reference->entity, reference->id))
      return FALSE;
  }
  return TRUE;
}

/* Does @record, which names @key here, go with it? Not when they moved it, or had it elsewhere all
 * along. */
static gboolean
goes_along (Plan *plan, const EntenteRecord *record, const EntenteRecord *key)
{
  const EntenteRecord *update = g_hash_table_lookup (plan->updates, record);
  const EntenteCopyTriple *triple =
    entente_copy_merge_find (plan->merge, record->entity, record->id);
  int field = find_owning (plan, update ? update : record, key);

  if (field < 0)
    return FALSE;
  if (!triple || !triple->mine || !triple->theirs || !holds (plan, triple->theirs))
    return TRUE;
  add_update (plan, triple, entente_copy_get_group (record->entity, (guint) field));
  return FALSE;
}

static gboolean
spread_gone (Plan *plan, GError **error)
{
  g_autoptr (GPtrArray) front = list_sorted (plan->gone);

  while (front->len > 0) {
    const EntenteRecord *key = g_ptr_array_remove_index_fast (front, front->len - 1);
    g_autoptr (GPtrArray) naming =
      entente_copy_list_naming (plan->merge->store, key->entity, key->id, error);

    if (!naming)
      return FALSE;
    for (guint i = 0; i < naming->len; i++) {
      EntenteRecord *own;

      if (g_hash_table_contains (plan->gone, naming->pdata[i]) ||
          !goes_along (plan, naming->pdata[i], key))
        continue;
      own = dup_key (naming->pdata[i]);
      g_hash_table_add (plan->gone, own);
      g_ptr_array_add (front, own);
    }
  }
  return TRUE;
}

/* ---- what holds no more ---- */

/* What hangs on a record that will not be there, does not come; and so on. */
static void
drop_coming (Plan *plan)
{
  gboolean again = TRUE;

  while (again) {
    GHashTableIter iter;
    gpointer record;

    again = FALSE;
    g_hash_table_iter_init (&iter, plan->coming);
    while (g_hash_table_iter_next (&iter, NULL, &record)) {
      if (holds (plan, record))
        continue;
      g_hash_table_iter_remove (&iter);
      again = TRUE;
    }
  }
}

static void
clear_coming (Plan *plan)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, plan->coming);
  while (g_hash_table_iter_next (&iter, NULL, &record)) {
    g_autoptr (GArray) references = list_references (plan, record);

    for (guint i = 0; i < references->len; i++) {
      const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

      if (!will_be (plan, reference->entity, reference->id))
        entente_copy_clear_reference (record, reference);
    }
  }
}

/* A reference of an update that does not hold stays as it is here; if that does not hold either, it
 * is cleared by what goes. */
static void
mend_update (Plan *plan, EntenteRecord *update, EntenteFieldMask *mask)
{
  const EntenteCopyTriple *triple =
    entente_copy_merge_find (plan->merge, update->entity, update->id);
  g_autoptr (GArray) references = list_references (plan, update);
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (update->entity, &n);

  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);
    EntenteFieldMask group = entente_copy_get_group (update->entity, reference->field);

    if ((*mask >> reference->field & 1) == 0 || will_be (plan, reference->entity, reference->id))
      continue;
    if (fields[reference->field].type == ENTENTE_FIELD_IDS) {
      entente_copy_clear_reference (update, reference);
    } else {
      entente_record_take_fields (update, triple->mine, group);
      *mask &= ~group;
    }
  }
}

/* What they deleted and I keep is still named by what named it: they let go of it with the deletion
 * only. */
static void
keep_named (Plan *plan, EntenteRecord *update, EntenteFieldMask *mask)
{
  const EntenteCopyTriple *triple =
    entente_copy_merge_find (plan->merge, update->entity, update->id);
  g_autoptr (GArray) references = list_references (plan, triple->mine);

  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);
    const EntenteCopyTriple *named =
      reference->entity < ENTENTE_N_ENTITIES
        ? entente_copy_merge_find (plan->merge, reference->entity, reference->id)
        : NULL;
    EntenteFieldMask own = (EntenteFieldMask) 1 << reference->field;

    if (!named || !entente_copy_is_deleted_there (named) || (*mask & own) == 0 ||
        g_hash_table_contains (plan->gone, &named->key))
      continue;
    entente_record_take_fields (update, triple->mine, own);
    *mask &= ~own;
  }
}

static void
mend_updates (Plan *plan)
{
  GHashTableIter iter;
  gpointer key, update;

  g_hash_table_iter_init (&iter, plan->updates);
  while (g_hash_table_iter_next (&iter, &key, &update)) {
    EntenteFieldMask *mask = g_hash_table_lookup (plan->masks, key);

    if (g_hash_table_contains (plan->gone, key)) {
      g_hash_table_iter_remove (&iter);
      continue;
    }
    mend_update (plan, update, mask);
    keep_named (plan, update, mask);
  }
}

/* ---- the step ---- */

static void
add_deletions (Plan *plan, EntenteStep *step, gboolean settings)
{
  for (guint i = 0; i < plan->roots->len; i++) {
    const EntenteRecord *key = plan->roots->pdata[i];

    if ((key->entity == ENTENTE_ENTITY_SETTING) == settings)
      entente_step_delete (step, key->entity, key->id);
  }
}

/* That this state of the copy was merged. */
static void
add_mark (Plan *plan, EntenteStep *step)
{
  const EntenteCopyMerge *merge = plan->merge;
  g_autoptr (EntenteSetting) setting = entente_setting_new ();

  if (!merge->mark)
    return;
  setting->record.id = entente_id_from_key (merge->mark);
  setting->name = g_strdup (merge->mark);
  setting->value = g_strdup (merge->name);
  if (!will_be (plan, ENTENTE_ENTITY_SETTING, setting->record.id))
    entente_step_insert (step, setting);
}

static EntenteStep *
make_step (Plan *plan)
{
  g_autofree char *label = g_strdup_printf (_ ("Merge the copy “%s”"), plan->merge->name);
  EntenteStep *step = entente_step_new (label);
  g_autoptr (GPtrArray) coming = list_sorted (plan->coming);
  g_autoptr (GPtrArray) updates = list_sorted (plan->updates);

  /* Names of settings are unique at every moment. */
  add_deletions (plan, step, TRUE);
  for (guint i = 0; i < coming->len; i++)
    entente_step_insert (step, coming->pdata[i]);
  for (guint i = 0; i < updates->len; i++) {
    const EntenteFieldMask *mask = g_hash_table_lookup (plan->masks, updates->pdata[i]);

    if (*mask)
      entente_step_update_fields (step, updates->pdata[i], *mask);
  }
  add_deletions (plan, step, FALSE);
  if (step->changes->len > 0 || plan->merge->conflicts->len > 0)
    add_mark (plan, step);
  return step;
}

EntenteStep *
entente_copy_merge_create_step (const EntenteCopyMerge *merge,
                                const EntenteCopyChoice *choices,
                                GError **error)
{
  Plan plan;
  EntenteStep *step = NULL;
  gboolean done = TRUE;

  if (entente_store_get_version (merge->store) != merge->version) {
    g_set_error_literal (error,
                         ENTENTE_ERROR,
                         ENTENTE_ERROR_CONFLICT,
                         _ ("The study was changed since the copy was compared with it. Merge it "
                            "again."));
    return NULL;
  }
  plan_init (&plan, merge);
  add_all (&plan, choices);
  /* What is given up may let others go, and those others; three rounds are more than the depth of
   * what hangs together. */
  for (guint round = 0; done && round < 3; round++) {
    done = spread_gone (&plan, error);
    drop_coming (&plan);
    clear_coming (&plan);
    mend_updates (&plan);
  }
  if (done)
    step = make_step (&plan);
  plan_clear (&plan);
  if (step && step->changes->len == 0)
    g_clear_pointer (&step, entente_step_free);
  return step;
}
