/* What a form begins with: what the words tell, read with the whole article around them, or what a
 * suggestion proposes. Each row says why. What the study does not know yet is kept beside the rows
 * until the step is made: the actor that speaks, and the answers. Main thread.
 */
#include "config.h"

#include "entente-event-form-private.h"
#include "entente-event-guess.h"
#include "entente-form-state.h"
#include "entente-form-text.h"
#include <glib/gi18n.h>

#define LINK_DATA "entente-link"

static EntenteChronicle *
get_chronicle (EntenteEventForm *self)
{
  return entente_study_get_chronicle (entente_session_get_study (self->session));
}

/* Name of an actor that is yet to be made, or NULL for one of the study. */
static const char *
find_new_name (const EntenteProposed *proposed, EntenteId id)
{
  for (guint i = 0; proposed->actors && i < proposed->actors->len; i++) {
    const EntenteRecord *record = g_ptr_array_index (proposed->actors, i);

    if (record->entity == ENTENTE_ENTITY_ACTOR && record->id == id)
      return ((const EntenteActor *) (gconstpointer) record)->name;
  }
  return NULL;
}

/* ---- why ---- */

static void
show_note (GtkWidget *label, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (label), reason ? reason : "");
  gtk_widget_set_visible (label, reason != NULL);
}

/* "“invited” tells of: invitation — asks somebody to come" */
void
entente_event_form_explain_kind (EntenteEventForm *self)
{
  const EntenteKind *kind = entente_kind_field_get_kind (self->kind);
  const EntenteEvent *event = self->proposed.event;
  g_autofree char *text = NULL;

  if (self->accepts_when_read)
    text = g_strdup (_ ("The article is being read; then the event is added."));
  else if (self->reading && !kind)
    text = g_strdup (_ ("The article is being read…"));
  else if (!kind)
    text = g_strdup (_ ("Choose what kind of move this is."));
  else if (event && self->proposed.what_reason && g_strcmp0 (event->kind, kind->id) == 0)
    text =
      g_strdup_printf ("%s — %s", self->proposed.what_reason, entente_kind_get_definition (kind));
  else
    text = g_strdup (entente_kind_get_definition (kind));
  gtk_label_set_text (GTK_LABEL (self->kind_note), text);
}

/* ---- answers ---- */

/* NULL: the event is gone. */
static char *
word_link (EntenteEventForm *self, const EntenteLink *link)
{
  gboolean is_answer = link->from == ENTENTE_ID_NONE;
  g_autofree char *line = entente_study_dup_event_line (entente_session_get_study (self->session),
                                                        is_answer ? link->to : link->from);

  if (!line)
    return NULL;
  return g_strdup_printf (is_answer ? _ ("This answers: %s") : _ ("Is answered by: %s"), line);
}

static void
name_link (EntenteEventForm *self, GtkWidget *check)
{
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (check));
  g_autofree char *text = word_link (self, g_object_get_data (G_OBJECT (check), LINK_DATA));

  gtk_widget_set_visible (check, text != NULL);
  if (!text || g_str_equal (text, gtk_label_get_text (GTK_LABEL (label))))
    return;
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Titles that were still on their way have come. */
static void
name_links (EntenteEventForm *self)
{
  if (!self->session)
    return;
  for (GtkWidget *check = gtk_widget_get_first_child (self->links); check;
       check = gtk_widget_get_next_sibling (check))
    name_link (self, check);
}

void
entente_event_form_follow_titles (EntenteEventForm *self)
{
  g_signal_connect_object (entente_session_get_study (self->session),
                           "titles-read",
                           G_CALLBACK (name_links),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
show_links (EntenteEventForm *self)
{
  const GPtrArray *links = self->proposed.links;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->links)))
    gtk_box_remove (GTK_BOX (self->links), child);
  for (guint i = 0; links && i < links->len; i++) {
    GtkWidget *check = gtk_check_button_new ();
    GtkWidget *label = gtk_label_new (NULL);

    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    gtk_label_set_xalign (GTK_LABEL (label), 0);
    gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
    g_object_set_data_full (G_OBJECT (check),
                            LINK_DATA,
                            entente_link_ref (links->pdata[i]),
                            entente_record_unref);
    name_link (self, check);
    gtk_box_append (GTK_BOX (self->links), check);
  }
  gtk_widget_set_visible (self->links, links && links->len > 0);
}

/* Those that a person left checked. */
void
entente_event_form_add_links (EntenteEventForm *self,
                              EntenteStep *step,
                              EntenteId event,
                              EntenteId passage)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  EntenteProposed left = { .links = wanted };

  for (GtkWidget *check = gtk_widget_get_first_child (self->links); check;
       check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_ptr_array_add (wanted, g_object_get_data (G_OBJECT (check), LINK_DATA));
  entente_proposed_add_links (&left, get_chronicle (self), step, event, passage);
}

/* ---- the speaker ---- */

/* The row shows its name, which stays a text when it is another one then. */
void
entente_event_form_make_speaker (EntenteEventForm *self, EntenteClaim *claim, GPtrArray *records)
{
  EntenteId speaker = self->proposed.claim ? self->proposed.claim->speaker : ENTENTE_ID_NONE;
  const char *name = find_new_name (&self->proposed, speaker);

  if (!name || claim->speaker != ENTENTE_ID_NONE || g_strcmp0 (claim->speaker_class, name) != 0)
    return;
  claim->speaker = speaker;
  g_clear_pointer (&claim->speaker_class, g_free);
  entente_proposed_add_speaker (&self->proposed, records);
}

