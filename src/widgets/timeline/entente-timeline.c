/* The widget itself: properties, actions, size, and the order in which its parts are drawn. What is
 * shown comes from entente-timeline-feed.c, what stands where from chart/, movement from
 * entente-timeline-view.c. Main thread.
 */
#include "config.h"

#include "entente-popover-anchor.h"
#include "entente-timeline-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SELECTION_DAYS 10

G_DEFINE_FINAL_TYPE (EntenteTimeline, entente_timeline, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SESSION,
  PROP_ZOOM,
  PROP_VISIBLE_SPAN,
  PROP_HEADER_WIDTH,
  PROP_GHOSTS,
  PROP_SHELF_DAYS,
  PROP_LANES,
  PROP_LANE_ORDER,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void
notify (EntenteTimeline *self, guint prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
entente_timeline_notify_view (EntenteTimeline *self)
{
  notify (self, PROP_VISIBLE_SPAN);
  notify (self, PROP_ZOOM);
}

void
entente_timeline_notify_lanes (EntenteTimeline *self, const EntenteLaneChoice *before)
{
  if (before->field != self->lane_choice->field)
    notify (self, PROP_LANES);
  if (before->order != self->lane_choice->order)
    notify (self, PROP_LANE_ORDER);
}

void
entente_timeline_notify_history (EntenteTimeline *self)
{
  notify (self, PROP_CAN_GO_BACK);
  notify (self, PROP_CAN_GO_FORWARD);
}

/* ---- GObject ---- */

static void
entente_timeline_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (object);

  switch (prop) {
  case PROP_SESSION:
    g_value_set_object (value, self->session);
    break;
  case PROP_ZOOM:
    g_value_set_double (value, entente_timeline_get_zoom (self));
    break;
  case PROP_VISIBLE_SPAN:
    g_value_take_string (value, entente_span_format (entente_timeline_get_visible_span (self)));
    break;
  case PROP_HEADER_WIDTH:
    g_value_set_int (value, self->header_width);
    break;
  case PROP_GHOSTS:
    g_value_set_boolean (value, self->ghosts);
    break;
  case PROP_SHELF_DAYS:
    g_value_set_int (value, (int) self->shelf_days);
    break;
  case PROP_LANES:
    g_value_set_static_string (value, entente_lane_field_get_nick (self->lane_choice->field));
    break;
  case PROP_LANE_ORDER:
    g_value_set_static_string (value, entente_lane_order_get_nick (self->lane_choice->order));
    break;
  case PROP_CAN_GO_BACK:
  case PROP_CAN_GO_FORWARD:
    g_value_set_boolean (value,
                         entente_timeline_history_can_go (self, prop == PROP_CAN_GO_BACK ? -1 : 1));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
set_header_width (EntenteTimeline *self, int width)
{
  if (self->header_width == width)
    return;
  self->header_width = width;
  entente_timeline_invalidate_parts (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  notify (self, PROP_HEADER_WIDTH);
}

static void
set_ghosts (EntenteTimeline *self, gboolean ghosts)
{
  if (self->ghosts == ghosts)
    return;
  self->ghosts = ghosts;
  entente_timeline_invalidate (self);
  notify (self, PROP_GHOSTS);
}

static void
set_shelf_days (EntenteTimeline *self, guint days)
{
  if (self->shelf_days == days)
    return;
  entente_timeline_feed_set_shelf_days (self, days);
  notify (self, PROP_SHELF_DAYS);
}

static void
entente_timeline_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *pspec)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (object);

  switch (prop) {
  case PROP_SESSION:
    entente_timeline_set_session (self, g_value_get_object (value));
    break;
  case PROP_ZOOM:
    entente_timeline_set_zoom (self, g_value_get_double (value));
    break;
  case PROP_HEADER_WIDTH:
    set_header_width (self, g_value_get_int (value));
    break;
  case PROP_GHOSTS:
    set_ghosts (self, g_value_get_boolean (value));
    break;
  case PROP_SHELF_DAYS:
    set_shelf_days (self, (guint) g_value_get_int (value));
    break;
  case PROP_LANES:
    entente_timeline_lanes_set_field (self, g_value_get_string (value));
    break;
  case PROP_LANE_ORDER:
    entente_timeline_lanes_set_order (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
  }
}

static void
style_changed_cb (EntenteTimeline *self)
{
  entente_timeline_style_read (&self->style, GTK_WIDGET (self));
  entente_timeline_glyphs_set_style (self->glyphs, self->style.high_contrast, self->style.mirrored);
  entente_timeline_labels_clear (self->labels);
  entente_timeline_invalidate_parts (self);
}

static void
entente_timeline_dispose (GObject *object)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  entente_timeline_view_stop (self);
  entente_timeline_fling_dispose (self);
  entente_timeline_fade_dispose (self);
  entente_timeline_hidden_dispose (self);
  entente_timeline_empty_dispose (self);
  entente_timeline_popover_dispose (self);
  entente_timeline_shift_drop (self);
  entente_timeline_history_dispose (self);
  entente_timeline_hint_dispose (self);
  g_clear_pointer (&self->anchor, gtk_widget_unparent);
  if (self->more_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->more_tick);
  self->more_tick = 0;
  for (guint i = 0; i < G_N_ELEMENTS (self->items); i++)
    g_clear_pointer (&self->items[i], gtk_widget_unparent);
  if (self->chronicle != NULL)
    entente_timeline_feed_dispose (self);
  G_OBJECT_CLASS (entente_timeline_parent_class)->dispose (object);
}

static void
entente_timeline_finalize (GObject *object)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (object);

  g_clear_pointer (&self->image_node, gsk_render_node_unref);
  g_clear_pointer (&self->header_node, gsk_render_node_unref);
  g_clear_pointer (&self->overview_node, gsk_render_node_unref);
  g_clear_pointer (&self->shelf_node, gsk_render_node_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->images); i++)
    g_clear_pointer (&self->images[i], cairo_surface_destroy);
  entente_scene_free (self->scene);
  entente_ticks_free (self->ticks);
  entente_ticks_free (self->overview_ticks);
  entente_timeline_labels_free (self->labels);
  entente_timeline_glyphs_free (self->glyphs);
  g_array_unref (self->overview_bins);
  g_free (self->said);
  G_OBJECT_CLASS (entente_timeline_parent_class)->finalize (object);
}

