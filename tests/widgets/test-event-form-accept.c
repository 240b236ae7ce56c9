/* Accepting the form of an event: what was accepted while the article is read is added when it was,
 * unless a person thought better of it meanwhile; what is refused leaves nothing behind. */
#include "config.h"

#include "entente-event-form.h"
#include "entente-form-window.h"
#include "entente-kind-field.h"
#include "entente-sample-fixture.h"
#include "entente-suggestion-list.h"
#include "entente-widget-probe.h"
#include <string.h>

/* Until a popover is really there, or gone. */
#define SHOW_MS 400

#define WORDS "Ruritania invited Elbonia to talks in Strelsau on 3 May 2031"

typedef struct {
  EntenteSample *sample;
  EntenteId article;
  EntentePassage *passage;
  GtkWidget *window, *parent;
  GtkWidget *popover; /* weak */
  guint n_before; /* events */
  GMutex *unread; /* while it is locked nothing is read */
} Case;

static guint
count_events (const Case *c)
{
  return entente_chronicle_get_n_rows (entente_study_get_chronicle (c->sample->study));
}

/* In the thread of the store. */
static gpointer
wait_there (EntenteStore *store, gpointer unread, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (unread);
  g_mutex_unlock (unread);
  return GINT_TO_POINTER (TRUE);
}

static void
set_up (Case *c)
{
  static const char text[] = WORDS ". Elbonia accepted the invitation on 2 June 2031.\n";
  EntenteSample *sample = entente_sample_new ();
  EntenteId article = entente_sample_add_text (sample, "2031-08-01", text);
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (sample->study, article, NULL);

  *c = (Case){ sample,
               article,
               entente_passage_new_from_text (detail->revision->record.id, text, 0, strlen (WORDS)),
               gtk_window_new (),
               gtk_button_new (),
               NULL,
               0,
               g_new0 (GMutex, 1) };
  c->n_before = count_events (c);
  gtk_window_set_default_size (GTK_WINDOW (c->window), 700, 700);
  gtk_widget_set_valign (c->parent, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (c->window), c->parent);
  gtk_window_present (GTK_WINDOW (c->window));
  g_mutex_lock (c->unread);
  entente_store_run_async (entente_study_get_store (sample->study),
                           wait_there,
                           c->unread,
                           NULL,
                           NULL,
                           NULL,
                           NULL,
                           NULL);
  entente_session_set_article (sample->session, article);
  entente_probe_wait (gtk_widget_get_width (c->window) > 0);
}

static void
tear_down (Case *c)
{
  EntenteSuggestionList *list = entente_session_get_suggestions (c->sample->session);

  entente_probe_wait (!entente_suggestion_list_is_reading (list));
  gtk_window_destroy (GTK_WINDOW (c->window));
  entente_probe_linger (SHOW_MS);
  /* The toolkit may keep a popover in which something had the keyboard. */
  if (c->popover) {
    g_assert_null (gtk_widget_get_parent (c->popover));
    g_object_unref (c->popover);
  }
  entente_passage_unref (c->passage);
  g_free (c->unread);
  entente_sample_free (c->sample);
}

/* The form, whose words are not read yet. The toolkit lets go of a popover only when it really was
 * on the screen. */
static EntenteEventForm *
present (Case *c)
{
  GdkRectangle at = { 10, 10, 40, 12 };

  entente_event_form_present_at (c->parent, &at, c->sample->session, c->article, c->passage);
  entente_probe_linger (SHOW_MS);
  g_set_weak_pointer (&c->popover, entente_probe_find (c->parent, GTK_TYPE_POPOVER, 0));
  return entente_probe_find (c->parent, ENTENTE_TYPE_EVENT_FORM, 0);
}

/* As the toolkit does. */
static void
press_escape (GtkWidget *popover)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (popover);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                      j < g_list_model_get_n_items (G_LIST_MODEL (controller));
         j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
      g_autofree char *keys = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (strcmp (keys, "Escape") == 0) {
        gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, popover, NULL);
        return;
      }
    }
  }
  g_assert_not_reached ();
}

/* The article is read, and whatever is to be added then is added. */
static void
read_article (Case *c)
{
  EntenteSuggestionList *list = entente_session_get_suggestions (c->sample->session);

  g_mutex_unlock (c->unread);
  entente_probe_linger (SHOW_MS);
  entente_probe_wait (!entente_suggestion_list_is_reading (list));
  entente_probe_linger (SHOW_MS);
}

