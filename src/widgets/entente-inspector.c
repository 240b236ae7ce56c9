/* The inspector: a page for each state (nothing, several, one event), and for the one event
 * sections that are filled from the session's detail each time it is read anew.
 *
 * What it edits is in entente-inspector-actions.c. Main thread; owned by the window.
 */
#include "config.h"

#include "entente-claims-compare.h"
#include "entente-enum-choice.h"
#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-inspector-answers.h"
#include "entente-inspector-claims.h"
#include "entente-inspector-compare.h"
#include "entente-inspector-empty.h"
#include "entente-inspector-facts.h"
#include "entente-inspector-orders.h"
#include "entente-inspector-private.h"
#include "entente-inspector-who.h"
#include "entente-kind-popover.h"
#include "entente-order-words.h"
#include "entente-passage-words.h"
#include "entente-tooltip.h"
#include "entente-wrap-layout.h"
#include <glib/gi18n.h>

#define CHIP_SPACING_PX 6
#define KIND_CHARS 12 /* of the kind stay readable beside long evidence */

G_DEFINE_FINAL_TYPE (EntenteInspector, entente_inspector, ADW_TYPE_BIN)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *props[N_PROPS];

static EntenteStudy *
get_study (EntenteInspector *self)
{
  return entente_session_get_study (self->session);
}

static EntenteChronicle *
get_chronicle (EntenteInspector *self)
{
  return entente_study_get_chronicle (get_study (self));
}

EntenteEventDetail *
entente_inspector_get_detail (EntenteInspector *self)
{
  return self->session ? entente_session_get_detail (self->session) : NULL;
}

static void
set_optional (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (label, text && *text);
}

/* ---- one event ---- */

static void
show_head (EntenteInspector *self, const EntenteEventDetail *detail, guint row)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  const EntenteKind *kind = entente_chronicle_get_kind (chronicle, row);
  EntenteEvidence evidence = entente_chronicle_get_evidence (chronicle, row);
  EntenteGlyph glyph = entente_ink_glyph_of (chronicle, row);
  /* What evidence looks like by itself: a square of deeds, without a kind. */
  EntenteGlyph sample = { ENTENTE_GROUP_DEED, glyph.fill, ENTENTE_OUTLINE_UNBROKEN, FALSE };
  g_autofree char *title = entente_study_dup_event_title (get_study (self), detail->event);
  g_autofree char *label = entente_enum_choice_capitalize (entente_kind_get_label (kind));
  g_autofree char *said = g_strdup_printf ("%s: %s", _ ("Kind of move"), label);
  g_autofree char *word =
    entente_enum_choice_capitalize (entente_enum_label (ENTENTE_ENUM_EVIDENCE, (int) evidence));

  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (self->glyph), glyph);
  entente_ink_apply_event (self->glyph, chronicle, row);
  gtk_label_set_text (GTK_LABEL (self->kind), label);
  gtk_label_set_width_chars (GTK_LABEL (self->kind),
                             (int) MIN (g_utf8_strlen (label, -1), KIND_CHARS));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  -1);
  entente_glyph_icon_set_glyph (ENTENTE_GLYPH_ICON (self->evidence_glyph), sample);
  gtk_label_set_text (GTK_LABEL (self->evidence), word);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  set_optional (self->summary, detail->event->summary);
}

