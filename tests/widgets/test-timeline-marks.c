/* Every mark that the key explains, on the timeline: bands, edges and glyphs of each kind of date,
 * fills of evidence, outlines of mode, stems, joins, arrows, loose ends, and the fold to one
 * thread. */
#include "config.h"

#include "entente-marks-fixture.h"

#include <adwaita.h>

typedef enum { AT_MIDDLE, AT_START, AT_END, AT_CORE } Place;

typedef struct {
  const char *key;
  EntenteBandKind kind;
  EntenteBandEdge start, end;
  Place place; /* of the glyph */
  gboolean broken;
} Row;

static const Row rows[] = {
  { "month", ENTENTE_BAND_TINT, ENTENTE_EDGE_ROUND, ENTENTE_EDGE_ROUND, AT_MIDDLE, FALSE },
  { "season", ENTENTE_BAND_TINT, ENTENTE_EDGE_ROUND, ENTENTE_EDGE_ROUND, AT_MIDDLE, FALSE },
  { "between", ENTENTE_BAND_TINT, ENTENTE_EDGE_ROUND, ENTENTE_EDGE_ROUND, AT_MIDDLE, FALSE },
  { "around", ENTENTE_BAND_TINT, ENTENTE_EDGE_FADE, ENTENTE_EDGE_FADE, AT_MIDDLE, FALSE },
  { "by", ENTENTE_BAND_TINT, ENTENTE_EDGE_FADE, ENTENTE_EDGE_ROUND, AT_END, FALSE },
  { "after", ENTENTE_BAND_TINT, ENTENTE_EDGE_ROUND, ENTENTE_EDGE_FADE, AT_START, FALSE },
  { "bounds", ENTENTE_BAND_DOTS, ENTENTE_EDGE_TICK, ENTENTE_EDGE_TICK, AT_MIDDLE, FALSE },
  { "span", ENTENTE_BAND_SOLID, ENTENTE_EDGE_FADE, ENTENTE_EDGE_FADE, AT_CORE, FALSE },
  { "condition", ENTENTE_BAND_TINT, ENTENTE_EDGE_ROUND, ENTENTE_EDGE_ROUND, AT_MIDDLE, TRUE },
};

static const EntenteSceneBand *
get_band (EntenteMarks *marks, const EntenteSceneMark *mark)
{
  g_assert_cmpuint (mark->n_bands, >=, 1);
  return &marks->timeline->scene->bands[mark->first_band];
}

static double
get_place (const EntenteSceneBand *band, Place place)
{
  switch (place) {
  case AT_START:
    return band->x0;
  case AT_END:
    return band->x1;
  case AT_CORE:
    return band->core0;
  case AT_MIDDLE:
  default:
    return (band->x0 + band->x1) / 2;
  }
}

static double
get_day_px (EntenteMarks *marks)
{
  return ENTENTE_SECONDS_PER_DAY / marks->timeline->scale.seconds_per_px;
}

static void
check_row (EntenteMarks *marks, const Row *row)
{
  const EntenteSceneMark *mark = entente_marks_find (marks, row->key);
  const EntenteSceneBand *band = get_band (marks, mark);

  g_assert_cmpint (band->kind, ==, row->kind);
  g_assert_cmpint (band->start, ==, row->start);
  g_assert_cmpint (band->end, ==, row->end);
  g_assert_cmpint (band->broken, ==, row->broken);
  g_assert_cmpint (mark->glyph.outline == ENTENTE_OUTLINE_BROKEN, ==, row->broken);
  /* A start told to the day runs from that day, whenever in it it was. */
  g_assert_cmpfloat_with_epsilon (mark->x,
                                  get_place (band, row->place),
                                  row->place == AT_CORE ? get_day_px (marks) + 0.1 : 1);
  g_assert_true (band->core0 >= band->x0 && band->core1 <= band->x1);
}

static double
get_x (EntenteMarks *marks, const char *day)
{
  g_autoptr (EntenteDate) date = entente_date_parse (day, NULL);

  return entente_timescale_to_x (&marks->timeline->scale, entente_date_get_window (date).start);
}

