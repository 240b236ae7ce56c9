/* How the date of one event is drawn: where its glyph stands and which bands lie behind it: tinted
 * where it may lie, fading where it is open, solid where it surely was. Never narrower than its
 * words allow. Works in pixels of the input's scale; y comes later.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <string.h>

#define FADE_MIN 40.0 /* of approximate ends */
#define ALONE_MAX 16.0 /* a window no wider than the glyph needs no band */
#define READING_MIN 30.0 /* of the band of one reading: each of them is a window, be it a day */
#define SAME_WINDOW_MAX 64 /* moves told in order within the same bounds */

typedef struct {
  EntenteSceneDraft *scene;
  guint32 row;
  EntenteEventRow values;
  guint mark; /* number of the mark under way */
} Draw;

static gboolean
is_in_thread (EntenteSceneDraft *scene, guint32 row)
{
  const guint32 *rows = (const guint32 *) (gpointer) scene->thread->data;
  guint at = entente_lanes_rank (rows, scene->thread->len, row);

  return at < scene->thread->len && rows[at] == row;
}

gboolean
entente_scene_is_selected (EntenteSceneDraft *scene, guint32 row)
{
  for (guint i = 0; i < scene->input->n_selection; i++)
    if (scene->input->selection[i] == row)
      return TRUE;
  return FALSE;
}

static gboolean
is_told_in_order (const EntenteChronicle *chronicle, guint32 row, EntenteSpan *window)
{
  EntenteEventRow values;

  if (row >= entente_chronicle_get_n_placed (chronicle))
    return FALSE;
  entente_chronicle_get_row (chronicle, row, &values);
  *window = entente_date_points_get_window (&values.points);
  return values.form == ENTENTE_DATE_UNDATED && window->start != ENTENTE_TIME_MIN &&
         window->end != ENTENTE_TIME_MAX;
}

static gboolean
shares_window (const EntenteChronicle *chronicle, guint32 row, EntenteSpan window)
{
  EntenteSpan other;

  return is_told_in_order (chronicle, row, &other) && other.start == window.start &&
         other.end == window.end;
}

gint64
entente_scene_get_glyph_time (const EntenteChronicle *chronicle, guint32 row)
{
  EntenteSpan window;
  guint before = 0, after = 0;

  if (!is_told_in_order (chronicle, row, &window))
    return entente_chronicle_get_place (chronicle, row);
  while (before < SAME_WINDOW_MAX && row > before &&
         shares_window (chronicle, row - before - 1, window))
    before++;
  while (after < SAME_WINDOW_MAX && shares_window (chronicle, row + after + 1, window))
    after++;
  return window.start +
         (gint64) ((double) (window.end - window.start) * (before + 1) / (before + after + 2));
}

/* Far ends are cut some screens away, so that no one draws for miles. */
static double
cut (Draw *draw, double x)
{
  double width = draw->scene->input->scale.width_px;

  return CLAMP (x, -2 * width - 200, 3 * width + 200);
}

/* Whether it shows in the view where the band is cut: fades, dots and dashes begin there. */
static gboolean
shows_cut (Draw *draw, const EntenteSceneBand *band)
{
  double width = draw->scene->input->scale.width_px;
  gboolean at_start = cut (draw, band->x0) != band->x0, at_end = cut (draw, band->x1) != band->x1;

  if ((!at_start && !at_end) || !scene_is_near (draw->scene, band->x0, band->x1))
    return FALSE;
  return band->kind == ENTENTE_BAND_DOTS || band->broken ||
         (at_start && band->start == ENTENTE_EDGE_FADE && band->core0 > -width) ||
         (at_end && band->end == ENTENTE_EDGE_FADE && band->core1 < 2 * width);
}

