/* A small axis around one date. The told window is a broken outline where a bound has narrowed it,
 * the window that is left is tinted; open sides fade; a reading of several has a band of its own;
 * the bound is named below.
 *
 * Where a moment stands is decided by EntenteTimescale, what the axis says by EntenteTicks. Main
 * thread.
 */
#include "config.h"

#include "entente-date-strip.h"
#include "entente-hue.h"
#include "entente-ink.h"
#include "entente-mirror.h"
#include "entente-ticks.h"
#include <math.h>
#include <string.h>

#define HEIGHT_PX 44
#define NOTE_HEIGHT_PX 14 /* more, where a bound is named */
#define BAND_Y 21.0F
#define BAND_HEIGHT 16.0F
#define TICK_END_Y 43.0F
#define NOTE_Y 42.0
#define FADE_PX 60.0F
#define MIN_DAYS 24
#define GLYPH_PX 14.0
#define LABEL_PX 11.0

struct _EntenteDateStrip {
  GtkWidget parent_instance;

  EntenteDate *date;
  EntenteGlyph glyph;
  gboolean has_glyph;
};

G_DEFINE_FINAL_TYPE (EntenteDateStrip, entente_date_strip, GTK_TYPE_WIDGET)

typedef struct {
  EntenteDateStrip *strip;
  GtkSnapshot *snapshot;
  EntenteTimescale scale;
  float width;
  GdkRGBA ink, text, ground;
} Drawing;

/* ---- labels ---- */

static PangoLayout *
create_label (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (widget)));

  pango_font_description_set_absolute_size (font, LABEL_PX * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  return layout;
}

static double
measure_label (EntenteLabelStyle style, const char *text, gpointer data)
{
  g_autoptr (PangoLayout) layout = create_label (data, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw_label (Drawing *drawing, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = create_label (GTK_WIDGET (drawing->strip), text);
  GdkRGBA ink = entente_ink_with_alpha (drawing->text, 0.7);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  entente_mirror_apply (GTK_WIDGET (drawing->strip), drawing->snapshot, width);
  gtk_snapshot_append_layout (drawing->snapshot, layout, &ink);
  gtk_snapshot_restore (drawing->snapshot);
}

/* ---- axis ---- */

/* What is known of where the date lies; open sides end where the other side, or the wording, does.
 */
static EntenteSpan
get_extent (const EntenteDate *date)
{
  EntenteSpan told = entente_date_points_get_window (&date->told);
  EntenteSpan left = entente_date_points_get_window (&date->points);
  EntenteSpan extent = told;
  gint64 room;

  if (extent.start == ENTENTE_TIME_MIN)
    extent.start = left.start;
  if (extent.end == ENTENTE_TIME_MAX)
    extent.end = left.end;
  if (extent.start == ENTENTE_TIME_MIN)
    extent.start = extent.end;
  if (extent.end == ENTENTE_TIME_MAX)
    extent.end = extent.start;
  room = MIN_DAYS * ENTENTE_SECONDS_PER_DAY - (extent.end - extent.start);
  if (room > 0) {
    extent.start -= room / 2;
    extent.end += room / 2;
  }
  return extent;
}

static void
draw_axis (Drawing *drawing)
{
  g_autoptr (EntenteTicks) ticks = entente_ticks_new ();
  GdkRGBA line = entente_ink_with_alpha (drawing->text, 0.25);

  entente_ticks_update (ticks, &drawing->scale, measure_label, drawing->strip);
  for (guint i = 0; i < ticks->n_large; i++) {
    const EntenteTick *tick = &ticks->large[i];

    if (tick->x >= 0)
      gtk_snapshot_append_color (drawing->snapshot,
                                 &line,
                                 &GRAPHENE_RECT_INIT ((float) round (tick->x), 0, 1, TICK_END_Y));
    if (tick->label && tick->label_x + tick->label_width <= drawing->width)
      draw_label (drawing, tick->label, tick->label_x, 0);
  }
}

/* ---- bands ---- */

static float
to_x (const Drawing *drawing, gint64 time)
{
  return (float) entente_timescale_to_x (&drawing->scale, time);
}

static void
make_band (Drawing *drawing, float x0, float x1, GskRoundedRect *band)
{
  gsk_rounded_rect_init_from_rect (
    band,
    &GRAPHENE_RECT_INIT (x0, BAND_Y, MAX (x1 - x0, BAND_HEIGHT), BAND_HEIGHT),
    BAND_HEIGHT / 2);
}

static void
draw_closed_band (Drawing *drawing, float x0, float x1)
{
  GdkRGBA fill = entente_ink_with_alpha (drawing->ink, 0.3), edge = drawing->ink;
  GskRoundedRect band;

  make_band (drawing, x0, x1, &band);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &band);
  gtk_snapshot_append_color (drawing->snapshot, &fill, &band.bounds);
  gtk_snapshot_pop (drawing->snapshot);
  gtk_snapshot_append_border (drawing->snapshot,
                              &band,
                              (float[4]){ 1.5F, 1.5F, 1.5F, 1.5F },
                              (GdkRGBA[4]){ edge, edge, edge, edge });
}

/* From @x outwards, fading away from it. */
static void
draw_fade (Drawing *drawing, float x, float length)
{
  GskColorStop stops[] = {
    { 0, entente_ink_with_alpha (drawing->ink, 0.45) },
    { 1, entente_ink_with_alpha (drawing->ink, 0) },
  };

  gtk_snapshot_append_linear_gradient (
    drawing->snapshot,
    &GRAPHENE_RECT_INIT (MIN (x, x + length), BAND_Y, fabsf (length), BAND_HEIGHT),
    &GRAPHENE_POINT_INIT (x, 0),
    &GRAPHENE_POINT_INIT (x + length, 0),
    stops,
    G_N_ELEMENTS (stops));
}

/* Nothing was told: dots between what orders and publication leave, with a tick at either end. */
static void
draw_dots (Drawing *drawing, EntenteSpan window)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, drawing->width, HEIGHT_PX);
  double x0 = to_x (drawing, window.start), x1 = to_x (drawing, window.end);
  double y = BAND_Y + BAND_HEIGHT / 2;
  cairo_t *cr = gtk_snapshot_append_cairo (drawing->snapshot, &area);

  gdk_cairo_set_source_rgba (cr, &drawing->ink);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, (double[2]){ 0.01, 4 }, 2, 0);
  cairo_move_to (cr, x0, y);
  cairo_line_to (cr, x1, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint end = 0; end < 2; end++) {
    cairo_move_to (cr, end == 0 ? x0 : x1, y - 5);
    cairo_line_to (cr, end == 0 ? x0 : x1, y + 5);
  }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A day or less is the glyph alone. */
