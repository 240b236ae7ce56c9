/* A text view that scrolls in a frame. Main thread. */
#include "config.h"

#include "entente-long-text.h"

#define MIN_HEIGHT_PX 72
#define MAX_HEIGHT_PX 200
#define MARGIN_PX 8

static GtkTextBuffer *
get_buffer (GtkWidget *field)
{
  GtkWidget *view = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (field));

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

GtkWidget *
entente_long_text_new (const char *label)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), MARGIN_PX);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT_PX);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT_PX);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "long-text");
  return scroller;
}

void
entente_long_text_set (GtkWidget *field, const char *text)
{
  gtk_text_buffer_set_text (get_buffer (field), text ? text : "", -1);
}

void
entente_long_text_store (GtkWidget *field, char **text)
{
  GtkTextBuffer *buffer = get_buffer (field);
  GtkTextIter start, end;
  g_autofree char *typed = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  typed = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  g_free (*text);
  *text = *typed ? g_steal_pointer (&typed) : NULL;
}
