/* Changes of position: flags at the foot of lanes, with a thin line as long as their date may be.
 * They can be hidden, have a tip, and a click selects the position, or the next of those that a
 * flag stands for. Where another pane selects one, its flag comes into view, as a move does: that
 * is the way of the keyboard. Main thread.
 */
#include "config.h"

#include "entente-glyph-painter.h"
#include "entente-position-list.h"
#include "entente-timeline-private.h"
#include <glib/gi18n.h>

#define RING_PX 11.0
#define BEHIND_PX 2.5 /* of a second flag behind the first: there are several */
#define MAX_TOLD 6
#define SLOP_PX 2.0

static EntentePositionList *
get_list (EntenteTimeline *self)
{
  return self->session != NULL ? entente_session_get_positions (self->session) : NULL;
}

const EntentePositions *
entente_timeline_positions_get (EntenteTimeline *self)
{
  EntentePositionList *list = get_list (self);

  return list != NULL && entente_position_list_is_on_timeline (list)
           ? entente_position_list_get (list)
           : NULL;
}

static void
selected_cb (EntenteTimeline *self)
{
  const EntentePositions *positions = entente_timeline_positions_get (self);
  const EntentePosition *position = entente_position_list_get_selected_record (get_list (self));
  guint lane;

  entente_timeline_invalidate_parts (self);
  if (positions == NULL || position == NULL || self->lanes == NULL)
    return;
  entente_timeline_ensure_scene (self);
  lane = entente_scene_get_position_lane (self->scene,
                                          entente_positions_find (positions, position->record.id));
  if (lane != ENTENTE_NO_INDEX)
    entente_timeline_view_reveal_time (self,
                                       entente_date_get_place (position->when),
                                       lane,
                                       ENTENTE_NO_INDEX);
}

static void
positions_cb (EntenteTimeline *self)
{
  entente_timeline_hidden_update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  entente_timeline_invalidate_parts (self);
}

