/* Records as JSON, by the field table of core: one writer and one reader per type of field. Input
 * is hostile until it is read: types are checked and unknown names refused. A record that could not
 * be read whole is to be dropped. */
#include "config.h"

#include "entente-record-json.h"

#include "entente-day-text.h"
#include "entente-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_JSON_BYTES (64 * 1024 * 1024)

/* ---- dates out ---- */

static void
set_text (json_t *object, const char *name, const char *text)
{
  json_object_set_new (object, name, text != NULL ? json_string (text) : json_null ());
}

static void
set_day (json_t *object, const char *name, const EntenteDate *date, gboolean latest)
{
  g_autofree char *text = entente_day_text (date, latest);
  set_text (object, name, text);
}

/* A bound: the day that it includes, or the very second when it is not at midnight. */
static void
set_bound (json_t *object, const char *name, gint64 time, gboolean latest)
{
  gboolean midnight = time % ENTENTE_SECONDS_PER_DAY == 0;
  if (time == ENTENTE_TIME_MIN || time == ENTENTE_TIME_MAX)
    return;
  g_autofree char *text =
    entente_time_format_iso (latest && midnight ? time - ENTENTE_SECONDS_PER_DAY : time);
  set_text (object, name, text);
}

static json_t *
readings_to_json (GPtrArray *readings)
{
  json_t *array = json_array ();
  for (guint i = 0; i < readings->len; i++) {
    const EntenteReading *reading = readings->pdata[i];
    json_t *object = json_object ();
    set_text (object, "edtf", reading->edtf);
    set_text (object, "reason", reading->reason);
    json_object_set_new (object, "rank", json_integer (reading->rank));
    json_array_append_new (array, object);
  }
  return array;
}

static void
add_date_details (json_t *object, const EntenteDate *date)
{
  if (date->basis != ENTENTE_BASIS_EXPLICIT)
    set_text (object, "basis", entente_enum_nick (ENTENTE_ENUM_BASIS, (int) date->basis));
  if (date->calendar != ENTENTE_CALENDAR_GREGORIAN)
    set_text (object, "calendar", entente_enum_nick (ENTENTE_ENUM_CALENDAR, (int) date->calendar));
  if (date->as_entered != NULL)
    set_text (object, "as_entered", date->as_entered);
  set_bound (object, "not_before", date->not_before, FALSE);
  set_bound (object, "not_after", date->not_after, TRUE);
  if (date->bound_reason != NULL)
    set_text (object, "bound_reason", date->bound_reason);
  if (date->still_so)
    json_object_set_new (object, "still_so", json_true ());
  if (date->day_order != 0)
    json_object_set_new (object, "day_order", json_integer (date->day_order));
  if (date->readings != NULL)
    json_object_set_new (object, "readings", readings_to_json (date->readings));
}

json_t *
entente_date_to_json (const EntenteDate *date)
{
  json_t *object = json_object ();
  set_text (object, "edtf", date != NULL ? date->edtf : "");
  set_text (object, "wording", date != NULL ? date->wording : NULL);
  set_day (object, "earliest", date, FALSE);
  set_day (object, "latest", date, TRUE);
  if (date != NULL)
    add_date_details (object, date);
  return object;
}

/* ---- dates in ---- */

static gboolean
fail (GError **error, const char *name, const char *wanted)
{
  return entente_sentence_fail (error,
                                ENTENTE_ERROR_INVALID,
                                _ ("“{name}” does not fit: write {wanted}."),
                                "name",
                                name,
                                "wanted",
                                wanted,
                                NULL);
}

/* *@text is NULL when the name is missing or null. */
static gboolean
read_text (json_t *object, const char *name, const char **text, GError **error)
{
  json_t *value = json_object_get (object, name);
  *text = json_string_value (value);
  return value == NULL || json_is_null (value) || *text != NULL || fail (error, name, _ ("text"));
}

static gboolean
read_enum (json_t *object, EntenteEnum vocabulary, const char *name, int *value, GError **error)
{
  const char *nick;
  if (!read_text (object, name, &nick, error))
    return FALSE;
  return nick == NULL || entente_enum_parse (vocabulary, nick, value) ||
         fail (error, name, _ ("a word of its vocabulary"));
}

