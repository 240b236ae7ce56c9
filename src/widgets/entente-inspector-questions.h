/* EntenteInspectorQuestions: what is open about the event that the inspector shows, and a button
 * that asks more. A row opens the form in which its question is worded, or set aside where it
 * follows from the record. Main thread; part of the inspector. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_INSPECTOR_QUESTIONS (entente_inspector_questions_get_type ())
G_DECLARE_FINAL_TYPE (EntenteInspectorQuestions,
                      entente_inspector_questions,
                      ENTENTE,
                      INSPECTOR_QUESTIONS,
                      GtkBox)

/* Reads them; they come in a moment. @session NULL: of none any more. */
void entente_inspector_questions_show (EntenteInspectorQuestions *questions,
                                       EntenteSession *session,
                                       EntenteId event);

G_END_DECLS
