/* What types of records are called in sentences. */
#pragma once

#include "entente-record.h"

G_BEGIN_DECLS

/* "participation", "order of events": in the user's language, as it stands in quotation marks or
 * behind a colon. */
const char *entente_entity_get_label (EntenteEntity entity);

G_END_DECLS
