/* A canvas that paints on another from right to left: what is reckoned from the left edge lands as
 * far from the right one. Text stays readable. For pictures in a language that is read from right
 * to left. One thread at a time.
 */
#pragma once

#include "entente-canvas.h"

G_BEGIN_DECLS

/* About the middle of @width, in units of the picture. @base stays the caller's, and is freed after
 * it. Free with entente_canvas_free(). */
EntenteCanvas *entente_canvas_new_mirrored (EntenteCanvas *base, double width);

G_END_DECLS
