/* Slabs give memory that does not overlap until they are full. */
#include "config.h"

#include "entente-slab.h"

#include <string.h>

static void
test_take (void)
{
  g_autoptr (EntenteSlab) slab = entente_slab_new (100);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  gsize size = 150001;
  char *piece;

  while ((piece = entente_slab_take (slab, size)) != NULL) {
    g_assert_cmpuint (GPOINTER_TO_SIZE (piece) % 8, ==, 0);
    memset (piece, (int) pieces->len + 1, size);
    g_ptr_array_add (pieces, piece);
  }
  g_assert_cmpint (pieces->len, >, 20);
  for (guint i = 0; i < pieces->len; i++) {
    const char *bytes = g_ptr_array_index (pieces, i);

    g_assert_cmpint (bytes[0], ==, i + 1);
    g_assert_cmpint (bytes[size - 1], ==, i + 1);
  }
}

/* A block that is larger than slabs are gets one of its own size. */
static void
test_large (void)
{
  gsize size = 20000001;
  g_autoptr (EntenteSlab) slab = entente_slab_new (size);
  char *piece = entente_slab_take (slab, size);

  g_assert_nonnull (piece);
  piece[size - 1] = 1;
  g_assert_null (entente_slab_take (slab, 8));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slab/take", test_take);
  g_test_add_func ("/slab/large", test_large);
  return g_test_run ();
}
