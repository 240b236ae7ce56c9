/* The difference of a copy: which of its records were touched since both files were one, and how
 * each field fares.
 *
 * The state that both come from is the newest one that is known: where their histories part, or
 * what was merged last, which the setting left by that merge names.
 */
#include "config.h"

#include "entente-copy-merge-private.h"

#include "entente-study-records.h"

#include <string.h>

#define MARK "merged-"

/* Where the two files come from. */
typedef struct {
  gboolean is_known;
  gint64 theirs; /* row of their journal after which they worked alone */
  gint64 mine; /* row of my journal at which they took over what I had; 0: what was before is read
                  off theirs */
} Origin;

typedef struct {
  EntenteCopyMerge *merge;
  EntenteStore *theirs;
  GCancellable *cancellable;
  Origin origin;
} Look;

/* ---- where they part ---- */

static char *
make_mark (const GPtrArray *fingerprints, guint row)
{
  return row > 0 ? g_strconcat (MARK, fingerprints->pdata[row - 1], NULL) : NULL;
}

/* The newest row of the journal with these fingerprints that @store says to have taken over; 0 when
 * none. */
static gint64
find_merged (EntenteStore *store, const GPtrArray *fingerprints, guint after)
{
  for (guint row = fingerprints->len; row > after; row--) {
    g_autofree char *mark = make_mark (fingerprints, row);
    g_autofree char *found = entente_store_get_setting (store, mark);

    if (found)
      return row;
  }
  return 0;
}

gboolean
entente_copy_is_mark (const EntenteRecord *record)
{
  return record->entity == ENTENTE_ENTITY_SETTING &&
         g_str_has_prefix (((const EntenteSetting *) record)->name, MARK);
}

static guint
count_common (const GPtrArray *mine, const GPtrArray *theirs)
{
  guint n = 0;

  while (n < MIN (mine->len, theirs->len) && strcmp (mine->pdata[n], theirs->pdata[n]) == 0)
    n++;
  return n;
}

static gboolean
find_origin (Look *look, GError **error)
{
  EntenteStore *store = look->merge->store;
  g_autoptr (GPtrArray) mine = entente_store_get_fingerprints (store, look->cancellable, error);
  g_autoptr (GPtrArray) theirs = NULL;
  guint common;

  entente_copy_merge_tell (look->merge, 0, 300, 1, 2);
  theirs = mine ? entente_store_get_fingerprints (look->theirs, look->cancellable, error) : NULL;
  if (!theirs)
    return FALSE;
  entente_copy_merge_tell (look->merge, 0, 300, 2, 2);
  common = count_common (mine, theirs);
  look->origin.theirs = MAX ((gint64) common, find_merged (store, theirs, common));
  look->origin.mine = find_merged (look->theirs, mine, common);
  look->origin.is_known = look->origin.theirs > 0 || look->origin.mine > 0;
  look->merge->parting = common;
  look->merge->mark = make_mark (theirs, theirs->len);
  return TRUE;
}

/* ---- which records ---- */

static void
add_key (GArray *keys, EntenteEntity entity, EntenteId id)
{
  EntenteRecord key = { entity, id };

  g_array_append_val (keys, key);
}

static gboolean
is_equal_here (const Look *look, const EntenteRecord *theirs)
{
  g_autoptr (EntenteRecord) mine =
    entente_store_get (look->merge->store, theirs->entity, theirs->id, NULL);

  return mine && entente_record_equal (mine, theirs);
}

/* Everything of theirs that is not the same here. */
static gboolean
compare_all (Look *look, GArray *keys, GError **error)
{
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GPtrArray) records = entente_store_list (look->theirs, entity, error);

    if (!records)
      return FALSE;
    entente_copy_merge_tell (look->merge, 300, 500, entity, ENTENTE_N_ENTITIES);
    for (guint i = 0; i < records->len; i++) {
      const EntenteRecord *record = records->pdata[i];

      if (g_cancellable_set_error_if_cancelled (look->cancellable, error))
        return FALSE;
      if (!is_equal_here (look, record))
        add_key (keys, entity, record->id);
    }
  }
  return TRUE;
}

