/* EntenteSparkline: twelve small bars: how the moves of an actor spread over the time of the study.
 * Filtered ones in the colour of the widget, all behind in a pale tint. Says nothing to a screen
 * reader: the counts beside it do. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SPARKLINE (entente_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSparkline, entente_sparkline, ENTENTE, SPARKLINE, GtkWidget)

GtkWidget *entente_sparkline_new (void);
/* Both arrays have @n numbers and are copied. */
void entente_sparkline_set_bins (EntenteSparkline *sparkline,
                                 const guint *filtered,
                                 const guint *all,
                                 guint n);

G_END_DECLS
