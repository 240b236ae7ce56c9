/* The menu of a lane, behind its name: what can be done to it, with the keys that do the same. Main
 * thread. */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

#define MENU_HEIGHT 20.0

static void
add_item (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* Where a top-level lane stands. */
static GMenu *
make_order (const EntenteLane *lane)
{
  GMenu *order = g_menu_new ();

  if (lane->kind == ENTENTE_LANE_OTHERS)
    return order;
  add_item (order, _ ("Move _Up"), "timeline.lane-up", "<Alt>Up");
  add_item (order, _ ("Move _Down"), "timeline.lane-down", "<Alt>Down");
  add_item (order,
            lane->pinned ? _ ("Un_pin") : _ ("_Pin to the Top"),
            "timeline.lane-pin",
            "<Alt>Home");
  return order;
}

static void
add_members_item (EntenteTimeline *self, GMenu *shape, const EntenteLane *lane)
{
  g_autofree char *back = NULL;

  if (lane->has_members) {
    add_item (shape,
              lane->unfolded ? _ ("Fold _Members") : _ ("Unfold _Members"),
              "timeline.lane-members",
              "<Alt>plus");
  } else if (lane->above != ENTENTE_NO_INDEX) {
    g_autofree char *name =
      entente_timeline_menu_escape (entente_lanes_get_name (self->lanes, lane->above));

    /* TRANSLATORS: in the menu of the lane of a member: it and the other members go back into the
     * lane of their body */
    back = g_strdup_printf (_ ("Fold _Back into %s"), name);
    add_item (shape, back, "timeline.lane-members", "<Alt>plus");
  }
}

/* How it is drawn. */
static GMenu *
make_shape (EntenteTimeline *self, const EntenteLane *lane, gboolean with_members)
{
  GMenu *shape = g_menu_new ();

  add_item (shape, lane->folded ? _ ("_Unfold") : _ ("_Fold"), "timeline.lane-fold", "<Alt>minus");
  if (with_members)
    add_members_item (self, shape, lane);
  if (lane->kind != ENTENTE_LANE_OTHERS)
    add_item (shape, _ ("_Hide"), "timeline.lane-hide", "<Alt>Delete");
  return shape;
}

static GMenu *
make_filter (EntenteTimeline *self, const EntenteLane *lane)
{
  GMenu *filter = g_menu_new ();

  if (lane->actor != ENTENTE_NO_INDEX)
    entente_timeline_menu_append_only (filter,
                                       entente_chronicle_get_actor (self->chronicle, lane->actor));
  return filter;
}

/* A member goes where its body goes: what moves both is in a menu with the name of the body. */
static GMenu *
make_member_menu (EntenteTimeline *self, const EntenteLane *lane)
{
  GMenu *menu = g_menu_new (), *members = g_menu_new (), *of_body = g_menu_new ();
  const EntenteLane *body = entente_lanes_get (self->lanes, lane->parent);
  g_autofree char *name =
    entente_timeline_menu_escape (entente_lanes_get_name (self->lanes, lane->parent));

  add_members_item (self, members, lane);
  add_section (of_body, make_order (body));
  add_section (of_body, make_shape (self, body, FALSE));
  add_section (menu, members);
  add_section (menu, make_filter (self, lane));
  g_menu_append_submenu (menu, name, G_MENU_MODEL (of_body));
  g_object_unref (of_body);
  return menu;
}

static GMenu *
make_menu (EntenteTimeline *self, const EntenteLane *lane)
{
  GMenu *menu;

  if (lane->parent != ENTENTE_NO_INDEX)
    return make_member_menu (self, lane);
  menu = g_menu_new ();
  add_section (menu, make_order (lane));
  add_section (menu, make_shape (self, lane, TRUE));
  add_section (menu, make_filter (self, lane));
  return menu;
}

/* Right of the name. */
static GdkRectangle
find_place (EntenteTimeline *self, guint lane)
{
  const EntenteSceneLane *drawn = &self->scene->lanes[lane];
  double middle = self->parts.lanes.y + drawn->y + drawn->height / 2 -
                  entente_timeline_pinned_get_scroll (self, lane);
  double top = self->parts.lanes.y + MENU_HEIGHT / 2;

  middle = CLAMP (middle, top, MAX (top, top + self->parts.lanes.height - MENU_HEIGHT));
  return (GdkRectangle){ 0,
                         (int) (middle - MENU_HEIGHT / 2),
                         self->parts.header_width,
                         (int) MENU_HEIGHT };
}

static gboolean
forget_cb (gpointer timeline)
{
  EntenteTimeline *self = timeline;

  if (self->popover == NULL)
    self->has_menu_lane = FALSE;
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkWidget *popover, EntenteTimeline *self)
{
  /* Entries are carried out after this. */
  g_idle_add_full (G_PRIORITY_LOW, forget_cb, g_object_ref (self), g_object_unref);
}

void
entente_timeline_lane_menu_show (EntenteTimeline *self, guint lane)
{
  const EntenteLane *found = entente_lanes_get (self->lanes, lane);
  g_autoptr (GMenu) menu = make_menu (self, found);
  GtkWidget *popover =
    gtk_popover_menu_new_from_model_full (G_MENU_MODEL (menu), GTK_POPOVER_MENU_NESTED);
  GdkRectangle place = find_place (self, lane);
  g_autofree char *name = entente_timeline_lanes_describe (self, lane);

  self->has_menu_lane = TRUE;
  self->menu_lane = found->id;
  self->menu_member = found->parent != ENTENTE_NO_INDEX && found->actor != ENTENTE_NO_INDEX
                        ? entente_chronicle_get_actor (self->chronicle, found->actor)->record.id
                        : ENTENTE_ID_NONE;
  gtk_popover_set_position (GTK_POPOVER (popover),
                            self->style.mirrored ? GTK_POS_LEFT : GTK_POS_RIGHT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  -1);
  entente_timeline_popover_show (self, popover, &place);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_DEFAULT);
}
