/* The user's own fields in words: by name and by number, there and back; what is refused; a filled
 * field is found without reading the study anew, and gone again after undo. */
#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-own-fields.h"
#include "entente-query-line.h"
#include "entente-query-own.h"
#include "entente-query-parse.h"

typedef struct {
  EntenteFixture *fixture;
  EntenteId field;
  EntenteId event;
} Case;

static void
apply (Case *self, gpointer record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = entente_commands_put (record);
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (self->fixture->study, step, &error);

  g_assert_no_error (error);
}

static EntenteChronicle *
get_chronicle (Case *self)
{
  return entente_study_get_chronicle (self->fixture->study);
}

static void
fill (Case *self, const char *text)
{
  g_autoptr (EntenteRecord) record = entente_record_new (ENTENTE_ENTITY_FIELD_VALUE);
  EntenteFieldValue *value = (EntenteFieldValue *) record;

  value->field = self->field;
  value->subject = self->event;
  value->value = g_strdup (text);
  apply (self, record);
}

/* A study with one field "Mood=tone" of calm and tense. */
static Case *
case_new (void)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (EntenteRecord) record = entente_record_new (ENTENTE_ENTITY_FIELD);
  EntenteField *field = (EntenteField *) record;

  self->fixture = entente_fixture_new_story ();
  self->event = entente_chronicle_get_id (get_chronicle (self), 0);
  field->name = g_strdup ("Mood=tone");
  field->entity = g_strdup ("event");
  field->type = g_strdup ("choice");
  field->choices = g_strdup ("calm\ntense");
  apply (self, record);
  self->field = field->record.id;
  return self;
}

static void
case_free (Case *self)
{
  entente_fixture_free (self->fixture);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Case, case_free)

static guint
count (Case *self, const EntenteQuery *query)
{
  g_autoptr (EntenteBitset) rows = entente_query_match (query, get_chronicle (self), NULL, NULL);

  return entente_bitset_count (rows);
}

static EntenteQuery *
ask (Case *self, EntenteOwnWord word, const char *text)
{
  EntenteQuery *query = entente_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (entente_query_add_own (query, get_chronicle (self), word, text, &error));
  g_assert_no_error (error);
  return query;
}

static void
test_filled (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (EntenteQuery) calm = ask (self, ENTENTE_OWN_VALUE, "mood=TONE=calm");
  g_autoptr (EntenteQuery) empty = ask (self, ENTENTE_OWN_EMPTY, "Mood=tone");
  guint n = entente_chronicle_get_n_rows (get_chronicle (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  g_assert_cmpuint (count (self, calm), ==, 0);
  g_assert_cmpuint (count (self, empty), ==, n);
  fill (self, "calm");
  g_assert_cmpuint (count (self, calm), ==, 1);
  g_assert_cmpuint (count (self, empty), ==, n - 1);
  changes = entente_study_undo (self->fixture->study, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (self, calm), ==, 0);
}

static void
test_there_and_back (void)
{
  g_autoptr (Case) self = case_new ();
  g_autoptr (EntenteQuery) query = ask (self, ENTENTE_OWN_VALUE, "Mood=tone=calm");
  g_autofree char *written = NULL;
  g_autofree char *line = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (EntenteQuery) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
    entente_query_add_own (query, get_chronicle (self), ENTENTE_OWN_MATCH, "Mood=tone=none", NULL));
  g_assert_true (
    entente_query_add_own (query, get_chronicle (self), ENTENTE_OWN_EMPTY, "Mood=tone", NULL));
  written = entente_query_to_text (query);
  again = entente_query_from_text (written, get_chronicle (self), &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_equal (query, again));
  line = entente_query_line_write (query, get_chronicle (self));
  g_assert_cmpstr (line,
                   ==,
                   "field: Mood=tone=calm; field-match: Mood=tone=none; field-empty: Mood=tone");
  sentence = entente_query_format (query, get_chronicle (self));
  g_assert_nonnull (strstr (sentence, "not Mood=tone: calm or Mood=tone: empty"));
}

static void
assert_refused (Case *self, EntenteOwnWord word, const char *text, int code, const char *said)
{
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (entente_query_add_own (query, get_chronicle (self), word, text, &error));
  g_assert_error (error, ENTENTE_ERROR, code);
  g_assert_nonnull (strstr (error->message, said));
}

static void
test_refused (void)
{
  g_autoptr (Case) self = case_new ();

  assert_refused (self, ENTENTE_OWN_VALUE, "Tone=calm", ENTENTE_ERROR_NOT_FOUND, "“Tone”");
  assert_refused (self, ENTENTE_OWN_VALUE, "Mood=tone=calmm", ENTENTE_ERROR_INVALID, "“calm”");
  assert_refused (self, ENTENTE_OWN_VALUE, "Mood=tone", ENTENTE_ERROR_INVALID, "NAME=VALUE");
  assert_refused (self, ENTENTE_OWN_MATCH, "Mood=tone=both", ENTENTE_ERROR_INVALID, "any, all");
  assert_refused (self, ENTENTE_OWN_EMPTY, "Mood=tone=calm", ENTENTE_ERROR_INVALID, "no value");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query-own/filled", test_filled);
  g_test_add_func ("/query-own/there-and-back", test_there_and_back);
  g_test_add_func ("/query-own/refused", test_refused);
  return g_test_run ();
}
