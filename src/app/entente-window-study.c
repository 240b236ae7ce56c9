/* What a window shows of the study itself: title, counts, names of undo and redo, long jobs,
 * toasts.
 *
 * Connected when a study comes, disconnected when it goes. Main thread.
 */
#include "config.h"

#include "entente-intake.h"
#include "entente-opener.h"
#include "entente-preferences.h"
#include "entente-study-place.h"
#include "entente-toplevel.h"
#include "entente-window-private.h"
#include <glib/gi18n.h>

#define DAY_WATCH_S 60

static void
update_title (EntenteWindow *self)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);
  guint n_articles = entente_chronicle_get_n_articles (chronicle);
  guint n_events = entente_chronicle_get_n_rows (chronicle);
  guint n_actors = entente_chronicle_get_n_actors (chronicle);
  g_autofree char *articles =
    g_strdup_printf (ngettext ("%'u article", "%'u articles", n_articles), n_articles);
  g_autofree char *events =
    g_strdup_printf (ngettext ("%'u event", "%'u events", n_events), n_events);
  g_autofree char *actors =
    g_strdup_printf (ngettext ("%'u actor", "%'u actors", n_actors), n_actors);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", articles, events, actors);
  const char *title = entente_study_get_title (self->study);

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Where nothing is to be read, but moves are to be seen, they have the window. */
static void
update_layout (EntenteWindow *self)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);

  g_object_set (self->layout,
                "has-article",
                entente_chronicle_get_n_articles (chronicle) > 0 ||
                  entente_chronicle_get_n_rows (chronicle) == 0,
                NULL);
}

static void
set_tooltip (GtkWidget *button, const char *tooltip)
{
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tooltip,
                                  -1);
}

/* Undo and redo name their step. */
static void
update_history (EntenteWindow *self)
{
  const char *undo = entente_study_get_undo_label (self->study);
  const char *redo = entente_study_get_redo_label (self->study);
  g_autofree char *undo_tooltip = g_strdup_printf (_ ("Undo %s (Ctrl+Z)"), undo ? undo : "");
  g_autofree char *redo_tooltip = g_strdup_printf (_ ("Redo %s (Shift+Ctrl+Z)"), redo ? redo : "");

  set_tooltip (self->undo_button, undo ? undo_tooltip : _ ("Undo (Ctrl+Z)"));
  set_tooltip (self->redo_button, redo ? redo_tooltip : _ ("Redo (Shift+Ctrl+Z)"));
  gtk_widget_set_visible (self->redo_button, entente_study_can_redo (self->study));
  entente_window_update_actions (self);
}

/* What is edited during an import does not show yet. */
static char *
describe_job (const char *label, guint n_waiting)
{
  g_autofree char *changes = NULL;

  if (n_waiting == 0)
    return g_strdup (label);
  changes = g_strdup_printf (
    ngettext ("%u change waits for the import", "%u changes wait for the import", n_waiting),
    n_waiting);
  return g_strdup_printf ("%s · %s", label, changes);
}

static void
update_job (EntenteWindow *self)
{
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;
  double fraction;
  guint n_waiting;

  g_object_get (self->study,
                "busy-label",
                &label,
                "busy-fraction",
                &fraction,
                "n-waiting",
                &n_waiting,
                NULL);
  gtk_revealer_set_reveal_child (self->job_bar, label != NULL);
  if (!label)
    return;
  description = describe_job (label, n_waiting);
  gtk_label_set_text (self->job_label, description);
  if (fraction < 0)
    gtk_progress_bar_pulse (self->job_progress);
  else
    gtk_progress_bar_set_fraction (self->job_progress, fraction);
}

/* The first edit that has to wait is told in passing too, for whoever edits looks elsewhere. */
static void
update_waiting (EntenteWindow *self)
{
  guint n_waiting;

  g_object_get (self->study, "n-waiting", &n_waiting, NULL);
  if (n_waiting > self->n_waiting && self->n_waiting == 0)
    entente_window_toast (self, _ ("Waits for the import"), 0);
  self->n_waiting = n_waiting;
  update_job (self);
}