static void
test_dates (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteSceneMark *mark;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (marks, &rows[i]);
  g_assert_cmpuint (entente_marks_find (marks, "day")->n_bands, ==, 0);
  mark = entente_marks_find (marks, "month");
  g_assert_cmpfloat_with_epsilon (get_band (marks, mark)->x0, get_x (marks, "2018-08-01"), 0.01);
  g_assert_cmpfloat_with_epsilon (get_band (marks, mark)->x1, get_x (marks, "2018-09-01"), 0.01);
  mark = entente_marks_find (marks, "by");
  g_assert_cmpfloat_with_epsilon (get_band (marks, mark)->x1, get_x (marks, "2018-08-23"), 0.01);
  mark = entente_marks_find (marks, "span");
  g_assert_cmpfloat (get_band (marks, mark)->x0, <, get_x (marks, "2018-07-15") - 30);
  g_assert_cmpfloat (get_band (marks, mark)->x1, >, get_x (marks, "2018-09-05") + 30);
  entente_marks_free (marks);
}

/* What went on when the article came out ends in an arrow there, and says what it is where it comes
 * into view. */
static void
test_still_so (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteSceneMark *mark;
  guint n = 0;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  mark = entente_marks_find (marks, "still");
  g_assert_cmpint (get_band (marks, mark)->kind, ==, ENTENTE_BAND_SOLID);
  g_assert_cmpint (get_band (marks, mark)->end, ==, ENTENTE_EDGE_ARROW);
  g_assert_cmpfloat_with_epsilon (get_band (marks, mark)->x1,
                                  marks->timeline->scene->published_x,
                                  get_day_px (marks));
  for (guint i = 0; i < marks->timeline->scene->n_titles; i++)
    n += marks->timeline->scene->titles[i].on_solid ? 1 : 0;
  g_assert_cmpuint (n, ==, 1);
  entente_marks_free (marks);
}

/* Marks of an event in the scene, in order. */
static guint
collect (EntenteMarks *marks, const char *key, const EntenteSceneMark **found, guint n_max)
{
  guint32 row = entente_marks_find_row (marks, key);
  guint n = 0;

  for (guint i = 0; i < marks->timeline->scene->n_marks; i++)
    if (marks->timeline->scene->marks[i].row == row && n < n_max)
      found[n++] = &marks->timeline->scene->marks[i];
  return n;
}

static void
test_readings (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteSceneMark *found[4];
  const EntenteSceneBand *line;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  g_assert_cmpuint (collect (marks, "readings", found, 4), ==, 2);
  g_assert_false (found[0]->flags & ENTENTE_MARK_AGAIN);
  g_assert_true (found[1]->flags & ENTENTE_MARK_AGAIN);
  for (guint i = 0; i < 2; i++) {
    const EntenteSceneBand *band = get_band (marks, found[i]);

    g_assert_cmpint (band->kind, ==, ENTENTE_BAND_TINT);
    g_assert_cmpint (band->start, ==, ENTENTE_EDGE_ROUND);
    g_assert_cmpfloat (band->x1 - band->x0, >=, 29);
    g_assert_cmpfloat_with_epsilon (found[i]->x, (band->x0 + band->x1) / 2, 0.01);
    g_assert_cmpfloat (found[i]->y, ==, found[0]->y);
  }
  line = &marks->timeline->scene->bands[found[1]->first_band + 1];
  g_assert_cmpuint (found[1]->n_bands, ==, 2);
  g_assert_cmpint (line->kind, ==, ENTENTE_BAND_LINE);
  g_assert_cmpfloat_with_epsilon (line->x0, get_band (marks, found[0])->x1, 0.01);
  g_assert_cmpfloat_with_epsilon (line->x1, get_band (marks, found[1])->x0, 0.01);
  entente_marks_free (marks);
}

static const EntenteSceneLink *
find_link (EntenteMarks *marks, const char *from, const char *to)
{
  const EntenteScene *scene = marks->timeline->scene;

  for (guint i = 0; i < scene->n_links; i++)
    if (scene->links[i].from_row == entente_marks_find_row (marks, from) &&
        scene->links[i].to_row == entente_marks_find_row (marks, to))
      return &scene->links[i];
  return NULL;
}

static guint
count_titles (EntenteMarks *marks, const char *text)
{
  const EntenteScene *scene = marks->timeline->scene;
  guint n = 0;

  for (guint i = 0; i < scene->n_titles; i++)
    n += g_str_equal (scene->titles[i].text, text);
  return n;
}

/* The line that joins two readings says where it leads, where one of them is out of view. */
static void
test_reading_out_of_view (void)
{
  EntenteMarks *marks = entente_marks_new ();

  entente_marks_show (marks, "2018-08-01", "2018-09-20");
  g_assert_cmpuint (count_titles (marks, "or 6 Aug 2018"), ==, 0);
  entente_marks_show (marks, "2018-08-20", "2018-09-20");
  g_assert_cmpuint (count_titles (marks, "or 6 Aug 2018"), ==, 1);
  entente_marks_show (marks, "2018-07-20", "2018-08-28");
  g_assert_cmpuint (count_titles (marks, "or 3 Sep 2018"), ==, 1);
  entente_marks_free (marks);
}

