/* The inspector: what it says of nothing, of one event, of several; and its own edits. */
#include "config.h"

#include "entente-inspector.h"
#include "entente-order-words.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  GtkWidget *inspector;
} Pane;

static void
open_pane (Pane *pane)
{
  pane->sample = entente_sample_new ();
  pane->window = gtk_window_new ();
  pane->inspector = entente_inspector_new (pane->sample->session);
  gtk_window_set_default_size (GTK_WINDOW (pane->window), 372, 800);
  gtk_window_set_child (GTK_WINDOW (pane->window), pane->inspector);
  gtk_window_present (GTK_WINDOW (pane->window));
}

static void
close_pane (Pane *pane)
{
  gpointer inspector = pane->inspector;

  g_object_add_weak_pointer (G_OBJECT (inspector), &inspector);
  gtk_window_destroy (GTK_WINDOW (pane->window));
  entente_probe_wait (inspector == NULL);
  entente_sample_free (pane->sample);
}

static EntenteChronicle *
get_chronicle (Pane *pane)
{
  return entente_study_get_chronicle (pane->sample->study);
}

static EntenteEventDetail *
get_detail (Pane *pane)
{
  return entente_session_get_detail (pane->sample->session);
}

static gboolean
shows (Pane *pane, EntenteId event)
{
  return get_detail (pane) && get_detail (pane)->event->record.id == event &&
         entente_probe_says (pane->inspector, get_detail (pane)->event->title);
}

static void
test_empty (void)
{
  GtkWidget *inspector = g_object_ref_sink (entente_inspector_new (NULL));
  Pane pane;

  g_assert_true (entente_probe_says (inspector, "Nothing Selected"));
  g_assert_finalize_object (inspector);
  open_pane (&pane);
  entente_probe_wait (entente_probe_says (pane.inspector, "Nothing Selected"));
  close_pane (&pane);
}

/* Every event of the sample: its title, its date in words, its actors. */
static void
test_events (void)
{
  Pane pane;
  guint n;

  open_pane (&pane);
  n = entente_chronicle_get_n_rows (get_chronicle (&pane));
  for (guint row = 0; row < n; row++) {
    EntenteId id = entente_chronicle_get_id (get_chronicle (&pane), row);
    g_autoptr (EntenteDate) date = NULL;
    g_autofree char *when = NULL;

    entente_session_select_event (pane.sample->session, id);
    entente_probe_wait (shows (&pane, id));
    date = entente_order_bound_date (get_chronicle (&pane), get_detail (&pane), FALSE);
    when = entente_date_format (date);
    g_assert_true (entente_probe_says (pane.inspector, when));
    for (guint i = 0; i < get_detail (&pane)->participations->len; i++) {
      const EntenteParticipation *part = get_detail (&pane)->participations->pdata[i];
      guint32 actor = entente_chronicle_find_actor (get_chronicle (&pane), part->actor);

      g_assert_true (
        entente_probe_says (pane.inspector,
                            entente_chronicle_get_actor (get_chronicle (&pane), actor)->name));
    }
  }
  close_pane (&pane);
}

