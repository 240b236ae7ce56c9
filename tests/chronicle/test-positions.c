/* What was on the table on a day. */
#include "config.h"

#include "entente-positions.h"

#include <string.h>

#define N_ROUNDS 300

static EntentePosition *
add (GPtrArray *records, EntenteId id, EntenteId actor, EntenteId issue, const char *edtf)
{
  EntentePosition *position = entente_position_new ();

  position->record.id = id;
  position->actor = actor;
  position->issue = issue;
  position->when = edtf ? entente_date_parse (edtf, NULL) : NULL;
  g_assert_true (!edtf || position->when);
  g_ptr_array_add (records, position);
  return position;
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (entente_record_unref);
}

static EntenteSpan
day_of (gint64 year, int month, int day)
{
  gint64 start = entente_day_number (year, month, day) * ENTENTE_SECONDS_PER_DAY;

  return (EntenteSpan){ start, start + ENTENTE_SECONDS_PER_DAY };
}

/* How the position @id stands on a day. */
static EntentePositionStand
ask (const EntentePositions *positions, EntenteId id, gint64 year, int month, int day)
{
  g_autofree EntentePositionStand *stands =
    g_new (EntentePositionStand, entente_positions_get_n (positions) + 1);
  guint index = entente_positions_find (positions, id);

  g_assert_cmpuint (index, !=, G_MAXUINT);
  entente_positions_ask (positions, day_of (year, month, day), stands);
  return stands[index];
}

static void
test_replaced (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;

  add (records, 1, 7, 9, "2018-02-28");
  add (records, 2, 7, 9, "2018-07-14");
  add (records, 3, 7, 8, "2018-07-15"); /* about something else */
  add (records, 4, 6, 9, "2018-07-15"); /* by somebody else */
  positions = entente_positions_new (records);

  g_assert_cmpint (ask (positions, 1, 2018, 2, 27), ==, ENTENTE_STAND_LATER);
  g_assert_cmpint (ask (positions, 1, 2018, 2, 28), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 1, 2018, 7, 13), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 1, 2018, 7, 14), ==, ENTENTE_STAND_REPLACED);
  g_assert_cmpint (ask (positions, 2, 2018, 7, 16), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 2, 2018, 7, 13), ==, ENTENTE_STAND_LATER);
}

/* A silence "between" two days lasted, and is over after the second; one since a day goes on, and
 * so does what was said once, some day between the two. */
static void
test_silence (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;
  g_autoptr (GArray) changes = NULL;
  gint64 after = entente_day_number (2018, 4, 26) * ENTENTE_SECONDS_PER_DAY;

  add (records, 1, 7, 9, "[2018-02-28..2018-04-25]")->kind = ENTENTE_POSITION_SILENCE;
  add (records, 2, 7, 8, "2018-02-28")->kind = ENTENTE_POSITION_SILENCE;
  add (records, 3, 7, 6, "[2018-02-28..2018-04-25]")->kind = ENTENTE_POSITION_OFFER;
  positions = entente_positions_new (records);

  g_assert_cmpint (ask (positions, 1, 2018, 4, 24), ==, ENTENTE_STAND_PERHAPS_ALREADY);
  g_assert_cmpint (ask (positions, 1, 2018, 4, 26), ==, ENTENTE_STAND_OVER);
  g_assert_cmpint (ask (positions, 2, 2018, 4, 26), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 3, 2018, 4, 26), ==, ENTENTE_STAND_STANDS);
  changes = entente_positions_list_changes (positions);
  g_assert_cmpint (g_array_index (changes, gint64, changes->len - 1), ==, after);
}

/* What follows surely, what follows perhaps, and what nothing follows. */
static void
test_replacement (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;
  const struct {
    EntenteId id, next; /* 0: nothing */
    gboolean is_sure;
  } expected[] = { { 1, 2, TRUE },  { 2, 3, FALSE }, { 3, 2, FALSE }, { 4, 0, FALSE },
                   { 5, 0, FALSE }, { 6, 0, FALSE }, { 7, 0, FALSE } };

  add (records, 1, 7, 9, "2018-02-28");
  add (records, 2, 7, 9, "2018-07-10");
  add (records, 3, 7, 9, "2018-07");
  add (records, 4, 7, 9, NULL);
  add (records, 5, 6, 9, "2018-07-15");
  add (records, 6, 7, 8, "2018-07-15");
  add (records, 7, 7, 8, "2018-07-15"); /* taken together with the one before */
  positions = entente_positions_new (records);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    gboolean is_sure = FALSE;
    const EntentePosition *next =
      entente_positions_get_replacement (positions,
                                         entente_positions_find (positions, expected[i].id),
                                         &is_sure);

    g_assert_cmpint (next ? next->record.id : ENTENTE_ID_NONE, ==, expected[i].next);
    g_assert_true (!next || is_sure == expected[i].is_sure);
  }
}

