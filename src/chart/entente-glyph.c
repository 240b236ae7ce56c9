/* The twelve shapes of moves as path data, and how evidence and mode change them. Draws through a
 * sink of a few calls, so Cairo on the screen, on paper and in lists show the same. Paths are
 * parsed on first use and kept; any thread.
 */
#include "config.h"

#include "entente-glyph.h"

#define OUTLINE_WIDTH 1.5
#define INNER_WIDTH 1.9
#define HALO_WIDTH 1.8
#define BAR_WIDTH 2.0
#define BAR_OVERHANG 1.6
#define CORE_RADIUS 2.1

#define SAY_OUTLINE                                                                                \
  "M3.6 2 H12.4 A2.2 2.2 0 0 1 14.6 4.2 V8.8 A2.2 2.2 0 0 1 12.4 11 H8.6 L5 14.4 V11 H3.6 "        \
  "A2.2 2.2 0 0 1 1.4 8.8 V4.2 A2.2 2.2 0 0 1 3.6 2 Z"
#define NO_COMMENT "M4.9 6.5 h.01 M8 6.5 h.01 M11.1 6.5 h.01"

typedef struct {
  const char *outline;
  const char *inner; /* or NULL */
  double left, right; /* reach of the outline, for the bar of a denial */
  double core_x, core_y; /* middle of the core */
} Shape;

static const Shape shapes[ENTENTE_N_GROUPS] = {
  [ENTENTE_GROUP_INVITE] = { "M4 2.2 L13.8 8 L4 13.8 Z", NULL, 4, 13.8, 7.2, 8 },
  [ENTENTE_GROUP_OFFER] = { "M1.4 4.4 H14.6 C14.6 9.6 11.8 13 8 13 C4.2 13 1.4 9.6 1.4 4.4 Z",
                            NULL,
                            1.4,
                            14.6,
                            8,
                            7.8 },
  [ENTENTE_GROUP_ACCEPT] = { "M8 1.6 A6.4 6.4 0 1 1 8 14.4 A6.4 6.4 0 1 1 8 1.6 Z",
                             "M4.9 8.3 L7.1 10.5 L11.2 5.8",
                             1.6,
                             14.4,
                             8,
                             8 },
  [ENTENTE_GROUP_REFUSE] = { "M4.2 1.7 L8 5.5 L11.8 1.7 L14.3 4.2 L10.5 8 L14.3 11.8 L11.8 14.3 L8 "
                             "10.5 "
                             "L4.2 14.3 L1.7 11.8 L5.5 8 L1.7 4.2 Z",
                             NULL,
                             1.7,
                             14.3,
                             8,
                             8 },
  [ENTENTE_GROUP_DELAY] = { "M2.8 1.8 H13.2 L9.1 8 L13.2 14.2 H2.8 L6.9 8 Z",
                            NULL,
                            2.8,
                            13.2,
                            8,
                            8 },
  [ENTENTE_GROUP_MEET] = { "M8 4.2 A4.5 4.5 0 1 0 8 11.8 A4.5 4.5 0 1 0 8 4.2 Z",
                           NULL,
                           1,
                           15,
                           8,
                           8 },
  [ENTENTE_GROUP_AGREE] = { "M8 1 L9.95 3.29 L12.95 3.05 L12.71 6.05 L15 8 L12.71 9.95 L12.95 "
                            "12.95 "
                            "L9.95 12.71 L8 15 L6.05 12.71 L3.05 12.95 L3.29 9.95 L1 8 L3.29 6.05 "
                            "L3.05 3.05 "
                            "L6.05 3.29 Z",
                            NULL,
                            1,
                            15,
                            8,
                            8 },
  [ENTENTE_GROUP_PRESS] = { "M2 3.2 H14 L8 13.8 Z", NULL, 2, 14, 8, 6.8 },
  [ENTENTE_GROUP_SAY] = { SAY_OUTLINE, NULL, 1.4, 14.6, 8, 6.5 },
  [ENTENTE_GROUP_DENY] = { SAY_OUTLINE, "M4.9 9.3 L11.1 3.7", 1.4, 14.6, 8, 6.5 },
  [ENTENTE_GROUP_DEED] = { "M4 2.4 H12 A1.6 1.6 0 0 1 13.6 4 V12 A1.6 1.6 0 0 1 12 13.6 H4 "
                           "A1.6 1.6 0 0 1 2.4 12 V4 A1.6 1.6 0 0 1 4 2.4 Z",
                           NULL,
                           2.4,
                           13.6,
                           8,
                           8 },
  [ENTENTE_GROUP_OUTSIDE] = { "M8 1.4 L14.6 8 L8 14.6 L1.4 8 Z", NULL, 1.4, 14.6, 8, 8 },
};

