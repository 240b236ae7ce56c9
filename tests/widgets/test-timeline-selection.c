/* A timeline in a window of somebody else, over a chronicle alone, by its public header: no
 * session, no study, none of our actions. It shows, selects, tells and edits nothing. */
#include "config.h"

#include "../chart/sample-chronicle.h"
#include "entente-timeline.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window;
  EntenteTimeline *timeline;
  EntenteChronicle *chronicle;
  guint n_changes;
  EntenteId activated;
} Embedded;

static const char *
get_title (guint32 row, gpointer data)
{
  return row % 2 == 0 ? "A title of theirs" : NULL;
}

static void
changed_cb (Embedded *embedded)
{
  embedded->n_changes++;
}

static void
activated_cb (EntenteTimeline *timeline, gint64 event, Embedded *embedded)
{
  embedded->activated = event;
}

static void
embed (Embedded *embedded)
{
  *embedded = (Embedded){ .window = gtk_window_new () };
  embedded->chronicle = sample_random_chronicle_new (60, 4, 5, 3);
  embedded->timeline = ENTENTE_TIMELINE (g_object_ref_sink (entente_timeline_new (NULL)));
  g_signal_connect_swapped (embedded->timeline,
                            "selection-changed",
                            G_CALLBACK (changed_cb),
                            embedded);
  g_signal_connect (embedded->timeline, "event-activated", G_CALLBACK (activated_cb), embedded);
  gtk_window_set_child (GTK_WINDOW (embedded->window), GTK_WIDGET (embedded->timeline));
  gtk_window_set_default_size (GTK_WINDOW (embedded->window), 900, 500);
  entente_timeline_set_chronicle (embedded->timeline, embedded->chronicle, NULL, get_title, NULL);
  entente_timeline_set_answers_shown (embedded->timeline, ENTENTE_ANSWERS_ALL);
  gtk_window_present (GTK_WINDOW (embedded->window));
  entente_probe_linger (200);
}

static void
end (Embedded *embedded)
{
  gtk_window_destroy (GTK_WINDOW (embedded->window));
  entente_probe_wait (G_OBJECT (embedded->timeline)->ref_count == 1);
  g_assert_finalize_object (embedded->timeline);
  entente_chronicle_unref (embedded->chronicle);
}

static gboolean
act (Embedded *embedded, const char *name)
{
  return gtk_widget_activate_action (GTK_WIDGET (embedded->timeline), name, NULL);
}

static void
test_select (void)
{
  Embedded embedded;
  EntenteId first;
  guint n;

  embed (&embedded);
  first = entente_chronicle_get_id (embedded.chronicle, 7);
  entente_timeline_select_events (embedded.timeline, &first, 1);
  g_assert_cmpuint (embedded.n_changes, ==, 1);
  g_assert_cmpint (entente_timeline_get_selection (embedded.timeline, &n)[0], ==, first);
  g_assert_cmpuint (n, ==, 1);
  entente_timeline_focus_marks (embedded.timeline);
  g_assert_true (act (&embedded, "timeline.next"));
  g_assert_true (act (&embedded, "timeline.toggle-selected"));
  entente_timeline_get_selection (embedded.timeline, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (act (&embedded, "timeline.toggle-selected"));
  entente_timeline_get_selection (embedded.timeline, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (embedded.n_changes, ==, 3);
  g_assert_true (act (&embedded, "timeline.show-words"));
  g_assert_cmpint (embedded.activated, !=, 0);
  g_assert_cmpint (embedded.activated,
                   ==,
                   entente_timeline_get_selection (embedded.timeline, &n)[0]);
  end (&embedded);
}

/* Whatever can be asked of it does something or nothing, and no form opens. */
static void
test_actions (void)
{
  const GVariantType *type;
  const char *owner_name, *property;
  Embedded embedded;
  GType owner;

  embed (&embedded);
  entente_timeline_focus_marks (embedded.timeline);
  g_assert_false (act (&embedded, "timeline.no-such-action"));
  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (embedded.timeline),
                                                   i,
                                                   &owner,
                                                   &owner_name,
                                                   &type,
                                                   &property);
       i++) {
    if (type != NULL || !g_str_has_prefix (owner_name, "timeline."))
      continue;
    g_test_message ("%s", owner_name);
    act (&embedded, owner_name);
    entente_probe_linger (5);
  }
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 1); /* no form */
  act (&embedded, "timeline.leave");
  entente_probe_linger (200);
  end (&embedded);
}

/* L lists what stands together, by what the chronicle knows, and a row of the list is selected. */
static void
test_list (void)
{
  Embedded embedded;
  GtkWidget *list;
  guint n;

  embed (&embedded);
  entente_timeline_focus_marks (embedded.timeline);
  g_assert_true (act (&embedded, "timeline.list"));
  list = entente_probe_find (GTK_WIDGET (embedded.timeline), GTK_TYPE_LIST_VIEW, 0);
  g_assert_true (entente_probe_says (list, "1 of 60") || entente_probe_says (list, " of 60"));
  g_signal_emit_by_name (list, "activate", 0);
  entente_timeline_get_selection (embedded.timeline, &n);
  g_assert_cmpuint (n, ==, 1);
  entente_probe_linger (100);
  end (&embedded);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline-selection/select", test_select);
  g_test_add_func ("/timeline-selection/actions", test_actions);
  g_test_add_func ("/timeline-selection/list", test_list);
  return g_test_run ();
}
