/* claim: What one voice says of one event. Who it claims to have taken part are rows of a table of
 * their own and part of the record. */
#include "config.h"

#include "entente-event.h"
#include "entente-table.h"

static const EntenteColumn columns[] = {
  { "event" },         { "passage" },
  { "outlet" },        { "speaker", ENTENTE_COLUMN_SECONDARY },
  { "naming" },        { "stance" },
  { "hedge" },         { "outlet_name" },
  { "speaker_class" }, { "claimed_when" },
  { "claimed_kind" },  { "claimed_text" },
  { "note" },          { "claimed_place", ENTENTE_COLUMN_SECONDARY },
};

static const EntenteRelation relations[] = {
  { ENTENTE_ENTITY_REVISION, "passage IN (SELECT id FROM passage WHERE revision = ?1)" },
  { ENTENTE_ENTITY_ARTICLE,
    "passage IN (SELECT passage.id FROM passage JOIN revision ON revision.id = "
    "passage.revision WHERE revision.article = ?1)" },
};

static const EntenteRelation part_names[] = {
  { ENTENTE_ENTITY_ACTOR, "id IN (SELECT claim FROM claim_actor WHERE actor = ?1)" },
};

static gboolean
insert_actors (EntenteDb *db,
               EntenteId claim,
               const char *role,
               const GArray *actors,
               const EntenteRecorder *recorder,
               GError **error)
{
  static const guint8 key[] = { 1, 2, 3, 0 };

  for (guint i = 0; actors != NULL && i < actors->len; i++) {
    g_auto (EntenteCells) cells = ENTENTE_CELLS_INIT;

    entente_cells_add_int (&cells, claim);
    entente_cells_add_text (&cells, role);
    entente_cells_add_int (&cells, g_array_index (actors, EntenteId, i));
    entente_cells_add_int (&cells, i + 1);
    if (!entente_cells_insert (&cells,
                               db,
                               "claim_actor",
                               "INSERT INTO claim_actor (claim, role, actor, number)"
                               " VALUES (?1, ?2, ?3, ?4)",
                               key,
                               recorder,
                               error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_parts (EntenteDb *db, gconstpointer record, const EntenteRecorder *recorder, GError **error)
{
  const EntenteClaim *claim = record;
  EntenteId id = claim->record.id;

  return insert_actors (db, id, "initiator", claim->claimed_who, recorder, error) &&
         insert_actors (db, id, "addressee", claim->claimed_to, recorder, error);
}

static gboolean
delete_parts (EntenteDb *db, EntenteId id, GError **error)
{
  return entente_statement_run_with_id (db, "DELETE FROM claim_actor WHERE claim = ?1", id, error);
}

static gboolean
read_actors (EntenteDb *db, const char *sql, EntenteId claim, GArray **actors, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (EntenteId));

  if (!entente_statement_collect_ids (db, sql, claim, ids, error))
    return FALSE;
  if (ids->len > 0)
    *actors = g_steal_pointer (&ids);
  return TRUE;
}

static gboolean
read_parts (EntenteDb *db, gpointer record, GError **error)
{
  EntenteClaim *claim = record;
  EntenteId id = claim->record.id;

  return read_actors (db,
                      "SELECT actor FROM claim_actor WHERE claim = ?1 AND role = 'initiator'"
                      " ORDER BY number",
                      id,
                      &claim->claimed_who,
                      error) &&
         read_actors (db,
                      "SELECT actor FROM claim_actor WHERE claim = ?1 AND role = 'addressee'"
                      " ORDER BY number",
                      id,
                      &claim->claimed_to,
                      error);
}

const EntenteTable entente_table_claim = {
  .entity = ENTENTE_ENTITY_CLAIM,
  .name = "claim",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .relations = relations,
  .n_relations = G_N_ELEMENTS (relations),
  .part_names = part_names,
  .n_part_names = G_N_ELEMENTS (part_names),
  .insert_parts = insert_parts,
  .delete_parts = delete_parts,
  .read_parts = read_parts,
};