/* A pale glyph at the old date, and a broken straight arrow along the row. */
static void
test_put_off (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteSceneMark *found[4];
  const EntenteSceneLink *link;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  g_assert_cmpuint (collect (marks, "put-off", found, 4), ==, 2);
  g_assert_true (found[1]->flags & ENTENTE_MARK_OLD);
  g_assert_cmpfloat (found[1]->x, <, found[0]->x);
  link = find_link (marks, "put-off", "put-off");
  g_assert_nonnull (link);
  g_assert_true (link->inferred);
  g_assert_cmpfloat (link->xy[1], ==, link->xy[7]);
  g_assert_cmpfloat (link->xy[0], >, found[1]->x);
  g_assert_cmpfloat (link->xy[6], <, found[0]->x);
  entente_marks_free (marks);
}

/* Without a new date: the same at the old date, and the arrow leads to words. */
static void
test_no_new_date (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteScene *scene = marks->timeline->scene;
  const EntenteSceneMark *found[4];
  const EntenteSceneLink *link;
  guint n = 0;

  entente_marks_show (marks, "2018-04-20", "2018-12-20");
  g_assert_cmpuint (collect (marks, "no-new-date", found, 4), ==, 1);
  g_assert_true (found[0]->flags & ENTENTE_MARK_OLD);
  g_assert_cmpfloat_with_epsilon (found[0]->x, get_x (marks, "2018-09-11"), get_day_px (marks));
  link = find_link (marks, "no-new-date", "no-new-date");
  g_assert_nonnull (link);
  g_assert_true (link->inferred);
  for (guint i = 0; i < scene->n_titles; i++)
    if (g_str_equal (scene->titles[i].text, "no new date")) {
      n++;
      g_assert_cmpfloat (scene->titles[i].x, >, link->xy[6]);
      g_assert_cmpfloat (scene->titles[i].y, ==, found[0]->y);
    }
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (scene->n_shelf, ==, 2);
  /* Whatever lanes stand for. */
  g_object_set (marks->timeline, "lanes", "group", NULL);
  entente_marks_show (marks, "2018-04-20", "2018-12-21");
  g_assert_cmpuint (collect (marks, "no-new-date", found, 4), ==, 1);
  g_assert_cmpuint (found[0]->lane,
                    ==,
                    entente_lanes_find_home (marks->timeline->lanes,
                                             entente_marks_find_row (marks, "no-new-date")));
  entente_marks_free (marks);
}

/* ---- titles ---- */

/* With no room on either side, a span says on its solid part what it is: beside its glyph, or where
 * the view begins. */
static void
test_title_on_solid (void)
{
  static const char *const firsts[] = { "2012-10-01", "2015-03-01" };
  EntenteMarks *marks = entente_marks_new ();
  const EntenteScene *scene = marks->timeline->scene;

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++) {
    const EntenteSceneMark *mark;
    const EntenteSceneTitle *title = NULL;

    entente_marks_show (marks, firsts[i], "2018-12-20");
    mark = entente_marks_find (marks, "still");
    for (guint j = 0; j < scene->n_titles; j++)
      if (&scene->marks[scene->titles[j].mark] == mark)
        title = &scene->titles[j];
    g_assert_nonnull (title);
    g_assert_true (title->on_solid);
    g_assert_cmpfloat (title->x, >, MAX (mark->x, 0));
    g_assert_cmpfloat (title->x + title->width, <, get_band (marks, mark)->core1);
  }
  entente_marks_free (marks);
}

/* ---- the view ---- */

/* Of interest only where the study is not long over. */
static void
test_today (void)
{
  EntenteMarks *marks = entente_marks_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) soon = g_date_time_add_months (now, 1);
  g_autofree char *end = g_date_time_format (soon, "%Y-%m-%d");
  const EntenteScene *scene = marks->timeline->scene;

  entente_marks_show (marks, "2018-01-01", end);
  g_assert_cmpfloat (scene->today_x, <, 0);
  marks->timeline->extent.end = g_date_time_to_unix (now) - 100 * ENTENTE_SECONDS_PER_DAY;
  entente_marks_show (marks, "2018-01-02", end);
  g_assert_cmpfloat (scene->today_x, >, 0.9 * scene->scale.width_px);
  g_assert_cmpfloat (scene->today_x, <, scene->scale.width_px);
  entente_marks_free (marks);
}

