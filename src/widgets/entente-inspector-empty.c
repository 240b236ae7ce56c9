/* Only what there is can be chosen: keys that would do nothing are not offered. Main thread. */
#include "config.h"

#include "entente-inspector-empty.h"
#include <glib/gi18n.h>

enum { MARKS_ROW, WORDS_ROW };

static void
show_row (GtkGrid *keys, int row, gboolean visible)
{
  for (int column = 0; column < 2; column++)
    gtk_widget_set_visible (gtk_grid_get_child_at (keys, column, row), visible);
}

void
entente_inspector_empty_show (AdwStatusPage *page, GtkGrid *keys, EntenteSession *session)
{
  EntenteChronicle *chronicle =
    session ? entente_study_get_chronicle (entente_session_get_study (session)) : NULL;
  gboolean has_events = chronicle && entente_chronicle_get_n_rows (chronicle) > 0;
  gboolean has_article = session && entente_session_get_article (session) != ENTENTE_ID_NONE;

  adw_status_page_set_description (
    page,
    has_events    ? _ ("Choose a mark in the article, the timeline or the table.")
    : has_article ? _ ("There is no event yet: accept a suggestion, or select words.")
                  : _ ("There is no event yet: add an article, or an event of your own."));
  show_row (keys, MARKS_ROW, has_events);
  show_row (keys, WORDS_ROW, has_article);
}
