/* The form of an event. For a new one the rows are filled from the selected words (entente-event-guess.c)
 * and nothing is entered before a person accepts; then event, participations, claim, passage and new
 * actors are one step. For an event that there is, the difference is the step.
 *
 * How the form is shown is in entente-event-form-present.c. Main thread.
 */
#include "config.h"

#include "entente-claim-fields.h"
#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-date-input.h"
#include "entente-event-form.h"
#include "entente-event-guess.h"
#include "entente-event-more.h"
#include "entente-form-text.h"
#include "entente-ink.h"
#include "entente-kind-field.h"
#include "entente-who-field.h"
#include <glib/gi18n.h>

#define MORE_HEIGHT_PX 190

struct _EntenteEventForm {
  GtkBox parent_instance;

  EntenteSession *session;
  EntentePassage *passage; /* of a new event, or NULL */
  EntenteEventDetail *detail; /* of the event that is changed, or NULL */
  gboolean is_filling;
  gboolean is_touched;

  EntenteKindField *kind;
  GtkWidget *kind_note;
  EntenteDateField *when;
  EntenteWhoField *who;
  GtkWidget *title;
  GtkWidget *evidence;
  GtkWidget *more;
  GtkWidget *footer;
  GtkWidget *add;
  EntenteClaimFields *claim;
  EntenteEventMore *fields;
};

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
  guint32 index = entente_chronicle_find_article (get_chronicle (self),
                                                  entente_session_get_article (self->session));

  return index == ENTENTE_NO_INDEX
           ? NULL
           : entente_chronicle_get_article (get_chronicle (self), index)->published;
}

static void
guess_kind (EntenteEventForm *self, const char *words)
{
  g_autofree const char **kinds = entente_event_guess_kinds (words);

  entente_kind_field_set_likely (self->kind, get_chronicle (self), kinds);
  if (kinds[0])
    entente_kind_field_set_kind (self->kind, kinds[0]);
}

static void
guess_who (EntenteEventForm *self, const char *words)
{
  g_autoptr (GArray) actors = entente_event_guess_actors (get_chronicle (self), words);

  for (guint i = 0; i < MIN (actors->len, 2); i++)
    entente_who_field_add (self->who,
                           g_array_index (actors, EntenteId, i),
                           NULL,
                           i == 0 ? ENTENTE_ROLE_INITIATOR : ENTENTE_ROLE_ADDRESSEE);
}

/* A date in the words, else right behind or before them. */
static void
guess_when (EntenteEventForm *self)
{
  const EntenteDate *published = find_published (self);
  const EntentePassage *passage = self->passage;
  const char *const places[] = { passage->quote, passage->suffix, passage->prefix };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *phrase = entente_date_input_find (places[i], published);

    if (phrase) {
      entente_date_field_set_text (self->when, phrase);
      return;
    }
  }
}

static void
fill_from_words (EntenteEventForm *self)
{
  const char *words = self->passage ? self->passage->quote : NULL;
  g_autoptr (EntenteEvent) blank = entente_event_new ();
  g_autoptr (EntenteClaim) claim = entente_claim_new ();
  g_autofree char *title = entente_event_guess_title (words);

  self->is_filling = TRUE;
  guess_kind (self, words);
  if (words) {
    guess_when (self);
    guess_who (self, words);
  }
  entente_form_text_set (self->title, title);
  entente_claim_fields_show (self->claim, claim);
  entente_event_more_show (self->fields, get_chronicle (self), blank);
  self->is_filling = FALSE;
}

/* ---- bounds ---- */

static void
offer_publication (EntenteEventForm *self, const EntenteDate *published)
{
  g_autofree char *when = NULL;
  g_autofree char *reason = NULL;

  if (!published || published->points.latest_end == ENTENTE_TIME_MAX)
    return;
  when = entente_date_format (published);
  reason = g_strdup_printf (_ ("publication, %s"), when);
  entente_date_field_add_bound (self->when, published->points.latest_end, reason);
}

static void
offer_note (EntenteEventForm *self, const EntenteFootnote *note)
{
  g_autofree char *when = NULL;
  g_autofree char *reason = NULL;

  if (!note || !note->cited_date || note->cited_date->points.latest_end == ENTENTE_TIME_MAX)
    return;
  when = entente_date_format (note->cited_date);
  reason = g_strdup_printf (_ ("note %s, %s"), note->marker ? note->marker : "", when);
  entente_date_field_add_bound (self->when, note->cited_date->points.latest_end, reason);
}

static const EntentePassage *
get_passage (EntenteEventForm *self)
{
  if (self->passage || !self->detail || self->detail->passages->len == 0)
    return self->passage;
  return self->detail->passages->pdata[0];
}

