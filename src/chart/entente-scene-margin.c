/* What stands above and below the lanes: eras, and the chips of moves without a place on the axis.
 * Runs last.
 */
#include "config.h"

#include "entente-scene-private.h"

#include <string.h>

#define LABEL_MIN 40.0 /* an era narrower than this has its name beside it, if at all */
#define LABEL_INDENT 9.0
#define LABEL_END 3.0
#define LABEL_LEAST 20.0 /* less says nothing */
#define STRIPE_MIN 2.0
#define YEAR_MIN 10.0 /* narrower years show no stripes */
#define ERA_FADE 24.0
#define MAX_ERA_LINES 3
#define CHIP_FIRST 10.0
#define CHIP_GAP 8.0
#define CHIP_TEXT 31.0
#define CHIP_NOTE_GAP 9.0
#define CHIP_END 12.0
#define ARROW_ROOM 24.0
#define MORE_ROOM 64.0 /* for "2 more" */

/* ---- eras ---- */

static void
append_era (EntenteSceneDraft *scene, EntenteSceneEra era)
{
  double width = scene->input->scale.width_px;

  if (era.x1 < 0 || era.x0 > width || era.x1 - era.x0 < STRIPE_MIN)
    return;
  era.core0 = CLAMP (era.core0, era.x0, era.x1);
  era.core1 = CLAMP (era.core1, era.core0, era.x1);
  g_array_append_val (scene->eras, era);
}

/* Fades from the earliest to the latest start, and so at the end; open and approximate ends fade
 * too. */
static EntenteSceneEra
make_era (EntenteSceneDraft *scene, guint32 index, const EntenteDatePoints *points, gboolean vague)
{
  EntenteSceneEra era = { .era = index };
  double fade = vague ? ERA_FADE : 0;
  gboolean open_start = points->earliest_start == ENTENTE_TIME_MIN;
  gboolean open_end = points->latest_end == ENTENTE_TIME_MAX;

  era.core0 =
    scene_to_x (scene, open_start ? points->latest_start : points->earliest_start) + fade / 2;
  era.core1 = scene_to_x (scene, open_end ? points->earliest_end : points->latest_end) - fade / 2;
  era.x0 = open_start ? era.core0 - ENTENTE_SCENE_FADE : era.core0 - fade;
  era.x1 = open_end ? scene->input->scale.width_px * 2 : era.core1 + fade;
  return era;
}

static gint64
shift_years (gint64 time, gint64 years)
{
  EntenteDay day = entente_time_get_day (time);
  gint64 year = day.year + years;
  int last = entente_days_in_month (year, day.month);

  return entente_day_number (year, day.month, MIN (day.day, last)) * ENTENTE_SECONDS_PER_DAY;
}

/* Each year the same days. */
static void
add_stripes (EntenteSceneDraft *scene,
             guint32 index,
             const EntenteDatePoints *points,
             gboolean vague)
{
  EntenteSpan view = entente_timescale_get_span (&scene->input->scale);
  double year_px = 365.2425 * 86400 / scene->input->scale.seconds_per_px;
  gint64 year, first, last;

  if (points->earliest_start == ENTENTE_TIME_MIN || points->latest_end == ENTENTE_TIME_MAX ||
      year_px < YEAR_MIN)
    return;
  year = entente_time_get_day (points->earliest_start).year;
  first = entente_time_get_day (view.start).year - year - 1;
  last = entente_time_get_day (view.end).year - year;
  for (gint64 i = first; i <= last; i++) {
    EntenteDatePoints shifted = { shift_years (points->earliest_start, i),
                                  shift_years (points->latest_start, i),
                                  shift_years (points->earliest_end, i),
                                  shift_years (points->latest_end, i) };
    EntenteSceneEra era = make_era (scene, index, &shifted, vague);

    era.recurring = TRUE;
    append_era (scene, era);
  }
}

