/* EntenteSlab: memory for many blocks that are made together. */
#include "entente-slab.h"

#include "entente-vector.h"

/* Room for some dozens of blocks, so that little is held by the last of them. */
#define SLAB_SIZE ((gsize) 8 << 20)

struct _EntenteSlab {
  gatomicrefcount refs;
  EntenteVector memory; /* bytes; `len` of them are taken */
};

EntenteSlab *
entente_slab_new_exact (gsize size)
{
  EntenteSlab *slab = g_new0 (EntenteSlab, 1);

  g_atomic_ref_count_init (&slab->refs);
  slab->memory.item_size = 1;
  entente_vector_reserve (&slab->memory, size);
  return slab;
}

EntenteSlab *
entente_slab_new (gsize largest)
{
  return entente_slab_new_exact (MAX (SLAB_SIZE, largest));
}

EntenteSlab *
entente_slab_ref (EntenteSlab *slab)
{
  g_atomic_ref_count_inc (&slab->refs);
  return slab;
}

void
entente_slab_unref (EntenteSlab *slab)
{
  if (slab == NULL || !g_atomic_ref_count_dec (&slab->refs))
    return;
  entente_vector_clear (&slab->memory);
  g_free (slab);
}

gpointer
entente_slab_take (EntenteSlab *slab, gsize size)
{
  gsize start = slab->memory.len;

  if (size > slab->memory.capacity - start)
    return NULL;
  slab->memory.len = (guint) MIN (start + ((size + 7) & ~(gsize) 7), slab->memory.capacity);
  return (char *) slab->memory.data + start;
}
