/* Folding rows of a form away. Main thread.
 */
#include "config.h"

#include "entente-form-expander.h"

/* A child that is folded away takes no keyboard: this version of the toolkit would send it there
 * and lose it. */
void
entente_form_expander_set_child (GtkWidget *expander, GtkWidget *child)
{
  const char *label = gtk_expander_get_label (GTK_EXPANDER (expander));

  gtk_expander_set_child (GTK_EXPANDER (expander), child);
  g_object_bind_property (expander, "expanded", child, "can-focus", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}
