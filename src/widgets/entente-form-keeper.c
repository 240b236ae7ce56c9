/* What was typed is looked at once a second: fields tell of a change in many ways, and some of them
 * not at all.
 */
#include "config.h"

#include "entente-form-keeper.h"

#include "entente-form-fields.h"
#include "entente-study-drafts.h"
#include <glib/gi18n.h>

#define KEEP_SECONDS 1
#define SHOWN_CHARS 60

struct _EntenteFormKeeper {
  GtkWidget parent_instance;

  EntenteSession *session;
  char *form;
  EntenteId subject;
  GtkWidget *content; /* weak */

  GHashTable *base; /* the fields as the form came up, or NULL */
  char *typed; /* what differs from it, as it was kept; or NULL */
  char *offered; /* what was kept before the form came up, or NULL */
  gboolean is_kept; /* something is */
  guint timer;
  gboolean is_finished;
  GCancellable *reading; /* of what is offered; or NULL */

  GtkWidget *row;
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (EntenteFormKeeper, entente_form_keeper, GTK_TYPE_WIDGET)

static EntenteStudy *
get_study (EntenteFormKeeper *self)
{
  return entente_session_get_study (self->session);
}

/* ---- keeping ---- */

/* Who takes all back that was typed has what was offered before, unless that was decided. */
static void
keep (EntenteFormKeeper *self)
{
  const char *text = self->typed ? self->typed : self->offered;

  if (text || self->is_kept)
    entente_study_keep_draft (get_study (self), self->form, self->subject, text);
  self->is_kept = text != NULL;
}

static void
look (EntenteFormKeeper *self)
{
  char *typed;

  if (!self->content || !self->base || self->is_finished)
    return;
  typed = entente_form_fields_write_changes (self->content, self->base);
  if (g_strcmp0 (typed, self->typed) == 0) {
    g_free (typed);
    return;
  }
  g_free (self->typed);
  self->typed = typed;
  keep (self);
}

static gboolean
look_cb (gpointer self)
{
  look (self);
  return G_SOURCE_CONTINUE;
}

/* ---- the offer ---- */

static void
hide_offer (EntenteFormKeeper *self)
{
  g_clear_pointer (&self->offered, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* What has no place in the form any more goes to the clipboard, so that nothing is lost. */
static void
take_cb (EntenteFormKeeper *self)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *text = g_steal_pointer (&self->offered);

  hide_offer (self);
  if (!text || !self->content)
    return;
  entente_form_fields_take (self->content, text, rest);
  if (rest->len > 0) {
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), rest->str);
    entente_session_notify_user (self->session,
                                 _ ("The form has changed. What has no place in it is in the "
                                    "clipboard: paste it where it belongs."),
                                 0);
  }
  gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
discard_cb (EntenteFormKeeper *self)
{
  hide_offer (self);
  keep (self);
  if (self->content)
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

/* NULL when there is no text in it. */
static char *
describe (const EntenteDraft *draft)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (MAX (draft->time, 0));
  g_autofree char *when = g_date_time_format (moment, C_ ("backup", "%-d %B %Y, %H:%M"));
  g_autofree char *longest = entente_form_fields_get_longest (draft->text);
  g_autofree char *start = NULL;

  if (!longest)
    return NULL;
  g_strdelimit (longest, "\n\r\t", ' ');
  if (g_utf8_strlen (longest, -1) <= SHOWN_CHARS)
    return g_strdup_printf (_ ("Unfinished text of %s was kept: “%s”"), when, longest);
  start = g_utf8_substring (longest, 0, SHOWN_CHARS);
  return g_strdup_printf (_ ("Unfinished text of %s was kept: “%s…”"), when, start);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormKeeper) self = data;
  g_autoptr (EntenteDraft) draft =
    entente_study_find_draft_finish (ENTENTE_STUDY (source), result, NULL);
  g_autofree char *sentence = NULL;

