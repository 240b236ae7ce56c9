/* EntenteSketch: a timeline as a small picture: a line for each actor, with its moves as points and
 * bars in the actor's hue. Says nothing to a screen reader: the counts beside it do. Private to the
 * start page. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SKETCH (entente_sketch_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSketch, entente_sketch, ENTENTE, SKETCH, GtkWidget)

/* @lanes: EntenteSketchLane of entente-recent.h; keeps its own reference. */
void entente_sketch_set_lanes (EntenteSketch *sketch, GPtrArray *lanes);

G_END_DECLS