static gboolean
is_out_of_view (EntenteMarks *marks)
{
  entente_timeline_ensure_scene (marks->timeline);
  return marks->timeline->scene->counts.before + marks->timeline->scene->counts.after > 0;
}

static void
test_fit_filter (void)
{
  EntenteMarks *marks = entente_marks_new ();
  g_autoptr (EntenteQuery) query = entente_query_new ();
  EntenteSpan fitted;

  query->has_since = query->has_until = TRUE;
  query->since = (gint64) entente_day_number (2018, 2, 1) * ENTENTE_SECONDS_PER_DAY;
  query->until = (gint64) entente_day_number (2018, 3, 1) * ENTENTE_SECONDS_PER_DAY;
  query->surely = TRUE;
  entente_session_set_query (marks->session, query);
  entente_marks_show (marks, "2018-06-01", "2018-07-01");
  g_assert_true (is_out_of_view (marks));
  g_assert_true (entente_timeline_keys_press (marks->timeline, GDK_KEY_Z, GDK_SHIFT_MASK));
  entente_marks_settle (marks);
  g_assert_false (is_out_of_view (marks));
  fitted = entente_timeline_get_visible_span (marks->timeline);
  g_assert_cmpint (fitted.end - fitted.start, <, 40 * ENTENTE_SECONDS_PER_DAY);
  /* Without a filter that is the whole study. */
  entente_query_unref (g_steal_pointer (&query));
  query = entente_query_new ();
  entente_session_set_query (marks->session, query);
  entente_marks_settle (marks);
  gtk_widget_activate_action (GTK_WIDGET (marks->timeline), "timeline.zoom-filter", NULL);
  entente_marks_settle (marks);
  fitted = entente_timeline_get_visible_span (marks->timeline);
  g_assert_cmpint (fitted.start, <=, marks->timeline->extent.start);
  g_assert_cmpint (fitted.end, >=, marks->timeline->extent.end);
  entente_marks_free (marks);
}

/* However long the wheel turns, some of the study stays in view, at any zoom. */
static void
test_wheel_ends (void)
{
  static const double zooms[] = { 0, 0.4, 0.9 };
  EntenteMarks *marks = entente_marks_new ();
  EntenteTimeline *self = marks->timeline;

  self->pointer_x = self->parts.lanes.x + 200;
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (int way = -1; way <= 1; way += 2) {
      EntenteSpan seen;

      entente_timeline_set_zoom (self, zooms[i]);
      for (guint turn = 0; turn < 3000; turn++)
        entente_timeline_input_scroll (self, 0, 10 * way, 0);
      seen = entente_timeline_get_visible_span (self);
      g_assert_cmpint (seen.start, <, self->extent.end);
      g_assert_cmpint (seen.end, >, self->extent.start);
    }
  entente_marks_free (marks);
}

/* ---- glyphs ---- */

static const struct {
  const char *key;
  EntenteKindGroup group;
} shapes[] = {
  { "shape-invite", ENTENTE_GROUP_INVITE }, { "shape-offer", ENTENTE_GROUP_OFFER },
  { "shape-accept", ENTENTE_GROUP_ACCEPT }, { "shape-refuse", ENTENTE_GROUP_REFUSE },
  { "shape-delay", ENTENTE_GROUP_DELAY },   { "shape-meet", ENTENTE_GROUP_MEET },
  { "shape-agree", ENTENTE_GROUP_AGREE },   { "shape-press", ENTENTE_GROUP_PRESS },
  { "shape-say", ENTENTE_GROUP_SAY },       { "shape-deny", ENTENTE_GROUP_DENY },
  { "shape-deed", ENTENTE_GROUP_DEED },     { "shape-outside", ENTENTE_GROUP_OUTSIDE },
};

static const struct {
  const char *key;
  EntenteGlyphFill fill;
  EntenteGlyphOutline outline;
} fills[] = {
  { "fill-single", ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_UNBROKEN },
  { "fill-same-origin", ENTENTE_FILL_CORE, ENTENTE_OUTLINE_UNBROKEN },
  { "fill-corroborated", ENTENTE_FILL_FULL, ENTENTE_OUTLINE_UNBROKEN },
  { "fill-contested", ENTENTE_FILL_HALF, ENTENTE_OUTLINE_UNBROKEN },
  { "fill-denied", ENTENTE_FILL_STRUCK, ENTENTE_OUTLINE_UNBROKEN },
  { "fill-withdrawn", ENTENTE_FILL_WITHDRAWN, ENTENTE_OUTLINE_UNBROKEN },
  { "fill-none", ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_DOTTED },
  { "mode-announced", ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_BROKEN },
  { "mode-conditional", ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_BROKEN },
  { "mode-hypothetical", ENTENTE_FILL_HOLLOW, ENTENTE_OUTLINE_BROKEN },
};

