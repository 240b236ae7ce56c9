/* What only the record of an event tells of its date: readings that compete, and a plan that was put off. */

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
