/* Reads SVG path data (M L H V C A Z and their relative forms) into plain operations; arcs become
 * cubic curves. Knows nothing of shapes or colours. Pure; any thread.
 */
#include "config.h"

#include "entente-glyph.h"

#include <math.h>
#include <string.h>

typedef struct {
  const char *at;
  GArray *ops;
  double x, y; /* present point */
  double start_x, start_y; /* of the subpath */
} Parser;

static gboolean
read_number (Parser *parser, double *number)
{
  char *end = NULL;

  while (g_ascii_isspace (*parser->at) || *parser->at == ',')
    parser->at++;
  *number = g_ascii_strtod (parser->at, &end);
  if (end == parser->at || !isfinite (*number))
    return FALSE;
  parser->at = end;
  return TRUE;
}

static gboolean
read_numbers (Parser *parser, double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!read_number (parser, &numbers[i]))
      return FALSE;
  return TRUE;
}

static void
add_op (Parser *parser, EntenteGlyphOpType type, const double *xy, guint n)
{
  EntenteGlyphOp op = { type, { 0 } };

  if (n > 0)
    memcpy (op.xy, xy, n * sizeof (double));
  g_array_append_val (parser->ops, op);
}

static void
go_to (Parser *parser, EntenteGlyphOpType type, double x, double y)
{
  double xy[2] = { x, y };

  add_op (parser, type, xy, 2);
  parser->x = x;
  parser->y = y;
  if (type == ENTENTE_GLYPH_MOVE) {
    parser->start_x = x;
    parser->start_y = y;
  }
}

/* One piece of at most a quarter turn, from angle @a to @b on the circle about (cx, cy). */
static void
add_arc_piece (Parser *parser, double cx, double cy, double radius, double a, double b)
{
  double k = 4.0 / 3.0 * tan ((b - a) / 4) * radius;
  double xy[6] = { cx + radius * cos (a) - k * sin (a),
                   cy + radius * sin (a) + k * cos (a),
                   cx + radius * cos (b) + k * sin (b),
                   cy + radius * sin (b) - k * cos (b),
                   cx + radius * cos (b),
                   cy + radius * sin (b) };

  add_op (parser, ENTENTE_GLYPH_CURVE, xy, 6);
}

/* Circular arcs only (SVG 1.1, F.6.5 with equal radii). */
static void
add_arc (Parser *parser, double radius, gboolean large, gboolean sweep, double x, double y)
{
  double half_x = (parser->x - x) / 2, half_y = (parser->y - y) / 2;
  double half = hypot (half_x, half_y);
  double off, cx, cy, a, b;
  guint n;

  if (half == 0)
    return;
  radius = MAX (radius, half);
  off = sqrt (MAX (0, radius * radius / (half * half) - 1)) * (large == sweep ? -1 : 1);
  cx = (parser->x + x) / 2 + off * half_y;
  cy = (parser->y + y) / 2 - off * half_x;
  a = atan2 (parser->y - cy, parser->x - cx);
  b = atan2 (y - cy, x - cx);
  if (sweep && b < a)
    b += 2 * G_PI;
  if (!sweep && b > a)
    b -= 2 * G_PI;
  n = (guint) ceil (fabs (b - a) / (G_PI / 2) - 1e-9);
  for (guint i = 0; i < n; i++)
    add_arc_piece (parser, cx, cy, radius, a + (b - a) * i / n, a + (b - a) * (i + 1) / n);
  parser->x = x;
  parser->y = y;
}

static gboolean
read_curve (Parser *parser, double ox, double oy)
{
  double xy[6];

  if (!read_numbers (parser, xy, 6))
    return FALSE;
  for (guint i = 0; i < 6; i += 2) {
    xy[i] += ox;
    xy[i + 1] += oy;
  }
  add_op (parser, ENTENTE_GLYPH_CURVE, xy, 6);
  parser->x = xy[4];
  parser->y = xy[5];
  return TRUE;
}

static gboolean
read_arc (Parser *parser, double ox, double oy)
{
  double v[7];

  if (!read_numbers (parser, v, 7) || v[0] <= 0 || v[0] != v[1])
    return FALSE;
  add_arc (parser, v[0], v[3] != 0, v[4] != 0, v[5] + ox, v[6] + oy);
  return TRUE;
}

static gboolean
read_line (Parser *parser, char command, double ox, double oy)
{
  double v[2];

  if (command == 'H' || command == 'V') {
    if (!read_number (parser, v))
      return FALSE;
    go_to (parser,
           ENTENTE_GLYPH_LINE,
           command == 'H' ? v[0] + ox : parser->x,
           command == 'V' ? v[0] + oy : parser->y);
    return TRUE;
  }
  if (!read_numbers (parser, v, 2))
    return FALSE;
  go_to (parser, command == 'M' ? ENTENTE_GLYPH_MOVE : ENTENTE_GLYPH_LINE, v[0] + ox, v[1] + oy);
  return TRUE;
}

static gboolean
read_command (Parser *parser, char letter)
{
  gboolean relative = g_ascii_islower (letter);
  double ox = relative ? parser->x : 0, oy = relative ? parser->y : 0;

  switch (g_ascii_toupper (letter)) {
  case 'M':
  case 'L':
  case 'H':
  case 'V':
    return read_line (parser, g_ascii_toupper (letter), ox, oy);
  case 'C':
    return read_curve (parser, ox, oy);
  case 'A':
    return read_arc (parser, ox, oy);
  case 'Z':
    add_op (parser, ENTENTE_GLYPH_CLOSE, NULL, 0);
    parser->x = parser->start_x;
    parser->y = parser->start_y;
    return TRUE;
  default:
    return FALSE;
  }
}

static void
skip_blanks (Parser *parser)
{
  while (g_ascii_isspace (*parser->at) || *parser->at == ',')
    parser->at++;
}

GArray *
entente_glyph_parse_path (const char *data)
{
  g_autoptr (GArray) ops = g_array_new (FALSE, FALSE, sizeof (EntenteGlyphOp));
  Parser parser = { data, ops, 0, 0, 0, 0 };
  char letter = '\0';

  for (skip_blanks (&parser); *parser.at != '\0'; skip_blanks (&parser)) {
    if (g_ascii_isalpha (*parser.at))
      letter = *parser.at++;
    else if (g_ascii_toupper (letter) == 'Z')
      return NULL; /* numbers after Z */
    if (!read_command (&parser, letter))
      return NULL;
    if (g_ascii_toupper (letter) == 'M')
      letter = letter == 'M' ? 'L' : 'l'; /* further pairs are lines */
  }
  return ops->len > 0 ? g_steal_pointer (&ops) : NULL;
}
