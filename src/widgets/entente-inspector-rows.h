/* Rows of the inspector that each stand for a record between the event shown and another one: a
 * link, an order. Main thread; part of the inspector. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  EntenteEntity entity; /* of the record */
  EntenteId record;
  EntenteId other; /* event that a click on the row selects */
  const char *said; /* for screen readers */
  const char *delete_label; /* of the button that deletes the record */
  const char *deleted; /* message of the step; static */
} EntenteInspectorRow;

/* Empties the list, whose rows select their event from now on. */
void entente_inspector_rows_clear (GtkListBox *list);
/* Appends a row with @content, which is taken, and a button to delete the record unless the study
 * is read-only. Returns the row, borrowed. */
GtkWidget *entente_inspector_rows_add (GtkListBox *list,
                                       EntenteSession *session,
                                       const EntenteInspectorRow *row,
                                       GtkWidget *content);

G_END_DECLS
