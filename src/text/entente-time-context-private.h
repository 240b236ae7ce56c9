/* What the parts of entente-time-context.c share. */
#pragma once

#include "entente-time-context.h"

G_BEGIN_DECLS

/* The first month of a season or quarter; the month, or 0. */
int entente_time_get_first_month (const EntenteTimeExpression *found);
/* Month, day or season of @found in @year. */
EntenteTimeValue entente_time_put_in_year (const EntenteTimeExpression *found, int year);
/* In the year of the story, or the next when the month is far behind. */
EntenteTimeMeaning entente_time_complete_from_story (const EntenteTimeContext *self,
                                                     const EntenteTimeExpression *found);
/* From the story or the publication, as the context asks for. */
EntenteTimeMeaning entente_time_complete_year (const EntenteTimeContext *self,
                                               const EntenteTimeExpression *found);

G_END_DECLS
