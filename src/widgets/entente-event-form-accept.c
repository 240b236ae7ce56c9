/* What the form of an event makes of its rows when it is accepted: one step, which is written while
 * the rows rest. What is accepted while the article is still read waits for that. Main thread.
 */
#include "config.h"

#include "entente-commands.h"
#include "entente-event-form-private.h"
#include "entente-form-text.h"
#include <glib/gi18n.h>

/* ---- the step ---- */

static EntenteStudy *
get_study (EntenteEventForm *self)
{
  return entente_session_get_study (self->session);
}

gboolean
entente_event_form_is_same (EntenteEventForm *self)
{
  return !self->detail && entente_same_event_row_get_chosen (self->same) != ENTENTE_ID_NONE;
}

static EntenteEvent *
create_event (EntenteEventForm *self, GPtrArray *fresh)
{
  EntenteEvent *event =
    self->detail ? entente_event_copy (self->detail->event) : entente_event_new ();

  g_free (event->kind);
  event->kind = g_strdup (entente_kind_field_get_kind (self->kind)->id);
  entente_form_text_store (self->title, &event->title);
  g_clear_pointer (&event->when, entente_date_unref);
  event->when = entente_date_field_dup_date (self->when);
  entente_event_more_store (self->fields, event, fresh);
  return event;
}

/* A claim rests on words or on a voice; without either there is none. @actors: records that are
 * made first. */
static EntenteClaim *
create_claim (EntenteEventForm *self, GPtrArray *actors)
{
  /* Rows that nobody edits leave what they show to the claim that was shown. */
  g_autoptr (EntenteClaim) claim =
    self->proposed.claim ? entente_claim_copy (self->proposed.claim) : entente_claim_new ();

  entente_claim_fields_store (self->claim, claim, actors);
  entente_event_form_make_speaker (self, claim, actors);
  if (!self->passage && claim->speaker == ENTENTE_ID_NONE && claim->outlet == ENTENTE_ID_NONE &&
      !claim->speaker_class && !claim->outlet_name)
    return NULL;
  return g_steal_pointer (&claim);
}

/* Where the words say another date or kind than the event has, they claim it. */
static EntenteStep *
create_claim_step (EntenteEventForm *self, EntenteId *id)
{
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteClaim) claim = create_claim (self, actors);
  g_autoptr (EntentePassage) passage = self->passage ? entente_passage_copy (self->passage) : NULL;
  g_autoptr (EntenteDate) when = entente_date_field_dup_date (self->when);
  EntenteStep *step;

  if (!claim)
    claim = entente_claim_new ();
  entente_same_event_row_fill_claim (self->same,
                                     claim,
                                     entente_kind_field_get_kind (self->kind),
                                     when);
  *id = claim->event;
  step = entente_commands_add_claim (claim, passage);
  entente_event_form_add_links (self, step, claim->event, claim->passage);
  entente_event_form_learn (self, step, passage);
  entente_commands_insert_first (step, actors);
  return step;
}

/* Ids are given to copies, for another try if this one fails. */
static EntenteStep *
create_step (EntenteEventForm *self, EntenteId *id)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteEvent) event = create_event (self, fresh);
  g_autoptr (GPtrArray) parts = entente_who_field_dup_parts (self->who);
  g_autoptr (GPtrArray) actors = entente_who_field_dup_actors (self->who);
  g_autoptr (EntenteClaim) claim = NULL;
  g_autoptr (EntentePassage) passage = NULL;
  EntenteStep *step;

  if (self->detail) {
    step = entente_commands_change_event (self->detail->event,
                                          self->detail->participations,
                                          event,
                                          parts);
  } else {
    claim = create_claim (self, actors);
    passage = self->passage ? entente_passage_copy (self->passage) : NULL;
    step = entente_commands_add_event (event, parts, claim, passage);
    entente_event_form_add_links (self,
                                  step,
                                  event->record.id,
                                  claim ? claim->passage : ENTENTE_ID_NONE);
    entente_event_form_learn (self, step, passage);
  }
  entente_event_more_store_study (self->fields, step, event->record.id);
  *id = event->record.id;
  entente_commands_insert_first (step, fresh);
  entente_commands_insert_first (step, actors);
  return step;
}

static void
select_when_there (EntenteSession *session, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));

  if (entente_chronicle_find_row (chronicle, event) != ENTENTE_NO_INDEX)
    entente_session_select_event (session, event);
}

/* ---- writing ---- */

typedef struct {
  EntenteEventForm *form;
  EntenteId event; /* to be selected once it is there, or none */
  gboolean edits; /* and to be opened in its own form */
} Writing;

