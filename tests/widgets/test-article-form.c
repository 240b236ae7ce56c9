/* The form of an article: what is shown is what is stored, and nothing changes by itself. */
#include "config.h"

#include "entente-article-form.h"
#include "entente-commands.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

static const EntenteArticle *
get_article (EntenteSample *sample)
{
  return entente_chronicle_get_article (entente_study_get_chronicle (sample->study), 0);
}

static GtkWidget *
open_form (EntenteSample *sample, GtkWidget *parent)
{
  entente_article_form_present (parent, sample->session, get_article (sample)->record.id);
  return entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
}

/* An outlet that shares its name with another. */
static void
set_publication (EntenteSample *sample)
{
  g_autoptr (EntenteArticle) article = entente_article_copy (get_article (sample));

  article->publication = entente_sample_add_actor (sample, "The Herald");
  entente_sample_apply (sample, entente_commands_put (article));
  entente_sample_add_namesakes (sample);
}

static void
test_edit (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  gint64 version;
  GtkWidget *window, *title;

  set_publication (sample);
  version = entente_study_get_version (sample->study);
  window = open_form (sample, parent);
  title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, get_article (sample)->title);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_linger (50);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);

  window = open_form (sample, parent);
  title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (title), "<b>Two</b> & more");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (g_strcmp0 (get_article (sample)->title, "<b>Two</b> & more") == 0);
  g_assert_cmpstr (get_article (sample)->published->edtf, ==, "2018-12-31");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* What is changed elsewhere while the form is open stays, for the form did not change it. */
static void
test_meanwhile (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_form (sample, parent);
  EntenteId id = get_article (sample)->record.id;

  entente_sample_apply (
    sample,
    entente_commands_set_field (ENTENTE_ENTITY_ARTICLE, id, "note", "Noted elsewhere", NULL));
  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "Typed");
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpstr (get_article (sample)->title, ==, "Typed");
  g_assert_cmpstr (get_article (sample)->note, ==, "Noted elsewhere");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The article is deleted meanwhile: the form stays, and says that it is gone. */
static void
test_refused (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window = open_form (sample, parent);
  GtkWidget *title = entente_probe_find (window, GTK_TYPE_ENTRY, 0);
  GtkWidget *error = entente_probe_find_class (window, "error");
  EntenteId id = get_article (sample)->record.id;

  entente_probe_wait (gtk_widget_get_mapped (window));
  gtk_editable_set_text (GTK_EDITABLE (title), "Typed by hand");
  entente_sample_apply (sample, entente_commands_delete (ENTENTE_ENTITY_ARTICLE, id));
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (gtk_widget_get_visible (error));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Typed by hand");
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpstr (get_article (sample)->title, ==, "Typed by hand");
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-form/edit", test_edit);
  g_test_add_func ("/article-form/meanwhile", test_meanwhile);
  g_test_add_func ("/article-form/refused", test_refused);
  return g_test_run ();
}
