/* EntenteActorEntry: an entry that finds actors by any of their names as one types. Main thread.
 *
 * Signal "actor-chosen" (gint64 id, char *name): id 0: nobody has this name yet, and it is to be
 * made. The entry is empty again afterwards, unless it keeps the choice
 * (entente_actor_entry_set_keeps). Signal "edited" (): somebody typed. */
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
/* What an empty entry says; its name too, for screen readers, unless it has one of its own. */
void entente_actor_entry_set_placeholder (EntenteActorEntry *entry, const char *text);
void entente_actor_entry_set_label (EntenteActorEntry *entry, const char *label);
const char *entente_actor_entry_get_text (EntenteActorEntry *entry);
/* The same without spaces at the ends; NULL for none. Free. */
char *entente_actor_entry_dup_name (EntenteActorEntry *entry);
/* As if it were typed. */
void entente_actor_entry_set_text (EntenteActorEntry *entry, const char *text);
/* Shows an actor by its name, or @words (may be NULL) where @actor is none. It stays that one
 * actor, or none, until the text is edited, whoever else bears the name. */
void entente_actor_entry_set_actor (EntenteActorEntry *entry, EntenteId actor, const char *words);
/* The actor that was set or chosen; of a text that was edited since, the only one with that name;
 * else ENTENTE_ID_NONE. */
EntenteId entente_actor_entry_get_actor (EntenteActorEntry *entry);
/* Writes the actor, or the words where it is none, into the fields of a record; leaves both as they
 * are unless the entry stands for another actor or was edited. */
void entente_actor_entry_store (EntenteActorEntry *entry, EntenteId *actor, char **words);
/* A sentence when a name was typed that several actors have and none of them was chosen, or NULL.
 */
const char *entente_actor_entry_get_error (EntenteActorEntry *entry);

G_END_DECLS
