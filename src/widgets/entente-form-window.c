/* What all forms have in common as windows: Escape and Cancel close, Enter and the button accept.
 *
 * While the step of a form is being written its rows rest, and it is known only at the end of it
 * whether the window goes. Main thread.
 */
#include "config.h"

#include "entente-form-state.h"
#include "entente-form-window.h"
#include "entente-message-dialog.h"
#include "entente-toplevel.h"
#include <glib/gi18n.h>

#define MARGIN_PX 18

struct _EntenteFormWindow {
  AdwWindow parent_instance;

  GtkWidget *accept;
  GtkWidget *error;
  GtkWidget *scroller;
  GtkWidget *kept; /* where the offer of what was kept stands */

  EntenteFormKeeper *keeper; /* in it, or NULL */
  GtkWidget *content;
  EntenteFormTouched touched_func; /* or NULL */
  char *state; /* of the content when it came up, or NULL */
  GtkWidget *focus; /* that had the keyboard before writing; weak */
  gboolean is_writing;
  gboolean is_asking;
  gboolean is_finished; /* nothing is left to ask */
};

G_DEFINE_FINAL_TYPE (EntenteFormWindow, entente_form_window, ADW_TYPE_WINDOW)

static guint accept_signal;

/* ---- asking ---- */

static gboolean
is_touched (EntenteFormWindow *self)
{
  return self->touched_func ? self->touched_func (self->content)
                            : entente_form_state_differs (self->content, self->state);
}

static gboolean
finish_cb (gpointer data)
{
  entente_form_window_finish (data);
  return G_SOURCE_REMOVE;
}

/* The question is still closing, and would be destroyed a second time together with its parent. */
static void
answered_cb (AdwMessageDialog *dialog, const char *answer, EntenteFormWindow *self)
{
  self->is_asking = FALSE;
  if (g_str_equal (answer, "discard"))
    g_idle_add_full (G_PRIORITY_DEFAULT, finish_cb, g_object_ref (self), g_object_unref);
}

