/* What surrounds the moves: places, tracks, issues, eras, positions, open questions and turning
 * points. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

typedef struct {
  EntenteRecord record;
  char *name;
  EntenteId parent;
  double latitude, longitude; /* degrees, both 0: unknown */
} EntentePlace;

typedef struct {
  EntenteRecord record;
  char *name;
  int kind; /* EntenteTrackKind */
  gboolean secret;
  EntenteId host; /* actor */
  EntenteId mediator;
  EntenteDate *extent;
} EntenteTrack;

typedef struct {
  EntenteRecord record;
  char *name;
  EntenteId parent;
  char *note;
} EntenteIssue;

/* A named stretch of time behind the lanes: "ISAF mission", or, recurring, "fighting season". */
typedef struct {
  EntenteRecord record;
  char *name;
  EntenteDate *extent;
  gboolean recurring; /* each year, from and to the same days */
} EntenteEra;

typedef struct {
  EntenteRecord record;
  EntenteId actor;
  EntenteId issue;
  EntenteDate *when;
  int kind; /* EntentePositionKind */
  char *text;
  EntenteId passage;
} EntentePosition;

typedef struct {
  EntenteRecord record;
  char *text;
  char *kind; /* free word: "date", "identity"; of derived ones: entente-questions.h */
  EntenteId event; /* subject, or none */
  int status; /* EntenteQuestionStatus */
  EntenteId resolved_by; /* claim, or none */
  char *reason; /* why set aside */
  EntenteId passage; /* words that it was marked in, or none */
  EntenteId footnote; /* subject in place of an event, or none */
  EntenteId answer; /* event that was proposed as the answer to `event` and is none; else none */
} EntenteQuestion;

/* Where a negotiation took another course, after Druckman: what precipitated it, the departure
 * itself and what came of it, as the scholar judges. */
typedef struct {
  EntenteRecord record;
  char *title;
  char *reason; /* why it is held to be one */
  EntenteId cause; /* event, or none */
  EntenteId departure; /* event */
  EntenteId consequence; /* event, or none */
} EntenteTurningPoint;

ENTENTE_DECLARE_RECORD (EntentePlace, entente_place, PLACE)
ENTENTE_DECLARE_RECORD (EntenteTrack, entente_track, TRACK)
ENTENTE_DECLARE_RECORD (EntenteIssue, entente_issue, ISSUE)
ENTENTE_DECLARE_RECORD (EntenteEra, entente_era, ERA)
ENTENTE_DECLARE_RECORD (EntentePosition, entente_position, POSITION)
ENTENTE_DECLARE_RECORD (EntenteQuestion, entente_question, QUESTION)
ENTENTE_DECLARE_RECORD (EntenteTurningPoint, entente_turning_point, TURNING_POINT)

G_END_DECLS
