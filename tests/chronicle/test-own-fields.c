/* The user's own fields of a chronicle: which there are, what they offer, what events have in them.
 */
#include "config.h"

#include "entente-own-fields.h"

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func (entente_record_unref);
}

static void
add_field (GPtrArray *fields,
           EntenteId id,
           const char *entity,
           const char *type,
           const char *choices)
{
  EntenteField *field = entente_field_new ();

  field->record.id = id;
  field->name = g_strdup ("Mood");
  field->entity = g_strdup (entity);
  field->type = g_strdup (type);
  field->choices = g_strdup (choices);
  g_ptr_array_add (fields, field);
}

static void
add_value (GPtrArray *values, EntenteId field, EntenteId subject, const char *text)
{
  EntenteFieldValue *value = entente_field_value_new ();

  value->field = field;
  value->subject = subject;
  value->value = g_strdup (text);
  g_ptr_array_add (values, value);
}

static void
assert_values (const EntenteOwnFields *fields, guint index, const char *joined)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entente_own_fields_get_n_values (fields, index); i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? "|" : "",
                            entente_own_fields_get_value (fields, index, i));
  g_assert_cmpstr (text->str, ==, joined);
}

static void
test_values (void)
{
  g_autoptr (GPtrArray) fields = new_list ();
  g_autoptr (GPtrArray) values = new_list ();
  g_autoptr (EntenteOwnFields) own = NULL;

  add_field (fields, 1, "event", "choice", "tense\n\n calm \ntense");
  add_field (fields, 2, "actor", "text", NULL);
  add_field (fields, 3, "event", "number", "not asked");
  add_field (fields, 4, "event", "yes-no", NULL);
  add_value (values, 1, 100, "loud");
  add_value (values, 1, 100, "calm");
  add_value (values, 2, 100, "of an actor");
  add_value (values, 3, 100, "12");
  add_value (values, 3, 101, "3");
  add_value (values, 3, 102, "-1.5");
  add_value (values, 3, 103, "");
  own = entente_own_fields_new (fields->pdata, fields->len, values->pdata, values->len);
  g_assert_cmpuint (entente_own_fields_get_n (own), ==, 3);
  assert_values (own, 0, "calm|tense|loud");
  assert_values (own, 1, "-1.5|3|12");
  assert_values (own, 2, "yes|no");
  g_assert_cmpuint (entente_own_fields_find (own, 3), ==, 1);
  g_assert_cmpuint (entente_own_fields_find (own, 2), ==, ENTENTE_NO_INDEX);
}

static void
test_events (void)
{
  g_autoptr (GPtrArray) fields = new_list ();
  g_autoptr (GPtrArray) values = new_list ();
  g_autoptr (EntenteOwnFields) own = NULL;
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;
  const EntenteOwnValue *pairs;
  guint n;

  add_field (fields, 1, "event", "text", NULL);
  add_value (values, 1, 101, "b");
  add_value (values, 1, 100, "b");
  add_value (values, 1, 100, "a");
  add_value (values, 1, 100, "b");
  own = entente_own_fields_new (fields->pdata, fields->len, values->pdata, values->len);
  pairs = entente_own_fields_get_pairs (own, 0, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (pairs[0].event, ==, 100);
  g_assert_cmpint (pairs[2].event, ==, 101);
  both = entente_own_fields_dup_text (own, 0, 100);
  none = entente_own_fields_dup_text (own, 0, 99);
  g_assert_cmpstr (both, ==, "a, b");
  g_assert_null (none);
}

/* All of an event in one line: what it has, in the order of the fields. */
static void
test_describe (void)
{
  g_autoptr (GPtrArray) fields = new_list ();
  g_autoptr (GPtrArray) values = new_list ();
  g_autoptr (EntenteOwnFields) own = NULL;
  g_autofree char *all = NULL;
  g_autofree char *none = NULL;

  add_field (fields, 1, "event", "text", NULL);
  add_field (fields, 2, "event", "yes-no", NULL);
  g_free (((EntenteField *) fields->pdata[0])->name);
  ((EntenteField *) fields->pdata[0])->name = g_strdup ("Salience");
  g_free (((EntenteField *) fields->pdata[1])->name);
  ((EntenteField *) fields->pdata[1])->name = g_strdup ("Public");
  add_value (values, 2, 100, "no");
  add_value (values, 1, 100, "high");
  own = entente_own_fields_new (fields->pdata, fields->len, values->pdata, values->len);
  all = entente_own_fields_describe (own, 100);
  none = entente_own_fields_describe (own, 99);
  g_assert_cmpstr (all, ==, "Salience: high; Public: No");
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-fields/values", test_values);
  g_test_add_func ("/own-fields/events", test_events);
  g_test_add_func ("/own-fields/describe", test_describe);
  return g_test_run ();
}