static void
show_when (EntenteInspector *self, EntenteEventDetail *detail, guint row)
{
  const EntenteEvent *event = detail->event;
  g_autoptr (EntenteDate) date = entente_order_bound_date (get_chronicle (self), detail, FALSE);
  g_autofree char *words = entente_date_format (date);
  g_autofree char *told =
    date->wording ? g_strdup_printf (_ ("told as “%s”"), date->wording) : NULL;
  /* TRANSLATORS: for a screen reader: a button that opens the form at the date */
  g_autofree char *said = g_strdup_printf (_ ("Date: %s"), words);
  g_autofree char *planned = event->planned ? entente_date_format (event->planned) : NULL;
  g_autofree char *was_planned =
    planned ? g_strdup_printf (_ ("First planned for %s"), planned) : NULL;
  /* The orders stand below, so the strip has no word of them. */
  g_autoptr (EntenteDate) drawn =
    entente_order_bound_date_of (get_chronicle (self), event->record.id, event->when);
  EntenteGlyph glyph = entente_ink_glyph_of (get_chronicle (self), row);

  entente_inspector_head_set_note (self->when_head, told);
  gtk_label_set_text (GTK_LABEL (self->when), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->when_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said,
                                  -1);
  set_optional (self->edtf, date->edtf);
  entente_tooltip_set_text (self->edtf, entente_enum_label (ENTENTE_ENUM_BASIS, (int) date->basis));
  set_optional (self->planned, was_planned);
  entente_date_strip_set_glyph (self->strip, &glyph);
  entente_date_strip_set_date (self->strip, drawn);
  entente_ink_apply_event (GTK_WIDGET (self->strip), get_chronicle (self), row);
  entente_inspector_orders_fill (GTK_LIST_BOX (self->orders), self->session, detail);
}

/* The words of the selected passage, else of the first that there is. */
static const EntentePassage *
choose_passage (EntenteInspector *self, const EntenteEventDetail *detail)
{
  EntenteId selected = entente_session_get_selected_passage (self->session);
  const EntentePassage *first = NULL;

  for (guint i = 0; i < detail->passages->len; i++) {
    const EntentePassage *passage = detail->passages->pdata[i];

    if (passage && passage->record.id == selected)
      return passage;
    if (passage && !first)
      first = passage;
  }
  return first;
}

static void
show_quote (EntenteInspector *self, const EntenteEventDetail *detail, guint row)
{
  const EntentePassage *passage = choose_passage (self, detail);
  g_autofree char *words = passage ? entente_passage_dup_words (passage, NULL) : NULL;
  g_autofree char *quote = words ? g_strdup_printf ("“%s”", words) : NULL;

  gtk_widget_set_visible (self->quote_box, quote != NULL);
  gtk_label_set_text (GTK_LABEL (self->quote), quote ? quote : "");
  entente_ink_apply_event (self->quote_bar, get_chronicle (self), row);
}

static void
show_claims (EntenteInspector *self, EntenteEventDetail *detail, guint row)
{
  EntenteChronicle *chronicle = get_chronicle (self);
  g_autofree char *claims = entente_inspector_claims_count (detail);
  g_autoptr (GPtrArray) fields = entente_claims_compare (chronicle, detail);
  g_autofree char *explanation =
    entente_claims_explain (entente_chronicle_get_evidence (chronicle, row), fields);

  entente_inspector_head_set_note (self->claims_head, claims);
  entente_inspector_claims_fill (GTK_LIST_BOX (self->claims), self->session, detail);
  set_optional (self->explanation, explanation);
  entente_inspector_compare_fill (GTK_EXPANDER (self->compare), self->session, detail);
}

static void
show_event (EntenteInspector *self, EntenteEventDetail *detail, guint row)
{
  const EntenteEvent *event = detail->event;
  g_autofree char *answers = entente_inspector_answers_note (self->session, event->record.id);

  show_head (self, detail, row);
  show_when (self, detail, row);
  entente_inspector_who_fill (self->who, self->session, detail);
  show_claims (self, detail, row);
  entente_inspector_head_set_note (self->answers_head, answers);
  entente_inspector_answers_fill (GTK_LIST_BOX (self->answers), self->session, detail);
  entente_inspector_rounds_fill (GTK_LIST_BOX (self->rounds), self->session, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->rounds_head), gtk_widget_get_visible (self->rounds));
  entente_inspector_questions_show (self->questions, self->session, event->record.id);
  show_quote (self, detail, row);
  entente_inspector_head_set_note (self->judgement_head,
                                   entente_enum_label (ENTENTE_ENUM_JUDGEMENT, event->judgement));
  set_optional (self->judgement, event->judgement_reason);
  entente_inspector_facts_fill (GTK_GRID (self->facts), get_chronicle (self), event, row);
  entente_inspector_own_show (self->own, self->session, event->record.id);
}

