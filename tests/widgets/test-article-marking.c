/* Selected words as the date of an event, and as names of actors. */
#include "config.h"

#include "entente-article-text.h"
#include "entente-article-view.h"
#include "entente-commands.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

#define SHOW_MS 400

static const char text[] =
  "Ruritania invited Elbonia to talks last July. The Ruritanians met Elbonia on 3 May 2031. "
  "Nobody came to Mitrovar.\n";

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
  GtkTextView *text;
} Pane;

static EntenteChronicle *
get_chronicle (Pane *pane)
{
  return entente_study_get_chronicle (pane->sample->study);
}

static GtkTextBuffer *
get_buffer (Pane *pane)
{
  return gtk_text_view_get_buffer (pane->text);
}

static gboolean
has_words (Pane *pane, const char *words)
{
  GtkTextIter start, end;
  g_autofree char *all = NULL;

  gtk_text_buffer_get_bounds (get_buffer (pane), &start, &end);
  all = gtk_text_buffer_get_text (get_buffer (pane), &start, &end, TRUE);
  return strstr (all, words) != NULL;
}

static void
open_pane (Pane *pane)
{
  pane->sample = entente_sample_new ();
  pane->window = gtk_window_new ();
  pane->view = entente_article_view_new (pane->sample->session);
  entente_session_set_article (pane->sample->session,
                               entente_sample_add_text (pane->sample, "2031-10-01", text));
  gtk_window_set_default_size (GTK_WINDOW (pane->window), 920, 600);
  gtk_window_set_child (GTK_WINDOW (pane->window), pane->view);
  gtk_window_present (GTK_WINDOW (pane->window));
  pane->text = entente_probe_find (pane->view, ENTENTE_TYPE_ARTICLE_TEXT, 0);
  entente_probe_wait (has_words (pane, "Mitrovar"));
  entente_probe_linger (SHOW_MS);
}

static void
close_pane (Pane *pane)
{
  gpointer view = pane->view;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  gtk_window_destroy (GTK_WINDOW (pane->window));
  entente_probe_wait (view == NULL);
  entente_sample_free (pane->sample);
}

static void
mark (Pane *pane, const char *words, const char *action)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (get_buffer (pane), &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &start, &end, NULL));
  gtk_text_buffer_select_range (get_buffer (pane), &start, &end);
  gtk_widget_activate_action (GTK_WIDGET (pane->text), action, NULL);
}

static gboolean
is_dated (Pane *pane, EntenteId event, const char *wording, const char *edtf)
{
  g_autoptr (EntenteEventDetail) detail =
    entente_study_read_event (pane->sample->study, event, NULL);

  return detail->event->when && g_strcmp0 (detail->event->when->wording, wording) == 0 &&
         g_str_equal (detail->event->when->edtf, edtf);
}

static void
keep_cb (EntenteSession *session, const char *message, gint64 step, GString *said)
{
  g_string_assign (said, message);
}

/* Words and readings, as one step; words that are no date, and no event to date, are told. */
static void
test_date (void)
{
  Pane pane;
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (EntenteEventDetail) detail = NULL;
  EntenteId event;

  open_pane (&pane);
  g_signal_connect (pane.sample->session, "notify-user", G_CALLBACK (keep_cb), said);
  mark (&pane, "last July", "article.mark-date");
  g_assert_nonnull (strstr (said->str, "Select the event"));
  {
    g_autoptr (EntenteEvent) blank = entente_event_new ();
    EntenteStep *step;

    blank->record.id = entente_id_new ();
    g_free (blank->kind);
    blank->kind = g_strdup ("talks");
    blank->title = g_strdup ("Talks somewhere");
    step = entente_commands_add_event (blank, NULL, NULL, NULL);
    event = blank->record.id;
    entente_sample_apply (pane.sample, step);
  }
  entente_session_select_event (pane.sample->session, event);
  mark (&pane, "last July", "article.mark-date");
  entente_probe_wait (is_dated (&pane, event, "last July", "2031-07"));
  entente_probe_wait (strstr (said->str, "last July") != NULL);
  detail = entente_study_read_event (pane.sample->study, event, NULL);
  g_assert_cmpuint (detail->event->when->readings->len, ==, 2);
  mark (&pane, "Nobody came", "article.mark-date");
  entente_probe_wait (strstr (said->str, "No date") != NULL);
  g_assert_true (is_dated (&pane, event, "last July", "2031-07"));
  entente_change_set_unref (entente_study_undo (pane.sample->study, NULL));
  g_assert_false (is_dated (&pane, event, "last July", "2031-07"));
  close_pane (&pane);
}

static GtkWidget *
wait_popover (Pane *pane)
{
  GtkWidget *anchor = entente_article_text_get_anchor (ENTENTE_ARTICLE_TEXT (pane->text));
  GtkWidget *popover = NULL;

  entente_probe_wait ((popover = gtk_widget_get_first_child (anchor)) != NULL &&
                      gtk_widget_get_mapped (popover));
  entente_probe_linger (SHOW_MS);
  return popover;
}

static guint
count_names (Pane *pane, const char *name)
{
  g_autoptr (GArray) found = entente_chronicle_find_actors_by_name (get_chronicle (pane), name);

  return found->len;
}

/* One key makes the words another name of whom the article means, or whose name is like them; or a
 * new actor. */
static void
test_actor (void)
{
  Pane pane;
  GtkWidget *popover;
  EntenteId ruritania;
  guint n;

  open_pane (&pane);
  ruritania = entente_sample_add_actor (pane.sample, "Ruritania");
  mark (&pane, "Ruritanians", "article.mark-actor");
  popover = wait_popover (&pane);
  g_assert_true (entente_probe_says (popover, "Another name of Ruritania"));
  g_assert_true (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (pane.window))));
  g_signal_emit_by_name (entente_probe_find (popover, GTK_TYPE_BUTTON, 0), "clicked");
  entente_probe_wait (count_names (&pane, "Ruritanians") == 1);
  {
    g_autoptr (GArray) found =
      entente_chronicle_find_actors_by_name (get_chronicle (&pane), "Ruritanians");
    guint32 index = g_array_index (found, guint32, 0);

    g_assert_cmpint (entente_chronicle_get_actor (get_chronicle (&pane), index)->record.id,
                     ==,
                     ruritania);
  }
  entente_probe_linger (SHOW_MS);
  mark (&pane, "Ruritanians", "article.mark-actor");
  popover = wait_popover (&pane);
  g_assert_true (entente_probe_says (popover, "is a name of Ruritania already"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  entente_probe_linger (SHOW_MS);
  n = entente_chronicle_get_n_actors (get_chronicle (&pane));
  mark (&pane, "Mitrovar", "article.mark-actor");
  popover = wait_popover (&pane);
  g_assert_true (entente_probe_says (popover, "New actor: Mitrovar"));
  g_signal_emit_by_name (entente_probe_find (popover, GTK_TYPE_BUTTON, 0), "clicked");
  entente_probe_wait (entente_chronicle_get_n_actors (get_chronicle (&pane)) == n + 1);
  entente_probe_linger (SHOW_MS);
  close_pane (&pane);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-marking/date", test_date);
  g_test_add_func ("/article-marking/actor", test_actor);
  return g_test_run ();
}
