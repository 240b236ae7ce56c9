/* Columns of a chronicle as bytes: reading them back.
 *
 * Blocks come in parcels, each read at once into memory that its blocks share. Nothing is believed
 * before its sum was right and it was looked at (entente-block-check.c); then the chronicle is put
 * together as from rows. What depends on the day is judged again on another day. One thread; what
 * is made is shared afterwards. */
#include "config.h"

#include "entente-columns-private.h"

#include <stdlib.h>

typedef struct {
  EntenteColumnsRead read;
  gpointer data;
  gsize left; /* bytes that may still come */
  EntenteColumnsHead head;
  const EntenteRoster *roster;
  GArray *details; /* EntenteStagedVoice, by rising id of the claim */
  guint n_details; /* of them given to a block so far */
  GPtrArray *blocks;
} Reader;

/* ---- bytes ---- */

static gboolean
read_bytes (Reader *reader, gpointer bytes, gsize n)
{
  if (n > reader->left)
    return FALSE;
  reader->left -= n;
  return n == 0 || reader->read (bytes, n, reader->data);
}

/* The head of a part of so many bytes as can be there. */
static gboolean
read_part (Reader *reader, EntenteColumnsPart *part)
{
  return read_bytes (reader, part, sizeof *part) && part->size % 8 == 0 &&
         part->size <= reader->left;
}

static gboolean
read_content (Reader *reader, const EntenteColumnsPart *part, gpointer bytes)
{
  return read_bytes (reader, bytes, part->size) &&
         entente_columns_sum (part->n, bytes, part->size) == part->sum;
}

/* A part of items of one size, put into an empty vector. */
static gboolean
read_items (Reader *reader, EntenteVector *items)
{
  EntenteColumnsPart part;

  if (!read_part (reader, &part) || part.n > part.size ||
      entente_columns_pad (part.n * items->item_size) != part.size)
    return FALSE;
  entente_vector_reserve (items, part.n + 8 / items->item_size + 1);
  items->len = (guint) part.n;
  return read_content (reader, &part, items->data);
}

static gboolean
read_head (Reader *reader)
{
  EntenteColumnsHead *head = &reader->head;

  if (!read_bytes (reader, head, sizeof *head) || head->form != entente_columns_get_form () ||
      head->sum != entente_columns_sum (0, head, G_STRUCT_OFFSET (EntenteColumnsHead, sum)))
    return FALSE;
  for (guint list = 0; list < ENTENTE_N_LISTS; list++) {
    if (head->lists[list] != entente_columns_sum_list (reader->roster, (EntenteList) list))
      return FALSE;
  }
  return TRUE;
}

/* ---- blocks ---- */

EntenteBlock *
entente_block_new_over (const EntenteBlockHead *head, guint slot, char *memory, EntenteSlab *slab)
{
  EntenteBlock *block = g_new0 (EntenteBlock, 1);

  g_atomic_ref_count_init (&block->refs);
  block->slot = slot;
  block->first_id = head->first_id;
  block->n_rows = head->n_rows;
  block->n_tallies = head->n_tallies;
  block->shape = head->shape;
  block->n_facts = head->shape.n_facts;
  block->n_told = head->shape.n_told;
  block->n_followers = head->shape.n_followers;
  block->arena = memory;
  block->slab = entente_slab_ref (slab);
  entente_block_lay_out (block, memory);
  return block;
}

static gsize
measure_head (const EntenteBlockHead *head)
{
  EntenteBlock block = { .n_rows = head->n_rows,
                         .n_tallies = head->n_tallies,
                         .shape = head->shape };

  return entente_block_lay_out (&block, NULL);
}

/* Bytes of the blocks with these heads, or 0 when there can be no such blocks. */
static gsize
measure_heads (const EntenteVector *heads)
{
  gsize size = 0;

  for (guint i = 0; i < heads->len; i++) {
    const EntenteBlockHead *head = &entente_vector_index (heads, EntenteBlockHead, i);

    if (head->n_rows == 0 || head->n_rows > ENTENTE_BLOCK_MAX_ROWS || head->shape.id_width > 2 ||
        head->shape.n_facts == 0 || head->shape.n_facts > head->n_rows)
      return 0;
    size += measure_head (head);
  }
  return size;
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  EntenteId first = ((const EntenteStagedVoice *) a)->voice.id;
  EntenteId second = ((const EntenteStagedVoice *) b)->voice.id;

  return (first > second) - (first < second);
}

