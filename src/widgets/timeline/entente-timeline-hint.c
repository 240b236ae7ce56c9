/* The tip below the pointer, once that has rested for as long as it takes to light the words in the
 * article: the toolkit's own comes later than we promise. It is part of the timeline's own picture,
 * takes no clicks and no keyboard. Main thread.
 */
#include "config.h"

#include "entente-timeline-private.h"

#define REST_MS 300
#define BELOW_PX 18 /* of the pointer */
#define ABOVE_PX 8
#define STAY_PX 4.0 /* moved less, it stays */
#define NOWHERE (-1e6) /* no pointer has been seen */

/* A new one each time: sizes of one that was hidden may be those of what it said before. */
static void
put_up (EntenteTimeline *self, GtkWidget *content)
{
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  self->hint = g_object_new (GTK_TYPE_BOX,
                             "css-name",
                             "tooltip",
                             "accessible-role",
                             GTK_ACCESSIBLE_ROLE_TOOLTIP,
                             "visible",
                             content != NULL,
                             "can-target",
                             FALSE,
                             NULL);
  gtk_widget_add_css_class (self->hint, "background");
  if (content != NULL)
    gtk_box_append (GTK_BOX (self->hint), content);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}

/* Something else has to be answered first. */
static gboolean
is_behind_form (EntenteTimeline *self)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gpointer root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !found; i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    found = gtk_window_get_modal (window) && gtk_widget_get_visible (GTK_WIDGET (window)) &&
            (gpointer) gtk_window_get_transient_for (window) == root;
  }
  return found;
}

static gboolean
is_wanted (EntenteTimeline *self)
{
  return self->lanes != NULL && self->drag == TIMELINE_DRAG_NONE && self->popover == NULL &&
         !is_behind_form (self);
}

/* The pill may have moved since, or what has the keyboard is no longer in one. */
static GtkWidget *
make_bundle_tip (EntenteTimeline *self)
{
  const EntenteSceneBundle *bundle;
  GdkRectangle at;

  entente_timeline_ensure_scene (self);
  bundle = entente_timeline_keys_get_bundle (self);
  if (bundle == NULL || !gtk_widget_is_focus (self->items[self->item]))
    return NULL;
  at = entente_timeline_keys_get_place (self, entente_timeline_keys_get_row (self));
  self->hint_x = at.x + at.width / 2.0;
  self->hint_y = at.y + at.height / 2.0;
  return entente_timeline_bundle_make_tip (self, bundle);
}

static GtkWidget *
make_content (EntenteTimeline *self)
{
  if (!is_wanted (self))
    return NULL;
  return self->hint_by_keys ? make_bundle_tip (self)
                            : entente_timeline_tip_make (self, self->hint_x, self->hint_y);
}

static void
show (EntenteTimeline *self)
{
  put_up (self, make_content (self));
}

static gboolean
rested_cb (gpointer data)
{
  EntenteTimeline *self = data;

  self->hint_source = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* The toolkit tells of a pointer that stands still, too, when something else has come under it. */
void
entente_timeline_hint_move (EntenteTimeline *self, double x, double y)
{
  if (x == self->hint_seen_x && y == self->hint_seen_y)
    return;
  self->hint_seen_x = x;
  self->hint_seen_y = y;
  if (gtk_widget_get_visible (self->hint) && fabs (x - self->hint_x) <= STAY_PX &&
      fabs (y - self->hint_y) <= STAY_PX)
    return;
  entente_timeline_hint_drop (self);
  self->hint_x = x;
  self->hint_y = y;
  self->hint_by_keys = FALSE;
  self->hint_source = g_timeout_add (REST_MS, rested_cb, self);
}

void
entente_timeline_hint_focus (EntenteTimeline *self)
{
  entente_timeline_hint_drop (self);
  self->hint_by_keys = TRUE;
  self->hint_source = g_timeout_add (REST_MS, rested_cb, self);
}

gboolean
entente_timeline_hint_drop (EntenteTimeline *self)
{
  gboolean shown = self->hint != NULL && gtk_widget_get_visible (self->hint);

  g_clear_handle_id (&self->hint_source, g_source_remove);
  if (shown)
    gtk_widget_set_visible (self->hint, FALSE);
  return shown;
}

void
entente_timeline_hint_leave (EntenteTimeline *self)
{
  self->hint_seen_x = self->hint_seen_y = NOWHERE;
  entente_timeline_hint_drop (self);
}

void
entente_timeline_hint_refresh (EntenteTimeline *self)
{
  if (gtk_widget_get_visible (self->hint))
    show (self);
}

/* Below the pointer, else above it, and all of it within the timeline as far as it has room. */
void
entente_timeline_hint_allocate (EntenteTimeline *self, int width, int height)
{
  GtkRequisition minimum, size;
  int x, y;

  if (!gtk_widget_get_visible (self->hint))
    return;
  gtk_widget_get_preferred_size (self->hint, &minimum, &size);
  size.width = MAX (minimum.width, MIN (size.width, width));
  x = (int) entente_timeline_mirror_x (self, self->hint_x) - size.width / 2;
  y = (int) self->hint_y + BELOW_PX;
  if (y + size.height > height)
    y = (int) self->hint_y - ABOVE_PX - size.height;
  x = CLAMP (x, 0, MAX (0, width - size.width));
  gtk_widget_size_allocate (self->hint,
                            &(GtkAllocation){ x, MAX (y, 0), size.width, size.height },
                            -1);
}

/* Another window has come to the front. */
static void
state_changed_cb (EntenteTimeline *self, GtkStateFlags before)
{
  GtkStateFlags now = gtk_widget_get_state_flags (GTK_WIDGET (self));

  if (self->hint != NULL && (now & ~before & GTK_STATE_FLAG_BACKDROP))
    entente_timeline_hint_drop (self);
}

void
entente_timeline_hint_init (EntenteTimeline *self)
{
  self->hint_seen_x = self->hint_seen_y = NOWHERE;
  put_up (self, NULL);
  g_signal_connect (self, "state-flags-changed", G_CALLBACK (state_changed_cb), NULL);
}

void
entente_timeline_hint_dispose (EntenteTimeline *self)
{
  entente_timeline_hint_drop (self);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
}
