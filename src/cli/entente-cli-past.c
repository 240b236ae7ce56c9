/* entente-cli history --record: what was done to one record. */

#include "config.h"

#include "entente-cli-past.h"

#include <glib/gi18n-lib.h>
#include <jansson.h>
#include <string.h>

#include "entente-record-past.h"

static gboolean
parse_record (const char *text, EntenteRecord *key, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *nick = colon ? g_strndup (text, (gsize) (colon - text)) : NULL;

  if (nick && entente_entity_parse (nick, &key->entity) && entente_id_parse (colon + 1, &key->id))
    return TRUE;
  g_set_error (
    error,
    ENTENTE_CLI_USAGE,
    0,
    _ ("“%s” names no record. Write its type and number, as in event:28147498671005696."),
    text);
  return FALSE;
}

static char *
write_time (gint64 time)
{
  g_autoptr (GDateTime) moment = time < 0 ? NULL : g_date_time_new_from_unix_utc (time);

  return moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

static const char *
get_operation (const EntenteRecordPast *past)
{
  static const char *const names[] = {
    [ENTENTE_INSERT] = "added",
    [ENTENTE_UPDATE] = "changed",
    [ENTENTE_DELETE] = "deleted",
  };

  return names[past->operation];
}

static void
print_line (const EntenteRecordPast *past)
{
  const char *const cells[] = { past->coder, past->title, past->field, past->before, past->after };
  g_autofree char *time = write_time (past->time);

  entente_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s", past->number, time, get_operation (past));
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *clean = entente_cli_clean (cells[i] ? cells[i] : "");

    entente_cli_print ("\t%s", clean);
  }
  entente_cli_print ("\n");
}

static json_t *
write_json (const EntenteRecordPast *past)
{
  g_autofree char *time = write_time (past->time);

  return json_pack ("{s:I, s:s, s:s, s:s?, s:s?, s:s?, s:s?, s:s?, s:s?, s:b}",
                    "step",
                    (json_int_t) past->number,
                    "time",
                    time,
                    "operation",
                    get_operation (past),
                    "coder",
                    past->coder,
                    "label",
                    past->label,
                    "part",
                    past->title,
                    "field",
                    past->field_name,
                    "before",
                    past->before,
                    "after",
                    past->after,
                    "undo",
                    past->is_undo);
}

static void
print_json (const GPtrArray *list)
{
  json_t *array = json_array ();
  char *text;

  for (guint i = 0; i < list->len; i++)
    json_array_append_new (array, write_json (list->pdata[i]));
  text = json_dumps (array, JSON_INDENT (2));
  entente_cli_print ("%s\n", text);
  free (text);
  json_decref (array);
}

gboolean
entente_cli_print_past (EntenteStore *store, const char *record, gboolean json, GError **error)
{
  EntenteRecord key = { 0 };
  g_autoptr (GPtrArray) list = NULL;

  if (!parse_record (record, &key, error))
    return FALSE;
  list = entente_record_past_read (store, key.entity, key.id, NULL, error);
  if (list && json)
    print_json (list);
  for (guint i = 0; list && !json && i < list->len; i++)
    print_line (list->pdata[i]);
  return list != NULL;
}
