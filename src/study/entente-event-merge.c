/* Merging two events: what hangs on the one that goes is hung on the one that stays, unless the
 * same hangs there already; then the event is deleted with what is left of it.
 */
#include "config.h"

#include "entente-event-merge.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"
#include "entente-event-detail.h"
#include "entente-study-private.h"

/* ---- reading ---- */

static GPtrArray *
list_values (const GPtrArray *values, EntenteId event)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (entente_record_unref);

  for (guint i = 0; i < values->len; i++)
    if (((EntenteFieldValue *) values->pdata[i])->subject == event)
      g_ptr_array_add (list, entente_record_ref (values->pdata[i]));
  return list;
}

/* Place and track of the event that goes: the preview names them where they go with it. */
static gboolean
read_names (EntenteEventMerge *self, EntenteStore *store, GError **error)
{
  const EntenteEvent *gone = self->gone->event;
  g_autoptr (EntentePlace) place = NULL;
  g_autoptr (EntenteTrack) track = NULL;

  if (gone->place != ENTENTE_ID_NONE &&
      !(place = entente_store_get (store, ENTENTE_ENTITY_PLACE, gone->place, error)))
    return FALSE;
  if (gone->track != ENTENTE_ID_NONE &&
      !(track = entente_store_get (store, ENTENTE_ENTITY_TRACK, gone->track, error)))
    return FALSE;
  self->gone_place = place ? g_strdup (place->name) : NULL;
  self->gone_track = track ? g_strdup (track->name) : NULL;
  return TRUE;
}

static gboolean
read_parts (EntenteEventMerge *self,
            EntenteStore *store,
            EntenteId kept,
            EntenteId gone,
            GError **error)
{
  g_autoptr (GHashTable) sources = entente_event_detail_sources_new ();
  g_autoptr (GPtrArray) values = entente_store_list (store, ENTENTE_ENTITY_FIELD_VALUE, error);

  if (!values || !(self->kept = entente_event_detail_read (store, kept, NULL, sources, error)) ||
      !(self->gone = entente_event_detail_read (store, gone, NULL, sources, error)) ||
      !(self->questions = entente_store_list_of (store,
                                                 ENTENTE_ENTITY_QUESTION,
                                                 ENTENTE_ENTITY_EVENT,
                                                 gone,
                                                 error)) ||
      !(self->turning_points = entente_store_list_of (store,
                                                      ENTENTE_ENTITY_TURNING_POINT,
                                                      ENTENTE_ENTITY_EVENT,
                                                      gone,
                                                      error)))
    return FALSE;
  self->kept_values = list_values (values, kept);
  self->gone_values = list_values (values, gone);
  return read_names (self, store, error);
}

EntenteEventMerge *
entente_event_merge_read (EntenteStore *store, EntenteId kept, EntenteId gone, GError **error)
{
  g_autoptr (EntenteEventMerge) self = g_new0 (EntenteEventMerge, 1);

  if (kept == gone) {
    g_set_error_literal (error,
                         ENTENTE_ERROR,
                         ENTENTE_ERROR_INVALID,
                         _ ("An event cannot be merged with itself; choose another one."));
    return NULL;
  }
  return read_parts (self, store, kept, gone, error) ? g_steal_pointer (&self) : NULL;
}

static gpointer
read_two (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntenteId *ids = data;

  return entente_event_merge_read (store, ids[0], ids[1], error);
}

void
entente_event_merge_read_async (EntenteStudy *study,
                                EntenteId kept,
                                EntenteId gone,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  entente_study_run_read_two_async (study,
                                    read_two,
                                    kept,
                                    gone,
                                    (GDestroyNotify) entente_event_merge_free,
                                    g_task_new (study, cancellable, callback, user_data));
}

EntenteEventMerge *
entente_event_merge_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
entente_event_merge_free (EntenteEventMerge *self)
{
  g_clear_pointer (&self->kept, entente_event_detail_unref);
  g_clear_pointer (&self->gone, entente_event_detail_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->turning_points, g_ptr_array_unref);
  g_clear_pointer (&self->kept_values, g_ptr_array_unref);
  g_clear_pointer (&self->gone_values, g_ptr_array_unref);
  g_free (self->gone_place);
  g_free (self->gone_track);
  g_free (self);
}

/* ---- the event itself ---- */

static void
fill_text (char **text, const char *other)
{
  if (*text && **text)
    return;
  g_free (*text);
  *text = g_strdup (other);
}

static void
fill_date (EntenteDate **date, const EntenteDate *other)
{
  if (!other || (*date && entente_date_is_bounded (*date)))
    return;
  g_clear_pointer (date, entente_date_unref);
  *date = entente_date_ref (other);
}

