/* The settings under which "committed" means "on disk". */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* Gives the connection its settings and reads each of them back: a library that does not take one
 * would lose work without a word, so the study is refused with a sentence. */
gboolean entente_durable_set (EntenteDb *db, GError **error);

G_END_DECLS
