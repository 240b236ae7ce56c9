/* The marks of both kinds are put in one row for each step: an article has few. Main thread. */
#include "config.h"

#include "entente-article-walk.h"

#include "entente-article-positions.h"

typedef struct {
  gint64 start; /* in the text */
  const EntenteArticleMark *mark; /* or NULL: of the position */
  EntenteId position;
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Stop *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

/* The sort keeps events before positions, and each in its order. */
static GArray *
list_stops (EntenteArticleText *text)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));

  for (guint i = 0; marks && i < entente_article_marks_get_n (marks); i++) {
    const EntenteArticleMark *mark = entente_article_marks_get (marks, i);
    Stop stop = { .start = mark->start, .mark = mark };

    g_array_append_val (stops, stop);
  }
  for (guint i = 0; i < entente_article_positions_get_n (text); i++) {
    Stop stop = { 0 };

    stop.position = entente_article_positions_get (text, i, &stop.start);
    g_array_append_val (stops, stop);
  }
  g_array_sort (stops, compare_stops);
  return stops;
}

/* Number of the stop that is selected; that of stops when none is. */
static guint
find_selected (EntenteArticleText *text, const GArray *stops)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);
  EntenteId position = entente_article_positions_get_selected (text);
  const EntenteArticleMark *mark = marks ? entente_article_marks_get_selected (marks) : NULL;
  guint i = 0;

  for (; i < stops->len; i++) {
    const Stop *stop = &g_array_index (stops, Stop, i);

    if (stop->mark ? stop->mark == mark : stop->position == position)
      break;
  }
  return i;
}

/* The first that does not begin before the place where one reads. */
static guint
find_reading (EntenteArticleText *text, const GArray *stops)
{
  gint64 place = entente_article_text_get_reading_position (text);
  guint i = 0;

  while (i < stops->len && g_array_index (stops, Stop, i).start < place)
    i++;
  return i;
}

void
entente_article_walk_step (EntenteArticleText *text, int step)
{
  g_autoptr (GArray) stops = list_stops (text);
  guint n = stops->len, index = find_selected (text, stops);
  const Stop *stop;

  if (n == 0)
    return;
  if (index < n)
    index += step > 0 ? 1 : n - 1;
  else
    index = find_reading (text, stops) + (step > 0 ? 0 : n - 1);
  stop = &g_array_index (stops, Stop, index % n);
  if (stop->mark)
    entente_session_select_passage (
      entente_article_marks_get_session (entente_article_text_get_marks (text)),
      stop->mark->passage,
      stop->mark->event);
  else
    entente_article_positions_select (text, stop->position);
}
