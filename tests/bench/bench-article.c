/* What a frame costs while an article is scrolled: a long one, and such as bring a text view to a
 * standstill, against a short one in the same run. The ratios are asserted; the milliseconds are
 * only reported.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "entente-article-view.h"
#include "entente-bench-frame.h"

#define N_FRAMES 120
#define STEP_PX 90
#define SETTLE_US 300000
#define MAX_RATIO 3.0
#define SENTENCE "The delegations met on the old bridge and agreed to speak again in the spring. "

typedef struct {
  char *folder;
  EntenteStudy *study;
  EntenteSession *session;
  GtkWidget *window;
  EntenteBenchBin *bin;
  GtkWidget *view;
  GtkTextView *text;
  double place; /* of the adjustment */
} Pane;

static GtkWidget *
find_text (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_text (child);
  return found;
}

static void
open_pane (Pane *pane)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  pane->folder = g_dir_make_tmp ("entente-bench-article-XXXXXX", NULL);
  path = g_build_filename (pane->folder, "study.entente", NULL);
  pane->study = entente_study_open (path, ENTENTE_OPEN_CREATE, NULL, &error);
  g_assert_no_error (error);
  pane->session = entente_session_new (pane->study);
  pane->window = gtk_window_new ();
  pane->view = entente_article_view_new (pane->session);
  pane->bin = ENTENTE_BENCH_BIN (entente_bench_bin_new (pane->view));
  gtk_window_set_default_size (GTK_WINDOW (pane->window), 1000, 800);
  gtk_window_set_child (GTK_WINDOW (pane->window), GTK_WIDGET (pane->bin));
  gtk_window_present (GTK_WINDOW (pane->window));
  pane->text = GTK_TEXT_VIEW (find_text (pane->view));
}

static void
close_pane (Pane *pane)
{
  g_autofree char *path = g_build_filename (pane->folder, "study.entente", NULL);

  gtk_window_destroy (GTK_WINDOW (pane->window));
  g_object_unref (pane->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (pane->study);
  g_unlink (path);
  g_rmdir (pane->folder);
  g_free (pane->folder);
}

/* Takes @text. Milliseconds from the choice of the article until its text is in the view. */
static double
show_text (Pane *pane, char *text)
{
  g_autoptr (EntenteArticleDraft) draft = entente_article_draft_new ();
  g_autoptr (GError) error = NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (pane->text);
  glong n_chars = g_utf8_strlen (text, -1);
  double start;
  EntenteId id;

  draft->article->title = g_strdup ("Article");
  draft->revision->text = text;
  id = entente_study_add_article (pane->study, draft, &error);
  g_assert_no_error (error);
  start = entente_bench_get_cpu ();
  entente_session_set_article (pane->session, id);
  /* With soft breaks it is a little longer; what stood there before is of another length. */
  while (gtk_text_buffer_get_char_count (buffer) < n_chars ||
         gtk_text_buffer_get_char_count (buffer) > n_chars + n_chars / 8)
    g_main_context_iteration (NULL, TRUE);
  entente_bench_bin_paint (pane->bin);
  return entente_bench_get_cpu () - start;
}

static GtkAdjustment *
get_adjustment (Pane *pane)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pane->text));
}

static void
scroll_cb (guint frame, gpointer data)
{
  Pane *pane = data;
  double end = gtk_adjustment_get_upper (get_adjustment (pane)) -
               gtk_adjustment_get_page_size (get_adjustment (pane));

  pane->place = pane->place + STEP_PX < end ? pane->place + STEP_PX : 0;
  gtk_adjustment_set_value (get_adjustment (pane), pane->place);
}

/* Until the view has measured all lines, so that its height stays. */
static double
settle (Pane *pane)
{
  double start = entente_bench_get_cpu (), height = -1;

  while (height != gtk_adjustment_get_upper (get_adjustment (pane))) {
    height = gtk_adjustment_get_upper (get_adjustment (pane));
    for (gint64 end = g_get_monotonic_time () + SETTLE_US; g_get_monotonic_time () < end;)
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
  }
  return entente_bench_get_cpu () - start;
}

static void
report (const char *name, const char *when, EntenteBenchFrames frames)
{
  g_test_message ("%-12s %-8s frame %6.2f ms, p99 %6.2f ms, most %6.2f ms",
                  name,
                  when,
                  frames.median,
                  frames.p99,
                  frames.most);
}

/* While the view is still measuring lines, and after that. */
static EntenteBenchFrames
measure (Pane *pane, const char *name, char *text)
{
  EntenteBenchFrames first, frames;
  double opening = show_text (pane, text), measuring;

  pane->place = 0;
  first = entente_bench_bin_run (pane->bin, N_FRAMES, scroll_cb, pane);
  measuring = settle (pane);
  frames = entente_bench_bin_run (pane->bin, N_FRAMES, scroll_cb, pane);
  g_test_message ("%-12s opened in %.0f ms, measured in %.0f ms, %.0f px high",
                  name,
                  opening,
                  measuring,
                  gtk_adjustment_get_upper (get_adjustment (pane)));
  report (name, "at once", first);
  report (name, "later", frames);
  frames.median = MAX (frames.median, first.median);
  return frames;
}

static char *
make_paragraphs (gsize length)
{
  GString *text = g_string_new (NULL);

  while (text->len < length) {
    for (guint i = 0; i < 6; i++)
      g_string_append (text, SENTENCE);
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

static char *
make_line (gsize length)
{
  GString *text = g_string_new (NULL);

  while (text->len < length)
    g_string_append (text, SENTENCE);
  return g_string_free (text, FALSE);
}

static void
bench_scroll (void)
{
  Pane pane = { NULL };
  EntenteBenchFrames plain;
  const struct {
    const char *name;
    char *text;
  } cases[] = {
    { "1 MB", make_paragraphs (1000000) },
    { "10 MB", make_paragraphs (10000000) },
    { "4 MB line", make_line (4000000) },
    { "100 kB word", g_strnfill (100000, 'x') },
  };

  open_pane (&pane);
  measure (&pane, "warm", make_paragraphs (30000));
  plain = measure (&pane, "30 kB", make_paragraphs (30000));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    EntenteBenchFrames frames = measure (&pane, cases[i].name, cases[i].text);

    g_test_message ("%s: %.2f times the frame of a short article",
                    cases[i].name,
                    frames.median / plain.median);
    g_assert_cmpfloat (frames.median, <=, MAX_RATIO * plain.median);
  }
  close_pane (&pane);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/bench/article", bench_scroll);
  return g_test_run ();
}
