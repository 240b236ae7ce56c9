/* What words tell of an event, filled into the fields of its form: a proposal, which a person changes or accepts. Main thread;
 * part of the form of events. */
#pragma once

#include "entente-article.h"
#include "entente-date-field.h"
#include "entente-kind-field.h"
#include "entente-who-field.h"

G_BEGIN_DECLS

/* @words may be NULL: then only the likely kinds are put in order. */
void entente_event_fill_kind (EntenteKindField *field,
                              EntenteChronicle *chronicle,
                              const char *words);
void entente_event_fill_who (EntenteWhoField *field,
                             EntenteChronicle *chronicle,
                             const char *words);
/* A date in the words, else right behind or before them; @published completes it, or NULL. */
void entente_event_fill_when (EntenteDateField *field,
                              const EntentePassage *passage,
                              const EntenteDate *published);

G_END_DECLS
