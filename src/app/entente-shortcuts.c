/* The window of all keys. What it lists stands in the ui file alone. Main thread. */
#include "config.h"

#include "entente-shortcuts.h"

void
entente_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/org/entente/Entente/entente-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
