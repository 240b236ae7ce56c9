/* Proposals are those that somebody shows already; nothing is computed here. */
#include "config.h"

#include "entente-event-waiting.h"

#include "entente-loose-ends.h"
#include "entente-plan-stages.h"
#include <glib/gi18n.h>

gboolean
entente_event_waiting_is_proposed (EntenteStudy *study,
                                   const EntenteChronicle *chronicle,
                                   guint row)
{
  EntenteLooseEnds *ends = entente_loose_ends_peek (study);

  return ends && entente_chronicle_get_answered (chronicle, row) == ENTENTE_ANSWERED_NO &&
         entente_loose_ends_get_proposal (ends,
                                          entente_chronicle_get_id (chronicle, row),
                                          NULL,
                                          NULL) != NULL;
}

/* The title of the newest move that says what became of the plan. */
static char *
format_outcome (EntenteStudy *study, const EntenteChronicle *chronicle, guint row)
{
  g_autoptr (GArray) stages = entente_plan_stages_list (chronicle, row);

  for (guint i = stages ? stages->len : 0; i > 1; i--) {
    guint32 other = g_array_index (stages, EntentePlanStage, i - 1).row;
    const char *title;

    if (other == ENTENTE_NO_INDEX)
      continue;
    title = entente_study_get_event_title (study, entente_chronicle_get_id (chronicle, other));
    return title ? g_strdup (title) : entente_chronicle_describe (chronicle, other);
  }
  return g_strdup ("");
}

char *
entente_event_waiting_format_answer (EntenteStudy *study,
                                     const EntenteChronicle *chronicle,
                                     guint row)
{
  if (entente_event_waiting_is_proposed (study, chronicle, row))
    return entente_loose_ends_format_proposal (entente_loose_ends_peek (study),
                                               entente_chronicle_get_id (chronicle, row));
  /* What is put off is not thereby answered. */
  return entente_chronicle_get_answered (chronicle, row) == ENTENTE_ANSWERED_NOT_EXPECTED
           ? format_outcome (study, chronicle, row)
           : g_strdup ("");
}

/* How long comes first: in a narrow column the rest is cut. */
static char *
format_no_word (const char *when, gint64 days, gboolean to_today)
{
  /* TRANSLATORS: a number of days, and the date since which there is no word; in this order, since
   * the end may be cut */
  if (to_today)
    return g_strdup_printf (ngettext ("no word for %1$d day (since %2$s, to today)",
                                      "no word for %1$d days (since %2$s, to today)",
                                      (gulong) days),
                            (int) days,
                            when);
  return g_strdup_printf (ngettext ("no word for %1$d day (since %2$s, to the end of the record)",
                                    "no word for %1$d days (since %2$s, to the end of the record)",
                                    (gulong) days),
                          (int) days,
                          when);
}

/* Nobody told when: what orders leave of the date is no date to count from. */
static gboolean
is_undated (const EntenteChronicle *chronicle, guint row)
{
  EntenteEventRow event;

  entente_chronicle_get_row (chronicle, row, &event);
  return event.precision == ENTENTE_PRECISION_NONE;
}

char *
entente_event_waiting_format_silence (const EntenteChronicle *chronicle,
                                      guint row,
                                      const char *told)
{
  const char *when = is_undated (chronicle, row) ? "" : told;
  gint64 days;
  gboolean to_today;

  if (entente_chronicle_get_answered (chronicle, row) == ENTENTE_ANSWERED_NOT_EXPECTED) {
    if (entente_chronicle_get_status (chronicle, row) != ENTENTE_STATUS_NO_WORD)
      return g_strdup ("");
    return *when ? g_strdup_printf (_ ("no word after %s"), when)
                 : g_strdup (_ ("no word after the date"));
  }
  if (!*when)
    return g_strdup (_ ("no word since"));
  if (!entente_chronicle_get_days_to_end (chronicle, row, &days, &to_today))
    return g_strdup_printf (_ ("no word since %s"), when);
  return format_no_word (when, days, to_today);
}
