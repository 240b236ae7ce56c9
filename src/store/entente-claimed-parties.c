/* One pass over a table that is mostly empty. */
#include "config.h"

#include "entente-claimed-parties.h"

#include "entente-statement.h"
#include <string.h>

#define ALL "SELECT claim, role, actor FROM claim_actor"
#define OF_EVENT                                                                                   \
  "SELECT claim_actor.claim, claim_actor.role, claim_actor.actor FROM claim JOIN claim_actor"      \
  " ON claim_actor.claim = claim.id WHERE claim.event = ?1"

static void
free_parties (gpointer data)
{
  EntenteClaimedParties *parties = data;

  g_clear_pointer (&parties->who, g_array_unref);
  g_clear_pointer (&parties->to, g_array_unref);
  g_free (parties);
}

static EntenteClaimedParties *
ensure (GHashTable *claims, EntenteId claim)
{
  EntenteClaimedParties *parties = g_hash_table_lookup (claims, &claim);

  if (parties != NULL)
    return parties;
  parties = g_new0 (EntenteClaimedParties, 1);
  g_hash_table_insert (claims, g_memdup2 (&claim, sizeof claim), parties);
  return parties;
}

static void
add (GHashTable *claims, EntenteStatement *statement)
{
  EntenteClaimedParties *parties = ensure (claims, entente_statement_get_int (statement, 0));
  gboolean is_who = g_strcmp0 (entente_statement_get_text (statement, 1), "initiator") == 0;
  GArray **list = is_who ? &parties->who : &parties->to;
  EntenteId actor = entente_statement_get_int (statement, 2);

  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (EntenteId));
  g_array_append_val (*list, actor);
}

GHashTable *
entente_claimed_parties_read (EntenteDb *db, EntenteId event, GError **error)
{
  g_autoptr (GHashTable) claims =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_parties);
  g_autoptr (EntenteStatement) statement =
    entente_statement_prepare (db, event != ENTENTE_ID_NONE ? OF_EVENT : ALL, error);
  EntenteStepResult result;

  if (statement == NULL)
    return NULL;
  if (event != ENTENTE_ID_NONE)
    entente_statement_bind_int (statement, 1, event);
  while ((result = entente_statement_step (statement, error)) == ENTENTE_STEP_ROW)
    add (claims, statement);
  return result == ENTENTE_STEP_DONE ? g_steal_pointer (&claims) : NULL;
}
