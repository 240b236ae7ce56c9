/* EntenteSlab: memory for many blocks that are made together.
 *
 * Private to this layer. A block of its own is an allocation of a hundred kilobytes, whose pages
 * are touched for the first time one by one; a slab of some megabytes is mapped in huge pages where
 * the system has them. It lives as long as one of its blocks does. Filled by one thread, then
 * shared. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntenteSlab EntenteSlab;

/* A slab for blocks of at most @largest bytes each. */
EntenteSlab *entente_slab_new (gsize largest);
/* A slab of exactly @size bytes, for what is made at once. */
EntenteSlab *entente_slab_new_exact (gsize size);
EntenteSlab *entente_slab_ref (EntenteSlab *slab);
void entente_slab_unref (EntenteSlab *slab);
/* @size bytes at a multiple of eight, not filled; NULL when the slab is full. */
gpointer entente_slab_take (EntenteSlab *slab, gsize size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteSlab, entente_slab_unref)

G_END_DECLS
