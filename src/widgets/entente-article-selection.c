/* Selected words of an article, beyond its own pane. Main thread. */
#include "config.h"

#include "entente-article-selection.h"

#define LOW 0.6 /* of the height */
#define SESSION "entente-selection-session"

void
entente_article_selection_place_button (GtkTextView *view, GtkWidget *button)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;
  GdkRectangle rect;
  gboolean is_low;

  if (!gtk_text_buffer_get_has_selection (buffer))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &iter, &rect);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, 0, rect.y, NULL, &rect.y);
  is_low = rect.y > gtk_widget_get_height (GTK_WIDGET (view)) * LOW;
  gtk_widget_set_valign (button, is_low ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_queue_resize (button); /* its overlay places it anew */
}

static void
wanted_cb (EntenteArticleText *text, EntenteSessionWords *words)
{
  EntenteArticleMarks *marks = entente_article_text_get_marks (text);
  EntenteArticleDetail *detail = marks ? entente_article_marks_get_detail (marks) : NULL;

  if (words->passage || !detail)
    return;
  words->passage = entente_article_text_dup_selection (text, TRUE, NULL);
  if (words->passage)
    words->article = detail->article->record.id;
}

void
entente_article_selection_offer (EntenteArticleText *text, EntenteSession *session)
{
  EntenteSession *before = g_object_get_data (G_OBJECT (text), SESSION);

  if (before)
    g_signal_handlers_disconnect_by_func (before, wanted_cb, text);
  g_object_set_data_full (G_OBJECT (text),
                          SESSION,
                          session ? g_object_ref (session) : NULL,
                          session ? g_object_unref : NULL);
  if (session)
    g_signal_connect_object (session,
                             "words-wanted",
                             G_CALLBACK (wanted_cb),
                             text,
                             G_CONNECT_SWAPPED);
}
