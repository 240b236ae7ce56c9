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
/* The rows that say more than numbers: the registry, claims that name an outlet or a value of their
 * own, and orders with the events that they name. */
gboolean entente_rows_read_words (EntenteDb *db,
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
