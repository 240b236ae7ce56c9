/* The rows of a database file, off its pages (https://sqlite.org/fileformat2.html, sections 1.3 to
 * 2.1).
 *
 * A page of a tree is a header, an array of offsets, and cells. Leaves of tables with ids are type
 * 13, the pages above them 5; tables without ids are trees of keys, 10 and 2. What does not fit
 * into its page stands in a chain of others.
 */
#include "config.h"

#include "entente-page-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define HEADER_SIZE 100
#define LEAF_OF_IDS 13
#define INNER_OF_IDS 5
#define LEAF_OF_KEYS 10
#define INNER_OF_KEYS 2
#define MAX_DEPTH 20
#define MAX_PAYLOAD (64 * 1024 * 1024)
#define DEFAULT_PAGE_SIZE 4096

struct _EntentePageFile {
  int descriptor;
  guint32 page_size;
  guint32 usable; /* bytes of each page */
  guint32 n_pages;
  int form;
  guint32 first_free, n_free;
  guint32 application_id;
  gboolean has_header;
  guint8 *seen; /* of each page, from 1 */
  guint32 n_seen;
  GCancellable *cancellable;
  EntentePageProgress progress;
  gpointer progress_data;
};

typedef struct {
  guint32 number;
  guint8 *bytes; /* of one page */
  guint header; /* where its header is */
  guint8 type;
  guint n_cells;
} Page;

static void
clear_page (Page *page)
{
  g_clear_pointer (&page->bytes, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, clear_page)

static guint32
read_16 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 8 | bytes[1];
}

static guint32
read_32 (const guint8 *bytes)
{
  return read_16 (bytes) << 16 | read_16 (bytes + 2);
}

/* ---- the file ---- */

static gboolean
is_page_size (guint32 size)
{
  return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

static void
read_header (EntentePageFile *file)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gssize length = pread (file->descriptor, header, sizeof header, 0);
  guint32 size = read_16 (header + 16);

  size = size == 1 ? 65536 : size;
  file->page_size = file->usable = DEFAULT_PAGE_SIZE;
  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0 || !is_page_size (size) ||
      header[20] > size / 8)
    return;
  file->has_header = TRUE;
  file->page_size = size;
  file->usable = size - header[20];
  file->form = (int) read_32 (header + 60);
  file->application_id = read_32 (header + 68);
  file->first_free = read_32 (header + 32);
  file->n_free = read_32 (header + 36);
}

EntentePageFile *
entente_page_file_open (const char *path, GError **error)
{
  g_autoptr (EntentePageFile) file = g_new0 (EntentePageFile, 1);
  off_t size = 0;

  file->descriptor = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (file->descriptor < 0 || (size = lseek (file->descriptor, 0, SEEK_END)) < 0) {
    g_set_error (error,
                 ENTENTE_ERROR,
                 ENTENTE_ERROR_FAILED,
                 _ ("“%s” cannot be read: %s. Check that you may read it."),
                 path,
                 g_strerror (errno));
    return NULL;
  }
  read_header (file);
  file->n_pages = (guint32) MIN (size / file->page_size, G_MAXINT32);
  file->seen = g_malloc0 ((gsize) file->n_pages + 1);
  return g_steal_pointer (&file);
}

void
entente_page_file_free (EntentePageFile *file)
{
  if (file->descriptor >= 0)
    close (file->descriptor);
  g_free (file->seen);
  g_free (file);
}

void
entente_page_file_set_watch (EntentePageFile *file,
                             GCancellable *cancellable,
                             EntentePageProgress progress,
                             gpointer data)
{
  file->cancellable = cancellable;
  file->progress = progress;
  file->progress_data = data;
}

guint32
entente_page_file_get_n_pages (EntentePageFile *file)
{
  return file->n_pages;
}

int
entente_page_file_get_form (EntentePageFile *file)
{
  return file->form;
}

gboolean
entente_page_file_is_foreign (EntentePageFile *file)
{
  return file->has_header && file->application_id != ENTENTE_STORE_APPLICATION_ID;
}