/* Did they take over what I had after that row only? Then what I had is the newer origin. */
static void
settle_origin (Look *look, const GArray *touched)
{
  for (guint i = 0; look->origin.mine > 0 && i < touched->len; i++) {
    const EntenteTouched *one = &g_array_index (touched, EntenteTouched, i);
    g_autoptr (EntenteRecord) setting = NULL;

    if (one->entity != ENTENTE_ENTITY_SETTING)
      continue;
    setting = entente_store_get (look->theirs, one->entity, one->id, NULL);
    if (setting && entente_copy_is_mark (setting))
      return;
  }
  look->origin.mine = 0;
}

/* Their records to look at; @numbers gets the row of their journal for each. */
static gboolean
list_keys (Look *look, GArray *keys, GArray *numbers, GError **error)
{
  g_autoptr (GArray) touched = NULL;

  if (!look->origin.is_known)
    return compare_all (look, keys, error);
  touched = entente_store_get_touched (look->theirs, look->origin.theirs, look->cancellable, error);
  if (!touched)
    return FALSE;
  settle_origin (look, touched);
  for (guint i = 0; i < touched->len; i++) {
    const EntenteTouched *one = &g_array_index (touched, EntenteTouched, i);

    add_key (keys, one->entity, one->id);
    g_array_append_val (numbers, one->number);
  }
  return TRUE;
}

/* ---- three states ---- */

static EntenteRecord *
copy_with_id (EntenteRecord *record, EntenteId id)
{
  EntenteRecord *copy = entente_record_copy (record);

  copy->id = id;
  entente_record_unref (record);
  return copy;
}

/* A setting is known by its name: one that both files made for themselves is one. */
static gboolean
find_setting (Look *look,
              EntenteRecord *key,
              EntenteRecord **mine,
              EntenteRecord **theirs,
              GError **error)
{
  g_autoptr (GPtrArray) settings = NULL;

  if (key->entity != ENTENTE_ENTITY_SETTING || *mine || !*theirs)
    return TRUE;
  settings = entente_store_list (look->merge->store, ENTENTE_ENTITY_SETTING, error);
  if (!settings)
    return FALSE;
  for (guint i = 0; i < settings->len; i++) {
    const EntenteSetting *setting = settings->pdata[i];

    if (g_strcmp0 (setting->name, ((EntenteSetting *) *theirs)->name) != 0)
      continue;
    key->id = setting->record.id;
    *theirs = copy_with_id (*theirs, key->id);
    *mine = entente_record_ref (setting);
  }
  return TRUE;
}

static gboolean
add_triple (Look *look, EntenteRecord key, EntenteRecord *base, gint64 number, GError **error)
{
  EntenteRecord *mine = NULL, *theirs = NULL;
  EntenteId id = key.id;
  EntenteCopyTriple *triple;

  if (!entente_copy_read (look->merge->store, key.entity, key.id, &mine, error) ||
      !entente_copy_read (look->theirs, key.entity, key.id, &theirs, error) ||
      !find_setting (look, &key, &mine, &theirs, error)) {
    g_clear_pointer (&base, entente_record_unref);
    g_clear_pointer (&mine, entente_record_unref);
    g_clear_pointer (&theirs, entente_record_unref);
    return FALSE;
  }
  if (key.id != id)
    g_clear_pointer (&base, entente_record_unref);
  triple = entente_copy_merge_add (look->merge, &key, base, mine, theirs);
  triple->number = number;
  triple->has_base = look->origin.is_known;
  return TRUE;
}

static GPtrArray *
read_bases (const Look *look, const GArray *keys, GError **error)
{
  const Origin *origin = &look->origin;

  if (!origin->is_known)
    return g_ptr_array_new ();
  return entente_store_get_past (origin->mine > 0 ? look->merge->store : look->theirs,
                                 origin->mine > 0 ? origin->mine : origin->theirs,
                                 (const EntenteRecord *) keys->data,
                                 keys->len,
                                 look->cancellable,
                                 error);
}

