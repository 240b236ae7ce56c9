/* EntenteCopyAgreement: how far two coders agree who worked in two copies of a study.
 *
 * Moves of both are paired by their ids, as where both files come from one; what is left, by the
 * passages that they are told by: two moves whose words in the same text overlap by half or more of
 * the shorter, best first, each once. Over the pairs alpha (entente-agreement.h) is computed of
 * their kinds (nominal), their dates (windows) and the sets of actors that take part (MASI; one
 * actor of both is the one with the same id or name); and over all ordered pairs of paired moves
 * that a link joins in either file, of the type of the link, "none" where one has none (nominal).
 * Moves that only one has are no units and are counted apart, and so are those that stand alike in
 * both, which in files of one origin agree by themselves.
 */
#pragma once

#include "entente-agreement.h"
#include "entente-study.h"

G_BEGIN_DECLS

typedef struct {
  EntenteAgreement kinds, dates, actors, links;
  guint n_pairs;
  guint n_by_passage; /* of them, paired by the words that they are told by */
  guint n_alike; /* of them, the same in kind, date and actors */
  guint n_only_mine, n_only_theirs;
} EntenteCopyAgreement;

/* The file at @path is read as entente_copy_merge_read() does. Blocks; any thread. */
gboolean entente_copy_agreement_read (EntenteStore *store,
                                      const char *path,
                                      GCancellable *cancellable,
                                      EntenteCopyAgreement *agreement,
                                      GError **error);
/* "0.74 (26 units)", or "too few to say (1 unit)". Free. */
char *entente_copy_agreement_format (const EntenteAgreement *agreement);
/* "Of 40 moves of both, 30 are alike; 2 are only here, 3 only there." Free. */
char *entente_copy_agreement_describe (const EntenteCopyAgreement *agreement);

/* The same in a thread; free with g_free. */
void entente_study_read_agreement_async (EntenteStudy *study,
                                         const char *path,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
EntenteCopyAgreement *entente_study_read_agreement_finish (EntenteStudy *study,
                                                           GAsyncResult *result,
                                                           GError **error);

G_END_DECLS
