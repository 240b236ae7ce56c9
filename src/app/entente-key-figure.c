/* The widget that shows a drawing of the key, and strokes that drawings have in common.
 *
 * A figure says nothing to a screen reader: the words beside it do. Main thread.
 */
#include "config.h"

#include "entente-glyph-painter.h"
#include "entente-key-private.h"
#include <adwaita.h>
#include <math.h>

#define GLYPH_PX 24 /* with room for the bar of one struck through */
#define SWATCH_WIDTH_PX 60
#define SWATCH_HEIGHT_PX 60
#define LINE_WIDTH_PX 106
#define LINE_HEIGHT_PX 30
#define DATE_WIDTH_PX 240
#define DATE_HEIGHT_PX 34

typedef enum { FIGURE_GLYPH, FIGURE_SWATCH, FIGURE_LINE, FIGURE_WORDS, FIGURE_DATE } FigureType;

struct _EntenteKeyFigure {
  GtkWidget parent_instance;

  FigureType type;
  guint what; /* hue of GLYPH and SWATCH; which LINE, WORDS or DATE */
  EntenteGlyph glyph;
  int width_px, height_px;
};

G_DEFINE_FINAL_TYPE (EntenteKeyFigure, entente_key_figure, GTK_TYPE_WIDGET)

/* ---- strokes ---- */

void
entente_key_get_hue (const EntenteKeyCanvas *canvas, guint hue, double colour[3])
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  EntenteColour value = entente_palette_get_hue_colour (hue, dark);

  colour[0] = value.red;
  colour[1] = value.green;
  colour[2] = value.blue;
}

void
entente_key_set_colour (const EntenteKeyCanvas *canvas, const double colour[3], double alpha)
{
  cairo_set_source_rgba (canvas->cr, colour[0], colour[1], colour[2], alpha);
}

void
entente_key_round_rect (cairo_t *cr, double x, double y, double width, double height, double r)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* The tip is at (@x, @y); (@dx, @dy) is its direction, one unit long. */
void
entente_key_arrowhead (cairo_t *cr, double x, double y, double dx, double dy)
{
  const double length = 9, half = 4;

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - dx * length - dy * half, y - dy * length + dx * half);
  cairo_line_to (cr, x - dx * length + dy * half, y - dy * length - dx * half);
  cairo_close_path (cr);
  cairo_fill (cr);
}

void
entente_key_text (const EntenteKeyCanvas *canvas,
                  const char *text,
                  double x,
                  double y,
                  gboolean bold,
                  double xalign)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (canvas->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width, height;

  pango_attr_list_insert (attributes,
                          pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.87));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (canvas->cr, x - width * xalign, y - height / 2.0);
  pango_cairo_show_layout (canvas->cr, layout);
}

/* ---- drawing ---- */

static void
look_up (GtkWidget *widget, const char *name, GdkRGBA *colour)
{
  *colour = (GdkRGBA){ 0.5F, 0.5F, 0.5F, 1 };
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour);
}

static void
set_triple (double triple[3], const GdkRGBA *colour)
{
  triple[0] = colour->red;
  triple[1] = colour->green;
  triple[2] = colour->blue;
}

/* A card lies on the window; in the dark style it is a veil. */
static void
set_ground (GtkWidget *widget, double ground[3])
{
  GdkRGBA window, card;

  look_up (widget, "window_bg_color", &window);
  look_up (widget, "card_bg_color", &card);
  set_triple (ground, &window);
  ground[0] += (card.red - ground[0]) * card.alpha;
  ground[1] += (card.green - ground[1]) * card.alpha;
  ground[2] += (card.blue - ground[2]) * card.alpha;
}

static void
draw_glyph (const EntenteKeyFigure *self, const EntenteKeyCanvas *canvas)
{
  double ink[3];

  if (self->what == ENTENTE_KEY_INK)
    memcpy (ink, canvas->text, sizeof ink);
  else
    entente_key_get_hue (canvas, self->what, ink);
  if (self->glyph.group == ENTENTE_GROUP_OUTSIDE)
    entente_key_get_hue (canvas, ENTENTE_HUE_GREY, ink);
  entente_glyph_paint (canvas->cr,
                       self->glyph,
                       canvas->width / 2,
                       canvas->height / 2,
                       ENTENTE_GLYPH_SIZE_LIST,
                       ink,
                       canvas->ground,
                       FALSE);
}

