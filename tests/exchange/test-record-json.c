/* Records as JSON: every entity there and back, every kind of date, and what must be refused. */
#include "config.h"

#include "entente-error.h"
#include "entente-record-json.h"

#include <string.h>

static const char *const dates[] = {
  "",
  "2018",
  "2018-07-15",
  "2018-07-15T10:30:00",
  "2018-21",
  "2018-07?",
  "2018-07~",
  "2013/..",
  "../2018",
  "2018-01/2018-03",
  "[..2018-08-22]",
  "[2017-07,2018-07]",
  "-0044-03",
  "198X",
  "2018-01-05/",
};

/* As JSON text and back, so that types of jansson do not leak through. */
static json_t *
pass_through (json_t *json)
{
  g_autofree char *text = NULL;
  char *dumped = json_dumps (json, JSON_ENCODE_ANY);
  json_decref (json);
  text = g_strdup (dumped);
  free (dumped);
  json_t *loaded = entente_json_load (text, strlen (text), "test", 1, NULL);
  g_assert_nonnull (loaded);
  return loaded;
}

static void
check_date (const EntenteDate *date)
{
  g_autoptr (GError) error = NULL;
  json_t *json = pass_through (entente_date_to_json (date));
  g_autoptr (EntenteDate) back = entente_date_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_true (entente_date_equal (date, back));
  json_decref (json);
}

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteDate) date = entente_date_parse (dates[i], &error);
    g_assert_no_error (error);
    check_date (date);
    g_autoptr (EntenteDate) worded = entente_date_with_wording (date, "last “July”\n");
    check_date (worded);
    g_autoptr (EntenteDate) based = entente_date_with_basis (worded, ENTENTE_BASIS_BOUND_FOOTNOTE);
    g_autoptr (EntenteDate) bounded =
      entente_date_with_bounds (based,
                                86400 * 17000,
                                86400 * 17800 + (i % 2 == 0 ? 0 : 3600),
                                "footnote 3");
    check_date (bounded);
    g_autoptr (EntenteDate) ordered = entente_date_with_day_order (bounded, 3);
    g_autoptr (EntenteDate) read = entente_date_with_reading (ordered, "2017-07", "or so", 2);
    check_date (read);
  }
}

static void
test_date_forms (void)
{
  json_t *json = entente_date_to_json (NULL);
  g_assert_cmpstr (json_string_value (json_object_get (json, "edtf")), ==, "");
  g_assert_cmpstr (json_string_value (json_object_get (json, "latest")), ==, "");
  json_decref (json);
  g_autoptr (EntenteDate) by = entente_date_parse ("[..2018-08-22]", NULL);
  json = entente_date_to_json (by);
  g_assert_cmpstr (json_string_value (json_object_get (json, "earliest")), ==, "..");
  g_assert_cmpstr (json_string_value (json_object_get (json, "latest")), ==, "2018-08-22");
  json_decref (json);
}

