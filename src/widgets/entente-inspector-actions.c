/* What can be done to the events that the inspector shows: as steps of the session, larger edits
 * through the forms. Main thread. */
#include "config.h"

#include "entente-claim-form.h"
#include "entente-commands.h"
#include "entente-event-form.h"
#include "entente-inspector-private.h"
#include "entente-link-form.h"
#include "entente-message-dialog.h"
#include "entente-order-form.h"
#include <glib/gi18n.h>

/* Of the event that shows. */
static void
set_field (EntenteInspector *self, const char *field, const char *text)
{
  EntenteId id = entente_inspector_get_detail (self)->event->record.id;
  EntenteStep *step = entente_commands_set_field (ENTENTE_ENTITY_EVENT, id, field, text, NULL);

  if (step)
    entente_session_apply (self->session, step, NULL);
}

static void
kind_chosen_cb (EntenteInspector *self, const char *kind)
{
  EntenteEventDetail *detail = entente_inspector_get_detail (self);

  if (detail && g_strcmp0 (detail->event->kind, kind) != 0)
    set_field (self, "kind", kind);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);

  entente_event_form_present (widget,
                              self->session,
                              entente_session_get_selected_event (self->session),
                              ENTENTE_ID_NONE,
                              NULL);
}

static void
edit_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);

  entente_event_form_present_at_date (widget,
                                      self->session,
                                      entente_session_get_selected_event (self->session));
}

static void
when_clicked_cb (EntenteInspector *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "inspector.edit-date", NULL);
}

static void
add_claim_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);
  EntenteSessionWords words = entente_session_ask_for_words (self->session);
  g_autoptr (EntentePassage) passage = words.passage;

  entente_claim_form_present (widget,
                              self->session,
                              entente_session_get_selected_event (self->session),
                              ENTENTE_ID_NONE,
                              words.article,
                              passage);
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);

  entente_link_form_present (widget,
                             self->session,
                             entente_session_get_selected_event (self->session),
                             ENTENTE_ID_NONE);
}

static void
order_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);

  entente_order_form_present (widget,
                              self->session,
                              entente_session_get_selected_event (self->session));
}

/* Fewer events than this are few, whatever part of the study they are. */
#define FEW_EVENTS 20

static void
delete_selected (EntenteInspector *self)
{
  const GArray *selection = entente_session_get_selection (self->session);
  g_autofree char *done =
    g_strdup_printf (ngettext ("%u event deleted", "%u events deleted", selection->len),
                     selection->len);
  EntenteStep *step =
    entente_commands_delete_events ((const EntenteId *) selection->data, selection->len);

  entente_session_apply (self->session, step, done);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *answer, EntenteInspector *self)
{
  if (self->session && g_str_equal (answer, "delete"))
    delete_selected (self);
}

/* A backup is made by the study itself, before so many records change. */
static void
ask_to_delete (EntenteInspector *self, guint n, guint all)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *heading = g_strdup_printf (_ ("Delete %u of %u Events?"), n, all);
  AdwMessageDialog *dialog = entente_message_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
    heading,
    _ ("That is more than half of the study. A backup is made before, and Undo brings them back."));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);
  guint n = entente_session_get_selection (self->session)->len;
  guint all = entente_chronicle_get_n_rows (
    entente_study_get_chronicle (entente_session_get_study (self->session)));

  if (n >= FEW_EVENTS && n > all / 2)
    ask_to_delete (self, n, all);
  else
    delete_selected (self);
}

/* "inspector.pin" and "inspector.private" */
static void
flag_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntenteInspector *self = ENTENTE_INSPECTOR (widget);
  EntenteEventDetail *detail = entente_inspector_get_detail (self);
  gboolean pin = g_str_has_suffix (name, "pin");
  gboolean is_set;

  if (!detail)
    return;
  is_set = pin ? detail->event->pinned : detail->event->private_;
  set_field (self, pin ? "pinned" : "private", is_set ? "false" : "true");
}

void
entente_inspector_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_callback (class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (class, when_clicked_cb);
  gtk_widget_class_install_action (class, "inspector.edit", NULL, edit_action);
  gtk_widget_class_install_action (class, "inspector.edit-date", NULL, edit_date_action);
  gtk_widget_class_install_action (class, "inspector.add-claim", NULL, add_claim_action);
  gtk_widget_class_install_action (class, "inspector.link", NULL, link_action);
  gtk_widget_class_install_action (class, "inspector.order", NULL, order_action);
  gtk_widget_class_install_action (class, "inspector.delete", NULL, delete_action);
  gtk_widget_class_install_action (class, "inspector.pin", NULL, flag_action);
  gtk_widget_class_install_action (class, "inspector.private", NULL, flag_action);
}
