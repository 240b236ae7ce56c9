/* In a narrow window the form of a new event is a sheet from below: as wide as the window, without
 * an arrow, at its lower edge. Main thread.
 */
#include "config.h"

#include "entente-event-form-private.h"

#define NARROW_PX 720
#define LEAST_PX                                                                                   \
  320 /* below, a sheet is too narrow to fill in, and a popover reaches beyond the window */
#define SIDES_PX 64 /* padding and shadow of a popover */
#define TOP_PX 48 /* of the window that stays in sight */
#define FEW_CHARS 12

gboolean
entente_event_form_is_narrow (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  int width = root ? gtk_widget_get_width (GTK_WIDGET (root)) : 0;

  return width >= LEAST_PX && width < NARROW_PX;
}

/* Keys are shown where there is room and a keyboard. */
static void
show_keys (EntenteEventForm *self, gboolean shows)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->footer); child;
       child = gtk_widget_get_next_sibling (child))
    if (child != self->add)
      gtk_widget_set_visible (child, shows);
  gtk_widget_set_hexpand (self->add, !shows);
}

static void
set_narrow (EntenteEventForm *self, int width_px)
{
  GtkWidget *notes[] = { self->kind_note, self->who_note, self->error };

  gtk_widget_set_size_request (GTK_WIDGET (self), width_px, -1);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    gtk_label_set_width_chars (GTK_LABEL (notes[i]), FEW_CHARS);
  show_keys (self, FALSE);
}

void
entente_event_form_popup_sheet (GtkPopover *popover, EntenteEventForm *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (parent));
  int width = gtk_widget_get_width (root), height = gtk_widget_get_height (root);
  GdkRectangle edge = { 0, 0, 1, 1 };
  double x, y;

  set_narrow (self, width - SIDES_PX);
  entente_event_form_set_room (self, height - TOP_PX);
  gtk_widget_translate_coordinates (root, parent, width / 2.0, height - 1, &x, &y);
  edge.x = (int) x;
  edge.y = (int) y;
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_TOP);
  gtk_popover_set_pointing_to (popover, &edge);
  gtk_widget_add_css_class (GTK_WIDGET (popover), "event-sheet");
  gtk_popover_popup (popover);
}
