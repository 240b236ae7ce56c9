/* Rows: the narrow form in which a store hands all events of a study to whoever keeps them in
 * columns.
 *
 * Plain structs of numbers, valid only during the call that delivers them; strings are borrowed. A
 * store calls the functions of an EntenteRowSink on its worker thread: all actors first, then
 * aliases and affiliations, places, tracks, issues, articles and the user's own fields; then events
 * by rising id, participations, event issues, claims, links and orders in any order, each after its
 * event.
 */
#pragma once

#include "entente-actor.h"
#include "entente-article.h"
#include "entente-context.h"
#include "entente-event.h"
#include "entente-study-records.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_ROW_UNCERTAIN = 1 << 0,
  ENTENTE_ROW_APPROXIMATE = 1 << 1,
  ENTENTE_ROW_STILL_SO = 1 << 2,
  ENTENTE_ROW_BOUNDED_START = 1 << 3, /* points are narrowed by a derived lower bound */
  ENTENTE_ROW_BOUNDED_END = 1 << 4, /* … by a derived upper bound */
  ENTENTE_ROW_PINNED = 1 << 5,
  ENTENTE_ROW_PRIVATE = 1 << 6,
  ENTENTE_ROW_READINGS = 1 << 7, /* several readings: the whole value is needed to draw it */
  ENTENTE_ROW_PLANNED = 1 << 8, /* has a planned date value */
  /* Set by the chronicle alone: */
  ENTENTE_ROW_ORDERED = 1 << 9, /* orders narrow its points or give it its place */
  ENTENTE_ROW_FOLLOWS = 1 << 10, /* its place is that of another move, which it follows or leads */
} EntenteRowFlags;

#define ENTENTE_ROW_BOUNDED (ENTENTE_ROW_BOUNDED_START | ENTENTE_ROW_BOUNDED_END)

typedef struct {
  EntenteId id;
  EntenteDatePoints points;
  EntenteSpan
    told; /* the window without derived bounds; only where a flag says that one narrowed it */
  gint32 day_order;
  gint32 telling;
  guint16 kind; /* index of an EntenteKind */
  guint16 flags; /* EntenteRowFlags */
  guint8 form; /* EntenteDateForm */
  guint8 precision; /* EntentePrecision */
  guint8 basis; /* EntenteBasis */
  guint8 mode; /* EntenteMode */
  guint8 judgement; /* EntenteJudgement */
  guint8 medium; /* EntenteMedium */
  EntenteId track;
  EntenteId place;
} EntenteEventRow;

typedef struct {
  EntenteId event;
  EntenteId actor;
  EntenteId speaks_for;
  guint8 role; /* EntenteRole */
} EntenteParticipationRow;

typedef struct {
  EntenteId id;
  EntenteId event;
  EntenteId article; /* of the passage, or none */
  EntenteId outlet; /* the claim's, else the article's publication where no outlet_name is given */
  EntenteId speaker;
  const char *outlet_name; /* named by the claim itself, or NULL */
  EntenteDatePoints claimed; /* of the claimed date; all MIN/MAX when none */
  gboolean has_claimed;
  const char *claimed_kind;
  const char *claimed_text;
  const GArray *claimed_who, *claimed_to; /* EntenteId of actors, or NULL */
  EntenteId claimed_place; /* or none */
  guint8 stance; /* EntenteStance */
  guint8 hedge; /* EntenteHedge */
} EntenteClaimRow;

typedef struct {
  EntenteId id;
  EntenteId from;
  EntenteId to;
  guint8 type; /* EntenteLinkType */
  guint8 basis; /* EntenteLinkBasis */
} EntenteLinkRow;

typedef struct {
  EntenteId id;
  EntenteId event;
  EntenteId other;
  EntenteId passage; /* or none: inferred */
  gint64 days; /* of WITHIN_DAYS */
  guint8 relation; /* EntenteOrderRelation, of @event to @other */
} EntenteOrderRow;

typedef struct {
  void (*actor) (gpointer sink, const EntenteActor *actor);
  void (*alias) (gpointer sink, const EntenteAlias *alias);
  void (*affiliation) (gpointer sink, const EntenteAffiliation *affiliation);
  void (*place) (gpointer sink, const EntentePlace *place);
  void (*track) (gpointer sink, const EntenteTrack *track);
  void (*issue) (gpointer sink, const EntenteIssue *issue);
  void (*era) (gpointer sink, const EntenteEra *era);
  void (*turning_point) (gpointer sink, const EntenteTurningPoint *turning_point);
  void (*article) (gpointer sink, const EntenteArticle *article);
  void (*field) (gpointer sink, const EntenteField *field);
  void (*field_value) (gpointer sink, const EntenteFieldValue *value);
  void (*event) (gpointer sink, const EntenteEventRow *row);
  void (*participation) (gpointer sink, const EntenteParticipationRow *row);
  void (*event_issue) (gpointer sink, EntenteId event, EntenteId issue);
  void (*claim) (gpointer sink, const EntenteClaimRow *row);
  void (*link) (gpointer sink, const EntenteLinkRow *row);
  void (*order) (gpointer sink, const EntenteOrderRow *row);
} EntenteRowSink;

/* The row of a whole value; the kind's index is that of @event->kind. */
void entente_event_get_row (const EntenteEvent *event, EntenteEventRow *row);

G_END_DECLS
