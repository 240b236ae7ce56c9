/* The user's own fields: values as numbers of a sorted list, and which events have them.
 *
 * Few events of a study have values, so these are kept by event and not as a column. Any thread;
 * the roster owns a share. */
#include "config.h"

#include "entente-own-fields.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "entente-chronicle-private.h"

typedef struct {
  EntenteField *record;
  GPtrArray *values; /* char* */
  GArray *pairs; /* EntenteOwnValue */
  GPtrArray *records; /* EntenteFieldValue, by event */
} OwnField;

struct _EntenteOwnFields {
  GArray *fields; /* OwnField */
};

static const OwnField *
get_field (const EntenteOwnFields *self, guint index)
{
  return &g_array_index (self->fields, OwnField, index);
}

/* ---- values ---- */

char **
entente_own_field_list_choices (const EntenteField *field)
{
  static const char *const answers[] = { "yes", "no", NULL };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  if (g_strcmp0 (field->type, "yes-no") == 0)
    return g_strdupv ((char **) answers);
  if (g_strcmp0 (field->type, "choice") == 0 && field->choices != NULL)
    lines = g_strsplit (field->choices, "\n", -1);
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++) {
    if (*g_strstrip (lines[i]) != '\0' &&
        !g_strv_contains ((const char *const *) lines + i + 1, lines[i]))
      g_strv_builder_add (builder, lines[i]);
  }
  return g_strv_builder_end (builder);
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer data)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  const EntenteField *field = data;
  double one = g_ascii_strtod (first, NULL);
  double other = g_ascii_strtod (second, NULL);

  if (g_strcmp0 (field->type, "number") == 0 && one != other)
    return one < other ? -1 : 1;
  return strcmp (first, second);
}

/* What the field offers stands first; the rest is sorted. */
static GPtrArray *
list_values (const EntenteField *field, GHashTable *told)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_auto (GStrv) choices = entente_own_field_list_choices (field);
  GHashTableIter iter;
  gpointer text;

  for (guint i = 0; choices[i] != NULL; i++)
    g_ptr_array_add (values, g_strdup (choices[i]));
  g_hash_table_iter_init (&iter, told);
  while (g_hash_table_iter_next (&iter, &text, NULL)) {
    if (!g_strv_contains ((const char *const *) choices, text))
      g_ptr_array_add (rest, text);
  }
  g_ptr_array_sort_with_data (rest, compare_values, (gpointer) field);
  for (guint i = 0; i < rest->len; i++)
    g_ptr_array_add (values, g_strdup (rest->pdata[i]));
  return values;
}

static gboolean
is_value_of (const EntenteFieldValue *value, const EntenteField *field)
{
  return value->field == field->record.id && value->value != NULL && *value->value != '\0';
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const EntenteOwnValue *first = a, *second = b;

  if (first->event != second->event)
    return first->event < second->event ? -1 : 1;
  return (first->value > second->value) - (first->value < second->value);
}

static void
drop_doubles (GArray *pairs)
{
  guint n = 0;

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++) {
    EntenteOwnValue *pair = &g_array_index (pairs, EntenteOwnValue, i);

    if (i == 0 || compare_pairs (&g_array_index (pairs, EntenteOwnValue, n - 1), pair) != 0)
      g_array_index (pairs, EntenteOwnValue, n++) = *pair;
  }
  g_array_set_size (pairs, n);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  const EntenteFieldValue *first = *(const EntenteFieldValue *const *) a;
  const EntenteFieldValue *second = *(const EntenteFieldValue *const *) b;

  if (first->subject != second->subject)
    return first->subject < second->subject ? -1 : 1;
  return (first->record.id > second->record.id) - (first->record.id < second->record.id);
}

static GPtrArray *
list_records (EntenteId field, gpointer const *values, guint n_values)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < n_values; i++) {
    if (((const EntenteFieldValue *) values[i])->field == field)
      g_ptr_array_add (records, entente_record_ref (values[i]));
  }
  g_ptr_array_sort (records, compare_records);
  return records;
}

static OwnField
make_field (EntenteField *field, gpointer const *values, guint n_values)
{
  OwnField own = { entente_record_ref (field),
                   NULL,
                   NULL,
                   list_records (field->record.id, values, n_values) };
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_values; i++) {
    const EntenteFieldValue *value = values[i];

    if (is_value_of (value, field))
      g_hash_table_add (told, value->value);
  }
  own.values = list_values (field, told);
  own.pairs = g_array_new (FALSE, FALSE, sizeof (EntenteOwnValue));
  for (guint i = 0; i < own.values->len; i++)
    g_hash_table_insert (numbers, own.values->pdata[i], GUINT_TO_POINTER (i));
  for (guint i = 0; i < n_values; i++) {
    const EntenteFieldValue *value = values[i];

    if (is_value_of (value, field)) {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, value->value));
      EntenteOwnValue pair = { value->subject, number };

      g_array_append_val (own.pairs, pair);
    }
  }
  drop_doubles (own.pairs);
  return own;
}

