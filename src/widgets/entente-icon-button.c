/* Buttons of rows: they come and go with each selection, so their tooltips do not wait for the
 * display. Main thread. */
#include "config.h"

#include "entente-icon-button.h"
#include "entente-tooltip.h"

GtkWidget *
entente_icon_button_new (const char *icon, const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  entente_tooltip_set_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  return button;
}
