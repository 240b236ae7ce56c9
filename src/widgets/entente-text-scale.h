/* How much larger than usual a person has text: for what is as wide as so many letters. Main
 * thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 1 to 3; 2 where text is twice as large. */
double entente_text_scale_get (GtkWidget *widget);

G_END_DECLS
