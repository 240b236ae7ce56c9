/* Articles that were read are proposed one after the other, and kept as they are filled in. */
#include "config.h"

#include "entente-article-import.h"
#include "entente-date-field.h"
#include "entente-form-window.h"
#include "entente-line-uses.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#include <string.h>

#define TEXT                                                                                       \
  "The River Talks\n3 May 2017\n\nThe two delegations met on the old bridge.[1]\n\n"               \
  "[1] Bay Post, April 2017\n"

static GPtrArray *
read_drafts (guint n)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) entente_article_draft_free);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("river-%u.txt", i + 1);
    EntenteArticleDraft *draft = entente_article_draft_read_text (TEXT, strlen (TEXT), name, NULL);

    g_ptr_array_add (drafts, draft);
  }
  return drafts;
}

static guint
count_articles (EntenteSample *sample)
{
  return entente_chronicle_get_n_articles (entente_study_get_chronicle (sample->study));
}

/* The one that was kept last is shown. */
static const EntenteArticle *
get_last (EntenteSample *sample)
{
  EntenteChronicle *chronicle = entente_study_get_chronicle (sample->study);
  EntenteId id = entente_session_get_article (sample->session);

  return entente_chronicle_get_article (chronicle, entente_chronicle_find_article (chronicle, id));
}

