/* The table of positions: the tree of issues, columns of actors, cells of what shows, and its text.
 */
#include "config.h"

#include "entente-positions-table.h"

#include <string.h>

/* Ids follow from keys, 0 for none. */
static EntenteId
to_id (const char *key)
{
  return key ? entente_id_from_key (key) : ENTENTE_ID_NONE;
}

typedef struct {
  EntenteChronicle *chronicle;
  GPtrArray *records; /* EntentePosition */
} Study;

static void
study_clear (Study *study)
{
  entente_chronicle_unref (study->chronicle);
  g_ptr_array_unref (study->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Study, study_clear)

static void
add_actor (EntenteChronicleBuilder *builder, const char *key, const char *name)
{
  g_autoptr (EntenteActor) actor = entente_actor_new ();

  actor->record.id = to_id (key);
  actor->name = g_strdup (name);
  entente_chronicle_builder_get_sink ()->actor (builder, actor);
}

static void
add_issue (EntenteChronicleBuilder *builder, const char *key, const char *name, const char *parent)
{
  g_autoptr (EntenteIssue) issue = entente_issue_new ();

  issue->record.id = to_id (key);
  issue->name = g_strdup (name);
  issue->parent = to_id (parent);
  entente_chronicle_builder_get_sink ()->issue (builder, issue);
}

static void
add_position (GPtrArray *records,
              const char *actor,
              const char *issue,
              EntentePositionKind kind,
              const char *edtf,
              const char *text)
{
  EntentePosition *position = entente_position_new ();

  position->record.id = (EntenteId) records->len + 1;
  position->actor = to_id (actor);
  position->issue = to_id (issue);
  position->kind = kind;
  position->when = edtf ? entente_date_parse (edtf, NULL) : NULL;
  position->text = g_strdup (text);
  g_ptr_array_add (records, position);
}

static GPtrArray *
make_positions (void)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (entente_record_unref);

  add_position (records,
                "vesmar",
                "port",
                ENTENTE_POSITION_DEMAND,
                "2031-02-01",
                "The port is opened");
  add_position (records, "vesmar", "port", ENTENTE_POSITION_OFFER, "2031-03", "A harbour\tfor all");
  add_position (records, "orland", "border", ENTENTE_POSITION_RED_LINE, "2031-02-10", "Never");
  add_position (records, "orland", NULL, ENTENTE_POSITION_SILENCE, "2031-02-11", NULL);
  add_position (records, "envoy", "sea", ENTENTE_POSITION_AGREEMENT, NULL, "Some day");
  return records;
}

/* @above_sea: the issue above it, or NULL. */
static Study
make_study (const char *above_sea)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteAffiliation) tie = entente_affiliation_new ();

  add_actor (builder, "vesmar", "Vesmar");
  add_actor (builder, "orland", "Orland");
  add_actor (builder, "envoy", "Envoy");
  tie->record.id = 1;
  tie->actor = to_id ("envoy");
  tie->parent = to_id ("orland");
  entente_chronicle_builder_get_sink ()->affiliation (builder, tie);
  add_issue (builder, "sea", "Sea", above_sea);
  add_issue (builder, "port", "Port", "sea");
  add_issue (builder, "border", "Border", NULL);
  add_issue (builder, "unused", "Unused", NULL);
  return (Study){ entente_chronicle_builder_build (builder, 0), make_positions () };
}

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
make_table (const Study *study, const char *day, EntenteQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePositions) positions = entente_positions_new (study->records);
  g_autoptr (EntenteDate) date = entente_date_parse (day, &error);
  Filter filter = { query, study->chronicle };

  g_assert_no_error (error);
  return entente_positions_table_new (positions,
                                      study->chronicle,
                                      entente_date_get_window (date),
                                      query ? is_wanted : NULL,
                                      &filter);
}

static void
assert_text (const Study *study, const EntentePositionsTable *table, const char *expected)
{
  g_autofree char *text = entente_positions_table_format_tsv (table, study->chronicle);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (void)
{
  g_auto (Study) study = make_study (NULL);
  g_autoptr (EntentePositionsTable) before = make_table (&study, "2031-02-15", NULL);
  g_autoptr (EntentePositionsTable) within = make_table (&study, "2031-03-15", NULL);

  assert_text (&study,
               before,
               "3 of 5 positions on the table on 15 February 2031\n"
               "Issue\tOrland\tVesmar\n"
               "Border\tred line: Never (10 Feb 2031)\t\n"
               "Sea\t\t\n"
               "Port\t\tdemand: The port is opened (1 Feb 2031)\n"
               "No issue\tsilence (11 Feb 2031)\t\n"
               "Envoy\tundated: agreement: Some day (undated)\n");
  assert_text (&study,
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
  g_auto (Study) study = make_study (NULL);
  g_autoptr (EntentePositionsTable) table = make_table (&study, "2031-02-15", NULL);
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
  g_auto (Study) study = make_study ("port");
  g_autoptr (EntentePositionsTable) table = NULL;

  table = make_table (&study, "2031-02-15", NULL);
  g_assert_cmpuint (table->rows->len, ==, 4);
}

/* Of the actors of a filter, and of their members where these count. */
static void
test_filter (void)
{
  g_auto (Study) study = make_study (NULL);
  g_autoptr (EntenteQuery) query = entente_query_new ();
  g_autoptr (EntentePositionsTable) alone = NULL, with_members = NULL, others = NULL;

  entente_query_toggle_id (&query->actors, entente_id_from_key ("orland"), TRUE);
  alone = make_table (&study, "2031-03-15", query);
  g_assert_cmpuint (alone->n, ==, 2);
  g_assert_cmpuint (alone->actors->len, ==, 1);
  g_assert_cmpuint (alone->undated->len, ==, 0);
  query->members = TRUE;
  with_members = make_table (&study, "2031-03-15", query);
  g_assert_cmpuint (with_members->n, ==, 3);
  g_assert_cmpuint (with_members->undated->len, ==, 1);
  query->match = ENTENTE_MATCH_NONE;
  others = make_table (&study, "2031-03-15", query);
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