/* ---- GtkWidget ---- */

static void
entente_timeline_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = 240;
    *natural = 800;
  } else {
    *minimum = 120;
    *natural = MAX (
      320,
      (int) timeline_scale (self,
                            ENTENTE_TIMELINE_AXIS_HEIGHT + ENTENTE_TIMELINE_ERA_HEIGHT +
                              ENTENTE_TIMELINE_SHELF_HEIGHT + ENTENTE_TIMELINE_OVERVIEW_HEIGHT) +
        (int) self->scene->height);
    *natural = MIN (*natural, 420);
  }
  *minimum_baseline = *natural_baseline = -1;
}

static void
set_width (EntenteTimeline *self, int width_px)
{
  if (self->scale.width_px == width_px)
    return;
  if (self->fitted)
    self->scale = entente_timescale_fit (self->likely, width_px, ENTENTE_TIMELINE_FIT_MARGIN);
  else if (self->images[0] == NULL) /* not shown yet: the span was asked for, not the scale */
    self->scale = entente_timescale_fit (entente_timescale_get_span (&self->scale), width_px, 0);
  else
    self->scale = entente_timescale_resize (&self->scale, width_px);
  self->scene_valid = FALSE;
  entente_timeline_notify_view (self);
}

/* Parts depend on what the scene holds, and the scene on the size of its part. */
static void
update_parts (EntenteTimeline *self, int width, int height)
{
  EntenteTimelineParts before = self->parts;

  entente_timeline_parts_update (self, width, height);
  if (memcmp (&before, &self->parts, sizeof before) == 0)
    return;
  set_width (self, self->parts.lanes.width);
  self->scene_valid = self->overview_valid = FALSE;
  g_clear_pointer (&self->image_node, gsk_render_node_unref);
  g_clear_pointer (&self->overview_node, gsk_render_node_unref);
  g_clear_pointer (&self->header_node, gsk_render_node_unref);
  g_clear_pointer (&self->shelf_node, gsk_render_node_unref);
}

static void
update_layout (EntenteTimeline *self, int width, int height)
{
  double scroll_y = self->scroll_y;

  update_parts (self, width, height);
  entente_timeline_ensure_scene (self);
  update_parts (self, width, height);
  entente_timeline_ensure_scene (self);
  self->scroll_y =
    CLAMP (self->scroll_y, 0, MAX (0, self->scene->height - self->parts.lanes.height));
  entente_timeline_one_follow (self, scroll_y);
}

static void
entente_timeline_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);

  update_layout (self, width, height);
  entente_timeline_keys_allocate (self);
  entente_timeline_hidden_allocate (self);
  entente_timeline_empty_allocate (self);
  entente_timeline_hint_allocate (self, width, height);
  entente_popover_anchor_allocate (ENTENTE_POPOVER_ANCHOR (self->anchor), width, height);
}

