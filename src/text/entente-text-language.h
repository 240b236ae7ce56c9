/* In which language a text is, told by its commonest small words and its script; private to text
 * and exchange. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* BCP 47 code, static; NULL when the text is too short or the words do not tell. */
const char *entente_text_guess_language (const char *text);

G_END_DECLS
