/* EntenteSelection: where the reader is: the events selected, what was read of the first of them,
 * the passage lit and the article shown. A part of the session; panes use the session. Main thread.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_SELECTION (entente_selection_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSelection, entente_selection, ENTENTE, SELECTION, GObject)

/* Properties, read-only, each notifying exactly when it changes and named like those of the
 * session: "selected-event", "selection", "selected-passage", "article", "detail", "detail-failed".
 * Signals: "reveal-words" (), "failed" (char *sentence). */
EntenteSelection *entente_selection_new (EntenteStudy *study);
EntenteId entente_selection_get_event (EntenteSelection *selection);
const GArray *entente_selection_get_events (EntenteSelection *selection);
gboolean entente_selection_contains (EntenteSelection *selection, EntenteId event);
EntenteId entente_selection_get_passage (EntenteSelection *selection);
EntenteId entente_selection_get_article (EntenteSelection *selection);
EntenteEventDetail *entente_selection_get_detail (EntenteSelection *selection);
gboolean entente_selection_get_detail_failed (EntenteSelection *selection);

/* Replaces the selection; the passage follows once the detail is read, and the article with it. */
void entente_selection_set_events (EntenteSelection *selection, const EntenteId *events, guint n);
void entente_selection_toggle_event (EntenteSelection *selection, EntenteId event);
void entente_selection_set_passage (EntenteSelection *selection,
                                    EntenteId passage,
                                    EntenteId event);
void entente_selection_set_article (EntenteSelection *selection, EntenteId article);
/* Emits "reveal-words" as soon as it is known where the words are. */
void entente_selection_reveal_words (EntenteSelection *selection);
/* Lets go of what the present chronicle no longer has. */
void entente_selection_prune (EntenteSelection *selection);

G_END_DECLS
