/* A small study in memory for tests of summaries and pages: talks between a port and a union. */
#pragma once

#include "entente-summary.h"

G_BEGIN_DECLS

/* Ids of its events, in order; the fourth is undated, the fifth private. */
enum {
  HARBOUR_OFFER = 101,
  HARBOUR_REFUSAL,
  HARBOUR_TALKS,
  HARBOUR_UNDATED,
  HARBOUR_PRIVATE,
  HARBOUR_N_EVENTS = 5
};

EntenteChronicle *entente_harbour_make_chronicle (void);
/* The same, where the refusal does @type to the offer. */
EntenteChronicle *entente_harbour_make_chronicle_linked (EntenteLinkType type);
/* Whether its date is told (it is at first), or only bounded by something else. */
void entente_harbour_tell_refusal (gboolean told);
/* A source that knows its events and its one article; fails for event @missing (0: for none). It
 * knows positions too: the port demands (2 May 2031) and then offers something (in May 2031) on the
 * issue "Pay", the union refuses (by 10 May) on "Pay" and says something undated; and one question
 * of a person's own about the talks. */
EntenteSummarySource entente_harbour_make_source (EntenteId missing);
EntenteDocument *entente_harbour_make_document (const EntenteSummaryOptions *options);

G_END_DECLS
