/* EntenteActorEntry: an entry that finds actors by any of their names as one types. Main thread.
 *
 * Signal "actor-chosen" (gint64 id, char *name): id 0: nobody has this name yet, and it is to be made. The entry is empty
 * again afterwards, unless it keeps the choice (entente_actor_entry_set_keeps). */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACTOR_ENTRY (entente_actor_entry_get_type ())
G_DECLARE_FINAL_TYPE (EntenteActorEntry, entente_actor_entry, ENTENTE, ACTOR_ENTRY, GtkWidget)

GtkWidget *entente_actor_entry_new (void);
/* Whose actors are found; NULL for none. */
void entente_actor_entry_set_chronicle (EntenteActorEntry *entry,
                                        const EntenteChronicle *chronicle);
/* May a name that nobody has be chosen? */
void entente_actor_entry_set_allows_new (EntenteActorEntry *entry, gboolean allows);
/* Shows what was chosen instead of emptying itself: for a field that holds one actor. */
void entente_actor_entry_set_keeps (EntenteActorEntry *entry, gboolean keeps);
void entente_actor_entry_set_placeholder (EntenteActorEntry *entry, const char *text);
const char *entente_actor_entry_get_text (EntenteActorEntry *entry);
void entente_actor_entry_set_text (EntenteActorEntry *entry, const char *text);
/* The actor whose name is in the entry, ENTENTE_ID_NONE when there is none, or several. */
EntenteId entente_actor_entry_get_actor (EntenteActorEntry *entry);

G_END_DECLS
