/* Tests of the rows of a summary's options: each stands for its part of the choice, both ways, and
 * only those of the kind show. */
#include "config.h"

#include "entente-app-fixture.h"
#include "entente-print-options.h"

typedef struct {
  GtkWidget *window;
  EntentePrintOptions *options;
  guint n_changed;
} Place;

static void
changed_cb (Place *place)
{
  place->n_changed++;
}

static void
set_up (Place *place, gconstpointer data)
{
  place->window = gtk_window_new ();
  place->options = g_object_new (ENTENTE_TYPE_PRINT_OPTIONS, NULL);
  gtk_window_set_child (GTK_WINDOW (place->window), GTK_WIDGET (place->options));
  g_signal_connect_swapped (place->options, "changed", G_CALLBACK (changed_cb), place);
  gtk_window_present (GTK_WINDOW (place->window));
  entente_app_rest (200);
}

static void
tear_down (Place *place, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (place->window));
}

static GtkWidget *
find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), name) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, name);

    if (found)
      return found;
  }
  return NULL;
}

static void
turn_all (EntentePrintChoice *choice)
{
  EntenteSummaryOptions *summary = &choice->summary;
  g_autoptr (EntenteDate) day = entente_date_new_day (2031, 5, 10);

  summary->figure = summary->told = summary->quotes = summary->answers = summary->undated = FALSE;
  summary->leave_out_private = FALSE;
  summary->pseudonyms = TRUE;
  summary->form = ENTENTE_FORM_SHORT;
  summary->citations = ENTENTE_CITATIONS_AUTHOR_DATE;
  choice->paper = ENTENTE_PAPER_LETTER;
  choice->landscape = TRUE;
  choice->notes_at_foot = FALSE;
  choice->face = ENTENTE_FACE_SERIF;
  choice->n_columns = 2;
  choice->size = 112;
  choice->margin = 567;
  choice->sheets = (EntentePosterOptions){ ENTENTE_PAPER_A0, FALSE, 4, 3, 0 };
  choice->black = TRUE;
  entente_print_choice_set_day (choice, day);
}

static void
assert_same (const EntentePrintChoice *one, const EntentePrintChoice *other)
{
  g_autoptr (GHashTable) words = entente_print_choice_to_words (one);
  g_autoptr (GHashTable) others = entente_print_choice_to_words (other);
  GHashTableIter iter;
  gpointer name, value;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (others, name)) != 0)
      g_error ("%s: %s, not %s",
               (char *) name,
               (char *) g_hash_table_lookup (others, name),
               (char *) value);
}

static void
test_both_ways (Place *place, gconstpointer data)
{
  EntentePrintChoice usual, turned, read;

  entente_print_choice_init (&usual);
  entente_print_choice_init (&turned);
  turn_all (&turned);
  entente_print_options_set (place->options, &turned);
  entente_print_choice_init (&read);
  entente_print_options_get (place->options, &read);
  assert_same (&turned, &read);
  entente_print_options_set (place->options, &usual);
  entente_print_options_get (place->options, &read);
  assert_same (&usual, &read);
  g_assert_cmpuint (place->n_changed, ==, 0);
}

/* What a person does is told, once for each row. */
static void
test_changed (Place *place, gconstpointer data)
{
  gtk_switch_set_active (GTK_SWITCH (find_named (GTK_WIDGET (place->options), "told")), FALSE);
  g_assert_cmpuint (place->n_changed, ==, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_named (GTK_WIDGET (place->options), "columns")),
                              1);
  g_assert_cmpuint (place->n_changed, ==, 2);
}

static gboolean
shows (Place *place, const char *name)
{
  return gtk_widget_get_visible (find_named (GTK_WIDGET (place->options), name));
}

static void
test_rows_of_kinds (Place *place, gconstpointer data)
{
  EntentePrintChoice choice;

  entente_print_choice_init (&choice);
  entente_print_options_set (place->options, &choice);
  g_assert_true (shows (place, "form") && shows (place, "paper_group"));
  g_assert_false (shows (place, "day_row") || shows (place, "sheets_group"));
  entente_print_choice_set_kind (&choice, "positions");
  entente_print_options_set (place->options, &choice);
  g_assert_true (shows (place, "day_row"));
  g_assert_false (shows (place, "form") || shows (place, "figure_row"));
  entente_print_choice_set_kind (&choice, "poster");
  entente_print_options_set (place->options, &choice);
  g_assert_true (shows (place, "sheets_group") && shows (place, "answers_row"));
  g_assert_false (shows (place, "paper_group") || shows (place, "quotes_row"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add (name, Place, NULL, set_up, func, tear_down)
  ADD ("/print-options/both-ways", test_both_ways);
  ADD ("/print-options/changed", test_changed);
  ADD ("/print-options/rows-of-kinds", test_rows_of_kinds);
  return g_test_run ();
}
