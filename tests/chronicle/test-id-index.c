/* The index of ids against a sorted list, under random changes. */
#include "config.h"

#include "entente-id-index.h"

#include <glib.h>

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  EntenteId first = ((const EntenteIdEntry *) a)->id;
  EntenteId second = ((const EntenteIdEntry *) b)->id;

  return (first > second) - (first < second);
}

static GArray *
collect (GHashTable *wheres)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (EntenteIdEntry));
  GHashTableIter iter;
  gpointer id;
  gpointer where;

  g_hash_table_iter_init (&iter, wheres);
  while (g_hash_table_iter_next (&iter, &id, &where)) {
    EntenteIdEntry entry = { *(gint64 *) id, GPOINTER_TO_UINT (where) };

    g_array_append_val (entries, entry);
  }
  g_array_sort (entries, compare_entries);
  return entries;
}

static void
put (GHashTable *wheres, EntenteId id, guint32 where)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  g_hash_table_replace (wheres, key, GUINT_TO_POINTER (where));
}

/* Half close together, half anywhere: both kinds of chunk. */
static EntenteId
pick_id (void)
{
  EntenteId low = 1 + g_test_rand_int_range (0, 20000);

  return g_test_rand_int_range (0, 2) == 0 ? low : low << 44;
}

static void
check_index (const EntenteIdIndex *index, GHashTable *wheres)
{
  for (guint i = 0; i < 2000; i++) {
    EntenteId id = pick_id ();
    gpointer where;
    gboolean known = g_hash_table_lookup_extended (wheres, &id, NULL, &where);

    g_assert_cmpuint (entente_id_index_find (index, id),
                      ==,
                      known ? GPOINTER_TO_UINT (where) : ENTENTE_WHERE_GONE);
  }
}

static void
test_like_table (void)
{
  g_autoptr (GHashTable) wheres = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) first = NULL;
  g_autoptr (EntenteIdIndex) index = NULL;

  for (guint i = 0; i < 9000; i++)
    put (wheres, pick_id (), i);
  first = collect (wheres);
  index = entente_id_index_new ((const EntenteIdEntry *) (gpointer) first->data, first->len);
  check_index (index, wheres);
  for (guint round = 0; round < 20; round++) {
    g_autoptr (GHashTable) changed =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_autoptr (GArray) changes = NULL;
    EntenteIdIndex *patched;

    for (guint i = 0; i < 1 + (round % 4) * 700; i++) {
      EntenteId id = pick_id ();
      gboolean goes = g_test_rand_int_range (0, 2) == 0;

      put (changed, id, goes ? ENTENTE_WHERE_GONE : i);
      if (goes)
        g_hash_table_remove (wheres, &id);
      else
        put (wheres, id, i);
    }
    changes = collect (changed);
    patched = entente_id_index_patch (index,
                                      (const EntenteIdEntry *) (gpointer) changes->data,
                                      changes->len);
    check_index (patched, wheres);
    entente_id_index_unref (index);
    index = patched;
  }
}

static void
test_empty (void)
{
  EntenteIdEntry entry = { 5, ENTENTE_WHERE (7, 9) };
  g_autoptr (EntenteIdIndex) none = entente_id_index_new (NULL, 0);
  g_autoptr (EntenteIdIndex) one = entente_id_index_patch (none, &entry, 1);
  guint32 where = entente_id_index_find (one, 5);

  g_assert_cmpuint (entente_id_index_find (none, 5), ==, ENTENTE_WHERE_GONE);
  g_assert_cmpuint (ENTENTE_WHERE_SLOT (where), ==, 7);
  g_assert_cmpuint (ENTENTE_WHERE_PLACE (where), ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id-index/table", test_like_table);
  g_test_add_func ("/id-index/empty", test_empty);
  return g_test_run ();
}
