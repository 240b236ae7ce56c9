/* Puts visible children side by side at their natural width and begins a new line where the next
 * one does not fit; a child alone in a line may be narrowed to its minimum. Mirrors with the
 * direction of the text. Main thread.
 */
#include "config.h"

#include "entente-wrap-layout.h"

#define SPACING_PX 6
/* No line needs to be longer than this. */
#define MAX_NATURAL_PX 420

struct _EntenteWrapLayout {
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (EntenteWrapLayout, entente_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes. */
typedef struct {
  int x, y;
  int line_height;
} Pen;

static void
get_size (GtkWidget *child, int available, int *width, int *height)
{
  GtkRequisition minimum, natural;

  gtk_widget_get_preferred_size (child, &minimum, &natural);
  *width = MAX (MIN (natural.width, available), minimum.width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

static void
begin_line_if_full (EntenteWrapLayout *self, Pen *pen, int width, int available)
{
  if (pen->x == 0 || pen->x + width <= available)
    return;
  pen->y += pen->line_height + self->spacing;
  pen->x = pen->line_height = 0;
}

static GtkAllocation
place_child (EntenteWrapLayout *self, GtkWidget *child, Pen *pen, int available)
{
  GtkAllocation place = { 0 };

  get_size (child, available, &place.width, &place.height);
  begin_line_if_full (self, pen, place.width, available);
  place.x = pen->x;
  place.y = pen->y;
  pen->x += place.width + self->spacing;
  pen->line_height = MAX (pen->line_height, place.height);
  return place;
}

static int
measure_height (EntenteWrapLayout *self, GtkWidget *widget, int width)
{
  Pen pen = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place_child (self, child, &pen, width);
  return pen.y + pen.line_height;
}

static void
measure_width (EntenteWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    int child_minimum, child_natural;

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child,
                        GTK_ORIENTATION_HORIZONTAL,
                        -1,
                        &child_minimum,
                        &child_natural,
                        NULL,
                        NULL);
    *minimum = MAX (*minimum, child_minimum);
    *natural += child_natural + (*natural > 0 ? self->spacing : 0);
  }
  *natural = MAX (MIN (*natural, MAX_NATURAL_PX), *minimum);
}

static void
entente_wrap_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  EntenteWrapLayout *self = ENTENTE_WRAP_LAYOUT (manager);
  int narrowest, widest;

  measure_width (self, widget, &narrowest, &widest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = narrowest;
    *natural = widest;
  } else {
    /* At any width: no height is less than that of one line. */
    *minimum = measure_height (self, widget, for_size < 0 ? G_MAXINT : for_size);
    *natural = measure_height (self, widget, for_size < 0 ? widest : for_size);
  }
}

static void
entente_wrap_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { 0 };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkAllocation place;

    if (!gtk_widget_should_layout (child))
      continue;
    place = place_child (ENTENTE_WRAP_LAYOUT (manager), child, &pen, width);
    if (mirrored)
      place.x = width - place.x - place.width;
    gtk_widget_size_allocate (child, &place, -1);
  }
}

static GtkSizeRequestMode
entente_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
entente_wrap_layout_class_init (EntenteWrapLayoutClass *class)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (class);

  layout_class->measure = entente_wrap_layout_measure;
  layout_class->allocate = entente_wrap_layout_allocate;
  layout_class->get_request_mode = entente_wrap_layout_get_request_mode;
}

static void
entente_wrap_layout_init (EntenteWrapLayout *self)
{
  self->spacing = SPACING_PX;
}

GtkLayoutManager *
entente_wrap_layout_new (int spacing)
{
  EntenteWrapLayout *self = g_object_new (ENTENTE_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
