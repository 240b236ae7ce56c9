/* The picture is laid out anew when its size, the counts, the order, the style or the size of text
 * change; it is the one that is exported and printed.
 *
 * The place with the keyboard is kept by row and column; two cells stand there in turn. Main
 * thread.
 */
#include "config.h"

#include "entente-ink.h"
#include "entente-mirror.h"
#include "entente-relations-area-private.h"
#include "entente-relations-cell.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define LEAST_PX 480

G_DEFINE_FINAL_TYPE (EntenteRelationsArea, entente_relations_area, GTK_TYPE_WIDGET)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- the place with the keyboard ---- */

/* FALSE when there is no place at all. */
static gboolean
clamp_place (EntenteRelationsArea *self)
{
  guint n_rows = 0, n_columns = 0;

  if (self->picture != NULL)
    entente_relations_picture_get_size (self->picture, &n_rows, &n_columns);
  if (n_rows == 0)
    return FALSE;
  self->row = MIN (self->row, n_rows - 1);
  self->column = MIN (self->column, n_columns - 1);
  return TRUE;
}

static char *
format_place (EntenteRelationsArea *self)
{
  g_autofree char *text =
    entente_relations_picture_describe_place (self->picture, self->row, self->column);

  if (entente_relations_area_is_chosen (self, self->row, self->column))
    return g_strdup_printf (_ ("%s. It is the filter."), text);
  return g_steal_pointer (&text);
}

static void
show_cell (EntenteRelationsArea *self)
{
  gboolean any = clamp_place (self);

  gtk_widget_set_visible (self->cells[self->turn], any);
  gtk_widget_set_visible (self->cells[!self->turn], FALSE);
  if (any) {
    g_autofree char *text = format_place (self);

    entente_relations_cell_set (ENTENTE_RELATIONS_CELL (self->cells[self->turn]),
                                text,
                                entente_relations_area_is_chosen (self, self->row, self->column),
                                self->row,
                                self->column);
  }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where it is mirrored, names cover the other end. */
static void
bring_across (EntenteRelationsArea *self, double from, double to)
{
  double side = entente_relations_area_get_side (self);

  if (self->across == NULL)
    return;
  if (entente_mirror_is_needed (GTK_WIDGET (self)))
    gtk_adjustment_clamp_page (self->across,
                               from,
                               MIN (to + side, entente_relations_area_get_span (self)));
  else
    gtk_adjustment_clamp_page (self->across, MAX (from - side, 0), to);
}

static void
bring_into_sight (GtkAdjustment *adjustment, double from, double to, double covered)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, MAX (from - covered, 0), to);
}

/* Not below the edges, either. */
static void
reveal_place (EntenteRelationsArea *self)
{
  EntenteNetworkBox box = entente_relations_area_get_box (self, self->row, self->column);

  bring_across (self, box.x - 2, box.x + box.width + 2);
  bring_into_sight (self->down,
                    box.y - 2,
                    box.y + box.height + 2,
                    entente_relations_area_get_head (self));
}

/* The other cell takes the keyboard there. */
static void
go_to (EntenteRelationsArea *self, guint row, guint column)
{
  GtkWidget *old = self->cells[self->turn];

  self->row = row;
  self->column = column;
  if (!clamp_place (self))
    return;
  self->turn = !self->turn;
  gtk_widget_set_visible (self->cells[self->turn], TRUE);
  gtk_widget_grab_focus (self->cells[self->turn]);
  gtk_widget_set_visible (old, FALSE);
  show_cell (self);
  reveal_place (self);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);
  guint n_rows, n_columns;
  int down, right;

  g_variant_get (arguments, "(ii)", &down, &right);
  if (!clamp_place (self))
    return FALSE;
  entente_relations_picture_get_size (self->picture, &n_rows, &n_columns);
  if (entente_mirror_is_needed (widget))
    right = -right;
  if (n_columns == 1) { /* one after the other, whichever arrow is pressed */
    down += right;
    right = 0;
  }
  go_to (self,
         (guint) CLAMP ((int) self->row + down, 0, (int) n_rows - 1),
         (guint) CLAMP ((int) self->column + right, 0, (int) n_columns - 1));
  return TRUE;
}

/* ---- choosing ---- */

static void
choose (EntenteRelationsArea *self, gboolean both)
{
  EntenteChronicle *chronicle = entente_relations_area_get_figures (self)->chronicle;
  guint32 from, to;

  entente_relations_picture_get_pair (self->picture, self->row, self->column, &from, &to);
  entente_relations_source_choose (
    self->source,
    &(EntenteDyadChoice){ entente_chronicle_get_actor (chronicle, from)->record.id,
                          to != ENTENTE_NO_INDEX
                            ? entente_chronicle_get_actor (chronicle, to)->record.id
                            : ENTENTE_ID_NONE,
                          both && to != ENTENTE_NO_INDEX });
}

