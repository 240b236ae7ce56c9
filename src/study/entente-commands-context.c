/* Commands on places, issues, tracks, eras and rounds. */
#include "config.h"

#include "entente-commands-context.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"
#include "entente-record-tree.h"
#include "entente-rounds.h"

static gboolean
has_parent (EntenteEntity entity)
{
  return entity == ENTENTE_ENTITY_PLACE || entity == ENTENTE_ENTITY_ISSUE;
}

static const EntenteFieldInfo *
get_parent_field (EntenteEntity entity)
{
  return entente_entity_find_field (entity, "parent");
}

static EntenteId
get_parent (gconstpointer record)
{
  const EntenteFieldInfo *field = get_parent_field (((const EntenteRecord *) record)->entity);

  return *(const EntenteId *) entente_record_get_field (record, field);
}

/* Writes the parent and nothing else. */
static void
set_parent (EntenteStep *step, EntenteEntity entity, EntenteId id, EntenteId parent)
{
  const EntenteFieldInfo *field = get_parent_field (entity);
  g_autoptr (EntenteRecord) record = entente_record_new (entity);
  guint n;

  record->id = id;
  *(EntenteId *) entente_record_get_field (record, field) = parent;
  entente_step_update_fields (step,
                              record,
                              G_GUINT64_CONSTANT (1)
                                << (field - entente_entity_get_fields (entity, &n)));
}

static const EntenteRecord *
find_era (const EntenteChronicle *chronicle, EntenteId id, const char **name)
{
  for (guint i = 0; i < entente_chronicle_get_n_eras (chronicle); i++) {
    const EntenteEra *era = entente_chronicle_get_era (chronicle, i);

    if (era->record.id == id) {
      *name = era->name;
      return &era->record;
    }
  }
  return NULL;
}

static const EntenteRecord *
find_record (const EntenteChronicle *chronicle,
             EntenteEntity entity,
             EntenteId id,
             const char **name)
{
  guint32 index;

  if (entity == ENTENTE_ENTITY_ERA)
    return find_era (chronicle, id, name);
  index = entente_record_tree_find (chronicle, entity, id);
  return index != ENTENTE_NO_INDEX ? entente_record_tree_get (chronicle, entity, index, name)
                                   : NULL;
}

/* ---- deleting ---- */

/* The file holds every record to a parent that is there. */
static void
lift_children (EntenteStep *step, const EntenteChronicle *chronicle, const EntenteRecord *record)
{
  for (guint i = 0; i < entente_record_tree_count (chronicle, record->entity); i++) {
    const char *name;
    const EntenteRecord *child = entente_record_tree_get (chronicle, record->entity, i, &name);

    if (get_parent (child) == record->id)
      set_parent (step, record->entity, child->id, get_parent (record));
  }
}

static char *
make_delete_label (EntenteEntity entity, const char *name, guint n)
{
  if (n == 0)
    /* TRANSLATORS: name of a step: a track, place, issue or era */
    return g_strdup_printf (_ ("Delete “%s”"), name);
  if (entity == ENTENTE_ENTITY_ERA)
    return g_strdup_printf (_ ("Delete era “%s”"), name);
  return g_strdup_printf (
    ngettext ("Delete “%s”: %u move loses it", "Delete “%s”: %u moves lose it", n),
    name,
    n);
}

EntenteStep *
entente_commands_delete_context (const EntenteChronicle *chronicle,
                                 EntenteEntity entity,
                                 EntenteId id,
                                 guint n_moves,
                                 GError **error)
{
  const char *name;
  const EntenteRecord *record = find_record (chronicle, entity, id, &name);
  g_autofree char *label = NULL;
  EntenteStep *step;

  if (record == NULL) {
    g_set_error_literal (error,
                         ENTENTE_ERROR,
                         ENTENTE_ERROR_NOT_FOUND,
                         _ ("It is not there any more: the history tells what became of it."));
    return NULL;
  }
  label = make_delete_label (entity, name, n_moves);
  step = entente_step_new (label);
  if (has_parent (entity))
    lift_children (step, chronicle, record);
  entente_step_delete (step, entity, id);
  return step;
}

/* ---- standing under each other ---- */