/* "In July": before its end nobody knows; what was said before it stands perhaps still. */
static void
test_vague (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;

  add (records, 1, 7, 9, "2018-02-28");
  add (records, 2, 7, 9, "2018-07");
  add (records, 3, 7, 8, "[..2018-08-22]");
  positions = entente_positions_new (records);

  g_assert_cmpint (ask (positions, 1, 2018, 6, 30), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 2, 2018, 7, 1), ==, ENTENTE_STAND_PERHAPS_ALREADY);
  g_assert_cmpint (ask (positions, 1, 2018, 7, 1), ==, ENTENTE_STAND_PERHAPS_STILL);
  g_assert_cmpint (ask (positions, 2, 2018, 7, 31), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 1, 2018, 7, 31), ==, ENTENTE_STAND_REPLACED);
  g_assert_cmpint (ask (positions, 3, 1990, 1, 1), ==, ENTENTE_STAND_PERHAPS_ALREADY);
  g_assert_cmpint (ask (positions, 3, 2018, 8, 22), ==, ENTENTE_STAND_STANDS);
}

/* Two of one day are one statement, unless their order is told; two of one month may have replaced
 * each other. */
static void
test_together (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;
  EntentePosition *first, *second;

  add (records, 1, 7, 9, "2018-02-28");
  add (records, 2, 7, 9, "2018-02-28");
  first = add (records, 3, 7, 8, "2018-02-28");
  second = add (records, 4, 7, 8, "2018-02-28");
  add (records, 5, 7, 5, "2018-03");
  add (records, 6, 7, 5, "2018-03");
  first->when->day_order = 1;
  second->when->day_order = 2;
  positions = entente_positions_new (records);

  g_assert_cmpint (ask (positions, 1, 2018, 3, 1), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 2, 2018, 3, 1), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 3, 2018, 3, 1), ==, ENTENTE_STAND_REPLACED);
  g_assert_cmpint (ask (positions, 4, 2018, 3, 1), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 5, 2018, 4, 1), ==, ENTENTE_STAND_PERHAPS_STILL);
  g_assert_cmpint (ask (positions, 6, 2018, 4, 1), ==, ENTENTE_STAND_PERHAPS_STILL);
}

/* What lasted from then to then ends by itself. */
static void
test_over (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;

  add (records, 1, 7, 9, "2018-02-28/2018-06");
  add (records, 2, 7, 8, "2018-02-28/..");
  positions = entente_positions_new (records);

  g_assert_cmpint (ask (positions, 1, 2018, 5, 31), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 1, 2018, 6, 1), ==, ENTENTE_STAND_STANDS);
  g_assert_cmpint (ask (positions, 1, 2018, 6, 15), ==, ENTENTE_STAND_PERHAPS_STILL);
  g_assert_cmpint (ask (positions, 1, 2018, 7, 1), ==, ENTENTE_STAND_OVER);
  g_assert_cmpint (ask (positions, 2, 2030, 1, 1), ==, ENTENTE_STAND_STANDS);
}

/* Without a date there is nothing to ask; without an issue nothing is replaced. */
static void
test_apart (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;

  add (records, 1, 7, 9, NULL);
  add (records, 2, 7, 9, "");
  add (records, 3, 7, ENTENTE_ID_NONE, "2018-01-01");
  add (records, 4, 7, ENTENTE_ID_NONE, "2018-02-01");
  positions = entente_positions_new (records);

  g_assert_cmpint (ask (positions, 1, 2018, 3, 1), ==, ENTENTE_STAND_UNDATED);
  g_assert_cmpint (ask (positions, 2, 2018, 3, 1), ==, ENTENTE_STAND_UNDATED);
  g_assert_cmpint (ask (positions, 3, 2018, 3, 1), ==, ENTENTE_STAND_STANDS);
  g_assert_null (
    entente_positions_get_neighbour (positions, entente_positions_find (positions, 4), -1));
}

