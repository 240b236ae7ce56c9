/* EntenteAccountsItem: one move of two accounts side by side, for lists. Immutable. Main thread. */
#pragma once

#include "entente-accounts.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define ENTENTE_TYPE_ACCOUNTS_ITEM (entente_accounts_item_get_type ())
G_DECLARE_FINAL_TYPE (EntenteAccountsItem, entente_accounts_item, ENTENTE, ACCOUNTS_ITEM, GObject)

/* References @chronicle and @row. @previous: the row that is listed before it, or NULL. */
EntenteAccountsItem *entente_accounts_item_new (EntenteChronicle *chronicle,
                                                EntenteAccountsRow *row,
                                                const EntenteAccountsRow *previous);
/* Both borrowed. */
EntenteAccountsRow *entente_accounts_item_get_row (EntenteAccountsItem *item);
EntenteChronicle *entente_accounts_item_get_chronicle (EntenteAccountsItem *item);
/* What lies between it and the one before on the axis: "12 days later"; NULL for the same day,
 * and where nothing can be said. Borrowed. */
const char *entente_accounts_item_get_gap (EntenteAccountsItem *item);
/* Shows the same as another, though of another state of the study. */
gboolean entente_accounts_item_is_like (EntenteAccountsItem *item, EntenteAccountsItem *other);

G_END_DECLS