static void
draw_band (Drawing *drawing, EntenteSpan window)
{
  if (window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX)
    return;
  if (window.start == ENTENTE_TIME_MIN)
    draw_fade (drawing, to_x (drawing, window.end), -FADE_PX);
  else if (window.end == ENTENTE_TIME_MAX)
    draw_fade (drawing, to_x (drawing, window.start), FADE_PX);
  else if (drawing->strip->date->form == ENTENTE_DATE_UNDATED)
    draw_dots (drawing, window);
  else if (window.end - window.start > ENTENTE_SECONDS_PER_DAY)
    draw_closed_band (drawing, to_x (drawing, window.start), to_x (drawing, window.end));
}

/* The broken outline of what was told and is ruled out by a bound. */
static void
draw_told (Drawing *drawing)
{
  EntenteSpan told = entente_date_points_get_window (&drawing->strip->date->told);
  EntenteSpan left = entente_date_points_get_window (&drawing->strip->date->points);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, drawing->width, HEIGHT_PX);
  double x0, x1;
  cairo_t *cr;

  if ((told.start == left.start && told.end == left.end) || told.start == ENTENTE_TIME_MIN ||
      told.end == ENTENTE_TIME_MAX)
    return;
  x0 = to_x (drawing, told.start) + 0.75;
  x1 = to_x (drawing, told.end) - 0.75;
  cr = gtk_snapshot_append_cairo (drawing->snapshot, &area);
  gdk_cairo_set_source_rgba (cr, &drawing->ink);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, (double[2]){ 4, 3 }, 2, 0);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - 7, BAND_Y + 8, 7.25, -G_PI_2, G_PI_2);
  cairo_arc (cr, x0 + 7, BAND_Y + 8, 7.25, G_PI_2, -G_PI_2);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Every reading of "one of", as far as it can be read by itself. */
static gboolean
draw_readings (Drawing *drawing)
{
  const EntenteDate *date = drawing->strip->date;
  g_autofree char *inner = NULL;
  g_auto (GStrv) readings = NULL;

  if (date->form != ENTENTE_DATE_ONE_OF || strlen (date->edtf) < 3)
    return FALSE;
  inner = g_strndup (date->edtf + 1, strlen (date->edtf) - 2);
  readings = g_strsplit (inner, ",", -1);
  for (guint i = 0; readings[i]; i++) {
    g_autoptr (EntenteDate) reading = entente_date_parse (g_strstrip (readings[i]), NULL);

    if (reading)
      draw_band (drawing, entente_date_get_window (reading));
  }
  return TRUE;
}

