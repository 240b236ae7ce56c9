/* Merging a copy: random edits of two copies against what must become of every record.
 *
 * ENTENTE_MERGE_ROUNDS says how many random pairs of copies are merged; without it as many as take
 * some seconds.
 */
#include "config.h"

#include "entente-copy-pair.h"
#include "entente-random-record.h"
#include "entente-random-step.h"

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const EntenteRecord *one = a, *other = b;

  return one->entity == other->entity && one->id == other->id;
}

static void
assert_same (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer record;

  g_assert_cmpuint (g_hash_table_size (a), ==, g_hash_table_size (b));
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, NULL, &record)) {
    gpointer other = g_hash_table_lookup (b, record);

    g_assert_nonnull (other);
    g_assert_true (entente_record_equal (record, other));
  }
}

static void
assert_whole (EntenteStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = entente_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* ---- random edits ---- */

/* Any record of the study, or NULL. */
static EntenteRecord *
choose_record (GRand *random, GHashTable *all)
{
  guint n = g_hash_table_size (all), wanted;
  GHashTableIter iter;
  gpointer record = NULL;

  if (n == 0)
    return NULL;
  wanted = (guint) g_rand_int_range (random, 0, (gint32) n);
  g_hash_table_iter_init (&iter, all);
  for (guint i = 0; i <= wanted; i++)
    g_assert_true (g_hash_table_iter_next (&iter, NULL, &record));
  return record;
}

static void
list_ids (GHashTable *all, GArray *ids[ENTENTE_N_ENTITIES])
{
  GHashTableIter iter;
  gpointer data;

  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    ids[i] = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_hash_table_iter_init (&iter, all);
  while (g_hash_table_iter_next (&iter, NULL, &data)) {
    const EntenteRecord *record = data;

    g_array_append_val (ids[record->entity], record->id);
  }
}

/* Some fields of some record get other values. */
static void
edit_fields (GRand *random, EntenteStore *store)
{
  g_autoptr (GHashTable) all = entente_copy_pair_read_all (store);
  const EntenteRecord *record = choose_record (random, all);
  g_autoptr (EntenteStep) step = entente_step_new ("Edit fields");
  g_autoptr (EntenteRecord) edited = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  GArray *ids[ENTENTE_N_ENTITIES];

  if (!record)
    return;
  list_ids (all, ids);
  if (entente_random_record_is_possible (record->entity, ids)) {
    EntenteFieldMask mask =
      record->entity == ENTENTE_ENTITY_PASSAGE ? ENTENTE_ALL_FIELDS : g_rand_int (random);

    edited = entente_random_record (random, record->entity, ids);
    edited->id = record->id;
    entente_step_update_fields (step, edited, mask);
    changes = entente_store_apply (store, step, NULL);
  }
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++)
    g_array_unref (ids[i]);
}

static void
edit_somehow (GRand *random, EntenteStore *store, int most)
{
  for (gint32 n = g_rand_int_range (random, 1, most); n > 0; n--) {
    gint32 dice = g_rand_int_range (random, 0, 10);

    if (dice < 5)
      edit_fields (random, store);
    else if (dice < 9)
      entente_random_step_apply (random, store, 4);
    else if (entente_store_get_undo_step (store) > 6)
      entente_change_set_unref (entente_store_undo (store, NULL));
  }
}

/* ---- what must become of every record ---- */

typedef struct {
  GHashTable *base, *mine, *theirs, *result;
  const GPtrArray *conflicts;
  const EntenteCopyChoice *choices;
} Truth;

/* Fields that were asked about; @theirs gets those decided for them. A deletion asked about has
 * all. */
static EntenteFieldMask
get_asked (const Truth *truth, const EntenteRecord *key, EntenteFieldMask *theirs)
{
  EntenteFieldMask asked = 0;

  *theirs = 0;
  for (guint i = 0; i < truth->conflicts->len; i++) {
    const EntenteCopyConflict *conflict = truth->conflicts->pdata[i];
    EntenteFieldMask fields =
      conflict->kind == ENTENTE_COPY_BOTH_CHANGED ? conflict->fields : ENTENTE_ALL_FIELDS;

    if (!equal_keys (&conflict->key, key))
      continue;
    asked |= fields;
    if (truth->choices[i] == ENTENTE_COPY_THEIRS)
      *theirs |= fields;
  }
  return asked;
}

