/* The article pane over the sample study, and over texts that would stop a text view. */
#include "config.h"

#include "entente-article-lines.h"
#include "entente-article-text.h"
#include "entente-article-view.h"
#include "entente-commands.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"
#include <string.h>

typedef struct {
  EntenteSample *sample;
  GtkWidget *window;
  GtkWidget *view;
  EntenteArticleText *text;
} Pane;

static GtkTextBuffer *
get_buffer (Pane *pane)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (pane->text));
}

static gboolean
has_text (Pane *pane)
{
  return gtk_text_buffer_get_char_count (get_buffer (pane)) > 0;
}

static void
open_pane (Pane *pane, int width)
{
  pane->sample = entente_sample_new ();
  pane->window = gtk_window_new ();
  pane->view = entente_article_view_new (pane->sample->session);
  gtk_window_set_default_size (GTK_WINDOW (pane->window), width, 600);
  gtk_window_set_child (GTK_WINDOW (pane->window), pane->view);
  gtk_window_present (GTK_WINDOW (pane->window));
  pane->text = entente_probe_find (pane->view, ENTENTE_TYPE_ARTICLE_TEXT, 0);
  entente_probe_wait (has_text (pane));
}

/* The pane goes with its window. */
static void
close_pane (Pane *pane)
{
  gpointer view = pane->view;

  g_object_add_weak_pointer (G_OBJECT (view), &view);
  gtk_window_destroy (GTK_WINDOW (pane->window));
  entente_probe_wait (view == NULL);
  entente_sample_free (pane->sample);
}

static EntenteArticleMarks *
get_marks (Pane *pane)
{
  return entente_article_text_get_marks (pane->text);
}

static gboolean
is_in_sight (Pane *pane, gint64 position)
{
  int start, end;
  int offset =
    entente_article_flow_to_offset (entente_article_text_get_flow (pane->text), position);
  GdkRectangle visible,
    place = entente_article_lines_get_place (GTK_TEXT_VIEW (pane->text), offset);

  entente_article_lines_get_visible (GTK_TEXT_VIEW (pane->text), &start, &end);
  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (pane->text), &visible);
  return offset >= start && offset < end && place.y >= visible.y &&
         place.y + place.height <= visible.y + visible.height;
}

static void
test_show (void)
{
  Pane pane;

  open_pane (&pane, 920);
  g_assert_true (entente_probe_says (pane.view, "Two Roads to the Table"));
  g_assert_true (entente_probe_says (pane.view, "31 December 2018"));
  g_assert_cmpuint (entente_article_marks_get_n (get_marks (&pane)), >, 30);
  close_pane (&pane);
}

/* The last mark is out of sight at first; selecting it anywhere brings it there. */
static void
test_reveal (void)
{
  Pane pane;
  const EntenteArticleMark *mark;
  guint n;

  open_pane (&pane, 920);
  n = entente_article_marks_get_n (get_marks (&pane));
  mark = entente_article_marks_get (get_marks (&pane), n - 1);
  g_assert_false (is_in_sight (&pane, mark->start));
  entente_session_select_event (pane.sample->session, mark->event);
  entente_probe_wait (
    is_in_sight (&pane, entente_article_marks_get_selected (get_marks (&pane))->start));
  close_pane (&pane);
}

/* Steps to the next or previous mark of an event; positions on the way are counted. */
static void
step_to_event (Pane *pane, const char *action, guint *n_positions)
{
  do {
    g_assert_true (gtk_widget_activate_action (pane->view, action, NULL));
    if (entente_session_get_selected_event (pane->sample->session) != ENTENTE_ID_NONE)
      return;
    ++*n_positions;
  } while (*n_positions < 100);
  g_assert_not_reached ();
}

static void
test_step (void)
{
  Pane pane;
  EntenteSession *session;
  guint n_positions = 0;

  open_pane (&pane, 920);
  session = pane.sample->session;
  for (guint i = 0; i < 5; i++) {
    const EntenteArticleMark *mark;

    step_to_event (&pane, "article.next-mark", &n_positions);
    mark = entente_article_marks_get (get_marks (&pane), i);
    g_assert_cmpint (entente_session_get_selected_event (session), ==, mark->event);
    g_assert_cmpint (entente_session_get_selected_passage (session), ==, mark->passage);
  }
  g_assert_cmpuint (n_positions, >, 0);
  step_to_event (&pane, "article.previous-mark", &n_positions);
  g_assert_cmpint (entente_session_get_selected_event (session),
                   ==,
                   entente_article_marks_get (get_marks (&pane), 3)->event);
  gtk_widget_activate_action (pane.view, "article.clear", NULL);
  g_assert_cmpint (entente_session_get_selected_event (session), ==, ENTENTE_ID_NONE);
  close_pane (&pane);
}