static void
add_band (Draw *draw, EntenteSceneBand band)
{
  EntenteSceneMark *mark = scene_get_mark (draw->scene, draw->mark);

  band.mark = draw->mark;
  band.broken = draw->values.mode != ENTENTE_MODE_FACTUAL;
  if (shows_cut (draw, &band))
    draw->scene->is_fleeting = TRUE;
  band.x0 = cut (draw, band.x0);
  band.x1 = cut (draw, band.x1);
  band.core0 = CLAMP (band.core0, band.x0, band.x1);
  band.core1 = CLAMP (band.core1, band.core0, band.x1);
  mark->x0 = MIN (mark->x0, band.x0);
  mark->x1 = MAX (mark->x1, band.x1);
  mark->n_bands++;
  g_array_append_val (draw->scene->bands, band);
}

static gboolean
is_vague (Draw *draw)
{
  return (draw->values.flags & (ENTENTE_ROW_APPROXIMATE | ENTENTE_ROW_UNCERTAIN)) != 0;
}

/* How far about a stretch from @x0 to @x1 an approximate one may have reached: there is no telling,
 * so it only grows with the stretch. */
static double
get_vague_fade (double x0, double x1)
{
  return CLAMP ((x1 - x0) * 0.3, FADE_MIN, ENTENTE_SCENE_FADE);
}

/* A bound that was told is round, one that follows from orders or publication a tick. */
static guint8
get_edge (const Draw *draw, EntenteRowFlags derived)
{
  return draw->values.flags & derived ? ENTENTE_EDGE_TICK : ENTENTE_EDGE_ROUND;
}

/* A window with both ends known; approximate ones fade beyond both. */
static void
add_window (Draw *draw, double x0, double x1)
{
  gboolean vague = is_vague (draw);
  double fade = vague ? get_vague_fade (x0, x1) : 0;
  EntenteSceneBand band = { 0 };

  if (!vague && x1 - x0 <= ALONE_MAX)
    return;
  band.kind = ENTENTE_BAND_TINT;
  band.start = vague ? ENTENTE_EDGE_FADE : get_edge (draw, ENTENTE_ROW_BOUNDED_START);
  band.end = vague ? ENTENTE_EDGE_FADE : get_edge (draw, ENTENTE_ROW_BOUNDED_END);
  band.x0 = x0 - fade;
  band.x1 = x1 + fade;
  band.core0 = x0;
  band.core1 = x1;
  add_band (draw, band);
}

static void
add_point (Draw *draw)
{
  EntenteSpan window = entente_date_points_get_window (&draw->values.points);
  double x0 = scene_to_x (draw->scene, window.start), x1 = scene_to_x (draw->scene, window.end);
  EntenteSceneBand band = { .kind = ENTENTE_BAND_TINT };

  if (window.start != ENTENTE_TIME_MIN && window.end != ENTENTE_TIME_MAX) {
    add_window (draw, x0, x1);
  } else if (window.end != ENTENTE_TIME_MAX) {
    band.start = ENTENTE_EDGE_FADE;
    band.end = get_edge (draw, ENTENTE_ROW_BOUNDED_END);
    band.x0 = x1 - ENTENTE_SCENE_FADE;
    band.x1 = band.core0 = band.core1 = x1;
    add_band (draw, band);
  } else if (window.start != ENTENTE_TIME_MIN) {
    band.start = get_edge (draw, ENTENTE_ROW_BOUNDED_START);
    band.end = ENTENTE_EDGE_FADE;
    band.x0 = band.core0 = band.core1 = x0;
    band.x1 = x0 + ENTENTE_SCENE_FADE;
    add_band (draw, band);
  }
}

static void
add_bounds (Draw *draw)
{
  EntenteSpan window = entente_date_points_get_window (&draw->values.points);
  EntenteSceneBand band = { .kind = ENTENTE_BAND_DOTS };

  band.start = band.end = ENTENTE_EDGE_TICK;
  band.x0 = band.core0 = scene_to_x (draw->scene, window.start);
  band.x1 = band.core1 = scene_to_x (draw->scene, window.end);
  add_band (draw, band);
}

/* The latest publication of an article that tells of the event; else that of the article shown,
 * else today. */
