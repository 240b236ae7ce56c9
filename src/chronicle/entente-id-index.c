/* EntenteIdIndex: where the row of an event stands, by the id of the event.
 *
 * Two binary searches: among the first ids of the chunks, then in the chunk. A chunk keeps its ids
 * as 32-bit steps from its first one where they fit, which ids of one session do. Any thread. */
#include "entente-id-index.h"

#include "entente-slab.h"

#include <glib-object.h>

#define CHUNK_MAX 4096
#define CHUNK_FILL 3072

/* Fewer ids than this are not worth memory in common. */
#define MIN_IDS_FOR_SLAB 50000

/* In a reference-counted box; arrays in the same allocation, or in a slab. */
typedef struct {
  guint n;
  EntenteSlab *slab; /* or NULL */
  EntenteId first;
  EntenteId *ids; /* or NULL: `steps` hold them */
  guint32 *steps; /* from `first` */
  guint32 *wheres;
} Chunk;

struct _EntenteIdIndex {
  gatomicrefcount refs;
  GPtrArray *chunks; /* of Chunk, by rising id, none empty */
};

static EntenteId
get_id (const Chunk *chunk, guint i)
{
  return chunk->ids != NULL ? chunk->ids[i] : chunk->first + chunk->steps[i];
}

static void
clear_chunk (gpointer chunk)
{
  entente_slab_unref (((Chunk *) chunk)->slab);
}

static void
release_chunk (gpointer chunk)
{
  g_atomic_rc_box_release_full (chunk, clear_chunk);
}

/* A chunk without content, and *@ids where its @size bytes are: in the slab, when there is one. */
static Chunk *
allocate_chunk (EntenteSlab *slab, gsize size, gpointer *ids)
{
  Chunk *chunk = g_atomic_rc_box_alloc (sizeof (Chunk) + (slab == NULL ? size : 0));

  *chunk = (Chunk){ .slab = slab != NULL ? entente_slab_ref (slab) : NULL };
  *ids = slab != NULL ? entente_slab_take (slab, size) : chunk + 1;
  return chunk;
}

static gboolean
is_narrow (const EntenteIdEntry *entries, guint n)
{
  return (guint64) entries[n - 1].id - (guint64) entries[0].id <= G_MAXUINT32;
}

static Chunk *
new_chunk (const EntenteIdEntry *entries, guint n, EntenteSlab *slab)
{
  gboolean narrow = is_narrow (entries, n);
  gsize id_size = narrow ? sizeof (guint32) : sizeof (EntenteId);
  gpointer ids;
  Chunk *chunk = allocate_chunk (slab, n * (id_size + sizeof (guint32)), &ids);

  chunk->n = n;
  chunk->first = entries[0].id;
  if (narrow)
    chunk->steps = ids;
  else
    chunk->ids = ids;
  chunk->wheres = (guint32 *) (gpointer) ((char *) ids + n * id_size);
  for (guint i = 0; i < n; i++) {
    if (narrow)
      chunk->steps[i] = (guint32) (entries[i].id - chunk->first);
    else
      chunk->ids[i] = entries[i].id;
    chunk->wheres[i] = entries[i].where;
  }
  return chunk;
}

static EntenteIdIndex *
new_empty (void)
{
  EntenteIdIndex *index = g_new0 (EntenteIdIndex, 1);

  g_atomic_ref_count_init (&index->refs);
  index->chunks = g_ptr_array_new_with_free_func (release_chunk);
  return index;
}

static void
append_entries (EntenteIdIndex *index, const EntenteIdEntry *entries, guint n, EntenteSlab *slab)
{
  while (n > 0) {
    guint here = n <= CHUNK_MAX ? n : CHUNK_FILL;

    g_ptr_array_add (index->chunks, new_chunk (entries, here, slab));
    entries += here;
    n -= here;
  }
}

static gsize
get_chunk_size (const EntenteIdEntry *entries, guint n)
{
  return n * (gsize) (is_narrow (entries, n) ? 8 : 12);
}

/* Bytes of all chunks, each at a multiple of eight. */
static gsize
measure (const EntenteIdEntry *entries, guint n)
{
  gsize size = 0;

  while (n > 0) {
    guint here = n <= CHUNK_MAX ? n : CHUNK_FILL;

    size += (get_chunk_size (entries, here) + 7) & ~(gsize) 7;
    entries += here;
    n -= here;
  }
  return size;
}

