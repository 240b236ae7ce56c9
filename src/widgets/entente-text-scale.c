/* The toolkit tells it as dots per inch, of which 96 are usual. */
#include "config.h"

#include "entente-text-scale.h"

#define USUAL_DPI 96
#define MOST 3

double
entente_text_scale_get (GtkWidget *widget)
{
  int dpi = 0; /* 1024ths */

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / (1024.0 * USUAL_DPI), 1, MOST) : 1;
}
