/* What one side deleted and the other went on using.
 *
 * What hangs on a record goes with it, so only the root of what went is asked about; it is touched
 * when anything that hangs on it was changed, added, or newly named by the other side.
 */
#include "config.h"

#include "entente-copy-merge-private.h"

typedef struct {
  EntenteCopyMerge *merge;
  EntenteStore *theirs;
  GCancellable *cancellable;
} Look;

static GArray *
list_references (const Look *look, const EntenteRecord *record)
{
  return entente_copy_list_references (look->merge->store, look->theirs, record);
}

/* ---- deleted here ---- */

/* The record that I deleted and they have; NULL when it is none. */
static EntenteCopyTriple *
find_deleted_here (Look *look, EntenteEntity entity, EntenteId id)
{
  EntenteCopyTriple *triple;
  EntenteRecord key = { entity, id };
  g_autoptr (EntenteRecord) mine = NULL;
  g_autoptr (EntenteRecord) theirs = NULL;
  EntenteRecord *base;

  if (entity >= ENTENTE_N_ENTITIES)
    return NULL;
  triple = entente_copy_merge_find (look->merge, entity, id);
  if (triple)
    return entente_copy_is_deleted_here (triple) ? triple : NULL;
  if (!look->merge->has_history ||
      !entente_copy_read (look->merge->store, entity, id, &mine, NULL) || mine ||
      !entente_copy_read (look->theirs, entity, id, &theirs, NULL) || !theirs)
    return NULL;
  base = entente_record_ref (theirs);
  return entente_copy_merge_add (look->merge, &key, base, NULL, g_steal_pointer (&theirs));
}

/* Fields of theirs that are taken, or asked about. */
static EntenteFieldMask
get_wanted (const EntenteCopyMerge *merge, const EntenteCopyTriple *triple)
{
  EntenteFieldMask wanted = triple->taken;

  if (!triple->theirs)
    return 0;
  if (!triple->mine)
    return entente_copy_is_added (triple) ? ENTENTE_ALL_FIELDS : 0;
  for (guint i = 0; i < merge->conflicts->len; i++) {
    const EntenteCopyConflict *conflict = merge->conflicts->pdata[i];

    if (entente_copy_equal_keys (&conflict->key, &triple->key))
      wanted |= conflict->fields;
  }
  return wanted;
}

/* What they newly name is touched. */
static void
touch_named (Look *look, const EntenteCopyTriple *triple)
{
  EntenteFieldMask wanted = get_wanted (look->merge, triple);
  g_autoptr (GArray) references = wanted ? list_references (look, triple->theirs) : NULL;

  for (guint i = 0; references && i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);
    EntenteCopyTriple *named;

    if ((wanted >> reference->field & 1) == 0)
      continue;
    named = find_deleted_here (look, reference->entity, reference->id);
    if (named)
      named->is_touched = TRUE;
  }
}

/* The owner of a touched record is touched; is one of its owners deleted, too? */
static gboolean
touch_owners_here (Look *look, const EntenteCopyTriple *triple)
{
  g_autoptr (GArray) references = list_references (look, triple->theirs);
  gboolean has_owner = FALSE;

  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);
    EntenteCopyTriple *owner =
      reference->owns ? find_deleted_here (look, reference->entity, reference->id) : NULL;

    if (owner) {
      has_owner = TRUE;
      if (triple->is_touched && !owner->is_touched) {
        owner->is_touched = TRUE;
        touch_owners_here (look, owner);
      }
    }
  }
  return has_owner;
}

/* What hangs on @triple there and is gone here. */
static gboolean
add_members (Look *look, EntenteCopyTriple *root, const EntenteCopyTriple *triple, GError **error)
{
  g_autoptr (GPtrArray) naming =
    entente_copy_list_naming (look->theirs, triple->key.entity, triple->key.id, error);

  for (guint i = 0; naming && i < naming->len; i++) {
    const EntenteRecord *record = naming->pdata[i];
    EntenteCopyTriple *member = find_deleted_here (look, record->entity, record->id);
    g_autoptr (GArray) references = member ? list_references (look, record) : NULL;
    gboolean hangs = FALSE;

    for (guint j = 0; references && j < references->len; j++) {
      const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, j);

      hangs = hangs || (reference->owns && reference->id == triple->key.id);
    }
    if (!hangs || member == root || g_ptr_array_find (root->members, member, NULL))
      continue;
    g_ptr_array_add (root->members, member);
    if (!add_members (look, root, member, error))
      return FALSE;
  }
  return naming != NULL;
}

