/* Who belonged to whom at a date: told cases, and against a walk of every way upwards. */
#include "config.h"

#include "entente-naive-match.h"

#include <glib.h>

static gint64
day (gint64 year, int month, int number)
{
  return entente_day_number (year, month, number) * ENTENTE_SECONDS_PER_DAY;
}

static EntenteSpan
get_window (const char *edtf)
{
  g_autoptr (EntenteDate) date = entente_date_parse (edtf, NULL);

  return entente_date_get_window (date);
}

typedef struct {
  EntenteId actor, parent;
  const char *from, *to; /* or NULL */
} Told;

/* Actors 1 to 9; indexes are one less. */
static EntenteChronicle *
build (const Told *told, guint n)
{
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 1; i <= 9; i++) {
    g_autoptr (EntenteActor) actor = entente_actor_new ();

    actor->record.id = i;
    actor->name = g_strdup_printf ("%u", i);
    sink->actor (builder, actor);
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (EntenteAffiliation) affiliation = entente_affiliation_new ();

    affiliation->record.id = 100 + i;
    affiliation->actor = told[i].actor;
    affiliation->parent = told[i].parent;
    affiliation->from = told[i].from != NULL ? entente_date_parse (told[i].from, NULL) : NULL;
    affiliation->to = told[i].to != NULL ? entente_date_parse (told[i].to, NULL) : NULL;
    sink->affiliation (builder, affiliation);
  }
  return entente_chronicle_builder_build (builder, 0);
}

static void
assert_belongs (const EntenteChronicle *chronicle,
                EntenteId actor,
                EntenteId parent,
                const char *edtf,
                gboolean possibly,
                gboolean surely)
{
  EntenteSpan window = get_window (edtf);
  guint32 a = (guint32) actor - 1;
  guint32 b = (guint32) parent - 1;

  g_test_message ("%d in %d at %s", (int) actor, (int) parent, edtf);
  g_assert_cmpint (entente_chronicle_stands_for (chronicle, a, b, window, FALSE), ==, possibly);
  g_assert_cmpint (entente_chronicle_stands_for (chronicle, a, b, window, TRUE), ==, surely);
}

static void
test_changed_sides (void)
{
  static const Told told[] = { { 1, 2, "2010-01-01", "2015-06-01" }, { 1, 3, "2015-06-02", NULL } };
  g_autoptr (EntenteChronicle) chronicle = build (told, G_N_ELEMENTS (told));

  assert_belongs (chronicle, 1, 2, "2012", TRUE, TRUE);
  assert_belongs (chronicle, 1, 3, "2012", FALSE, FALSE);
  assert_belongs (chronicle, 1, 2, "2018-07", FALSE, FALSE);
  assert_belongs (chronicle, 1, 3, "2018-07", TRUE, TRUE);
  assert_belongs (chronicle, 1, 2, "2015", TRUE, FALSE);
  assert_belongs (chronicle, 1, 3, "2015", TRUE, FALSE);
  assert_belongs (chronicle, 1, 2, "2015-06-01", TRUE, FALSE); /* left on that day, no hour told */
  assert_belongs (chronicle, 1, 2, "2015-05-31", TRUE, TRUE);
}

static void
test_open_and_vague_ends (void)
{
  static const Told told[] = {
    { 1, 2, NULL, "2015" }, /* unknown start */
    { 3, 2, "2015", NULL }, /* still so */
    { 4, 2, "2015", "2017" }, /* vague at both ends */
    { 5, 2, "2015", "" }, /* it ended; nobody says when */
    { 6, 2, NULL, NULL },
  };
  g_autoptr (EntenteChronicle) chronicle = build (told, G_N_ELEMENTS (told));

  assert_belongs (chronicle, 1, 2, "1950", TRUE, FALSE);
  assert_belongs (chronicle, 1, 2, "2015-12-31", TRUE, FALSE);
  assert_belongs (chronicle, 1, 2, "2016-01-01", FALSE, FALSE);
  assert_belongs (chronicle, 3, 2, "2014-12-31", FALSE, FALSE);
  assert_belongs (chronicle, 3, 2, "2015-12-31", TRUE, FALSE);
  assert_belongs (chronicle, 3, 2, "2016", TRUE, TRUE);
  assert_belongs (chronicle, 3, 2, "2100", TRUE, TRUE);
  assert_belongs (chronicle, 4, 2, "2016", TRUE, TRUE);
  assert_belongs (chronicle, 4, 2, "2017-03", TRUE, FALSE);
  assert_belongs (chronicle, 4, 2, "2018", FALSE, FALSE);
  assert_belongs (chronicle, 5, 2, "2016", TRUE, FALSE);
  assert_belongs (chronicle, 6, 2, "2016", TRUE, FALSE);
}

