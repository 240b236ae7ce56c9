/* EntenteSuggestionPane: the suggestions for the article in the pane, as a list to go through;
 * takes the place of the inspector.
 *
 * The list itself is the session's. Actions: suggestion.next, suggestion.previous,
 * suggestion.accept, suggestion.reject (of a rejected one: suggestion.accept takes it back),
 * suggestion.edit, suggestion.accept-kind, suggestion.accept-all, suggestion.reject-kind,
 * suggestion.reject-all, suggestion.show-rejected (boolean). Main thread.
 */
#pragma once

#include "entente-session.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SUGGESTION_PANE (entente_suggestion_pane_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSuggestionPane,
                      entente_suggestion_pane,
                      ENTENTE,
                      SUGGESTION_PANE,
                      AdwBin)

/* Property: "session" EntenteSession (read and write, NULL: empty). */
GtkWidget *entente_suggestion_pane_new (EntenteSession *session);
void entente_suggestion_pane_set_session (EntenteSuggestionPane *pane, EntenteSession *session);

G_END_DECLS
