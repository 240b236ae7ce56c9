/* The form of a corrected text: the marks are shown with a switch each before anything is kept. */
#include "config.h"

#include "entente-claim-form.h"
#include "entente-correction-form.h"
#include "entente-correction.h"
#include "entente-form-window.h"
#include "entente-sample-fixture.h"
#include "entente-widget-probe.h"

#include <string.h>

static EntenteId
get_article (EntenteSample *sample)
{
  return entente_chronicle_get_article (entente_study_get_chronicle (sample->study), 0)->record.id;
}

static EntenteArticleDetail *
read_article (EntenteSample *sample)
{
  return entente_study_read_article (sample->study, get_article (sample), NULL);
}

static GtkTextBuffer *
get_buffer (GtkWidget *window)
{
  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (entente_probe_find (window, GTK_TYPE_TEXT_VIEW, 0)));
}

/* The form with the text of the article in it. */
static GtkWidget *
open_form (EntenteSample *sample, GtkWidget *parent)
{
  GtkWidget *window;

  entente_correction_form_present (parent, sample->session, get_article (sample));
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (gtk_text_buffer_get_char_count (get_buffer (window)) > 0);
  return window;
}

/* Writes @words in place of those at [start, end). */
static void
replace (GtkWidget *window, gint64 at, gint64 end, const char *words)
{
  GtkTextBuffer *buffer = get_buffer (window);
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) at);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) end);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, words, -1);
}

static void
compare (GtkWidget *window)
{
  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (entente_probe_says (window, "found as"));
}

static guint
count_claims_on (EntenteSample *sample, gint64 number)
{
  g_autoptr (EntenteArticleDetail) detail = read_article (sample);
  guint n = 0;

  for (guint i = 0; i < detail->claims->len; i++) {
    const EntenteClaim *claim = detail->claims->pdata[i];
    g_autoptr (EntentePassage) passage = entente_store_get (entente_study_get_store (sample->study),
                                                            ENTENTE_ENTITY_PASSAGE,
                                                            claim->passage,
                                                            NULL);
    g_autoptr (EntenteRevision) revision =
      entente_store_get (entente_study_get_store (sample->study),
                         ENTENTE_ENTITY_REVISION,
                         passage->revision,
                         NULL);

    n += revision->number == number;
  }
  return n;
}

static void
test_keep (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent);
  g_autoptr (EntenteArticleDetail) before = read_article (sample);
  g_autoptr (EntenteArticleDetail) after = NULL;

  replace (window, 0, 0, "(Mended.) ");
  compare (window);
  g_assert_cmpint (count_claims_on (sample, 1), ==, before->claims->len);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  after = read_article (sample);
  g_assert_cmpint (after->revision->number, ==, 2);
  g_assert_true (g_str_has_prefix (after->revision->text, "(Mended.) "));
  g_assert_cmpuint (count_claims_on (sample, 2), ==, before->claims->len);
  g_assert_cmpuint (after->footnotes->len, ==, before->footnotes->len);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* A mark with changed words moves as its switch says. */
static void
test_switch (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent), *toggle;
  g_autoptr (EntenteArticleDetail) detail = read_article (sample);
  const EntentePassage *passage = detail->passages->pdata[0];
  g_autofree char *shown = NULL;
  guint n = count_claims_on (sample, 1);

  replace (window, passage->end - 4, passage->end - 4, "ly new ");
  compare (window);
  shown = g_strdup_printf ("“%s”", passage->quote);
  g_assert_true (entente_probe_says (window, shown));
  g_assert_true (entente_probe_says (window, "→"));
  toggle = entente_probe_find (window, GTK_TYPE_SWITCH, 0);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpuint (count_claims_on (sample, 1), >=, 1);
  g_assert_cmpuint (count_claims_on (sample, 2), >=, 1);
  g_assert_cmpuint (count_claims_on (sample, 1) + count_claims_on (sample, 2), ==, n);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* The words before stay within reach of whoever looks at the claim. */
static void
test_earlier (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent);
  g_autoptr (EntenteArticleDetail) detail = read_article (sample);
  const EntentePassage *passage = detail->passages->pdata[0];
  const EntenteClaim *claim = NULL;
  g_autofree char *said = g_strdup_printf ("Before the text was corrected: “%s”", passage->quote);

  for (guint i = 0; i < detail->claims->len; i++)
    if (((EntenteClaim *) detail->claims->pdata[i])->passage == passage->record.id)
      claim = detail->claims->pdata[i];
  replace (window, passage->end - 4, passage->end - 4, "ly new ");
  compare (window);
  entente_probe_accept (ENTENTE_TYPE_FORM_WINDOW);
  entente_claim_form_present (parent,
                              sample->session,
                              claim->event,
                              claim->record.id,
                              ENTENTE_ID_NONE,
                              NULL);
  window = entente_probe_wait_window (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_wait (entente_probe_says (window, said));
  entente_probe_close (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_back (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent);
  gint64 version = entente_study_get_version (sample->study);

  replace (window, 0, 0, "One more. ");
  compare (window);
  for (guint i = 0;; i++) {
    GtkButton *button = entente_probe_find (window, GTK_TYPE_BUTTON, i);

    if (g_strcmp0 (gtk_button_get_label (button), "_Back to the Text") != 0)
      continue;
    g_signal_emit_by_name (button, "clicked");
    break;
  }
  g_assert_false (entente_probe_says (window, "found as"));
  entente_probe_close (window);
  entente_probe_answer ("_Discard");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  g_assert_cmpint (entente_study_get_version (sample->study), ==, version);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

static void
test_unchanged (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent);

  g_signal_emit_by_name (window, "accept");
  entente_probe_wait (entente_probe_says (window, "The text has not changed"));
  entente_probe_close (window);
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* A reason that was typed is asked for too. */
static void
test_reason (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent);

  gtk_editable_set_text (GTK_EDITABLE (entente_probe_find (window, GTK_TYPE_ENTRY, 0)), "A typo");
  entente_probe_close (window);
  entente_probe_answer ("_Discard");
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* A window that goes while texts are compared takes nothing with it. */
static void
test_closed (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new (), *window = open_form (sample, parent);

  replace (window, 0, 0, "Never kept. ");
  g_signal_emit_by_name (window, "accept");
  gtk_window_destroy (GTK_WINDOW (window));
  entente_probe_wait_closed (ENTENTE_TYPE_FORM_WINDOW);
  entente_probe_linger (100);
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/correction-form/keep", test_keep);
  g_test_add_func ("/correction-form/switch", test_switch);
  g_test_add_func ("/correction-form/earlier", test_earlier);
  g_test_add_func ("/correction-form/back", test_back);
  g_test_add_func ("/correction-form/unchanged", test_unchanged);
  g_test_add_func ("/correction-form/reason", test_reason);
  g_test_add_func ("/correction-form/closed", test_closed);
  return g_test_run ();
}
