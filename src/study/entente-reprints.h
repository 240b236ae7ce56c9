/* EntenteReprints: articles whose texts are nearly the same: likely reprints of one origin. What is
 * found is proposed, never recorded.
 *
 * Texts are read one by one, so that who waits for the store's worker waits for one text at most,
 * and compared by sketches (entente-near-duplicate.h); how alike two of them are is then counted
 * word by word. Nothing is kept.
 */
#pragma once

#include "entente-study.h"

G_BEGIN_DECLS

/* Percent of the words from which on two texts are told to be nearly the same, and to be the same
 * in all but trifles. */
#define ENTENTE_REPRINT_NEAR 60
#define ENTENTE_REPRINT_SAME 97

typedef struct {
  EntenteId article;
  EntenteId other; /* earlier in the study, or published earlier */
  guint percent; /* words of the shorter text that stand in the other one in the same order */
} EntenteReprint;

/* The article of the study whose text is most like @text; @except (or none) is left out. FALSE
 * without an error when none is nearly the same. Blocks: for a thread. */
gboolean entente_reprints_find (EntenteStore *store,
                                const EntenteChronicle *chronicle,
                                const char *text,
                                EntenteId except,
                                EntenteReprint *found,
                                GCancellable *cancellable,
                                GError **error);
/* All pairs of articles of the study that are nearly the same, the likest first; an array of
 * EntenteReprint. Blocks. */
GArray *entente_reprints_list (EntenteStore *store,
                               const EntenteChronicle *chronicle,
                               GCancellable *cancellable,
                               GError **error);

/* The first of these for a window. With @text NULL that of the article @except. */
void entente_study_find_reprint_async (EntenteStudy *study,
                                       const char *text,
                                       EntenteId except,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean entente_study_find_reprint_finish (EntenteStudy *study,
                                            GAsyncResult *result,
                                            EntenteReprint *found,
                                            GError **error);

/* The article that @article reprints in the end, be it told or not; itself when it reprints none.
 */
EntenteId entente_reprints_get_origin (const EntenteChronicle *chronicle, EntenteId article);

G_END_DECLS