static void
test_glyphs (void)
{
  EntenteMarks *marks = entente_marks_new ();

  entente_marks_show (marks, "2017-12-20", "2018-06-10");
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++) {
    g_autofree char *full_key = g_strconcat (shapes[i].key, "-full", NULL);
    const EntenteSceneMark *mark = entente_marks_find (marks, shapes[i].key);
    const EntenteSceneMark *full = entente_marks_find (marks, full_key);

    g_assert_cmpuint (mark->glyph.group, ==, shapes[i].group);
    g_assert_cmpuint (mark->glyph.fill, ==, ENTENTE_FILL_HOLLOW);
    g_assert_cmpuint (full->glyph.group, ==, shapes[i].group);
    g_assert_cmpuint (full->glyph.fill, ==, ENTENTE_FILL_FULL);
    g_assert_cmpint (mark->body == ENTENTE_NO_INDEX, ==, shapes[i].group == ENTENTE_GROUP_OUTSIDE);
  }
  for (guint i = 0; i < G_N_ELEMENTS (fills); i++) {
    const EntenteSceneMark *mark = entente_marks_find (marks, fills[i].key);

    g_assert_cmpuint (mark->glyph.fill, ==, fills[i].fill);
    g_assert_cmpuint (mark->glyph.outline, ==, fills[i].outline);
  }
  g_assert_true (entente_marks_find (marks, "no-comment")->glyph.no_comment);
  g_assert_cmpuint (entente_marks_find (marks, "fill-withdrawn")->body, ==, ENTENTE_NO_INDEX);
  entente_marks_free (marks);
}

/* ---- what joins marks ---- */

static guint
count_stems (EntenteMarks *marks, const char *key)
{
  const EntenteScene *scene = marks->timeline->scene;
  guint32 row = entente_marks_find_row (marks, key);
  guint n = 0;

  for (guint i = 0; i < scene->n_stems; i++)
    n += scene->marks[scene->stems[i].mark].row == row ? 1 : 0;
  return n;
}

static void
test_stems (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteScene *scene = marks->timeline->scene;
  const EntenteSceneMark *found[4];

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  g_assert_cmpuint (count_stems (marks, "call"), ==, 2);
  g_assert_cmpuint (count_stems (marks, "open"), ==, 1);
  g_assert_cmpuint (count_stems (marks, "day"), ==, 0);
  g_assert_cmpuint (collect (marks, "joint", found, 4), ==, 2);
  g_assert_cmpuint (found[0]->lane, !=, found[1]->lane);
  g_assert_cmpuint (found[0]->body, !=, found[1]->body);
  g_assert_cmpuint (scene->n_joins, ==, 1);
  g_assert_cmpfloat (scene->joins[0].x, ==, found[0]->x);
  entente_marks_free (marks);
}

static void
select_event (EntenteMarks *marks, const char *key)
{
  entente_session_select_event (marks->session, entente_id_from_key (key));
  entente_marks_settle (marks);
  entente_timeline_ensure_scene (marks->timeline);
}

static void
show_answers (EntenteMarks *marks, EntenteAnswersShown shown)
{
  entente_session_set_answers_shown (marks->session, shown);
  entente_marks_settle (marks);
  entente_timeline_ensure_scene (marks->timeline);
}

/* Of the selection, of all in view, or none; with the days between. */
static void
test_answers (void)
{
  EntenteMarks *marks = entente_marks_new ();

  entente_marks_show (marks, "2018-05-20", "2018-08-20");
  g_assert_null (find_link (marks, "call", "yes"));
  select_event (marks, "yes");
  g_assert_nonnull (find_link (marks, "call", "yes"));
  g_assert_false (find_link (marks, "call", "yes")->inferred);
  g_assert_cmpstr (find_link (marks, "call", "yes")->text, ==, "21 days");
  g_assert_true (find_link (marks, "call", "later")->inferred);
  g_assert_cmpstr (find_link (marks, "call", "later")->text, ==, "19–38 days");
  show_answers (marks, ENTENTE_ANSWERS_NONE);
  g_assert_null (find_link (marks, "call", "yes"));
  select_event (marks, "day");
  show_answers (marks, ENTENTE_ANSWERS_ALL);
  g_assert_nonnull (find_link (marks, "call", "yes"));
  g_assert_nonnull (find_link (marks, "call", "later"));
  entente_marks_free (marks);
}

