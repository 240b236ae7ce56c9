/* Made anew whenever another position is selected or it is changed. Main thread. */
#include "config.h"

#include "entente-position-pane.h"

#include "entente-glyph-icon.h"
#include "entente-ink.h"
#include "entente-label.h"
#include "entente-passage-words.h"
#include "entente-position-card.h"
#include "entente-position-form.h"
#include "entente-position-list.h"
#include "entente-study-positions.h"
#include <glib/gi18n.h>

struct _EntentePositionPane {
  AdwBin parent_instance;

  EntenteSession *session; /* or NULL */
  EntentePosition *shown; /* or NULL */
  GCancellable *reading; /* of the words of the position shown, or NULL */
  GtkWidget *box;
  GtkWidget *quote; /* of what is shown; child of the box */
};

G_DEFINE_FINAL_TYPE (EntentePositionPane, entente_position_pane, ADW_TYPE_BIN)

enum { PROP_0, PROP_SESSION, N_PROPS };
static GParamSpec *props[N_PROPS];

static EntenteStudy *
get_study (EntentePositionPane *self)
{
  return entente_session_get_study (self->session);
}

static EntentePositionList *
get_list (EntentePositionPane *self)
{
  return entente_session_get_positions (self->session);
}

/* ---- parts ---- */

static GtkWidget *
add_label (EntentePositionPane *self, const char *text, const char *class)
{
  GtkWidget *label = entente_label_new (text, class);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
add_head (EntentePositionPane *self,
          const EntentePosition *position,
          const EntenteChronicle *chronicle)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = entente_glyph_icon_new ();
  g_autofree char *kind = entente_position_kind_dup_label (position->kind);
  g_autofree char *text = g_strdup_printf (_ ("%s (position)"), kind);
  GtkWidget *label = gtk_label_new (text);

  entente_glyph_icon_set_position (ENTENTE_GLYPH_ICON (icon), position->kind, FALSE);
  entente_ink_apply (icon,
                     chronicle,
                     entente_chronicle_find_actor (chronicle, position->actor),
                     entente_date_get_window (position->when));
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "inspector-kind");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
add_when (EntentePositionPane *self, const EntentePosition *position)
{
  g_autofree char *when = position->when && entente_date_is_bounded (position->when)
                            ? entente_date_format (position->when)
                            : g_strdup (_ ("undated"));
  g_autofree char *told =
    position->when && position->when->wording
      ? g_strdup_printf (_ ("%s (told as “%s”)"), when, position->when->wording)
      : g_strdup (when);

  add_label (self, _ ("Since when"), "inspector-head-title");
  add_label (self, told, NULL);
  if (position->when && position->when->bound_reason)
    add_label (self, position->when->bound_reason, "row-note");
}

static void
chosen_cb (GtkButton *card, EntentePositionPane *self)
{
  entente_position_list_select (get_list (self),
                                entente_position_card_get (GTK_WIDGET (card))->record.id);
}

static void
add_neighbour (EntentePositionPane *self,
               const EntentePosition *position,
               int step,
               const char *name,
               const char *none)
{
  const EntentePositions *positions = entente_position_list_get (get_list (self));
  guint index = entente_positions_find (positions, position->record.id);
  const EntentePosition *other = entente_positions_get_neighbour (positions, index, step);
  GtkWidget *card;

  add_label (self, name, "inspector-head-title");
  if (!other) {
    add_label (self, none, "row-note");
    return;
  }
  card = entente_position_card_new (other,
                                    ENTENTE_STAND_STANDS,
                                    entente_study_get_chronicle (get_study (self)),
                                    FALSE);
  g_signal_connect (card, "clicked", G_CALLBACK (chosen_cb), self);
  gtk_box_append (GTK_BOX (self->box), card);
}

static void
add_buttons (EntentePositionPane *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *edit = gtk_button_new_with_mnemonic (_ ("_Edit Position"));
  GtkWidget *delete = gtk_button_new_with_mnemonic (_ ("_Delete"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "position.edit");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (delete), "position.delete");
  gtk_widget_set_margin_top (row, 12);
  gtk_box_append (GTK_BOX (row), edit);
  gtk_box_append (GTK_BOX (row), delete);
  gtk_box_append (GTK_BOX (self->box), row);
}

/* ---- words ---- */

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntentePositionPane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntentePassagePlace) place =
    entente_study_find_passage_finish (ENTENTE_STUDY (source), result, &error);
  g_autofree char *words = NULL;
  g_autofree char *quote = NULL;

  if (!place || !self->session || !self->quote)
    return;
  words = entente_passage_dup_words (place->passage, NULL);
  quote = g_strdup_printf ("“%s”", words);
  gtk_label_set_text (GTK_LABEL (self->quote), quote);
  gtk_widget_set_visible (self->quote, TRUE);
}

