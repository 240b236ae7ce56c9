/* Texts of tooltips, kept with their widgets and asked for when they are wanted. Main thread. */
#include "config.h"

#include "entente-tooltip.h"

#define TEXT_DATA "entente-tooltip"

static gboolean
query_text_cb (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const char *text = g_object_get_data (G_OBJECT (widget), TEXT_DATA);

  if (!text || !*text)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
query_rest_cb (GtkWidget *label, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return TRUE;
}

void
entente_tooltip_set_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_has_tooltip (widget)) {
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_text_cb), NULL);
    gtk_widget_set_has_tooltip (widget, TRUE);
  }
  g_object_set_data_full (G_OBJECT (widget), TEXT_DATA, g_strdup (text), g_free);
}

void
entente_tooltip_show_rest (GtkLabel *label)
{
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_rest_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
}
