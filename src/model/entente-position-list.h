/* EntentePositionList: the positions of the study for the panes of one window, and which of them is
 * selected. Main thread.
 *
 * One per session. Reads them once, and after each step what changed of them. Who selects a
 * position takes the selection of events away, and the other way round; its article comes into
 * view.
 */
#pragma once

#include "entente-position-text.h"
#include "entente-positions.h"
#include "entente-session.h"

G_BEGIN_DECLS

#define ENTENTE_TYPE_POSITION_LIST (entente_position_list_get_type ())
G_DECLARE_FINAL_TYPE (EntentePositionList, entente_position_list, ENTENTE, POSITION_LIST, GObject)

/* Properties: "selected" int64 id, 0 none, read-only; "on-timeline" boolean, read and write: are
 * there flags of positions on the timeline? TRUE at first. Both notify exactly when they change.
 * Signals: "changed" (): positions are others; "reveal" (): the article pane shall bring the words
 * of the selected one into sight. */
/* The one that the panes of a window share; made, and read for the first time, when it is first
 * asked for. Borrowed from the session. */
EntentePositionList *entente_session_get_positions (EntenteSession *session);
/* Empty until they are read. Borrowed until the next "changed". */
const EntentePositions *entente_position_list_get (EntentePositionList *list);
/* Were they read? */
gboolean entente_position_list_is_read (EntentePositionList *list);
EntenteId entente_position_list_get_selected (EntentePositionList *list);
/* The selected one, or NULL. Borrowed until the next "changed". */
const EntentePosition *entente_position_list_get_selected_record (EntentePositionList *list);
gboolean entente_position_list_is_on_timeline (EntentePositionList *list);
/* 0 selects none. One that is not there yet is selected when it is. */
void entente_position_list_select (EntentePositionList *list, EntenteId position);
/* Deletes it as one step, with a toast. Nothing in a study that may only be read. */
void entente_position_list_delete (EntentePositionList *list, EntenteId position);

G_END_DECLS