static void
article_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteEventForm) self = data;
  g_autoptr (EntenteArticleDetail) article =
    entente_study_read_article_finish (ENTENTE_STUDY (source), result, NULL);
  const EntentePassage *passage = get_passage (self);

  if (article && passage && article->revision && article->revision->record.id == passage->revision)
    offer_note (self, entente_passage_find_footnote (passage, article->footnotes));
}

static void
offer_bounds (EntenteEventForm *self)
{
  EntenteId article = entente_session_get_article (self->session);

  offer_publication (self, find_published (self));
  if (article != ENTENTE_ID_NONE && get_passage (self))
    entente_study_read_article_async (get_study (self),
                                      article,
                                      NULL,
                                      article_cb,
                                      g_object_ref (self));
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

static void
update_cb (EntenteEventForm *self)
{
  if (!self->is_filling)
    self->is_touched = TRUE;
  gtk_widget_set_sensitive (self->add, entente_event_form_can_accept (self));
  show_glyph (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kind_changed_cb (EntenteEventForm *self)
{
  const EntenteKind *kind = entente_kind_field_get_kind (self->kind);

  gtk_label_set_text (GTK_LABEL (self->kind_note),
                      kind ? entente_kind_get_definition (kind)
                           : _ ("Choose what kind of move this is."));
  update_cb (self);
}

/* ---- accepting ---- */

static void
prepend (EntenteStep *step, gpointer record)
{
  entente_step_insert (step, record);
  g_ptr_array_insert (step->changes,
                      0,
                      g_ptr_array_steal_index (step->changes, step->changes->len - 1));
}

/* What the event names is made before it, in the same step. */
static void
prepend_all (EntenteStep *step, GPtrArray *records)
{
  for (guint i = records->len; i > 0; i--)
    prepend (step, records->pdata[i - 1]);
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

/* A claim rests on words or on a voice; without either there is none. */
static EntenteClaim *
create_claim (EntenteEventForm *self)
{
  g_autoptr (EntenteClaim) claim = entente_claim_new ();

  entente_claim_fields_store (self->claim, claim);
  if (!self->passage && claim->speaker == ENTENTE_ID_NONE && claim->outlet == ENTENTE_ID_NONE &&
      !claim->speaker_class && !claim->outlet_name)
    return NULL;
  return g_steal_pointer (&claim);
}

static EntenteStep *
create_step (EntenteEventForm *self, EntenteId *id, GError **error)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (entente_record_unref);
  g_autoptr (EntenteEvent) event = create_event (self, fresh);
  g_autoptr (GPtrArray) parts = entente_who_field_dup_parts (self->who);
  g_autoptr (GPtrArray) actors = entente_who_field_dup_actors (self->who);
  g_autoptr (EntenteClaim) claim = NULL;
  EntenteStep *step;

  if (self->detail) {
    step = entente_commands_edit_event (get_study (self), event, parts, error);
  } else {
    claim = create_claim (self);
    step = entente_commands_add_event (event, parts, claim, self->passage);
  }
  *id = event->record.id;
  if (!step)
    return NULL;
  prepend_all (step, fresh);
  prepend_all (step, actors);
  return step;
}

static void
select_when_there (EntenteSession *session, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));

  if (entente_chronicle_find_row (chronicle, event) != ENTENTE_NO_INDEX)
    entente_session_select_event (session, event);
}

typedef struct {
  EntenteSession *session;
  EntenteId event;
} Pending;

static void
free_pending (gpointer data, GClosure *closure)
{
  g_object_unref (((Pending *) data)->session);
  g_free (data);
}

static void
added_cb (EntenteStudy *study, EntenteChangeSet *changes, Pending *pending)
{
  g_autoptr (EntenteSession) session = g_object_ref (pending->session);
  EntenteId event = pending->event;

  g_signal_handlers_disconnect_by_func (study, added_cb, pending);
  select_when_there (session, event);
}

/* The new event is selected as soon as the study has it. */
static void
select_later (EntenteEventForm *self, EntenteId event)
{
  Pending *pending = g_new (Pending, 1);

  *pending = (Pending){ g_object_ref (self->session), event };
  g_signal_connect_data (get_study (self),
                         "changed",
                         G_CALLBACK (added_cb),
                         pending,
                         free_pending,
                         G_CONNECT_AFTER);
}

static void
accept_cb (EntenteEventForm *self)
{
  entente_event_form_accept (self);
}

/* ---- class ---- */

static gboolean
number_cb (GtkWidget *widget, GVariant *number, gpointer data)
{
  return entente_kind_field_choose_number (ENTENTE_EVENT_FORM (widget)->kind,
                                           g_variant_get_uint32 (number));
}

static void
entente_event_form_dispose (GObject *object)
{
  EntenteEventForm *self = ENTENTE_EVENT_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->passage, entente_passage_unref);
  g_clear_pointer (&self->detail, entente_event_detail_unref);

  G_OBJECT_CLASS (entente_event_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntenteEventForm, kind);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, kind_note);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, when);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, who);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, title);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, evidence);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, more);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, footer);
  gtk_widget_class_bind_template_child (class, EntenteEventForm, add);
  gtk_widget_class_bind_template_callback (class, update_cb);
  gtk_widget_class_bind_template_callback (class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (class, accept_cb);
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
  g_type_ensure (ENTENTE_TYPE_WHO_FIELD);
  G_OBJECT_CLASS (class)->dispose = entente_event_form_dispose;
  signals[DONE] = add_signal ("done", 1);
  signals[CHANGED] = add_signal ("changed", 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-event-form.ui");
  bind_children (widget_class);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + i, GDK_ALT_MASK, number_cb, "u", i);
}

