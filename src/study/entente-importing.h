/* EntenteImporting: an import that the window does not wait for: edits wait meanwhile, progress is
 * told, and in the end all rows are read anew. Private to study/. Begun and ended on the main
 * thread; reference counted, for whoever tells progress.
 */
#pragma once

#include "entente-study-private.h"

G_BEGIN_DECLS

typedef struct _EntenteImporting EntenteImporting;

/* Sets "importing" and "busy" of @study, which wait for entente_importing_end(): to be called once
 * for each, whatever became of the import, by the function that starts it. @study is borrowed until
 * then: the task of the import keeps it alive. A new reference; progress may be told until it is
 * dropped, and after the end nobody hears it. */
EntenteImporting *entente_importing_begin (EntenteStudy *study, const char *label);
EntenteImporting *entente_importing_ref (EntenteImporting *importing);
void entente_importing_unref (EntenteImporting *importing);
/* Any thread; the same twice is told once. */
void entente_importing_tell (EntenteImporting *importing, int percent);
/* @written is of a task whose value is the EntenteChangeSet that was written. Reads the rows, ends
 * the import, and returns TRUE or the error from @task, which is taken. */
void entente_importing_end (EntenteImporting *importing, GAsyncResult *written, GTask *task);
/* Number of the step, once it is written. */
gint64 entente_importing_get_step (const EntenteImporting *importing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntenteImporting, entente_importing_unref)

G_END_DECLS
