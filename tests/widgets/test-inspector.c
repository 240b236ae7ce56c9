/* The inspector: what it says of nothing, of one event, of several; and its own edits. */
#include "config.h"

#include "entente-article-text.h"
#include "entente-article-view.h"
#include "entente-commands.h"
#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-inspector-private.h"
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

/* When the event cannot be read, nothing of the one before stays that could be edited in its place.
 */
static void
test_unread (void)
{
  Pane pane;
  EntenteId first, other;

  open_pane (&pane);
  first = entente_chronicle_get_id (get_chronicle (&pane), 0);
  other = entente_chronicle_get_id (get_chronicle (&pane), 1);
  entente_session_select_event (pane.sample->session, first);
  entente_probe_wait (shows (&pane, first));
  entente_study_close (pane.sample->study);
  entente_session_select_event (pane.sample->session, other);
  entente_probe_wait (entente_probe_says (pane.inspector, "This Event Could Not Be Read"));
  g_assert_null (get_detail (&pane));
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
  g_assert_true (entente_probe_says (pane.inspector, "Change All at Once…"));
  g_assert_true (entente_probe_says (pane.inspector, "Part of a Round…"));
  g_assert_false (entente_probe_says (pane.inspector, "One Answers the Other…"));
  entente_session_select_events (pane.sample->session, ids, 2);
  entente_probe_wait (entente_probe_says (pane.inspector, "One Answers the Other…"));
  g_assert_true (entente_probe_says (pane.inspector, "Both Are the Same Event…"));
  entente_session_select_events (pane.sample->session, ids, 3);
  entente_probe_wait (entente_probe_says (pane.inspector, "3 Events Selected"));
  gtk_widget_activate_action (pane.inspector, "inspector.delete", NULL);
  entente_probe_wait (entente_chronicle_find_row (get_chronicle (&pane), ids[0]) ==
                      ENTENTE_NO_INDEX);
  entente_probe_wait (entente_probe_says (pane.inspector, "Nothing Selected"));
  entente_change_set_unref (entente_study_undo (pane.sample->study, NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (entente_chronicle_find_row (get_chronicle (&pane), ids[i]),
                      !=,
                      ENTENTE_NO_INDEX);
  close_pane (&pane);
}

/* More than half of the study is asked about first. */
static void
test_most (void)
{
  Pane pane;
  g_autofree EntenteId *ids = NULL;
  guint n;

  open_pane (&pane);
  n = entente_chronicle_get_n_rows (get_chronicle (&pane));
  ids = g_new (EntenteId, n);
  for (guint i = 0; i < n; i++)
    ids[i] = entente_chronicle_get_id (get_chronicle (&pane), i);
  entente_session_select_events (pane.sample->session, ids, n);
  gtk_widget_activate_action (pane.inspector, "inspector.delete", NULL);
  entente_probe_answer ("_Cancel");
  entente_probe_linger (200);
  g_assert_cmpuint (entente_chronicle_get_n_rows (get_chronicle (&pane)), ==, n);
  gtk_widget_activate_action (pane.inspector, "inspector.delete", NULL);
  entente_probe_answer ("_Delete");
  entente_probe_wait (entente_chronicle_get_n_rows (get_chronicle (&pane)) == 0);
  close_pane (&pane);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, tooltip);

    if (found)
      return found;
  }
  return NULL;
}

