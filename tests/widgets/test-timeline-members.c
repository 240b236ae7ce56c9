/* Lanes of members and of members of these: what a click before each name folds and unfolds, and
 * whose menu it is that comes up. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-bare-timeline.h"

#include <adwaita.h>

typedef EntenteBareTimeline Fixture;

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

/* One move a day by each. */
static EntenteChronicle *
make_chronicle (void)
{
  static const char *const actors[] = { "alliance", "movement", "faction", "other" };
  EntenteChronicleBuilder *builder = entente_chronicle_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    sample_add_actor (builder, actors[i], actors[i], ENTENTE_ACTOR_ARMED_MOVEMENT, 0);
  sample_add_member (builder, "movement", "alliance");
  sample_add_member (builder, "faction", "movement");
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    add_move (builder, i);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    sample_add_parts (builder, (EntenteId) i + 1, actors[i], ENTENTE_ROLE_INITIATOR);
  return entente_chronicle_builder_build (builder, sample_time ("2018-11-12", FALSE));
}

static void
fixture_init (Fixture *fixture)
{
  entente_bare_timeline_init (fixture, make_chronicle (), 600);
}

/* Names from the top. */
static void
assert_lanes (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  entente_bare_timeline_wait (fixture);
  for (guint i = 0; i < entente_lanes_get_n (fixture->timeline->lanes); i++)
    g_string_append_printf (text,
                            "%s%s",
                            i > 0 ? ", " : "",
                            entente_lanes_get_name (fixture->timeline->lanes, i));
  g_assert_cmpstr (text->str, ==, expected);
}

/* In the column of names, @x from its left edge, in the row of @lane. */
static void
click (Fixture *fixture, guint lane, double x)
{
  EntenteTimeline *timeline = fixture->timeline;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (timeline));
  const EntenteSceneLane *drawn = &timeline->scene->lanes[lane];

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_PRIMARY)
      g_signal_emit_by_name (controller,
                             "released",
                             1,
                             x,
                             timeline->parts.lanes.y + drawn->y + drawn->height / 2);
  }
}

#define EXPANDER_X 20.0 /* before the name of a body */
#define INDENT 12.0 /* of each member */
#define NAME_X 90.0

/* Each level folds by itself. */
static void
test_expanders (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  assert_lanes (&fixture, "alliance, other");
  click (&fixture, 0, EXPANDER_X);
  assert_lanes (&fixture, "alliance, movement, other");
  click (&fixture, 1, EXPANDER_X + INDENT);
  assert_lanes (&fixture, "alliance, movement, faction, other");
  click (&fixture, 1, EXPANDER_X + INDENT);
  assert_lanes (&fixture, "alliance, movement, other");
  click (&fixture, 1, EXPANDER_X + INDENT);
  click (&fixture, 0, EXPANDER_X);
  assert_lanes (&fixture, "alliance, other");
  g_assert_null (fixture.timeline->popover);
  entente_bare_timeline_clear (&fixture);
}

static gboolean
model_says (GMenuModel *model, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++) {
    g_autofree char *text = NULL;
    g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);

    g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &text);
    if (g_strcmp0 (text, label) == 0 || (section != NULL && model_says (section, label)))
      return TRUE;
  }
  return FALSE;
}

/* What the menu that has come up offers for the lane itself, not for its body. */
static void
assert_menu (Fixture *fixture, const char *label)
{
  g_assert_nonnull (fixture->timeline->popover);
  g_test_message ("“%s”", label);
  g_assert_true (
    model_says (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (fixture->timeline->popover)),
                label));
}

static void
choose_members (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "timeline.lane-members", NULL);
  entente_timeline_popover_close (fixture->timeline);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* By a click on a name and by keys the menu is that of the lane, however deep it lies. */
static void
test_menu (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  click (&fixture, 0, EXPANDER_X);
  assert_lanes (&fixture, "alliance, movement, other");
  entente_timeline_keys_focus_row (fixture.timeline, 1, ENTENTE_NO_INDEX, TRUE); /* of movement */
  g_assert_cmpuint (fixture.timeline->focus_lane, ==, 1);
  g_assert_true (entente_timeline_keys_press (fixture.timeline, GDK_KEY_Return, GDK_ALT_MASK));
  assert_menu (&fixture, "Only Moves of movement");
  assert_menu (&fixture, "Unfold _Members");
  assert_menu (&fixture, "alliance");
  choose_members (&fixture);
  assert_lanes (&fixture, "alliance, movement, faction, other");
  click (&fixture, 2, NAME_X);
  assert_menu (&fixture, "Only Moves of faction");
  assert_menu (&fixture, "Fold _Back into movement");
  choose_members (&fixture);
  assert_lanes (&fixture, "alliance, movement, other");
  click (&fixture, 0, NAME_X);
  assert_menu (&fixture, "Only Moves of alliance");
  assert_menu (&fixture, "Fold _Members");
  choose_members (&fixture);
  assert_lanes (&fixture, "alliance, other");
  entente_bare_timeline_clear (&fixture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-members/expanders", test_expanders);
  g_test_add_func ("/timeline-members/menu", test_menu);
  return g_test_run ();
}