static gint64
get_publication (Draw *draw)
{
  const EntenteSceneInput *input = draw->scene->input;
  gint64 latest = ENTENTE_TIME_MIN;
  guint n;
  const EntenteVoice *voices = entente_chronicle_get_voices (input->chronicle, draw->row, &n);

  for (guint i = 0; i < n; i++) {
    const EntenteArticle *article;

    if (voices[i].article == ENTENTE_NO_INDEX)
      continue;
    article = entente_chronicle_get_article (input->chronicle, voices[i].article);
    if (article->published != NULL && entente_date_is_dated (article->published))
      latest = MAX (latest, entente_date_get_place (article->published));
  }
  if (latest == ENTENTE_TIME_MIN || latest == ENTENTE_TIME_MAX)
    latest = input->published != ENTENTE_TIME_MIN ? input->published : input->today;
  return latest;
}

/* Start of a span: where it may have begun, and from where on it was surely under way. */
static void
set_span_start (Draw *draw, EntenteSceneBand *band)
{
  const EntenteDatePoints *points = &draw->values.points;

  band->start = ENTENTE_EDGE_FADE;
  if (points->latest_start != ENTENTE_TIME_MAX && points->latest_start != ENTENTE_TIME_MIN)
    band->core0 = scene_to_x (draw->scene, points->latest_start);
  else
    band->core0 = scene_to_x (draw->scene, points->earliest_end);
  if (points->earliest_start != ENTENTE_TIME_MIN)
    band->x0 = scene_to_x (draw->scene, points->earliest_start);
  else
    band->x0 = band->core0 - ENTENTE_SCENE_FADE;
  if (band->core0 - band->x0 < 1)
    band->start = ENTENTE_EDGE_FLAT;
}

static void
set_span_end (Draw *draw, EntenteSceneBand *band)
{
  const EntenteDatePoints *points = &draw->values.points;
  gint64 published = get_publication (draw);

  band->end = ENTENTE_EDGE_FADE;
  band->core1 = points->earliest_end == ENTENTE_TIME_MIN || points->earliest_end == ENTENTE_TIME_MAX
                  ? band->core0
                  : scene_to_x (draw->scene, points->earliest_end);
  if (points->latest_end != ENTENTE_TIME_MAX) {
    band->x1 = scene_to_x (draw->scene, points->latest_end);
    if (band->x1 - band->core1 < 1)
      band->end = ENTENTE_EDGE_FLAT;
  } else if ((draw->values.flags & ENTENTE_ROW_STILL_SO) && published != ENTENTE_TIME_MIN) {
    band->end = ENTENTE_EDGE_ARROW;
    band->x1 = band->core1 = MAX (scene_to_x (draw->scene, published), band->core0 + 12);
  } else {
    band->core1 = MAX (band->core1, band->core0);
    band->x1 = band->core1 + ENTENTE_SCENE_FADE;
  }
}

/* "About": both ends fade, but for what still went on at publication. */
static void
blur_span (EntenteSceneBand *band)
{
  double fade = get_vague_fade (band->core0, band->core1);

  band->x0 = MIN (band->x0, band->core0 - fade);
  band->start = ENTENTE_EDGE_FADE;
  if (band->end == ENTENTE_EDGE_ARROW)
    return;
  band->x1 = MAX (band->x1, band->core1 + fade);
  band->end = ENTENTE_EDGE_FADE;
}

static void
add_span (Draw *draw)
{
  EntenteSceneBand band = { .kind = ENTENTE_BAND_SOLID };

  set_span_start (draw, &band);
  set_span_end (draw, &band);
  if (band.core1 < band.core0) /* no moment at which it was surely under way */
    band.core0 = band.core1 = (band.core0 + band.core1) / 2;
  if (is_vague (draw))
    blur_span (&band);
  if (band.x1 - band.x0 > ALONE_MAX)
    add_band (draw, band);
}

/* ---- marks ---- */

