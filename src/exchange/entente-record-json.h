/* Records and fields as JSON (jansson), after the field table of core. Ids are decimal strings,
 * vocabularies nicks, dates objects {"edtf", "wording", "earliest", "latest", …}. Stable names: the
 * command line's contract. */
#pragma once

#include "entente-error.h"
#include "entente-record.h"
#include <jansson.h>

G_BEGIN_DECLS

/* {"edtf", "wording", "earliest", "latest"} and, when not at their defaults, "basis", "not_before",
 * "not_after", "bound_reason", "still_so", "day_order", "calendar", "as_entered", "readings". Never
 * NULL. */
json_t *entente_date_to_json (const EntenteDate *date);
/* Accepts such an object or a bare EDTF string; JSON null gives an undated value. */
EntenteDate *entente_date_from_json (json_t *json, GError **error);
json_t *entente_record_to_json (gconstpointer record);
/* Sets the fields that @object names; unknown names are INVALID unless listed in @ignore
 * (NULL-terminated). @resolve turns a string into an id of @target ("key" or decimal); NULL:
 * decimal only. */
typedef EntenteId (*EntenteResolve) (gpointer data,
                                     EntenteEntity target,
                                     const char *text,
                                     GError **error);
gboolean entente_record_set_json (gpointer record,
                                  json_t *object,
                                  const char *const *ignore,
                                  EntenteResolve resolve,
                                  gpointer data,
                                  GError **error);

/* Reads JSON from outside: at most 64 MB, nested at most as deep as jansson allows (2,048), no name
 * twice in an object. @name and @line (of the first byte, from 1) are for the message. INVALID with
 * a sentence. */
json_t *entente_json_load (const char *bytes,
                           gsize length,
                           const char *name,
                           gint64 line,
                           GError **error);

G_END_DECLS