/* An ISO day, or a second of it; @latest: the end of that day. */
static gboolean
read_bound (json_t *object, const char *name, gboolean latest, gint64 *time, GError **error)
{
  const char *text;
  if (!read_text (object, name, &text, error))
    return FALSE;
  if (text == NULL || text[0] == '\0' || strcmp (text, "..") == 0)
    return TRUE;
  g_autoptr (EntenteDate) date = entente_date_parse (text, NULL);
  if (date == NULL || date->form != ENTENTE_DATE_POINT || date->precision < ENTENTE_PRECISION_DAY)
    return fail (error, name, _ ("a day such as 2018-07-15"));
  EntenteSpan window = entente_date_points_get_window (&date->told);
  *time = latest && date->precision == ENTENTE_PRECISION_DAY ? window.end : window.start;
  return TRUE;
}

/* Takes the reference of *@date and gives the new one. */
static void
replace (EntenteDate **date, EntenteDate *changed)
{
  entente_date_unref (*date);
  *date = changed;
}

static gboolean
read_readings (EntenteDate **date, json_t *array, GError **error)
{
  size_t i;
  json_t *entry;
  if (array != NULL && !json_is_array (array))
    return fail (error, "readings", _ ("a list of objects with edtf, reason and rank"));
  json_array_foreach (array, i, entry)
  {
    const char *edtf, *reason;
    if (!read_text (entry, "edtf", &edtf, error) || !read_text (entry, "reason", &reason, error))
      return FALSE;
    if (edtf == NULL || edtf[0] == '\0')
      return fail (error, "readings", _ ("a list of objects with edtf, reason and rank"));
    g_autoptr (EntenteDate) reading = entente_date_parse (edtf, error);
    if (reading == NULL)
      return FALSE;
    json_int_t rank = json_integer_value (json_object_get (entry, "rank"));
    replace (date,
             entente_date_with_reading (*date,
                                        reading->edtf,
                                        reason,
                                        rank > 0 ? (int) MIN (rank, 1000) : (int) i + 1));
  }
  return TRUE;
}

static gboolean
read_bounds (EntenteDate **date, json_t *object, GError **error)
{
  gint64 not_before = ENTENTE_TIME_MIN, not_after = ENTENTE_TIME_MAX;
  const char *reason;
  if (!read_bound (object, "not_before", FALSE, &not_before, error) ||
      !read_bound (object, "not_after", TRUE, &not_after, error) ||
      !read_text (object, "bound_reason", &reason, error))
    return FALSE;
  if (not_before != ENTENTE_TIME_MIN || not_after != ENTENTE_TIME_MAX || reason != NULL)
    replace (date, entente_date_with_bounds (*date, not_before, not_after, reason));
  return TRUE;
}

static gboolean
read_details (EntenteDate **date, json_t *object, GError **error)
{
  const char *wording, *as_entered;
  int basis = ENTENTE_BASIS_EXPLICIT, calendar = ENTENTE_CALENDAR_GREGORIAN;
  json_t *order = json_object_get (object, "day_order");
  if (!read_text (object, "wording", &wording, error) ||
      !read_text (object, "as_entered", &as_entered, error) ||
      !read_enum (object, ENTENTE_ENUM_BASIS, "basis", &basis, error) ||
      !read_enum (object, ENTENTE_ENUM_CALENDAR, "calendar", &calendar, error))
    return FALSE;
  if (order != NULL && !json_is_integer (order))
    return fail (error, "day_order", _ ("a whole number"));
  if (wording != NULL)
    replace (date, entente_date_with_wording (*date, wording));
  if (basis != ENTENTE_BASIS_EXPLICIT)
    replace (date, entente_date_with_basis (*date, (EntenteBasis) basis));
  if (calendar != ENTENTE_CALENDAR_GREGORIAN || as_entered != NULL)
    replace (date, entente_date_with_calendar (*date, (EntenteCalendar) calendar, as_entered));
  if (json_is_true (json_object_get (object, "still_so")))
    replace (date, entente_date_with_still_so (*date, TRUE));
  if (json_integer_value (order) != 0)
    replace (date,
             entente_date_with_day_order (
               *date,
               (int) CLAMP (json_integer_value (order), G_MININT32, G_MAXINT32)));
  return read_bounds (date, object, error) &&
         read_readings (date, json_object_get (object, "readings"), error);
}

static gboolean
check_date_names (json_t *object, GError **error)
{
  static const char *const names[] = { "edtf",      "wording",  "earliest",     "latest",
                                       "basis",     "calendar", "as_entered",   "not_before",
                                       "not_after", "readings", "bound_reason", "still_so",
                                       "day_order", NULL };
  const char *name;
  json_t *value;
  json_object_foreach (object, name, value)
  {
    if (!g_strv_contains (names, name))
      return entente_sentence_fail (
        error,
        ENTENTE_ERROR_INVALID,
        _ ("A date has no “{name}”; write edtf, wording, basis and so on."),
        "name",
        name,
        NULL);
  }
  return TRUE;
}

