/* EntenteTimeline: the interactive timeline: lane names, axis, eras, lanes, undated shelf,
 * overview.
 *
 * Draws and answers input; what stands where is decided by chart/, what is shown and selected by
 * the session. The bar above it (view switch, filter sentence, count, zoom slider) belongs to the
 * window, which uses the properties and actions below. Main thread.
 *
 * In a program of your own that edits studies it needs a session and nothing else of this one:
 *
 *   adw_init ();
 *   EntenteStudy *study = entente_study_open (path, ENTENTE_OPEN_EXISTING, NULL, &error);
 *   EntenteSession *session = entente_session_new (study);
 *   gtk_window_set_child (window, entente_timeline_new (session));
 *
 * It takes what room it is given (240 x 120 pixels at least) and holds a reference of the session;
 * close the study when the widget is gone. Link the widgets of this program with the resources of
 * data/ (the kinds of moves); its style sheets may be there (they name side_bg_color and the
 * colours of pills), those of libadwaita suffice. Around it:
 *   - filter and selection are properties of the session: set them, or follow them to show a move
 *     elsewhere;
 *   - "reveal-words" of the session asks whoever shows articles for the words of the selected
 *     event, "notify-user" has something to tell, as in a toast, and "words-wanted" asks for words
 *     that are selected in an article;
 *   - a study that is open read-only is shown, and what would edit it is not offered;
 *   - of a window only "win.edit-era" (id of an era that was clicked) and "win.merge-events" are
 *     asked for; where there are no such actions, nothing happens. The forms of an event and of a
 *     link, which it opens itself, need the templates of ui/.
 *
 * tests/widgets/test-timeline-alone.c does all this.
 *
 * It needs no session either, no study and no window of ours: give it a chronicle
 * (entente_timeline_set_chronicle, built by an EntenteChronicleBuilder) and a function that knows
 * titles. It then keeps the selection itself, shows all that can be shown and edits nothing; of a
 * date it says what the chronicle tells of it, which may be less than a record would. Follow the
 * signals. The actions of our window "win.edit-era" (int64) and "win.merge-events" are asked for
 * where there are such; leave them out and nothing is missing.
 *
 * Signals:
 *   "selection-changed" ()          see entente_timeline_get_selection()
 *   "event-activated" (int64 id)    somebody wants to see more of the selected event, by Enter or
 *                                   the menu
 *   "era-activated" (int64 id)      a click on an era
 *
 * Properties, read and write unless it says otherwise:
 *   "session"        EntenteSession, NULL: empty
 *   "zoom"           double 0 to 1, for a slider
 *   "visible-span"   string, the span in view in words; read-only, notifies when the view moves
 *   "header-width"   int, width of the column of lane names; -1, the default: by the width of the
 *                    widget
 *   "ghosts"         boolean: show events outside the filter pale; default TRUE
 *   "shelf-days"     int: a move without a date of its own whose bounds are further apart waits on
 *                    the shelf; default 100
 *   "lanes"          string, nick of an EntenteLaneField: what lanes stand for
 *   "lane-order"     string, nick of an EntenteLaneOrder: how they are ordered
 *   "can-go-back", "can-go-forward"
 *                    boolean, read-only: there is a view to go to
 *
 * Actions, each with "timeline." before it:
 *   of the view      zoom-in, zoom-out, zoom-fit, zoom-selection, zoom-filter, zoom-range (to the
 *                    marked range), clear-range, pan-earlier, pan-later, view-back and
 *                    view-forward (through the views that were)
 *   of the lane that has the keyboard
 *                    lane-up, lane-down, lane-pin, lane-fold, lane-members, lane-hide
 *   of all lanes     list-hidden, show-lanes (all that are hidden)
 *   of the filter    only-actor (int64 id), only-between (two ids), clear-filter
 *
 * What can be done with the move that has the keyboard is in entente-timeline-actions.c.
 */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_TIMELINE (entente_timeline_get_type ())
G_DECLARE_FINAL_TYPE (EntenteTimeline, entente_timeline, ENTENTE, TIMELINE, GtkWidget)

