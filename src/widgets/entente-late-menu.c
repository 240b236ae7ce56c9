/* The menu of a button, made when it opens. Main thread. */
#include "config.h"

#include "entente-late-menu.h"

static void
hide_tooltip (GtkMenuButton *button)
{
  g_object_bind_property (gtk_menu_button_get_popover (button),
                          "visible",
                          button,
                          "has-tooltip",
                          G_BINDING_DEFAULT | G_BINDING_INVERT_BOOLEAN);
}

static void
create_cb (GtkMenuButton *button, gpointer model)
{
  if (gtk_menu_button_get_popover (button))
    return;
  gtk_menu_button_set_menu_model (button, model);
  hide_tooltip (button);
}

void
entente_late_menu_attach (GtkMenuButton *button, GMenuModel *model)
{
  gtk_menu_button_set_create_popup_func (button, create_cb, g_object_ref (model), g_object_unref);
}

void
entente_late_menu_hide_tooltips (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  for (; child; child = gtk_widget_get_next_sibling (child)) {
    if (GTK_IS_MENU_BUTTON (child) && gtk_menu_button_get_popover (GTK_MENU_BUTTON (child)))
      hide_tooltip (GTK_MENU_BUTTON (child));
    entente_late_menu_hide_tooltips (child);
  }
}
