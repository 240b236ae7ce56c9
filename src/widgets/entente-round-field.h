/* EntenteRoundField: chooses the round of talks that a move is part of, or none. Of a move in
 * several it is the first; the others stay. Main thread; part of the form of events. */
#pragma once

#include "entente-study.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ROUND_FIELD (entente_round_field_get_type ())
G_DECLARE_FINAL_TYPE (EntenteRoundField, entente_round_field, ENTENTE, ROUND_FIELD, GtkWidget)

GtkWidget *entente_round_field_new (void);
/* Lists the rounds of the study and chooses that of @event, which may be none yet. */
void entente_round_field_show (EntenteRoundField *field, EntenteStudy *study, EntenteId event);
/* Is there any round to choose? */
gboolean entente_round_field_has_rounds (EntenteRoundField *field);
/* Adds to @step what was chosen anew: @event, which the step may make, leaves a round and joins
 * another. */
void entente_round_field_store (EntenteRoundField *field, EntenteStep *step, EntenteId event);

G_END_DECLS
