/* Blocks: what goes in comes back, ids are found from any hint, what is not there costs nothing. */
#include "config.h"

#include "entente-block.h"
#include "entente-chronicle-private.h"
#include "entente-random-study.h"

#include <glib.h>

#define TODAY (17500 * ENTENTE_SECONDS_PER_DAY)

static void
test_find_from_any_hint (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (300, TRUE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  const EntenteBlock *block = chronicle->blocks[0];

  for (guint i = 0; i < 300; i++) {
    guint hint = (guint) g_test_rand_int_range (0, 4096);

    g_assert_cmpint (entente_block_find (block, entente_block_get_id (block, i), hint), ==, i);
    g_assert_cmpint (entente_block_find (block, 7, hint), ==, block->n_rows);
  }
}

static void
test_absent_columns (void)
{
  g_autoptr (EntenteRandomStudy) plain = entente_random_study_new (100, TRUE);
  g_autoptr (EntenteRandomStudy) rich = entente_random_study_new (100, FALSE);
  g_autoptr (EntenteChronicle) bare = entente_random_study_build (plain, TODAY);
  g_autoptr (EntenteChronicle) full = entente_random_study_build (rich, TODAY);
  gboolean points = FALSE, tracks = FALSE, voices = FALSE;

  for (guint i = 0; i < bare->n_blocks; i++) {
    g_assert_null (bare->blocks[i]->points);
    g_assert_null (bare->blocks[i]->tellings);
    g_assert_null (bare->blocks[i]->tracks);
    g_assert_null (bare->blocks[i]->voice_starts);
  }
  /* Ids that lie far apart end a block, so the first may be too short to need any of them. */
  for (guint i = 0; i < full->n_blocks; i++) {
    points |= full->blocks[i]->points != NULL;
    tracks |= full->blocks[i]->tracks != NULL;
    voices |= full->blocks[i]->voice_starts != NULL;
  }
  g_assert_true (points && tracks && voices);
}

/* Dates that just fit, and just do not fit, the narrow columns. */
static const EntenteDatePoints dates[] = {
  { 0, 86400, 0, 86400 },
  { -86400, 0, -86400, 0 },
  { 0, 65534 * 86400LL, 0, 65534 * 86400LL },
  { 0, 65535 * 86400LL, 0, 65535 * 86400LL },
  { 1, 86401, 1, 86401 },
  { 0, 32767 * 86400LL, 0, 32767 * 86400LL },
  { 0, 32768 * 86400LL, 0, 32768 * 86400LL },
  { 3600, 7200, 3600, 7200 },
  { -3600, -3600, 7200, 7200 },
  { 3600, 3600, 3600 * 16384LL, 3600 * 16384LL },
  { 3600, 3600, 3600 * 16385LL, 3600 * 16385LL },
  { 60, 180, 60, 180 },
  { -60, -60, 60 * 16380LL, 60 * 16380LL },
  { 60, 60, 60 * 16382LL, 60 * 16382LL },
  { 60, 60, 60 * 16383LL, 60 * 16383LL },
  { 60, 60, 60 * 16384LL, 60 * 16384LL },
  { 60 * (1LL + G_MAXINT32),
    60 * (3LL + G_MAXINT32),
    60 * (1LL + G_MAXINT32),
    60 * (3LL + G_MAXINT32) },
  { 0, 0, 0, 0 },
  { 0, 86400, 86400, 172800 },
  { 0, 86400, 0, 172800 },
  { 0, 86400, 259200, 345600 },
  { 5, 5, 9, 9 },
  { 5, 9, 5, 9 },
  { G_MAXINT64 - 9, G_MAXINT64 - 9, G_MAXINT64 - 2, G_MAXINT64 - 2 },
  { ENTENTE_TIME_MIN, 86400, ENTENTE_TIME_MIN, 86400 },
  { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX, ENTENTE_TIME_MIN, ENTENTE_TIME_MAX },
  { -86400LL * G_MAXINT32,
    86400LL * (1LL - G_MAXINT32),
    -86400LL * G_MAXINT32,
    86400LL * (1LL - G_MAXINT32) },
  { -86400LL * (G_MAXINT32 + 1LL),
    -86400LL * G_MAXINT32,
    -86400LL * (G_MAXINT32 + 1LL),
    -86400LL * G_MAXINT32 },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    for (guint form = 0; form <= ENTENTE_DATE_ALL_OF; form++) {
      const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
      EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
      EntenteEventRow row = { .id = 1, .points = dates[i], .form = (guint8) form };
      EntenteEventRow out;
      g_autoptr (EntenteChronicle) chronicle = NULL;
      EntenteSpan window;

      sink->event (builder, &row);
      chronicle = entente_chronicle_builder_build (builder, TODAY);
      entente_chronicle_get_row (chronicle, 0, &out);
      window = entente_chronicle_get_window (chronicle, 0);
      g_assert_cmpmem (&out.points, sizeof (out.points), &dates[i], sizeof (dates[i]));
      g_assert_cmpint (window.start, ==, dates[i].earliest_start);
      g_assert_cmpint (window.end, ==, dates[i].latest_end);
      g_assert_cmpint (entente_chronicle_get_place (chronicle, 0),
                       ==,
                       entente_date_points_get_place (&dates[i], (EntenteDateForm) form));
    }
  }
}

