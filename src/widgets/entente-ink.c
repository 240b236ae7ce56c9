/* What widgets draw the data with: colours of actors and events in the style of the moment, and
 * glyphs.
 *
 * Nothing is kept; whoever draws asks anew when the style changes. Main thread.
 */
#include "config.h"

#include "entente-glyph-painter.h"
#include "entente-hue.h"
#include "entente-ink.h"
#include "entente-palette.h"
#include <adwaita.h>

/* How far a glyph may reach beyond its size: the bar of one struck through. */
#define REACH_PX 4.0

gboolean
entente_ink_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

static GdkRGBA
make_rgba (EntenteColour colour)
{
  return (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}

/* Whose colour the actor bears: its own when a person gave it one, else that of its body. */
static guint32
choose_bearer (const EntenteChronicle *chronicle, guint32 actor, EntenteSpan window)
{
  guint32 body;

  if (actor == ENTENTE_NO_INDEX || entente_chronicle_get_actor (chronicle, actor)->colour)
    return actor;
  body = entente_chronicle_get_body (chronicle, actor, window);
  return body == ENTENTE_NO_INDEX ? actor : body;
}

GdkRGBA
entente_ink_of_actor (const EntenteChronicle *chronicle,
                      guint32 actor,
                      EntenteSpan window,
                      guint *hue)
{
  guint number = entente_palette_get_hue (chronicle, actor, window);
  guint32 bearer = choose_bearer (chronicle, actor, window);

  if (hue)
    *hue = number;
  return make_rgba (entente_palette_get_colour (chronicle, bearer, number, entente_ink_is_dark ()));
}

/* The actor whose colour an event bears; none for what comes from outside the negotiation. */
static guint32
get_lead (const EntenteChronicle *chronicle, guint row)
{
  if (entente_chronicle_get_kind (chronicle, row)->group == ENTENTE_GROUP_OUTSIDE)
    return ENTENTE_NO_INDEX;
  return entente_chronicle_get_lead (chronicle, row);
}

GdkRGBA
entente_ink_of_event (const EntenteChronicle *chronicle, guint row)
{
  return entente_ink_of_actor (chronicle,
                               get_lead (chronicle, row),
                               entente_chronicle_get_window (chronicle, row),
                               NULL);
}

void
entente_ink_apply (GtkWidget *widget,
                   const EntenteChronicle *chronicle,
                   guint32 actor,
                   EntenteSpan window)
{
  guint32 bearer = choose_bearer (chronicle, actor, window);
  const EntenteActor *record =
    bearer == ENTENTE_NO_INDEX ? NULL : entente_chronicle_get_actor (chronicle, bearer);

  entente_hue_apply (widget,
                     entente_palette_get_hue (chronicle, actor, window),
                     record ? record->colour : NULL);
}

void
entente_ink_apply_event (GtkWidget *widget, const EntenteChronicle *chronicle, guint row)
{
  entente_ink_apply (widget,
                     chronicle,
                     get_lead (chronicle, row),
                     entente_chronicle_get_window (chronicle, row));
}

GdkRGBA
entente_ink_named (GtkWidget *widget, const char *name)
{
  GdkRGBA colour = { 0.5F, 0.5F, 0.5F, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  return colour;
}

GdkRGBA
entente_ink_with_alpha (GdkRGBA colour, double alpha)
{
  colour.alpha *= (float) alpha;
  return colour;
}

static float
mix (float below, float above, float alpha)
{
  return below * (1 - alpha) + above * alpha;
}

GdkRGBA
entente_ink_over (GdkRGBA below, GdkRGBA above)
{
  return (GdkRGBA){ mix (below.red, above.red, above.alpha),
                    mix (below.green, above.green, above.alpha),
                    mix (below.blue, above.blue, above.alpha),
                    1 };
}

/* Where a glyph of this size is drawn with Cairo, and in which colours. */
typedef struct {
  cairo_t *cr;
  double ink[3], ground[3];
} Sheet;

static Sheet
begin_sheet (GtkSnapshot *snapshot,
             double x,
             double y,
             double size,
             const GdkRGBA *ink,
             const GdkRGBA *ground)
{
  float reach = (float) (size / 2 + REACH_PX);
  graphene_rect_t area =
    GRAPHENE_RECT_INIT ((float) x - reach, (float) y - reach, 2 * reach, 2 * reach);

  return (Sheet){ gtk_snapshot_append_cairo (snapshot, &area),
                  { ink->red, ink->green, ink->blue },
                  { ground->red, ground->green, ground->blue } };
}

void
entente_ink_draw_glyph (GtkSnapshot *snapshot,
                        EntenteGlyph glyph,
                        double x,
                        double y,
                        double size,
                        const GdkRGBA *ink,
                        const GdkRGBA *ground)
{
  Sheet sheet = begin_sheet (snapshot, x, y, size, ink, ground);

  entente_glyph_paint (sheet.cr, glyph, x, y, size, sheet.ink, sheet.ground, FALSE);
  cairo_destroy (sheet.cr);
}

void
entente_ink_draw_position (GtkSnapshot *snapshot,
                           int kind,
                           gboolean hollow,
                           double x,
                           double y,
                           double size,
                           const GdkRGBA *ink,
                           const GdkRGBA *ground)
{
  Sheet sheet = begin_sheet (snapshot, x, y, size, ink, ground);

  entente_position_sign_paint (sheet.cr, kind, hollow, x, y, size, sheet.ink, sheet.ground);
  cairo_destroy (sheet.cr);
}

EntenteGlyph
entente_ink_glyph_of (const EntenteChronicle *chronicle, guint row)
{
  EntenteEventRow values;

  entente_chronicle_get_row (chronicle, row, &values);
  return entente_glyph_for (entente_kind_get (values.kind),
                            entente_chronicle_get_evidence (chronicle, row),
                            values.mode);
}
