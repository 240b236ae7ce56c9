/* EntenteFormGrid: fields of a form below each other with their names at the left. Functions over
 * GtkGrid. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *entente_form_grid_new (void);
/* Adds a row below the others. */
void entente_form_grid_add (GtkWidget *grid, const char *name, GtkWidget *field);
/* Adds an entry and gives it back. */
GtkWidget *entente_form_grid_add_entry (GtkWidget *grid, const char *name);
/* Adds a heading over the whole width, with a button at its end, or none (NULL). */
void entente_form_grid_add_head (GtkWidget *grid, const char *name, GtkWidget *button);
/* Adds something over the whole width. */
void entente_form_grid_add_wide (GtkWidget *grid, GtkWidget *child);

G_END_DECLS