/* ---- life ---- */

static void
clear_field (gpointer data)
{
  OwnField *field = data;

  entente_record_unref (field->record);
  g_ptr_array_unref (field->values);
  g_array_unref (field->pairs);
  g_ptr_array_unref (field->records);
}

EntenteOwnFields *
entente_own_fields_new (gpointer const *fields,
                        guint n_fields,
                        gpointer const *values,
                        guint n_values)
{
  EntenteOwnFields *self = g_atomic_rc_box_new0 (EntenteOwnFields);

  self->fields = g_array_new (FALSE, FALSE, sizeof (OwnField));
  g_array_set_clear_func (self->fields, clear_field);
  for (guint i = 0; i < n_fields; i++) {
    EntenteField *field = fields[i];

    if (g_strcmp0 (field->entity, entente_entity_nick (ENTENTE_ENTITY_EVENT)) == 0) {
      OwnField own = make_field (field, values, n_values);

      g_array_append_val (self->fields, own);
    }
  }
  return self;
}

EntenteOwnFields *
entente_own_fields_ref (const EntenteOwnFields *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_fields (gpointer data)
{
  g_array_unref (((EntenteOwnFields *) data)->fields);
}

void
entente_own_fields_unref (EntenteOwnFields *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_fields);
}

/* ---- reading ---- */

const EntenteOwnFields *
entente_chronicle_get_own_fields (const EntenteChronicle *chronicle)
{
  return entente_roster_get_own_fields (chronicle->roster);
}

guint
entente_own_fields_get_n (const EntenteOwnFields *self)
{
  return self->fields->len;
}

const EntenteField *
entente_own_fields_get (const EntenteOwnFields *self, guint index)
{
  g_return_val_if_fail (index < self->fields->len, NULL);

  return get_field (self, index)->record;
}

guint32
entente_own_fields_find (const EntenteOwnFields *self, EntenteId id)
{
  for (guint i = 0; i < self->fields->len; i++) {
    if (get_field (self, i)->record->record.id == id)
      return i;
  }
  return ENTENTE_NO_INDEX;
}

guint
entente_own_fields_get_n_values (const EntenteOwnFields *self, guint index)
{
  return index < self->fields->len ? get_field (self, index)->values->len : 0;
}

const char *
entente_own_fields_get_value (const EntenteOwnFields *self, guint index, guint value)
{
  g_return_val_if_fail (value < entente_own_fields_get_n_values (self, index), NULL);

  return get_field (self, index)->values->pdata[value];
}

const EntenteOwnValue *
entente_own_fields_get_pairs (const EntenteOwnFields *self, guint index, guint *n)
{
  const GArray *pairs = get_field (self, index)->pairs;

  *n = pairs->len;
  return (const EntenteOwnValue *) (gpointer) pairs->data;
}

/* First pair of @event, or where it would be. */
static guint
find_event (const GArray *pairs, EntenteId event)
{
  guint low = 0, high = pairs->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (g_array_index (pairs, EntenteOwnValue, middle).event < event)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

char *
entente_own_fields_dup_text (const EntenteOwnFields *self, guint index, EntenteId event)
{
  const GArray *pairs = get_field (self, index)->pairs;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = find_event (pairs, event);
       i < pairs->len && g_array_index (pairs, EntenteOwnValue, i).event == event;
       i++) {
    guint value = g_array_index (pairs, EntenteOwnValue, i).value;

    g_string_append_printf (text,
                            "%s%s",
                            text->len > 0 ? ", " : "",
                            entente_own_fields_get_value (self, index, value));
  }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* Values of "yes-no" are kept as these words in every language. */
static const char *
translate (const EntenteField *field, const char *text)
{
  if (g_strcmp0 (field->type, "yes-no") != 0)
    return text;
  return g_str_equal (text, "yes")  ? C_ ("value", "Yes")
         : g_str_equal (text, "no") ? C_ ("value", "No")
                                    : text;
}

char *
entente_own_fields_describe (const EntenteOwnFields *self, EntenteId event)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++) {
    const EntenteField *field = get_field (self, i)->record;
    g_autofree char *text = entente_own_fields_dup_text (self, i, event);

    if (text == NULL)
      continue;
    g_string_append (out, out->len > 0 ? "; " : "");
    /* Translators: a field and its value, "Audience: 120". */
    g_string_append_printf (out, _ ("%s: %s"), field->name, translate (field, text));
  }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

GArray *
entente_own_fields_list_records (const EntenteOwnFields *self, guint index, EntenteId event)
{
  const GPtrArray *records = get_field (self, index)->records;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  guint low = 0, high = records->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (((const EntenteFieldValue *) records->pdata[middle])->subject < event)
      low = middle + 1;
    else
      high = middle;
  }
  for (; low < records->len; low++) {
    const EntenteFieldValue *value = records->pdata[low];

    if (value->subject != event)
      break;
    g_array_append_val (ids, value->record.id);
  }
  return ids;
}
