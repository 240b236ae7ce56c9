/* Events: what the scholar holds to have happened, who took part, and the claims they rest on. */
#pragma once

#include "entente-kind.h"
#include "entente-record.h"

G_BEGIN_DECLS

typedef struct {
  EntenteRecord record;
  char *kind; /* id of an EntenteKind */
  char *title;
  char *summary;
  EntenteDate *when;
  EntenteDate *planned; /* first planned date of a thing put off, or NULL */
  EntenteId place;
  EntenteId track;
  int medium; /* EntenteMedium */
  int mode; /* EntenteMode */
  GArray *issues; /* EntenteId, or NULL */
  int judgement; /* EntenteJudgement */
  char *judgement_reason;
  gint64 telling; /* order of telling in the article: code point of the first passage, or 0 */
  gboolean pinned;
  gboolean private_; /* left out of summaries on request; field name "private" */
} EntenteEvent;

typedef struct {
  EntenteRecord record;
  EntenteId event;
  EntenteId actor;
  int role; /* EntenteRole */
  EntenteId speaks_for; /* for a spokesman: for whom, or none */
} EntenteParticipation;

/* What one voice says of one event. */
typedef struct {
  EntenteRecord record;
  EntenteId event;
  EntenteId passage; /* or none */
  EntenteId outlet; /* actor of kind media, or none: the article's publication */
  char *outlet_name; /* when the outlet is no actor: "press reports" */
  EntenteId speaker; /* actor, or none */
  char *speaker_class; /* "a senior official", or NULL */
  int naming; /* EntenteNaming */
  int stance; /* EntenteStance */
  int hedge; /* EntenteHedge */
  EntenteDate *claimed_when; /* when this voice gives its own date */
  char *claimed_kind; /* id of a kind, when it differs */
  char *claimed_text; /* any other value it claims */
  char *note;
  GArray *claimed_who; /* EntenteId of actors: who acted, when it differs; or NULL */
  GArray *claimed_to; /* EntenteId of actors: to whom, when it differs; or NULL */
  EntenteId claimed_place; /* where, when it differs, or none */
} EntenteClaim;

typedef struct {
  EntenteRecord record;
  EntenteId from; /* the answer */
  EntenteId to; /* the move that it answers */
  int type; /* EntenteLinkType */
  int basis; /* EntenteLinkBasis */
  EntenteId passage; /* where it is said, or none */
} EntenteLink;

/* An order of events that the text gives without dates. */
typedef struct {
  EntenteRecord record;
  EntenteId event;
  EntenteId other;
  int relation; /* EntenteOrderRelation, of @event to @other */
  gint64 days; /* of WITHIN_DAYS */
  EntenteId passage; /* or none: inferred */
} EntenteOrder;

ENTENTE_DECLARE_RECORD (EntenteEvent, entente_event, EVENT)
ENTENTE_DECLARE_RECORD (EntenteParticipation, entente_participation, PARTICIPATION)
ENTENTE_DECLARE_RECORD (EntenteClaim, entente_claim, CLAIM)
ENTENTE_DECLARE_RECORD (EntenteLink, entente_link, LINK)
ENTENTE_DECLARE_RECORD (EntenteOrder, entente_order, ORDER)

G_END_DECLS