EntenteDate *
entente_date_from_json (json_t *json, GError **error)
{
  const char *edtf;
  if (json == NULL || json_is_null (json))
    return entente_date_new_undated ();
  if (json_is_string (json))
    return entente_date_parse (json_string_value (json), error);
  if (!json_is_object (json)) {
    fail (error, "date", _ ("an EDTF value such as \"2018-07\", or an object with “edtf”"));
    return NULL;
  }
  if (!check_date_names (json, error) || !read_text (json, "edtf", &edtf, error))
    return NULL;
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, error);
  if (date == NULL || !read_details (&date, json, error))
    return NULL;
  return g_steal_pointer (&date);
}

/* ---- records out ---- */

static json_t *
id_to_json (EntenteId id)
{
  char text[24];
  if (id == ENTENTE_ID_NONE)
    return json_null ();
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, id);
  return json_string (text);
}

static json_t *
ids_to_json (const GArray *ids)
{
  json_t *array = json_array ();
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    json_array_append_new (array, id_to_json (g_array_index (ids, EntenteId, i)));
  return array;
}

static json_t *
field_to_json (gconstpointer record, const EntenteFieldInfo *field)
{
  gconstpointer value = entente_record_get_field (record, field);
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return *(char *const *) value != NULL ? json_string (*(char *const *) value) : json_null ();
  case ENTENTE_FIELD_BOOLEAN:
    return json_boolean (*(const gboolean *) value);
  case ENTENTE_FIELD_INT:
    return json_integer (*(const gint64 *) value);
  case ENTENTE_FIELD_REAL:
    return json_real (*(const double *) value);
  case ENTENTE_FIELD_ENUM:
    return json_string (entente_enum_nick (field->vocabulary, *(const int *) value));
  case ENTENTE_FIELD_ID:
    return id_to_json (*(const EntenteId *) value);
  case ENTENTE_FIELD_IDS:
    return ids_to_json (*(GArray *const *) value);
  case ENTENTE_FIELD_DATE:
    return *(EntenteDate *const *) value != NULL
             ? entente_date_to_json (*(EntenteDate *const *) value)
             : json_null ();
  }
  g_return_val_if_reached (json_null ());
}

json_t *
entente_record_to_json (gconstpointer record)
{
  const EntenteRecord *head = record;
  json_t *object = json_object ();
  guint n;
  const EntenteFieldInfo *fields = entente_entity_get_fields (head->entity, &n);
  json_object_set_new (object, "id", id_to_json (head->id));
  for (guint i = 0; i < n; i++)
    json_object_set_new (object, fields[i].name, field_to_json (record, &fields[i]));
  return object;
}

/* ---- records in ---- */

typedef struct {
  EntenteResolve resolve;
  gpointer data;
} Resolver;

static gboolean
read_id (const Resolver *resolver,
         const EntenteFieldInfo *field,
         json_t *json,
         EntenteId *id,
         GError **error)
{
  const char *text = json_string_value (json);
  g_autofree char *number = NULL;
  *id = ENTENTE_ID_NONE;
  if (json_is_null (json) || (text != NULL && text[0] == '\0'))
    return TRUE;
  if (json_is_integer (json))
    text = number = g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (json));
  if (text != NULL && resolver->resolve != NULL) {
    *id = resolver->resolve (resolver->data, field->target, text, error);
    return *id != ENTENTE_ID_NONE;
  }
  return (text != NULL && entente_id_parse (text, id)) || fail (error, field->name, _ ("an id"));
}

static gboolean
read_ids (const Resolver *resolver,
          const EntenteFieldInfo *field,
          json_t *json,
          GArray **ids,
          GError **error)
{
  size_t i;
  json_t *entry;
  if (!json_is_array (json) && !json_is_null (json))
    return fail (error, field->name, _ ("a list of ids"));
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  json_array_foreach (json, i, entry)
  {
    EntenteId id;
    if (!read_id (resolver, field, entry, &id, error))
      return FALSE;
    g_array_append_val (read, id);
  }
  g_clear_pointer (ids, g_array_unref);
  *ids = read->len > 0 ? g_steal_pointer (&read) : NULL;
  return TRUE;
}

