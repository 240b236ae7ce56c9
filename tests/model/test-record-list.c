/* The list of records follows edits, the filter and the search, and tells the smallest change. */
#include "config.h"

#include "entente-model-fixture.h"
#include "entente-record-list.h"

#include "entente-commands.h"

/* Its id. */
static EntenteId
add_issue (EntenteModelFixture *fixture, const char *name, EntenteId parent)
{
  g_autoptr (EntenteIssue) issue = entente_issue_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  issue->name = g_strdup (name);
  issue->parent = parent;
  step = entente_commands_put (issue);
  changes = entente_study_apply (fixture->study, step, NULL);
  g_assert_nonnull (changes);
  return issue->record.id;
}

static void
set_issue (EntenteModelFixture *fixture, EntenteId event, EntenteId issue)
{
  g_autofree char *id = entente_id_format (issue);
  g_autoptr (EntenteStep) step =
    entente_commands_set_field (ENTENTE_ENTITY_EVENT, event, "issues", id, NULL);
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, NULL);

  g_assert_nonnull (changes);
}

/* "name/depth/count name…": free. */
static char *
format (EntenteRecordList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (EntenteRecordItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

    g_string_append_printf (text,
                            "%s%s/%u/%s",
                            i > 0 ? "; " : "",
                            entente_record_item_get_name (item),
                            entente_record_item_get_depth (item),
                            entente_record_item_get_count (item));
  }
  return g_string_free (text, FALSE);
}

static void
assert_list (EntenteRecordList *list, const char *expected)
{
  g_autofree char *text = format (list);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_follow (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 4);
  EntenteRecordList *list = entente_record_list_new (fixture->session, ENTENTE_RECORDS_ISSUES);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));
  EntenteId top, low;

  assert_list (list, "");
  top = add_issue (fixture, "Withdrawal", 0);
  low = add_issue (fixture, "Bases", top);
  add_issue (fixture, "Prisoners", 0);
  entente_model_fixture_settle (fixture);
  assert_list (list, "Prisoners/0/0 of 0; Withdrawal/0/0 of 0; Bases/1/0 of 0");
  set_issue (fixture, g_array_index (fixture->events, EntenteId, 0), low);
  entente_model_fixture_settle (fixture);
  assert_list (list, "Prisoners/0/0 of 0; Withdrawal/0/1 of 1; Bases/1/1 of 1");
  entente_list_mirror_check (mirror);
  g_assert_cmpuint (entente_record_list_find (list, low), ==, 2);
  g_clear_pointer (&mirror, entente_list_mirror_free);
  entente_model_fixture_release (list);
}

/* What is found, and what it stands under. */
static void
test_search (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 4);
  EntenteRecordList *list = entente_record_list_new (fixture->session, ENTENTE_RECORDS_ISSUES);
  EntenteId top = add_issue (fixture, "Withdrawal", 0);

  add_issue (fixture, "Bases", top);
  add_issue (fixture, "Prisoners", 0);
  entente_model_fixture_settle (fixture);
  entente_record_list_set_search (list, "BASE");
  assert_list (list, "Withdrawal/0/0 of 0; Bases/1/0 of 0");
  g_assert_cmpuint (entente_record_list_get_n_all (list), ==, 3);
  entente_record_list_set_search (list, "nothing");
  assert_list (list, "");
  entente_record_list_set_search (list, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  entente_model_fixture_release (list);
}

/* Counts come from a thread, and are those of the study as it is then. */
static void
test_many (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 4);
  EntenteRecordList *list;
  EntenteId top;

  entente_model_fixture_add_many (fixture, 9000);
  list = entente_record_list_new (fixture->session, ENTENTE_RECORDS_ISSUES);
  top = add_issue (fixture, "Withdrawal", 0);
  set_issue (fixture, g_array_index (fixture->events, EntenteId, 0), top);
  entente_model_fixture_settle (fixture);
  assert_list (list, "Withdrawal/0/1 of 1");
  entente_model_fixture_release (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-list/follow", test_follow);
  g_test_add_func ("/record-list/search", test_search);
  g_test_add_func ("/record-list/many", test_many);
  return g_test_run ();
}
