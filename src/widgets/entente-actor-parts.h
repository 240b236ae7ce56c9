/* EntenteActorParts: the lists of an actor's other names and of what it belonged to, as rows that
 * can be added, filled in and taken out. Part of the form of actors. Main thread. */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A box of rows; more rows are added by the functions below. */
GtkWidget *entente_actor_parts_new (void);
/* @alias NULL: an empty row, which gets the keyboard. */
void entente_actor_parts_add_alias (GtkWidget *parts, const EntenteAlias *alias);
/* @affiliation NULL: an empty row, which gets the keyboard. */
void entente_actor_parts_add_affiliation (GtkWidget *parts,
                                          const EntenteChronicle *chronicle,
                                          const EntenteAffiliation *affiliation);
/* The rows as records (EntenteAlias or EntenteAffiliation), empty ones left out. Bodies that do not
 * exist yet are appended to
 * @fresh (EntenteActor). */
GPtrArray *entente_actor_parts_dup_aliases (GtkWidget *parts);
GPtrArray *entente_actor_parts_dup_affiliations (GtkWidget *parts, GPtrArray *fresh);
/* What cannot be read in some row, or NULL. */
const char *entente_actor_parts_get_error (GtkWidget *parts);

G_END_DECLS
