/* Positions of a study: reading them, where their words stand, and the step that enters one. Main
 * thread. */
#pragma once

#include "entente-positions.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* The positions with these ids (EntenteId) that there are, or with NULL all of them: an array of
 * EntentePosition, the caller's. The ids are copied. */
void entente_study_read_positions_async (EntenteStudy *study,
                                         const GArray *ids,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *entente_study_read_positions_finish (EntenteStudy *study,
                                                GAsyncResult *result,
                                                GError **error);
/* The same, waiting; any thread. */
GPtrArray *entente_study_read_positions (EntenteStudy *study, const GArray *ids, GError **error);

/* A passage and the article in whose text it stands. */
typedef struct {
  EntentePassage *passage;
  EntenteId article;
} EntentePassagePlace;

void entente_passage_place_free (EntentePassagePlace *place);
void entente_study_find_passage_async (EntenteStudy *study,
                                       EntenteId passage,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
/* NOT_FOUND when it is gone. */
EntentePassagePlace *entente_study_find_passage_finish (EntenteStudy *study,
                                                        GAsyncResult *result,
                                                        GError **error);
/* The same, waiting; any thread. @article is set when there is one. */
EntentePassage *entente_study_read_passage (EntenteStudy *study,
                                            EntenteId passage,
                                            EntenteId *article,
                                            GError **error);

/* Enters @position with @passage (or NULL), which is inserted too unless it has an id; @fresh (or
 * NULL) are records that it names and that are inserted before it. Ids are filled in. */
EntenteStep *entente_commands_add_position (EntentePosition *position,
                                            EntentePassage *passage,
                                            const GPtrArray *fresh);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntentePassagePlace, entente_passage_place_free)

G_END_DECLS