static gboolean
add_triples (Look *look, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (EntenteRecord));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) bases = NULL;

  if (!list_keys (look, keys, numbers, error) || !(bases = read_bases (look, keys, error)))
    return FALSE;
  for (guint i = 0; i < keys->len; i++) {
    EntenteRecord *base = i < bases->len ? g_steal_pointer (&bases->pdata[i]) : NULL;
    gint64 number = i < numbers->len ? g_array_index (numbers, gint64, i) : 0;

    entente_copy_merge_tell (look->merge, 500, 800, i, keys->len);
    if (g_cancellable_set_error_if_cancelled (look->cancellable, error) ||
        !add_triple (look, g_array_index (keys, EntenteRecord, i), base, number, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- fields ---- */

/* What the record that @field of the triple names would be below in the end, when nothing is asked.
 */
static EntenteId
get_parent (EntenteCopyMerge *merge,
            EntenteEntity entity,
            EntenteId id,
            const EntenteFieldInfo *field,
            guint number)
{
  const EntenteCopyTriple *triple = entente_copy_merge_find (merge, entity, id);
  g_autoptr (EntenteRecord) read = NULL;
  const EntenteRecord *record = NULL;

  if (!triple) {
    read = entente_store_get (merge->store, entity, id, NULL);
    record = read;
  } else {
    record = !triple->mine || (triple->taken >> number & 1) ? triple->theirs : triple->mine;
  }
  return record ? *(EntenteId *) entente_record_get_field (record, field) : ENTENTE_ID_NONE;
}

/* Would the record come to be its own ancestor? */
static gboolean
makes_loop (EntenteCopyMerge *merge,
            const EntenteCopyTriple *triple,
            const EntenteFieldInfo *field,
            guint number)
{
  EntenteId id = triple->key.id;

  if (field->type != ENTENTE_FIELD_ID || field->target != triple->key.entity)
    return FALSE;
  for (guint depth = 0; id != ENTENTE_ID_NONE; depth++) {
    id = get_parent (merge, triple->key.entity, id, field, number);
    if (id == triple->key.id || depth > 1000)
      return TRUE;
  }
  return FALSE;
}

/* The fields in which theirs has something new, and those of them that I changed, too. */
static void
settle_fields (EntenteCopyMerge *merge, EntenteCopyTriple *triple)
{
  EntenteFieldMask differ = entente_record_compare_fields (triple->mine, triple->theirs);
  EntenteFieldMask here =
    triple->base ? entente_record_compare_fields (triple->base, triple->mine) : ENTENTE_ALL_FIELDS;
  EntenteFieldMask there = triple->base
                             ? entente_record_compare_fields (triple->base, triple->theirs)
                             : ENTENTE_ALL_FIELDS;
  guint n;

  entente_entity_get_fields (triple->key.entity, &n);
  for (guint i = 0; i < n; i++) {
    EntenteFieldMask group = entente_copy_get_group (triple->key.entity, i);

    if ((group & differ & there) == 0 || (group & (((EntenteFieldMask) 1 << i) - 1)) != 0)
      continue;
    if ((group & here) == 0)
      triple->taken |= group & differ;
    else
      entente_copy_add_conflict (merge, ENTENTE_COPY_BOTH_CHANGED, &triple->key, group & differ);
  }
}

/* What is fine for each record alone may go round in a circle together. */
static void
settle_loops (EntenteCopyMerge *merge, EntenteCopyTriple *triple)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (triple->key.entity, &n);

  for (guint i = 0; i < n; i++) {
    EntenteFieldMask own = (EntenteFieldMask) 1 << i;

    if ((triple->taken & own) == 0 || !makes_loop (merge, triple, &fields[i], i))
      continue;
    triple->taken &= ~own;
    entente_copy_add_conflict (merge, ENTENTE_COPY_BOTH_CHANGED, &triple->key, own);
  }
}

gboolean
entente_copy_find_difference (EntenteCopyMerge *merge,
                              EntenteStore *theirs,
                              GCancellable *cancellable,
                              GError **error)
{
  Look look = { .merge = merge, .theirs = theirs, .cancellable = cancellable };

  if (!find_origin (&look, error) || !add_triples (&look, error))
    return FALSE;
  merge->has_history = look.origin.is_known;
  for (guint i = 0; i < merge->order->len; i++) {
    EntenteCopyTriple *triple = merge->order->pdata[i];

    if (triple->mine && triple->theirs)
      settle_fields (merge, triple);
  }
  for (guint i = 0; i < merge->order->len; i++)
    settle_loops (merge, merge->order->pdata[i]);
  return TRUE;
}