/* Surely under way, within what it may reach over. */
static void
draw_span (Drawing *drawing)
{
  const EntenteDatePoints *points = &drawing->strip->date->points;
  GdkRGBA solid = entente_ink_with_alpha (drawing->ink, 0.55);
  float x0, x1;

  draw_band (drawing, entente_date_points_get_window (points));
  if (points->latest_start >= points->earliest_end)
    return;
  x0 = CLAMP (to_x (drawing, points->latest_start), 0, drawing->width);
  x1 = CLAMP (to_x (drawing, points->earliest_end), 0, drawing->width);
  gtk_snapshot_append_color (drawing->snapshot,
                             &solid,
                             &GRAPHENE_RECT_INIT (x0, BAND_Y + 4, x1 - x0, BAND_HEIGHT - 8));
}

static void
draw_glyph (Drawing *drawing)
{
  EntenteDateStrip *self = drawing->strip;
  float x = to_x (drawing, entente_date_get_place (self->date));

  x = CLAMP (x, 8, drawing->width - 8);
  if (!self->has_glyph)
    return;
  gtk_snapshot_save (drawing->snapshot);
  if (self->glyph.group != ENTENTE_GROUP_INVITE) /* which points along time */
    entente_mirror_apply (GTK_WIDGET (self), drawing->snapshot, 2 * x);
  entente_ink_draw_glyph (drawing->snapshot,
                          self->glyph,
                          x,
                          BAND_Y + BAND_HEIGHT / 2,
                          GLYPH_PX,
                          &drawing->ink,
                          &drawing->ground);
  gtk_snapshot_restore (drawing->snapshot);
}

/* "▲ footnote 3, 15 July 2018" below the bound. */
static void
draw_bound (Drawing *drawing)
{
  const EntenteDate *date = drawing->strip->date;
  gint64 bound = date->not_after != ENTENTE_TIME_MAX ? date->not_after : date->not_before;
  g_autofree char *text = NULL;
  double x, width;

  if (!date->bound_reason || bound == ENTENTE_TIME_MAX || bound == ENTENTE_TIME_MIN)
    return;
  text = g_strconcat ("▴ ", date->bound_reason, NULL);
  width = measure_label (ENTENTE_LABEL_AXIS_SMALL, text, drawing->strip);
  x = to_x (drawing, bound) - 4;
  draw_label (drawing, text, CLAMP (x, 0, MAX (drawing->width - width, 0)), NOTE_Y);
}

static void
entente_date_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  EntenteDateStrip *self = ENTENTE_DATE_STRIP (widget);
  double width = gtk_widget_get_width (widget);
  Drawing drawing = {
    .strip = self,
    .snapshot = snapshot,
    .width = (float) width,
    .ink = entente_hue_get_rgba (widget),
    .text = entente_ink_named (widget, "window_fg_color"),
    .ground = entente_ink_over (entente_ink_named (widget, "window_bg_color"),
                                entente_ink_named (widget, "card_bg_color")),
  };

  if (!self->date || width < 1)
    return;
  drawing.scale = entente_timescale_fit (get_extent (self->date), width, width * 0.24);
  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) gtk_widget_get_height (widget)));
  gtk_snapshot_save (snapshot);
  entente_mirror_apply (widget, snapshot, width);
  draw_axis (&drawing);
  draw_told (&drawing);
  if (self->date->form == ENTENTE_DATE_SPAN)
    draw_span (&drawing);
  else if (!draw_readings (&drawing))
    draw_band (&drawing, entente_date_get_window (self->date));
  draw_glyph (&drawing);
  draw_bound (&drawing);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static int
get_full_height (EntenteDateStrip *self)
{
  return HEIGHT_PX + (self->date && self->date->bound_reason ? NOTE_HEIGHT_PX : 0);
}

static void
entente_date_strip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int height = get_full_height (ENTENTE_DATE_STRIP (widget));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : height;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : height;
}

static void
entente_date_strip_dispose (GObject *object)
{
  g_clear_pointer (&ENTENTE_DATE_STRIP (object)->date, entente_date_unref);

  G_OBJECT_CLASS (entente_date_strip_parent_class)->dispose (object);
}

static void
entente_date_strip_class_init (EntenteDateStripClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_date_strip_dispose;
  widget_class->snapshot = entente_date_strip_snapshot;
  widget_class->measure = entente_date_strip_measure;
  gtk_widget_class_set_css_name (widget_class, "datestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
entente_date_strip_init (EntenteDateStrip *self)
{
}

GtkWidget *
entente_date_strip_new (void)
{
  return g_object_new (ENTENTE_TYPE_DATE_STRIP, NULL);
}

void
entente_date_strip_set_date (EntenteDateStrip *self, const EntenteDate *date)
{
  gboolean is_drawn = date && entente_date_is_bounded (date);
  g_autofree char *words = date ? entente_date_format (date) : g_strdup ("");

  g_clear_pointer (&self->date, entente_date_unref);
  self->date = is_drawn ? entente_date_ref (date) : NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), is_drawn);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
entente_date_strip_set_glyph (EntenteDateStrip *self, const EntenteGlyph *glyph)
{
  self->has_glyph = glyph != NULL;
  if (glyph)
    self->glyph = *glyph;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