/* The form shall fit on a small screen when all of it is open. */
static GtkWidget *
create_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MORE_HEIGHT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

/* A child that is folded away takes no keyboard: this version of the toolkit would send it there and
 * lose it. */
static void
set_expander_child (GtkWidget *expander, GtkWidget *child)
{
  const char *label = gtk_expander_get_label (GTK_EXPANDER (expander));

  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  g_object_bind_property (expander, "expanded", child, "can-focus", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
entente_event_form_init (EntenteEventForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->claim = ENTENTE_CLAIM_FIELDS (entente_claim_fields_new (FALSE));
  self->fields = ENTENTE_EVENT_MORE (entente_event_more_new ());
  set_expander_child (self->evidence, GTK_WIDGET (self->claim));
  set_expander_child (self->more, create_scroller (GTK_WIDGET (self->fields)));
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (update_cb), self);
}

GtkWidget *
entente_event_form_new (EntenteSession *session, EntentePassage *passage)
{
  EntenteEventForm *self = g_object_new (ENTENTE_TYPE_EVENT_FORM, NULL);

  self->session = g_object_ref (session);
  self->passage = passage ? entente_passage_ref (passage) : NULL;
  entente_who_field_set_chronicle (self->who, get_chronicle (self));
  entente_claim_fields_set_chronicle (self->claim, get_chronicle (self));
  entente_claim_fields_set_published (self->claim, find_published (self));
  entente_date_field_set_published (self->when, find_published (self));
  fill_from_words (self);
  kind_changed_cb (self);
  self->is_touched = FALSE;
  if (passage)
    offer_bounds (self);
  return GTK_WIDGET (self);
}

void
entente_event_form_show (EntenteEventForm *self, EntenteEventDetail *detail)
{
  const EntenteEvent *event = detail->event;

  self->detail = entente_event_detail_ref (detail);
  self->is_filling = TRUE;
  offer_bounds (self);
  entente_kind_field_set_kind (self->kind, event->kind);
  entente_date_field_set_date (self->when, event->when);
  entente_who_field_set_parts (self->who, detail->participations);
  entente_form_text_set (self->title, event->title);
  entente_event_more_show (self->fields, get_chronicle (self), event);
  gtk_widget_set_visible (self->evidence, FALSE);
  kind_changed_cb (self);
  self->is_filling = FALSE;
}

gboolean
entente_event_form_can_accept (EntenteEventForm *self)
{
  return entente_kind_field_get_kind (self->kind) && !entente_date_field_get_error (self->when) &&
         !entente_study_is_read_only (get_study (self));
}

void
entente_event_form_accept (EntenteEventForm *self)
{
  g_autoptr (GError) error = NULL;
  EntenteStep *step;
  EntenteId event;

  if (!entente_event_form_can_accept (self))
    return;
  step = create_step (self, &event, &error);
  if (!step) {
    entente_session_notify_user (self->session, error->message, FALSE);
    return;
  }
  if (!self->detail)
    select_later (self, event);
  if (step->changes->len > 0)
    entente_session_apply (self->session, step, self->detail ? NULL : _ ("Event added"));
  else
    entente_step_free (step);
  g_signal_emit (self, signals[DONE], 0, TRUE);
}

gboolean
entente_event_form_is_touched (EntenteEventForm *self)
{
  return self->is_touched;
}

GtkWidget *
entente_event_form_get_button (EntenteEventForm *self)
{
  return self->add;
}

void
entente_event_form_hide_footer (EntenteEventForm *self)
{
  gtk_widget_set_visible (self->footer, FALSE);
}
