/* Names of the kinds of move for people; private to core. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Untranslated label of the kind with @id, or NULL. */
const char *entente_kind_find_label (const char *id);

G_END_DECLS
