/* EntenteLearnt: everything that a study has learnt from its coder and that reading follows: words
 * of moves, other names of actors, names that are no actors, and moves that are not proposed again.
 * Each can be taken back, as a step.
 */
#pragma once

#include "entente-study-records.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef enum {
  ENTENTE_LEARNT_WORD, /* tells a kind of move, or none */
  ENTENTE_LEARNT_NAME, /* an alias */
  ENTENTE_LEARNT_NO_ACTOR, /* a name that was refused */
  ENTENTE_LEARNT_NO_MOVE, /* words that were refused */
} EntenteLearntType;

typedef struct {
  EntenteLearntType type;
  GArray *
    records; /* EntenteId of those that say so: a refusal stands once for each text of an article */
  char *text; /* "fend off", "the Kremlin" */
  const EntenteKind *kind; /* of a word or a refused move; or NULL */
  EntenteId actor; /* of a name, or none */
  char *actor_name; /* or NULL */
  EntenteId article; /* where it was learnt, or none */
  char *article_title; /* or NULL */
  EntenteId passage, event; /* of a word: those it was learnt from, or none */
  char *quote; /* the words that it was learnt from, or NULL */
} EntenteLearnt;

/* By type, then by text; array of EntenteLearnt. Free with g_ptr_array_unref(). Blocks: any thread.
 */
GPtrArray *entente_learnt_list (EntenteStore *store,
                                const EntenteChronicle *chronicle,
                                GError **error);
/* The same in a job of the store. */
void entente_study_list_learnt_async (EntenteStudy *study,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *entente_study_list_learnt_finish (EntenteStudy *study,
                                             GAsyncResult *result,
                                             GError **error);

/* "word", "name", "no-actor", "no-move" */
const char *entente_learnt_type_get_nick (EntenteLearntType type);
/* “fend off” tells of: refusal. Free. */
char *entente_learnt_describe (const EntenteLearnt *learnt);
/* The step that takes it back, and what to say once it is done; both the caller's. */
EntenteStep *entente_learnt_forget (const EntenteLearnt *learnt);
char *entente_learnt_describe_forgotten (const EntenteLearnt *learnt);

/* What is kept of a lesson (entente-lesson.h); @passage may be none. */
EntenteLexicon *entente_learnt_create_word (const char *lesson,
                                            const EntenteKind *kind,
                                            EntenteId passage);

G_END_DECLS
