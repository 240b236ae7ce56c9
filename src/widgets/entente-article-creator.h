/* The button "New Event" over the text of an article, which stands where it does not cover the words that are selected. Part of the
 * article pane. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @creator, in an overlay over @view, moves from now on with the selection. */
void entente_article_creator_attach (GtkTextView *view, GtkWidget *creator);

G_END_DECLS
