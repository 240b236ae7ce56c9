/* EntenteQuestionForm: windows in which a question is asked or worded otherwise, resolved by a
 * claim, or set aside with a reason. Main thread. */
#pragma once

#include "entente-questions.h"
#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @question NULL: a new one, about @event (or none), marked in @passage (or NULL). */
void entente_question_form_present (GtkWidget *parent,
                                    EntenteSession *session,
                                    const EntenteQuestion *question,
                                    EntenteId event,
                                    EntentePassage *passage);
/* Which claim answers the question: of its event or of any other move. */
void entente_question_form_present_resolve (GtkWidget *parent,
                                            EntenteSession *session,
                                            const EntenteQuestion *question);
/* Why the question @index is set aside; @sentence: the question in words. */
void entente_question_form_present_aside (GtkWidget *parent,
                                          EntenteSession *session,
                                          EntenteQuestions *questions,
                                          guint index,
                                          const char *sentence);

G_END_DECLS