static void
entente_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteTimeline *self = ENTENTE_TIMELINE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  entente_timeline_figures_begin (self);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (!self->scene_valid)
    update_layout (self, width, height);
  entente_timeline_mirror_push (self, snapshot);
  entente_timeline_draw_lanes (self, snapshot);
  entente_timeline_draw_axis (self, snapshot);
  entente_timeline_draw_header (self, snapshot);
  entente_timeline_draw_shelf (self, snapshot);
  entente_timeline_draw_overview (self, snapshot);
  entente_timeline_draw_overlay (self, snapshot);
  entente_timeline_draw_lane_drag (self, snapshot);
  entente_timeline_mirror_pop (self, snapshot);
  entente_timeline_draw_hidden (self, snapshot);
  entente_timeline_keys_draw (self, snapshot);
  gtk_widget_snapshot_child (widget, self->empty, snapshot);
  gtk_widget_snapshot_child (widget, self->hint, snapshot);
  gtk_snapshot_pop (snapshot);
  entente_timeline_figures_end (self, snapshot);
}

static void
entente_timeline_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (entente_timeline_parent_class)->css_changed (widget, change);
  style_changed_cb (ENTENTE_TIMELINE (widget));
}

static void
entente_timeline_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (entente_timeline_parent_class)->direction_changed (widget, before);
  style_changed_cb (ENTENTE_TIMELINE (widget));
}

static gboolean
entente_timeline_grab_focus (GtkWidget *widget)
{
  return entente_timeline_keys_focus (ENTENTE_TIMELINE (widget));
}

static gboolean
entente_timeline_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  /* Its focus child may be one that had the keyboard before: a popover that was closed leaves it
   * behind. */
  if (focus && gtk_widget_is_ancestor (focus, widget) && gtk_widget_get_mapped (focus))
    return entente_timeline_hidden_focus (ENTENTE_TIMELINE (widget), direction);
  return entente_timeline_keys_focus (ENTENTE_TIMELINE (widget));
}

static void
install_properties (GObjectClass *class)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENTENTE_TYPE_SESSION, writable);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1, 0, writable);
  props[PROP_VISIBLE_SPAN] = g_param_spec_string ("visible-span", NULL, NULL, NULL, readable);
  props[PROP_HEADER_WIDTH] = g_param_spec_int ("header-width", NULL, NULL, -1, 1000, -1, writable);
  props[PROP_GHOSTS] = g_param_spec_boolean ("ghosts", NULL, NULL, TRUE, writable);
  props[PROP_SHELF_DAYS] =
    g_param_spec_int ("shelf-days", NULL, NULL, 1, G_MAXINT, ENTENTE_LANES_SHELF_DAYS, writable);
  props[PROP_LANES] = g_param_spec_string ("lanes", NULL, NULL, "actor", writable);
  props[PROP_LANE_ORDER] = g_param_spec_string ("lane-order", NULL, NULL, "hand", writable);
  props[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  props[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (class, N_PROPS, props);
}

static void
add_signal (const char *name, guint n_params)
{
  g_signal_new (name,
                ENTENTE_TYPE_TIMELINE,
                G_SIGNAL_RUN_LAST,
                0,
                NULL,
                NULL,
                NULL,
                G_TYPE_NONE,
                n_params,
                G_TYPE_INT64);
}

static void
entente_timeline_class_init (EntenteTimelineClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = entente_timeline_get_property;
  object_class->set_property = entente_timeline_set_property;
  object_class->dispose = entente_timeline_dispose;
  object_class->finalize = entente_timeline_finalize;
  widget_class->measure = entente_timeline_measure;
  widget_class->size_allocate = entente_timeline_size_allocate;
  widget_class->snapshot = entente_timeline_snapshot;
  widget_class->css_changed = entente_timeline_css_changed;
  widget_class->direction_changed = entente_timeline_direction_changed;
  widget_class->grab_focus = entente_timeline_grab_focus;
  widget_class->focus = entente_timeline_focus;
  install_properties (object_class);
  add_signal ("selection-changed", 0);
  add_signal ("event-activated", 1);
  add_signal ("era-activated", 1);
  entente_timeline_view_install_actions (widget_class);
  entente_timeline_lanes_install_actions (widget_class);
  entente_timeline_actions_install (widget_class);
  entente_timeline_empty_install (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
entente_timeline_init (EntenteTimeline *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  EntenteSpan year = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };

  self->anchor = entente_popover_anchor_new (GTK_WIDGET (self));
  self->header_width = -1;
  self->scale = entente_timescale_fit (year, 800, 0);
  self->scene = entente_scene_new ();
  self->ticks = entente_ticks_new ();
  self->overview_ticks = entente_ticks_new ();
  self->labels = entente_timeline_labels_new (GTK_WIDGET (self));
  self->glyphs = entente_timeline_glyphs_new ();
  self->overview_bins = g_array_new (FALSE, TRUE, sizeof (guint));
  entente_timeline_style_read (&self->style, GTK_WIDGET (self));
  self->link_to = ENTENTE_NO_INDEX;
  entente_timeline_history_init (self);
  entente_timeline_glyphs_set_style (self->glyphs, self->style.high_contrast, self->style.mirrored);
  entente_timeline_feed_init (self);
  entente_timeline_keys_init (self);
  entente_timeline_menu_init (self);
  entente_timeline_words_init (self);
  entente_timeline_input_init (self);
  entente_timeline_fling_init (self);
  entente_timeline_fade_init (self);
  entente_timeline_hint_init (self);
  entente_timeline_hidden_init (self);
  entente_timeline_empty_init (self);
  entente_timeline_actions_update (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"),
                                  -1);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (style_changed_cb), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), self);
}

