/* The list of records follows edits, the filter and the search, and tells the smallest change. */
#include "config.h"

#include "entente-model-fixture.h"
#include "entente-record-list.h"

#include "entente-commands.h"

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
compare_cb (EntenteRecordList *list, gboolean *is_counted)
{
  g_autofree char *text = format (list);

  *is_counted = g_str_equal (text, "Withdrawal/0/1 of 1");
}

static void
test_follow (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 4);
  EntenteRecordList *list = entente_record_list_new (fixture->session, ENTENTE_RECORDS_ISSUES);
  g_autoptr (EntenteListMirror) mirror = entente_list_mirror_new (G_LIST_MODEL (list));
  EntenteId top, low;

  assert_list (list, "");
  top = entente_model_fixture_add_issue (fixture, "Withdrawal", 0);
  low = entente_model_fixture_add_issue (fixture, "Bases", top);
  entente_model_fixture_add_issue (fixture, "Prisoners", 0);
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
  EntenteId top = entente_model_fixture_add_issue (fixture, "Withdrawal", 0);

  entente_model_fixture_add_issue (fixture, "Bases", top);
  entente_model_fixture_add_issue (fixture, "Prisoners", 0);
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
  gboolean is_counted = FALSE;
  EntenteId top;

  entente_model_fixture_add_many (fixture, 9000);
  list = entente_record_list_new (fixture->session, ENTENTE_RECORDS_ISSUES);
  top = entente_model_fixture_add_issue (fixture, "Withdrawal", 0);
  set_issue (fixture, g_array_index (fixture->events, EntenteId, 0), top);
  g_signal_connect (list, "updated", G_CALLBACK (compare_cb), &is_counted);
  compare_cb (list, &is_counted);
  entente_model_fixture_wait (&is_counted);
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
