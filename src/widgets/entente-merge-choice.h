/* EntenteMergeChoice: which of two records stays when they are merged, and sentences that say what
 * becomes of the other one.
 *
 * Two check boxes, hidden until both are known, and below them what is read anew for each choice.
 * Reference counted; the form that shows it closes it. Main thread.
 */
#pragma once

#include "entente-form-window.h"

G_BEGIN_DECLS

/* How two records of one type are merged. */
typedef struct {
  void (*read_async) (EntenteStudy *study,
                      EntenteId kept,
                      EntenteId gone,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  gpointer (*read_finish) (GAsyncResult *result, GError **error); /* the merge, or NULL */
  GPtrArray *(*describe) (gconstpointer merge); /* sentences */
  EntenteStep *(*create_step) (gconstpointer merge);
  GDestroyNotify free;
} EntenteMergeType;

typedef struct _EntenteMergeChoice EntenteMergeChoice;

EntenteMergeChoice *entente_merge_choice_new (EntenteSession *session,
                                              const EntenteMergeType *type);
/* What is being read is given up; then lets go of the caller's reference. */
void entente_merge_choice_close (EntenteMergeChoice *choice);
/* To be put into the content of @window, whose button waits for a merge that is read; once. */
GtkWidget *entente_merge_choice_get_box (EntenteMergeChoice *choice);
void entente_merge_choice_set_window (EntenteMergeChoice *choice, EntenteFormWindow *window);
/* The record beside the check box @index, 0 or 1, which says @text; NULL with ENTENTE_ID_NONE. */
void entente_merge_choice_set (EntenteMergeChoice *choice,
                               guint index,
                               EntenteId id,
                               const char *text);
EntenteId entente_merge_choice_get_kept (EntenteMergeChoice *choice);
EntenteId entente_merge_choice_get_gone (EntenteMergeChoice *choice);
/* What the button would carry out; NULL while it is not read. */
EntenteStep *entente_merge_choice_create_step (EntenteMergeChoice *choice);

G_END_DECLS