static void
test_several (void)
{
  Pane pane;
  EntenteId ids[3];

  open_pane (&pane);
  for (guint i = 0; i < 3; i++)
    ids[i] = entente_chronicle_get_id (get_chronicle (&pane), i);
  entente_session_select_events (pane.sample->session, ids, 3);
  entente_probe_wait (entente_probe_says (pane.inspector, "3 Events Selected"));
  gtk_widget_activate_action (pane.inspector, "inspector.delete", NULL);
  entente_probe_wait (entente_chronicle_find_row (get_chronicle (&pane), ids[0]) ==
                      ENTENTE_NO_INDEX);
  entente_probe_wait (entente_probe_says (pane.inspector, "Nothing Selected"));
  entente_study_undo (pane.sample->study, NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (entente_chronicle_find_row (get_chronicle (&pane), ids[i]),
                      !=,
                      ENTENTE_NO_INDEX);
  close_pane (&pane);
}

static void
test_flags (void)
{
  Pane pane;
  EntenteId id;
  gboolean pinned;

  open_pane (&pane);
  id = entente_chronicle_get_id (get_chronicle (&pane), 5);
  entente_session_select_event (pane.sample->session, id);
  entente_probe_wait (shows (&pane, id));
  pinned = get_detail (&pane)->event->pinned;
  gtk_widget_activate_action (pane.inspector, "inspector.pin", NULL);
  entente_probe_wait (get_detail (&pane) && get_detail (&pane)->event->pinned != pinned);
  entente_probe_wait (entente_probe_says (pane.inspector, "pinned") == !pinned);
  close_pane (&pane);
}

/* The sample says when the Taliban accepted by two orders alone; without them nothing is known. */
static void
test_orders (void)
{
  Pane pane;
  EntenteId id = entente_id_from_key ("taliban-accept");
  GtkWidget *button;

  open_pane (&pane);
  entente_session_select_event (pane.sample->session, id);
  entente_probe_wait (shows (&pane, id));
  g_assert_true (entente_probe_says (pane.inspector, "undated, 21–27 August 2018"));
  g_assert_true (
    entente_probe_says (pane.inspector, "after “Moscow meeting set for 4 September” (inferred)"));
  /* The first row of the first list: that of orders. */
  button = entente_probe_find_class (pane.inspector, "row-buttons");
  g_signal_emit_by_name (button, "clicked");
  entente_probe_wait (get_detail (&pane) && get_detail (&pane)->orders->len == 1);
  entente_probe_wait (entente_probe_says (pane.inspector, "undated, by 27 August 2018"));
  entente_change_set_unref (entente_study_undo (pane.sample->study, NULL));
  entente_probe_wait (entente_probe_says (pane.inspector, "undated, 21–27 August 2018"));
  close_pane (&pane);
}

/* Words from a study are shown letter by letter. */
static void
test_markup (void)
{
  static const char title[] = "<b>Talks</b> & \"<span>\" %s";
  Pane pane;
  EntenteId id;
  g_autoptr (EntenteEvent) event = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteStep) step = NULL;
  g_autoptr (EntenteChangeSet) changes = NULL;

  open_pane (&pane);
  id = entente_chronicle_get_id (get_chronicle (&pane), 3);
  entente_session_select_event (pane.sample->session, id);
  entente_probe_wait (shows (&pane, id));
  event = entente_event_copy (get_detail (&pane)->event);
  g_free (event->title);
  event->title = g_strdup (title);
  g_free (event->judgement_reason);
  event->judgement_reason = g_strdup ("because <i> & co");
  step = entente_step_new ("Change");
  entente_step_update (step, event);
  changes = entente_study_apply (pane.sample->study, step, &error);
  g_assert_no_error (error);
  entente_probe_wait (entente_probe_says (pane.inspector, title));
  g_assert_true (entente_probe_says (pane.inspector, "because <i> & co"));
  close_pane (&pane);
}

/* Several claims are set side by side; one alone is not. */
static void
test_compare (void)
{
  Pane pane;
  gboolean has_one = FALSE, has_many = FALSE;

  open_pane (&pane);
  for (guint row = 0; row < entente_chronicle_get_n_rows (get_chronicle (&pane)); row++) {
    EntenteId id = entente_chronicle_get_id (get_chronicle (&pane), row);
    guint n;

    entente_chronicle_get_voices (get_chronicle (&pane), row, &n);
    entente_session_select_event (pane.sample->session, id);
    entente_probe_wait (shows (&pane, id));
    if (n > 1)
      g_assert_true (entente_probe_says (pane.inspector, "Side by Side"));
    has_one |= n == 1 && !entente_probe_says (pane.inspector, "Side by Side");
    has_many |= n > 1;
  }
  g_assert_true (has_one && has_many);
  close_pane (&pane);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/inspector/empty", test_empty);
  g_test_add_func ("/inspector/events", test_events);
  g_test_add_func ("/inspector/compare", test_compare);
  g_test_add_func ("/inspector/several", test_several);
  g_test_add_func ("/inspector/flags", test_flags);
  g_test_add_func ("/inspector/orders", test_orders);
  g_test_add_func ("/inspector/markup", test_markup);
  return g_test_run ();
}