/* ---- states ---- */

static void
show_nothing (EntenteInspector *self)
{
  entente_inspector_empty_show (self->empty, GTK_GRID (self->empty_keys), self->session);
}

static void
show_many (EntenteInspector *self, guint n)
{
  g_autofree char *title =
    g_strdup_printf (ngettext ("%u Event Selected", "%u Events Selected", n), n);

  adw_status_page_set_title (ADW_STATUS_PAGE (self->many), title);
  gtk_widget_set_visible (self->many_pair, n == 2);
}

static void
update_actions (EntenteInspector *self, gboolean has_event, gboolean has_any)
{
  static const char *const actions[] = {
    "inspector.edit",  "inspector.edit-date", "inspector.add-claim", "inspector.link",
    "inspector.order", "inspector.pin",       "inspector.private",
  };
  gboolean can_edit = self->session && !entente_study_is_read_only (get_study (self));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], has_event && can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "inspector.delete", has_any && can_edit);
  gtk_widget_set_sensitive (self->kind_button, can_edit);
  gtk_widget_set_visible (self->who_button, can_edit);
  gtk_widget_set_can_target (self->when_button, can_edit);
  /* Not before the window shows: this version of the toolkit would tell screen readers of the
   * window too early. */
  if (self->session && gtk_widget_get_focusable (self->when_button) != can_edit)
    gtk_widget_set_focusable (self->when_button, can_edit);
}

static void
update (EntenteInspector *self)
{
  EntenteEventDetail *detail = entente_inspector_get_detail (self);
  guint n = self->session ? entente_session_get_selection (self->session)->len : 0;
  guint row = detail ? entente_chronicle_find_row (get_chronicle (self), detail->event->record.id)
                     : ENTENTE_NO_INDEX;
  gboolean failed = self->session && entente_session_get_detail_failed (self->session);

  update_actions (self, n == 1 && !failed, n > 0);
  if (n > 1) {
    show_many (self, n);
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "many");
  } else if (n == 0) {
    show_nothing (self);
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
  } else if (failed) {
    /* Never the page of the event before: what is done there is done to the one that is selected.
     */
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "unread");
  } else if (row != ENTENTE_NO_INDEX) {
    show_event (self, detail, row);
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "event");
  }
}

/* ---- class ---- */