static gboolean
has_focus_within (gpointer window, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* The card of the date is a button that leads to the row of the date. */
static void
test_date_card (void)
{
  Pane pane;
  EntenteId id;
  GtkWidget *card;
  EntenteFormWindow *window;
  GtkWidget *field;

  open_pane (&pane);
  id = entente_chronicle_get_id (get_chronicle (&pane), 5);
  entente_session_select_event (pane.sample->session, id);
  entente_probe_wait (shows (&pane, id));
  card = find_button (pane.inspector, "Change the Date");
  g_assert_true (gtk_widget_get_focusable (card));
  g_signal_emit_by_name (card, "clicked");
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  field = entente_probe_find (GTK_WIDGET (window), ENTENTE_TYPE_DATE_FIELD, 0);
  entente_probe_wait (has_focus_within (window, field));
  entente_probe_close (GTK_WIDGET (window));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  close_pane (&pane);
}

static gboolean
has_quote (Pane *pane, const char *beginning)
{
  const GPtrArray *passages = get_detail (pane) ? get_detail (pane)->passages : NULL;

  for (guint i = 0; passages && i < passages->len; i++) {
    const EntentePassage *passage = passages->pdata[i];

    if (passage && g_str_has_prefix (passage->quote, beginning))
      return TRUE;
  }
  return FALSE;
}

/* What is marked in the article becomes the passage of a claim that is added here; without any, a
 * claim has none. */
static void
test_claim_from_words (void)
{
  Pane pane;
  EntenteId id;
  GtkWidget *view, *window;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  EntenteFormWindow *form;
  gpointer alive;

  open_pane (&pane);
  window = gtk_window_new ();
  alive = view = entente_article_view_new (pane.sample->session);
  g_object_add_weak_pointer (G_OBJECT (view), &alive);
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  buffer = gtk_text_view_get_buffer (entente_probe_find (view, ENTENTE_TYPE_ARTICLE_TEXT, 0));
  entente_probe_wait (gtk_text_buffer_get_char_count (buffer) > 100);
  id = entente_chronicle_get_id (get_chronicle (&pane), 5);
  entente_session_select_event (pane.sample->session, id);
  entente_probe_wait (shows (&pane, id));
  g_assert_null (entente_session_ask_for_words (pane.sample->session).passage);
  gtk_text_buffer_get_start_iter (buffer, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, 34);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_activate_action (pane.inspector, "inspector.add-claim", NULL);
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_true (entente_probe_says (GTK_WIDGET (form), "Written for the sample study"));
  g_signal_emit_by_name (form, "accept");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (has_quote (&pane, "Written for the sample study"));
  gtk_window_destroy (GTK_WINDOW (window));
  entente_probe_wait (alive == NULL);
  g_assert_null (entente_session_ask_for_words (pane.sample->session).passage);
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

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) n))
    n++;
  return n;
}

/* Being part of a round is no answer, and what a coder linked says that a coder did. */
static void
test_links (void)
{
  Pane pane;
  EntenteInspector *self;
  EntenteStep *step;
  EntenteId ids[3];

  open_pane (&pane);
  self = ENTENTE_INSPECTOR (pane.inspector);
  for (guint i = 0; i < 3; i++)
    ids[i] = entente_chronicle_get_id (get_chronicle (&pane), i);
  entente_session_select_event (pane.sample->session, ids[2]);
  entente_probe_wait (shows (&pane, ids[2]));
  g_assert_false (gtk_widget_get_visible (self->rounds));
  step = entente_commands_add_link (ids[2], ids[0], ENTENTE_LINK_PART_OF, ENTENTE_LINK_INFERRED);
  entente_sample_apply (pane.sample, step);
  entente_probe_wait (gtk_widget_get_visible (self->rounds));
  g_assert_true (entente_probe_says (pane.inspector, "Round of Talks"));
  g_assert_true (entente_probe_says (pane.inspector, "inferred by coder"));
  g_assert_cmpuint (count_rows (self->rounds), ==, 1);
  g_assert_cmpuint (count_rows (self->answers), ==, get_detail (&pane)->links->len - 1);
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
  g_test_add_func ("/inspector/unread", test_unread);
  g_test_add_func ("/inspector/events", test_events);
  g_test_add_func ("/inspector/compare", test_compare);
  g_test_add_func ("/inspector/several", test_several);
  g_test_add_func ("/inspector/most", test_most);
  g_test_add_func ("/inspector/date-card", test_date_card);
  g_test_add_func ("/inspector/claim-from-words", test_claim_from_words);
  g_test_add_func ("/inspector/flags", test_flags);
  g_test_add_func ("/inspector/links", test_links);
  g_test_add_func ("/inspector/orders", test_orders);
  g_test_add_func ("/inspector/markup", test_markup);
  return g_test_run ();
}
