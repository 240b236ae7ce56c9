/* The colours of the timeline, read from the style of the widget once per style change. The hues of
 * actors are those of entente-palette.h; no other file of the timeline names a colour.
 */
#include "config.h"

#include "entente-mirror.h"
#include "entente-timeline-private.h"

#include <adwaita.h>

#define USUAL_FONT_PX (11 * 96 / 72.0)
#define LARGE_FONT 1.15 /* from here on what holds text grows with it */

static GdkRGBA
look_up (GtkWidget *widget, const char *name, const char *fallback)
{
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour))
    gdk_rgba_parse (&colour, fallback);
  return colour;
}

GdkRGBA
entente_timeline_style_mix (const GdkRGBA *a, const GdkRGBA *b, double share_of_b)
{
  float b_share = (float) (share_of_b * b->alpha), a_share = 1 - b_share;
  GdkRGBA mixed = { a->red * a_share + b->red * b_share,
                    a->green * a_share + b->green * b_share,
                    a->blue * a_share + b->blue * b_share,
                    1 };

  return mixed;
}

static double
get_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (context), scale;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;
  scale = size / USUAL_FONT_PX;
  return scale < LARGE_FONT ? 1 : scale;
}

void
entente_timeline_style_read (EntenteTimelineStyle *style, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean contrast = adw_style_manager_get_high_contrast (manager);
  GdkRGBA fg;

  style->dark = adw_style_manager_get_dark (manager);
  style->high_contrast = contrast;
  style->mirrored = entente_mirror_is_needed (widget);
  style->text_scale = get_text_scale (widget);
  style->ground = look_up (widget, "view_bg_color", style->dark ? "#1e1e1e" : "#ffffff");
  fg = look_up (widget, "view_fg_color", style->dark ? "#ffffff" : "#1e1e20");
  fg = entente_timeline_style_mix (&style->ground, &fg, 1);
  style->ground_odd = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0 : 0.034);
  style->side = look_up (widget, "side_bg_color", style->dark ? "#2a2a2a" : "#f0f0f0");
  style->text = entente_timeline_style_mix (&style->ground, &fg, 0.94);
  style->dim = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.85 : 0.62);
  style->faint = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.7 : 0.45);
  style->line = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.6 : 0.14);
  style->grid = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.35 : 0.13);
  style->grid_fine = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.12 : 0.05);
  style->accent = look_up (widget, "accent_bg_color", "#3584e4");
  style->accent_text = look_up (widget, "accent_fg_color", "#ffffff");
  style->chip = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0 : 0.09);
  style->era = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.25 : 0.12);
  style->era_strong = entente_timeline_style_mix (&style->ground, &fg, 0.36);
  style->ghost = entente_timeline_style_mix (&style->ground, &fg, contrast ? 0.55 : 0.28);
  style->pill = look_up (widget, "timeline_pill_bg_color", style->dark ? "#f5f5f5" : "#1e1e20");
  style->pill_text =
    look_up (widget, "timeline_pill_fg_color", style->dark ? "#1e1e20" : "#f5f5f5");
  style->generation++;
}