static void
collect_eras (EntenteSceneDraft *scene)
{
  const EntenteChronicle *chronicle = scene->input->chronicle;

  for (guint i = 0; i < entente_chronicle_get_n_eras (chronicle); i++) {
    const EntenteEra *era = entente_chronicle_get_era (chronicle, i);
    gboolean vague;

    if (era->extent == NULL || !entente_date_is_dated (era->extent))
      continue;
    vague = era->extent->approximate || era->extent->uncertain;
    if (era->recurring)
      add_stripes (scene, i, &era->extent->points, vague);
    else
      append_era (scene, make_era (scene, i, &era->extent->points, vague));
  }
}

/* A short era may lie on a long one in the same line, and is darker there; a stripe is not. */
static gboolean
may_share (const EntenteSceneEra *a, const EntenteSceneEra *b)
{
  const EntenteSceneEra *shorter = a->x1 - a->x0 < b->x1 - b->x0 ? a : b;
  const EntenteSceneEra *longer = shorter == a ? b : a;
  double width = shorter->x1 - shorter->x0;

  if (a->x1 <= b->x0 + 1 || b->x1 <= a->x0 + 1)
    return TRUE;
  return !shorter->recurring && width < LABEL_MIN && longer->x1 - longer->x0 > 8 * width;
}

static EntenteSceneEra *
get_era (EntenteSceneDraft *scene, guint at)
{
  return &g_array_index (scene->eras, EntenteSceneEra, at);
}

/* Is there room in @line for eras [first, end) beside those before them? */
static gboolean
line_is_free (EntenteSceneDraft *scene, guint line, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    for (guint j = 0; j < first; j++)
      if (get_era (scene, j)->line == line && !may_share (get_era (scene, i), get_era (scene, j)))
        return FALSE;
  return TRUE;
}

/* All stripes of a period in one line. */
static void
set_era_lines (EntenteSceneDraft *scene)
{
  guint n_lines = 0, end;

  for (guint first = 0; first < scene->eras->len; first = end) {
    guint line = 0;

    end = first + 1;
    while (end < scene->eras->len && get_era (scene, end)->era == get_era (scene, first)->era)
      end++;
    while (line < MAX_ERA_LINES - 1 && !line_is_free (scene, line, first, end))
      line++;
    for (guint i = first; i < end; i++)
      get_era (scene, i)->line = (guint8) line;
    n_lines = MAX (n_lines, line + 1);
  }
  scene->scene.n_era_lines = n_lines;
}

