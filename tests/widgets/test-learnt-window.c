/* The list of what was learnt: rows with where from, search, types, and taking back. */
#include "config.h"

#include "entente-commands.h"
#include "entente-learnt-window.h"
#include "entente-sample-fixture.h"
#include "entente-study-records.h"
#include "entente-widget-probe.h"

static void
add_word (EntenteSample *sample)
{
  g_autoptr (EntenteLexicon) word = entente_lexicon_new ();
  g_autoptr (GPtrArray) passages =
    entente_store_list (entente_study_get_store (sample->study), ENTENTE_ENTITY_PASSAGE, NULL);
  g_autoptr (EntenteStep) step = NULL;

  word->text = g_strdup ("ostracise/v");
  word->kind = g_strdup ("veto");
  word->passage = ((EntenteRecord *) passages->pdata[0])->id;
  step = entente_commands_put (word);
  entente_change_set_unref (entente_study_apply (sample->study, step, NULL));
}

static guint
count_words (EntenteSample *sample)
{
  g_autoptr (GPtrArray) words =
    entente_store_list (entente_study_get_store (sample->study), ENTENTE_ENTITY_LEXICON, NULL);

  return words->len;
}

static GtkWidget *
open_window (EntenteSample *sample, GtkWidget *parent)
{
  GtkWidget *window;

  entente_learnt_window_present (parent, sample->session);
  window = entente_probe_wait_window (ENTENTE_TYPE_LEARNT_WINDOW);
  entente_probe_wait (entente_probe_says (window, "“ostracise” tells of: veto"));
  return window;
}

static void
test_search (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window, *search;

  add_word (sample);
  window = open_window (sample, parent);
  search = entente_probe_find (window, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "ostrac");
  entente_probe_wait (entente_probe_says (window, "1 of "));
  gtk_editable_set_text (GTK_EDITABLE (search), "no such words");
  entente_probe_wait (entente_probe_says (window, "Nothing Found"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_drop_down_set_selected (entente_probe_find (window, GTK_TYPE_DROP_DOWN, 0), 1);
  entente_probe_wait (entente_probe_says (window, "1 of "));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

/* A row goes to where it was learnt, and goes when it is taken back; undo brings it back. */
static void
test_rows (void)
{
  EntenteSample *sample = entente_sample_new ();
  GtkWidget *parent = gtk_window_new ();
  GtkWidget *window, *list;

  add_word (sample);
  window = open_window (sample, parent);
  list = entente_probe_find (window, GTK_TYPE_LIST_VIEW, 1); /* that of the types is the first */
  g_assert_true (entente_probe_says (window, " · “"));
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpint (entente_session_get_article (sample->session), !=, ENTENTE_ID_NONE);
  g_assert_cmpint (entente_session_get_selected_event (sample->session), !=, ENTENTE_ID_NONE);
  g_signal_emit_by_name (entente_probe_find (list, GTK_TYPE_BUTTON, 0), "clicked");
  entente_probe_wait (count_words (sample) == 0);
  entente_probe_wait (!entente_probe_says (window, "“ostracise” tells of: veto"));
  entente_change_set_unref (entente_study_undo (sample->study, NULL));
  entente_probe_wait (entente_probe_says (window, "“ostracise” tells of: veto"));
  gtk_window_destroy (GTK_WINDOW (parent));
  entente_sample_free (sample);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/learnt-window/search", test_search);
  g_test_add_func ("/learnt-window/rows", test_rows);
  return g_test_run ();
}
