/* The sign of a position: a flag on a pole, with a stroke that tells its kind. No shape of an event
 * looks like it. On the grid of 16 x 16, drawn through the sink of glyphs. Paths are parsed once;
 * any thread. */
#pragma once

#include "entente-glyph.h"

G_BEGIN_DECLS

#define ENTENTE_POSITION_SIGN_SIZE 15.0

/* @kind is an EntentePositionKind. @hollow: of a date that only may have come: the flag is an
 * outline. */
void entente_position_sign_draw (int kind,
                                 gboolean hollow,
                                 const EntenteGlyphSink *sink,
                                 gpointer data);

G_END_DECLS