static void
join_issues (GArray **issues, const GArray *others)
{
  for (guint i = 0; others && i < others->len; i++) {
    EntenteId issue = g_array_index (others, EntenteId, i);
    gboolean has = FALSE;

    if (!*issues)
      *issues = g_array_new (FALSE, FALSE, sizeof (EntenteId));
    for (guint k = 0; k < (*issues)->len && !has; k++)
      has = g_array_index (*issues, EntenteId, k) == issue;
    if (!has)
      g_array_append_val (*issues, issue);
  }
}

EntenteEvent *
entente_event_merge_create_event (const EntenteEventMerge *self)
{
  EntenteEvent *event = entente_event_copy (self->kept->event);
  const EntenteEvent *other = self->gone->event;

  fill_text (&event->title, other->title);
  fill_text (&event->summary, other->summary);
  fill_date (&event->when, other->when);
  fill_date (&event->planned, other->planned);
  join_issues (&event->issues, other->issues);
  if (event->place == ENTENTE_ID_NONE)
    event->place = other->place;
  if (event->track == ENTENTE_ID_NONE)
    event->track = other->track;
  if (event->medium == ENTENTE_MEDIUM_NONE)
    event->medium = other->medium;
  if (event->judgement == ENTENTE_JUDGEMENT_UNDECIDED) {
    event->judgement = other->judgement;
    fill_text (&event->judgement_reason, other->judgement_reason);
  }
  event->pinned |= other->pinned;
  event->private_ |= other->private_;
  return event;
}

/* ---- what hangs on it ---- */

/* Another date or kind than that of the event that is kept is what the claims claim. */
static void
keep_claimed (const EntenteEventMerge *self, const EntenteEvent *event, EntenteClaim *claim)
{
  const EntenteEvent *gone = self->gone->event;

  if (!claim->claimed_when && gone->when && entente_date_is_dated (gone->when) &&
      !(event->when && entente_date_equal (gone->when, event->when)))
    claim->claimed_when = entente_date_ref (gone->when);
  if (!claim->claimed_kind && g_strcmp0 (gone->kind, event->kind) != 0)
    claim->claimed_kind = g_strdup (gone->kind);
}