static guint16
get_flags (EntenteSceneDraft *scene, guint lane, guint32 row, const EntenteEventRow *values)
{
  guint16 flags = 0;

  if (!scene_passes (scene, row))
    flags |= ENTENTE_MARK_GHOST;
  if (entente_scene_is_selected (scene, row))
    flags |= ENTENTE_MARK_SELECTED;
  if (is_in_thread (scene, row))
    flags |= ENTENTE_MARK_THREAD;
  if (values->flags & ENTENTE_ROW_PINNED)
    flags |= ENTENTE_MARK_PINNED;
  if (entente_lanes_find_row (scene->input->lanes, row) != lane)
    flags |= ENTENTE_MARK_AGAIN;
  return flags;
}

/* Colour of the lane for parties of a joint move, else of the lead; grey for outside events. */
static void
set_colour (Draw *draw, EntenteSceneMark *mark)
{
  const EntenteSceneInput *input = draw->scene->input;
  const EntenteLane *lane = scene_get_lane (draw->scene, mark->lane);
  guint32 leader;

  mark->body = lane->parent != ENTENTE_NO_INDEX ? scene_get_lane (draw->scene, lane->parent)->actor
                                                : lane->actor;
  mark->hue =
    lane->parent != ENTENTE_NO_INDEX ? scene_get_lane (draw->scene, lane->parent)->hue : lane->hue;
  leader = lane->actor == ENTENTE_NO_INDEX ? entente_lanes_find_leader (input->lanes, draw->row)
                                           : ENTENTE_NO_INDEX;
  if (leader != ENTENTE_NO_INDEX) {
    mark->body = leader;
    mark->hue = entente_lanes_get_hue (input->chronicle,
                                       leader,
                                       entente_chronicle_get_window (input->chronicle, draw->row));
  }
  if (mark->glyph.group == ENTENTE_GROUP_OUTSIDE || mark->glyph.fill == ENTENTE_FILL_WITHDRAWN) {
    mark->body = ENTENTE_NO_INDEX;
    mark->hue = ENTENTE_LANES_GREY_HUE;
  }
}

static void
begin_mark (Draw *draw, guint lane, gint64 time, guint16 flags)
{
  const EntenteChronicle *chronicle = draw->scene->input->chronicle;
  EntenteSceneMark mark = { 0 };

  mark.row = draw->row;
  mark.lane = (guint16) lane;
  mark.flags = flags;
  mark.glyph = entente_glyph_for (entente_chronicle_get_kind (chronicle, draw->row),
                                  entente_chronicle_get_evidence (chronicle, draw->row),
                                  draw->values.mode);
  mark.x = cut (draw, scene_to_x (draw->scene, time));
  mark.x0 = mark.x - ENTENTE_SCENE_GLYPH_HALF;
  mark.x1 = mark.x + ENTENTE_SCENE_GLYPH_HALF;
  mark.first_band = draw->scene->bands->len;
  set_colour (draw, &mark);
  draw->mark = draw->scene->marks->len;
  g_array_append_val (draw->scene->marks, mark);
}

static gint64
get_middle (EntenteSpan span)
{
  return span.start + (span.end - span.start) / 2;
}

/* A mark for each reading, and the line that joins them. */
static guint
add_readings (Draw *draw, guint lane, guint16 flags, const EntenteSceneDetail *detail)
{
  guint first = draw->scene->marks->len;
  double first_end = 0, last_start = 0;

  for (guint i = 0; i < detail->n_readings; i++) {
    double x0 = scene_to_x (draw->scene, detail->readings[i].start);
    double x1 = scene_to_x (draw->scene, detail->readings[i].end);
    double widen = MAX (READING_MIN - (x1 - x0), 0) / 2;

    x0 -= widen;
    x1 += widen;
    begin_mark (draw,
                lane,
                get_middle (detail->readings[i]),
                flags | (i > 0 ? ENTENTE_MARK_AGAIN : 0));
    add_window (draw, x0, x1);
    if (i == 0 || x1 < first_end)
      first_end = MAX (x1, scene_get_mark (draw->scene, draw->mark)->x + ENTENTE_SCENE_GLYPH_HALF);
    if (i == 0 || x0 > last_start)
      last_start = MIN (x0, scene_get_mark (draw->scene, draw->mark)->x - ENTENTE_SCENE_GLYPH_HALF);
  }
  if (last_start > first_end) {
    EntenteSceneBand band = { .kind = ENTENTE_BAND_LINE };

    band.start = band.end = ENTENTE_EDGE_FLAT;
    band.x0 = band.core0 = first_end;
    band.x1 = band.core1 = last_start;
    add_band (draw, band);
  }
  return draw->scene->marks->len - first;
}

