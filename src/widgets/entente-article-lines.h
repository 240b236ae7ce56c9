/* EntenteArticleLines: where a stretch of text stands on the lines of a text view. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @rect is the part of one display line, in buffer coordinates; its height is that of the letters'
 * line. */
typedef void (*EntenteArticleLineFunc) (const GdkRectangle *rect, gpointer data);

/* Calls @func for each display line of the offsets [start, end). */
void entente_article_lines_foreach (GtkTextView *view,
                                    int start,
                                    int end,
                                    EntenteArticleLineFunc func,
                                    gpointer data);
/* Where the character at @offset stands, in buffer coordinates. */
GdkRectangle entente_article_lines_get_place (GtkTextView *view, int offset);
/* The box round all lines of [start, end). */
GdkRectangle entente_article_lines_get_bounds (GtkTextView *view, int start, int end);
/* Offsets in sight, with a line more at both ends. */
void entente_article_lines_get_visible (GtkTextView *view, int *start, int *end);

/* Size of the letters of a widget and height of their line, px, before the reader's own scale. */
void entente_article_lines_measure_font (GtkWidget *widget, double *font, double *line);

G_END_DECLS
