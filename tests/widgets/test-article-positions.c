/* Positions in the text of an article: found at their words, selected in turn with the event there,
 * marked from selected words. */
#include "config.h"

#include "entente-article-margin.h"
#include "entente-article-positions.h"
#include "entente-article-view.h"
#include "entente-form-window.h"
#include "entente-position-pane.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

#define SHOW_MS 400

typedef struct {
  EntenteSample *sample;
  GtkWidget *window, *view;
  EntenteArticleText *text;
  EntentePositionList *list;
} Fixture;

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->sample = entente_sample_new ();
  fixture->window = gtk_window_new ();
  fixture->list = entente_session_get_positions (fixture->sample->session);
  fixture->view = entente_article_view_new (fixture->sample->session);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 920, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->text = entente_probe_find (fixture->view, ENTENTE_TYPE_ARTICLE_TEXT, 0);
  entente_probe_wait (entente_position_list_is_read (fixture->list));
  entente_probe_wait (gtk_text_buffer_get_char_count (get_buffer (fixture)) > 1000);
  entente_probe_linger (SHOW_MS);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  entente_probe_wait (view == NULL);
  entente_sample_free (fixture->sample);
}

static void
find (Fixture *fixture, const char *words, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_start_iter (get_buffer (fixture), start);
  g_assert_true (
    gtk_text_iter_forward_search (start, words, GTK_TEXT_SEARCH_TEXT_ONLY, start, end, NULL));
}

static EntenteId
find_at (Fixture *fixture, const char *words)
{
  GtkTextIter start, end;

  find (fixture, words, &start, &end);
  return entente_article_positions_find_at (fixture->text, gtk_text_iter_get_offset (&start));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  EntenteId id = find_at (fixture, "White House for direct");
  g_autofree char *said = entente_article_positions_describe (fixture->text, id);

  g_assert_cmpint (id, !=, ENTENTE_ID_NONE);
  g_assert_true (g_str_has_prefix (said, "Taliban · Who sits at the table · Demand · 14 February"));
  g_assert_cmpint (find_at (fixture, "Nobody in Washington"), ==, ENTENTE_ID_NONE);
}

/* They have flags in the margin, which are found where they are drawn unless there is no room
 * beside others. */
static void
test_flags (Fixture *fixture, gconstpointer data)
{
  const GArray *glyphs = entente_article_text_get_glyphs (fixture->text);
  guint n = 0;

  for (guint i = 0; i < glyphs->len; i++) {
    const EntenteArticleMarginGlyph *glyph = &g_array_index (glyphs, EntenteArticleMarginGlyph, i);
    gboolean is_flag = FALSE;

    n += glyph->position != ENTENTE_ID_NONE &&
         entente_article_positions_find (fixture->text, (int) glyph->x, (int) glyph->y, &is_flag) ==
           glyph->position &&
         is_flag;
  }
  g_assert_cmpuint (n, >, 1);
}

/* Words, the key, Enter. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  guint n = entente_positions_get_n (entente_position_list_get (fixture->list));
  GtkTextIter start, end;
  GtkWidget *window;

  find (fixture, "Moscow has denied it ever since", &start, &end);
  gtk_text_buffer_select_range (get_buffer (fixture), &start, &end);
  gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.new-position", NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  gtk_editable_set_text (
    GTK_EDITABLE (entente_probe_find_entry (window, "Choose one, or type a new one")),
    "Weapons");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_positions_get_n (entente_position_list_get (fixture->list)) == n + 1);
  entente_probe_wait (find_at (fixture, "denied it ever since") != ENTENTE_ID_NONE);
  g_assert_cmpint (find_at (fixture, "denied it ever since"),
                   ==,
                   entente_position_list_get_selected (fixture->list));
}

/* Where the selected mark begins, in the text; its number is twice that, one more for a position.
 */
static gint64
rank_selected (Fixture *fixture)
{
  EntenteId position = entente_position_list_get_selected (fixture->list);
  const EntenteArticleMark *mark =
    entente_article_marks_get_selected (entente_article_text_get_marks (fixture->text));
  gint64 start;

  g_assert_true ((position != ENTENTE_ID_NONE) != (mark != NULL));
  for (guint i = 0; !mark && i < entente_article_positions_get_n (fixture->text); i++)
    if (entente_article_positions_get (fixture->text, i, &start) == position)
      return 2 * start + 1;
  g_assert_nonnull (mark);
  return 2 * mark->start;
}

/* J and K step over events and positions in the order of the words, each once, and round the ends.
 */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  guint n_positions = entente_article_positions_get_n (fixture->text);
  guint n = n_positions +
            entente_article_marks_get_n (entente_article_text_get_marks (fixture->text)),
        n_met = 0;
  g_autofree gint64 *ranks = g_new (gint64, n);

  g_assert_cmpuint (n_positions, >, 1);
  g_assert_cmpuint (n, >, n_positions);
  for (guint i = 0; i < n; i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.next-mark", NULL);
    ranks[i] = rank_selected (fixture);
    n_met += entente_position_list_get_selected (fixture->list) != ENTENTE_ID_NONE;
    g_assert_true (i == 0 || ranks[i - 1] <= ranks[i]);
  }
  g_assert_cmpuint (n_met, ==, n_positions);
  gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.next-mark", NULL);
  g_assert_cmpint (rank_selected (fixture), ==, ranks[0]);
  for (guint i = n; i > 0; i--) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.previous-mark", NULL);
    g_assert_cmpint (rank_selected (fixture), ==, ranks[i - 1]);
  }
}

/* Escape selects none. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  entente_article_positions_select (fixture->text, find_at (fixture, "White House for direct"));
  g_assert_cmpint (entente_position_list_get_selected (fixture->list), !=, ENTENTE_ID_NONE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->text), "article.clear", NULL);
  g_assert_cmpint (entente_position_list_get_selected (fixture->list), ==, ENTENTE_ID_NONE);
}

/* The pane beside says what it is, with what came before and after. */
static void
test_pane (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *pane = entente_position_pane_new (fixture->sample->session);
  guint n = entente_positions_get_n (entente_position_list_get (fixture->list));

  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (entente_probe_says (pane, "No position is selected."));
  entente_article_positions_select (fixture->text, find_at (fixture, "White House for direct"));
  g_assert_true (entente_probe_says (pane, "Demand (position)"));
  g_assert_true (entente_probe_says (pane, "Nothing by this actor is known before."));
  g_assert_true (entente_probe_says (pane, "No formal answer to the offer of February"));
  entente_probe_wait (entente_probe_says (pane, "“press the White House for direct talks”"));
  gtk_widget_activate_action (pane, "position.delete", NULL);
  entente_probe_wait (entente_positions_get_n (entente_position_list_get (fixture->list)) == n - 1);
  g_assert_true (entente_probe_says (pane, "No position is selected."));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, test)                                                                            \
  g_test_add ("/article-positions/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("find", test_find);
  ADD ("flags", test_flags);
  ADD ("mark", test_mark);
  ADD ("walk", test_walk);
  ADD ("clear", test_clear);
  ADD ("pane", test_pane);
  return g_test_run ();
}
