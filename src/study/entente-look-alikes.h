/* Look-alikes: what a person who wrote a name that does not exist may have meant. Pure; safe in any
 * thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The up to three of @names nearest to @wanted, best first, and none that is far off.
 * NULL-terminated; free with g_strfreev. */
char **entente_look_alikes_find (const char *wanted, const char *const *names);
/* " Did you mean “Taliban” or “Taleban”?", to be put behind a sentence; "" when nothing is near.
 * Free. */
char *entente_look_alikes_ask (const char *wanted, const char *const *names);

G_END_DECLS