static gboolean
text_is_free (EntenteSceneDraft *scene, const EntenteSceneEra *era, double x0, double x1)
{
  for (guint i = 0; i < scene->eras->len; i++) {
    const EntenteSceneEra *other = &g_array_index (scene->eras, EntenteSceneEra, i);

    if (other == era || other->line != era->line)
      continue;
    if (other->text != NULL && other->text_x < x1 + LABEL_INDENT &&
        other->text_x + other->text_width > x0 - LABEL_INDENT)
      return FALSE;
    /* Nor under a short era that lies on top. */
    if (other->x1 - other->x0 < era->x1 - era->x0 && other->x0 < x1 && other->x1 > x0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
try_era_name (EntenteSceneDraft *scene, EntenteSceneEra *era, double x, double width)
{
  if (width < LABEL_LEAST || x + width > scene->input->scale.width_px ||
      !text_is_free (scene, era, x, x + width))
    return FALSE;
  era->text = entente_chronicle_get_era (scene->input->chronicle, era->era)->name;
  era->text_x = x;
  era->text_width = width;
  return TRUE;
}

/* Where the next thing on top of @era begins at or after @x; @after: where it ends. */
static double
find_next_on_top (EntenteSceneDraft *scene, const EntenteSceneEra *era, double x, double *after)
{
  double next = *after = MIN (era->x1, scene->input->scale.width_px) - LABEL_END;

  for (guint i = 0; i < scene->eras->len; i++) {
    const EntenteSceneEra *other = get_era (scene, i);
    double start = other->x0 - LABEL_END, end = other->x1;

    if (other == era || other->line != era->line ||
        (other->text == NULL && other->x1 - other->x0 >= era->x1 - era->x0))
      continue;
    if (other->text != NULL) {
      start = MIN (start, other->text_x - LABEL_INDENT);
      end = MAX (end, other->text_x + other->text_width);
    }
    if (end > x && start < next) {
      next = start;
      *after = end;
    }
  }
  return next;
}

/* In the first gap between what lies on top that holds the whole name, else cut in the widest, if
 * it may be @cut. */
static gboolean
name_in_gap (EntenteSceneDraft *scene, EntenteSceneEra *era, double x, double width, gboolean cut)
{
  double end = MIN (era->x1, scene->input->scale.width_px) - LABEL_END;
  double best_x = x, best = 0;

  while (x < end && best < width) {
    double after, room = find_next_on_top (scene, era, x, &after) - x;

    if (room > best) {
      best = room;
      best_x = x;
    }
    x = MAX (after, x) + LABEL_INDENT;
  }
  return (cut || best >= width) && try_era_name (scene, era, best_x, MIN (best, width));
}

/* Whole inside, if need be behind what lies on top; else whole beside, else cut while the era is
 * wide enough. */
static void
name_era (EntenteSceneDraft *scene, EntenteSceneEra *era)
{
  const char *name = entente_chronicle_get_era (scene->input->chronicle, era->era)->name;
  double width = scene->input->measure (ENTENTE_LABEL_ERA, name, scene->input->data);
  double x0 = MAX (era->x0, 0), x1 = MIN (era->x1, scene->input->scale.width_px);
  double x = era->core0 > era->x0 + 1 && era->x0 > 0 ? era->core0 + 2 : x0 + LABEL_INDENT;
  gboolean is_wide = x1 - x0 >= LABEL_MIN;

  if (is_wide && ((x1 - x >= width && try_era_name (scene, era, x, width)) ||
                  name_in_gap (scene, era, x, width, FALSE)))
    return;
  if (era->x1 < scene->input->scale.width_px &&
      try_era_name (scene, era, era->x1 + LABEL_INDENT - 2, width))
    return;
  if (is_wide)
    name_in_gap (scene, era, x, width, TRUE);
}

static void
name_eras (EntenteSceneDraft *scene, gboolean narrow)
{
  guint32 named = ENTENTE_NO_INDEX;

  for (guint i = 0; i < scene->eras->len; i++) {
    EntenteSceneEra *era = get_era (scene, i);

    if ((era->x1 - era->x0 < LABEL_MIN) != narrow || (era->recurring && era->era == named))
      continue;
    name_era (scene, era);
    if (era->text != NULL)
      named = era->era;
  }
}

/* Names of narrow eras can stand in one place only; those of wide ones go around them. */
void
entente_scene_add_eras (EntenteSceneDraft *scene)
{
  collect_eras (scene);
  set_era_lines (scene);
  name_eras (scene, TRUE);
  name_eras (scene, FALSE);
}

guint32
entente_scene_find_line_era (const EntenteScene *self, guint line)
{
  guint32 found = ENTENTE_NO_INDEX;

  for (guint i = 0; i < self->n_eras; i++) {
    const EntenteSceneEra *era = &self->eras[i];

    if (era->line != line)
      continue;
    if (!era->recurring || era->text != NULL || (found != ENTENTE_NO_INDEX && era->era != found))
      return ENTENTE_NO_INDEX;
    found = era->era;
  }
  return found;
}

/* ---- the shelf ---- */

/* Bounds in words. */
static const char *
format_bounds (EntenteSceneDraft *scene, const EntenteEventRow *values)
{
  EntenteSpan window = entente_date_points_get_window (&values->points);
  g_autoptr (EntenteDate) undated = entente_date_new_undated ();
  g_autoptr (EntenteDate) bounded =
    entente_date_with_bounds (undated, window.start, window.end, NULL);
  g_autofree char *text = NULL;

  if (window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX)
    return "";
  text = entente_date_format_short (bounded);
  return g_string_chunk_insert (scene->strings, text);
}

static gboolean
answers (EntenteSceneDraft *scene, guint32 row, guint32 previous)
{
  guint n = 0;
  const EntenteThread *threads =
    entente_chronicle_get_answers_to (scene->input->chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (threads[i].row == previous)
      return TRUE;
  return FALSE;
}

static void
set_chip_colour (EntenteSceneDraft *scene, EntenteSceneChip *chip)
{
  chip->body = chip->glyph.group != ENTENTE_GROUP_OUTSIDE
                 ? entente_lanes_find_leader (scene->input->lanes, chip->row)
                 : ENTENTE_NO_INDEX;
  chip->hue =
    chip->body == ENTENTE_NO_INDEX
      ? ENTENTE_LANES_GREY_HUE
      : entente_lanes_get_hue (scene->input->chronicle,
                               chip->body,
                               entente_chronicle_get_window (scene->input->chronicle, chip->row));
}

static EntenteSceneChip
make_chip (EntenteSceneDraft *scene, guint32 row, double x)
{
  const EntenteSceneInput *input = scene->input;
  EntenteSceneChip chip = { .row = row, .x = x };
  const char *title = input->title != NULL ? input->title (row, input->data) : NULL;
  EntenteEventRow values;

  entente_chronicle_get_row (input->chronicle, row, &values);
  chip.glyph = entente_glyph_for (entente_chronicle_get_kind (input->chronicle, row),
                                  entente_chronicle_get_evidence (input->chronicle, row),
                                  values.mode);
  chip.selected = entente_scene_is_selected (scene, row);
  set_chip_colour (scene, &chip);
  chip.text = g_string_chunk_insert (scene->strings, title != NULL ? title : "…");
  chip.note = format_bounds (scene, &values);
  chip.text_x = x + CHIP_TEXT;
  chip.note_x = chip.text_x + input->measure (ENTENTE_LABEL_CHIP, chip.text, input->data);
  chip.width = chip.note_x - x + CHIP_END;
  if (*chip.note != '\0') {
    chip.note_x += CHIP_NOTE_GAP;
    chip.width += CHIP_NOTE_GAP + input->measure (ENTENTE_LABEL_CHIP_NOTE, chip.note, input->data);
  }
  return chip;
}

/* Better without its bounds, which the tip says too, than cut off. */
static void
drop_note (EntenteSceneChip *chip)
{
  if (*chip->note == '\0')
    return;
  chip->note = "";
  chip->note_x -= CHIP_NOTE_GAP;
  chip->width = chip->note_x - chip->x + CHIP_END;
}

void
entente_scene_add_chips (EntenteSceneDraft *scene)
{
  double x = CHIP_FIRST;
  guint n;
  const guint32 *rows = entente_lanes_get_shelf (scene->input->lanes, &n);

  scene->scene.n_shelf = n;
  entente_lane_index_get_shelf (entente_lanes_get_index (scene->input->lanes),
                                &scene->scene.n_shelf_total);
  for (guint i = 0; i < n && scene->input->shelf_width_px > 0; i++) {
    gboolean linked = i > 0 && answers (scene, rows[i], rows[i - 1]);
    EntenteSceneChip chip =
      make_chip (scene, rows[i], x + (linked ? ARROW_ROOM - CHIP_GAP / 2 : 0));
    double room = i + 1 < n ? MORE_ROOM : 0;

    chip.answers_previous = linked;
    if (i == 0 && chip.x + chip.width + room > scene->input->shelf_width_px)
      drop_note (&chip);
    if (chip.x + chip.width + room > scene->input->shelf_width_px && i > 0)
      break;
    g_array_append_val (scene->chips, chip);
    x = chip.x + chip.width + CHIP_GAP;
  }
}
