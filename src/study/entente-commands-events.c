/* One change of many events, as one step. What they have now is read off the chronicle. */
#include "config.h"

#include "entente-commands-private.h"

#include <glib/gi18n-lib.h>

/* Takes the field of @event up into @fields. */
static void
write_field (EntenteFieldMask *fields, const char *name)
{
  guint n;
  const EntenteFieldInfo *all = entente_entity_get_fields (ENTENTE_ENTITY_EVENT, &n);
  const EntenteFieldInfo *field = entente_entity_find_field (ENTENTE_ENTITY_EVENT, name);

  *fields |= G_GUINT64_CONSTANT (1) << (field - all);
}

static gboolean
has_issue (const GArray *issues, EntenteId id)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_array_index (issues, EntenteId, i) == id)
      return TRUE;
  return FALSE;
}

/* Issues of @row as they shall be; FALSE when they are so already. */
static gboolean
list_issues (const EntenteChronicle *chronicle,
             guint row,
             const EntenteEventsChange *change,
             GArray *issues)
{
  guint n;
  const guint32 *indexes = entente_chronicle_get_event_issues (chronicle, row, &n);

  for (guint i = 0; i < n && !change->clears_issues; i++) {
    EntenteId id = entente_chronicle_get_issue (chronicle, indexes[i])->record.id;

    if (id != change->remove_issue)
      g_array_append_val (issues, id);
  }
  if (change->add_issue == ENTENTE_ID_NONE || has_issue (issues, change->add_issue))
    return issues->len != n;
  g_array_append_val (issues, change->add_issue);
  return TRUE;
}

static void
change_flag (gboolean *flag, gboolean now, int wanted, const char *name, EntenteFieldMask *fields)
{
  if (wanted < 0 || now == (wanted != 0))
    return;
  *flag = wanted != 0;
  write_field (fields, name);
}

/* Fills @event with what differs from @row and says which fields those are. */
static EntenteFieldMask
fill_event (EntenteEvent *event,
            const EntenteChronicle *chronicle,
            guint row,
            const EntenteEventsChange *change)
{
  g_autoptr (GArray) issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  EntenteFieldMask fields = 0;
  EntenteEventRow now;

  entente_chronicle_get_row (chronicle, row, &now);
  event->record.id = now.id;
  if (change->kind && entente_kind_find (change->kind)->index != now.kind) {
    event->kind = g_strdup (change->kind);
    write_field (&fields, "kind");
  }
  if (change->sets_track && change->track != now.track) {
    event->track = change->track;
    write_field (&fields, "track");
  }
  if (list_issues (chronicle, row, change, issues)) {
    event->issues = issues->len > 0 ? g_steal_pointer (&issues) : NULL;
    write_field (&fields, "issues");
  }
  if (change->judgement >= 0 && change->judgement != now.judgement) {
    event->judgement = change->judgement;
    write_field (&fields, "judgement");
  }
  change_flag (&event->pinned,
               (now.flags & ENTENTE_ROW_PINNED) != 0,
               change->pinned,
               "pinned",
               &fields);
  change_flag (&event->private_,
               (now.flags & ENTENTE_ROW_PRIVATE) != 0,
               change->private_,
               "private",
               &fields);
  return fields;
}

static EntenteStep *
create_step (guint n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Change %u event", "Change %u events", n), n);

  return entente_step_new (label);
}

EntenteStep *
entente_commands_change_events (const EntenteChronicle *chronicle,
                                const EntenteId *events,
                                guint n,
                                const EntenteEventsChange *change,
                                GError **error)
{
  g_autoptr (EntenteStep) step = create_step (n);

  if (change->kind && !entente_commands_check_kind (change->kind, error))
    return NULL;
  for (guint i = 0; i < n; i++) {
    guint row = entente_chronicle_find_row (chronicle, events[i]);
    g_autoptr (EntenteEvent) event = entente_event_new ();
    EntenteFieldMask fields =
      row != ENTENTE_NO_INDEX ? fill_event (event, chronicle, row, change) : 0;

    if (fields != 0)
      entente_step_update_fields (step, event, fields);
  }
  if (step->changes->len > 0)
    return g_steal_pointer (&step);
  g_set_error (error,
               ENTENTE_ERROR,
               ENTENTE_ERROR_INVALID,
               _ ("These events are like that already; choose another value."));
  return NULL;
}