static void
test_scale (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  Pane pane;
  int scale;

  open_pane (&pane, 920);
  entente_article_view_set_text_scale (ENTENTE_ARTICLE_VIEW (pane.view), 100);
  gtk_widget_activate_action (pane.view, "article.larger-text", NULL);
  g_object_get (pane.view, "text-scale", &scale, NULL);
  g_assert_cmpint (scale, ==, 110);
  /* It is the window that follows the setting. */
  g_settings_set_int (settings, "text-scale", 150);
  g_assert_cmpint (entente_article_view_get_text_scale (ENTENTE_ARTICLE_VIEW (pane.view)), ==, 110);
  g_settings_reset (settings, "text-scale");
  entente_article_view_set_text_scale (ENTENTE_ARTICLE_VIEW (pane.view), 999);
  g_assert_cmpint (entente_article_view_get_text_scale (ENTENTE_ARTICLE_VIEW (pane.view)), ==, 200);
  entente_article_view_set_text_scale (ENTENTE_ARTICLE_VIEW (pane.view), 100);
  close_pane (&pane);
}

/* The column is never wider than 640 px, whatever the pane. */
static void
test_column (void)
{
  static const int widths[] = { 420, 700, 920, 1400 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++) {
    Pane pane;
    GtkTextView *text;
    int column;

    open_pane (&pane, widths[i]);
    text = GTK_TEXT_VIEW (pane.text);
    entente_probe_wait (gtk_widget_get_width (pane.view) > widths[i] - 60);
    entente_probe_wait (gtk_widget_get_width (GTK_WIDGET (pane.text)) > 0);
    column = gtk_widget_get_width (GTK_WIDGET (text)) - gtk_text_view_get_left_margin (text) -
             gtk_text_view_get_right_margin (text);
    g_assert_cmpint (column, >, 250);
    g_assert_cmpint (column, <=, 640);
    g_assert_cmpint (entente_article_text_get_column_x (pane.text),
                     ==,
                     gtk_text_view_get_left_margin (text));
    close_pane (&pane);
  }
}

/* A hand that misses a letter or takes a note along selects the words all the same. */
static void
test_selection (void)
{
  Pane pane;
  GtkTextIter start, end;
  g_autoptr (EntentePassage) passage = NULL;
  const char *text;

  open_pane (&pane, 920);
  gtk_text_buffer_get_start_iter (get_buffer (&pane), &start);
  g_assert_true (
    gtk_text_iter_forward_search (&start, "1] The movement chose", 0, &start, &end, NULL));
  gtk_text_iter_backward_chars (&end, 2);
  gtk_text_buffer_select_range (get_buffer (&pane), &start, &end);
  passage = entente_article_text_dup_selection (pane.text, TRUE, NULL);
  g_assert_cmpstr (passage->quote, ==, "The movement chose");
  text = entente_article_marks_get_detail (get_marks (&pane))->revision->text;
  g_assert_true (
    g_str_has_prefix (g_utf8_offset_to_pointer (text, passage->start), passage->quote));
  close_pane (&pane);
}

/* ---- other articles ---- */

