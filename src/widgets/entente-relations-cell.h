/* EntenteRelationsCell: the place of a picture of relations that has the keyboard: an invisible
 * widget with a ring and what a screen reader says. Two of them take turns, so that each step is a
 * real change of focus. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_RELATIONS_CELL (entente_relations_cell_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRelationsCell,
                      entente_relations_cell,
                      ENTENTE,
                      RELATIONS_CELL,
                      GtkWidget)

GtkWidget *entente_relations_cell_new (void);
/* @row and @column from 0. */
void entente_relations_cell_set (EntenteRelationsCell *cell,
                                 const char *label,
                                 gboolean chosen,
                                 guint row,
                                 guint column);

G_END_DECLS