/* FALSE for one that is not there, was read before, or may not be read any more. */
static gboolean
take (EntentePageFile *file, guint32 number)
{
  if (number < 1 || number > file->n_pages || file->seen[number] ||
      g_cancellable_is_cancelled (file->cancellable))
    return FALSE;
  file->seen[number] = 1;
  file->n_seen++;
  if (file->progress != NULL)
    file->progress (file->n_seen, file->n_pages, file->progress_data);
  return TRUE;
}

static gboolean
load (EntentePageFile *file, guint32 number, guint8 *bytes)
{
  off_t place = (off_t) (number - 1) * file->page_size;

  return pread (file->descriptor, bytes, file->page_size, place) == (gssize) file->page_size;
}

/* Reads the head of a page of a tree. */
static gboolean
load_page (EntentePageFile *file, guint32 number, Page *page)
{
  guint size;

  page->number = number;
  page->bytes = g_malloc (file->page_size);
  page->header = number == 1 ? HEADER_SIZE : 0;
  if (!load (file, number, page->bytes))
    return FALSE;
  page->type = page->bytes[page->header];
  page->n_cells = read_16 (page->bytes + page->header + 3);
  size = page->type == INNER_OF_IDS || page->type == INNER_OF_KEYS ? 12 : 8;
  return (size == 12 || page->type == LEAF_OF_IDS || page->type == LEAF_OF_KEYS) &&
         page->header + size + page->n_cells * 2 <= file->usable;
}

/* Where cell @index begins; 0 when that is outside. */
static guint
get_cell (EntentePageFile *file, const Page *page, guint index)
{
  guint size = page->type == INNER_OF_IDS || page->type == INNER_OF_KEYS ? 12 : 8;
  guint offset = read_16 (page->bytes + page->header + size + index * 2);

  return offset >= page->header + size + page->n_cells * 2 && offset + 4 <= file->usable ? offset
                                                                                         : 0;
}

/* ---- cells ---- */

/* A number of 1 to 9 bytes at @at; FALSE when it reaches over @end. */
static gboolean
read_varint (const guint8 **at, const guint8 *end, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9 && *at < end; i++) {
    guint8 byte = *(*at)++;

    if (i == 8) {
      *value = *value << 8 | byte;
      return TRUE;
    }
    *value = *value << 7 | (byte & 0x7f);
    if (byte < 0x80)
      return TRUE;
  }
  return FALSE;
}

static gint64
read_integer (const guint8 *bytes, guint length)
{
  guint64 value = length > 0 && bytes[0] >= 0x80 ? G_MAXUINT64 : 0;

  for (guint i = 0; i < length; i++)
    value = value << 8 | bytes[i];
  return (gint64) value;
}

static double
read_real (const guint8 *bytes)
{
  guint64 bits = (guint64) read_integer (bytes, 8);
  double real;

  memcpy (&real, &bits, sizeof real);
  return real;
}

static guint64
get_value_length (guint64 serial)
{
  static const guint8 lengths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0 };

  return serial < G_N_ELEMENTS (lengths) ? lengths[serial] : (serial - 12) / 2;
}

static void
read_value (EntenteCell *cell, guint64 serial, const guint8 *bytes, guint64 length)
{
  cell->text = NULL;
  cell->length = 0;
  if (serial == 0) {
    cell->type = SQLITE_NULL;
  } else if (serial == 7) {
    cell->type = SQLITE_FLOAT;
    cell->real = read_real (bytes);
  } else if (serial <= 9) {
    cell->type = SQLITE_INTEGER;
    cell->integer = serial >= 8 ? (gint64) serial - 8 : read_integer (bytes, (guint) length);
  } else {
    cell->type = serial % 2 ? SQLITE_TEXT : SQLITE_BLOB;
    cell->text = (const char *) bytes;
    cell->length = length;
  }
}

/* A record: the types of its values, then the values. They must fill @told bytes, of which @length
 * are there. */
