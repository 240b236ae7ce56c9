/* Columns of a chronicle as bytes: writing them, and the sums over them. Any thread; the chronicle
 * is not changed. */
#include "config.h"

#include "entente-columns-private.h"

/* Blocks are written in parcels of about this size, each of which is one piece of memory when it is
 * read. */
#define PARCEL_SIZE ((gsize) 8 << 20)

/* ---- sums ---- */

#define FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define N_LANES 4

static inline guint64
get_word (const char *bytes, gsize i)
{
  guint64 word;

  memcpy (&word, bytes + i * sizeof word, sizeof word);
  return word;
}

static inline guint64
mix (guint64 sum, guint64 word)
{
  sum = (sum ^ word) * FACTOR;
  return sum ^ sum >> 32;
}

guint64
entente_columns_sum (guint64 sum, gconstpointer bytes, gsize size)
{
  const char *start = bytes;
  gsize n = size / sizeof (guint64);
  gsize i = 0;
  guint64 lanes[N_LANES] = { sum, sum + 1, sum + 2, sum + 3 };

  for (; i + N_LANES <= n; i += N_LANES)
    for (guint lane = 0; lane < N_LANES; lane++)
      lanes[lane] = mix (lanes[lane], get_word (start, i + lane));
  for (; i < n; i++)
    lanes[0] = mix (lanes[0], get_word (start, i));
  for (guint lane = 1; lane < N_LANES; lane++)
    lanes[0] = mix (lanes[0], lanes[lane]);
  return mix (lanes[0], n);
}

static guint64
sum_text (guint64 sum, const char *text)
{
  for (; *text != '\0'; text++)
    sum = mix (sum, (guchar) *text);
  return mix (sum, 0);
}

guint64
entente_columns_get_form (void)
{
  static const gsize sizes[] = {
    ENTENTE_COLUMNS_FORM,        0x0102030405060708,         sizeof (EntenteColumnsHead),
    sizeof (EntenteBlockHead),   sizeof (EntenteId),         sizeof (EntenteFacts),
    sizeof (EntenteSpan),        sizeof (EntenteDatePoints), sizeof (EntenteTold),
    sizeof (EntenteFollower),    sizeof (EntentePart),       sizeof (EntenteVoice),
    sizeof (EntenteVoiceDetail), sizeof (EntenteTally),      sizeof (EntenteEdge),
    ENTENTE_BLOCK_MAX_ROWS,      ENTENTE_BLOCK_PAIR,         ENTENTE_N_LISTS,
  };
  guint64 sum = sum_text (0, VERSION);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    sum = mix (sum, sizes[i]);
  for (int type = 0; type < ENTENTE_N_ENUMS; type++)
    for (int value = 0; value < entente_enum_count ((EntenteEnum) type); value++)
      sum = sum_text (sum, entente_enum_nick ((EntenteEnum) type, value));
  for (guint i = 0; i < entente_kind_count (); i++)
    sum = mix (sum_text (sum, entente_kind_get (i)->id), entente_kind_get (i)->expects_answer);
  return sum;
}

guint64
entente_columns_sum_list (const EntenteRoster *roster, EntenteList list)
{
  guint n = entente_roster_get_n (roster, list);
  guint64 sum = n;

  for (guint i = 0; i < n; i++)
    sum = mix (sum, (guint64) entente_roster_get_id (roster, list, i));
  return sum;
}

/* ---- parts ---- */

typedef struct {
  EntenteColumnsWrite write;
  gpointer data;
} Writer;

static gboolean
write_part (const Writer *writer, const EntenteVector *bytes, guint n)
{
  EntenteColumnsPart part = { bytes->len, entente_columns_sum (n, bytes->data, bytes->len), n };

  return writer->write (&part, sizeof part, writer->data) &&
         (part.size == 0 || writer->write (bytes->data, part.size, writer->data));
}

/* @size more bytes at the end, all zero. */
static char *
add_bytes (EntenteVector *bytes, gsize size)
{
  gsize start = bytes->len;

  entente_vector_reserve (bytes, MAX (start + entente_columns_pad (size), 8));
  bytes->len = (guint) (start + entente_columns_pad (size));
  memset ((char *) bytes->data + start, 0, bytes->len - start);
  return (char *) bytes->data + start;
}

static gboolean
write_head (const Writer *writer, const EntenteChronicle *chronicle)
{
  EntenteColumnsHead head = {
    .form = entente_columns_get_form (),
    .today = chronicle->today,
    .n_rows = chronicle->n_rows,
    .n_blocks = chronicle->n_blocks,
    .n_links = chronicle->links->n,
  };
  guint n_orders = 0;

  if (chronicle->orders != NULL)
    entente_orders_get_rows (chronicle->orders, &n_orders);
  head.n_orders = n_orders;
  for (guint list = 0; list < ENTENTE_N_LISTS; list++)
    head.lists[list] = entente_columns_sum_list (chronicle->roster, (EntenteList) list);
  head.sum = entente_columns_sum (0, &head, G_STRUCT_OFFSET (EntenteColumnsHead, sum));
  return writer->write (&head, sizeof head, writer->data);
}

