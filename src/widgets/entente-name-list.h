/* EntenteNameList: names below an entry, to complete what is typed.
 *
 * A short list that never takes the keyboard: Up, Down and Enter in the entry choose, Escape and
 * Tab close it. A click anywhere else closes it, too, and does what it would do without it. Owned
 * by the entry. Main thread.
 */
#pragma once

#include "entente-id.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More names than these are not offered: what lies below the entry stays to be seen. */
#define ENTENTE_NAME_LIST_ROWS 5

typedef struct _EntenteNameList EntenteNameList;

/* Adds to @list what fits the text of @entry, by entente_name_list_add(). */
typedef void (*EntenteNameListFill) (EntenteNameList *list, GtkWidget *entry);
/* A name was chosen. */
typedef void (*EntenteNameListChosen) (GtkWidget *entry, EntenteId id, const char *name);

/* Both are called for the life of @entry, an entry that is no completion's yet. */
void entente_name_list_attach (GtkWidget *entry,
                               EntenteNameListFill fill,
                               EntenteNameListChosen chosen);
/* FALSE when the list is full. */
gboolean entente_name_list_add (EntenteNameList *list, EntenteId id, const char *name);
/* Is it open below @entry? */
gboolean entente_name_list_is_open (GtkWidget *entry);
/* Sets the text as the program and not a person does: nothing is offered for it. */
void entente_name_list_set_text (GtkWidget *entry, const char *text);

G_END_DECLS
