/* EntenteLateBin: the place of a pane that is made when it is first seen, so that a window shows
 * before what it does not show.
 *
 * Properties: "child-type" (GType of a widget that can be made without anything, construct-only),
 * "session" EntenteSession (read and write; handed to the child, if that has such a property). Main
 * thread. */
#pragma once

#include "entente-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_LATE_BIN (entente_late_bin_get_type ())
G_DECLARE_FINAL_TYPE (EntenteLateBin, entente_late_bin, ENTENTE, LATE_BIN, AdwBin)

GtkWidget *entente_late_bin_new (GType child_type);
/* The pane, made now if it was not yet. */
GtkWidget *entente_late_bin_ensure_child (EntenteLateBin *bin);

G_END_DECLS