typedef struct {
  GArray *outline[ENTENTE_N_GROUPS];
  GArray *inner[ENTENTE_N_GROUPS]; /* or NULL */
  GArray *no_comment;
} Paths;

static gpointer
parse_paths (gpointer data)
{
  Paths *paths = g_new0 (Paths, 1);

  for (guint i = 0; i < ENTENTE_N_GROUPS; i++) {
    paths->outline[i] = entente_glyph_parse_path (shapes[i].outline);
    if (shapes[i].inner != NULL)
      paths->inner[i] = entente_glyph_parse_path (shapes[i].inner);
  }
  paths->no_comment = entente_glyph_parse_path (NO_COMMENT);
  return paths;
}

static const Paths *
get_paths (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, parse_paths, NULL);
}

const EntenteGlyphOp *
entente_glyph_get_outline (EntenteKindGroup group, guint *n)
{
  const GArray *path = get_paths ()->outline[group < ENTENTE_N_GROUPS ? group : ENTENTE_GROUP_SAY];

  *n = path->len;
  return (const EntenteGlyphOp *) path->data;
}

const EntenteGlyphOp *
entente_glyph_get_inner (EntenteKindGroup group, gboolean no_comment, guint *n)
{
  const Paths *paths = get_paths ();
  const GArray *path = group < ENTENTE_N_GROUPS ? paths->inner[group] : NULL;

  if (group == ENTENTE_GROUP_DENY && no_comment)
    path = paths->no_comment;
  *n = path != NULL ? path->len : 0;
  return path != NULL ? (const EntenteGlyphOp *) path->data : NULL;
}

static EntenteGlyphFill
get_fill (EntenteEvidence evidence)
{
  switch (evidence) {
  case ENTENTE_EVIDENCE_SAME_ORIGIN:
    return ENTENTE_FILL_CORE;
  case ENTENTE_EVIDENCE_CORROBORATED:
  case ENTENTE_EVIDENCE_CONFIRMED:
    return ENTENTE_FILL_FULL;
  case ENTENTE_EVIDENCE_CONTESTED:
    return ENTENTE_FILL_HALF;
  case ENTENTE_EVIDENCE_DENIED:
    return ENTENTE_FILL_STRUCK;
  case ENTENTE_EVIDENCE_WITHDRAWN:
    return ENTENTE_FILL_WITHDRAWN;
  case ENTENTE_EVIDENCE_NONE:
  case ENTENTE_EVIDENCE_SINGLE:
  default:
    return ENTENTE_FILL_HOLLOW;
  }
}

EntenteGlyph
entente_glyph_for (const EntenteKind *kind, EntenteEvidence evidence, EntenteMode mode)
{
  EntenteGlyph glyph = { 0 };

  glyph.group = (guint8) (kind != NULL ? kind->group : ENTENTE_GROUP_OUTSIDE);
  glyph.fill = (guint8) get_fill (evidence);
  if (evidence == ENTENTE_EVIDENCE_NONE)
    glyph.outline = ENTENTE_OUTLINE_DOTTED;
  else if (mode != ENTENTE_MODE_FACTUAL)
    glyph.outline = ENTENTE_OUTLINE_BROKEN;
  glyph.no_comment =
    kind != NULL && kind->id[0] == 'n' &&
    (g_str_equal (kind->id, "no-comment") || g_str_equal (kind->id, "neither-nor"));
  return glyph;
}

/* ---- drawing ---- */

static void
trace (const EntenteGlyphOp *ops, guint n, const EntenteGlyphSink *sink, gpointer data)
{
  for (guint i = 0; i < n; i++) {
    switch (ops[i].type) {
    case ENTENTE_GLYPH_MOVE:
      sink->move_to (data, ops[i].xy[0], ops[i].xy[1]);
      break;
    case ENTENTE_GLYPH_LINE:
      sink->line_to (data, ops[i].xy[0], ops[i].xy[1]);
      break;
    case ENTENTE_GLYPH_CURVE:
      sink->curve_to (data, ops[i].xy);
      break;
    case ENTENTE_GLYPH_CLOSE:
    default:
      sink->close_path (data);
      break;
    }
  }
}

static void
trace_outline (EntenteGlyph glyph, const EntenteGlyphSink *sink, gpointer data)
{
  guint n;
  const EntenteGlyphOp *ops = entente_glyph_get_outline (glyph.group, &n);

  trace (ops, n, sink, data);
}