static void
stop_reading (EntentePositionPane *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
add_words (EntentePositionPane *self, const EntentePosition *position)
{
  if (position->passage == ENTENTE_ID_NONE) {
    add_label (self, _ ("Not marked in an article."), "row-note");
    return;
  }
  self->quote = add_label (self, "", "inspector-quote");
  gtk_widget_set_visible (self->quote, FALSE);
  self->reading = g_cancellable_new ();
  entente_study_find_passage_async (get_study (self),
                                    position->passage,
                                    self->reading,
                                    found_cb,
                                    g_object_ref (self));
}

/* ---- showing ---- */

static void
empty (EntentePositionPane *self)
{
  GtkWidget *child;

  stop_reading (self);
  self->quote = NULL;
  g_clear_pointer (&self->shown, entente_position_unref);
  while ((child = gtk_widget_get_first_child (self->box)))
    gtk_box_remove (GTK_BOX (self->box), child);
}

static void
fill (EntentePositionPane *self, const EntentePosition *position)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (get_study (self));

  self->shown = entente_position_ref (position);
  add_head (self, position, chronicle);
  add_label (self, entente_position_get_actor_name (position, chronicle), "inspector-title");
  add_label (self, entente_position_get_issue_name (position, chronicle), NULL);
  if (position->text)
    add_label (self, position->text, "inspector-summary");
  add_words (self, position);
  add_when (self, position);
  add_neighbour (self,
                 position,
                 -1,
                 _ ("Before, on this issue"),
                 _ ("Nothing by this actor is known before."));
  add_neighbour (self,
                 position,
                 1,
                 _ ("After, on this issue"),
                 _ ("Nothing by this actor is known after."));
  if (!entente_study_is_read_only (get_study (self)))
    add_buttons (self);
}

/* Another one, or another neighbour of it, or names are others. */
static void
update (EntentePositionPane *self)
{
  const EntentePosition *position =
    self->session ? entente_position_list_get_selected_record (get_list (self)) : NULL;

  empty (self);
  if (position)
    fill (self, position);
  else
    add_label (self, _ ("No position is selected."), "row-note");
}

/* ---- actions ---- */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePositionPane *self = ENTENTE_POSITION_PANE (widget);

  if (self->shown && !entente_study_is_read_only (get_study (self)))
    entente_position_form_present (widget, self->session, self->shown);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntentePositionPane *self = ENTENTE_POSITION_PANE (widget);

  if (self->shown)
    entente_position_list_delete (get_list (self), self->shown->record.id);
}

/* ---- GObject ---- */

static void
set_session (EntentePositionPane *self, EntenteSession *session)
{
  if (self->session == session)
    return;
  stop_reading (self);
  if (self->session) {
    g_signal_handlers_disconnect_by_data (get_list (self), self);
    g_signal_handlers_disconnect_by_data (get_study (self), self);
  }
  g_set_object (&self->session, session);
  if (session) {
    g_signal_connect_swapped (get_list (self), "changed", G_CALLBACK (update), self);
    g_signal_connect_swapped (get_list (self), "notify::selected", G_CALLBACK (update), self);
    g_signal_connect_swapped (get_study (self), "notify::chronicle", G_CALLBACK (update), self);
  }
  if (self->box)
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
entente_position_pane_get_property (GObject *object, guint prop, GValue *value, GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    g_value_set_object (value, ENTENTE_POSITION_PANE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_position_pane_set_property (GObject *object,
                                    guint prop,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (prop == PROP_SESSION)
    set_session (ENTENTE_POSITION_PANE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop, pspec);
}

static void
entente_position_pane_dispose (GObject *object)
{
  EntentePositionPane *self = ENTENTE_POSITION_PANE (object);

  self->box = NULL;
  self->quote = NULL;
  set_session (self, NULL);
  g_clear_pointer (&self->shown, entente_position_unref);

  G_OBJECT_CLASS (entente_position_pane_parent_class)->dispose (object);
}

static void
entente_position_pane_class_init (EntentePositionPaneClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = entente_position_pane_get_property;
  object_class->set_property = entente_position_pane_set_property;
  object_class->dispose = entente_position_pane_dispose;
  props[PROP_SESSION] =
    g_param_spec_object ("session",
                         NULL,
                         NULL,
                         ENTENTE_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_action (widget_class, "position.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "position.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "position.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "position.edit", NULL);
}

static void
entente_position_pane_init (EntentePositionPane *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "position-pane");
  gtk_widget_set_size_request (GTK_WIDGET (self), 280, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");
  adw_bin_set_child (ADW_BIN (self), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Position"),
                                  -1);
}

GtkWidget *
entente_position_pane_new (EntenteSession *session)
{
  return g_object_new (ENTENTE_TYPE_POSITION_PANE, "session", session, NULL);
}