static void
free_writing (Writing *writing)
{
  g_object_unref (writing->form);
  g_free (writing);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, free_writing)

static void
show_error (EntenteEventForm *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}

/* A field does not notice that it lost the keyboard by resting, so it is taken before; a popover
 * keeps it meanwhile, to give it back to its parent when it goes. */
static void
take_focus (EntenteEventForm *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  g_set_weak_pointer (&self->focus, root ? gtk_root_get_focus (root) : NULL);
  if (root)
    gtk_root_set_focus (root, (gpointer) native == root ? NULL : GTK_WIDGET (native));
}

/* The rows rest while they are written: what was typed then would be lost. */
static void
set_writing (EntenteEventForm *self, gboolean is_writing)
{
  if (is_writing)
    take_focus (self);
  self->is_writing = is_writing;
  gtk_widget_set_sensitive (GTK_WIDGET (self), !is_writing);
  if (!is_writing && self->focus && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
}

/* A form that nobody sees says it in a toast. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  EntenteEventForm *self = writing->form;
  EntenteSession *session = ENTENTE_SESSION (source);
  g_autoptr (GError) error = NULL;
  gboolean applied = entente_session_apply_finish (session, result, &error);

  set_writing (self, FALSE);
  if (!applied) {
    show_error (self, error->message);
    if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
      entente_session_notify_user (session, error->message, 0);
    return;
  }
  if (writing->event != ENTENTE_ID_NONE)
    select_when_there (session, writing->event);
  if (writing->event != ENTENTE_ID_NONE && writing->edits)
    entente_event_form_edit_added (self, writing->event);
  g_signal_emit_by_name (self, "done", TRUE);
}

static void
write_step (EntenteEventForm *self, EntenteStep *step, EntenteId event, gboolean edits)
{
  Writing *writing = g_new (Writing, 1);

  *writing = (Writing){ g_object_ref (self), self->detail ? ENTENTE_ID_NONE : event, edits };
  show_error (self, NULL);
  set_writing (self, TRUE);
  entente_session_apply_async (self->session,
                               step,
                               self->detail                        ? NULL
                               : entente_event_form_is_same (self) ? _ ("Claim added")
                                                                   : _ ("Event added"),
                               written_cb,
                               writing);
}

/* What cannot be read in the rows that may be folded away, or NULL. */
static const char *
find_unread (EntenteEventForm *self)
{
  const char *error = entente_claim_fields_get_error (self->claim);

  return error ? error : entente_event_more_get_error (self->fields);
}

gboolean
entente_event_form_can_accept (EntenteEventForm *self)
{
  return (entente_kind_field_get_kind (self->kind) || self->reading) &&
         !entente_date_field_get_error (self->when) &&
         !entente_study_is_read_only (get_study (self));
}

/* ---- accepting ---- */

static void
wait_for_reading (EntenteEventForm *self, gboolean edits)
{
  self->accepts_when_read = TRUE;
  self->edits_when_read = edits;
  entente_event_form_explain_kind (self);
}

gboolean
entente_event_form_stop_waiting (EntenteEventForm *self)
{
  if (!self->accepts_when_read)
    return FALSE;
  self->accepts_when_read = FALSE;
  entente_event_form_explain_kind (self);
  return TRUE;
}

void
entente_event_form_accept_read (EntenteEventForm *self, gboolean edits)
{
  const char *unread = find_unread (self);
  EntenteStep *step;
  EntenteId event;

  if (!entente_event_form_can_accept (self) || self->is_writing)
    return;
  if (self->reading) {
    wait_for_reading (self, edits);
    return;
  }
  if (!entente_who_field_settle (self->who)) {
    gtk_widget_grab_focus (GTK_WIDGET (self->who));
    return;
  }
  if (unread) {
    show_error (self, unread);
    return;
  }
  step = entente_event_form_is_same (self) ? create_claim_step (self, &event)
                                           : create_step (self, &event);
  if (step->changes->len > 0)
    write_step (self, step, event, edits);
  else {
    entente_step_free (step);
    g_signal_emit_by_name (self, "done", TRUE);
  }
}

void
entente_event_form_accept (EntenteEventForm *self)
{
  entente_event_form_accept_read (self, FALSE);
}

void
entente_event_form_accept_and_edit (EntenteEventForm *self)
{
  entente_event_form_accept_read (self, TRUE);
}

gboolean
entente_event_form_is_writing (EntenteEventForm *self)
{
  return self->is_writing;
}

gboolean
entente_event_form_is_read (EntenteEventForm *self)
{
  return self->reading == NULL;
}
