/* EntenteSuggestionList: the suggestions for the article that the pane shows, to be walked through,
 * accepted and rejected: a GListModel of EntenteSuggestionItem in order of the text.
 *
 * Follows the session's article and the study; the words are read in a thread, and again after each
 * step. What is accepted or rejected leaves the list at once and is written one step after the
 * other, each from what the step before left, so keys may be faster than the disk; a step that
 * fails brings its item back, with a toast. With another article in view, what was decided is still
 * written; before the session ends, entente_suggestion_list_finish() does. Main thread.
 */
#pragma once

#include "entente-proposals.h"
#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_SUGGESTION_ITEM (entente_suggestion_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSuggestionItem,
                      entente_suggestion_item,
                      ENTENTE,
                      SUGGESTION_ITEM,
                      GObject)

/* Property: "is-selected" boolean, read-only. Strings are borrowed. The words begin where the move
 * is told. */
const char *entente_suggestion_item_get_words (EntenteSuggestionItem *item);
/* "Offer · Kabulov to Taliban · July 2018" */
const char *entente_suggestion_item_get_description (EntenteSuggestionItem *item);
/* Why it is proposed. */
const char *entente_suggestion_item_get_reason (EntenteSuggestionItem *item);
const EntenteKind *entente_suggestion_item_get_kind (EntenteSuggestionItem *item);
EntenteMode entente_suggestion_item_get_mode (EntenteSuggestionItem *item);
/* Code points of the newest text, [start, end). */
gint64 entente_suggestion_item_get_start (EntenteSuggestionItem *item);
gint64 entente_suggestion_item_get_end (EntenteSuggestionItem *item);
/* The event of the study that it is the same as, which another article told; none: a new one. And
 * why: "same kind, same actors, overlapping dates". Free. */
EntenteId entente_suggestion_item_get_same (EntenteSuggestionItem *item);
char *entente_suggestion_item_explain_same (EntenteSuggestionItem *item);
gboolean entente_suggestion_item_is_rejected (EntenteSuggestionItem *item);
gboolean entente_suggestion_item_is_selected (EntenteSuggestionItem *item);

#define ENTENTE_TYPE_SUGGESTION_LIST (entente_suggestion_list_get_type ())
G_DECLARE_FINAL_TYPE (EntenteSuggestionList,
                      entente_suggestion_list,
                      ENTENTE,
                      SUGGESTION_LIST,
                      GObject)

/* Properties: "n-open" uint; "selected" EntenteSuggestionItem or NULL (read and write);
 * "is-reading" boolean; "shows-rejected" boolean (read and write): the rejected ones instead of the
 * open ones. All notify exactly when they change. Signals: "changed" (): items, or what they say,
 * are others; "edit" (EntenteSuggestionItem *): a person wants to accept it with changes, in a form
 * at its words; "titles-read" (): titles of events that something is the same as are there. */
EntenteSuggestionList *entente_suggestion_list_new (EntenteSession *session);
/* The one that the panes of a window share; made when it is first asked for. Borrowed from the
 * session. */
EntenteSuggestionList *entente_session_get_suggestions (EntenteSession *session);
guint entente_suggestion_list_get_n_open (EntenteSuggestionList *list);
gboolean entente_suggestion_list_is_reading (EntenteSuggestionList *list);
/* Why the article could not be read the last time, or NULL. Borrowed. */
const GError *entente_suggestion_list_get_error (EntenteSuggestionList *list);
/* Is there an article to be read? */
gboolean entente_suggestion_list_has_article (EntenteSuggestionList *list);
EntenteSuggestionItem *entente_suggestion_list_get_selected (EntenteSuggestionList *list);
/* NULL selects none. */
void entente_suggestion_list_select (EntenteSuggestionList *list, EntenteSuggestionItem *item);
/* The next (@step 1) or previous (-1) one, round the ends; with none selected the first at or
 * behind, or before, @position. */
