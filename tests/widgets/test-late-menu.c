/* A menu is made when its button is pressed, once; the tooltip stays away while it shows. */
#include "config.h"

#include "entente-late-menu.h"

static void
assert_tooltip (GtkWidget *button, gboolean has_tooltip)
{
  while (gtk_widget_get_has_tooltip (button) != has_tooltip)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_made_when_opened (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkPopover *popover;

  g_menu_append (menu, "Entry", "win.entry");
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), "Menu");
  entente_late_menu_attach (button, G_MENU_MODEL (menu));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (button));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (button)));
  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  g_assert_true (GTK_IS_POPOVER_MENU (popover));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  assert_tooltip (GTK_WIDGET (button), FALSE);
  gtk_menu_button_popdown (button);
  assert_tooltip (GTK_WIDGET (button), TRUE);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Menus that were there before, at any depth. */
static void
test_hide_tooltips (void)
{
  GtkWidget *window = gtk_window_new (), *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button = gtk_menu_button_new ();

  gtk_widget_set_tooltip_text (button, "Menu");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), gtk_popover_new ());
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (outer), box);
  gtk_window_set_child (GTK_WINDOW (window), outer);
  entente_late_menu_hide_tooltips (outer);
  gtk_window_present (GTK_WINDOW (window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  assert_tooltip (button, FALSE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  assert_tooltip (button, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/late-menu/made-when-opened", test_made_when_opened);
  g_test_add_func ("/late-menu/hide-tooltips", test_hide_tooltips);
  return g_test_run ();
}