gboolean
entente_commands_may_stand_under (const EntenteChronicle *chronicle,
                                  EntenteEntity entity,
                                  EntenteId id,
                                  EntenteId parent)
{
  g_autoptr (GArray) tree = NULL;
  g_autofree guint32 *parents = NULL;
  guint32 at, above;

  if (parent == ENTENTE_ID_NONE)
    return TRUE;
  at = entente_record_tree_find (chronicle, entity, id);
  above = entente_record_tree_find (chronicle, entity, parent);
  if (at == ENTENTE_NO_INDEX || above == ENTENTE_NO_INDEX)
    return parent != id;
  tree = entente_record_tree_new (chronicle, entity);
  parents = entente_record_tree_get_parents (tree);
  return !entente_record_tree_is_within (parents, above, at);
}

/* ---- rounds ---- */

static void
insert_part (EntenteStep *step, EntenteId move, EntenteId round)
{
  g_autoptr (EntenteLink) link = entente_link_new ();

  link->from = move;
  link->to = round;
  link->type = ENTENTE_LINK_PART_OF;
  link->basis = ENTENTE_LINK_INFERRED;
  entente_commands_ensure_id (link);
  entente_step_insert (step, link);
}

EntenteStep *
entente_commands_add_round (EntenteEvent *round, const EntenteId *moves, guint n)
{
  EntenteStep *step = entente_step_new (_ ("Add round"));

  entente_commands_ensure_id (round);
  entente_step_insert (step, round);
  for (guint i = 0; i < n; i++)
    insert_part (step, moves[i], round->record.id);
  return step;
}

static EntenteId
find_part (const EntenteChronicle *chronicle, EntenteId round, EntenteId move)
{
  guint at = entente_chronicle_find_row (chronicle, move);
  guint of = entente_chronicle_find_row (chronicle, round);

  return at != ENTENTE_NO_INDEX && of != ENTENTE_NO_INDEX
           ? entente_rounds_find_link (chronicle, of, at)
           : ENTENTE_ID_NONE;
}

/* @step without changes is none. */
static EntenteStep *
end_step (EntenteStep *step, const char *refusal, GError **error)
{
  if (step->changes->len > 0)
    return step;
  entente_step_free (step);
  g_set_error_literal (error, ENTENTE_ERROR, ENTENTE_ERROR_INVALID, refusal);
  return NULL;
}

EntenteStep *
entente_commands_join_round (const EntenteChronicle *chronicle,
                             EntenteId round,
                             const EntenteId *moves,
                             guint n,
                             GError **error)
{
  EntenteStep *step =
    entente_step_new (ngettext ("Add move to round", "Add moves to round", (gulong) n));

  for (guint i = 0; i < n; i++)
    if (moves[i] != round && find_part (chronicle, round, moves[i]) == ENTENTE_ID_NONE)
      insert_part (step, moves[i], round);
  return end_step (step, _ ("These moves are part of the round already; choose others."), error);
}

EntenteStep *
entente_commands_leave_round (const EntenteChronicle *chronicle,
                              EntenteId round,
                              const EntenteId *moves,
                              guint n,
                              GError **error)
{
  EntenteStep *step =
    entente_step_new (ngettext ("Take move out of round", "Take moves out of round", (gulong) n));

  for (guint i = 0; i < n; i++) {
    EntenteId link = find_part (chronicle, round, moves[i]);

    if (link != ENTENTE_ID_NONE)
      entente_step_delete (step, ENTENTE_ENTITY_LINK, link);
  }
  return end_step (step,
                   _ ("None of these moves is part of the round; choose some that are."),
                   error);
}

void
entente_commands_change_round (EntenteStep *step,
                               const EntenteChronicle *chronicle,
                               EntenteId move,
                               EntenteId before,
                               EntenteId after)
{
  EntenteId link =
    before != ENTENTE_ID_NONE ? find_part (chronicle, before, move) : ENTENTE_ID_NONE;

  if (link != ENTENTE_ID_NONE)
    entente_step_delete (step, ENTENTE_ENTITY_LINK, link);
  if (after != ENTENTE_ID_NONE && find_part (chronicle, after, move) == ENTENTE_ID_NONE)
    insert_part (step, move, after);
}

EntenteStep *
entente_commands_delete_round (EntenteId round, const char *name, guint n)
{
  g_autofree char *label = make_delete_label (ENTENTE_ENTITY_EVENT, name, n);
  EntenteStep *step = entente_step_new (label);

  entente_step_delete (step, ENTENTE_ENTITY_EVENT, round);
  return step;
}
