/* Ids of records: new ones that rise strictly within the process, ones hashed from a key, and their
 * reading from text. No id is ever zero or negative. Safe in any thread.
 */
#include "config.h"

#include "entente-id.h"

#define EPOCH_MS G_GINT64_CONSTANT (1577836800000) /* 2020-01-01T00Z since 1970 */
#define RANDOM_BITS 22
#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

static GMutex last_lock;
static EntenteId last_id;

static EntenteId
draw_id (void)
{
  gint64 now_ms = MAX (g_get_real_time () / 1000 - EPOCH_MS, 0);

  return now_ms << RANDOM_BITS | g_random_int_range (1, 1 << RANDOM_BITS);
}

EntenteId
entente_id_new (void)
{
  EntenteId drawn = draw_id ();
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&last_lock);

  last_id = MAX (last_id + 1, drawn);
  return last_id;
}

EntenteId
entente_id_from_key (const char *key)
{
  guint64 hash = FNV_OFFSET;

  for (const guchar *byte = (const guchar *) key; *byte != '\0'; byte++)
    hash = (hash ^ *byte) * FNV_PRIME;
  hash &= G_MAXINT64;
  return hash == 0 ? 1 : (EntenteId) hash;
}

gboolean
entente_id_parse (const char *text, EntenteId *id)
{
  guint64 number;

  if (text == NULL || !g_ascii_isdigit (text[0]) ||
      !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &number, NULL))
    return FALSE;
  *id = (EntenteId) number;
  return TRUE;
}

char *
entente_id_format (EntenteId id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}
