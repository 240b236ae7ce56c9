/* Labels of rows and forms: no word makes a pane wider than its line. */
#include "config.h"

#include "entente-label.h"

#define LONG_WORD "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung"

static int
measure_minimum (GtkWidget *label)
{
  int minimum;

  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
measure_height (GtkWidget *label, int width_px)
{
  int height;

  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width_px, NULL, &height, NULL, NULL);
  return height;
}

static void
test_long_word (void)
{
  GtkWidget *plain = g_object_ref_sink (gtk_label_new (LONG_WORD));
  GtkWidget *wrapped = g_object_ref_sink (entente_label_new (LONG_WORD, "row-note"));
  GtkWidget *line = g_object_ref_sink (entente_label_new_line (LONG_WORD, NULL));

  g_assert_true (gtk_widget_has_css_class (wrapped, "row-note"));
  g_assert_cmpint (measure_minimum (wrapped) * 4, <, measure_minimum (plain));
  g_assert_cmpint (measure_minimum (line) * 4, <, measure_minimum (plain));
  g_assert_cmpint (measure_height (wrapped, 120), >, measure_height (line, 120));
  g_object_unref (line);
  g_object_unref (wrapped);
  g_object_unref (plain);
}

/* However much a person marked, a quotation leaves room for the fields below it. */
static void
test_quote (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *few, *many;

  for (int i = 0; i < 300; i++)
    g_string_append (words, "talks ");
  few = g_object_ref_sink (entente_label_new_quote ("talks", 3));
  many = g_object_ref_sink (entente_label_new_quote (words->str, 3));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (few)), ==, "“talks”");
  g_assert_cmpint (measure_height (many, 300), >, measure_height (few, 300));
  g_assert_cmpint (measure_height (many, 300), <=, 3 * measure_height (few, 300));
  g_object_unref (many);
  g_object_unref (few);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/long-word", test_long_word);
  g_test_add_func ("/label/quote", test_quote);
  return g_test_run ();
}
