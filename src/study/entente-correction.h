/* EntenteCorrection: a corrected text of an article, and what becomes of the marks, before a person
 * agrees.
 *
 * The text that there is never changes: a corrected one is a further revision, and what is marked
 * moves to it as far as it is found again (entente-reattach.h) and a person agrees. What does not
 * move keeps its old words. A plain value of its maker's, used by one thread at a time.
 */
#pragma once

#include "entente-reattach.h"
#include "entente-study.h"

G_BEGIN_DECLS

/* Percent of the words that must be alike for a mark with changed words to move unless a person
 * says otherwise. */
#define ENTENTE_CORRECTION_LIKE 80

typedef struct {
  EntentePassage *passage; /* as it was */
  EntentePassage *fresh; /* in the new text, without ids; NULL when lost */
  EntenteReattachment found;
  GPtrArray *bearers; /* claims, links, orders and positions that rest on it */
  gboolean moves; /* to the new text; set at first by grade and likeness, then by a person */
} EntenteCorrectedMark;

typedef struct {
  EntenteRevision *before; /* the newest text until now */
  EntenteRevision *revision; /* the new one, without id */
  GPtrArray *marks; /* EntenteCorrectedMark in order of the texts that they stand in */
  GPtrArray *footnotes; /* EntenteFootnote of the new text, without ids */
  guint n_notes_lost; /* of them, those whose mark is no longer in the text */
  GPtrArray *rejections; /* EntenteRejection that hold for the new text too, without ids */
  GPtrArray *events; /* EntenteEvent with id and the place at which they are told from now on;
                        nothing else is filled in */
} EntenteCorrection;

/* Compares @text with the texts of @article. With @footnotes (EntenteFootnote, or NULL) they are
 * those of the new text, else the notes of the newest text are taken over. INVALID when the text is
 * empty or has not changed. Blocks: for the command line, and for a thread. */
EntenteCorrection *entente_correction_new (EntenteStore *store,
                                           const EntenteChronicle *chronicle,
                                           EntenteId article,
                                           const char *text,
                                           const GPtrArray *footnotes,
                                           GCancellable *cancellable,
                                           GError **error);
void entente_correction_free (EntenteCorrection *correction);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteCorrection, entente_correction_free)

/* Marks of this grade; of CHANGED with likeness 100 those in which only spaces and signs differ are
 * counted too. */
guint entente_correction_count (const EntenteCorrection *correction, EntenteReattachGrade grade);
/* "12 found as they were · 2 moved · 1 with changed words · 1 not found". Free. */
char *entente_correction_describe (const EntenteCorrection *correction);

/* The same in a thread of its own. @footnotes is taken a reference of. */
void entente_study_correct_async (EntenteStudy *study,
                                  EntenteId article,
                                  const char *text,
                                  GPtrArray *footnotes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
EntenteCorrection *entente_study_correct_finish (EntenteStudy *study,
                                                 GAsyncResult *result,
                                                 GError **error);

/* The one step that keeps the new text and moves what moves; @why (may be NULL) is kept with it. */
EntenteStep *entente_commands_correct_text (const EntenteCorrection *correction, const char *why);

G_END_DECLS