static gboolean
read_record (const guint8 *payload, gsize length, gsize told, EntentePageRow *row)
{
  const guint8 *at = payload;
  const guint8 *end;
  guint64 size, place;

  if (length == 0 || !read_varint (&at, payload + length, &size) || size > length)
    return FALSE;
  end = payload + size;
  place = size;
  row->n_values = 0;
  while (at < end) {
    guint64 serial, bytes;

    if (row->is_cut || row->n_values == ENTENTE_PAGE_MAX_VALUES ||
        !read_varint (&at, end, &serial) || serial == 10 || serial == 11)
      return FALSE;
    bytes = get_value_length (serial);
    if (bytes > told || place + bytes > told)
      return FALSE;
    /* Only a text, as the last value, may be cut off. */
    row->is_cut = place + bytes > length;
    if (row->is_cut && (place > length || serial < 13 || serial % 2 == 0))
      return FALSE;
    read_value (&row->values[row->n_values++],
                serial,
                payload + place,
                row->is_cut ? length - place : bytes);
    place += bytes;
  }
  return place == told;
}

/* Bytes of a payload that stand in the page itself. */
static gsize
get_local (EntentePageFile *file, gboolean of_ids, gsize told)
{
  gsize usable = file->usable;
  gsize most = of_ids ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  gsize least = (usable - 12) * 32 / 255 - 23;
  gsize local = least + (told - least) % (usable - 4);

  if (told <= most)
    return told;
  return local <= most ? local : least;
}

/* Appends what stands in the chain of pages from @next on; as much as there is. */
static void
read_chain (EntentePageFile *file, guint32 next, gsize told, GByteArray *payload)
{
  g_autofree guint8 *bytes = g_malloc (file->page_size);

  while (payload->len < told && take (file, next) && load (file, next, bytes)) {
    gsize length = MIN (told - payload->len, file->usable - 4);

    g_byte_array_append (payload, bytes + 4, (guint) length);
    next = read_32 (bytes);
  }
}

/* The record that begins behind the number of the page below, if any. */
static gboolean
read_cell (EntentePageFile *file,
           const Page *page,
           guint offset,
           EntentePageRow *row,
           GByteArray *payload)
{
  const guint8 *at = page->bytes + offset + (page->type == INNER_OF_KEYS ? 4 : 0);
  const guint8 *end = page->bytes + file->usable;
  guint64 told, id = 0;
  gsize local;

  memset (row, 0, G_STRUCT_OFFSET (EntentePageRow, values));
  row->has_id = page->type == LEAF_OF_IDS;
  if (at >= end || !read_varint (&at, end, &told) || told > MAX_PAYLOAD ||
      (row->has_id && !read_varint (&at, end, &id)))
    return FALSE;
  row->id = (gint64) id;
  local = get_local (file, row->has_id, told);
  if (local + (local < told ? 4 : 0) > (gsize) (end - at))
    return FALSE;
  g_byte_array_set_size (payload, 0);
  g_byte_array_append (payload, at, (guint) local);
  if (local < told)
    read_chain (file, read_32 (at + local), told, payload);
  return read_record (payload->data, payload->len, told, row);
}

/* ---- trees ---- */

typedef struct {
  EntentePageFile *file;
  gboolean has_ids;
  EntentePageRowFunc func;
  gpointer data;
  guint n_bad;
} Walk;

static void walk_page (Walk *walk, guint32 number, gint64 above, gint64 up_to, guint depth);

/* The rows of a leaf have ids that rise, within what the page over it says. */
static void
walk_leaf (Walk *walk, const Page *page, gint64 above, gint64 up_to)
{
  g_autoptr (GByteArray) payload = g_byte_array_new ();

  for (guint i = 0; i < page->n_cells; i++) {
    g_autofree EntentePageRow *row = g_new (EntentePageRow, 1);
    guint offset = get_cell (walk->file, page, i);

    if (offset == 0 || !read_cell (walk->file, page, offset, row, payload) ||
        (row->has_id && (row->id > up_to || row->id < above || (row->id == above && i > 0)))) {
      walk->n_bad++;
      continue;
    }
    above = row->has_id ? row->id : above;
    walk->func (row, walk->data);
  }
}

