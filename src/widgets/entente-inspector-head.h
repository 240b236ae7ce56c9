/* EntenteInspectorHead: the line above a section of the inspector: its name, and what there is to
 * say of it at the right. Main thread.
 *
 * Property "title" string. A child of type "end" stands at the right end. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_INSPECTOR_HEAD (entente_inspector_head_get_type ())
G_DECLARE_FINAL_TYPE (EntenteInspectorHead, entente_inspector_head, ENTENTE, INSPECTOR_HEAD, GtkBox)

/* NULL: nothing. */
void entente_inspector_head_set_note (EntenteInspectorHead *head, const char *note);

G_END_DECLS
