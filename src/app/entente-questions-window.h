/* EntenteQuestionsWindow: what is open in a study: a person's own questions and those that follow
 * from its record, with how many of each, under the filter of the window; asked, resolved, set
 * aside. Main thread. */
#pragma once

#include "entente-window.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_QUESTIONS_WINDOW (entente_questions_window_get_type ())
G_DECLARE_FINAL_TYPE (EntenteQuestionsWindow,
                      entente_questions_window,
                      ENTENTE,
                      QUESTIONS_WINDOW,
                      AdwWindow)

/* Shows the questions of the study that @parent shows: those that are shown already, or a new
 * window. */
void entente_questions_window_present (EntenteWindow *parent);

G_END_DECLS
