/* Two check boxes for the event that stays, and sentences that follow them. What would happen is read anew for
 * each choice, on the store's worker. Main thread.
 */
#include "config.h"

#include "entente-form-window.h"
#include "entente-merge-form.h"
#include "entente-merge.h"
#include <glib/gi18n.h>

#define FORM_DATA "entente-form"

typedef struct {
  EntenteSession *session;
  EntenteFormWindow *window;
  GCancellable *reading; /* of what is read now */
  EntenteId events[2];
  guint kept; /* index of the event that stays */
  EntenteMerge *merge; /* of this choice, or NULL while it is read */
  GtkWidget *checks[2];
  GtkWidget *preview;
} Form;

static void
stop_reading (Form *form)
{
  g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  g_clear_pointer (&form->merge, entente_merge_free);
}

static void
free_form (gpointer data)
{
  Form *form = data;

  stop_reading (form);
  g_object_unref (form->session);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

/* ---- preview ---- */

static void
add_sentence (GtkWidget *box, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
}

static void
clear_preview (Form *form)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (form->preview)))
    gtk_box_remove (GTK_BOX (form->preview), child);
}

static void
show_preview (Form *form)
{
  g_autoptr (GPtrArray) sentences = entente_merge_describe (form->merge);

  for (guint i = 0; i < sentences->len; i++)
    add_sentence (form->preview, sentences->pdata[i]);
  if (sentences->len == 0)
    add_sentence (form->preview, _ ("It has nothing that the other one has not."));
  entente_form_window_set_can_accept (form->window, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  g_autoptr (GError) error = NULL;
  EntenteMerge *merge = entente_merge_read_finish (result, &error);
  Form *form;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  form = g_object_get_data (G_OBJECT (window), FORM_DATA);
  g_clear_object (&form->reading);
  form->merge = merge;
  entente_form_window_set_error (window, merge ? NULL : error->message);
  if (merge)
    show_preview (form);
}

static void
read_choice (Form *form)
{
  stop_reading (form);
  clear_preview (form);
  entente_form_window_set_can_accept (form->window, FALSE);
  form->reading = g_cancellable_new ();
  entente_merge_read_async (get_study (form),
                            form->events[form->kept],
                            form->events[1 - form->kept],
                            form->reading,
                            read_cb,
                            g_object_ref (form->window));
}

static void
toggled_cb (GtkCheckButton *check, Form *form)
{
  if (!gtk_check_button_get_active (check))
    return;
  form->kept = (gpointer) check == form->checks[1];
  read_choice (form);
}

/* ---- rows ---- */

/* "Refusal · Taliban to Kabul · 22 August 2018 · 2 claims" */
static char *
describe_event (Form *form, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (get_study (form));
  guint row = entente_chronicle_find_row (chronicle, event), n;
  const char *title = entente_study_get_event_title (get_study (form), event);
  g_autofree char *described = title ? NULL : entente_chronicle_describe (chronicle, row);
  const EntenteKind *kind = entente_chronicle_get_kind (chronicle, row);
  EntenteSpan window = entente_chronicle_get_window (chronicle, row);
  g_autofree char *when = window.start == ENTENTE_TIME_MIN && window.end == ENTENTE_TIME_MAX
                            ? g_strdup (_ ("undated"))
                            : entente_span_format (window);
  g_autofree char *claims = NULL;

  entente_chronicle_get_voices (chronicle, row, &n);
  claims = g_strdup_printf (ngettext ("%u claim", "%u claims", n), n);
  return g_strdup_printf ("%s · %s · %s · %s",
                          title ? title : described,
                          entente_kind_get_label (kind),
                          when,
                          claims);
}

static GtkWidget *
create_check (Form *form, guint i)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *text = describe_event (form, form->events[i]);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (form->checks[0]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == 0);
  return check;
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
create_content (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), create_heading (_ ("This One Stays")));
  for (guint i = 0; i < 2; i++) {
    form->checks[i] = create_check (form, i);
    gtk_box_append (GTK_BOX (box), form->checks[i]);
  }
  gtk_box_append (GTK_BOX (box), create_heading (_ ("Of the Other One")));
  form->preview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), form->preview);
  return box;
}

/* ---- window ---- */

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  if (!form->merge)
    return;
  entente_session_select_event (form->session, form->events[form->kept]);
  entente_form_window_apply (window,
                             form->session,
                             entente_commands_merge_events (form->merge),
                             _ ("Events merged"));
}

/* Choosing is not typing: the window closes without a question. */
static gboolean
is_touched (GtkWidget *content)
{
  return FALSE;
}

static gboolean
has_event (EntenteSession *session, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));

  return entente_chronicle_find_row (chronicle, event) != ENTENTE_NO_INDEX;
}

void
entente_merge_form_present (GtkWidget *parent,
                            EntenteSession *session,
                            EntenteId kept,
                            EntenteId gone)
{
  Form *form;

  if (!has_event (session, kept) || !has_event (session, gone))
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->events[0] = kept;
  form->events[1] = gone;
  form->window =
    entente_form_window_new (parent, _ ("Merge Events"), _ ("Merge"), create_content (form));
  entente_form_window_set_touched_func (form->window, is_touched);
  g_object_set_data_full (G_OBJECT (form->window), FORM_DATA, form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  for (guint i = 0; i < 2; i++)
    g_signal_connect (form->checks[i], "toggled", G_CALLBACK (toggled_cb), form);
  read_choice (form);
  gtk_window_present (GTK_WINDOW (form->window));
}