static gboolean
has_part (const GPtrArray *parts, const EntenteParticipation *part)
{
  for (guint i = 0; i < parts->len; i++) {
    const EntenteParticipation *other = parts->pdata[i];

    if (other->actor == part->actor && other->role == part->role &&
        other->speaks_for == part->speaks_for)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_link (const GPtrArray *links, const EntenteLink *link)
{
  for (guint i = 0; i < links->len; i++) {
    const EntenteLink *other = links->pdata[i];

    if (other->from == link->from && other->to == link->to && other->type == link->type)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_order (const GPtrArray *orders, const EntenteOrder *order)
{
  for (guint i = 0; i < orders->len; i++) {
    const EntenteOrder *other = orders->pdata[i];

    if (other->event == order->event && other->other == order->other &&
        other->relation == order->relation && other->days == order->days)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_value (const GPtrArray *values, const EntenteFieldValue *value)
{
  for (guint i = 0; i < values->len; i++)
    if (((EntenteFieldValue *) values->pdata[i])->field == value->field)
      return TRUE;
  return FALSE;
}

static void
redirect (const EntenteEventMerge *self, EntenteId *id)
{
  if (*id == self->gone->event->record.id)
    *id = self->kept->event->record.id;
}

/* A record of the event that goes as it hangs on the one that is kept; NULL when it goes too,
 * because the same hangs there or it was between the two. The caller's. */
static gpointer
move_record (const EntenteEventMerge *self, const EntenteEvent *event, gconstpointer record)
{
  g_autoptr (EntenteRecord) moved = entente_record_copy (record);
  EntenteId kept = self->kept->event->record.id;
  gboolean stays = TRUE;

  switch ((guint) moved->entity) {
  case ENTENTE_ENTITY_CLAIM:
    ((EntenteClaim *) moved)->event = kept;
    keep_claimed (self, event, (EntenteClaim *) moved);
    break;
  case ENTENTE_ENTITY_PARTICIPATION:
    ((EntenteParticipation *) moved)->event = kept;
    stays = !has_part (self->kept->participations, (EntenteParticipation *) moved);
    break;
  case ENTENTE_ENTITY_LINK:
    redirect (self, &((EntenteLink *) moved)->from);
    redirect (self, &((EntenteLink *) moved)->to);
    stays = ((EntenteLink *) moved)->from != ((EntenteLink *) moved)->to &&
            !has_link (self->kept->links, (EntenteLink *) moved);
    break;
  case ENTENTE_ENTITY_ORDER:
    redirect (self, &((EntenteOrder *) moved)->event);
    redirect (self, &((EntenteOrder *) moved)->other);
    stays = ((EntenteOrder *) moved)->event != ((EntenteOrder *) moved)->other &&
            !has_order (self->kept->orders, (EntenteOrder *) moved);
    break;
  case ENTENTE_ENTITY_QUESTION:
    ((EntenteQuestion *) moved)->event = kept;
    break;
  case ENTENTE_ENTITY_TURNING_POINT:
    redirect (self, &((EntenteTurningPoint *) moved)->cause);
    redirect (self, &((EntenteTurningPoint *) moved)->departure);
    redirect (self, &((EntenteTurningPoint *) moved)->consequence);
    break;
  case ENTENTE_ENTITY_FIELD_VALUE:
    ((EntenteFieldValue *) moved)->subject = kept;
    stays = !has_value (self->kept_values, (EntenteFieldValue *) moved);
    break;
  default:
    break;
  }
  return stays ? g_steal_pointer (&moved) : NULL;
}

/* Moves the records of a list; number of those that move. With @step NULL they are only counted. */
static guint
move_list (const EntenteEventMerge *self,
           const EntenteEvent *event,
           const GPtrArray *records,
           EntenteStep *step)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++) {
    g_autoptr (EntenteRecord) moved = move_record (self, event, records->pdata[i]);

    n += moved != NULL;
    if (moved && step)
      entente_step_update_fields (step,
                                  moved,
                                  entente_record_compare_fields (records->pdata[i], moved));
  }
  return n;
}

/* No foreign key leads from the values of the user's own fields to their event. */
static void
delete_values (const EntenteEventMerge *self, EntenteStep *step)
{
  for (guint i = 0; i < self->gone_values->len; i++) {
    const EntenteFieldValue *value = self->gone_values->pdata[i];

    if (has_value (self->kept_values, value))
      entente_step_delete (step, ENTENTE_ENTITY_FIELD_VALUE, value->record.id);
  }
}

EntenteStep *
entente_commands_merge_events (const EntenteEventMerge *self)
{
  EntenteStep *step = entente_step_new (_ ("Merge events"));
  g_autoptr (EntenteEvent) event = entente_event_merge_create_event (self);
  const GPtrArray *const lists[] = { self->gone->claims, self->gone->participations,
                                     self->gone->links,  self->gone->orders,
                                     self->questions,    self->turning_points,
                                     self->gone_values };
  EntenteFieldMask fields = entente_record_compare_fields (self->kept->event, event);

  if (fields != 0)
    entente_step_update_fields (step, event, fields);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    move_list (self, event, lists[i], step);
  delete_values (self, step);
  entente_step_delete (step, ENTENTE_ENTITY_EVENT, self->gone->event->record.id);
  return step;
}

/* ---- preview ---- */

/* Takes @sentence, of @n things; none when there are none. */
static void
add_counted (GPtrArray *sentences, char *sentence, guint n)
{
  if (n > 0)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

/* @value is what goes; nothing is said of what is not there. */
static void
add_gone (GPtrArray *sentences, gboolean goes, const char *sentence, const char *value)
{
  GString *filled;

  if (!goes || !value || !*value)
    return;
  filled = g_string_new (sentence);
  g_string_replace (filled, "%s", value, 1);
  g_ptr_array_add (sentences, g_string_free (filled, FALSE));
}

static void
add_gone_choice (GPtrArray *sentences,
                 EntenteEnum choice,
                 const char *sentence,
                 int kept,
                 int gone,
                 int none)
{
  add_gone (sentences, gone != none && gone != kept, sentence, entente_enum_label (choice, gone));
}

static void
add_gone_judgement (const EntenteEvent *event, const EntenteEvent *gone, GPtrArray *sentences)
{
  add_gone_choice (sentences,
                   ENTENTE_ENUM_JUDGEMENT,
                   _ ("Its judgement, %s, goes."),
                   event->judgement,
                   gone->judgement,
                   ENTENTE_JUDGEMENT_UNDECIDED);
  add_gone (sentences,
            g_strcmp0 (gone->judgement_reason, event->judgement_reason) != 0,
            _ ("The reason of its judgement goes: “%s”"),
            gone->judgement_reason);
}

/* Where both have a value, that of the other goes. Date, kind and title are told by
 * add_differences(). */
static void
add_gone_values (const EntenteEventMerge *self, const EntenteEvent *event, GPtrArray *sentences)
{
  const EntenteEvent *gone = self->gone->event;
  g_autofree char *planned = gone->planned ? entente_date_format (gone->planned) : NULL;

  add_gone (sentences,
            g_strcmp0 (gone->summary, event->summary) != 0,
            _ ("Its summary goes: “%s”"),
            gone->summary);
  add_gone (
    sentences,
    !(gone->planned && event->planned && entente_date_equal (gone->planned, event->planned)),
    _ ("The date that it was planned for, %s, goes."),
    planned);
  add_gone (sentences, gone->place != event->place, _ ("Its place, %s, goes."), self->gone_place);
  add_gone (sentences, gone->track != event->track, _ ("Its track, %s, goes."), self->gone_track);
  add_gone_choice (sentences,
                   ENTENTE_ENUM_MEDIUM,
                   _ ("Its medium, %s, goes."),
                   event->medium,
                   gone->medium,
                   ENTENTE_MEDIUM_NONE);
  add_gone_choice (sentences,
                   ENTENTE_ENUM_MODE,
                   _ ("Its mode, %s, goes."),
                   event->mode,
                   gone->mode,
                   -1);
  add_gone_judgement (event, gone, sentences);
}

/* Values of the user's own fields where the one that stays has another. */
static guint
count_gone_values (const EntenteEventMerge *self)
{
  guint n = 0;

  for (guint i = 0; i < self->gone_values->len; i++) {
    const EntenteFieldValue *gone = self->gone_values->pdata[i];

    for (guint k = 0; k < self->kept_values->len; k++) {
      const EntenteFieldValue *kept = self->kept_values->pdata[k];

      n += kept->field == gone->field && g_strcmp0 (kept->value, gone->value) != 0;
    }
  }
  return n;
}

/* What the other event says otherwise. */
static void
add_differences (const EntenteEventMerge *self, const EntenteEvent *event, GPtrArray *sentences)
{
  const EntenteEvent *gone = self->gone->event;
  gboolean has_claims = self->gone->claims->len > 0;

  if (gone->when && entente_date_is_dated (gone->when) &&
      !(event->when && entente_date_equal (gone->when, event->when))) {
    g_autofree char *when = entente_date_format (gone->when);

    g_ptr_array_add (sentences,
                     g_strdup_printf (has_claims ? _ ("Its date, %s, stays as what its claims say.")
                                                 : _ ("Its date, %s, goes: no claim carries it."),
                                      when));
  }
  if (g_strcmp0 (gone->kind, event->kind) != 0) {
    const EntenteKind *kind = entente_kind_find (gone->kind);
    const char *label = kind ? entente_kind_get_label (kind) : gone->kind;

    g_ptr_array_add (sentences,
                     g_strdup_printf (has_claims ? _ ("Its kind, %s, stays as what its claims say.")
                                                 : _ ("Its kind, %s, goes: no claim carries it."),
                                      label));
  }
  if (gone->title && g_strcmp0 (gone->title, event->title) != 0)
    g_ptr_array_add (sentences, g_strdup_printf (_ ("Its title “%s” goes."), gone->title));
}

static guint
count_between (const EntenteEventMerge *self)
{
  EntenteId kept = self->kept->event->record.id;
  guint n = 0;

  for (guint i = 0; i < self->gone->links->len; i++) {
    const EntenteLink *link = self->gone->links->pdata[i];

    n += link->from == kept || link->to == kept;
  }
  return n;
}

GPtrArray *
entente_event_merge_describe (const EntenteEventMerge *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (EntenteEvent) event = entente_event_merge_create_event (self);
  guint n = move_list (self, event, self->gone->claims, NULL);

  add_counted (sentences,
               g_strdup_printf (ngettext ("%u claim moves.", "%u claims move.", n), n),
               n);
  n = move_list (self, event, self->gone->participations, NULL);
  add_counted (
    sentences,
    g_strdup_printf (ngettext ("%u participant is added.", "%u participants are added.", n), n),
    n);
  n = move_list (self, event, self->gone->links, NULL);
  add_counted (sentences, g_strdup_printf (ngettext ("%u link moves.", "%u links move.", n), n), n);
  n = count_between (self);
  add_counted (
    sentences,
    g_strdup_printf (ngettext ("%u link between the two goes.", "%u links between the two go.", n),
                     n),
    n);
  add_differences (self, event, sentences);
  add_gone_values (self, event, sentences);
  n = count_gone_values (self);
  add_counted (
    sentences,
    g_strdup_printf (
      ngettext ("%u value of a field of your own goes.", "%u values of fields of your own go.", n),
      n),
    n);
  return sentences;
}
