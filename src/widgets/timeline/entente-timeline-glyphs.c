/* Glyphs as small pictures, kept by shape, fill, outline, colour and size, and pills kept by width:
 * a timeline paints hundreds of them in each frame. Main thread; owned by one timeline.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include "entente-glyph-painter.h"

#include <math.h>

#define ROOM_PX 28 /* of a picture: 16 x 16, rim and bar */
#define PILL_RIM 2
#define KEPT_MAX 600
#define BOLD_WEIGHT (2.0 / 1.5) /* outlines 2 px wide: high contrast */

struct _TimelineGlyphs {
  GHashTable *pictures; /* guint64 -> cairo_surface_t */
  gboolean bold, mirrored;
};

EntenteTimelineGlyphs *
entente_timeline_glyphs_new (void)
{
  EntenteTimelineGlyphs *glyphs = g_new0 (EntenteTimelineGlyphs, 1);

  glyphs->pictures = g_hash_table_new_full (g_int64_hash,
                                            g_int64_equal,
                                            g_free,
                                            (GDestroyNotify) cairo_surface_destroy);
  return glyphs;
}

void
entente_timeline_glyphs_free (EntenteTimelineGlyphs *glyphs)
{
  g_hash_table_unref (glyphs->pictures);
  g_free (glyphs);
}

void
entente_timeline_glyphs_set_style (EntenteTimelineGlyphs *glyphs, gboolean bold, gboolean mirrored)
{
  if (glyphs->bold == bold && glyphs->mirrored == mirrored)
    return;
  glyphs->bold = bold;
  glyphs->mirrored = mirrored;
  g_hash_table_remove_all (glyphs->pictures);
}

/* What is drawn is mirrored as a whole where time runs to the left. Only the sign that points along
 * time may turn with it; ticks, strokes and halves stay as they are. */
static gboolean
turns_back (const EntenteTimelineGlyphs *glyphs, EntenteGlyph glyph)
{
  return glyphs->mirrored && glyph.group != ENTENTE_GROUP_INVITE;
}

static guint64
pack_colour (const GdkRGBA *colour)
{
  return (guint64) (colour->red * 255) << 16 | (guint64) (colour->green * 255) << 8 |
         (guint64) (colour->blue * 255);
}

/* 12 bits of shape, 24 of colour, 12 of ground, 12 of size. */
static gint64
make_key (EntenteGlyph glyph,
          gboolean halo,
          double size_px,
          const GdkRGBA *colour,
          const GdkRGBA *ground)
{
  guint64 key = glyph.group | (guint64) glyph.fill << 4 | (guint64) glyph.outline << 7 |
                (guint64) (glyph.no_comment ? 1 : 0) << 9 | (guint64) (halo ? 1 : 0) << 10;

  key |= pack_colour (colour) << 12;
  key |= (pack_colour (ground) >> 4 & 0xf) << 36 | (pack_colour (ground) >> 20 & 0xf) << 40;
  key |= (guint64) (size_px * 16) << 48;
  return (gint64) key;
}

static cairo_surface_t *
make_picture (EntenteTimelineGlyphs *glyphs,
              EntenteGlyph glyph,
              gboolean halo,
              double size_px,
              double scale,
              const GdkRGBA *colour,
              const GdkRGBA *ground)
{
  int room = (int) ceil (ROOM_PX * scale);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, room, room);
  cairo_t *cr = cairo_create (picture);
  const double ink[3] = { colour->red, colour->green, colour->blue };
  const double behind[3] = { ground->red, ground->green, ground->blue };

  cairo_scale (cr, scale, scale);
  if (turns_back (glyphs, glyph)) {
    cairo_translate (cr, ROOM_PX, 0);
    cairo_scale (cr, -1, 1);
  }
  entente_glyph_paint_weighted (cr,
                                glyph,
                                ROOM_PX / 2.0,
                                ROOM_PX / 2.0,
                                size_px,
                                ink,
                                behind,
                                halo,
                                glyphs->bold ? BOLD_WEIGHT : 1);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (picture, scale, scale);
  return picture;
}