static EntenteId
add_article (Pane *pane, const char *title, const char *text)
{
  g_autoptr (EntenteArticleDraft) draft = entente_article_draft_new ();
  g_autoptr (GError) error = NULL;
  EntenteId id;

  g_free (draft->article->title);
  draft->article->title = g_strdup (title);
  g_free (draft->revision->text);
  draft->revision->text = g_strdup (text);
  id = entente_study_add_article (pane->sample->study, draft, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_markup (void)
{
  static const char *const titles[] = {
    "<b>Bold</b> & <i>",
    "&amp; &lt;",
    "<span foreground='red'>x",
    "%s %n \342\200\256 rtl",
  };
  Pane pane;

  open_pane (&pane, 920);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++) {
    entente_session_set_article (pane.sample->session, add_article (&pane, titles[i], "Text.\n"));
    entente_probe_wait (entente_probe_says (pane.view, titles[i]));
  }
  close_pane (&pane);
}

static gboolean
holds (Pane *pane, const char *end)
{
  GtkTextIter first, last;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_end_iter (get_buffer (pane), &last);
  first = last;
  gtk_text_iter_backward_chars (&first, 8);
  text = gtk_text_buffer_get_text (get_buffer (pane), &first, &last, TRUE);
  return strstr (text, end) != NULL;
}

/* Each of these brings a plain text view to a standstill for most of a minute, or for ever. */
static void
test_hostile (void)
{
  g_autofree char *word = g_strnfill (100000, 'x');
  g_autofree char *long_word = g_strconcat (word, " END1\n", NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new ("e");
  gint64 start = g_get_monotonic_time ();
  Pane pane;

  for (guint i = 0; i < 200000; i++)
    g_string_append (line, "words ");
  g_string_append (line, "END2\n");
  for (guint i = 0; i < 50000; i++)
    g_string_append_unichar (marks, 0x301);
  g_string_append (marks, " END3\n");
  open_pane (&pane, 920);
  entente_session_set_article (pane.sample->session, add_article (&pane, "Word", long_word));
  entente_probe_wait (holds (&pane, "END1"));
  entente_session_set_article (pane.sample->session, add_article (&pane, "Line", line->str));
  entente_probe_wait (holds (&pane, "END2"));
  entente_session_set_article (pane.sample->session, add_article (&pane, "Marks", marks->str));
  entente_probe_wait (holds (&pane, "END3"));
  entente_probe_linger (300);
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_USEC_PER_SEC);
  close_pane (&pane);
}

/* ---- from right to left ---- */

static void
note_rect_cb (const GdkRectangle *rect, gpointer data)
{
  g_array_append_val ((GArray *) data, *rect);
}

/* The parts of the first occurrence of @words. */
static GArray *
find_parts (Pane *pane, const char *words)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GtkTextIter iter, start, end;

  gtk_text_buffer_get_start_iter (get_buffer (pane), &iter);
  g_assert_true (gtk_text_iter_forward_search (&iter, words, 0, &start, &end, NULL));
  entente_article_lines_foreach (GTK_TEXT_VIEW (pane->text),
                                 gtk_text_iter_get_offset (&start),
                                 gtk_text_iter_get_offset (&end),
                                 note_rect_cb,
                                 parts);
  return parts;
}

static int
get_right (const GdkRectangle *rect)
{
  return rect->x + rect->width;
}

#define ARABIC_TEXT                                                                                \
  "دعت حكومة الوادي حركة الساحل إلى River Forum في الجسر.\n"     \
  "The council of حكومة الوادي met twice.\n"

/* Marks cover the first and the last letter of what is read from the right, and nothing that stands
 * between two parts; glyphs stand where lines begin. */
static void
test_right_to_left (void)
{
  Pane pane;
  g_autoptr (GArray) word = NULL, line = NULL, name = NULL, mixed = NULL;
  const GdkRectangle *first, *whole;
  EntenteId article;

  open_pane (&pane, 920);
  g_assert_false (entente_article_text_get_is_mirrored (pane.text));
  article = add_article (&pane, "الطريق", ARABIC_TEXT);
  entente_session_set_article (pane.sample->session, article);
  entente_probe_wait (holds (&pane, "twice"));
  entente_probe_wait (entente_article_text_get_is_mirrored (pane.text));
  entente_probe_linger (50);
  word = find_parts (&pane, "دعت");
  line = find_parts (&pane, "دعت حكومة الوادي حركة الساحل إلى River Forum في الجسر");
  name = find_parts (&pane, "إلى River");
  mixed = find_parts (&pane, "of حكومة");
  g_assert_cmpuint (word->len, ==, 1);
  g_assert_cmpuint (line->len, ==, 1);
  first = &g_array_index (word, GdkRectangle, 0);
  whole = &g_array_index (line, GdkRectangle, 0);
  g_assert_cmpint (first->width, >, 10);
  g_assert_cmpint (ABS (get_right (first) - get_right (whole)), <=, 1);
  g_assert_cmpint (whole->width, >, 8 * first->width);
  /* "River" stands away from what is before it, for "Forum" does not belong to it. */
  g_assert_cmpuint (name->len, ==, 2);
  g_assert_cmpuint (mixed->len, ==, 2);
  g_assert_cmpint (entente_article_text_get_indent (pane.text),
                   ==,
                   gtk_text_view_get_right_margin (GTK_TEXT_VIEW (pane.text)));
  close_pane (&pane);
}

