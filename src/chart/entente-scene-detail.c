/* What records tell the scene: of an event, the readings of its date that compete, and a plan that was put off; of an
 * article, when it was published. */

#include "config.h"

#include "entente-scene.h"

static void
add_reading (EntenteSceneDetail *detail, const EntenteReading *reading)
{
  g_autoptr (EntenteDate) date = entente_date_parse (reading->edtf, NULL);

  if (date != NULL && entente_date_is_bounded (date) &&
      detail->n_readings < G_N_ELEMENTS (detail->readings))
    detail->readings[detail->n_readings++] = entente_date_get_window (date);
}

void
entente_scene_detail_read (EntenteSceneDetail *detail, const EntenteEvent *event)
{
  const GPtrArray *readings = event->when != NULL ? event->when->readings : NULL;

  *detail = (EntenteSceneDetail){ 0 };
  for (guint i = 0; readings != NULL && i < readings->len; i++)
    add_reading (detail, g_ptr_array_index (readings, i));
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