static gboolean
find_deleted_here_all (Look *look, GError **error)
{
  GPtrArray *order = look->merge->order;

  for (guint i = 0; i < order->len; i++) {
    EntenteCopyTriple *triple = order->pdata[i];

    if (entente_copy_is_deleted_here (triple))
      triple->is_touched =
        triple->is_touched || !entente_record_equal (triple->base, triple->theirs);
    touch_named (look, triple);
  }
  for (guint i = 0; i < order->len; i++) {
    EntenteCopyTriple *triple = order->pdata[i];

    if (entente_copy_is_deleted_here (triple))
      touch_owners_here (look, triple);
  }
  for (guint i = 0; i < order->len; i++) {
    EntenteCopyTriple *triple = order->pdata[i];

    if (g_cancellable_set_error_if_cancelled (look->cancellable, error))
      return FALSE;
    if (!entente_copy_is_deleted_here (triple) || !triple->is_touched ||
        touch_owners_here (look, triple))
      continue;
    triple->members = g_ptr_array_new ();
    entente_copy_add_conflict (look->merge, ENTENTE_COPY_DELETED_HERE, &triple->key, 0);
    if (!add_members (look, triple, triple, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- deleted there ---- */

static gboolean
names_alike (Look *look, const EntenteRecord *record, const EntenteCopyReference *wanted)
{
  g_autoptr (GArray) references = record ? list_references (look, record) : NULL;

  for (guint i = 0; references && i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

    if (reference->field == wanted->field && reference->id == wanted->id)
      return TRUE;
  }
  return FALSE;
}

/* Did I make @record, which names what they deleted, do so? */
static gboolean
is_named_by_me (Look *look, const EntenteCopyTriple *deleted, EntenteRecord *record, GError **error)
{
  EntenteCopyTriple *triple = entente_copy_merge_find (look->merge, record->entity, record->id);
  g_autoptr (GArray) references = NULL;
  EntenteRecord *theirs = NULL;

  if (triple && entente_copy_is_deleted_there (triple))
    return FALSE;
  if (!triple) {
    EntenteRecord key = *record;

    if (!entente_copy_read (look->theirs, record->entity, record->id, &theirs, error) || !theirs)
      return TRUE;
    triple = entente_copy_merge_add (look->merge,
                                     &(EntenteRecord){ key.entity, key.id },
                                     entente_record_ref (theirs),
                                     entente_record_ref (record),
                                     theirs);
  }
  references = list_references (look, record);
  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);

    if (reference->id == deleted->key.id && reference->entity == deleted->key.entity &&
        !names_alike (look, triple->base, reference))
      return TRUE;
  }
  return FALSE;
}

static gboolean
settle_touched_there (Look *look, EntenteCopyTriple *triple, GError **error)
{
  g_autoptr (GPtrArray) naming = NULL;

  triple->is_touched = triple->is_touched || !entente_record_equal (triple->base, triple->mine);
  if (triple->is_touched)
    return TRUE;
  naming = entente_copy_list_naming (look->merge->store, triple->key.entity, triple->key.id, error);
  for (guint i = 0; naming && i < naming->len && !triple->is_touched; i++)
    triple->is_touched = is_named_by_me (look, triple, naming->pdata[i], error);
  return naming != NULL;
}

static gboolean
touch_owners_there (Look *look, const EntenteCopyTriple *triple)
{
  g_autoptr (GArray) references = list_references (look, triple->mine);
  gboolean has_owner = FALSE;

  for (guint i = 0; i < references->len; i++) {
    const EntenteCopyReference *reference = &g_array_index (references, EntenteCopyReference, i);
    EntenteCopyTriple *owner =
      reference->owns ? entente_copy_merge_find (look->merge, reference->entity, reference->id)
                      : NULL;

    if (!owner || !entente_copy_is_deleted_there (owner))
      continue;
    has_owner = TRUE;
    if (triple->is_touched && !owner->is_touched) {
      owner->is_touched = TRUE;
      touch_owners_there (look, owner);
    }
  }
  return has_owner;
}

static gboolean
find_deleted_there_all (Look *look, GError **error)
{
  GPtrArray *order = look->merge->order;

  for (guint i = 0; i < order->len; i++) {
    EntenteCopyTriple *triple = order->pdata[i];

    if (g_cancellable_set_error_if_cancelled (look->cancellable, error) ||
        (entente_copy_is_deleted_there (triple) && !settle_touched_there (look, triple, error)))
      return FALSE;
  }
  for (guint i = 0; i < order->len; i++) {
    EntenteCopyTriple *triple = order->pdata[i];

    if (entente_copy_is_deleted_there (triple))
      triple->is_root = !touch_owners_there (look, triple);
  }
  for (guint i = 0; i < order->len; i++) {
    EntenteCopyTriple *triple = order->pdata[i];

    if (entente_copy_is_deleted_there (triple) && triple->is_root && triple->is_touched)
      entente_copy_add_conflict (look->merge, ENTENTE_COPY_DELETED_THERE, &triple->key, 0);
  }
  return TRUE;
}

gboolean
entente_copy_find_deletions (EntenteCopyMerge *merge,
                             EntenteStore *theirs,
                             GCancellable *cancellable,
                             GError **error)
{
  Look look = { .merge = merge, .theirs = theirs, .cancellable = cancellable };

  return find_deleted_here_all (&look, error) && find_deleted_there_all (&look, error);
}
