/* EntenteTextMap: an index over one immutable text. The byte of every 128th code point is kept, so
 * either way of asking costs a look-up and a short walk; paragraphs are kept whole. Reference
 * counted, no lock needed because nothing changes after it was made. */
#include "config.h"

#include "entente-text-map.h"

#include <string.h>

#define STRIDE 128 /* code points between two entries of the index */

struct _EntenteTextMap {
  gatomicrefcount references;
  char *text;
  gsize n_bytes;
  gint64 n_chars;
  GArray *bytes; /* gsize: byte of code point i * STRIDE */
  GArray *paragraphs; /* EntenteParagraph */
};

G_DEFINE_BOXED_TYPE (EntenteTextMap, entente_text_map, entente_text_map_ref, entente_text_map_unref)

static void
index_text (EntenteTextMap *map)
{
  EntenteParagraph open = { 0 };
  const char *end = map->text + map->n_bytes;
  gint64 n = 0;
  for (const char *p = map->text; p < end; p = g_utf8_next_char (p), n++) {
    gsize byte = (gsize) (p - map->text);
    if (n % STRIDE == 0)
      g_array_append_val (map->bytes, byte);
    if (*p == '\n') {
      open.end = n + 1;
      open.end_byte = byte + 1;
      g_array_append_val (map->paragraphs, open);
      open.start = open.end;
      open.start_byte = open.end_byte;
    }
  }
  map->n_chars = n;
  if (open.start < n) {
    open.end = n;
    open.end_byte = map->n_bytes;
    g_array_append_val (map->paragraphs, open);
  }
}

/* Last entry of the index at or before @byte. */
static guint
find_entry (EntenteTextMap *map, gsize byte)
{
  guint low = 0, high = map->bytes->len;
  while (high - low > 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (map->bytes, gsize, middle) <= byte)
      low = middle;
    else
      high = middle;
  }
  return low;
}

EntenteTextMap *
entente_text_map_new (const char *text, gssize length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  EntenteTextMap *map = g_new0 (EntenteTextMap, 1);
  g_atomic_ref_count_init (&map->references);
  map->text = g_strndup (text, n_bytes);
  map->n_bytes = n_bytes;
  map->bytes = g_array_new (FALSE, FALSE, sizeof (gsize));
  map->paragraphs = g_array_new (FALSE, FALSE, sizeof (EntenteParagraph));
  index_text (map);
  return map;
}

EntenteTextMap *
entente_text_map_ref (EntenteTextMap *map)
{
  g_atomic_ref_count_inc (&map->references);
  return map;
}

void
entente_text_map_unref (EntenteTextMap *map)
{
  if (!g_atomic_ref_count_dec (&map->references))
    return;
  g_free (map->text);
  g_array_unref (map->bytes);
  g_array_unref (map->paragraphs);
  g_free (map);
}

const char *
entente_text_map_get_text (EntenteTextMap *map)
{
  return map->text;
}

gint64
entente_text_map_get_n_chars (EntenteTextMap *map)
{
  return map->n_chars;
}

gsize
entente_text_map_get_n_bytes (EntenteTextMap *map)
{
  return map->n_bytes;
}

gsize
entente_text_map_to_byte (EntenteTextMap *map, gint64 position)
{
  if (position <= 0)
    return 0;
  if (position >= map->n_chars)
    return map->n_bytes;
  const char *p = map->text + g_array_index (map->bytes, gsize, position / STRIDE);
  return (gsize) (g_utf8_offset_to_pointer (p, position % STRIDE) - map->text);
}

gint64
entente_text_map_to_char (EntenteTextMap *map, gsize byte)
{
  if (byte >= map->n_bytes)
    return map->n_chars;
  guint entry = find_entry (map, byte);
  gint64 n = (gint64) entry * STRIDE;
  const char *p = map->text + g_array_index (map->bytes, gsize, entry);
  while (g_utf8_next_char (p) <= map->text + byte) {
    p = g_utf8_next_char (p);
    n++;
  }
  return n;
}

guint
entente_text_map_get_n_paragraphs (EntenteTextMap *map)
{
  return map->paragraphs->len;
}

EntenteParagraph
entente_text_map_get_paragraph (EntenteTextMap *map, guint index)
{
  g_return_val_if_fail (index < map->paragraphs->len, (EntenteParagraph){ 0 });
  return g_array_index (map->paragraphs, EntenteParagraph, index);
}

guint
entente_text_map_paragraph_at (EntenteTextMap *map, gint64 position)
{
  guint low = 0, high = map->paragraphs->len;
  while (high > low + 1) {
    guint middle = low + (high - low) / 2;
    if (g_array_index (map->paragraphs, EntenteParagraph, middle).start <= position)
      low = middle;
    else
      high = middle;
  }
  return low;
}

char *
entente_text_map_dup_slice (EntenteTextMap *map, gint64 start, gint64 end)
{
  gsize from = entente_text_map_to_byte (map, start);
  gsize to = entente_text_map_to_byte (map, end);
  return g_strndup (map->text + from, to > from ? to - from : 0);
}

gboolean
entente_text_map_find (EntenteTextMap *map,
                       const char *quote,
                       guint occurrence,
                       gint64 *start,
                       gint64 *end)
{
  gsize length = strlen (quote);
  const char *p = map->text;
  if (length == 0)
    return FALSE;
  for (guint n = MAX (occurrence, 1); (p = strstr (p, quote)) != NULL; p = g_utf8_next_char (p)) {
    if (--n > 0)
      continue;
    *start = entente_text_map_to_char (map, (gsize) (p - map->text));
    *end = *start + g_utf8_strlen (quote, (gssize) length);
    return TRUE;
  }
  return FALSE;
}
