/* An entry for the other actor, two check boxes for the one that stays, and sentences that follow them. What would happen is
 * read anew for each choice, on the store's worker. Main thread.
 */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-actor-merge-form.h"
#include "entente-actor-merge.h"
#include "entente-form-window.h"
#include <glib/gi18n.h>

#define FORM_DATA "entente-form"
#define MIN_HEIGHT_PX 400 /* of what shows once the other is chosen */

typedef struct {
  EntenteSession *session;
  EntenteFormWindow *window;
  GCancellable *reading; /* of what is read now */
  EntenteId actors[2]; /* the second is none until it is chosen */
  guint kept; /* index of the actor that stays */
  EntenteActorMerge *merge; /* of this choice, or NULL while it is read */
  GtkWidget *entry;
  GtkWidget *choice; /* hidden until both are known */
  GtkWidget *checks[2];
  GtkWidget *preview;
} Form;

static void
stop_reading (Form *form)
{
  g_cancellable_cancel (form->reading);
  g_clear_object (&form->reading);
  g_clear_pointer (&form->merge, entente_actor_merge_free);
}

static void
free_form (gpointer data)
{
  Form *form = data;

  stop_reading (form);
  g_object_unref (form->session);
  g_free (form);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (entente_session_get_study (form->session));
}

/* ---- preview ---- */

static GtkWidget *
create_sentence (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
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
  g_autoptr (GPtrArray) sentences = entente_actor_merge_describe (form->merge);

  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (GTK_BOX (form->preview), create_sentence (sentences->pdata[i]));
  entente_form_window_set_can_accept (form->window, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (EntenteFormWindow) window = data;
  g_autoptr (GError) error = NULL;
  EntenteActorMerge *merge = entente_actor_merge_read_finish (result, &error);
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
  entente_form_window_set_error (form->window, NULL);
  form->reading = g_cancellable_new ();
  entente_actor_merge_read_async (entente_session_get_study (form->session),
                                  form->actors[form->kept],
                                  form->actors[1 - form->kept],
                                  form->reading,
                                  read_cb,
                                  g_object_ref (form->window));
}

/* ---- choosing ---- */

/* "Taliban · armed movement · 214 events" */
static char *
describe_actor (Form *form, EntenteId id)
{
  EntenteChronicle *chronicle = get_chronicle (form);
  guint32 index = entente_chronicle_find_actor (chronicle, id);
  const EntenteActor *actor = entente_chronicle_get_actor (chronicle, index);
  guint n = entente_chronicle_get_actor_count (chronicle, index, FALSE);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n), n);

  return g_strdup_printf ("%s · %s · %s",
                          actor->name,
                          entente_enum_label (ENTENTE_ENUM_ACTOR_KIND, actor->kind),
                          events);
}

static void
name_check (Form *form, guint i)
{
  g_autofree char *text = describe_actor (form, form->actors[i]);

  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (form->checks[i]))),
                      text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->checks[i]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text,
                                  -1);
}

static void
toggled_cb (GtkCheckButton *check, Form *form)
{
  if (!gtk_check_button_get_active (check) || form->actors[1] == ENTENTE_ID_NONE)
    return;
  form->kept = (gpointer) check == form->checks[1];
  read_choice (form);
}

static void
choose_other (Form *form, EntenteId other)
{
  if (other == form->actors[1])
    return;
  stop_reading (form);
  clear_preview (form);
  form->actors[1] = other;
  gtk_widget_set_visible (form->choice, other != ENTENTE_ID_NONE);
  entente_form_window_set_can_accept (form->window, FALSE);
  if (other == ENTENTE_ID_NONE)
    return;
  name_check (form, 1);
  read_choice (form);
}

static void
chosen_cb (EntenteActorEntry *entry, gint64 actor, const char *name, Form *form)
{
  choose_other (form, actor);
}

static void
edited_cb (EntenteActorEntry *entry, Form *form)
{
  choose_other (form, entente_actor_entry_get_actor (entry));
}

/* ---- rows ---- */

static GtkWidget *
create_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
create_check (Form *form, guint i)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), create_sentence (NULL));
  if (i > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (form->checks[0]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == 0);
  return check;
}

static GtkWidget *
create_choice (Form *form)
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
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
create_content (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *text = describe_actor (form, form->actors[0]);

  gtk_widget_set_size_request (box, -1, MIN_HEIGHT_PX);
  gtk_box_append (GTK_BOX (box), create_sentence (text));
  gtk_box_append (GTK_BOX (box), create_heading (_ ("Is the Same As")));
  form->entry = entente_actor_entry_new ();
  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (form->entry), get_chronicle (form));
  entente_actor_entry_set_keeps (ENTENTE_ACTOR_ENTRY (form->entry), TRUE);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (form->entry),
                                       _ ("Actor, alias, spelling"));
  gtk_box_append (GTK_BOX (box), form->entry);
  form->choice = create_choice (form);
  gtk_box_append (GTK_BOX (box), form->choice);
  return box;
}

/* ---- window ---- */

/* What is filtered by the one that goes is filtered by the other. */
static void
follow_in_filter (Form *form, EntenteId kept, EntenteId gone)
{
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (form->session));
  GArray **lists[] = { &query->actors, &query->by, &query->to, &query->outlets, &query->speakers };
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    if (!entente_query_has_id (*lists[i], gone))
      continue;
    entente_query_toggle_id (lists[i], gone, FALSE);
    entente_query_toggle_id (lists[i], kept, TRUE);
    changed = TRUE;
  }
  if (changed)
    entente_session_set_query (form->session, query);
}

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  if (!form->merge)
    return;
  follow_in_filter (form, form->actors[form->kept], form->actors[1 - form->kept]);
  entente_form_window_apply (window,
                             form->session,
                             entente_commands_merge_actors (form->merge),
                             _ ("Actors merged"));
}

/* Choosing is not typing: the window closes without a question. */
static gboolean
is_touched (GtkWidget *content)
{
  return FALSE;
}

void
entente_actor_merge_form_present (GtkWidget *parent, EntenteSession *session, EntenteId actor)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (entente_session_get_study (session));
  Form *form;

  if (entente_chronicle_find_actor (chronicle, actor) == ENTENTE_NO_INDEX)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->actors[0] = actor;
  form->window =
    entente_form_window_new (parent, _ ("Merge Actors"), _ ("Merge"), create_content (form));
  name_check (form, 0);
  entente_form_window_set_touched_func (form->window, is_touched);
  entente_form_window_set_can_accept (form->window, FALSE);
  g_object_set_data_full (G_OBJECT (form->window), FORM_DATA, form, free_form);
  g_signal_connect (form->window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect (form->entry, "actor-chosen", G_CALLBACK (chosen_cb), form);
  g_signal_connect (form->entry, "edited", G_CALLBACK (edited_cb), form);
  for (guint i = 0; i < 2; i++)
    g_signal_connect (form->checks[i], "toggled", G_CALLBACK (toggled_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
  gtk_widget_grab_focus (form->entry);
}