/* An article shows as soon as there is one. */
static void
choose_article (EntenteWindow *self)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (self->study);

  if (entente_session_get_article (self->session) == ENTENTE_ID_NONE &&
      entente_chronicle_get_n_articles (chronicle) > 0)
    entente_session_set_article (self->session,
                                 entente_chronicle_get_article (chronicle, 0)->record.id);
}

static void
study_notify_cb (EntenteStudy *study, GParamSpec *pspec, EntenteWindow *self)
{
  const char *name = pspec->name;

  if (g_str_equal (name, "title") || g_str_equal (name, "chronicle"))
    update_title (self);
  else if (g_str_has_prefix (name, "busy-"))
    update_job (self);
  else if (g_str_equal (name, "n-waiting"))
    update_waiting (self);
  else
    update_history (self);
}

/* ---- toasts ---- */

static gint64
get_toast_step (AdwToast *toast)
{
  return g_variant_get_int64 (adw_toast_get_action_target_value (toast));
}

/* A toast undoes its own step or none: the button goes as soon as another one is the latest. Of a
 * step that was undone it says so. */
static void
update_toasts (EntenteWindow *self)
{
  gint64 next = self->study ? entente_study_get_undo_step (self->study) : 0;

  for (guint i = self->undo_toasts->len; i > 0; i--) {
    AdwToast *toast = self->undo_toasts->pdata[i - 1];

    if (get_toast_step (toast) == next)
      continue;
    adw_toast_set_button_label (toast, NULL);
    if (next < get_toast_step (toast))
      adw_toast_set_title (toast, _ ("Undone"));
    g_ptr_array_remove_index (self->undo_toasts, i - 1);
  }
}

static void
dismissed_cb (EntenteWindow *self, AdwToast *toast)
{
  if (self->done_toast == toast)
    g_clear_weak_pointer (&self->done_toast);
  if (self->undo_toasts)
    g_ptr_array_remove (self->undo_toasts, toast);
}

static void
add_undo_button (EntenteWindow *self, AdwToast *toast, gint64 step)
{
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo-step");
  adw_toast_set_action_target (toast, "x", step);
  if (!g_ptr_array_find (self->undo_toasts, toast, NULL))
    g_ptr_array_add (self->undo_toasts, g_object_ref (toast));
}

/* What was done before is no news any more: thirty steps are no queue of thirty toasts. The one
 * that still shows says what was done last; to dismiss it for another, while it may be going
 * already, is more than the toolkit bears. */
static AdwToast *
ensure_done_toast (EntenteWindow *self, const char *title)
{
  AdwToast *toast = self->done_toast;

  if (toast) {
    adw_toast_set_title (toast, title);
    return toast;
  }
  toast = adw_toast_new (title);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->done_toast, toast);
  return toast;
}

void
entente_window_toast (EntenteWindow *self, const char *message, gint64 step)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  gboolean is_shown = step != 0 && self->done_toast;
  AdwToast *toast;

  if (!entente_toplevel_is_open (GTK_WIDGET (self)))
    return;
  toast = step != 0 ? ensure_done_toast (self, escaped) : adw_toast_new (escaped);
  if (step != 0)
    add_undo_button (self, toast, step);
  update_toasts (self);
  if (!is_shown)
    adw_toast_overlay_add_toast (self->toasts, toast);
}