static gboolean
has_deletion (const Truth *truth, EntenteCopyConflictKind kind)
{
  for (guint i = 0; i < truth->conflicts->len; i++) {
    if (((EntenteCopyConflict *) truth->conflicts->pdata[i])->kind == kind)
      return TRUE;
  }
  return FALSE;
}

/* Does the field of @record name only what is there in the end? Else it may have been given up. */
static gboolean
names_only_present (const Truth *truth, const EntenteRecord *record, const EntenteFieldInfo *field)
{
  gpointer value = entente_record_get_field (record, field);
  const GArray *ids = field->type == ENTENTE_FIELD_IDS ? *(GArray **) value : NULL;
  EntenteRecord key = { field->target, ENTENTE_ID_NONE };

  for (guint i = 0; ids && i < ids->len; i++) {
    key.id = g_array_index (ids, EntenteId, i);
    if (!g_hash_table_contains (truth->result, &key))
      return FALSE;
  }
  if (field->type != ENTENTE_FIELD_ID || *(EntenteId *) value == ENTENTE_ID_NONE)
    return TRUE;
  key.id = *(EntenteId *) value;
  for (guint i = 0; i < ENTENTE_N_ENTITIES; i++) {
    key.entity = field->target == ENTENTE_N_ENTITIES ? (EntenteEntity) i : field->target;
    if (g_hash_table_contains (truth->result, &key))
      return TRUE;
  }
  return FALSE;
}

