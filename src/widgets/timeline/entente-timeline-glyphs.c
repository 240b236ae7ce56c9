/* Glyphs as small pictures, kept by shape, fill, outline, colour and size: a timeline paints hundreds of them in each
 * frame. Main thread; owned by one timeline.
 */
#include "config.h"

#include "entente-timeline-private.h"

#include "entente-glyph-painter.h"

#include <math.h>

#define ROOM_PX 28 /* of a picture: 16 x 16, rim and bar */
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

/* What is drawn is mirrored as a whole where time runs to the left. Only the sign that points along time may turn with it;
 * ticks, strokes and halves stay as they are. */
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
  double scale = 1, scale_y = 1;
  gint64 key = make_key (glyph, halo, size_px, colour, ground);
  cairo_surface_t *picture = g_hash_table_lookup (glyphs->pictures, &key);

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale, &scale_y);
  if (picture != NULL) {
    cairo_surface_get_device_scale (picture, &scale_y, &scale_y);
    if (scale_y != scale)
      picture = NULL;
  }
  if (picture == NULL) {
    if (g_hash_table_size (glyphs->pictures) > KEPT_MAX)
      g_hash_table_remove_all (glyphs->pictures);
    picture = make_picture (glyphs, glyph, halo, size_px, scale, colour, ground);
    g_hash_table_replace (glyphs->pictures, g_memdup2 (&key, sizeof key), picture);
  }
  cairo_set_source_surface (cr,
                            picture,
                            round ((x - ROOM_PX / 2.0) * scale) / scale,
                            round ((y - ROOM_PX / 2.0) * scale) / scale);
  cairo_paint (cr);
}