void
entente_window_toast_claim (EntenteWindow *self, GVariant *claim)
{
  AdwToast *toast = adw_toast_new (_ ("Claim added"));

  adw_toast_set_button_label (toast, _ ("Edit"));
  adw_toast_set_action_name (toast, "win.edit-claim");
  adw_toast_set_action_target_value (toast, claim);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- following ---- */

static void
changed_cb (EntenteStudy *study, EntenteChangeSet *changes, EntenteWindow *self)
{
  update_title (self);
  update_toasts (self);
  update_layout (self);
  choose_article (self);
  if (changes->step != 0)
    entente_coder_bar_offer (self->coder_bar);
}

/* Told once; the study goes on trying. */
static void
read_failed_cb (EntenteStudy *study, const char *sentence, EntenteWindow *self)
{
  g_autofree char *message =
    g_strdup_printf (_ ("The study cannot be read at present: %s"), sentence);

  entente_window_toast (self, message, 0);
}

static void
notify_user_cb (EntenteSession *session, const char *message, gint64 step, EntenteWindow *self)
{
  entente_window_toast (self, message, step);
}

/* Clearing the filter elsewhere empties the entry of words too. */
static void
query_cb (EntenteSession *session, GParamSpec *pspec, EntenteWindow *self)
{
  const char *words = entente_session_get_query (session)->words;
  GtkEditable *entry = GTK_EDITABLE (self->search_entry);

  if (g_strcmp0 (words ? words : "", gtk_editable_get_text (entry)) != 0 && !words)
    gtk_editable_set_text (entry, "");
}

static void
selection_cb (EntenteSession *session, GParamSpec *pspec, EntenteWindow *self)
{
  entente_window_update_actions (self);
}

/* Steps from now on bear the name. */
static void
coder_name_cb (EntenteWindow *self)
{
  g_autofree char *coder = entente_preferences_dup_coder ();

  entente_study_set_coder (self->study, coder);
}

static int
get_day (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_day_of_month (now);
}

/* A window may stay open for days; what is planned for yesterday has had no word since. */
static gboolean
day_cb (gpointer data)
{
  EntenteWindow *self = data;
  int day = get_day ();

  if (day != self->day)
    entente_study_reload (self->study);
  self->day = day;
  return G_SOURCE_CONTINUE;
}

/* Read-only for as long as it is open; where it is, once. */
static void
tell_place (EntenteWindow *self, EntenteStudy *study)
{
  const char *why = entente_study_get_why_read_only (study);
  const char *advice = entente_study_get_place_advice (study);

  gtk_label_set_text (self->read_only_label, why != NULL ? why : "");
  gtk_widget_set_visible (self->read_only_bar, why != NULL);
  if (why == NULL && advice != NULL)
    entente_window_toast (self, advice, 0);
}

void
entente_window_take_session (EntenteWindow *self, EntenteStudy *study)
{
  entente_study_keep_backups (study);
  self->day = get_day ();
  self->day_watch = g_timeout_add_seconds (DAY_WATCH_S, day_cb, self);
  self->study = g_object_ref (study);
  self->session = entente_session_new (study);
  coder_name_cb (self);
  g_signal_connect_swapped (self->settings,
                            "changed::coder-name",
                            G_CALLBACK (coder_name_cb),
                            self);
  g_signal_connect (study, "notify", G_CALLBACK (study_notify_cb), self);
  g_signal_connect (study, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (study, "read-failed", G_CALLBACK (read_failed_cb), self);
  g_signal_connect (self->session, "notify-user", G_CALLBACK (notify_user_cb), self);
  g_signal_connect (self->session, "notify::query", G_CALLBACK (query_cb), self);
  g_signal_connect (self->session, "notify::selection", G_CALLBACK (selection_cb), self);
  tell_place (self, study);
  update_title (self);
  update_history (self);
  update_job (self);
  update_layout (self);
  choose_article (self);
  entente_intake_read_waiting (self);
}

void
entente_window_drop_session (EntenteWindow *self)
{
  entente_toplevel_destroy_above (GTK_WINDOW (self));
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->study, self);
  g_signal_handlers_disconnect_by_func (self->settings, coder_name_cb, self);
  g_clear_handle_id (&self->day_watch, g_source_remove);
  if (self->job)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->job);
  entente_intake_forget_waiting (self);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Entente"));
  g_clear_object (&self->session);
  entente_study_close (self->study);
  g_clear_object (&self->study);
  self->n_waiting = 0;
  update_toasts (self);
}
