/* EntenteCliRecords: records as they come, written as a table, as CSV or as one array of JSON. */
#pragma once

#include "entente-listing.h"

G_BEGIN_DECLS

typedef enum { ENTENTE_CLI_TABLE, ENTENTE_CLI_CSV, ENTENTE_CLI_JSON } EntenteCliFormat;

typedef struct _EntenteCliRecords EntenteCliRecords;

/* @path "-" is standard output. */
EntenteCliRecords *entente_cli_records_begin (const char *path,
                                              EntenteListing listing,
                                              EntenteCliFormat format,
                                              EntenteCsvFlavour flavour,
                                              GError **error);
/* Takes @record. */
void entente_cli_records_add (EntenteCliRecords *records, json_t *record);
/* Ends and frees. */
gboolean entente_cli_records_commit (EntenteCliRecords *records, GError **error);
/* Drops what was written and frees. */
void entente_cli_records_abort (EntenteCliRecords *records);

G_END_DECLS
