/* EntenteUnknownNames: who is named in the articles of a study without being one of its actors:
 * each with how often, in how many articles, and the first sentence. Nothing here changes a study;
 * a person makes an actor of a name, or an alias.
 *
 * Plain values, owned by the caller; pure, any thread, but for what reads a study.
 */
#pragma once

#include "entente-article-detail.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  char *name; /* as the text says it at its fullest */
  int kind; /* EntenteActorKind, guessed */
  char *iso3166; /* of a state, or NULL */
  guint n_mentions;
  guint n_articles;
  EntenteId article; /* of the first mention, in order of import */
  gint64 start, end; /* code points of its newest text: the first mention */
  char *sentence; /* that it stands in */
} EntenteUnknownName;

/* Names of all articles, those named most often first. Array of EntenteUnknownName. Articles are
 * read one after the other;
 * @progress, or NULL, is told how many of how many are read, in the thread that reads. NULL on
 * error and when cancelled. */
typedef void (*EntenteNamesProgress) (guint done, guint n, gpointer data);
GPtrArray *entente_study_read_unknown_names (EntenteStudy *study,
                                             EntenteNamesProgress progress,
                                             gpointer data,
                                             GCancellable *cancellable,
                                             GError **error);
void entente_study_read_unknown_names_async (EntenteStudy *study,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *entente_study_read_unknown_names_finish (EntenteStudy *study,
                                                    GAsyncResult *result,
                                                    GError **error);

/* A new actor of that name. */
EntenteStep *entente_commands_add_unknown_name (const EntenteUnknownName *name);
/* The name as an alias of @actor. */
EntenteStep *entente_commands_add_name_as_alias (const EntenteUnknownName *name, EntenteId actor);

G_END_DECLS
