/* Lanes of members of members: each is unfolded by itself, every row lies in one lane and is
 * counted in those above it, and actors that belong to each other in a circle come to an end. */
#include "config.h"

#include "entente-lanes.h"
#include "sample-chronicle.h"

static void
add_move (EntenteChronicleBuilder *builder, guint number)
{
  EntenteEventRow row = { .id = (EntenteId) number + 1, .form = ENTENTE_DATE_POINT };
  g_autofree char *day = g_strdup_printf ("2018-01-%02u", number + 1);

  row.points.earliest_start = row.points.earliest_end = sample_time (day, FALSE);
  row.points.latest_start = row.points.latest_end = sample_time (day, TRUE);
  row.precision = ENTENTE_PRECISION_DAY;
  entente_chronicle_builder_get_sink ()->event (builder, &row);
}

/* One move a day by each of @from, members given as "faction movement". */
static EntenteChronicle *
make_chronicle (const char *const *actors, const char *const *members, const char *const *from)
{
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; actors[i] != NULL; i++)
    sample_add_actor (builder, actors[i], actors[i], ENTENTE_ACTOR_ARMED_MOVEMENT, 0);
  for (guint i = 0; members[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (members[i], " ", 2);

    sample_add_member (builder, pair[0], pair[1]);
  }
  for (guint i = 0; from[i] != NULL; i++)
    add_move (builder, i);
  for (guint i = 0; from[i] != NULL; i++)
    sample_add_parts (builder, (EntenteId) i + 1, from[i], ENTENTE_ROLE_INITIATOR);
  return entente_chronicle_builder_build (builder, sample_time ("2018-11-12", FALSE));
}

/* "alliance 5, movement 4 (1), …": made, and in brackets how deep; "+" where it can be unfolded,
 * "-" where it is. */
static char *
describe (EntenteChronicle *chronicle, const char *const *unfolded)
{
  g_autoptr (EntenteLaneIndex) index = entente_lane_index_new (chronicle, 100);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  EntenteLanesOptions options = { 0 };
  GString *text = g_string_new (NULL);
  EntenteLanes *lanes;
  guint n_rows = 0;

  for (guint i = 0; unfolded[i] != NULL; i++) {
    EntenteId id = entente_id_from_key (unfolded[i]);

    g_array_append_val (ids, id);
  }
  options.unfolded = (const EntenteId *) (gpointer) ids->data;
  options.n_unfolded = ids->len;
  lanes = entente_lanes_new (index, chronicle, NULL, &options);
  for (guint i = 0; i < entente_lanes_get_n (lanes); i++) {
    const EntenteLane *lane = entente_lanes_get (lanes, i);

    g_string_append_printf (text,
                            "%s%s%s %u (%u)",
                            i > 0 ? ", " : "",
                            lane->has_members ? (lane->unfolded ? "-" : "+") : "",
                            entente_lanes_get_name (lanes, i),
                            lane->n_made,
                            lane->depth);
    n_rows += lane->n_rows;
    g_assert_true ((lane->above == ENTENTE_NO_INDEX) == (lane->depth == 0));
    if (lane->depth > 0)
      g_assert_cmpuint (entente_lanes_get (lanes, lane->above)->depth, ==, lane->depth - 1);
    for (guint j = 0; j < lane->n_rows; j++)
      g_assert_cmpuint (entente_lanes_find_row (lanes, lane->rows[j]), ==, i);
  }
  g_assert_cmpuint (n_rows, ==, entente_chronicle_get_n_rows (chronicle));
  entente_lanes_unref (lanes);
  return g_string_free (text, FALSE);
}

static void
check (EntenteChronicle *chronicle, const char *const *unfolded, const char *expected)
{
  g_autofree char *found = describe (chronicle, unfolded);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_levels (void)
{
  const char *const actors[] = { "alliance", "movement", "faction", "cell", "other", NULL };
  const char *const members[] = { "movement alliance", "faction movement", "cell faction", NULL };
  const char *const from[] = {
    "alliance", "movement", "faction", "faction", "cell", "other", NULL
  };
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (actors, members, from);

  check (chronicle, (const char *[]){ NULL }, "+alliance 5 (0), other 1 (0)");
  check (chronicle,
         (const char *[]){ "alliance", NULL },
         "-alliance 5 (0), +movement 4 (1), other 1 (0)");
  check (chronicle,
         (const char *[]){ "alliance", "movement", NULL },
         "-alliance 5 (0), -movement 4 (1), +faction 3 (2), other 1 (0)");
  check (chronicle,
         (const char *[]){ "alliance", "movement", "faction", NULL },
         "-alliance 5 (0), -movement 4 (1), -faction 3 (2), cell 1 (3), other 1 (0)");
  /* What is unfolded below a body that is not waits until that is. */
  check (chronicle, (const char *[]){ "movement", NULL }, "+alliance 5 (0), other 1 (0)");
}

/* A faction whose movement never does anything itself still lies below it. */
static void
test_silent (void)
{
  const char *const actors[] = { "alliance", "movement", "faction", NULL };
  const char *const members[] = { "movement alliance", "faction movement", NULL };
  const char *const from[] = { "faction", "alliance", NULL };
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (actors, members, from);

  check (chronicle,
         (const char *[]){ "alliance", "movement", NULL },
         "-alliance 2 (0), -movement 1 (1), faction 1 (2)");
}

/* Two that belong to each other, and one that belongs to one of them. */
static void
test_circles (void)
{
  const char *const actors[] = { "alliance", "left", "right", "cell", NULL };
  const char *const members[] = { "left right", "right left", "left alliance", "cell right", NULL };
  const char *const from[] = { "alliance", "left", "right", "cell", "cell", NULL };
  const char *const all[] = { "alliance", "left", "right", "cell", NULL };
  g_autoptr (EntenteChronicle) chronicle = make_chronicle (actors, members, from);
  g_autofree char *found = describe (chronicle, all);

  g_assert_nonnull (strstr (found, "cell 2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes-members/levels", test_levels);
  g_test_add_func ("/lanes-members/silent", test_silent);
  g_test_add_func ("/lanes-members/circles", test_circles);
  return g_test_run ();
}