static void
count_cb (EntenteSession *session, const char *text, gint64 step, guint *n)
{
  *n += strstr (text, "was not added") != NULL;
}

/* Enter, then Escape, before the article is read. */
static void
test_escape (gconstpointer data)
{
  gboolean is_touched = GPOINTER_TO_INT (data);
  Case c;
  EntenteEventForm *form;
  guint n_told = 0;

  set_up (&c);
  g_signal_connect (c.sample->session, "notify-user", G_CALLBACK (count_cb), &n_told);
  form = present (&c);
  if (is_touched)
    gtk_editable_set_text (
      GTK_EDITABLE (entente_probe_find_entry (GTK_WIDGET (form), "Who did what to whom")),
      "Typed by hand");
  g_assert_false (entente_event_form_is_read (form));
  entente_event_form_accept (form);
  press_escape (c.popover);
  g_assert_cmpuint (n_told, ==, is_touched ? 1 : 0);
  read_article (&c);
  g_assert_cmpuint (count_events (&c), ==, c.n_before);
  tear_down (&c);
}

/* Closed by a click beside it, the form says that nothing was added. */
static void
test_closed (void)
{
  Case c;
  guint n_told = 0;

  set_up (&c);
  g_signal_connect (c.sample->session, "notify-user", G_CALLBACK (count_cb), &n_told);
  entente_event_form_accept (present (&c));
  gtk_popover_popdown (GTK_POPOVER (c.popover));
  g_assert_cmpuint (n_told, ==, 1);
  read_article (&c);
  g_assert_cmpuint (count_events (&c), ==, c.n_before);
  tear_down (&c);
}

/* Who goes on filling in wants to press Enter once more. */
static void
test_changed (void)
{
  Case c;
  EntenteEventForm *form;

  set_up (&c);
  form = present (&c);
  entente_event_form_accept (form);
  g_assert_true (entente_probe_says (GTK_WIDGET (form), "then the event is added"));
  g_assert_true (entente_kind_field_choose_number (
    entente_probe_find (GTK_WIDGET (form), ENTENTE_TYPE_KIND_FIELD, 0),
    1));
  g_assert_false (entente_probe_says (GTK_WIDGET (form), "then the event is added"));
  read_article (&c);
  g_assert_true (entente_event_form_is_read (form));
  g_assert_cmpuint (count_events (&c), ==, c.n_before);
  entente_event_form_accept (form);
  entente_probe_wait (count_events (&c) == c.n_before + 1);
  tear_down (&c);
}

static void
done_cb (EntenteEventForm *form, gboolean applied, guint *n)
{
  (*n)++;
}

/* Shift+Enter that was refused does not make the next Enter open the event. */
static void
test_refused_edit (void)
{
  Case c;
  EntenteEventForm *form;
  GtkEditable *who;
  guint n_done = 0;

  set_up (&c);
  form = present (&c);
  g_signal_connect (form, "done", G_CALLBACK (done_cb), &n_done);
  read_article (&c);
  g_assert_true (entente_event_form_is_read (form));
  who =
    GTK_EDITABLE (entente_probe_find_entry (GTK_WIDGET (form), "Add an actor by name or alias"));
  gtk_editable_set_text (who, "Council of the Harbour");
  entente_event_form_accept_and_edit (form);
  g_assert_true (entente_probe_says (GTK_WIDGET (form), "“Council of the Harbour” is no actor"));
  gtk_editable_set_text (who, "");
  entente_event_form_accept (form);
  entente_probe_wait (n_done == 1);
  g_assert_cmpuint (count_events (&c), ==, c.n_before + 1);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  tear_down (&c);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/event-form-accept/escape", GINT_TO_POINTER (FALSE), test_escape);
  g_test_add_data_func ("/event-form-accept/escape-touched", GINT_TO_POINTER (TRUE), test_escape);
  g_test_add_func ("/event-form-accept/closed", test_closed);
  g_test_add_func ("/event-form-accept/changed", test_changed);
  g_test_add_func ("/event-form-accept/refused-edit", test_refused_edit);
  return g_test_run ();
}
