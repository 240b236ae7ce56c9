/* Files in which it is kept what somebody made of all rows of a large study.
 *
 * Beside the user's other caches, never in the study: what comes with a study from somebody else is
 * never one, the study is not written for it, and a study that cannot be written has one too. Each
 * names the state of the study that it was made of, down to the time at which the kernel saw it
 * change last, and is none of any other. Few and bounded in size; anybody may remove them at any
 * time. Any thread. */
#pragma once

#include "entente-store.h"
#include <sys/stat.h>

G_BEGIN_DECLS

/* The state of a study file in words: @counter is the change counter in its header. Free. */
char *entente_kept_describe (const struct stat *file, gint64 counter);

typedef struct _EntenteKept EntenteKept;

/* What was kept of a file in this @state; NULL when nothing was. */
EntenteKept *entente_kept_open (const char *state);
void entente_kept_close (EntenteKept *kept);
gsize entente_kept_get_size (EntenteKept *kept);
/* The next @n bytes; FALSE when there are not as many. An EntenteKeptRead. */
gboolean entente_kept_read (gpointer bytes, gsize n, gpointer kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteKept, entente_kept_close)

G_END_DECLS
