/* The list of articles: found by title at once, and by the words of their texts. */
#include "config.h"

#include "entente-article-chooser.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static void
add_article (EntenteSample *sample, const char *title, const char *text)
{
  EntenteStep *step = entente_step_new ("Add article");
  g_autoptr (EntenteArticle) article = entente_article_new ();
  g_autoptr (EntenteRevision) revision = entente_revision_new ();
  g_autoptr (EntenteChangeSet) changes = NULL;

  article->title = g_strdup (title);
  entente_step_insert (step, article);
  revision->article = article->record.id;
  revision->text = g_strdup (text);
  entente_step_insert (step, revision);
  changes = entente_study_apply (sample->study, step, NULL);
  g_assert_nonnull (changes);
  entente_step_free (step);
}

static guint
count_rows (GtkWidget *chooser)
{
  GtkListView *list = entente_probe_find (chooser, GTK_TYPE_LIST_VIEW, 0);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

static void
test_words (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chooser = g_object_new (ENTENTE_TYPE_ARTICLE_CHOOSER, NULL);
  GtkEditable *entry;
  guint n;

  add_article (sample, "A bridge", "The ferrymen wanted a share of the toll.\n");
  entente_sample_settle (sample);
  entente_article_chooser_set_session (ENTENTE_ARTICLE_CHOOSER (chooser), sample->session);
  n = entente_article_chooser_get_n (ENTENTE_ARTICLE_CHOOSER (chooser));
  gtk_window_set_child (GTK_WINDOW (window), chooser);
  gtk_window_present (GTK_WINDOW (window));
  entente_sample_settle (sample);
  gtk_menu_button_popup (entente_probe_find (chooser, GTK_TYPE_MENU_BUTTON, 0));
  entente_sample_settle (sample);
  entry = entente_probe_find (chooser, GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_cmpuint (count_rows (chooser), ==, n);
  gtk_editable_set_text (entry, "bridge");
  entente_probe_wait (count_rows (chooser) == 1);
  gtk_editable_set_text (entry, "ferrym");
  entente_probe_wait (count_rows (chooser) == 1);
  gtk_editable_set_text (entry, "no such word");
  entente_probe_wait (count_rows (chooser) == 0);
  gtk_editable_set_text (entry, "");
  entente_probe_wait (count_rows (chooser) == n);
  gtk_menu_button_popdown (entente_probe_find (chooser, GTK_TYPE_MENU_BUTTON, 0));
  entente_sample_settle (sample);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-chooser/words", test_words);
  return g_test_run ();
}
