/* EntenteClaimFields: the fields of what one voice says: stance, hedge, speaker, naming, outlet,
 * note; and, where asked for, what it claims otherwise. Part of the forms of events and claims.
 * Main thread. */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_CLAIM_FIELDS (entente_claim_fields_get_type ())
G_DECLARE_FINAL_TYPE (EntenteClaimFields, entente_claim_fields, ENTENTE, CLAIM_FIELDS, GtkWidget)

/* @with_claimed: also its own date and other values that it claims. */
GtkWidget *entente_claim_fields_new (gboolean with_claimed);
void entente_claim_fields_set_chronicle (EntenteClaimFields *fields,
                                         const EntenteChronicle *chronicle);
/* The date of the article, for claimed dates without a year; NULL for none. */
void entente_claim_fields_set_published (EntenteClaimFields *fields, const EntenteDate *published);
void entente_claim_fields_show (EntenteClaimFields *fields, const EntenteClaim *claim);
/* Writes the fields into a claim that is not shared yet. A speaker or outlet that is no actor is
 * kept in words; actors and places that it claims and that are not there yet are appended to
 * @fresh, with ids, to be inserted first. */
void entente_claim_fields_store (EntenteClaimFields *fields, EntenteClaim *claim, GPtrArray *fresh);
/* What cannot be read, or NULL. */
const char *entente_claim_fields_get_error (EntenteClaimFields *fields);

G_END_DECLS