/* ---- blocks ---- */

static void
get_head (const EntenteBlock *block, EntenteBlockHead *head)
{
  memset (head, 0, sizeof *head);
  head->first_id = block->first_id;
  head->n_rows = block->n_rows;
  head->n_tallies = block->n_tallies;
  head->shape = block->shape;
  head->shape.n_facts = block->n_facts;
}

/* All columns, gaps zero, into as many bytes as a block with that head asks for. */
static void
copy_columns (const EntenteBlock *from, char *memory)
{
  EntenteBlock copy = *from;
  EntenteBlock *block = &copy;

  copy.shape.n_facts = from->n_facts;
  memset (memory, 0, entente_block_lay_out (block, NULL));
  entente_block_lay_out (block, memory);
#define COLUMN(field, n)                                                                           \
  if (block->field != NULL && from->field != NULL)                                                 \
    memcpy (block->field, from->field, (gsize) (n) * sizeof (*block->field));
  ENTENTE_BLOCK_COLUMNS (COLUMN)
#undef COLUMN
  for (guint i = 0; i < from->n_details; i++)
    copy.details[i].detail = NULL;
}

static gsize
measure_block (const EntenteBlock *block)
{
  EntenteBlock copy = *block;

  copy.shape.n_facts = block->n_facts;
  return entente_block_lay_out (&copy, NULL);
}

/* How many blocks from @first on make a parcel, and their bytes. */
static guint
measure_parcel (const EntenteChronicle *chronicle, guint first, gsize *size)
{
  guint end = first;

  *size = 0;
  while (end < chronicle->n_blocks) {
    gsize next = measure_block (chronicle->blocks[end]);

    if (end > first && *size + next > PARCEL_SIZE)
      break;
    *size += next;
    end++;
  }
  return end - first;
}

static gboolean
write_parcel (const Writer *writer, const EntenteChronicle *chronicle, guint first, guint n)
{
  g_auto (EntenteVector) bytes = ENTENTE_VECTOR_INIT (char);
  EntenteBlockHead *heads =
    (EntenteBlockHead *) (gpointer) add_bytes (&bytes, n * sizeof (EntenteBlockHead));

  for (guint i = 0; i < n; i++)
    get_head (chronicle->blocks[first + i], &heads[i]);
  if (!write_part (writer, &bytes, n))
    return FALSE;
  bytes.len = 0;
  for (guint i = 0; i < n; i++) {
    const EntenteBlock *block = chronicle->blocks[first + i];

    copy_columns (block, add_bytes (&bytes, measure_block (block)));
  }
  return write_part (writer, &bytes, n);
}

static gboolean
write_blocks (const Writer *writer, const EntenteChronicle *chronicle)
{
  guint first = 0;

  while (first < chronicle->n_blocks) {
    gsize size;
    guint n = measure_parcel (chronicle, first, &size);

    if (!write_parcel (writer, chronicle, first, n))
      return FALSE;
    first += n;
  }
  return TRUE;
}

/* ---- the rest ---- */

/* Rows by rising id. */
static gboolean
write_index (const Writer *writer, const EntenteChronicle *chronicle)
{
  g_auto (EntenteVector) entries = ENTENTE_VECTOR_INIT (EntenteIdEntry);
  g_auto (EntenteVector) bytes = ENTENTE_VECTOR_INIT (char);
  guint32 *rows;

  entente_id_index_list (chronicle->index, &entries);
  rows = (guint32 *) (gpointer) add_bytes (&bytes, entries.len * sizeof (guint32));
  for (guint i = 0; i < entries.len; i++) {
    const EntenteIdEntry *entry = &entente_vector_index (&entries, EntenteIdEntry, i);
    guint32 b = chronicle->blocks_of_slots[ENTENTE_WHERE_SLOT (entry->where)];

    rows[i] =
      chronicle->first_rows[b] +
      entente_block_find (chronicle->blocks[b], entry->id, ENTENTE_WHERE_PLACE (entry->where));
  }
  return write_part (writer, &bytes, entries.len);
}

static gboolean
write_links (const Writer *writer, const EntenteChronicle *chronicle)
{
  const EntenteLinks *links = chronicle->links;
  g_auto (EntenteVector) bytes = ENTENTE_VECTOR_INIT (char);
  EntenteEdge *edges =
    (EntenteEdge *) (gpointer) add_bytes (&bytes, links->n * sizeof (EntenteEdge));

  for (guint i = 0; i < links->n; i++) {
    const EntenteThread *thread = &links->out.threads[i];

    edges[i].id = thread->id;
    edges[i].from = links->out.rows[i];
    edges[i].to = thread->row;
    edges[i].type = thread->type;
    edges[i].basis = thread->basis;
  }
  return write_part (writer, &bytes, links->n);
}

gboolean
entente_chronicle_write_columns (const EntenteChronicle *chronicle,
                                 EntenteColumnsWrite write,
                                 gpointer data)
{
  Writer writer = { write, data };

  return write_head (&writer, chronicle) && write_blocks (&writer, chronicle) &&
         write_index (&writer, chronicle) && write_links (&writer, chronicle);
}
