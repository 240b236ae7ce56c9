/* Names of vocabularies in the columns of rows, quickly. */
#pragma once

#include "entente-statement.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_NICKS_FORM,
  ENTENTE_NICKS_PRECISION,
  ENTENTE_NICKS_BASIS,
  ENTENTE_NICKS_MEDIUM,
  ENTENTE_NICKS_MODE,
  ENTENTE_NICKS_JUDGEMENT,
  ENTENTE_NICKS_ROLE,
  ENTENTE_NICKS_STANCE,
  ENTENTE_NICKS_HEDGE,
  ENTENTE_NICKS_LINK_TYPE,
  ENTENTE_NICKS_LINK_BASIS,
  ENTENTE_NICKS_ORDER_RELATION,
  ENTENTE_N_NICKS
} EntenteNicks;

/* FALSE when the cell holds no name of the vocabulary. */
gboolean entente_nicks_read (EntenteStatement *statement,
                             int column,
                             EntenteNicks nicks,
                             guint8 *value);
/* Index of an EntenteKind; that of "outside-event" for one that this version does not know. */
guint16 entente_nicks_read_kind (EntenteStatement *statement, int column);

G_END_DECLS
