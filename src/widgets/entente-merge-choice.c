/* What would happen is read on the store's worker, so each choice cancels the reading before it. */
#include "config.h"

#include "entente-label.h"
#include "entente-merge-choice.h"

#include <glib/gi18n.h>

struct _EntenteMergeChoice {
  const EntenteMergeType *type;
  EntenteSession *session;
  EntenteFormWindow *window; /* owns the form that closes this one */
  GCancellable *reading; /* of what is read now */
  EntenteId ids[2];
  guint kept; /* index of the one that stays */
  gpointer merge; /* of this choice, or NULL while it is read */
  GtkWidget *box;
  GtkWidget *checks[2];
  GtkWidget *preview;
};

static void
stop_reading (EntenteMergeChoice *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->merge, self->type->free);
}

static void
clear (gpointer data)
{
  EntenteMergeChoice *self = data;

  stop_reading (self);
  g_clear_object (&self->box);
  g_object_unref (self->session);
}

static void
choice_unref (EntenteMergeChoice *self)
{
  g_rc_box_release_full (self, clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteMergeChoice, choice_unref)

/* ---- preview ---- */

static GtkWidget *
create_sentence (const char *text)
{
  GtkWidget *label = entente_label_new (text, NULL);

  return label;
}

static void
clear_preview (EntenteMergeChoice *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->preview)))
    gtk_box_remove (GTK_BOX (self->preview), child);
  entente_form_window_set_can_accept (self->window, FALSE);
}

static void
show_preview (EntenteMergeChoice *self)
{
  g_autoptr (GPtrArray) sentences = self->type->describe (self->merge);

  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (GTK_BOX (self->preview), create_sentence (sentences->pdata[i]));
  if (sentences->len == 0)
    gtk_box_append (GTK_BOX (self->preview),
                    create_sentence (_ ("It has nothing that the other one has not.")));
  entente_form_window_set_can_accept (self->window, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteMergeChoice) self = data;
  g_autoptr (GError) error = NULL;
  gpointer merge = self->type->read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  self->merge = merge;
  entente_form_window_set_error (self->window, merge ? NULL : error->message);
  if (merge)
    show_preview (self);
}

static void
read_choice (EntenteMergeChoice *self)
{
  stop_reading (self);
  clear_preview (self);
  entente_form_window_set_error (self->window, NULL);
  self->reading = g_cancellable_new ();
  self->type->read_async (entente_session_get_study (self->session),
                          entente_merge_choice_get_kept (self),
                          entente_merge_choice_get_gone (self),
                          self->reading,
                          read_cb,
                          g_rc_box_acquire (self));
}

/* ---- choosing ---- */

static gboolean
is_complete (EntenteMergeChoice *self)
{
  return self->window && self->ids[0] != ENTENTE_ID_NONE && self->ids[1] != ENTENTE_ID_NONE;
}

static void
toggled_cb (GtkCheckButton *check, EntenteMergeChoice *self)
{
  if (!gtk_check_button_get_active (check) || !is_complete (self))
    return;
  self->kept = (gpointer) check == self->checks[1];
  read_choice (self);
}

static void
update (EntenteMergeChoice *self)
{
  gtk_widget_set_visible (self->box, is_complete (self));
  if (is_complete (self)) {
    read_choice (self);
    return;
  }
  stop_reading (self);
  if (self->window)
    clear_preview (self);
}

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
create_check (EntenteMergeChoice *self, guint i)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_sentence (NULL));
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (self->checks[0]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == 0);
  return check;
}

EntenteMergeChoice *
entente_merge_choice_new (EntenteSession *session, const EntenteMergeType *type)
{
  EntenteMergeChoice *self = g_rc_box_new0 (EntenteMergeChoice);

  self->type = type;
  self->session = g_object_ref (session);
  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_box_append (GTK_BOX (self->box), create_heading (_ ("This One Stays")));
  for (guint i = 0; i < 2; i++) {
    self->checks[i] = create_check (self, i);
    gtk_box_append (GTK_BOX (self->box), self->checks[i]);
  }
  for (guint i = 0; i < 2; i++)
    g_signal_connect (self->checks[i], "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (self->box), create_heading (_ ("Of the Other One")));
  self->preview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->preview);
  gtk_widget_set_visible (self->box, FALSE);
  return self;
}

void
entente_merge_choice_close (EntenteMergeChoice *self)
{
  stop_reading (self);
  self->window = NULL;
  for (guint i = 0; i < 2; i++)
    g_signal_handlers_disconnect_by_data (self->checks[i], self);
  choice_unref (self);
}

GtkWidget *
entente_merge_choice_get_box (EntenteMergeChoice *self)
{
  return self->box;
}

void
entente_merge_choice_set_window (EntenteMergeChoice *self, EntenteFormWindow *window)
{
  self->window = window;
  update (self);
}

void
entente_merge_choice_set (EntenteMergeChoice *self, guint index, EntenteId id, const char *text)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (self->checks[index]);

  if (self->ids[index] == id)
    return;
  self->ids[index] = id;
  if (text) {
    gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (check)), text);
    gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    text,
                                    -1);
  }
  update (self);
}

EntenteId
entente_merge_choice_get_kept (EntenteMergeChoice *self)
{
  return self->ids[self->kept];
}

EntenteId
entente_merge_choice_get_gone (EntenteMergeChoice *self)
{
  return self->ids[1 - self->kept];
}

EntenteStep *
entente_merge_choice_create_step (EntenteMergeChoice *self)
{
  return self->merge ? self->type->create_step (self->merge) : NULL;
}