static void
draw_ground (EntenteGlyph glyph, gboolean halo, const EntenteGlyphSink *sink, gpointer data)
{
  if (halo) {
    trace_outline (glyph, sink, data);
    sink->stroke (data, ENTENTE_INK_GROUND, OUTLINE_WIDTH + 2 * HALO_WIDTH, NULL, 0);
  }
  trace_outline (glyph, sink, data);
  sink->fill (data, ENTENTE_INK_GROUND);
}

static void
draw_core (EntenteGlyph glyph, const EntenteGlyphSink *sink, gpointer data)
{
  const Shape *shape = &shapes[glyph.group];

  /* A point with round caps. */
  sink->move_to (data, shape->core_x, shape->core_y);
  sink->line_to (data, shape->core_x + 0.01, shape->core_y);
  sink->stroke (data, ENTENTE_INK_COLOUR, 2 * CORE_RADIUS, NULL, 0);
}

static void
draw_fill (EntenteGlyph glyph, const EntenteGlyphSink *sink, gpointer data)
{
  if (glyph.fill == ENTENTE_FILL_CORE) {
    draw_core (glyph, sink, data);
  } else if (glyph.fill == ENTENTE_FILL_FULL || glyph.fill == ENTENTE_FILL_HALF) {
    if (glyph.fill == ENTENTE_FILL_HALF)
      sink->clip_left_of (data, ENTENTE_GLYPH_GRID / 2);
    trace_outline (glyph, sink, data);
    sink->fill (data, ENTENTE_INK_COLOUR);
    if (glyph.fill == ENTENTE_FILL_HALF)
      sink->unclip (data);
  }
}

static void
draw_inner (EntenteGlyph glyph, const EntenteGlyphSink *sink, gpointer data)
{
  guint n;
  const EntenteGlyphOp *ops = entente_glyph_get_inner (glyph.group, glyph.no_comment, &n);

  if (n == 0)
    return;
  trace (ops, n, sink, data);
  sink->stroke (data,
                glyph.fill == ENTENTE_FILL_FULL ? ENTENTE_INK_GROUND : ENTENTE_INK_COLOUR,
                INNER_WIDTH,
                NULL,
                0);
  if (glyph.fill != ENTENTE_FILL_HALF)
    return;
  sink->clip_left_of (data, ENTENTE_GLYPH_GRID / 2);
  trace (ops, n, sink, data);
  sink->stroke (data, ENTENTE_INK_GROUND, INNER_WIDTH, NULL, 0);
  sink->unclip (data);
}

static void
draw_outline (EntenteGlyph glyph, const EntenteGlyphSink *sink, gpointer data)
{
  static const double broken[] = { 1.9, 2.9 };
  static const double dotted[] = { 0.01, 2.5 };

  trace_outline (glyph, sink, data);
  switch (glyph.outline) {
  case ENTENTE_OUTLINE_BROKEN:
    sink->stroke (data, ENTENTE_INK_COLOUR, OUTLINE_WIDTH, broken, 2);
    break;
  case ENTENTE_OUTLINE_DOTTED:
    sink->stroke (data, ENTENTE_INK_COLOUR, OUTLINE_WIDTH, dotted, 2);
    break;
  case ENTENTE_OUTLINE_UNBROKEN:
  default:
    sink->stroke (data, ENTENTE_INK_COLOUR, OUTLINE_WIDTH, NULL, 0);
    break;
  }
}

static void
draw_bar (EntenteGlyph glyph,
          EntenteGlyphInk ink,
          double width,
          const EntenteGlyphSink *sink,
          gpointer data)
{
  const Shape *shape = &shapes[glyph.group];
  double y = shape->core_y;

  sink->move_to (data, shape->left - BAR_OVERHANG, y);
  sink->line_to (data, shape->right + BAR_OVERHANG, y);
  sink->stroke (data, ink, width, NULL, 0);
}

void
entente_glyph_draw (EntenteGlyph glyph, gboolean halo, const EntenteGlyphSink *sink, gpointer data)
{
  gboolean struck = glyph.fill == ENTENTE_FILL_STRUCK || glyph.fill == ENTENTE_FILL_WITHDRAWN;

  if (glyph.group >= ENTENTE_N_GROUPS)
    glyph.group = ENTENTE_GROUP_SAY;
  draw_ground (glyph, halo, sink, data);
  if (halo && struck)
    draw_bar (glyph, ENTENTE_INK_GROUND, BAR_WIDTH + 2 * HALO_WIDTH, sink, data);
  draw_fill (glyph, sink, data);
  draw_outline (glyph, sink, data);
  draw_inner (glyph, sink, data);
  if (struck)
    draw_bar (glyph, ENTENTE_INK_COLOUR, BAR_WIDTH, sink, data);
}
