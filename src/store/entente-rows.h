/* The rows of a study, straight into a sink. */
#pragma once

#include "entente-db.h"
#include "entente-hidden.h"
#include "entente-row.h"

G_BEGIN_DECLS

/* @hidden: rows of an unfinished import, or NULL. */
gboolean entente_rows_read_registry (EntenteDb *db,
                                     const EntenteHidden *hidden,
                                     const EntenteRowSink *sink,
                                     gpointer data,
                                     GError **error);
gboolean entente_rows_read_all (EntenteDb *db,
                                const EntenteHidden *hidden,
                                const EntenteRowSink *sink,
                                gpointer data,
                                GError **error);
gboolean entente_rows_read_some (EntenteDb *db,
                                 const EntenteHidden *hidden,
                                 const EntenteId *events,
                                 guint n_events,
                                 const EntenteRowSink *sink,
                                 gpointer data,
                                 GError **error);

G_END_DECLS
