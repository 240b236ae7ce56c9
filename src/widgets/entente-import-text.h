/* EntenteImportText: what was read of an article besides its facts, in the form in which it is
 * kept: the beginning of its text, what each line of its source is, and its notes with the dates
 * that they cite. Main thread.
 *
 * Signals: "changed" (): a date of a note; "lines-changed" (): a person says that lines are
 * something else, which entente_import_text_use_lines() carries out. */
#pragma once

#include "entente-study.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_IMPORT_TEXT (entente_import_text_get_type ())
G_DECLARE_FINAL_TYPE (EntenteImportText, entente_import_text, ENTENTE, IMPORT_TEXT, GtkBox)

/* @draft must live as long. */
GtkWidget *entente_import_text_new (EntenteArticleDraft *draft);
/* Makes the draft anew by the lines, and shows it; what was typed for notes that are still there
 * stays. FALSE when no line would be left for the text: then the lines are as before. */
gboolean entente_import_text_use_lines (EntenteImportText *self, GError **error);
/* What is wrong with what was typed, or NULL. Borrowed until the next change. */
const char *entente_import_text_get_error (EntenteImportText *self);
/* Writes the dates of the notes into the draft. */
void entente_import_text_store (EntenteImportText *self);

/* A sentence over the whole width of such a form. */
GtkWidget *entente_import_sentence_new (const char *text, const char *class);

G_END_DECLS
