/* The form of an event. For a new one the rows are filled from the selected words
 * (entente-event-form-fill.c) and nothing is entered before a person accepts; then event,
 * participations, claim, passage and new actors are one step. For an event that there is, the
 * difference is the step.
 *
 * How the form is shown is in entente-event-form-present.c, what becomes of its rows in
 * entente-event-form-accept.c. Main thread.
 */
#include "config.h"

#include "entente-event-form-private.h"
#include "entente-form-expander.h"
#include "entente-form-source.h"
#include "entente-form-state.h"
#include "entente-form-text.h"
#include "entente-ink.h"
#include <glib/gi18n.h>

#define MIN_ROWS_PX 160

G_DEFINE_FINAL_TYPE (EntenteEventForm, entente_event_form, GTK_TYPE_BOX)

enum { DONE, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static EntenteStudy *
get_study (EntenteEventForm *self)
{
  return entente_session_get_study (self->session);
}

static EntenteChronicle *
get_chronicle (EntenteEventForm *self)
{
  return entente_study_get_chronicle (get_study (self));
}

/* ---- filling in ---- */

static const EntenteDate *
find_published (EntenteEventForm *self)
{
  return entente_form_source_get_published (self->session, self->article);
}

/* From here on, what differs was filled in by hand. */
void
entente_event_form_keep_state (EntenteEventForm *self)
{
  self->is_touched = FALSE;
  g_free (self->claim_state);
  self->claim_state = entente_form_state_dup (GTK_WIDGET (self->claim));
  g_free (self->fields_state);
  self->fields_state = entente_form_state_dup (GTK_WIDGET (self->fields));
  if (self->keeper)
    entente_form_keeper_settle (self->keeper);
}

void
entente_event_form_set_keeper (EntenteEventForm *self, EntenteFormKeeper *keeper)
{
  self->keeper = keeper;
  g_signal_connect_object (self,
                           "done",
                           G_CALLBACK (entente_form_keeper_finish),
                           keeper,
                           G_CONNECT_SWAPPED);
}

static void
clear_rows (EntenteEventForm *self)
{
  g_autoptr (EntenteEvent) blank = entente_event_new ();
  g_autoptr (EntenteClaim) claim = entente_claim_new ();

  self->is_filling = TRUE;
  entente_kind_field_set_likely (self->kind, entente_session_get_facets (self->session), NULL);
  entente_claim_fields_show (self->claim, claim);
  entente_event_more_show (self->fields, get_chronicle (self), blank);
  entente_event_more_show_study (self->fields,
                                 entente_session_get_study (self->session),
                                 ENTENTE_ID_NONE);
  self->is_filling = FALSE;
}

/* Dates are completed from the article behind the words, not from the one that is being read. */
static void
use_source (EntenteEventForm *self, EntenteId article, EntentePassage *passage)
{
  self->article = article;
  entente_claim_fields_set_published (self->claim, find_published (self));
  entente_date_field_set_published (self->when, find_published (self));
  entente_form_source_offer_bounds (self->when, self->session, article, passage);
}

/* ---- state ---- */

static void
show_glyph (EntenteEventForm *self)
{
  const EntenteKind *kind = entente_kind_field_get_kind (self->kind);
  EntenteDateStrip *strip = entente_date_field_get_strip (self->when);
  EntenteSpan always = { ENTENTE_TIME_MIN, ENTENTE_TIME_MAX };
  g_autoptr (GPtrArray) parts = entente_who_field_dup_parts (self->who);
  guint32 lead = ENTENTE_NO_INDEX;
  EntenteGlyph glyph;

  if (parts->len > 0)
    lead = entente_chronicle_find_actor (get_chronicle (self),
                                         ((EntenteParticipation *) parts->pdata[0])->actor);
  entente_ink_apply (GTK_WIDGET (strip), get_chronicle (self), lead, always);
  if (kind)
    glyph = entente_glyph_for (kind, ENTENTE_EVIDENCE_SINGLE, ENTENTE_MODE_FACTUAL);
  entente_date_strip_set_glyph (strip, kind ? &glyph : NULL);
}

/* Whether a new event is there already. */
static void
look_for_same (EntenteEventForm *self)
{
  g_autoptr (EntenteDate) when = entente_date_field_dup_date (self->when);

  if (!self->detail && self->session)
    entente_same_event_row_look_for (self->same,
                                     entente_kind_field_get_kind (self->kind),
                                     when,
                                     entente_who_field_dup_parts (self->who));
}

static void
update_cb (EntenteEventForm *self)
{
  if (!self->is_filling) {
    self->is_touched = TRUE;
    entente_event_form_stop_waiting (self);
  }
  gtk_widget_set_sensitive (self->add, entente_event_form_can_accept (self));
  show_glyph (self);
  look_for_same (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The words become a claim of the event chosen. */
static void
same_changed_cb (EntenteEventForm *self)
{
  gtk_button_set_label (GTK_BUTTON (self->add),
                        entente_event_form_is_same (self) ? _ ("Add Claim") : _ ("Add Event"));
  self->is_touched |= entente_event_form_is_same (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
entente_event_form_show_kind (EntenteEventForm *self)
{
  entente_event_form_explain_kind (self);
  entente_event_form_offer_lesson (self);
  update_cb (self);
}

/* What has come below the rows takes its room from them. */
static void
fit_cb (EntenteEventForm *self)
{
  if (self->room_px > 0)
    entente_event_form_set_room (self, self->room_px);
}

/* ---- class ---- */

static void
entente_event_form_dispose (GObject *object)
{
  EntenteEventForm *self = ENTENTE_EVENT_FORM (object);

  entente_event_form_stop_reading (self);
  g_clear_object (&self->session);
  entente_proposed_clear (&self->proposed);
  g_clear_pointer (&self->passage, entente_passage_unref);
  g_clear_pointer (&self->detail, entente_event_detail_unref);
  g_clear_pointer (&self->lesson, g_free);
  g_clear_pointer (&self->claim_state, g_free);
  g_clear_pointer (&self->fields_state, g_free);
  g_clear_weak_pointer (&self->focus);

  G_OBJECT_CLASS (entente_event_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntenteEventForm, scroller);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, kind);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, kind_note);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, lesson_check);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, when);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, who);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, who_note);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, title);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, title_note);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, links);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, same);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, evidence);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, more);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, error);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, footer);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, add);
  gtk_widget_class_bind_template_callback (class, update_cb);
  gtk_widget_class_bind_template_callback_full (class,
                                                "kind_changed_cb",
                                                G_CALLBACK (entente_event_form_show_kind));
  gtk_widget_class_bind_template_callback (class, same_changed_cb);
  gtk_widget_class_bind_template_callback (class, fit_cb);
  gtk_widget_class_bind_template_callback_full (class,
                                                "accept_cb",
                                                G_CALLBACK (entente_event_form_accept));
}

