/* The context menu: by the second button of the mouse, a long touch, the Menu key or Shift+F10.
 * What it offers depends on what is there: a move, a bundle, the name of a lane, or the ground. Its
 * lines are actions of the widget. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>

/* ---- lines ---- */

static void
append (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* What the window around it may have or not. */
static void
append_foreign (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

static void
append_with (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
add_section (GMenu *menu)
{
  GMenu *section = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
  return section;
}

/* A name may hold an underscore, which a menu would take for a mnemonic. */
char *
entente_timeline_menu_escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

void
entente_timeline_menu_append_only (GMenu *menu, const EntenteActor *actor)
{
  g_autofree char *name = entente_timeline_menu_escape (actor->name);
  /* TRANSLATORS: in a menu: filters the moves of one actor */
  g_autofree char *label = g_strdup_printf (_ ("Only Moves of %s"), name);

  append_with (menu, label, "timeline.only-actor", g_variant_new_int64 (actor->record.id));
}

static void
append_between (GMenu *menu, const EntenteActor *first, const EntenteActor *second)
{
  g_autofree char *name = entente_timeline_menu_escape (first->name),
                  *other = entente_timeline_menu_escape (second->name);
  /* TRANSLATORS: in a menu: filters what happens between two actors and nobody else */
  g_autofree char *label = g_strdup_printf (_ ("Only Between %s and %s"), name, other);

  append_with (menu,
               label,
               "timeline.only-between",
               g_variant_new ("(xx)", first->record.id, second->record.id));
}

/* ---- of a move ---- */

static guint32
find_addressee (EntenteTimeline *self, guint32 row)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (self->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].role == ENTENTE_ROLE_ADDRESSEE || parts[i].role == ENTENTE_ROLE_INVITED)
      return parts[i].actor;
  return ENTENTE_NO_INDEX;
}

static void
append_filters (EntenteTimeline *self, GMenu *menu, guint32 row)
{
  guint32 lead = entente_chronicle_get_lead (self->chronicle, row);
  guint32 other = find_addressee (self, row);

  if (lead == ENTENTE_NO_INDEX)
    return;
  entente_timeline_menu_append_only (menu, entente_chronicle_get_actor (self->chronicle, lead));
  if (other != ENTENTE_NO_INDEX && other != lead)
    append_between (menu,
                    entente_chronicle_get_actor (self->chronicle, lead),
                    entente_chronicle_get_actor (self->chronicle, other));
}

static GMenu *
create_event_menu (EntenteTimeline *self, guint32 row)
{
  GMenu *menu = g_menu_new (), *section = add_section (menu);
  EntenteEventRow values;

  entente_chronicle_get_row (self->chronicle, row, &values);
  append (section, _ ("Go to the _Words"), "timeline.show-words", "Return");
  append (section, _ ("Look at the _Quote"), "timeline.peek", "space");
  section = add_section (menu);
  append (section, _ ("_Edit Event…"), "timeline.edit", "e");
  append (section, _ ("_Answers to…"), "timeline.link", "r");
  append (section, _ ("T_urning Point…"), "timeline.turning-point", "v");
  append (section, _ ("Part of a R_ound…"), "timeline.round", "<Control>u");
  append (section,
          values.flags & ENTENTE_ROW_PINNED ? _ ("Un_pin") : _ ("_Pin"),
          "timeline.pin",
          "asterisk");
  if (self->selection->len > 1)
    append_foreign (section, _ ("Change All _Selected…"), "win.change-events", "<Shift>F2");
  if (self->selection->len == 2) {
    append_foreign (section, _ ("O_ne Answers the Other…"), "win.link-events", "<Control>j");
    append_foreign (section, _ ("_Merge Events…"), "win.merge-events", "<Control>m");
  }
  section = add_section (menu);
  append (section, _ ("_Zoom to It"), "timeline.zoom-event", NULL);
  append (section, _ ("_List Moves Around It"), "timeline.list", "l");
  append (section, _ ("_Mark Its Time"), "timeline.mark-range", "m");
  append_filters (self, section, row);
  section = add_section (menu);
  append (section, _ ("_Copy"), "timeline.copy", "<Control>c");
  append (section, _ ("Copy as P_icture"), "timeline.copy-picture", "<Control><Shift>c");
  section = add_section (menu);
  append (section, _ ("_Delete"), "timeline.delete", "Delete");
  return menu;
}

/* ---- of other things ---- */

/* Of a bundle, or of a bar of density. */
static GMenu *
create_cell_menu (gboolean bundle)
{
  GMenu *menu = g_menu_new (), *section = add_section (menu);

  if (bundle)
    append (section, _ ("_Zoom to It"), "timeline.take", "Return");
  else
    append (section, _ ("_Zoom to It"), "timeline.zoom-cell", NULL);
  append (section, _ ("_List Its Moves"), "timeline.list", "l");
  append (section, _ ("_Select Its Moves"), "timeline.select-cell", NULL);
  section = add_section (menu);
  append (section, _ ("Copy as P_icture"), "timeline.copy-picture", "<Control><Shift>c");
  return menu;
}

static void
append_range (GMenu *menu)
{
  append (menu, _ ("Zoom to Marked _Time"), "timeline.zoom-range", NULL);
  append (menu, _ ("Only Moves Su_rely Within It"), "timeline.only-surely", NULL);
  append (menu, _ ("Only Moves _Possibly Within It"), "timeline.only-possibly", NULL);
  append (menu, _ ("Take the Mark A_way"), "timeline.clear-range", NULL);
}

static GMenu *
create_ground_menu (EntenteTimeline *self)
{
  GMenu *menu = g_menu_new (), *section = add_section (menu);

  append (section, _ ("View _Back"), "timeline.view-back", "<Alt>comma");
  append (section, _ ("View _Forward"), "timeline.view-forward", "<Alt>period");
  section = add_section (menu);
  append (section, _ ("Zoom _In Here"), "timeline.zoom-here", NULL);
  append (section, _ ("_Whole Study"), "timeline.zoom-fit", "0");
  if (self->selection->len > 0)
    append (section, _ ("Zoom to _Selection"), "timeline.zoom-selection", "z");
  if (self->filtered != NULL)
    append (section, _ ("Zoom to Fi_lter"), "timeline.zoom-filter", "<Shift>z");
  if (self->has_range)
    append_range (add_section (menu));
  section = add_section (menu);
  if (self->scene->n_shelf > 0)
    append (section, _ ("List _Undated Moves"), "timeline.list-undated", "u");
  if (self->selection->len > 0)
    append (section, _ ("_Copy"), "timeline.copy", "<Control>c");
  append (section, _ ("Copy as P_icture"), "timeline.copy-picture", "<Control><Shift>c");
  return menu;
}

/* ---- showing ---- */

static void
show (EntenteTimeline *self, GMenu *menu, const GdkRectangle *at)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));

  self->has_menu_lane = FALSE;
  entente_timeline_actions_update (self);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done"),
                                  -1);
  entente_timeline_popover_show (self, popover, at);
  g_object_unref (menu);
}

