/* The line below a question: what kind it is, about which move, when that was, and what became of
 * the question. Main thread. */
#pragma once

#include "entente-event-reader.h"
#include "entente-question-list.h"

G_BEGIN_DECLS

/* The date may come later: the reader tells. Free. */
char *entente_question_note_format (EntenteStudy *study,
                                    EntenteEventReader *reader,
                                    EntenteQuestionItem *item);

G_END_DECLS