/* The picture kept under @key if it is made for @height_px (of the surface) and @scale, or NULL. */
static cairo_surface_t *
find_picture (EntenteTimelineGlyphs *glyphs, gint64 key, int height_px, double scale)
{
  cairo_surface_t *picture = g_hash_table_lookup (glyphs->pictures, &key);
  double kept = 1, kept_y = 1;

  if (picture == NULL || cairo_image_surface_get_height (picture) != height_px)
    return NULL;
  cairo_surface_get_device_scale (picture, &kept, &kept_y);
  return kept == scale ? picture : NULL;
}

static void
keep_picture (EntenteTimelineGlyphs *glyphs, gint64 key, cairo_surface_t *picture)
{
  if (g_hash_table_size (glyphs->pictures) > KEPT_MAX)
    g_hash_table_remove_all (glyphs->pictures);
  g_hash_table_replace (glyphs->pictures, g_memdup2 (&key, sizeof key), picture);
}

static double
get_scale (cairo_t *cr)
{
  double scale = 1, scale_y = 1;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale, &scale_y);
  return scale;
}

void
entente_timeline_glyphs_draw (EntenteTimelineGlyphs *glyphs,
                              cairo_t *cr,
                              EntenteGlyph glyph,
                              gboolean halo,
                              double size_px,
                              double x,
                              double y,
                              const GdkRGBA *colour,
                              const GdkRGBA *ground)
{
  double scale = get_scale (cr);
  gint64 key = make_key (glyph, halo, size_px, colour, ground);
  cairo_surface_t *picture = find_picture (glyphs, key, (int) ceil (ROOM_PX * scale), scale);

  if (picture == NULL) {
    picture = make_picture (glyphs, glyph, halo, size_px, scale, colour, ground);
    keep_picture (glyphs, key, picture);
  }
  cairo_set_source_surface (cr,
                            picture,
                            round ((x - ROOM_PX / 2.0) * scale) / scale,
                            round ((y - ROOM_PX / 2.0) * scale) / scale);
  cairo_paint (cr);
}

/* ---- pills ---- */

static cairo_surface_t *
make_pill (double width, double height, double scale, const GdkRGBA *colour, const GdkRGBA *ground)
{
  cairo_surface_t *picture =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                (int) ceil ((width + 2 * PILL_RIM) * scale),
                                (int) ceil ((height + 2 * PILL_RIM) * scale));
  cairo_t *cr;

  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  gdk_cairo_set_source_rgba (cr, ground);
  entente_timeline_trace_pill (cr, 0, 0, width + 2 * PILL_RIM, height + 2 * PILL_RIM);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  entente_timeline_trace_pill (cr, PILL_RIM, PILL_RIM, width, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  return picture;
}

void
entente_timeline_glyphs_draw_pill (EntenteTimelineGlyphs *glyphs,
                                   cairo_t *cr,
                                   double width,
                                   double height,
                                   double x,
                                   double y,
                                   const GdkRGBA *colour,
                                   const GdkRGBA *ground)
{
  double scale = get_scale (cr);
  /* 24 bits of colour, 24 of ground, 14 of width; glyphs leave the highest bit alone. */
  gint64 key = (gint64) (pack_colour (colour) | pack_colour (ground) << 24 |
                         (guint64) MIN (width * 16, 0x3fff) << 48 | G_GUINT64_CONSTANT (1) << 63);
  cairo_surface_t *picture =
    find_picture (glyphs, key, (int) ceil ((height + 2 * PILL_RIM) * scale), scale);

  if (picture == NULL) {
    picture = make_pill (width, height, scale, colour, ground);
    keep_picture (glyphs, key, picture);
  }
  cairo_set_source_surface (cr,
                            picture,
                            round ((x - PILL_RIM) * scale) / scale,
                            round ((y - PILL_RIM) * scale) / scale);
  cairo_paint (cr);
}
