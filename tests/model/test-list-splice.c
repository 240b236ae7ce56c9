/* The smallest splice, against the mirror of a list, for random lists. */
#include "config.h"

#include "entente-list-splice.h"
#include "entente-model-fixture.h"

static GPtrArray *
create_objects (guint n)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (objects, g_object_new (G_TYPE_OBJECT, NULL));
  return objects;
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) objects = create_objects (12);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (store));

  for (int round = 0; round < 500; round++) {
    g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
    guint n_changes = mirror->n_changes;

    for (guint i = 0; i < objects->len; i++)
      if (g_test_rand_int_range (0, 4) > 0)
        g_ptr_array_add (wanted, objects->pdata[i]);
    entente_list_splice (store, wanted, NULL);
    g_assert_cmpuint (mirror->n_changes - n_changes, <=, 1);
    g_assert_cmpuint (mirror->items->len, ==, wanted->len);
    for (guint i = 0; i < wanted->len; i++)
      g_assert_true (mirror->items->pdata[i] == wanted->pdata[i]);
    entente_list_splice (store, wanted, NULL);
    g_assert_cmpuint (mirror->n_changes - n_changes, <=, 1);
  }
}

/* One that counts as another is taken out and put in again. */
static void
test_renewed (void)
{
  g_autoptr (GPtrArray) objects = create_objects (3);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GHashTable) renewed = g_hash_table_new (NULL, NULL);
  g_autoptr (EntenteListMirror) mirror = NULL;

  entente_list_splice (store, objects, NULL);
  mirror = entente_list_mirror_new (G_LIST_MODEL (store));
  g_hash_table_add (renewed, objects->pdata[1]);
  entente_list_splice (store, objects, renewed);
  g_assert_cmpuint (mirror->n_changes, ==, 1);
  entente_list_mirror_check (mirror);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-splice/random", test_random);
  g_test_add_func ("/list-splice/renewed", test_renewed);
  return g_test_run ();
}
