/* EntenteAccount: whose account of a negotiation: an article, an outlet or a party. It says
 * which claims are his.
 *
 * An article speaks in the claims on its words; an outlet in those that it is given for, by
 * record or by the name in print; a party in those of whoever is it, belonged to it or spoke for
 * it at the time of the move, and of outlets that did. Immutable. Pure; any thread.
 */
#pragma once

#include "entente-bitset.h"
#include "entente-chronicle.h"
#include "entente-detail.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_ACCOUNT_ARTICLE,
  ENTENTE_ACCOUNT_OUTLET,
  ENTENTE_ACCOUNT_PARTY,
  ENTENTE_N_ACCOUNT_KINDS
} EntenteAccountKind;

typedef struct {
  EntenteAccountKind kind;
  EntenteId id; /* article or actor; none for an outlet that is known by name only */
  char *name; /* of such an outlet, else NULL */
} EntenteAccount;

/* "article", "outlet", "party"; label in the user's language. */
const char *entente_account_kind_get_nick (EntenteAccountKind kind);
const char *entente_account_kind_get_label (EntenteAccountKind kind);

/* @name: of an outlet without a record, else NULL. */
EntenteAccount *entente_account_new (EntenteAccountKind kind, EntenteId id, const char *name);
EntenteAccount *entente_account_ref (const EntenteAccount *account);
void entente_account_unref (EntenteAccount *account);
gboolean entente_account_equal (const EntenteAccount *account, const EntenteAccount *other);

/* Its name in the study; NULL when the record is gone. Borrowed. */
const char *entente_account_get_name (const EntenteAccount *account,
                                      const EntenteChronicle *chronicle);
/* The same where there is little room: an article by its outlet, or by the beginning of its title
 * where it has none or @other (or NULL), from which it is to be told apart, has the same. Never
 * NULL. Free. */
char *entente_account_dup_short_name (const EntenteAccount *account,
                                      const EntenteAccount *other,
                                      const EntenteChronicle *chronicle);
/* Every account of a kind that tells something in the study, by name; parties with the bodies to
 * which those who speak belong. Array of EntenteAccount. Free. */
GPtrArray *entente_account_list (EntenteAccountKind kind, const EntenteChronicle *chronicle);
/* Rows of which it may tell something: all of which it does, and some more where outlets go by
 * name. NULL when *cancelled is set, which may be done in another thread; @cancelled may be
 * NULL. */
EntenteBitset *entente_account_find_rows (const EntenteAccount *account,
                                          const EntenteChronicle *chronicle,
                                          const gboolean *cancelled);
/* Numbers (guint) of its claims in @detail. Free. */
GArray *entente_account_list_claims (const EntenteAccount *account,
                                     const EntenteChronicle *chronicle,
                                     const EntenteEventDetail *detail);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteAccount, entente_account_unref)

G_END_DECLS
