/* EntenteWordsField: the words that a claim is read from, typed or pasted: an entry that says
 * whether they stand in the text of the article that is being read, and where. Main thread.
 *
 * Signal "changed" (). */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_WORDS_FIELD (entente_words_field_get_type ())
G_DECLARE_FINAL_TYPE (EntenteWordsField, entente_words_field, ENTENTE, WORDS_FIELD, GtkBox)

/* Of the article that @session shows. */
GtkWidget *entente_words_field_new (EntenteSession *session);
/* The words as a passage without id, or NULL: there are none, or they are not found. The caller's.
 */
EntentePassage *entente_words_field_dup_passage (EntenteWordsField *field);
/* A sentence when words are typed that do not stand in the text; else NULL. Borrowed. */
const char *entente_words_field_get_error (EntenteWordsField *field);

G_END_DECLS
