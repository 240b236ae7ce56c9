/* Words dragged from the article on to a mark of the timeline or a row of the table become a claim
 * of that event, in one step; and what there is to drag. */
#include "config.h"

#include "entente-article-view.h"
#include "entente-form-window.h"
#include "entente-move-table.h"
#include "entente-passage-drag.h"
#include "entente-timeline-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
      return controller;
  }
  return NULL;
}

static EntentePassage *
create_passage (EntenteSample *sample)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (sample->study);
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (sample->study,
                                entente_chronicle_get_article (chronicle, 0)->record.id,
                                NULL);

  return entente_passage_new_from_text (detail->revision->record.id,
                                        detail->revision->text,
                                        10,
                                        30);
}

static guint
count_voices (EntenteSample *sample, EntenteId event)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (sample->study);
  guint n;

  entente_chronicle_get_voices (chronicle, entente_chronicle_find_row (chronicle, event), &n);
  return n;
}

/* Drops a passage at a point of the widget, as the toolkit does. */
static gboolean
drop (GtkWidget *widget, EntentePassage *passage, double x, double y)
{
  GtkDropTarget *target = find_controller (widget, GTK_TYPE_DROP_TARGET);
  GValue value = G_VALUE_INIT;
  GdkDragAction action;
  gboolean done;

  g_signal_emit_by_name (target, "motion", x, y, &action);
  g_value_init (&value, entente_passage_get_type ());
  g_value_set_boxed (&value, passage);
  g_signal_emit_by_name (target, "drop", &value, x, y, &done);
  g_value_unset (&value);
  g_assert_cmpint (action, ==, done ? GDK_ACTION_COPY : 0);
  return done;
}

static void
test_timeline (void)
{
  EntenteTimelineFixture fixture;
  EntenteId event;
  double x, y;
  guint n;

  entente_timeline_fixture_init (&fixture);
  {
    g_autoptr (EntentePassage) passage = create_passage (fixture.sample);

    event = entente_timeline_fixture_find_event (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER);
    n = count_voices (fixture.sample, event);
    entente_timeline_fixture_find_mark (&fixture, ENTENTE_TIMELINE_FIXTURE_LATER, &x, &y);
    g_assert_true (drop (GTK_WIDGET (fixture.timeline), passage, x, y));
    entente_probe_wait (count_voices (fixture.sample, event) == n + 1);
    entente_probe_wait (entente_session_get_selected_event (fixture.sample->session) == event);
    g_assert_cmpint (passage->record.id, ==, ENTENTE_ID_NONE);
    entente_change_set_unref (entente_study_undo (fixture.sample->study, NULL));
    g_assert_cmpuint (count_voices (fixture.sample, event), ==, n);
    g_assert_false (drop (GTK_WIDGET (fixture.timeline), passage, 1, 1));
  }
  entente_timeline_fixture_clear (&fixture);
}

static EntentePassage *
find_passage (EntenteSample *sample, EntenteId article, const char *words)
{
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (sample->study, article, NULL);
  const char *text = detail->revision->text;
  gint64 start = g_utf8_pointer_to_offset (text, strstr (text, words));

  return entente_passage_new_from_text (detail->revision->record.id,
                                        text,
                                        start,
                                        start + g_utf8_strlen (words, -1));
}

/* The claim says how it is told: by whom, and what that voice does. */
static void
test_read (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  EntenteId article =
    entente_sample_add_text (sample,
                             "2031-08-01",
                             "Boris Lukin denied that Ruritania had reportedly offered Elbonia a "
                             "truce in June 2031. Nothing else was told.\n");
  EntenteId event = entente_chronicle_get_id (entente_study_get_chronicle (sample->study), 1);
  g_autoptr (EntentePassage) passage =
    find_passage (sample, article, "Ruritania had reportedly offered Elbonia a truce in June 2031");
  guint n = count_voices (sample, event);
  g_autoptr (EntenteEventDetail) detail = NULL;
  const EntenteClaim *claim = NULL;

  entente_session_set_article (sample->session, article);
  g_assert_true (entente_passage_drop (widget, sample->session, event, passage));
  entente_probe_wait (count_voices (sample, event) == n + 1);
  detail = entente_study_read_event (sample->study, event, NULL);
  for (guint i = 0; i < detail->claims->len; i++)
    if (detail->passages->pdata[i] &&
        g_str_equal (((EntentePassage *) detail->passages->pdata[i])->quote, passage->quote))
      claim = detail->claims->pdata[i];
  g_assert_nonnull (claim);
  g_assert_cmpint (claim->stance, ==, ENTENTE_STANCE_DENIES);
  g_assert_cmpint (claim->speaker, !=, ENTENTE_ID_NONE);
  g_assert_cmpstr (claim->claimed_when->edtf, ==, "2031-06");
  g_object_unref (widget);
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_label (child, text);

    if (found)
      return found;
  }
  return NULL;
}