static gboolean
choose_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);

  if (clamp_place (self))
    choose (self, g_variant_get_boolean (arguments));
  return TRUE;
}

static gboolean
back_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);

  if (self->source != NULL)
    entente_relations_source_choose (self->source, NULL);
  return TRUE;
}

/* Nothing is below the edges. */
static gboolean
find_place (EntenteRelationsArea *self, double x, double y, guint *row, guint *column)
{
  double left = self->across != NULL ? gtk_adjustment_get_value (self->across) : 0;
  double below = self->down != NULL ? gtk_adjustment_get_value (self->down) : 0;

  if (self->picture == NULL)
    return FALSE;
  if (entente_mirror_is_needed (GTK_WIDGET (self))) {
    double span = entente_relations_area_get_span (self);

    left = self->across != NULL ? span - left - gtk_adjustment_get_page_size (self->across) : 0;
    left = MAX (left, 0);
    x = span - x;
  }
  return x >= left + entente_relations_area_get_side (self) &&
         y >= below + entente_relations_area_get_head (self) &&
         entente_relations_picture_find_place (self->picture,
                                               x / self->scale,
                                               y / self->scale,
                                               row,
                                               column);
}

static void
released_cb (GtkGestureClick *gesture, int n, double x, double y, EntenteRelationsArea *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  if (!find_place (self, x, y, &row, &column))
    return;
  go_to (self, row, column);
  choose (self, (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
query_tooltip_cb (EntenteRelationsArea *self,
                  int x,
                  int y,
                  gboolean by_keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  EntenteNetworkBox box;
  guint row, column;

  if (by_keyboard || !find_place (self, x, y, &row, &column))
    return FALSE;
  box = entente_relations_area_get_box (self, row, column);
  text = entente_relations_picture_describe_place (self->picture, row, column);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (
    tooltip,
    &(GdkRectangle){ (int) box.x, (int) box.y, (int) box.width, (int) box.height });
  return TRUE;
}

/* ---- following ---- */

/* What has more parties than fit is as wide as they are, at whatever width it is laid out. */
static void
renew (EntenteRelationsArea *self)
{
  entente_relations_area_drop_picture (self);
  self->measured_width = 0;
  entente_relations_area_ensure_picture (self, LEAST_PX, 0);
  self->least_width =
    self->picture != NULL ? (int) entente_relations_area_get_width (self) : LEAST_PX;
  entente_relations_area_ensure_picture (
    self,
    MAX (gtk_widget_get_width (GTK_WIDGET (self)), self->least_width),
    gtk_widget_get_height (GTK_WIDGET (self)));
  show_cell (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (EntenteRelationsArea *self)
{
  show_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- widget ---- */

static GtkSizeRequestMode
entente_relations_area_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The picture that shows may be higher than it must be. */
static int
measure_height (EntenteRelationsArea *self, int width)
{
  if (self->measured_width == width)
    return self->measured_height;
  entente_relations_area_ensure_picture (self, width, 0);
  if (self->picture == NULL)
    return 0;
  self->measured_width = width;
  self->measured_height = (int) entente_relations_area_get_height (self);
  return self->measured_height;
}

static void
entente_relations_area_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);

  *minimum = MAX (self->least_width, LEAST_PX);
  if (orientation == GTK_ORIENTATION_VERTICAL) {
    *minimum = measure_height (self, MAX (for_size, *minimum));
  }
  *natural = *minimum;
}

static void
entente_relations_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);
  GtkAllocation place = { 0, 0, 1, 1 };

  entente_relations_area_ensure_picture (self, width, height);
  if (clamp_place (self)) {
    EntenteNetworkBox box = entente_relations_area_get_box (self, self->row, self->column);

    place = (GtkAllocation){ (int) box.x - 1,
                             (int) box.y - 1,
                             (int) box.width + 3,
                             (int) box.height + 3 };
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    if (gtk_widget_get_visible (self->cells[i]))
      gtk_widget_size_allocate (self->cells[i], &place, -1);
}

static void
entente_relations_area_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  entente_relations_area_drop_picture (ENTENTE_RELATIONS_AREA (widget));
  gtk_widget_queue_resize (widget);
}

/* By Tab the keyboard comes to the place where it was, and leaves again. */
static gboolean
entente_relations_area_focus (GtkWidget *widget, GtkDirectionType direction)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || !clamp_place (self))
    return FALSE;
  return gtk_widget_grab_focus (self->cells[self->turn]);
}