void
entente_timeline_positions_follow (EntenteTimeline *self)
{
  const char *const signals[] = { "changed", "notify::on-timeline" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (get_list (self),
                             signals[i],
                             G_CALLBACK (positions_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (get_list (self),
                           "notify::selected",
                           G_CALLBACK (selected_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

static const EntentePosition *
get_position (EntenteTimeline *self, guint flag, guint at)
{
  const EntentePositions *positions = entente_timeline_positions_get (self);
  guint number = entente_scene_get_position (self->scene, flag, at);

  return positions != NULL && number < entente_positions_get_n (positions)
           ? entente_positions_get (positions, number)
           : NULL;
}

/* The flag of the selected position; G_MAXUINT for none. */
static guint
find_selected_flag (EntenteTimeline *self)
{
  const EntentePositions *positions = entente_timeline_positions_get (self);
  EntenteId selected =
    positions != NULL ? entente_position_list_get_selected (get_list (self)) : ENTENTE_ID_NONE;
  guint number =
    selected != ENTENTE_ID_NONE ? entente_positions_find (positions, selected) : G_MAXUINT;

  return number != G_MAXUINT ? entente_scene_get_flag (self->scene, number) : G_MAXUINT;
}

/* Which of those of a flag is selected; G_MAXUINT for none. */
static guint
find_selected (EntenteTimeline *self, guint flag)
{
  EntenteId selected = entente_position_list_get_selected (get_list (self));

  if (find_selected_flag (self) != flag)
    return G_MAXUINT;
  for (guint i = 0; i < self->scene->positions[flag].n; i++) {
    const EntentePosition *position = get_position (self, flag, i);

    if (position != NULL && position->record.id == selected)
      return i;
  }
  return G_MAXUINT;
}

/* ---- drawing ---- */

static void
draw_reach (EntenteTimeline *self,
            cairo_t *cr,
            const EntenteScenePosition *flag,
            const GdkRGBA *colour)
{
  double y = flag->y + 7.5;

  if (flag->x1 - flag->x0 < 2)
    return;
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.55);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, flag->x0, y);
  cairo_line_to (cr, flag->x1, y);
  cairo_stroke (cr);
}

static void
paint (EntenteTimeline *self,
       cairo_t *cr,
       const EntenteScenePosition *flag,
       double x,
       const GdkRGBA *colour)
{
  const GdkRGBA *ground = entente_timeline_get_ground (self, flag->lane);
  const double ink[3] = { colour->red, colour->green, colour->blue };
  const double behind[3] = { ground->red, ground->green, ground->blue };

  cairo_save (cr);
  if (self->style.mirrored) { /* a sign reads the same either way */
    cairo_translate (cr, 2 * x, 0);
    cairo_scale (cr, -1, 1);
  }
  entente_position_sign_paint (cr,
                               flag->kind,
                               flag->hollow,
                               x,
                               flag->y,
                               ENTENTE_POSITION_SIGN_SIZE,
                               ink,
                               behind);
  cairo_restore (cr);
}

static void
draw_flag (EntenteTimeline *self,
           cairo_t *cr,
           const EntenteScenePosition *flag,
           gboolean is_selected)
{
  GdkRGBA colour = entente_timeline_get_colour (self, flag->body, flag->hue);

  draw_reach (self, cr, flag, &colour);
  if (flag->n > 1)
    paint (self, cr, flag, flag->x + BEHIND_PX, &colour);
  paint (self, cr, flag, flag->x, &colour);
  if (!is_selected)
    return;
  cairo_arc (cr, flag->x, flag->y, RING_PX, 0, 2 * G_PI);
  cairo_set_line_width (cr, 2);
  gdk_cairo_set_source_rgba (cr, &self->style.accent);
  cairo_stroke (cr);
}

void
entente_timeline_positions_draw (EntenteTimeline *self, cairo_t *cr)
{
  guint selected = find_selected_flag (self);

  for (guint i = 0; i < self->scene->n_positions; i++) {
    double y = self->scene->positions[i].y;

    if (y > self->scroll_y - 16 && y < self->scroll_y + self->parts.lanes.height + 16)
      draw_flag (self, cr, &self->scene->positions[i], i == selected);
  }
}

/* ---- at a point ---- */

/* In the widget, as for entente_timeline_hit(). */
static guint
find_flag (EntenteTimeline *self, double x, double y)
{
  const GdkRectangle *lanes = &self->parts.lanes;

  if (x < lanes->x || x >= lanes->x + lanes->width || y < lanes->y || y >= lanes->y + lanes->height)
    return G_MAXUINT;
  entente_timeline_ensure_scene (self);
  return entente_scene_find_position (self->scene,
                                      x - lanes->x,
                                      entente_timeline_pinned_to_scene (self, y - lanes->y),
                                      SLOP_PX);
}

gboolean
entente_timeline_positions_click (EntenteTimeline *self, double x, double y)
{
  guint flag = find_flag (self, x, y), next;
  const EntentePosition *position;

  if (flag == G_MAXUINT)
    return FALSE;
  next = find_selected (self, flag) + 1; /* of none: the first */
  position = get_position (self, flag, next < self->scene->positions[flag].n ? next : 0);
  if (position != NULL)
    entente_position_list_select (get_list (self), position->record.id);
  return TRUE;
}

static void
add_line (GtkWidget *box, const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
entente_timeline_positions_make_tip (EntenteTimeline *self, double x, double y)
{
  guint flag = find_flag (self, x, y), n;
  GtkWidget *box;
  g_autofree char *head = NULL;

  if (flag == G_MAXUINT)
    return NULL;
  n = self->scene->positions[flag].n;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  head = g_strdup_printf (ngettext ("%u position", "%u positions", n), n);
  add_line (box, head, "heading");
  for (guint i = 0; i < MIN (n, MAX_TOLD); i++) {
    const EntentePosition *position = get_position (self, flag, i);
    g_autofree char *text =
      position != NULL ? entente_position_describe (position, self->chronicle) : NULL;

    if (text != NULL)
      add_line (box, text, NULL);
  }
  if (n > MAX_TOLD) {
    g_autofree char *more =
      g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_TOLD), n - MAX_TOLD);

    add_line (box, more, "dim-label");
  }
  return box;
}
