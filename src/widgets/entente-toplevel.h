/* Windows above a window, and whether one is still there for what was begun from it and ends later.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* FALSE once the window of @widget (or @widget itself) was destroyed: who holds it then has an
 * object of which nothing may be asked, and above which nothing may be shown. */
gboolean entente_toplevel_is_open (GtkWidget *widget);

/* @window stands above @parent (NULL: alone) and is destroyed together with it, also while somebody
 * holds it. */
void entente_toplevel_set_parent (GtkWindow *window, GtkWindow *parent);
/* Destroys the windows that stand above @parent by the function before: what they show is going. */
void entente_toplevel_destroy_above (GtkWindow *parent);
/* One of them, of the class @type; or NULL. Borrowed. */
GtkWindow *entente_toplevel_find_above (GtkWindow *parent, GType type);

/* Before the rows of a list are replaced: a row that goes keeps the keyboard until the next frame,
 * and what is typed meanwhile is lost, so the window itself gets it, where its keys work. TRUE when
 * @list had it: then focus the list again once the rows are there. */
gboolean entente_toplevel_take_keyboard (GtkWidget *list);

G_END_DECLS
