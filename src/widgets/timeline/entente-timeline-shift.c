/* The date of a move in steps of its own precision: each step is shown, and the last one is kept as
 * one edit when the key rests or on Enter; Escape drops it. The words of the date stay; that it
 * lies there is from then on a conclusion of the coder. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-timeline-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define REST_MS 600
#define NOTE_ABOVE 24

/* What reading a move is for. */
typedef struct {
  EntenteTimeline *timeline;
  EntenteId event;
  int steps; /* to be kept as soon as it is read: somebody went on before that */
} Wanted;

struct _TimelineShift {
  EntenteId event;
  int steps;
  Wanted *wanted; /* while it is read, else NULL; of the reading */
  EntenteEvent *old; /* NULL while it is read */
  EntenteDate *moved; /* or NULL */
  guint rest; /* source, or 0 */
};

void
entente_timeline_shift_drop (EntenteTimeline *self)
{
  EntenteTimelineShift *shift = g_steal_pointer (&self->shift);

  if (shift == NULL)
    return;
  g_clear_handle_id (&shift->rest, g_source_remove);
  g_clear_pointer (&shift->old, entente_event_unref);
  g_clear_pointer (&shift->moved, entente_date_unref);
  g_free (shift);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
keep_date (EntenteTimeline *self, EntenteEvent *old, EntenteDate *moved)
{
  g_autoptr (EntenteEvent) event = entente_event_copy (old);
  g_autofree char *date = NULL, *message = NULL;

  g_clear_pointer (&event->when, entente_date_unref);
  event->when = entente_date_with_basis (moved, ENTENTE_BASIS_INFERRED);
  date = entente_date_format (event->when);
  message = g_strdup_printf (_ ("Date moved to %s"), date);
  entente_session_apply (self->session,
                         entente_commands_change_event (old, NULL, event, NULL),
                         message);
}

void
entente_timeline_shift_keep (EntenteTimeline *self)
{
  EntenteTimelineShift *shift = self->shift;

  if (shift == NULL)
    return;
  if (shift->wanted != NULL)
    shift->wanted->steps = shift->steps;
  else if (shift->moved != NULL && shift->steps != 0 && self->session != NULL)
    keep_date (self, shift->old, shift->moved);
  entente_timeline_shift_drop (self);
}

static gboolean
rest_cb (gpointer data)
{
  EntenteTimeline *self = data;

  self->shift->rest = 0;
  entente_timeline_shift_keep (self);
  return G_SOURCE_REMOVE;
}

static void
say (EntenteTimeline *self)
{
  g_autofree char *date = entente_date_format (self->shift->moved);
  g_autofree char *text =
    g_strdup_printf (_ ("Moved to %s. Enter keeps it, Escape drops it."), date);

  entente_timeline_keys_say (self, text);
}

static void
tell_no_step (EntenteTimeline *self)
{
  entente_session_notify_user (self->session,
                               _ ("This date has no step to move by. Edit the event instead (E)."),
                               0);
}

/* Sets, open and half-known dates have no step. */
static void
update (EntenteTimeline *self)
{
  EntenteTimelineShift *shift = self->shift;

  g_clear_pointer (&shift->moved, entente_date_unref);
  g_clear_handle_id (&shift->rest, g_source_remove);
  if (shift->old->when != NULL)
    shift->moved = entente_date_shift (shift->old->when, shift->steps);
  if (shift->moved == NULL) {
    entente_timeline_shift_drop (self);
    tell_no_step (self);
    return;
  }
  shift->rest = g_timeout_add (REST_MS, rest_cb, self);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
free_wanted (Wanted *wanted)
{
  g_object_unref (wanted->timeline);
  g_free (wanted);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, free_wanted)

/* Whoever stepped has gone on to another move. */
static void
keep_late (EntenteTimeline *self, EntenteEvent *old, int steps)
{
  g_autoptr (EntenteDate) moved = old->when != NULL ? entente_date_shift (old->when, steps) : NULL;

  if (moved != NULL)
    keep_date (self, old, moved);
  else
    tell_no_step (self);
}

/* Of a step that was dropped nothing waits for what was read. */
static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wanted) wanted = data;
  EntenteTimeline *self = wanted->timeline;
  gboolean is_awaited = self->shift != NULL && self->shift->wanted == wanted;
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event_finish (ENTENTE_STUDY (source), result, NULL);

  if (is_awaited)
    self->shift->wanted = NULL;
  if (self->study != ENTENTE_STUDY (source) || self->session == NULL)
    return;
  if (wanted->steps != 0 && detail != NULL)
    keep_late (self, detail->event, wanted->steps);
  if (!is_awaited)
    return;
  if (detail == NULL) {
    entente_timeline_shift_drop (self);
    return;
  }
  self->shift->old = entente_event_ref (detail->event);
  update (self);
}

