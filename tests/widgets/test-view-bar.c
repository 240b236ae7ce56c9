/* The bar above the timeline: sentence, count, pages, what shows at which size. */
#include "config.h"

#include "entente-page-switch.h"
#include "entente-sample-fixture.h"
#include "entente-sentence-entry.h"
#include "entente-view-bar.h"
#include "entente-widget-probe.h"
#include <string.h>

static char *
collect_text (GtkWidget *widget)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget))
    return g_strdup ("");
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s;", gtk_label_get_text (GTK_LABEL (widget)));
  for (child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    g_autofree char *inner = collect_text (child);

    g_string_append (text, inner);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_says (gpointer bar, const char *words, gboolean expected)
{
  g_autofree char *text = collect_text (bar);

  g_test_message ("%s", text);
  g_assert_cmpint (strstr (text, words) != NULL, ==, expected);
}

static void
test_sentence (void)
{
  EntenteSample *sample = entente_sample_new ();
  EntenteViewBar *bar = g_object_ref_sink (g_object_new (ENTENTE_TYPE_VIEW_BAR, NULL));
  g_autoptr (EntenteQuery) query = entente_query_copy (entente_session_get_query (sample->session));
  guint n;

  entente_view_bar_set_session (bar, sample->session);
  g_object_get (sample->session, "n-events", &n, NULL);
  g_assert_cmpuint (n, >, 20);
  assert_says (bar, " events", TRUE);
  assert_says (bar, "Lanes", TRUE);
  query->groups = 1u << ENTENTE_GROUP_INVITE;
  query->has_since = TRUE;
  query->since = entente_day_number (2018, 6, 1) * ENTENTE_SECONDS_PER_DAY;
  entente_session_set_query (sample->session, query);
  assert_says (bar, "undated", entente_session_count_undated (sample->session) > 0);

  entente_view_bar_set_size (bar, ENTENTE_VIEW_BAR_COMPACT);
  assert_says (bar, "Lanes", FALSE);
  entente_view_bar_set_size (bar, ENTENTE_VIEW_BAR_FULL);
  g_object_set (bar, "page", "table", NULL);
  assert_says (bar, "Lanes", FALSE);
  entente_view_bar_set_session (bar, NULL);
  g_assert_finalize_object (bar);
  entente_sample_free (sample);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *icon)
{
  if (GTK_IS_MENU_BUTTON (widget) &&
      g_strcmp0 (gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget)), icon) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, icon);

    if (found)
      return found;
  }
  return NULL;
}

/* Where the bar has no room for the menu of lanes, one button holds it with the others; no width is
 * without. */
static void
test_lanes_at_all_widths (void)
{
  GtkWidget *window = gtk_window_new ();
  EntenteViewBar *bar = g_object_new (ENTENTE_TYPE_VIEW_BAR, NULL);
  GtkWidget *more = find_button (GTK_WIDGET (bar), "view-more-symbolic");
  g_autoptr (GMenuModel) section = NULL, lanes = NULL;

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (bar));
  gtk_window_present (GTK_WINDOW (window));
  entente_view_bar_set_size (bar, ENTENTE_VIEW_BAR_FULL);
  g_assert_false (gtk_widget_get_visible (more));
  g_assert_true (entente_view_bar_open_lanes (bar));
  entente_view_bar_set_size (bar, ENTENTE_VIEW_BAR_SNUG);
  assert_says (bar, "Lanes", TRUE);
  assert_says (bar, "Answers", FALSE);
  g_assert_true (gtk_widget_get_visible (more));
  for (guint size = ENTENTE_VIEW_BAR_COMPACT; size <= ENTENTE_VIEW_BAR_TINY; size++) {
    entente_view_bar_set_size (bar, size);
    g_assert_true (gtk_widget_get_visible (more));
    gtk_menu_button_popdown (GTK_MENU_BUTTON (more));
    g_assert_true (entente_view_bar_open_lanes (bar));
    g_assert_true (
      gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (more)))));
  }
  section = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more)),
                                        0,
                                        "section");
  lanes = g_menu_model_get_item_link (section, 0, "submenu");
  g_assert_cmpint (g_menu_model_get_n_items (lanes), >=, 4);
  g_object_set (bar, "page", "table", NULL);
  g_assert_false (gtk_widget_get_visible (more));
  g_assert_false (entente_view_bar_open_lanes (bar));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The button says by what, the actions hold what is chosen, and either leads to the other. */
static void
test_lanes (void)
{
  EntenteViewBar *bar = g_object_ref_sink (g_object_new (ENTENTE_TYPE_VIEW_BAR, NULL));
  g_autofree char *order = NULL, *lanes = NULL;

  assert_says (bar, "Lanes  Actors", TRUE);
  g_object_set (bar, "lanes", "article", NULL);
  assert_says (bar, "Lanes  Articles", TRUE);
  g_object_set (bar, "lanes", "no such field", NULL);
  assert_says (bar, "Lanes  Articles", TRUE);
  gtk_widget_activate_action (GTK_WIDGET (bar), "view.lanes", "s", "place");
  gtk_widget_activate_action (GTK_WIDGET (bar), "view.lane-order", "s", "count");
  g_object_get (bar, "lanes", &lanes, "lane-order", &order, NULL);
  g_assert_cmpstr (lanes, ==, "place");
  g_assert_cmpstr (order, ==, "count");
  assert_says (bar, "Lanes  Places", TRUE);
  g_assert_finalize_object (bar);
}