static void
test_bad_dates (void)
{
  static const char *const cases[] = {
    "3",
    "[]",
    "true",
    "{\"edtf\":7}",
    "{\"edtf\":\"soon\"}",
    "{\"edft\":\"2018\"}",
    "{\"edtf\":\"2018\",\"basis\":\"guess\"}",
    "{\"edtf\":\"2018\",\"not_after\":\"2018\"}",
    "{\"edtf\":\"2018\",\"readings\":{}}",
    "{\"edtf\":\"2018\",\"readings\":[{\"edtf\":\"x\"}]}",
    "{\"edtf\":\"2018\",\"day_order\":\"1\"}",
    "\"soon\"",
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    json_t *json = entente_json_load (cases[i], strlen (cases[i]), "test", 1, &error);
    g_assert_no_error (error);
    g_test_message ("%s", cases[i]);
    g_assert_null (entente_date_from_json (json, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    json_decref (json);
  }
}

/* Some value of each type. */
static void
fill_field (gpointer record, const EntenteFieldInfo *field)
{
  gpointer value = entente_record_get_field (record, field);
  gint64 number = g_test_rand_int_range (1, 1000);
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    *(char **) value = g_strdup_printf ("wörd \"%d\"\n=\\\u202E", (int) number);
    break;
  case ENTENTE_FIELD_BOOLEAN:
    *(gboolean *) value = number % 2 == 0;
    break;
  case ENTENTE_FIELD_INT:
  case ENTENTE_FIELD_ID:
    *(gint64 *) value = G_MAXINT64 - number;
    break;
  case ENTENTE_FIELD_REAL:
    *(double *) value = (double) number / 7;
    break;
  case ENTENTE_FIELD_ENUM:
    *(int *) value = (int) number % entente_enum_count (field->vocabulary);
    break;
  case ENTENTE_FIELD_IDS:
    *(GArray **) value = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    g_array_append_val (*(GArray **) value, number);
    break;
  case ENTENTE_FIELD_DATE:
    *(EntenteDate **) value = entente_date_parse (dates[1 + number % 12], NULL);
    break;
  }
}

static void
test_records (void)
{
  for (int entity = 0; entity < ENTENTE_N_ENTITIES * 4; entity++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteRecord) record = entente_record_new ((EntenteEntity) (entity / 4));
    g_autoptr (EntenteRecord) back = entente_record_new ((EntenteEntity) (entity / 4));
    guint n;
    const EntenteFieldInfo *fields = entente_entity_get_fields (record->entity, &n);
    for (guint i = 0; i < n && entity % 4 != 0; i++)
      fill_field (record, &fields[i]);
    record->id = back->id = 17;
    json_t *json = pass_through (entente_record_to_json (record));
    g_assert_true (entente_record_set_json (back, json, NULL, NULL, NULL, &error));
    g_assert_no_error (error);
    g_assert_true (entente_record_equal (record, back));
    json_decref (json);
  }
}

static EntenteId
resolve (gpointer data, EntenteEntity target, const char *text, GError **error)
{
  g_assert_cmpint (target, ==, ENTENTE_ENTITY_ACTOR);
  return strcmp (text, "north") == 0 ? 5 : ENTENTE_ID_NONE;
}

static void
test_resolve (void)
{
  static const char text[] = "{\"actor\": \"north\", \"key\": \"k\"}";
  static const char *const ignore[] = { "key", NULL };
  g_autoptr (EntenteRecord) alias = entente_record_new (ENTENTE_ENTITY_ALIAS);
  json_t *json = entente_json_load (text, strlen (text), "test", 1, NULL);
  g_assert_true (entente_record_set_json (alias, json, ignore, resolve, NULL, NULL));
  const EntenteFieldInfo *field = entente_entity_find_field (ENTENTE_ENTITY_ALIAS, "actor");
  g_assert_cmpint (*(EntenteId *) entente_record_get_field (alias, field), ==, 5);
  json_decref (json);
}

static void
test_bad_records (void)
{
  static const char *const cases[] = { "{\"nonsense\":1}",     "{\"title\":1}",
                                       "{\"mode\":\"x\"}",     "{\"pinned\":1}",
                                       "{\"place\":\"doha\"}", "{\"issues\":\"1\"}",
                                       "{\"telling\":\"1\"}",  "{\"when\":\"soon\"}",
                                       "{\"when\":7}" };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (EntenteRecord) event = entente_record_new (ENTENTE_ENTITY_EVENT);
    json_t *json = entente_json_load (cases[i], strlen (cases[i]), "test", 1, NULL);
    g_assert_false (entente_record_set_json (event, json, NULL, NULL, NULL, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    json_decref (json);
  }
}

static void
test_load (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  static const char *const cases[] = { "",     "{",    "{\"a\":1,\"a\":2}", "{\"a\":\"\\u0000\"}",
                                       "\xFF", "{} {}" };
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_null (entente_json_load (cases[i], strlen (cases[i]), "steps.jsonl", 12, &error));
    g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, "steps.jsonl"));
    g_assert_nonnull (strstr (error->message, "line 12"));
    g_clear_error (&error);
  }
  g_assert_null (entente_json_load (deep, 100000, "deep", 1, &error));
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-json/dates", test_dates);
  g_test_add_func ("/record-json/date-forms", test_date_forms);
  g_test_add_func ("/record-json/bad-dates", test_bad_dates);
  g_test_add_func ("/record-json/records", test_records);
  g_test_add_func ("/record-json/resolve", test_resolve);
  g_test_add_func ("/record-json/bad-records", test_bad_records);
  g_test_add_func ("/record-json/load", test_load);
  return g_test_run ();
}