static gboolean
names_only_present_at_all (const Truth *truth, const EntenteRecord *record)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (record->entity, &n);

  for (guint i = 0; i < n; i++) {
    if (!names_only_present (truth, record, &fields[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
differs (const EntenteRecord *a, const EntenteRecord *b, guint field)
{
  return entente_record_compare_fields (a, b) >> field & 1;
}

/* A record that all three have, and the result too: field by field. */
static void
assert_fields (const Truth *truth,
               const EntenteRecord *base,
               const EntenteRecord *mine,
               const EntenteRecord *theirs,
               const EntenteRecord *result)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (base->entity, &n);
  EntenteFieldMask for_theirs, asked = get_asked (truth, base, &for_theirs);

  for (guint i = 0; i < n; i++) {
    gboolean i_did = differs (base, mine, i), they_did = differs (base, theirs, i);
    gboolean is_theirs = (asked >> i & 1) ? for_theirs >> i & 1 : they_did && !i_did;
    const EntenteRecord *wanted = is_theirs ? theirs : mine;

    if (i_did && they_did && differs (mine, theirs, i))
      g_assert_true (asked >> i & 1);
    /* What was given up with a record that is gone, or kept with one that is not. */
    if (!names_only_present (truth, theirs, &fields[i]) ||
        !names_only_present (truth, mine, &fields[i]) ||
        (has_deletion (truth, ENTENTE_COPY_DELETED_THERE) &&
         (fields[i].type == ENTENTE_FIELD_ID || fields[i].type == ENTENTE_FIELD_IDS)))
      continue;
    if (differs (wanted, result, i) &&
        !(fields[i].type == ENTENTE_FIELD_ID || fields[i].type == ENTENTE_FIELD_IDS ||
          base->entity == ENTENTE_ENTITY_PASSAGE))
      g_test_message ("%s.%s", entente_entity_nick (base->entity), fields[i].name);
    g_assert_false (differs (wanted, result, i));
  }
}

static void
assert_record (const Truth *truth, const EntenteRecord *key)
{
  const EntenteRecord *base = g_hash_table_lookup (truth->base, key);
  const EntenteRecord *mine = g_hash_table_lookup (truth->mine, key);
  const EntenteRecord *theirs = g_hash_table_lookup (truth->theirs, key);
  const EntenteRecord *result = g_hash_table_lookup (truth->result, key);

  if (base && mine && theirs) {
    if (result)
      assert_fields (truth, base, mine, theirs, result);
    else /* it hangs on something that was deleted */
      g_assert_true (!names_only_present_at_all (truth, mine) ||
                     !names_only_present_at_all (truth, theirs));
  } else if (!base && mine) {
    g_assert_true (result ? entente_record_equal (mine, result) ||
                              !names_only_present_at_all (truth, mine)
                          : !names_only_present_at_all (truth, mine));
  } else if (!base && theirs) {
    g_assert_true (result ? entente_record_equal (theirs, result) ||
                              !names_only_present_at_all (truth, theirs)
                          : !names_only_present_at_all (truth, theirs));
  } else if (base && mine) {
    g_assert_true (!result || has_deletion (truth, ENTENTE_COPY_DELETED_THERE));
    g_assert_true (entente_record_equal (base, mine) ||
                   has_deletion (truth, ENTENTE_COPY_DELETED_THERE));
  } else if (base && theirs) {
    g_assert_true (!result || has_deletion (truth, ENTENTE_COPY_DELETED_HERE));
    g_assert_true (entente_record_equal (base, theirs) ||
                   has_deletion (truth, ENTENTE_COPY_DELETED_HERE));
  } else {
    g_assert_null (result);
  }
}

static void
assert_all_records (const Truth *truth)
{
  GHashTable *const tables[] = { truth->base, truth->mine, truth->theirs };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    GHashTableIter iter;
    gpointer record;

    g_hash_table_iter_init (&iter, tables[i]);
    while (g_hash_table_iter_next (&iter, NULL, &record))
      assert_record (truth, record);
  }
}

static void
run_round (GRand *random, EntenteStoreFixture *fixture, guint *n_conflicts)
{
  EntenteCopyPair pair;
  g_autoptr (EntenteCopyMerge) merge = NULL;
  g_autoptr (GHashTable) mine = NULL;
  g_autoptr (GHashTable) theirs = NULL;
  g_autofree EntenteCopyChoice *choices = NULL;
  gboolean has_step;

  for (guint i = 0; i < 4; i++)
    entente_random_step_apply (random, fixture->store, 12);
  entente_copy_pair_init (&pair, fixture);
  edit_somehow (random, pair.mine, 14);
  edit_somehow (random, pair.theirs, 14);
  mine = entente_copy_pair_read_all (pair.mine);
  theirs = entente_copy_pair_read_all (pair.theirs);
  merge = entente_copy_pair_read (&pair);
  *n_conflicts += entente_copy_merge_get_conflicts (merge)->len;
  choices = g_new (EntenteCopyChoice, entente_copy_merge_get_conflicts (merge)->len + 1);
  for (guint i = 0; i < entente_copy_merge_get_conflicts (merge)->len; i++)
    choices[i] = g_rand_boolean (random) ? ENTENTE_COPY_MINE : ENTENTE_COPY_THEIRS;
  has_step = entente_copy_pair_apply (&pair, merge, choices);
  assert_whole (pair.mine);
  {
    g_autoptr (GHashTable) result = entente_copy_pair_read_all (pair.mine);
    Truth truth = { pair.base, mine, theirs, result, entente_copy_merge_get_conflicts (merge),
                    choices };

    assert_all_records (&truth);
  }
  entente_copy_pair_assert_nothing_more (&pair);
  if (has_step) {
    g_autoptr (GHashTable) undone = NULL;

    entente_store_fixture_undo (pair.mine);
    undone = entente_copy_pair_read_all (pair.mine);
    assert_same (mine, undone);
  }
  entente_copy_pair_clear (&pair);
}

static void
test_random (void)
{
  const char *setting = g_getenv ("ENTENTE_MERGE_ROUNDS");
  guint64 n = setting ? g_ascii_strtoull (setting, NULL, 10) : 12;
  guint n_conflicts = 0;

  for (guint64 i = 0; i < n; i++) {
    guint32 seed = (guint32) g_test_rand_int ();
    g_autoptr (GRand) random = g_rand_new_with_seed (seed);
    EntenteStoreFixture fixture = { 0 };

    g_test_message ("round %u, seed %u", (guint) i, seed);
    entente_store_fixture_set_up (&fixture, NULL);
    run_round (random, &fixture, &n_conflicts);
    entente_store_fixture_tear_down (&fixture, NULL);
  }
  g_test_message ("%u conflicts", n_conflicts);
  g_assert_cmpuint (n_conflicts, >, 0);
}

int
main (int argc, char **argv)
{
  entente_store_fixture_init (&argc, &argv);
  g_test_add_func ("/copy-merge/random", test_random);
  return g_test_run ();
}
