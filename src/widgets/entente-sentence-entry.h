/* EntenteSentenceEntry: the filter as a line that is typed (entente-query-line.h), in the place of
 * its sentence. Main thread.
 *
 * It is read at each key: below it stands what would pass, or what is wrong and where, and what may
 * stand at the cursor. Down and Up choose there, Tab takes it. Enter sets the filter, Escape leaves
 * it as it is. Signal "done" (). */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SENTENCE_ENTRY (entente_sentence_entry_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSentenceEntry,
                      entente_sentence_entry,
                      ENTENTE,
                      SENTENCE_ENTRY,
                      GtkWidget)

GtkWidget *entente_sentence_entry_new (void);
/* Takes the filter of @session up, with the keyboard. */
void entente_sentence_entry_start (EntenteSentenceEntry *entry, EntenteSession *session);

G_END_DECLS