static EntenteChronicle *
build_ids (const EntenteId *ids, guint n)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; i < n; i++) {
    EntenteEventRow row = { .id = ids[i],
                            .points = { -86400 * (gint64) i, 0, -86400 * (gint64) i, 0 } };

    sink->event (builder, &row);
  }
  return entente_chronicle_builder_build (builder, TODAY);
}

/* Ids as near and as far apart as they can be; rows stand the other way round. */
static void
test_ids (void)
{
  static const EntenteId sets[][3] = {
    { 1, 2, 3 },
    { 5, 6, 5 + (EntenteId) G_MAXUINT32 },
    { 5, 6, 6 + (EntenteId) G_MAXUINT32 },
    { -7, 6, ((EntenteId) 1 << 40) - 8 },
    { -7, 6, ((EntenteId) 1 << 40) - 7 },
    { G_MININT64, 0, G_MAXINT64 },
  };
  static const guint widths[] = { 0, 0, 1, 1, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autoptr (EntenteChronicle) chronicle = build_ids (sets[i], 3);

    g_assert_cmpuint (chronicle->blocks[0]->shape.id_width, ==, widths[i]);
    for (guint k = 0; k < 3; k++) {
      g_assert_cmpint (entente_chronicle_get_id (chronicle, 2 - k), ==, sets[i][k]);
      g_assert_cmpint (entente_chronicle_find_row (chronicle, sets[i][k]), ==, 2 - k);
    }
  }
}

/* The same few take part again and again: they are held once, and each row has its own. */
static void
test_parts_are_shared (void)
{
  g_autoptr (EntenteRandomStudy) study = entente_random_study_new (3000, FALSE);
  g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, TODAY);
  const EntenteBlock *block = chronicle->blocks[0];

  g_assert_cmpuint (block->shape.n_lists, <, block->n_rows);
  for (guint row = 0; row < block->n_rows; row++) {
    const EntenteStudyEvent *event =
      entente_random_study_find (study, entente_chronicle_get_id (chronicle, row));
    guint n, n_known = 0;
    const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

    for (guint i = 0; i < event->parts->len; i++) {
      const EntenteParticipationRow *part =
        &g_array_index (event->parts, EntenteParticipationRow, i);
      guint32 actor = entente_chronicle_find_actor (chronicle, part->actor);

      if (actor == ENTENTE_NO_INDEX)
        continue;
      g_assert_cmpuint (n_known, <, n);
      g_assert_cmpuint (parts[n_known].actor, ==, actor);
      g_assert_cmpuint (parts[n_known].role, ==, part->role);
      g_assert_cmpuint (parts[n_known].speaks_for,
                        ==,
                        entente_chronicle_find_actor (chronicle, part->speaks_for));
      n_known++;
    }
    g_assert_cmpuint (n_known, ==, n);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/block/find", test_find_from_any_hint);
  g_test_add_func ("/block/absent", test_absent_columns);
  g_test_add_func ("/block/dates", test_dates);
  g_test_add_func ("/block/ids", test_ids);
  g_test_add_func ("/block/parts-are-shared", test_parts_are_shared);
  return g_test_run ();
}