/* ---- the place where reading stopped ---- */

static char *
make_pages (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (text, "Paragraph %u of the talks on the old bridge. END4\n", i);
  return g_string_free (text, FALSE);
}

static double
get_scrolled (Pane *pane)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pane->text)));
}

/* It is kept for each article, while others are read and beyond the window. */
static void
test_place (void)
{
  Pane pane;
  g_autofree char *pages = make_pages ();
  g_autofree char *places = NULL;
  EntenteId sample, article;
  gint64 position;

  open_pane (&pane, 920);
  sample = entente_session_get_article (pane.sample->session);
  article = add_article (&pane, "Pages", pages);
  entente_session_set_article (pane.sample->session, article);
  entente_probe_wait (holds (&pane, "END4"));
  position = g_utf8_strlen (pages, strstr (pages, "Paragraph 120") - pages);
  entente_article_text_reveal_position (pane.text, position, TRUE);
  entente_probe_wait (is_in_sight (&pane, position));
  entente_probe_linger (400);
  entente_session_set_article (pane.sample->session, sample);
  entente_probe_wait (!holds (&pane, "END4"));
  g_assert_cmpfloat (get_scrolled (&pane), ==, 0);
  entente_session_set_article (pane.sample->session, article);
  entente_probe_wait (holds (&pane, "END4"));
  entente_probe_wait (is_in_sight (&pane, position));
  places = entente_article_view_dup_places (ENTENTE_ARTICLE_VIEW (pane.view));
  g_assert_cmpstr (places, !=, "");
  entente_article_view_set_places (ENTENTE_ARTICLE_VIEW (pane.view), NULL);
  entente_session_set_article (pane.sample->session, sample);
  entente_probe_wait (!holds (&pane, "END4"));
  entente_article_view_set_places (ENTENTE_ARTICLE_VIEW (pane.view), places);
  entente_session_set_article (pane.sample->session, article);
  entente_probe_wait (holds (&pane, "END4"));
  entente_probe_wait (is_in_sight (&pane, position));
  close_pane (&pane);
}

/* Without a session, and with one without articles, the pane says so. */
static void
test_empty (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = entente_article_view_new (NULL);

  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  entente_probe_wait (entente_probe_says (view, "No Article"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Deleting an article brings another one, or the empty page. */
static void
test_delete (void)
{
  Pane pane;
  EntenteId id;

  open_pane (&pane, 920);
  id = entente_session_get_article (pane.sample->session);
  entente_session_apply (pane.sample->session,
                         entente_commands_delete (ENTENTE_ENTITY_ARTICLE, id),
                         NULL);
  entente_probe_wait (entente_probe_says (pane.view, "No Article"));
  close_pane (&pane);
}

/* Without words a question is about the selected move, or about the study; a claim asks for words.
 */
static void
test_ask (void)
{
  Pane pane;
  GtkWidget *form;

  open_pane (&pane, 900);
  g_assert_true (gtk_widget_activate_action (pane.view, "article.new-question", NULL));
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_true (entente_probe_says (form, "None: about the whole study"));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (form)));
  entente_probe_close (form);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_session_select_event (pane.sample->session, entente_id_from_key ("taliban-accept"));
  g_assert_true (gtk_widget_activate_action (pane.view, "article.new-question", NULL));
  form = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_false (entente_probe_says (form, "None: about the whole study"));
  entente_probe_close (form);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  close_pane (&pane);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-view/show", test_show);
  g_test_add_func ("/article-view/reveal", test_reveal);
  g_test_add_func ("/article-view/step", test_step);
  g_test_add_func ("/article-view/scale", test_scale);
  g_test_add_func ("/article-view/column", test_column);
  g_test_add_func ("/article-view/selection", test_selection);
  g_test_add_func ("/article-view/markup", test_markup);
  g_test_add_func ("/article-view/hostile", test_hostile);
  g_test_add_func ("/article-view/right-to-left", test_right_to_left);
  g_test_add_func ("/article-view/place", test_place);
  g_test_add_func ("/article-view/empty", test_empty);
  g_test_add_func ("/article-view/delete", test_delete);
  g_test_add_func ("/article-view/ask", test_ask);
  return g_test_run ();
}