static void
test_table (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new (), *table = entente_move_table_new ();
  g_autoptr (EntentePassage) passage = create_passage (sample);
  EntenteId event = entente_chronicle_get_id (entente_study_get_chronicle (sample->study), 1);
  g_autoptr (EntenteEventDetail) detail = entente_study_read_event (sample->study, event, NULL);
  GtkWidget *label = NULL;
  guint n = count_voices (sample, event);
  double x, y;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (window), table);
  g_object_set (table, "session", sample->session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_wait ((label = find_label (table, detail->event->title)) != NULL);
  entente_probe_wait (gtk_widget_get_width (label) > 0);
  gtk_widget_translate_coordinates (label, table, 2, 2, &x, &y);
  g_assert_true (drop (table, passage, x, y));
  entente_probe_wait (count_voices (sample, event) == n + 1);
  g_assert_false (drop (table, passage, 5, 2));
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

/* The button goes down; the selection that the text view makes of it comes later. */
static void
press (GtkWidget *widget, double x, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_GESTURE_CLICK (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "pressed", 1, x, y);
  }
}

/* In the text only words that were selected before can be dragged: else dragging selects. */
static void
test_source (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new (), *view = g_object_new (ENTENTE_TYPE_ARTICLE_VIEW, NULL);
  GtkTextView *text;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  GdkRectangle rect;
  GdkContentProvider *provider;
  GtkDragSource *source;
  int x, y;

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (window), view);
  g_object_set (view, "session", sample->session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  text = entente_probe_find (view, GTK_TYPE_TEXT_VIEW, 0);
  buffer = gtk_text_view_get_buffer (text);
  entente_probe_wait (gtk_text_buffer_get_char_count (buffer) > 100);
  entente_sample_settle (sample);
  source = find_controller (GTK_WIDGET (text), GTK_TYPE_DRAG_SOURCE);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 20);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 40);
  gtk_text_view_get_iter_location (text, &start, &rect);
  gtk_text_view_buffer_to_window_coords (text,
                                         GTK_TEXT_WINDOW_WIDGET,
                                         rect.x + 2,
                                         rect.y + 4,
                                         &x,
                                         &y);
  press (GTK_WIDGET (text), x, y);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_signal_emit_by_name (source, "prepare", (double) x, (double) y, &provider);
  g_assert_null (provider);
  press (GTK_WIDGET (text), x, y);
  g_signal_emit_by_name (source, "prepare", (double) x, (double) y, &provider);
  g_assert_nonnull (provider);
  {
    GValue value = G_VALUE_INIT;
    const EntentePassage *passage;

    g_value_init (&value, entente_passage_get_type ());
    g_assert_true (gdk_content_provider_get_value (provider, &value, NULL));
    passage = g_value_get_boxed (&value);
    g_assert_cmpint (passage->end, >, passage->start);
    g_value_unset (&value);
  }
  g_object_unref (provider);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

/* By key: the action adds the words to the event that is selected. */
static void
test_key (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new (), *view = g_object_new (ENTENTE_TYPE_ARTICLE_VIEW, NULL);
  EntenteId event = entente_chronicle_get_id (entente_study_get_chronicle (sample->study), 1);
  guint n = count_voices (sample, event);
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (window), view);
  g_object_set (view, "session", sample->session, NULL);
  gtk_window_present (GTK_WINDOW (window));
  buffer = gtk_text_view_get_buffer (entente_probe_find (view, GTK_TYPE_TEXT_VIEW, 0));
  entente_probe_wait (gtk_text_buffer_get_char_count (buffer) > 100);
  entente_session_select_event (sample->session, event);
  entente_sample_settle (sample);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 20);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 40);
  gtk_text_buffer_select_range (buffer, &start, &end);
  entente_sample_settle (sample);
  g_assert_true (gtk_widget_activate_action (view, "article.new-claim", NULL));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_voices (sample, event), ==, n + 1);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_settle (sample);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/passage-drag/timeline", test_timeline);
  g_test_add_func ("/passage-drag/table", test_table);
  g_test_add_func ("/passage-drag/source", test_source);
  g_test_add_func ("/passage-drag/key", test_key);
  g_test_add_func ("/passage-drag/read", test_read);
  return g_test_run ();
}
