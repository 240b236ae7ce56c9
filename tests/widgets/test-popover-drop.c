/* A popover made for one use goes by itself, whatever of the window around it is there by then. */
#include "config.h"

#include "entente-popover-drop.h"
#include "entente-widget-probe.h"

static GtkWidget *
open_popover (GtkWidget *window)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_set_parent (popover, gtk_window_get_child (GTK_WINDOW (window)));
  g_signal_connect (popover, "closed", G_CALLBACK (entente_popover_drop_later), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  entente_probe_wait (gtk_widget_get_mapped (popover));
  return popover;
}

static void
test_closed (void)
{
  GtkWidget *window = gtk_window_new ();
  gpointer popover;

  gtk_window_set_child (GTK_WINDOW (window), gtk_button_new ());
  popover = open_popover (window);
  g_object_add_weak_pointer (popover, &popover);
  gtk_popover_popdown (popover);
  g_assert_nonnull (popover); /* what closes it is still at work with it */
  entente_probe_wait (popover == NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The tree around it goes first. */
static void
test_parent_gone (void)
{
  GtkWidget *window = gtk_window_new ();
  gpointer popover;

  gtk_window_set_child (GTK_WINDOW (window), gtk_button_new ());
  popover = open_popover (window);
  g_object_add_weak_pointer (popover, &popover);
  gtk_popover_popdown (popover);
  gtk_widget_unparent (popover);
  gtk_window_destroy (GTK_WINDOW (window));
  entente_probe_wait (popover == NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/popover-drop/closed", test_closed);
  g_test_add_func ("/popover-drop/parent-gone", test_parent_gone);
  return g_test_run ();
}
