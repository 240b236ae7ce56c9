/* The numbered scripts of the schema and the version of a file. */
#pragma once

#include "entente-db.h"

G_BEGIN_DECLS

/* A form that adds only tables of its own to an older one may say so, in a setting of this name:
 * the number of the oldest form whose programs can read it. Those open such a study for reading
 * only. */
#define ENTENTE_SCHEMA_READABLE_BY "readable-by-form"

/* Number of the newest script. */
int entente_schema_get_latest (void);
/* Does the file lack no script? */
gboolean entente_schema_is_latest (EntenteDb *db);
/* TOO_NEW when the file was written by a newer program; unless it says that this one may read it:
 * then it is read only. */
gboolean entente_schema_check_version (EntenteDb *db, GError **error);
/* CORRUPT when sqlite_schema is not, word by word, what our scripts up to the file's version make;
 * a newer form may have tables beside them. */
gboolean entente_schema_compare (EntenteDb *db, GError **error);
/* Runs the scripts that the file lacks, in one transaction, and writes the version last. */
gboolean entente_schema_migrate (EntenteDb *db, GError **error);
/* Makes the tables of a new study in an empty file. */
gboolean entente_schema_create (EntenteDb *db, GError **error);
/* The same as the program made them that knew @version scripts. */
gboolean entente_schema_create_form (EntenteDb *db, int version, GError **error);

G_END_DECLS
