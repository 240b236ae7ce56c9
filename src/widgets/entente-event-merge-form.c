/* The choice between two events, in a window of its own. Main thread. */
#include "config.h"

#include "entente-event-merge-form.h"
#include "entente-event-merge.h"
#include "entente-form-window.h"
#include "entente-merge-choice.h"
#include <glib/gi18n.h>

#define FORM_DATA "entente-form"

typedef struct {
  EntenteSession *session;
  EntenteMergeChoice *choice;
} Form;

static void
free_form (gpointer data)
{
  Form *form = data;

  entente_merge_choice_close (form->choice);
  g_object_unref (form->session);
  g_free (form);
}

static EntenteStudy *
get_study (Form *form)
{
  return entente_session_get_study (form->session);
}

/* ---- events ---- */

static gpointer
read_finish (GAsyncResult *result, GError **error)
{
  return entente_event_merge_read_finish (result, error);
}

static GPtrArray *
describe (gconstpointer merge)
{
  return entente_event_merge_describe (merge);
}

static EntenteStep *
create_step (gconstpointer merge)
{
  return entente_commands_merge_events (merge);
}

static void
free_merge (gpointer merge)
{
  entente_event_merge_free (merge);
}

static const EntenteMergeType events = {
  .read_async = entente_event_merge_read_async,
  .read_finish = read_finish,
  .describe = describe,
  .create_step = create_step,
  .free = free_merge,
};

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

/* ---- window ---- */

static void
accept_cb (EntenteFormWindow *window, Form *form)
{
  EntenteStep *step = entente_merge_choice_create_step (form->choice);

  if (!step)
    return;
  entente_session_select_event (form->session, entente_merge_choice_get_kept (form->choice));
  entente_form_window_apply (window, form->session, step, _ ("Events merged"));
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
entente_event_merge_form_present (GtkWidget *parent,
                                  EntenteSession *session,
                                  EntenteId kept,
                                  EntenteId gone)
{
  const EntenteId ids[] = { kept, gone };
  EntenteFormWindow *window;
  Form *form;

  if (!has_event (session, kept) || !has_event (session, gone))
    return;
  form = g_new0 (Form, 1);
  form->session = g_object_ref (session);
  form->choice = entente_merge_choice_new (session, &events);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *text = describe_event (form, ids[i]);

    entente_merge_choice_set (form->choice, i, ids[i], text);
  }
  window = entente_form_window_new (parent,
                                    _ ("Merge Events"),
                                    _ ("Merge"),
                                    entente_merge_choice_get_box (form->choice));
  entente_form_window_set_touched_func (window, is_touched);
  g_object_set_data_full (G_OBJECT (window), FORM_DATA, form, free_form);
  g_signal_connect (window, "accept", G_CALLBACK (accept_cb), form);
  entente_merge_choice_set_window (form->choice, window);
  gtk_window_present (GTK_WINDOW (window));
}
