/* A long list to choose from: what the search hides stays chosen, and is neither chosen nor let go
 * by the buttons. */
#include "config.h"

#include "entente-choice-list.h"
#include "entente-widget-probe.h"

static void
assert_chosen (EntenteChoiceList *list, const char *wanted)
{
  g_autoptr (GArray) chosen = entente_choice_list_dup_chosen (list);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    g_string_append_printf (text, "%d ", (int) g_array_index (chosen, gint64, i));
  g_assert_cmpstr (text->str, ==, wanted);
}

static void
count_cb (EntenteChoiceList *list, guint *n)
{
  (*n)++;
}

static void
test_choose (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *widget = entente_choice_list_new ("Fruit");
  EntenteChoiceList *list = ENTENTE_CHOICE_LIST (widget);
  GtkWidget *search = entente_probe_find (widget, GTK_TYPE_SEARCH_ENTRY, 0);
  GtkWidget *all = entente_probe_find (widget, GTK_TYPE_BUTTON, 0);
  GtkWidget *none = entente_probe_find (widget, GTK_TYPE_BUTTON, 1);
  guint n = 0;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  entente_choice_list_add (list, 1, "Apple");
  entente_choice_list_add (list, 2, "Pear");
  entente_choice_list_add (list, 3, "Pineapple");
  g_signal_connect (list, "changed", G_CALLBACK (count_cb), &n);
  assert_chosen (list, "");
  gtk_editable_set_text (GTK_EDITABLE (search), "apple");
  entente_probe_linger (300);
  g_signal_emit_by_name (all, "clicked");
  assert_chosen (list, "1 3 ");
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (entente_probe_says (widget, "2 of 3 chosen"));
  gtk_editable_set_text (GTK_EDITABLE (search), "pine");
  entente_probe_linger (300);
  g_signal_emit_by_name (none, "clicked");
  assert_chosen (list, "1 ");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  entente_probe_linger (300);
  gtk_check_button_set_active (entente_probe_find (widget, GTK_TYPE_CHECK_BUTTON, 1), TRUE);
  assert_chosen (list, "1 2 ");
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choice-list/choose", test_choose);
  return g_test_run ();
}
