/* An entry for the other actor, and the choice between the two. Main thread. */
#include "config.h"

#include "entente-actor-entry.h"
#include "entente-actor-merge-form.h"
#include "entente-actor-merge.h"
#include "entente-form-window.h"
#include "entente-label.h"
#include "entente-merge-choice.h"
#include <glib/gi18n.h>

#define FORM_DATA "entente-form"
#define MIN_HEIGHT_PX 400 /* of what shows once the other is chosen */

typedef struct {
  EntenteSession *session;
  EntenteMergeChoice *choice;
  GtkWidget *entry;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  entente_merge_choice_close (form->choice);
  g_object_unref (form->session);
  g_free (form);
}

static EntenteChronicle *
get_chronicle (Form *form)
{
  return entente_study_get_chronicle (entente_session_get_study (form->session));
}

/* ---- actors ---- */

static gpointer
read_finish (GAsyncResult *result, GError **error)
{
  return entente_actor_merge_read_finish (result, error);
}

static GPtrArray *
describe (gconstpointer merge)
{
  return entente_actor_merge_describe (merge);
}

static EntenteStep *
create_step (gconstpointer merge)
{
  return entente_commands_merge_actors (merge);
}

static void
free_merge (gpointer merge)
{
  entente_actor_merge_free (merge);
}

static const EntenteMergeType actors = {
  .read_async = entente_actor_merge_read_async,
  .read_finish = read_finish,
  .describe = describe,
  .create_step = create_step,
  .free = free_merge,
};

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

/* ---- choosing ---- */

static void
choose (Form *form, guint index, EntenteId actor)
{
  g_autofree char *text = actor != ENTENTE_ID_NONE ? describe_actor (form, actor) : NULL;

  entente_merge_choice_set (form->choice, index, actor, text);
}

static void
chosen_cb (EntenteActorEntry *entry, gint64 actor, const char *name, Form *form)
{
  choose (form, 1, actor);
}

static void
edited_cb (EntenteActorEntry *entry, Form *form)
{
  choose (form, 1, entente_actor_entry_get_actor (entry));
}

/* ---- rows ---- */

static GtkWidget *
create_content (Form *form, EntenteId actor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *text = describe_actor (form, actor);

  gtk_widget_set_size_request (box, -1, MIN_HEIGHT_PX);
  gtk_box_append (GTK_BOX (box), entente_label_new (text, NULL));
  gtk_box_append (GTK_BOX (box), entente_label_new (_ ("Is the Same As"), "heading"));
  form->entry = entente_actor_entry_new ();
  entente_actor_entry_set_chronicle (ENTENTE_ACTOR_ENTRY (form->entry), get_chronicle (form));
  entente_actor_entry_set_keeps (ENTENTE_ACTOR_ENTRY (form->entry), TRUE);
  entente_actor_entry_set_placeholder (ENTENTE_ACTOR_ENTRY (form->entry),
                                       _ ("Actor, alias, spelling"));
  gtk_box_append (GTK_BOX (box), form->entry);
  gtk_box_append (GTK_BOX (box), entente_merge_choice_get_box (form->choice));
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
  EntenteStep *step = entente_merge_choice_create_step (form->choice);

  if (!step)
    return;
  follow_in_filter (form,
                    entente_merge_choice_get_kept (form->choice),
                    entente_merge_choice_get_gone (form->choice));
  entente_form_window_apply (window, form->session, step, _ ("Actors merged"));
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
  EntenteFormWindow *window;
  Form *form;

  if (entente_chronicle_find_actor (chronicle, actor) == ENTENTE_NO_INDEX)
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->choice = entente_merge_choice_new (session, &actors);
  choose (form, 0, actor);
  window =
    entente_form_window_new (parent, _ ("Merge Actors"), _ ("Merge"), create_content (form, actor));
  entente_form_window_set_touched_func (window, is_touched);
  g_object_set_data_full (G_OBJECT (window), FORM_DATA, form, free_form);
  entente_merge_choice_set_window (form->choice, window);
  g_signal_connect (window, "accept", G_CALLBACK (accept_cb), form);
  g_signal_connect (form->entry, "actor-chosen", G_CALLBACK (chosen_cb), form);
  g_signal_connect (form->entry, "edited", G_CALLBACK (edited_cb), form);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (form->entry);
}