/* Both styles show, whichever is in use: the light one above, the dark one in its own ground below.
 */
static void
draw_swatch (const EntenteKeyCanvas *canvas, guint hue)
{
  EntenteColour light = entente_palette_get_hue_colour (hue, FALSE);
  EntenteColour dark = entente_palette_get_hue_colour (hue, TRUE);
  double half = canvas->height / 2;
  cairo_t *cr = canvas->cr;

  entente_key_round_rect (cr, 0, 0, canvas->width, canvas->height, 6);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, light.red, light.green, light.blue);
  cairo_paint (cr);
  cairo_rectangle (cr, 0, half, canvas->width, half);
  cairo_set_source_rgb (cr, 0.12, 0.12, 0.12);
  cairo_fill (cr);
  entente_key_round_rect (cr, 7, half + 7, canvas->width - 14, half - 14, 4);
  cairo_set_source_rgb (cr, dark.red, dark.green, dark.blue);
  cairo_fill (cr);
}

static void
draw (EntenteKeyFigure *self, const EntenteKeyCanvas *canvas)
{
  switch (self->type) {
  case FIGURE_GLYPH:
    draw_glyph (self, canvas);
    break;
  case FIGURE_SWATCH:
    draw_swatch (canvas, self->what);
    break;
  case FIGURE_LINE:
    entente_key_draw_line (canvas, self->what);
    break;
  case FIGURE_WORDS:
    entente_key_draw_words (canvas, self->what);
    break;
  case FIGURE_DATE:
  default:
    entente_key_draw_date (canvas, self->what);
    break;
  }
}

static void
entente_key_figure_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteKeyCanvas canvas = { .widget = widget,
                              .width = gtk_widget_get_width (widget),
                              .height = gtk_widget_get_height (widget) };
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) canvas.width, (float) canvas.height);
  GdkRGBA text, accent;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  look_up (widget, "accent_bg_color", &accent);
  set_triple (canvas.text, &text);
  set_triple (canvas.accent, &accent);
  set_ground (widget, canvas.ground);
  canvas.cr = gtk_snapshot_append_cairo (snapshot, &area);
  draw (ENTENTE_KEY_FIGURE (widget), &canvas);
  cairo_destroy (canvas.cr);
}

static void
entente_key_figure_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  EntenteKeyFigure *self = ENTENTE_KEY_FIGURE (widget);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width_px : self->height_px;
  *natural = *minimum;
}

static void
entente_key_figure_class_init (EntenteKeyFigureClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->snapshot = entente_key_figure_snapshot;
  widget_class->measure = entente_key_figure_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
entente_key_figure_init (EntenteKeyFigure *self)
{
}

static EntenteKeyFigure *
new_figure (FigureType type, guint what, int width_px, int height_px)
{
  EntenteKeyFigure *self = g_object_new (ENTENTE_TYPE_KEY_FIGURE, NULL);

  self->type = type;
  self->what = what;
  self->width_px = width_px;
  self->height_px = height_px;
  return self;
}

GtkWidget *
entente_key_figure_new_glyph (EntenteGlyph glyph, guint hue)
{
  EntenteKeyFigure *self = new_figure (FIGURE_GLYPH, hue, GLYPH_PX, GLYPH_PX);

  self->glyph = glyph;
  return GTK_WIDGET (self);
}

GtkWidget *
entente_key_figure_new_swatch (guint hue)
{
  return GTK_WIDGET (new_figure (FIGURE_SWATCH, hue, SWATCH_WIDTH_PX, SWATCH_HEIGHT_PX));
}

GtkWidget *
entente_key_figure_new_line (EntenteKeyLine line)
{
  return GTK_WIDGET (new_figure (FIGURE_LINE, line, LINE_WIDTH_PX, LINE_HEIGHT_PX));
}

GtkWidget *
entente_key_figure_new_words (EntenteKeyWords words)
{
  return GTK_WIDGET (new_figure (FIGURE_WORDS, words, LINE_WIDTH_PX, LINE_HEIGHT_PX));
}

GtkWidget *
entente_key_figure_new_date (EntenteKeyDate date)
{
  EntenteKeyFigure *self = new_figure (FIGURE_DATE, date, DATE_WIDTH_PX, DATE_HEIGHT_PX);

  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}
