/* Any bytes as a table of events, by each profile and by a map of the input's own: records come in
 * an order that can be kept.
 *
 * A first line "map=…" is the map: the rest is the table.
 */
#include "config.h"

#include "entente-event-table.h"
#include "entente-record-json.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
check_sentence (const char *sentence, gpointer data)
{
  g_assert_true (sentence[0] != '\0' && g_utf8_validate (sentence, -1, NULL));
}

/* What a record refers to came before it. */
static void
check_references (const EntenteRecord *record, GHashTable *seen)
{
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (record->entity, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteId *id = entente_record_get_field (record, &fields[i]);

    g_assert_true (fields[i].type != ENTENTE_FIELD_ID || *id == ENTENTE_ID_NONE ||
                   g_hash_table_contains (seen, id));
  }
}

/* It is the same after a way through JSON, so all its words are valid. */
static void
check_fields (const EntenteRecord *record)
{
  json_t *json = entente_record_to_json (record);
  g_autoptr (EntenteRecord) back = entente_record_new (record->entity);

  back->id = record->id;
  g_assert_true (entente_record_set_json (back, json, NULL, NULL, NULL, NULL));
  g_assert_true (entente_record_equal (record, back));
  json_decref (json);
}

static void
read_table (GFile *file, const char *profile, const char *map, gboolean skips)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteEventTable) table = entente_event_table_open (file, profile, map, &error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  EntenteRecord *record;

  if (table && skips)
    entente_event_table_set_skipped (table, check_sentence, NULL);
  while (table && (record = entente_event_table_next (table, &error))) {
    check_references (record, seen);
    check_fields (record);
    g_ptr_array_add (records, record);
    g_assert_true (g_hash_table_add (seen, &record->id));
  }
  if (error)
    check_sentence (error->message, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  static const char *const profiles[] = { NULL, "plain", "icews", "gdelt", "acled", "ucdp", "pax" };
  g_autofree char *text = g_strndup ((const char *) bytes, length);
  char *end = g_str_has_prefix (text, "map=") ? strchr (text, '\n') : NULL;
  gsize head = end ? (gsize) (end - text) + 1 : 0;
  g_autofree char *map = end ? g_strndup (text + 4, head - 5) : NULL;
  g_autofree char *path =
    g_strdup_printf ("%s/entente-fuzz-events-%d", g_get_tmp_dir (), getpid ());
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (
    g_file_set_contents (path, (const char *) bytes + head, (gssize) (length - head), NULL));
  if (map && g_utf8_validate (map, -1, NULL))
    read_table (file, NULL, map, length % 2);
  for (guint i = 0; !map && i < G_N_ELEMENTS (profiles); i++)
    read_table (file, profiles[i], NULL, i == 0 ? length % 2 : TRUE);
  g_unlink (path);
  return 0;
}