static void
walk_inner (Walk *walk, const Page *page, gint64 above, gint64 up_to, guint depth)
{
  for (guint i = 0; i < page->n_cells; i++) {
    guint offset = get_cell (walk->file, page, i);
    const guint8 *at = page->bytes + offset + 4;
    guint64 key = 0;

    if (offset == 0 || (page->type == INNER_OF_IDS &&
                        (!read_varint (&at, page->bytes + walk->file->usable, &key) ||
                         (gint64) key < above || (gint64) key > up_to))) {
      walk->n_bad++;
      continue;
    }
    walk_page (walk,
               read_32 (page->bytes + offset),
               above,
               walk->has_ids ? (gint64) key : up_to,
               depth + 1);
    above = walk->has_ids ? (gint64) key : above;
  }
  walk_page (walk, read_32 (page->bytes + page->header + 8), above, up_to, depth + 1);
}

static void
walk_page (Walk *walk, guint32 number, gint64 above, gint64 up_to, guint depth)
{
  g_auto (Page) page = { 0 };
  gboolean is_inner;

  if (depth > MAX_DEPTH || !take (walk->file, number) || !load_page (walk->file, number, &page)) {
    walk->n_bad++;
    return;
  }
  is_inner = page.type == INNER_OF_IDS || page.type == INNER_OF_KEYS;
  if ((page.type == INNER_OF_IDS || page.type == LEAF_OF_IDS) != walk->has_ids) {
    /* Of another kind: what it holds is told elsewhere. */
    walk->file->seen[number] = 0;
    walk->file->n_seen--;
    walk->n_bad++;
    return;
  }
  if (is_inner)
    walk_inner (walk, &page, above, up_to, depth);
  if (!is_inner || page.type == INNER_OF_KEYS)
    walk_leaf (walk, &page, above, up_to);
}

guint
entente_page_file_walk (EntentePageFile *file,
                        guint32 root,
                        gboolean has_ids,
                        EntentePageRowFunc func,
                        gpointer data)
{
  Walk walk = { .file = file, .has_ids = has_ids, .func = func, .data = data };

  walk_page (&walk, root, G_MININT64, G_MAXINT64, 0);
  return walk.n_bad;
}

/* ---- free pages and strays ---- */

gboolean
entente_page_file_skip_free (EntentePageFile *file)
{
  g_autofree guint8 *bytes = g_malloc (file->page_size);
  guint32 next = file->first_free, n = 0;

  while (next != 0 && take (file, next) && load (file, next, bytes)) {
    guint32 n_leaves = read_32 (bytes + 4);

    n++;
    for (guint32 i = 0; i < n_leaves && i < file->usable / 4 - 2; i++)
      n += take (file, read_32 (bytes + 8 + i * 4));
    next = read_32 (bytes);
  }
  return file->has_header && next == 0 && n == file->n_free;
}

static void
give_stray (EntentePageFile *file, const Page *page, EntentePageFunc func, gpointer data)
{
  g_autofree EntentePageRow *rows = g_new (EntentePageRow, page->n_cells);
  g_autoptr (GPtrArray) payloads =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  guint n = 0;

  for (guint i = 0; i < page->n_cells; i++) {
    GByteArray *payload = g_byte_array_new ();
    guint offset = get_cell (file, page, i);

    g_ptr_array_add (payloads, payload);
    if (offset != 0 && read_cell (file, page, offset, &rows[n], payload) &&
        (n == 0 || rows[n].id > rows[n - 1].id))
      n++;
  }
  if (n > 0)
    func (page->number, rows, n, data);
}

/* The first page from @number on of which the disk holds anything; a file may be longer than what
 * was ever written to it. */
static guint32
skip_hole (EntentePageFile *file, guint32 number)
{
  off_t place = lseek (file->descriptor, (off_t) (number - 1) * file->page_size, SEEK_DATA);

  if (place < 0)
    return errno == ENXIO ? file->n_pages + 1 : number;
  return MAX (number, (guint32) (place / file->page_size) + 1);
}

void
entente_page_file_walk_strays (EntentePageFile *file, EntentePageFunc func, gpointer data)
{
  for (guint32 number = skip_hole (file, 1); number <= file->n_pages;
       number = skip_hole (file, number + 1)) {
    g_auto (Page) page = { 0 };

    /* Others are left for the chains of those that follow. */
    if (file->seen[number] || !load_page (file, number, &page) || page.type != LEAF_OF_IDS ||
        !take (file, number))
      continue;
    give_stray (file, &page, func, data);
  }
}