static void
propose_claim (EntenteEventForm *self, const EntenteProposed *proposed)
{
  g_autoptr (EntenteClaim) claim = entente_claim_copy (proposed->claim);
  const char *name = find_new_name (proposed, claim->speaker);

  if (name) {
    claim->speaker = ENTENTE_ID_NONE;
    g_free (claim->speaker_class);
    claim->speaker_class = g_strdup (name);
  }
  entente_claim_fields_show (self->claim, claim);
}

/* ---- the other rows ---- */

static void
propose_who (EntenteEventForm *self, const EntenteProposed *proposed)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  entente_who_field_set_parts (self->who, none);
  entente_who_field_set_proposed (self->who, proposed->actors);
  for (guint i = 0; i < proposed->parts->len; i++) {
    const EntenteParticipation *part = g_ptr_array_index (proposed->parts, i);
    const char *name = find_new_name (proposed, part->actor);

    entente_who_field_add (self->who, name ? ENTENTE_ID_NONE : part->actor, name, part->role);
  }
  show_note (self->who_note, proposed->who_reason);
}

static void
propose_kind (EntenteEventForm *self, const EntenteProposed *proposed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->kind));
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (guint i = 0; proposed->kinds && i < proposed->kinds->len; i++)
    g_ptr_array_add (kinds, proposed->kinds->pdata[i]);
  g_ptr_array_add (kinds, NULL);
  entente_kind_field_set_likely (self->kind,
                                 entente_session_get_facets (self->session),
                                 (const char *const *) kinds->pdata);
  entente_kind_field_set_kind (self->kind, proposed->event->kind);
  if (had_focus) /* the buttons are others */
    gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}

static void
propose_when (EntenteEventForm *self, const EntenteProposed *proposed)
{
  if (proposed->event->when)
    entente_date_field_propose_date (self->when, proposed->event->when, proposed->when_reason);
}

static void
keep_proposed (EntenteEventForm *self, const EntenteProposed *proposed)
{
  entente_proposed_clear (&self->proposed);
  self->proposed = (EntenteProposed){
    .event = entente_event_ref (proposed->event),
    .claim = entente_claim_ref (proposed->claim),
    .actors = g_ptr_array_ref (proposed->actors),
    .links = proposed->links ? g_ptr_array_ref (proposed->links) : NULL,
    .what_reason = g_strdup (proposed->what_reason),
  };
}

void
entente_event_form_stop_reading (EntenteEventForm *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->accepts_when_read = FALSE;
}

void
entente_event_form_propose (EntenteEventForm *self, const EntenteProposed *proposed)
{
  entente_event_form_stop_reading (self);
  self->is_filling = TRUE;
  keep_proposed (self, proposed);
  propose_kind (self, proposed);
  propose_when (self, proposed);
  propose_who (self, proposed);
  entente_form_text_set (self->title, proposed->event->title);
  show_note (self->title_note, _ ("from the words, to the end of a clause"));
  propose_claim (self, proposed);
  entente_event_more_show (self->fields, get_chronicle (self), proposed->event);
  show_links (self);
  entente_same_event_row_set_chosen (self->same, proposed->same);
  entente_event_form_show_kind (self);
  self->is_filling = FALSE;
  entente_event_form_keep_state (self);
  entente_event_form_update_draft (self);
}

/* Somebody filled in rows while the article was read: what is empty still is filled. */
static void
propose_rest (EntenteEventForm *self, const EntenteProposed *proposed)
{
  g_autoptr (EntenteDate) when = entente_date_field_dup_date (self->when);
  g_autoptr (GPtrArray) parts = entente_who_field_dup_parts (self->who);

  keep_proposed (self, proposed);
  if (!entente_kind_field_get_kind (self->kind))
    propose_kind (self, proposed);
  if (!when && !entente_date_field_get_error (self->when))
    propose_when (self, proposed);
  if (parts->len == 0)
    propose_who (self, proposed);
  if (entente_form_state_differs (GTK_WIDGET (self->claim), self->claim_state))
    g_clear_pointer (&self->proposed.claim, entente_claim_unref);
  else
    propose_claim (self, proposed);
  show_links (self);
  entente_event_form_show_kind (self);
}

/* ---- reading ---- */

static void
take_reading (EntenteEventForm *self, const EntenteProposals *proposals)
{
  g_auto (EntenteProposed) proposed = { NULL };

  entente_proposals_propose_words (proposals, self->passage->start, self->passage->end, &proposed);
  if (self->is_touched)
    propose_rest (self, &proposed);
  else
    entente_event_form_propose (self, &proposed);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventForm) self = data;
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_wait_finish (ENTENTE_SUGGESTION_LIST (source), result, NULL);
  gboolean accepts = self->accepts_when_read, edits = self->edits_when_read;

  if (!self->session || !self->reading || self->reading != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->reading);
  self->accepts_when_read = FALSE;
  if (proposals)
    take_reading (self, proposals);
  else
    entente_event_form_show_kind (self);
  if (accepts)
    entente_event_form_accept_read (self, edits);
}

/* At once where the article is read, as it mostly is; else the rows are filled in when it has been.
 */
void
entente_event_form_read_words (EntenteEventForm *self)
{
  EntenteSuggestionList *list = entente_session_get_suggestions (self->session);
  g_autoptr (EntenteProposals) proposals =
    entente_suggestion_list_dup_proposals (list, self->passage->revision);
  g_autofree char *title = entente_event_guess_title (self->passage->quote);

  if (proposals) {
    take_reading (self, proposals);
    return;
  }
  self->is_filling = TRUE;
  entente_form_text_set (self->title, title);
  self->is_filling = FALSE;
  self->reading = g_cancellable_new ();
  entente_suggestion_list_wait_async (list,
                                      self->article,
                                      self->passage->revision,
                                      self->reading,
                                      read_cb,
                                      g_object_ref (self));
}
