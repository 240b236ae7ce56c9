/* EntenteSuggestionRow: a suggestion in a list: its glyph, its words, what it would be, and the
 * buttons to decide. Part of the pane of suggestions, whose actions it asks for. Main thread. */
#pragma once

#include "entente-suggestion-list.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SUGGESTION_ROW (entente_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSuggestionRow,
                      entente_suggestion_row,
                      ENTENTE,
                      SUGGESTION_ROW,
                      GtkWidget)

GtkWidget *entente_suggestion_row_new (void);
/* NULL empties. */
void entente_suggestion_row_set (EntenteSuggestionRow *row,
                                 EntenteSuggestionList *list,
                                 EntenteSuggestionItem *item);

G_END_DECLS