static gboolean
has_loose_end (EntenteMarks *marks, const char *key)
{
  const EntenteScene *scene = marks->timeline->scene;
  guint32 row = entente_marks_find_row (marks, key);

  for (guint i = 0; i < scene->n_loose_ends; i++)
    if (scene->marks[scene->loose_ends[i].mark].row == row)
      return TRUE;
  return FALSE;
}

static void
test_loose_ends (void)
{
  EntenteMarks *marks = entente_marks_new ();
  g_autofree char *open = NULL, *answered = NULL;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  g_assert_true (has_loose_end (marks, "open"));
  g_assert_false (has_loose_end (marks, "call")); /* answered */
  g_assert_false (has_loose_end (marks, "yes")); /* nobody expects more */
  open = entente_timeline_tip_describe (marks->timeline, entente_marks_find_row (marks, "open"));
  answered =
    entente_timeline_tip_describe (marks->timeline, entente_marks_find_row (marks, "call"));
  g_assert_nonnull (strstr (open, "one report, no answer recorded, "));
  g_assert_null (strstr (answered, "no answer recorded"));
  show_answers (marks, ENTENTE_ANSWERS_NONE);
  g_assert_false (has_loose_end (marks, "open"));
  entente_marks_free (marks);
}

/* Nothing but the thread is drawn as marks, and nothing vanishes without a count. */
static void
test_fold (void)
{
  EntenteMarks *marks = entente_marks_new ();
  const EntenteScene *scene = marks->timeline->scene;
  const EntenteSceneCounts *counts = &scene->counts;
  guint n_total = 0;

  entente_marks_show (marks, "2018-04-20", "2018-10-20");
  show_answers (marks, ENTENTE_ANSWERS_THREAD);
  g_assert_false (scene->folded); /* to nothing yet */
  select_event (marks, "call");
  g_assert_true (scene->folded);
  g_assert_cmpuint (scene->n_thread, ==, 3);
  for (guint i = 0; i < scene->n_marks; i++)
    g_assert_true (scene->marks[i].flags & ENTENTE_MARK_THREAD);
  entente_marks_find (marks, "yes");
  entente_marks_find (marks, "later");
  for (guint i = 0; i < scene->n_bars; i++) {
    g_assert_cmpuint (scene->bars[i].filtered, ==, 0);
    n_total += scene->bars[i].total;
  }
  g_assert_cmpuint (n_total, >=, counts->dense);
  g_assert_cmpuint (counts->marks, ==, 3);
  g_assert_cmpuint (counts->marks + counts->bundled + counts->dense + counts->shelf +
                      counts->before + counts->after,
                    ==,
                    entente_chronicle_get_n_rows (marks->timeline->chronicle));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (marks->timeline),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Only this thread: 3 of 55 moves");
  show_answers (marks, ENTENTE_ANSWERS_SELECTION);
  g_assert_false (scene->folded);
  g_assert_cmpuint (scene->n_bars, ==, 0);
  entente_marks_free (marks);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-marks/dates", test_dates);
  g_test_add_func ("/timeline-marks/still-so", test_still_so);
  g_test_add_func ("/timeline-marks/readings", test_readings);
  g_test_add_func ("/timeline-marks/reading-out-of-view", test_reading_out_of_view);
  g_test_add_func ("/timeline-marks/put-off", test_put_off);
  g_test_add_func ("/timeline-marks/no-new-date", test_no_new_date);
  g_test_add_func ("/timeline-marks/title-on-solid", test_title_on_solid);
  g_test_add_func ("/timeline-marks/today", test_today);
  g_test_add_func ("/timeline-marks/fit-filter", test_fit_filter);
  g_test_add_func ("/timeline-marks/wheel-ends", test_wheel_ends);
  g_test_add_func ("/timeline-marks/glyphs", test_glyphs);
  g_test_add_func ("/timeline-marks/stems", test_stems);
  g_test_add_func ("/timeline-marks/answers", test_answers);
  g_test_add_func ("/timeline-marks/loose-ends", test_loose_ends);
  g_test_add_func ("/timeline-marks/fold", test_fold);
  return g_test_run ();
}
