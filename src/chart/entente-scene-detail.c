/* What records tell the scene: of an event, the readings of its date that compete, and a plan that
 * was put off; of an article, when it was published. */

#include "config.h"

#include "entente-scene.h"

static void
add_reading (EntenteSceneDetail *detail, const EntenteDate *when, const EntenteReading *reading)
{
  g_autoptr (EntenteDate) date = entente_date_parse (reading->edtf, NULL);
  EntenteSpan window = entente_date_get_window (when), span;

  if (date == NULL || g_strcmp0 (date->edtf, when->edtf) == 0 || !entente_date_is_bounded (date) ||
      detail->n_readings == G_N_ELEMENTS (detail->readings))
    return;
  span = entente_date_get_window (date);
  if (span.start >= window.start && span.end <= window.end)
    detail->readings[detail->n_readings++] = span;
}

/* Those that were left open: a date that was decided keeps the others in its record, but they lie
 * outside of it. */
static void
add_readings (EntenteSceneDetail *detail, const EntenteDate *when)
{
  for (guint i = 0; when->readings != NULL && i < when->readings->len; i++)
    add_reading (detail, when, g_ptr_array_index (when->readings, i));
  if (detail->n_readings < 2)
    detail->n_readings = 0;
}

void
entente_scene_detail_read (EntenteSceneDetail *detail, const EntenteEvent *event)
{
  *detail = (EntenteSceneDetail){ 0 };
  if (event->when != NULL)
    add_readings (detail, event->when);
  if (event->planned == NULL || !entente_date_is_bounded (event->planned))
    return;
  detail->planned = entente_date_get_window (event->planned);
  detail->has_planned =
    detail->planned.start != ENTENTE_TIME_MIN && detail->planned.end != ENTENTE_TIME_MAX;
}

gint64
entente_scene_find_publication (const EntenteChronicle *chronicle, EntenteId id)
{
  guint index =
    id != ENTENTE_ID_NONE ? entente_chronicle_find_article (chronicle, id) : ENTENTE_NO_INDEX;
  const EntenteArticle *article;

  if (index == ENTENTE_NO_INDEX && entente_chronicle_get_n_articles (chronicle) == 1)
    index = 0;
  if (index == ENTENTE_NO_INDEX)
    return ENTENTE_TIME_MIN;
  article = entente_chronicle_get_article (chronicle, index);
  if (article->published == NULL || !entente_date_is_dated (article->published))
    return ENTENTE_TIME_MIN;
  return entente_date_get_place (article->published);
}

/* An open end adds nothing. */
static void
extend (EntenteSpan *extent, EntenteSpan span)
{
  if (span.start != ENTENTE_TIME_MIN)
    extent->start = MIN (extent->start, span.start);
  if (span.end != ENTENTE_TIME_MAX)
    extent->end = MAX (extent->end, span.end);
}

gboolean
entente_scene_detail_extend (const EntenteSceneDetail *detail, EntenteSpan *extent)
{
  EntenteSpan before = *extent;

  for (guint i = 0; i < detail->n_readings; i++)
    extend (extent, detail->readings[i]);
  if (detail->has_planned)
    extend (extent, detail->planned);
  return extent->start != before.start || extent->end != before.end;
}
