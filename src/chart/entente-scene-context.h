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

/* A round of talks: a bracket from its first to its last move, in the head of each lane in which it
 * has any, with its title above. The bracket spans what is no part of the round, too; what is part
 * of it hangs on the bracket: EntenteSceneRoundDrop. */
typedef struct {
  guint32 row; /* of the round */
  guint16 lane;
  guint8 line; /* in the head, from above: rounds at one time stand on several */
  double x0, x1; /* unclipped */
  double y, height; /* of that line: title, and the rule at its foot */
  double rule_y;
  const char *text; /* title, while it is 40 px wide; else NULL */
  double text_x, text_width;
  guint n_moves, n_in_view; /* that pass the filter and whose place is in view */
} EntenteSceneRound;

/* From the bracket down to the mark of a move that is part of the round, or is the round. */
typedef struct {
  guint round; /* index in rounds[] */
  double x, y0, y1;
} EntenteSceneRoundDrop;

G_END_DECLS
