/* One transform. */
#include "config.h"

#include "entente-mirror.h"

gboolean
entente_mirror_is_needed (GtkWidget *widget)
{
  return gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

void
entente_mirror_apply (GtkWidget *widget, GtkSnapshot *snapshot, double width)
{
  if (!entente_mirror_is_needed (widget))
    return;
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) width, 0));
  gtk_snapshot_scale (snapshot, -1, 1);
}
