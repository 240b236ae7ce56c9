/* Small and capital letters that do not depend on the language of the machine. GLib's functions
 * follow the locale: under a Turkish one “Iran” begins with a letter that is no i, and would not be
 * found in an English text. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As g_utf8_strdown() and g_utf8_strup() where no locale is set. Free. */
char *entente_letters_down (const char *text, gssize length);
char *entente_letters_up (const char *text, gssize length);

G_END_DECLS