static void
begin (EntenteTimeline *self)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ g_object_ref (self), self->focus_event, 0 };
  self->shift = g_new0 (EntenteTimelineShift, 1);
  self->shift->wanted = wanted;
  self->shift->event = self->focus_event;
  entente_study_read_event_async (self->study, self->focus_event, NULL, read_cb, wanted);
}

void
entente_timeline_shift_step (EntenteTimeline *self, int step)
{
  if (entente_timeline_keys_get_row (self) == ENTENTE_NO_INDEX ||
      !entente_timeline_actions_can_edit (self))
    return;
  if (self->shift != NULL && self->shift->event != self->focus_event)
    entente_timeline_shift_keep (self);
  if (self->shift == NULL)
    begin (self);
  self->shift->steps += step;
  if (self->shift->old != NULL)
    update (self);
}

gboolean
entente_timeline_shift_press (EntenteTimeline *self, guint key)
{
  if (self->shift == NULL)
    return FALSE;
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    entente_timeline_shift_keep (self);
    return TRUE;
  case GDK_KEY_Escape:
    entente_timeline_shift_drop (self);
    entente_timeline_keys_say (self, NULL);
    return TRUE;
  default:
    return FALSE;
  }
}

/* ---- drawing ---- */

/* Where it may lie, and a ring where its glyph will stand, joined with where it stands. */
static void
draw_place (EntenteTimeline *self, cairo_t *cr, double from, double y, double to)
{
  static const double dashes[] = { 5, 4 };
  double left = self->parts.lanes.x;
  EntenteSpan window = entente_date_get_window (self->shift->moved);
  double x0 = CLAMP (entente_timescale_to_x (&self->scale, window.start), -8, 1e5) + left;
  double x1 = CLAMP (entente_timescale_to_x (&self->scale, window.end), -8, 1e5) + left;
  const GdkRGBA *accent = &self->style.accent;

  cairo_set_source_rgba (cr,
                         accent->red,
                         accent->green,
                         accent->blue,
                         self->style.high_contrast ? 0 : 0.25);
  cairo_rectangle (cr, x0, y - ENTENTE_SCENE_BAND / 2, MAX (x1 - x0, 2), ENTENTE_SCENE_BAND);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, from, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_arc (cr, to, y, 8, 0, 2 * G_PI);
  cairo_stroke (cr);
}

void
entente_timeline_shift_draw (EntenteTimeline *self, GtkSnapshot *snapshot)
{
  guint32 row = entente_timeline_keys_get_row (self);
  GdkRectangle place;
  g_autofree char *text = NULL;
  double x, y;
  cairo_t *cr;

  if (self->shift == NULL || self->shift->moved == NULL || row == ENTENTE_NO_INDEX)
    return;
  place = entente_timeline_keys_get_place (self, row);
  y = place.y + place.height / 2.0;
  x = entente_timescale_to_x (&self->scale, entente_date_get_place (self->shift->moved)) +
      self->parts.lanes.x;
  cr = gtk_snapshot_append_cairo (
    snapshot,
    &GRAPHENE_RECT_INIT (0,
                         0,
                         (float) gtk_widget_get_width (GTK_WIDGET (self)),
                         (float) gtk_widget_get_height (GTK_WIDGET (self))));
  draw_place (self, cr, place.x + place.width / 2.0, y, x);
  cairo_destroy (cr);
  text = entente_date_format (self->shift->moved);
  entente_timeline_draw_note (self, snapshot, text, x, y - NOTE_ABOVE);
}
