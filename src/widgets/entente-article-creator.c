/* It stands at the bottom, or at the top while the selection is low. */
#include "config.h"

#include "entente-article-creator.h"

#define CREATOR_LOW 0.6 /* of the height */
#define VIEW_DATA "entente-creator-view"

static void
place_cb (GtkWidget *creator)
{
  GtkTextView *view = g_object_get_data (G_OBJECT (creator), VIEW_DATA);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  GdkRectangle rect;
  gboolean is_low;

  if (!gtk_text_buffer_get_has_selection (buffer))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &rect);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, rect.y, NULL, &rect.y);
  is_low = rect.y > gtk_widget_get_height (GTK_WIDGET (view)) * CREATOR_LOW;
  gtk_widget_set_valign (creator, is_low ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_queue_resize (creator); /* its overlay places it anew */
}

void
entente_article_creator_attach (GtkTextView *view, GtkWidget *creator)
{
  g_object_set_data (G_OBJECT (creator), VIEW_DATA, view);
  g_signal_connect_object (gtk_text_view_get_buffer (view),
                           "mark-set",
                           G_CALLBACK (place_cb),
                           creator,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}
