/* What a scene shows of the context of moves: turning points and rounds; see entente-scene.h for
 * how it is used. */
#pragma once

#include "entente-chronicle.h"

G_BEGIN_DECLS

/* A turning point: a dotted rule through all lanes at its departure, and a flag with its title in a
 * line of its own at the end of the band of eras. Once one of its events is selected, a bracket
 * leads from the cause to the consequence. */
typedef struct {
  guint32 point; /* index in the chronicle */
  guint32 row; /* of the departure */
  const char *text; /* title; NULL where there is no room */
  double x; /* of the rule */
  double text_x, text_width; /* the title is cut where it is wider */
  gboolean selected; /* one of its events is */
  gboolean has_cause, has_consequence; /* with a place on the axis */
  double cause_x, consequence_x; /* unclipped */
} EntenteSceneTurn;

/* A round of talks behind its lanes, from its first to its last move; one for each lane in which it
 * has any. */
typedef struct {
  guint32 row; /* of the round */
  guint16 lane;
  double x0, x1; /* unclipped */
  double y, height;
  const char *text; /* title, in its first lane and while it is 40 px wide; else NULL */
  double text_x, text_width;
  guint n_moves, n_in_view; /* that pass the filter and whose place is in view */
} EntenteSceneRound;

G_END_DECLS
