/* EntenteWindowLayout: which parts of a window show, by its size and by what the user wants.
 *
 * The one class that folds: side bar and inspector stand beside the article where there is room and
 * slide over it where there is not; below 720 px one part shows at a time. In a timeline that has
 * the window they stand beside that. What the user chose in a wide window comes back with the
 * width. Main thread. */
#pragma once

#include "entente-actor-filter.h"
#include "entente-layout-bin.h"
#include <adwaita.h>

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LAYOUT_SINGLE, /* below 720 px: one part at a time */
  ENTENTE_LAYOUT_NARROW, /* below 1000: actors and inspector slide over */
  ENTENTE_LAYOUT_MEDIUM, /* below 1360: the inspector slides over */
  ENTENTE_LAYOUT_WIDE,
} EntenteLayoutWidth;

EntenteLayoutWidth entente_window_layout_for_width (int width_px);

#define ENTENTE_TYPE_WINDOW_LAYOUT (entente_window_layout_get_type ())
G_DECLARE_FINAL_TYPE (EntenteWindowLayout, entente_window_layout, ENTENTE, WINDOW_LAYOUT, GObject)

/* The widgets that are arranged; all are the window's. */
typedef struct {
  EntenteLayoutBin *shell;
  GtkStack *parts; /* "panes" or "actors" */
  AdwFlap *full_flap; /* side bar beside a timeline in the whole window */
  AdwFlap *full_inspector_flap; /* inspector beside it */
  AdwFlap *actors_flap;
  AdwFlap *inspector_flap;
  GtkWidget *upper, *lower; /* halves of the divided pane */
  AdwBin *full_slot, *actors_slot, *actors_part; /* homes of the side bar */
  GtkWidget *filter;
  GtkWidget *inspector; /* in one of the two flaps for it */
  GtkWidget *invitation; /* to add an article, where there is none */
} EntenteLayoutWidgets;

/* Properties (read and write unless said otherwise, each notifies when it changes): "actors-shown",
 * "inspector-shown" boolean: what is to be seen now; "actors-wanted", "inspector-wanted" boolean:
 * what the user chose where there is room, to be kept in the settings; "full-timeline" boolean;
 * "has-article" boolean: FALSE where there is nothing to read, so that the timeline takes that room
 * too, with a line that invites to add an article (default TRUE); "part" string: "read",
 * "timeline", "actors", "ledger"; "width-class" int EntenteLayoutWidth, read-only. */
EntenteWindowLayout *entente_window_layout_new (const EntenteLayoutWidgets *widgets);
EntenteLayoutWidth entente_window_layout_get_width_class (EntenteWindowLayout *layout);
/* Does the timeline have the window, because it was asked for or because there is no article? */
gboolean entente_window_layout_is_full (EntenteWindowLayout *layout);
/* Do side bar and inspector take room, instead of sliding over or being away? */
gboolean entente_window_layout_has_actors_beside (EntenteWindowLayout *layout);
gboolean entente_window_layout_has_inspector_beside (EntenteWindowLayout *layout);

G_END_DECLS