static gboolean
entente_relations_area_grab_focus (GtkWidget *widget)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (widget);

  return clamp_place (self) && gtk_widget_grab_focus (self->cells[self->turn]);
}

static void
entente_relations_area_dispose (GObject *object)
{
  EntenteRelationsArea *self = ENTENTE_RELATIONS_AREA (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->across);
  g_clear_object (&self->down);
  entente_relations_area_drop_picture (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    g_clear_pointer (&self->cells[i], gtk_widget_unparent);

  G_OBJECT_CLASS (entente_relations_area_parent_class)->dispose (object);
}

/* ---- class ---- */

static void
bind_move (GtkWidgetClass *class, guint key, guint keypad_key, int down, int right)
{
  gtk_widget_class_add_binding (class, key, 0, move_cb, "(ii)", down, right);
  gtk_widget_class_add_binding (class, keypad_key, 0, move_cb, "(ii)", down, right);
}

static void
add_bindings (GtkWidgetClass *class)
{
  static const guint enter_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_space };

  bind_move (class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1);
  bind_move (class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1);
  bind_move (class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0);
  bind_move (class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0);
  bind_move (class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, -G_MAXINT16);
  bind_move (class, GDK_KEY_End, GDK_KEY_KP_End, 0, G_MAXINT16);
  bind_move (class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -G_MAXINT16, 0);
  bind_move (class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, G_MAXINT16, 0);
  gtk_widget_class_add_binding (class, GDK_KEY_BackSpace, 0, back_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (enter_keys); i++) {
    gtk_widget_class_add_binding (class, enter_keys[i], 0, choose_cb, "b", FALSE);
    gtk_widget_class_add_binding (class, enter_keys[i], GDK_SHIFT_MASK, choose_cb, "b", TRUE);
  }
}

static void
entente_relations_area_class_init (EntenteRelationsAreaClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_relations_area_dispose;
  widget_class->get_request_mode = entente_relations_area_get_request_mode;
  widget_class->measure = entente_relations_area_measure;
  widget_class->size_allocate = entente_relations_area_size_allocate;
  widget_class->direction_changed = entente_relations_area_direction_changed;
  widget_class->snapshot = entente_relations_area_snapshot;
  widget_class->focus = entente_relations_area_focus;
  widget_class->grab_focus = entente_relations_area_grab_focus;
  add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "relations");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);

  signals[CHANGED] = g_signal_new ("changed",
                                   ENTENTE_TYPE_RELATIONS_AREA,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
name_area (EntenteRelationsArea *self)
{
  const char *names[ENTENTE_N_RELATIONS_FORMS] = { _ ("Matrix of moves, from rows to columns"),
                                                   _ (
                                                     "Network of moves, one arrow after the other"),
                                                   _ ("Activity over time, one row an actor") };

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  names[self->form],
                                  -1);
}

static void
entente_relations_area_init (EntenteRelationsArea *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->scale = 1;
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++) {
    self->cells[i] = entente_relations_cell_new ();
    gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
  }
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (renew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_settings_get_default (),
                           "notify::gtk-xft-dpi",
                           G_CALLBACK (renew),
                           self,
                           G_CONNECT_SWAPPED);
  name_area (self);
}

GtkWidget *
entente_relations_area_new (void)
{
  return g_object_new (ENTENTE_TYPE_RELATIONS_AREA, NULL);
}

static GtkAdjustment *
follow (EntenteRelationsArea *self, GtkAdjustment *adjustment)
{
  g_signal_connect_object (adjustment,
                           "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  return g_object_ref (adjustment);
}

/* Edges follow what scrolls the area, if anything does. */
static void
follow_parent (EntenteRelationsArea *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!GTK_IS_SCROLLABLE (parent))
    return;
  self->across = follow (self, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (parent)));
  self->down = follow (self, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (parent)));
}

void
entente_relations_area_set_source (EntenteRelationsArea *self, EntenteRelationsSource *source)
{
  g_return_if_fail (self->source == NULL);

  self->source = g_object_ref (source);
  follow_parent (self);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (renew), self);
  g_signal_connect_swapped (source, "chosen-changed", G_CALLBACK (chosen_cb), self);
  renew (self);
}

void
entente_relations_area_set_form (EntenteRelationsArea *self, EntenteRelationsForm form)
{
  if (self->form == form)
    return;
  self->form = form;
  self->row = self->column = 0;
  name_area (self);
  renew (self);
}

void
entente_relations_area_set_order (EntenteRelationsArea *self, EntentePartyOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  renew (self);
}

char *
entente_relations_area_describe (EntenteRelationsArea *self)
{
  return self->picture != NULL ? entente_relations_picture_describe (self->picture) : NULL;
}
