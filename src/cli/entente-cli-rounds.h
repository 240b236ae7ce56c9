/* Rounds on the command line: a round is an event, and its title is in the file only. */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* The number, as a query takes it, of the round with this title, number or key. NOT_FOUND, or
 * INVALID when several have the title. Free. */
char *entente_cli_find_round (EntenteStudy *study, const char *name, GError **error);

G_END_DECLS
