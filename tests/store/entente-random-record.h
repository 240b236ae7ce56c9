/* Records with every field filled, by random. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

/* A date value of any form and quality, or NULL. */
EntenteDate *entente_random_date (GRand *random);
/* A record of @entity, with an id, whose references are to ids in @ids (an array per entity, NULL
 * or empty: it refers to none). What the schema asks for is kept. */
gpointer entente_random_record (GRand *random,
                                EntenteEntity entity,
                                GArray *ids[ENTENTE_N_ENTITIES]);
/* Can such a record be, or does it need one of an entity of which there is none? */
gboolean entente_random_record_is_possible (EntenteEntity entity, GArray *ids[ENTENTE_N_ENTITIES]);

G_END_DECLS
