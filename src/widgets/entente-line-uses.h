/* EntenteLineUses: the lines of a text that was read, and what each of them is: title, byline,
 * text, note, or left out. A person corrects it: chooses lines and says what they are, by a button
 * or by a key. Main thread.
 *
 * Signal "changed" (): lines are something else now. */
#pragma once

#include "entente-structure.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_LINE_USES (entente_line_uses_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLineUses, entente_line_uses, ENTENTE, LINE_USES, GtkBox)

/* @text is that of @structure; both are read and not kept. */
GtkWidget *entente_line_uses_new (const char *text, const EntenteStructure *structure);
/* One for each line. Free with g_free. */
EntenteLineUse *entente_line_uses_dup (EntenteLineUses *self, guint *n_uses);
/* Shows what they are, one for each line; no signal. */
void entente_line_uses_set (EntenteLineUses *self, const EntenteLineUse *uses, guint n_uses);

G_END_DECLS