  if (!draft || self->is_finished || !self->content)
    return;
  self->is_kept = TRUE;
  if (!(sentence = describe (draft)))
    return;
  self->offered = g_strdup (draft->text);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
look_for_kept (EntenteFormKeeper *self)
{
  if (self->reading)
    return;
  self->reading = g_cancellable_new ();
  entente_study_find_draft_async (get_study (self),
                                  self->form,
                                  self->subject,
                                  self->reading,
                                  found_cb,
                                  g_object_ref (self));
}

/* ---- the form comes and goes ---- */

static void
content_mapped_cb (EntenteFormKeeper *self)
{
  if (self->is_finished)
    return;
  if (!self->base)
    self->base = entente_form_fields_read (self->content);
  look_for_kept (self);
  if (!self->timer)
    self->timer = g_timeout_add_seconds (KEEP_SECONDS, look_cb, self);
}

static void
content_unmapped_cb (EntenteFormKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  look (self);
}

void
entente_form_keeper_settle (EntenteFormKeeper *self)
{
  if (!self->content || self->typed)
    return;
  g_clear_pointer (&self->base, g_hash_table_unref);
  self->base = entente_form_fields_read (self->content);
}

static void
drop (EntenteFormKeeper *self)
{
  hide_offer (self);
  g_clear_pointer (&self->typed, g_free);
  keep (self);
}

void
entente_form_keeper_restart (EntenteFormKeeper *self)
{
  drop (self);
  g_clear_pointer (&self->base, g_hash_table_unref);
}

void
entente_form_keeper_finish (EntenteFormKeeper *self)
{
  if (self->is_finished)
    return;
  self->is_finished = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  drop (self);
}

/* ---- making ---- */

static GtkWidget *
create_button (EntenteFormKeeper *self, const char *label, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
create_sentence (void)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
entente_form_keeper_dispose (GObject *object)
{
  EntenteFormKeeper *self = ENTENTE_FORM_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_weak_pointer (&self->content);
  g_clear_pointer (&self->row, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (entente_form_keeper_parent_class)->dispose (object);
}

static void
entente_form_keeper_finalize (GObject *object)
{
  EntenteFormKeeper *self = ENTENTE_FORM_KEEPER (object);

  g_clear_pointer (&self->base, g_hash_table_unref);
  g_free (self->form);
  g_free (self->typed);
  g_free (self->offered);

  G_OBJECT_CLASS (entente_form_keeper_parent_class)->finalize (object);
}

static void
entente_form_keeper_class_init (EntenteFormKeeperClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = entente_form_keeper_dispose;
  G_OBJECT_CLASS (class)->finalize = entente_form_keeper_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
entente_form_keeper_init (EntenteFormKeeper *self)
{
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->sentence = create_sentence ();
  gtk_widget_add_css_class (self->row, "form-keeper");
  gtk_box_append (GTK_BOX (self->row), self->sentence);
  gtk_box_append (GTK_BOX (self->row),
                  create_button (self,
                                 _ ("_Take It Over"),
                                 _ ("Take the unfinished text over"),
                                 G_CALLBACK (take_cb)));
  gtk_box_append (GTK_BOX (self->row),
                  create_button (self,
                                 _ ("_Discard"),
                                 _ ("Discard the unfinished text"),
                                 G_CALLBACK (discard_cb)));
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
entente_form_keeper_new (EntenteSession *session,
                         const char *form,
                         EntenteId subject,
                         GtkWidget *content)
{
  EntenteFormKeeper *self = g_object_new (ENTENTE_TYPE_FORM_KEEPER, NULL);

  self->session = g_object_ref (session);
  self->form = g_strdup (form);
  self->subject = subject;
  g_set_weak_pointer (&self->content, content);
  g_signal_connect_object (content, "map", G_CALLBACK (content_mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content,
                           "unmap",
                           G_CALLBACK (content_unmapped_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
