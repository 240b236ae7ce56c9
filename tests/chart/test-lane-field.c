/* Tests of EntenteLaneField: values, names and ids of every field of events that have none, one and
 * several. */

#include "config.h"

#include "entente-lane-field.h"
#include "sample-fields.h"

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the values of an event, sorted and joined. */
static char *
list_names (const EntenteChronicle *chronicle, EntenteLaneField field, const char *event)
{
  guint32 keys[ENTENTE_LANE_FIELD_MAX];
  guint n = entente_lane_field_collect (field, chronicle, field_find_row (chronicle, event), keys);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (names, entente_lane_field_get_name (field, chronicle, keys[i]));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static void
test_values (void)
{
  static const struct {
    EntenteLaneField field;
    const char *event, *names;
  } cases[] = {
    { ENTENTE_LANES_BY_ROLE, "offer", "Addressee, Initiator" },
    { ENTENTE_LANES_BY_ROLE, "talks", "Initiator" },
    { ENTENTE_LANES_BY_ROLE, "attack", "" },
    { ENTENTE_LANES_BY_GROUP, "talks", "Meet" },
    { ENTENTE_LANES_BY_TRACK, "talks", "doha" },
    { ENTENTE_LANES_BY_TRACK, "offer", "" },
    { ENTENTE_LANES_BY_ISSUE, "again", "troops" },
    { ENTENTE_LANES_BY_ISSUE, "invite", "" },
    { ENTENTE_LANES_BY_ARTICLE, "talks", "one, two" },
    { ENTENTE_LANES_BY_ARTICLE, "word", "" },
    { ENTENTE_LANES_BY_OUTLET, "talks", "The Post, The Times" },
    { ENTENTE_LANES_BY_OUTLET, "invite", "" },
    { ENTENTE_LANES_BY_PLACE, "again", "doha-town" },
    { ENTENTE_LANES_BY_PLACE, "charge", "" },
    { ENTENTE_LANES_BY_NOTHING, "attack", "All moves" },
  };
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *names = list_names (chronicle, cases[i].field, cases[i].event);

    g_assert_cmpstr (names, ==, cases[i].names);
  }
}

/* Each key has an id of its own that leads back to it, and a name. */
static void
test_ids (void)
{
  g_autoptr (EntenteChronicle) chronicle = field_chronicle_new ();

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++)
    for (guint32 key = 0; key < entente_lane_field_count (field, chronicle); key++) {
      EntenteId id = entente_lane_field_get_id (field, chronicle, key);
      g_autofree char *name = entente_lane_field_get_name (field, chronicle, key);

      g_assert_cmpint (id, !=, ENTENTE_ID_NONE);
      g_assert_cmpuint (entente_lane_field_find (field, chronicle, id), ==, key);
      g_assert_cmpstr (name, !=, "");
    }
  g_assert_cmpuint (entente_lane_field_find (ENTENTE_LANES_BY_ROLE, chronicle, 1000),
                    ==,
                    ENTENTE_NO_INDEX);
  g_assert_cmpuint (entente_lane_field_find (ENTENTE_LANES_BY_ISSUE, chronicle, 1000),
                    ==,
                    ENTENTE_NO_INDEX);
}

/* A round stands in its own lane with what is part of it, as its filter has it; talks that last are
 * one already. */
static void
test_rounds (void)
{
  enum { ROUND = 10, PAPER = 11, ALONE = 12, LONG = 13 };
  static const struct {
    EntenteId id;
    const char *kind, *when;
  } events[] = { { ROUND, "talks", "2018-07-23" },
                 { PAPER, "offer", "2018-07-24" },
                 { ALONE, "offer", "2018-08-01" },
                 { LONG, "talks", "2018-12-17/2018-12-18" } };
  const EntenteRowSink *sink = entente_chronicle_builder_get_sink ();
  const EntenteLinkRow link = { .id = 1, .from = PAPER, .to = ROUND, .type = ENTENTE_LINK_PART_OF };
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();
  g_autoptr (EntenteChronicle) chronicle = NULL;
  guint32 keys[ENTENTE_LANE_FIELD_MAX];
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    g_autoptr (EntenteEvent) event = entente_event_new ();
    EntenteEventRow row;

    event->record.id = events[i].id;
    event->kind = g_strdup (events[i].kind);
    event->when = entente_date_parse (events[i].when, NULL);
    entente_event_get_row (event, &row);
    sink->event (builder, &row);
  }
  sink->link (builder, &link);
  chronicle = entente_chronicle_builder_build (builder, 0);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    guint row = entente_chronicle_find_row (chronicle, events[i].id);
    guint n = entente_lane_field_collect (ENTENTE_LANES_BY_ROUND, chronicle, row, keys);

    g_assert_cmpuint (n, ==, events[i].id == ALONE ? 0 : 1);
    if (n > 0)
      g_assert_cmpint (entente_lane_field_get_id (ENTENTE_LANES_BY_ROUND, chronicle, keys[0]),
                       ==,
                       events[i].id == LONG ? LONG : ROUND);
  }
  name = entente_lane_field_get_name (ENTENTE_LANES_BY_ROUND,
                                      chronicle,
                                      entente_chronicle_find_row (chronicle, ROUND));
  g_assert_cmpstr (name, ==, "Talks · 23–24 Jul 2018");
}

static void
test_nicks (void)
{
  EntenteLaneField found = ENTENTE_LANES_BY_PLACE;

  for (guint field = 0; field < ENTENTE_N_LANE_FIELDS; field++) {
    g_assert_true (entente_lane_field_parse (entente_lane_field_get_nick (field), &found));
    g_assert_cmpuint (found, ==, field);
    g_assert_cmpstr (entente_lane_field_get_label (field), !=, "");
    g_assert_cmpstr (entente_lane_field_get_without (field), !=, "");
  }
  g_assert_false (entente_lane_field_parse ("colour", &found));
  g_assert_false (entente_lane_field_parse (NULL, &found));
  g_assert_cmpuint (found, ==, ENTENTE_N_LANE_FIELDS - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-field/values", test_values);
  g_test_add_func ("/lane-field/ids", test_ids);
  g_test_add_func ("/lane-field/rounds", test_rounds);
  g_test_add_func ("/lane-field/nicks", test_nicks);
  return g_test_run ();
}
