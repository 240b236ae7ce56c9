/* EntenteGlyphIcon: the glyph of a kind of move, or the sign of a position, as an icon of lists and
 * keys, in the CSS colour of the widget. Main thread. */
#pragma once

#include "entente-glyph.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_GLYPH_ICON (entente_glyph_icon_get_type ())
G_DECLARE_FINAL_TYPE (EntenteGlyphIcon, entente_glyph_icon, ENTENTE, GLYPH_ICON, GtkWidget)

/* 17 px square. */
GtkWidget *entente_glyph_icon_new (void);
void entente_glyph_icon_set_glyph (EntenteGlyphIcon *icon, EntenteGlyph glyph);
/* @kind is an EntentePositionKind; @hollow: of a date that only may have come. */
void entente_glyph_icon_set_position (EntenteGlyphIcon *icon, int kind, gboolean hollow);
void entente_glyph_icon_set_size (EntenteGlyphIcon *icon, double size_px);

G_END_DECLS