static gboolean
read_string (const EntenteFieldInfo *field, json_t *json, char **value, GError **error)
{
  const char *text = json_string_value (json);
  if (text == NULL && !json_is_null (json))
    return fail (error, field->name, _ ("text"));
  g_free (*value);
  *value = text != NULL && text[0] != '\0' ? g_strdup (text) : NULL;
  return TRUE;
}

static gboolean
read_date (const EntenteFieldInfo *field, json_t *json, EntenteDate **value, GError **error)
{
  g_autoptr (EntenteDate) date = NULL;
  if (!json_is_null (json)) {
    date = entente_date_from_json (json, error);
    if (date == NULL) {
      g_prefix_error (error, "%s: ", field->name);
      return FALSE;
    }
  }
  g_clear_pointer (value, entente_date_unref);
  *value = g_steal_pointer (&date);
  return TRUE;
}

static gboolean
read_nick (const EntenteFieldInfo *field, json_t *json, int *value, GError **error)
{
  const char *nick = json_string_value (json);
  g_autoptr (GString) nicks = g_string_new (_ ("one of"));
  if (nick != NULL && entente_enum_parse (field->vocabulary, nick, value))
    return TRUE;
  for (int i = 0; i < entente_enum_count (field->vocabulary); i++)
    g_string_append_printf (nicks,
                            "%s %s",
                            i > 0 ? "," : "",
                            entente_enum_nick (field->vocabulary, i));
  return fail (error, field->name, nicks->str);
}

static gboolean
read_field (gpointer record,
            const EntenteFieldInfo *field,
            json_t *json,
            const Resolver *resolver,
            GError **error)
{
  gpointer value = entente_record_get_field (record, field);
  switch (field->type) {
  case ENTENTE_FIELD_STRING:
    return read_string (field, json, value, error);
  case ENTENTE_FIELD_BOOLEAN:
    *(gboolean *) value = json_is_true (json);
    return json_is_boolean (json) || fail (error, field->name, _ ("true or false"));
  case ENTENTE_FIELD_INT:
    *(gint64 *) value = json_integer_value (json);
    return json_is_integer (json) || fail (error, field->name, _ ("a whole number"));
  case ENTENTE_FIELD_REAL:
    *(double *) value = json_number_value (json);
    return json_is_number (json) || fail (error, field->name, _ ("a number"));
  case ENTENTE_FIELD_ENUM:
    return read_nick (field, json, value, error);
  case ENTENTE_FIELD_ID:
    return read_id (resolver, field, json, value, error);
  case ENTENTE_FIELD_IDS:
    return read_ids (resolver, field, json, value, error);
  case ENTENTE_FIELD_DATE:
    return read_date (field, json, value, error);
  }
  g_return_val_if_reached (FALSE);
}

gboolean
entente_record_set_json (gpointer record,
                         json_t *object,
                         const char *const *ignore,
                         EntenteResolve resolve,
                         gpointer data,
                         GError **error)
{
  const EntenteEntity entity = ((EntenteRecord *) record)->entity;
  const Resolver resolver = { resolve, data };
  const char *name;
  json_t *value;
  json_object_foreach (object, name, value)
  {
    const EntenteFieldInfo *field = entente_entity_find_field (entity, name);
    if (strcmp (name, "id") == 0 || (ignore != NULL && g_strv_contains (ignore, name)))
      continue;
    if (field == NULL)
      return entente_sentence_fail (
        error,
        ENTENTE_ERROR_INVALID,
        _ ("A record of the kind {entity} has no field “{name}”; check its "
           "spelling."),
        "entity",
        entente_entity_nick (entity),
        "name",
        name,
        NULL);
    if (!read_field (record, field, value, &resolver, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- text of JSON ---- */

json_t *
entente_json_load (const char *bytes, gsize length, const char *name, gint64 line, GError **error)
{
  json_error_t reason = { 0 };
  json_t *json = NULL;
  if (length <= MAX_JSON_BYTES)
    json = json_loadb (bytes, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &reason);
  else
    g_strlcpy (reason.text, "larger than 64 MB", sizeof reason.text);
  if (json != NULL)
    return json;
  g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT, line + MAX (reason.line, 1) - 1);
  /* It quotes the text up to some byte. */
  g_autofree char *words = g_utf8_make_valid (reason.text, -1);
  entente_sentence_fail (error,
                         ENTENTE_ERROR_INVALID,
                         _ ("“{file}”, line {line}: this is no JSON ({reason}); mend the line."),
                         "file",
                         name,
                         "line",
                         place,
                         "reason",
                         words,
                         NULL);
  return NULL;
}
