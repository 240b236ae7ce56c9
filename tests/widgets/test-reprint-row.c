/* The row that proposes a reprint: a choice, which the form of the article stores. */
#include "config.h"

#include "entente-article-form.h"
#include "entente-commands.h"
#include "entente-form-window.h"
#include "entente-reprint-row.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static EntenteId
get_first (EntenteSample *sample)
{
  return entente_chronicle_get_article (entente_study_get_chronicle (sample->study), 0)->record.id;
}

static char *
dup_text (EntenteSample *sample)
{
  g_autoptr (EntenteArticleDetail) detail =
    entente_study_read_article (sample->study, get_first (sample), NULL);

  return g_strdup (detail->revision->text);
}

/* Adds the text of the first article once more, with other words before it. */
static EntenteId
add_copy (EntenteSample *sample)
{
  g_autoptr (EntenteArticleDraft) draft = entente_article_draft_new ();
  g_autofree char *text = dup_text (sample);
  EntenteId id;

  draft->article->title = g_strdup ("A copy");
  draft->revision->text = g_strconcat ("AGENCY. ", text, NULL);
  entente_sample_apply (sample, entente_commands_add_article (draft, &id));
  return id;
}

static void
test_new_text (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autofree char *text = dup_text (sample);
  GtkWidget *row = g_object_ref_sink (
    entente_reprint_row_new (sample->session, ENTENTE_ID_NONE, text, ENTENTE_ID_NONE));

  g_assert_false (gtk_widget_get_visible (row));
  entente_probe_wait (gtk_widget_get_visible (row));
  g_assert_cmpint (entente_reprint_row_get_origin (ENTENTE_REPRINT_ROW (row)),
                   ==,
                   get_first (sample));
  g_object_unref (row);
  entente_sample_free (sample);
}

static void
test_form (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window, *check;
  EntenteId first = get_first (sample), copy = add_copy (sample);
  EntenteChronicle *chronicle;

  entente_article_form_present (parent, sample->session, copy);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_probe_says (window, "Reprint of"));
  g_assert_true (entente_probe_says (window, "Nearly the same"));
  check = entente_probe_find (window, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  chronicle = entente_study_get_chronicle (sample->study);
  g_assert_cmpint (
    entente_chronicle_get_article (chronicle, entente_chronicle_find_article (chronicle, copy))
      ->origin,
    ==,
    first);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The original is not proposed as a reprint of its copy. */
static void
test_original (void)
{
  EntenteSample *sample = entente_sample_new ();
  g_autoptr (EntenteArticle) article = NULL;
  EntenteChronicle *chronicle;
  EntenteId first = get_first (sample), copy = add_copy (sample);
  GtkWidget *row;

  chronicle = entente_study_get_chronicle (sample->study);
  article = entente_article_copy (
    entente_chronicle_get_article (chronicle, entente_chronicle_find_article (chronicle, copy)));
  article->origin = first;
  entente_sample_apply (sample, entente_commands_put (article));
  row = g_object_ref_sink (entente_reprint_row_new (sample->session, first, NULL, ENTENTE_ID_NONE));
  entente_probe_linger (300);
  g_assert_false (gtk_widget_get_visible (row));
  g_object_unref (row);
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/reprint-row/new-text", test_new_text);
  g_test_add_func ("/reprint-row/form", test_form);
  g_test_add_func ("/reprint-row/original", test_original);
  return g_test_run ();
}