EntenteIdIndex *
entente_id_index_new (const EntenteIdEntry *entries, guint n)
{
  EntenteIdIndex *index = new_empty ();
  g_autoptr (EntenteSlab) slab =
    n >= MIN_IDS_FOR_SLAB ? entente_slab_new_exact (measure (entries, n)) : NULL;

  append_entries (index, entries, n, slab);
  return index;
}

EntenteIdIndex *
entente_id_index_ref (EntenteIdIndex *index)
{
  g_atomic_ref_count_inc (&index->refs);
  return index;
}

void
entente_id_index_unref (EntenteIdIndex *index)
{
  if (index == NULL || !g_atomic_ref_count_dec (&index->refs))
    return;
  g_ptr_array_unref (index->chunks);
  g_free (index);
}

/* The entries of @chunk (or none) with @changes merged in. */
static GArray *
merge_chunk (const Chunk *chunk, const EntenteIdEntry *changes, guint n_changes)
{
  guint n = chunk != NULL ? chunk->n : 0;
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (EntenteIdEntry), n + n_changes);
  guint at = 0;

  for (guint i = 0; i <= n_changes; i++) {
    for (; at < n && (i == n_changes || get_id (chunk, at) < changes[i].id); at++) {
      EntenteIdEntry kept = { get_id (chunk, at), chunk->wheres[at] };

      g_array_append_val (merged, kept);
    }
    if (i == n_changes)
      break;
    at += at < n && get_id (chunk, at) == changes[i].id;
    if (changes[i].where != ENTENTE_WHERE_GONE)
      g_array_append_val (merged, changes[i]);
  }
  return merged;
}

static void
append_merged (EntenteIdIndex *index,
               const Chunk *chunk,
               const EntenteIdEntry *changes,
               guint n_changes)
{
  g_autoptr (GArray) merged = merge_chunk (chunk, changes, n_changes);

  append_entries (index, (const EntenteIdEntry *) (gpointer) merged->data, merged->len, NULL);
}

EntenteIdIndex *
entente_id_index_patch (const EntenteIdIndex *index, const EntenteIdEntry *changes, guint n_changes)
{
  EntenteIdIndex *patched = new_empty ();
  guint n_chunks = index->chunks->len;
  guint done = 0;

  if (n_chunks == 0)
    append_merged (patched, NULL, changes, n_changes);
  for (guint i = 0; i < n_chunks; i++) {
    Chunk *chunk = g_ptr_array_index (index->chunks, i);
    const Chunk *next = i + 1 < n_chunks ? g_ptr_array_index (index->chunks, i + 1) : NULL;
    guint end = done;

    while (end < n_changes && (next == NULL || changes[end].id < next->first))
      end++;
    if (end == done)
      g_ptr_array_add (patched->chunks, g_atomic_rc_box_acquire (chunk));
    else
      append_merged (patched, chunk, changes + done, end - done);
    done = end;
  }
  return patched;
}

void
entente_id_index_list (const EntenteIdIndex *index, EntenteVector *entries)
{
  gsize n = 0;

  for (guint i = 0; i < index->chunks->len; i++)
    n += ((const Chunk *) g_ptr_array_index (index->chunks, i))->n;
  entente_vector_reserve (entries, n);
  for (guint i = 0; i < index->chunks->len; i++) {
    const Chunk *chunk = g_ptr_array_index (index->chunks, i);

    for (guint k = 0; k < chunk->n; k++) {
      EntenteIdEntry entry = { get_id (chunk, k), chunk->wheres[k] };

      entente_vector_append (entries, EntenteIdEntry, entry);
    }
  }
}

/* The last chunk that begins at or before @id. */
static const Chunk *
find_chunk (const EntenteIdIndex *index, EntenteId id)
{
  guint low = 0;
  guint high = index->chunks->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (((const Chunk *) g_ptr_array_index (index->chunks, middle))->first <= id)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 ? g_ptr_array_index (index->chunks, low - 1) : NULL;
}

guint32
entente_id_index_find (const EntenteIdIndex *index, EntenteId id)
{
  const Chunk *chunk = find_chunk (index, id);
  guint low = 0;
  guint high;

  if (chunk == NULL)
    return ENTENTE_WHERE_GONE;
  high = chunk->n;
  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (get_id (chunk, middle) < id)
      low = middle + 1;
    else
      high = middle;
  }
  return low < chunk->n && get_id (chunk, low) == id ? chunk->wheres[low] : ENTENTE_WHERE_GONE;
}
