/* The table of positions: the tree of issues, columns of actors, cells of what shows, and its text.
 */
#include "config.h"

#include "entente-fixture.h"
#include "entente-positions-table.h"
#include "entente-study-positions.h"

#include <string.h>

static EntenteFixture *
make_study (void)
{
  EntenteFixture *fixture = entente_fixture_new ();

  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'vesmar','name':'Vesmar','kind':'state'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'orland','name':'Orland','kind':'state'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-actor','key':'envoy','name':'Envoy','kind':'person'}");
  entente_fixture_apply (fixture, "{'do':'add-affiliation','actor':'envoy','parent':'orland'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'sea','name':'Sea'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'port','name':'Port','parent':'sea'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'border','name':'Border'}");
  entente_fixture_apply (fixture, "{'do':'add-issue','key':'unused','name':'Unused'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-position','actor':'vesmar','issue':'port','kind':'demand',"
                         "'when':'2031-02-01','text':'The port is opened'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-position','actor':'vesmar','issue':'port','kind':'offer',"
                         "'when':'2031-03','text':'A harbour\\tfor all'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-position','actor':'orland','issue':'border','kind':'red-line',"
                         "'when':'2031-02-10','text':'Never'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-position','actor':'orland','kind':'silence',"
                         "'when':'2031-02-11'}");
  entente_fixture_apply (fixture,
                         "{'do':'add-position','actor':'envoy','issue':'sea','kind':'agreement',"
                         "'text':'Some day'}");
  return fixture;
}

static EntentePositionsTable *make_table (EntenteFixture *fixture,
                                          const char *day,
                                          EntenteQuery *query);

typedef struct {
  EntenteQuery *query;
  EntenteChronicle *chronicle;
} Filter;

static gboolean
is_wanted (EntenteId actor, gpointer data)
{
  Filter *filter = data;

  return entente_positions_are_of_query (filter->query, filter->chronicle, actor);
}

static EntentePositionsTable *
make_table (EntenteFixture *fixture, const char *day, EntenteQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = entente_study_read_positions (fixture->study, NULL, &error);
  g_autoptr (EntentePositions) positions = NULL;
  g_autoptr (EntenteDate) date = entente_date_parse (day, &error);
  EntenteChronicle *chronicle = entente_study_get_chronicle (fixture->study);
  Filter filter = { query, chronicle };

  g_assert_no_error (error);
  positions = entente_positions_new (records);
  return entente_positions_table_new (positions,
                                      chronicle,
                                      entente_date_get_window (date),
                                      query ? is_wanted : NULL,
                                      &filter);
}

static void
assert_text (EntenteFixture *fixture, const EntentePositionsTable *table, const char *expected)
{
  g_autofree char *text =
    entente_positions_table_format_tsv (table, entente_study_get_chronicle (fixture->study));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  g_autoptr (EntentePositionsTable) before = make_table (fixture, "2031-02-15", NULL);
  g_autoptr (EntentePositionsTable) within = make_table (fixture, "2031-03-15", NULL);

  assert_text (fixture,
               before,
               "3 of 5 positions on the table on 15 February 2031\n"
               "Issue\tOrland\tVesmar\n"
               "Border\tred line: Never (10 Feb 2031)\t\n"
               "Sea\t\t\n"
               "Port\t\tdemand: The port is opened (1 Feb 2031)\n"
               "No issue\tsilence (11 Feb 2031)\t\n"
               "Envoy\tundated: agreement: Some day (undated)\n");
  assert_text (fixture,
               within,
               "4 of 5 positions on the table on 15 March 2031, 2 of them perhaps\n"
               "Issue\tOrland\tVesmar\n"
               "Border\tred line: Never (10 Feb 2031)\t\n"
               "Sea\t\t\n"
               "Port\t\tperhaps still: demand: The port is opened (1 Feb 2031); "
               "perhaps already: offer: A harbour for all (Mar 2031)\n"
               "No issue\tsilence (11 Feb 2031)\t\n"
               "Envoy\tundated: agreement: Some day (undated)\n");
}

/* Issues above have rows, below each other in the tree. */
static void
test_tree (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  g_autoptr (EntentePositionsTable) table = make_table (fixture, "2031-02-15", NULL);
  const EntentePositionsRow *rows = (const EntentePositionsRow *) (gpointer) table->rows->data;

  g_assert_cmpuint (table->rows->len, ==, 4);
  g_assert_cmpint (rows[1].issue, ==, entente_id_from_key ("sea"));
  g_assert_cmpuint (rows[1].depth, ==, 0);
  g_assert_cmpint (rows[2].issue, ==, entente_id_from_key ("port"));
  g_assert_cmpuint (rows[2].depth, ==, 1);
  g_assert_cmpint (rows[3].issue, ==, ENTENTE_ID_NONE);
}

/* Issues that are above each other in a ring, as another program may have written them, are each
 * there once. */
static void
test_ring (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  g_autoptr (EntentePositionsTable) table = NULL;

  entente_fixture_apply (fixture, "{'do':'set','entity':'issue','id':'sea','parent':'port'}");
  table = make_table (fixture, "2031-02-15", NULL);
  g_assert_cmpuint (table->rows->len, ==, 4);
}

/* Of the actors of a filter, and of their members where these count. */
static void
test_filter (void)
{
  g_autoptr (EntenteFixture) fixture = make_study ();
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntentePositionsTable) alone = NULL, with_members = NULL, others = NULL;

  entente_query_toggle_id (&query->actors, entente_id_from_key ("orland"), TRUE);
  alone = make_table (fixture, "2031-03-15", query);
  g_assert_cmpuint (alone->n, ==, 2);
  g_assert_cmpuint (alone->actors->len, ==, 1);
  g_assert_cmpuint (alone->undated->len, ==, 0);
  query->members = TRUE;
  with_members = make_table (fixture, "2031-03-15", query);
  g_assert_cmpuint (with_members->n, ==, 3);
  g_assert_cmpuint (with_members->undated->len, ==, 1);
  query->match = ENTENTE_MATCH_NONE;
  others = make_table (fixture, "2031-03-15", query);
  g_assert_cmpuint (others->n, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/positions-table/text", test_text);
  g_test_add_func ("/positions-table/tree", test_tree);
  g_test_add_func ("/positions-table/ring", test_ring);
  g_test_add_func ("/positions-table/filter", test_filter);
  return g_test_run ();
}