static void
show_for_event (EntenteTimeline *self, guint32 row, guint lane, const GdkRectangle *at)
{
  EntenteId event = entente_chronicle_get_id (self->chronicle, row);
  gboolean selected = FALSE;

  for (guint i = 0; i < self->selection->len; i++)
    selected = selected || g_array_index (self->selection, EntenteId, i) == event;
  if (!selected)
    entente_timeline_feed_select (self, event);
  entente_timeline_keys_focus_row (self, row, lane, TRUE);
  show (self, create_event_menu (self, row), at);
}

static guint32
find_chip (EntenteTimeline *self, double x, double y)
{
  const GdkRectangle *shelf = &self->parts.shelf;
  int chip = -1;

  if (x >= shelf->x && y >= shelf->y && y < shelf->y + shelf->height)
    chip = entente_hit_find_chip (self->scene, x - shelf->x);
  return chip >= 0 ? self->scene->chips[chip].row : ENTENTE_NO_INDEX;
}

/* The keyboard goes to its first move, so that the lines of the menu mean it. */
static void
show_for_cell (EntenteTimeline *self,
               guint32 first,
               guint lane,
               gboolean bundle,
               const GdkRectangle *at)
{
  entente_timeline_keys_focus_row (self, first, lane, TRUE);
  show (self, create_cell_menu (bundle), at);
}

void
entente_timeline_menu_show_at (EntenteTimeline *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  EntenteHit hit = entente_timeline_hit (self, x, y);
  guint lane = entente_timeline_header_find_lane (self, x, y);
  guint32 row = hit.row != ENTENTE_NO_INDEX ? hit.row : find_chip (self, x, y);
  EntenteTimelineCell cell;

  self->menu_x = x - self->parts.lanes.x;
  if (row != ENTENTE_NO_INDEX) {
    show_for_event (self, row, hit.lane, &at);
  } else if (hit.kind == ENTENTE_HIT_BUNDLE) {
    const EntenteSceneBundle *bundle = &self->scene->bundles[hit.index];

    show_for_cell (self,
                   entente_lanes_get (self->lanes, bundle->lane)->filtered[bundle->first],
                   bundle->lane,
                   TRUE,
                   &at);
  } else if (hit.kind == ENTENTE_HIT_DENSITY &&
             entente_timeline_cell_find_bar (self, hit.index, hit.lane, &cell)) {
    show_for_cell (self, cell.rows[0], cell.lane, FALSE, &at);
  } else if (lane != ENTENTE_NO_INDEX) {
    entente_timeline_lane_menu_show (self, lane);
  } else {
    show (self, create_ground_menu (self), &at);
  }
}

void
entente_timeline_menu_show (EntenteTimeline *self)
{
  guint32 row = entente_timeline_keys_get_row (self);
  GdkRectangle at = self->parts.lanes;

  self->menu_x = entente_timeline_view_get_anchor (self);
  if (row == ENTENTE_NO_INDEX) {
    show (self, create_ground_menu (self), &at);
    return;
  }
  at = entente_timeline_keys_get_place (self, row);
  if (entente_timeline_keys_get_bundle (self) != NULL)
    show (self, create_cell_menu (TRUE), &at);
  else
    show_for_event (self, row, self->focus_lane, &at);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, EntenteTimeline *self)
{
  if (self->lanes == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  entente_timeline_menu_show_at (self, entente_timeline_mirror_x (self, x), y);
}

void
entente_timeline_menu_init (EntenteTimeline *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
