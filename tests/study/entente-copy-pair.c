/* A study and a copy of it, both open, to be edited apart and merged. */
#include "config.h"

#include "entente-copy-pair.h"

#include <glib/gstdio.h>

/* ---- all records of a study ---- */

static guint
hash_key (gconstpointer key)
{
  return g_int64_hash (&((const EntenteRecord *) key)->id) + ((const EntenteRecord *) key)->entity;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const EntenteRecord *one = a, *other = b;

  return one->entity == other->entity && one->id == other->id;
}

/* key -> record; the key is the record. */
GHashTable *
entente_copy_pair_read_all (EntenteStore *store)
{
  GHashTable *all = g_hash_table_new_full (hash_key, equal_keys, NULL, entente_record_unref);

  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) records = entente_store_list (store, entity, &error);

    g_assert_no_error (error);
    for (guint i = 0; i < records->len; i++)
      g_hash_table_replace (all, records->pdata[i], entente_record_ref (records->pdata[i]));
  }
  return all;
}

/* ---- a pair of copies ---- */

void
entente_copy_pair_init (EntenteCopyPair *pair, EntenteStoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  pair->mine = fixture->store;
  pair->path = g_build_filename (fixture->folder, "theirs.entente", NULL);
  pair->base = entente_copy_pair_read_all (fixture->store);
  g_assert_true (entente_store_copy (fixture->store, pair->path, TRUE, NULL, &error));
  pair->theirs = entente_store_open (pair->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  entente_store_set_coder (pair->mine, "Ada");
  entente_store_set_coder (pair->theirs, "Ben");
}

void
entente_copy_pair_clear (EntenteCopyPair *pair)
{
  g_clear_pointer (&pair->base, g_hash_table_unref);
  g_clear_object (&pair->theirs);
  g_assert_cmpint (g_remove (pair->path), ==, 0);
  g_free (pair->path);
}

/* Theirs is closed while it is read: one file is open once in a process. */
EntenteCopyMerge *
entente_copy_pair_read (EntenteCopyPair *pair)
{
  g_autoptr (GError) error = NULL;
  EntenteCopyProgress *progress = entente_copy_progress_new ();
  EntenteCopyMerge *merge;

  g_clear_object (&pair->theirs);
  merge = entente_copy_merge_read (pair->mine, pair->path, progress, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (entente_copy_progress_get (progress), ==, 1);
  g_atomic_rc_box_release (progress);
  pair->theirs = entente_store_open (pair->path, ENTENTE_OPEN_EXISTING, NULL, &error);
  g_assert_no_error (error);
  return merge;
}

/* Decides all alike; TRUE when there was something to do. */
gboolean
entente_copy_pair_apply (EntenteCopyPair *pair,
                         const EntenteCopyMerge *merge,
                         const EntenteCopyChoice *choices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = entente_copy_merge_create_step (merge, choices, &error);

  g_assert_no_error (error);
  if (!step)
    return FALSE;
  entente_change_set_unref (entente_store_apply (pair->mine, step, &error));
  g_assert_no_error (error);
  return TRUE;
}

gboolean
entente_copy_pair_merge (EntenteCopyPair *pair, EntenteCopyChoice choice, guint n_conflicts)
{
  g_autoptr (EntenteCopyMerge) merge = entente_copy_pair_read (pair);
  const GPtrArray *conflicts = entente_copy_merge_get_conflicts (merge);
  g_autofree EntenteCopyChoice *choices = g_new (EntenteCopyChoice, conflicts->len + 1);

  for (guint i = 0; i < conflicts->len; i++)
    choices[i] = choice;
  g_assert_cmpuint (conflicts->len, ==, n_conflicts);
  return entente_copy_pair_apply (pair, merge, choices);
}

void
entente_copy_pair_assert_nothing_more (EntenteCopyPair *pair)
{
  g_autoptr (EntenteCopyMerge) again = entente_copy_pair_read (pair);

  g_assert_cmpuint (entente_copy_merge_get_conflicts (again)->len, ==, 0);
  g_assert_cmpuint (entente_copy_merge_get_n_added (again), ==, 0);
  g_assert_cmpuint (entente_copy_merge_get_n_changed (again), ==, 0);
  g_assert_cmpuint (entente_copy_merge_get_n_deleted (again), ==, 0);
  g_assert_false (entente_copy_pair_apply (pair, again, NULL));
}
