/* Rounds: which moves are rounds, what is part of them, and from when to when they last. */
#include "config.h"

#include "entente-rounds.h"

enum { FIRST = 10, SECOND = 11, EMPTY = 12, PAPER = 13, NOTE = 14, STRAY = 15, DEAL = 16 };

static void
add_event (EntenteChronicleBuilder *builder, EntenteId id, const char *kind, const char *when)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  g_autoptr (EntenteEvent) event = entente_event_new ();
  EntenteEventRow row;

  event->record.id = id;
  event->kind = g_strdup (kind);
  event->when = when != NULL ? entente_date_parse (when, NULL) : NULL;
  entente_event_get_row (event, &row);
  sink->event (builder, &row);
}

static void
add_part (EntenteChronicleBuilder *builder, EntenteId id, EntenteId move, EntenteId round)
{
  const EntenteLinkRow row = { .id = id, .from = move, .to = round, .type = ENTENTE_LINK_PART_OF };

  entente_chronicle_builder_get_sink ()->link (builder, &row);
}

static EntenteChronicle *
make_chronicle (void)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  add_event (builder, FIRST, "talks", "2018-07-23");
  add_event (builder, SECOND, "mediation", "2018-11-09");
  add_event (builder, EMPTY, "talks", "2018-12-17/2018-12-18");
  add_event (builder, PAPER, "offer", "2018-07-24");
  add_event (builder, NOTE, "statement", NULL);
  add_event (builder, STRAY, "talks", "2018-05-01");
  add_event (builder, DEAL, "agreement", "2018-08-01");
  add_part (builder, 1, PAPER, FIRST);
  add_part (builder, 2, NOTE, FIRST);
  add_part (builder, 3, NOTE, FIRST); /* twice */
  add_part (builder, 4, NOTE, SECOND);
  add_part (builder, 5, STRAY, DEAL); /* part of no meeting */
  return entente_chronicle_builder_build (builder, 0);
}

static guint
find (EntenteChronicle *chronicle, EntenteId id)
{
  guint row = entente_chronicle_find_row (chronicle, id);

  g_assert_cmpuint (row, !=, ENTENTE_NO_INDEX);
  return row;
}

static void
assert_rows (EntenteChronicle *chronicle, GArray *rows, const EntenteId *ids, guint n)
{
  g_autoptr (GArray) taken = rows;

  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (entente_chronicle_get_id (chronicle, g_array_index (rows, guint32, i)),
                     ==,
                     ids[i]);
}

static void
test_list (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  const EntenteId with_moves[] = { FIRST, SECOND }, all[] = { FIRST, SECOND, EMPTY };

  assert_rows (chronicle, entente_rounds_list (chronicle, FALSE), with_moves, 2);
  assert_rows (chronicle, entente_rounds_list (chronicle, TRUE), all, 3);
  g_assert_true (entente_rounds_is_round (chronicle, find (chronicle, EMPTY)));
  g_assert_false (entente_rounds_is_round (chronicle, find (chronicle, STRAY)));
  g_assert_false (entente_rounds_is_round (chronicle, find (chronicle, DEAL)));
}

static void
test_moves (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  guint first = find (chronicle, FIRST), note = find (chronicle, NOTE);
  const EntenteId moves[] = { PAPER, NOTE }, rounds[] = { FIRST, SECOND };

  assert_rows (chronicle, entente_rounds_get_moves (chronicle, first), moves, 2);
  assert_rows (chronicle, entente_rounds_find (chronicle, note), rounds, 2);
  assert_rows (chronicle, entente_rounds_find (chronicle, find (chronicle, STRAY)), NULL, 0);
  g_assert_cmpint (entente_rounds_find_link (chronicle, first, find (chronicle, PAPER)), ==, 1);
  g_assert_cmpint (
    entente_rounds_find_link (chronicle, find (chronicle, SECOND), find (chronicle, PAPER)),
    ==,
    ENTENTE_ID_NONE);
}

/* What has no date widens nothing. */
static void
test_span (void)
{
  g_autoptr (EntenteChronicle) chronicle = make_chronicle ();
  g_autoptr (EntenteDate) expected = entente_date_parse ("2018-07-23/2018-07-24", NULL);
  EntenteSpan span;

  g_assert_true (entente_rounds_get_span (chronicle, find (chronicle, FIRST), &span));
  g_assert_cmpint (span.start, ==, entente_date_get_window (expected).start);
  g_assert_cmpint (span.end, ==, entente_date_get_window (expected).end);
  g_assert_false (entente_rounds_get_span (chronicle, find (chronicle, NOTE), &span));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounds/list", test_list);
  g_test_add_func ("/rounds/moves", test_moves);
  g_test_add_func ("/rounds/span", test_span);
  return g_test_run ();
}