/* ---- public ---- */

GtkWidget *
entente_timeline_new (EntenteSession *session)
{
  return g_object_new (ENTENTE_TYPE_TIMELINE, "session", session, NULL);
}

EntenteSession *
entente_timeline_get_session (EntenteTimeline *self)
{
  g_return_val_if_fail (ENTENTE_IS_TIMELINE (self), NULL);
  return self->session;
}

void
entente_timeline_set_session (EntenteTimeline *self, EntenteSession *session)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  if (self->session == session)
    return;
  entente_timeline_feed_set_session (self, session);
  notify (self, PROP_SESSION);
}

EntenteSpan
entente_timeline_get_visible_span (EntenteTimeline *self)
{
  return entente_timescale_get_span (&self->scale);
}

void
entente_timeline_set_visible_span (EntenteTimeline *self, EntenteSpan span, gboolean animate)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  entente_timeline_view_set (self, entente_timescale_fit (span, self->scale.width_px, 0), animate);
}

double
entente_timeline_get_zoom (EntenteTimeline *self)
{
  return entente_timescale_get_zoom (&self->scale, self->extent);
}

void
entente_timeline_set_zoom (EntenteTimeline *self, double zoom)
{
  EntenteTimescale scale;

  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  if (ABS (zoom - entente_timeline_get_zoom (self)) < 1e-6)
    return;
  scale = entente_timescale_set_zoom (&self->scale,
                                      self->extent,
                                      zoom,
                                      entente_timeline_view_get_anchor (self));
  entente_timeline_view_set (self, scale, FALSE);
}

void
entente_timeline_zoom_by (EntenteTimeline *self, double factor)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  entente_timeline_view_zoom (self, entente_timeline_view_get_anchor (self), factor, TRUE);
}

void
entente_timeline_zoom_to_fit (EntenteTimeline *self)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  entente_timeline_feed_tighten (self);
  entente_timeline_view_fit (self, TRUE);
}

void
entente_timeline_zoom_to_selection (EntenteTimeline *self)
{
  EntenteSpan span;
  gint64 around;
  g_autoptr (GArray) rows = entente_timeline_feed_get_selected_rows (self);

  if (!entente_timeline_view_find_span (self, rows, 0, &span))
    return;
  /* With what is around it: three times its length, and some days at least. */
  around = MAX (span.end - span.start, SELECTION_DAYS * ENTENTE_SECONDS_PER_DAY);
  span.start -= around;
  span.end += around;
  entente_timeline_view_zoom_to (self, span, TRUE);
}

void
entente_timeline_zoom_to_filter (EntenteTimeline *self)
{
  g_return_if_fail (ENTENTE_IS_TIMELINE (self));
  if (self->filtered == NULL)
    entente_timeline_zoom_to_fit (self);
  else
    entente_timeline_view_zoom_to_filter (self);
}

void
entente_timeline_reveal_event (EntenteTimeline *self, EntenteId event)
{
  entente_timeline_view_reveal_row (self,
                                    entente_chronicle_find_row (self->chronicle, event),
                                    ENTENTE_NO_INDEX);
}

void
entente_timeline_focus_marks (EntenteTimeline *self)
{
  entente_timeline_keys_focus (self);
}
