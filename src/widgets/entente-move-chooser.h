/* EntenteMoveChooser: rows of a form in which one move is chosen out of all of the study, nearest
 * in time first. Main thread. */
#pragma once

#include "entente-event-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _EntenteMoveChooser EntenteMoveChooser;

/* @event: what is chosen now, or none. */
typedef void (*EntenteMoveChosenFunc) (EntenteId event, gpointer data);

/* Adds a search, a list of all moves but @from and a count to @grid, a form grid; @name stands
 * before them. Free it with the form. */
EntenteMoveChooser *entente_move_chooser_new (GtkWidget *grid,
                                              const char *name,
                                              EntenteSession *session,
                                              EntenteId from,
                                              EntenteMoveChosenFunc func,
                                              gpointer data);
void entente_move_chooser_free (EntenteMoveChooser *self);
/* None until one is chosen. */
EntenteId entente_move_chooser_get (EntenteMoveChooser *self);

/* The title of a move as a row of a form; it may be read later. */
GtkWidget *entente_move_title_new (EntenteEventList *events, EntenteId event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteMoveChooser, entente_move_chooser_free)

G_END_DECLS
