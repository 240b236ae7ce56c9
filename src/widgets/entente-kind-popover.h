/* EntenteKindPopover: all kinds of move, in groups, with a search. Main thread.
 *
 * Signal "kind-chosen" (char *id). */
#pragma once

#include "entente-kind.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_KIND_POPOVER (entente_kind_popover_get_type ())
G_DECLARE_FINAL_TYPE (EntenteKindPopover, entente_kind_popover, ENTENTE, KIND_POPOVER, GtkPopover)

GtkWidget *entente_kind_popover_new (void);

G_END_DECLS
