/* Issues under each other as a facet: order and depth, and what is named when one is switched off.
 */
#include "config.h"

#include "entente-facet-tree.h"
#include "entente-model-fixture.h"

#include "entente-commands.h"

static void
set_issue (EntenteModelFixture *fixture, guint event, EntenteId issue)
{
  g_autofree char *id = entente_id_format (issue);
  g_autoptr (EntenteStep) step =
    entente_commands_set_field (ENTENTE_ENTITY_EVENT,
                                g_array_index (fixture->events, EntenteId, event),
                                "issues",
                                id,
                                NULL);
  g_autoptr (EntenteChangeSet) changes = entente_study_apply (fixture->study, step, NULL);

  g_assert_nonnull (changes);
}

/* "name/depth/n/x" of each item; x: on. Free. */
static char *
format (EntenteFacetList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++) {
    g_autoptr (EntenteFacetItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
    guint total;

    entente_facet_item_get_count (item, &total);
    g_string_append_printf (text,
                            "%s%s/%u/%u%s",
                            i > 0 ? "; " : "",
                            entente_facet_item_get_label (item),
                            entente_facet_item_get_depth (item),
                            total,
                            entente_facet_item_get_checked (item) ? "/x" : "");
  }
  return g_string_free (text, FALSE);
}

static void
assert_list (EntenteFacetList *list, const char *expected)
{
  g_autofree char *text = format (list);

  g_assert_cmpstr (text, ==, expected);
}

static void
switch_item (EntenteModelFixture *fixture, EntenteFacetList *list, guint at, gboolean on)
{
  g_autoptr (EntenteFacetItem) item = g_list_model_get_item (G_LIST_MODEL (list), at);

  entente_facet_item_set_checked (item, on);
  entente_model_fixture_settle (fixture);
}

static void
test_tree (void)
{
  g_autoptr (EntenteModelFixture) fixture = entente_model_fixture_new (3, 6);
  EntenteId top = entente_model_fixture_add_issue (fixture, "Withdrawal", 0);
  EntenteId bases = entente_model_fixture_add_issue (fixture, "Bases", top),
            dates = entente_model_fixture_add_issue (fixture, "Dates", top);
  EntenteFacetList *list;

  set_issue (fixture, 0, bases);
  set_issue (fixture, 1, bases);
  set_issue (fixture, 2, dates);
  list = entente_facet_list_new (fixture->session, ENTENTE_FACET_ISSUE);
  entente_model_fixture_settle (fixture);
  assert_list (list, "Withdrawal/0/3/x; Bases/1/2/x; Dates/1/1/x; None/0/3/x");
  switch_item (fixture, list, 1, FALSE);
  assert_list (list, "Withdrawal/0/3; Bases/1/2; Dates/1/1/x; None/0/3/x");
  switch_item (fixture, list, 0, TRUE);
  assert_list (list, "Withdrawal/0/3/x; Bases/1/2/x; Dates/1/1/x; None/0/3/x");
  g_assert_true (entente_query_is_empty (entente_session_get_query (fixture->session)));
  switch_item (fixture, list, 0, FALSE);
  assert_list (list, "Withdrawal/0/3; Bases/1/2; Dates/1/1; None/0/3/x");
  entente_model_fixture_release (list);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facet-tree/tree", test_tree);
  return g_test_run ();
}
