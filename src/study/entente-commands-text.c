/* The step of a corrected text: the new revision with its notes, new passages, and what rests on
 * them. */
#include "config.h"

#include "entente-correction.h"

#include <glib/gi18n-lib.h>

#include "entente-commands-private.h"

/* Marks that come to lie on the same words share one passage. */
static EntenteId
insert_passage (EntenteStep *step,
                GHashTable *passages,
                const EntentePassage *fresh,
                EntenteId revision)
{
  g_autofree char *key =
    g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, fresh->start, fresh->end);
  EntentePassage *passage = g_hash_table_lookup (passages, key);

  if (!passage) {
    passage = entente_passage_copy (fresh);
    passage->revision = revision;
    entente_commands_ensure_id (passage);
    entente_step_insert (step, passage);
    g_hash_table_insert (passages, g_steal_pointer (&key), passage);
  }
  return passage->record.id;
}

static void
move_bearer (EntenteStep *step, gconstpointer bearer, EntenteId passage)
{
  g_autoptr (EntenteRecord) moved = entente_record_copy (bearer);
  const EntenteFieldInfo *field = entente_entity_find_field (moved->entity, "passage");

  *(EntenteId *) entente_record_get_field (moved, field) = passage;
  entente_step_update_fields (step, moved, entente_record_compare_fields (bearer, moved));
}

static void
move_marks (EntenteStep *step, const EntenteCorrection *correction, EntenteId revision)
{
  g_autoptr (GHashTable) passages =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entente_record_unref);

  for (guint i = 0; i < correction->marks->len; i++) {
    const EntenteCorrectedMark *mark = correction->marks->pdata[i];
    EntenteId passage;

    if (!mark->moves || !mark->fresh)
      continue;
    passage = insert_passage (step, passages, mark->fresh, revision);
    for (guint k = 0; k < mark->bearers->len; k++)
      move_bearer (step, mark->bearers->pdata[k], passage);
  }
}

/* Copies of @records with an id of their own and @revision in the field of that name. */
static void
insert_copies (EntenteStep *step, const GPtrArray *records, EntenteId revision)
{
  for (guint i = 0; i < records->len; i++) {
    g_autoptr (EntenteRecord) copy = entente_record_copy (records->pdata[i]);
    const EntenteFieldInfo *field = entente_entity_find_field (copy->entity, "revision");

    *(EntenteId *) entente_record_get_field (copy, field) = revision;
    entente_commands_ensure_id (copy);
    entente_step_insert (step, copy);
  }
}

/* Only events whose words move are told elsewhere. */
static gboolean
is_moving (const EntenteCorrection *correction, const EntenteEvent *event)
{
  for (guint i = 0; i < correction->marks->len; i++) {
    const EntenteCorrectedMark *mark = correction->marks->pdata[i];

    if (!mark->moves || !mark->fresh || mark->fresh->start != event->telling)
      continue;
    for (guint k = 0; k < mark->bearers->len; k++) {
      const EntenteClaim *claim = mark->bearers->pdata[k];

      if (claim->record.entity == ENTENTE_ENTITY_CLAIM && claim->event == event->record.id)
        return TRUE;
    }
  }
  return FALSE;
}

static void
move_events (EntenteStep *step, const EntenteCorrection *correction)
{
  for (guint i = 0; i < correction->events->len; i++) {
    EntenteEvent *event = correction->events->pdata[i];
    g_autoptr (EntenteEvent) elsewhere = entente_event_copy (event);

    if (!is_moving (correction, event))
      continue;
    elsewhere->telling++;
    entente_step_update_fields (step, event, entente_record_compare_fields (elsewhere, event));
  }
}

EntenteStep *
entente_commands_correct_text (const EntenteCorrection *correction, const char *why)
{
  EntenteStep *step = entente_step_new (_ ("Correct text"));
  g_autoptr (EntenteRevision) revision = entente_revision_copy (correction->revision);

  g_free (revision->why);
  revision->why = why && *why ? g_strdup (why) : NULL;
  entente_commands_ensure_id (revision);
  entente_step_insert (step, revision);
  insert_copies (step, correction->footnotes, revision->record.id);
  insert_copies (step, correction->rejections, revision->record.id);
  move_marks (step, correction, revision->record.id);
  move_events (step, correction);
  return step;
}
