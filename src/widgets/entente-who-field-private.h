/* What the files of the field of who took part share among themselves; nobody else includes this.
 */
#pragma once

#include "entente-who-field.h"

G_BEGIN_DECLS

struct _EntenteWhoField {
  GtkWidget parent_instance;

  EntenteChronicle *chronicle;
  GPtrArray *parts; /* EntenteParticipation, ours to change */
  GPtrArray *actors; /* EntenteActor that are new */
  GPtrArray *extras; /* EntenteAlias and EntenteAffiliation of some of them, as proposed */
  GPtrArray *learnt; /* check buttons, each with its EntenteAlias */

  GtkWidget *box;
  GtkWidget *chips;
  GtkWidget *names; /* box of the checks */
  GtkWidget *role;
  GtkWidget *entry;
  GtkWidget *note; /* of a name that is of no one actor */
  GtkWidget *note_label, *note_button;
};

/* entente-who-field-records.c: a check, on at first, that has @name learnt as one of @known. */
void entente_who_field_offer_name (EntenteWhoField *field,
                                   const EntenteActor *known,
                                   const char *name);

G_END_DECLS
