/* Moves that may be one: what is proposed, in which order, for what reason; and what is not. */
#include "config.h"

#include "entente-same-event.h"
#include "entente-small-chronicle.h"

enum { NORTH = 1, SOUTH, ENVOY, EAST };

static void
begin (EntenteSmallChronicle *self)
{
  small_begin (self, 101);
  small_add_actor (self, NORTH, "North");
  small_add_actor (self, SOUTH, "South");
  small_add_actor (self, ENVOY, "Envoy of the North");
  small_add_actor (self, EAST, "East");
  small_add_affiliation (self, ENVOY, NORTH, NULL);
}

static EntenteParticipation *
new_part (EntenteId actor, EntenteRole role)
{
  EntenteParticipation *part = entente_participation_new ();

  part->actor = actor;
  part->role = role;
  return part;
}

static GArray *
find (const EntenteChronicle *chronicle,
      const char *kind,
      const char *when,
      EntenteId from,
      EntenteId to,
      EntenteId except)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteDate) date = entente_date_parse (when, NULL);
  EntenteSameEventQuery query = { except,
                                  entente_kind_find (kind),
                                  entente_date_get_window (date),
                                  parts };

  g_ptr_array_add (parts, new_part (from, ENTENTE_ROLE_INITIATOR));
  g_ptr_array_add (parts, new_part (to, ENTENTE_ROLE_ADDRESSEE));
  return entente_same_event_find (chronicle, &query, 5);
}

static EntenteId
get_id (const EntenteChronicle *chronicle, const GArray *found, guint i)
{
  return entente_chronicle_get_id (chronicle, g_array_index (found, EntenteSameEvent, i).row);
}

static void
test_ranks (void)
{
  EntenteSmallChronicle self;
  EntenteId day, month, other_kind;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (GArray) found = NULL;

  begin (&self);
  month = small_add_event (&self, "refuse-offer", "2018-08", SOUTH, NORTH);
  day = small_add_event (&self, "refuse-offer", "2018-08-22", SOUTH, NORTH);
  other_kind = small_add_event (&self, "veto", "2018-08-22", SOUTH, NORTH);
  small_add_event (&self, "refuse-offer", "2018-09-01", SOUTH, NORTH);
  small_add_event (&self, "refuse-offer", "2018-08-22", EAST, NORTH);
  small_add_event (&self, "talks", "2018-08-22", SOUTH, NORTH);
  chronicle = entente_chronicle_builder_build (self.builder, 0);
  found = find (chronicle, "refuse-offer", "2018-08-22", SOUTH, NORTH, ENTENTE_ID_NONE);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpint (get_id (chronicle, found, 0), ==, day);
  g_assert_cmpint (get_id (chronicle, found, 1), ==, month);
  g_assert_cmpint (get_id (chronicle, found, 2), ==, other_kind);
  g_assert_cmpint (g_array_index (found, EntenteSameEvent, 0).reasons,
                   ==,
                   ENTENTE_SAME_KIND | ENTENTE_SAME_ACTORS | ENTENTE_SAME_DATED);
}

/* A member stands for its body, and talks have no sides. */
static void
test_actors (void)
{
  EntenteSmallChronicle self;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (GArray) member = NULL;
  g_autoptr (GArray) talks = NULL;
  g_autoptr (GArray) mirrored = NULL;

  begin (&self);
  small_add_event (&self, "invitation", "2018-03-05", NORTH, SOUTH);
  small_add_event (&self, "talks", "2018-04-02", NORTH, SOUTH);
  chronicle = entente_chronicle_builder_build (self.builder, 0);
  member = find (chronicle, "invitation", "2018-03", ENVOY, SOUTH, ENTENTE_ID_NONE);
  g_assert_cmpuint (member->len, ==, 1);
  talks = find (chronicle, "talks", "2018-04-02", SOUTH, NORTH, ENTENTE_ID_NONE);
  g_assert_cmpuint (talks->len, ==, 1);
  g_assert_true (g_array_index (talks, EntenteSameEvent, 0).reasons & ENTENTE_SAME_ACTORS);
  mirrored = find (chronicle, "invitation", "2018-03-05", SOUTH, NORTH, ENTENTE_ID_NONE);
  g_assert_cmpuint (mirrored->len, ==, 1);
  g_assert_true (g_array_index (mirrored, EntenteSameEvent, 0).reasons & ENTENTE_SAME_MIRRORED);
  g_assert_cmpuint (g_array_index (mirrored, EntenteSameEvent, 0).score,
                    <,
                    g_array_index (talks, EntenteSameEvent, 0).score);
}

static void
test_undated (void)
{
  EntenteSmallChronicle self;
  EntenteId undated;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (GArray) found = NULL;

  begin (&self);
  undated = small_add_event (&self, "refuse-offer", "", SOUTH, NORTH);
  chronicle = entente_chronicle_builder_build (self.builder, 0);
  found = find (chronicle, "refuse-offer", "2018-08-22", SOUTH, NORTH, ENTENTE_ID_NONE);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (get_id (chronicle, found, 0), ==, undated);
  g_assert_false (g_array_index (found, EntenteSameEvent, 0).reasons & ENTENTE_SAME_DATED);
}

/* Nothing is proposed for itself, nor where too little is known. */
static void
test_nothing (void)
{
  EntenteSmallChronicle self;
  EntenteId event;
  g_autoptr (EntenteChronicle) chronicle = NULL;
  g_autoptr (GArray) itself = NULL;
  g_autoptr (GArray) nobody = NULL;
  g_autoptr (GArray) no_kind = NULL;
  EntenteSameEventQuery query = { 0 };

  begin (&self);
  event = small_add_event (&self, "refuse-offer", "2018-08-22", SOUTH, NORTH);
  chronicle = entente_chronicle_builder_build (self.builder, 0);
  itself = find (chronicle, "refuse-offer", "2018-08-22", SOUTH, NORTH, event);
  g_assert_cmpuint (itself->len, ==, 0);
  nobody = find (chronicle, "refuse-offer", "2018-08-22", 77, 78, ENTENTE_ID_NONE);
  g_assert_cmpuint (nobody->len, ==, 0);
  no_kind = entente_same_event_find (chronicle, &query, 5);
  g_assert_cmpuint (no_kind->len, ==, 0);
}

static void
test_explain (void)
{
  g_autofree char *all =
    entente_same_event_explain (ENTENTE_SAME_KIND | ENTENTE_SAME_ACTORS | ENTENTE_SAME_DATED);
  g_autofree char *least = entente_same_event_explain (0);

  g_assert_cmpstr (all, ==, "same kind, same actors, overlapping dates");
  g_assert_cmpstr (least, ==, "a kind like it, some of the actors, no date to compare");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/same-event/ranks", test_ranks);
  g_test_add_func ("/same-event/actors", test_actors);
  g_test_add_func ("/same-event/undated", test_undated);
  g_test_add_func ("/same-event/nothing", test_nothing);
  g_test_add_func ("/same-event/explain", test_explain);
  return g_test_run ();
}