static void
test_neighbours (void)
{
  g_autoptr (GPtrArray) records = new_records ();
  g_autoptr (EntentePositions) positions = NULL;
  guint middle;

  add (records, 1, 7, 9, "2018-03");
  add (records, 2, 7, 9, "2018-01");
  add (records, 3, 6, 9, "2018-02-10");
  add (records, 4, 7, 9, "2018-02");
  positions = entente_positions_new (records);
  middle = entente_positions_find (positions, 4);

  g_assert_cmpint (entente_positions_get_neighbour (positions, middle, -1)->record.id, ==, 2);
  g_assert_cmpint (entente_positions_get_neighbour (positions, middle, 1)->record.id, ==, 1);
  g_assert_null (
    entente_positions_get_neighbour (positions, entente_positions_find (positions, 2), -1));
  g_assert_null (
    entente_positions_get_neighbour (positions, entente_positions_find (positions, 3), 1));
}

/* ---- at random ---- */

static const char *const dates[] = {
  "2018-01-05",
  "2018-01-05",
  "2018-01-20",
  "2018-01",
  "2018-02",
  "2018",
  "2018-02-03",
  "[..2018-01-31]",
  "[2018-01-10..]",
  "[2018-01-10..2018-02-10]",
  "2018-01-02/2018-01-20",
  "2018-01/2018-02",
  "2018-01-10/..",
  "../2018-01-15",
  "",
  NULL,
};

static EntentePosition *
add_random (GPtrArray *records, GRand *rand, EntenteId id)
{
  EntentePosition *position = add (records,
                                   id,
                                   g_rand_int_range (rand, 1, 4),
                                   g_rand_int_range (rand, 0, 3),
                                   dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);

  if (position->when)
    position->when->day_order = g_rand_int_range (rand, 0, 3);
  return position;
}

static gboolean
is_naively_before (const EntentePosition *a, const EntentePosition *b, gboolean *perhaps)
{
  const EntenteDatePoints *one = &a->when->points, *other = &b->when->points;
  gboolean one_day = one->earliest_start == other->earliest_start &&
                     one->latest_start == other->latest_start &&
                     one->latest_start - one->earliest_start == ENTENTE_SECONDS_PER_DAY;

  *perhaps = FALSE;
  if (one_day)
    return a->when->day_order && b->when->day_order && a->when->day_order < b->when->day_order;
  *perhaps = other->latest_start > one->earliest_start;
  return one->latest_start <= other->earliest_start &&
         one->earliest_start != other->earliest_start; /* both since ever */
}

/* Looks at every pair, as the header says it. */
static EntentePositionStand
ask_naively (const GPtrArray *records, const EntentePosition *position, EntenteSpan day)
{
  gboolean doubtful = FALSE;
  const EntenteDatePoints *points;

  if (!position->when || !entente_date_is_bounded (position->when))
    return ENTENTE_STAND_UNDATED;
  points = &position->when->points;
  if (points->earliest_start >= day.end)
    return ENTENTE_STAND_LATER;
  for (guint i = 0; i < records->len; i++) {
    const EntentePosition *other = records->pdata[i];
    gboolean perhaps;

    if (other == position || other->actor != position->actor || position->issue == 0 ||
        other->issue != position->issue || !other->when || !entente_date_is_bounded (other->when) ||
        other->when->points.earliest_start >= day.end)
      continue;
    if (is_naively_before (position, other, &perhaps) &&
        other->when->points.latest_start <= day.end)
      return ENTENTE_STAND_REPLACED;
    doubtful |= perhaps || is_naively_before (position, other, &perhaps);
  }
  if (points->latest_start > day.end)
    return ENTENTE_STAND_PERHAPS_ALREADY;
  if (position->when->form == ENTENTE_DATE_SPAN && points->latest_end <= day.start)
    return ENTENTE_STAND_OVER;
  if (position->when->form == ENTENTE_DATE_SPAN && points->earliest_end < day.start)
    doubtful = TRUE;
  return doubtful ? ENTENTE_STAND_PERHAPS_STILL : ENTENTE_STAND_STANDS;
}

