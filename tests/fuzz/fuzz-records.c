/* Any bytes as JSON, its objects as records of each kind and as dates: what is read is the same
 * after it was written. */
#include "config.h"

#include "entente-record-json.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
check_error (const GError *error)
{
  g_assert_true (error && error->message[0] != '\0' && g_utf8_validate (error->message, -1, NULL));
}

static void
read_record (EntenteEntity entity, json_t *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteRecord) record = entente_record_new (entity);
  g_autoptr (EntenteRecord) back = entente_record_new (entity);
  json_t *written;

  if (!entente_record_set_json (record, object, NULL, NULL, NULL, &error)) {
    check_error (error);
    return;
  }
  written = entente_record_to_json (record);
  g_assert_true (entente_record_set_json (back, written, NULL, NULL, NULL, NULL));
  g_assert_true (entente_record_equal (record, back));
  json_decref (written);
}

static void
read_date (json_t *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteDate) date = entente_date_from_json (json, &error);
  g_autoptr (EntenteDate) back = NULL;
  json_t *written;

  if (!date) {
    check_error (error);
    return;
  }
  written = entente_date_to_json (date);
  back = entente_date_from_json (written, NULL);
  g_assert_true (back && entente_date_equal (date, back));
  json_decref (written);
}

/* A record of the kind that it names as "entity", else of each kind. */
static void
read_object (json_t *object)
{
  const char *nick = json_string_value (json_object_get (object, "entity"));
  EntenteEntity named;

  read_date (object);
  if (nick && entente_entity_parse (nick, &named)) {
    json_object_del (object, "entity");
    read_record (named, object);
    return;
  }
  for (EntenteEntity entity = 0; entity < ENTENTE_N_ENTITIES; entity++)
    read_record (entity, object);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GError) error = NULL;
  json_t *json = entente_json_load ((const char *) bytes, length, "x", 1, &error);
  json_t *value;
  size_t i;

  if (!json) {
    check_error (error);
    return 0;
  }
  if (json_is_object (json))
    read_object (json);
  json_array_foreach (json, i, value)
  {
    if (json_is_object (value))
      read_object (value);
    else
      read_date (value);
  }
  json_decref (json);
  return 0;
}
