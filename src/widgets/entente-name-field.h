/* EntenteNameField: an entry for records that have a name: a place, a track, issues, actors. Offers
 * those that there are; a name that nobody has yet becomes a new record with the step of the form,
 * and a line below the entry says so before.
 * A record that was shown or chosen stays that one as long as its name stands in the entry, whoever
 * else bears it and whatever signs are in it. Functions over GtkEntry. Main thread. */
#pragma once

#include "entente-chronicle.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @entity: PLACE, TRACK, ISSUE or ACTOR; of the last two it takes several. @label: for the screen
 * reader. */
GtkWidget *entente_name_field_new (EntenteEntity entity, const char *label);
/* It takes one record only, whatever its entity. */
void entente_name_field_set_single (GtkWidget *field);
/* A box of the field and the line below it, "New actor: “Kabul”"; for where the field alone would
 * stand. */
GtkWidget *entente_name_field_with_note (GtkWidget *field);
void entente_name_field_set_chronicle (GtkWidget *field, const EntenteChronicle *chronicle);
/* Shows the name of a record, or the names of several between semicolons; replaces the text. */
void entente_name_field_set_id (GtkWidget *field, EntenteId id);
void entente_name_field_set_ids (GtkWidget *field, const GArray *ids);
/* The record named; a new one is appended to @fresh with its id. ENTENTE_ID_NONE when the entry is
 * empty. */
EntenteId entente_name_field_get_id (GtkWidget *field, GPtrArray *fresh);
/* Of each name between semicolons, each record once; NULL when there is none. The caller's. */
GArray *entente_name_field_dup_ids (GtkWidget *field, GPtrArray *fresh);

G_END_DECLS