/* Gives the claims of a checked block what they say in words. */
static gboolean
add_details (Reader *reader, EntenteBlock *block)
{
  for (guint i = 0; i < block->shape.n_details; i++) {
    EntenteStagedVoice wanted = { .voice.id = block->voices[block->details[i].voice].id };
    const EntenteStagedVoice *found = bsearch (&wanted,
                                               reader->details->data,
                                               reader->details->len,
                                               sizeof (EntenteStagedVoice),
                                               compare_claims);

    if (found == NULL)
      return FALSE;
    block->details[i].detail = entente_claim_detail_ref (found->detail);
    block->n_details++;
  }
  reader->n_details += block->n_details;
  return TRUE;
}

static gboolean
read_parcel (Reader *reader, EntenteDateKey *last)
{
  g_auto (EntenteVector) heads = ENTENTE_VECTOR_INIT (EntenteBlockHead);
  g_autoptr (EntenteSlab) slab = NULL;
  EntenteColumnsPart part;
  char *memory;

  if (!read_items (reader, &heads) || heads.len == 0 || !read_part (reader, &part) ||
      part.n != heads.len || part.size == 0 || part.size != measure_heads (&heads))
    return FALSE;
  slab = entente_slab_new_exact (part.size);
  memory = entente_slab_take (slab, part.size);
  if (!read_content (reader, &part, memory))
    return FALSE;
  for (guint i = 0; i < heads.len; i++) {
    const EntenteBlockHead *head = &entente_vector_index (&heads, EntenteBlockHead, i);
    EntenteBlock *block = entente_block_new_over (head, reader->blocks->len, memory, slab);

    g_ptr_array_add (reader->blocks, block);
    if (!entente_block_check (block, reader->roster, last) || !add_details (reader, block))
      return FALSE;
    memory += measure_head (head);
  }
  return TRUE;
}

/* The lowest key that no row has. */
#define KEY_BEFORE_ALL                                                                             \
  ((EntenteDateKey){ ENTENTE_TIME_MIN, G_MININT, G_MININT, G_MININT64, G_MININT })

static gboolean
read_blocks (Reader *reader)
{
  EntenteDateKey last = KEY_BEFORE_ALL;
  guint64 n_rows = 0;

  while (reader->blocks->len < reader->head.n_blocks) {
    if (!read_parcel (reader, &last))
      return FALSE;
  }
  for (guint i = 0; i < reader->blocks->len; i++)
    n_rows += ((const EntenteBlock *) g_ptr_array_index (reader->blocks, i))->n_rows;
  return reader->blocks->len == reader->head.n_blocks && n_rows == reader->head.n_rows &&
         reader->n_details == reader->details->len;
}

/* ---- the rest ---- */

/* Block and place of each row. */
static guint32 *
list_wheres (const GPtrArray *blocks, guint n_rows)
{
  guint32 *wheres = g_new (guint32, (gsize) n_rows + 1);
  guint row = 0;

  for (guint b = 0; b < blocks->len; b++) {
    const EntenteBlock *block = g_ptr_array_index (blocks, b);

    for (guint i = 0; i < block->n_rows; i++)
      wheres[row++] = ENTENTE_WHERE (b, i);
  }
  return wheres;
}

static const EntenteBlock *
get_block (const GPtrArray *blocks, guint32 where)
{
  return g_ptr_array_index (blocks, ENTENTE_WHERE_SLOT (where));
}

/* Ids stand far apart: asks for one some rows ahead. */
static void
prefetch_id (const GPtrArray *blocks, guint32 where)
{
  const EntenteBlock *block = get_block (blocks, where);

  if (block->id_steps != NULL)
    __builtin_prefetch (&block->id_steps[ENTENTE_WHERE_PLACE (where)]);
}

/* As many rows as there are, by rising id: so each is there once. */
static EntenteIdIndex *
make_index (const GPtrArray *blocks, const EntenteVector *rows)
{
  g_auto (EntenteVector) entries = ENTENTE_VECTOR_INIT (EntenteIdEntry);
  g_autofree guint32 *wheres = list_wheres (blocks, rows->len);
  const guint32 *row = rows->data;

  entente_vector_reserve (&entries, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    EntenteIdEntry entry;

    if (row[i] >= rows->len)
      return NULL;
    if (i + 16 < rows->len && row[i + 16] < rows->len)
      prefetch_id (blocks, wheres[row[i + 16]]);
    entry.where = wheres[row[i]];
    entry.id =
      entente_block_get_id (get_block (blocks, entry.where), ENTENTE_WHERE_PLACE (entry.where));
    if (i > 0 && entente_vector_index (&entries, EntenteIdEntry, i - 1).id >= entry.id)
      return NULL;
    entente_vector_append (&entries, EntenteIdEntry, entry);
  }
  return entente_id_index_new (entries.data, entries.len);
}

