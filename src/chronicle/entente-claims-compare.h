/* The claims under an event side by side: for each thing that claims say, which values there are,
 * who gives them, and whether they agree, vary or exclude each other. Derived, never stored. Pure;
 * any thread.
 *
 * Whatever values make an event contested (entente_derive_evidence) conflict here too, but not the
 * other way round. Evidence weighs voices against each other, so it heeds only values that claims
 * give themselves, of voices that are not the same, as they last put it. Here a reader compares
 * what was written with what the event says: a claim that gives no value is taken to tell of the
 * event as it is, which no voice has said, and a correction stands beside what it corrects. Such
 * conflicts are shown, and contest nothing.
 */
#pragma once

#include "entente-chronicle.h"
#include "entente-detail.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_CLAIMS_DATE,
  ENTENTE_CLAIMS_KIND,
  ENTENTE_CLAIMS_WHO,
  ENTENTE_CLAIMS_TO,
  ENTENTE_CLAIMS_PLACE,
  ENTENTE_CLAIMS_OTHER, /* any other value claimed: "claimed_text" */
  ENTENTE_CLAIMS_STANCE,
  ENTENTE_CLAIMS_HEDGE,
  ENTENTE_CLAIMS_SPEAKER,
  ENTENTE_CLAIMS_NAMING,
  ENTENTE_CLAIMS_OUTLET,
} EntenteClaimsFieldId;

typedef enum {
  ENTENTE_CLAIMS_AGREE, /* one value */
  ENTENTE_CLAIMS_VARY, /* several, which may all be true */
  ENTENTE_CLAIMS_CONFLICT, /* several, of which two exclude each other */
} EntenteClaimsRelation;

typedef struct {
  char *text; /* in words */
  GArray *claims; /* guint: numbers of the claims in the detail that give it */
  gboolean is_of_event; /* the event itself has it */
} EntenteClaimsValue;

typedef struct {
  EntenteClaimsFieldId id;
  EntenteClaimsRelation relation;
  GPtrArray *values; /* EntenteClaimsValue; the event's own first */
} EntenteClaimsField;

/* Fields of which at least one claim says something, in order; array of EntenteClaimsField. Free
 * with g_ptr_array_unref(). */
GPtrArray *entente_claims_compare (const EntenteChronicle *chronicle,
                                   const EntenteEventDetail *detail);
/* "Date". */
const char *entente_claims_field_get_label (const EntenteClaimsField *field);
/* "dates exclude each other", "all agree", "2 outlets". Free. */
char *entente_claims_field_describe (const EntenteClaimsField *field);
/* What @evidence means and in what the claims conflict, in a sentence or two: whether it happened
 * is one thing, what they say of it another.
 * @fields are those compared. NULL when there is nothing to explain. Free. */
char *entente_claims_explain (EntenteEvidence evidence, const GPtrArray *fields);
/* In what a claim of one set (guint: numbers in the detail) and a claim of the other exclude each
 * other: bits 1 << EntenteClaimsFieldId, of fields that can conflict. A claim that gives no value
 * of its own stands for that of the event. */
guint entente_claims_find_conflicts (const EntenteChronicle *chronicle,
                                     const EntenteEventDetail *detail,
                                     const GArray *claims,
                                     const GArray *others);

/* "=", "≈" or "≠". */
const char *entente_claims_relation_get_sign (EntenteClaimsRelation relation);

/* Who speaks in a claim, and where; NULL when it is not known. Borrowed. */
const char *entente_claims_get_speaker (const EntenteChronicle *chronicle,
                                        const EntenteEventDetail *detail,
                                        guint claim);
const char *entente_claims_get_outlet (const EntenteChronicle *chronicle,
                                       const EntenteEventDetail *detail,
                                       guint claim);
/* "John Nicholson · Reuters". Free. */
char *entente_claims_describe_voice (const EntenteChronicle *chronicle,
                                     const EntenteEventDetail *detail,
                                     guint claim);

G_END_DECLS
