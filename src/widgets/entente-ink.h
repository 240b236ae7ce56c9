/* EntenteInk: the colours that widgets draw the data with, taken from palette and style. Main
 * thread. */
#pragma once

#include "entente-chronicle.h"
#include "entente-glyph.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Is the style dark at present? */
gboolean entente_ink_is_dark (void);
/* Colour of an event: that of its lead at the date of the move. */
GdkRGBA entente_ink_of_event (const EntenteChronicle *chronicle, guint row);
/* Colour of an actor at the date of a move in @window; its hue by number in @hue (may be NULL). */
GdkRGBA entente_ink_of_actor (const EntenteChronicle *chronicle,
                              guint32 actor,
                              EntenteSpan window,
                              guint *hue);
/* Puts the colour of an actor on a widget as its CSS colour. */
void entente_ink_apply (GtkWidget *widget,
                        const EntenteChronicle *chronicle,
                        guint32 actor,
                        EntenteSpan window);
void entente_ink_apply_event (GtkWidget *widget, const EntenteChronicle *chronicle, guint row);
/* A named colour of the style sheet, such as "accent_color". */
GdkRGBA entente_ink_named (GtkWidget *widget, const char *name);
/* @colour seen through: its opacity times @alpha. */
GdkRGBA entente_ink_with_alpha (GdkRGBA colour, double alpha);
/* @above on opaque @below: what is seen of a colour that is seen through. */
GdkRGBA entente_ink_over (GdkRGBA below, GdkRGBA above);
/* A glyph centred on (@x, @y); an outline that is clear inside shows @ground. */
void entente_ink_draw_glyph (GtkSnapshot *snapshot,
                             EntenteGlyph glyph,
                             double x,
                             double y,
                             double size,
                             const GdkRGBA *ink,
                             const GdkRGBA *ground);
/* The sign of a position (EntentePositionKind) likewise; @hollow: of a date that only may have
 * come. */
void entente_ink_draw_position (GtkSnapshot *snapshot,
                                int kind,
                                gboolean hollow,
                                double x,
                                double y,
                                double size,
                                const GdkRGBA *ink,
                                const GdkRGBA *ground);
/* Glyph of a row: kind, evidence and mode. */
EntenteGlyph entente_ink_glyph_of (const EntenteChronicle *chronicle, guint row);

G_END_DECLS
