/* EntenteHit: what of a scene is at a point. The same shapes as drawn: never a second geometry. */
#pragma once

#include "entente-scene.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_HIT_NOTHING, /* below the last lane */
  ENTENTE_HIT_LANE, /* ground of a lane */
  ENTENTE_HIT_DENSITY, /* a bar: index in bars */
  ENTENTE_HIT_BAND, /* index in bands; row is set */
  ENTENTE_HIT_TITLE, /* index in titles; row is set */
  ENTENTE_HIT_MOVED, /* arrow from the old date of a thing put off: index in links; row is set */
  ENTENTE_HIT_LINK, /* pill of a link: index in links */
  ENTENTE_HIT_BUNDLE, /* index in bundles */
  ENTENTE_HIT_MARK, /* index in marks; row is set */
} EntenteHitKind;

typedef struct {
  EntenteHitKind kind;
  guint lane; /* ENTENTE_NO_INDEX below the last lane */
  guint index;
  guint32 row; /* ENTENTE_NO_INDEX unless an event is hit */
} EntenteHit;

/* Front to back: marks, bundles, titles, arrows from old dates, bands, bars, lanes. Pills of links,
 * which lie on top, are the caller's, who may draw them elsewhere than the scene has them. A mark
 * reaches 8 px to all sides, a bundle as far as its pill, a title 9 px above and below its middle,
 * an arrow 3 px to each side, a band over its whole length and height. @slop_px widens marks,
 * bundles and arrows: 2 for a mouse, 14 for a finger. Selected and filtered marks come before those
 * of old dates and these before ghosts, nearer before farther; short bands before long ones. */
EntenteHit entente_hit_find_below_links (const EntenteScene *scene,
                                         double x,
                                         double y,
                                         double slop_px);
/* Is the point on the pill of @link, placed as it is drawn? */
gboolean entente_hit_is_on_pill (const EntenteScene *scene,
                                 const EntenteSceneLink *link,
                                 double x,
                                 double y);
/* Index of the era whose stretch or name is at @x in @line of the band of eras, or -1; the shortest
 * lies on top. */
int entente_hit_find_era (const EntenteScene *scene, double x, guint line);
/* Index of the turning point whose rule or flag is at @x, or -1: of its line in the band of eras.
 */
int entente_hit_find_turn (const EntenteScene *scene, double x);
/* Index of the shortest round at the point, or -1; what lies on it is asked for before. */
int entente_hit_find_round (const EntenteScene *scene, double x, double y);
/* Index of the chip at @x, or -1. */
int entente_hit_find_chip (const EntenteScene *scene, double x);
/* Rows (sorted, each once) of the marks inside the filter whose glyph stands in the rectangle. Free
 * the array. */
GArray *entente_hit_find_rows (const EntenteScene *scene,
                               double x0,
                               double y0,
                               double x1,
                               double y1);

G_END_DECLS