static void
entente_inspector_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    g_value_set_object (value, ENTENTE_INSPECTOR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_inspector_set_property (GObject *object, guint prop, const GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    entente_inspector_set_session (ENTENTE_INSPECTOR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_inspector_dispose (GObject *object)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (object);

  if (self->session)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_inspector_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, EntenteInspector, stack);
  gtk_widget_class_bind_template_child (class, EntenteInspector, empty);
  gtk_widget_class_bind_template_child (class, EntenteInspector, empty_keys);
  gtk_widget_class_bind_template_child (class, EntenteInspector, many);
  gtk_widget_class_bind_template_child (class, EntenteInspector, many_pair);
  gtk_widget_class_bind_template_child (class, EntenteInspector, page);
  gtk_widget_class_bind_template_child (class, EntenteInspector, kind_button);
  gtk_widget_class_bind_template_child (class, EntenteInspector, glyph);
  gtk_widget_class_bind_template_child (class, EntenteInspector, kind);
  gtk_widget_class_bind_template_child (class, EntenteInspector, evidence_pill);
  gtk_widget_class_bind_template_child (class, EntenteInspector, evidence_glyph);
  gtk_widget_class_bind_template_child (class, EntenteInspector, evidence);
  gtk_widget_class_bind_template_child (class, EntenteInspector, title);
  gtk_widget_class_bind_template_child (class, EntenteInspector, summary);
  gtk_widget_class_bind_template_child (class, EntenteInspector, when_head);
  gtk_widget_class_bind_template_child (class, EntenteInspector, when_button);
  gtk_widget_class_bind_template_child (class, EntenteInspector, when);
  gtk_widget_class_bind_template_child (class, EntenteInspector, edtf);
  gtk_widget_class_bind_template_child (class, EntenteInspector, strip);
  gtk_widget_class_bind_template_child (class, EntenteInspector, planned);
  gtk_widget_class_bind_template_child (class, EntenteInspector, orders);
  gtk_widget_class_bind_template_child (class, EntenteInspector, who_head);
  gtk_widget_class_bind_template_child (class, EntenteInspector, who_button);
  gtk_widget_class_bind_template_child (class, EntenteInspector, who);
  gtk_widget_class_bind_template_child (class, EntenteInspector, claims_head);
  gtk_widget_class_bind_template_child (class, EntenteInspector, claims);
  gtk_widget_class_bind_template_child (class, EntenteInspector, explanation);
  gtk_widget_class_bind_template_child (class, EntenteInspector, compare);
  gtk_widget_class_bind_template_child (class, EntenteInspector, answers_head);
  gtk_widget_class_bind_template_child (class, EntenteInspector, answers);
  gtk_widget_class_bind_template_child (class, EntenteInspector, rounds_head);
  gtk_widget_class_bind_template_child (class, EntenteInspector, rounds);
  gtk_widget_class_bind_template_child (class, EntenteInspector, questions);
  gtk_widget_class_bind_template_child (class, EntenteInspector, quote_box);
  gtk_widget_class_bind_template_child (class, EntenteInspector, quote_bar);
  gtk_widget_class_bind_template_child (class, EntenteInspector, quote);
  gtk_widget_class_bind_template_child (class, EntenteInspector, judgement_head);
  gtk_widget_class_bind_template_child (class, EntenteInspector, judgement);
  gtk_widget_class_bind_template_child (class, EntenteInspector, facts);
  gtk_widget_class_bind_template_child (class, EntenteInspector, own);
}

static void
entente_inspector_class_init (EntenteInspectorClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (ENTENTE_TYPE_DATE_STRIP);
  g_type_ensure (ENTENTE_TYPE_GLYPH_ICON);
  g_type_ensure (ENTENTE_TYPE_INSPECTOR_HEAD);
  g_type_ensure (ENTENTE_TYPE_INSPECTOR_OWN);
  g_type_ensure (ENTENTE_TYPE_INSPECTOR_QUESTIONS);
  g_type_ensure (ENTENTE_TYPE_KIND_POPOVER);
  object_class->get_property = entente_inspector_get_property;
  object_class->set_property = entente_inspector_set_property;
  object_class->dispose = entente_inspector_dispose;

  props[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-inspector.ui");
  bind_children (widget_class);
  entente_inspector_install_actions (widget_class);
}

static void
entente_inspector_init (EntenteInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->who, entente_wrap_layout_new (CHIP_SPACING_PX));
  update (self);
}

GtkWidget *
entente_inspector_new (EntenteSession *session)
{
  return g_object_new (ENTENTE_TYPE_INSPECTOR, "session", session, NULL);
}

/* A value of an own field is no part of the event, which need not be read anew for it. */
static void
study_cb (EntenteInspector *self)
{
  EntenteEventDetail *detail = entente_inspector_get_detail (self);

  show_nothing (self);
  if (detail)
    entente_inspector_own_show (self->own, self->session, detail->event->record.id);
}

static void
follow_session (EntenteInspector *self)
{
  static const char *const signals[] = {
    "notify::detail",
    "notify::detail-failed",
    "notify::selection",
    "notify::selected-passage",
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session,
                             signals[i],
                             G_CALLBACK (update),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session,
                           "notify::article",
                           G_CALLBACK (show_nothing),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_study (self),
                           "changed",
                           G_CALLBACK (study_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
entente_inspector_set_session (EntenteInspector *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  if (self->session) {
    g_signal_handlers_disconnect_by_data (get_study (self), self);
    g_signal_handlers_disconnect_by_data (self->session, self);
  }
  g_set_object (&self->session, session);
  entente_inspector_questions_show (self->questions, NULL, ENTENTE_ID_NONE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->who_button),
                               session ? entente_inspector_who_new_popover (session) : NULL);
  if (session)
    follow_session (self);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
