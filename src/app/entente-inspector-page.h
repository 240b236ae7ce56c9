/* EntenteInspectorPage: a page of the toolkit's own inspector (Ctrl+Shift+D) with what drawing the
 * timeline costs.
 *
 * Made by the inspector, which asks for the properties "title" and "object". Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_INSPECTOR_PAGE (entente_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (EntenteInspectorPage,
                      entente_inspector_page,
                      ENTENTE,
                      INSPECTOR_PAGE,
                      GtkWidget)

/* Tells the toolkit of the page; once, after the toolkit has started. */
void entente_inspector_page_offer (void);

G_END_DECLS
