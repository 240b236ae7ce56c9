/* Records in words: what a record is called, what its fields are called, and what is in them.
 *
 * For lists of changes and of differences, where records of every kind stand side by side. In the
 * user's language. Blocks, since what is named is read; any thread.
 */
#pragma once

#include "entente-store.h"

G_BEGIN_DECLS

/* "Move", "Claim": with a capital, to stand alone. Static. */
const char *entente_record_words_entity (EntenteEntity entity);
/* "Date", "Judgement". Static. */
const char *entente_record_words_field (const EntenteFieldInfo *field);
/* What is in the field, other records by their titles: "4 September 2018", "Moscow". "—" when it is
 * empty. Names are looked up in
 * @store and then in @other (or NULL). Free. */
char *entente_record_words_value (EntenteStore *store,
                                  EntenteStore *other,
                                  gconstpointer record,
                                  const EntenteFieldInfo *field);
/* “Taliban turn Kabul down”; a claim by its move and stance, a passage by its words. Never empty.
 * Free. */
char *entente_record_words_title (EntenteStore *store, EntenteStore *other, gconstpointer record);

G_END_DECLS
