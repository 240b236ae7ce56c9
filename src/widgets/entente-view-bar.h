/* EntenteViewBar: the bar above timeline, table and ledger: which of them shows, the filter as a
 * sentence with its count, answers drawn, span in view, zoom.
 *
 * Properties: "session" EntenteSession (read and write, NULL: empty); "page" string as of
 * EntentePageSwitch (read and write); "zoom" double 0 to 1 (read and write; the window binds it to
 * the timeline); "ghosts" boolean (likewise); "visible-span" string (write; likewise); "lanes" and
 * "lane-order" strings (read and write; likewise, as of an EntenteTimeline). Uses actions of the
 * window: win.edit-sentence, win.clear-filter, win.zoom-in, win.zoom-out, win.view-back,
 * win.view-forward, win.zoom-fit, win.zoom-selection, win.zoom-filter, win.show-lanes,
 * win.full-timeline. What has no room of its own is in one menu, at every width. Main thread. */
#pragma once

#include "entente-session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_VIEW_BAR (entente_view_bar_get_type ())
G_DECLARE_FINAL_TYPE (EntenteViewBar, entente_view_bar, ENTENTE, VIEW_BAR, GtkBox)

typedef enum {
  ENTENTE_VIEW_BAR_FULL,
  ENTENTE_VIEW_BAR_SNUG, /* switch, sentence, count, lanes, zoom */
  ENTENTE_VIEW_BAR_COMPACT, /* switch, sentence, count, zoom */
  ENTENTE_VIEW_BAR_TINY, /* sentence and count */
} EntenteViewBarSize;

void entente_view_bar_set_session (EntenteViewBar *bar, EntenteSession *session);
/* Puts an entry in the place of the sentence, with the keyboard, until it is set or left. */
void entente_view_bar_edit_sentence (EntenteViewBar *bar);
void entente_view_bar_set_size (EntenteViewBar *bar, EntenteViewBarSize size);
/* Opens the menu of lanes: its own, or where there is no room for that the one that holds it. FALSE
 * on a page that has no lanes. */
gboolean entente_view_bar_open_lanes (EntenteViewBar *bar);
/* Width of the block with the switch, so that it stands above the names of lanes; 0: the switch is
 * elsewhere, -1: as wide as it needs. */
void entente_view_bar_set_switch_width (EntenteViewBar *bar, int width_px);

G_END_DECLS
