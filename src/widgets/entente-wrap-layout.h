/* EntenteWrapLayout: children one after another, in as many lines as the width asks for: chips.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_WRAP_LAYOUT (entente_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (EntenteWrapLayout,
                      entente_wrap_layout,
                      ENTENTE,
                      WRAP_LAYOUT,
                      GtkLayoutManager)

/* Clear pixels between children and between lines. */
GtkLayoutManager *entente_wrap_layout_new (int spacing);

G_END_DECLS
