/* Saved views: saving replaces the one of that name and takes the key from another; each is one
 * step. */
#include "config.h"

#include "entente-fixture.h"
#include "entente-query-parse.h"
#include "entente-views.h"

#include <string.h>

static GPtrArray *
read_views (EntenteFixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *views;

  entente_study_read_views_async (fixture->study, NULL, entente_fixture_keep_result, &result);
  views = entente_study_read_views_finish (fixture->study, entente_fixture_wait (&result), &error);
  g_assert_no_error (error);
  return views;
}

static void
save (EntenteFixture *fixture, const char *name, gint64 key, const char *words)
{
  g_autoptr (GPtrArray) views = read_views (fixture);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  query->words = g_strdup (words);
  step = entente_views_save (views, name, key, query, "{}");
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
}

/* "1 South, 0 North". */
static void
assert_views (EntenteFixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) views = read_views (fixture);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < views->len; i++) {
    const EntenteView *view = g_ptr_array_index (views, i);

    g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", (int) view->key, view->name);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_save (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (GPtrArray) views = NULL;
  g_autofree char *before = entente_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  save (fixture, "South", 2, "harbour");
  save (fixture, "North", 0, NULL);
  save (fixture, "All", 1, NULL);
  assert_views (fixture, "1 All, 2 South, 0 North");
  save (fixture, "SOUTH", 1, "bridge");
  assert_views (fixture, "1 SOUTH, 0 All, 0 North");
  views = read_views (fixture);
  g_assert_nonnull (strstr (entente_views_find_key (views, 1)->query, "bridge"));
  g_assert_true (entente_views_find_name (views, "north") == views->pdata[2]);
  g_assert_null (entente_views_find_key (views, 3));
  g_assert_null (entente_views_find_key (views, 0));
  for (guint i = 0; i < 4; i++) {
    g_autoptr (EntenteChangeSet) undone = entente_study_undo (fixture->study, &error);

    g_assert_no_error (error);
  }
  after = entente_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* A filter that is saved is the filter that is found by its name. */
static void
test_found_again (void)
{
  g_autoptr (EntenteFixture) fixture = entente_fixture_new_story ();
  g_autoptr (EntenteStudy) copy = NULL;
  g_autoptr (GPtrArray) views = read_views (fixture);
  const EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntenteQuery) found = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;

  query->match = ENTENTE_MATCH_BETWEEN;
  query->direction = ENTENTE_SECOND_TO_FIRST;
  query->exclusive = query->members = TRUE;
  for (guint i = 0; i < 2; i++)
    entente_query_toggle_id (&query->actors,
                             entente_chronicle_get_actor (chronicle, i)->record.id,
                             TRUE);
  query->has_since = TRUE;
  query->since = entente_day_number (2018, 3, 1) * ENTENTE_SECONDS_PER_DAY;
  step = entente_views_save (views, "A dyad", 9, query, NULL);
  changes = entente_study_apply (fixture->study, step, &error);
  g_assert_no_error (error);
  copy = entente_fixture_open_copy (fixture);
  found = entente_query_from_view (copy, "a dyad", &error);
  g_assert_no_error (error);
  g_assert_true (entente_query_equal (query, found));
  entente_study_close (copy);
}

static void
test_layout (void)
{
  g_auto (EntenteViewLayout) layout = { g_strdup ("by=role \"odd\""),
                                        TRUE,
                                        { -5, G_MAXINT64 - 1 },
                                        g_strdup ("ledger"),
                                        NULL };
  g_auto (EntenteViewLayout) read = { 0 };
  g_autofree char *text = entente_view_layout_format (&layout);
  static const char *const odd[] = { NULL, "", "[1]", "{\"start\":3,\"end\":\"x\",\"page\":7}" };

  entente_view_layout_parse (&read, text);
  g_assert_cmpstr (read.lanes, ==, layout.lanes);
  g_assert_cmpstr (read.page, ==, "ledger");
  g_assert_null (read.answers);
  g_assert_true (read.has_range);
  g_assert_cmpint (read.range.start, ==, -5);
  g_assert_cmpint (read.range.end, ==, G_MAXINT64 - 1);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    g_auto (EntenteViewLayout) empty = { 0 };

    entente_view_layout_parse (&empty, odd[i]);
    g_assert_false (empty.has_range);
    g_assert_null (empty.page);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/views/save", test_save);
  g_test_add_func ("/views/found-again", test_found_again);
  g_test_add_func ("/views/layout", test_layout);
  return g_test_run ();
}