GtkWidget *entente_timeline_new (EntenteSession *session);
EntenteSession *entente_timeline_get_session (EntenteTimeline *timeline);
void entente_timeline_set_session (EntenteTimeline *timeline, EntenteSession *session);

/* Title of a row of the chronicle, or NULL: it is described by kind and actors. Valid until the
 * next call. */
typedef const char *(*EntenteTimelineTitleFunc) (guint32 row, gpointer data);
/* Shows @chronicle without session or study, from the first to the last event. @filtered (of as
 * many rows; NULL: all) passes the filter. @title may be NULL. Takes references of its own; to
 * filter anew, call it again or give the view back with entente_timeline_set_visible_span. */
void entente_timeline_set_chronicle (EntenteTimeline *timeline,
                                     EntenteChronicle *chronicle,
                                     EntenteBitset *filtered,
                                     EntenteTimelineTitleFunc title,
                                     gpointer title_data);
/* For a timeline whose filter is not the one that a person sets: what it says while nothing passes
 * (NULL: that nothing passes the filter), and what it offers then in place of a button that clears
 * the filter (taken; NULL: that button stays). */
void entente_timeline_set_nothing (EntenteTimeline *timeline, const char *words);
void entente_timeline_set_offer (EntenteTimeline *timeline, GtkWidget *offer);
/* Events selected, first selected first, borrowed until the next "selection-changed". */
const EntenteId *entente_timeline_get_selection (EntenteTimeline *timeline, guint *n);
/* Of the session, if there is one. */
void entente_timeline_select_events (EntenteTimeline *timeline, const EntenteId *events, guint n);
/* The same: which answers are drawn as arrows. */
void entente_timeline_set_answers_shown (EntenteTimeline *timeline, EntenteAnswersShown shown);

/* All that a person chose about lanes, as one line of text to be kept with the view of the study:
 * field, order, hidden, pinned and folded lanes (EntenteLaneChoice). Free. A new session begins
 * with the default. */
char *entente_timeline_get_lane_choice (EntenteTimeline *timeline);
/* NULL: the default; what is not understood is passed over. */
void entente_timeline_set_lane_choice (EntenteTimeline *timeline, const char *text);

/* Whether turning points are drawn; they are at first. */
void entente_timeline_set_turning_points_shown (EntenteTimeline *timeline, gboolean shown);

EntenteSpan entente_timeline_get_visible_span (EntenteTimeline *timeline);
void entente_timeline_set_visible_span (EntenteTimeline *timeline,
                                        EntenteSpan span,
                                        gboolean animate);
/* Zoom about the middle of the view: 0 the whole study, 1 the finest. */
double entente_timeline_get_zoom (EntenteTimeline *timeline);
void entente_timeline_set_zoom (EntenteTimeline *timeline, double zoom);
void entente_timeline_zoom_by (EntenteTimeline *timeline, double factor);
void entente_timeline_zoom_to_fit (EntenteTimeline *timeline);
void entente_timeline_zoom_to_selection (EntenteTimeline *timeline);
/* All that passes the filter and has a place; nothing happens when nothing has. */
void entente_timeline_zoom_to_filter (EntenteTimeline *timeline);
/* Moves only as far as needed to bring an event into sight. */
void entente_timeline_reveal_event (EntenteTimeline *timeline, EntenteId event);
/* Gives the keyboard to the mark of the selected event, else to the first in view. */
void entente_timeline_focus_marks (EntenteTimeline *timeline);

/* What drawing costs and what of it was kept from before: for who looks into the program. */
typedef struct {
  guint n_frames; /* drawn so far */
  guint n_pictures; /* of them with a new picture of the lanes; the others showed the one before */
  double median_ms, worst_ms; /* of the last 120 frames: scene and drawing, without the renderer */
  guint n_marks, n_bundles, n_bars, n_titles; /* in the picture */
  guint n_layouts, n_layouts_kept; /* of labels: made for the last scene, and all there are */
} EntenteTimelineFigures;

void entente_timeline_get_figures (EntenteTimeline *timeline, EntenteTimelineFigures *figures);
/* Draws the outlines of all that can be hit. */
void entente_timeline_set_boxes_shown (EntenteTimeline *timeline, gboolean shown);

G_END_DECLS