static GtkWidget *
present (GtkWidget *parent, EntenteSample *sample, guint n)
{
  g_autoptr (GPtrArray) drafts = read_drafts (n);

  entente_article_import_present (parent, sample->session, drafts);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

static EntenteFootnote *
read_note (EntenteSample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (sample->study, get_last (sample)->record.id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (detail->footnotes->len, ==, 1);
  return entente_footnote_ref (detail->footnotes->pdata[0]);
}

/* A title and the date of a note corrected in the form are what is kept. */
static void
test_corrected (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  guint n = count_articles (sample);
  GtkWidget *window = present (parent, sample, 1);
  GtkWidget *title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  g_autoptr (EntenteFootnote) note = NULL;
  EntenteDateField *cited;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "The River Talks");
  g_assert_true (entente_probe_says (window, "river-1.txt"));
  g_assert_true (entente_probe_says (window, "Bay Post, April 2017"));
  g_assert_cmpuint (count_articles (sample), ==, n);
  gtk_editable_set_text (GTK_EDITABLE (title), "The River Talks, corrected");
  cited = entente_probe_find (window, ENTENTE_TYPE_DATE_FIELD, 1);
  entente_date_field_set_text (cited, "2017-04-02");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_articles (sample), ==, n + 1);
  g_assert_cmpstr (get_last (sample)->title, ==, "The River Talks, corrected");
  g_assert_cmpstr (get_last (sample)->published->edtf, ==, "2017-05-03");
  note = read_note (sample);
  g_assert_cmpstr (note->cited_date->edtf, ==, "2017-04-02");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
press (GtkWidget *window, guint nth)
{
  GtkWidget *box = entente_probe_find (window, GTK_TYPE_VIEWPORT, 0);
  GtkWidget *button = NULL;

  for (guint i = 0; !button; i++) {
    GtkWidget *found = entente_probe_find (box, GTK_TYPE_BUTTON, i);
    const char *label = gtk_button_get_label (GTK_BUTTON (found));

    if (label && (nth == 0 ? strstr (label, "Skip") : strstr (label, "Follow")))
      button = found;
  }
  g_signal_emit_by_name (button, "clicked");
}

/* One is kept, one passed over, the rest is kept together: as many steps. */
static void
test_several (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  guint n = count_articles (sample);
  gint64 version = entente_study_get_version (sample->study);
  GtkWidget *window = present (parent, sample, 4);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Article 1 of 4");
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (g_str_equal (gtk_window_get_title (GTK_WINDOW (window)), "Article 2 of 4"));
  g_assert_cmpuint (count_articles (sample), ==, n + 1);
  press (window, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Article 3 of 4");
  g_assert_cmpuint (count_articles (sample), ==, n + 1);
  press (window, 1);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_articles (sample), ==, n + 3);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version + 2);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* Closed, nothing is kept; and it asks before it drops what was typed. */
static void
test_closed (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  guint n = count_articles (sample);
  GtkWidget *window = present (parent, sample, 2);

  entente_probe_close (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  window = present (parent, sample, 2);
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "Typed");
  entente_probe_close (window);
  entente_probe_answer ("_Discard");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_articles (sample), ==, n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* ---- character sets, reprints ---- */

/* "Łódź, łąka." in a set that is hard to guess. */
#define POLISH                                                                                     \
  "Rozmowy o rzece\n3 May 2017\n\n\xA3\xF3"                                                        \
  "d\x9F, \xB3\xB9ka.\n"

static GtkWidget *
present_bytes (GtkWidget *parent, EntenteSample *sample, const char *bytes)
{
  g_autoptr (GPtrArray) drafts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) entente_article_draft_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (drafts,
                   entente_article_draft_read_text (bytes, strlen (bytes), "rzeka.txt", &error));
  g_assert_no_error (error);
  entente_article_import_present (parent, sample->session, drafts);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

static void
choose_set (GtkWidget *window, const char *set)
{
  GtkDropDown *choice = entente_probe_find (window, GTK_TYPE_DROP_DOWN, 0);
  GListModel *sets = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (sets); i++) {
    g_autoptr (GtkStringObject) label = g_list_model_get_item (sets, i);

    if (g_str_has_prefix (gtk_string_object_get_string (label), set))
      gtk_drop_down_set_selected (choice, i);
  }
}

static gboolean
shows_text (GtkWidget *window, const char *words)
{
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (entente_probe_find (window, GTK_TYPE_TEXT_VIEW, 0));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  return strstr (text, words) != NULL;
}

/* The guess is shown; another choice reads the file anew, and what was typed meanwhile stays. */
static void
test_charset (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = present_bytes (parent, sample, POLISH);
  GtkWidget *title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (title), "Typed");
  choose_set (window, "WINDOWS-1253");
  entente_probe_wait (!shows_text (window, "Łódź"));
  choose_set (window, "WINDOWS-1250");
  entente_probe_wait (shows_text (window, "Łódź, łąka."));
  title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Typed");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpstr (get_last (sample)->title, ==, "Typed");
  g_assert_cmpstr (get_last (sample)->published->edtf, ==, "2017-05-03");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The same text once more: it is proposed as a reprint, and kept as one. */
static void
test_reprint (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *check;
  EntenteChronicle *chronicle = entente_study_get_chronicle (sample->study);
  EntenteId first = entente_chronicle_get_article (chronicle, 0)->record.id;
  g_autoptr (EntenteArticleDetail) detail = entente_study_read_article (sample->study, first, NULL);
  g_autofree char *text =
    g_strconcat ("The same again\n3 May 2019\n\n", detail->revision->text, NULL);

  window = present_bytes (parent, sample, text);
  entente_probe_wait (entente_probe_says (window, "Reprint of"));
  check = entente_probe_find (window, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpint (get_last (sample)->origin, ==, first);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* ---- lines ---- */

static void
say_what_lines_are (GtkWidget *lines, guint line, EntenteLineUse use)
{
  GtkListView *view = entente_probe_find (lines, GTK_TYPE_LIST_VIEW, 0);

  gtk_selection_model_select_item (gtk_list_view_get_model (view), line, TRUE);
  gtk_widget_activate_action (lines, "lines.use", "i", (int) use);
}

/* A note that is text after all is kept as text; what was typed meanwhile stays. */
static void
test_lines (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = present (parent, sample, 1);
  GtkWidget *lines = entente_probe_find (window, ENTENTE_TYPE_LINE_USES, 0);
  GtkWidget *title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  g_autoptr (EntenteFootnote) note = NULL;

  gtk_editable_set_text (GTK_EDITABLE (title), "Typed");
  say_what_lines_are (lines, 3, ENTENTE_LINE_IS_BODY);
  g_assert_true (shows_text (window, "April 2017"));
  g_assert_false (entente_probe_says (window, "Notes"));
  say_what_lines_are (lines, 2, ENTENTE_LINE_IS_LEFT_OUT);
  g_assert_false (shows_text (window, "delegations"));
  say_what_lines_are (lines, 3, ENTENTE_LINE_IS_LEFT_OUT);
  g_assert_true (entente_probe_says (window, "No line would be left"));
  g_assert_true (shows_text (window, "April 2017"));
  say_what_lines_are (lines, 2, ENTENTE_LINE_IS_BODY);
  say_what_lines_are (lines, 3, ENTENTE_LINE_IS_NOTE);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpstr (get_last (sample)->title, ==, "Typed");
  note = read_note (sample);
  g_assert_cmpstr (note->marker, ==, "1");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-import/corrected", test_corrected);
  g_test_add_func ("/article-import/several", test_several);
  g_test_add_func ("/article-import/closed", test_closed);
  g_test_add_func ("/article-import/charset", test_charset);
  g_test_add_func ("/article-import/reprint", test_reprint);
  g_test_add_func ("/article-import/lines", test_lines);
  return g_test_run ();
}
