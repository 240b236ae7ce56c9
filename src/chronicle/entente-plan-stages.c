/* Links that say what became of a plan, oldest first, each with what it made of the status. */
#include "config.h"

#include "entente-plan-stages.h"

#include "entente-chronicle-private.h"
#include "entente-derive.h"

#include <glib/gi18n-lib.h>

gboolean
entente_chronicle_is_awaited (const EntenteChronicle *chronicle, guint row)
{
  return entente_chronicle_get_answered (chronicle, row) != ENTENTE_ANSWERED_NOT_EXPECTED ||
         entente_chronicle_get_status (chronicle, row) != ENTENTE_STATUS_NONE;
}

/* ---- who said so ---- */

static gboolean
is_one_side (const EntenteChronicle *chronicle, guint32 a, guint32 b, guint row)
{
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);

  return a == b || entente_chronicle_stands_for (chronicle, a, b, window, FALSE) ||
         entente_chronicle_stands_for (chronicle, b, a, window, FALSE);
}

static gboolean
was_made_by (const EntenteChronicle *chronicle, guint row, guint32 actor)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].role == ENTENTE_ROLE_INITIATOR &&
        is_one_side (chronicle, parts[i].actor, actor, row))
      return TRUE;
  return FALSE;
}

static gboolean
was_confirmed_by (const EntenteChronicle *chronicle, guint row, guint32 actor)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if ((threads[i].type == ENTENTE_LINK_CONFIRMS || threads[i].type == ENTENTE_LINK_ACCEPTS) &&
        was_made_by (chronicle, threads[i].row, actor))
      return TRUE;
  return FALSE;
}

/* Did @actor put the plan off (or call it off) too, or confirm that it was? */
static gboolean
has_joined (const EntenteChronicle *chronicle, guint plan, guint8 link, guint32 actor)
{
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (chronicle, plan, &n);

  for (guint i = 0; i < n; i++)
    if (threads[i].type == link && (was_made_by (chronicle, threads[i].row, actor) ||
                                    was_confirmed_by (chronicle, threads[i].row, actor)))
      return TRUE;
  return FALSE;
}

static gboolean
is_concerned (EntenteRole role)
{
  return role == ENTENTE_ROLE_INITIATOR || role == ENTENTE_ROLE_ADDRESSEE ||
         role == ENTENTE_ROLE_PARTICIPANT || role == ENTENTE_ROLE_INVITED;
}

static gboolean
has_maker (const EntenteChronicle *chronicle, guint row)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++)
    if (parts[i].role == ENTENTE_ROLE_INITIATOR)
      return TRUE;
  return FALSE;
}

static gboolean
is_one_sided (const EntenteChronicle *chronicle, guint plan, const EntenteThread *thread)
{
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, plan, &n);

  if (!has_maker (chronicle, thread->row))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (is_concerned (parts[i].role) && !has_joined (chronicle, plan, thread->type, parts[i].actor))
      return TRUE;
  return FALSE;
}

/* ---- stages ---- */

static void
add_stage (GArray *stages, EntenteStatus status, guint32 row, guint8 link, gboolean one_sided)
{
  EntentePlanStage stage = { status, row, link, one_sided };

  g_array_append_val (stages, stage);
}

/* What is told as a fact and was put off or called off had been planned. */
static EntenteStatus
get_first (const EntenteChronicle *chronicle, guint row)
{
  EntenteEventRow event;
  EntenteStatus first;

  entente_chronicle_get_row (chronicle, row, &event);
  first = entente_derive_first_status (entente_chronicle_get_kind (chronicle, row),
                                       (EntenteMode) event.mode,
                                       entente_chronicle_get_window (chronicle, row).end);
  return first == ENTENTE_STATUS_NONE ? ENTENTE_STATUS_SCHEDULED : first;
}

static gboolean
speaks_of_plan (EntenteLinkType type)
{
  return type == ENTENTE_LINK_POSTPONES || type == ENTENTE_LINK_RESCHEDULES ||
         type == ENTENTE_LINK_CANCELS || type == ENTENTE_LINK_WITHDRAWS ||
         type == ENTENTE_LINK_SUPERSEDES || type == ENTENTE_LINK_RESUMES ||
         type == ENTENTE_LINK_IMPLEMENTS;
}

GArray *
entente_plan_stages_list (const EntenteChronicle *chronicle, guint row)
{
  EntenteStatus status = get_first (chronicle, row);
  GArray *stages;
  guint n;
  const EntenteThread *threads = entente_chronicle_get_answered_by (chronicle, row, &n);

  if (entente_chronicle_get_status (chronicle, row) == ENTENTE_STATUS_NONE)
    return NULL;
  stages = g_array_new (FALSE, FALSE, sizeof (EntentePlanStage));
  add_stage (stages, status, row, 0, FALSE);
  for (guint i = 0; i < n; i++) {
    EntenteStatus next = entente_derive_follow_link (status, (EntenteLinkType) threads[i].type);

    if (next == status && !speaks_of_plan ((EntenteLinkType) threads[i].type))
      continue;
    status = next;
    add_stage (stages,
               status,
               threads[i].row,
               threads[i].type,
               (status == ENTENTE_STATUS_POSTPONED || status == ENTENTE_STATUS_CANCELLED) &&
                 is_one_sided (chronicle, row, &threads[i]));
  }
  if (entente_chronicle_get_status (chronicle, row) == ENTENTE_STATUS_NO_WORD)
    add_stage (stages, ENTENTE_STATUS_NO_WORD, ENTENTE_NO_INDEX, 0, FALSE);
  return stages;
}

/* ---- in words ---- */

static char *
list_makers (const EntenteChronicle *chronicle, guint row)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n;
  const EntentePart *parts = entente_chronicle_get_parts (chronicle, row, &n);

  for (guint i = 0; i < n; i++) {
    if (parts[i].role != ENTENTE_ROLE_INITIATOR)
      continue;
    if (names->len > 0)
      g_string_append (names, _ (", "));
    g_string_append (names, entente_chronicle_get_actor (chronicle, parts[i].actor)->name);
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

char *
entente_plan_stage_format (const EntenteChronicle *chronicle, const EntentePlanStage *stage)
{
  g_autofree char *makers = stage->one_sided ? list_makers (chronicle, stage->row) : NULL;

  if (stage->status == ENTENTE_STATUS_NO_WORD)
    return g_strdup (_ ("no word after the date"));
  if (!makers)
    return g_strdup (entente_enum_label (ENTENTE_ENUM_STATUS, (int) stage->status));
  return g_strdup_printf (stage->status == ENTENTE_STATUS_CANCELLED
                            ? _ ("cancelled; announced by %s only")
                            : _ ("postponed; announced by %s only"),
                          makers);
}

gboolean
entente_chronicle_get_days_to_end (const EntenteChronicle *chronicle,
                                   guint row,
                                   gint64 *days,
                                   gboolean *to_today)
{
  EntenteSpan extent;
  EntenteEventRow move;
  gint64 end;

  entente_chronicle_get_row (chronicle, row, &move);
  if (!entente_chronicle_get_extent (chronicle, &extent) ||
      move.points.latest_start == ENTENTE_TIME_MAX)
    return FALSE;
  end = MIN (extent.end - 1, chronicle->today);
  *to_today = chronicle->today < extent.end;
  *days = entente_time_to_day (end) - entente_time_to_day (move.points.latest_start - 1);
  return *days > 0;
}
