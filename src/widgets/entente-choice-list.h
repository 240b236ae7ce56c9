/* EntenteChoiceList: a long list of sentences to choose among by check boxes, with a search that
 * narrows what shows and buttons that choose all or none of it. Each has a number. Main thread.
 *
 * Signal "changed" (): another choice. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_CHOICE_LIST (entente_choice_list_get_type ())
G_DECLARE_FINAL_TYPE (EntenteChoiceList, entente_choice_list, ENTENTE, CHOICE_LIST, GtkBox)

/* @label: for the screen reader. */
GtkWidget *entente_choice_list_new (const char *label);
void entente_choice_list_add (EntenteChoiceList *list, gint64 number, const char *text);
/* Numbers (gint64) of what is chosen, also of what the search hides now. The caller's. */
GArray *entente_choice_list_dup_chosen (EntenteChoiceList *list);

G_END_DECLS
