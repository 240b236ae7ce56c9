/* Templates of summaries: saving replaces the one of that name, a name is given once; each is one
 * step, which is undone. */
#include "config.h"

#include "entente-commands.h"
#include "entente-fixture.h"
#include "entente-templates.h"

static GPtrArray *
read_templates (EntenteFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *templates;

  entente_study_read_templates_async (fixture->study, NULL, entente_fixture_keep_result, &result);
  templates =
    entente_study_read_templates_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return templates;
}

static void
apply (EntenteFixture *fixture, EntenteStep *step)
{
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
}

static void
save (EntenteFixture *fixture, const char *name, const char *kind, const char *paper)
{
  g_autoptr (GPtrArray) templates = read_templates (fixture);
  g_autoptr (GHashTable) options = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (EntenteStep) step = NULL;

  g_hash_table_insert (options, (char *) "paper", (char *) paper);
  g_hash_table_insert (options, (char *) "figure", (char *) "no");
  step = entente_templates_save (templates, name, kind, options);
  apply (fixture, step);
}

/* "Brief: dossier a4, ..." in the order of both ways to read them. */
static void
assert_templates (EntenteFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) templates = read_templates (fixture);
  g_autoptr (GPtrArray) listed = entente_study_list_templates (fixture->study, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (listed->len, ==, templates->len);
  for (guint i = 0; i < templates->len; i++) {
    const EntenteTemplate *found = g_ptr_array_index (templates, i);
    g_autoptr (GHashTable) options = entente_template_options_parse (found->options);

    g_assert_true (entente_record_equal (found, listed->pdata[i]));
    g_string_append_printf (text,
                            "%s%s: %s %s",
                            i > 0 ? ", " : "",
                            found->name,
                            found->kind,
                            (const char *) g_hash_table_lookup (options, "paper"));
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_save (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, "Footnotes", "chronology", "a4");
  save (fixture, "Briefing", "dossier", "letter");
  assert_templates (fixture, "Briefing: dossier letter, Footnotes: chronology a4");
  save (fixture, "BRIEFING", "poster", "a4");
  assert_templates (fixture, "BRIEFING: poster a4, Footnotes: chronology a4");
  for (guint i = 0; i < 3; i++) {
    g_autoptr (EntenteChangeSet) undone = entente_study_undo (fixture->study, &error);

    g_assert_no_error (error);
  }
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

static void
test_rename (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) templates = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteStep) taken = NULL;
  g_autoptr (EntenteStep) gone = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, "Footnotes", "chronology", "a4");
  save (fixture, "Briefing", "dossier", "letter");
  templates = read_templates (fixture);
  taken = entente_templates_rename (templates, templates->pdata[0], "footnotes", &error);
  g_assert_null (taken);
  g_assert_error (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID);
  g_clear_error (&error);
  step = entente_templates_rename (templates, templates->pdata[0], "briefing", &error);
  g_assert_no_error (error);
  apply (fixture, step);
  assert_templates (fixture, "Footnotes: chronology a4, briefing: dossier letter");
  gone = entente_commands_delete (ENTENTE_ENTITY_TEMPLATE,
                                  entente_templates_find (templates, "Footnotes")->record.id);
  apply (fixture, gone);
  assert_templates (fixture, "briefing: dossier letter");
}

/* What others wrote there is no reason to fail. */
static void
test_options (void)
{
  static const char *const texts[] = { NULL,  "",  "{",
                                       "[1]", "7", "{\"paper\": 4, \"form\": \"short\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GHashTable) options = entente_template_options_parse (texts[i]);

    g_assert_cmpuint (g_hash_table_size (options), ==, i + 1 == G_N_ELEMENTS (texts) ? 1 : 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/save", test_save);
  g_test_add_func ("/templates/rename", test_rename);
  g_test_add_func ("/templates/options", test_options);
  return g_test_run ();
}