static guint
add_signal (const char *name, guint n_params)
{
  return g_signal_new (name,
                       ENTENTE_TYPE_EVENT_FORM,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       G_TYPE_BOOLEAN);
}

static void
entente_event_form_class_init (EntenteEventFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  g_type_ensure (ENTENTE_TYPE_DATE_FIELD);
  g_type_ensure (ENTENTE_TYPE_KIND_FIELD);
  g_type_ensure (ENTENTE_TYPE_SAME_EVENT_ROW);
  g_type_ensure (ENTENTE_TYPE_WHO_FIELD);
  G_OBJECT_CLASS (class)->dispose = entente_event_form_dispose;
  signals[DONE] = add_signal ("done", 1);
  signals[CHANGED] = add_signal ("changed", 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-event-form.ui");
  bind_children (widget_class);
  entente_event_form_add_keys (widget_class);
}

static void
entente_event_form_init (EntenteEventForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->claim = ENTENTE_CLAIM_FIELDS (entente_claim_fields_new (FALSE));
  self->fields = ENTENTE_EVENT_MORE (entente_event_more_new ());
  entente_form_expander_set_child (self->evidence, GTK_WIDGET (self->claim));
  entente_form_expander_set_child (self->more, GTK_WIDGET (self->fields));
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (update_cb), self);
  entente_event_form_attach_keys (self);
  g_signal_connect_swapped (self->who,
                            "refused",
                            G_CALLBACK (entente_event_form_refuse_name),
                            self);
}

GtkWidget *
entente_event_form_new (EntenteSession *session, EntenteId article, EntentePassage *passage)
{
  EntenteEventForm *self = g_object_new (ENTENTE_TYPE_EVENT_FORM, NULL);

  self->session = g_object_ref (session);
  self->passage = passage ? entente_passage_ref (passage) : NULL;
  entente_same_event_row_set_session (self->same, session);
  entente_who_field_set_chronicle (self->who, get_chronicle (self));
  entente_claim_fields_set_chronicle (self->claim, get_chronicle (self));
  use_source (self, article, passage);
  clear_rows (self);
  entente_event_form_show_kind (self);
  entente_event_form_follow_reading (self);
  entente_event_form_follow_titles (self);
  entente_event_form_keep_state (self);
  entente_event_form_show_draft (self);
  if (passage)
    entente_event_form_read_words (self);
  return GTK_WIDGET (self);
}

void
entente_event_form_show (EntenteEventForm *self, EntenteEventDetail *detail)
{
  const EntenteEvent *event = detail->event;
  EntentePassage *passage = NULL;
  EntenteId article = entente_form_source_find_article (detail, ENTENTE_ID_NONE, &passage);

  self->detail = entente_event_detail_ref (detail);
  self->is_filling = TRUE;
  use_source (self, article, passage);
  entente_kind_field_set_kind (self->kind, event->kind);
  entente_date_field_set_date (self->when, event->when);
  entente_who_field_set_parts (self->who, detail->participations);
  entente_form_text_set (self->title, event->title);
  entente_event_more_show (self->fields, get_chronicle (self), event);
  entente_event_more_show_study (self->fields,
                                 entente_session_get_study (self->session),
                                 event->record.id);
  gtk_widget_set_visible (self->evidence, FALSE);
  entente_event_form_show_kind (self);
  self->is_filling = FALSE;
  entente_event_form_keep_state (self);
}

void
entente_event_form_focus_date (EntenteEventForm *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->when));
}

void
entente_event_form_propose_date (EntenteEventForm *self, const EntenteDate *date)
{
  entente_date_field_set_date (self->when, date);
  update_cb (self);
}

gboolean
entente_event_form_is_touched (EntenteEventForm *self)
{
  return self->is_touched || entente_who_field_is_pending (self->who) ||
         entente_form_state_differs (GTK_WIDGET (self->claim), self->claim_state) ||
         entente_form_state_differs (GTK_WIDGET (self->fields), self->fields_state);
}

GtkWidget *
entente_event_form_get_button (EntenteEventForm *self)
{
  return self->add;
}

void
entente_event_form_set_room (EntenteEventForm *self, int height_px)
{
  int whole, rows;

  self->room_px = height_px;
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, -1, &whole, NULL, NULL, NULL);
  gtk_widget_measure (self->scroller, GTK_ORIENTATION_VERTICAL, -1, &rows, NULL, NULL, NULL);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              MAX (height_px - (whole - rows), MIN_ROWS_PX));
}

void
entente_event_form_hide_footer (EntenteEventForm *self)
{
  gtk_widget_set_visible (self->footer, FALSE);
}
