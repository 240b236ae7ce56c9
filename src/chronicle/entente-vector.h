/* EntenteVector: items of one size in a row, for what is large and soon gone.
 *
 * Private to this layer. Small ones are ordinary memory. Large ones are mapped by themselves, in
 * huge pages where the system has them, because first touches of small pages would cost more than
 * the work done in them; and they go back to the system whole. Used by one thread. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct {
  gpointer data;
  guint len; /* items */
  gsize capacity; /* items */
  gsize item_size; /* bytes */
} EntenteVector;

#define ENTENTE_VECTOR_INIT(Type)                                                                  \
  {                                                                                                \
    .item_size = sizeof (Type)                                                                     \
  }
#define entente_vector_index(vector, Type, i) (((Type *) (vector)->data)[i])

/* Puts one item at the end. */
#define entente_vector_append(vector, Type, value)                                                 \
  (*(Type *) entente_vector_push (vector) = (value))

/* Room for @capacity items; those that are there stay. */
void entente_vector_reserve (EntenteVector *vector, gsize capacity);
/* Frees the memory; the vector is empty and may be filled again. */
void entente_vector_clear (EntenteVector *vector);

/* Room for one more item at the end, not filled. */
static inline gpointer
entente_vector_push (EntenteVector *vector)
{
  if (G_UNLIKELY (vector->len == vector->capacity))
    entente_vector_reserve (vector, vector->capacity > 0 ? 2 * vector->capacity : 16);
  return (char *) vector->data + vector->item_size * vector->len++;
}

/* @len items, all zero, in a vector that is empty. */
static inline void
entente_vector_fill_zero (EntenteVector *vector, guint len)
{
  entente_vector_reserve (vector, len);
  vector->len = len;
  if (len > 0)
    memset (vector->data, 0, vector->item_size * len);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntenteVector, entente_vector_clear)

G_END_DECLS
