/* EntenteSession: what one window shows of a study: filter, selection, lanes. Panes meet here and
 * nowhere else.
 *
 * Main thread. Panes set properties and follow notify; they never call each other.
 */
#pragma once

#include "entente-facets.h"
#include "entente-study.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_SESSION (entente_session_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSession, entente_session, ENTENTE, SESSION, GObject)

typedef enum {
  ENTENTE_ANSWERS_NONE,
  ENTENTE_ANSWERS_SELECTION,
  ENTENTE_ANSWERS_ALL,
  ENTENTE_ANSWERS_THREAD /* of the selection, and nothing but its thread as marks */
} EntenteAnswersShown;

#define ENTENTE_TYPE_ANSWERS_SHOWN (entente_answers_shown_get_type ())
GType entente_answers_shown_get_type (void);

/* Words selected in an article; empty when there are none. */
typedef struct {
  EntenteId article;
  EntentePassage *passage; /* or NULL */
} EntenteSessionWords;

/* Properties (all notify exactly when they change):
 *   "study"            EntenteStudy, construct-only
 *   "query"            boxed EntenteQuery, never NULL
 *   "filtered"         pointer EntenteBitset: rows that pass; follows query and chronicle
 *   "facets"           pointer EntenteFacets: counts; come a moment later, from a thread
 *   "n-filtered", "n-events" uint
 *   "selected-event"   int64 id, 0 none: the first of the selection
 *   "selection"        boxed GArray of EntenteId: all selected events, in order of selecting
 *   "selected-passage" int64 id, 0 none
 *   "article"          int64 id of the article that the article pane shows, 0 none
 *   "detail"           boxed EntenteEventDetail of selected-event, NULL until read; after an edit
 *                      the old one stays until the new one is read
 *   "detail-failed"    boolean: that detail could not be read, as "notify-user" has said
 *   "hovered-event"    int64 id of the event over which the pointer rests in some pane, 0 none;
 *                      neither shown nor selected by it
 *   "outlined-event"   int64 id of the event that the selected suggestion is the same as, 0 none;
 *                      outlined as the hovered one is
 *   "answers-shown"    EntenteAnswersShown
 *   "marked-range"     has-marked-range boolean, marked-start / marked-end int64
 *
 * Signals:
 *   "reveal-words" ()  the article pane shall bring the words of the selected event into sight
 *   "words-wanted" (EntenteSessionWords *words)
 *                      whoever shows an article fills in the words selected there
 *   "notify-user" (char *message, gint64 step)
 *                      a toast
 *
 * What is proposed for the article is in entente-suggestion-list.h, the selected position in
 * entente-position-list.h; each belongs to the session and is asked of it. */

EntenteSession *entente_session_new (EntenteStudy *study);
EntenteStudy *entente_session_get_study (EntenteSession *session);
const EntenteQuery *entente_session_get_query (EntenteSession *session);
/* Takes its own reference. */
void entente_session_set_query (EntenteSession *session, const EntenteQuery *query);
/* Shows what the filter of @whole, a session of the same study, leaves out, instead of what its own
 * query says; NULL: by its query again. References. */
void entente_session_set_rest_of (EntenteSession *session, EntenteSession *whole);
const EntenteBitset *entente_session_get_filtered (EntenteSession *session);
const EntenteFacets *entente_session_get_facets (EntenteSession *session);
EntenteId entente_session_get_selected_event (EntenteSession *session);
/* Replaces the selection; 0 clears it. The passage follows: the event's first one in the article
 * shown, else its first. */
void entente_session_select_event (EntenteSession *session, EntenteId event);
void entente_session_select_events (EntenteSession *session, const EntenteId *events, guint n);
void entente_session_toggle_event (EntenteSession *session, EntenteId event);
gboolean entente_session_is_selected (EntenteSession *session, EntenteId event);
const GArray *entente_session_get_selection (EntenteSession *session);
EntenteId entente_session_get_selected_passage (EntenteSession *session);
void entente_session_select_passage (EntenteSession *session, EntenteId passage, EntenteId event);
EntenteId entente_session_get_article (EntenteSession *session);
void entente_session_set_article (EntenteSession *session, EntenteId article);
EntenteEventDetail *entente_session_get_detail (EntenteSession *session);
gboolean entente_session_get_detail_failed (EntenteSession *session);
EntenteId entente_session_get_hovered_event (EntenteSession *session);
void entente_session_set_hovered_event (EntenteSession *session, EntenteId event);
EntenteId entente_session_get_outlined_event (EntenteSession *session);
void entente_session_set_outlined_event (EntenteSession *session, EntenteId event);
EntenteAnswersShown entente_session_get_answers_shown (EntenteSession *session);
void entente_session_set_answers_shown (EntenteSession *session, EntenteAnswersShown shown);
/* FALSE when no range is marked; @range may be NULL. */
gboolean entente_session_get_marked_range (EntenteSession *session, EntenteSpan *range);
/* NULL takes the mark away. */
void entente_session_set_marked_range (EntenteSession *session, const EntenteSpan *range);
/* Events that a filter in time cannot judge ("and 3 undated"); 0 without such a filter. */
guint entente_session_count_undated (EntenteSession *session);
void entente_session_reveal_words (EntenteSession *session);
/* The words selected in the article pane, which need not be entered; the passage is the caller's.
 */
EntenteSessionWords entente_session_ask_for_words (EntenteSession *session);
/* Tells the user in a toast, with a button that undoes @step (EntenteChangeSet.step) while it is
 * the latest; 0 for none. */
void entente_session_notify_user (EntenteSession *session, const char *message, gint64 step);
/* Carries out a step (taken) and tells the user what went wrong, if anything; @done_message (may be
 * NULL) is shown with an Undo button when it succeeded. The one way in which panes edit. */
void entente_session_apply (EntenteSession *session, EntenteStep *step, const char *done_message);
/* The same for a form that stays until the step is written: what went wrong is for @callback to
 * say. */
void entente_session_apply_async (EntenteSession *session,
                                  EntenteStep *step,
                                  const char *done_message,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean entente_session_apply_finish (EntenteSession *session,
                                       GAsyncResult *result,
                                       GError **error);
/* For whoever closes the study: what was decided about suggestions and still waits for its turn is
 * written. Iterates the main context until it is. */
void entente_session_finish (EntenteSession *session);

G_END_DECLS
