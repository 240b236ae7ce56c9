/* EntentePopoverAnchor: what popovers over a painted surface hang on.
 *
 * A popover that asks for a new size asks its parent for a new allocation (GTK 4.8 to 4.18:
 * gtk_widget_queue_resize of a native widget). When it does so while its own surface is laid out,
 * the turn of the window is over for that frame, and the parent is left out of the picture: an
 * article or a timeline would be blank for a moment. So the owner takes an anchor as its child,
 * gives it its whole area in size_allocate with entente_popover_anchor_allocate(), and does not
 * snapshot it; popovers get the anchor as their parent, point to places of the owner, and are
 * presented again with each allocation. It takes no event of the pointer. Owned by its parent,
 * which unparents it in dispose. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_POPOVER_ANCHOR (entente_popover_anchor_get_type ())
G_DECLARE_FINAL_TYPE (EntentePopoverAnchor,
                      entente_popover_anchor,
                      ENTENTE,
                      POPOVER_ANCHOR,
                      GtkWidget)

/* A new anchor, child of @owner. */
GtkWidget *entente_popover_anchor_new (GtkWidget *owner);
/* The area of the owner, px. */
void entente_popover_anchor_allocate (EntentePopoverAnchor *anchor, int width, int height);

G_END_DECLS
