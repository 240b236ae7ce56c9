/* What makes a study file of unknown origin safe to read. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* In this order: is it a regular file (also tells which)? Is it a study by its header? Then, on the
 * open connection: switches and limits, before any other SQL; content; trust. Each error is a
 * sentence. */
gboolean entente_harden_check_file (const char *path, struct stat *identity, GError **error);
gboolean entente_harden_check_header (const char *path, GError **error);
gboolean entente_harden_connection (EntenteDb *db, GError **error);
gboolean entente_harden_check_content (EntenteDb *db, GError **error);
/* Lets our TEMP triggers use FTS5; only after the schema was compared. */
gboolean entente_harden_trust_schema (EntenteDb *db, GError **error);

G_END_DECLS
