/* Draws one glyph or sign in the colour that CSS gives the widget.
 *
 * For lists and keys; timeline and margin have ways of their own to draw many. Main thread.
 */
#include "config.h"

#include "entente-glyph-icon.h"
#include "entente-hue.h"
#include "entente-ink.h"

struct _EntenteGlyphIcon {
  GtkWidget parent_instance;

  gboolean is_position;
  EntenteGlyph glyph;
  int position; /* EntentePositionKind */
  gboolean hollow; /* of a position */
  double size_px;
};

G_DEFINE_FINAL_TYPE (EntenteGlyphIcon, entente_glyph_icon, GTK_TYPE_WIDGET)

static void
entente_glyph_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteGlyphIcon *self = ENTENTE_GLYPH_ICON (widget);
  GdkRGBA ink = entente_hue_get_rgba (widget);
  GdkRGBA ground = entente_ink_named (widget, "view_bg_color");
  double x = gtk_widget_get_width (widget) / 2.0, y = gtk_widget_get_height (widget) / 2.0;

  if (self->is_position)
    entente_ink_draw_position (snapshot,
                               self->position,
                               self->hollow,
                               x,
                               y,
                               self->size_px,
                               &ink,
                               &ground);
  else
    entente_ink_draw_glyph (snapshot, self->glyph, x, y, self->size_px, &ink, &ground);
}

static void
entente_glyph_icon_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = (int) (ENTENTE_GLYPH_ICON (widget)->size_px + 0.99);
}

static void
entente_glyph_icon_class_init (EntenteGlyphIconClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = entente_glyph_icon_snapshot;
  widget_class->measure = entente_glyph_icon_measure;
  gtk_widget_class_set_css_name (widget_class, "glyph");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
entente_glyph_icon_init (EntenteGlyphIcon *self)
{
  self->size_px = ENTENTE_GLYPH_SIZE_LIST;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
entente_glyph_icon_new (void)
{
  return g_object_new (ENTENTE_TYPE_GLYPH_ICON, NULL);
}

void
entente_glyph_icon_set_glyph (EntenteGlyphIcon *self, EntenteGlyph glyph)
{
  self->glyph = glyph;
  self->is_position = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
entente_glyph_icon_set_position (EntenteGlyphIcon *self, int kind, gboolean hollow)
{
  self->position = kind;
  self->hollow = hollow;
  self->is_position = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
entente_glyph_icon_set_size (EntenteGlyphIcon *self, double size_px)
{
  self->size_px = size_px;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
