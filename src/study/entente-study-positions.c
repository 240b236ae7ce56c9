/* Small readings on the store's worker; after a change only what changed is read. */
#include "config.h"

#include "entente-study-positions.h"

#include "entente-commands-private.h"
#include "entente-study-private.h"

/* ---- positions ---- */

/* One that is gone by now is left out. */
static gboolean
add_position (EntenteStore *store, EntenteId id, GPtrArray *positions, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gpointer position = entente_store_get (store, ENTENTE_ENTITY_POSITION, id, &failure);

  if (position)
    g_ptr_array_add (positions, position);
  if (position || g_error_matches (failure, ENTENTE_ERROR, ENTENTE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gpointer
read_positions (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const GArray *ids = data;
  g_autoptr (GPtrArray) positions = NULL;

  if (!ids)
    return entente_store_list (store, ENTENTE_ENTITY_POSITION, error);
  positions = g_ptr_array_new_with_free_func (entente_record_unref);
  for (guint i = 0; i < ids->len; i++)
    if (!add_position (store, g_array_index (ids, EntenteId, i), positions, error))
      return NULL;
  return g_steal_pointer (&positions);
}

static void
free_ids (gpointer ids)
{
  g_clear_pointer ((GArray **) &ids, g_array_unref);
}

void
entente_study_read_positions_async (EntenteStudy *study,
                                    const GArray *ids,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  entente_study_run_read_async (study,
                                read_positions,
                                ids ? g_array_copy ((GArray *) ids) : NULL,
                                free_ids,
                                (GDestroyNotify) g_ptr_array_unref,
                                g_task_new (study, cancellable, callback, user_data));
}

GPtrArray *
entente_study_read_positions_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
entente_study_read_positions (EntenteStudy *study, const GArray *ids, GError **error)
{
  return entente_study_run (study, read_positions, (gpointer) ids, error);
}

/* ---- words ---- */

void
entente_passage_place_free (EntentePassagePlace *place)
{
  entente_passage_unref (place->passage);
  g_free (place);
}

static gpointer
find_passage (EntenteStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntentePassage) passage =
    entente_store_get (store, ENTENTE_ENTITY_PASSAGE, *(EntenteId *) data, error);
  EntenteId article =
    passage ? entente_store_get_article_of (store, passage->revision, error) : ENTENTE_ID_NONE;
  EntentePassagePlace *place;

  if (article == ENTENTE_ID_NONE)
    return NULL;
  place = g_new (EntentePassagePlace, 1);
  *place = (EntentePassagePlace){ g_steal_pointer (&passage), article };
  return place;
}

void
entente_study_find_passage_async (EntenteStudy *study,
                                  EntenteId passage,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  entente_study_run_read_async (study,
                                find_passage,
                                g_memdup2 (&passage, sizeof passage),
                                g_free,
                                (GDestroyNotify) entente_passage_place_free,
                                g_task_new (study, cancellable, callback, user_data));
}

EntentePassagePlace *
entente_study_find_passage_finish (EntenteStudy *study, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

EntentePassage *
entente_study_read_passage (EntenteStudy *study,
                            EntenteId passage,
                            EntenteId *article,
                            GError **error)
{
  EntentePassagePlace *place = entente_study_run (study, find_passage, &passage, error);
  EntentePassage *found = place ? place->passage : NULL;

  if (place)
    *article = place->article;
  g_free (place);
  return found;
}

/* ---- the step ---- */

EntenteStep *
entente_commands_add_position (EntentePosition *position,
                               EntentePassage *passage,
                               const GPtrArray *fresh)
{
  EntenteStep *step = entente_commands_begin (ENTENTE_ENTITY_POSITION, ENTENTE_INSERT);

  if (passage) {
    if (passage->record.id == ENTENTE_ID_NONE) {
      entente_commands_ensure_id (passage);
      entente_step_insert (step, passage);
    }
    position->passage = passage->record.id;
  }
  entente_commands_ensure_id (position);
  entente_step_insert (step, position);
  if (fresh && fresh->len > 0)
    entente_commands_insert_first (step, fresh);
  return step;
}
