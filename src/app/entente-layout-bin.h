/* EntenteLayoutBin: lets a window become narrower than its content would allow, so that the content
 * can be laid out anew.
 *
 * Asks for 360 x 294 px only. Before it gives its child a size it emits "resized" (int width, int
 * height), upon which the owner folds what has no room. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_LAYOUT_BIN (entente_layout_bin_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLayoutBin, entente_layout_bin, ENTENTE, LAYOUT_BIN, GtkWidget)

#define ENTENTE_LAYOUT_BIN_MIN_WIDTH_PX 360
#define ENTENTE_LAYOUT_BIN_MIN_HEIGHT_PX 294

G_END_DECLS