static EntenteIdIndex *
read_index (Reader *reader)
{
  g_auto (EntenteVector) rows = ENTENTE_VECTOR_INIT (guint32);

  if (!read_items (reader, &rows) || rows.len != reader->head.n_rows)
    return NULL;
  return make_index (reader->blocks, &rows);
}

static EntenteLinks *
read_links (Reader *reader)
{
  g_auto (EntenteVector) edges = ENTENTE_VECTOR_INIT (EntenteEdge);
  guint n_types = (guint) entente_enum_count (ENTENTE_ENUM_LINK_TYPE);
  guint n_bases = (guint) entente_enum_count (ENTENTE_ENUM_LINK_BASIS);

  if (!read_items (reader, &edges) || edges.len != reader->head.n_links)
    return NULL;
  for (guint i = 0; i < edges.len; i++) {
    const EntenteEdge *edge = &entente_vector_index (&edges, EntenteEdge, i);

    if (edge->from >= reader->head.n_rows || edge->to >= reader->head.n_rows ||
        edge->from == edge->to || edge->type >= n_types || edge->basis >= n_bases)
      return NULL;
  }
  return entente_links_new (edges.data, edges.len);
}

static guint
count_orders (const EntenteOrders *orders)
{
  guint n = 0;

  if (orders != NULL)
    entente_orders_get_rows (orders, &n);
  return n;
}

/* Is what orders make of events what the flags of their rows say? */
static gboolean
are_ordered_rows_flagged (const EntenteChronicle *chronicle)
{
  guint n = 0, n_flagged = 0;
  const EntenteOrdered *events =
    chronicle->orders != NULL ? entente_orders_get_events (chronicle->orders, &n) : NULL;

  for (guint i = 0; i < n; i++) {
    guint row = entente_chronicle_find_row (chronicle, events[i].base.id);
    EntenteCell cell;

    if (row == ENTENTE_NO_INDEX)
      return FALSE;
    cell = entente_chronicle_locate (chronicle, row);
    if (entente_block_get_facts (cell.block, cell.i).flags != events[i].flags)
      return FALSE;
    n_flagged += (events[i].flags & ENTENTE_ROW_ORDERED) != 0;
  }
  for (guint b = 0; b < chronicle->n_blocks; b++)
    for (guint i = 0; i < chronicle->blocks[b]->n_rows; i++)
      n_flagged -=
        (entente_block_get_facts (chronicle->blocks[b], i).flags & ENTENTE_ROW_ORDERED) != 0;
  return n_flagged == 0;
}

static EntenteChronicle *
read_chronicle (Reader *reader, EntenteStage *stage, gint64 today)
{
  EntenteIdIndex *index;
  EntenteChronicle *chronicle;

  if (!read_head (reader) || !read_blocks (reader))
    return NULL;
  index = read_index (reader);
  if (index == NULL)
    return NULL;
  chronicle = entente_chronicle_assemble (reader->blocks, index, reader->roster, today);
  chronicle->links = read_links (reader);
  chronicle->orders =
    entente_orders_new (stage->orders.data, stage->orders.len, entente_stage_look_up, stage);
  if (chronicle->links == NULL || reader->left != 0 ||
      count_orders (chronicle->orders) != reader->head.n_orders ||
      !are_ordered_rows_flagged (chronicle)) {
    entente_chronicle_unref (chronicle);
    return NULL;
  }
  for (guint i = 0; i < chronicle->n_blocks; i++)
    entente_chronicle_renew_block (chronicle, i, today != reader->head.today);
  return chronicle;
}

EntenteChronicle *
entente_chronicle_builder_build_from_columns (EntenteChronicleBuilder *builder,
                                              gint64 today,
                                              gsize size,
                                              EntenteColumnsRead read,
                                              gpointer data)
{
  g_autoptr (EntenteRoster) roster = entente_roster_new (NULL, builder->stage->lists);
  g_autoptr (GPtrArray) blocks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_block_unref);
  Reader reader = { .read = read,
                    .data = data,
                    .left = size,
                    .roster = roster,
                    .details = builder->details,
                    .blocks = blocks };
  EntenteChronicle *chronicle;

  g_array_sort (builder->details, compare_claims);
  chronicle = read_chronicle (&reader, builder->stage, today);
  entente_chronicle_builder_free (builder);
  return chronicle;
}