/* ---- the sentence, edited ---- */

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  EntenteViewBar *bar;
  GtkWidget *line, *entry, *popover;
} Editing;

static void
start_editing (Editing *editing, gconstpointer data)
{
  editing->sample = entente_sample_new ();
  editing->window = gtk_window_new ();
  editing->bar = g_object_new (ENTENTE_TYPE_VIEW_BAR, "session", editing->sample->session, NULL);
  gtk_window_set_default_size (GTK_WINDOW (editing->window), 1200, 300);
  gtk_window_set_child (GTK_WINDOW (editing->window), GTK_WIDGET (editing->bar));
  gtk_window_present (GTK_WINDOW (editing->window));
  entente_view_bar_edit_sentence (editing->bar);
  editing->line = entente_probe_find (GTK_WIDGET (editing->bar), ENTENTE_TYPE_SENTENCE_ENTRY, 0);
  editing->entry = entente_probe_find (editing->line, GTK_TYPE_ENTRY, 0);
  editing->popover = entente_probe_find (editing->line, GTK_TYPE_POPOVER, 0);
  g_assert_true (gtk_widget_get_visible (editing->line));
}

static void
end_editing (Editing *editing, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (editing->window));
  entente_sample_settle (editing->sample);
  entente_sample_free (editing->sample);
}

static void
press (Editing *editing, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (editing->entry);
  gboolean stopped;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
        gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &stopped);
  }
}

static void
type (Editing *editing, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (editing->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (editing->entry), -1);
  g_signal_emit_by_name (editing->entry, "changed");
}

/* Read as it is typed: how much would pass, or what is wrong; Enter sets it, and not what cannot be
 * read. */
static void
test_typed (Editing *editing, gconstpointer data)
{
  EntenteSession *session = editing->sample->session;
  const EntenteQuery *query;

  type (editing, "Rusia; group: invite");
  g_assert_true (entente_probe_says (editing->popover, "Russia"));
  press (editing, GDK_KEY_Return);
  g_assert_true (gtk_widget_get_visible (editing->line));
  g_assert_true (entente_query_is_empty (entente_session_get_query (session)));
  type (editing, "Russia; group: invite");
  entente_probe_wait (entente_probe_says (editing->popover, " events"));
  press (editing, GDK_KEY_Return);
  query = entente_session_get_query (session);
  g_assert_cmpuint (query->actors->len, ==, 1);
  g_assert_cmpuint (query->groups, ==, 1u << ENTENTE_GROUP_INVITE);
  g_assert_false (gtk_widget_get_visible (editing->line));
  assert_says (editing->bar, "Russia", TRUE);
}

static void
test_left (Editing *editing, gconstpointer data)
{
  type (editing, "Russia");
  press (editing, GDK_KEY_Escape);
  g_assert_false (gtk_widget_get_visible (editing->line));
  g_assert_true (entente_query_is_empty (entente_session_get_query (editing->sample->session)));
}

/* Tab takes the first of what may stand there, Down and Enter another; what comes next is offered
 * at once. */
static void
test_completed (Editing *editing, gconstpointer data)
{
  GtkEditable *entry = GTK_EDITABLE (editing->entry);

  type (editing, "evi");
  press (editing, GDK_KEY_Tab);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "evidence: ");
  type (editing, "evidence: ");
  g_assert_true (entente_probe_says (editing->popover, "single"));
  press (editing, GDK_KEY_Down);
  press (editing, GDK_KEY_Down);
  press (editing, GDK_KEY_Return);
  g_assert_true (gtk_widget_get_visible (editing->line));
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (entry), "evidence: "));
  g_assert_cmpuint (strlen (gtk_editable_get_text (entry)), >, strlen ("evidence: "));
  type (editing, "russ");
  press (editing, GDK_KEY_Tab);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Russia");
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_pages (void)
{
  EntentePageSwitch *pages = g_object_ref_sink (g_object_new (ENTENTE_TYPE_PAGE_SWITCH, NULL));
  guint n = 0;

  g_signal_connect (pages, "notify::page", G_CALLBACK (count_cb), &n);
  g_assert_cmpstr (entente_page_switch_get_page (pages), ==, "timeline");
  entente_page_switch_set_page (pages, "ledger");
  entente_page_switch_set_page (pages, "ledger");
  entente_page_switch_set_page (pages, "no such page");
  g_assert_cmpstr (entente_page_switch_get_page (pages), ==, "ledger");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (pages);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/view-bar/sentence", test_sentence);
  g_test_add_func ("/view-bar/pages", test_pages);
  g_test_add_func ("/view-bar/lanes", test_lanes);
  g_test_add_func ("/view-bar/lanes-at-all-widths", test_lanes_at_all_widths);
  g_test_add ("/view-bar/typed", Editing, NULL, start_editing, test_typed, end_editing);
  g_test_add ("/view-bar/left", Editing, NULL, start_editing, test_left, end_editing);
  g_test_add ("/view-bar/completed", Editing, NULL, start_editing, test_completed, end_editing);
  return g_test_run ();
}
