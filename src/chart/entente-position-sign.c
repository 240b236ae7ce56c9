/* Flag and strokes as path data, drawn full or as an outline. */
#include "config.h"

#include "entente-position-sign.h"

#define LINE_WIDTH 1.5
#define STROKE_WIDTH 1.7
#define RIM_WIDTH 3.2

#define POLE "M2.6 1.6 V14.6"
#define FLAG "M2.6 1.6 H14.2 V10.8 H2.6 Z"

static const char *const strokes[] = {
  [ENTENTE_POSITION_DEMAND] = "M8.4 3.5 V6.6 M8.4 8.9 h.01",
  [ENTENTE_POSITION_OFFER] = "M8.4 3.6 V8.8 M5.8 6.2 H11",
  [ENTENTE_POSITION_PRECONDITION] =
    "M6.7 4.7 C6.9 2.9 10.2 3 10.1 4.9 C10 6 8.4 6 8.4 7 M8.4 9.2 h.01",
  [ENTENTE_POSITION_RED_LINE] = "M5 8.9 L11.8 3.5",
  [ENTENTE_POSITION_AGREEMENT] = "M5.8 5.1 H11 M5.8 7.5 H11",
  [ENTENTE_POSITION_REJECTION] = "M6.2 4 L10.6 8.4 M10.6 4 L6.2 8.4",
  [ENTENTE_POSITION_SILENCE] = "M5.6 6.3 h.01 M8.4 6.3 h.01 M11.2 6.3 h.01",
};

typedef struct {
  GArray *pole, *flag;
  GArray *strokes[G_N_ELEMENTS (strokes)];
} Paths;

static gpointer
parse_paths (gpointer data)
{
  Paths *paths = g_new0 (Paths, 1);

  paths->pole = entente_glyph_parse_path (POLE);
  paths->flag = entente_glyph_parse_path (FLAG);
  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    paths->strokes[i] = entente_glyph_parse_path (strokes[i]);
  return paths;
}

static const Paths *
get_paths (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, parse_paths, NULL);
}

static void
add_path (const GArray *path, const EntenteGlyphSink *sink, gpointer data)
{
  for (guint i = 0; i < path->len; i++) {
    const EntenteGlyphOp *op = &g_array_index (path, EntenteGlyphOp, i);

    if (op->type == ENTENTE_GLYPH_MOVE)
      sink->move_to (data, op->xy[0], op->xy[1]);
    else if (op->type == ENTENTE_GLYPH_LINE)
      sink->line_to (data, op->xy[0], op->xy[1]);
    else if (op->type == ENTENTE_GLYPH_CURVE)
      sink->curve_to (data, op->xy);
    else
      sink->close_path (data);
  }
}

static void
stroke_path (const GArray *path,
             EntenteGlyphInk ink,
             double width,
             const EntenteGlyphSink *sink,
             gpointer data)
{
  add_path (path, sink, data);
  sink->stroke (data, ink, width, NULL, 0);
}

void
entente_position_sign_draw (int kind, gboolean hollow, const EntenteGlyphSink *sink, gpointer data)
{
  const Paths *paths = get_paths ();
  EntenteGlyphInk inner = hollow ? ENTENTE_INK_COLOUR : ENTENTE_INK_GROUND;

  stroke_path (paths->flag, ENTENTE_INK_GROUND, RIM_WIDTH, sink, data);
  stroke_path (paths->pole, ENTENTE_INK_GROUND, RIM_WIDTH, sink, data);
  add_path (paths->flag, sink, data);
  sink->fill (data, hollow ? ENTENTE_INK_GROUND : ENTENTE_INK_COLOUR);
  stroke_path (paths->flag, ENTENTE_INK_COLOUR, LINE_WIDTH, sink, data);
  stroke_path (paths->pole, ENTENTE_INK_COLOUR, LINE_WIDTH, sink, data);
  if (kind >= 0 && kind < (int) G_N_ELEMENTS (strokes))
    stroke_path (paths->strokes[kind], inner, STROKE_WIDTH, sink, data);
}
