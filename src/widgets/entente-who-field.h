/* EntenteWhoField: who takes part in a move, as chips: initiators, "to", addressees, others; and an
 * entry for more. Main thread.
 *
 * Signals: "changed" (); "refused" (char *name): a new actor was proposed by a name that is none;
 * its chips are gone. */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_WHO_FIELD (entente_who_field_get_type ())
G_DECLARE_FINAL_TYPE (EntenteWhoField, entente_who_field, ENTENTE, WHO_FIELD, GtkWidget)

GtkWidget *entente_who_field_new (void);
void entente_who_field_set_chronicle (EntenteWhoField *field, const EntenteChronicle *chronicle);
/* Takes participations over as they are (array of EntenteParticipation). */
void entente_who_field_set_parts (EntenteWhoField *field, GPtrArray *parts);
/* @actor ENTENTE_ID_NONE: a new actor with this name, made once however often it is added. Whoever
 * has this part already does not get it again. */
void entente_who_field_add (EntenteWhoField *field, EntenteId actor, const char *name, int role);
/* Copies, to be changed freely. Those of new actors name the ids that the records of dup_actors
 * have. */
GPtrArray *entente_who_field_dup_parts (EntenteWhoField *field);
/* What is known of actors that are not there yet (EntenteActor, EntenteAlias, EntenteAffiliation,
 * with ids): who is added by the name of one of them becomes that one. */
void entente_who_field_set_proposed (EntenteWhoField *field, const GPtrArray *records);
/* Records that are to be made first, with their ids: new actors, what is known of them, and other
 * names of known actors that a person has told. */
GPtrArray *entente_who_field_dup_actors (EntenteWhoField *field);
/* What is typed in the entry and was not chosen from its list: taken when it is the name of one
 * actor. FALSE when it is of none or of several: a sentence says so and offers a new one; the text
 * stays. Done by itself when the keyboard leaves the entry. */
gboolean entente_who_field_settle (EntenteWhoField *field);
/* Is there such a text? */
gboolean entente_who_field_is_pending (EntenteWhoField *field);
guint entente_who_field_count (EntenteWhoField *field, int role);

G_END_DECLS
