/* EntenteMirror: time runs with the language. Widgets that paint time reckon from left to right and
 * are mirrored as a whole where the language is read from right to left; within, what must not be
 * mirrored, such as text, is mirrored once more. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean entente_mirror_is_needed (GtkWidget *widget);
/* Mirrors what is drawn from here on, within a save of the caller's, about the middle of @width
 * from x = 0; does nothing where the language of @widget is read from left to right. */
void entente_mirror_apply (GtkWidget *widget, GtkSnapshot *snapshot, double width);

G_END_DECLS