static void
ask (EntenteFormWindow *self)
{
  AdwMessageDialog *dialog =
    entente_message_dialog_new (GTK_WINDOW (self), _ ("Discard what you typed?"), NULL);

  self->is_asking = TRUE;
  adw_message_dialog_add_responses (dialog,
                                    "keep",
                                    _ ("_Keep Editing"),
                                    "discard",
                                    _ ("_Discard"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "keep");
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
entente_form_window_close_request (GtkWindow *window)
{
  EntenteFormWindow *self = ENTENTE_FORM_WINDOW (window);

  if (self->is_finished || !is_touched (self))
    return GTK_WINDOW_CLASS (entente_form_window_parent_class)->close_request (window);
  if (!self->is_asking)
    ask (self);
  return TRUE;
}

/* ---- writing ---- */

static void
set_focus (EntenteFormWindow *self, GtkWidget *focus)
{
  g_set_weak_pointer (&self->focus, focus);
}

/* A field does not notice that it lost the keyboard by resting, so it is taken before. */
static void
set_writing (EntenteFormWindow *self, gboolean is_writing)
{
  if (is_writing) {
    set_focus (self, gtk_window_get_focus (GTK_WINDOW (self)));
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
  }
  self->is_writing = is_writing;
  gtk_widget_set_sensitive (self->content, !is_writing);
  gtk_widget_set_sensitive (self->accept, !is_writing);
  if (!is_writing && self->focus)
    gtk_widget_grab_focus (self->focus);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) self = data;
  EntenteSession *session = ENTENTE_SESSION (source);
  g_autoptr (GError) error = NULL;
  gboolean applied = entente_session_apply_finish (session, result, &error);

  /* Destroyed while the step was on its way. */
  if (!gtk_widget_get_realized (GTK_WIDGET (self))) {
    if (!applied)
      entente_session_notify_user (session, error->message, 0);
    return;
  }
  set_writing (self, FALSE);
  if (applied)
    entente_form_window_finish (self);
  else
    entente_form_window_set_error (self, error->message);
}

static void
accept_cb (EntenteFormWindow *self)
{
  g_signal_emit (self, accept_signal, 0);
}

static void
entente_form_window_map (GtkWidget *widget)
{
  EntenteFormWindow *self = ENTENTE_FORM_WINDOW (widget);

  if (!self->state)
    self->state = entente_form_state_dup (self->content);
  GTK_WIDGET_CLASS (entente_form_window_parent_class)->map (widget);
}

static void
entente_form_window_dispose (GObject *object)
{
  EntenteFormWindow *self = ENTENTE_FORM_WINDOW (object);

  set_focus (self, NULL);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (entente_form_window_parent_class)->dispose (object);
}

static void
entente_form_window_class_init (EntenteFormWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_form_window_dispose;
  widget_class->map = entente_form_window_map;
  GTK_WINDOW_CLASS (class)->close_request = entente_form_window_close_request;
  accept_signal = g_signal_new ("accept",
                                ENTENTE_TYPE_FORM_WINDOW,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/entente/Entente/entente-form-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntenteFormWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, EntenteFormWindow, error);
  gtk_widget_class_bind_template_child (widget_class, EntenteFormWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, EntenteFormWindow, kept);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
entente_form_window_init (EntenteFormWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
}

EntenteFormWindow *
entente_form_window_new (GtkWidget *parent,
                         const char *title,
                         const char *accept_label,
                         GtkWidget *content)
{
  EntenteFormWindow *self = g_object_new (ENTENTE_TYPE_FORM_WINDOW, "title", title, NULL);
  GtkRoot *root = parent ? gtk_widget_get_root (parent) : NULL;

  self->content = content;
  gtk_button_set_label (GTK_BUTTON (self->accept), accept_label);
  gtk_widget_set_margin_top (content, MARGIN_PX);
  gtk_widget_set_margin_bottom (content, MARGIN_PX);
  gtk_widget_set_margin_start (content, MARGIN_PX);
  gtk_widget_set_margin_end (content, MARGIN_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  if (GTK_IS_WINDOW (root))
    entente_toplevel_set_parent (GTK_WINDOW (self), GTK_WINDOW (root));
  return self;
}

void
entente_form_window_set_accept_label (EntenteFormWindow *self, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (self->accept), label);
}

void
entente_form_window_set_can_accept (EntenteFormWindow *self, gboolean can_accept)
{
  gtk_widget_set_sensitive (self->accept, can_accept);
}

void
entente_form_window_set_touched_func (EntenteFormWindow *self, EntenteFormTouched func)
{
  self->touched_func = func;
}

void
entente_form_window_fill (EntenteFormWindow *self, GSourceOnceFunc fill, gpointer data)
{
  gboolean touched = self->state && is_touched (self);

  fill (data);
  if (touched || !self->state)
    return;
  g_free (self->state);
  self->state = entente_form_state_dup (self->content);
  entente_form_window_settle (self);
}

EntenteFormKeeper *
entente_form_window_keep (EntenteFormWindow *self,
                          EntenteSession *session,
                          const char *form,
                          EntenteId subject)
{
  GtkWidget *keeper = entente_form_keeper_new (session, form, subject, self->content);

  self->keeper = ENTENTE_FORM_KEEPER (keeper);
  gtk_box_append (GTK_BOX (self->kept), keeper);
  g_object_bind_property (keeper, "visible", self->kept, "visible", G_BINDING_SYNC_CREATE);
  return self->keeper;
}

void
entente_form_window_restart (EntenteFormWindow *self)
{
  if (self->keeper)
    entente_form_keeper_restart (self->keeper);
}

void
entente_form_window_settle (EntenteFormWindow *self)
{
  if (self->keeper)
    entente_form_keeper_settle (self->keeper);
}

void
entente_form_window_set_error (EntenteFormWindow *self, const char *sentence)
{
  gtk_label_set_text (GTK_LABEL (self->error), sentence ? sentence : "");
  gtk_widget_set_visible (self->error, sentence != NULL);
}

void
entente_form_window_apply (EntenteFormWindow *self,
                           EntenteSession *session,
                           EntenteStep *step,
                           const char *done_message)
{
  if (self->is_writing || step->changes->len == 0) {
    entente_step_free (step);
    if (!self->is_writing)
      entente_form_window_finish (self);
    return;
  }
  entente_form_window_set_error (self, NULL);
  set_writing (self, TRUE);
  entente_session_apply_async (session, step, done_message, applied_cb, g_object_ref (self));
}

void
entente_form_window_finish (EntenteFormWindow *self)
{
  self->is_finished = TRUE;
  if (self->keeper)
    entente_form_keeper_finish (self->keeper);
  gtk_window_close (GTK_WINDOW (self));
}
