/* What stands for the title of an event that nobody gave one: its kind and who took part. */
#include "config.h"

#include "entente-chronicle-private.h"
#include "entente-words.h"

#include <glib/gi18n-lib.h>

/* Names of those in the roles of @mask, in order; NULL when there is none. */
static char *
join_names (const EntenteChronicle *chronicle, guint row, guint32 mask)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++) {
    char *name = entente_chronicle_get_actor (chronicle, parts[i].actor)->name;

    if ((mask >> parts[i].role & 1) && !g_ptr_array_find (names, name, NULL))
      g_ptr_array_add (names, name);
  }
  return names->len > 0 ? entente_words_join_and (names) : NULL;
}

char *
entente_chronicle_describe (const EntenteChronicle *chronicle, guint row)
{
  const EntenteKind *kind = entente_chronicle_get_kind (chronicle, row);
  guint32 addressed = 1u << ENTENTE_ROLE_ADDRESSEE | 1u << ENTENTE_ROLE_INVITED;
  guint32 initiating = 1u << ENTENTE_ROLE_INITIATOR;
  g_autofree char *label = entente_label_capitalise (entente_kind_get_label (kind));
  g_autofree char *from = join_names (chronicle, row, initiating);
  g_autofree char *to = join_names (chronicle, row, addressed);
  g_autofree char *others = join_names (chronicle, row, ~(initiating | addressed));

  if (from != NULL && to != NULL)
    /* Translators: kind of move, who, to whom: "Invitation · Afghan government to Taleban". */
    return g_strdup_printf (_ ("%s · %s to %s"), label, from, to);
  if (from == NULL && to != NULL)
    /* Translators: kind of move and whom it is addressed to: "Invitation · to Taleban". */
    return g_strdup_printf (_ ("%s · to %s"), label, to);
  if (from == NULL && others == NULL)
    return g_steal_pointer (&label);
  /* Translators: kind of move and who: "Talks · United States and Taleban". */
  return g_strdup_printf (_ ("%s · %s"), label, from != NULL ? from : others);
}

/* From start to start: talks that last a week answer on their first day. */
gboolean
entente_chronicle_get_days_to_answer (const EntenteChronicle *chronicle,
                                      guint row,
                                      guint answer,
                                      gint64 *min_days,
                                      gint64 *max_days)
{
  EntenteEventRow a, b;
  gboolean has_min, has_max;

  entente_chronicle_get_row (chronicle, row, &a);
  entente_chronicle_get_row (chronicle, answer, &b);
  has_min =
    a.points.latest_start != ENTENTE_TIME_MAX && b.points.earliest_start != ENTENTE_TIME_MIN;
  has_max =
    a.points.earliest_start != ENTENTE_TIME_MIN && b.points.latest_start != ENTENTE_TIME_MAX;
  *min_days = has_min ? MAX (entente_time_to_day (b.points.earliest_start) -
                               entente_time_to_day (a.points.latest_start - 1),
                             0)
                      : 0;
  *max_days = has_max ? entente_time_to_day (b.points.latest_start - 1) -
                          entente_time_to_day (a.points.earliest_start)
                      : G_MAXINT64;
  return has_max ? *max_days >= 0 : *min_days > 0;
}