/* A way holds only while all its steps hold. */
static void
test_ways (void)
{
  static const Told told[] = {
    { 1, 2, "2010", "2012" }, { 2, 3, "2014", NULL }, { 4, 5, "2010", NULL },
    { 5, 6, "2012", NULL },   { 6, 4, "2010", NULL }, /* a circle */
  };
  g_autoptr (EntenteChronicle) chronicle = build (told, G_N_ELEMENTS (told));

  assert_belongs (chronicle, 1, 2, "2011", TRUE, TRUE);
  assert_belongs (chronicle, 1, 3, "2011", FALSE, FALSE);
  assert_belongs (chronicle, 1, 3, "2015", FALSE, FALSE);
  assert_belongs (chronicle, 2, 3, "2015", TRUE, TRUE);
  assert_belongs (chronicle, 4, 6, "2013", TRUE, TRUE);
  assert_belongs (chronicle, 4, 6, "2011", FALSE, FALSE);
  assert_belongs (chronicle, 6, 5, "2013", TRUE, TRUE);
  assert_belongs (chronicle, 4, 4, "2013", TRUE, TRUE);
}

static void
test_body (void)
{
  static const Told told[] = {
    { 1, 2, "2010", "2015-06-01" }, { 1, 3, "2015-06-02", NULL }, /* changed sides */
    { 4, 5, NULL, NULL },           { 5, 6, NULL, NULL }, /* a member of a member */
    { 7, 4, NULL, NULL },           { 7, 5, NULL, NULL }, /* two ways to one top */
  };
  g_autoptr (EntenteChronicle) chronicle = build (told, G_N_ELEMENTS (told));

  g_assert_cmpint (entente_chronicle_get_body (chronicle, 0, get_window ("2012")), ==, 1);
  g_assert_cmpint (entente_chronicle_get_body (chronicle, 0, get_window ("2018")), ==, 2);
  g_assert_cmpint (entente_chronicle_get_body (chronicle, 0, get_window ("2015")),
                   ==,
                   ENTENTE_NO_INDEX);
  g_assert_cmpint (entente_chronicle_get_body (chronicle, 0, get_window ("2005")), ==, 0);
  g_assert_cmpint (entente_chronicle_get_body (chronicle, 1, get_window ("2012")), ==, 1);
  g_assert_cmpint (entente_chronicle_get_body (chronicle, 3, get_window ("2012")), ==, 5);
  g_assert_cmpint (entente_chronicle_get_body (chronicle, 6, get_window ("2012")), ==, 5);
}

static void
test_moment (void)
{
  static const Told told[] = { { 1, 2, "2015-01-01", "2016-01-01" } };
  g_autoptr (EntenteChronicle) chronicle = build (told, 1);
  EntenteSpan moment = { day (2015, 1, 1), day (2015, 1, 1) };
  EntenteSpan before = { day (2015, 1, 1) - 1, day (2015, 1, 1) - 1 };

  g_assert_true (entente_chronicle_stands_for (chronicle, 0, 1, moment, FALSE));
  g_assert_false (entente_chronicle_stands_for (chronicle, 0, 1, before, FALSE));
}

static void
test_like_every_way (void)
{
  for (guint round = 0; round < 20; round++) {
    g_autoptr (EntenteRandomStudy) study = entente_random_study_new (0, FALSE);
    g_autoptr (EntenteChronicle) chronicle = entente_random_study_build (study, 0);
    guint n = entente_chronicle_get_n_actors (chronicle);

    for (guint i = 0; i < 600; i++) {
      guint32 a = entente_random_pick (n);
      guint32 b = entente_random_pick (n);
      gboolean surely = entente_random_once_in (2);
      gint64 start = (15800 + (gint64) entente_random_pick (2000)) * ENTENTE_SECONDS_PER_DAY;
      EntenteSpan window = { start, start + entente_random_pick (300) * ENTENTE_SECONDS_PER_DAY };

      g_assert_cmpint (entente_chronicle_stands_for (chronicle, a, b, window, surely),
                       ==,
                       entente_naive_belongs (study,
                                              entente_chronicle_get_actor (chronicle, a)->record.id,
                                              entente_chronicle_get_actor (chronicle, b)->record.id,
                                              window,
                                              surely));
    }
  }
}

/* A study made to hurt: every actor belongs to every other. */
static void
test_thicket (void)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (Told));
  g_autoptr (EntenteChronicle) chronicle = NULL;
  static char years[40][5];

  for (guint i = 0; i < 9 * 9 * 40; i++) {
    Told one = { 1 + i % 9, 1 + i / 9 % 9, years[i / 81], NULL };

    g_snprintf (years[i / 81], sizeof (years[0]), "%u", 1960 + (i * 7) % 40);
    g_array_append_val (told, one);
  }
  chronicle = build ((const Told *) (gpointer) told->data, told->len);
  g_assert_true (entente_chronicle_stands_for (chronicle, 0, 8, get_window ("2018"), FALSE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ancestry/changed-sides", test_changed_sides);
  g_test_add_func ("/ancestry/open-ends", test_open_and_vague_ends);
  g_test_add_func ("/ancestry/ways", test_ways);
  g_test_add_func ("/ancestry/body", test_body);
  g_test_add_func ("/ancestry/moment", test_moment);
  g_test_add_func ("/ancestry/every-way", test_like_every_way);
  g_test_add_func ("/ancestry/thicket", test_thicket);
  return g_test_run ();
}
