/* EntentePositionIcon: the sign of one position in the colour of its actor, for lists and keys.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_POSITION_ICON (entente_position_icon_get_type ())
G_DECLARE_FINAL_TYPE (EntentePositionIcon, entente_position_icon, ENTENTE, POSITION_ICON, GtkWidget)

GtkWidget *entente_position_icon_new (void);
/* @kind is an EntentePositionKind; @hollow: of a date that only may have come. The colour is the
 * CSS colour of the widget. */
void entente_position_icon_set (EntentePositionIcon *icon, int kind, gboolean hollow);

G_END_DECLS
