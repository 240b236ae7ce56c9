/* EntenteGlyph: the shapes of the kinds of move (one for each group of kinds), their fill by
 * evidence and their outline by mode. The one home of all paths: timeline, margin, lists and paper
 * draw through it.
 *
 * Shapes are on a grid of 16 x 16. Whoever draws gives an EntenteGlyphSink, a handful of calls that
 * a Cairo context answers directly. Paths are parsed once; read-only afterwards; any thread.
 */
#pragma once

#include "entente-enums.h"
#include "entente-kind.h"

G_BEGIN_DECLS

#define ENTENTE_GLYPH_GRID 16.0
#define ENTENTE_GLYPH_SIZE_TIMELINE 15.5
#define ENTENTE_GLYPH_SIZE_MARGIN 14.0
#define ENTENTE_GLYPH_SIZE_LIST 17.0
#define ENTENTE_GLYPH_SIZE_MIN 12.0

typedef enum {
  ENTENTE_FILL_HOLLOW, /* one report */
  ENTENTE_FILL_CORE, /* several reports of one origin */
  ENTENTE_FILL_FULL, /* corroborated or confirmed */
  ENTENTE_FILL_HALF, /* contested */
  ENTENTE_FILL_STRUCK, /* denied */
  ENTENTE_FILL_WITHDRAWN, /* struck through, to be drawn grey */
} EntenteGlyphFill;

typedef enum {
  ENTENTE_OUTLINE_UNBROKEN,
  ENTENTE_OUTLINE_BROKEN, /* announced, conditional, hypothetical */
  ENTENTE_OUTLINE_DOTTED, /* no passage yet, or a suggestion */
} EntenteGlyphOutline;

/* What decides a glyph, its colour apart; fits a key of a cache. */
typedef struct {
  guint8 group; /* EntenteKindGroup */
  guint8 fill; /* EntenteGlyphFill */
  guint8 outline; /* EntenteGlyphOutline */
  guint8 no_comment; /* Deny with three dots instead of the stroke */
} EntenteGlyph;

EntenteGlyph entente_glyph_for (const EntenteKind *kind,
                                EntenteEvidence evidence,
                                EntenteMode mode);

typedef enum {
  ENTENTE_GLYPH_MOVE, /* xy[0], xy[1] */
  ENTENTE_GLYPH_LINE, /* xy[0], xy[1] */
  ENTENTE_GLYPH_CURVE, /* two control points, end: xy[0] to xy[5] */
  ENTENTE_GLYPH_CLOSE,
} EntenteGlyphOpType;

typedef struct {
  EntenteGlyphOpType type;
  double xy[6];
} EntenteGlyphOp;

/* The closed outline; the inner stroke (1.9 wide), n = 0 when the shape has none. Static. */
const EntenteGlyphOp *entente_glyph_get_outline (EntenteKindGroup group, guint *n);
const EntenteGlyphOp *entente_glyph_get_inner (EntenteKindGroup group,
                                               gboolean no_comment,
                                               guint *n);
/* Reads SVG path data (M L H V C A Z and their relative forms); array of EntenteGlyphOp, NULL when
 * malformed. */
GArray *entente_glyph_parse_path (const char *data);

typedef enum {
  ENTENTE_INK_COLOUR, /* of the actor */
  ENTENTE_INK_GROUND, /* what lies behind */
} EntenteGlyphInk;

typedef struct {
  void (*move_to) (gpointer data, double x, double y);
  void (*line_to) (gpointer data, double x, double y);
  void (*curve_to) (gpointer data, const double *xy); /* six numbers */
  void (*close_path) (gpointer data);
  /* Both use up the path. Joins and caps round. @dashes has @n_dashes lengths, none: unbroken. */
  void (*fill) (gpointer data, EntenteGlyphInk ink);
  void (*stroke) (gpointer data,
                  EntenteGlyphInk ink,
                  double width,
                  const double *dashes,
                  guint n_dashes);
  /* Limits what follows to x < @x, until unclip. */
  void (*clip_left_of) (gpointer data, double x);
  void (*unclip) (gpointer data);
} EntenteGlyphSink;

/* Draws on the grid of 16 x 16; the caller has set origin and scale. With @halo a rim of ground
 * first, 1.8 wide, so that the glyph stands clear of bands. */
void entente_glyph_draw (EntenteGlyph glyph,
                         gboolean halo,
                         const EntenteGlyphSink *sink,
                         gpointer data);

G_END_DECLS