static void
add_planned (Draw *draw, guint lane, guint16 flags, const EntenteSceneDetail *detail)
{
  guint16 kept = flags & ENTENTE_MARK_GHOST;

  begin_mark (draw,
              lane,
              get_middle (detail->planned),
              kept | ENTENTE_MARK_OLD | ENTENTE_MARK_AGAIN);
}

/* What stays of a thing put off of whose new date nothing is known: it has a chip on the shelf, and
 * at its old date a pale glyph that leads nowhere. Its row in the lane is left to the caller. */
void
entente_scene_add_old_mark (EntenteSceneDraft *scene,
                            guint lane,
                            guint32 row,
                            const EntenteSceneDetail *detail)
{
  Draw draw = { .scene = scene, .row = row };

  entente_chronicle_get_row (scene->input->chronicle, row, &draw.values);
  add_planned (&draw, lane, 0, detail);
}

static gboolean
get_detail (Draw *draw, EntenteSceneDetail *detail)
{
  const EntenteSceneInput *input = draw->scene->input;

  memset (detail, 0, sizeof (*detail));
  if (!(draw->values.flags & (ENTENTE_ROW_READINGS | ENTENTE_ROW_PLANNED)) || input->detail == NULL)
    return FALSE;
  draw->scene->is_fleeting = TRUE; /* it may be known later */
  return input->detail (draw->row, detail, input->data);
}

static void
add_date (Draw *draw)
{
  switch (draw->values.form) {
  case ENTENTE_DATE_SPAN:
    add_span (draw);
    break;
  case ENTENTE_DATE_UNDATED:
    add_bounds (draw);
    break;
  case ENTENTE_DATE_POINT:
  case ENTENTE_DATE_ONE_OF:
  case ENTENTE_DATE_ALL_OF:
  default:
    add_point (draw);
    break;
  }
}

/* Only what is told in order stands elsewhere than at its place, and that takes a look at its
 * neighbours. */
static gint64
get_time (Draw *draw)
{
  const EntenteChronicle *chronicle = draw->scene->input->chronicle;

  return draw->values.form == ENTENTE_DATE_UNDATED
           ? entente_scene_get_glyph_time (chronicle, draw->row)
           : entente_chronicle_get_place (chronicle, draw->row);
}

guint
entente_scene_add_marks (EntenteSceneDraft *scene, guint lane, guint32 row)
{
  Draw draw = { .scene = scene, .row = row };
  guint first = scene->marks->len;
  EntenteSceneDetail detail;
  guint16 flags;

  entente_chronicle_get_row (scene->input->chronicle, row, &draw.values);
  flags = get_flags (scene, lane, row, &draw.values);
  get_detail (&draw, &detail);
  if (detail.n_readings > 1)
    return add_readings (&draw, lane, flags, &detail);
  begin_mark (&draw, lane, get_time (&draw), flags);
  add_date (&draw);
  /* An earlier date only: a thing announced for later is not put off by that. */
  if (detail.has_planned && !(flags & ENTENTE_MARK_AGAIN) &&
      detail.planned.end <= entente_chronicle_get_place (scene->input->chronicle, row))
    add_planned (&draw, lane, flags, &detail);
  return scene->marks->len - first;
}
