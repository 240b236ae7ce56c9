/* EntenteSuggestionButton: "7 suggestions", which opens them (win.show-suggestions); not there
 * where there are none. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SUGGESTION_BUTTON (entente_suggestion_button_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSuggestionButton,
                      entente_suggestion_button,
                      ENTENTE,
                      SUGGESTION_BUTTON,
                      GtkButton)

/* NULL empties. */
void entente_suggestion_button_set_session (EntenteSuggestionButton *button,
                                            EntenteSession *session);

G_END_DECLS
