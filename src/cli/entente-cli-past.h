/* What was done to one record, for entente-cli history. */
#pragma once

#include "entente-cli.h"

G_BEGIN_DECLS

/* @record is "event:28147498671005696". */
gboolean entente_cli_print_past (EntenteStore *store,
                                 const char *record,
                                 gboolean json,
                                 GError **error);

G_END_DECLS
