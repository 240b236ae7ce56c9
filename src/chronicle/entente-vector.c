/* EntenteVector: items of one size in a row, for what is large and soon gone.
 *
 * From LARGE bytes on the memory is a mapping of its own that grows in place or is moved by the
 * system without copying. One thread. */
#include "entente-vector.h"

#include <errno.h>
#include <sys/mman.h>

#define LARGE ((gsize) 4 << 20)

static gsize
get_size (const EntenteVector *vector)
{
  return vector->capacity * vector->item_size;
}

static gpointer
map_memory (gpointer old, gsize old_size, gsize size)
{
  gpointer data = old == NULL
                    ? mmap (NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                    : mremap (old, old_size, size, MREMAP_MAYMOVE);

  if (data == MAP_FAILED)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes: %s", size, g_strerror (errno));
  madvise (data, size, MADV_HUGEPAGE); /* only a wish */
  return data;
}

void
entente_vector_reserve (EntenteVector *vector, gsize capacity)
{
  gsize old_size = get_size (vector);
  gsize size = capacity * vector->item_size;
  gpointer old = vector->data;

  if (capacity <= vector->capacity)
    return;
  g_assert (capacity <= G_MAXSSIZE / vector->item_size);
  if (size < LARGE) {
    vector->data = g_realloc (old, size);
  } else if (old_size >= LARGE) {
    vector->data = map_memory (old, old_size, size);
  } else {
    vector->data = map_memory (NULL, 0, size);
    if (old_size > 0)
      memcpy (vector->data, old, old_size);
    g_free (old);
  }
  vector->capacity = capacity;
}

void
entente_vector_clear (EntenteVector *vector)
{
  if (get_size (vector) >= LARGE)
    munmap (vector->data, get_size (vector));
  else
    g_free (vector->data);
  vector->data = NULL;
  vector->len = 0;
  vector->capacity = 0;
}
