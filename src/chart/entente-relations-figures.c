/* Counts of relations, then of the activity of the parties found. */
#include "config.h"

#include "entente-relations-figures.h"

/* Finer than a day nobody asks for when somebody was active. */
static const EntenteCalendarUnit units[] = { ENTENTE_UNIT_DAY,     ENTENTE_UNIT_WEEK,
                                             ENTENTE_UNIT_MONTH,   ENTENTE_UNIT_QUARTER,
                                             ENTENTE_UNIT_YEAR,    ENTENTE_UNIT_DECADE,
                                             ENTENTE_UNIT_CENTURY, ENTENTE_UNIT_MILLENNIUM };

GArray *
entente_relations_figures_divide (EntenteSpan extent, guint max, EntenteCalendarUnit *unit)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = 0, last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    *unit = units[i];
    first = entente_calendar_unit_number (*unit, extent.start);
    last = entente_calendar_unit_number (*unit, MAX (extent.end - 1, extent.start));
    if (last - first < (gint64) max)
      break;
  }
  for (gint64 number = first; number <= last + 1; number++) {
    gint64 start = entente_calendar_unit_start (*unit, number);

    g_array_append_val (bounds, start);
  }
  return bounds;
}

/* From the first to the last place; rows are in order of place. FALSE when none has one. */
static gboolean
find_extent (const EntenteChronicle *chronicle, const EntenteBitset *rows, EntenteSpan *extent)
{
  guint n_placed = entente_chronicle_get_n_placed (chronicle);
  guint first = entente_bitset_next (rows, 0), last = first;

  if (first >= n_placed)
    return FALSE;
  for (last = n_placed - 1; !entente_bitset_contains (rows, last);)
    last--;
  extent->start = entente_chronicle_get_place (chronicle, first);
  extent->end = entente_chronicle_get_place (chronicle, last) + 1;
  return TRUE;
}

/* FALSE when cancelled. */
static gboolean
count_activity (EntenteRelationsFigures *figures,
                const EntenteBitset *rows,
                const gboolean *cancelled)
{
  g_autoptr (GArray) actors = entente_party_order_list (figures->chronicle,
                                                        figures->relations,
                                                        ENTENTE_PARTY_ORDER_COUNT,
                                                        ENTENTE_RELATIONS_MAX);
  g_autoptr (GArray) bounds = NULL;
  EntenteSpan extent;

  if (!find_extent (figures->chronicle, rows, &extent))
    return TRUE;
  bounds = entente_relations_figures_divide (extent, ENTENTE_RELATIONS_BINS, &figures->unit);
  figures->activity = entente_activity_new (
    figures->chronicle,
    rows,
    &(EntenteActivityOptions){ .actors = (const guint32 *) (gpointer) actors->data,
                               .n_actors = actors->len,
                               .members = figures->members,
                               .surely = figures->surely,
                               .bounds = (const gint64 *) (gpointer) bounds->data,
                               .n_bins = bounds->len - 1 },
    cancelled);
  return figures->activity != NULL;
}

static void
clear_figures (gpointer data)
{
  EntenteRelationsFigures *figures = data;

  entente_chronicle_unref (figures->chronicle);
  entente_relations_unref (figures->relations);
  entente_activity_unref (figures->activity);
}

EntenteRelationsFigures *
entente_relations_figures_new (const EntenteChronicle *chronicle,
                               const EntenteBitset *rows,
                               gboolean members,
                               gboolean surely,
                               const gboolean *cancelled)
{
  g_autoptr (EntenteRelationsFigures) figures = g_atomic_rc_box_new0 (EntenteRelationsFigures);

  figures->chronicle = entente_chronicle_ref (chronicle);
  figures->members = members;
  figures->surely = surely;
  figures->n_events = entente_chronicle_get_n_rows (chronicle);
  figures->relations = entente_relations_new (chronicle, rows, members, surely, cancelled);
  if (figures->relations == NULL || !count_activity (figures, rows, cancelled))
    return NULL;
  return g_steal_pointer (&figures);
}

EntenteRelationsFigures *
entente_relations_figures_ref (const EntenteRelationsFigures *figures)
{
  return g_atomic_rc_box_acquire ((gpointer) figures);
}

void
entente_relations_figures_unref (EntenteRelationsFigures *figures)
{
  if (figures != NULL)
    g_atomic_rc_box_release_full (figures, clear_figures);
}
