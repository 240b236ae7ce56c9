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
  gboolean known;

  entente_chronicle_get_row (chronicle, row, &a);
  entente_chronicle_get_row (chronicle, answer, &b);
  known = entente_date_points_get_days_between (&a.points, &b.points, min_days, max_days);
  *min_days = MAX (*min_days, 0);
  return known && (*max_days != G_MAXINT64 ? *max_days >= 0 : *min_days > 0);
}