static void
assert_as_naive (const EntentePositions *positions, const GPtrArray *records, EntenteSpan day)
{
  guint n = entente_positions_get_n (positions);
  g_autofree EntentePositionStand *stands = g_new (EntentePositionStand, n + 1);

  g_assert_cmpuint (n, ==, records->len);
  entente_positions_ask (positions, day, stands);
  for (guint i = 0; i < n; i++) {
    const EntentePosition *position = entente_positions_get (positions, i);

    g_assert_cmpint (stands[i], ==, ask_naively (records, position, day));
  }
}

/* Between two changes the answers are the same. */
static void
assert_changes (const EntentePositions *positions)
{
  guint n = entente_positions_get_n (positions);
  g_autoptr (GArray) changes = entente_positions_list_changes (positions);
  g_autofree EntentePositionStand *before = g_new (EntentePositionStand, n + 1);
  g_autofree EntentePositionStand *stands = g_new (EntentePositionStand, n + 1);
  guint at = 0;

  for (int i = -1; i < 100; i++) {
    EntenteSpan day = day_of (2018, 1, 1);

    day.start += i * ENTENTE_SECONDS_PER_DAY;
    day.end += i * ENTENTE_SECONDS_PER_DAY;
    entente_positions_ask (positions, day, stands);
    while (at < changes->len && g_array_index (changes, gint64, at) < day.start)
      at++;
    if (i >= 0 && (at == changes->len || g_array_index (changes, gint64, at) != day.start))
      g_assert_cmpmem (stands, n * sizeof *stands, before, n * sizeof *before);
    memcpy (before, stands, n * sizeof *stands);
  }
}

static void
test_random (void)
{
  for (guint round = 0; round < N_ROUNDS; round++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (round);
    g_autoptr (GPtrArray) records = new_records ();
    g_autoptr (EntentePositions) positions = NULL;
    guint n = g_rand_int_range (rand, 0, 20);

    for (guint i = 0; i < n; i++)
      add_random (records, rand, i + 1);
    positions = entente_positions_new (records);
    for (guint i = 0; i < 20; i++)
      assert_as_naive (
        positions,
        records,
        day_of (2018, g_rand_int_range (rand, 1, 5), g_rand_int_range (rand, 1, 29)));
    assert_changes (positions);
  }
}

/* Patched equals made anew. */
static void
test_patch (void)
{
  for (guint round = 0; round < N_ROUNDS; round++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (round);
    g_autoptr (GPtrArray) records = new_records (), fresh = new_records ();
    g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    g_autoptr (EntentePositions) old = NULL, patched = NULL, anew = NULL;
    EntenteId removed = g_rand_int_range (rand, 1, 9);

    for (guint i = 1; i <= 8; i++)
      add_random (records, rand, i);
    old = entente_positions_new (records);
    g_array_append_val (gone, removed);
    g_ptr_array_remove_index (records, (guint) removed - 1);
    add_random (fresh, rand, 20);
    add_random (fresh, rand, removed == 1 ? 2 : 1);
    g_ptr_array_remove_index (records, 0);
    for (guint i = 0; i < fresh->len; i++)
      g_ptr_array_add (records, entente_position_ref (fresh->pdata[i]));

    patched = entente_positions_patch (old, gone, fresh);
    anew = entente_positions_new (records);
    g_assert_cmpuint (entente_positions_get_n (patched), ==, entente_positions_get_n (anew));
    for (guint i = 0; i < entente_positions_get_n (anew); i++)
      g_assert_true (
        entente_record_equal (entente_positions_get (patched, i), entente_positions_get (anew, i)));
    assert_as_naive (patched, records, day_of (2018, 2, 1));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/positions/replaced", test_replaced);
  g_test_add_func ("/positions/silence", test_silence);
  g_test_add_func ("/positions/replacement", test_replacement);
  g_test_add_func ("/positions/vague", test_vague);
  g_test_add_func ("/positions/together", test_together);
  g_test_add_func ("/positions/over", test_over);
  g_test_add_func ("/positions/apart", test_apart);
  g_test_add_func ("/positions/neighbours", test_neighbours);
  g_test_add_func ("/positions/random", test_random);
  g_test_add_func ("/positions/patch", test_patch);
  return g_test_run ();
}