void entente_suggestion_list_step (EntenteSuggestionList *list, int step, gint64 position);
/* First item that may reach beyond @position; the number of items when there is none. */
guint entente_suggestion_list_find_first (EntenteSuggestionList *list, gint64 position);
/* Open ones show in the text, of rejected ones the selected one only. */
gboolean entente_suggestion_list_shows_in_text (EntenteSuggestionList *list,
                                                EntenteSuggestionItem *item);
/* The shortest one that holds @position and shows in the text, or NULL. Borrowed. */
EntenteSuggestionItem *entente_suggestion_list_find (EntenteSuggestionList *list, gint64 position);
gboolean entente_suggestion_list_get_shows_rejected (EntenteSuggestionList *list);
void entente_suggestion_list_set_shows_rejected (EntenteSuggestionList *list, gboolean shows);

/* Each one step; what is the same as an event becomes a claim of it; the next item becomes the
 * selected one. A rejected one is open again. Nothing of these happens in a study that may only be
 * read. */
void entente_suggestion_list_accept (EntenteSuggestionList *list, EntenteSuggestionItem *item);
void entente_suggestion_list_reject (EntenteSuggestionList *list, EntenteSuggestionItem *item);
/* The same as a new event, whatever it is the same as. */
void entente_suggestion_list_accept_new (EntenteSuggestionList *list, EntenteSuggestionItem *item);
/* All open ones, or with @kind not NULL those of this kind, as one step. */
void entente_suggestion_list_accept_all (EntenteSuggestionList *list, const EntenteKind *kind);
void entente_suggestion_list_reject_all (EntenteSuggestionList *list, const EntenteKind *kind);
/* Writes what was decided, however many steps wait; iterates the main context meanwhile. For
 * whoever closes the study. */
void entente_suggestion_list_finish (EntenteSuggestionList *list);
/* "Same as “Elbonia accepts” · 2 June 2031 (1 report)?" for an open one that is the same as an
 * event, else NULL. Free. */
char *entente_suggestion_list_dup_same (EntenteSuggestionList *list, EntenteSuggestionItem *item);
/* Selects the event that it is the same as: its own article comes into view. While a suggestion is
 * selected, that event is the "outlined-event" of the session. */
void entente_suggestion_list_show_same (EntenteSuggestionList *list, EntenteSuggestionItem *item);
/* Asks for the form: emits "edit". */
void entente_suggestion_list_edit (EntenteSuggestionList *list, EntenteSuggestionItem *item);
/* What a form for it begins with (see entente_proposals_propose). FALSE when it is gone. */
gboolean entente_suggestion_list_propose (EntenteSuggestionList *list,
                                          EntenteSuggestionItem *item,
                                          EntenteProposed *proposed);
/* What words of the newest text would teach when a person marks them as a move of @kind, see
 * entente_proposals_find_lesson(); NULL also while nothing has been read. Free. */
char *entente_suggestion_list_find_lesson (EntenteSuggestionList *list,
                                           const EntentePassage *passage,
                                           const EntenteKind *kind);
/* @name, met in @passage, is not proposed as an actor again: one step. FALSE when nothing has been
 * read. */
gboolean entente_suggestion_list_refuse_name (EntenteSuggestionList *list,
                                              const char *name,
                                              const EntentePassage *passage);

/* What was read of the text @revision of the article in view; NULL while it is being read. A new
 * reference. */
EntenteProposals *entente_suggestion_list_dup_proposals (EntenteSuggestionList *list,
                                                         EntenteId revision);
/* The same when it is read; an article that is not in view is read for it. NOT_FOUND: the text is
 * not its newest one. */
void entente_suggestion_list_wait_async (EntenteSuggestionList *list,
                                         EntenteId article,
                                         EntenteId revision,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
EntenteProposals *entente_suggestion_list_wait_finish (EntenteSuggestionList *list,
                                                       GAsyncResult *result,
                                                       GError **error);

G_END_DECLS
