/* The find bar of the article pane: how many places, also where there are more than it goes
 * through. */
#include "config.h"

#include "entente-article-find.h"
#include "entente-widget-probe.h"

#include <adwaita.h>

typedef struct {
  GtkWidget *window, *view;
  EntenteArticleFind *find;
} Bar;

static void
open_bar (Bar *bar, guint n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GString) text = g_string_new ("Begin ");

  for (guint i = 0; i < n; i++)
    g_string_append (text, "Talks go on.\n");
  bar->window = gtk_window_new ();
  bar->view = gtk_text_view_new ();
  bar->find = g_object_new (ENTENTE_TYPE_ARTICLE_FIND, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (bar->view)), text->str, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar->find));
  gtk_box_append (GTK_BOX (box), bar->view);
  gtk_window_set_child (GTK_WINDOW (bar->window), box);
  entente_article_find_set_view (bar->find, GTK_TEXT_VIEW (bar->view));
  gtk_window_present (GTK_WINDOW (bar->window));
  entente_article_find_open (bar->find);
  gtk_editable_set_text (
    GTK_EDITABLE (entente_probe_find (GTK_WIDGET (bar->find), GTK_TYPE_SEARCH_ENTRY, 0)),
    "talks");
}

static void
check (guint n, const char *words)
{
  Bar bar;

  open_bar (&bar, n);
  entente_probe_wait (entente_probe_says (GTK_WIDGET (bar.find), words));
  gtk_window_destroy (GTK_WINDOW (bar.window));
}

static void
test_counts (void)
{
  check (0, "not found");
  check (3, "1 of 3");
  check (2000, "1 of 2000");
  check (2001, "1 of the first 2");
}

/* Round the end of what is gone through. */
static void
test_step (void)
{
  Bar bar;

  open_bar (&bar, 2);
  entente_probe_wait (entente_probe_says (GTK_WIDGET (bar.find), "1 of 2"));
  entente_article_find_step (bar.find, 1);
  g_assert_true (entente_probe_says (GTK_WIDGET (bar.find), "2 of 2"));
  entente_article_find_step (bar.find, 1);
  g_assert_true (entente_probe_says (GTK_WIDGET (bar.find), "1 of 2"));
  gtk_window_destroy (GTK_WINDOW (bar.window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/article-find/counts", test_counts);
  g_test_add_func ("/article-find/step", test_step);
  return g_test_run ();
}
